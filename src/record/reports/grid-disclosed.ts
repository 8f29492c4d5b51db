/** Table 二 in real tables. */
import type { ReportForm } from '../../law/reports/formats/index.ts'
import type { Grid } from './grid.ts'
import { readCells, rowsOf } from './grid-cells.ts'
import { labelText } from './labels.ts'
import { condense } from './normalise.ts'
import type { ReadDisclosedRow } from './text-disclosed.ts'

/** 规范性文件 and 行政规范性文件 stand in either format's place. */
function isLabel(text: string, label: string): boolean {
  return text === label || text === `行政${label}` || `行政${text}` === label
}

/** Reads the rows of table 二 by their labels; empty where no table has them. */
export function readDisclosedGrids(grids: readonly Grid[], form: ReportForm): ReadDisclosedRow[] {
  const lines = rowsOf(grids)
  const headed = lines.findIndex(({ cells }) => cells.some(({ text }) => condense(text).characters.startsWith('信息内容')))
  if (headed < 0) return []
  return form.disclosed.flatMap((block) =>
    block.rows.flatMap(({ key, label }) => {
      const matching = lines.slice(headed).flatMap(({ cells }) => {
        const at = cells.findIndex(({ text }) => isLabel(labelText(text), label))
        return at < 0 ? [] : [cells.slice(at + 1)]
      })
      const [values] = matching
      if (matching.length !== 1 || !values || values.length === 0) return []
      const size = block.columns.length
      // A value cell merged over the columns of the block above leaves blanks behind it, or is repeated there.
      const spare = values.slice(size)
      const cells = values.slice(0, size)
      const last = cells.at(-1)?.text.trim() ?? ''
      const sure = cells.length === size && spare.every(({ text }) => text.trim() === '' || text.trim() === last)
      const reading = sure ? readCells(cells) : ({ state: 'unsure' } as const)
      return [
        {
          key,
          label,
          cells: size,
          reading,
          written: sure ? cells.map(({ text }) => text.trim().replace(/(\d)\s+(?=[万亿]?元)/, '$1')) : [],
        },
      ]
    }),
  )
}
