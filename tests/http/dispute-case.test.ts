/** 案件与争议卷说的是同一件事：送达的答复撤不掉，争议的经过只在卷内登记、只在卷内更正。 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localDate } from '../../src/law/date.ts'
import { refold } from '../../src/office/oversight/refold.ts'
import type { ActKind } from '../../src/record/requests/acts.ts'
import { type CaseWork, GRANTED, newCase } from './case-work.ts'
import { type County, county, must } from './county.ts'
import { disputeWork, NEEDS_MAKING } from './dispute-work.ts'

let place: County
let disputes: ReturnType<typeof disputeWork>
beforeAll(async () => {
  place = await county('2026-01-05')
  disputes = disputeWork(place)
})
afterAll(() => place.close())

const on = localDate
const seqIn = async (work: CaseWork, kind: ActKind) =>
  (await work.view()).acts.findLast(({ act, annulled }) => act.kind === kind && !annulled)?.seq ?? -1
const annul = async (work: CaseWork, kind: ActKind, day: string, role: 'clerk' | 'officeHead' = 'clerk') =>
  work.record({ kind: 'annulled', on: on(day), of: await seqIn(work, kind), reason: '登记有误' }, { role })

describe('《条例》第五十一条：送达的答复只能由复议、诉讼或者自行纠正改变，不能当作登记错误撤销', () => {
  test('复议期间不能撤销答复；答复、文书、年度报告都不变', async () => {
    const work = await disputes.answered()
    await disputes.opened(work, {})
    expect(await annul(work, 'replied', '2026-02-13')).toMatchObject({ refusals: [{ code: 'case-closed', field: 'of' }] })
    expect(await work.view()).toMatchObject({ phase: 'served', outcome: 'unable.needsMaking' })
    expect((await work.service('D21')).state).toBe('proven')
  })

  test('送达登记错了：先撤销送达，再由另一人撤销答复', async () => {
    const work = await disputes.answered()
    must(await annul(work, 'served', '2026-01-23'))
    expect(await annul(work, 'replied', '2026-01-23')).toMatchObject({ refusals: [{ code: 'second-person-needed' }] })
    must(await annul(work, 'replied', '2026-01-23', 'officeHead'))
    expect(await work.view()).toMatchObject({ phase: 'running', outcome: null })
  })
})

describe('争议卷引起的登记只在卷内更正', () => {
  test('案件中不能撤销“复议或诉讼”，也不能撤销卷内更正引起的撤销', async () => {
    const work = await disputes.answered()
    const id = await disputes.opened(work, {})
    const refusal = { refusals: [{ code: 'field-invalid', field: 'of', say: expect.stringContaining('争议卷') }] }
    expect(await annul(work, 'disputed', '2026-02-13')).toMatchObject(refusal)
    must(await disputes.record(id, { kind: 'decided', on: on('2026-03-16'), result: 'upheld', answerAgain: false }))
    const of = await disputes.seqOf(id, 'decided')
    must(await disputes.record(id, { kind: 'annulled', on: on('2026-03-17'), of, reason: '登记到了别的案件' }))
    expect(await annul(work, 'annulled', '2026-03-18')).toMatchObject(refusal)
    expect(await disputes.counted(work)).toMatchObject([{ body: 'reconsideration', result: 'pending' }])
  })

  test('责令重新答复并已答复的，案件中也不能撤销“责令重新答复”', async () => {
    const work = await disputes.answered()
    const id = await disputes.opened(work, {})
    must(await disputes.record(id, { kind: 'decided', on: on('2026-03-16'), result: 'revoked', answerAgain: true }))
    expect(await annul(work, 'reopened', '2026-03-17')).toMatchObject({ refusals: [{ code: 'field-invalid', field: 'of' }] })
    await work.reply(GRANTED, '2026-03-20')
    expect(await annul(work, 'reopened', '2026-03-21')).toMatchObject({ refusals: [{ code: 'field-invalid', field: 'of' }] })
    expect(await work.view()).toMatchObject({ outcome: 'granted' })
    expect(JSON.stringify((await disputes.view(id)).paper.content)).toContain('现成信息')
    // The new answer was disputed by nobody: before it is served it may still be taken back.
    must(await annul(work, 'replied', '2026-03-21'))
    expect(await work.view()).toMatchObject({ phase: 'running' })
  })

  test('用争议卷的编号在案件中登记结果、责令重新答复的，请到卷内办理', async () => {
    const work = await disputes.answered()
    const { number: dispute } = await disputes.view(await disputes.opened(work, {}))
    const refusal = { refusals: [{ code: 'field-invalid', field: 'dispute' }] }
    const result = { kind: 'disputed', dispute, body: 'reconsideration', result: 'upheld' } as const
    expect(await work.record({ ...result, on: on('2026-02-20') })).toMatchObject(refusal)
    const order = { kind: 'reopened', dispute, by: 'reconsideration' } as const
    expect(await work.record({ ...order, on: on('2026-02-20') })).toMatchObject(refusal)
    expect(await disputes.counted(work)).toMatchObject([{ result: 'pending' }])
  })

  test('收到之日就有结果的，更正结果以后仍是尚未审结，不随结果一并消失', async () => {
    const work = await disputes.answered()
    const id = await disputes.opened(work, {})
    must(await disputes.record(id, { kind: 'decided', on: on('2026-02-12'), result: 'upheld', answerAgain: false }))
    const of = await disputes.seqOf(id, 'decided')
    must(await disputes.record(id, { kind: 'annulled', on: on('2026-02-13'), of, reason: '登记到了别的案件' }))
    expect((await disputes.view(id)).cell).toMatchObject({ column: '尚未审结' })
    expect(await disputes.counted(work)).toMatchObject([{ body: 'reconsideration', result: 'pending', openedOn: '2026-02-12' }])
  })
})

describe('没有争议卷的，只登记本案登记以前已经发生的', () => {
  const outside = { dispute: '原复1', body: 'reconsideration', result: 'corrected' } as const

  test('登记以后发生的复议，须建立争议卷', async () => {
    const work = await disputes.answered()
    expect(await work.record({ kind: 'disputed', on: on('2026-04-10'), ...outside })).toMatchObject({
      refusals: [{ code: 'not-ordered', then: expect.stringContaining('登记收到通知') }],
    })
    expect(await disputes.counted(work)).toEqual([])
  })

  test('补录的旧案：登记复议结果，据以重新答复；没有登记过的责令、投诉不能据以重新答复', async () => {
    const work = await newCase(place, '2026-01-05')
    await work.reply(NEEDS_MAKING, '2026-01-20')
    const today = '2026-05-06'
    const order = { kind: 'reopened', on: on('2026-04-20'), dispute: '无此争议' } as const
    expect(await work.record({ ...order, by: 'reconsideration' }, { today })).toMatchObject({
      refusals: [{ code: 'not-ordered' }],
    })
    expect(await work.record({ ...order, on: on(today), by: 'complaint' }, { today })).toMatchObject({
      refusals: [{ code: 'not-ordered' }],
    })
    must(await work.record({ kind: 'disputed', on: on('2026-04-10'), ...outside }, { today }))
    must(await work.record({ ...order, dispute: '原复1', by: 'reconsideration' }, { today }))
    expect(await work.view()).toMatchObject({ phase: 'running' })
  })
})

describe('案件还没有答复就收到的通知（第五十条第（三）项；《行政复议法》第四十八条）：照样建卷、起算答复期限、计入表四', () => {
  test('网上申请没有确认，被起诉不作为；没有确认收到，表三不计，表四照计；责令答复的，案件仍在办，不另行重开', async () => {
    const work = await newCase(place, '2026-03-02', { via: 'web' })
    const before = (await disputes.tableFour(2026))?.litigationDirect.at(-1) ?? 0
    const id = await disputes.opened(work, { path: 'litigationDirect', on: on('2026-05-20') })
    expect((await disputes.view(id)).limits).toMatchObject([{ what: 'answer', due: '2026-06-04' }])
    expect((await disputes.tableFour(2026))?.litigationDirect.at(-1)).toBe(before + 1)
    must(await work.record({ kind: 'received', on: on('2026-05-20'), via: 'web' }))
    must(await disputes.record(id, { kind: 'answered', on: on('2026-05-29'), proof: '邮寄' }))
    must(await disputes.record(id, { kind: 'decided', on: on('2026-06-05'), result: 'ordered', answerAgain: true }))
    expect(await work.view()).toMatchObject({ phase: 'running', clock: { due: '2026-06-17' } })
    expect(await disputes.counted(work)).toMatchObject([
      { body: 'litigationDirect', result: 'corrected', closedOn: '2026-06-05' },
    ])
  })

  test('对延长答复期限告知书申请复议的，期限没有届满也建卷；答复、送达以后，没有审结不能归档', async () => {
    const work = await newCase(place, '2026-03-02')
    const id = await disputes.opened(work, { on: on('2026-03-16') })
    expect(await disputes.counted(work)).toMatchObject([{ result: 'pending' }])
    expect((await disputes.view(id)).paper.content).toMatchObject({ request: '请求依法驳回申请人的行政复议请求。' })
    await work.reply(NEEDS_MAKING, '2026-03-20')
    must(await work.record({ kind: 'served', on: on('2026-03-23'), by: 'in-person', proof: '本人签收' }))
    expect((await work.view()).may.archived).toMatchObject({ allowed: false, refusal: { code: 'archive-too-early' } })
  })
})

test('投影与案卷一致', async () => {
  expect((await refold(place.office, { write: false })).drifts).toEqual([])
})
