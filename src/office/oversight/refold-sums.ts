import { isDeepStrictEqual } from 'node:util'
import type { ReportTables } from '../../law/reports/model.ts'
import { sumsAfter } from '../../record/reports/add-up.ts'
import { countedSubmissions, lockNotice, setSums } from '../../store/hand-in.sql.ts'
import type { OfficeContext, Tx } from '../context.ts'
import type { Drift } from './refold.ts'

const BATCH = 500

/** 汇总数重算: adds up every notice's accepted reports from the first, and compares with the sums kept as they came. */
export async function refoldSums(ctx: OfficeContext, options: { write: boolean }): Promise<Drift[]> {
  const notices = await ctx.db.selectFrom('report_notice').select(['agency_id', 'id']).execute()
  const drifts: Drift[] = []
  for (const { agency_id: agencyId, id } of notices)
    await ctx.transact(async (tx) => {
      const notice = await lockNotice(tx, agencyId, id)
      if (!notice) return
      const { sums, accepted } = await addedUp(tx, notice)
      if (accepted === notice.accepted && isDeepStrictEqual(sums, notice.sums)) return
      drifts.push({
        agencyId,
        number: notice.number,
        fields: { sums: [notice.sums, sums], accepted: [notice.accepted, accepted] },
      })
      if (options.write) await setSums(tx, notice, sums, accepted)
    })
  return drifts
}

async function addedUp(tx: Tx, notice: Parameters<typeof countedSubmissions>[1]) {
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
