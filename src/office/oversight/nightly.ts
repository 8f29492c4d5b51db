import { sql } from 'kysely'
import { verifyAudit } from '../../store/audit.sql.ts'
import { setStoreFact } from '../../store/people.sql.ts'
import type { OfficeContext } from '../context.ts'
import { removeLeftOver } from '../files/contents.ts'
import { refold } from './refold.ts'

export interface NightlyResult {
  cases: number
  drifts: number
  auditEntries: number
  auditFaults: number
}

/** 夜间检查: what is stored still follows from the acts, the audit chains are whole, and what was to be destroyed is. The result is kept for the operators. */
export async function nightlyCheck(ctx: OfficeContext): Promise<NightlyResult> {
  await removeLeftOver(ctx)
  const [{ cases, drifts }, audit] = [await refold(ctx, { write: false }), await verifyAudit(ctx.db)]
  const result = { cases, drifts: drifts.length, auditEntries: audit.entries, auditFaults: audit.faults.length }
  await ctx.transact(async (tx) => {
    await tx.deleteFrom('session').where('expires_at', '<', sql<Date>`now()`).execute()
    await setStoreFact(tx, 'nightly', JSON.stringify({ ...result, at: new Date().toISOString() }))
  })
  return result
}
