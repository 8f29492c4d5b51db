import { setStoreFact, storeFact } from '../../store/people.sql.ts'
import type { OfficeContext, Tx } from '../context.ts'

const DEMO = 'demo'

/** This store holds 演示数据: every page and letter says so. */
export async function isDemo(ctx: OfficeContext): Promise<boolean> {
  return (await storeFact(ctx.db, DEMO)) !== null
}

export async function markDemo(tx: Tx): Promise<void> {
  await setStoreFact(tx, DEMO, 'yes')
}

/** Whether nothing has been set up yet. */
export async function isEmptyStore(ctx: OfficeContext): Promise<boolean> {
  return (await ctx.db.selectFrom('agency').select('id').limit(1).executeTakeFirst()) === undefined
}
