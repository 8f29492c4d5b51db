/** 审计日志: one chain of entries per agency, each holding the hash of the one before, added in the caller's transaction. */
import { createHash } from 'node:crypto'
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from './schema.ts'

export interface AuditEntry {
  agencyId: string
  actorId: string
  verb: string
  /** What it was done to, by id or number: never a name. */
  target: string
  detail?: Record<string, unknown>
}

const GENESIS = '0'.repeat(64)

interface Hashed {
  agencyId: string
  seq: number
  at: string
  actorId: string
  verb: string
  target: string
  detail: Record<string, unknown>
  previous: string
}

/** Keys in a fixed order at every depth: jsonb gives them back in its own. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value)
      .filter(([, v]) => v !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${entries.map(([key, v]) => `${JSON.stringify(key)}:${canonical(v)}`).join(',')}}`
  }
  return JSON.stringify(value)
}

function hashOf(entry: Hashed): string {
  return createHash('sha256').update(canonical(entry)).digest('hex')
}

function lockHead(tx: Transaction<Database>, agencyId: string) {
  return tx.selectFrom('audit_head').selectAll().where('agency_id', '=', agencyId).forUpdate().executeTakeFirst()
}

/** The agency's first entry ever; two at once agree on one head. */
async function firstHead(tx: Transaction<Database>, agencyId: string) {
  await tx
    .insertInto('audit_head')
    .values({ agency_id: agencyId, seq: 0, hash: GENESIS })
    .onConflict((conflict) => conflict.column('agency_id').doNothing())
    .execute()
  const head = await lockHead(tx, agencyId)
  if (!head) throw new Error('the audit head was just made')
  return head
}

/** Adds entries to the end of their agency's chain. The head row is locked till the transaction ends: no fork, no gap. */
export async function appendAudit(tx: Transaction<Database>, entry: AuditEntry): Promise<void> {
  const head = (await lockHead(tx, entry.agencyId)) ?? (await firstHead(tx, entry.agencyId))
  const hashed: Hashed = {
    agencyId: entry.agencyId,
    seq: head.seq + 1,
    at: new Date().toISOString(),
    actorId: entry.actorId,
    verb: entry.verb,
    target: entry.target,
    detail: entry.detail ?? {},
    previous: head.hash,
  }
  const hash = hashOf(hashed)
  await tx
    .insertInto('audit_entry')
    .values({
      agency_id: hashed.agencyId,
      seq: hashed.seq,
      at: hashed.at,
      actor_id: hashed.actorId,
      verb: hashed.verb,
      target: hashed.target,
      detail: JSON.stringify(hashed.detail),
      previous: hashed.previous,
      hash,
    })
    .execute()
  await tx.updateTable('audit_head').set({ seq: hashed.seq, hash }).where('agency_id', '=', entry.agencyId).execute()
}

/** Whether this actor did this to that target since then. */
export async function hasEntrySince(db: Kysely<Database>, entry: AuditEntry, since: Date): Promise<boolean> {
  const found = await db
    .selectFrom('audit_entry')
    .select('seq')
    .where('agency_id', '=', entry.agencyId)
    .where('actor_id', '=', entry.actorId)
    .where('target', '=', entry.target)
    .where('verb', '=', entry.verb)
    .where('at', '>', since)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

export interface ChainFault {
  agencyId: string
  seq: number
  what: string
}

/** The end of each agency's chain; of entries whose end was taken away, an end that nothing can match. */
async function chainEnds(db: Kysely<Database>): Promise<{ agency_id: string; seq: number; hash: string }[]> {
  const heads = await db.selectFrom('audit_head').selectAll().execute()
  const known = new Set(heads.map((head) => head.agency_id))
  const agencies = await db.selectFrom('audit_entry').select('agency_id').distinct().execute()
  const orphans = agencies.filter(({ agency_id }) => !known.has(agency_id))
  return [...heads, ...orphans.map(({ agency_id }) => ({ agency_id, seq: 0, hash: GENESIS }))]
}

/** Walks every chain from its beginning: a changed, missing or added entry shows as a fault. */
export async function verifyAudit(db: Kysely<Database>): Promise<{ agencies: number; entries: number; faults: ChainFault[] }> {
  const heads = await chainEnds(db)
  const faults: ChainFault[] = []
  let entries = 0
  for (const head of heads) {
    let previous = GENESIS
    let expected = 1
    for (;;) {
      const batch = await db
        .selectFrom('audit_entry')
        .selectAll()
        .where('agency_id', '=', head.agency_id)
        .where('seq', '>=', expected)
        .orderBy('seq')
        .limit(2000)
        .execute()
      if (batch.length === 0) break
      for (const row of batch) {
        const { hash, agency_id: agencyId, actor_id: actorId, at, ...rest } = row
        if (row.seq !== expected) faults.push({ agencyId, seq: expected, what: '缺少条目' })
        if (row.previous !== previous) faults.push({ agencyId, seq: row.seq, what: '与前一条不衔接' })
        if (hashOf({ ...rest, agencyId, actorId, at: at.toISOString() }) !== hash)
          faults.push({ agencyId, seq: row.seq, what: '内容被改动' })
        previous = hash
        expected = row.seq + 1
        entries += 1
      }
    }
    if (head.seq !== expected - 1 || head.hash !== previous)
      faults.push({ agencyId: head.agency_id, seq: head.seq, what: '末端不符' })
  }
  return { agencies: heads.length, entries, faults }
}

/** Empty where it narrows nothing. */
export interface AuditNarrowed {
  from: Date | null
  /** The first moment that is not wanted any more. */
  until: Date | null
  /** An officer's id; `none`: requesters and the system. */
  person: string
  verbs: readonly string[]
  /** A part of what it was done to. */
  target: string
}

function entries(db: Kysely<Database>, agencyId: string, { from, until, person, verbs, target }: AuditNarrowed) {
  let query = db
    .selectFrom('audit_entry as entry')
    .leftJoin('officer', (join) =>
      join.onRef('officer.id', '=', 'entry.actor_id').onRef('officer.agency_id', '=', 'entry.agency_id'),
    )
    .where('entry.agency_id', '=', agencyId)
  if (from) query = query.where('entry.at', '>=', from)
  if (until) query = query.where('entry.at', '<', until)
  if (person === 'none') query = query.where('officer.id', 'is', null)
  else if (person) query = query.where('entry.actor_id', '=', person)
  if (verbs.length > 0) query = query.where('entry.verb', 'in', verbs)
  if (target) query = query.where(sql<boolean>`strpos(lower(entry.target), lower(${target})) > 0`)
  return query
}

export async function auditPage(db: Kysely<Database>, agencyId: string, narrowed: AuditNarrowed, page: number, size: number) {
  const [rows, { n: total }] = await Promise.all([
    entries(db, agencyId, narrowed)
      .select(['entry.seq', 'entry.at', 'entry.verb', 'entry.target', 'entry.detail', 'officer.name as actor_name'])
      .orderBy('entry.seq', 'desc')
      .offset((page - 1) * size)
      .limit(size)
      .execute(),
    entries(db, agencyId, narrowed)
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow(),
  ])
  return { rows, total }
}
