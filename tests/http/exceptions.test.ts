/** 例外清单: what comes back, what a section leaves lying, and the days of dispute files, by the verb that lists them. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { nationalCalendar, workingDaysBetween } from '../../src/law/calendar.ts'
import { localDate as on, type LocalDate } from '../../src/law/date.ts'
import type { RegisterFilter } from '../../src/office/desk/register-filter.ts'
import { listExceptions } from '../../src/office/desk/list-exceptions.ts'
import { listTasks } from '../../src/office/desk/list-tasks.ts'
import { openDispute } from '../../src/office/disputes/open-dispute.ts'
import { recordDispute } from '../../src/office/disputes/record-dispute.ts'
import { viewDispute } from '../../src/office/disputes/view-dispute.ts'
import { assignCase } from '../../src/office/requests/annotate.ts'
import { listRequests } from '../../src/office/requests/list-cases.ts'
import { viewDeciding } from '../../src/office/requests/deciding-view.ts'
import { refold } from '../../src/office/oversight/refold.ts'
import { saveDraft, submitDraft } from '../../src/office/requests/draft-reply.ts'
import type { ExceptionKind } from '../../src/record/desk/exceptions.ts'
import type { DisputeAct, DisputeActOf } from '../../src/record/disputes/acts.ts'
import type { Actor } from '../../src/record/people/roles.ts'
import { replyContentSchema } from '../../src/record/requests/reply.ts'
import { type CaseWork, GRANTED, newCase } from './case-work.ts'
import { type County, county, must } from './county.ts'

let place: County
beforeAll(async () => {
  place = await county()
})
afterAll(() => place.close())

const ANY: RegisterFilter = {
  state: 'all',
  q: '',
  phase: '',
  sending: '',
  via: '',
  section: '',
  officer: '',
  outcome: '',
  exception: '',
  year: undefined,
  receivedFrom: '',
  receivedTo: '',
  dueFrom: '',
  dueTo: '',
  sort: 'number',
}

/** The kinds listed for a case on a day, with the day they count from. */
async function listed({ id }: CaseWork, day: string, role: 'clerk' | 'sectionOfficer' = 'clerk') {
  place.setToday(day)
  const rows = must(await listExceptions(place.office, place.actor(role)))
  return rows
    .filter(({ caseId }) => caseId === id)
    .map(({ kind, since, dispute }) => [kind as string, dispute?.due ?? since] as const)
}

test('退回的答复：第二次交寄之前列着，寄出之后不列', async () => {
  const work = await newCase(place, '2026-03-02')
  await work.reply(GRANTED, '2026-03-16')
  const letter = await work.named('D11')
  const post = { kind: 'dispatched', ...letter, by: 'signed-mail', carrier: 'ems' } as const
  must(await work.record({ ...post, on: on('2026-03-16'), mailNumber: '1234567890123' }))
  expect(await listed(work, '2026-03-24')).toEqual([])
  const sent = (await work.service('D11')).attempts[0]?.seq ?? -1
  must(await work.record({ kind: 'mail-returned', on: on('2026-03-24'), of: sent, because: 'nobodyThere' }))
  expect(await listed(work, '2026-03-24')).toEqual([['mailReturned', '2026-03-24']])
  must(await work.record({ ...post, on: on('2026-03-25'), mailNumber: '1234567890124' }))
  expect(await listed(work, '2026-03-25')).toEqual([])
})

test('不再处理告知书：没有送达之前是待办，退回的列入例外，待办写明再次送达；登记送达之后办结', async () => {
  const work = await newCase(place, '2026-03-02')
  const task = async (day: string) => {
    place.setToday(day)
    return must(await listTasks(place.office, place.actor('clerk'))).find(({ caseId }) => caseId === work.id)
  }
  const among = async (over: Partial<RegisterFilter>) => {
    const { rows } = must(await listRequests(place.office, place.actor('clerk'), { ...ANY, ...over }, { page: 1, size: 100 }))
    return rows.some(({ id }) => id === work.id)
  }
  const open = () => among({ state: 'open' })
  must(await work.record({ kind: 'correction-asked', on: on('2026-03-03'), items: '请写明年份', replyBy: on('2026-03-12') }))
  must(await work.record({ kind: 'notice-received', on: on('2026-03-04'), of: 1, proof: '邮件查询记录：本人签收' }))
  must(await work.record({ kind: 'correction-lapsed', on: on('2026-03-13') }))
  expect(await task('2026-03-13')).toMatchObject({ what: '寄出不再处理告知书', sending: 'toSend', left: { words: '待寄出' } })
  expect([await among({ sending: 'toSend' }), await among({ sending: 'sent' })]).toEqual([true, false])
  const post = { kind: 'dispatched', ...(await work.named('D24')), by: 'signed-mail', carrier: 'ems' } as const
  must(await work.record({ ...post, on: on('2026-03-13'), mailNumber: '1234567890123' }))
  expect(await task('2026-03-13')).toMatchObject({
    what: '登记不再处理告知书的送达',
    sending: 'sent',
    left: { words: '已寄出，待签收' },
  })
  expect([await among({ sending: 'toSend' }), await among({ sending: 'sent' })]).toEqual([false, true])
  expect((await work.view()).sending).toBe('sent')
  const sent = (await work.service('D24')).attempts[0]?.seq ?? -1
  must(await work.record({ kind: 'mail-returned', on: on('2026-03-24'), of: sent, because: 'nobodyThere' }))
  expect(await listed(work, '2026-03-24')).toEqual([['mailReturned', '2026-03-24']])
  expect(await task('2026-03-24')).toMatchObject({ what: '邮件退回，再次送达', left: { words: '退回，待再寄' } })
  expect(await among({ sending: 'returned' })).toBe(true)
  expect(await open()).toBe(true)
  must(await work.record({ kind: 'served', on: on('2026-03-26'), by: 'in-person', proof: '本人签收' }))
  expect(await task('2026-03-26')).toBeUndefined()
  expect(await open()).toBe(false)
  expect((await work.view()).sending).toBeNull()
  expect((await refold(place.office, { write: false })).drifts).toEqual([])
})

test('科室过了内部时限没有交稿：公开工作机构和科室都看到；送审之后不列', async () => {
  const work = await newCase(place, '2026-03-02')
  const { section } = place.ids
  const due = on('2026-03-20')
  must(await assignCase(place.office, place.actor('clerk'), { caseId: work.id, sectionId: section, officerId: null, dueOn: due }))
  expect(await listed(work, '2026-03-20')).toEqual([])
  expect(await listed(work, '2026-03-21')).toEqual([['sectionLate', '2026-03-21']])
  expect(await listed(work, '2026-03-21', 'sectionOfficer')).toEqual([['sectionLate', '2026-03-21']])
  const content = replyContentSchema.parse(GRANTED)
  must(await saveDraft(place.office, place.actor('clerk'), { caseId: work.id, draftVersion: 0, content }))
  expect(await listed(work, '2026-03-21')).toEqual([['sectionLate', '2026-03-21']])
  const digest = (await work.view()).draft?.digest ?? ''
  must(await submitDraft(place.office, place.actor('clerk'), { caseId: work.id, digest }))
  expect((await listed(work, '2026-03-21')).map(([kind]) => kind)).toEqual(['reviewWaiting'])
})

test('补正、征求意见期间内部时限暂停，不催科室；恢复计算后按法定期限重新设定，卷中写明', async () => {
  const work = await newCase(place, '2026-03-02')
  const clerk = place.actor('clerk')
  const to = { caseId: work.id, sectionId: place.ids.section, officerId: null }
  must(await assignCase(place.office, clerk, to))
  const limit = async () => {
    const { sectionDueOn, sectionLead } = must(await viewDeciding(place.office, clerk, work.id))
    return [sectionDueOn, sectionLead]
  }
  // Due on 30 March; five working days before it.
  expect(await limit()).toEqual(['2026-03-23', 5])
  must(await work.record({ kind: 'correction-asked', on: on('2026-03-05'), items: '请写明年度', replyBy: on('2026-03-27') }))
  expect(await limit()).toEqual([null, 5])
  expect(await listed(work, '2026-03-26')).not.toContainEqual(['sectionLate', '2026-03-24'])
  must(await work.record({ kind: 'correction-received', on: on('2026-03-26') }))
  // Counted afresh: due on 24 April (4–6 April are off).
  expect((await work.view()).clock.due).toBe('2026-04-24')
  expect(await limit()).toEqual(['2026-04-17', 5])
  const task = async (day: string) => {
    place.setToday(day)
    return must(await listTasks(place.office, clerk)).find(({ caseId }) => caseId === work.id)
  }
  const party = { name: '某公司', contact: '0970-1', address: '某路1号', isPerson: false }
  must(await work.record({ kind: 'third-party-asked', on: on('2026-03-27'), party: '第三方甲' }, { party }))
  expect(await limit()).toEqual([null, 5])
  expect((await task('2026-04-18'))?.why).toContain('内部时限暂停')
  expect(await listed(work, '2026-04-18')).not.toContainEqual(['sectionLate', '2026-04-18'])
  const answer = { kind: 'third-party-answered', on: on('2026-04-20'), party: '第三方甲', consents: true } as const
  must(await work.record(answer))
  const { due } = (await work.view()).clock
  expect(due && due > '2026-04-24').toBe(true)
  const [moved] = await limit()
  expect(moved && workingDaysBetween(nationalCalendar(), moved as LocalDate, due as LocalDate)).toBe(5)
  expect((await refold(place.office, { write: false })).drifts).toEqual([])
})

test('自己定的内部时限同样随法定期限移动；定在没有法定期限的时候，就是那一天', async () => {
  const work = await newCase(place, '2026-03-02')
  const clerk = place.actor('clerk')
  const to = { caseId: work.id, sectionId: place.ids.section, officerId: null }
  must(await assignCase(place.office, clerk, { ...to, dueOn: on('2026-03-16') }))
  const limit = async () => must(await viewDeciding(place.office, clerk, work.id)).sectionDueOn
  must(await work.record({ kind: 'correction-asked', on: on('2026-03-05'), items: '请写明年度', replyBy: on('2026-03-27') }))
  must(await assignCase(place.office, clerk, { ...to, dueOn: on('2026-04-03') }))
  expect(await limit()).toBe('2026-04-03')
  must(await work.record({ kind: 'correction-received', on: on('2026-03-26') }))
  expect(await limit()).toBe('2026-04-03')
  must(await assignCase(place.office, clerk, { ...to, dueOn: on('2026-04-10') }))
  const approvedBy = place.actor('officeHead').name
  const extended = { kind: 'extended', on: on('2026-03-27'), workingDays: 20, reason: '需要汇总', approvedBy } as const
  must(await work.record(extended, { role: 'officeHead' }))
  const post = { kind: 'dispatched', ...(await work.named('D04')), by: 'signed-mail', carrier: 'ems' } as const
  must(await work.record({ ...post, on: on('2026-03-27'), mailNumber: '1234567890123' }))
  const { due } = (await work.view()).clock
  const moved = await limit()
  expect(moved && due && workingDaysBetween(nationalCalendar(), moved, due)).toBe(10)
})

test('延长了没有告知申请人：待办、登记簿、案件、例外说的是同一天；寄出告知书之后才是延长后的那一天', async () => {
  const work = await newCase(place, '2026-03-02')
  const approvedBy = place.actor('officeHead').name
  const extended = { kind: 'extended', on: on('2026-03-26'), workingDays: 20, reason: '需要汇总', approvedBy } as const
  must(await work.record(extended, { role: 'officeHead' }))
  const told = async (day: string) => {
    place.setToday(day)
    const tasks = must(await listTasks(place.office, place.actor('clerk')))
    const { rows } = must(await listRequests(place.office, place.actor('clerk'), ANY, { page: 1, size: 200 }))
    const task = tasks.find(({ caseId }) => caseId === work.id)
    const row = rows.find(({ id }) => id === work.id)
    const exceptions = (await listed(work, day)).map(([kind]) => kind)
    return { what: task?.what, days: [task?.dueOn, row?.dueOn, (await work.view()).clock.due], exceptions }
  }
  const former = ['2026-03-30', '2026-03-30', '2026-03-30']
  expect(await told('2026-03-30')).toEqual({
    what: '寄出延长答复期限的告知书',
    days: former,
    exceptions: ['extensionUnsent'],
  })
  expect(await told('2026-03-31')).toEqual({ what: '答复', days: former, exceptions: ['extensionUnsent', 'replyOverdue'] })
  const post = { kind: 'dispatched', ...(await work.named('D04')), by: 'signed-mail', carrier: 'ems' } as const
  must(await work.record({ ...post, on: on('2026-03-30'), mailNumber: '1234567890123' }))
  expect(await told('2026-03-31')).toEqual({ what: '答复', days: ['2026-04-28', '2026-04-28', '2026-04-28'], exceptions: [] })
})

test('缺席人员的代理人看到其科室的情形：清单、登记簿都有；不代理的看不到', async () => {
  const work = await newCase(place, '2026-03-02')
  const { section, bureau } = place.ids
  const due = on('2026-03-20')
  must(await assignCase(place.office, place.actor('clerk'), { caseId: work.id, sectionId: section, officerId: null, dueOn: due }))
  const stranger: Actor = { ...place.actor('sectionOfficer'), sectionId: bureau }
  const deputy: Actor = { ...stranger, standsInFor: [section] }
  place.setToday('2026-03-23')
  const kinds = async (actor: Actor) =>
    must(await listExceptions(place.office, actor)).flatMap(({ kind, caseId }) => (caseId === work.id ? [kind] : []))
  expect(await kinds(deputy)).toEqual(['sectionLate'])
  expect(await kinds(stranger)).toEqual([])
  const found = async (actor: Actor, exception: ExceptionKind) =>
    must(await listRequests(place.office, actor, { ...ANY, exception }, { page: 1, size: 50 })).rows.map(({ id }) => id)
  expect(await found(deputy, 'sectionLate')).toContain(work.id)
  expect(await found(stranger, 'sectionLate')).toEqual([])
  expect(await found(place.actor('clerk'), 'sectionLate')).toContain(work.id)
  expect(await found(place.actor('clerk'), 'approvedUnsent')).toEqual([])
})

const OF_FILES = ['disputeAnswerDue', 'appealEnding', 'disputeDutyDue']

async function disputed(given: Pick<DisputeActOf<'opened'>, 'path' | 'procedure'>) {
  const work = await newCase(place, '2026-01-05')
  await work.reply({ outcome: 'unable.needsMaking', reasons: '没有现成信息，需要另行加工。' }, '2026-01-20')
  must(await work.record({ kind: 'served', on: on('2026-01-22'), by: 'in-person', proof: '本人签收' }))
  place.setToday('2026-03-02')
  const opened = { kind: 'opened', on: on('2026-03-02'), claimant: 'requester', ...given } as const
  const { disputeId } = must(
    await openDispute(place.office, place.actor('clerk'), { commandId: randomUUID(), caseId: work.id, opened }),
  )
  const record = async (act: DisputeAct) => {
    place.setToday(act.on)
    const { version: seen } = must(await viewDispute(place.office, place.actor('clerk'), disputeId))
    must(await recordDispute(place.office, place.actor('clerk'), { commandId: randomUUID(), disputeId, seen, act }))
  }
  const days = async (day: string) => (await listed(work, day)).filter(([kind]) => OF_FILES.includes(kind))
  const undo = async (kind: DisputeAct['kind'], day: string) => {
    place.setToday(day)
    const { acts } = must(await viewDispute(place.office, place.actor('clerk'), disputeId))
    const of = acts.find((one) => one.act.kind === kind)?.seq ?? -1
    await record({ kind: 'annulled', on: on(day), of, reason: '登记有误' })
  }
  return { id: work.id, record, days, undo }
}

test('行政复议的书面答复：届满前七天起列出，过期仍列，提交之后不列', async () => {
  const { id, record, days } = await disputed({ path: 'reconsideration', procedure: 'ordinary' })
  const found = async (role: 'clerk' | 'sectionOfficer') =>
    must(
      await listRequests(place.office, place.actor(role), { ...ANY, exception: 'disputeAnswerDue' }, { page: 1, size: 50 }),
    ).rows.map((row) => row.id)
  expect(await days('2026-03-08')).toEqual([])
  expect(await found('clerk')).toEqual([])
  expect(await days('2026-03-09')).toEqual([['disputeAnswerDue', '2026-03-16']])
  expect(await days('2026-03-17')).toEqual([['disputeAnswerDue', '2026-03-16']])
  expect(await found('clerk')).toEqual([id])
  expect(await found('sectionOfficer')).toEqual([])
  await record({ kind: 'answered', on: on('2026-03-17'), proof: '复议机关回执' })
  expect(await days('2026-03-17')).toEqual([])
})

test('一审判决的上诉期限：将到时列出，过了就不再列；判决要求履行的另列；胜诉的不催上诉', async () => {
  const { record, days, undo } = await disputed({ path: 'litigationDirect', procedure: 'ordinary' })
  await record({ kind: 'answered', on: on('2026-03-10'), proof: '法院回执' })
  await record({ kind: 'decided', on: on('2026-04-07'), result: 'revoked', answerAgain: true, performBy: on('2026-05-08') })
  expect(await days('2026-04-14')).toEqual([])
  expect(await days('2026-04-15')).toEqual([['appealEnding', '2026-04-22']])
  expect(await days('2026-04-23')).toEqual([])
  expect(await days('2026-05-09')).toEqual([])
  await record({ kind: 'effective', on: on('2026-04-23') })
  expect(await days('2026-05-09')).toEqual([['disputeDutyDue', '2026-05-08']])
  expect(await days('2027-05-10')).toEqual([['disputeDutyDue', '2026-05-08']])
  await record({ kind: 'performed', on: on('2027-05-10') })
  expect(await days('2027-05-10')).toEqual([])
  await undo('performed', '2027-05-11')
  expect(await days('2027-05-11')).toEqual([['disputeDutyDue', '2026-05-08']])

  const won = await disputed({ path: 'litigationDirect', procedure: 'ordinary' })
  await won.record({ kind: 'answered', on: on('2026-03-10'), proof: '法院回执' })
  await won.record({ kind: 'decided', on: on('2026-04-07'), result: 'claimRejected', answerAgain: false })
  expect(await won.days('2026-04-15')).toEqual([])
})

test('没有提交答复就已审结的，不再催答复', async () => {
  const { record, days } = await disputed({ path: 'reconsideration', procedure: 'ordinary' })
  expect(await days('2026-03-12')).toEqual([['disputeAnswerDue', '2026-03-16']])
  await record({ kind: 'decided', on: on('2026-03-13'), result: 'settled', answerAgain: false })
  expect(await days('2026-03-13')).toEqual([])
})
