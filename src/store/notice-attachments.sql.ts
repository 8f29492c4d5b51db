/** 通知附件: the papers of a notice on annual reports, and who may read them. */
import type { Kysely, Transaction } from 'kysely'
import type { LocalDate } from '../law/date.ts'
import type { Database } from './schema.ts'
import type { HandInTables } from './tables/hand-in.ts'

type Db = Kysely<Database>

const NOT_WITHDRAWN = { withdrawn_because: null, withdrawn_by: null, withdrawn_on: null }

/** The same file once more is there once; brought again after it was taken back, it is there again. */
export function addAttachment(
  tx: Transaction<Database>,
  row: Omit<HandInTables['notice_attachment'], keyof typeof NOT_WITHDRAWN>,
) {
  return tx
    .insertInto('notice_attachment')
    .values({ ...row, ...NOT_WITHDRAWN })
    .onConflict((same) => same.columns(['agency_id', 'notice_id', 'hash']).doUpdateSet(NOT_WITHDRAWN))
    .execute()
}

/** Its name; undefined where no such file stands there. */
export async function withdrawAttachment(
  tx: Transaction<Database>,
  at: { agencyId: string; noticeId: string; hash: string },
  how: { because: string; by: string; on: LocalDate },
): Promise<{ name: string } | undefined> {
  return tx
    .updateTable('notice_attachment')
    .set({ withdrawn_because: how.because, withdrawn_by: how.by, withdrawn_on: how.on })
    .where('agency_id', '=', at.agencyId)
    .where('notice_id', '=', at.noticeId)
    .where('hash', '=', at.hash)
    .where('withdrawn_on', 'is', null)
    .returning('name')
    .executeTakeFirst()
}

export function attachmentsOf(db: Db, agencyId: string, noticeIds: readonly string[]) {
  if (noticeIds.length === 0) return Promise.resolve([])
  return db
    .selectFrom('notice_attachment')
    .select(['notice_id', 'hash', 'name', 'size', 'media_type', 'withdrawn_because', 'withdrawn_on'])
    .where('agency_id', '=', agencyId)
    .where('notice_id', 'in', [...noticeIds])
    .orderBy('name')
    .execute()
}

/** An attachment that stands, for the office that issued the notice, and for every unit that was asked. */
export function attachmentFor(db: Db, reader: string, noticeId: string, hash: string) {
  return db
    .selectFrom('notice_attachment as f')
    .select(['f.hash', 'f.name', 'f.media_type'])
    .where('f.notice_id', '=', noticeId)
    .where('f.hash', '=', hash)
    .where('f.withdrawn_on', 'is', null)
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
