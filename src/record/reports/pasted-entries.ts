/**
 * 从表格粘贴: lines copied from a spreadsheet (cells divided by tabs), with a head that names the columns, as entries of the ledger
 * of decisions. Each line is read surely or told what is wrong with it; nothing is guessed.
 */
import { isLocalDate } from '../../law/date.ts'
import { readCell } from './cell.ts'
import { DECISION_KIND_WORDS, DECISION_KINDS, decisionEntrySchema, type NewDecisionEntry } from './decision-entries.ts'

export const PASTED_COLUMNS = ['种类', '事项', '起', '止', '数量', '不予许可', '金额（元）', '依据'] as const
type PastedColumn = (typeof PASTED_COLUMNS)[number]

export interface PastedLine {
  /** 1 is the first line below the head. */
  line: number
  text: string
  entry: Omit<NewDecisionEntry, 'sectionId'> | null
  /** What is wrong, in words that say what to change. */
  wrong: string
}

/** How many are entered at once; more than a year's statements of a county bureau ever have. */
export const MOST_LINES = 200

const bare = (text: string) => text.replaceAll(/[\s（）()]/gu, '')

/** 2026-03-01, 2026/3/1, 2026.3.1, 2026年3月1日 */
function dayOf(text: string): string {
  const match = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/u.exec(text.trim())
  const [, year = '', month = '', date = ''] = match ?? []
  const written = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isLocalDate(written) ? written : ''
}

/** A unit of ten thousand changes the number: it is no number of pieces or 元. */
function numberOf(text: string): number | null {
  if (text.includes('万')) return null
  const read = readCell(text)
  return read.state === 'number' ? read.value : read.state === 'blank' ? 0 : null
}

const WRONG: Readonly<Record<string, string>> = {
  matter: '事项应为两个字至一百个字',
  basis: '依据应为两个字至三百个字',
  made: '数量应为不小于零的整数',
  refused: '不予许可应为不小于零的整数',
  fen: '金额应不小于零',
}

function lineOf(cell: (column: PastedColumn) => string): Pick<PastedLine, 'entry' | 'wrong'> {
  const no = (wrong: string) => ({ entry: null, wrong })
  const kind = DECISION_KINDS.find((one) => DECISION_KIND_WORDS[one] === bare(cell('种类')))
  if (!kind) return no(`种类应为${DECISION_KINDS.map((one) => DECISION_KIND_WORDS[one]).join('、')}之一`)
  const [from, to] = [dayOf(cell('起')), dayOf(cell('止'))]
  if (!from || !to) return no('起止日期应写成 2026-03-01 的样子')
  const [made, refused, yuan] = [numberOf(cell('数量')), numberOf(cell('不予许可')), numberOf(cell('金额（元）'))]
  if (made === null || refused === null || yuan === null) return no('数量应为数字，金额应为以元计的数字')
  const fen = Math.round(yuan * 100)
  if (Math.abs(yuan * 100 - fen) > 0.001) return no('金额最多到分')
  const parsed = decisionEntrySchema.safeParse({
    kind,
    matter: cell('事项'),
    sectionId: null,
    from,
    to,
    made,
    refused,
    fen,
    basis: cell('依据'),
  })
  if (!parsed.success) return no(WRONG[String(parsed.error.issues[0]?.path[0])] ?? '这一行不完整')
  const { sectionId: _none, ...entry } = parsed.data
  return { entry, wrong: '' }
}

/** Null where the text has no head with the columns that every line needs. */
export function readPasted(text: string): PastedLine[] | null {
  const [head = '', ...lines] = text.split(/\r?\n/u).filter((line) => line.trim() !== '')
  const places = new Map(head.split('\t').map((name, index) => [bare(name), index]))
  const placeOf = (column: PastedColumn) => places.get(bare(column))
  if ((['种类', '事项', '起', '止', '依据'] as const).some((column) => placeOf(column) === undefined)) return null
  const read = lines.slice(0, MOST_LINES).map((line, index): PastedLine => {
    const cells = line.split('\t')
    const cell = (column: PastedColumn) => cells[placeOf(column) ?? -1]?.trim() ?? ''
    return { line: index + 1, text: cells.map((one) => one.trim()).join(' · '), ...lineOf(cell) }
  })
  const more = lines.length - read.length
  if (more > 0)
    read.push({ line: MOST_LINES + 1, text: '', entry: null, wrong: `一次最多${MOST_LINES}行，多出${more}行，请分次粘贴` })
  return read
}
