/** 检索主动公开的信息: by pairs of neighbouring letters, then letter by letter. Terms are folded (`searchFold`) already. */
import { type Kysely, sql, type SqlBool } from 'kysely'
import type { LocalDate } from '../law/date.ts'
import { openDocuments } from './publication.sql.ts'
import type { Database } from './schema.ts'

type Db = Kysely<Database>

export interface DocumentSearch {
  /** null: of every agency. */
  agencyId: string | null
  /** Every one of them, or at least one. */
  which: 'all' | 'any'
  terms: readonly string[]
}

const PAIRS = sql<string[]>`document_pairs(d.agency_id, d.names_folded, d.about_folded, d.body)`

function pairsOf(term: string): string[] {
  const letters = [...term]
  return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`)
}

/** A single letter stands in no pair of its own, and is looked for in the names only. */
function holding(term: string, agencyId: string | null) {
  const pairs = pairsOf(term)
  if (pairs.length === 0)
    return sql<SqlBool>`(strpos(d.names_folded, ${term}) > 0 and (${agencyId}::uuid is null or d.agency_id = ${agencyId}))`
  const indexed = sql<SqlBool>`${PAIRS} @> ${[...new Set(agencyId ? [agencyId, ...pairs] : pairs)]}::text[]`
  if (pairs.length === 1) return indexed
  return sql<SqlBool>`(${indexed} and (strpos(d.names_folded, ${term}) > 0 or strpos(d.about_folded, ${term}) > 0
    or strpos(search_fold(document_text(d.body)), ${term}) > 0))`
}

function found(db: Db, on: LocalDate, { agencyId, which, terms }: DocumentSearch) {
  return db.selectFrom(openDocuments(on).as('d')).where((eb) => {
    const each = terms.map((term) => holding(term, agencyId))
    return which === 'all' ? eb.and(each) : eb.or(each)
  })
}

/** A word in title or numbers counts whole, in keywords and summary half; among equals the newest first. `total`: found in all. */
export async function findDocuments(
  db: Db,
  on: LocalDate,
  search: DocumentSearch,
  window: { offset: number; limit: number },
): Promise<{ ids: string[]; total: number }> {
  const weights = search.terms.map(
    (term) => sql<number>`case when strpos(d.names_folded, ${term}) > 0 then ${[...term].length * 2}::int
      when strpos(d.about_folded, ${term}) > 0 then ${[...term].length}::int else 0 end`,
  )
  const rows = await found(db, on, search)
    .select(['d.id', sql<number>`(count(*) over ())::int`.as('total')])
    .orderBy(sql<number>`${sql.join(weights, sql` + `)}`, 'desc')
    .orderBy('d.published_on', 'desc')
    .orderBy('d.index_number', 'desc')
    .offset(window.offset)
    .limit(window.limit)
    .execute()
  return { ids: rows.map(({ id }) => id), total: rows[0]?.total ?? 0 }
}

/** Longer texts are not looked through for a stretch to show. */
const LONGEST_TEXT = 20_000

/** What each of them says, without the tags. */
export function textsOf(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('document')
    .select(['id', 'summary', sql<string>`left(document_text(body), ${LONGEST_TEXT}::int)`.as('text')])
    .where('id', 'in', ids)
    .execute()
}
