/** Reads and writes of what duties follow from. */
import { type Insertable, type Kysely, sql, type Transaction } from 'kysely'
import { addDays, type LocalDate } from '../law/date.ts'
import type { DutyDocument, DutyDraft, DutyEvent, DutyItem, DutyMatter, DutyNote } from '../record/publication/duties.ts'
import { catalogueOn } from './catalogue.sql.ts'
import { majorMatters } from './major-matters.sql.ts'
import type { Database } from './schema.ts'

type Db = Kysely<Database>

/** The catalogue of a day, each item with the day since which it is in it. */
export async function dutyItems(db: Db, agencyId: string, on: LocalDate): Promise<DutyItem[]> {
  const [items, since] = await Promise.all([
    catalogueOn(db, agencyId, on),
    db
      .selectFrom('catalogue_version')
      .select((eb) => ['item_id', eb.fn.min('from_date').as('since')])
      .where('agency_id', '=', agencyId)
      .groupBy('item_id')
      .execute(),
  ])
  const first = new Map(since.map((row) => [row.item_id, row.since]))
  return items.map(({ id, content, keeping, from }) => ({
    id,
    content,
    keeping,
    since: first.get(id) ?? from,
  }))
}

/** Duties of the calendar open at most two years before today; what is older covers none but the one that it names. */
const OLDEST = 800

/** What stands published under items or for duties; of what is for staff only as well, which is published to them. */
export async function dutyDocuments(db: Db, agencyId: string, on: LocalDate): Promise<DutyDocument[]> {
  const rows = await db
    .selectFrom('document')
    .select(['id', 'item_id', 'duty_key', 'title', 'published_on'])
    .where('agency_id', '=', agencyId)
    .where('published_on', '<=', on)
    .where('withdrawn_on', 'is', null)
    .where((eb) =>
      eb.or([eb.and([eb('item_id', 'is not', null), eb('published_on', '>=', addDays(on, -OLDEST))]), eb('duty_key', '<>', '')]),
    )
    .execute()
  return rows.map((row) => ({
    id: row.id,
    itemId: row.item_id,
    dutyKey: row.duty_key,
    title: row.title,
    publishedOn: row.published_on as LocalDate,
  }))
}

/** What is drafted or in review and meant to be published. */
export async function dutyDrafts(db: Db, agencyId: string): Promise<DutyDraft[]> {
  const rows = await db
    .selectFrom('edition')
    .select(['id', 'item_id', 'section_id', 'duty_key', 'title', 'state', 'formed_on'])
    .where('agency_id', '=', agencyId)
    .where('state', 'in', ['drafting', 'inReview'])
    .where('attribute', '=', 'proactive')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    itemId: row.item_id,
    sectionId: row.section_id,
    dutyKey: row.duty_key,
    title: row.title,
    state: row.state,
    formedOn: row.formed_on,
  }))
}

export async function dutyEvents(db: Db, agencyId: string): Promise<DutyEvent[]> {
  const rows = await db.selectFrom('duty_event').selectAll().where('agency_id', '=', agencyId).orderBy('on_date').execute()
  return rows.map((row) => ({ id: row.id, itemId: row.item_id, triggerKey: row.trigger_key, on: row.on_date, what: row.what }))
}

/** What was entered and not voided. */
export async function dutyMatters(db: Db, agencyId: string): Promise<DutyMatter[]> {
  const matters = await majorMatters(db, agencyId)
  return matters
    .filter(({ voided }) => voided === null)
    .map(({ id, itemId, sectionId, kind, title, decidedOn, regime, openness, reason, enteredBy, enteredOn }) => ({
      id,
      itemId,
      sectionId,
      kind,
      title,
      on: decidedOn,
      regime,
      internal: openness === 'internal' ? { because: reason, by: enteredBy, on: enteredOn } : null,
    }))
}

export async function dutyNotes(db: Db, agencyId: string): Promise<DutyNote[]> {
  const rows = await db.selectFrom('duty_note').selectAll().where('agency_id', '=', agencyId).orderBy('seq').execute()
  return rows.map((row) => ({
    dutyKey: row.duty_key,
    kind: row.kind,
    documentId: row.document_id,
    because: row.because,
    by: row.actor_name,
    on: row.on_date,
  }))
}

/** Once: the same event sent again is the same. */
export async function insertDutyEvent(tx: Transaction<Database>, values: Insertable<Database['duty_event']>): Promise<void> {
  await tx
    .insertInto('duty_event')
    .values(values)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function insertDutyNote(tx: Transaction<Database>, values: Insertable<Database['duty_note']>): Promise<void> {
  await tx
    .insertInto('duty_note')
    .values(values)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Titles and words of documents, to be held against the elements of their items. */
export function wordsOfDocuments(db: Db, agencyId: string, ids: readonly string[]) {
  return db
    .selectFrom('document')
    .select(['id', 'title', 'summary', 'body'])
    .where('agency_id', '=', agencyId)
    .where('id', 'in', ids.length > 0 ? ids : [null as never])
    .execute()
}

/** The last document under an item, from which the next is written; null where there is none yet. */
export async function lastUnder(db: Db, agencyId: string, itemId: string, dutyPrefix: string) {
  const found = await db
    .selectFrom('document')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('item_id', '=', itemId)
    .where('published_on', 'is not', null)
    .orderBy(sql`starts_with(duty_key, ${dutyPrefix})`, 'desc')
    .orderBy('published_on', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found ?? null
}
