import { ok, refused } from '../../law/refusal.ts'
import { annulmentRefusal } from '../../record/requests/annulment.ts'
import { personsOf, withoutPersons } from '../../record/requests/plain-act.ts'
import { fold } from '../../record/requests/fold.ts'
import { fileBehindAct } from '../../store/disputes.sql.ts'
import { keepVolume } from '../archive/keep-volume.ts'
import type { Deciding } from './deciding.ts'

/** 更正登记: an act written down by mistake never counted, yet stays visible. The first act can't go: it is the request itself. */
export const annulAct: Deciding<'annulled'> = async (_ctx, matter, act) => {
  const wrong = matter.acts.find((one) => one.seq === act.of)
  if (!wrong || act.of === 0)
    return refused({ code: 'field-invalid', say: '不能撤销这一步。', then: '请选择提交申请之后的某一步。', field: 'of' })
  if (matter.folded.annulled.has(act.of))
    return refused({ code: 'already-done', say: '这一步已经撤销。', then: '无需再次办理。', field: 'of' })
  const file = await fileBehindAct(matter.tx, { agencyId: matter.row.agency_id, caseId: matter.row.id, seq: act.of })
  if (file)
    return refused({
      code: 'field-invalid',
      say: `这一步由争议卷${file.number}登记，不能在案件中单独撤销。`,
      then: '请打开争议卷，在“经过”中更正有误的一步；它在案件中引起的变化一并撤销。',
      field: 'of',
    })
  const after = fold([...matter.acts, { seq: matter.acts.length, act, recordedAt: '', actorId: matter.actor.id }])
  const refusal = annulmentRefusal({ wrong, before: matter.folded, after, actorId: matter.actor.id })
  if (refusal) return refused(refusal)
  const replyGone = (wrong.act.kind === 'replied' || wrong.act.kind === 'reply-approved') && !after.approval
  const reason = withoutPersons(act.reason, personsOf(matter.requester, [...matter.parties.values()]))
  return ok({
    acts: [act],
    also: async (tx) => {
      await keepVolume(tx, matter.row.agency_id, matter.folded, after, reason)
      if (replyGone)
        await tx
          .updateTable('reply_draft')
          .set({ state: 'draft' })
          .where('agency_id', '=', matter.row.agency_id)
          .where('case_id', '=', matter.row.id)
          .execute()
    },
  })
}
