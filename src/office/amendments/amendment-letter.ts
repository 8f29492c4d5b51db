/** 更正（转送）告知书 of a decision as of a day. */
import type { LocalDate } from '../../law/date.ts'
import type { Refusal } from '../../law/refusal.ts'
import type { AmendmentContent, AmendmentDecision } from '../../record/amendments/model.ts'
import { checkLetter } from '../../record/letters/check.ts'
import { composeLetter } from '../../record/letters/compose.ts'
import type { LetterFacts } from '../../record/letters/facts.ts'
import type { Letter } from '../../record/letters/model.ts'
import { speakerOf } from '../../record/people/recipient.ts'
import type { Requester } from '../../record/people/requester.ts'
import { authorityShown } from '../../record/requests/evidence.ts'
import { amendmentFiles, type AmendmentRecord } from '../../store/amendments.sql.ts'
import type { OfficeContext } from '../context.ts'
import { agencyOn, legalSetting } from '../people/agencies.ts'

export const amendmentLetterNumber = (matter: string): string => `${matter}-答`

export async function amendmentLetter(
  ctx: Pick<OfficeContext, 'db' | 'today'>,
  record: AmendmentRecord,
  of: { requester: Requester; content: AmendmentContent; decision: AmendmentDecision; on: LocalDate },
): Promise<{ letter: Letter; faults: Refusal[] }> {
  const { requester, content, decision, on } = of
  const [agency, { readings }] = await Promise.all([
    agencyOn(ctx.db, record.agency_id, on),
    legalSetting({ db: ctx.db, today: ctx.today }, record.agency_id),
  ])
  const papers = await amendmentFiles(ctx.db, record.agency_id, record.id)
  const shown = authorityShown(
    requester,
    papers.map(({ kind }) => ({ purpose: kind })),
  )
  const facts: LetterFacts<'D26'> = {
    agency: agency.details,
    requester: { name: requester.name, kind: requester.kind, speaker: speakerOf(requester, shown) },
    request: {
      number: record.number,
      subject: content.record,
      submittedOn: record.received_on,
      via: record.via,
      receivedOn: record.received_on,
      correctedOn: null,
    },
    number: amendmentLetterNumber(record.number),
    date: on,
    readings,
    // How it will be served is not known yet: it names the online way to reconsideration, where there is one (ARL 22.2).
    electronic: true,
    act: { ...decision, record: content.record, wrong: content.wrong },
  }
  const letter = composeLetter('D26', facts)
  return { letter, faults: checkLetter(letter, facts) }
}
