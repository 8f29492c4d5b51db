/** A published report as JSON, and the schema that goes with it. */
import { z } from 'zod'
import { REPORT_SCHEMA_PATH, type PublishedReport, type ReportData, reportData } from '../../record/reports/published.ts'
import type { Restatement } from '../../record/reports/restatement.ts'

/** `site`: the portal's address as the reader sees it, without a slash at the end. */
export function reportAddress(site: string, { agency, document }: Pick<PublishedReport, 'agency' | 'document'>): string {
  return `${site}/${agency.slug}/reports/${document.year}`
}

function scopeIn({ units }: PublishedReport): ReportData['scope'] {
  if (units === null) return null
  const { notices, included, missing, excused, notAsked, schools } = units
  return {
    notices: notices.map(({ number, title }) => ({ number, title })),
    included,
    missing,
    excused: excused.map(({ name, because }) => ({ name, because })),
    notAsked,
    schools,
  }
}

export function reportJson(site: string, report: PublishedReport & { restated?: readonly Restatement[] }): ReportData {
  const { agency, document, signedCopy } = report
  const address = reportAddress(site, report)
  return {
    $schema: site + REPORT_SCHEMA_PATH,
    address,
    agency: agency.name,
    agencyCode: agency.creditCode || null,
    agencyAbove: agency.above,
    year: document.year,
    format: document.format,
    title: document.title,
    version: report.version,
    publishedOn: report.publishedOn,
    source: report.imported ? 'imported' : 'compiled',
    earlierVersions: report.earlier,
    restatedBecause: report.because || null,
    ...(report.restated && {
      restatements: report.restated.map(({ cells, ...told }) => ({
        ...told,
        cells: cells.map(({ words: _words, ...change }) => change),
      })),
    }),
    signedCopy: signedCopy && { signedOn: signedCopy.signedOn, address: `${address}/signed.pdf?version=${report.version}` },
    timeliness: report.timeliness && { ...report.timeliness },
    scope: scopeIn(report),
    signature: document.signature,
    preface: document.preface ?? [],
    sections: document.sections,
    tables: document.tables as ReportData['tables'],
    ...(document.watermark ? { watermark: document.watermark } : {}),
  }
}

/** JSON Schema (2020-12): what other programs check the files with. */
export function reportSchema(site: string): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(reportData, { target: 'draft-2020-12' })
  return { $schema, $id: site + REPORT_SCHEMA_PATH, ...schema }
}
