/** 对更正（转送）告知书的争议卷：告知书写明救济途径，收到通知就要能登记，表四照样计数（《条例》第五十条第（三）项）。 */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate } from '../../src/law/date.ts'
import { viewArchive } from '../../src/office/archive/view-archive.ts'
import { listExceptions } from '../../src/office/desk/list-exceptions.ts'
import { openAmendmentDispute } from '../../src/office/disputes/amendment-dispute.ts'
import { disputeTasks } from '../../src/office/disputes/dispute-tasks.ts'
import { learn } from '../../src/office/disputes/lessons.ts'
import { readPaper } from '../../src/office/disputes/papers.ts'
import { amendmentDisputeRows, listDisputes } from '../../src/office/disputes/view-dispute.ts'
import { cellCases } from '../../src/office/reports/cell-cases.ts'
import type { DisputeActOf } from '../../src/record/disputes/acts.ts'
import { verifyAudit } from '../../src/store/audit.sql.ts'
import { type AmendmentWork, newAmendment } from './amendment-work.ts'
import { type County, county, must, REQUESTER } from './county.ts'
import { disputeWork } from './dispute-work.ts'

let place: County
let disputes: ReturnType<typeof disputeWork>
beforeAll(async () => {
  place = await county('2026-01-05')
  disputes = disputeWork(place)
})
afterAll(() => place.close())

const on = localDate
const REASONS = '经核查登记无误，证据不足以证明。'

async function refusedAmendment() {
  const matter = await newAmendment(place, '2026-01-05')
  must(await matter.propose({ result: 'refused', reasons: REASONS }))
  must(await matter.approve())
  must(await matter.serve('2026-01-05'))
  return matter
}
function open({ id }: AmendmentWork, given: Partial<DisputeActOf<'opened'>> = {}, commandId = randomUUID()) {
  const act = {
    kind: 'opened',
    on: on('2026-02-12'),
    path: 'reconsideration',
    procedure: 'ordinary',
    claimant: 'requester',
  } as const
  const opened = { ...act, ...given }
  place.setToday(opened.on)
  return openAmendmentDispute(place.office, place.actor('clerk'), { commandId, amendmentId: id, opened })
}

test('收到复议通知即可建卷：十个工作日内答复，列入待办；维持、复议后起诉，表四计数，每个数字打得开', async () => {
  const matter = await refusedAmendment()
  const clerk = place.actor('clerk')
  const commandId = randomUUID()
  const given = { reference: `云政复〔2026〕5号${REQUESTER.name}` }
  const { disputeId } = must(await open(matter, given, commandId))
  expect(must(await open(matter, given, commandId))).toEqual({ disputeId })
  const seen = await disputes.view(disputeId)
  expect(seen).toMatchObject({ caseId: null, amendmentId: matter.id, subject: '2019年学籍登记表', stage: 'answering' })
  expect(seen.reference).not.toContain(REQUESTER.name)
  expect(seen.next).toEqual({ what: 'answer', dueOn: '2026-03-04' })
  expect((await disputeTasks(place.office, clerk)).map((task) => task.disputeId)).toEqual([disputeId])
  expect(must(await listDisputes(place.office, clerk)).map(({ id }) => id)).toEqual([disputeId])

  expect(seen.paper.content.grounds).toContain(REASONS)
  const paper = JSON.stringify(must(await readPaper(place.office, clerk, { disputeId, kind: 'answer' })))
  expect(paper).toContain('更正告知书一案')
  expect(paper).toContain(REQUESTER.name)

  must(await disputes.record(disputeId, { kind: 'answered', on: on('2026-02-27'), proof: '复议机关回执' }))
  must(await disputes.record(disputeId, { kind: 'decided', on: on('2026-04-01'), result: 'upheld', answerAgain: false }))
  must(await open(matter, { path: 'litigationAfterReconsideration', on: on('2026-04-10') }))
  expect(await disputes.tableFour(2026)).toMatchObject({
    reconsideration: [1, 0, 0, 0, 1],
    litigationAfterReconsideration: [0, 0, 0, 1, 1],
  })
  const cell = { year: 2026, table: 'disputes', row: 'reconsideration', column: 'upheld' } as const
  expect(must(await cellCases(place.office, clerk, cell)).cases).toMatchObject([{ disputeId, number: seen.number }])
  expect(must(await amendmentDisputeRows(place.office, clerk, matter.id))).toHaveLength(2)
})

test('例外清单与待办一致：尚未审结的列着，答复期限将到的提醒；没有结果之前不能归档', async () => {
  const matter = await refusedAmendment()
  const clerk = place.actor('clerk')
  const { disputeId } = must(await open(matter))
  const listed = async (day: string) => {
    place.setToday(day)
    const rows = must(await listExceptions(place.office, clerk))
    return rows.filter(({ dispute }) => dispute?.id === disputeId).map(({ kind, caseId }) => [kind, caseId])
  }
  expect(await listed('2026-02-13')).toEqual([['disputePending', null]])
  expect(await listed('2026-03-02')).toEqual([
    ['disputeAnswerDue', null],
    ['disputePending', null],
  ])
  expect(await matter.archive('2026-03-02')).toMatchObject({ refusals: [{ code: 'archive-too-early' }] })
  expect(await matter.view()).toMatchObject({ mayArchive: { refusal: { code: 'archive-too-early' } } })
  const waiting = async () => must(await viewArchive(place.office, clerk, {})).waiting.find(({ id }) => id === matter.id)
  expect(await waiting()).toMatchObject({ state: 'disputed' })
  must(await disputes.record(disputeId, { kind: 'decided', on: on('2026-04-01'), result: 'upheld', answerAgain: false }))
  expect(await listed('2026-04-01')).toEqual([])
  expect(await waiting()).toMatchObject({ state: 'ready' })
  expect(await matter.view()).toMatchObject({ mayArchive: { refusal: null } })
  must(await matter.archive('2026-04-01'))
})

test('结果登记错了可以更正；同一命令再来一次只记一次；教训只随答复提示', async () => {
  const matter = await refusedAmendment()
  const { disputeId } = must(await open(matter))
  must(await disputes.record(disputeId, { kind: 'decided', on: on('2026-04-01'), result: 'revoked', answerAgain: true }))
  expect(await disputes.view(disputeId)).toMatchObject({ stage: 'performing', cell: { column: '结果纠正' } })
  const of = await disputes.seqOf(disputeId, 'decided')
  must(await disputes.record(disputeId, { kind: 'annulled', on: on('2026-04-02'), of, reason: '看错了主文' }))
  expect(await disputes.view(disputeId)).toMatchObject({ stage: 'answering', cell: { column: '尚未审结' } })
  expect(
    await learn(place.office, place.actor('clerk'), {
      disputeId,
      commandId: randomUUID(),
      category: 'search',
      text: '核查不充分，应当调取底册',
    }),
  ).toMatchObject({ refusals: [{ code: 'field-invalid' }] })
})

test('早于决定的日期、同一人的第二卷、没有复议决定的复议后起诉，说明原因后拒绝', async () => {
  const matter = await refusedAmendment()
  expect(await open(matter, { on: on('2026-01-04') })).toMatchObject({ refusals: [{ field: 'on' }] })
  const suit = { path: 'litigationAfterReconsideration' } as const
  expect(await open(matter, suit)).toMatchObject({ refusals: [{ code: 'not-ordered', field: 'path' }] })
  must(await open(matter))
  expect(await open(matter)).toMatchObject({ refusals: [{ code: 'already-done', field: 'path' }] })
})

test('审计链完整', async () => {
  expect((await verifyAudit(place.office.db)).faults).toEqual([])
})
