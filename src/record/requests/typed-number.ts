/** 受理编号 as people type it off a receipt: whatever brackets, widths and blanks, with or without what stands around the figures. */

export interface NumberParts {
  year: number
  serial: number
}

/** `×公开申〔2026〕12号`, `(2026)12`, `２０２６-１２`, `2026年第12号`; null where no year and serial stand in it. */
export function numberParts(typed: string): NumberParts | null {
  const plain = typed.normalize('NFKC').replace(/\s/g, '')
  const [, year, serial] = /(?<!\d)((?:19|20)\d{2})[)\]〕】}年/—–-]第?(\d{1,6})(?!\d)/.exec(plain) ?? []
  return year && serial ? { year: Number(year), serial: Number(serial) } : null
}

/** A word of a search with what stands around a year turned into the brackets of official numbers: `(2026)12` and `［2026］12` → `〔2026〕12`. */
export function asNumbersAreWritten(word: string): string {
  return word.normalize('NFKC').replace(/[([{【〔]((?:19|20)\d{2})[)\]}】〕]/g, '〔$1〕')
}
