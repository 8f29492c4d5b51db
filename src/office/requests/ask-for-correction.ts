import { ok, refused } from '../../law/refusal.ts'
import { reg } from '../../law/cite.ts'
import { chineseDate, type LocalDate } from '../../law/date.ts'
import { TRIGGER_RULES, triggersOf } from '../../law/requests/correction-triggers.ts'
import type { ActOf } from '../../record/requests/acts.ts'
import { addMessage } from '../../store/requester-side.sql.ts'
import { issue } from './letters.ts'
import type { Matter } from './perform.ts'
import { conclude } from './projection.ts'
import type { Deciding } from './deciding.ts'

/** 告知补正 (Art 30): once, within seven working days of receipt (a later notice is recorded and shows as a breach). */
export const askForCorrection: Deciding<'correction-asked'> = (_ctx, matter, act) => {
  if (act.replyBy <= act.on)
    return refused({
      code: 'field-invalid',
      say: '补正期限应晚于告知日期。',
      then: '请给申请人合理的补正期限。',
      cite: reg('30'),
      field: 'replyBy',
    })
  const used = triggersOf(matter.setting.readings)
  const foreign = act.triggers?.find((trigger) => !used.includes(trigger))
  if (foreign)
    return refused({
      code: 'field-invalid',
      say: `按本机关的口径，“${TRIGGER_RULES[foreign].zh}”不是要求补正的事由。`,
      then: '请联系申请人说明；内容不明确的，才要求补正。',
      cite: reg('30'),
      field: 'triggers',
    })
  const { items, replyBy, triggers } = act
  const runsOnTo = runningLimit(matter, act)
  const ordered = matter.folded.order?.replyBy !== undefined
  if (runsOnTo && replyBy >= runsOnTo)
    return refused({
      code: 'field-invalid',
      say: `${ordered ? '决定或者裁判限定了答复日期' : '告知补正晚于收到申请之日起七个工作日'}，答复期限不因补正重新计算，到${chineseDate(runsOnTo)}届满；补正期限应早于这一天。`,
      then:
        act.on >= runsOnTo
          ? '已经来不及要求补正：联系申请人弄清要的是什么，按现有的申请内容尽快答复。'
          : '请改填早一些的日期，收到补正后还要留出答复的时间；时间不够的，可以先延长答复期限。',
      cite: reg('30'),
      field: 'replyBy',
    })
  const told = { items, replyBy, triggers, runsOnTo, ordered }
  return ok({ acts: [act], letters: [issue(matter, 'D02', act.on, told)] })
}

/** The reply limit that goes on under a correction asked for too late: it begins nothing afresh. Undefined where it does. */
function runningLimit(matter: Matter, act: ActOf<'correction-asked'>): LocalDate | null | undefined {
  const recorded = { seq: matter.acts.length, act, recordedAt: '', actorId: matter.actor.id }
  const { limits } = conclude([...matter.acts, recorded], matter.setting).clock
  return limits.find(({ what }) => what === 'reply')?.due
}

/** 收到补正 (Art 30): what the paper asks for now is sealed beside the act, where that is another wording. */
export const receiveCorrection: Deciding<'correction-received'> = (ctx, { row, content }, act, { wording = '', commandId }) => {
  const acts = [act]
  if (wording === '' || wording === content.subject) return ok({ acts })
  const written = { kind: 'paperCorrection', on: act.on, sealed: ctx.vault.seal(wording), commandId, useful: null } as const
  return ok({ acts, also: (tx) => addMessage(tx, { agencyId: row.agency_id, caseId: row.id }, written) })
}

/** 逾期不补正，视为放弃申请 (Art 30) */
export const letCorrectionLapse: Deciding<'correction-lapsed'> = (_ctx, matter, act) => {
  const asked = matter.folded.correction?.asked
  const until = matter.clock.limits.find(({ what }) => what === 'correction')?.due
  if (!asked || !until) throw new Error('guarded: a correction was asked for, and its period is over')
  return ok({
    acts: [act],
    letters: [issue(matter, 'D24', act.on, { because: 'correctionLapsed', askedOn: asked.on, replyBy: until })],
  })
}
