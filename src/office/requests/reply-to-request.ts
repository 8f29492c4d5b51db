import { type Result, ok, refused } from '../../law/refusal.ts'
import type { LocalDate } from '../../law/date.ts'
import { outcomeRule } from '../../law/requests/outcomes.ts'
import { isArticle14to16 } from '../../law/withholding.ts'
import type { Actor } from '../../record/people/roles.ts'
import { objectionsDecided } from '../../record/requests/objections.ts'
import { askingNames, withoutPersons } from '../../record/requests/plain-act.ts'
import type { ReplyContent } from '../../record/requests/reply.ts'
import { groundsOf, remedyParts } from '../../record/requests/reply-grounds.ts'
import { draftOf } from '../../store/requests.sql.ts'
import type { OfficeContext } from '../context.ts'
import { outgoingRefusal } from '../outgoing/cleared-files.ts'
import { contentOf, faultsOf, replyLetter } from './draft-reply.ts'
import { issue } from './letters.ts'
import { type Command, guard, type Issue, type Matter, perform } from './perform.ts'

/**
 * 作出答复: sends out what was approved, on the day it is posted, handed over or sent (that day decides whether it is in
 * time: 国办公开办函〔2016〕235号). The letter is issued and never changes again.
 */
export function replyToRequest(
  ctx: OfficeContext,
  actor: Actor,
  input: Command & { on: LocalDate },
): Promise<Result<{ caseId: string }>> {
  return perform(ctx, actor, input, 'requests.reply', async (matter) => {
    const guarded = guard(matter, 'replied', input.on)
    if (!guarded.ok) return guarded
    const draft = await draftOf(matter.tx, matter.row.agency_id, matter.row.id)
    if (!draft || draft.state !== 'approved' || matter.folded.approval?.digest !== draft.digest)
      return refused({ code: 'approval-needed', say: '答复稿尚未经单位负责人审批，或审批后又有修改。', then: '请重新送审。' })
    const content = contentOf(ctx, draft)
    const faults = await faultsOf(ctx, matter, content)
    if (faults.length > 0) return refused(...faults)
    const waiting = await outgoingRefusal(matter.tx, { agencyId: matter.row.agency_id, caseId: matter.row.id })
    if (waiting) return refused(waiting)
    const article = outcomeRule(content.outcome).articles[0].at
    const told = overruled(matter, content, input.on)
    return ok({
      acts: [
        {
          kind: 'replied',
          on: input.on,
          outcome: content.outcome,
          digest: draft.digest,
          ...(article ? { article } : {}),
          ...(content.outcome !== 'partial' && remedyParts(content).mixed ? { mixed: true } : {}),
          ...(content.outcome === 'partial' ? { restUnder14To16: groundsOf(content).some(isArticle14to16) } : {}),
          ...(told.length > 0 ? { overridden: told.length } : {}),
        },
      ],
      letters: [replyLetter(matter, content, input.on), ...told],
    })
  })
}

/** 决定公开告知书 (Art 32): each third party whose objection is not heard learns in writing what of its own is disclosed all the same, and why. */
function overruled(matter: Matter, content: ReplyContent, on: LocalDate): Issue[] {
  const overridden = objectionsDecided(content, matter.folded.consultations).filter(({ decision }) => decision === 'overridden')
  const askers = askingNames(matter.requester)
  return overridden.reduce<Issue[]>((issued, { party: key, content: information, reasons }) => {
    const party = matter.parties.get(key)
    if (!party) throw new Error('a third party that was asked is on file')
    const [told, why] = [information, reasons].map((text) => withoutPersons(text, askers)) as [string, string]
    return [...issued, issue(matter, 'D09', on, { party, information: told, reasons: why }, { to: 'thirdParty', also: issued })]
  }, [])
}
