/** Which fields a reply of this outcome asks for: from the outcome table, and for a partial reply from the grounds chosen. */
import { type Need, outcomeRule } from '../../../law/requests/outcomes.ts'
import type { Outcome } from '../../../law/requests/vocabulary.ts'
import { OUTCOMES } from '../../../law/requests/vocabulary.ts'
import type { ReplyContent } from '../../../record/requests/reply.ts'
import { replyContentSchema } from '../../../record/requests/reply.ts'
import { groundsAsked, needsOf } from '../../../record/requests/reply-grounds.ts'

/** The outcomes that a reply can have: those that close a case by lapse or withdrawal are recorded as acts. */
export const REPLY_OUTCOMES = OUTCOMES.filter((outcome) => outcomeRule(outcome).closedBy === 'reply')

export function emptyReply(outcome: Outcome): ReplyContent {
  return replyContentSchema.parse({ outcome })
}

/** Which part of the content each need is written in. */
const PARTS: Partial<Record<Need, readonly (keyof ReplyContent)[]>> = {
  given: ['given', 'objections'],
  publishedAt: ['publishedAt'],
  remainder: ['grounds', 'withheldPart'],
  reasons: ['reasons'],
  severance: ['severable'],
  groundBasis: ['groundBasis'],
  consultation: ['knownObjection'],
  rightAgency: ['rightAgency'],
  earlierCase: ['earlierCase'],
  accessLaw: ['accessLaw'],
  properOutlet: ['properOutlet'],
  publicationSource: ['publicationSource'],
}

/**
 * The content with only those parts that its outcome uses, so that what was typed for another outcome never reaches the
 * letter. The form itself keeps everything: choosing back brings it back.
 */
export function relevant(content: ReplyContent): ReplyContent {
  const kept = new Set<string>(['outcome', 'items', 'itemsComplete', 'remark'])
  const grounds = groundsAsked(content)
  for (const need of needsOf(content)) for (const part of PARTS[need] ?? []) kept.add(part)
  if (content.items.length > 0) kept.add('mainReason')
  if (grounds.includes('stateSecret')) kept.add('secret')
  if (!grounds.includes('forbiddenByLaw')) kept.delete('groundBasis')
  if (grounds.includes('thirdParty')) kept.add('weighing')
  const chosen = Object.entries(content).filter(([part]) => kept.has(part))
  const tests = content.tests.filter(({ of }) => grounds.includes(of))
  // The form shows its usual way of giving before anybody has touched it: so does the letter.
  const given = kept.has('given') ? (content.given ?? {}) : null
  return replyContentSchema.parse({ ...Object.fromEntries(chosen), given, tests })
}
