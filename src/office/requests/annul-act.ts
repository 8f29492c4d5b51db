import { ok, refused } from '../../law/refusal.ts'
import { personsOf, withoutPersons } from '../../record/requests/plain-act.ts'
import { fold } from '../../record/requests/fold.ts'
import { keepVolume } from '../archive/keep-volume.ts'
import type { Deciding } from './deciding.ts'

/** 更正登记: an act written down by mistake never counted, yet stays visible. The first act can't go: it is the request itself. */
export const annulAct: Deciding<'annulled'> = (_ctx, matter, act) => {
  const wrong = matter.acts.find((one) => one.seq === act.of)
  if (!wrong || act.of === 0)
    return refused({ code: 'field-invalid', say: '不能撤销这一步。', then: '请选择提交申请之后的某一步。', field: 'of' })
  if (matter.folded.annulled.has(act.of))
    return refused({ code: 'already-done', say: '这一步已经撤销。', then: '无需再次办理。', field: 'of' })
  const { approval } = matter.folded
  if (wrong.act.kind === 'reply-reviewed' && approval && approval.digest === wrong.act.digest)
    return refused({
      code: 'already-done',
      say: '这一稿已据此审批同意，不能单独撤销审查。',
      then: '确有错误的，先撤销“审批同意答复”。',
      field: 'of',
    })
  if (wrong.act.kind === 'split')
    return refused({
      code: 'field-invalid',
      say: '已经编号的各件不能再合并。',
      then: '请分别办理；不再需要的，由申请人撤回。',
      field: 'of',
    })
  const after = fold([...matter.acts, { seq: matter.acts.length, act, recordedAt: '', actorId: matter.actor.id }])
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
