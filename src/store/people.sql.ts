/** Reads and writes of agencies, officers and sessions. */
import type { Kysely, Transaction } from 'kysely'
import { sql } from 'kysely'
import type { LocalDate } from '../law/date.ts'
import type { Agency, AgencyDetails } from '../record/people/agency.ts'
import type { Database } from './schema.ts'

type Db = Kysely<Database>

/** Agencies with their details as of a day; an agency without a version on that day shows its earliest. */
async function agencies(db: Db, on: LocalDate, narrow: { id?: string; slug?: string; host?: boolean }): Promise<Agency[]> {
  let query = db
    .selectFrom('agency as a')
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('agency_version as v')
          .select('v.data')
          .whereRef('v.agency_id', '=', 'a.id')
          .orderBy(sql`v.from_date <= ${on} desc, case when v.from_date <= ${on} then v.from_date end desc, v.from_date asc`)
          .limit(1)
          .as('current'),
      (join) => join.onTrue(),
    )
    .select(['a.id', 'a.parent_id', 'a.slug', 'a.kind', 'a.regime', 'current.data'])
    .orderBy('a.rank')
    .orderBy('a.slug')
  if (narrow.id) query = query.where('a.id', '=', narrow.id)
  if (narrow.slug) query = query.where('a.slug', '=', narrow.slug)
  if (narrow.host)
    query = query
      .clearOrderBy()
      .orderBy(sql`a.kind = 'government' and a.parent_id is null`, 'desc')
      .orderBy('a.rank')
      .orderBy('a.slug')
      .limit(1)
  const rows = await query.execute()
  return rows.map((row) => ({
    id: row.id,
    parentId: row.parent_id,
    slug: row.slug,
    kind: row.kind,
    regime: row.regime,
    details: row.data as unknown as AgencyDetails,
  }))
}

export async function agencyById(db: Db, id: string, on: LocalDate): Promise<Agency | null> {
  return (await agencies(db, on, { id }))[0] ?? null
}
export async function agencyBySlug(db: Db, slug: string, on: LocalDate): Promise<Agency | null> {
  return (await agencies(db, on, { slug }))[0] ?? null
}
export function allAgencies(db: Db, on: LocalDate): Promise<Agency[]> {
  return agencies(db, on, {})
}

/** The office that runs the platform: the government at the top; without one the first agency. */
export async function hostAgency(db: Db, on: LocalDate): Promise<Agency | null> {
  return (await agencies(db, on, { host: true }))[0] ?? null
}

export async function settingsOf(db: Db, agencyId: string, on: LocalDate) {
  return db
    .selectFrom('agency_setting')
    .select(['readings', 'overlay'])
    .where('agency_id', '=', agencyId)
    .where('from_date', '<=', on)
    .orderBy('from_date', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export function loadedCalendarYears(db: Db) {
  return db.selectFrom('calendar_year').select(['year', 'notice']).orderBy('year').execute()
}

export function sectionsOf(db: Db, agencyId: string) {
  return db
    .selectFrom('section')
    .select(['id', 'name'])
    .where('agency_id', '=', agencyId)
    .orderBy('rank')
    .orderBy('name')
    .execute()
}

export function officersOf(db: Db, agencyId: string) {
  return db
    .selectFrom('officer as o')
    .leftJoin('section as s', (join) => join.onRef('s.agency_id', '=', 'o.agency_id').onRef('s.id', '=', 'o.section_id'))
    .select(['o.id', 'o.name', 'o.login', 'o.position', 'o.roles', 'o.active', 'o.section_id', 's.name as section_name'])
    .where('o.agency_id', '=', agencyId)
    .orderBy('o.login')
    .execute()
}

export function officerByLogin(db: Db, login: string) {
  return db.selectFrom('officer').selectAll().where('login', '=', login).executeTakeFirst()
}

export function officerOfSession(db: Db, tokenHash: string) {
  return db
    .selectFrom('session as s')
    .innerJoin('officer as o', 'o.id', 's.officer_id')
    .select([
      'o.id',
      'o.agency_id',
      'o.section_id',
      'o.name',
      'o.login',
      'o.position',
      'o.roles',
      's.csrf',
      's.expires_at',
      's.seen_at',
    ])
    .where('s.token_hash', '=', tokenHash)
    .where('s.expires_at', '>', sql<Date>`now()`)
    .where('o.active', '=', true)
    .executeTakeFirst()
}

/** Agencies below one in the tree, for a supervisor's sight. */
export async function agenciesUnder(db: Db, agencyId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive below as (
      select id, 1 as depth from agency where parent_id = ${agencyId}
      union all
      select a.id, b.depth + 1 from agency a join below b on a.parent_id = b.id
    )
    select id from below order by depth, id`.execute(db)
  return rows.map(({ id }) => id)
}

/** Whether one agency stands anywhere below another. */
export async function isUnder(db: Db, id: string, above: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    with recursive up as (
      select parent_id from agency where id = ${id}
      union all
      select a.parent_id from agency a join up on a.id = up.parent_id
    )
    select parent_id as id from up where parent_id = ${above} limit 1`.execute(db)
  return rows.length > 0
}

export async function addAgency(
  tx: Transaction<Database>,
  agency: Omit<Agency, 'details'> & { rank: number; versions: { from: LocalDate; details: AgencyDetails }[] },
): Promise<void> {
  await tx
    .insertInto('agency')
    .values({
      id: agency.id,
      parent_id: agency.parentId,
      slug: agency.slug,
      kind: agency.kind,
      regime: agency.regime,
      rank: agency.rank,
    })
    .execute()
  await tx
    .insertInto('agency_version')
    .values(
      agency.versions.map((version) => ({
        agency_id: agency.id,
        from_date: version.from,
        data: JSON.stringify(version.details),
      })),
    )
    .execute()
}

export function storeFact(db: Db, key: string): Promise<string | null> {
  return db
    .selectFrom('store_fact')
    .select('value')
    .where('key', '=', key)
    .executeTakeFirst()
    .then((row) => row?.value ?? null)
}
export async function setStoreFact(db: Db, key: string, value: string): Promise<void> {
  await db
    .insertInto('store_fact')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
}
