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

/** The errors that nothing explains. */
export function unresolved(findings: readonly Finding[], explained: Record<string, string>): Finding[] {
  return findings.filter(({ level, code }) => level === 'error' && !(EXPLAINABLE.has(code) && isReason(explained[code])))
}
