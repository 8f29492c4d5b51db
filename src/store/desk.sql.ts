/** 待办与例外: what waits for somebody, read from the unfinished cases of an agency only. */
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { LocalDate } from '../law/date.ts'
import type { Phase } from '../law/requests/vocabulary.ts'
import type { MessageKind } from '../record/requests/requester-side.ts'
import { agencyById } from './people.sql.ts'
import { REVOKED, waitsOnline } from './requester-side.sql.ts'
import { holding, UNFINISHED } from './register.sql.ts'
import type { Database } from './schema.ts'

type Db = Kysely<Database>

/** `sections` null: the whole agency. */
export interface Scope {
  agencyId: string
  sections: readonly string[] | null
}

function unfinished(db: Db, { agencyId, sections }: Scope) {
  const query = db.selectFrom('request_case as c').where('c.agency_id', '=', agencyId).where(UNFINISHED)
  return sections ? query.where('c.section_id', 'in', sections) : query
}

const TASK_COLUMNS = [
  'c.id',
  'c.agency_id',
  'c.section_id',
  'c.number',
  'c.subject',
  'c.subject_now',
  'c.phase',
  'c.open_end',
  'c.due_on',
  'c.next_limit',
  'c.next_due_on',
  'c.section_due_on',
  'c.section_lead',
  'c.sending',
  'c.watches',
  'd.state as draft_state',
] as const

function withDraft(query: ReturnType<typeof unfinished>) {
  return query.leftJoin('reply_draft as d', (join) =>
    join.onRef('d.agency_id', '=', 'c.agency_id').onRef('d.case_id', '=', 'c.id').on('d.state', '!=', 'draft'),
  )
}

/** Unfinished cases, nearest due first. */
export function unfinishedCases(db: Db, scope: Scope, limit: number) {
  return withDraft(unfinished(db, scope)).select(TASK_COLUMNS).orderBy('c.next_due_on').limit(limit).execute()
}

/** Whether a reply may be worked on: the limit runs, or the day passed by which reasons were asked for (Art 35). */
function replyIsNext(today: LocalDate) {
  return sql<boolean>`(c.phase = 'running' or (c.phase = 'awaitingReasons' and ${holding(['reasonsLapsed'], today)}))`
}

/** Those whose reply waits for the head. */
export function casesForApproval(db: Db, scope: Scope, today: LocalDate, limit: number) {
  return withDraft(unfinished(db, scope))
    .where('d.state', '=', 'submitted')
    .where(replyIsNext(today))
    .select(TASK_COLUMNS)
    .orderBy('c.next_due_on')
    .limit(limit)
    .execute()
}

/** Those whose reply waits for reviewers, but for the wordings on which this one has already spoken. */
export function casesForReview(db: Db, scope: Scope, reviewerId: string, today: LocalDate, limit: number) {
  return withDraft(unfinished(db, scope))
    .where('d.state', '=', 'submitted')
    .where(replyIsNext(today))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('request_act as a')
            .select('a.seq')
            .whereRef('a.agency_id', '=', 'c.agency_id')
            .whereRef('a.case_id', '=', 'c.id')
            .where('a.kind', '=', 'reply-reviewed')
            .where('a.actor_id', '=', reviewerId)
            .where(sql<boolean>`a.data ->> 'digest' = d.digest`),
        ),
      ),
    )
    .select(TASK_COLUMNS)
    .orderBy('c.next_due_on')
    .limit(limit)
    .execute()
}

/** How many there are, counted up to `most`. */
export async function countUnfinished(db: Db, scope: Scope, most: number): Promise<number> {
  const counted = unfinished(db, scope).select(sql<number>`1`.as('one')).limit(most).as('counted')
  const row = await db
    .selectFrom(counted)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return row.n
}

/** Of the unfinished cases: in how many a message waits, a decision put up online was not opened in time, a mail was not sent. */
export function countOnline(db: Db, scope: Scope, kinds: Readonly<Partial<Record<MessageKind, Phase>>>, today: LocalDate) {
  const pairs = Object.entries(kinds).map(([kind, phase]) => sql`(${kind}, ${phase})`)
  const message = sql<boolean>`exists (select from requester_message m
    where m.agency_id = c.agency_id and m.case_id = c.id and (m.kind, c.phase) in (${sql.join(pairs)})
      and not exists (select from requester_message_handled h where h.agency_id = m.agency_id and h.message_id = m.id))`
  const unopened = sql<boolean>`c.closed_on is not null and c.served_on is null and not ${REVOKED} and (select d.open_by from electronic_delivery d
    where d.agency_id = c.agency_id and d.case_id = c.id order by d.offered_on desc, d.act_seq desc limit 1) < ${today}`
  const unsent = sql<boolean>`exists (select from mail_outbox o join mail_wish w using (agency_id, case_id)
    where o.agency_id = c.agency_id and o.case_id = c.id and o.state in ('failed', 'unclear'))`
  return unfinished(db, scope)
    .select(({ fn }) => [
      fn.countAll<number>().filterWhere(message).as('messages'),
      fn.countAll<number>().filterWhere(unopened).as('unopened'),
      fn.countAll<number>().filterWhere(unsent).as('unsent'),
    ])
    .executeTakeFirstOrThrow()
}

/** Cases in which some watch holds today. */
export function watchedCases(db: Db, { agencyId, sections }: Scope, today: LocalDate, limit: number) {
  const query = db
    .selectFrom('request_case as c')
    .select(['c.id', 'c.number', 'c.subject', 'c.subject_now', 'c.watches'])
    .select(waitsOnline(today).as('waits_online'))
    .where('c.agency_id', '=', agencyId)
    .where(holding(null, today))
    .orderBy('c.next_due_on')
    .limit(limit)
  return (sections ? query.where('c.section_id', 'in', sections) : query).execute()
}

/** Cases whose section let its internal day pass and has handed in nothing; none whose clock stands still. */
export function lateSections(db: Db, scope: Scope, today: LocalDate, limit: number) {
  return withDraft(unfinished(db, scope))
    .where(replyIsNext(today))
    .where('c.section_due_on', '<', today)
    .where('c.open_end', 'is distinct from', 'consultation')
    .where('d.state', 'is', null)
    .select(['c.id', 'c.number', 'c.subject', 'c.subject_now', 'c.section_due_on'])
    .orderBy('c.section_due_on')
    .limit(limit)
    .execute()
}

/** Drafts that wait for the head or came back, since when. */
export function waitingDrafts(db: Db, { agencyId, sections }: Scope, today: LocalDate, limit: number) {
  const query = db
    .selectFrom('reply_draft as d')
    .innerJoin('request_case as c', (join) => join.onRef('c.agency_id', '=', 'd.agency_id').onRef('c.id', '=', 'd.case_id'))
    .select(['c.id', 'c.number', 'c.subject', 'c.subject_now', 'd.state', 'd.updated_at'])
    .where('d.agency_id', '=', agencyId)
    .where('d.state', 'in', ['submitted', 'returned', 'approved'])
    .where(replyIsNext(today))
    .orderBy('d.updated_at')
    .limit(limit)
  return (sections ? query.where('c.section_id', 'in', sections) : query).execute()
}

export function deskOf(db: Db, agencyId: string, officerId: string) {
  return db
    .selectFrom('officer_desk')
    .select(['guided', 'feed_opened_at'])
    .where('agency_id', '=', agencyId)
    .where('officer_id', '=', officerId)
    .executeTakeFirst()
}

export function filtersOf(db: Db, agencyId: string, officerId: string) {
  return db
    .selectFrom('saved_filter')
    .select(['id', 'name', 'query'])
    .where('agency_id', '=', agencyId)
    .where('officer_id', '=', officerId)
    .orderBy('saved_at')
    .execute()
}

/** Whose feed of due days has this address; nobody's when the officer no longer works here. */
export async function officerOfFeed(db: Db, feedHash: string, on: LocalDate) {
  const row = await db
    .selectFrom('officer_desk as k')
    .innerJoin('officer as o', (join) => join.onRef('o.agency_id', '=', 'k.agency_id').onRef('o.id', '=', 'k.officer_id'))
    .select(['o.id', 'o.agency_id', 'o.name', 'o.roles', 'o.section_id'])
    .where('k.feed_hash', '=', feedHash)
    .where('o.active', '=', true)
    .executeTakeFirst()
  if (!row) return null
  const agency = await agencyById(db, row.agency_id, on)
  return { ...row, agencyName: agency?.details.name ?? '' }
}
