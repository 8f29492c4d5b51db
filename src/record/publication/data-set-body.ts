/** A 数据表 as the text of its document: what is reviewed, searched, printed and exported is this very table. */
import { DATA_SETS } from '../../law/publication/data-sets.ts'
import { escapeHtml } from './escape-html.ts'
import { type DataSet, dataSetTitle, headingOf } from './data-set.ts'

export function dataSetBody(set: DataSet): string {
  const { columns } = DATA_SETS[set.kind]
  const note = set.note
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => `<p>${escapeHtml(line)}</p>`)
    .join('')
  if (set.rows.length === 0) return note
  const head = columns.map((column) => `<th scope="col">${escapeHtml(headingOf(column))}</th>`).join('')
  const rows = set.rows.map((row) => {
    const cells = columns.map(({ key }, at) => {
      const text = escapeHtml(row[key] ?? '')
      return at === 0 ? `<th scope="row">${text}</th>` : `<td>${text}</td>`
    })
    return `<tr>${cells.join('')}</tr>`
  })
  return `${note}<table><caption>${escapeHtml(dataSetTitle(set))}</caption><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`
}
