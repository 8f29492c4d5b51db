/** 复议前置 — must the requester ask for reconsideration before going to court? ARL 23.1(4); 法释〔2025〕8号 Art 1. */
import { apl, arl, disclosureInterpretation } from '../cite.ts'
import type { LocalDate } from '../date.ts'
import { inForce } from '../dated.ts'
import type { Readings } from '../readings.ts'
import type { Outcome } from '../requests/vocabulary.ts'

/**
 * Which refusals must go to reconsideration first. `none`: free choice between reconsideration and suit. `as-read`: the words
 * 不予公开 were read in two ways, so the agency's reading decides. `narrow`: refusals under Arts 14–16 only.
 */
export const RECONSIDERATION_FIRST_SCOPE = inForce<'none' | 'as-read' | 'narrow'>([
  { from: '2015-05-01', is: 'none', by: apl('44') },
  { from: '2024-01-01', is: 'as-read', by: arl('23.1(4)') },
  { from: '2025-06-01', is: 'narrow', by: disclosureInterpretation('1') },
])

/** Refusals under Arts 14, 15 and 16. 属于行政查询事项 stands in the same family of table three but rests on 36(7). */
function refusedUnder14To16(outcome: Outcome): boolean {
  return outcome.startsWith('withheld.') && outcome !== 'withheld.adminQuery'
}

function withheldInTheWideSense(outcome: Outcome): boolean {
  return /^(withheld|unable|notProcessed)\./.test(outcome)
}

/** Whether a refusal under Arts 14–16 made on this day must go to reconsideration first: no reading changes that. */
export function isRefusalReconsiderationFirst(decidedOn: LocalDate): boolean {
  return (RECONSIDERATION_FIRST_SCOPE.on(decidedOn)?.is ?? 'none') !== 'none'
}

/**
 * Whether a decision of this kind, made on this day, can be sued over only after reconsideration. For a partial disclosure the
 * answer concerns the part withheld (reading `partialIsReviewFirst`).
 */
export function isReconsiderationFirst(outcome: Outcome, decidedOn: LocalDate, readings: Readings): boolean {
  const scope = RECONSIDERATION_FIRST_SCOPE.on(decidedOn)?.is
  if (!isRefusalReconsiderationFirst(decidedOn)) return false
  if (outcome === 'partial') return readings.partialIsReviewFirst
  if (refusedUnder14To16(outcome)) return true
  return scope === 'as-read' && readings.reviewFirst === 'wide' && withheldInTheWideSense(outcome)
}
