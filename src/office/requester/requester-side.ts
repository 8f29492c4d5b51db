/** 申请人一侧, as the office sees it on the case page: what was written, chosen and opened online. */
import { yearOf } from '../../law/date.ts'
import type { Phase } from '../../law/requests/vocabulary.ts'
import { type Result, ok, refused } from '../../law/refusal.ts'
import { MAIL_WORDS } from '../../record/mail/mails.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import {
  type MessageView,
  MESSAGE_WORDS,
  type RequesterSideView,
  USEFULNESS,
  type Usefulness,
  waitsForOffice,
} from '../../record/requests/requester-side.ts'
import { mailsOf, mailWishOf } from '../../store/mail.sql.ts'
import { appendAudit, hasEntrySince } from '../../store/audit.sql.ts'
import {
  accessesOf,
  electronicDeliveryOf,
  markHandled,
  messagesOf,
  serviceChoicesOf,
  usefulnessOf,
} from '../../store/requester-side.sql.ts'
import { type CaseRow, findCase, lettersOf } from '../../store/requests.sql.ts'
import type { OfficeContext } from '../context.ts'
import { NOT_FOUND, NOT_PERMITTED } from '../people/permit.ts'
import { requesterOf } from '../requests/persons.ts'
import { contentNow } from './service-choice.ts'

const ONE_READING_MS = 3_600_000

async function visible(ctx: OfficeContext, actor: Actor, caseId: string): Promise<CaseRow | null> {
  const row = await findCase(ctx.db, actor.agencyId, caseId)
  return row && permitted(actor, 'requests.view', { agencyId: row.agency_id, sectionId: row.section_id }) ? row : null
}

/** What the requester wrote is opened, so who read it is in the audit log; again within the hour is one reading. */
export async function requesterSide(ctx: OfficeContext, actor: Actor, caseId: string): Promise<Result<RequesterSideView>> {
  const row = await visible(ctx, actor, caseId)
  if (!row) return refused(NOT_FOUND)
  const of = { agencyId: row.agency_id, caseId: row.id }
  const today = ctx.today()
  const [messages, choices, accesses, delivery, counts, mails, wish, letters] = await Promise.all([
    messagesOf(ctx.db, of),
    serviceChoicesOf(ctx.db, of),
    accessesOf(ctx.db, of),
    electronicDeliveryOf(ctx.db, of),
    usefulnessOf(ctx.db, row.agency_id, yearOf(today)),
    mailsOf(ctx.db, of),
    mailWishOf(ctx.db, of),
    lettersOf(ctx.db, row.agency_id, row.id),
  ])
  if (messages.length > 0) await recordReading(ctx, actor, row)
  const openBy = delivery?.open_by ?? null
  const agreed = (await contentNow(ctx, ctx.db, row, await requesterOf(ctx, row))).delivery === 'electronic'
  return ok({
    // What an officer took down from paper is no message: it stands in the timeline.
    messages: messages
      .filter(({ kind }) => kind !== 'paperCorrection')
      .map(
        (message): MessageView => ({
          id: message.id,
          kind: message.kind,
          words: MESSAGE_WORDS[message.kind],
          on: message.on_date,
          writtenAt: message.written_at.toISOString(),
          text: ctx.vault.open<string>(message.sealed),
          useful: message.useful,
          handled: handledOf(message, row.phase),
        }),
      ),
    electronic: {
      agreed,
      supplement: letters.findLast(({ code }) => code === 'D30')?.number ?? null,
      since: choices.at(-1)?.on_date ?? null,
      openBy,
      unopened: agreed && openBy !== null && openBy < today && row.served_on === null && row.phase !== 'withdrawn',
    },
    mails: mails.map(({ kind, state, attempts, written_at }) => ({
      words: MAIL_WORDS[kind],
      state,
      attempts,
      writtenAt: written_at.toISOString(),
    })),
    mailSince: wish?.since ?? null,
    accesses: accesses.map(({ number, on_date, opened_at }) => ({ number, on: on_date, openedAt: opened_at.toISOString() })),
    year: {
      year: yearOf(today),
      counts: Object.fromEntries(USEFULNESS.map((one) => [one, counts.get(one) ?? 0])) as Record<Usefulness, number>,
    },
    mayHandle: permitted(actor, 'requests.note', { agencyId: row.agency_id, sectionId: row.section_id }),
  })
}

function handledOf(message: Awaited<ReturnType<typeof messagesOf>>[number], phase: Phase): MessageView['handled'] {
  if (message.handled_at) return { by: message.handled_by ?? '', at: message.handled_at.toISOString() }
  return waitsForOffice(message.kind, phase) ? 'waiting' : null
}

async function recordReading(ctx: OfficeContext, actor: Actor, row: CaseRow): Promise<void> {
  const entry = { agencyId: row.agency_id, actorId: actor.id, verb: 'requests.readMessages', target: row.number }
  if (!(await hasEntrySince(ctx.db, entry, new Date(Date.now() - ONE_READING_MS))))
    await ctx.transact((tx) => appendAudit(tx, entry))
}

/** 已核对: the officer has dealt with what the requester wrote. */
export async function handleMessage(
  ctx: OfficeContext,
  actor: Actor,
  input: { caseId: string; messageId: string },
): Promise<Result<void>> {
  const row = await visible(ctx, actor, input.caseId)
  if (!row) return refused(NOT_FOUND)
  if (!permitted(actor, 'requests.note', { agencyId: row.agency_id, sectionId: row.section_id })) return refused(NOT_PERMITTED)
  return ctx.transact(async (tx) => {
    const of = { agencyId: row.agency_id, caseId: row.id }
    if (!(await markHandled(tx, of, input.messageId, actor.id))) return refused(NOT_FOUND)
    await appendAudit(tx, { agencyId: row.agency_id, actorId: actor.id, verb: 'requests.handleMessage', target: row.number })
    return ok(undefined)
  })
}
