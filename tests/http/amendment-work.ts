/** A matter of amendment worked through the office's verbs, step by step. */
import { randomUUID } from 'node:crypto'
import { localDate } from '../../src/law/date.ts'
import { archiveAmendment, transferAmendment } from '../../src/office/amendments/archive-amendment.ts'
import {
  approveAmendment,
  returnAmendment,
  serveAmendment,
  withdrawAmendment,
} from '../../src/office/amendments/decide-amendment.ts'
import { postAmendment, returnAmendmentMail } from '../../src/office/amendments/post-amendment.ts'
import { addEvidence, proposeDecision } from '../../src/office/amendments/propose-decision.ts'
import { registerAmendment } from '../../src/office/amendments/register-amendment.ts'
import { readAmendmentLetter, viewAmendment } from '../../src/office/amendments/view-amendment.ts'
import { type AmendmentContent, type AmendmentDecisionInput, amendmentDecisionSchema } from '../../src/record/amendments/model.ts'
import type { AmendmentView } from '../../src/record/amendments/view.ts'
import type { Actor } from '../../src/record/people/roles.ts'
import { letterText } from '../../src/record/letters/check.ts'
import { type County, MARKER, must, REQUESTER } from './county.ts'

type Done = ReturnType<typeof proposeDecision>

export interface AmendmentWork {
  id: string
  view(by?: Actor): Promise<AmendmentView>
  propose(decision: AmendmentDecisionInput, by?: Actor): Done
  approve(by?: Actor): Done
  giveBack(because: string, by?: Actor): Done
  addEvidence(evidence: string, on: string): Done
  post(mailNumber: string, on: string): Done
  mailReturned(on: string): Done
  serve(on: string, how?: Partial<Parameters<typeof serveAmendment>[2]>): Done
  withdraw(on: string): Done
  archive(on: string): Done
  transfer(on: string): Done
  /** Drafted, approved, served and archived on these days. */
  done(days: { decided: string; served: string; archived: string }, decision?: AmendmentDecisionInput): Promise<void>
  /** The letter as issued, with its day. */
  letter(): Promise<string>
}

export const AMENDMENT: AmendmentContent = {
  record: '2019年学籍登记表',
  wrong: `出生日期登记为3月8日，应为3月5日。${MARKER}`,
  evidence: '户口簿复印件',
}
export const CORRECTED: AmendmentDecisionInput = { result: 'amended', correctedTo: '出生日期登记为3月5日' }

export async function newAmendment(place: County, on: string, content: Partial<AmendmentContent> = {}): Promise<AmendmentWork> {
  place.setToday(on)
  const { amendmentId } = must(
    await registerAmendment(place.office, place.actor('clerk'), {
      commandId: randomUUID(),
      requester: REQUESTER,
      content: { ...AMENDMENT, ...content },
      via: 'in-person',
      receivedOn: localDate(on),
    }),
  )
  return amendmentWork(place, amendmentId)
}

/** What is done in a matter that is already registered. */
export function amendmentWork(place: County, id: string): AmendmentWork {
  const { office } = place
  const [clerk, head] = [place.actor('clerk'), place.actor('head')]
  const view = async (by = clerk) => must(await viewAmendment(office, by, id))
  const step = async () => ({ id, commandId: randomUUID(), seen: (await view()).version })
  return {
    id,
    view,
    propose: async (decision, by = clerk) =>
      proposeDecision(office, by, { ...(await step()), decision: amendmentDecisionSchema.parse(decision) }),
    approve: async (by = head) => approveAmendment(office, by, await step()),
    giveBack: async (because, by = head) => returnAmendment(office, by, { ...(await step()), because }),
    addEvidence: async (evidence, on) => addEvidence(office, clerk, { ...(await step()), evidence, on: localDate(on) }),
    post: async (mailNumber, on) =>
      postAmendment(office, clerk, { ...(await step()), on: localDate(on), carrier: 'ems', mailNumber }),
    mailReturned: async (on) =>
      returnAmendmentMail(office, clerk, { ...(await step()), on: localDate(on), because: 'nobodyThere' }),
    serve: async (on, how = {}) =>
      serveAmendment(office, clerk, { ...(await step()), on: localDate(on), by: 'in-person', proof: '送达回证', ...how }),
    withdraw: async (on) => withdrawAmendment(office, clerk, { ...(await step()), on: localDate(on), proof: '撤回申请书' }),
    archive: async (on) => archiveAmendment(office, clerk, { ...(await step()), on: localDate(on) }),
    transfer: async (on) => transferAmendment(office, clerk, { ...(await step()), on: localDate(on), to: '云岭县档案馆' }),
    async done({ decided, served, archived }, decision = CORRECTED) {
      const work = amendmentWork(place, id)
      place.setToday(decided)
      must(await work.propose(decision))
      must(await work.approve())
      place.setToday(served)
      must(await work.serve(served))
      place.setToday(archived)
      must(await work.archive(archived))
    },
    async letter() {
      const letter = must(await readAmendmentLetter(office, clerk, id))
      return `${letterText(letter)}\n${letter.signature.date}`
    },
  }
}
