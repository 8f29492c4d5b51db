/** A reply drafted by the clerk and sent up for review: what tests of its refusals have in common. */
import { saveDraft, submitDraft } from '../../src/office/requests/draft-reply.ts'
import { type ReplyContentInput, replyContentSchema } from '../../src/record/requests/reply.ts'
import type { CaseWork } from './case-work.ts'
import { type County, must } from './county.ts'

/** Drafted and sent up for review: the refusals, or none. */
export async function sendUp(place: County, work: CaseWork, input: ReplyContentInput, day: string) {
  const { office } = place
  const clerk = place.actor('clerk')
  place.setToday(day)
  const draftVersion = (await work.view()).draft?.version ?? 0
  must(await saveDraft(office, clerk, { caseId: work.id, draftVersion, content: replyContentSchema.parse(input) }))
  const digest = (await work.view()).draft?.digest ?? ''
  const sent = await submitDraft(office, clerk, { caseId: work.id, digest })
  return { digest, refusals: sent.ok ? [] : sent.refusals }
}
