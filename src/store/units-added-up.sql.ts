/** Reads of what the units below reported for a year, over all notices of the year: each unit once, and who is not in it. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { LocalDate } from '../law/date.ts'
import { fromParts } from '../law/date.ts'
import type { ReportFormat, ReportTables } from '../law/reports/model.ts'
import type { HandInState } from '../record/reports/hand-in.ts'
import type { Database } from './schema.ts'

type Db = Kysely<Database>

export interface YearAsked {
  agencyId: string
  year: number
  format: ReportFormat
  /** Of this notice alone; else of all notices of the year. */
  noticeId?: string
}

/** The name of the agency row `a` as of a day. */
const nameOn = (on: LocalDate) => sql<string>`(
  select v.data ->> 'name' from agency_version v where v.agency_id = a.id
  order by v.from_date <= ${on} desc, case when v.from_date <= ${on} then v.from_date end desc, v.from_date limit 1)`

/** Of each unit the reports accepted under any notice of the year; the one accepted last has place 1 and counts. */
const counted = ({ agencyId, year, format, noticeId }: YearAsked): RawBuilder<unknown> => sql`
  select h.agency_id, h.notice_id, h.unit_id, h.counted, row_number() over (
    partition by h.unit_id order by h.accepted_on desc, n.issued_on desc, n.number desc) as place
  from hand_in h join report_notice n on n.agency_id = h.agency_id and n.id = h.notice_id
  where h.agency_id = ${agencyId} and n.year = ${year} and n.format = ${format} and h.counted is not null
    ${noticeId ? sql`and n.id = ${noticeId}` : sql``}`

const withReport = sql`join report_submission s
  on s.agency_id = c.agency_id and s.notice_id = c.notice_id and s.unit_id = c.unit_id and s.seq = c.counted`

/** The reports that count, or those in whose place another one was accepted later, a page at a time. */
export async function countedOfYear(
  db: Db,
  asked: YearAsked,
  { superseded, offset, limit }: { superseded: boolean; offset: number; limit: number },
): Promise<ReportTables[]> {
  const { rows } = await sql<{ tables: ReportTables }>`
    select s.tables from (${counted(asked)}) c ${withReport}
    where (c.place > 1) = ${superseded} order by c.unit_id, c.place offset ${offset} limit ${limit}`.execute(db)
  return rows.map(({ tables }) => tables)
}

/** Units whose report counts, by name. */
export async function namesCounted(db: Db, asked: YearAsked, on: LocalDate): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select ${nameOn(on)} as name from (${counted(asked)}) c join agency a on a.id = c.unit_id
    where c.place = 1 order by a.rank, a.slug`.execute(db)
  return rows.map(({ name }) => name)
}

/** Units that were asked and none of whose reports counts: where they stand under the notice that asked them last. */
export async function namesLeftOut(
  db: Db,
  { agencyId, year, format }: YearAsked,
  on: LocalDate,
): Promise<{ name: string; state: HandInState; because: string }[]> {
  const { rows } = await sql<{ name: string; state: HandInState; because: string }>`
    select ${nameOn(on)} as name, h.state, h.excused_because as because from (
      select distinct on (h.unit_id) h.unit_id, h.state, h.excused_because,
        max(h.counted) over (partition by h.unit_id) as counted
      from hand_in h join report_notice n on n.agency_id = h.agency_id and n.id = h.notice_id
      where h.agency_id = ${agencyId} and n.year = ${year} and n.format = ${format}
      order by h.unit_id, n.issued_on desc, n.number desc) h
    join agency a on a.id = h.unit_id
    where h.counted is null order by a.rank, a.slug`.execute(db)
  return rows
}

/**
 * Whatever stands below in the year and was not asked, neither by this office nor by one between; and what reports by itself and is
 * never asked (Reg. 55).
 */
export async function belowNotAsked(
  db: Db,
  { agencyId, year }: YearAsked,
  on: LocalDate,
): Promise<{ name: string; regime: 'art54' | 'art55' }[]> {
  const { rows } = await sql<{ name: string; regime: 'art54' | 'art55' }>`
    with recursive below as (
      select id from agency where parent_id = ${agencyId}
      union all
      select a.id from agency a join below b on a.parent_id = b.id
    )
    select ${nameOn(on)} as name, a.regime from below b join agency a on a.id = b.id
    where exists (select 1 from agency_version v where v.agency_id = a.id and v.from_date <= ${fromParts(year, 12, 31)})
      and (a.regime = 'art55' or not exists (
        select 1 from hand_in h join report_notice n on n.agency_id = h.agency_id and n.id = h.notice_id
        where h.unit_id = a.id and n.year = ${year} and (n.agency_id = ${agencyId} or n.agency_id in (select id from below))))
    order by a.rank, a.slug`.execute(db)
  return rows
}

/** What a unit showed of its year to those above it: its report as last handed in, or as published; null while it showed nothing. */
export async function shownAbove(
  db: Db,
  unitId: string,
  year: number,
): Promise<{ tables: ReportTables; format: ReportFormat; compiled: boolean } | null> {
  const { rows } = await sql<{ tables: ReportTables; format: ReportFormat; compiled: boolean }>`
    select tables, format, compiled from (
      select s.tables, s.format, s.via = 'system' as compiled, 1 as place, s.handed_in_on as day, s.seq
      from report_submission s join report_notice n on n.agency_id = s.agency_id and n.id = s.notice_id
      where s.unit_id = ${unitId} and n.year = ${year}
      union all
      select r.tables, r.format, r.source = 'compiled', 2, r.published_on, r.version
      from report r where r.agency_id = ${unitId} and r.year = ${year} and r.state = 'published') shown
    order by place, day desc, seq desc limit 1`.execute(db)
  return rows[0] ?? null
}

/** Where a cell stands in stored tables: by its steps, or in table 二 written in words by the label of its row. */
export type CellPath = { steps: readonly string[] } | { label: string; column: string }

/** What stands there as text. */
function cellText(path: CellPath): RawBuilder<unknown> {
  if ('steps' in path) return sql`(s.tables #>> ${[...path.steps]}::text[])`
  return sql`(select line -> 'cells' ->> ${Number(path.column)}::int from jsonb_array_elements(s.tables #> '{disclosed,rows}') line
    where line ->> 'label' = ${path.label} limit 1)`
}

/** Units whose report that counts has a number other than 0 in one cell, the largest first, and how many there are. Words are no number. */
export async function unitsInCell(
  db: Db,
  asked: YearAsked,
  path: CellPath,
  { on, limit }: { on: LocalDate; limit: number },
): Promise<{ total: number; rows: { unitId: string; noticeId: string; name: string; value: number }[] }> {
  const text = cellText(path)
  const value = sql`(case when ${text} ~ '^[+-]?[0-9]+([.][0-9]+)?(e[+-]?[0-9]+)?$' then ${text}::numeric end)`
  const from = sql`from (${counted(asked)}) c ${withReport} join agency a on a.id = c.unit_id where c.place = 1 and ${value} <> 0`
  const { rows: totals } = await sql<{ total: string }>`select count(*) as total ${from}`.execute(db)
  const { rows } = await sql<{ unit_id: string; notice_id: string; name: string; value: string }>`
    select c.unit_id, c.notice_id, ${nameOn(on)} as name, ${value} as value ${from}
    order by ${value} desc, a.rank limit ${limit}`.execute(db)
  return {
    total: Number(totals[0]?.total ?? 0),
    rows: rows.map((row) => ({ unitId: row.unit_id, noticeId: row.notice_id, name: row.name, value: Number(row.value) })),
  }
}
