/** 依据审查 — every article that a reply rests on or names must exist and be in force on the day of the decision (guard G10). */
import { citationFaults, ruleFault, unknownTitles } from '../../law/basis/citations.ts'
import type { BasisText } from '../../law/basis/library.ts'
import type { LocalDate } from '../../law/date.ts'
import type { Refusal } from '../../law/refusal.ts'
import { outcomeRule } from '../../law/requests/outcomes.ts'
import { GROUND_TABLE } from '../../law/withholding.ts'
import { groundsOf } from './reply-grounds.ts'
import type { ReplyContent } from './reply.ts'

/** Where reasons and bases are written. What is asked for or given may well be an old text: its name is not judged. */
const RESTS_ON: ReadonlySet<string> = new Set([
  'reasons',
  'groundBasis',
  'knownObjection',
  'publicInterest',
  'accessLaw',
  'remark',
  'basis',
  'reason',
])

/** Every text below `value` that stands in a field of reasons or bases, with the path of the field. */
function written(value: unknown, path: string, inside: boolean): { field: string; text: string }[] {
  if (typeof value === 'string') return inside && value !== '' ? [{ field: path, text: value }] : []
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, part]) =>
    written(part, path === '' ? key : `${path}.${key}`, inside || RESTS_ON.has(key)),
  )
}

/** Faults of what the reply cites: in the articles that its outcome and grounds bring along, and in what was written. */
export function checkBasis(content: ReplyContent, on: LocalDate, library: readonly BasisText[]): Refusal[] {
  const rules = [
    ...outcomeRule(content.outcome).articles.map((by) => ({ by, field: 'outcome' })),
    ...groundsOf(content).map((ground) => ({ by: GROUND_TABLE[ground].by, field: 'grounds' })),
  ]
  const ofRules = rules.flatMap(({ by, field }) => {
    const fault = ruleFault(by, on, library)
    return fault ? [{ ...fault, field }] : []
  })
  const ofTexts = written(content, '', false).flatMap(({ field, text }) =>
    citationFaults(text, on, library).map((fault) => ({ ...fault, field })),
  )
  return [...ofRules, ...ofTexts]
}

/** Texts that the reply rests on and the library does not hold: for the writer to check. */
export function uncheckedTitles(content: ReplyContent, library: readonly BasisText[]): string[] {
  return [...new Set(written(content, '', false).flatMap(({ text }) => unknownTitles(text, library)))]
}
