/** What stands behind the words of an annual report: the year's documents, and what the register says of how requests went. */
import { type Kysely, sql } from 'kysely'
import { fromParts, type LocalDate } from '../law/date.ts'
import type { ReportProse } from '../record/reports/prose.ts'
import type { ActKind } from '../record/requests/acts.ts'
import type { Database } from './schema.ts'
import type { FactsMark } from './tables/reports.ts'

type Db = Kysely<Database>
interface Year {
  agencyId: string
  first: LocalDate
  last: LocalDate
}

export function documentsPublished(db: Db, { agencyId, first, last }: Year) {
  return db
    .selectFrom('document as d')
    .select(['d.id', 'd.title', 'd.column_key', 'd.normative', 'd.interprets', 'd.formed_on'])
    .where('d.agency_id', '=', agencyId)
    .where('d.audience', '=', 'society')
    .where('d.published_on', '>=', first)
    .where('d.published_on', '<=', last)
    .execute()
}

/** Requests answered after their last day, by number. */
export function answeredLate(db: Db, { agencyId, first, last }: Year) {
  return db
    .selectFrom('request_case')
    .select('number')
    .where('agency_id', '=', agencyId)
    .where('replied_on', '>=', first)
    .where('replied_on', '<=', last)
    .whereRef('replied_on', '>', 'due_on')
    .orderBy('number_year')
    .orderBy('number_serial')
    .execute()
}

/** In how many cases an act of a kind was done in the year and not annulled. */
export async function casesWithAct(db: Db, { agencyId, first, last }: Year, kind: ActKind): Promise<number> {
  const row = await db
    .selectFrom('request_act as t')
    .select(sql<string>`count(distinct t.case_id)`.as('cases'))
    .where('t.agency_id', '=', agencyId)
    .where('t.kind', '=', kind)
    .where('t.on_date', '>=', first)
    .where('t.on_date', '<=', last)
    .where(standing('t'))
    .executeTakeFirstOrThrow()
  return Number(row.cases)
}

/** Fees paid in the year: by the notice that was paid. */
export function feesPaid(db: Db, { agencyId, first, last }: Year) {
  return db
    .selectFrom('request_act as t')
    .innerJoin('request_case as c', (join) => join.onRef('c.agency_id', '=', 't.agency_id').onRef('c.id', '=', 't.case_id'))
    .select('c.number')
    .select(
      sql<string | null>`(select n.data ->> 'yuan' from request_act n where n.agency_id = t.agency_id and n.case_id = t.case_id
        and n.seq < t.seq and n.kind = 'fee-noticed' order by n.seq desc limit 1)`.as('yuan'),
    )
    .where('t.agency_id', '=', agencyId)
    .where('t.kind', '=', 'fee-paid')
    .where('t.on_date', '>=', first)
    .where('t.on_date', '<=', last)
    .where(standing('t'))
    .orderBy('c.number_year')
    .orderBy('c.number_serial')
    .execute()
}

function standing(act: string) {
  return sql<boolean>`not exists (select 1 from request_act x where x.agency_id = ${sql.ref(`${act}.agency_id`)}
    and x.case_id = ${sql.ref(`${act}.case_id`)} and x.kind = 'annulled' and (x.data ->> 'of')::int = ${sql.ref(`${act}.seq`)})`
}

export async function amendmentsReceived(db: Db, { agencyId, first, last }: Year): Promise<number> {
  const row = await db
    .selectFrom('amendment')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('agency_id', '=', agencyId)
    .where('received_on', '>=', first)
    .where('received_on', '<=', last)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** 转为主动公开 (Art 44) decided in the year. */
export async function conversions(db: Db, { agencyId, first, last }: Year): Promise<number> {
  const row = await db
    .selectFrom('conversion_proposal')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('agency_id', '=', agencyId)
    .where('result', '=', 'converted')
    .where('decided_on', '>=', first)
    .where('decided_on', '<=', last)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/**
 * Reports of the year that one's own words are held against: what sister agencies published, and what other units handed in under the
 * notices that ask this one, as long as this one had not handed in before them. Where nothing is published before it was accepted
 * (先备案后公布), the latter are all there is.
 */
export async function sisterReports(
  db: Db,
  agencyId: string,
  year: number,
  limit: number,
): Promise<{ name: string; prose: ReportProse }[]> {
  const { rows } = await sql<{ name: string; prose: ReportProse }>`
    with own as (select id, parent_id from agency where id = ${agencyId}),
    published as (
      select distinct on (r.agency_id) r.agency_id as unit_id, r.prose
      from report r join agency a on a.id = r.agency_id join own on a.parent_id = own.parent_id and a.id <> own.id
      where r.year = ${year} and r.state = 'published'
      order by r.agency_id, r.version desc limit ${limit}),
    beside as (
      select distinct h.agency_id, h.notice_id, h.unit_id, a.parent_id is distinct from own.parent_id as farther, a.rank
      from own join hand_in mine on mine.unit_id = own.id
      join report_notice n on n.agency_id = mine.agency_id and n.id = mine.notice_id
      join hand_in h on h.agency_id = mine.agency_id and h.notice_id = mine.notice_id and h.unit_id <> own.id
      join agency a on a.id = h.unit_id
      where n.year = ${year} and h.first_handed_in_on <= coalesce(mine.first_handed_in_on, h.first_handed_in_on)
      order by farther, a.rank limit ${limit}),
    handed_in as (
      select b.unit_id, s.prose from beside b join lateral (
        select prose from report_submission s
        where s.agency_id = b.agency_id and s.notice_id = b.notice_id and s.unit_id = b.unit_id
        order by s.seq desc limit 1) s on true
      where b.unit_id not in (select unit_id from published))
    select found.prose,
      (select v.data ->> 'name' from agency_version v where v.agency_id = found.unit_id order by v.from_date desc limit 1) as name
    from (select unit_id, prose from published union all select unit_id, prose from handed_in) found
    order by found.unit_id limit ${limit}`.execute(db)
  return rows
}

/** How far the record that the year's tables rest on had got: stored with a report, so that it can tell when it is stale. */
export async function factsMark(db: Db, agencyId: string, year: number): Promise<Required<FactsMark>> {
  const [cases, entries, documents, beside, last, setting] = await Promise.all([
    db
      .selectFrom('request_case')
      .where('agency_id', '=', agencyId)
      .select((eb) => [eb.fn.countAll<string>().as('cases'), eb.fn.sum<string>('acts').as('acts')])
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('decision_entry')
      .where('agency_id', '=', agencyId)
      .select((eb) => [eb.fn.countAll<string>().as('made'), eb.fn.count<string>('voided_on').as('voided')])
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('document')
      .where('agency_id', '=', agencyId)
      .where('normative', '=', true)
      .select(
        sql<string>`md5(coalesce(string_agg(concat_ws(' ', id, formed_on, coalesce(published_on::text, '-'),
          coalesce(repealed_on::text, '-')), ';' order by id), ''))`.as('digest'),
      )
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('dispute')
      .where('agency_id', '=', agencyId)
      .where('amendment_id', 'is not', null)
      .select((eb) => eb.fn.sum<string>('acts').as('acts'))
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('report')
      .where('agency_id', '=', agencyId)
      .where('year', '=', year - 1)
      .where('state', '=', 'published')
      .select((eb) => eb.fn.max('version').as('version'))
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('agency_setting')
      .where('agency_id', '=', agencyId)
      .where('from_date', '<=', fromParts(year, 12, 31))
      .select(sql<string>`md5(readings::text)`.as('digest'))
      .orderBy('from_date', 'desc')
      .limit(1)
      .executeTakeFirst(),
  ])
  return {
    cases: Number(cases.cases),
    acts: Number(cases.acts ?? 0) + Number(beside.acts ?? 0),
    entries: Number(entries.made) + Number(entries.voided),
    documents: documents.digest,
    lastYear: last.version ?? 0,
    readings: setting?.digest ?? '',
  }
}
