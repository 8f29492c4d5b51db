/** 文件内容: on disk as long as a row points to it, whoever brings the same bytes while somebody else has them removed. */
import { createHash } from 'node:crypto'
import { forgetDueRemoval, forgetRemoval, isUnused, lockContent, noteUpload, pendingRemovals } from '../../store/contents.sql.ts'
import type { OfficeContext, Tx } from '../context.ts'

/** Content that was taken in; a row may point to it once `keep` was called in the transaction that writes the row. */
export interface Content {
  hash: string
  size: number
  keep(tx: Tx): Promise<void>
}

/**
 * Puts the bytes on disk, sealed: before the transaction, which must not wait for the disk. Where they lay there already they may be
 * removed before the row is written; `keep` puts them there again, and nobody removes them until the transaction has ended. They are
 * listed before they are put: where no row comes of it (a refusal, a stop), they are removed at night.
 */
export async function putContent(ctx: OfficeContext, bytes: Uint8Array): Promise<Content> {
  const hash = createHash('sha256').update(bytes).digest('hex')
  await noteUpload(ctx.db, hash)
  await ctx.files.put(bytes)
  return {
    hash,
    size: bytes.length,
    async keep(tx) {
      await lockContent(tx, hash, 'shared')
      await ctx.files.put(bytes)
      await forgetRemoval(tx, hash)
    },
  }
}

/** 销毁: of the contents, those that no row points to any more are gone from the disk when the promise is kept. */
export async function removeUnused(ctx: OfficeContext, hashes: readonly string[]): Promise<void> {
  for (const hash of new Set(hashes))
    await ctx.transact(async (tx) => {
      await lockContent(tx, hash, 'alone')
      if (await isUnused(tx, hash)) await ctx.files.remove(hash)
      await forgetDueRemoval(tx, hash)
    })
}

/** 销毁时没有清完的，上传没有办成的: removed now. */
export async function removeLeftOver(ctx: OfficeContext): Promise<void> {
  await removeUnused(ctx, await pendingRemovals(ctx.db))
}
