/** 登记簿: one page of it, from a million cases. The rows to show are found in an index first; only those are read and opened. */
import type { Kysely, SelectQueryBuilder } from 'kysely'
import { sql } from 'kysely'
import type { LocalDate } from '../law/date.ts'
import type { ExceptionKind } from '../record/desk/exceptions.ts'
import type { SendingStage } from '../record/requests/sending.ts'
import { asNumbersAreWritten } from '../record/requests/typed-number.ts'
import { isWatch, type WatchKind } from '../record/desk/watches.ts'
import { waitsOnline } from './requester-side.sql.ts'
import type { Database } from './schema.ts'

type Db = Kysely<Database>

/** Counts and pages end here: whoever has more before them narrows the list, rather than turning pages. */
export const MOST_COUNTED = 1_000

/** Empty text: not narrowed by this. */
export interface CaseFilter {
  agencyId: string
  /** A section's officer sees only the cases of these sections. */
  ownSections: readonly string[] | null
  state: 'open' | 'overdue' | 'closed' | 'all'
  /** Words that must each stand in the number, the subject or 来件号, two letters or more each. */
  q: string
  phase: string
  sending: SendingStage | ''
  via: string
  /** A section's id, or `none`: not assigned. */
  section: string
  officer: string
  outcome: string
  exception: ExceptionKind | ''
  /** Only these cases: those with an exception that their row does not tell. */
  among: readonly string[] | null
  year: number | undefined
  receivedFrom: LocalDate | ''
  receivedTo: LocalDate | ''
  dueFrom: LocalDate | ''
  dueTo: LocalDate | ''
  sort: 'due' | 'received' | 'number'
  today: LocalDate
}

export interface PageWindow {
  offset: number
  limit: number
}

type Cases = SelectQueryBuilder<Database & { c: Database['request_case'] }, 'c', object>

/** The page's rows in their order, and how many there are, counted up to one more than {@link MOST_COUNTED}. */
export async function registerPage(db: Db, filter: CaseFilter, window: PageWindow) {
  const words = wordsOf(filter.q)
  if (words.length === 0) {
    const [ids, total] = await Promise.all([
      idsInOrder(narrowed(db, filter), filter, window),
      countUpTo(db, narrowed(db, filter)),
    ])
    return { rows: await rowsOf(db, filter, ids), total }
  }
  const hits = await narrowed(db, filter, byPairs(db, filter.agencyId))
    .where(matching(filter.agencyId, words))
    .select('c.id')
    .limit(MOST_COUNTED + 1)
    .execute()
  const found = hits.map(({ id }) => id)
  // Few hits are sorted. With many the register is walked in its order, which meets the page's soon.
  const ids =
    found.length > MOST_COUNTED
      ? await idsInOrder(
          narrowed(db, filter).where((eb) => eb.and(words.map(containing))),
          filter,
          window,
        )
      : found.length > 0
        ? await idsInOrder(caseTable(db, filter.agencyId).where('c.id', 'in', found), filter, window)
        : []
  return { rows: await rowsOf(db, filter, ids), total: found.length }
}

/** What stands after a row, latest number first: an export reads the register in such pieces. */
export async function registerAfter(db: Db, filter: CaseFilter, before: { year: number; serial: number } | null, limit: number) {
  let query = narrowed(db, filter)
  const words = wordsOf(filter.q)
  if (words.length > 0) query = query.where(matching(filter.agencyId, words))
  if (before) query = query.where(sql<boolean>`(c.number_year, c.number_serial) < (${before.year}, ${before.serial})`)
  const ids = await idsInOrder(query, { ...filter, sort: 'number' }, { offset: 0, limit })
  return rowsOf(db, filter, ids)
}

/** The words of a search, in the letters that the index holds. */
export function wordsOf(q: string): string[] {
  return q.toLowerCase().split(/\s+/).filter(Boolean)
}

/** Pairs of letters that must all be there; the agency is one of them. */
function gramsOf(agencyId: string, words: readonly string[]): string[] {
  const pairs = words.flatMap((word) => {
    const letters = [...word]
    return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`)
  })
  return [agencyId, ...new Set(pairs)]
}

/** A word as typed and, where it may be a number, as numbers are written. */
function writingsOf(word: string): string[] {
  return [...new Set([word, asNumbersAreWritten(word)])]
}

/** By the index of pairs, then letter by letter: pairs alone may lie apart. */
function matching(agencyId: string, words: readonly string[]) {
  const paired = (of: readonly string[]) =>
    sql<boolean>`request_grams(c.agency_id, c.number, c.subject, c.incoming_number) @> ${gramsOf(agencyId, of)}::text[]`
  const several = words.filter((word) => writingsOf(word).length > 1)
  const single = words.filter((word) => !several.includes(word))
  const pairs = [
    ...(single.length > 0 ? [paired(single)] : []),
    ...several.map((word) => {
      const ways = writingsOf(word).map((writing) => paired([writing]))
      return sql<boolean>`(${sql.join(ways, sql` or `)})`
    }),
  ]
  return sql<boolean>`(${sql.join([...pairs, ...words.map(containing)], sql` and `)})`
}

/** Not `like`: the planner would take what it can't estimate for rare, and sort all instead of walking to the first that fit. */
function containing(word: string) {
  const places = writingsOf(word).flatMap((writing) => [
    sql<boolean>`strpos(lower(c.subject), ${writing}) > 0`,
    sql<boolean>`strpos(lower(c.number), ${writing}) > 0`,
    sql<boolean>`strpos(lower(c.incoming_number), ${writing}) > 0`,
  ])
  return sql<boolean>`(${sql.join(places, sql` or `)})`
}

function caseTable(db: Db, agencyId: string): Cases {
  return db.selectFrom('request_case as c').where('c.agency_id', '=', agencyId)
}

/** The agency's cases where the index of pairs finds them: `is true` keeps the planner from fetching all of the agency's beside. */
function byPairs(db: Db, agencyId: string): Cases {
  return db.selectFrom('request_case as c').where(sql<boolean>`(c.agency_id = ${agencyId}) is true`)
}

function narrowed(db: Db, filter: CaseFilter, from = caseTable(db, filter.agencyId)): Cases {
  const { state, section, exception, today } = filter
  let query = from
  if (filter.ownSections) query = query.where('c.section_id', 'in', filter.ownSections)
  if (state === 'open') query = query.where(UNFINISHED)
  if (state === 'closed') query = query.where('c.closed_on', 'is not', null)
  if (state === 'overdue') query = query.where('c.closed_on', 'is', null).where('c.next_due_on', '<', today)
  if (filter.phase) query = query.where('c.phase', '=', filter.phase as never)
  if (filter.sending) query = query.where(atStage(filter.sending, today))
  if (filter.via) query = query.where('c.via', '=', filter.via as never)
  if (section) query = section === 'none' ? query.where('c.section_id', 'is', null) : query.where('c.section_id', '=', section)
  if (filter.officer) query = query.where('c.officer_id', '=', filter.officer)
  if (filter.outcome) query = query.where('c.outcome', '=', filter.outcome as never)
  if (filter.year) query = query.where('c.number_year', '=', filter.year)
  if (filter.receivedFrom) query = query.where('c.received_on', '>=', filter.receivedFrom)
  if (filter.receivedTo) query = query.where('c.received_on', '<=', filter.receivedTo)
  if (filter.dueFrom) query = query.where('c.next_due_on', '>=', filter.dueFrom)
  if (filter.dueTo) query = query.where('c.next_due_on', '<=', filter.dueTo)
  if (exception && isWatch(exception)) query = query.where(holding([exception], today))
  if (exception === 'unsent') query = query.where(sql<boolean>`not ${waitsOnline(today)}`)
  if (filter.among) query = query.where('c.id', '=', sql<string>`any(${filter.among})`)
  return query
}

/** Not closed, or closed by a letter that has not been proven to have arrived (request_case_unfinished). */
export const UNFINISHED = sql<boolean>`(c.closed_on is null or c.phase = 'replied' or (c.phase = 'lapsed' and c.served_on is null))`

/** How far the decision has got (request_case_sending). What may still be opened online has not to be posted. */
function atStage(stage: SendingStage, today: LocalDate) {
  if (stage === 'online') return sql<boolean>`(c.sending = 'toSend' and ${waitsOnline(today)})`
  if (stage === 'toSend') return sql<boolean>`(c.sending = 'toSend' and not ${waitsOnline(today)})`
  return sql<boolean>`c.sending = ${stage}`
}

/** Whether one of these watches holds on that day. Only rows with watches are looked at (request_case_watched). */
export function holding(kinds: readonly WatchKind[] | null, today: LocalDate) {
  const which = kinds ? `(${kinds.map((kind) => `@.kind == "${kind}"`).join(' || ')}) && ` : ''
  return sql<boolean>`(c.watches <> '[]' and c.watches @? ${`$[*] ? (${which}@.since <= "${today}")`}::jsonpath)`
}

async function idsInOrder(query: Cases, filter: CaseFilter, window: PageWindow): Promise<string[]> {
  const rows = await query
    .select('c.id')
    .orderBy(
      filter.sort === 'due'
        ? sql`(c.closed_on is not null), c.next_due_on, c.number_year desc, c.number_serial desc`
        : filter.sort === 'received'
          ? sql`c.received_on desc, c.number_year desc, c.number_serial desc`
          : sql`c.number_year desc, c.number_serial desc`,
    )
    .offset(window.offset)
    .limit(window.limit)
    .execute()
  return rows.map(({ id }) => id)
}

async function countUpTo(db: Db, query: Cases): Promise<number> {
  const counted = query
    .select(sql<number>`1`.as('one'))
    .limit(MOST_COUNTED + 1)
    .as('counted')
  const row = await db
    .selectFrom(counted)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return row.n
}

async function rowsOf(db: Db, { agencyId, today }: Pick<CaseFilter, 'agencyId' | 'today'>, ids: string[]) {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('request_case as c')
    .innerJoin('requester as r', (join) => join.onRef('r.agency_id', '=', 'c.agency_id').onRef('r.id', '=', 'c.requester_id'))
    .leftJoin('section as s', (join) => join.onRef('s.agency_id', '=', 'c.agency_id').onRef('s.id', '=', 'c.section_id'))
    .leftJoin('officer as o', (join) => join.onRef('o.agency_id', '=', 'c.agency_id').onRef('o.id', '=', 'c.officer_id'))
    .where('c.agency_id', '=', agencyId)
    .where('c.id', 'in', ids)
    .select([
      'c.id',
      'c.number',
      'c.number_year',
      'c.number_serial',
      'c.subject',
      'c.subject_now',
      'c.requester_kind',
      'c.via',
      'c.phase',
      'c.submitted_on',
      'c.received_on',
      'c.due_on',
      'c.provisional',
      'c.open_end',
      'c.next_limit',
      'c.next_due_on',
      'c.replied_on',
      'c.served_on',
      'c.sending',
      'c.outcome',
      'c.closed_on',
      'c.section_id',
      'c.watches',
      'r.sealed',
      's.name as section_name',
      'o.name as officer_name',
    ])
    .select(waitsOnline(today).as('waits_online'))
    .execute()
  const place = new Map(ids.map((id, index) => [id, index]))
  return rows.toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
}
