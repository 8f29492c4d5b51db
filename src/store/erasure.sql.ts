/** Reads and writes of 销毁: the lists, and the sealed columns of a case wherever they are. */
import { type Kysely, sql, type Transaction } from 'kysely'
import type { LocalDate } from '../law/date.ts'
import type { Database } from './schema.ts'

type Db = Kysely<Database>
type Tx = Transaction<Database>

export function erasureLists(db: Db, agencyId: string) {
  return db.selectFrom('erasure').selectAll().where('agency_id', '=', agencyId).orderBy('proposed_on', 'desc').execute()
}

export function erasureCases(db: Db, agencyId: string) {
  return db
    .selectFrom('erasure_case')
    .select(['erasure_id', 'case_id', 'volume'])
    .where('agency_id', '=', agencyId)
    .orderBy('volume')
    .execute()
}

export async function insertErasure(
  tx: Tx,
  list: {
    agencyId: string
    id: string
    by: string
    on: LocalDate
    basis: string
    cases: { caseId: string; volume: string }[]
  },
): Promise<void> {
  await tx
    .insertInto('erasure')
    .values({
      agency_id: list.agencyId,
      id: list.id,
      proposed_by: list.by,
      proposed_on: list.on,
      basis: list.basis,
      approved_by: null,
      approved_on: null,
      rejected_because: null,
    })
    .execute()
  if (list.cases.length === 0) return
  await tx
    .insertInto('erasure_case')
    .values(
      list.cases.map(({ caseId, volume }) => ({
        agency_id: list.agencyId,
        erasure_id: list.id,
        case_id: caseId,
        volume,
        erased_at: null,
      })),
    )
    .execute()
}

/** The list, locked: it is decided once. */
export function lockErasure(tx: Tx, agencyId: string, id: string) {
  return tx
    .selectFrom('erasure')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export async function decideErasureList(
  tx: Tx,
  list: { agencyId: string; id: string; by: string; on: LocalDate; rejectedBecause: string | null },
): Promise<void> {
  await tx
    .updateTable('erasure')
    .set({ approved_by: list.by, approved_on: list.on, rejected_because: list.rejectedBecause })
    .where('agency_id', '=', list.agencyId)
    .where('id', '=', list.id)
    .execute()
}

/** A request, or a matter of amendment. */
export interface KeptMatter {
  of: 'case' | 'amendment'
  id: string
}

interface SealedColumn {
  table: string
  column: string
  /** Rows of a dispute file hang on the case by it, translations by their letter. */
  by: 'case_id' | 'dispute_id' | 'letter_id' | 'amendment_id'
}

const KEYS = { case: ['case_id', 'dispute_id', 'letter_id'], amendment: ['amendment_id'] } as const

/** Every sealed column whose rows belong to a matter, read from the catalogue: a table added later is not forgotten. */
async function sealedColumns(tx: Tx, of: KeptMatter['of']): Promise<SealedColumn[]> {
  const { rows } = await sql<SealedColumn>`
    select c.table_name as "table", c.column_name as "column", min(k.column_name) as "by"
    from information_schema.columns c
    join information_schema.columns k
      on k.table_schema = 'public' and k.table_name = c.table_name and k.column_name in (${sql.join([...KEYS[of]])})
    where c.table_schema = 'public' and c.data_type = 'bytea'
    group by 1, 2 order by 1, 2`.execute(tx)
  return rows
}

/** Replaces every sealed value of a matter by what `erase` makes of it. */
export async function rewriteSealed(
  tx: Tx,
  agencyId: string,
  { of, id }: KeptMatter,
  erase: (sealed: Buffer) => Buffer,
): Promise<void> {
  for (const { table, column, by } of await sealedColumns(tx, of)) {
    const place = sql`${sql.table(table)} t`
    const ofMatter =
      by === 'dispute_id' || by === 'letter_id'
        ? sql`t.${sql.ref(by)} in (select o.id from ${sql.table(by === 'letter_id' ? 'letter' : 'dispute')} o
            where o.agency_id = ${agencyId} and o.case_id = ${id})`
        : sql`t.${sql.ref(by)} = ${id}`
    const { rows } = await sql<{ place: string; sealed: Buffer | null }>`
      select t.ctid::text as place, t.${sql.ref(column)} as sealed from ${place}
      where t.agency_id = ${agencyId} and ${ofMatter}`.execute(tx)
    for (const row of rows)
      if (row.sealed !== null)
        await sql`update ${place} set ${sql.ref(column)} = ${erase(row.sealed)}
          where t.ctid = ${row.place}::tid and t.agency_id = ${agencyId}`.execute(tx)
  }
}

/** Volumes of a list whose period does not stand ended any more: taken out of the archive since the list was proposed. */
export async function volumesKept(db: Db, agencyId: string, id: string, on: LocalDate): Promise<string[]> {
  const rows = await db
    .selectFrom('erasure_case as e')
    .innerJoin('case_volume as v', (join) => join.onRef('v.agency_id', '=', 'e.agency_id').onRef('v.number', '=', 'e.volume'))
    .innerJoin('request_case as c', (join) => join.onRef('c.agency_id', '=', 'v.agency_id').onRef('c.id', '=', 'v.case_id'))
    .select('v.number')
    .where('e.agency_id', '=', agencyId)
    .where('e.erasure_id', '=', id)
    .where((eb) =>
      eb.or([
        eb('v.voided_because', 'is not', null),
        eb('v.due_on', 'is', null),
        eb('v.due_on', '>', on),
        eb('c.closed_on', 'is', null),
      ]),
    )
    .orderBy('v.number')
    .execute()
  return rows.map(({ number }) => number)
}

/** Whether another case, one that was not erased, has the same requester: the parts of a form that was split share one row. */
async function isSharedRequester(tx: Tx, agencyId: string, caseId: string, requesterId: string): Promise<boolean> {
  const other = await tx
    .selectFrom('request_case as c')
    .select('c.id')
    .where('c.agency_id', '=', agencyId)
    .where('c.requester_id', '=', requesterId)
    .where('c.id', '!=', caseId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('erasure_case as e')
            .select('e.case_id')
            .whereRef('e.agency_id', '=', 'c.agency_id')
            .whereRef('e.case_id', '=', 'c.id')
            .where('e.erased_at', 'is not', null),
        ),
      ),
    )
    .limit(1)
    .executeTakeFirst()
  return other !== undefined
}

async function eraseRequester(
  tx: Tx,
  agencyId: string,
  requesterId: string,
  to: { fingerprint: string; erase: (sealed: Buffer) => Buffer },
): Promise<void> {
  const { sealed } = await tx
    .selectFrom('requester')
    .select('sealed')
    .where('agency_id', '=', agencyId)
    .where('id', '=', requesterId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  await tx
    .updateTable('requester')
    .set({ sealed: to.erase(sealed), fingerprint: to.fingerprint })
    .where('agency_id', '=', agencyId)
    .where('id', '=', requesterId)
    .execute()
  await tx.deleteFrom('requester_person').where('agency_id', '=', agencyId).where('requester_id', '=', requesterId).execute()
}

/** The requester of a case, and what lists show of the case in the open. The requester of a case that is still kept stays. */
export async function eraseCaseRow(
  tx: Tx,
  agencyId: string,
  caseId: string,
  to: { subject: string; fingerprint: string; queryCode: string; erase: (sealed: Buffer) => Buffer },
): Promise<void> {
  const row = await tx
    .selectFrom('request_case')
    .select(['requester_id', 'content'])
    .where('agency_id', '=', agencyId)
    .where('id', '=', caseId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (!(await isSharedRequester(tx, agencyId, caseId, row.requester_id))) await eraseRequester(tx, agencyId, row.requester_id, to)
  await tx
    .updateTable('request_case')
    .set({
      subject: to.subject,
      subject_now: null,
      incoming_number: '',
      content: to.erase(row.content),
      query_code_hash: to.queryCode,
    })
    .where('agency_id', '=', agencyId)
    .where('id', '=', caseId)
    .execute()
  // By the number of a letter the post could name its sender.
  await tx.deleteFrom('incoming_mail').where('agency_id', '=', agencyId).where('case_id', '=', caseId).execute()
}

/** Contents of a case's files. */
export async function contentsOf(tx: Tx, agencyId: string, caseId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('stored_file')
    .select('hash')
    .where('agency_id', '=', agencyId)
    .where('case_id', '=', caseId)
    .execute()
  return rows.map(({ hash }) => hash)
}

export async function markErased(tx: Tx, agencyId: string, erasureId: string, caseId: string, at: Date): Promise<void> {
  await tx
    .updateTable('erasure_case')
    .set({ erased_at: at })
    .where('agency_id', '=', agencyId)
    .where('erasure_id', '=', erasureId)
    .where('case_id', '=', caseId)
    .execute()
}
