/** A document understood as an annual report: whose, which year and format, its tables, and everything that is wrong with them. */
import { cellKey, checkTables, citedBy, finding } from '../../law/reports/checks.ts'
import { formatFor, formOf, FORM_2019, FORM_2021 } from '../../law/reports/formats/index.ts'
import type { ReportForm } from '../../law/reports/formats/index.ts'
import type { Cell, CheckedReport, Finding, ReportFormat, ReportTables, RequestTable } from '../../law/reports/model.ts'
import { DISPUTE_GROUPS } from '../../law/reports/model.ts'
import { withProposals } from '../../law/reports/repairs.ts'
import type { Grid, SourceDocument } from './grid.ts'
import { flatten } from './grid.ts'
import { readDisclosedGrids } from './grid-disclosed.ts'
import { readDisputesGrids } from './grid-disputes.ts'
import { readRequestsGrids } from './grid-requests.ts'
import { condense, normalise, withoutPageNumbers } from './normalise.ts'
import { hintsAlone, hintsBeside } from './judge.ts'
import { checkText } from './prose-checks.ts'
import type { ReportProse } from './prose.ts'
import { readProse } from './read-prose.ts'
import type { RowReading } from './row-reading.ts'
import type { Sections } from './sections.ts'
import { splitSections } from './sections.ts'
import type { ReadDisclosedRow } from './text-disclosed.ts'
import { disclosedFrom } from './figures.ts'
import { readDisclosedText } from './text-disclosed.ts'
import { readDisputesText } from './text-disputes.ts'
import type { ReadRequests } from './text-requests.ts'
import { readRequestsText } from './text-requests.ts'
import { readTitle } from './title.ts'

/** What reading collects on its way: findings of its own, and the cells it would not vouch for. */
interface Notes {
  findings: Finding[]
  doubted: Set<string>
}

/** Last year's report as it was brought: its numbers, and its words where they were read. */
export type Brought = CheckedReport & { prose?: ReportProse }

/**
 * Reads and checks one document. `brought` is last year's report of the same agency, for what must go on from it or be written anew
 * (X4, X7, L05, L09); another one is said not to be it.
 */
export function readReport(source: SourceDocument, brought?: Brought): CheckedReport {
  const document = normalised(source)
  const flat = flatten(document)
  const text = withoutPageNumbers(flat.text)
  const sections = splitSections(text)
  const grids = document.blocks.flatMap((block) => (block.kind === 'grid' ? [block.grid] : []))
  const title = readTitle(flat.text)
  const notes: Notes = { findings: [], doubted: new Set() }
  const previous = brought && isLastYears(brought, title) ? brought : undefined
  if (brought && !previous) notes.findings.push(notLastYears(brought))

  const newest = newestFor(title.year)
  const requests = chooseRequests(readRequestsGrids(grids, sections.requestsHeader, newest), sections, newest)
  const copies = Math.max(requests?.copies ?? 0, sections.copies)
  const headings = headingFormats(sections, text, newest)
  const headed = headings[0] ?? null
  const format = requests?.sure
    ? requests.read.format
    : (headed ?? (title.year === null ? null : (formatFor(title.year)?.format ?? null)))
  if (copies > 1) {
    const findings = [finding('R04', 'requests', `文件中有${copies}份年度报告的表格，无法确定读取哪一份；请分开提供`)]
    return { ...title, format, tables: { disclosed: null, requests: null, disputes: null }, findings }
  }
  const form = format ? formOf(format) : newest
  notes.findings.push(...checkMixed(headings, requests?.sure ? requests.read.format : null, form.format))
  notes.findings.push(...checkYearsForm(title.year, format))
  const tables: ReportTables = {
    disclosed: disclosedTable(document, sections, formOf(headed ?? form.format), notes),
    requests: requestTable(requests?.read ?? null, form, notes),
    disputes: disputeTable(chooseDisputes(grids, sections), notes),
  }
  if (tables.requests) notes.findings.push(...checkHeader(sections.requestsHeader, newest))
  if (title.year === null || title.agency === null)
    notes.findings.push(
      finding('R08', 'text', title.year === null ? '未能确定报告年度：没有题名，或者题名中的年份不止一个' : '没有找到机关名称'),
    )
  const prose = splitSections(withoutPageNumbers(flat.prose))
  const words = readProse(source)
  const findings = [
    ...withProposals(notes.findings, tables, form),
    ...(format
      ? checkTables(tables, format, { doubted: notes.doubted, ...(previous ? { previous: previous.tables } : {}) })
      : []),
    ...checkText({ ...(grids.length > 0 ? prose : sections), preface: sections.opening }, tables, {
      ...title,
      format: form.format,
    }),
    ...hintsAlone(words, unreadSections(sections)),
    ...(previous?.prose ? hintsBeside(words, { year: title.year, last: { source: '上一年度报告', prose: previous.prose } }) : []),
  ]
  return { ...title, format, tables, findings: citedBy(form, findings) }
}

/** Where somebody left out words. */
const ELIDED = /\[(?:…|\.{3}|……)\]/

/** Sections of which the source has no heading, or not all the words: nothing is said of what is missing there. */
function unreadSections({ overall, problems }: Sections): (keyof ReportProse)[] {
  const isWhole = (section: string, heading: RegExp) => heading.test(condense(section).characters) && !ELIDED.test(section)
  return [
    ...(isWhole(overall, /^一总体情况/) ? [] : (['overall'] as const)),
    ...(isWhole(problems, /^五(?:政府信息公开工作)?存在的?(?:主要)?问题/) ? [] : (['problems'] as const)),
  ]
}

/** Of the same agency, perhaps named with the province before it, and of the year before; what is not told is not held against it. */
function isLastYears(previous: CheckedReport, { agency, year }: Pick<CheckedReport, 'agency' | 'year'>): boolean {
  const [one, other] = [previous.agency, agency]
  const same = one === null || other === null || one.endsWith(other) || other.endsWith(one)
  return same && (previous.year === null || year === null || previous.year === year - 1)
}

function notLastYears({ agency, year }: CheckedReport): Finding {
  const whose = `${agency ?? ''}${year === null ? '' : `${year}年`}`
  return finding('R10', 'text', `用来对照的是${whose}的报告，不是本机关上一年度的，没有核对结转和现行有效件数`)
}

/** The form to look for beside that of 2019: the year's own, and where the year is not told or lies before it the one of 2021. */
function newestFor(year: number | null): ReportForm {
  const form = year === null ? undefined : formatFor(year)
  return form && form.fromYear > FORM_2021.fromYear ? form : FORM_2021
}

function normalised(source: SourceDocument): SourceDocument {
  return {
    blocks: source.blocks.map((block) =>
      block.kind === 'text'
        ? { kind: 'text', text: normalise(block.text) }
        : {
            kind: 'grid',
            grid: { ...block.grid, cells: block.grid.cells.map((cell) => ({ ...cell, text: normalise(cell.text) })) },
          },
    ),
  }
}

interface ChosenRequests {
  read: ReadRequests
  copies: number
  /** Row （六） was found, so the format is sure. */
  sure: boolean
}

function settledRows(read: ReadRequests | null): number {
  return read ? [...read.rows.values()].filter(({ state }) => state === 'settled' || state === 'blank').length : 0
}

/** The reading from real tables, unless the running text gives more rows (a table of one cell, cells run together). */
function chooseRequests(
  fromGrids: (ReadRequests & { copies: number }) | null,
  sections: Sections,
  newest: ReportForm,
): ChosenRequests | null {
  const enough = settledRows(fromGrids) >= 20
  const fromText =
    enough || sections.requestsTable === '' ? null : readRequestsText(sections.requestsTable, sections.requestsHeader, newest)
  const read = fromGrids && settledRows(fromGrids) >= settledRows(fromText) ? fromGrids : fromText
  if (!read) return null
  const sure = ['other.all', 'other.correctionLapsed', 'other.feeUnpaid'].some((row) =>
    [...read.rows.keys()].some((key) => key === row),
  )
  return { read, copies: fromGrids?.copies ?? 0, sure }
}

function chooseDisputes(grids: readonly Grid[], sections: Sections): RowReading | null {
  const fromGrids = readDisputesGrids(grids)
  if (fromGrids?.state === 'settled') return fromGrids
  const fromText = readDisputesText(sections.disputes)
  return fromText?.state === 'settled' ? fromText : (fromGrids ?? fromText)
}

/** The formats whose headings table 二 has; the newer first. */
function headingFormats(sections: Sections, text: string, newest: ReportForm): ReportFormat[] {
  const headings = condense(sections.disclosed === '' ? text : sections.disclosed).characters
  return [newest, FORM_2019].filter(({ marks }) => marks.some((mark) => headings.includes(mark))).map(({ format }) => format)
}

/** R05: table 二 has headings of both formats, or of another one than table 三. */
function checkMixed(headings: readonly ReportFormat[], sure: ReportFormat | null, format: ReportFormat): Finding[] {
  const all = [...new Set(sure ? [...headings, sure] : headings)]
  if (headings.length === 0 || all.length < 2) return []
  const second = headings.length > 1 ? '两种格式' : `${headings[0]}年格式`
  const third = sure ? `表三用${sure}年格式的栏目；按表三认定` : '认定'
  return [finding('R05', 'disclosed', `表二用${second}的栏目，${third}为${format}年格式`)]
}

/** R11: the form is that of another year. */
function checkYearsForm(year: number | null, format: ReportFormat | null): Finding[] {
  const due = year === null ? undefined : formatFor(year)
  if (!due || format === null || due.format === format) return []
  return [finding('R11', 'requests', `${year}年的报告应当用${due.format}年格式，这份用的是${format}年格式`)]
}

/** Why a row was not read. */
const UNSURE = {
  together: '“{label}”一行的数字连在一起或缺格，不能确定各格数值，请人工核对',
  cell: '“{label}”一行有单元格不是明确的数字，请人工核对',
  headings: '“{label}”一行上方的栏目与报告格式的次序不同，不能确定各数属于哪一栏，请人工核对',
} as const

/** The cells of a reading; what could not be read becomes null, with a finding, and is marked as doubted. */
function cellsOf(
  reading: RowReading,
  size: number,
  table: 'disclosed' | 'requests' | 'disputes',
  row: string,
  label: string,
  notes: Notes,
): Cell[] {
  const doubt = (columns: readonly number[], message: string, code: 'R01' | 'R02'): void => {
    notes.findings.push(finding(code, table, message, { rows: [row] }))
    for (const column of columns) notes.doubted.add(cellKey(table, row, column))
  }
  const all = Array.from({ length: size }, (_, column) => column)
  if (reading.state === 'settled') {
    if (reading.unsure?.length) doubt(reading.unsure, UNSURE.cell.replace('{label}', label), 'R02')
    return reading.cells
  }
  if (reading.state !== 'blank') {
    const { why = 'together' } = reading.state === 'unsure' ? reading : {}
    doubt(all, UNSURE[why].replace('{label}', label), why === 'cell' ? 'R02' : 'R01')
  }
  return all.map(() => null)
}

function requestTable(read: ReadRequests | null, form: ReportForm, notes: Notes): RequestTable | null {
  if (!read) {
    notes.findings.push(finding('R06', 'requests', '没有找到第三部分的表格'))
    return null
  }
  if ([...read.rows.values()].every(({ state }) => state === 'blank')) {
    notes.findings.push(finding('R03', 'requests', '第三部分的表格只有栏目，没有数字'))
    return null
  }
  const table: RequestTable = {}
  for (const { row, label } of form.requests.rows) {
    const reading = read.rows.get(row)
    if (reading) table[row] = cellsOf(reading, form.requests.columns.length, 'requests', row, label, notes)
  }
  const missing = form.requests.rows.filter(({ row }) => !table[row])
  if (missing.length > 0)
    notes.findings.push(
      finding(
        'R07',
        'requests',
        `表三缺少${missing.length}行：${missing
          .slice(0, 4)
          .map(({ label }) => label)
          .join('；')}${missing.length > 4 ? ' 等' : ''}`,
        {
          rows: missing.map(({ row }) => row),
        },
      ),
    )
  return table
}

function disputeTable(reading: RowReading | null, notes: Notes): ReportTables['disputes'] {
  if (!reading || reading.state === 'blank') {
    notes.findings.push(
      reading
        ? finding('R03', 'disputes', '第四部分的表格只有栏目，没有数字')
        : finding('R06', 'disputes', '没有找到第四部分的表格'),
    )
    return null
  }
  const unsure = reading.state === 'settled' ? (reading.unsure ?? []) : []
  const groups = DISPUTE_GROUPS.map((group, index) => {
    const part: RowReading =
      reading.state === 'settled'
        ? {
            state: 'settled',
            cells: reading.cells.slice(index * 5, index * 5 + 5),
            unsure: unsure.filter((at) => Math.floor(at / 5) === index).map((at) => at % 5),
          }
        : reading
    const label = FORM_2021.disputes.groups[index]?.label ?? group
    return cellsOf(part, 5, 'disputes', group, label, notes)
  })
  const [reconsideration = [], litigationDirect = [], litigationAfterReconsideration = []] = groups
  return { reconsideration, litigationDirect, litigationAfterReconsideration }
}

/** How much of a table was read: rows whose cells are told, and a little for each row found at all. */
function readRows(rows: readonly ReadDisclosedRow[], form: ReportForm): number {
  const told = rows.filter(({ reading, written, cells }) =>
    form.disclosedIn === 'words' && written.length === cells ? true : reading.state === 'settled' || reading.state === 'blank',
  )
  return told.length + rows.length / 100
}

function disclosedTable(document: SourceDocument, sections: Sections, form: ReportForm, notes: Notes): ReportTables['disclosed'] {
  const grids = document.blocks.flatMap((block) => (block.kind === 'grid' ? [block.grid] : []))
  const fromGrids = readDisclosedGrids(grids, form)
  const fromText = readDisclosedText(sections.disclosed, form)
  const rows = readRows(fromGrids, form) >= readRows(fromText, form) ? fromGrids : fromText
  if (rows.every(({ reading }) => reading.state === 'blank')) {
    notes.findings.push(
      rows.length === 0
        ? finding('R06', 'disclosed', '没有找到第二部分的表格')
        : finding('R03', 'disclosed', '第二部分的表格只有栏目，没有数字'),
    )
    return null
  }
  if (form.disclosedIn === 'words') return { rows: rows.map((row) => wordedRow(row, notes)) }
  return numberRows(rows, form, notes)
}

/** A row of the 2019 form: text, also where it is no number. */
function wordedRow({ key, label, cells, reading, written }: ReadDisclosedRow, notes: Notes): { label: string; cells: string[] } {
  if (written.length === cells) return { label, cells: written }
  if (reading.state !== 'blank') cellsOf({ state: 'unsure' }, cells, 'disclosed', key, label, notes)
  return { label, cells: Array.from({ length: reading.state === 'blank' ? cells : 0 }, () => '') }
}

function numberRows(rows: readonly ReadDisclosedRow[], form: ReportForm, notes: Notes): ReportTables['disclosed'] {
  const cells = new Map(
    form.disclosed.flatMap(({ columns, rows: own }) => own.map(({ key }) => [key, cellsOfRow(rows, key, columns.length, notes)])),
  )
  return disclosedFrom(form, ({ row, column }) => cells.get(row)?.[column] ?? null)
}

function cellsOfRow(rows: readonly ReadDisclosedRow[], key: string, size: number, notes: Notes): Cell[] {
  const row = rows.find((candidate) => candidate.key === key)
  if (row) return cellsOf(row.reading, size, 'disclosed', key, row.label, notes)
  notes.findings.push(finding('R07', 'disclosed', '表二缺少应有的行', { rows: [key] }))
  for (let column = 0; column < size; column++) notes.doubted.add(cellKey('disclosed', key, column))
  return Array.from({ length: size }, () => null)
}

/** L01: each heading's characters must be there, in whatever order a broken layout has them. */
function checkHeader(header: string, form: ReportForm): Finding[] {
  const left = [...condense(header).characters]
  const take = (word: string): boolean => {
    const places = [...word].map((character) => {
      const at = left.indexOf(character)
      if (at >= 0) left[at] = ''
      return at
    })
    return places.every((at) => at >= 0)
  }
  for (const around of [
    '收到和处理政府信息公开申请情况',
    '本列数据的勾稽关系为第一项加第二项之和等于第三项加第四项之和',
    '申请人情况',
    '法人或其他组织',
  ])
    if (condense(header).characters.includes(around)) take(around)
  const missing = form.requests.columns.filter(({ label }) => !take(label))
  if (missing.length === form.requests.columns.length) return [finding('L01', 'requests', '表三没有表头')]
  return missing.map(({ column, label }) => finding('L01', 'requests', `表三缺少“${label}”栏的表头`, { column }))
}
