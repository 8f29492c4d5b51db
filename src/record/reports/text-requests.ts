/** Table 三 in running text: cells run together, one a line, columns held apart by blanks, labels broken over lines. */
import type { ReportForm, RequestRowForm } from '../../law/reports/formats/index.ts'
import { FORM_2019 } from '../../law/reports/formats/index.ts'
import type { ReportFormat, RequestRow } from '../../law/reports/model.ts'
import type { Placed } from './align.ts'
import { align } from './align.ts'
import { requestsInOrder } from './headings.ts'
import { itemNumberOf, streamLabel } from './labels.ts'
import type { RowReading } from './row-reading.ts'
import { ranTogether, readRow } from './row-reading.ts'
import { settleByColumns } from './run-together.ts'
import type { NumberToken, Stream } from './stream.ts'
import { digitsOf, streamOf } from './stream.ts'

/** How a table was read, before its cells are judged. */
export interface ReadRequests {
  format: ReportFormat
  rows: Map<RequestRow, RowReading>
}

/** A label is taken as present from this share of its characters on. */
const PRESENT = 0.6
/** Of the two longest labels, which are often cut short, this share is enough: nothing else in the form reads like them. */
const LONG_PRESENT = { length: 25, share: 0.35 }
/** A real table has under a thousand characters; far more is no table. */
const MAX_LABELS = 5000

/** A line of so many numbers is much shorter. */
const LINE = 200

/** A line of numbers right before the first row: this text prints numbers above their labels, and every row would get the next one's. */
function numbersFirst(header: string, cells: number): boolean {
  return new RegExp(`(?<!\\d)(?:\\d{1,9}\\s+){${cells - 1}}\\d{1,9}\\s*(?:一\\s*[、.]?)?\\s*$`).test(header.slice(-LINE))
}

/**
 * Reads the stretch from 本年新收 to the heading of section 四 as a table of `newest` or of the form of 2019; `header` is what stands
 * before it.
 */
export function readRequestsText(text: string, header: string, newest: ReportForm): ReadRequests | null {
  const stream = streamOf(text, itemNumberOf(newest))
  if (stream.labels.length > MAX_LABELS) return null
  const place = (form: ReportForm): Placed[] =>
    align(
      stream.labels,
      form.requests.rows.map((row) => streamLabel(row, stream.labels)),
    )
  const newer = place(newest)
  const grouped = newest.requests.rows.some(
    (row, index) => (row.row === 'other.correctionLapsed' || row.row === 'other.feeUnpaid') && isPresent(newer[index], row),
  )
  const form = grouped ? newest : FORM_2019
  const read = readPlaced(stream, form, grouped ? newer : place(form))
  const disordered = !requestsInOrder(header, form)
  if (read && (disordered || numbersFirst(header, form.requests.columns.length)))
    for (const row of read.rows.keys()) read.rows.set(row, { state: 'unsure', ...(disordered ? { why: 'headings' } : {}) })
  return read
}

function isPresent(placed: Placed | undefined, { label }: RequestRowForm): boolean {
  const share = placed?.share ?? 0
  return share >= PRESENT || (label.length >= LONG_PRESENT.length && !label.includes('（') && share >= LONG_PRESENT.share)
}

interface Found {
  form: RequestRowForm
  first: number
  tokens: NumberToken[]
  /** Its label has a 无 that is not found in it: broken off there, it stands among the numbers. */
  lostNone: boolean
}

function readPlaced(stream: Stream, form: ReportForm, placed: Placed[]): ReadRequests | null {
  const present: Found[] = form.requests.rows.flatMap((row, index) => {
    const at = placed[index]
    if (!at || !isPresent(at, row)) return []
    const lostNone = row.label.includes('无') && !stream.labels.slice(at.first, at.last + 1).includes('无')
    return [{ form: row, first: at.first, tokens: [], lostNone }]
  })
  if (present.length === 0) return null
  const size = form.requests.columns.length
  for (const token of stream.tokens) present.findLast(({ first }) => first < token.at)?.tokens.push(token)
  dropLostNones(present, size)
  handOn(present, size)
  const surplus = present.some(({ tokens }) => tokens.length > size + 1)
  const shape = {
    cells: size,
    groups: [size],
    mayRunTogether: ranTogether(stream.tokens),
    blanksLost: losesBlanks(present, size),
    rarely: isMostlyApart(present, size),
  }
  const rows = new Map<RequestRow, RowReading>()
  for (const { form: row, tokens } of present) {
    const reading = readRow(tokens, shape)
    // The text ends here: what is cut off was not left blank.
    if (reading.state === 'blank' && row === present.at(-1)?.form && row.row !== 'carriedForward') continue
    // Numbers that went astray elsewhere: an empty row of the same table may not be empty at all.
    rows.set(row.row, reading.state === 'blank' && surplus ? { state: 'unsure' } : reading)
  }
  return { format: form.format, rows: settle(form, rows) }
}

/**
 * The 无 broken off a label is no cell: where the label begins with it, it stands last among the numbers of the row before, unless the
 * item's number keeps it with its own.
 */
function dropLostNones(present: readonly Found[], size: number): void {
  present.forEach((row, index) => {
    if (!row.lostNone) return
    const begins = row.form.label.startsWith('无')
    const before = present[index - 1]
    if (begins && row.tokens.length <= size && before?.tokens.at(-1)?.kind === 'none') before.tokens = before.tokens.slice(0, -1)
    if (!begins || row.tokens[0]?.kind === 'none') row.tokens = withoutFirstNone(row.tokens)
  })
}

function withoutFirstNone(tokens: NumberToken[]): NumberToken[] {
  const none = tokens.findIndex(({ kind }) => kind === 'none')
  return tokens.filter((_, index) => index !== none)
}

/** Where a label is printed below its numbers, the row before has two rows of numbers and its own none: each line is a row. */
function handOn(present: Found[], size: number): void {
  present.forEach((row, index) => {
    const next = present[index + 1]
    if (!next || next.tokens.length > 0 || row.tokens.length !== 2 * size) return
    const [own, following] = [row.tokens.slice(0, size), row.tokens.slice(size)]
    const oneLine = (tokens: NumberToken[]): boolean => tokens.every((token) => token.line === tokens[0]?.line)
    if (!oneLine(own) || !oneLine(following) || own[0]?.line === following[0]?.line) return
    row.tokens = own
    next.tokens = following
  })
}

/** Whether most rows have a number for each cell. */
function isMostlyApart(present: readonly Found[], size: number): boolean {
  return present.filter(({ tokens }) => tokens.length >= size).length * 2 > present.length
}

/** Whether some row has numbers but fewer digits than cells: then blanks left no trace and no row may be taken apart. */
function losesBlanks(present: readonly Found[], size: number): boolean {
  return present.some(({ tokens }) => {
    const digits = tokens.reduce((count, token) => count + (digitsOf(token)?.length ?? size), 0)
    return digits > 0 && digits < size
  })
}

function settle(form: ReportForm, rows: Map<RequestRow, RowReading>): Map<RequestRow, RowReading> {
  const settled = new Map<RequestRow, readonly number[]>()
  const open = new Map<RequestRow, readonly (readonly number[])[]>()
  for (const [row, reading] of rows) {
    if (reading.state === 'open') open.set(row, reading.readings)
    if (reading.state !== 'settled') continue
    const cells = reading.cells.filter((cell) => cell !== null)
    if (cells.length === form.requests.columns.length) settled.set(row, cells)
  }
  if (open.size === 0) return rows
  const chosen = settleByColumns(form, settled, open)
  for (const row of open.keys()) {
    const cells = chosen?.get(row)
    rows.set(row, cells ? { state: 'settled', cells } : { state: 'unsure' })
  }
  return rows
}
