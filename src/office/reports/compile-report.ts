import { fromParts, type LocalDate, yearOf } from '../../law/date.ts'
import { type Result, refused } from '../../law/refusal.ts'
import { formatFor } from '../../law/reports/formats/index.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { firstProse } from '../../record/reports/first-prose.ts'
import type { ReportView } from '../../record/reports/view.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { isDuplicate } from '../../store/database.ts'
import { lockLatestReport } from '../../store/reports.sql.ts'
import { tasksOf } from '../../store/hand-in.sql.ts'
import { factsMark } from '../../store/report-evidence.sql.ts'
import type { OfficeContext, Tx } from '../context.ts'
import { agencyOn } from '../people/agencies.ts'
import { NOT_PERMITTED } from '../people/permit.ts'
import { compileTables, findingsOf } from './tables.ts'
import { viewReport } from './view-report.ts'

/**
 * 汇编: derives the year's tables from the register and the library. A published version is never touched: compiling after
 * publication opens a new version, which will show as a restatement. `upTo`: as it stood at the end of that day of the year.
 */
export async function compileReport(
  ctx: OfficeContext,
  actor: Actor,
  year: number,
  upTo: LocalDate | null = null,
): Promise<Result<ReportView>> {
  if (!permitted(actor, 'reports.compile', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const form = formatFor(year)
  if (!form)
    return refused({
      code: 'report-incomplete',
      say: `${year} 年的报告还没有全国统一的格式，不能由登记簿汇编。`,
      then: '统一格式从 2019 年的报告开始；更早的报告请按当时公布的样子保存。',
      field: 'year',
    })
  const agency = await agencyOn(ctx.db, actor.agencyId, ctx.today())
  if (agency.regime === 'art55')
    return refused({
      code: 'not-an-agency-of-record',
      say: '学校等公共企事业单位不编制本年度报告。',
      then: '其信息公开情况由主管部门汇总。',
    })
  const lastDay = fromParts(year, 12, 31)
  const asOf = upTo ?? lastDay
  if (yearOf(asOf) !== year || (upTo && upTo > ctx.today()))
    return refused({
      code: 'field-invalid',
      say: `截至日期应在 ${year} 年之内，不晚于今天。`,
      then: '请核对截至日期；汇编全年数据的，不填。',
      field: 'upTo',
    })
  const { format } = form
  const derive = async (tx: Tx) => {
    const latest = await lockLatestReport(tx, agency.id, year)
    const { tables, units } = await compileTables(tx, { agencyId: agency.id, year, format, asOf }, lastDay)
    const prose = latest?.prose ?? firstProse(agency.details, year, { tables, units }, await tasksOf(tx, agency.id, year))
    const answers = latest?.answers ?? []
    const zero = latest?.zero ?? []
    const upToDay = asOf === lastDay ? null : asOf
    const findings = await findingsOf(tx, {
      agencyId: agency.id,
      agencyName: agency.details.name,
      year,
      format,
      asOf: upToDay,
      tables,
      units,
      prose,
      answers,
      zero,
    })
    const derived = {
      format,
      as_of: upToDay,
      tables: JSON.stringify(tables),
      findings: JSON.stringify(findings),
      units: units && JSON.stringify(units),
      facts_mark: JSON.stringify(await factsMark(tx, agency.id, year)),
      updated_at: new Date().toISOString(),
    }
    if (latest && latest.state !== 'published')
      await tx
        .updateTable('report')
        .set({ ...derived, state: 'draft', approved_by: null, approved_on: null })
        .where('agency_id', '=', agency.id)
        .where('year', '=', year)
        .where('version', '=', latest.version)
        .execute()
    else
      await tx
        .insertInto('report')
        .values({
          ...derived,
          agency_id: agency.id,
          year,
          version: (latest?.version ?? 0) + 1,
          state: 'draft',
          source: 'compiled',
          prose: JSON.stringify(prose),
          answers: JSON.stringify(answers),
          zero: JSON.stringify(zero),
          explained: JSON.stringify(latest?.explained ?? {}),
          approved_by: null,
          approved_on: null,
          published_on: null,
        })
        .execute()
    await appendAudit(tx, { agencyId: agency.id, actorId: actor.id, verb: 'reports.compile', target: String(year) })
  }
  // Two at once in a year that has no report yet: whoever came second compiles the draft of the first anew.
  await ctx.transact(derive).catch((error: unknown) => {
    if (!isDuplicate(error)) throw error
    return ctx.transact(derive)
  })
  return viewReport(ctx, actor, year)
}
