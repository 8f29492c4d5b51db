/** 答复稿的经过: what was submitted, returned and approved is kept word for word, beside the draft that is worked on. */
import type { ReplyContent } from '../../record/requests/reply.ts'
import { appendDraftStep } from '../../store/archive.sql.ts'
import type { Outcome } from '../../law/requests/vocabulary.ts'
import type { OfficeContext, Tx } from '../context.ts'
import type { Matter } from './perform.ts'

/** As sealed in a step. */
export interface KeptDraft {
  content: ReplyContent
  /** Why it was returned; empty otherwise. */
  because: string
}

export async function keepDraftStep(
  ctx: OfficeContext,
  tx: Tx,
  matter: Matter,
  draft: { version: number; digest: string; outcome: Outcome; sealed: Buffer },
  step: { what: 'submitted' | 'approved' } | { what: 'returned'; because: string },
): Promise<void> {
  const kept: KeptDraft = {
    content: ctx.vault.open<ReplyContent>(draft.sealed),
    because: step.what === 'returned' ? step.because : '',
  }
  await appendDraftStep(tx, {
    agencyId: matter.row.agency_id,
    caseId: matter.row.id,
    what: step.what,
    version: draft.version,
    digest: draft.digest,
    outcome: draft.outcome,
    sealed: ctx.vault.seal(kept),
    officerId: matter.actor.id,
    at: ctx.now(),
  })
}
