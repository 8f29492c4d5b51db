/** 送达: how the letters of a story leave the house and arrive, by post, or online where the addressee takes it so. */
import type { RequestContent } from '../../record/people/requester.ts'
import type { LetterCode } from '../../record/letters/model.ts'
import type { Actor } from '../../record/people/roles.ts'
import type { Act } from '../../record/requests/acts.ts'
import { fold } from '../../record/requests/fold.ts'
import { isDecision, needsService, type ServiceState, serviceOf } from '../../record/requests/service.ts'
import { actsOf, lettersOf } from '../../store/requests.sql.ts'
import type { Result } from '../../law/refusal.ts'
import { ok } from '../../law/refusal.ts'
import type { OfficeContext } from '../context.ts'
import type { Command } from '../requests/perform.ts'
import { recordAct } from '../requests/record-act.ts'
import { chanceOf, stableId } from './chance.ts'

type Filed = Awaited<ReturnType<typeof lettersOf>>[number]

async function lettersIn(ctx: OfficeContext, agencyId: string, caseId: string, state: ServiceState): Promise<Filed[]> {
  const [filed, acts] = await Promise.all([lettersOf(ctx.db, agencyId, caseId), actsOf(ctx.db, agencyId, caseId)])
  const folded = fold(acts)
  return filed.filter(
    ({ number, code, act_seq: actSeq, addressed_to: to }) =>
      to !== 'file' &&
      needsService(code as LetterCode) &&
      serviceOf(folded, { number, code: code as LetterCode, actSeq }, ctx.today()).state === state,
  )
}

/** Agencies exchange letters online, and so do requesters who chose it. */
function isOnline({ addressed_to: to }: Filed, { delivery }: RequestContent): boolean {
  return to === 'agency' || (to === 'requester' && delivery === 'electronic')
}

/** A decision is served by an act of its own; handed over or given online, it leaves the house as it arrives. */
function goesOut(letter: Filed, content: RequestContent): boolean {
  return !isDecision(letter.code as LetterCode) || content.delivery === 'post'
}

function naming(letter: Filed): { of: number; code: LetterCode; letter: string } {
  return { of: letter.act_seq ?? 0, code: letter.code as LetterCode, letter: letter.number }
}

function sending(letter: Filed, on: Act['on'], online: boolean): Act {
  if (online) return { kind: 'dispatched', on, ...naming(letter), by: 'electronic' }
  const chance = chanceOf(`mail ${letter.number}`)
  const mailNumber = `1${chance.between(100_000, 999_999)}${chance.between(100_000, 999_999)}`
  return { kind: 'dispatched', on, ...naming(letter), by: 'signed-mail', carrier: 'ems', mailNumber }
}

function arriving(letter: Filed, on: Act['on'], online: boolean): Act {
  const named = { kind: 'notice-received', on, ...naming(letter) } as const
  if (!online) return { ...named, by: 'signed-mail', signedBy: 'self', proof: '邮件查询结果' }
  const proof = letter.addressed_to === 'agency' ? '公文交换系统回执' : '发送成功，系统显示已到达'
  return { ...named, by: 'electronic', proof }
}

async function recordAll(ctx: OfficeContext, clerk: Actor, command: Command, acts: readonly Act[]): Promise<Result<unknown>> {
  for (const [index, act] of acts.entries()) {
    const commandId = stableId(`${command.commandId} ${index}`)
    const done = await recordAct(ctx, clerk, { ...command, commandId, seen: (command.seen ?? 0) + index, act })
    if (!done.ok) return done
  }
  return ok(undefined)
}

/** Everything that still lies here goes out; what goes online has arrived with it. */
export async function send(
  ctx: OfficeContext,
  clerk: Actor,
  command: Command,
  content: RequestContent,
): Promise<Result<unknown>> {
  const on = ctx.today()
  const letters = await lettersIn(ctx, clerk.agencyId, command.caseId, 'unsent')
  const acts = letters
    .filter((letter) => goesOut(letter, content))
    .flatMap((letter) => {
      const online = isOnline(letter, content)
      return online ? [sending(letter, on, true), arriving(letter, on, true)] : [sending(letter, on, false)]
    })
  return recordAll(ctx, clerk, command, acts)
}

/** What is on its way by post is signed for. */
export async function arrive(ctx: OfficeContext, clerk: Actor, command: Command): Promise<Result<unknown>> {
  const letters = await lettersIn(ctx, clerk.agencyId, command.caseId, 'unproven')
  const acts = letters.filter(({ code }) => !isDecision(code as LetterCode)).map((letter) => arriving(letter, ctx.today(), false))
  return recordAll(ctx, clerk, command, acts)
}
