/**
 * 文号 — every letter has one, given as it is issued. It carries the request's own number with a word for the kind; or its family
 * has a series of its own, 〔年〕 by year and without gaps. A number once given stays: a letter that fell is shown as void.
 */
import type { LocalDate } from '../../law/date.ts'
import { yearOf } from '../../law/date.ts'
import type { Refusal } from '../../law/refusal.ts'
import type { LetterCode } from './model.ts'

export const LETTER_FAMILIES = ['notice', 'consultation', 'reply', 'slip'] as const
export type LetterFamily = (typeof LETTER_FAMILIES)[number]
export const LETTER_FAMILY_WORDS: Record<LetterFamily, string> = {
  notice: '过程告知（回执、补正、延期、收费等）',
  consultation: '征求意见和决定公开（第三方、其他机关）',
  reply: '答复和不再处理',
  slip: '送达回证',
}

export function familyOf(code: LetterCode): LetterFamily {
  if (code === 'D28') return 'slip'
  if (code === 'D05' || code === 'D06' || code === 'D08' || code === 'D09') return 'consultation'
  return /^D(1[1-9]|2[0-46])$/.test(code) ? 'reply' : 'notice'
}

/** The word of each series, e.g. 云教公开答; a family without one carries the request's number. */
export type SeriesWords = Partial<Record<LetterFamily, string>>

/** 云教公开答〔2026〕5号 */
export function seriesNumber(word: string, on: LocalDate, serial: number): string {
  return `${word}〔${yearOf(on)}〕${serial}号`
}

export function seriesRefusals(words: SeriesWords): Refusal[] {
  const given = LETTER_FAMILIES.flatMap((family) => (words[family] ? [words[family]] : []))
  const odd = LETTER_FAMILIES.filter((family) => words[family] && !/^[\p{Script=Han}A-Za-z]{2,12}$/u.test(words[family]))
  const faults = odd.map(
    (family): Refusal => ({
      code: 'field-invalid',
      say: '文号的字只能用汉字或字母，二至十二个。',
      then: '例如“云教公开答”，年份和序号由系统编。',
      field: `words.${family}`,
    }),
  )
  if (new Set(given).size === given.length) return faults
  return [...faults, { code: 'field-invalid', say: '两类文书用了同一个字。', then: '一类一个字，各自连续编号。', field: 'words' }]
}
