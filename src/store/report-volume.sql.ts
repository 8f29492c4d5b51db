/** Reads for 年度报告归档卷: every version of a year, what was done to it, every signed copy; the units that a year's notices asked. */
import { type Kysely, sql } from 'kysely'
import type { Database } from './schema.ts'

type Db = Kysely<Database>

export function versionsOfYear(db: Db, agencyId: string, year: number) {
  return db
    .selectFrom('report as r')
    .leftJoin('officer as o', 'o.id', 'r.approved_by')
    .selectAll('r')
    .select('o.name as approver')
    .where('r.agency_id', '=', agencyId)
    .where('r.year', '=', year)
    .orderBy('r.version')
    .execute()
}

/** Deeds on a report whose entries name it by its year. */
const DEEDS = ['compile', 'edit', 'import', 'submit', 'approve', 'publish', 'keepSignedCopy', 'writeBundle'].map(
  (deed) => `reports.${deed}`,
)

export function reportCourse(db: Db, agencyId: string, year: number) {
  return db
    .selectFrom('audit_entry as entry')
    .leftJoin('officer as o', 'o.id', 'entry.actor_id')
    .select(['entry.at', 'entry.verb', 'entry.detail', 'o.name'])
    .where('entry.agency_id', '=', agencyId)
    .where('entry.verb', 'in', DEEDS)
    .where('entry.target', '=', String(year))
    .orderBy('entry.seq')
    .execute()
}

export function signedCopiesOf(db: Db, agencyId: string, year: number) {
  return db
    .selectFrom('report_signed_copy')
    .select(['version', 'hash', 'signed_on', 'kept_on'])
    .where('agency_id', '=', agencyId)
    .where('year', '=', year)
    .orderBy('version')
    .orderBy('seq')
    .execute()
}

function asked(db: Db, agencyId: string, year: number) {
  return db
    .selectFrom('hand_in as h')
    .innerJoin('report_notice as n', (join) => join.onRef('n.agency_id', '=', 'h.agency_id').onRef('n.id', '=', 'h.notice_id'))
    .innerJoin('agency as a', 'a.id', 'h.unit_id')
    .where('h.agency_id', '=', agencyId)
    .where('n.year', '=', year)
}

/** How many units the notices of a year asked, those excused with them. */
export async function countAsked(db: Db, agencyId: string, year: number): Promise<number> {
  const { units } = await asked(db, agencyId, year)
    .select(({ fn }) => fn.count<number>('h.unit_id').distinct().as('units'))
    .executeTakeFirstOrThrow()
  return Number(units)
}

/** Some of them, each once, in the order of the agency tree. */
export function askedUnits(db: Db, agencyId: string, year: number, { offset, limit }: { offset: number; limit: number }) {
  return asked(db, agencyId, year)
    .select('a.id')
    .groupBy(['a.id', 'a.rank', 'a.slug'])
    .orderBy('a.rank')
    .orderBy('a.slug')
    .offset(offset)
    .limit(limit)
    .execute()
}

/** Under which notices of the year an office asked a unit, the earliest first. */
export function noticesTo(db: Db, agencyId: string, unitId: string, year: number) {
  return db
    .selectFrom('report_notice as n')
    .selectAll('n')
    .where('n.agency_id', '=', agencyId)
    .where('n.year', '=', year)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('hand_in as h')
          .select(sql<number>`1`.as('asked'))
          .whereRef('h.agency_id', '=', 'n.agency_id')
          .whereRef('h.notice_id', '=', 'n.id')
          .where('h.unit_id', '=', unitId),
      ),
    )
    .orderBy('n.issued_on')
    .orderBy('n.number')
    .execute()
}

/** Reports as handed in under a notice, whole. */
export function submissionsWhole(db: Db, { agencyId, noticeId, unitId }: { agencyId: string; noticeId: string; unitId: string }) {
  return db
    .selectFrom('report_submission')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('notice_id', '=', noticeId)
    .where('unit_id', '=', unitId)
    .orderBy('seq')
    .execute()
}
