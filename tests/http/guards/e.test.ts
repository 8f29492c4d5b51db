/** 期限、补正、延长、收费、协办、更正、教训：做错了当场拒绝并说明为什么，做对了能办。 */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate } from '../../../src/law/date.ts'
import type { Refusal, Result } from '../../../src/law/refusal.ts'
import { convertToAmendment } from '../../../src/office/amendments/register-amendment.ts'
import { listAmendments, viewAmendment } from '../../../src/office/amendments/view-amendment.ts'
import { learn, lessonsFor } from '../../../src/office/disputes/lessons.ts'
import { openDispute } from '../../../src/office/disputes/open-dispute.ts'
import { recordDispute } from '../../../src/office/disputes/record-dispute.ts'
import { compileReport } from '../../../src/office/reports/compile-report.ts'
import { assignCase } from '../../../src/office/requests/annotate.ts'
import { previewReply, saveDraft } from '../../../src/office/requests/draft-reply.ts'
import { viewDeciding } from '../../../src/office/requests/deciding-view.ts'
import { listExceptions } from '../../../src/office/desk/list-exceptions.ts'
import { feeChoice } from '../../../src/office/requests/fee-choice.ts'
import { replyContentSchema } from '../../../src/record/requests/reply.ts'
import { amendmentWork, CORRECTED } from '../amendment-work.ts'
import { newCase } from '../case-work.ts'
import { type County, county, must, REQUESTER } from '../county.ts'

let place: County
beforeAll(async () => {
  place = await county('2026-03-02')
})
afterAll(() => place.close())

const on = localDate
/** Refused, with what is wrong and what to do next, in Chinese. */
function refusalOf(result: Result<unknown>): Refusal {
  const first = result.ok ? undefined : result.refusals[0]
  if (!first) throw new Error('this should have been refused')
  expect(first.say).toMatch(/[一-鿿].*。$/u)
  expect(first.then).toMatch(/[一-鿿]/u)
  return first
}

test('G2 工作日不能想当然：调休的周六计入，没有公布安排的年份显示待定，不推测', async () => {
  const spring = await newCase(place, '2026-02-10')
  // 周一至周五的简单算法得3月10日
  expect((await spring.view()).clock.due).toBe('2026-03-16')
  const late = await newCase(place, '2026-12-10')
  expect((await late.view()).clock).toMatchObject({ due: null, provisional: true })
  expect((await late.view()).left.words).toBe('待日历公布')
})

test('G4 补正只有一次：第二次、没有合理期限的、期限未满就结案的，都不能办', async () => {
  const work = await newCase(place, '2026-03-02')
  const ask = { kind: 'correction-asked', on: on('2026-03-05'), items: '请写明学段' } as const
  expect(refusalOf(await work.record({ ...ask, replyBy: on('2026-03-05') }))).toMatchObject({ field: 'replyBy' })
  must(await work.record({ ...ask, replyBy: on('2026-03-20') }))
  expect(refusalOf(await work.record({ ...ask, on: on('2026-03-10'), replyBy: on('2026-03-30') })).code).toBe(
    'correction-only-once',
  )
  expect(refusalOf(await work.record({ kind: 'correction-lapsed', on: on('2026-03-20') })).code).toBe('correction-period-running')
  must(await work.record({ kind: 'correction-received', on: on('2026-03-20') }))
  expect((await work.view()).clock.due).toBe('2026-04-20')

  const tooLate = await newCase(place, '2026-03-02')
  must(await tooLate.record({ ...ask, on: on('2026-03-12'), replyBy: on('2026-03-20') }))
  must(await tooLate.record({ kind: 'correction-received', on: on('2026-03-18') }))
  // 超过七个工作日才告知：期限不因补正重新计算，并记为逾期
  expect((await tooLate.view()).clock.due).toBe('2026-03-30')
  expect((await tooLate.view()).clock.breaches.map(({ what }) => what)).toContain('correctionNotice')
})

test('G6 延长须经负责人同意、在期限届满前告知，最长二十个工作日，只有一次', async () => {
  const work = await newCase(place, '2026-03-02')
  const extend = { kind: 'extended', on: on('2026-03-30'), workingDays: 10, reason: '需要进一步查找', approvedBy: '某' } as const
  expect(refusalOf(await work.record(extend)).code).toBe('not-permitted')
  const head = { role: 'officeHead' } as const
  expect(refusalOf(await work.record({ ...extend, workingDays: 21 }, head)).code).toBe('extension-too-long')
  expect(refusalOf(await work.record({ ...extend, on: on('2026-03-31') }, head)).code).toBe('extension-too-late')
  // 期满之后补登期满之前的延长：当时没有告知申请人
  expect(refusalOf(await work.record(extend, { ...head, today: '2026-04-10' })).code).toBe('extension-too-late')
  must(await work.record(extend, head))
  expect(await work.text('D04')).toContain('至2026年4月14日届满')
  // 告知书没有发出，不延长
  expect((await work.view()).clock.due).toBe('2026-03-30')
  expect(refusalOf(await work.record({ ...extend, on: on('2026-04-01') }, head)).code).toBe('extension-only-once')
  // 告知书没有发出：当天就列出；原期限过了还没有发出，答复已超期
  const held = async (day: string) => {
    place.setToday(day)
    const rows = must(await listExceptions(place.office, place.actor('clerk')))
    return rows.filter(({ caseId }) => caseId === work.id).map(({ kind }) => kind)
  }
  expect(await held('2026-03-30')).toEqual(['extensionUnsent'])
  expect(await held('2026-03-31')).toEqual(['extensionUnsent', 'replyOverdue'])
  const posted = { by: 'signed-mail', carrier: 'ems', mailNumber: '1234567890123' } as const
  must(await work.record({ kind: 'dispatched', on: on('2026-03-30'), ...(await work.named('D04')), ...posted }))
  expect(await held('2026-03-31')).toEqual([])
  expect((await work.view()).clock.due).toBe('2026-04-14')
})

test('F18 答复稿是已主动公开、只告知到哪里看的，不按量收费，多少页都不收；按件的标准照用', async () => {
  const work = await newCase(place, '2026-03-02')
  const notice = { kind: 'fee-noticed', on: on('2026-03-04'), scale: 'volume', quantity: 300, yuan: 6700 } as const
  const clerk = place.actor('clerk')
  const fee = async () =>
    must(await feeChoice(place.office, clerk, { caseId: work.id, items: 1, pages: 300, on: on('2026-03-04') })).volume.yuan
  expect(await fee()).toBe(6700)
  const content = replyContentSchema.parse({
    outcome: 'granted.alreadyPublished',
    publishedAt: { title: '义务教育阶段学区划分方案', url: 'https://www.yunling.gov.cn/xxgk/1.html', place: '' },
  })
  must(await saveDraft(place.office, clerk, { caseId: work.id, draftVersion: 0, content }))
  expect(await fee()).toBe(0)
  expect(refusalOf(await work.record(notice))).toMatchObject({ code: 'fee-zero', field: 'scale', cite: { at: '5' } })
})

test('G18 收费按标准算，按件按量只选一种；金额不符、应收为零的不能发通知；可以决定不收', async () => {
  const work = await newCase(place, '2026-03-02')
  const clerk = place.actor('clerk')
  const choice = must(await feeChoice(place.office, clerk, { caseId: work.id, items: 1, pages: 120, on: on('2026-03-02') }))
  expect(choice.volume).toMatchObject({ yuan: 1100 })
  expect(choice.item).toMatchObject({ yuan: 0 })
  expect(choice.item.words.join()).toContain('自然月')
  const notice = { kind: 'fee-noticed', on: on('2026-03-04'), scale: 'volume', quantity: 120, yuan: 1200 } as const
  expect(refusalOf(await work.record(notice)).say).toContain('应为 1100 元')
  expect(refusalOf(await work.record({ ...notice, quantity: 30, yuan: 1 })).code).toBe('fee-zero')
  must(await work.record({ ...notice, yuan: 1100, noticeReceived: on('2026-03-05') }))
  expect(refusalOf(await work.record({ kind: 'fee-lapsed', on: on('2026-03-20') })).code).toBe('fee-period-running')
  must(await work.record({ kind: 'fee-paid', on: on('2026-03-12') }))
  expect((await work.view()).clock.due).toBe('2026-04-10')

  const waived = await newCase(place, '2026-03-02')
  must(await waived.record({ kind: 'fee-waived', on: on('2026-03-04'), reason: '首次申请，数量不大', yuan: 1100 }))
  expect(refusalOf(await waived.record({ ...notice, yuan: 1100 })).say).toContain('已决定对本件不收取')
})

test('G20 内部协办不停止计算期限；自己的科室不能当作“其他机关”征求意见；不归本机关的须写明谁负责、怎样联系', async () => {
  const work = await newCase(place, '2026-03-02')
  const due = (await work.view()).clock.due
  const given = { caseId: work.id, sectionId: place.ids.section, officerId: null }
  must(await assignCase(place.office, place.actor('clerk'), given))
  expect((await work.view()).clock.due).toBe(due)
  for (const agency of ['基础教育科', '云岭县教育局', '云岭县教育局基础教育科'])
    expect(refusalOf(await work.record({ kind: 'agency-asked', on: on('2026-03-04'), agency, as: 'consulted' }))).toMatchObject({
      field: 'agency',
      say: expect.stringContaining('不停止计算'),
    })
  must(await work.record({ kind: 'agency-asked', on: on('2026-03-04'), agency: '云岭县自然资源局', as: 'consulted' }))

  const bare = replyContentSchema.parse({ outcome: 'unable.notOurs', reasons: '学区用地由自然资源部门管理。' })
  const { refusals } = must(await previewReply(place.office, place.actor('clerk'), { caseId: work.id, content: bare }))
  expect(refusals.some(({ field }) => field?.startsWith('rightAgency'))).toBe(true)
})

test('G21 要求更正与自身相关的记录：须经申请人同意才转，收到之日不变，自成一册，没有第三十三条的答复期限', async () => {
  const { office } = place
  const clerk = place.actor('clerk')
  const work = await newCase(place, '2026-03-02')
  place.setToday('2026-03-05')
  const content = { record: '学籍登记表', wrong: '出生日期有误', evidence: '' }
  const given = { commandId: randomUUID(), caseId: work.id, on: on('2026-03-05'), content }
  expect(refusalOf(await convertToAmendment(office, clerk, { ...given, consent: false })).field).toBe('consent')
  const { amendmentId: id } = must(await convertToAmendment(office, clerk, { ...given, consent: true }))
  expect(must(await viewAmendment(office, clerk, id))).toMatchObject({
    number: '云教公开更〔2026〕1号',
    receivedOn: '2026-03-02',
    targetOn: '2026-03-30',
    fromCase: { id: work.id },
  })
  expect(await work.view()).toMatchObject({ phase: 'withdrawn', outcome: 'other.withdrawn' })
  const matter = amendmentWork(place, id)
  expect(refusalOf(await matter.propose(CORRECTED)).say).toContain('证据')
  expect(refusalOf(await matter.propose({ result: 'refused' })).field).toBe('reasons')
  expect(refusalOf(await matter.propose({ result: 'transferred' })).field).toBe('to')
  must(await matter.propose({ result: 'refused', reasons: '经核对无误。' }))
  must(await matter.approve())
  expect(must(await listAmendments(office, clerk))).toMatchObject([{ result: 'refused', decidedOn: '2026-03-05' }])
})

test('G25 败诉之后不再犯：教训在有结果后登记，不写姓名；下一件同类答复拟写时提示', async () => {
  const { office } = place
  const clerk = place.actor('clerk')
  const lost = await newCase(place, '2026-03-02')
  await lost.reply({ outcome: 'unable.needsMaking', reasons: '没有现成信息，需要汇总加工。' }, '2026-03-10')
  must(await lost.record({ kind: 'served', on: on('2026-03-11'), by: 'in-person', proof: '本人签收' }))
  const disputeId = randomUUID()
  place.setToday('2026-04-01')
  const opened = {
    kind: 'opened',
    on: on('2026-04-01'),
    path: 'reconsideration',
    procedure: 'simplified',
    claimant: 'requester',
  } as const
  must(await openDispute(office, clerk, { commandId: disputeId, caseId: lost.id, opened }))
  const text = `${REQUESTER.name}申请的汇总表在统计年报中已有，应先检索台账再答复。`
  expect(refusalOf(await learn(office, clerk, { disputeId, commandId: randomUUID(), category: 'search', text })).say).toContain(
    '还没有结果',
  )
  const decided = { kind: 'decided', on: on('2026-04-28'), result: 'revoked', answerAgain: true } as const
  place.setToday('2026-04-28')
  must(await recordDispute(office, clerk, { commandId: randomUUID(), disputeId, seen: 1, act: decided }))
  const lesson = { disputeId, commandId: randomUUID(), category: 'search', text } as const
  // 送来两次只记一条
  must(await learn(office, clerk, lesson))
  must(await learn(office, clerk, lesson))

  const next = await newCase(place, '2026-05-06', { content: { subject: '各校食堂招标文件' } })
  const warned = must(await lessonsFor(office, clerk, { caseId: next.id, outcome: 'unable.needsMaking' }))
  expect(warned).toMatchObject([{ category: 'search', because: 'outcome', result: '撤销或者部分撤销' }])
  expect(warned[0]?.text).not.toContain(REQUESTER.name)
  expect(must(await lessonsFor(office, clerk, { caseId: next.id, outcome: 'granted' }))).toEqual([])
  // A section's officer is warned too, without the subject of a case that is not the section's.
  const ofSection = await newCase(place, '2026-05-06', { content: { subject: '各校食堂招标文件' } })
  must(
    await assignCase(office, clerk, {
      caseId: ofSection.id,
      sectionId: place.ids.section,
      officerId: place.actor('sectionOfficer').id,
    }),
  )
  const officer = place.actor('sectionOfficer')
  expect(must(await lessonsFor(office, officer, { caseId: ofSection.id, outcome: 'unable.needsMaking' }))).toMatchObject([
    { category: 'search', subject: '' },
  ])
  expect(must(await viewDeciding(office, officer, ofSection.id)).similar).toEqual([])
  expect(must(await viewDeciding(office, clerk, ofSection.id)).similar.map(({ id }) => id)).toContain(next.id)
  const alike = await newCase(place, '2026-05-06')
  expect(must(await lessonsFor(office, clerk, { caseId: alike.id, outcome: 'granted' }))).toMatchObject([{ because: 'subject' }])
  expect(must(await compileReport(office, clerk, 2026)).tables.disputes?.reconsideration).toEqual([0, 1, 0, 0, 1])
})
