/**
 * 离线报送包 (.zgk): an annual report carried by hand between installations that no network joins. A zip with `manifest.json`, the
 * report as `report.json`, and `signature`: Ed25519 over the manifest, which names the report's SHA-256. What it says is checked
 * anew where it arrives.
 */
import { z } from 'zod'
import { DISPUTE_COLUMNS } from '../../law/reports/model.ts'
import { formOf, isFormat, type ReportForm } from '../../law/reports/formats/index.ts'

export const BUNDLE_KIND = 'gongkai-report-bundle'
export const BUNDLE_VERSION = 1
export const BUNDLE_FILES = { manifest: 'manifest.json', report: 'report.json', signature: 'signature' } as const

export const bundleManifest = z.object({
  kind: z.literal(BUNDLE_KIND),
  version: z.literal(BUNDLE_VERSION),
  agency: z.string().min(1).max(80),
  year: z.number().int().min(2019).max(2100),
  /** Which version of the report, and when it was written: an older one is not taken for a newer. None in bundles of before. */
  reportVersion: z.number().int().min(1).optional(),
  writtenOn: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
  /** 文号 of the notices it answers, as far as the sender knows them. */
  notices: z.array(z.string().max(60)).max(20),
  /** SHA-256 of report.json, in hex. */
  report: z.string().regex(/^[0-9a-f]{64}$/),
  /** The signer's public key: SPKI, base64. */
  key: z.string().min(20).max(200),
})
export type BundleManifest = z.infer<typeof bundleManifest>

const cell = z.number().min(-1e12).max(1e12).nullable()
const row = (size: number) => z.array(cell).length(size)
const paragraphs = z.array(z.string().max(5000)).max(100)

/** Table 二 of numbers: a row of one cell is that cell. Which rows and how many cells, the form tells ({@link hasRows}). */
export const numberedRows = z.record(z.string().max(60), z.union([cell, z.array(cell).min(2).max(20)]))

/** Whether table 二 holds what the form has there: words, or its very rows with a cell for each column. */
export function hasRows(disclosed: unknown, form: ReportForm): boolean {
  const rows = numberedRows.safeParse(disclosed)
  if (form.disclosedIn === 'words') return !rows.success
  if (!rows.success) return false
  const sizes = form.disclosed.flatMap(({ columns, rows: own }) => own.map(({ key }) => [key, columns.length] as const))
  return sizes.every(([key, size]) => key in rows.data && [rows.data[key] ?? null].flat().length === size)
}

export const bundleReport = z
  .object({
    format: z.string().refine(isFormat),
    tables: z.object({
      disclosed: z.union([
        numberedRows,
        z.object({ rows: z.array(z.object({ label: z.string().max(60), cells: z.array(z.string().max(60)).max(6) })).max(20) }),
      ]),
      requests: z.record(z.string().max(60), z.array(cell).max(20)),
      disputes: z.object({
        reconsideration: row(DISPUTE_COLUMNS.length),
        litigationDirect: row(DISPUTE_COLUMNS.length),
        litigationAfterReconsideration: row(DISPUTE_COLUMNS.length),
      }),
    }),
    prose: z.object({ preface: paragraphs, overall: paragraphs, problems: paragraphs, other: paragraphs }),
    explained: z.record(z.string().max(400), z.string().max(500)),
  })
  .refine(
    ({ format, tables }) =>
      hasRows(tables.disclosed, formOf(format)) &&
      formOf(format).requests.rows.every((form) => tables.requests[form.row]?.length === formOf(format).requests.columns.length),
    { error: '表格与格式不符' },
  )
