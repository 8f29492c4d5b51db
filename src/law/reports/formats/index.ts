/** Which format a report year has. Formats are never converted into each other. */
import type { ReportFormat } from '../model.ts'
import { FORM_2019 } from './2019.ts'
import { FORM_2021 } from './2021.ts'
import type { ReportForm } from './form.ts'

export type { DisclosedBlockForm, ReportForm, RequestRowForm } from './form.ts'

export const FORMS: Record<ReportFormat, ReportForm> = { '2019': FORM_2019, '2021': FORM_2021 }

/** The format for a report year; `undefined` before 2019, when there was none (条例 2019 Art 50 was not in force). */
export function formatFor(year: number): ReportForm | undefined {
  return [FORM_2021, FORM_2019].find((form) => form.fromYear <= year)
}

export function formOf(format: ReportFormat): ReportForm {
  return FORMS[format]
}
