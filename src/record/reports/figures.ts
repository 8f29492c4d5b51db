/** 表二的数字: which ones a form asks for, what each is called, and the table that they make. Words and numbers alike. */
import { isDisclosed2019 } from '../../law/reports/checks.ts'
import { type FigureForm, FORMS, type ReportForm } from '../../law/reports/formats/index.ts'
import type { Cell, ReportTables } from '../../law/reports/model.ts'
import { inWanYuan } from './money.ts'

export interface Figure extends FigureForm {
  /** Key of the row, and the place in it from the left. */
  row: string
  column: number
  /** 行政许可：本年处理决定数量 */
  words: string
}

/** Every figure of a form, in its order. */
export function figuresOf(form: ReportForm): Figure[] {
  return form.disclosed.flatMap(({ columns, rows }) =>
    rows.flatMap(({ key, label, figures }) =>
      figures.map((figure, column) => ({
        ...figure,
        row: key,
        column,
        words: `${label}：${headingOf(columns[column] ?? '', figure)}`,
      })),
    ),
  )
}

/** 采购总金额 has no unit in the form; asked of people it needs one. */
function headingOf(heading: string, { is }: FigureForm): string {
  const told = heading.replace('（单位：', '（')
  return is === 'amount' && !told.includes('万元') ? `${told}（万元）` : told
}

/** What each figure is called by its name; where formats differ, as the newest one calls it. */
export const FIGURE_WORDS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.values(FORMS)
    .toSorted((one, other) => one.fromYear - other.fromYear)
    .flatMap((form) => figuresOf(form).map(({ from, words }) => [from, words])),
)

/** Table 二 of a form from the value of each of its figures; what is not known stays blank. */
export function disclosedFrom(form: ReportForm, valueOf: (figure: Figure) => Cell): ReportTables['disclosed'] {
  const all = figuresOf(form)
  const rows = form.disclosed.flatMap((block) => block.rows)
  if (form.disclosedIn === 'words')
    return {
      rows: rows.map(({ key, label }) => ({
        label,
        cells: all.filter(({ row }) => row === key).map((figure) => written(valueOf(figure), figure)),
      })),
    }
  return Object.fromEntries(
    rows.map(({ key }) => {
      const cells = all.filter(({ row }) => row === key).map(valueOf)
      return [key, cells.length === 1 ? cells[0] : cells]
    }),
  ) as unknown as ReportTables['disclosed']
}

/** As the form of 2019 has it: its amounts bear their unit, as its heading names none. */
function written(value: Cell, { is }: FigureForm): string {
  if (value === null) return ''
  return is === 'amount' && value !== 0 ? `${value}万元` : String(value)
}

const NUMBER = /^([+-]?\d+(?:\.\d+)?)([百千万亿]*元)?$/

/** A number as written in a cell of that form, amounts in 万元; null where it is worded in another way, or no number. */
export function numberWritten(text: string, { is }: FigureForm): Cell {
  const [, digits, unit] = NUMBER.exec(text.replace(/[\s,，]/g, '')) ?? []
  if (digits === undefined) return null
  const value = Number(digits)
  if (is !== 'amount') return unit === undefined ? value : null
  // Without its unit only nothing is sure.
  return unit === undefined ? (value === 0 ? 0 : null) : inWanYuan(value, unit)
}

/**
 * Where a figure stands in a form, as findings point to it: its row by the label where table 二 holds words, as its data do. Null where
 * the form has none of that name.
 */
export function placeOf(form: ReportForm, name: string): { rows: string[]; column: string } | null {
  const figure = figuresOf(form).find(({ from }) => from === name)
  if (!figure) return null
  const label = form.disclosed.flatMap(({ rows }) => rows).find(({ key }) => key === figure.row)?.label
  return { rows: [form.disclosedIn === 'words' ? (label ?? figure.row) : figure.row], column: String(figure.column) }
}

/** The value of one figure in a report's tables; null where the form has none of that name or the cell tells no number. */
export function figureIn({ disclosed }: ReportTables, form: ReportForm, name: string): Cell {
  const figure = figuresOf(form).find(({ from }) => from === name)
  // Table 二 of a report that mixes both forms may be of the other one: its columns mean something else.
  if (!figure || !disclosed || isDisclosed2019(disclosed) !== (form.disclosedIn === 'words')) return null
  if (isDisclosed2019(disclosed)) {
    const label = form.disclosed.flatMap(({ rows }) => rows).find(({ key }) => key === figure.row)?.label
    return numberWritten(disclosed.rows.find((row) => row.label === label)?.cells[figure.column] ?? '', figure)
  }
  const cells = (disclosed as unknown as Record<string, Cell | readonly Cell[]>)[figure.row] ?? null
  return Array.isArray(cells) ? (cells[figure.column] ?? null) : (cells as Cell)
}
