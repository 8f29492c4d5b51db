/** Reads and writes of reminders to units; and of the mail addresses of their officers. */
import type { Insertable, Kysely, Transaction } from 'kysely'
import { sql } from 'kysely'
import type { LocalDate } from '../law/date.ts'
import type { Role } from '../record/people/roles.ts'
import type { Database } from './schema.ts'

type Db = Kysely<Database>

/** The last reminders to a unit, the newest first. */
export function remindersTo(db: Db, agencyId: string, since: LocalDate) {
  return db
    .selectFrom('unit_reminder')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('on_date', '>=', since)
    .orderBy('on_date', 'desc')
    .execute()
}

/** When each unit was reminded last by an agency. */
export async function lastReminders(db: Db, fromAgency: string): Promise<Map<string, LocalDate>> {
  const rows = await db
    .selectFrom('unit_reminder')
    .select((eb) => ['agency_id', eb.fn.max('on_date').as('last')])
    .where('from_agency', '=', fromAgency)
    .groupBy('agency_id')
    .execute()
  return new Map(rows.map(({ agency_id, last }) => [agency_id, last]))
}

/** Whether it was written: of two on one day the second is not. */
export async function insertReminder(tx: Transaction<Database>, values: Insertable<Database['unit_reminder']>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('unit_reminder')
    .values(values)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Officers in service of these units who gave an address for reminders, and have one of these roles. */
export async function mailReaders(db: Db, agencyIds: readonly string[], roles: readonly Role[]) {
  if (agencyIds.length === 0) return []
  return db
    .selectFrom('digest_wish as w')
    .innerJoin('officer as o', (join) => join.onRef('o.agency_id', '=', 'w.agency_id').onRef('o.id', '=', 'w.officer_id'))
    .select(['w.sealed', 'o.id', 'o.agency_id'])
    .where('o.agency_id', 'in', agencyIds)
    .where('o.active', '=', true)
    .where(sql<boolean>`o.roles ?| ${[...roles]}`)
    .execute()
}

/** 地方规定 of each agency on a day. */
export async function overlaysOf(db: Db, agencyIds: readonly string[], on: LocalDate) {
  if (agencyIds.length === 0) return new Map<string, never>()
  const rows = await db
    .selectFrom('agency_setting')
    .distinctOn('agency_id')
    .select(['agency_id', 'overlay'])
    .where('agency_id', 'in', agencyIds)
    .where('from_date', '<=', on)
    .orderBy('agency_id')
    .orderBy('from_date', 'desc')
    .execute()
  return new Map(rows.map(({ agency_id, overlay }) => [agency_id, overlay]))
}
