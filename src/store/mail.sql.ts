/** Reads and writes of mail: wishes, and the outbox. */
import { randomUUID } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import { sql } from 'kysely'
import type { LocalDate } from '../law/date.ts'
import type { MailKind } from '../record/mail/mails.ts'
import type { Database } from './schema.ts'

type Db = Kysely<Database>
type Tx = Transaction<Database>

interface OfCase {
  agencyId: string
  caseId: string
}

export function mailWishOf(db: Db, { agencyId, caseId }: OfCase) {
  return db
    .selectFrom('mail_wish')
    .select(['sealed', 'since'])
    .where('agency_id', '=', agencyId)
    .where('case_id', '=', caseId)
    .executeTakeFirst()
}

export async function setMailWish(tx: Tx, of: OfCase, wish: { sealed: Buffer; since: LocalDate } | null): Promise<void> {
  await tx.deleteFrom('mail_wish').where('agency_id', '=', of.agencyId).where('case_id', '=', of.caseId).execute()
  if (wish)
    await tx
      .insertInto('mail_wish')
      .values({ agency_id: of.agencyId, case_id: of.caseId, ...wish })
      .execute()
}

export function digestWishOf(db: Db, agencyId: string, officerId: string) {
  return db
    .selectFrom('digest_wish')
    .select('sealed')
    .where('agency_id', '=', agencyId)
    .where('officer_id', '=', officerId)
    .executeTakeFirst()
}

export async function setDigestWish(tx: Tx, agencyId: string, officerId: string, sealed: Buffer | null): Promise<void> {
  await tx.deleteFrom('digest_wish').where('agency_id', '=', agencyId).where('officer_id', '=', officerId).execute()
  if (sealed) await tx.insertInto('digest_wish').values({ agency_id: agencyId, officer_id: officerId, sealed }).execute()
}

/** Every active officer who wishes the digest. */
export function digestReaders(db: Db) {
  return db
    .selectFrom('digest_wish as w')
    .innerJoin('officer as o', (join) => join.onRef('o.agency_id', '=', 'w.agency_id').onRef('o.id', '=', 'w.officer_id'))
    .select(['w.sealed', 'o.id', 'o.agency_id', 'o.section_id', 'o.name', 'o.roles'])
    .where('o.active', '=', true)
    .orderBy('o.login')
    .execute()
}

export interface Posting {
  agencyId: string
  caseId: string | null
  officerId: string | null
  kind: MailKind
  about: string
  sealed: Buffer
}

/** Into the outbox; what stands there already under the same name is not written again. */
export async function postMail(tx: Tx, mail: Posting): Promise<void> {
  await tx
    .insertInto('mail_outbox')
    .values({
      agency_id: mail.agencyId,
      id: randomUUID(),
      case_id: mail.caseId,
      officer_id: mail.officerId,
      kind: mail.kind,
      about: mail.about,
      sealed: mail.sealed,
      fault: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Takes one mail that is due, so that no other process takes it: whoever took it says by `until` what became of it. */
export function takeMail(db: Db, at: Date, until: Date) {
  return db
    .updateTable('mail_outbox')
    .set({ state: 'sending', attempts: sql<number>`attempts + 1`, next_try_at: until })
    .where(
      'id',
      '=',
      db
        .selectFrom('mail_outbox')
        .select('id')
        .where('state', '=', 'waiting')
        .where('next_try_at', '<=', at)
        .orderBy('next_try_at')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returning(['agency_id', 'id', 'sealed', 'attempts'])
    .executeTakeFirst()
}

/** Mails that somebody took and of whose fate nothing was heard in time; how many. They are not sent again, so their text goes. */
export async function markUnclear(db: Db, at: Date): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('mail_outbox')
    .set({ state: 'unclear', sealed: null, fault: 'INTERRUPTED' })
    .where('state', '=', 'sending')
    .where('next_try_at', '<=', at)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

/** Mails written before a moment and not sent yet are given up, and their text goes; how many. */
export async function giveUpMails(db: Db, before: Date): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('mail_outbox')
    .set({ state: 'failed', sealed: null, fault: 'TOO OLD' })
    .where('state', '=', 'waiting')
    .where('written_at', '<', before)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

/** What became of a mail. Only one that is tried again keeps its text; one that was meanwhile taken for unclear is not. */
export async function settleMail(
  db: Db,
  mail: { agency_id: string; id: string },
  settled: { state: 'sent' } | { state: 'failed'; fault: string } | { state: 'waiting'; fault: string; nextTryAt: Date },
): Promise<void> {
  const row = db.updateTable('mail_outbox').where('agency_id', '=', mail.agency_id).where('id', '=', mail.id)
  if (settled.state === 'waiting')
    await row
      .set({ state: 'waiting', fault: settled.fault, next_try_at: settled.nextTryAt })
      .where('state', '=', 'sending')
      .execute()
  else await row.set({ state: settled.state, sealed: null, fault: settled.state === 'sent' ? null : settled.fault }).execute()
}

export function mailsOf(db: Db, { agencyId, caseId }: OfCase) {
  return db
    .selectFrom('mail_outbox')
    .select(['kind', 'state', 'attempts', 'fault', 'written_at'])
    .where('agency_id', '=', agencyId)
    .where('case_id', '=', caseId)
    .orderBy('written_at')
    .execute()
}

/** Cases with a wish in which something waits for the requester until one of these days. */
export function wishesDueBetween(db: Db, agencyId: string, from: LocalDate, to: LocalDate) {
  return db
    .selectFrom('mail_wish as w')
    .innerJoin('request_case as c', (join) => join.onRef('c.agency_id', '=', 'w.agency_id').onRef('c.id', '=', 'w.case_id'))
    .select(['w.case_id', 'w.sealed', 'c.number', 'c.next_limit', 'c.next_due_on'])
    .where('w.agency_id', '=', agencyId)
    .where('c.closed_on', 'is', null)
    .where('c.next_limit', 'in', ['correction', 'reasons', 'feePayment'])
    .where('c.next_due_on', '>=', from)
    .where('c.next_due_on', '<=', to)
    .execute()
}
