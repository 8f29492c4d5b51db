/** 静态栏目: whose columns are kept as files, and that only one writes to a column at a time, whichever process it is in. */
import { activeOutletsOfKind, lockColumn } from '../../store/outlets.sql.ts'
import type { OfficeContext } from '../context.ts'

/** In use: whose column, and where it is to lie. */
export async function sitesInUse(ctx: OfficeContext): Promise<{ slug: string; address: string }[]> {
  return (await activeOutletsOfKind(ctx.db, 'site')).map(({ slug, settings }) => ({ slug, address: settings.address ?? '' }))
}

/** Waits for whoever writes now: a page read before a withdrawal must not be written after it. */
export function oneColumnAtATime<T>(ctx: OfficeContext, slug: string, work: () => Promise<T>): Promise<T> {
  return ctx.db.transaction().execute(async (tx) => {
    await lockColumn(tx, slug)
    return work()
  })
}
