/** Reads and writes of 存量检查. */
import { type Insertable, type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import type { LocalDate } from '../law/date.ts'
import type { StockKind, StockTab } from '../record/publication/stock.ts'
import type { Database } from './schema.ts'

type Db = Kysely<Database>
type Tx = Transaction<Database>

export type StoredScan = Selectable<Database['stock_scan']>
export type StoredFinding = Selectable<Database['stock_finding']>

/** What the public reads today and what only the agency's own people do: by agency and id, from behind the last of the former piece. */
export function documentsToScan(db: Db, today: LocalDate, after: { agency: string; document: string } | null, most: number) {
  let query = db
    .selectFrom('document')
    .select(['agency_id', 'id', 'title', 'summary', 'body', 'published_on', 'shown_until', 'files'])
    .where('published_on', '<=', today)
    .where('withdrawn_on', 'is', null)
    .where((eb) => eb.or([eb('shown_until', 'is', null), eb('shown_until', '>=', today)]))
  if (after) query = query.where(sql<boolean>`(agency_id, id) > (${after.agency}::uuid, ${after.document}::uuid)`)
  return query.orderBy('agency_id').orderBy('id').limit(most).execute()
}

/** One of them. */
export function documentToScan(db: Db, agencyId: string, id: string) {
  return db
    .selectFrom('document')
    .select(['agency_id', 'id', 'title', 'summary', 'body', 'published_on', 'shown_until', 'withdrawn_on', 'files'])
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The one that is not done yet, or a new one of the day; held till the end of the transaction. Undefined: today's is done, or somebody else is at it. */
export async function takeScan(tx: Tx, today: LocalDate): Promise<StoredScan | undefined> {
  await sql`insert into stock_scan (begun_on) select ${today}::date
    where not exists (select from stock_scan where done_at is null) on conflict do nothing`.execute(tx)
  return tx
    .selectFrom('stock_scan')
    .selectAll()
    .where('done_at', 'is', null)
    .orderBy('begun_on')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
}

export async function advanceScan(
  tx: Tx,
  scan: StoredScan,
  by: { documents: number; findings: number; last: { agency: string; document: string } | null },
): Promise<void> {
  await tx
    .updateTable('stock_scan')
    .set({
      documents: sql`documents + ${by.documents}`,
      findings: sql`findings + ${by.findings}`,
      ...(by.last ? { after_agency: by.last.agency, after_document: by.last.document } : { done_at: sql<Date>`now()` }),
    })
    .where('begun_on', '=', scan.begun_on)
    .execute()
}

export function lastScan(db: Db): Promise<StoredScan | undefined> {
  return db.selectFrom('stock_scan').selectAll().orderBy('begun_on', 'desc').limit(1).executeTakeFirst()
}

export function findingsOfDocuments(db: Db, agencyId: string, ids: readonly string[]): Promise<StoredFinding[]> {
  return db.selectFrom('stock_finding').selectAll().where('agency_id', '=', agencyId).where('document_id', 'in', ids).execute()
}

/** A new one, or one that was gone and is there again. What was found faultless stays so. */
export async function putFinding(tx: Tx, finding: Insertable<Database['stock_finding']>): Promise<void> {
  await tx
    .insertInto('stock_finding')
    .values(finding)
    .onConflict((conflict) =>
      conflict.columns(['agency_id', 'document_id', 'place', 'kind', 'what', 'mark']).doUpdateSet({
        state: finding.state,
        count: finding.count,
        found_on: finding.found_on,
        closed_on: finding.closed_on ?? null,
        closed_by_name: finding.closed_by_name ?? null,
        because: finding.because ?? null,
      }),
    )
    .execute()
}

export async function closeFinding(
  tx: Tx,
  { agency_id, id }: Pick<StoredFinding, 'agency_id' | 'id'>,
  closed: { state: Exclude<StockTab, 'open'>; on: LocalDate; by: string; because: string },
): Promise<void> {
  await tx
    .updateTable('stock_finding')
    .set({ state: closed.state, closed_on: closed.on, closed_by_name: closed.by, because: closed.because })
    .where('agency_id', '=', agency_id)
    .where('id', '=', id)
    .execute()
}

/** Of documents that nobody reads any more, nothing is left to do. */
export async function closeFindingsOfGone(tx: Tx, today: LocalDate): Promise<void> {
  await sql`
    update stock_finding f set state = 'gone', closed_on = ${today}, closed_by_name = '系统', because = '已不再公开'
    from document d
    where f.state = 'open' and d.agency_id = f.agency_id and d.id = f.document_id
      and (d.withdrawn_on is not null or d.shown_until < ${today})`.execute(tx)
}

export function lockFinding(tx: Tx, agencyId: string, id: string): Promise<StoredFinding | undefined> {
  return tx
    .selectFrom('stock_finding')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

interface Listed {
  state: StockTab
  kind?: StockKind
}

function findings(db: Db, agencyId: string, { state, kind }: Listed) {
  let query = db.selectFrom('stock_finding as f').where('f.agency_id', '=', agencyId).where('f.state', '=', state)
  if (kind) query = query.where('f.kind', '=', kind)
  return query
}

/** The gravest and oldest first; of those that are closed the last closed. */
export function listFindings(db: Db, agencyId: string, listed: Listed, window: { offset: number; limit: number }) {
  const query = findings(db, agencyId, listed)
    .innerJoin('document as d', (join) => join.onRef('d.agency_id', '=', 'f.agency_id').onRef('d.id', '=', 'f.document_id'))
    .selectAll('f')
    .select(['d.title', 'd.summary', 'd.body', 'd.column_key', 'd.edition_id', 'd.files'])
    .select((eb) =>
      eb
        .selectFrom('edition as e')
        .select('e.id')
        .whereRef('e.agency_id', '=', 'f.agency_id')
        .whereRef('e.document_id', '=', 'f.document_id')
        .where('e.state', 'in', ['drafting', 'inReview'])
        .limit(1)
        .as('correcting'),
    )
  const ordered =
    listed.state === 'open'
      ? query.orderBy('f.grave', 'desc').orderBy('f.found_on').orderBy('f.document_id').orderBy('f.place')
      : query.orderBy('f.closed_on', 'desc').orderBy('f.document_id')
  return ordered.orderBy('f.id').offset(window.offset).limit(window.limit).execute()
}

export async function countFindings(db: Db, agencyId: string, listed: Listed): Promise<number> {
  const row = await findings(db, agencyId, listed)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return row.n
}

/** What may not stay, document by document, the oldest first. */
export function graveFindings(db: Db, agencyId: string, limit: number) {
  return db
    .selectFrom('stock_finding as f')
    .innerJoin('document as d', (join) => join.onRef('d.agency_id', '=', 'f.agency_id').onRef('d.id', '=', 'f.document_id'))
    .select(['f.document_id', 'd.title', 'd.index_number'])
    .select((eb) => eb.fn.min('f.found_on').as('since'))
    .where('f.agency_id', '=', agencyId)
    .where('f.state', '=', 'open')
    .where('f.grave', '=', true)
    .groupBy(['f.document_id', 'd.title', 'd.index_number'])
    .orderBy('since')
    .limit(limit)
    .execute()
}
