import { reg } from '../../law/cite.ts'
import { ok, refused } from '../../law/refusal.ts'
import { EXTENSION_LIMIT, lengthOn } from '../../law/requests/limits.ts'
import type { ActOf, RecordedAct } from '../../record/requests/acts.ts'
import { toldAtOnce } from '../../record/requests/as-sent.ts'
import { openEnd } from '../../record/requests/open-end.ts'
import { issue } from './letters.ts'
import { conclude } from './projection.ts'
import type { Deciding } from './deciding.ts'
import type { Issue, Matter } from './perform.ts'

/** 延长答复期限 (Art 33.2): once, at most twenty working days, approved by the head of the office, told before the limit ends. */
export const extendReply: Deciding<'extended'> = (_ctx, matter, act) => {
  const most = Math.min(lengthOn(EXTENSION_LIMIT, act.on).n, matter.setting.readings.extensionMax)
  if (act.workingDays > most)
    return refused({
      code: 'extension-too-long',
      say: `延长最多 ${most} 个工作日。`,
      then: `请填写 1 至 ${most}。`,
      cite: reg('33.2'),
      field: 'workingDays',
    })
  return ok({
    // Only the head of the office may extend; the record names who did.
    acts: [{ ...act, approvedBy: matter.actor.name }],
    letters: [extensionLetter(matter, { seq: matter.acts.length, act, recordedAt: '', actorId: matter.actor.id })],
  })
}

/** 延期告知书 of an extension that nobody has been told of yet, decided now or earlier: the days are those of who is told at once. */
export function extensionLetter(matter: Matter, extended: RecordedAct & { act: ActOf<'extended'> }): Issue {
  const { act, seq } = extended
  const others = matter.acts.filter((one) => one.seq !== seq)
  const after = conclude([...others, ...toldAtOnce(extended, Math.max(seq + 1, matter.acts.length))], matter.setting)
  return issue(matter, 'D04', act.on, {
    formerDueOn: matter.clock.due,
    newDueOn: after.clock.due,
    openBecause: openEnd(after.clock)?.because,
    workingDays: act.workingDays,
    reason: act.reason,
  })
}
