/**
 * 检索主动公开的信息: what a document is found by, and what is found. A search looks through the quarters from the newest back and stops
 * when it has enough, so that a common word costs no more than a rare one. Terms are folded (`searchFold`) already.
 */
import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely'
import type { LocalDate } from '../law/date.ts'
import type { Probe, WordProbes } from '../record/publication/search-words.ts'
import type { Database } from './schema.ts'

type Db = Kysely<Database>

export interface DocumentWords {
  agencyId: string
  id: string
  column: string
  publishedOn: LocalDate
  shownUntil: LocalDate | null
  names: string
  about: string
  lexemes: readonly string[]
  quarter: { begins: LocalDate; lexeme: string }
}

export async function putDocumentWords(tx: Transaction<Database>, words: DocumentWords): Promise<void> {
  await sql`insert into document_quarter (begins, lexeme) values (${words.quarter.begins}, ${words.quarter.lexeme})
    on conflict do nothing`.execute(tx)
  await sql`insert into document_words (agency_id, id, column_key, published_on, shown_until, names, about, words)
    values (${words.agencyId}, ${words.id}, ${words.column}, ${words.publishedOn}, ${words.shownUntil}, ${words.names}, ${words.about},
      array_to_tsvector(${[...words.lexemes]}::text[]))
    on conflict (agency_id, id) do update set column_key = excluded.column_key, published_on = excluded.published_on,
      shown_until = excluded.shown_until, names = excluded.names, about = excluded.about, words = excluded.words`.execute(tx)
}

/** What may be found, as it is cut into words; null for what the public never reads. */
export async function documentToCut(tx: Db, agencyId: string, id: string) {
  const { rows } =
    await sql<ToCut>`select ${CUT} from document d where agency_id = ${agencyId} and id = ${id} and ${FINDABLE}`.execute(tx)
  return rows[0] ?? null
}

/** Published, and not yet cut into words. */
export async function documentsUncut(db: Db, limit: number): Promise<ToCut[]> {
  const { rows } = await sql<ToCut>`select ${CUT} from document d where ${FINDABLE} and not exists (
    select 1 from document_words w where w.agency_id = d.agency_id and w.id = d.id) limit ${limit}`.execute(db)
  return rows
}

export interface ToCut {
  agency_id: string
  id: string
  column_key: string
  title: string
  number: string | null
  index_number: string
  keywords: string[]
  summary: string
  text: string
  published_on: LocalDate
  shown_until: LocalDate | null
  stage: string | null
  validity: string
  normative: boolean
  interprets: string | null
}

const CUT = sql`agency_id, id, column_key, title, number, index_number, keywords, summary, document_text(body) as text, published_on,
  shown_until, stage, validity, normative, interprets`
const FINDABLE = sql`audience = 'society' and withdrawn_on is null and published_on is not null`

/** What to look for, and by how much whatever it finds is the likelier. */
export interface WeighedProbe extends Probe {
  weight: number
  /** What the probe tells of: of two that tell of the same, the heavier counts. */
  of: number
}

export interface Asked {
  probes: readonly WeighedProbe[]
  /** In the language of tsquery; empty for everything. */
  narrowing: string
  /** Counted twice where the names hold them, once where keywords or summary do. */
  terms: readonly { term: string; weight: number }[]
  /** Letter by letter in the names, or cited in the text: pairs of letters alone would also find them in another order. */
  numbers: readonly { term: string; query: string }[]
}

export interface Hits {
  ids: string[]
  /** At most as many as the probes allow. */
  total: number
  /** Of what was found, how many by year, column and agency. */
  years: Record<string, number>
  columns: Record<string, number>
  agencies: Record<string, number>
}

/** One probe through the windows. */
function probed(
  on: LocalDate,
  { query, limit, weight, of }: WeighedProbe,
  { narrowing, numbers }: Pick<Asked, 'narrowing' | 'numbers'>,
): RawBuilder<unknown> {
  const exact = numbers.map((one) => sql` and (strpos(w.names, ${one.term}) > 0 or w.words @@ ${one.query}::tsquery)`)
  const whole = narrowing === '' ? sql`${query}::tsquery` : sql`(${query}::tsquery && ${narrowing}::tsquery)`
  return sql`(select x.*, ${of}::int as of, ${weight}::float as likeness
    from (select begins, lexeme from document_quarter where begins <= ${on} order by begins desc) q
    cross join lateral (
      select w.agency_id, w.id, w.column_key, w.published_on, w.names, w.about from document_words w
      where w.words @@ (${whole} && quote_literal(q.lexeme)::tsquery) and w.published_on <= ${on}
        and (w.shown_until is null or w.shown_until >= ${on})${sql.join(exact, sql``)}
      order by w.published_on desc, w.id limit ${limit}
    ) x limit ${limit})`
}

/** Whatever newness adds: of two alike, the one of this year first. */
const NEWNESS = (on: LocalDate) => sql`greatest(0, 3 - (${on}::date - published_on) / 365.0)`

export async function findDocuments(
  db: Db,
  on: LocalDate,
  { probes, terms, ...within }: Asked,
  window: { offset: number; limit: number },
): Promise<Hits> {
  const found = sql.join(
    probes.map((probe) => probed(on, probe, within)),
    sql` union all `,
  )
  const likeness = terms.map(
    ({ term, weight }) => sql`case when strpos(names, ${term}) > 0 then 2 * ${weight}::float
      when strpos(about, ${term}) > 0 then ${weight}::float else 0 end`,
  )
  const { rows } = await sql<{ ids: string[] | null; total: number } & Pick<Hits, 'years' | 'columns' | 'agencies'>>`
    with hits as materialized (
      select agency_id, id, min(column_key) as column_key, min(published_on) as published_on, min(names) as names,
        min(about) as about, sum(likeness) as likeness
      from (
        select agency_id, id, min(column_key) as column_key, min(published_on) as published_on,
          min(names) as names, min(about) as about, max(likeness) as likeness
        from (${found}) as found group by agency_id, id, of
      ) as told
      group by agency_id, id
    ), page as (
      select id, row_number() over (order by weighed.likeness desc, published_on desc, id) as place from (
        select id, published_on, likeness + ${sql.join([sql`0`, ...likeness], sql` + `)} + ${NEWNESS(on)} as likeness from hits
      ) as weighed
      order by place offset ${window.offset} limit ${window.limit}
    )
    select (select array_agg(id order by place) from page) as ids, (select count(*)::int from hits) as total,
      ${countsBy(sql`extract(year from published_on)::int::text`)} as years,
      ${countsBy(sql`column_key`)} as columns, ${countsBy(sql`agency_id::text`)} as agencies`.execute(db)
  const row = rows[0]
  if (!row) throw new Error('a query without a table always has a row')
  return { ...row, ids: row.ids ?? [] }
}

function countsBy(of: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select coalesce(jsonb_object_agg(of, number), '{}') from (select ${of} as of, count(*) as number from hits group by 1) as c)`
}

/** How often each word is found, as far as counting goes on: what is rare tells more. */
export async function timesFound(
  db: Db,
  on: LocalDate,
  probes: readonly Probe[],
  within: Pick<Asked, 'narrowing' | 'numbers'>,
): Promise<number[]> {
  const counts = probes.map(
    (probe, at) =>
      sql`select ${at}::int as at, count(*)::int as times from ${probed(on, { ...probe, weight: 0, of: 0 }, within)} as c`,
  )
  const { rows } = await sql<{ at: number; times: number }>`${sql.join(counts, sql` union all `)}`.execute(db)
  return probes.map((_, at) => rows.find((row) => row.at === at)?.times ?? 0)
}

/** How near the likeliest the others have to come. */
const NEAR_THE_BEST = 2 / 3

/**
 * Documents that hold most of these words, by the weight of the words found: a word in title or numbers counts whole, in keywords
 * and summary half. A year counts in the title and the 文号 alone, since every 索引号 has one. The asked agency's own come first among
 * equals, and what comes nowhere near the likeliest is left out.
 */
export async function documentsLike(
  db: Db,
  on: LocalDate,
  asked: { agencyId: string; words: readonly (WordProbes & { weight: number })[]; least: number; limit: number },
): Promise<string[]> {
  const found = asked.words.flatMap(({ title, text }) =>
    [title, text].map((probe) => probed(on, { ...probe, weight: 0, of: 0 }, { narrowing: '', numbers: [] })),
  )
  const named = sql`search_fold(d.title || ' ' || coalesce(d.number, ''))`
  const weights = asked.words.map(
    ({ word, weight }) => sql`case when strpos(${/^\d+$/.test(word) ? named : sql`names`}, ${word}) > 0 then ${weight}::float
      when strpos(about, ${word}) > 0 then ${weight / 2}::float else 0 end`,
  )
  if (found.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    select id from (
      select *, max(likeness) over () as best from (
        select distinct id, agency_id, published_on, ${sql.join(weights, sql` + `)} as likeness
        from (${sql.join(found, sql` union all `)}) as found
        join (select agency_id, id, title, number from document) as d using (agency_id, id)
      ) as judged
    ) as compared
    where likeness >= ${asked.least}::float and likeness >= best * ${NEAR_THE_BEST}::float
    order by likeness desc, agency_id = ${asked.agencyId} desc, published_on desc, id limit ${asked.limit}`.execute(db)
  return rows.map(({ id }) => id)
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
