/**
 * A report file as read: what it says, what is wrong with it, and enough of its words to check it again and to print it. Pages that
 * keep nothing carry it with them, so its shape is checked when it comes back.
 */
import { z } from 'zod'
import { cellKey, checkTables } from '../../law/reports/checks.ts'
import { formatFor, FORM_2021, isFormat } from '../../law/reports/formats/index.ts'
import type { CheckedReport, Finding, ReportFormat, ReportTables } from '../../law/reports/model.ts'
import { type CellEntries, type FormCell, formCells, valueAt, withEntries } from './form-cells.ts'
import { unreadCells } from './finding-places.ts'
import { normalise } from './normalise.ts'
import type { ReportDocument } from './document.ts'
import type { ReportProse } from './prose.ts'
import { checkText } from './prose-checks.ts'
import { quoted, reworded, type Rewording } from './quoted.ts'

export interface CheckedFile {
  report: CheckedReport
  prose: ReportProse
  /** What stands in section 三 before its table: it may name numbers, but is not printed again. */
  intro: string
  /** Last year's tables, for what must go on from them. */
  previous: ReportTables | null
  /** The tables as they were read, where people have put other numbers in them since. */
  asRead: ReportTables | null
}

/** Which form the tables are of; a report that shows none of either is taken by its year. */
export function formatOf({ format, year }: Pick<CheckedReport, 'format' | 'year'>): ReportFormat {
  return format ?? (year === null ? undefined : formatFor(year)?.format) ?? FORM_2021.format
}

/** What the words are held against the tables for: said anew when a number changes. */
const OF_WORDS_AND_TABLES: ReadonlySet<string> = new Set(['X8', 'X9', 'L02'])

/** Other numbers in some cells, other words in some passages, and the name and year where they were not found. */
export interface Correction {
  entries: CellEntries
  rewordings?: readonly Rewording[]
  agency: string | null
  year: number | null
}

/** The same report with a correction, checked anew. */
export function corrected(file: CheckedFile, { entries, rewordings = [], agency, year }: Correction): CheckedFile {
  const { report, previous } = file
  const prose = rewordings.reduce(reworded, file.prose)
  const format = formatOf({ format: report.format, year })
  const tables = withEntries(report.tables, format, entries)
  const unread = unreadCells(report.findings, { format, tables })
  const isOpen = (finding: Finding) => stillTrue(finding, { format, tables, unread, known: agency !== null && year !== null })
  const doubted = new Set(unread.map((cell) => cellKey(cell.table, cell.row, cell.index)))
  const text = {
    overall: normalise(prose.overall.join('\n')),
    requestsIntro: file.intro,
    problems: normalise(prose.problems.join('\n')),
    other: normalise(prose.other.join('\n')),
  }
  const findings = [
    ...withoutReworded(report.findings, rewordings).filter(isOpen),
    ...checkTables(tables, format, { doubted, ...(previous ? { previous } : {}) }),
    ...checkText(text, tables, { agency, year, format }).filter(({ code }) => OF_WORDS_AND_TABLES.has(code)),
  ]
  return {
    ...file,
    prose,
    asRead: file.asRead ?? report.tables,
    report: { agency, year, format, tables, findings: quoted(findings, prose) },
  }
}

/** One finding goes with each passage that was put in other words. */
function withoutReworded(findings: readonly Finding[], rewordings: readonly Rewording[]): Finding[] {
  const left = [...rewordings]
  return findings.filter(({ section, words, instead }) => {
    const at = left.findIndex((one) => one.section === section && one.words === words && one.instead === instead)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

/** The report to be printed again. */
export function correctedDocument({ report, prose }: CheckedFile): ReportDocument {
  const { preface, ...sections } = prose
  const agency = report.agency ?? ''
  const year = report.year ?? 0
  return {
    agency,
    year,
    format: formatOf(report),
    title: `${agency}${year > 0 ? `${year}年` : ''}政府信息公开工作年度报告`,
    preface,
    sections,
    tables: report.tables,
    signature: { agency, date: '' },
  }
}

/** The cells in which there stands something else than was read. */
export function changedCells({ report, asRead }: CheckedFile): FormCell[] {
  if (asRead === null) return []
  return formCells(formatOf(report)).filter((cell) => valueAt(asRead, cell) !== valueAt(report.tables, cell))
}

/** What was found when the file was read and does not depend on the numbers stays; the rest is judged anew. */
function stillTrue(
  finding: Finding,
  now: { format: ReportFormat; tables: ReportTables; unread: readonly { table: string; row: string }[]; known: boolean },
): boolean {
  const { code, table } = finding
  if (code === 'R08') return !now.known
  if (code === 'R03') return table === 'text' || now.tables[table] === null
  if (code === 'R01' || code === 'R02' || code === 'R07') return unreadCells([finding], now).length > 0
  if (code === 'R06') return now.unread.some((cell) => cell.table === table)
  return finding.table === 'text' ? !OF_WORDS_AND_TABLES.has(code) : /^(?:R0|L01)/.test(code)
}

const cell = z.number().nullable()
const row = z.array(cell).max(20)
const words = z.array(z.string().max(100_000)).max(2_000)
const short = z.string().max(2_000)

const tables = z.object({
  disclosed: z
    .union([
      z.strictObject({
        rows: z.array(z.strictObject({ label: z.string().max(100), cells: z.array(z.string().max(200)).max(20) })).max(40),
      }),
      z.record(z.string().max(60), z.union([cell, row])),
    ])
    .nullable(),
  requests: z.record(z.string().max(60), row).nullable(),
  disputes: z.record(z.string().max(60), row).nullable(),
})

const finding = z.object({
  code: z.string().max(10),
  level: z.enum(['error', 'warning']),
  table: z.enum(['disclosed', 'requests', 'disputes', 'text']),
  rows: z.array(z.string().max(100)).max(60),
  column: z.string().max(60).nullable(),
  expected: cell,
  found: cell,
  message: short,
  cite: short,
  section: z.enum(['preface', 'overall', 'requests', 'problems', 'other']).optional(),
  words: short.optional(),
  instead: short.optional(),
  repair: short.optional(),
  proposed: z
    .array(z.object({ row: z.string().max(100), column: z.string().max(60), value: z.number() }))
    .max(20)
    .optional(),
})

/** A file as a page hands it back. */
const checkedFile = z.object({
  report: z.object({
    agency: z.string().max(200).nullable(),
    year: z.number().int().min(2008).max(2100).nullable(),
    format: z.string().refine(isFormat).nullable(),
    tables,
    findings: z.array(finding).max(1_000),
  }),
  prose: z.object({ preface: words, overall: words, problems: words, other: words }),
  intro: z.string().max(100_000),
  previous: tables.nullable(),
  asRead: tables.nullable(),
})

/** Null for anything that this program did not write. */
export function checkedFileOf(written: string): CheckedFile | null {
  try {
    // The shapes are the same; the row names are looked up in the form, never trusted.
    return checkedFile.parse(JSON.parse(written)) as unknown as CheckedFile
  } catch {
    return null
  }
}
