/** Reads and writes of 公开渠道, and of what stands at each of them. */
import { type Insertable, type Kysely, type Selectable, sql, type Transaction, type Updateable } from 'kysely'
import type { LocalDate } from '../law/date.ts'
import type { OutletKind } from '../law/publication/outlets.ts'
import type { OutletState } from '../record/publication/outlet-items.ts'
import type { Database } from './schema.ts'

type Db = Kysely<Database>
type Tx = Transaction<Database>

export type StoredOutlet = Selectable<Database['outlet']>
export type StoredOutletItem = Selectable<Database['outlet_item']>
type ItemKey = Pick<StoredOutletItem, 'agency_id' | 'outlet_id' | 'document_id'>

export function outletsOf(db: Db, agencyId: string): Promise<StoredOutlet[]> {
  return db.selectFrom('outlet').selectAll().where('agency_id', '=', agencyId).orderBy('created_on').orderBy('name').execute()
}

export function outletById(db: Db, agencyId: string, id: string): Promise<StoredOutlet | undefined> {
  return db.selectFrom('outlet').selectAll().where('agency_id', '=', agencyId).where('id', '=', id).executeTakeFirst()
}

/** In use, of all agencies. */
export function activeOutletsOfKind(db: Db, kind: OutletKind) {
  return db
    .selectFrom('outlet as o')
    .innerJoin('agency as a', 'a.id', 'o.agency_id')
    .select(['a.slug', 'o.settings'])
    .where('o.kind', '=', kind)
    .where('o.active', '=', true)
    .orderBy('a.slug')
    .execute()
}

/** Made, or changed; the kind stays what it was. A secret that is not given stays too. */
export async function saveOutlet(tx: Tx, outlet: Insertable<Database['outlet']>): Promise<void> {
  const { name, columns, settings, active, sealed_secret: secret } = outlet
  await tx
    .insertInto('outlet')
    .values(outlet)
    .onConflict((conflict) =>
      conflict
        .columns(['agency_id', 'id'])
        .doUpdateSet({ name, columns, settings, active: active ?? true, ...(secret ? { sealed_secret: secret } : {}) }),
    )
    .execute()
}

/** Locked, so that a release and a withdrawal at once follow each other. */
export function itemsOfDocument(db: Db, agencyId: string, documentId: string, lock = false) {
  const query = db
    .selectFrom('outlet_item as i')
    .innerJoin('outlet as o', (join) => join.onRef('o.agency_id', '=', 'i.agency_id').onRef('o.id', '=', 'i.outlet_id'))
    .selectAll('i')
    .select(['o.kind', 'o.name'])
    .where('i.agency_id', '=', agencyId)
    .where('i.document_id', '=', documentId)
    .orderBy('o.created_on')
    .orderBy('o.name')
  return (lock ? query.forUpdate('i') : query).execute()
}

export function lockItem(tx: Tx, key: ItemKey) {
  return itemsAt(tx, key).forUpdate('i').executeTakeFirst()
}

function itemsAt(db: Db, key: ItemKey) {
  return db
    .selectFrom('outlet_item as i')
    .innerJoin('outlet as o', (join) => join.onRef('o.agency_id', '=', 'i.agency_id').onRef('o.id', '=', 'i.outlet_id'))
    .selectAll('i')
    .select(['o.kind', 'o.name', 'o.settings', 'o.sealed_secret'])
    .where('i.agency_id', '=', key.agency_id)
    .where('i.outlet_id', '=', key.outlet_id)
    .where('i.document_id', '=', key.document_id)
}

export function outletItem(db: Db, key: ItemKey) {
  return itemsAt(db, key).executeTakeFirst()
}

export async function putItem(tx: Tx, item: Insertable<Database['outlet_item']>): Promise<void> {
  const { state, edition_id, proof, next_try_at, fault, changed_at } = item
  await tx
    .insertInto('outlet_item')
    .values(item)
    .onConflict((conflict) =>
      conflict.columns(['agency_id', 'outlet_id', 'document_id']).doUpdateSet({
        state,
        edition_id,
        proof,
        next_try_at: next_try_at ?? null,
        fault,
        attempts: 0,
        changed_at: changed_at ?? sql`now()`,
      }),
    )
    .execute()
}

export async function updateItem(db: Db, key: ItemKey, values: Updateable<Database['outlet_item']>): Promise<void> {
  await db
    .updateTable('outlet_item')
    .set(values)
    .where('agency_id', '=', key.agency_id)
    .where('outlet_id', '=', key.outlet_id)
    .where('document_id', '=', key.document_id)
    .execute()
}

/** What changed, added behind what is there; the caller holds the item's row. */
export async function addOutletEvent(tx: Tx, event: Omit<Insertable<Database['outlet_event']>, 'seq'>): Promise<void> {
  await tx
    .insertInto('outlet_event')
    .columns(['agency_id', 'outlet_id', 'document_id', 'seq', 'state', 'actor_name', 'on_date', 'note', 'proof'])
    .expression((eb) =>
      eb
        .selectFrom('outlet_event as e')
        .select([
          eb.val(event.agency_id).as('agency_id'),
          eb.val(event.outlet_id).as('outlet_id'),
          eb.val(event.document_id).as('document_id'),
          sql<number>`coalesce(max(e.seq), 0) + 1`.as('seq'),
          eb.val(event.state).as('state'),
          eb.val(event.actor_name).as('actor_name'),
          sql<LocalDate>`${event.on_date}::date`.as('on_date'),
          eb.val(event.note ?? '').as('note'),
          sql<string>`${event.proof}::jsonb`.as('proof'),
        ])
        .where('e.agency_id', '=', event.agency_id)
        .where('e.outlet_id', '=', event.outlet_id)
        .where('e.document_id', '=', event.document_id),
    )
    .execute()
}

export function eventsOfDocument(db: Db, agencyId: string, documentId: string) {
  return db
    .selectFrom('outlet_event as e')
    .selectAll('e')
    .where('e.agency_id', '=', agencyId)
    .where('e.document_id', '=', documentId)
    .orderBy('e.seq')
    .execute()
}

/** Takes one item that is due and that nobody works at, so that nobody else does before `until`. */
export function takeItem(db: Db, at: Date, until: Date): Promise<StoredOutletItem | undefined> {
  return db
    .updateTable('outlet_item')
    .set({ attempts: sql<number>`attempts + 1`, leased_until: until, touched: sql<boolean>`touched or state = 'planned'` })
    .where((eb) =>
      eb(
        eb.refTuple('agency_id', 'outlet_id', 'document_id'),
        'in',
        eb
          .selectFrom('outlet_item')
          .select(['agency_id', 'outlet_id', 'document_id'])
          .where('next_try_at', '<=', at)
          .where((free) => free.or([free('leased_until', 'is', null), free('leased_until', '<=', at)]))
          .orderBy('next_try_at')
          .limit(1)
          .forUpdate()
          .skipLocked()
          .$asTuple('agency_id', 'outlet_id', 'document_id'),
      ),
    )
    .returningAll()
    .executeTakeFirst()
}

/** When the next item is due and free; null where none waits. */
export async function nextDueAt(db: Db): Promise<Date | null> {
  const row = await db
    .selectFrom('outlet_item')
    .select(sql<Date | null>`min(greatest(next_try_at, leased_until))`.as('at'))
    .where('next_try_at', 'is not', null)
    .executeTakeFirst()
  return row?.at ?? null
}

/** Whether anything stands at an outlet, is on its way there or back. */
export async function anyAtOutlet(db: Db, agencyId: string, outletId: string): Promise<boolean> {
  const row = await db
    .selectFrom('outlet_item')
    .select('document_id')
    .where('agency_id', '=', agencyId)
    .where('outlet_id', '=', outletId)
    .where('state', '!=', 'withdrawn')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Until the caller's transaction ends, nobody else writes to this column's files. */
export async function lockColumn(tx: Tx, slug: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('site'), hashtext(${slug}))`.execute(tx)
}

/** Documents that are public no longer since their 公示期 is over, and that still stand somewhere. */
export function expiredAtOutlets(db: Db, on: LocalDate) {
  return db
    .selectFrom('outlet_item as i')
    .innerJoin('document as d', (join) => join.onRef('d.agency_id', '=', 'i.agency_id').onRef('d.id', '=', 'i.document_id'))
    .select(['i.agency_id', 'i.document_id'])
    .distinct()
    .where('d.shown_until', '<', on)
    .where('i.state', 'not in', ['leaving', 'leaveFailed', 'leaveByHand', 'withdrawn'] satisfies OutletState[])
    .execute()
}

/** What waits for somebody, the oldest first, with the document's title. */
export function itemsInStates(db: Db, agencyId: string, states: readonly OutletState[], limit: number) {
  return db
    .selectFrom('outlet_item as i')
    .innerJoin('outlet as o', (join) => join.onRef('o.agency_id', '=', 'i.agency_id').onRef('o.id', '=', 'i.outlet_id'))
    .innerJoin('document as d', (join) => join.onRef('d.agency_id', '=', 'i.agency_id').onRef('d.id', '=', 'i.document_id'))
    .select(['i.outlet_id', 'i.document_id', 'i.state', 'i.fault', 'i.changed_at', 'i.proof', 'd.edition_id'])
    .select(['o.kind', 'o.name', 'd.title', 'd.column_key'])
    .where('i.agency_id', '=', agencyId)
    .where('i.state', 'in', states)
    .orderBy('i.changed_at')
    .limit(limit)
    .execute()
}

/** How many documents stand at each outlet, and how many wait or failed there. */
export function countsByOutlet(db: Db, agencyId: string) {
  return db
    .selectFrom('outlet_item')
    .select((eb) => ['outlet_id', 'state', eb.fn.countAll<number>().as('items')])
    .where('agency_id', '=', agencyId)
    .groupBy(['outlet_id', 'state'])
    .execute()
}
