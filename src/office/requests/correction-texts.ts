/** What requesters wrote with a correction, opened: sealed as messages, and by their command one with the act that received it. */
import type { CorrectionTexts } from '../../record/requests/corrected.ts'
import { correctionsOf, messagesOf } from '../../store/requester-side.sql.ts'
import type { CaseRow } from '../../store/requests.sql.ts'
import type { OfficeContext } from '../context.ts'

type Of = Pick<CaseRow, 'agency_id' | 'id'>

export async function correctionTexts(
  { vault }: Pick<OfficeContext, 'vault'>,
  db: OfficeContext['db'],
  { agency_id: agencyId, id: caseId }: Of,
): Promise<CorrectionTexts> {
  const written = await correctionsOf(db, { agencyId, caseId })
  return new Map(written.map(({ seq, sealed }) => [seq, vault.open<string>(sealed)]))
}

/** The last words that came after the period: no act receives them before the office has judged the reason. */
export async function lateCorrection(
  { vault }: Pick<OfficeContext, 'vault'>,
  db: OfficeContext['db'],
  { agency_id: agencyId, id: caseId }: Of,
): Promise<string | null> {
  const late = (await messagesOf(db, { agencyId, caseId })).findLast(({ kind }) => kind === 'lateCorrection')
  return (late && vault.open<string>(late.sealed)) || null
}
