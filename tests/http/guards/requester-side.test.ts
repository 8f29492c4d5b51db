/** 申请人一侧的防错: the wrong way is refused with a reason that a beginner understands, then the right way works. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate } from '../../../src/law/date.ts'
import { handleMessage, requesterSide } from '../../../src/office/requester/requester-side.ts'
import { openOwnLetter, ownLetter } from '../../../src/office/requester/open-letter.ts'
import { chooseService } from '../../../src/office/requester/service-choice.ts'
import { submitCorrection, withdrawOwn } from '../../../src/office/requester/write-to-office.ts'
import { listOutgoing } from '../../../src/office/letters/outgoing.ts'
import { listTasks } from '../../../src/office/desk/list-tasks.ts'
import { recordAct } from '../../../src/office/requests/record-act.ts'
import type { Act } from '../../../src/record/requests/acts.ts'
import { type County, county, MARKER, must } from '../county.ts'
import { caseView, ELECTRONIC, fileOnline, officeDoes, officeReplies, type OnlineCase, status } from '../requester-deeds.ts'

let place: County
beforeAll(async () => {
  place = await county('2026-03-02')
})
afterAll(() => place.close())

const on = localDate
const RECEIVED: Act = { kind: 'received', on: on('2026-03-02'), via: 'web' }
const ASKED: Act = { kind: 'correction-asked', on: on('2026-03-04'), items: '请明确学段', replyBy: on('2026-03-20') }
const written = (text: string, commandId = randomUUID()) => ({ commandId, text, files: [] })

async function filed(over?: Parameters<typeof fileOnline>[1]): Promise<OnlineCase> {
  place.setToday('2026-03-02')
  const made = await fileOnline(place, over)
  await officeDoes(place, made, RECEIVED)
  return made
}
async function replied(over?: Parameters<typeof fileOnline>[1]): Promise<OnlineCase> {
  const made = await filed(over)
  await officeReplies(place, made, '2026-03-16')
  return made
}
async function replyLetter(of: OnlineCase): Promise<string> {
  return (await status(place, of)).letters.find(({ code }) => code === 'D11')?.id ?? ''
}

test('G17 电子送达要有申请人同意和打开记录：没有同意的不能登记电子送达；同意后在网上打开，才记为送达并留下凭证', async () => {
  const one = await replied()
  place.setToday('2026-03-17')
  const claim = { kind: 'served', on: on('2026-03-17'), by: 'electronic' } as const
  const { version: seen } = await caseView(place, one)
  expect(
    await recordAct(place.office, place.actor('clerk'), { caseId: one.id, commandId: randomUUID(), seen, act: claim }),
  ).toMatchObject({ ok: false, refusals: [{ code: 'service-method-refused', field: 'by' }] })

  // Reading without consent is written down, and serves nothing.
  const letterId = await replyLetter(one)
  must(await openOwnLetter(place.office, { ...one.own, letterId }))
  expect(await status(place, one)).toMatchObject({ phase: 'replied', electronic: false })

  must(await chooseService(place.office, one.own, { commandId: randomUUID(), agreed: true }))
  expect(must(await ownLetter(place.office, { ...one.own, letterId })).servesDecision).toBe(true)
  place.setToday('2026-03-18')
  must(await openOwnLetter(place.office, { ...one.own, letterId }))
  must(await openOwnLetter(place.office, { ...one.own, letterId }))
  const view = await caseView(place, one)
  expect(view.acts.filter(({ kind }) => kind === 'served')).toMatchObject([
    { on: '2026-03-18', detail: '电子送达（凭证：申请人于2026年3月18日凭编号和查询码在网上打开）', actorName: '申请人' },
  ])
  expect(view.letters.map(({ code }) => code)).toContain('D28')
  const side = must(await requesterSide(place.office, place.actor('clerk'), one.id))
  expect(side.accesses.map(({ on }) => on)).toEqual(['2026-03-17', '2026-03-18'])
})

test('G17 送达不得推定：五个工作日没有打开的不算送达，待办要求改用其他方式', async () => {
  const one = await replied(ELECTRONIC)
  const task = async () => must(await listTasks(place.office, place.actor('clerk'))).find(({ caseId }) => caseId === one.id)?.what
  place.setToday('2026-03-23')
  expect(await task()).toBe('等待申请人在网上打开答复')
  const onTheList = async () =>
    must(await listOutgoing(place.office, place.actor('clerk'))).some(({ caseId, code }) => caseId === one.id && code === 'D11')
  expect(await onTheList()).toBe(false)
  place.setToday('2026-03-24')
  expect(await onTheList()).toBe(true)
  expect(await task()).toBe('网上送达没有打开，改用其他方式送达')
  expect(await status(place, one)).toMatchObject({ phase: 'replied' })
  const served: Act = { kind: 'served', on: on('2026-03-26'), by: 'signed-mail', proof: 'EMS 1068123456789' }
  await officeDoes(place, one, served)
  expect(await task()).toBeUndefined()
  expect(must(await ownLetter(place.office, { ...one.own, letterId: await replyLetter(one) })).servesDecision).toBe(false)
})

test('G17 等待打开的再多，新的一件也不会列进待邮寄', async () => {
  const one = await replied(ELECTRONIC)
  await waitLike(one, 1_001)
  const letters = must(await listOutgoing(place.office, place.actor('clerk')))
  expect(letters.filter(({ caseId, code }) => caseId === one.id && code === 'D11')).toEqual([])
  const tasks = must(await listTasks(place.office, place.actor('clerk')))
  expect(new Set(tasks.filter(({ number }) => number.startsWith('仿')).map(({ what }) => what))).toEqual(
    new Set(['等待申请人在网上打开答复']),
  )
  await place.asOwner(`delete from electronic_delivery where case_id in (select id from request_case where number like '仿%')`)
  await place.asOwner(`delete from request_case where number like '仿%'`)
})

/** So many more cases in which a reply waits to be opened, put up before this one's. */
async function waitLike(one: OnlineCase, times: number): Promise<void> {
  await place.asOwner(
    `insert into request_case select (jsonb_populate_record(c, jsonb_build_object(
       'id', gen_random_uuid(), 'number', '仿' || n, 'number_serial', 10000 + n))).*
       from request_case c, generate_series(1, $2::int) n where c.id = $1`,
    [one.id, times],
  )
  await place.asOwner(
    `insert into electronic_delivery (agency_id, case_id, act_seq, offered_on, open_by)
       select agency_id, id, 3, '2026-03-13', '2026-03-23' from request_case where number like '仿%'`,
  )
}

test('撤销同意以后，网上打开不再算送达；没有通信地址的，先告诉怎样改', async () => {
  const one = await replied(ELECTRONIC)
  must(await chooseService(place.office, one.own, { commandId: randomUUID(), agreed: false }))
  must(await openOwnLetter(place.office, { ...one.own, letterId: await replyLetter(one) }))
  expect(await status(place, one)).toMatchObject({ phase: 'replied', electronic: false })
  const without = await replied({ ...ELECTRONIC, requester: { ...ELECTRONIC.requester, address: '' } })
  expect(await chooseService(place.office, without.own, { commandId: randomUUID(), agreed: false })).toMatchObject({
    ok: false,
    refusals: [{ code: 'field-missing', field: 'agreed' }],
  })
})

test('口径“电子送达以发出为准”：打开之日照实登记，救济期限自发出之日计算', async () => {
  await place.asOwner(`insert into agency_setting (agency_id, from_date, readings) values ($1, '2019-05-15', $2)`, [
    place.ids.bureau,
    JSON.stringify({ electronicService: 'sent' }),
  ])
  const remedy = async (of: OnlineCase) =>
    (await status(place, of)).clock.limits.find(({ what }) => what === 'reconsideration')?.due
  const bySending = await replied(ELECTRONIC)
  place.setToday('2026-03-20')
  must(await openOwnLetter(place.office, { ...bySending.own, letterId: await replyLetter(bySending) }))
  expect(await remedy(bySending)).toBe('2026-05-15')
  await place.asOwner('delete from agency_setting where agency_id = $1', [place.ids.bureau])
  expect(await remedy(bySending)).toBe('2026-05-19')
})

test('G4 补正以收到之日重新计算：网上提交当日即为收到，夜里、周末也一样；没有告知过的不能提交', async () => {
  const one = await filed()
  expect(await submitCorrection(place.office, one.own, written('小学'))).toMatchObject({
    refusals: [{ code: 'already-done', say: '现在没有等待您补正的事项，或者申请已经办结。' }],
  })
  await officeDoes(place, one, ASKED)
  expect(await submitCorrection(place.office, one.own, written(' '))).toMatchObject({
    refusals: [{ code: 'field-missing', field: 'text' }],
  })
  // Saturday: received that day, counted from Monday.
  place.setToday('2026-03-14')
  const commandId = randomUUID()
  must(await submitCorrection(place.office, one.own, written(`${MARKER}：只要小学`, commandId)))
  must(await submitCorrection(place.office, one.own, written(`${MARKER}：只要小学`, commandId)))
  const view = await caseView(place, one)
  expect(view.acts.filter(({ kind }) => kind === 'correction-received')).toMatchObject([
    { on: '2026-03-14', actorName: '申请人', detail: '' },
  ])
  expect(view.clock.due).toBe('2026-04-13')
  const side = must(await requesterSide(place.office, place.actor('clerk'), one.id))
  expect(side.messages).toMatchObject([{ kind: 'correction', text: `${MARKER}：只要小学`, handled: null }])
})

test('G4 逾期补正不由系统认定：内容收下、列入待办，由工作人员审查理由后登记', async () => {
  const one = await filed()
  await officeDoes(place, one, ASKED)
  place.setToday('2026-03-23')
  must(await submitCorrection(place.office, one.own, written('住院，今天才看到告知书。只要小学。')))
  expect((await status(place, one)).phase).toBe('awaitingCorrection')
  const clerk = place.actor('clerk')
  const task = async () => must(await listTasks(place.office, clerk)).find(({ caseId }) => caseId === one.id)?.what
  expect(await task()).toBe('申请人逾期提交补正，说明理由，请核对')
  const [message] = must(await requesterSide(place.office, clerk, one.id)).messages
  must(await handleMessage(place.office, clerk, { caseId: one.id, messageId: message?.id ?? '' }))
  expect(await task()).toBe('补正期限已过，登记“逾期不补正”')
  await officeDoes(place, one, { kind: 'correction-received', on: on('2026-03-23') })
  expect(await task()).toBe('答复')
  expect((await status(place, one)).phase).toBe('running')
})

test('G22 第三方是谁、说了什么，办理情况里没有；内部的审批、更正也没有', async () => {
  const one = await filed()
  await officeDoes(place, one, {
    kind: 'third-party-asked',
    on: on('2026-03-04'),
    party: '第三方甲',
    letterReceived: on('2026-03-04'),
  })
  const answer: Act = {
    kind: 'third-party-answered',
    on: on('2026-03-10'),
    party: '第三方甲',
    consents: true,
    reasons: '商业秘密甲',
  }
  await officeDoes(place, one, answer)
  const extended: Act = {
    kind: 'extended',
    on: on('2026-03-12'),
    workingDays: 5,
    reason: '需要进一步查找',
    approvedBy: '某某',
  }
  await officeDoes(place, one, extended, 'officeHead')
  await officeDoes(place, one, { kind: 'annulled', on: on('2026-03-12'), of: 4, reason: '登记有误' })
  await officeReplies(place, one, '2026-03-30')
  const told = await status(place, one)
  expect(told.steps.map(({ on, words }) => `${on} ${words}`)).toEqual([
    '2026-03-02 您提出申请',
    '2026-03-02 双方确认收到申请',
    '2026-03-04 书面征求第三方意见',
    '2026-03-10 收到第三方意见',
    '2026-03-30 作出答复：予以公开',
  ])
  const { letters: _letters, ...everything } = told
  for (const secret of ['第三方甲', '测绘公司', '商业秘密甲', '登记有误', 'head·bureau'])
    expect(JSON.stringify(everything)).not.toContain(secret)
})

test('网上撤回：没有勾选不撤回；答复送达以后不能撤回', async () => {
  const one = await replied(ELECTRONIC)
  const input = { commandId: randomUUID(), confirmed: false }
  expect(await withdrawOwn(place.office, one.own, input)).toMatchObject({ refusals: [{ field: 'confirmed' }] })
  must(await openOwnLetter(place.office, { ...one.own, letterId: await replyLetter(one) }))
  expect(await withdrawOwn(place.office, one.own, { ...input, confirmed: true })).toMatchObject({
    refusals: [{ code: 'case-closed' }],
  })
})

test('查询码不对的，什么也办不了、打不开', async () => {
  const one = await filed()
  const wrong = { ...one.own, queryCode: 'ZZZZ2222' }
  const letterId = (await status(place, one)).letters[0]?.id ?? ''
  for (const refused of [
    await withdrawOwn(place.office, wrong, { commandId: randomUUID(), confirmed: true }),
    await openOwnLetter(place.office, { ...wrong, letterId }),
    await ownLetter(place.office, { ...wrong, letterId }),
    await chooseService(place.office, wrong, { commandId: randomUUID(), agreed: true }),
  ])
    expect(refused).toMatchObject({ ok: false, refusals: [{ code: 'not-found' }] })
  expect((await status(place, one)).phase).toBe('running')
})
