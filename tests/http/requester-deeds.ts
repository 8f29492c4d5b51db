/** A request from the web and what both sides do with it, for tests of the requester's side. */
import { randomUUID } from 'node:crypto'
import { localDate } from '../../src/law/date.ts'
import { enterTranslation, openTranslation } from '../../src/office/letters/translations.ts'
import { approveReply } from '../../src/office/requests/approve-reply.ts'
import { saveDraft, submitDraft } from '../../src/office/requests/draft-reply.ts'
import { type StatusView, statusOf } from '../../src/office/requests/look-up-status.ts'
import type { StatusQuery } from '../../src/office/requester/own-case.ts'
import { receiveRequest } from '../../src/office/requests/receive-request.ts'
import { recordAct } from '../../src/office/requests/record-act.ts'
import { replyToRequest } from '../../src/office/requests/reply-to-request.ts'
import { viewCase } from '../../src/office/requests/view-case.ts'
import type { TranslationView } from '../../src/record/letters/translation.ts'
import type { Requester, RequestContent } from '../../src/record/people/requester.ts'
import type { Role } from '../../src/record/people/roles.ts'
import type { Act } from '../../src/record/requests/acts.ts'
import { replyContentSchema } from '../../src/record/requests/reply.ts'
import { GRANTED } from './case-work.ts'
import { CONTENT, type County, must, passReviews, REQUESTER } from './county.ts'

export interface OnlineCase {
  id: string
  own: StatusQuery
}

export const ELECTRONIC = { content: { delivery: 'electronic' }, requester: { email: 'someone@example.cn' } } as const

/** Filed on the web today. */
export async function fileOnline(
  place: County,
  over: { content?: Partial<RequestContent>; requester?: Partial<Requester> } = {},
): Promise<OnlineCase> {
  const { id, number, queryCode } = must(
    await receiveRequest(place.office, {
      agencyId: place.ids.bureau,
      commandId: randomUUID(),
      requester: { ...REQUESTER, ...over.requester },
      content: { ...CONTENT, ...over.content },
      files: [],
    }),
  )
  return { id, own: { agencyId: place.ids.bureau, number, queryCode } }
}

/** The office records an act of its day. */
export async function officeDoes(place: County, { id }: OnlineCase, act: Act, role: Role = 'clerk'): Promise<void> {
  place.setToday(act.on)
  const party =
    act.kind === 'third-party-asked' ? { name: '云岭县某测绘公司', contact: '', address: '', isPerson: false } : undefined
  const seen = must(await viewCase(place.office, place.actor('clerk'), id)).version
  must(await recordAct(place.office, place.actor(role), { caseId: id, commandId: randomUUID(), seen, act, party }))
}

/** The translator opens the letter and enters its Tibetan text. */
export async function entered({ office, actor }: County, letterId: string, text: string): Promise<TranslationView> {
  const { digest } = must(await openTranslation(office, actor('translator'), letterId))
  return must(await enterTranslation(office, actor('translator'), { letterId, digest, text }))
}

/** Drafted, approved and sent that day: everything is given. */
export async function officeReplies(place: County, { id }: OnlineCase, day: string, reply = GRANTED): Promise<void> {
  const { office } = place
  const on = localDate(day)
  place.setToday(on)
  const clerk = place.actor('clerk')
  const content = replyContentSchema.parse(reply)
  const before = must(await viewCase(office, clerk, id)).draft
  must(await saveDraft(office, clerk, { caseId: id, draftVersion: before?.version ?? 0, content }))
  const { draft, version } = must(await viewCase(office, clerk, id))
  const digest = draft?.digest ?? ''
  must(await submitDraft(office, clerk, { caseId: id, digest }))
  const seen = await passReviews(place, id, version, digest)
  must(await approveReply(office, place.actor('head'), { caseId: id, commandId: randomUUID(), seen, digest }))
  must(await replyToRequest(office, clerk, { caseId: id, commandId: randomUUID(), seen: seen + 1, on }))
}

export async function status(place: County, { own }: OnlineCase): Promise<StatusView> {
  return must(await statusOf(place.office, own))
}
export async function caseView(place: County, { id }: OnlineCase) {
  return must(await viewCase(place.office, place.actor('clerk'), id))
}
