/** 打开文书: a letter read online with number and code. Where electronic service was agreed to, opening is receiving (送达). */
import { randomUUID } from 'node:crypto'
import { chineseDate } from '../../law/date.ts'
import { ONLINE_WAY } from '../../law/oversight/remedies.ts'
import { type Result, ok, refused } from '../../law/refusal.ts'
import type { Letter, LetterCode } from '../../record/letters/model.ts'
import { fold } from '../../record/requests/fold.ts'
import { refusalFor } from '../../record/requests/may.ts'
import { isDecision, isVoid, needsService } from '../../record/requests/service.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { filedById } from '../../store/letters.sql.ts'
import { addAccess } from '../../store/requester-side.sql.ts'
import { actsOf, type CaseRow, lettersOf } from '../../store/requests.sql.ts'
import { type OfficeContext, PUBLIC_ACTOR_ID } from '../context.ts'
import { withTranslation } from '../letters/translations.ts'
import { agencyOn } from '../people/agencies.ts'
import type { Decision, Matter } from '../requests/perform.ts'
import { requesterOf } from '../requests/persons.ts'
import { noteArrival, recordService } from '../requests/record-service.ts'
import { ownCase, OWN_NOT_FOUND, performOwn, situationOf, type StatusQuery } from './own-case.ts'
import { contentNow } from './service-choice.ts'

export interface OwnLetter {
  letter: Letter
  /** Opening it will be recorded as having received the decision today. */
  servesDecision: boolean
  /** The 补充告知书 that goes with this decision. */
  supplement: { id: string; title: string } | null
}

type LetterQuery = StatusQuery & { letterId: string }

/** Void letters are not found: what was annulled is handed out to nobody. */
async function findOwn(ctx: OfficeContext, query: LetterQuery) {
  const row = await ownCase(ctx, query)
  if (!row) return null
  const filed = await standingLetters(ctx.db, row)
  const letter = filed.find((one) => one.id === query.letterId && one.addressed_to === 'requester')
  return letter ? { row, filed, letter } : null
}

/** The letters of a case whose act was not annulled. */
export async function standingLetters(db: OfficeContext['db'], { agency_id: agencyId, id }: Pick<CaseRow, 'agency_id' | 'id'>) {
  const [filed, acts] = await Promise.all([lettersOf(db, agencyId, id), actsOf(db, agencyId, id)])
  const folded = fold(acts)
  return filed.filter(({ act_seq: seq }) => !isVoid(folded, seq))
}

/** The act whose letter decides the case now: after an order to answer again the former decision can be read, and says nothing any more. */
export function decidingAct(filed: Awaited<ReturnType<typeof lettersOf>>): number | null {
  const decisions = filed.filter((one) => one.addressed_to === 'requester' && isDecision(one.code as LetterCode))
  return decisions.reduce<number | null>((last, { act_seq: seq }) => (seq !== null && seq > (last ?? -1) ? seq : last), null)
}

/** A letter to the requester, before it is opened: what it is, and whether opening serves it. */
export async function ownLetter(ctx: OfficeContext, query: LetterQuery): Promise<Result<OwnLetter>> {
  const found = await findOwn(ctx, query)
  if (!found) return refused(OWN_NOT_FOUND)
  const { row, filed, letter } = found
  const opened = ctx.vault.open<Letter>(letter.sealed)
  const waits = row.served_on === null && row.closed_on !== null && row.phase !== 'withdrawn'
  const decides = waits && isDecision(opened.code) && letter.act_seq === decidingAct(filed)
  const serves = decides && (await isElectronic(ctx, row)) && (await hasOnlineWay(ctx, row))
  return ok({ letter: opened, servesDecision: serves, supplement: supplementOf(ctx, filed, letter) })
}

function supplementOf(
  ctx: OfficeContext,
  filed: Awaited<ReturnType<typeof lettersOf>>,
  decision: { act_seq: number | null; code: string },
): OwnLetter['supplement'] {
  if (!isDecision(decision.code as LetterCode)) return null
  const found = filed.findLast(({ code, act_seq }) => code === 'D30' && act_seq === decision.act_seq)
  return found ? { id: found.id, title: ctx.vault.open<Letter>(found.sealed).title } : null
}

/** A decision can be served online only where the online way to reconsideration can be told with it (ARL 22.2). */
async function hasOnlineWay(ctx: OfficeContext, row: CaseRow): Promise<boolean> {
  const { details } = await agencyOn(ctx.db, row.agency_id, ctx.today())
  return !ONLINE_WAY.on(ctx.today()) || details.onlineReconsideration !== ''
}

async function isElectronic(ctx: OfficeContext, row: CaseRow): Promise<boolean> {
  return (await contentNow(ctx, ctx.db, row, await requesterOf(ctx, row))).delivery === 'electronic'
}

/** Opens it: the access is written down, and with electronic service what follows from it. */
export async function openOwnLetter(ctx: OfficeContext, query: LetterQuery): Promise<Result<Letter>> {
  const found = await findOwn(ctx, query)
  if (!found) return refused(OWN_NOT_FOUND)
  const { row, letter } = found
  const opened = await ctx.transact(async (tx) => {
    const first = await addAccess(tx, { agencyId: row.agency_id, caseId: row.id }, letter.id, ctx.today())
    // Read after the access, which waits for a change of the calendar under way: later ones rewrite no letter that was opened.
    const now = ctx.vault.open<Letter>((await filedById(tx, row.agency_id, letter.id))?.sealed ?? letter.sealed)
    if (!first) return now
    await appendAudit(tx, {
      agencyId: row.agency_id,
      actorId: PUBLIC_ACTOR_ID,
      verb: 'requester.readLetter',
      target: letter.number,
      detail: { code: letter.code },
    })
    return now
  })
  if (needsService(opened.code) && (await isElectronic(ctx, row))) {
    const of = { seq: letter.act_seq, code: opened.code, number: letter.number }
    // Refused where there is nothing to record: received before, or by another way.
    await performOwn(ctx, query, randomUUID(), 'requester.receiveOnline', (matter) => receivedOnline(ctx, matter, of))
  }
  return ok(await withTranslation(ctx, row.agency_id, letter.id, opened))
}

/** What opening means for the case: a decision is served, any other letter has arrived. */
async function receivedOnline(
  ctx: OfficeContext,
  matter: Matter,
  letter: { seq: number | null; code: LetterCode; number: string },
): Promise<Result<Decision>> {
  const { folded, today: on } = matter
  const nothing = refused({ code: 'already-done', say: '收到之日已经登记。', then: '无需办理。' })
  if (letter.seq === null || isVoid(folded, letter.seq) || matter.content.delivery !== 'electronic') return nothing
  const known = { on, by: 'electronic', proof: `申请人于${chineseDate(on)}凭编号和查询码在网上打开` } as const
  const command = { caseId: matter.row.id, commandId: randomUUID(), seen: matter.acts.length }
  if (isDecision(letter.code)) {
    if (letter.seq !== decidingAct(await standingLetters(matter.tx, matter.row))) return nothing
    if (refusalFor('served', situationOf(matter)) !== null) return nothing
    const act = { kind: 'served', ...known } as const
    return recordService(ctx, matter, act, { ...command, act })
  }
  const act = { kind: 'notice-received', ...known, of: letter.seq, code: letter.code, letter: letter.number } as const
  return noteArrival(ctx, matter, act, { ...command, act })
}
