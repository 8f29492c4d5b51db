/** 案卷中的文书: found again by their 文号, with the act that made them. */
import type { Letter, LetterCode } from '../../record/letters/model.ts'
import { isDecision, type LetterRef } from '../../record/requests/service.ts'
import type { OfficeContext } from '../context.ts'
import type { Issue, Matter } from './perform.ts'

export interface FiledLetter extends LetterRef {
  id: string
  issuedOn: Issue['on']
  addressedTo: Issue['addressedTo']
  letter: Letter
}

async function filedLetters(ctx: OfficeContext, { tx, row }: Matter): Promise<FiledLetter[]> {
  const rows = await tx
    .selectFrom('letter')
    .selectAll()
    .where('agency_id', '=', row.agency_id)
    .where('case_id', '=', row.id)
    .orderBy('issued_on')
    .execute()
  return rows.map((one) => ({
    id: one.id,
    code: one.code as LetterCode,
    number: one.number,
    actSeq: one.act_seq,
    issuedOn: one.issued_on,
    addressedTo: one.addressed_to,
    letter: ctx.vault.open<Letter>(one.sealed),
  }))
}

export async function filedLetter(ctx: OfficeContext, matter: Matter, number: string): Promise<FiledLetter | undefined> {
  return (await filedLetters(ctx, matter)).find((one) => one.number === number)
}

/** 补充告知书 that go with this decision. */
export async function noticesWith(ctx: OfficeContext, matter: Matter, decision: FiledLetter): Promise<FiledLetter[]> {
  return (await filedLetters(ctx, matter)).filter(({ code, actSeq }) => code === 'D30' && actSeq === decision.actSeq)
}

/** The letter that now decides the case: the last one whose act still counts. */
export async function decisionLetter(ctx: OfficeContext, matter: Matter): Promise<FiledLetter | undefined> {
  const stands = ({ actSeq, code }: FiledLetter) => isDecision(code) && matter.folded.live.some(({ seq }) => seq === actSeq)
  return (await filedLetters(ctx, matter)).findLast(stands)
}
