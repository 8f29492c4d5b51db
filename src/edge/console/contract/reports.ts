/** 年度报告. */
import { z } from 'zod'
import { isLocalDate, type LocalDate } from '../../../law/date.ts'
import type { CheckedFile } from '../../../record/reports/checked-file.ts'
import { ZERO_KEYS } from '../../../record/reports/zero-report.ts'
import type { ProseFact } from '../../../record/reports/prose-facts.ts'
import { type CellCases, type LastProblem, type ReportRow, type ReportView } from '../../../record/reports/view.ts'
import { day } from '../../../record/requests/acts.ts'
import type { May } from '../../../record/requests/may.ts'
import type { Endpoint } from './endpoint.ts'

const year = z.coerce.number().int().min(2008).max(2100)
/** A report as somebody has it before him: `digest` as it was sent with it. */
const seen = { year, digest: z.string().max(64) }
/** A cell of a report's tables. */
export const cell = {
  table: z.enum(['disclosed', 'requests', 'disputes']),
  row: z.string().max(60),
  column: z.string().max(40),
}

const sections = {
  preface: z.array(z.string().max(2000)).max(20),
  overall: z.array(z.string().max(5000)).max(60),
  problems: z.array(z.string().max(5000)).max(60),
  other: z.array(z.string().max(5000)).max(60),
}

export const REPORTS_ENDPOINTS = {
  'reports.list': { method: 'GET', path: '/reports', input: z.object({}) },
  'reports.get': {
    method: 'GET',
    path: '/reports/:year',
    input: z.object({ year, version: z.coerce.number().int().min(1).max(10_000).optional() }),
  },
  'reports.compile': { method: 'POST', path: '/reports/:year/compile', input: z.object({ year, upTo: day.optional() }) },
  'reports.saveProse': {
    method: 'POST',
    path: '/reports/:year/prose',
    input: z.object({
      year,
      /** The sections that were written anew, and each as it stood before. */
      prose: z.object(sections).partial(),
      was: z.object(sections).partial(),
    }),
  },
  'reports.setCount': {
    method: 'POST',
    path: '/reports/:year/counts',
    input: z.object({
      year,
      /** Name of a figure in the year's form. */
      kind: z.string().max(60),
      value: z.number().min(-1e9).max(1e9).nullable(),
      basis: z.string().trim().max(500),
      /** What stood there set by hand. */
      was: z.object({ value: z.number(), basis: z.string().max(500) }).nullable(),
    }),
  },
  'reports.explain': {
    method: 'POST',
    path: '/reports/:year/explain',
    input: z.object({ year, finding: z.string().max(400), text: z.string().trim().max(500), was: z.string().max(500) }),
  },
  'reports.lookAt': {
    method: 'POST',
    path: '/reports/:year/zero',
    input: z.object({ year, key: z.enum(ZERO_KEYS), looked: z.boolean() }),
  },
  'reports.facts': { method: 'GET', path: '/reports/:year/facts', input: z.object({ year }) },
  'reports.answer': {
    method: 'POST',
    path: '/reports/:year/answers',
    input: z.object({
      year,
      /** Each with how it stood before. */
      answers: z
        .array(z.object({ problem: z.string().max(2000), answer: z.string().trim().max(1000), was: z.string().max(1000) }))
        .max(30),
    }),
  },
  'reports.submit': { method: 'POST', path: '/reports/:year/submit', input: z.object(seen) },
  'reports.approve': { method: 'POST', path: '/reports/:year/approve', input: z.object(seen) },
  'reports.publish': {
    method: 'POST',
    path: '/reports/:year/publish',
    input: z.object({ ...seen, because: z.string().trim().max(500).default('') }),
  },
  'reports.cell': {
    method: 'GET',
    path: '/reports/:year/cell',
    input: z.object({ year, page: z.coerce.number().int().min(1).default(1), ...cell }),
  },
} as const satisfies Record<string, Endpoint>

/** Beside the file of a 盖章扫描件. */
export const signedCopyInput = z.object({
  year,
  version: z.coerce.number().int().min(1).max(10_000),
  signedOn: z.custom<LocalDate>(isLocalDate),
})

/** 检查一份报告: what comes back for a file. */
export interface CheckedReportAnswer {
  file: CheckedFile
  /** All that stands in it, as running text: the source that people read beside the tables. */
  text: string
  previousFrom: 'file' | 'archive' | null
  agencyName: string
  /** Pages that can be asked for as pictures. */
  pages: number
  mayImport: May
}

/** Beside the file of a report that is imported. */
export const importInput = z.object({
  publishedOn: z.custom<LocalDate>(isLocalDate),
  year: year.nullable(),
  otherName: z.boolean(),
  /** What a person read where the machine could not: the cells by their place. */
  given: z.record(z.string().max(120), z.union([z.number(), z.string().max(200)])),
})
export type ImportInput = z.input<typeof importInput>

/** A report that was put right in the browser, to be had as a file. */
export const correctedInput = z.object({ to: z.enum(['docx', 'xlsx']), report: z.string().max(900_000) })

export interface ReportsOutputs {
  'reports.list': { rows: ReportRow[] }
  'reports.get': ReportView
  'reports.compile': ReportView
  'reports.saveProse': ReportView
  'reports.setCount': ReportView
  'reports.explain': ReportView
  'reports.lookAt': ReportView
  'reports.facts': { facts: ProseFact[]; lastProblems: LastProblem[] }
  'reports.answer': ReportView
  'reports.submit': ReportView
  'reports.approve': ReportView
  'reports.publish': ReportView
  'reports.cell': CellCases
}
