/** An issued letter as it leaves the house: with the seal image of its day, signed by the agency's e-seal where one is set up. */
import { fromParts, isLocalDate, type LocalDate } from '../../law/date.ts'
import type { OfficeContext } from '../../office/context.ts'
import { sealOn } from '../../office/letters/seal.ts'
import { agencyOn } from '../../office/people/agencies.ts'
import type { Letter, LetterCode } from '../../record/letters/model.ts'
import { eSealed, esealOf } from './eseal.ts'
import { renderLetterPdf } from './letter-pdf.ts'

/** Forms that somebody else signs bear no seal of ours. */
const UNSEALED: readonly LetterCode[] = ['D06', 'D27', 'D28']

export async function renderIssuedPdf(office: OfficeContext, agencyId: string, letter: Letter): Promise<Uint8Array> {
  const on = dayOf(letter) ?? office.today()
  if (UNSEALED.includes(letter.code)) return renderLetterPdf(letter)
  const seal = await sealOn(office, agencyId, on)
  const pdf = await renderLetterPdf(letter, seal)
  const { slug } = await agencyOn(office.db, agencyId, on)
  const hook = esealOf(slug)
  return hook ? eSealed(hook, pdf) : pdf
}

/** 成文日期, which a letter bears in words. */
function dayOf({ signature: { date } }: Letter): LocalDate | null {
  if (isLocalDate(date)) return date
  const [, year, month, day] = /(\d{4})年(\d{1,2})月(\d{1,2})日/.exec(date) ?? []
  return year && month && day ? fromParts(Number(year), Number(month), Number(day)) : null
}
