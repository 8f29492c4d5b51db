/** 通知附件: the papers of a notice on annual reports, and who may read them. */
import type { Kysely, Transaction } from 'kysely'
import type { Database } from './schema.ts'
import type { HandInTables } from './tables/hand-in.ts'

type Db = Kysely<Database>

export function addAttachment(tx: Transaction<Database>, row: HandInTables['notice_attachment']) {
  return tx
    .insertInto('notice_attachment')
    .values(row)
    .onConflict((same) => same.doNothing())
    .execute()
}

export function attachmentsOf(db: Db, agencyId: string, noticeIds: readonly string[]) {
  if (noticeIds.length === 0) return Promise.resolve([])
  return db
    .selectFrom('notice_attachment')
    .select(['notice_id', 'hash', 'name', 'size', 'media_type'])
    .where('agency_id', '=', agencyId)
    .where('notice_id', 'in', [...noticeIds])
    .orderBy('name')
    .execute()
}

/** An attachment for the office that issued the notice, and for every unit that was asked. */
export function attachmentFor(db: Db, reader: string, noticeId: string, hash: string) {
  return db
    .selectFrom('notice_attachment as f')
    .select(['f.hash', 'f.name', 'f.media_type'])
    .where('f.notice_id', '=', noticeId)
    .where('f.hash', '=', hash)
    .where((eb) =>
      eb.or([
        eb('f.agency_id', '=', reader),
        eb.exists(
          eb
            .selectFrom('hand_in as h')
            .select('h.unit_id')
            .whereRef('h.agency_id', '=', 'f.agency_id')
            .whereRef('h.notice_id', '=', 'f.notice_id')
            .where('h.unit_id', '=', reader),
        ),
      ]),
    )
    .executeTakeFirst()
}
