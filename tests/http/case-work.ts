/** A case worked through the office's verbs, step by step: what tests of letters and their service have in common. */
import { randomUUID } from 'node:crypto'
import { type LocalDate, localDate } from '../../src/law/date.ts'
import type { IntakeChannel } from '../../src/law/requests/vocabulary.ts'
import { approveReply } from '../../src/office/requests/approve-reply.ts'
import type { Recording } from '../../src/office/requests/deciding.ts'
import { saveDraft, submitDraft } from '../../src/office/requests/draft-reply.ts'
import { recordAct } from '../../src/office/requests/record-act.ts'
import { registerRequest } from '../../src/office/requests/register-request.ts'
import { replyToRequest } from '../../src/office/requests/reply-to-request.ts'
import { viewCase, viewLetter } from '../../src/office/requests/view-case.ts'
import { letterText } from '../../src/record/letters/check.ts'
import type { Letter, LetterCode } from '../../src/record/letters/model.ts'
import type { Requester, RequestContent } from '../../src/record/people/requester.ts'
import type { Role } from '../../src/record/people/roles.ts'
import type { Act } from '../../src/record/requests/acts.ts'
import { fold } from '../../src/record/requests/fold.ts'
import { type ReplyContentInput, replyContentSchema } from '../../src/record/requests/reply.ts'
import { type LetterService, serviceOf } from '../../src/record/requests/service.ts'
import type { CaseView, LetterRow } from '../../src/record/requests/view.ts'
import { CONTENT, type County, must, passReviews, REQUESTER } from './county.ts'

export interface CaseWork {
  id: string
  view(): Promise<CaseView>
  /** Records an act on its own day, as the clerk unless another role is named; the result as the office gave it. */
  record(act: Act, more?: { role?: Role; today?: string } & Pick<Recording, 'party' | 'signer'>): ReturnType<typeof recordAct>
  /** Drafted, submitted, approved and sent on one day. */
  reply(content: ReplyContentInput, day: string): Promise<LetterRow>
  /** The last letter of a code, as the case lists it. */
  letter(code: LetterCode): Promise<LetterRow>
  /** The same as it was issued. */
  opened(code: LetterCode): Promise<Letter>
  text(code: LetterCode): Promise<string>
  service(code: LetterCode): Promise<LetterService>
  /** The fields by which an act of service names a letter. */
  named(code: LetterCode): Promise<{ of: number; code: LetterCode; letter: string }>
}

export async function newCase(
  place: County,
  on: string,
  given: { content?: Partial<RequestContent>; requester?: Partial<Requester>; via?: IntakeChannel } = {},
): Promise<CaseWork> {
  const { office } = place
  const clerk = place.actor('clerk')
  place.setToday(on)
  const { id } = must(
    await registerRequest(office, clerk, {
      commandId: randomUUID(),
      requester: { ...REQUESTER, ...given.requester },
      content: { ...CONTENT, ...given.content },
      via: given.via ?? 'in-person',
      submittedOn: localDate(on),
      receivedOn: null,
    }),
  )
  return caseWork(place, id)
}

/** An address that the reply names has been opened on the day it is sent up. */
function openedToday(content: ReplyContentInput, day: LocalDate): ReplyContentInput {
  return content.publishedAt ? { ...content, publishedAt: { ...content.publishedAt, openedOn: day } } : content
}

/** What is done in a case that is already registered. */
export function caseWork(place: County, id: string): CaseWork {
  const { office } = place
  const clerk = place.actor('clerk')
  const view = async () => must(await viewCase(office, clerk, id))
  const letter = async (code: LetterCode) => {
    const found = (await view()).letters.findLast((one) => one.code === code)
    if (!found) throw new Error(`no ${code} in this case`)
    return found
  }
  const opened = async (code: LetterCode) => must(await viewLetter(office, clerk, (await letter(code)).id))
  return {
    id,
    view,
    letter,
    opened,
    async record(act, { role = 'clerk', today, ...more } = {}) {
      place.setToday(today ?? act.on)
      const { version: seen } = await view()
      return recordAct(office, place.actor(role), { caseId: id, commandId: randomUUID(), seen, act, ...more })
    },
    async reply(content, day) {
      place.setToday(day)
      const { version: seen, draft: before } = await view()
      const parsed = replyContentSchema.parse(openedToday(content, localDate(day)))
      must(await saveDraft(office, clerk, { caseId: id, draftVersion: before?.version ?? 0, content: parsed }))
      const digest = (await view()).draft?.digest ?? ''
      must(await submitDraft(office, clerk, { caseId: id, digest }))
      const reviewed = await passReviews(place, id, seen, digest)
      must(await approveReply(office, place.actor('head'), { caseId: id, commandId: randomUUID(), seen: reviewed, digest }))
      must(await replyToRequest(office, clerk, { caseId: id, commandId: randomUUID(), seen: reviewed + 1, on: localDate(day) }))
      const made = (await view()).letters.findLast(
        ({ actSeq, addressedTo }) => actSeq === reviewed + 1 && addressedTo === 'requester',
      )
      if (!made) throw new Error('a reply makes a letter')
      return made
    },
    text: async (code) => letterText(await opened(code)),
    async service(code) {
      const { acts, today } = await view()
      return serviceOf(fold(acts.map((act) => ({ ...act, actorId: '' }))), await letter(code), today)
    },
    async named(code) {
      const { number, actSeq } = await letter(code)
      return { of: actSeq ?? -1, code, letter: number }
    },
  }
}

export const GRANTED: ReplyContentInput = {
  outcome: 'granted',
  given: { what: '2025年义务教育阶段学区划分方案', way: 'attached', onPaper: ['学区划分方案'] },
}
