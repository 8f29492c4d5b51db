/** Reads and writes of how applications come in. */
import type { Insertable, Kysely, Transaction } from 'kysely'
import { sql } from 'kysely'
import type { LocalDate } from '../law/date.ts'
import type { LinkKind } from '../record/requests/intake.ts'
import type { Database } from './schema.ts'

type Db = Kysely<Database>
type Tx = Transaction<Database>

const OTHER = [
  'c.id',
  'c.number',
  'c.subject',
  'c.subject_now',
  'c.phase',
  'c.submitted_on',
  'c.requester_id',
  'c.content',
] as const

/** Cases of one person, asking together with others or alone, with the same wording of the subject, since a day. */
export function alikeCases(
  db: Db,
  agencyId: string,
  like: { fingerprints: readonly string[]; subjectDigest: string; since: LocalDate },
) {
  return db
    .selectFrom('request_case as c')
    .innerJoin('requester as r', (join) => join.onRef('r.agency_id', '=', 'c.agency_id').onRef('r.id', '=', 'c.requester_id'))
    .select([...OTHER, 'r.sealed'])
    .where('c.agency_id', '=', agencyId)
    .where('c.subject_digest', '=', like.subjectDigest)
    .where('c.submitted_on', '>=', like.since)
    .where('c.phase', '!=', 'withdrawn')
    .where((eb) =>
      eb.or([
        eb('r.fingerprint', 'in', like.fingerprints),
        eb.exists(
          eb
            .selectFrom('requester_person as p')
            .select('p.position')
            .whereRef('p.agency_id', '=', 'c.agency_id')
            .whereRef('p.requester_id', '=', 'c.requester_id')
            .where('p.role', '=', 'joint')
            .where('p.fingerprint', 'in', like.fingerprints),
        ),
      ]),
    )
    .orderBy('c.submitted_on')
    .orderBy('c.number_serial')
    .execute()
}

/** Keyed digests of the people that stand behind a requester: the first is the requester's own. */
export async function fingerprintsOf(db: Db, agencyId: string, requesterId: string): Promise<string[]> {
  const [own, others] = await Promise.all([
    db
      .selectFrom('requester')
      .select('fingerprint')
      .where('agency_id', '=', agencyId)
      .where('id', '=', requesterId)
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('requester_person')
      .select('fingerprint')
      .where('agency_id', '=', agencyId)
      .where('requester_id', '=', requesterId)
      .where('role', '=', 'joint')
      .orderBy('position')
      .execute(),
  ])
  return [own.fingerprint, ...others.map(({ fingerprint }) => fingerprint)]
}

/** The cases that a case is linked with, whichever way the link was made. */
export async function linkedCases(db: Db, agencyId: string, caseId: string) {
  const links = await db
    .selectFrom('case_link')
    .select(['case_id', 'other_id', 'kind'])
    .where('agency_id', '=', agencyId)
    .where((eb) =>
      eb.or([
        eb('case_id', '=', caseId),
        eb('other_id', '=', caseId),
        // Those that one form was split into, or that came together, are linked through the first of them.
        eb(
          'case_id',
          'in',
          eb
            .selectFrom('case_link as l')
            .select('l.case_id')
            .where('l.agency_id', '=', agencyId)
            .where('l.other_id', '=', caseId)
            .where('l.kind', 'in', ['split', 'group']),
        ),
      ]),
    )
    .execute()
  const kinds = new Map<string, LinkKind>()
  for (const { case_id, other_id, kind } of links) for (const id of [case_id, other_id]) if (id !== caseId) kinds.set(id, kind)
  if (kinds.size === 0) return []
  const cases = await db
    .selectFrom('request_case as c')
    .select(OTHER)
    .where('c.agency_id', '=', agencyId)
    .where('c.id', 'in', [...kinds.keys()])
    .orderBy('c.number_year')
    .orderBy('c.number_serial')
    .execute()
  return cases.map((row) => ({ ...row, kind: kinds.get(row.id) ?? 'separate' }))
}

export async function linkCases(
  tx: Tx,
  link: { agencyId: string; caseId: string; otherId: string; kind: LinkKind; position?: number; by: string },
): Promise<void> {
  await tx
    .insertInto('case_link')
    .values({
      agency_id: link.agencyId,
      case_id: link.caseId,
      other_id: link.otherId,
      kind: link.kind,
      position: link.position ?? 1,
      made_by: link.by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Which cases came out of one form: the other parts by the first of them. */
export function splitLinks(db: Db, agencyId: string) {
  return db
    .selectFrom('case_link')
    .select(['case_id', 'other_id'])
    .where('agency_id', '=', agencyId)
    .where('kind', '=', 'split')
    .orderBy('position')
    .execute()
}

export function triageOf(db: Db, agencyId: string, caseId: string) {
  return db
    .selectFrom('case_triage')
    .select(['looks_like', 'unclear'])
    .where('agency_id', '=', agencyId)
    .where('case_id', '=', caseId)
    .executeTakeFirst()
}

export async function noteTriage(tx: Tx, triage: Omit<Database['case_triage'], 'noted_at'>): Promise<void> {
  const { looks_like, unclear, officer_id } = triage
  await tx
    .insertInto('case_triage')
    .values(triage)
    .onConflict((conflict) =>
      conflict.columns(['agency_id', 'case_id']).doUpdateSet({ looks_like, unclear, officer_id, noted_at: sql`now()` }),
    )
    .execute()
}

export type Counted = 'shown' | 'opened' | 'sent'

/** One more on the day's counter. */
export async function countHint(db: Db, agencyId: string, day: LocalDate, what: Counted): Promise<void> {
  await db
    .insertInto('hint_count')
    .values({ agency_id: agencyId, day, shown: 0, opened: 0, sent: 0, [what]: 1 })
    .onConflict((conflict) =>
      conflict.columns(['agency_id', 'day']).doUpdateSet({ [what]: sql`hint_count.${sql.ref(what)} + 1` }),
    )
    .execute()
}

export async function hintCounts(db: Db, agencyId: string, from: LocalDate, to: LocalDate): Promise<Record<Counted, number>> {
  const row = await db
    .selectFrom('hint_count')
    .select((eb) => [
      eb.fn.coalesce(eb.fn.sum<string>('shown'), sql<string>`0`).as('shown'),
      eb.fn.coalesce(eb.fn.sum<string>('opened'), sql<string>`0`).as('opened'),
      eb.fn.coalesce(eb.fn.sum<string>('sent'), sql<string>`0`).as('sent'),
    ])
    .where('agency_id', '=', agencyId)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .executeTakeFirstOrThrow()
  return { shown: Number(row.shown), opened: Number(row.opened), sent: Number(row.sent) }
}

/** 来件号 as noted, oldest first: the last one counts. */
export function incomingMailOf(db: Db, agencyId: string, caseId: string) {
  return db
    .selectFrom('incoming_mail')
    .select(['number', 'noted_by', 'noted_on'])
    .where('agency_id', '=', agencyId)
    .where('case_id', '=', caseId)
    .orderBy('noted_at')
    .execute()
}

export async function addIncomingMail(tx: Tx, row: Insertable<Database['incoming_mail']>): Promise<void> {
  await tx.insertInto('incoming_mail').values(row).execute()
  await tx
    .updateTable('request_case')
    .set({ incoming_number: row.number })
    .where('agency_id', '=', row.agency_id)
    .where('id', '=', row.case_id)
    .execute()
}
