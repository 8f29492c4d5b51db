/** 汇总 of the units' reports: by notice, and for the year over all notices, each unit once. */
import type { LocalDate } from '../../law/date.ts'
import type { ReportFormat, ReportTables } from '../../law/reports/model.ts'
import { canTakeOut, sumsAfter } from '../../record/reports/add-up.ts'
import type { UnitsAddedUp } from '../../record/reports/notice.ts'
import { countedSubmissions, noticesOn } from '../../store/hand-in.sql.ts'
import { belowNotAsked, countedOfYear, namesCounted, namesLeftOut, type YearAsked } from '../../store/units-added-up.sql.ts'
import type { OfficeContext, Tx } from '../context.ts'

const BATCH = 500

/** Everything accepted under one notice, added up from the first. */
export async function addedUp(
  tx: Tx | OfficeContext['db'],
  notice: Parameters<typeof countedSubmissions>[1],
): Promise<{ sums: ReportTables | null; accepted: number }> {
  let sums: ReportTables | null = null
  let accepted = 0
  let after: string | null = null
  for (;;) {
    const batch: Awaited<ReturnType<typeof countedSubmissions>> = await countedSubmissions(tx, notice, after, BATCH)
    for (const { tables, format } of batch) sums = sumsAfter(sums, format, { out: null, in: tables })
    accepted += batch.length
    after = batch.at(-1)?.unit_id ?? null
    if (batch.length < BATCH) return { sums, accepted }
  }
}

/**
 * What the units reported for a year. A second notice adds to the first (补充单位的，另行印发): the sums are over all of them, and of a
 * unit that was asked twice the report that was accepted last counts. Null where there is no unit to speak of.
 */
export async function yearAddedUp(
  db: OfficeContext['db'],
  asked: { agencyId: string; year: number; format: ReportFormat },
  on: LocalDate,
): Promise<{ sums: ReportTables | null; units: UnitsAddedUp | null }> {
  const notices = (await noticesOn(db, asked.agencyId, asked.year)).filter(({ format }) => format === asked.format)
  const [included, leftOut, below] = await Promise.all([
    namesCounted(db, asked, on),
    namesLeftOut(db, asked, on),
    belowNotAsked(db, asked, on),
  ])
  if (notices.length === 0 && below.length === 0) return { sums: null, units: null }
  const accepted = notices.reduce((total, notice) => total + notice.accepted, 0)
  return {
    sums: accepted === 0 ? null : await sumsOfYear(db, asked, { notices, doubled: accepted > included.length }),
    units: {
      notices: notices.map(({ id, number, title }) => ({ id, number, title })),
      acts: actsOf(notices),
      accepted: included.length,
      included,
      missing: leftOut.filter(({ state }) => state !== 'excused').map(({ name }) => name),
      excused: leftOut.filter(({ state }) => state === 'excused').map(({ name, because }) => ({ name, because })),
      notAsked: below.filter(({ regime }) => regime !== 'art55').map(({ name }) => name),
      schools: below.filter(({ regime }) => regime === 'art55').map(({ name }) => name),
    },
  }
}

/** How much has happened under the notices of a year: another number, and the sums may be others. */
export function actsOf(notices: readonly { acts: number }[]): number {
  return notices.reduce((total, { acts }) => total + acts + 1, 0)
}

/** Each notice keeps its sums; only what a unit handed in twice is taken out, or where that can't be, all is added up anew. */
async function sumsOfYear(
  db: OfficeContext['db'],
  asked: YearAsked,
  { notices, doubled }: { notices: Awaited<ReturnType<typeof noticesOn>>; doubled: boolean },
): Promise<ReportTables | null> {
  const anew = doubled && !canTakeOut(asked.format)
  let sums: ReportTables | null = null
  if (!anew) for (const notice of notices) if (notice.sums) sums = sumsAfter(sums, asked.format, { out: null, in: notice.sums })
  if (!doubled) return sums
  for (let offset = 0; ; offset += BATCH) {
    const batch = await countedOfYear(db, asked, { superseded: !anew, offset, limit: BATCH })
    for (const tables of batch) sums = sumsAfter(sums, asked.format, anew ? { out: null, in: tables } : { out: tables, in: null })
    if (batch.length < BATCH) return sums
  }
}
