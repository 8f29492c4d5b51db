import { isDeepStrictEqual } from 'node:util'
import { lockNotice, setSums } from '../../store/hand-in.sql.ts'
import type { OfficeContext } from '../context.ts'
import { addedUp } from '../reports/add-up-units.ts'
import type { Drift } from './refold.ts'

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
