/** Reads and writes of what the requester does online. */
import { randomUUID } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import { sql } from 'kysely'
import type { LocalDate } from '../law/date.ts'
import type { Phase } from '../law/requests/vocabulary.ts'
import type { MessageKind, Usefulness } from '../record/requests/requester-side.ts'
import type { Database } from './schema.ts'

type Db = Kysely<Database>
type Tx = Transaction<Database>
interface OfCase {
  agencyId: string
  caseId: string
}

export async function addMessage(
  tx: Tx,
  of: OfCase,
  message: { kind: MessageKind; on: LocalDate; sealed: Buffer; commandId: string; useful: Usefulness | null },
): Promise<void> {
  await tx
    .insertInto('requester_message')
    .values({
      agency_id: of.agencyId,
      case_id: of.caseId,
      id: randomUUID(),
      kind: message.kind,
      on_date: message.on,
      useful: message.useful,
      sealed: message.sealed,
      command_id: message.commandId,
    })
    .execute()
}

/** Messages of a case in the order they came, each with who dealt with it. */
export function messagesOf(db: Db, { agencyId, caseId }: OfCase) {
  return db
    .selectFrom('requester_message as m')
    .leftJoin('requester_message_handled as h', (join) =>
      join.onRef('h.agency_id', '=', 'm.agency_id').onRef('h.message_id', '=', 'm.id'),
    )
    .leftJoin('officer as o', (join) => join.onRef('o.agency_id', '=', 'h.agency_id').onRef('o.id', '=', 'h.officer_id'))
    .select(['m.id', 'm.kind', 'm.on_date', 'm.useful', 'm.sealed', 'm.written_at', 'h.handled_at', 'o.name as handled_by'])
    .where('m.agency_id', '=', agencyId)
    .where('m.case_id', '=', caseId)
    .orderBy('m.written_at')
    .execute()
}

/** What was written with each correction that an act received: by the requester online, or taken down from paper. */
export function correctionsOf(db: Db, { agencyId, caseId }: OfCase) {
  return db
    .selectFrom('request_act as a')
    .innerJoin('requester_message as m', (join) =>
      join
        .onRef('m.agency_id', '=', 'a.agency_id')
        .onRef('m.case_id', '=', 'a.case_id')
        .onRef('m.command_id', '=', 'a.command_id')
        .on('m.kind', 'in', ['correction', 'paperCorrection']),
    )
    .select(['a.seq', 'm.sealed'])
    .where('a.agency_id', '=', agencyId)
    .where('a.case_id', '=', caseId)
    .where('a.kind', '=', 'correction-received')
    .execute()
}

/** Marks a message of the case as dealt with; false where the case has no such message. */
export async function markHandled(tx: Tx, { agencyId, caseId }: OfCase, messageId: string, officerId: string): Promise<boolean> {
  const known = await tx
    .selectFrom('requester_message')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('case_id', '=', caseId)
    .where('id', '=', messageId)
    .executeTakeFirst()
  if (!known) return false
  await tx
    .insertInto('requester_message_handled')
    .values({ agency_id: agencyId, message_id: messageId, officer_id: officerId })
    .onConflict((conflict) => conflict.columns(['agency_id', 'message_id']).doNothing())
    .execute()
  return true
}

/** Of these cases, those in which a message of such a kind still waits for an officer, in the phase in which it does. */
export async function casesWithMessages(
  db: Db,
  agencyId: string,
  caseIds: readonly string[],
  kinds: Readonly<Partial<Record<MessageKind, Phase>>>,
) {
  if (caseIds.length === 0) return []
  return db
    .selectFrom('requester_message as m')
    .innerJoin('request_case as c', (join) => join.onRef('c.agency_id', '=', 'm.agency_id').onRef('c.id', '=', 'm.case_id'))
    .leftJoin('requester_message_handled as h', (join) =>
      join.onRef('h.agency_id', '=', 'm.agency_id').onRef('h.message_id', '=', 'm.id'),
    )
    .select(['m.case_id', 'm.kind'])
    .where('m.agency_id', '=', agencyId)
    .where('m.case_id', 'in', caseIds)
    .where((eb) =>
      eb.or(Object.entries(kinds).map(([kind, phase]) => eb.and({ 'm.kind': kind as MessageKind, 'c.phase': phase }))),
    )
    .where('h.message_id', 'is', null)
    .orderBy('m.written_at')
    .execute()
}

/** How useful the year's replies were found: the last word of each case. */
export async function usefulnessOf(db: Db, agencyId: string, year: number): Promise<Map<Usefulness, number>> {
  const rows = await db
    .selectFrom((eb) =>
      eb
        .selectFrom('requester_message')
        .distinctOn('case_id')
        .select(['case_id', 'useful'])
        .where('agency_id', '=', agencyId)
        .where('kind', '=', 'feedback')
        .where(sql<boolean>`extract(year from on_date) = ${year}`)
        .orderBy('case_id')
        .orderBy('written_at', 'desc')
        .as('last'),
    )
    .select((eb) => ['useful', eb.fn.countAll<string>().as('n')])
    .where('useful', 'is not', null)
    .groupBy('useful')
    .execute()
  return new Map(rows.flatMap(({ useful, n }) => (useful ? [[useful, Number(n)] as const] : [])))
}

const ONE_READING = '1 hour'

/** Writes down that a letter was opened; again within the hour is the same reading. */
export async function addAccess(tx: Tx, of: OfCase, letterId: string, on: LocalDate): Promise<boolean> {
  const lately = await tx
    .selectFrom('letter_access')
    .select('id')
    .where('agency_id', '=', of.agencyId)
    .where('letter_id', '=', letterId)
    .where('on_date', '=', on)
    .where(sql<boolean>`opened_at > now() - ${ONE_READING}::interval`)
    .limit(1)
    .executeTakeFirst()
  if (lately) return false
  await tx
    .insertInto('letter_access')
    .values({ agency_id: of.agencyId, case_id: of.caseId, id: randomUUID(), letter_id: letterId, on_date: on })
    .execute()
  return true
}

export function accessesOf(db: Db, { agencyId, caseId }: OfCase) {
  return db
    .selectFrom('letter_access as a')
    .innerJoin('letter as l', (join) => join.onRef('l.agency_id', '=', 'a.agency_id').onRef('l.id', '=', 'a.letter_id'))
    .select(['a.letter_id', 'a.on_date', 'a.opened_at', 'l.number', 'l.code'])
    .where('a.agency_id', '=', agencyId)
    .where('a.case_id', '=', caseId)
    .orderBy('a.opened_at')
    .execute()
}

/** Agreed to or revoked since the request was made, first to last. */
export function serviceChoicesOf(db: Db, { agencyId, caseId }: OfCase) {
  return db
    .selectFrom('service_choice')
    .select(['seq', 'on_date', 'agreed'])
    .where('agency_id', '=', agencyId)
    .where('case_id', '=', caseId)
    .orderBy('seq')
    .execute()
}

export async function addServiceChoice(
  tx: Tx,
  of: OfCase,
  choice: { seq: number; on: LocalDate; agreed: boolean },
): Promise<void> {
  await tx
    .insertInto('service_choice')
    .values({ agency_id: of.agencyId, case_id: of.caseId, seq: choice.seq, on_date: choice.on, agreed: choice.agreed })
    .execute()
}

export async function addElectronicDelivery(
  tx: Tx,
  of: OfCase,
  delivery: { seq: number; on: LocalDate; openBy: LocalDate | null },
): Promise<void> {
  await tx
    .insertInto('electronic_delivery')
    .values({
      agency_id: of.agencyId,
      case_id: of.caseId,
      act_seq: delivery.seq,
      offered_on: delivery.on,
      open_by: delivery.openBy,
    })
    // Agreed to, revoked and agreed to again: it waits no longer than from the first time.
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The last decision of the case that was put up for opening online. */
export function electronicDeliveryOf(db: Db, { agencyId, caseId }: OfCase) {
  return db
    .selectFrom('electronic_delivery')
    .select(['act_seq', 'offered_on', 'open_by'])
    .where('agency_id', '=', agencyId)
    .where('case_id', '=', caseId)
    .orderBy('act_seq', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The requester's last word on electronic service, on a case `c`, was to revoke it. */
export const REVOKED = sql<boolean>`coalesce((select not s.agreed from service_choice s
  where s.agency_id = c.agency_id and s.case_id = c.id order by s.seq desc limit 1), false)`

/** The decision of a case `c` was put up online, and there is still time to open it. */
export function waitsOnline(today: LocalDate) {
  return sql<boolean>`coalesce(not ${REVOKED} and (select coalesce(d.open_by >= ${today}, true) from electronic_delivery d
    where d.agency_id = c.agency_id and d.case_id = c.id order by d.offered_on desc, d.act_seq desc limit 1), false)`
}

/**
 * Of these cases, those whose decision waits to be opened online, by the day until which the office waits (null: not known yet).
 * `later`: it was composed for paper, and a notice of the online way went with it.
 */
export async function waitsForOpening(
  db: Db,
  agencyId: string,
  caseIds: readonly string[],
): Promise<Map<string, { openBy: LocalDate | null; later: boolean }>> {
  if (caseIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('electronic_delivery as d')
    .innerJoin('request_case as c', (join) => join.onRef('c.agency_id', '=', 'd.agency_id').onRef('c.id', '=', 'd.case_id'))
    .select(['d.case_id', 'd.open_by'])
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('letter as l')
          .select('l.id')
          .whereRef('l.agency_id', '=', 'd.agency_id')
          .whereRef('l.case_id', '=', 'd.case_id')
          .whereRef('l.act_seq', '=', 'd.act_seq')
          .where('l.code', '=', 'D30'),
      ).as('later'),
    )
    .where('d.agency_id', '=', agencyId)
    .where('d.case_id', 'in', caseIds)
    .where('c.served_on', 'is', null)
    .where('c.closed_on', 'is not', null)
    .where('c.phase', '!=', 'withdrawn')
    .where(sql<boolean>`not ${REVOKED}`)
    .orderBy('d.offered_on')
    .orderBy('d.act_seq')
    .execute()
  return new Map(rows.map((row) => [row.case_id, { openBy: row.open_by, later: Boolean(row.later) }]))
}
