/** Disputes worked through the office's verbs, step by step. */
import { randomUUID } from 'node:crypto'
import { localDate } from '../../src/law/date.ts'
import { openDispute } from '../../src/office/disputes/open-dispute.ts'
import { recordDispute } from '../../src/office/disputes/record-dispute.ts'
import { viewDispute } from '../../src/office/disputes/view-dispute.ts'
import { compileReport } from '../../src/office/reports/compile-report.ts'
import type { DisputeAct, DisputeActKind, DisputeActOf } from '../../src/record/disputes/acts.ts'
import type { ReplyContentInput } from '../../src/record/requests/reply.ts'
import { type CaseWork, newCase } from './case-work.ts'
import { type County, must } from './county.ts'

export const NEEDS_MAKING: ReplyContentInput = {
  outcome: 'unable.needsMaking',
  reasons: '本机关没有按村汇总的现成信息，需要另行加工。',
}

export type DisputeWork = ReturnType<typeof disputeWork>

export function disputeWork(place: County) {
  const { office } = place
  const clerk = place.actor('clerk')
  const view = async (id: string) => must(await viewDispute(office, clerk, id))
  const tryToOpen = (work: Pick<CaseWork, 'id'>, given: Partial<DisputeActOf<'opened'>>) => {
    const act = {
      kind: 'opened',
      on: localDate('2026-02-12'),
      path: 'reconsideration',
      procedure: 'ordinary',
      claimant: 'requester',
    } as const
    place.setToday(given.on ?? act.on)
    return openDispute(office, clerk, { commandId: randomUUID(), caseId: work.id, opened: { ...act, ...given } })
  }
  const record = async (disputeId: string, act: DisputeAct) => {
    const { version: seen } = await view(disputeId)
    place.setToday(act.on)
    return recordDispute(office, clerk, { commandId: randomUUID(), disputeId, seen, act })
  }
  return {
    view,
    tryToOpen,
    record,
    async opened(work: Pick<CaseWork, 'id'>, given: Partial<DisputeActOf<'opened'>>) {
      return must(await tryToOpen(work, given)).disputeId
    },
    async seqOf(id: string, kind: DisputeActKind) {
      return (await view(id)).acts.findLast((act) => act.kind === kind && !act.annulled)?.seq ?? -1
    },
    /** Answered on 20 January 2026, received two days later. */
    async answered(content: ReplyContentInput = NEEDS_MAKING): Promise<CaseWork> {
      const work = await newCase(place, '2026-01-05')
      await work.reply(content, '2026-01-20')
      must(await work.record({ kind: 'served', on: localDate('2026-01-22'), by: 'in-person', proof: '本人签收' }))
      return work
    },
    /** What the case itself tells table 四 of its disputes. */
    async counted({ id }: Pick<CaseWork, 'id'>) {
      const [row] = await place.asOwner('select disputes from request_case where id = $1', [id])
      return row?.disputes as { body: string; result: string; openedOn: string; closedOn: string | null }[]
    },
    async tableFour(year: number) {
      return must(await compileReport(office, clerk, year)).tables.disputes
    },
  }
}
