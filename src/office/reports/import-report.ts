/** 导入存档: a report that was published elsewhere, as read, with its findings beside it. Numbers that were not read stay blank. */
import { type Refusal, type Result, ok, refused } from '../../law/refusal.ts'
import type { CheckedReport } from '../../law/reports/model.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { publicWordsRefusals } from '../../record/reports/public-words.ts'
import type { ReportProse } from '../../record/reports/prose.ts'
import type { LocalDate } from '../../law/date.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { isDuplicate } from '../../store/database.ts'
import { keepOriginal } from '../../store/report-originals.sql.ts'
import { latestReport } from '../../store/reports.sql.ts'
import type { OfficeContext } from '../context.ts'
import type { Content } from '../files/contents.ts'
import { notAcceptedYet } from './standing.ts'

const FIRST_VERSION = 1

export interface ImportReport {
  checked: CheckedReport
  prose: ReportProse
  /** The day it was published, as the source says. */
  publishedOn: LocalDate
  /** The file that it was read from, on disk already, and the cells that a person read in it where the machine could not. */
  from?: Content & { name: string; mediaType: string; given: readonly string[] }
}

export async function importReport(ctx: OfficeContext, actor: Actor, input: ImportReport): Promise<Result<{ year: number }>> {
  if (!permitted(actor, 'reports.import', { agencyId: actor.agencyId })) return refused(MAY_NOT_IMPORT)
  const { year, format } = input.checked
  if (year === null || format === null)
    return refused({ code: 'file-refused', say: '读不出报告的年度或格式。', then: '请核对文件，填写报告年度。', field: 'year' })
  const said = publicWordsRefusals({ format, prose: input.prose, units: null })
  if (said.length > 0) return refused(...said)
  const kept = ctx.transact(async (tx): Promise<Result<{ year: number }>> => {
    if (await latestReport(tx, actor.agencyId, year)) return refused(inArchive(year))
    const { tables } = input.checked
    const waiting = await notAcceptedYet(tx, actor.agencyId, { year, format, tables, prose: input.prose })
    if (waiting) return refused(waiting)
    await tx
      .insertInto('report')
      .values({
        agency_id: actor.agencyId,
        year,
        version: FIRST_VERSION,
        format,
        state: 'published',
        source: 'imported',
        tables: JSON.stringify(input.checked.tables),
        prose: JSON.stringify(input.prose),
        findings: JSON.stringify(input.checked.findings),
        facts_mark: JSON.stringify({ cases: 0, acts: 0 }),
        explained: JSON.stringify({}),
        approved_by: null,
        approved_on: null,
        published_on: input.publishedOn,
      })
      .execute()
    const { from } = input
    if (from) {
      await from.keep(tx)
      await keepOriginal(tx, {
        agency_id: actor.agencyId,
        year,
        version: FIRST_VERSION,
        hash: from.hash,
        sealed_name: ctx.vault.seal(from.name),
        media_type: from.mediaType,
        size: from.size,
        given: JSON.stringify(from.given),
        imported_by: actor.id,
        imported_on: ctx.today(),
      })
    }
    await appendAudit(tx, {
      agencyId: actor.agencyId,
      actorId: actor.id,
      verb: 'reports.import',
      target: String(year),
      ...(from ? { detail: { given: from.given } } : {}),
    })
    return ok({ year })
  })
  // Two at once: the one that came second finds its row taken.
  return kept.catch((error: unknown) => {
    if (!isDuplicate(error)) throw error
    return refused(inArchive(year))
  })
}

/** What is imported stands on the portal at once: it takes whoever publishes. */
export const MAY_NOT_IMPORT: Refusal = {
  code: 'not-permitted',
  say: '导入的报告随即在公开专栏显示，由公开工作机构负责人导入。',
  then: '请公开工作机构负责人核对后导入。',
}

/** A year's report is imported once. */
export function inArchive(year: number): Refusal {
  return { code: 'already-done', say: `${year} 年的报告已在存档中。`, then: '如需更正，请在系统中形成新的版本。' }
}
