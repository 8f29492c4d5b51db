/**
 * What would put a report's numbers right, where arithmetic leaves one answer: a blank or unread cell that follows from the others,
 * or the one row whose change makes every broken relation hold. Proposals only: no number is ever changed by itself.
 */
import { leafRows } from './algebra.ts'
import type { ReportForm } from './formats/index.ts'
import type { Cell, Finding, ProposedCell, ReportTables } from './model.ts'

type Table = 'requests' | 'disputes'

interface Place {
  table: Table
  row: string
  column: string
}

/** Signed cells that, with the constant, add up to nothing. */
interface Relation {
  code: string
  /** What the finding of a broken one is known by: its row (X3, X5) or its column (X1, X2, X4). */
  of: string
  parts: readonly { key: string; sign: 1 | -1 }[]
  constant: number
}

type Values = ReadonlyMap<string, Cell>

const keyOf = ({ table, row, column }: Place): string => `${table} ${row} ${column}`

function placeOf(key: string): Place {
  const [table, row = '', column = ''] = key.split(' ')
  return { table: table === 'disputes' ? 'disputes' : 'requests', row, column }
}

function relation(code: string, of: string, plus: readonly Place[], minus: readonly Place[], constant = 0): Relation {
  const parts = (places: readonly Place[], sign: 1 | -1) => places.map((place) => ({ key: keyOf(place), sign }))
  return { code, of, parts: [...parts(plus, 1), ...parts(minus, -1)], constant }
}

/** X3 and X5: the last column is the sum of the others. */
function summed(code: 'X3' | 'X5', table: Table, row: string, columns: readonly { column: string }[]): Relation {
  const places = columns.map(({ column }) => ({ table, row, column }))
  return relation(code, row, places.slice(0, -1), places.slice(-1))
}

function relationsOf({ requests, disputes, ...form }: ReportForm, previous?: ReportTables): Relation[] {
  return [
    ...requests.rows.map(({ row }) => summed('X3', 'requests', row, requests.columns)),
    ...disputes.groups.map(({ group }) => summed('X5', 'disputes', group, disputes.columns)),
    ...requests.columns.flatMap(({ column }, index) => {
      const at = (row: string): Place => ({ table: 'requests', row, column })
      const before = previous?.requests?.carriedForward?.[index] ?? null
      return [
        relation('X1', column, [at('received'), at('carriedOver')], [at('handled'), at('carriedForward')]),
        relation('X2', column, leafRows({ requests, disputes, ...form }).map(at), [at('handled')]),
        ...(before === null ? [] : [relation('X4', column, [at('carriedOver')], [], -before)]),
      ]
    }),
  ]
}

function valuesOf({ requests, disputes }: ReportTables, form: ReportForm): Map<string, Cell> {
  const values = new Map<string, Cell>()
  const put = (table: Table, row: string, columns: readonly { column: string }[], cells: readonly Cell[] | undefined): void =>
    columns.forEach(({ column }, index) => values.set(keyOf({ table, row, column }), cells?.[index] ?? null))
  if (requests) for (const { row } of form.requests.rows) put('requests', row, form.requests.columns, requests[row])
  if (disputes) for (const { group } of form.disputes.groups) put('disputes', group, form.disputes.columns, disputes[group])
  return values
}

function isCount(value: number): boolean {
  return value >= 0 && Number.isSafeInteger(value)
}

/** What is over: nothing where the relation holds, null where a cell is unknown. */
function excess({ parts, constant }: Relation, values: Values): number | null {
  let total = constant
  for (const { key, sign } of parts) {
    const value = values.get(key) ?? null
    if (value === null) return null
    total += sign * value
  }
  return total
}

/** The value of the one cell that is unknown. */
function impliedBy(one: Relation, values: Values): { key: string; value: number } | null {
  const unknown = one.parts.filter(({ key }) => (values.get(key) ?? null) === null)
  const [only] = unknown
  if (!only || unknown.length > 1) return null
  const rest = excess(one, new Map([...values, [only.key, 0]])) ?? 0
  return { key: only.key, value: rest === 0 ? 0 : -rest * only.sign }
}

/** Cells without a number that the others leave one value; where two relations disagree, none. */
function impliedCells(relations: readonly Relation[], known: Values): Map<string, number> {
  const values = new Map(known)
  const found = new Map<string, number>()
  const barred = new Set<string>()
  for (;;) {
    const implied = relations.flatMap((one) => impliedBy(one, values) ?? []).filter(({ key }) => !barred.has(key))
    const [next] = implied
    if (!next) return found
    const agreed = implied.every(({ key, value }) => key !== next.key || value === next.value)
    if (agreed && isCount(next.value)) {
      found.set(next.key, next.value)
      values.set(next.key, next.value)
    } else barred.add(next.key)
  }
}

type Change = Map<string, number>

/** One cell of a broken relation changed as far as it is over, alone or with its row's total (or, of a total, with a cell of its row). */
function changesOf(broken: Relation, values: Values, form: ReportForm): Change[] {
  const over = excess(broken, values) ?? 0
  const columns = form.requests.columns.map(({ column }) => column)
  const total = columns.at(-1)
  return broken.parts.flatMap(({ key, sign }) => {
    const { table, row, column } = placeOf(key)
    const beside = table === 'disputes' ? [] : column === total ? columns.slice(0, -1) : columns.slice(-1)
    const others = beside.map((other) => keyOf({ table, row, column: other }))
    return [[key], ...others.map((other) => [key, other])]
      .filter((keys) => keys.every((one) => (values.get(one) ?? null) !== null))
      .map((keys): Change => new Map(keys.map((one) => [one, (values.get(one) ?? 0) - over * sign])))
  })
}

/** Relations that share cells with one another, directly or through others. */
function connected(relations: readonly Relation[]): Relation[][] {
  const groups: Relation[][] = []
  for (const one of relations) {
    const keys = new Set(one.parts.map(({ key }) => key))
    const near = groups.filter((group) => group.some(({ parts }) => parts.some(({ key }) => keys.has(key))))
    for (const group of near) groups.splice(groups.indexOf(group), 1)
    groups.push([...near.flat(), one])
  }
  return groups
}

/** The one change after which these relations hold and no other is broken; null where several would do. */
function mending(group: readonly Relation[], relations: readonly Relation[], values: Values, form: ReportForm): Change | null {
  const [first] = group
  if (!first) return null
  const mends = (change: Change): boolean => {
    const after = new Map([...values, ...change])
    const touched = relations.filter(({ parts }) => parts.some(({ key }) => change.has(key)))
    return [...change.values()].every(isCount) && [...group, ...touched].every((one) => (excess(one, after) ?? 0) === 0)
  }
  const [only, ...more] = changesOf(first, values, form).filter(mends)
  return only && more.length === 0 ? only : null
}

function wordsOf(cells: readonly ProposedCell[], table: Table, form: ReportForm): string {
  const columns: readonly { column: string; label: string }[] =
    table === 'requests' ? form.requests.columns : form.disputes.columns
  const rows =
    table === 'requests'
      ? form.requests.rows.map(({ row, label }) => ({ id: row as string, label }))
      : form.disputes.groups.map(({ group, label }) => ({ id: group as string, label }))
  return [...new Set(cells.map(({ row }) => row))]
    .map((row) => {
      const own = cells.filter((one) => one.row === row)
      const values = own.map(({ column, value }) => `“${columns.find((one) => one.column === column)?.label}”为${value}`)
      return `“${rows.find(({ id }) => id === row)?.label}”一行${values.join('、')}`
    })
    .join('；')
}

/** These speak of cells that hold no number. */
const OF_UNKNOWN: ReadonlySet<string> = new Set(['X13', 'R01', 'R02', 'R07'])

/** Findings with what arithmetic proposes: which cells, which numbers, and that in words. */
export function withProposals(
  findings: readonly Finding[],
  tables: ReportTables,
  form: ReportForm,
  previous?: ReportTables,
): Finding[] {
  const values = valuesOf(tables, form)
  const relations = relationsOf(form, previous).filter(({ parts }) => parts.every(({ key }) => values.has(key)))
  const implied = impliedCells(relations, values)
  const broken = connected(relations.filter((one) => (excess(one, values) ?? 0) !== 0))
  const mended = new Map<string, ProposedCell[]>()
  for (const group of broken) {
    const change = mending(group, relations, values, form)
    if (!change) continue
    // The whole change with every one of them: a part of it would break what holds now.
    const cells = [...change].map(([key, value]) => ({ row: placeOf(key).row, column: placeOf(key).column, value }))
    for (const { code, of } of group) mended.set(`${code} ${of}`, cells)
  }
  return findings.map((one): Finding => {
    const { code, table, rows, column } = one
    if (table !== 'requests' && table !== 'disputes') return one
    const columns: readonly { column: string }[] = table === 'requests' ? form.requests.columns : form.disputes.columns
    if (OF_UNKNOWN.has(code)) {
      const proposed = rows.flatMap((row) =>
        columns.flatMap((each): ProposedCell[] => {
          const value = implied.get(keyOf({ table, row, column: each.column }))
          return value === undefined ? [] : [{ row, column: each.column, value }]
        }),
      )
      return proposed.length === 0
        ? one
        : { ...one, proposed, repair: `按勾稽关系推算，${wordsOf(proposed, table, form)}；核对原件后填写。` }
    }
    const proposed = mended.get(`${code} ${code === 'X3' || code === 'X5' ? rows[0] : column}`)
    return proposed
      ? { ...one, proposed, repair: `只有这样改才处处成立：${wordsOf(proposed, table, form)}；核对登记后改正。` }
      : one
  })
}
