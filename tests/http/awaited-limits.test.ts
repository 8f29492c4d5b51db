/** 等待申请人的时候，答复期限照样有人看着（《条例》第三十条、第三十五条），期限和告知以收到为准。 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate } from '../../src/law/date.ts'
import { listExceptions } from '../../src/office/desk/list-exceptions.ts'
import { listTasks } from '../../src/office/desk/list-tasks.ts'
import { saveDraft, submitDraft } from '../../src/office/requests/draft-reply.ts'
import type { Role } from '../../src/record/people/roles.ts'
import { replyContentSchema } from '../../src/record/requests/reply.ts'
import { newCase } from './case-work.ts'
import { type County, county, must } from './county.ts'

let place: County
beforeAll(async () => {
  place = await county('2026-03-02')
})
afterAll(() => place.close())

const on = localDate
async function taskOf(caseId: string, today: string, role: Role = 'clerk') {
  place.setToday(today)
  return must(await listTasks(place.office, place.actor(role))).find((task) => task.caseId === caseId)
}
async function exceptionsOf(caseId: string, today: string) {
  place.setToday(today)
  const rows = must(await listExceptions(place.office, place.actor('clerk')))
  return rows.filter((row) => row.caseId === caseId).map(({ kind }) => kind)
}
/** 说明理由告知书 arrived, with proof. */
const HEARD = { kind: 'notice-received', on: on('2026-03-05'), of: 1, proof: '邮件查询记录：本人签收' } as const
const ASKED = { kind: 'reasons-asked', on: on('2026-03-04'), replyBy: on('2026-03-12'), facts: '本月已提出申请四十件。' } as const

test('第三十五条：说明理由的期限必须早于答复期限届满之日', async () => {
  const work = await newCase(place, '2026-03-02')
  const late = await work.record({ ...ASKED, replyBy: on('2026-03-30') })
  expect(late).toMatchObject({ refusals: [{ code: 'field-invalid', field: 'replyBy' }] })
  must(await work.record({ ...ASKED, replyBy: on('2026-03-27') }))
})

test('第三十五条：等待说明理由时，案件写着答复期限；过了期限，待办和例外都列出', async () => {
  const work = await newCase(place, '2026-03-02')
  must(await work.record(ASKED))
  must(await work.record(HEARD))
  expect(await work.view()).toMatchObject({ phase: 'awaitingReasons', clock: { due: '2026-03-30' } })
  expect((await taskOf(work.id, '2026-03-10'))?.what).toBe('等待说明理由，答复期限照常计算')
  expect(await taskOf(work.id, '2026-03-31')).toMatchObject({ dueOn: '2026-03-30', left: { tone: 'late' } })
  expect(await exceptionsOf(work.id, '2026-03-31')).toEqual(expect.arrayContaining(['replyOverdue', 'reasonsLapsed']))
})

test('第三十五条：期满没有说明理由，送审的答复稿有人审查、有人审批', async () => {
  const work = await newCase(place, '2026-03-02')
  must(await work.record(ASKED))
  must(await work.record(HEARD))
  place.setToday('2026-03-16')
  const content = replyContentSchema.parse({
    outcome: 'notProcessed.excessive',
    reasons: '本月已提出申请四十件，期满没有说明理由。',
  })
  must(await saveDraft(place.office, place.actor('clerk'), { caseId: work.id, draftVersion: 0, content }))
  must(
    await submitDraft(place.office, place.actor('clerk'), { caseId: work.id, digest: (await work.view()).draft?.digest ?? '' }),
  )
  expect((await taskOf(work.id, '2026-03-16', 'legalReviewer'))?.what).toBe('审查答复稿')
  expect((await taskOf(work.id, '2026-03-16', 'head'))?.what).toBe('答复稿待审查')
  expect(await exceptionsOf(work.id, '2026-03-16')).toContain('reviewWaiting')
})

test('第三十五条：说明理由告知书没有送到，不能以没有说明理由为由不予处理；收到之日要有凭证', async () => {
  const work = await newCase(place, '2026-03-02')
  must(await work.record(ASKED))
  place.setToday('2026-03-16')
  const content = replyContentSchema.parse({ outcome: 'notProcessed.excessive', reasons: '本月已提出四十件，没有说明理由。' })
  const submit = async () => {
    const { draft } = await work.view()
    const to = { caseId: work.id, draftVersion: draft?.version ?? 0, content }
    must(await saveDraft(place.office, place.actor('clerk'), to))
    const digest = (await work.view()).draft?.digest ?? ''
    return submitDraft(place.office, place.actor('clerk'), { caseId: work.id, digest })
  }
  const refusal = { refusals: [{ field: 'outcome', say: expect.stringContaining('说明理由告知书') }] }
  expect(await submit()).toMatchObject(refusal)
  must(await work.record({ ...HEARD, proof: undefined }, { today: '2026-03-16' }))
  expect(await submit()).toMatchObject(refusal)
  const posted = { kind: 'notice-received', ...(await work.named('D03')), by: 'in-person', proof: '本人签收' } as const
  must(await work.record({ ...posted, on: on('2026-03-05') }, { today: '2026-03-16' }))
  must(await submit())
})

test('第三十条：告知补正晚了，告知书不说重新计算；等待时期限照常，过了就列出', async () => {
  const work = await newCase(place, '2026-03-02')
  const asked = { kind: 'correction-asked', on: on('2026-03-20'), items: '请写明年份' } as const
  expect(await work.record({ ...asked, replyBy: on('2026-03-30') })).toMatchObject({
    refusals: [{ code: 'field-invalid', field: 'replyBy', say: expect.stringContaining('2026年3月30日届满') }],
  })
  must(await work.record({ ...asked, replyBy: on('2026-03-27') }))
  const told = await work.text('D02')
  expect(told).toContain('答复期限不因补正重新计算，仍照原来的计算，至2026年3月30日届满')
  expect(told).not.toContain('自本机关收到补正材料之日起重新计算')
  expect((await work.view()).clock.due).toBe('2026-03-30')
  expect(await taskOf(work.id, '2026-04-10')).toMatchObject({ left: { tone: 'late' } })
  expect(await exceptionsOf(work.id, '2026-04-10')).toContain('replyOverdue')
  const inTime = await newCase(place, '2026-03-02')
  must(await inTime.record({ kind: 'correction-asked', on: on('2026-03-11'), items: '请写明年份', replyBy: on('2026-04-01') }))
  expect(await inTime.text('D02')).toContain('自本机关收到补正材料之日起重新计算')
})

test('第三十条：所定的日子到了才收到补正告知书，不再处理告知书写另数的期限', async () => {
  const work = await newCase(place, '2026-03-02')
  must(await work.record({ kind: 'correction-asked', on: on('2026-03-05'), items: '请写明年份', replyBy: on('2026-03-26') }))
  must(await work.record({ kind: 'notice-received', on: on('2026-03-30'), of: 1, proof: '邮件查询记录：本人签收' }))
  expect(await work.record({ kind: 'correction-lapsed', on: on('2026-04-21') })).toMatchObject({
    refusals: [{ code: 'correction-period-running' }],
  })
  must(await work.record({ kind: 'correction-lapsed', on: on('2026-04-22') }))
  expect(await work.text('D24')).toContain('2026年4月21日')
})

test('第三十二条：征求意见书交寄之前，不能登记第三方收到', async () => {
  const work = await newCase(place, '2026-03-02')
  const party = { name: '云岭县某公司', contact: '', address: '', isPerson: false }
  must(await work.record({ kind: 'third-party-asked', on: on('2026-03-10'), party: '第三方甲' }, { party }))
  const posted = { by: 'signed-mail', carrier: 'ems', mailNumber: '1234567890123' } as const
  must(await work.record({ kind: 'dispatched', on: on('2026-03-16'), ...(await work.named('D05')), ...posted }))
  const early = await work.record({ kind: 'notice-received', on: on('2026-03-11'), of: 1 }, { today: '2026-03-17' })
  expect(early).toMatchObject({ refusals: [{ code: 'date-before-cause', field: 'on' }] })
  must(await work.record({ kind: 'notice-received', on: on('2026-03-17'), of: 1 }))
})

test('第三十三条第三款：征询函写明请何日前答复；没有答复的提醒去催，登记不再等待之后期限继续', async () => {
  const work = await newCase(place, '2026-03-02')
  const ask = { kind: 'agency-asked', on: on('2026-03-10'), agency: '云岭县财政局', as: 'consulted' } as const
  const early = await work.record({ ...ask, answerBy: on('2026-03-10') })
  expect(early).toMatchObject({ refusals: [{ field: 'answerBy' }] })
  must(await work.record({ ...ask, answerBy: on('2026-03-20') }))
  expect(await work.text('D08')).toContain('请于2026年3月20日前书面答复')
  expect(await exceptionsOf(work.id, '2026-03-23')).toContain('agencySilent')
  expect((await work.view()).clock.due).toBeNull()
  place.setToday('2026-03-24')
  must(await work.record({ kind: 'agency-answered', on: on('2026-03-24'), agency: ask.agency, consents: false, silent: true }))
  const view = await work.view()
  expect(view.clock.due).toBe('2026-04-14')
  expect(view.consultations[0]).toMatchObject({ answeredOn: '2026-03-24', consents: null })
  expect(view.acts.at(-1)?.detail).toBe('云岭县财政局：没有答复，不再等待')
  expect(await exceptionsOf(work.id, '2026-03-24')).not.toContain('agencySilent')
})

test('第三十四条：共同制作机关逾期没有提出意见的视为同意，不登记为不再等待', async () => {
  const work = await newCase(place, '2026-03-02')
  must(await work.record({ kind: 'agency-asked', on: on('2026-03-10'), agency: '云岭县财政局', as: 'co-maker' }))
  const silent = { kind: 'agency-answered', on: on('2026-03-24'), agency: '云岭县财政局', consents: false, silent: true } as const
  expect(await work.record(silent)).toMatchObject({ refusals: [{ field: 'silent' }] })
})
