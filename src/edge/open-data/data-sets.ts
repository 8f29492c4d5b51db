/** 数据表 for programs and spreadsheets: CSV with the headings that people read, JSON with every value as what it is. */
import { cite } from '../../law/cite.ts'
import { DATA_SETS, type DataColumn } from '../../law/publication/data-sets.ts'
import type { Agency } from '../../record/people/agency.ts'
import { headingOf, periodWords } from '../../record/publication/data-set.ts'
import { placesIn } from '../../record/publication/data-cell.ts'
import type { PublicDataSet } from '../../record/publication/data-set-view.ts'
import { BYTE_ORDER_MARK, csvLine } from './csv.ts'

export function dataSetCsv({ kind, rows }: Pick<PublicDataSet, 'kind' | 'rows'>): string {
  const { columns } = DATA_SETS[kind]
  const lines = rows.map((row) => csvLine(columns.map(({ key }) => row[key] ?? null)))
  return BYTE_ORDER_MARK + csvLine(columns.map(headingOf)) + lines.join('')
}

/** @param site the portal's address as the reader sees it, without a slash at the end */
export function dataSetJson(site: string, agency: Agency, set: PublicDataSet): Record<string, unknown> {
  const rule = DATA_SETS[set.kind]
  return {
    kind: set.kind,
    title: set.title,
    agency: agency.details.name,
    period: set.period,
    periodWords: periodWords(set.period),
    releasedOn: set.releasedOn,
    basis: cite(rule.by),
    address: `${site}/${agency.slug}/data/${set.kind}/${set.period}`,
    document: `${site}/${agency.slug}/doc/${set.documentId}`,
    note: set.note,
    columns: rule.columns.map(({ key, zh, kind, unit, options }) => ({
      key,
      label: zh,
      kind,
      ...(unit ? { unit } : {}),
      ...(options ? { options } : {}),
    })),
    rows: set.rows.map((row) => Object.fromEntries(rule.columns.map((column) => [column.key, valueOf(column, row[column.key])]))),
  }
}

function valueOf({ kind }: DataColumn, text: string | undefined): string | number | boolean | string[] | null {
  if (text === undefined) return null
  if (kind === 'count' || kind === 'yuan') return Number(text)
  if (kind === 'yesNo') return text === '是'
  return kind === 'places' ? placesIn(text) : text
}
