/** 补正以后 (Art 30): what is asked for since then stands in the letters, before reviewers and the head, and in the file. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localDate as day } from '../../src/law/date.ts'
import { bundleIndex } from '../../src/office/archive/bundle.ts'
import { registerFilterSchema } from '../../src/edge/console/contract/requests.ts'
import { listTasks } from '../../src/office/desk/list-tasks.ts'
import { refold } from '../../src/office/oversight/refold.ts'
import { listRequests } from '../../src/office/requests/list-cases.ts'
import { statusOf } from '../../src/office/requests/look-up-status.ts'
import { previewReply } from '../../src/office/requests/draft-reply.ts'
import { recordAct } from '../../src/office/requests/record-act.ts'
import { viewCase } from '../../src/office/requests/view-case.ts'
import { submitCorrection } from '../../src/office/requester/write-to-office.ts'
import { letterText } from '../../src/record/letters/check.ts'
import { type ReplyContentInput, replyContentSchema } from '../../src/record/requests/reply.ts'
import { caseWork, GRANTED } from './case-work.ts'
import { type County, county, inTheClear, must, REQUESTER } from './county.ts'
import { type Visitor, visitorOf } from './portal-visitor.ts'
import { fileOnline, officeDoes, type OnlineCase } from './requester-deeds.ts'

let place: County
let app: FastifyInstance
beforeAll(async () => {
  place = await county('2026-03-02')
  app = await place.product.buildServer()
})
afterAll(async () => {
  await app.close()
  await place.close()
})

const WANTED = '2025年云岭县城区小学招生计划文件'
type Triggers = ('content' | 'identity')[]

async function asked(triggers?: Triggers): Promise<OnlineCase> {
  place.setToday('2026-03-02')
  const one = await fileOnline(place, { content: { subject: '招生材料', description: '' } })
  await officeDoes(place, one, { kind: 'received', on: day('2026-03-02'), via: 'web' })
  const items = '请写明所需信息的名称'
  await officeDoes(place, one, { kind: 'correction-asked', on: day('2026-03-04'), items, replyBy: day('2026-03-20'), triggers })
  place.setToday('2026-03-10')
  return one
}
const online = ({ own }: OnlineCase, text: string) =>
  submitCorrection(place.office, own, { commandId: randomUUID(), text, files: [] })
async function onPaper({ id }: OnlineCase, wording?: string): Promise<void> {
  const act = { kind: 'correction-received', on: day('2026-03-10') } as const
  const seen = (await caseWork(place, id).view()).version
  must(await recordAct(place.office, place.actor('clerk'), { caseId: id, commandId: randomUUID(), seen, act, wording }))
}
const seenBy = async ({ id }: OnlineCase, role: 'head' | 'clerk' = 'head') =>
  must(await viewCase(place.office, place.actor(role), id))
async function preview({ id }: OnlineCase, content: ReplyContentInput = GRANTED): Promise<string> {
  const given = { caseId: id, content: replyContentSchema.parse(content) }
  const { letter } = must(await previewReply(place.office, place.actor('head'), given))
  return letter ? letterText(letter) : ''
}
const received = (view: Awaited<ReturnType<typeof seenBy>>) => view.acts.filter(({ kind }) => kind === 'correction-received')

test('网上补正以后，答复引用补正后的内容；负责人和办理经过看得到；存储中没有明文', async () => {
  const one = await asked()
  must(await online(one, `${WANTED}。`))
  expect(await preview(one)).toContain(`并于2026年3月10日收到补正材料。您申请公开“${WANTED}”。`)
  const view = await seenBy(one)
  expect(view).toMatchObject({ corrected: `${WANTED}。`, content: { subject: '招生材料' } })
  expect(received(view)).toMatchObject([{ written: `${WANTED}。` }])
  const work = caseWork(place, one.id)
  await work.reply(GRANTED, '2026-03-16')
  const reply = await work.text('D11')
  expect(reply).toContain(`您申请公开“${WANTED}”。`)
  expect(reply).not.toContain('招生材料')
  expect(await inTheClear(place.url, (row) => row.includes(WANTED))).toEqual([])
  expect(must(await bundleIndex(place.office, place.actor('clerk'), one.id)).parts.length).toBeGreaterThan(0)
})

test('补正内容写了几行、很长、带着身份证号的：文书引用一行，号码打码，过长的截短', async () => {
  const one = await asked()
  must(await online(one, `小学招生计划\n530102199001022213\n${'很'.repeat(300)}`))
  const letter = await preview(one)
  expect(letter).toContain('您申请公开“小学招生计划；530')
  expect(letter).not.toContain('530102199001022213')
  expect(letter).toContain('很……”。')
  expect(letter).not.toContain('很'.repeat(200))
})

test('纸质补正由工作人员录入：文书同样引用；没有改的仍是原来的', async () => {
  const one = await asked()
  await onPaper(one, WANTED)
  expect(await preview(one)).toContain(`您申请公开“${WANTED}”。`)
  expect(received(await seenBy(one))).toMatchObject([{ written: WANTED }])
  const same = await asked()
  await onPaper(same, '招生材料')
  expect(await preview(same)).toContain('您申请公开“招生材料”。')
  expect((await seenBy(same)).corrected).toBeNull()
})

test('登记错误更正以后，又引用原来的内容', async () => {
  const one = await asked()
  await onPaper(one, WANTED)
  const [wrong] = received(await seenBy(one))
  const act = { kind: 'annulled', on: day('2026-03-10'), of: wrong?.seq ?? -1, reason: '登记到别的案件了' } as const
  must(await caseWork(place, one.id).record(act))
  expect((await seenBy(one)).corrected).toBeNull()
  await onPaper(one)
  expect(await preview(one)).toContain('您申请公开“招生材料”。')
})

test('登记簿、待办、案件页和办理情况列补正后的名称，没有姓名，存储中是加密的；补正前的写在案件页；更正登记以后又是原来的；重算一致', async () => {
  const one = await asked()
  const clerk = place.actor('clerk')
  const listed = async () => {
    const { rows } = must(
      await listRequests(place.office, clerk, { ...registerFilterSchema.parse({}), year: undefined }, { page: 1, size: 50 }),
    )
    const tasks = must(await listTasks(place.office, clerk))
    return [
      rows.find(({ id }) => id === one.id)?.subject,
      tasks.find(({ caseId }) => caseId === one.id)?.subject,
      (await seenBy(one)).subject,
      must(await statusOf(place.office, one.own)).subject,
    ]
  }
  expect(new Set(await listed())).toEqual(new Set(['招生材料']))
  must(await online(one, `${REQUESTER.name}要的是\n${WANTED}`))
  const now = `某要的是；${WANTED}`
  expect(new Set(await listed())).toEqual(new Set([now]))
  expect(await inTheClear(place.url, (row) => row.includes(WANTED))).toEqual([])
  expect(await seenBy(one)).toMatchObject({ content: { subject: '招生材料' } })
  expect(must(await statusOf(place.office, one.own)).formerSubject).toBe('招生材料')
  await place.asOwner(`update request_case set subject_now = null where id = '${one.id}'`)
  const { drifts } = await refold(place.office, { write: true })
  expect(drifts.map(({ fields }) => Object.keys(fields))).toContainEqual(['subject_now'])
  expect(JSON.stringify(drifts)).not.toContain(WANTED)
  expect(new Set(await listed())).toEqual(new Set([now]))
  expect((await refold(place.office, { write: false })).drifts.flatMap(({ fields }) => Object.keys(fields))).not.toContain(
    'subject_now',
  )
  const [wrong] = received(await seenBy(one))
  const act = { kind: 'annulled', on: day('2026-03-10'), of: wrong?.seq ?? -1, reason: '登记到别的案件了' } as const
  must(await caseWork(place, one.id).record(act))
  expect(new Set(await listed())).toEqual(new Set(['招生材料']))
})

test('只要求补身份证明的，补正不改变申请的内容', async () => {
  const one = await asked(['identity'])
  must(await online(one, '身份证复印件已经寄出'))
  expect(await preview(one)).toContain('您申请公开“招生材料”。')
  expect(received(await seenBy(one))).toMatchObject([{ written: '身份证复印件已经寄出' }])
})

test('逾期才写来的，工作人员登记时看到原文', async () => {
  const one = await asked()
  place.setToday('2026-03-23')
  must(await online(one, WANTED))
  expect(await seenBy(one, 'clerk')).toMatchObject({ lateCorrection: WANTED, corrected: null })
})

describe('申请人在办理情况页上', () => {
  async function lookUp({ own }: OnlineCase): Promise<Visitor> {
    const visitor = visitorOf(app)
    await visitor.get('/jyj/status')
    await visitor.send({ number: own.number, queryCode: own.queryCode })
    return visitor
  }

  test('不打开告知书就看到要补正什么；提交以后看到自己提交了什么，不再说还会要求补正', async () => {
    const one = await asked()
    const visitor = await lookUp(one)
    expect(visitor.text('.asks .asked')).toContain('请写明所需信息的名称')
    await visitor.get('/jyj/status/correction')
    expect(visitor.text('.lead .asked')).toContain('请写明所需信息的名称')
    const bytes = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n')
    await visitor.sendFiles([{ field: 'files1', name: '说明.pdf', bytes }], { text: WANTED })
    expect(visitor.at).toBe('/jyj/status/view?done=correction')
    expect(visitor.text('main')).toContain('您提交的补正')
    expect(visitor.text('.as-written')).toBe(WANTED)
    expect(visitor.text('main')).toContain('附件：说明.pdf')
    expect(visitor.text('main')).toContain('需要征求意见、延长的，会书面告诉您')
    expect(visitor.text('main')).not.toContain('需要补正')
  })

  test('没有要求过补正的，说还可能要求', async () => {
    place.setToday('2026-03-02')
    const one = await fileOnline(place)
    await officeDoes(place, one, { kind: 'received', on: day('2026-03-02'), via: 'web' })
    expect((await lookUp(one)).text('main')).toContain('需要补正、征求意见、延长的，会书面告诉您')
  })

  test('工作人员登记错又更正的补正，不给申请人看', async () => {
    const one = await asked()
    await onPaper(one, '别人的申请内容')
    expect((await lookUp(one)).text('.as-written')).toBe('别人的申请内容')
    const [wrong] = received(await seenBy(one))
    const act = { kind: 'annulled', on: day('2026-03-10'), of: wrong?.seq ?? -1, reason: '登记到别的案件了' } as const
    must(await caseWork(place, one.id).record(act))
    expect((await lookUp(one)).text('main')).not.toContain('别人的申请内容')
  })
})
