/** Table 二 in real tables. */
import type { ReportForm } from '../../law/reports/formats/index.ts'
import type { Grid } from './grid.ts'
import type { GridRow } from './grid-cells.ts'
import { readCells, rowsOf } from './grid-cells.ts'
import { columnsInOrder } from './headings.ts'
import { labelText } from './labels.ts'
import { headedUnit } from './money.ts'
import { condense } from './normalise.ts'
import type { RowReading } from './row-reading.ts'
import type { ReadDisclosedRow } from './text-disclosed.ts'

/** 规范性文件 and 行政规范性文件 stand in either format's place. */
function isLabel(text: string, label: string): boolean {
  return text === label || text === `行政${label}` || `行政${text}` === label
}

function isHeaded({ cells }: GridRow): boolean {
  return cells.some(({ text }) => condense(text).characters.startsWith('信息内容'))
}

/** The headings over a row. */
function headingsAbove(lines: readonly GridRow[], index: number): string {
  const above = lines.slice(0, index).findLast(isHeaded)
  return above?.cells.map(({ text }) => text).join(' ') ?? ''
}

/** Reads the rows of table 二 by their labels; empty where no table has them. */
export function readDisclosedGrids(grids: readonly Grid[], form: ReportForm): ReadDisclosedRow[] {
  const lines = rowsOf(grids)
  const headed = lines.findIndex(isHeaded)
  if (headed < 0) return []
  const unit = headedUnit(lines.flatMap(({ cells }) => cells.map(({ text }) => text)).join(' '))
  return form.disclosed.flatMap((block) =>
    block.rows.flatMap(({ key, label, figures }) => {
      const matching = lines.slice(headed).flatMap(({ cells }, index) => {
        const at = cells.findIndex(({ text }) => isLabel(labelText(text), label))
        return at < 0 ? [] : [{ values: cells.slice(at + 1), headings: headingsAbove(lines, headed + index) }]
      })
      const [found] = matching
      if (matching.length !== 1 || !found || found.values.length === 0) return []
      const { values, headings } = found
      const size = block.columns.length
      // A value cell merged over the columns of the block above leaves blanks behind it, or is repeated there.
      const spare = values.slice(size)
      const cells = values.slice(0, size)
      const last = cells.at(-1)?.text.trim() ?? ''
      const sure = cells.length === size && spare.every(({ text }) => text.trim() === '' || text.trim() === last)
      const inOrder = columnsInOrder(headings, block.columns)
      const read: RowReading = sure
        ? readCells(cells, figures.every(({ is }) => is === 'amount') ? unit : null)
        : { state: 'unsure' }
      const reading: RowReading = inOrder ? read : { state: 'unsure', why: 'headings' }
      return [
        {
          key,
          label,
          cells: size,
          reading,
          written: sure && inOrder ? cells.map(({ text }) => text.trim().replace(/(\d)\s+(?=[万亿]?元)/, '$1')) : [],
        },
      ]
    }),
  )
}
