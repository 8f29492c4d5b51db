/** 文号登记簿 and 核对单: what was issued under which number, what became of it, and why each letter may stand. */
import { localDate } from '../../law/date.ts'
import { type Result, ok, refused } from '../../law/refusal.ts'
import type { Letter, LetterCode } from '../../record/letters/model.ts'
import type { ProofSheet } from '../../record/letters/proof-sheet.ts'
import type { RegisterRow } from '../../record/letters/view.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import type { RecordedAct } from '../../record/requests/acts.ts'
import { fold } from '../../record/requests/fold.ts'
import { isVoid } from '../../record/requests/service.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { actsOfCases, filedById, lettersInYear } from '../../store/letters.sql.ts'
import { findCase } from '../../store/requests.sql.ts'
import type { OfficeContext } from '../context.ts'
import { NOT_FOUND, NOT_PERMITTED } from '../people/permit.ts'

/** Every number of a year; a letter whose act was annulled is void, and the reason stands beside it. */
export async function letterRegister(ctx: OfficeContext, actor: Actor, year: number): Promise<Result<RegisterRow[]>> {
  if (!permitted(actor, 'requests.serve', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const from = localDate(`${year}-01-01`)
  const to = localDate(`${year}-12-31`)
  const letters = await lettersInYear(ctx.db, actor.agencyId, { from, to })
  const acts = await actsOfCases(ctx.db, actor.agencyId, [...new Set(letters.map(({ case_id }) => case_id))])
  return ok(
    letters.map((row) => ({
      id: row.id,
      caseId: row.case_id,
      number: row.number,
      title: ctx.vault.open<Letter>(row.sealed).title,
      code: row.code as LetterCode,
      issuedOn: row.issued_on,
      caseNumber: row.case_number,
      voidBecause: voidBecause(acts.get(row.case_id) ?? [], row.act_seq),
    })),
  )
}

function voidBecause(acts: readonly RecordedAct[], seq: number | null): string | null {
  const folded = fold(acts)
  if (!isVoid(folded, seq)) return null
  const annulment = folded.acts.findLast(({ act }) => act.kind === 'annulled' && act.of === seq)?.act
  return annulment?.kind === 'annulled' ? annulment.reason : ''
}

/** 核对单 of a letter as issued: it names no person. Opening it is recorded like the letter. */
export async function viewProofSheet(
  ctx: OfficeContext,
  actor: Actor,
  letterId: string,
): Promise<Result<{ sheet: ProofSheet; agency: string; on: string }>> {
  const letter = await filedById(ctx.db, actor.agencyId, letterId)
  const row = letter && (await findCase(ctx.db, actor.agencyId, letter.case_id))
  if (!letter || !row || !permitted(actor, 'requests.view', { agencyId: row.agency_id, sectionId: row.section_id }))
    return refused(NOT_FOUND)
  if (!letter.sheet)
    return refused({
      code: 'not-found',
      say: '这份文书作出时还没有核对单。',
      then: '核对单随文书一并生成，此前的文书没有；可以直接查看文书。',
    })
  await ctx.transact((tx) =>
    appendAudit(tx, { agencyId: actor.agencyId, actorId: actor.id, verb: 'letters.sheet', target: letter.number }),
  )
  const { agency } = ctx.vault.open<Letter>(letter.sealed)
  return ok({ sheet: ctx.vault.open<ProofSheet>(letter.sheet), agency, on: letter.issued_on })
}
