/** 数据表: one of the six kinds, for a year or a term, row by row. A cell is text as it will be shown; a draft may hold what is not right yet. */
import { z } from 'zod'
import { DATA_SET_KINDS, DATA_SETS, type DataColumn, type DataSetRule } from '../../law/publication/data-sets.ts'
import { type LocalDate, yearOf } from '../../law/date.ts'
import { formerTerm, nextTerm, SEASON_WORDS, SEASONS, termOn } from '../../law/publication/term.ts'
import type { Refusal } from '../../law/refusal.ts'
import { CERTAIN, findPersonalData, PERSONAL_WORDS } from '../outgoing/personal-data.ts'
import { type CellFault, readCell } from './data-cell.ts'

export const MOST_ROWS = 1000
export const LONGEST_CELL = 500

/** `2026`, or `2026-spring`, `2026-autumn`. */
export const PERIOD = /^20\d{2}(?:-(?:spring|autumn))?$/

export type DataRow = Readonly<Record<string, string>>

export const dataSetSchema = z
  .object({
    kind: z.enum(DATA_SET_KINDS),
    period: z.string().regex(PERIOD, '年度或者学期不正确'),
    /** 说明, above the table. */
    note: z.string().max(1000).default(''),
    rows: z
      .array(z.record(z.string().max(20), z.string().max(LONGEST_CELL, `一格最多 ${LONGEST_CELL} 个字`)))
      .max(MOST_ROWS, `最多 ${MOST_ROWS} 行`)
      .default([]),
  })
  .refine(({ kind, period }) => (DATA_SETS[kind].every === 'term') === period.includes('-'), '这种表按另一种周期公开')
export type DataSet = z.infer<typeof dataSetSchema>

export function periodWords(period: string): string {
  const [year, term] = period.split('-')
  const season = SEASONS.find((one) => one === term)
  return `${year}年${season ? SEASON_WORDS[season] : ''}`
}

/** 2026年学校名录 */
export function dataSetTitle({ kind, period }: Pick<DataSet, 'kind' | 'period'>): string {
  return periodWords(period) + DATA_SETS[kind].zh
}

/** Later periods sort behind earlier ones. */
export function periodOrder(period: string): string {
  return period.replace('-spring', '-1').replace('-autumn', '-2')
}

/** The periods that may be begun on a day: the present one, the next, the last. */
export function periodsOffered({ every }: Pick<DataSetRule, 'every'>, today: LocalDate): string[] {
  const year = yearOf(today)
  if (every === 'year') return [year, year + 1, year - 1].map(String)
  const now = termOn(today)
  return [now, nextTerm(now), formerTerm(now)].map(({ key }) => key)
}

/** How a heading names its column, with the unit: 收费标准（元）. */
export function headingOf({ zh, unit }: DataColumn): string {
  return unit ? `${zh}（${unit}）` : zh
}

/** What the row is called: its school, and what tells it from the school's others. */
export function rowName({ columns }: Pick<DataSetRule, 'columns'>, row: DataRow): string {
  return columns
    .filter(({ names }) => names)
    .map(({ key }) => row[key] ?? '')
    .filter(Boolean)
    .join(' ')
}

/** As it is kept: the kind's own columns, each cell in its one writing where it can be read; rows with nothing in them fall out. */
export function tidied(set: DataSet): DataSet {
  const { columns } = DATA_SETS[set.kind]
  const rows = set.rows
    .map((row) =>
      Object.fromEntries(
        columns.flatMap((column) => {
          const text = readCell(column, row[column.key] ?? '').text
          return text === '' ? [] : [[column.key, text]]
        }),
      ),
    )
    .filter((row) => Object.keys(row).length > 0)
  return { ...set, note: set.note.trim(), rows }
}

export interface RowFault extends CellFault {
  /** 0 is the first row. */
  row: number
  column: string
}

/** Everything that is wrong, cell by cell. */
export function dataFaults({ kind, rows }: Pick<DataSet, 'kind' | 'rows'>): RowFault[] {
  const rule = DATA_SETS[kind]
  const seen = new Map<string, number>()
  return rows.flatMap((row, at) => {
    const found = rule.columns.flatMap((column): RowFault[] => {
      const { fault } = readCell(column, row[column.key] ?? '')
      const wrong = fault ?? personalFault(row[column.key] ?? '') ?? besideFault(rule, column, row)
      return wrong ? [{ row: at, column: column.key, ...wrong }] : []
    })
    const name = rowName(rule, row)
    const before = seen.get(name)
    if (before === undefined) seen.set(name, at)
    const first = rule.columns.find(({ names }) => names)
    if (name && before !== undefined && first && !found.some(({ column }) => column === first.key))
      found.push({ row: at, column: first.key, say: `与第 ${before + 1} 行重复。`, then: '同一项只填一行，请合并或者删去。' })
    return found
  })
}

/** Every number of a person has as many digits: what has fewer needs no closer look. */
const FEWEST_DIGITS = 11

/** Numbers of persons have no place in any column. */
function personalFault(text: string): CellFault | null {
  if ((text.match(/[\d０-９]/g)?.length ?? 0) < FEWEST_DIGITS) return null
  const found = findPersonalData(text).find(({ kind }) => CERTAIN.includes(kind) || kind === 'likeIdNumber')
  return found ? { say: `有${PERSONAL_WORDS[found.kind]}。`, then: '个人信息不公开，请删去；电话请填单位的固定电话。' } : null
}

/** What is wrong only beside another cell. */
function besideFault({ columns }: DataSetRule, column: DataColumn, row: DataRow): CellFault | null {
  const { atMost, notBefore, key } = column
  const beside = (other: string) => ({ text: row[other] ?? '', zh: columns.find((one) => one.key === other)?.zh ?? '' })
  const text = row[key] ?? ''
  if (atMost && text) {
    const other = beside(atMost)
    if (other.text && Number(text) > Number(other.text)) return { say: `多于${other.zh}。`, then: '请核对两个数。' }
  }
  if (notBefore && text) {
    const other = beside(notBefore)
    if (other.text && text < other.text) return { say: `早于${other.zh}。`, then: '请核对两个日期。' }
  }
  return null
}

/** Why the table cannot be sent for review: told at the table, the first faults by name. */
export function dataRefusals(set: DataSet): Refusal[] {
  if (set.rows.length === 0)
    return [{ code: 'field-missing', field: 'data', say: '表里还没有一行。', then: '请填写、从 Excel 粘贴或者导入。' }]
  const faults = dataFaults(set)
  const { columns } = DATA_SETS[set.kind]
  const [first] = faults
  if (!first) return []
  const heading = columns.find(({ key }) => key === first.column)?.zh ?? ''
  return [
    {
      code: 'field-invalid',
      field: 'data',
      say: `表里有 ${faults.length} 处要改，第一处是第 ${first.row + 1} 行“${heading}”：${first.say}`,
      then: '每一处都标在它的格子上，改好后再送审。',
    },
  ]
}
