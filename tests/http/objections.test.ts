/** 对公示的异议：网上、来电来信提出，编号、指定办理人、查证答复、另一人审核，公开的只有件数。 */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FastifyInstance } from 'fastify'
import { localDate } from '../../src/law/date.ts'
import { listExceptions } from '../../src/office/desk/list-exceptions.ts'
import { listTasks } from '../../src/office/desk/list-tasks.ts'
import { listAudit } from '../../src/office/oversight/list-audit.ts'
import {
  enterObjection,
  passAnswer,
  proposeAnswer,
  raiseObjection,
  recordTold,
  returnAnswer,
  unmaskObjection,
  viewObjection,
  viewPublicities,
  viewPublicity,
} from '../../src/office/publication/index.ts'
import type { Actor } from '../../src/record/people/roles.ts'
import { ALL_ENTRIES, type County, county, MARKER, MARKER_PHONE, must } from './county.ts'
import { why } from './desk.ts'
import { visitorOf } from './portal-visitor.ts'
import { codes, publicityWork, REJECTED, SAID } from './publicity-work.ts'

let place: County
let app: FastifyInstance
let work: ReturnType<typeof publicityWork>
beforeAll(async () => {
  place = await county('2026-03-02')
  app = await place.product.buildServer()
  work = publicityWork(place, app)
})
afterAll(async () => {
  await app.close()
  await place.close()
})

describe('提出异议', () => {
  test('网上：不用脚本，填写、核对、提交，得到编号和查询码；公开页面上只有件数', async () => {
    const { documentId, address } = await work.shown('可以提异议的公示')
    const visitor = visitorOf(app)
    await visitor.get(address)
    await visitor.get(`${address}/objection`)
    await visitor.send({ statement: '' })
    expect(visitor.page.statusCode).toBe(422)
    expect(visitor.text('.faults')).toContain('没有选择您的身份')
    await visitor.send(SAID)
    expect(visitor.text('.answers')).toContain('户口不在本县')
    await visitor.send({}, 'main form[method="post"]')
    expect(visitor.text('.receipt')).toMatch(/云教异〔2026〕\d+号/)
    const [row] = await work.objections(documentId)
    expect(row).toMatchObject({ via: 'online', objector: 'affected', dueOn: '2026-03-16', state: 'open' })
    const body = (await work.get(address)).body
    expect(body).toContain('收到异议 1 件：正在办理 1 件')
    for (const personal of [MARKER, MARKER_PHONE, '户口不在本县']) expect(body).not.toContain(personal)
  })

  test('姓名和联系方式可以不留；同一份表交两次，是一件', async () => {
    const { documentId } = await work.shown('匿名异议的公示')
    const commandId = randomUUID()
    const sent = { agencyId: place.ids.bureau, documentId, commandId, ...SAID, name: '', contact: '' }
    const one = must(await raiseObjection(place.office, sent))
    expect(must(await raiseObjection(place.office, sent))).toEqual(one)
    const rows = await work.objections(documentId)
    expect(rows).toHaveLength(1)
    expect(must(await viewObjection(place.office, work.clerk(), { id: rows[0]?.id ?? '' }))).toMatchObject({
      name: '',
      contact: '',
    })
  })

  test('带密级标志的内容不收', async () => {
    const { documentId } = await work.shown('不收涉密内容的公示')
    expect(codes(await work.raise(documentId, { statement: '机密★10年\n内容' }))).toEqual(['file-marked-secret'])
  })

  test('来电、来信由工作人员登记，期满以后收到的注明', async () => {
    const { documentId } = await work.shown('来电来信的公示')
    const entered = {
      documentId,
      via: 'phone' as const,
      ...SAID,
      objector: 'public' as const,
      receivedOn: localDate('2026-03-02'),
    }
    must(await enterObjection(place.office, work.clerk(), { ...entered, commandId: randomUUID() }))
    place.setToday('2026-03-11')
    const late = { ...entered, via: 'letter' as const, receivedOn: localDate('2026-03-11'), commandId: randomUUID() }
    must(await enterObjection(place.office, work.clerk(), late))
    expect((await work.objections(documentId)).map(({ via, afterEnd }) => [via, afterEnd])).toEqual([
      ['phone', false],
      ['letter', true],
    ])
    expect(
      codes(
        await enterObjection(place.office, work.clerk(), {
          ...late,
          receivedOn: localDate('2026-03-01'),
          commandId: randomUUID(),
        }),
      ),
    ).toEqual(['date-before-cause'])
  })

  test('期满之后网上不再受理：表的地址回到公示的页面', async () => {
    const { documentId, address } = await work.shown('过了期的公示')
    place.setToday('2026-03-10')
    expect(codes(await work.raise(documentId))).toEqual(['publicity-over'])
    const visitor = visitorOf(app)
    await visitor.get(`${address}/objection`)
    expect(visitor.at).toBe(address)
    expect(visitor.text('h1')).toBe('公示已经结束')
  })
})

describe('办理异议', () => {
  test('默认遮盖姓名、电话；查看完整信息留下记录', async () => {
    const { documentId } = await work.shown('遮盖异议人的公示')
    must(await work.raise(documentId, { statement: `电话 ${MARKER_PHONE}` }))
    const [{ id = '' } = {}] = await work.objections(documentId)
    const masked = JSON.stringify(must(await viewObjection(place.office, work.clerk(), { id })))
    expect(masked).not.toContain(MARKER_PHONE)
    expect(must(await unmaskObjection(place.office, work.clerk(), { id })).contact).toBe(MARKER_PHONE)
    const entries = must(await listAudit(place.office, place.actor('auditor'), 1, ALL_ENTRIES)).rows
    expect(entries.map(({ verb }) => verb)).toContain('objections.unmask')
  })

  test('拟写、另一人审核才算答复；拟写的人不能审核自己的；退回的写明要改什么', async () => {
    const { documentId } = await work.shown('两人办理的公示')
    must(await work.raise(documentId))
    const [{ id = '' } = {}] = await work.objections(documentId)
    must(await proposeAnswer(place.office, work.lead(), { ...(await work.command(id, work.lead())), ...REJECTED }))
    expect(codes(await passAnswer(place.office, work.lead(), await work.command(id, work.lead())))).toEqual([
      'second-person-needed',
    ])
    must(
      await returnAnswer(place.office, place.actor('head'), {
        ...(await work.command(id, place.actor('head'))),
        because: '请附户籍查询的日期',
      }),
    )
    expect(must(await work.answer(id))).toMatchObject({ state: 'answered', finding: 'rejected', answeredOn: '2026-03-02' })
    expect(
      codes(await proposeAnswer(place.office, work.clerk(), { ...(await work.command(id, work.clerk())), ...REJECTED })),
    ).toEqual(['already-done'])
  })

  test('答复里不能有身份证号；成立的，要写怎样处理', async () => {
    const { documentId } = await work.shown('答复要干净的公示')
    must(await work.raise(documentId))
    const [{ id = '' } = {}] = await work.objections(documentId)
    const propose = async (given: object) =>
      proposeAnswer(place.office, work.clerk(), { ...(await work.command(id, work.clerk())), ...REJECTED, ...given })
    expect(codes(await propose({ answer: '经查，11010519491231002X 不符合条件。' }))).toEqual(['personal-data'])
    expect(why(await propose({ finding: 'upheld', answer: '经查属实。' }))).toContain('没有写明怎样处理')
  })

  test('提出人凭编号和查询码看答复；来信来电的，告知以后登记', async () => {
    const { documentId } = await work.shown('看答复的公示')
    const { number, queryCode } = must(await work.raise(documentId))
    const visitor = visitorOf(app)
    const look = async (code: string) => {
      await visitor.get('/jyj/objection/status')
      await visitor.send({ number, queryCode: code })
    }
    await look('ABCD2345')
    expect(visitor.page.statusCode).toBe(422)
    await look(queryCode)
    expect(visitor.text()).toContain('正在查证')
    const [{ id = '' } = {}] = await work.objections(documentId)
    must(await work.answer(id, { finding: 'upheld', answer: '经查，情况属实。', measure: '移出名单，重新公示。' }))
    await look(queryCode)
    expect(visitor.text()).toContain('答复：成立')
    expect(visitor.text()).toContain('移出名单，重新公示')

    const phoned = {
      documentId,
      via: 'phone' as const,
      ...SAID,
      objector: 'public' as const,
      receivedOn: localDate('2026-03-02'),
    }
    must(await enterObjection(place.office, work.clerk(), { ...phoned, commandId: randomUUID() }))
    const second = (await work.objections(documentId)).find(({ via }) => via === 'phone')?.id ?? ''
    must(await work.answer(second))
    const told = async () => must(await listTasks(place.office, work.clerk())).some(({ objectionId }) => objectionId === second)
    expect(await told()).toBe(true)
    must(
      await recordTold(place.office, work.clerk(), { ...(await work.command(second, work.clerk())), because: '3月2日电话告知' }),
    )
    expect(await told()).toBe(false)
  })

  test('两人同时办，后到的被告知', async () => {
    const { documentId } = await work.shown('同时办的公示')
    must(await work.raise(documentId))
    const [{ id = '' } = {}] = await work.objections(documentId)
    const stale = await work.command(id, work.clerk())
    must(await proposeAnswer(place.office, work.clerk(), { ...stale, ...REJECTED }))
    expect(codes(await proposeAnswer(place.office, work.lead(), { ...stale, commandId: randomUUID(), ...REJECTED }))).toEqual([
      'changed-meanwhile',
    ])
  })

  test('待办和例外：到期的列给办理人，审核的列给审核人，过期的是例外', async () => {
    const { documentId } = await work.shown('有待办的公示')
    must(await work.raise(documentId))
    const [{ id = '' } = {}] = await work.objections(documentId)
    const tasksOf = async (actor: Actor) =>
      must(await listTasks(place.office, actor))
        .filter(({ objectionId }) => objectionId === id)
        .map(({ what }) => what)
    expect(await tasksOf(work.clerk())).toEqual(['查证异议，拟写答复'])
    expect(await tasksOf(work.lead())).toEqual([])
    const late = async () => must(await listExceptions(place.office, work.clerk())).some(({ objectionId }) => objectionId === id)
    expect(await late()).toBe(false)
    place.setToday('2026-03-17')
    expect(await late()).toBe(true)
    must(await proposeAnswer(place.office, work.clerk(), { ...(await work.command(id, work.clerk())), ...REJECTED }))
    expect(await tasksOf(work.clerk())).toEqual([])
    expect(await tasksOf(work.lead())).toEqual(['审核异议的答复'])
  })

  test('别的机关、没有权限的角色看不到', async () => {
    const { documentId } = await work.shown('只给本机关看的公示')
    expect(codes(await viewPublicity(place.office, place.actor('clerk', 'otherBureau'), { documentId }))).toEqual(['not-found'])
    expect(codes(await viewPublicities(place.office, place.actor('translator'), { page: 1 }))).toEqual(['not-permitted'])
    expect(codes(await viewPublicity(place.office, place.actor('sectionOfficer'), { documentId }))).toEqual(['not-found'])
  })
})
