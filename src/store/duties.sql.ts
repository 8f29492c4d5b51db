/** Reads and writes of what duties follow from. */
import { type Insertable, type Kysely, sql, type Transaction } from 'kysely'
import { addDays, type LocalDate } from '../law/date.ts'
import type {
  DutyDocument,
  DutyDraft,
  DutyEvent,
  DutyFacts,
  DutyItem,
  DutyMatter,
  DutyNote,
} from '../record/publication/duties.ts'
import type { Database } from './schema.ts'

type Db = Kysely<Database>

/** Everything that was read of some agencies at once, by agency. */
type Of<Row> = Map<string, Row[]>

function grouped<Stored extends { agency_id: string }, Row>(rows: readonly Stored[], from: (row: Stored) => Row): Of<Row> {
  const stored = Map.groupBy(rows, (row) => row.agency_id)
  return new Map([...stored].map(([agencyId, own]) => [agencyId, own.map(from)]))
}

/** The catalogue of a day, each item with the day since which it is in it. */
export async function dutyItems(db: Db, agencyId: string, on: LocalDate): Promise<DutyItem[]> {
  return (await itemsOf(db, [agencyId], on)).get(agencyId) ?? []
}

async function itemsOf(db: Db, agencyIds: readonly string[], on: LocalDate): Promise<Of<DutyItem>> {
  const { rows } = await sql<{
    agency_id: string
    id: string
    content: DutyItem['content']
    keeping: DutyItem['keeping']
    since: LocalDate
  }>`
    select u.id as agency_id, c.id, c.content, c.keeping,
      (select min(v.from_date) from catalogue_version v where v.agency_id = u.id and v.item_id = c.id) as since
    from unnest(${[...agencyIds]}::uuid[]) as u(id)
    cross join lateral catalogue_on(u.id, ${on}) as c
    order by u.id, c.rank, c.id`.execute(db)
  return grouped(rows, ({ id, content, keeping, since }) => ({ id, content, keeping, since }))
}

/** Duties of the calendar open at most two years before today; what is older covers none but the one that it names. */
const OLDEST = 800

/** What stands published under items or for duties; of what is for staff only as well, which is published to them. */
async function documentsOf(db: Db, agencyIds: readonly string[], on: LocalDate): Promise<Of<DutyDocument>> {
  const rows = await db
    .selectFrom('document')
    .select(['agency_id', 'id', 'item_id', 'duty_key', 'title', 'published_on'])
    .where('agency_id', 'in', agencyIds)
    .where('published_on', '<=', on)
    .where('withdrawn_on', 'is', null)
    .where((eb) =>
      eb.or([eb.and([eb('item_id', 'is not', null), eb('published_on', '>=', addDays(on, -OLDEST))]), eb('duty_key', '<>', '')]),
    )
    .execute()
  return grouped(rows, (row) => ({
    id: row.id,
    itemId: row.item_id,
    dutyKey: row.duty_key,
    title: row.title,
    publishedOn: row.published_on as LocalDate,
  }))
}

/** What is drafted or in review and meant to be published. */
async function draftsOf(db: Db, agencyIds: readonly string[]): Promise<Of<DutyDraft>> {
  const rows = await db
    .selectFrom('edition')
    .select(['agency_id', 'id', 'item_id', 'section_id', 'duty_key', 'title', 'state', 'formed_on'])
    .where('agency_id', 'in', agencyIds)
    .where('state', 'in', ['drafting', 'inReview'])
    .where('attribute', '=', 'proactive')
    .execute()
  return grouped(rows, (row) => ({
    id: row.id,
    itemId: row.item_id,
    sectionId: row.section_id,
    dutyKey: row.duty_key,
    title: row.title,
    state: row.state,
    formedOn: row.formed_on,
  }))
}

async function eventsOf(db: Db, agencyIds: readonly string[]): Promise<Of<DutyEvent>> {
  const rows = await db.selectFrom('duty_event').selectAll().where('agency_id', 'in', agencyIds).orderBy('on_date').execute()
  return grouped(rows, (row) => ({
    id: row.id,
    itemId: row.item_id,
    triggerKey: row.trigger_key,
    on: row.on_date,
    what: row.what,
  }))
}

/** What was entered and not voided. */
async function mattersOf(db: Db, agencyIds: readonly string[]): Promise<Of<DutyMatter>> {
  const rows = await db
    .selectFrom('major_matter')
    .selectAll()
    .where('agency_id', 'in', agencyIds)
    .where('voided_on', 'is', null)
    .orderBy('decided_on', 'desc')
    .orderBy('recorded_at', 'desc')
    .execute()
  return grouped(rows, (row) => ({
    id: row.id,
    itemId: row.item_id,
    sectionId: row.section_id,
    kind: row.kind,
    title: row.title,
    on: row.decided_on,
    regime: row.regime,
    internal: row.openness === 'internal' ? { because: row.reason, by: row.entered_by_name, on: row.entered_on } : null,
  }))
}

async function notesOf(db: Db, agencyIds: readonly string[]): Promise<Of<DutyNote>> {
  const rows = await db.selectFrom('duty_note').selectAll().where('agency_id', 'in', agencyIds).orderBy('seq').execute()
  return grouped(rows, (row) => ({
    dutyKey: row.duty_key,
    kind: row.kind,
    documentId: row.document_id,
    because: row.because,
    by: row.actor_name,
    on: row.on_date,
  }))
}

type Stored = Omit<DutyFacts, 'calendar' | 'today'>

/** What the duties of each of these agencies follow from, in six readings however many they are. */
export async function dutyRows(db: Db, agencyIds: readonly string[], on: LocalDate): Promise<(agencyId: string) => Stored> {
  if (agencyIds.length === 0) return () => ({ items: [], documents: [], drafts: [], events: [], matters: [], notes: [] })
  const [items, documents, drafts, events, matters, notes] = await Promise.all([
    itemsOf(db, agencyIds, on),
    documentsOf(db, agencyIds, on),
    draftsOf(db, agencyIds),
    eventsOf(db, agencyIds),
    mattersOf(db, agencyIds),
    notesOf(db, agencyIds),
  ])
  return (id) => ({
    items: items.get(id) ?? [],
    documents: documents.get(id) ?? [],
    drafts: drafts.get(id) ?? [],
    events: events.get(id) ?? [],
    matters: matters.get(id) ?? [],
    notes: notes.get(id) ?? [],
  })
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
    .where('withdrawn_on', 'is', null)
    .orderBy(sql`starts_with(duty_key, ${dutyPrefix})`, 'desc')
    .orderBy('published_on', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found ?? null
}
