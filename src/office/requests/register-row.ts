/** 登记簿中的名称: lists call a request as it is worded since its correction. What requesters write is sealed, there too. */
import type { RequestContent } from '../../record/people/requester.ts'
import type { RequestCase } from '../../record/requests/case.ts'
import { askedSubject, correctedText } from '../../record/requests/corrected.ts'
import { type Party, personsOf, withoutPersons } from '../../record/requests/plain-act.ts'
import { type CaseRow, partiesOf } from '../../store/requests.sql.ts'
import type { OfficeContext, Tx } from '../context.ts'
import { correctionTexts } from './correction-texts.ts'
import { requesterOf } from './persons.ts'

type Named = Pick<CaseRow, 'agency_id' | 'id' | 'requester_id' | 'content'>

/** What lists call it. */
export function shownSubject(
  { vault }: Pick<OfficeContext, 'vault'>,
  { subject, subject_now: now }: { subject: string; subject_now: Buffer | null },
): string {
  return now ? vault.open<string>(now) : subject
}

/** The wording since the correction in one line, without persons; null where none was received that changed it. */
export async function correctedSubject(
  { vault }: Pick<OfficeContext, 'vault'>,
  db: OfficeContext['db'],
  row: Named,
  folded: RequestCase,
): Promise<string | null> {
  const corrected = correctedText(folded, await correctionTexts({ vault }, db, row))
  if (corrected === null) return null
  const [requester, parties] = await Promise.all([requesterOf({ vault, db }, row), partiesOf(db, row.agency_id, row.id)])
  const persons = personsOf(
    requester,
    parties.map(({ sealed }) => vault.open<Party>(sealed)),
  )
  return withoutPersons(askedSubject({ content: vault.open<RequestContent>(row.content), corrected }), persons)
}

/** Writes it to the case's row. */
export async function nameInRegister(ctx: Pick<OfficeContext, 'vault'>, tx: Tx, row: Named, folded: RequestCase): Promise<void> {
  const now = await correctedSubject(ctx, tx, row, folded)
  await tx
    .updateTable('request_case')
    .set({ subject_now: now === null ? null : ctx.vault.seal(now) })
    .where('agency_id', '=', row.agency_id)
    .where('id', '=', row.id)
    .execute()
}
