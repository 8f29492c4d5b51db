/** Which fields a reply of this outcome asks for: from the outcome table, and for a partial reply from the grounds chosen. */
import { type Need, outcomeRule } from '../../../law/requests/outcomes.ts'
import type { Outcome } from '../../../law/requests/vocabulary.ts'
import { OUTCOMES } from '../../../law/requests/vocabulary.ts'
import type { RemainderGround } from '../../../law/withholding.ts'
import { groundsOf } from '../../../record/requests/check-reply.ts'
import type { ReplyContent } from '../../../record/requests/reply.ts'
import { replyContentSchema } from '../../../record/requests/reply.ts'

/** The outcomes that a reply can have: those that close a case by lapse or withdrawal are recorded as acts. */
export const REPLY_OUTCOMES = OUTCOMES.filter((outcome) => outcomeRule(outcome).closedBy === 'reply')

const OF_GROUND: Partial<Record<RemainderGround, Need>> = {
  notHeld: 'search',
  notOurs: 'rightAgency',
  adminQuery: 'accessLaw',
}
const NEEDS_BASIS: readonly RemainderGround[] = ['stateSecret', 'forbiddenByLaw']

export function needsOf(content: Pick<ReplyContent, 'outcome' | 'grounds'>): ReadonlySet<Need> {
  const grounds = groundsOf({ ...emptyReply(content.outcome), grounds: content.grounds })
  const needs = new Set<Need>(outcomeRule(content.outcome).needs)
  for (const ground of grounds) {
    const need = OF_GROUND[ground]
    if (need) needs.add(need)
  }
  if (!grounds.some((ground) => NEEDS_BASIS.includes(ground))) needs.delete('groundBasis')
  if (!grounds.includes('thirdParty')) needs.delete('consultation')
  return needs
}

export function emptyReply(outcome: Outcome): ReplyContent {
  return replyContentSchema.parse({ outcome })
}

/** Which part of the content each need is written in. */
const PARTS: Partial<Record<Need, readonly (keyof ReplyContent)[]>> = {
  given: ['given'],
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
  const kept = new Set<string>(['outcome', 'remark', 'publicInterest'])
  for (const need of needsOf(content)) for (const part of PARTS[need] ?? []) kept.add(part)
  const chosen = Object.entries(content).filter(([part]) => kept.has(part))
  return replyContentSchema.parse(Object.fromEntries(chosen))
}
