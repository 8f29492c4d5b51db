/** Reads and writes of 年度报告. */
import type { Kysely, Transaction } from 'kysely'
import type { Database } from './schema.ts'

type Db = Kysely<Database>

/** A version of a report as it is stored. */
export type ReportRecord = NonNullable<Awaited<ReturnType<typeof latestReport>>>

export function reportVersions(db: Db, agencyId: string) {
  return db
    .selectFrom('report')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .orderBy('year', 'desc')
    .orderBy('version', 'desc')
    .execute()
}

export function latestReport(db: Db, agencyId: string, year: number) {
  return db
    .selectFrom('report')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('year', '=', year)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The same, locked until the transaction ends: what is approved or published is what was read. */
export function lockLatestReport(tx: Transaction<Database>, agencyId: string, year: number) {
  return tx
    .selectFrom('report')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('year', '=', year)
    .orderBy('version', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
}

export function reportVersion(db: Db, agencyId: string, year: number, version: number) {
  return db
    .selectFrom('report')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('year', '=', year)
    .where('version', '=', version)
    .executeTakeFirst()
}

/** The version of a year's report that counts: the last one published. */
export function publishedReport(db: Db, agencyId: string, year: number) {
  return db
    .selectFrom('report')
    .select(['version', 'tables', 'prose', 'format', 'units'])
    .where('agency_id', '=', agencyId)
    .where('year', '=', year)
    .where('state', '=', 'published')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export function lockReportVersion(tx: Transaction<Database>, agencyId: string, year: number, version: number) {
  return tx
    .selectFrom('report')
    .select('state')
    .where('agency_id', '=', agencyId)
    .where('year', '=', year)
    .where('version', '=', version)
    .forUpdate()
    .executeTakeFirst()
}

export function decisionCounts(db: Db, agencyId: string, year: number) {
  return db.selectFrom('decision_count').selectAll().where('agency_id', '=', agencyId).where('year', '=', year).execute()
}

export type CountKey = Pick<Database['decision_count'], 'agency_id' | 'year' | 'kind'>
interface CountSet {
  value: number
  basis: string
}

/** Sets a count, or takes it back, over what stood there for whoever did; false where something else stands there. */
export async function replaceCount(
  tx: Transaction<Database>,
  key: CountKey,
  { was, now, by }: { was: CountSet | null; now: CountSet | null; by: string },
): Promise<boolean> {
  const written = (set: CountSet) => ({ value: String(set.value), basis: set.basis })
  if (was === null) {
    if (now === null) return (await countSet(tx, key)) === undefined
    const made = await tx
      .insertInto('decision_count')
      .values({ ...key, ...written(now), recorded_by: by })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    return made.numInsertedOrUpdatedRows === 1n
  }
  const stood = { ...key, ...written(was) }
  if (now === null) {
    const taken = await tx
      .deleteFrom('decision_count')
      .where((eb) => eb.and(stood))
      .executeTakeFirst()
    return taken.numDeletedRows === 1n
  }
  const changed = await tx
    .updateTable('decision_count')
    .set({ ...written(now), recorded_by: by })
    .where((eb) => eb.and(stood))
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

export function countSet(db: Db, key: CountKey) {
  return db
    .selectFrom('decision_count')
    .select(['value', 'basis'])
    .where((eb) => eb.and(key))
    .executeTakeFirst()
}

/** 行政规范性文件 that the library has published, with the days that the report counts them by. */
export function normativeDocuments(db: Db, agencyId: string) {
  return db
    .selectFrom('document')
    .select(['id', 'title', 'number', 'formed_on', 'published_on', 'repealed_on'])
    .where('agency_id', '=', agencyId)
    .where('normative', '=', true)
    .where('published_on', 'is not', null)
    .orderBy('formed_on')
    .orderBy('index_number')
    .execute()
}
