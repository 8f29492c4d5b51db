/** What requesters wrote with a correction, opened: sealed as messages, and by their command one with the act that received it. */
import { type Letter, listedIn } from '../../record/letters/model.ts'
import type { RequestCase } from '../../record/requests/case.ts'
import { type CorrectionTexts, receivedText } from '../../record/requests/corrected.ts'
import { correctionPurpose, type OwnCorrection } from '../../record/requests/requester-side.ts'
import { correctionsOf, messagesOf } from '../../store/requester-side.sql.ts'
import { type CaseRow, filesOf } from '../../store/requests.sql.ts'
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

/**
 * What has to be corrected, as the notice lists it, and what was sent in answer. What an officer took down and annulled later is
 * not shown: it may be somebody else's.
 */
export async function ownCorrection(
  { vault }: Pick<OfficeContext, 'vault'>,
  db: OfficeContext['db'],
  row: Of,
  folded: RequestCase,
  notice: Letter | undefined,
): Promise<OwnCorrection | null> {
  const { correction } = folded
  if (!correction) return null
  const of = { agencyId: row.agency_id, caseId: row.id }
  const counted = receivedText(folded, await correctionTexts({ vault }, db, row))
  const written = (await messagesOf(db, of)).findLast(({ kind }) => kind === 'correction' || kind === 'lateCorrection')
  const on = counted === null ? (written?.on_date ?? correction.receivedOn) : correction.receivedOn
  const files = on ? (await filesOf(db, of.agencyId, of.caseId)).filter(({ purpose }) => purpose === correctionPurpose(on)) : []
  const text = counted ?? (written ? vault.open<string>(written.sealed) : '')
  return {
    asked: notice ? listedIn(notice) : correction.asked.items.split('\n'),
    sent:
      on && (text !== '' || files.length > 0)
        ? { on, text, files: files.map(({ sealed_name: name }) => vault.open<string>(name)) }
        : null,
  }
}
