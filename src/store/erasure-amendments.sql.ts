/** 更正事项的归档清单和销毁: what the archive page and the lists of erasure read and write of matters of amendment. */
import { type Kysely, sql, type Transaction } from 'kysely'
import type { LocalDate } from '../law/date.ts'
import type { ArchivingState } from '../record/archive/view.ts'
import type { Database } from './schema.ts'

type Db = Kysely<Database>
type Tx = Transaction<Database>

/** Matters decided or withdrawn that are no volume yet. */
function unarchived(db: Db, agencyId: string) {
  return db
    .selectFrom('amendment as a')
    .where('a.agency_id', '=', agencyId)
    .where(({ or, eb }) => or([eb('a.decided_on', 'is not', null), eb('a.withdrawn_on', 'is not', null)]))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('amendment_volume as v')
            .select('v.number')
            .whereRef('v.agency_id', '=', 'a.agency_id')
            .whereRef('v.amendment_id', '=', 'a.id'),
        ),
      ),
    )
}

/** What stands in the way of a matter's volume: as of a request, no complaint does. */
const STANDING = sql<ArchivingState>`case
  when a.served_on is null and a.withdrawn_on is null then 'unserved'
  when exists (select from dispute d where d.agency_id = a.agency_id and d.amendment_id = a.id
    and d.path <> 'complaint' and d.closed_on is null) then 'disputed'
  else 'ready' end`

/** Those that can be archived come first, the oldest first. */
export function unarchivedAmendments(db: Db, agencyId: string, limit: number) {
  return unarchived(db, agencyId)
    .select(({ fn, selectFrom }) => [
      'a.id',
      'a.number',
      'a.subject',
      fn.coalesce('a.decided_on', 'a.withdrawn_on').as('closed_on'),
      STANDING.as('state'),
      selectFrom('amendment_act as t')
        .select(({ fn: f }) => f.countAll<number>().as('n'))
        .whereRef('t.agency_id', '=', 'a.agency_id')
        .whereRef('t.amendment_id', '=', 'a.id')
        .as('acts'),
    ])
    .orderBy(sql`${STANDING} = 'ready'`, 'desc')
    .orderBy('closed_on')
    .orderBy('a.number')
    .limit(limit)
    .execute()
}

/** How many wait in each state. */
export function countUnarchivedAmendments(db: Db, agencyId: string) {
  return unarchived(db, agencyId)
    .select(({ fn }) => [STANDING.as('state'), fn.countAll<number>().as('n')])
    .groupBy(STANDING)
    .execute()
}

function volumes(db: Db, agencyId: string) {
  return db
    .selectFrom('amendment_volume as v')
    .innerJoin('amendment as a', (join) => join.onRef('a.agency_id', '=', 'v.agency_id').onRef('a.id', '=', 'v.amendment_id'))
    .select([
      'v.number',
      'v.amendment_id',
      'v.serial',
      'v.retention',
      'v.archived_on',
      'v.due_on',
      'v.pieces',
      'a.number as matter_number',
      'a.subject',
      'a.received_on',
      'a.decided_on',
      'a.withdrawn_on',
      'a.result',
      'v.transferred_on',
      'v.transferred_to',
    ])
    .where('v.agency_id', '=', agencyId)
    .orderBy('v.year')
    .orderBy('v.serial')
}

export function amendmentVolumesOf(db: Db, agencyId: string, year: number) {
  return volumes(db, agencyId).where('v.year', '=', year).execute()
}

/** Volumes whose retention has ended by a day and that stand on no list, or on one that was sent back. */
export function amendmentVolumesDue(db: Db, agencyId: string, on: LocalDate) {
  return volumes(db, agencyId)
    .where('v.due_on', '<=', on)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('erasure_amendment as e')
            .innerJoin('erasure as l', (join) => join.onRef('l.agency_id', '=', 'e.agency_id').onRef('l.id', '=', 'e.erasure_id'))
            .select('e.amendment_id')
            .whereRef('e.agency_id', '=', 'v.agency_id')
            .whereRef('e.amendment_id', '=', 'v.amendment_id')
            .where('l.rejected_because', 'is', null),
        ),
      ),
    )
    .execute()
}

export function erasureAmendments(db: Db, agencyId: string) {
  return db
    .selectFrom('erasure_amendment')
    .select(['erasure_id', 'amendment_id', 'volume'])
    .where('agency_id', '=', agencyId)
    .orderBy('volume')
    .execute()
}

export async function insertErasureAmendments(
  tx: Tx,
  list: { agencyId: string; id: string; amendments: { amendmentId: string; volume: string }[] },
): Promise<void> {
  if (list.amendments.length === 0) return
  await tx
    .insertInto('erasure_amendment')
    .values(
      list.amendments.map(({ amendmentId, volume }) => ({
        agency_id: list.agencyId,
        erasure_id: list.id,
        amendment_id: amendmentId,
        volume,
        erased_at: null,
      })),
    )
    .execute()
}

/** What the register shows in the open, and what the person wrote. Number, dates and result stay. */
export async function eraseAmendmentRow(
  tx: Tx,
  agencyId: string,
  id: string,
  to: { subject: string; erase: (sealed: Buffer) => Buffer },
): Promise<void> {
  const row = await tx
    .selectFrom('amendment')
    .select(['requester_sealed', 'content_sealed'])
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  await tx
    .updateTable('amendment')
    .set({
      subject: to.subject,
      requester_sealed: to.erase(row.requester_sealed),
      content_sealed: to.erase(row.content_sealed),
    })
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .execute()
}

export async function markAmendmentErased(tx: Tx, agencyId: string, erasureId: string, id: string, at: Date): Promise<void> {
  await tx
    .updateTable('erasure_amendment')
    .set({ erased_at: at })
    .where('agency_id', '=', agencyId)
    .where('erasure_id', '=', erasureId)
    .where('amendment_id', '=', id)
    .execute()
}

/** When the personal data of a matter were erased; null while they are there. */
export async function amendmentErasedAt(db: Db, agencyId: string, id: string): Promise<Date | null> {
  const row = await db
    .selectFrom('erasure_amendment')
    .select('erased_at')
    .where('agency_id', '=', agencyId)
    .where('amendment_id', '=', id)
    .where('erased_at', 'is not', null)
    .executeTakeFirst()
  return row?.erased_at ?? null
}
