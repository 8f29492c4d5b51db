/** 网上申请行政复议的渠道（《行政复议法》第二十二条）: whichever way electronic service comes about, the decision comes with it. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { registerFilterSchema } from '../../../src/edge/console/contract/requests.ts'
import { localDate } from '../../../src/law/date.ts'
import { listTasks } from '../../../src/office/desk/list-tasks.ts'
import { listOutgoing } from '../../../src/office/letters/outgoing.ts'
import { openOwnLetter, ownLetter } from '../../../src/office/requester/open-letter.ts'
import { requesterSide } from '../../../src/office/requester/requester-side.ts'
import { chooseService } from '../../../src/office/requester/service-choice.ts'
import { listRequests } from '../../../src/office/requests/list-cases.ts'
import { recordAct } from '../../../src/office/requests/record-act.ts'
import { viewLetter } from '../../../src/office/requests/view-case.ts'
import { letterText } from '../../../src/record/letters/check.ts'
import type { LetterCode } from '../../../src/record/letters/model.ts'
import type { Act } from '../../../src/record/requests/acts.ts'
import { type County, county, must } from '../county.ts'
import { caseView, ELECTRONIC, fileOnline, officeDoes, officeReplies, type OnlineCase } from '../requester-deeds.ts'

const WAY = 'https://fuyi.example.invalid/'
const LINE = `行政复议也可以通过互联网渠道申请：${WAY}。`
const on = localDate

let place: County
beforeAll(async () => {
  place = await county('2026-03-02')
})
afterAll(() => place.close())

async function replied(over?: Parameters<typeof fileOnline>[1]): Promise<OnlineCase> {
  place.setToday('2026-03-02')
  const made = await fileOnline(place, over)
  await officeDoes(place, made, { kind: 'received', on: on('2026-03-02'), via: 'web' })
  await officeReplies(place, made, '2026-03-16')
  return made
}
const agree = async (of: OnlineCase, agreed: boolean) =>
  must(await chooseService(place.office, of.own, { commandId: randomUUID(), agreed }))

async function rows(of: OnlineCase, code: LetterCode) {
  return (await caseView(place, of)).letters.filter((letter) => letter.code === code)
}
async function text(of: OnlineCase, code: LetterCode): Promise<string> {
  const id = (await rows(of, code)).at(-1)?.id ?? ''
  return letterText(must(await viewLetter(place.office, place.actor('clerk'), id)))
}
async function waits(of: OnlineCase) {
  const clerk = place.actor('clerk')
  const task = must(await listTasks(place.office, clerk)).find(({ caseId }) => caseId === of.id)
  const stage = task?.sending
  expect((await caseView(place, of)).sending).toBe(stage)
  const { year, ...filter } = registerFilterSchema.parse({ state: 'all', sending: stage })
  const { rows: found } = must(await listRequests(place.office, clerk, { ...filter, year }, { page: 1, size: 100 }))
  expect(found.map(({ id }) => id)).toContain(of.id)
  return {
    task: task?.what,
    stage,
    toPost: must(await listOutgoing(place.office, clerk)).some(({ caseId, code }) => caseId === of.id && code === 'D11'),
  }
}
async function record(of: OnlineCase, act: Act) {
  const { version: seen } = await caseView(place, of)
  return recordAct(place.office, place.actor('clerk'), { caseId: of.id, commandId: randomUUID(), seen, act })
}
async function setWay(way: string): Promise<void> {
  await place.asOwner(
    `update agency_version set data = data || jsonb_build_object('onlineReconsideration', $2::text) where agency_id = $1`,
    [place.ids.bureau, way],
  )
}

test('答复作出以后才改为电子送达：补充告知书随答复送达，答复书不改；办理人员知道不必再邮寄；回证写明渠道', async () => {
  const one = await replied()
  expect(await waits(one)).toEqual({ task: '寄出答复', stage: 'toSend', toPost: true })
  const before = await text(one, 'D11')
  expect(before).not.toContain(WAY)
  place.setToday('2026-03-17')
  await agree(one, true)

  expect(await rows(one, 'D30')).toMatchObject([
    { number: `${one.own.number}-补告`, addressedTo: 'requester', issuedOn: '2026-03-17' },
  ])
  const notice = await text(one, 'D30')
  expect(notice).toContain(LINE)
  expect(notice).toContain('《中华人民共和国行政复议法》')
  expect(notice).toContain('第二十二条第二款')
  expect(notice).toContain(`（${one.own.number}-答）`)
  expect(await text(one, 'D11')).toBe(before)
  expect(await waits(one)).toEqual({ task: '申请人改为电子送达，等待在网上打开答复', stage: 'online', toPost: false })
  const side = must(await requesterSide(place.office, place.actor('clerk'), one.id))
  expect(side.electronic).toMatchObject({ agreed: true, supplement: `${one.own.number}-补告`, openBy: '2026-03-24' })

  place.setToday('2026-03-19')
  const letterId = (await rows(one, 'D11'))[0]?.id ?? ''
  expect(must(await ownLetter(place.office, { ...one.own, letterId }))).toMatchObject({
    servesDecision: true,
    supplement: { title: '关于网上申请行政复议渠道的补充告知书' },
  })
  // The notice can be read before: that serves nothing.
  must(await openOwnLetter(place.office, { ...one.own, letterId: (await rows(one, 'D30'))[0]?.id ?? '' }))
  expect((await caseView(place, one)).phase).toBe('replied')
  must(await openOwnLetter(place.office, { ...one.own, letterId }))
  expect((await caseView(place, one)).phase).toBe('served')
  const slip = await text(one, 'D28')
  expect(slip).toContain('关于网上申请行政复议渠道的补充告知书')
  expect(slip).toContain(`${one.own.number}-答；${one.own.number}-补告`)
  expect(slip).toContain(`已一并提供提交行政复议申请书的互联网渠道：${WAY}（《行政复议法》第二十二条第二款）`)
})

test('撤销同意的又回到待邮寄；再同意的不再出第二份', async () => {
  const one = await replied()
  await agree(one, true)
  await agree(one, false)
  expect(await waits(one)).toEqual({ task: '寄出答复', stage: 'toSend', toPost: true })
  await agree(one, true)
  expect(await waits(one)).toMatchObject({ toPost: false })
  expect(await rows(one, 'D30')).toHaveLength(1)
})

test('已经交寄的：补充告知书照出，邮件仍在路上，不另等打开', async () => {
  const one = await replied()
  const [reply] = await rows(one, 'D11')
  const sent = { of: reply?.actSeq ?? -1, code: 'D11', letter: reply?.number ?? '', by: 'signed-mail', carrier: 'ems' } as const
  must(await record(one, { kind: 'dispatched', on: on('2026-03-16'), ...sent, mailNumber: '1068123456789' }))
  await agree(one, true)
  expect(await rows(one, 'D30')).toHaveLength(1)
  expect(await waits(one)).toEqual({ task: '登记答复的送达', stage: 'sent', toPost: true })
})

test('一开始就选电子送达的，答复书里已经写明：不出补充告知书，回证同样写明', async () => {
  const one = await replied(ELECTRONIC)
  expect(await text(one, 'D11')).toContain(LINE)
  await agree(one, false)
  await agree(one, true)
  must(await openOwnLetter(place.office, { ...one.own, letterId: (await rows(one, 'D11'))[0]?.id ?? '' }))
  expect(await rows(one, 'D30')).toEqual([])
  expect(await text(one, 'D28')).toContain(WAY)
})

test('还没有答复的，改为电子送达不出补充告知书；答复书直接写明', async () => {
  place.setToday('2026-03-02')
  const one = await fileOnline(place)
  await officeDoes(place, one, { kind: 'received', on: on('2026-03-02'), via: 'web' })
  await agree(one, true)
  await officeReplies(place, one, '2026-03-16')
  expect(await rows(one, 'D30')).toEqual([])
  expect(await text(one, 'D11')).toContain(LINE)
})

test('答复时机关还没有登记网上渠道、后来才有的：登记电子发出时出补充告知书，不能补记成以前发出', async () => {
  await setWay('')
  const one = await replied(ELECTRONIC)
  const letterId = (await rows(one, 'D11'))[0]?.id ?? ''
  expect(await text(one, 'D11')).not.toContain('互联网渠道申请')
  expect(must(await ownLetter(place.office, { ...one.own, letterId })).servesDecision).toBe(false)
  await setWay(WAY)
  place.setToday('2026-03-18')
  const [reply] = await rows(one, 'D11')
  const sent = { of: reply?.actSeq ?? -1, code: 'D11', letter: reply?.number ?? '', by: 'electronic' } as const
  expect(await record(one, { kind: 'dispatched', on: on('2026-03-17'), ...sent })).toMatchObject({
    refusals: [{ code: 'service-method-refused', field: 'on', cite: { at: '22.2' } }],
  })
  must(await record(one, { kind: 'dispatched', on: on('2026-03-18'), ...sent }))
  expect(await text(one, 'D30')).toContain(LINE)
  must(await record(one, { kind: 'served', on: on('2026-03-18'), by: 'electronic', proof: '系统下载记录' }))
  expect(await rows(one, 'D30')).toHaveLength(1)
})
