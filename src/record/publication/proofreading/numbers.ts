/** 数字: totals of tables against their rows and columns, and what the text says against what the table adds up to. */
import type { Check, Found } from './finding.ts'
import type { Cell, ProofTable } from './text.ts'

export const checkNumbers: Check = ({ text, tables }, _context, field) => {
  if (field !== 'body') return []
  const read = tables.map(readTable)
  return [...read.flatMap(ofColumns), ...read.flatMap(ofRows), ...ofWords(text, read)]
}

const AMOUNT =
  /^[¥￥]?\s*(-?\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?)\s*(人次|人|名|位|所|个|家|户|元|万元|亿元|班|套|份|件|次|辆|项|篇|条|节|公里|平方米|亩)?$/
const NONE = /^(?:—|－|-|\/|无|)$/
const TOTAL = /^(?:合\s*计|总\s*计|共\s*计|总\s*数)[：:]?$/
const SUBTOTAL = /^小\s*计[：:]?$/
/** Columns that are not added up, whatever stands below them. */
const NOT_ADDED = /序号|编号|年份|年度|年级|电话|邮编|标准|单价|比例|比率|率$|平均|人均|生均|分数|分值|名次|时间|日期|代码/

interface Amount {
  cell: Cell
  /** In units of the last decimal place that the column has. */
  value: number
  unit: string
}

interface Read {
  table: ProofTable
  /** What the head says, by column. */
  heads: Map<number, string>
  rows: { cells: Cell[]; amounts: Map<number, Amount>; kind: 'item' | 'subtotal' | 'total' | 'head' }[]
}

function amountOf(cell: Cell): Amount | null {
  const found = AMOUNT.exec(cell.text.normalize('NFKC').trim())
  if (!found || cell.wide > 1) return null
  return { cell, value: Number((found[1] ?? '').replaceAll(/[,，]/g, '')), unit: found[2] ?? '' }
}

function readTable(table: ProofTable): Read {
  const heads = new Map<number, string>()
  const deep = headRows(table)
  const rows = table.rows.map((cells, at): Read['rows'][number] => {
    const amounts = new Map<number, Amount>()
    if (at < deep) {
      for (const { column, wide, text } of cells)
        for (let n = 0; n < wide; n += 1) heads.set(column + n, `${heads.get(column + n) ?? ''}${text}`)
      return { cells, amounts, kind: 'head' }
    }
    for (const cell of cells) {
      const amount = amountOf(cell)
      if (amount) amounts.set(cell.column, amount)
    }
    const label = cells.slice(0, 2).find(({ text }) => TOTAL.test(text) || SUBTOTAL.test(text))
    return { cells, amounts, kind: label ? (SUBTOTAL.test(label.text) ? 'subtotal' : 'total') : 'item' }
  })
  return { table, heads, rows }
}

/** A first row without amounts is the head, with the rows into which its cells reach, or that divide them. */
function headRows({ rows }: ProofTable): number {
  const [first = [], second = []] = rows
  if (first.some((cell) => amountOf(cell))) return 0
  const tall = Math.max(1, ...first.map((cell) => cell.tall))
  const divided = first.some(({ wide }) => wide > 1) && !second.some((cell) => amountOf(cell))
  return Math.max(tall, divided ? 2 : 1)
}

/** Sums of decimals, free of the dust of binary fractions. */
function sumOf(values: readonly number[]): number {
  return Math.round(values.reduce((sum, value) => sum + value, 0) * 1e6) / 1e6
}

function isAdded({ heads }: Read, column: number): boolean {
  return !NOT_ADDED.test(heads.get(column) ?? '')
}

/** 合计 and 小计: what stands above. Where a cell of the column cannot be read as a number, nothing is said. */
function ofColumns(read: Read): Found[] {
  const columns = new Set(read.rows.flatMap(({ amounts }) => [...amounts.keys()]))
  return [...columns].filter((column) => isAdded(read, column)).flatMap((column) => ofColumn(read, column))
}

function ofColumn(read: Read, column: number): Found[] {
  const found: Found[] = []
  let items: number[] = []
  let sinceSubtotal: number[] = []
  let subtotals: number[] = []
  let readable = true
  for (const { cells, amounts, kind } of read.rows) {
    const amount = amounts.get(column)
    const cell = cells.find((one) => one.column <= column && column < one.column + one.wide)
    if (kind === 'head') continue
    if (kind === 'item') {
      if (!amount && !(cell && NONE.test(cell.text))) readable = false
      if (amount) {
        items.push(amount.value)
        sinceSubtotal.push(amount.value)
      }
      continue
    }
    const parts = kind === 'subtotal' ? sinceSubtotal : items
    if (amount && readable && parts.length > 0) {
      const sum = sumOf(parts)
      const rightBySubtotals = kind === 'total' && subtotals.length > 0 && sumOf(subtotals) === amount.value
      if (sum !== amount.value && !rightBySubtotals) found.push(wrongSum(amount, sum, nameOf(read, column)))
    }
    if (kind === 'subtotal') {
      if (amount) subtotals.push(amount.value)
      sinceSubtotal = []
    } else {
      // What follows a total is another part of the table.
      items = []
      sinceSubtotal = []
      subtotals = []
      readable = true
    }
  }
  return found
}

function nameOf({ heads }: Read, column: number): string {
  const head = heads.get(column) ?? ''
  return head ? `“${head}”一栏` : `第${column + 1}栏`
}

function wrongSum({ cell, value, unit }: Amount, sum: number, of: string): Found {
  const right = written(cell.text, sum, unit)
  return {
    kind: 'numbers',
    from: cell.from,
    to: cell.to,
    say: `${of}各行相加是 ${right}，写的是 ${written(cell.text, value, unit)}：请核对各行和合计。`,
    suggestion: right,
    source: '表内加总',
  }
}

/** As the cell writes numbers: with separators where it has them, with its unit. */
function written(like: string, value: number, unit: string): string {
  const digits = /\d[,，]\d{3}/.test(like) ? value.toLocaleString('en-US', { maximumFractionDigits: 6 }) : String(value)
  return `${digits}${unit}`
}

/** A column 合计: holds in most rows, so that it should in this one. */
function ofRows(read: Read): Found[] {
  const total = [...read.heads].find(([, head]) => /(?:合计|总计|小计)(?:（[^（）]*）)?$/.test(head))?.[0]
  if (total === undefined) return []
  const judged = read.rows.flatMap(({ amounts }) => {
    const sum = amounts.get(total)
    const parts = [...amounts].filter(([column]) => column !== total && isAdded(read, column)).map(([, { value }]) => value)
    return sum && parts.length > 1 ? [{ sum, right: sumOf(parts) }] : []
  })
  const wrong = judged.filter(({ sum, right }) => sum.value !== right)
  if (judged.length - wrong.length < 2 || wrong.length >= judged.length / 2) return []
  return wrong.map(({ sum, right }) => ({
    kind: 'numbers' as const,
    from: sum.cell.from,
    to: sum.cell.to,
    say: `这一行各栏相加是 ${written(sum.cell.text, right, sum.unit)}，“${read.heads.get(total) ?? '合计'}”写的是 ${sum.cell.text}。`,
    suggestion: written(sum.cell.text, right, sum.unit),
    source: '表内加总',
  }))
}

const SAID =
  /(?:共计?|合计|总计|总额为?|总金额为?|总数为?)(?:安排|投入|招收|招生|发放|资助|涉及|评出|有|招)?\s*([\d,，]+(?:\.\d+)?)\s*(人次|人|名|位|所|个|家|户|万元|元|班|套|辆|项)/g

/** What a table adds up to, by unit: the one column that has it in its head or in its cells. */
function totalsOf(tables: readonly Read[]): Map<string, { sum: number; of: string } | null> {
  const totals = new Map<string, { sum: number; of: string } | null>()
  for (const read of tables)
    for (const column of new Set(read.rows.flatMap(({ amounts }) => [...amounts.keys()]))) {
      if (!isAdded(read, column)) continue
      const amounts = read.rows.filter(({ kind }) => kind === 'item').flatMap(({ amounts: of }) => of.get(column) ?? [])
      const head = /（([^（）]{1,3})）/.exec(read.heads.get(column) ?? '')?.[1]
      const units = new Set(amounts.map(({ unit }) => unit || head || ''))
      const [unit = ''] = units
      if (units.size !== 1 || unit === '' || amounts.length < 2) continue
      const key = sameUnit(unit)
      // Two columns of one unit: nobody knows which of them the text speaks of.
      totals.set(key, totals.has(key) ? null : { sum: sumOf(amounts.map(({ value }) => value)), of: nameOf(read, column) })
    }
  return totals
}

function sameUnit(unit: string): string {
  return unit === '名' || unit === '位' ? '人' : unit
}

function ofWords(text: string, tables: readonly Read[]): Found[] {
  const totals = totalsOf(tables)
  const within = (at: number) => tables.some(({ table }) => table.from <= at && at < table.to)
  return [...text.matchAll(SAID)].flatMap((said) => {
    const { 0: whole, 1: digits = '', 2: unit = '', index } = said
    if (within(index)) return []
    const value = Number(digits.replaceAll(/[,，]/g, ''))
    const from = index + whole.indexOf(digits)
    const stretch = { from, to: from + digits.length }
    const total = totals.get(sameUnit(unit))
    const rows = total ? null : countedBelow(text, tables, index, unit)
    const right = total?.sum ?? rows
    if (right === null || right === undefined || right === value) return []
    const by = total ? `表中${total.of}相加` : '下面表中的行数'
    return [
      {
        kind: 'numbers' as const,
        ...stretch,
        say: `正文写 ${digits}${unit}，${by}是 ${right}${unit}：请核对正文和表。`,
        suggestion: String(right),
        source: '正文与表对照',
      },
    ]
  })
}

const LISTED: Readonly<Record<string, RegExp>> = {
  人: /姓名/,
  所: /学校|幼儿园|机构/,
  家: /机构|单位|企业/,
  个: /项目|班级|单位|集体/,
}

/** Of a list right below the sentence: how many of what it names. */
function countedBelow(text: string, tables: readonly Read[], at: number, unit: string): number | null {
  const heads = LISTED[sameUnit(unit)]
  const next = tables.find(({ table }) => table.from > at)
  if (!heads || !next || !/如下|以下|下列|名单/.test(text.slice(Math.max(0, at - 60), next.table.from))) return null
  if (text.slice(at, next.table.from).split('\n').length > 3 || ![...next.heads.values()].some((head) => heads.test(head)))
    return null
  const rows = next.rows.filter(({ kind, cells }) => kind === 'item' && cells.some(({ text: words }) => words !== ''))
  return rows.length > 1 ? rows.length : null
}
