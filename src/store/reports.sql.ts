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
