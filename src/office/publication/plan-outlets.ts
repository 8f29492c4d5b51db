/**
 * What a release, a withdrawal or the end of a 公示期 means for the outlets: written in the deed's own transaction, so that nothing
 * released is forgotten and nothing withdrawn stays where it was. Bringing it there is a job.
 */
import type { OutletKind } from '../../law/publication/outlets.ts'
import { afterRelease, afterRemoval, type OutletProof, type OutletState } from '../../record/publication/outlet-items.ts'
import {
  addOutletEvent,
  expiredAtOutlets,
  itemsOfDocument,
  outletsOf,
  putItem,
  type StoredOutletItem,
} from '../../store/outlets.sql.ts'
import type { OfficeContext, Tx } from '../context.ts'

interface Released {
  agencyId: string
  documentId: string
  editionId: string
  column: string
}

/** To every outlet that carries the column, and to those where an earlier edition stands. */
export async function planAtOutlets(ctx: OfficeContext, tx: Tx, byName: string, released: Released): Promise<void> {
  const { agencyId, documentId, editionId, column } = released
  const standing = await itemsOfDocument(tx, agencyId, documentId, true)
  const carrying = (await outletsOf(tx, agencyId)).filter(({ active, columns }) =>
    active ? columns.length === 0 || columns.includes(column) : false,
  )
  const places: { id: string; kind: OutletKind }[] = [...carrying]
  for (const { outlet_id: id, kind, state } of standing)
    if (state !== 'withdrawn' && !places.some((place) => place.id === id)) places.push({ id, kind })
  for (const { id, kind } of places) {
    const before = standing.find(({ outlet_id: at }) => at === id)
    const key = { agency_id: agencyId, outlet_id: id, document_id: documentId }
    await change(ctx, tx, byName, {
      ...key,
      state: afterRelease(kind, before ?? null),
      proof: before?.proof ?? {},
      edition_id: editionId,
    })
  }
  if (places.length > 0) await ctx.enqueue(tx, 'outlets', {})
}

/** From everywhere where it stands or is on its way. */
export async function takeFromOutlets(
  ctx: OfficeContext,
  tx: Tx,
  byName: string,
  { agencyId, documentId, note }: { agencyId: string; documentId: string; note: string },
): Promise<void> {
  let moved = false
  for (const item of await itemsOfDocument(tx, agencyId, documentId, true)) {
    const state = afterRemoval(item.kind, item)
    if (!state) continue
    await change(ctx, tx, byName, { ...item, state }, note)
    moved = true
  }
  if (moved) await ctx.enqueue(tx, 'outlets', {})
}

/** 公示期满: what the public no longer finds on the column leaves the outlets too. */
export async function takeExpiredFromOutlets(ctx: OfficeContext): Promise<void> {
  for (const { agency_id: agencyId, document_id: documentId } of await expiredAtOutlets(ctx.db, ctx.today()))
    await ctx.transact((tx) => takeFromOutlets(ctx, tx, '系统', { agencyId, documentId, note: '公示期满' }))
}

interface Change extends Pick<StoredOutletItem, 'agency_id' | 'outlet_id' | 'document_id' | 'edition_id'> {
  state: OutletState
  proof: OutletProof
}

async function change(ctx: OfficeContext, tx: Tx, byName: string, to: Change, note = ''): Promise<void> {
  const { agency_id, outlet_id, document_id, edition_id, state } = to
  const proof = JSON.stringify(to.proof)
  const key = { agency_id, outlet_id, document_id }
  const due = state === 'planned' || state === 'leaving'
  const changed_at = ctx.now().toISOString()
  await putItem(tx, { ...key, edition_id, state, proof, fault: null, changed_at, next_try_at: due ? new Date() : null })
  await addOutletEvent(tx, { ...key, state, actor_name: byName, on_date: ctx.today(), note, proof })
}
