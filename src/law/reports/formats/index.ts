/** Which format a report year has. Formats are never converted into each other. */
import type { ReportFormat } from '../model.ts'
import { FORM_2019 } from './2019.ts'
import { FORM_2021 } from './2021.ts'
import type { ReportForm } from './form.ts'

export type { DisclosedBlockForm, FigureForm, ReportForm, RequestRowForm } from './form.ts'
export { FORM_2019, FORM_2021 }

/** Every format there is, by its name. A new one is its file and a line here. */
export const FORMS: { '2019': ReportForm; '2021': ReportForm; [format: ReportFormat]: ReportForm } = {
  '2019': FORM_2019,
  '2021': FORM_2021,
}

/** The format for a report year; `undefined` before 2019, when there was none (条例 2019 Art 50 was not in force). */
export function formatFor(year: number): ReportForm | undefined {
  return Object.values(FORMS)
    .toSorted((a, b) => b.fromYear - a.fromYear)
    .find((form) => form.fromYear <= year)
}

export function isFormat(format: string): boolean {
  return Object.hasOwn(FORMS, format)
}

/** Throws on a name that is no format: whoever takes one from outside asks {@link isFormat} first. */
export function formOf(format: ReportFormat): ReportForm {
  const form = FORMS[format]
  if (!form) throw new RangeError(`no report format ${format}`)
  return form
}
