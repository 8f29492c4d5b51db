/**
 * 发文字号 (GB/T 9704-2012, 7.2.5): the organ's 代字, the year in full in 六角括号, the serial number without leading zeros and
 * without 第, then 号. Brackets of other kinds are a slip that people make when typing, so they are put right.
 */

const NUMBER = /^[\p{Script=Han}A-Za-z]{1,20}〔(?:19|20)\d\d〕[1-9]\d{0,4}号$/u

/** The number as the standard writes it; null when it is none. */
export function documentNumber(written: string): string | null {
  const tidy = written.replace(/\s+/g, '').replace(/[[【［(（]((?:19|20)\d\d)[\]】］)）]/u, '〔$1〕')
  return NUMBER.test(tidy) ? tidy : null
}
