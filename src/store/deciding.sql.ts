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

/** Deputies with a delegation in force on a day. */
export async function delegatesOn(db: Db, agencyId: string, on: LocalDate): Promise<Set<string>> {
  const rows = await db
    .selectFrom('delegation')
    .select('officer_id')
    .where('agency_id', '=', agencyId)
    .where('from_date', '<=', on)
    .where('to_date', '>=', on)
    .where((eb) => eb.or([eb('revoked_on', 'is', null), eb('revoked_on', '>', on)]))
    .execute()
  return new Set(rows.map(({ officer_id }) => officer_id))
}

/** The wordings of these cases that wait for review and approval. */
export async function submittedDrafts(db: Db, agencyId: string, caseIds: readonly string[]) {
  if (caseIds.length === 0) return []
  return db
    .selectFrom('reply_draft')
    .select(['case_id', 'outcome', 'digest', 'drafters'])
    .where('agency_id', '=', agencyId)
    .where('case_id', 'in', caseIds)
    .where('state', '=', 'submitted')
    .execute()
}

/** Delegations and absences of an agency, the latest first. */
export function delegationsOf(db: Db, agencyId: string) {
  return db
    .selectFrom('delegation')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .orderBy('from_date', 'desc')
    .orderBy('granted_at', 'desc')
    .execute()
}
export function absencesOf(db: Db, agencyId: string) {
  return db
    .selectFrom('absence')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .orderBy('from_date', 'desc')
    .orderBy('recorded_at', 'desc')
    .execute()
}

/** Who is away on a day; the arrangement made last counts. */
export function absencesOn(db: Db, agencyId: string, on: LocalDate) {
  return db
    .selectFrom('absence')
    .select(['officer_id', 'deputy_id', 'to_date'])
    .where('agency_id', '=', agencyId)
    .where('from_date', '<=', on)
    .where('to_date', '>=', on)
    .where((eb) => eb.or([eb('ended_on', 'is', null), eb('ended_on', '>', on)]))
    .orderBy('recorded_at', 'desc')
    .execute()
}

/** Sections of the colleagues for whom an officer stands in on a day. */
export async function sectionsStoodInFor(db: Db, agencyId: string, officerId: string, on: LocalDate): Promise<string[]> {
  const rows = await db
    .selectFrom('absence as a')
    .innerJoin('officer as o', (join) => join.onRef('o.agency_id', '=', 'a.agency_id').onRef('o.id', '=', 'a.officer_id'))
    .select('o.section_id')
    .where('a.agency_id', '=', agencyId)
    .where('a.deputy_id', '=', officerId)
    .where('a.from_date', '<=', on)
    .where('a.to_date', '>=', on)
    .where((eb) => eb.or([eb('a.ended_on', 'is', null), eb('a.ended_on', '>', on)]))
    .execute()
  return rows.flatMap(({ section_id }) => section_id ?? [])
}

export function assignmentsOf(db: Db, agencyId: string, caseId: string) {
  return db
    .selectFrom('case_assignment')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('case_id', '=', caseId)
    .orderBy('seq')
    .execute()
}

export function conversionOf(db: Db, agencyId: string, caseId: string) {
  return db
    .selectFrom('conversion_proposal')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('case_id', '=', caseId)
    .executeTakeFirst()
}

/** 已转为主动公开的 (Art 44): what was answered before and now stands in public, the latest first. */
export function convertedAnswers(db: Db, agencyId: string, limit: number) {
  return db
    .selectFrom('conversion_proposal')
    .select(['information', 'document_id', 'link', 'decided_on'])
    .where('agency_id', '=', agencyId)
    .where('result', '=', 'converted')
    .orderBy('decided_on', 'desc')
    .limit(limit)
    .execute()
}

/** The latest other cases of the agency, with who asked (by fingerprint) and how they ended. */
export function casesToCompare(db: Db, agencyId: string, otherThan: string, limit: number) {
  return db
    .selectFrom('request_case as c')
    .innerJoin('requester as r', (join) => join.onRef('r.agency_id', '=', 'c.agency_id').onRef('r.id', '=', 'c.requester_id'))
    .select([
      'c.id',
      'c.number',
      'c.subject',
      'c.subject_now',
      'c.outcome',
      'c.closed_on',
      'c.disputes',
      'c.section_id',
      'r.fingerprint',
    ])
    .where('c.agency_id', '=', agencyId)
    .where('c.id', '!=', otherThan)
    .orderBy('c.number_year', 'desc')
    .orderBy('c.number_serial', 'desc')
    .limit(limit)
    .execute()
}

/** 文号 and day of the replies of some cases. */
export async function repliesOf(db: Db, agencyId: string, caseIds: readonly string[], codes: readonly string[]) {
  if (caseIds.length === 0) return []
  return db
    .selectFrom('letter')
    .select(['case_id', 'number', 'issued_on'])
    .where('agency_id', '=', agencyId)
    .where('case_id', 'in', caseIds)
    .where('code', 'in', codes)
    .where('addressed_to', '=', 'requester')
    .orderBy('issued_on')
    .execute()
}

/** The two last wordings that were sent up for review, the latest first. */
export function lastSubmitted(db: Db, agencyId: string, caseId: string) {
  return db
    .selectFrom('draft_step')
    .select(['digest', 'sealed'])
    .where('agency_id', '=', agencyId)
    .where('case_id', '=', caseId)
    .where('what', '=', 'submitted')
    .orderBy('seq', 'desc')
    .limit(2)
    .execute()
}
