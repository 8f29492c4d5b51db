/** Reads and writes of 分办、授权、代理 and 转为主动公开. */
import type { Kysely } from 'kysely'
import type { LocalDate } from '../law/date.ts'
import type { Database } from './schema.ts'

type Db = Kysely<Database>

/** The delegation by which an officer may approve replies on a day. */
export function delegationOn(db: Db, agencyId: string, officerId: string, on: LocalDate) {
  return db
    .selectFrom('delegation')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('officer_id', '=', officerId)
    .where('from_date', '<=', on)
    .where('to_date', '>=', on)
    .where((eb) => eb.or([eb('revoked_on', 'is', null), eb('revoked_on', '>', on)]))
    .orderBy('granted_at', 'desc')
    .executeTakeFirst()
}
