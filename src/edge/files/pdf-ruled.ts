/** Tables that are only drawn: cells are what ruled lines enclose. */
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PDFPageProxy } from 'pdfjs-dist/types/src/display/api.js'
import type { Grid, GridCell } from '../../record/reports/grid.ts'
import type { Piece } from './pdf-text.ts'
import { linesOf } from './pdf-text.ts'

/** A horizontal or vertical line: `at` is its y or x, from `from` to `to` along the other axis. */
export interface Rule {
  at: number
  from: number
  to: number
}
interface Rules {
  across: Rule[]
  down: Rule[]
}
export interface RuledTable {
  grid: Grid
  top: number
  pieces: Piece[]
}

export type Matrix = [number, number, number, number, number, number]

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** How far ends and crossings of lines may miss each other, in points. */
const SLACK = 2.5
/** A filled rectangle thinner than this is a line. */
const THIN = 3
const SHORTEST = 4
/** Far more lines than a page of tables has: a drawing. */
const MOST_RULES = 8000

export async function ruledTables(page: PDFPageProxy, pieces: readonly Piece[]): Promise<RuledTable[]> {
  const rules = await rulesOf(page)
  if (rules.across.length < 3 || rules.down.length < 3 || rules.across.length + rules.down.length > MOST_RULES) return []
  return separate(rules).flatMap((group) => {
    const table = tableOf(group, pieces)
    return table ? [table] : []
  })
}

export function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ]
}

/** All straight lines of the page, in page coordinates. Codes inside a path: 0 move, 1 line, 2 curve, 3 quadratic, 4 close. */
export async function rulesOf(page: PDFPageProxy): Promise<Rules> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const rules: Rules = { across: [], down: [] }
  let matrix = IDENTITY
  const saved: Matrix[] = []
  fnArray.forEach((operator, index) => {
    const args = argsArray[index]
    if (operator === OPS.save) saved.push(matrix)
    else if (operator === OPS.restore) matrix = saved.pop() ?? matrix
    else if (operator === OPS.transform) matrix = multiply(matrix, args as Matrix)
    else if (operator === OPS.paintFormXObjectBegin) {
      saved.push(matrix)
      if (Array.isArray(args?.[0])) matrix = multiply(matrix, args[0] as Matrix)
    } else if (operator === OPS.paintFormXObjectEnd) matrix = saved.pop() ?? matrix
    else if (operator === OPS.constructPath && args?.[0] !== OPS.endPath) {
      const [data] = (args?.[1] ?? []) as (ArrayLike<number> | null)[]
      if (data) addPath(Array.from(data), matrix, rules)
    }
  })
  return rules
}

function addPath(data: readonly number[], m: Matrix, rules: Rules): void {
  const at = (index: number): [number, number] => {
    const [x, y] = [data[index] ?? 0, data[index + 1] ?? 0]
    return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]]
  }
  let points: [number, number][] = []
  const finish = (): void => {
    addPolygon(points, rules)
    points = []
  }
  for (let index = 0; index < data.length; ) {
    const code = data[index]
    if (code === 0) {
      finish()
      points.push(at(index + 1))
      index += 3
    } else if (code === 1) {
      points.push(at(index + 1))
      index += 3
    } else if (code === 2 || code === 3) {
      finish()
      points.push(at(index + (code === 2 ? 5 : 3)))
      index += code === 2 ? 7 : 5
    } else {
      if (points[0]) points.push(points[0])
      index += 1
    }
  }
  finish()
}

/** A thin rectangle is one line; anything else contributes its upright and level edges. */
function addPolygon(points: readonly [number, number][], rules: Rules): void {
  if (points.length < 2) return
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  if (high - low <= THIN && right - left >= SHORTEST) rules.across.push({ at: (low + high) / 2, from: left, to: right })
  else if (right - left <= THIN && high - low >= SHORTEST) rules.down.push({ at: (left + right) / 2, from: low, to: high })
  else
    points.slice(1).forEach(([x, y], index) => {
      const [px, py] = points[index] ?? [x, y]
      if (Math.abs(y - py) < 0.5 && Math.abs(x - px) >= SHORTEST)
        rules.across.push({ at: y, from: Math.min(x, px), to: Math.max(x, px) })
      else if (Math.abs(x - px) < 0.5 && Math.abs(y - py) >= SHORTEST)
        rules.down.push({ at: x, from: Math.min(y, py), to: Math.max(y, py) })
    })
}

/** Lines that touch belong to one table. */
function separate({ across, down }: Rules): Rules[] {
  const parent = [...across, ...down].map((_, index) => index)
  const root = (index: number): number => {
    let at = index
    while (parent[at] !== at) at = parent[at] = parent[parent[at] ?? at] ?? at
    return at
  }
  const meets = (a: Rule, b: Rule): boolean =>
    a.at >= b.from - SLACK && a.at <= b.to + SLACK && b.at >= a.from - SLACK && b.at <= a.to + SLACK
  const near = (a: Rule, b: Rule): boolean => Math.abs(a.at - b.at) <= SLACK && a.from <= b.to + SLACK && b.from <= a.to + SLACK
  const join = (a: number, b: number): void => {
    parent[root(a)] = root(b)
  }
  across.forEach((h, i) => {
    down.forEach((v, j) => meets(h, v) && join(i, across.length + j))
    across.slice(i + 1).forEach((other, k) => near(h, other) && join(i, i + 1 + k))
  })
  const groups = new Map<number, Rules>()
  const groupOf = (index: number): Rules => {
    const key = root(index)
    const group = groups.get(key) ?? { across: [], down: [] }
    groups.set(key, group)
    return group
  }
  across.forEach((h, i) => groupOf(i).across.push(h))
  down.forEach((v, j) => groupOf(across.length + j).down.push(v))
  return [...groups.values()].filter((group) => group.across.length >= 2 && group.down.length >= 2)
}

/** Distinct positions, close ones taken together; a table cut by the page's end goes on to where the crossing lines end. */
function positions(rules: readonly Rule[], crossing: readonly Rule[]): number[] {
  const ends = [Math.min(...crossing.map(({ from }) => from)), Math.max(...crossing.map(({ to }) => to))]
  const found: number[] = []
  for (const at of [...rules.map((rule) => rule.at), ...ends].sort((a, b) => a - b))
    if (at - (found.at(-1) ?? -Infinity) > SLACK) found.push(at)
  return found
}

function covered(rules: readonly Rule[], at: number, middle: number): boolean {
  return rules.some((rule) => Math.abs(rule.at - at) <= SLACK && rule.from - SLACK <= middle && middle <= rule.to + SLACK)
}

/** Elementary cells between neighbouring lines, joined where no line parts them, with the text whose centre they hold. */
function tableOf({ across, down }: Rules, pieces: readonly Piece[]): RuledTable | null {
  const xs = positions(down, across)
  const ys = positions(across, down).reverse()
  const [rows, cols] = [ys.length - 1, xs.length - 1]
  if (rows < 1 || cols < 1 || rows * cols > 20_000) return null
  const [left, right, top, bottom] = [xs[0] ?? 0, xs.at(-1) ?? 0, ys[0] ?? 0, ys.at(-1) ?? 0]
  const owner = new Map<string, GridCell>()
  const cells: GridCell[] = []
  const [x, y] = [(c: number) => xs[c] ?? 0, (r: number) => ys[r] ?? 0]
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < cols; c++) {
      if (owner.has(`${r},${c}`)) continue
      const middleX = (column: number): number => (x(column) + x(column + 1)) / 2
      const middleY = (row: number): number => (y(row) + y(row + 1)) / 2
      let [colSpan, rowSpan] = [1, 1]
      while (c + colSpan < cols && !owner.has(`${r},${c + colSpan}`) && !covered(down, x(c + colSpan), middleY(r))) colSpan++
      const columns = Array.from({ length: colSpan }, (_, offset) => c + offset)
      // A cell ends where any line crosses it, level or upright.
      const goesOn = (row: number): boolean =>
        columns.every(
          (column) => !covered(across, y(row), middleX(column)) && (column === c || !covered(down, x(column), middleY(row))),
        )
      while (r + rowSpan < rows && goesOn(r + rowSpan)) rowSpan++
      const cell: GridCell = { text: '', row: r, col: c, rowSpan, colSpan }
      cells.push(cell)
      for (let i = r; i < r + rowSpan; i++) for (let j = c; j < c + colSpan; j++) owner.set(`${i},${j}`, cell)
    }
  }
  const inside = pieces.filter((piece) => {
    const [cx, cy] = [piece.x + piece.width / 2, piece.y + piece.size * 0.35]
    return cx > left && cx < right && cy < top && cy > bottom
  })
  const texts = new Map<GridCell, Piece[]>()
  for (const piece of inside) {
    const c = xs.findLastIndex((at) => at <= piece.x + piece.width / 2)
    const r = ys.findLastIndex((at) => at >= piece.y + piece.size * 0.35)
    const cell = owner.get(`${r},${c}`)
    if (cell) texts.set(cell, [...(texts.get(cell) ?? []), piece])
  }
  for (const [cell, own] of texts) cell.text = linesOf(own)
  return inside.length > 0 ? { grid: { rows, cols, cells }, top, pieces: inside } : null
}
