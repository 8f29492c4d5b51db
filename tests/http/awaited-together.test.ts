/** 说明理由和缴费同时等着（《条例》第三十五条、第四十二条）：期满没有说明理由、又发出收费通知的，申请人看到两件事各做什么、各到哪天。 */
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate } from '../../src/law/date.ts'
import { type County, county } from './county.ts'
import { visitorOf } from './portal-visitor.ts'
import { caseView, ELECTRONIC, fileOnline, officeDoes, status } from './requester-deeds.ts'

let place: County
let app: FastifyInstance
beforeAll(async () => {
  place = await county('2026-03-02')
  app = await place.product.buildServer({ logs: { level: 'silent' } })
})
afterAll(async () => {
  await app.close()
  await place.close()
})

const on = localDate

test('没有说明理由、又没有缴费：两个按钮都在，期限表各有一行', async () => {
  const one = await fileOnline(place, ELECTRONIC)
  await officeDoes(place, one, { kind: 'received', on: on('2026-03-02'), via: 'web' })
  place.setToday('2026-03-04')
  const asked = {
    kind: 'reasons-asked',
    on: on('2026-03-04'),
    replyBy: on('2026-03-12'),
    facts: '本月已提出申请四十件。',
  } as const
  await officeDoes(place, one, asked)
  place.setToday('2026-03-13')
  const noticed = {
    kind: 'fee-noticed',
    on: on('2026-03-13'),
    noticeReceived: on('2026-03-13'),
    yuan: 100,
    scale: 'item',
    quantity: 11,
  } as const
  await officeDoes(place, one, noticed)
  const view = await status(place, one)
  expect(view.deeds).toEqual(expect.arrayContaining(['reasons', 'payment']))
  expect((await caseView(place, one)).phase).toBe(view.phase)

  const visitor = visitorOf(app)
  await visitor.get('/jyj/status')
  await visitor.send({ number: one.own.number, queryCode: one.own.queryCode })
  const asks = visitor.text('.asks')
  expect(asks).toContain('说明申请理由')
  expect(asks).toContain('缴纳信息处理费')
  const standing = visitor.text('main')
  expect(standing).toContain('等您缴费，办法见下面的通知书，最迟2026年4月13日')
  expect(standing).toContain('同时等您说明理由：期限2026年3月12日已过，还没有收到')
  expect(visitor.text('table')).toContain('说明理由2026年3月12日')
  expect(visitor.text('table')).toContain('缴纳信息处理费2026年4月13日')
})
