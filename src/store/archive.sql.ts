/** Reads and writes of 归档: what became of drafts, volumes, retention tables, lists of erasure. */
import type { Transaction } from 'kysely'
import type { LocalDate } from '../law/date.ts'
import type { Outcome } from '../law/requests/vocabulary.ts'
import type { Database } from './schema.ts'

type Tx = Transaction<Database>

/** 送审、退回、批准: one more step of the draft, never rewritten. */
export async function appendDraftStep(
  tx: Tx,
  step: {
    agencyId: string
    caseId: string
    what: 'submitted' | 'returned' | 'approved'
    version: number
    digest: string
    outcome: Outcome
    sealed: Buffer
    officerId: string
  },
): Promise<void> {
  const { last } = await tx
    .selectFrom('draft_step')
    .select((eb) => eb.fn.max('seq').as('last'))
    .where('agency_id', '=', step.agencyId)
    .where('case_id', '=', step.caseId)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('draft_step')
    .values({
      agency_id: step.agencyId,
      case_id: step.caseId,
      seq: (last ?? 0) + 1,
      what: step.what,
      version: step.version,
      digest: step.digest,
      outcome: step.outcome,
      sealed: step.sealed,
      officer_id: step.officerId,
    })
    .execute()
}

/** The volume keeps its number; the reason says why it does not count. */
export async function voidVolume(tx: Tx, agencyId: string, number: string, because: string): Promise<void> {
  await tx
    .updateTable('case_volume')
    .set({ voided_because: because })
    .where('agency_id', '=', agencyId)
    .where('number', '=', number)
    .execute()
}

/** The volume counts, and has been transferred or not. */
export async function standVolume(
  tx: Tx,
  agencyId: string,
  number: string,
  transferred: { on: LocalDate; to: string } | null,
): Promise<void> {
  await tx
    .updateTable('case_volume')
    .set({ voided_because: null, transferred_on: transferred?.on ?? null, transferred_to: transferred?.to ?? null })
    .where('agency_id', '=', agencyId)
    .where('number', '=', number)
    .execute()
}
