/** Reads and writes of 稿 on their way to publication, and of their steps. */
import { type Insertable, type Kysely, sql, type Transaction, type Updateable } from 'kysely'
import type { ReleaseStep } from '../law/publication/release-steps.ts'
import type { EditionState } from '../record/publication/edition-steps.ts'
import type { SuperiorWho } from '../record/publication/superior.ts'
import type { Database } from './schema.ts'

type Db = Kysely<Database>

/** What waits for an officer. */
export interface EditionTodo {
  officerId: string
  /** One's own drafts as well. */
  drafts: boolean
  /** Reviewed by anyone of the role. */
  steps: readonly ReleaseStep[]
  /** Reviewed where one did not write at it. */
  apart: readonly ReleaseStep[]
  /** Of the units below: whose word of the superior this officer has. */
  below: readonly SuperiorWho[]
  /** A deputy releases by delegation only, in these columns; null: the head, or somebody who does not release. */
  delegated: readonly string[] | null
}

export interface EditionFilter {
  states?: readonly EditionState[]
  /** What waits for this officer, or one's own draft. */
  todo?: EditionTodo
  /** Only what belongs to one of these sections, or what this officer wrote at. */
  seenBy?: { sections: readonly string[]; officerId: string }
  words?: string
  column?: string
  /** 数据表 only. */
  data?: true
}

function editions(db: Db, agencyId: string, { states, todo, seenBy, words, column, data }: EditionFilter) {
  let query = db.selectFrom('edition as e').where(todo ? waiting(agencyId, todo) : sql<boolean>`e.agency_id = ${agencyId}`)
  if (states) query = query.where('e.state', 'in', states)
  if (column) query = query.where('e.column_key', '=', column)
  if (data) query = query.where('e.data_kind', 'is not', null)
  if (words) query = query.where(sql<boolean>`strpos(search_fold(e.title), search_fold(${words})) > 0`)
  if (seenBy)
    query = query.where((eb) =>
      eb.or([
        sql<boolean>`e.authors ? ${seenBy.officerId}`,
        ...(seenBy.sections.length > 0 ? [eb('e.section_id', 'in', seenBy.sections)] : []),
      ]),
    )
  return query
}

/** Drafts of one's own, steps to do, steps that were passed over and wait for their later review; and what came from below. */
function waiting(agencyId: string, { officerId, drafts, steps, apart, below, delegated }: EditionTodo) {
  const wrote = sql<boolean>`e.authors ? ${officerId}`
  const covered = delegated
    ? sql<boolean>`e.attribute = 'proactive' and not starts_with(e.duty_key, 'matter.') and e.column_key = any(${[...delegated]})`
    : sql<boolean>`true`
  const at = (some: readonly ReleaseStep[]) =>
    sql<boolean>`(e.next_step = any(${[...some]}) and (e.next_step <> 'head' or ${covered}) or e.look_after ?| ${[...some]})`
  return sql<boolean>`(
    e.agency_id = ${agencyId} and (${drafts} and e.state = 'drafting' and ${wrote} or ${at(steps)} or ${at(apart)} and not ${wrote})
    or e.superior_id = ${agencyId} and e.next_step = 'superior' and e.superior_who = any(${[...below]}) and ${covered})`
}

/** The last changed first. */
export function listEditions(db: Db, agencyId: string, filter: EditionFilter, window: { offset: number; limit: number }) {
  return editions(db, agencyId, filter)
    .leftJoin('section as s', (join) => join.onRef('s.agency_id', '=', 'e.agency_id').onRef('s.id', '=', 'e.section_id'))
    .select([
      'e.id',
      'e.document_id',
      'e.title',
      'e.column_key',
      'e.attribute',
      'e.state',
      'e.next_step',
      'e.data_kind',
      'e.data_period',
      'e.agency_id',
      'e.section_id',
      'e.authors',
      'e.look_after',
      'e.formed_on',
    ])
    .select(['e.updated_at', 's.name as section'])
    .orderBy('e.updated_at', 'desc')
    .orderBy('e.id')
    .offset(window.offset)
    .limit(window.limit)
    .execute()
}

export async function countEditions(db: Db, agencyId: string, filter: EditionFilter): Promise<number> {
  const row = await editions(db, agencyId, filter)
    .select((eb) => eb.fn.countAll<string>().as('editions'))
    .executeTakeFirstOrThrow()
  return Number(row.editions)
}

/** Of the agency, or of a unit below whose superior it is in this. */
export function editionById(db: Db, agencyId: string, id: string) {
  return anEdition(db, agencyId, id).executeTakeFirst()
}

function anEdition(db: Db, agencyId: string, id: string) {
  return db
    .selectFrom('edition')
    .selectAll()
    .where('id', '=', id)
    .where((eb) => eb.or([eb('agency_id', '=', agencyId), eb('superior_id', '=', agencyId)]))
}
export type StoredEdition = NonNullable<Awaited<ReturnType<typeof editionById>>>

/** Held till the end of the transaction: two people at one draft come one after the other. */
export function lockEdition(tx: Transaction<Database>, agencyId: string, id: string) {
  return anEdition(tx, agencyId, id).forUpdate().executeTakeFirst()
}

export function editionsOfDocument(db: Db, agencyId: string, documentId: string) {
  return db
    .selectFrom('edition')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('document_id', '=', documentId)
    .orderBy('seq')
    .execute()
}

export function stepsOf(db: Db, agencyId: string, editionId: string) {
  return db
    .selectFrom('edition_step')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('edition_id', '=', editionId)
    .orderBy('seq')
    .execute()
}

/** Whether this command was carried out before: a double click, a form sent again. */
export async function isEditionCommandDone(db: Db, agencyId: string, commandId: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select exists (select from edition_step where agency_id = ${agencyId} and command_id = ${commandId})
      or exists (select from edition_finding where agency_id = ${agencyId} and command_id = ${commandId}) as done`.execute(db)
  return rows[0]?.done ?? false
}

export async function insertEdition(tx: Transaction<Database>, values: Insertable<Database['edition']>): Promise<void> {
  await tx.insertInto('edition').values(values).execute()
}

export async function updateEdition(
  tx: Transaction<Database>,
  { agency_id, id }: Pick<StoredEdition, 'agency_id' | 'id'>,
  values: Updateable<Database['edition']> & { updated_at: string },
): Promise<void> {
  await tx
    .updateTable('edition')
    .set({ ...values, version: sql`version + 1` })
    .where('agency_id', '=', agency_id)
    .where('id', '=', id)
    .execute()
}

export async function insertStep(tx: Transaction<Database>, values: Insertable<Database['edition_step']>): Promise<void> {
  await tx.insertInto('edition_step').values(values).execute()
}

/** The text before it was masked, if it was: the first of them, which had everything. */
export function unmaskedOf(db: Db, agencyId: string, editionId: string) {
  return db
    .selectFrom('edition_unmasked')
    .select('sealed_content')
    .where('agency_id', '=', agencyId)
    .where('edition_id', '=', editionId)
    .orderBy('kept_at')
    .limit(1)
    .executeTakeFirst()
}

export async function insertUnmasked(tx: Transaction<Database>, values: Insertable<Database['edition_unmasked']>): Promise<void> {
  await tx
    .insertInto('edition_unmasked')
    .values(values)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Held till the end of the transaction: of two that take one 文号 (or one period of a 数据表) at once, the second finds it taken. */
export async function lockNumber(tx: Transaction<Database>, agencyId: string, number: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('number ' || ${agencyId} || ' ' || ${number}, 0))`.execute(tx)
}

/** Another document of the agency that bears this 文号, whether it still stands or not. */
export function documentNumbered(db: Db, agencyId: string, number: string, otherThan: string) {
  return db
    .selectFrom('document')
    .select('title')
    .where('agency_id', '=', agencyId)
    .where('number', '=', number)
    .where('id', '!=', otherThan)
    .limit(1)
    .executeTakeFirst()
}

/** What stands published, or stood until it was withdrawn: for the agency itself. */
export function documentOfAgency(db: Db, agencyId: string, id: string) {
  return db.selectFrom('document').selectAll().where('agency_id', '=', agencyId).where('id', '=', id).executeTakeFirst()
}

/** Held till the end of the transaction: a withdrawal and the release of the next edition come one after the other. */
export function lockDocument(tx: Transaction<Database>, agencyId: string, id: string) {
  return tx
    .selectFrom('document')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export async function updateDocument(
  tx: Transaction<Database>,
  { agencyId, id }: { agencyId: string; id: string },
  values: Updateable<Database['document']>,
): Promise<void> {
  await tx
    .updateTable('document')
    .set({ ...values, updated_at: sql`now()` })
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .execute()
}
