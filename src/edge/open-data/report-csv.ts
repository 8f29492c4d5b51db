/**
 * One report as CSV, one cell a line: the code for a program, the form's words for a person, and whose report it is on every line, so
 * that files of several agencies or years can be put one below the other. Below the cells: whose numbers are in them and whose are not.
 */
import { dataCells } from '../../record/reports/data-columns.ts'
import type { PublishedReport } from '../../record/reports/published.ts'
import { BYTE_ORDER_MARK, csvLine } from './csv.ts'

const HEAD = ['机关', '年度', '版本', '代码', '部分', '行', '列', '数值']

export function reportCsv({ agency, document, version }: PublishedReport): string {
  const lines = dataCells(document.tables, document.format).map(({ code, section, row, column, value }) =>
    csvLine([agency.name, document.year, version, code, section, row, column, value]),
  )
  const { scope } = document
  const beside = scope
    ? [{ key: 'lead', title: '', names: [scope.lead] }, ...scope.parts].map(({ key, title, names }) =>
        csvLine([agency.name, document.year, version, `scope.${key}`, '汇总范围', title, '', names.join('、')]),
      )
    : []
  return BYTE_ORDER_MARK + csvLine(HEAD) + lines.join('') + beside.join('')
}
