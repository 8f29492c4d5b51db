/** 文号登记簿的筛选: pure, since all numbers of a year are on the page already. */
import { familyOf, type LetterFamily } from './numbering.ts'
import type { RegisterRow } from './view.ts'

export interface NarrowedRegister {
  /** Empty: every family. */
  family: LetterFamily | ''
  standing: 'all' | 'standing' | 'void'
  /** Words that all have to stand in the number, the title or the number of the request. */
  text: string
}

export function isInRegister(row: RegisterRow, { family, standing, text }: NarrowedRegister): boolean {
  if (family && familyOf(row.code) !== family) return false
  if (standing !== 'all' && (row.voidBecause === null) !== (standing === 'standing')) return false
  const words = text.split(/\s+/u).filter(Boolean)
  return words.every((word) => [row.number, row.title, row.caseNumber].some((one) => one.includes(word)))
}
