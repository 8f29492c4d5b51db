/** 争议卷: 从收到通知到履行完毕，期限、表四、重新答复、更正，逐步走一遍。 */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localDate } from '../../src/law/date.ts'
import { openDispute } from '../../src/office/disputes/open-dispute.ts'
import { readPaper, savePapers } from '../../src/office/disputes/papers.ts'
import { recordDispute } from '../../src/office/disputes/record-dispute.ts'
import { caseDisputes } from '../../src/office/disputes/view-dispute.ts'
import { refold } from '../../src/office/oversight/refold.ts'
import { compileReport } from '../../src/office/reports/compile-report.ts'
import { verifyAudit } from '../../src/store/audit.sql.ts'
import { type CaseWork, GRANTED } from './case-work.ts'
import { type DisputeWork, disputeWork } from './dispute-work.ts'
import { type County, county, must, REQUESTER } from './county.ts'

let place: County
let disputes: DisputeWork
beforeAll(async () => {
  place = await county('2026-01-05')
  disputes = disputeWork(place)
})
afterAll(() => place.close())

const on = localDate
const answered: DisputeWork['answered'] = (content) => disputes.answered(content)
const opened: DisputeWork['opened'] = (work, given) => disputes.opened(work, { procedure: 'simplified', ...given })
const view: DisputeWork['view'] = (id) => disputes.view(id)
const record: DisputeWork['record'] = (id, act) => disputes.record(id, act)
const answerDue = async (id: string) => (await view(id)).limits.find(({ what }) => what === 'answer')

describe('行政复议', () => {
  let work: CaseWork
  let id: string
  beforeAll(async () => {
    work = await answered()
    id = await opened(work, { acceptedOn: on('2026-02-09'), reference: '云政复〔2026〕3号' })
  })

  test('C25 简易程序：收到材料之日起五个工作日内答复；C26 转为普通程序的为十个工作日', async () => {
    expect(await answerDue(id)).toMatchObject({ due: '2026-02-26', whose: 'ours', cite: '《行政复议法》第五十四条' })
    expect((await view(id)).limits.find(({ what }) => what === 'decision')?.due).toBe('2026-03-11')
    must(await record(id, { kind: 'switched', on: on('2026-02-13') }))
    expect(await answerDue(id)).toMatchObject({ due: '2026-03-04', cite: '《行政复议法》第四十八条' })
    must(await record(id, { kind: 'prolonged', on: on('2026-02-24') }))
    expect((await view(id)).limits.find(({ what }) => what === 'decision')?.due).toBe('2026-05-11')
  })

  test('答复书和证据目录由案卷写成，可以修改，每次保存都留存；印出的写明当事人', async () => {
    const before = (await view(id)).paper
    expect(before.version).toBe(0)
    expect(before.content.facts).toContain('2026年1月20日，作出答复')
    expect(before.content.evidence.map(({ name }) => name)).toEqual(
      expect.arrayContaining([expect.stringContaining('登记回执'), expect.stringContaining('-答')]),
    )
    const clerk = place.actor('clerk')
    const content = { ...before.content, request: '请求依法维持。' }
    must(await savePapers(place.office, clerk, { disputeId: id, version: 0, content }))
    expect(await savePapers(place.office, clerk, { disputeId: id, version: 0, content })).toMatchObject({
      refusals: [{ code: 'changed-meanwhile' }],
    })
    const paper = must(await readPaper(place.office, clerk, { disputeId: id, kind: 'answer' }))
    const text = JSON.stringify(paper)
    expect(text).toContain('请求依法维持。')
    expect(text).toContain(`申请人：${REQUESTER.name}`)
    expect(text).toContain('云政复〔2026〕3号')
    const evidence = must(await readPaper(place.office, clerk, { disputeId: id, kind: 'evidence' }))
    expect(JSON.stringify(evidence)).toContain('《行政复议法》第四十八条')
  })

  test('提交答复后登记结果：法院的结果不能用于复议；撤销并责令重答的，同一案件重新答复，不重复计数', async () => {
    must(await record(id, { kind: 'answered', on: on('2026-03-02'), proof: 'EMS 1100' }))
    expect((await view(id)).stage).toBe('pending')
    const decided = { kind: 'decided', on: on('2026-03-31'), result: 'revoked', answerAgain: true } as const
    expect(await record(id, { ...decided, result: 'suitRejected' })).toMatchObject({ refusals: [{ field: 'result' }] })
    must(await record(id, decided))
    expect(await view(id)).toMatchObject({ stage: 'performing', cell: { group: '行政复议', column: '结果纠正' } })
    expect(await work.view()).toMatchObject({ phase: 'running', outcome: null, clock: { due: '2026-04-29' } })

    await work.reply(GRANTED, '2026-04-10')
    must(await record(id, { kind: 'performed', on: on('2026-04-13'), note: '已重新答复' }))
    expect((await view(id)).stage).toBe('closed')
    expect(await work.view()).toMatchObject({ outcome: 'granted' })
    const { tables } = must(await compileReport(place.office, place.actor('clerk'), 2026))
    expect(
      [tables.requests?.received, tables.requests?.['unable.needsMaking'], tables.requests?.granted].map((row) => row?.at(-1)),
    ).toEqual([1, 1, 0])
    expect(tables.disputes?.reconsideration).toEqual([0, 1, 0, 0, 1])
  })

  test('已据以重新答复的，结果不能再撤销；履行完毕的，先更正履行', async () => {
    const undo = async (kind: string) =>
      record(id, {
        kind: 'annulled',
        on: on('2026-04-14'),
        of: (await view(id)).acts.find((act) => act.kind === kind)?.seq ?? 0,
        reason: '登记有误',
      })
    expect(await undo('decided')).toMatchObject({ refusals: [{ code: 'already-done', say: '其后已登记“履行完毕”。' }] })
    must(await undo('performed'))
    expect(await undo('decided')).toMatchObject({ refusals: [{ code: 'case-closed' }] })
  })
})

test('受理之日早于收到申请、晚于收到通知的，不能建卷', async () => {
  const work = await answered()
  for (const acceptedOn of ['2014-02-09', '2026-02-13']) {
    const act = { kind: 'opened', path: 'reconsideration', procedure: 'ordinary', claimant: 'requester' } as const
    const opening = { ...act, on: on('2026-02-12'), acceptedOn: on(acceptedOn) }
    place.setToday('2026-02-13')
    expect(
      await openDispute(place.office, place.actor('clerk'), { commandId: randomUUID(), caseId: work.id, opened: opening }),
    ).toMatchObject({ refusals: [{ code: 'field-invalid', field: 'acceptedOn' }] })
  }
})

describe('行政诉讼', () => {
  test('复议后起诉须先有复议决定；应诉十五日、上诉十五日；二审维持原判，表四随一审', async () => {
    const work = await answered()
    const suit = { path: 'litigationAfterReconsideration', procedure: 'ordinary', on: on('2026-04-20') } as const
    const clerk = place.actor('clerk')
    place.setToday('2026-04-20')
    const early = { kind: 'opened', claimant: 'requester', ...suit } as const
    expect(await openDispute(place.office, clerk, { commandId: randomUUID(), caseId: work.id, opened: early })).toMatchObject({
      refusals: [{ code: 'not-ordered', field: 'path' }],
    })
    const review = await opened(work, {})
    must(await record(review, { kind: 'answered', on: on('2026-02-26'), proof: '当面提交' }))
    must(await record(review, { kind: 'decided', on: on('2026-03-30'), result: 'upheld', answerAgain: false }))
    expect((await view(review)).limits.find(({ what }) => what === 'suit')?.due).toBe('2026-04-14')

    const id = await opened(work, suit)
    expect(await answerDue(id)).toMatchObject({ due: '2026-05-06', cite: '《行政诉讼法》第六十七条' })
    must(await record(id, { kind: 'answered', on: on('2026-04-30'), proof: '诉讼服务中心回执' }))
    must(await record(id, { kind: 'decided', on: on('2026-06-15'), result: 'claimRejected', answerAgain: false }))
    expect((await view(id)).limits.find(({ what }) => what === 'appeal')?.due).toBe('2026-06-30')
    must(await record(id, { kind: 'appealed', on: on('2026-06-25'), by: 'claimant' }))
    expect(await view(id)).toMatchObject({ stage: 'answering', cell: { column: '尚未审结' } })
    expect((await view(id)).limits.filter(({ what }) => what === 'answer').at(-1)).toMatchObject({ due: '2026-07-10' })
    must(await record(id, { kind: 'answered', on: on('2026-07-06'), proof: 'EMS 1101' }))
    must(await record(id, { kind: 'decided', on: on('2026-09-01'), result: 'affirmed', answerAgain: false }))
    expect(await view(id)).toMatchObject({ stage: 'closed', cell: { column: '结果维持' } })
    expect(must(await caseDisputes(place.office, clerk, work.id)).map(({ path }) => path)).toEqual([
      'litigationAfterReconsideration',
      'reconsideration',
    ])
  })

  test('复议未受理的，凭不予受理决定之日登记复议后起诉，十五日自收到之日起算（《行政复议法》第三十四条）', async () => {
    const work = await answered()
    const suit = { path: 'litigationAfterReconsideration', procedure: 'ordinary', on: on('2026-03-16') } as const
    place.setToday(suit.on)
    for (const endedOn of [undefined, on('2025-12-31'), suit.on]) {
      const act = {
        kind: 'opened',
        claimant: 'requester',
        after: 'notAccepted',
        ...(endedOn ? { endedOn } : {}),
        ...suit,
      } as const
      expect(
        await openDispute(place.office, place.actor('clerk'), { commandId: randomUUID(), caseId: work.id, opened: act }),
      ).toMatchObject({ refusals: [{ code: 'field-invalid', field: 'endedOn' }] })
    }
    const id = await opened(work, { ...suit, after: 'notAccepted', endedOn: on('2026-02-26') })
    const seen = await view(id)
    expect(seen.limits).toContainEqual({
      what: 'suit',
      whose: 'theirs',
      due: '2026-03-13',
      met: null,
      cite: '《行政复议法》第三十四条',
      unless: '这份答复不须先申请行政复议的，对方仍可自收到答复之日起6个月内起诉（《行政诉讼法》第四十六条）。',
    })
    expect(seen).toMatchObject({ cell: { group: '行政诉讼：复议后起诉', column: '尚未审结' } })
    expect(seen.acts[0]?.detail).toContain('2026年2月26日收到不予受理决定')
  })

  test('受理后逾期未作决定的，复议期限届满后可以登记；未届满的指出哪天届满，复议卷仍为尚未审结', async () => {
    const work = await answered()
    const review = await opened(work, { acceptedOn: on('2026-02-10') })
    expect((await view(review)).limits).toContainEqual(
      expect.objectContaining({ what: 'suitIfUndecided', due: '2026-03-27', cite: '《行政诉讼法》第四十五条' }),
    )
    const suit = {
      path: 'litigationAfterReconsideration',
      procedure: 'ordinary',
      after: 'undecided',
      on: on('2026-03-24'),
    } as const
    place.setToday(suit.on)
    const early = { kind: 'opened', claimant: 'requester', endedOn: on('2026-03-11'), ...suit } as const
    expect(
      await openDispute(place.office, place.actor('clerk'), { commandId: randomUUID(), caseId: work.id, opened: early }),
    ).toMatchObject({
      refusals: [{ code: 'date-before-cause', field: 'endedOn', say: expect.stringContaining('2026年3月12日') }],
    })
    const id = await opened(work, { ...suit, endedOn: on('2026-03-12') })
    expect((await view(id)).limits.find(({ what }) => what === 'suit')).toMatchObject({
      due: '2026-03-27',
      cite: '《行政诉讼法》第四十五条',
    })
    expect(await view(review)).toMatchObject({ stage: 'answering', cell: { column: '尚未审结' } })
    must(await record(review, { kind: 'answered', on: on('2026-03-25'), proof: 'EMS 1103' }))
    must(await record(review, { kind: 'decided', on: on('2026-04-02'), result: 'terminated', answerAgain: false }))
    expect(await view(review)).toMatchObject({ stage: 'closed', cell: { column: '其他结果' } })
    expect((await view(review)).limits.some(({ what }) => what === 'suitIfUndecided')).toBe(false)
  })

  test('复议决定晚于收到应诉通知之日的，不是已有复议决定后起诉', async () => {
    const work = await answered()
    const review = await opened(work, { acceptedOn: on('2026-02-10') })
    must(await record(review, { kind: 'decided', on: on('2026-03-11'), result: 'upheld', answerAgain: false }))
    place.setToday('2026-03-24')
    const suit = {
      kind: 'opened',
      path: 'litigationAfterReconsideration',
      procedure: 'ordinary',
      claimant: 'requester',
      on: on('2026-03-10'),
    } as const
    expect(
      await openDispute(place.office, place.actor('clerk'), { commandId: randomUUID(), caseId: work.id, opened: suit }),
    ).toMatchObject({ refusals: [{ code: 'not-ordered', say: expect.stringContaining('晚于收到应诉通知之日') }] })
  })

  test('期限内已有复议决定的，不能登记为逾期未作决定', async () => {
    const work = await answered()
    const review = await opened(work, { acceptedOn: on('2026-02-10') })
    must(await record(review, { kind: 'decided', on: on('2026-03-11'), result: 'upheld', answerAgain: false }))
    place.setToday('2026-03-24')
    const suit = {
      kind: 'opened',
      path: 'litigationAfterReconsideration',
      procedure: 'ordinary',
      claimant: 'requester',
      after: 'undecided',
      on: on('2026-03-24'),
      endedOn: on('2026-03-12'),
    } as const
    const open = () => openDispute(place.office, place.actor('clerk'), { commandId: randomUUID(), caseId: work.id, opened: suit })
    expect(await open()).toMatchObject({ refusals: [{ field: 'after', say: expect.stringContaining('2026年3月11日') }] })
  })

  test('被更正掉的复议决定不算已有决定', async () => {
    const work = await answered()
    const review = await opened(work, {})
    must(await record(review, { kind: 'decided', on: on('2026-03-30'), result: 'upheld', answerAgain: false }))
    const seq = (await view(review)).acts.find(({ kind }) => kind === 'decided')?.seq ?? 0
    must(await record(review, { kind: 'annulled', on: on('2026-03-31'), of: seq, reason: '登记到了别的案件' }))
    place.setToday('2026-04-20')
    const suit = {
      kind: 'opened',
      path: 'litigationAfterReconsideration',
      procedure: 'ordinary',
      claimant: 'requester',
      on: on('2026-04-20'),
    } as const
    expect(
      await openDispute(place.office, place.actor('clerk'), { commandId: randomUUID(), caseId: work.id, opened: suit }),
    ).toMatchObject({ refusals: [{ code: 'not-ordered', field: 'path' }] })
  })

  test('《行政诉讼法》第八十五条：一审判决待上诉期满才生效，案件才重新打开；登记错了可以更正，重新打开的案件也复原', async () => {
    const work = await answered()
    const id = await opened(work, { path: 'litigationDirect', procedure: 'ordinary', on: on('2026-03-02') })
    must(await record(id, { kind: 'answered', on: on('2026-03-10'), proof: 'EMS 1102' }))
    must(
      await record(id, {
        kind: 'decided',
        on: on('2026-05-11'),
        result: 'revoked',
        answerAgain: true,
        performBy: on('2026-06-30'),
      }),
    )
    expect(await work.view()).toMatchObject({ phase: 'served', outcome: 'unable.needsMaking' })
    expect(await view(id)).toMatchObject({ stage: 'untilEffective', next: { what: 'effect', dueOn: null } })
    const early = await record(id, { kind: 'effective', on: on('2026-05-26') })
    expect(early).toMatchObject({ refusals: [{ code: 'date-before-cause', field: 'on' }] })
    must(await record(id, { kind: 'effective', on: on('2026-05-27') }))
    expect((await work.view()).clock.due).toBe('2026-06-30')
    expect(await view(id)).toMatchObject({ stage: 'performing', next: { what: 'performance', dueOn: '2026-06-30' } })

    const undo = async (kind: string) =>
      record(id, {
        kind: 'annulled',
        on: on('2026-05-28'),
        of: (await view(id)).acts.find((act) => act.kind === kind)?.seq ?? 0,
        reason: '看错了主文',
      })
    expect(await undo('decided')).toMatchObject({ refusals: [{ field: 'of', say: '其后已登记“裁判生效”。' }] })
    must(await undo('effective'))
    expect(await work.view()).toMatchObject({ phase: 'served', outcome: 'unable.needsMaking' })
    must(await undo('decided'))
    expect(await view(id)).toMatchObject({ stage: 'pending', cell: { column: '尚未审结' } })
    expect(await work.view()).toMatchObject({ phase: 'served', outcome: 'unable.needsMaking' })
  })
})

test('意见书六十日内报告（《行政复议法》第七十六条）；投诉不计入表四', async () => {
  const work = await answered()
  const review = await opened(work, {})
  must(await record(review, { kind: 'opinion-received', on: on('2026-03-02'), number: '云政复意〔2026〕1号' }))
  expect((await view(review)).limits.find(({ what }) => what === 'opinionReport')?.due).toBe('2026-05-06')
  const complaint = await opened(work, { path: 'complaint', answerBy: on('2026-03-20') })
  expect(await view(complaint)).toMatchObject({ cell: null, next: { what: 'answer', dueOn: '2026-03-20' } })
})

test('同一命令再来一次，只建一卷；两人同时登记，后到的被告知', async () => {
  const work = await answered()
  const commandId = randomUUID()
  place.setToday('2026-02-12')
  const given = {
    kind: 'opened',
    on: on('2026-02-12'),
    path: 'reconsideration',
    procedure: 'ordinary',
    claimant: 'requester',
  } as const
  const once = { commandId, caseId: work.id, opened: given }
  const clerk = place.actor('clerk')
  expect(must(await openDispute(place.office, clerk, once))).toEqual(must(await openDispute(place.office, clerk, once)))
  expect(must(await caseDisputes(place.office, clerk, work.id))).toHaveLength(1)
  const act = { kind: 'answered', on: on('2026-02-12'), proof: '当面提交' } as const
  must(await record(commandId, act))
  expect(await recordDispute(place.office, clerk, { commandId: randomUUID(), disputeId: commandId, seen: 1, act })).toMatchObject(
    {
      refusals: [{ code: 'changed-meanwhile' }],
    },
  )
})

test('投影与案卷一致，审计链完整', async () => {
  expect((await refold(place.office, { write: false })).drifts).toEqual([])
  expect((await verifyAudit(place.office.db)).faults).toEqual([])
})
