/**
 * Pages saved as text, where `|` ends each cell and a row goes on over many lines:
 *
 *     一、本年新收政府信息公开申请数量 |        规章
 *     0 |                                      |
 *     |            (a blank cell)              0
 *     ||           (what a merged cell covers) |
 *
 * A new row begins with the label after a value, since the line ends tell nothing.
 */
import type { SourceBlock } from '../../record/reports/grid.ts'
import { gridOfRows } from '../../record/reports/grid.ts'

/** So many lines of a single cell make it this layout and no table with a row on each line. */
const FEWEST = 15
/** Longer stretches between two marks are prose, not a cell. */
const LONGEST_CELL = 120
/** What merged cells cover: marks side by side, or any number of them after the end of a cell. */
const COVERED = /(?<=\|)\s+\|+\s*$|^\s*\|{2,}\s*$/
const HEADING =
  /^\s*[一二三四五六七八]\s*[、.,]?\s*(?:.{0,8}总体情况|主动公开|.{0,6}收到和处理|.{0,16}行政复议|.{0,16}存在的?(?:主要)?问题|其他需要)/
const VALUE = /^(?:[-+]?[\d.,]+(?:件|条|次|个|项|宗|份|万元|元)?|[-—–/\\〇○]+|无|)$/

/** Whether single cells make up the lines of this text. */
export function hasCellLines(lines: readonly string[]): boolean {
  let [single, rows] = [0, 0]
  for (const line of lines) {
    const marks = line.replace(COVERED, '').split('|').length - 1
    if (marks > 2) rows++
    else if (marks === 1 && /\|\s*$/.test(line)) single++
  }
  return single >= FEWEST && single > rows
}

/** Cuts a run of cells into rows: a label after a value begins one. */
function rowsOfCells(cells: readonly string[]): string[][] {
  const rows: string[][] = []
  let afterValue = true
  for (const cell of cells) {
    const value = VALUE.test(cell.replace(/\s/g, ''))
    if (!value && afterValue) rows.push([])
    rows.at(-1)?.push(cell)
    afterValue = value
  }
  return rows
}

/** The text as blocks: prose, and grids whose columns are only the order of their cells. */
export function readCellLines(lines: readonly string[]): SourceBlock[] {
  const blocks: SourceBlock[] = []
  let prose: string[] = []
  let cells: string[] = []
  let open: string[] = []
  const closeTable = (): void => {
    const rows = rowsOfCells(cells)
    if (rows.length > 0) blocks.push({ kind: 'grid', grid: gridOfRows(rows, true) })
    cells = []
  }
  /** What stands open is prose, but for its last `kept` lines, which begin a cell. */
  const flush = (kept: number): void => {
    const spoken = open.slice(0, open.length - kept)
    open = open.slice(open.length - kept)
    if (spoken.every((line) => line.trim() === '')) return
    closeTable()
    prose = [...prose, ...spoken]
  }
  const endProse = (): void => {
    if (prose.length > 0) blocks.push({ kind: 'text', text: prose.join('\n') })
    prose = []
  }
  for (const line of lines) {
    if (!line.includes('|')) {
      open.push(line)
      continue
    }
    if (/^\s*\|{2,}\s*$/.test(line)) {
      if (open.every((before) => before.trim() === '')) open = []
      continue
    }
    const heading = open.findLastIndex((before) => HEADING.test(before))
    const own = line.split('|', 1)[0] ?? ''
    // A heading is prose unless it is itself the label that this mark ends (一、本年新收… is none).
    if (heading >= 0) flush(open.length - heading - 1)
    if (open.join('').length > LONGEST_CELL) flush(own.trim() === '' ? 1 : 0)
    if (open.length > 1 && cells.length === 0 && prose.length === 0 && blocks.length === 0) flush(own.trim() === '' ? 1 : 0)
    endProse()
    const parts = line
      .replace(COVERED, '')
      .replace(/\|\s*$/, '')
      .split('|')
    parts.forEach((part, index) => cells.push((index === 0 ? [...open, part] : [part]).join('\n').trim()))
    open = []
  }
  flush(0)
  closeTable()
  endProse()
  return blocks
}
