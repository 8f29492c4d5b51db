/** Reads and writes of 对公示的异议. */
import { type Insertable, type Kysely, type Selectable, sql, type Transaction, type Updateable } from 'kysely'
import type { LocalDate } from '../law/date.ts'
import type { ObjectionCounts } from '../record/publication/objection.ts'
import type { SeenPublicity } from './publicity.sql.ts'
import type { Database } from './schema.ts'

type Db = Kysely<Database>
type Tx = Transaction<Database>

export type StoredObjection = Selectable<Database['objection']>

export function objectionsOf(db: Db, agencyId: string, documentId: string): Promise<StoredObjection[]> {
  return db
    .selectFrom('objection')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('document_id', '=', documentId)
    .orderBy('number_year')
    .orderBy('number_serial')
    .execute()
}

/** How many there were of each document, and how they ended: of every run together. */
export async function objectionCounts(
  db: Db,
  agencyId: string,
  documentIds: readonly string[],
): Promise<Map<string, ObjectionCounts>> {
  const counts = new Map<string, ObjectionCounts>()
  if (documentIds.length === 0) return counts
  const rows = await db
    .selectFrom('objection')
    .select((eb) => ['document_id', 'state', 'finding', eb.fn.countAll<number>().as('n')])
    .where('agency_id', '=', agencyId)
    .where('document_id', 'in', documentIds)
    .groupBy(['document_id', 'state', 'finding'])
    .execute()
  for (const { document_id: id, state, finding, n } of rows) {
    const before = counts.get(id) ?? { raised: 0, open: 0, byFinding: {} }
    const answered = state === 'answered' && finding
    counts.set(id, {
      raised: before.raised + n,
      open: before.open + (answered ? 0 : n),
      byFinding: answered ? { ...before.byFinding, [finding]: (before.byFinding[finding] ?? 0) + n } : before.byFinding,
    })
  }
  return counts
}

export function objectionById(db: Db, agencyId: string, id: string): Promise<StoredObjection | undefined> {
  return db.selectFrom('objection').selectAll().where('agency_id', '=', agencyId).where('id', '=', id).executeTakeFirst()
}

export function lockObjection(tx: Tx, agencyId: string, id: string): Promise<StoredObjection | undefined> {
  return tx
    .selectFrom('objection')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export function objectionNumbered(
  db: Db,
  agencyId: string,
  { year, serial }: { year: number; serial: number },
): Promise<StoredObjection | undefined> {
  return db
    .selectFrom('objection')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('number_year', '=', year)
    .where('number_serial', '=', serial)
    .executeTakeFirst()
}

export function objectionOfCommand(db: Db, agencyId: string, commandId: string) {
  return db
    .selectFrom('objection')
    .select(['id', 'number'])
    .where('agency_id', '=', agencyId)
    .where('command_id', '=', commandId)
    .executeTakeFirst()
}

/** Not answered yet, the first due first, with the title of what they are about. */
export function unansweredObjections(db: Db, { agencyId, sections }: SeenPublicity, limit: number) {
  let query = db
    .selectFrom('objection as o')
    .innerJoin('document as d', (join) => join.onRef('d.agency_id', '=', 'o.agency_id').onRef('d.id', '=', 'o.document_id'))
    .innerJoin('publicity as p', (join) =>
      join.onRef('p.agency_id', '=', 'o.agency_id').onRef('p.document_id', '=', 'o.document_id').onRef('p.run', '=', 'o.run'),
    )
    .select(['o.id', 'o.number', 'o.state', 'o.due_on', 'o.received_on', 'o.owner_id', 'o.drafted_by'])
    .select(['d.title', 'p.section_id'])
    .where('o.agency_id', '=', agencyId)
    .where('o.state', '!=', 'answered')
  if (sections) query = sections.length > 0 ? query.where('p.section_id', 'in', sections) : query.where(sql<boolean>`false`)
  return query.orderBy('o.due_on').orderBy('o.number_serial').limit(limit).execute()
}

/** Answered, did not come online, and nobody has written down yet that whoever objected was told; anonymous ones have nobody to tell. */
export function untoldObjections(db: Db, { agencyId, sections }: SeenPublicity, limit: number) {
  let query = db
    .selectFrom('objection as o')
    .innerJoin('document as d', (join) => join.onRef('d.agency_id', '=', 'o.agency_id').onRef('d.id', '=', 'o.document_id'))
    .innerJoin('publicity as p', (join) =>
      join.onRef('p.agency_id', '=', 'o.agency_id').onRef('p.document_id', '=', 'o.document_id').onRef('p.run', '=', 'o.run'),
    )
    .select(['o.id', 'o.number', 'o.owner_id', 'd.title', 'p.section_id'])
    .where('o.agency_id', '=', agencyId)
    .where('o.state', '=', 'answered')
    .where('o.via', '!=', 'online')
    .where('o.reachable', '=', true)
    .where('o.told_on', 'is', null)
  if (sections) query = sections.length > 0 ? query.where('p.section_id', 'in', sections) : query.where(sql<boolean>`false`)
  return query.orderBy('o.answered_on').limit(limit).execute()
}

/** Past the day by which the office meant to answer. */
export async function lateObjections(db: Db, seen: SeenPublicity, today: LocalDate, limit: number) {
  return (await unansweredObjections(db, seen, limit)).filter(({ due_on: due }) => due !== null && due < today)
}

export async function insertObjection(tx: Tx, values: Insertable<Database['objection']>): Promise<void> {
  await tx.insertInto('objection').values(values).execute()
}

export async function updateObjection(
  tx: Tx,
  { agency_id, id }: Pick<StoredObjection, 'agency_id' | 'id'>,
  values: Updateable<Database['objection']>,
): Promise<void> {
  await tx
    .updateTable('objection')
    .set({ ...values, version: sql`version + 1` })
    .where('agency_id', '=', agency_id)
    .where('id', '=', id)
    .execute()
}

/** Behind those that are there; the caller holds the objection. */
export async function addObjectionStep(tx: Tx, step: Omit<Insertable<Database['objection_step']>, 'seq'>): Promise<void> {
  const before = await tx
    .selectFrom('objection_step')
    .select((eb) => eb.fn.max('seq').as('seq'))
    .where('agency_id', '=', step.agency_id)
    .where('objection_id', '=', step.objection_id)
    .executeTakeFirst()
  await tx
    .insertInto('objection_step')
    .values({ ...step, seq: (before?.seq ?? 0) + 1 })
    .execute()
}

export function objectionSteps(db: Db, agencyId: string, objectionId: string) {
  return db
    .selectFrom('objection_step')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('objection_id', '=', objectionId)
    .orderBy('seq')
    .execute()
}

export async function isObjectionStepDone(db: Db, agencyId: string, commandId: string): Promise<boolean> {
  const found = await db
    .selectFrom('objection_step')
    .select('seq')
    .where('agency_id', '=', agencyId)
    .where('command_id', '=', commandId)
    .executeTakeFirst()
  return found !== undefined
}
