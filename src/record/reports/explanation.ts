/** 说明: a stated reason in the place of a repair (X4, L05, L06). A letter or two states nothing. */
import type { Finding } from '../../law/reports/model.ts'
import { EXPLAINABLE } from '../../law/reports/finding-codes.ts'

/** “上年报告已经更正” is eight characters. */
const SHORTEST = 8
/** Fewer different ones are somebody leaning on a key. */
const FEWEST_DIFFERENT = 5

export function isReason(text: string | undefined): boolean {
  const said = text?.match(/\p{Script=Han}/gu) ?? []
  return said.length >= SHORTEST && new Set(said).size >= FEWEST_DIFFERENT
}

/** So much of a sentence tells it from others. */
const TELLING = 80

/** What a reason is given for: this very difference of numbers, these very words. A column broken later, a sentence copied later needs its own. */
export function reasonKey({ code, column, expected, found, words }: Finding): string {
  return [code, column, expected, found, words && [...words].slice(0, TELLING).join('')]
    .filter((part) => part !== null && part !== undefined)
    .join(' ')
}

/** The errors that nothing explains. */
export function unresolved(findings: readonly Finding[], explained: Record<string, string>): Finding[] {
  return findings.filter((one) => one.level === 'error' && !(EXPLAINABLE.has(one.code) && isReason(explained[reasonKey(one)])))
}
