/** 比较: two years of what the units handed in, or two units' reports, side by side. No order of merit is made of it. */
import { type Result, ok, refused } from '../../law/refusal.ts'
import { formatFor } from '../../law/reports/formats/index.ts'
import type { ReportFormat, ReportTables } from '../../law/reports/model.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { compareCells } from '../../record/reports/compare.ts'
import { type ComparedSide, comparisonLimits, type HandInComparison } from '../../record/reports/comparison.ts'
import { proseParts, type ReportProse } from '../../record/reports/prose.ts'
import { acceptedReport } from '../../store/hand-in.sql.ts'
import { isUnder } from '../../store/people.sql.ts'
import type { OfficeContext } from '../context.ts'
import { agencyOn } from '../people/agencies.ts'
import { NOT_FOUND, NOT_PERMITTED } from '../people/permit.ts'
import { yearAddedUp } from './add-up-units.ts'
import { compareWordings } from './wording.ts'

/** The accepted report of a unit; without a unit, the sums of all that were accepted for the year. */
interface SideAsked {
  year: number
  unitId?: string | undefined
}

interface Side {
  name: string
  format: ReportFormat
  tables: ReportTables
  prose: ReportProse | null
  limit: ComparedSide
}

export async function compareHandIns(
  ctx: OfficeContext,
  actor: Actor,
  asked: { one: SideAsked; other: SideAsked },
): Promise<Result<HandInComparison>> {
  if (!permitted(actor, 'handIns.view', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const one = await sideOf(ctx, actor, asked.one)
  const other = await sideOf(ctx, actor, asked.other)
  if (!one.ok) return one
  if (!other.ok) return other
  const [mine, theirs] = [one.value, other.value]
  const words = mine.prose && theirs.prose ? { mine: mine.prose, theirs: theirs.prose } : null
  return ok({
    sides: [mine.name, theirs.name],
    limits: comparisonLimits([mine.limit, theirs.limit]),
    cells: compareCells(mine, theirs),
    wordings: words
      ? proseParts(theirs.format).map(({ key, words: title }) => ({
          words: title,
          ...compareWordings(words.mine[key], words.theirs[key]),
        }))
      : [],
  })
}

function sideOf(ctx: OfficeContext, by: Actor, { year, unitId }: SideAsked): Promise<Result<Side>> {
  return unitId ? unitSide(ctx, by, unitId, year) : sumsSide(ctx, by, year)
}

async function unitSide(ctx: OfficeContext, by: Actor, unitId: string, year: number): Promise<Result<Side>> {
  if (!(await isUnder(ctx.db, unitId, by.agencyId))) return refused(NOT_FOUND)
  const [{ details, kind }, report] = await Promise.all([
    agencyOn(ctx.db, unitId, ctx.today()),
    acceptedReport(ctx.db, by.agencyId, unitId, year),
  ])
  if (!report)
    return refused({
      code: 'not-found',
      say: `${details.name}没有审核通过的 ${year} 年报告。`,
      then: '只比较审核通过的报告，请选择其他年度或者单位。',
    })
  return ok({ name: `${details.name} ${year} 年`, ...report, limit: { agencyId: unitId, kind, units: null } })
}

async function sumsSide(ctx: OfficeContext, by: Actor, year: number): Promise<Result<Side>> {
  const format = formatFor(year)?.format
  const { sums, units } = format
    ? await yearAddedUp(ctx.db, { agencyId: by.agencyId, year, format }, ctx.today())
    : { sums: null, units: null }
  if (!format || !sums)
    return refused({
      code: 'not-found',
      say: `${year} 年没有汇总数。`,
      then: '审核通过至少一份报告后才有汇总数，请选择其他年度。',
    })
  const { kind } = await agencyOn(ctx.db, by.agencyId, ctx.today())
  return ok({ name: `${year} 年汇总`, format, tables: sums, prose: null, limit: { agencyId: by.agencyId, kind, units } })
}
