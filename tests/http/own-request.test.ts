/** 自己的申请: the session that has shown whose request it is. */
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type County, county } from './county.ts'
import { visitorOf } from './portal-visitor.ts'
import { fileOnline } from './requester-deeds.ts'

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

test('刚提交、刚查询过的，“查询办理情况”直接打开自己的申请；可以查另一件，退出之后要重新填，地址里没有编号', async () => {
  const [one, other] = [await fileOnline(place), await fileOnline(place)]
  const visitor = visitorOf(app)
  await visitor.get('/jyj/status')
  await visitor.send({ number: one.own.number, queryCode: one.own.queryCode })
  await visitor.get('/jyj')
  await visitor.get('/jyj/status')
  expect(visitor.at).toBe('/jyj/status/view')
  expect(visitor.text('main')).toContain(one.own.number)
  await visitor.get('/jyj/status?other=1')
  expect(visitor.at).toBe('/jyj/status?other=1')
  expect(visitor.text('main')).toContain('返回刚才查看的申请')
  expect(visitor.text('main')).not.toContain(one.own.number)
  await visitor.send({ number: other.own.number, queryCode: other.own.queryCode })
  expect(visitor.text('main')).toContain(other.own.number)
  await visitor.get('/jyj/status')
  expect(visitor.text('main')).toContain(other.own.number)
  await visitor.send({}, '#leave')
  expect(visitor.at).toBe('/jyj/status')
  expect(visitor.text('main')).not.toMatch(/返回刚才|公开申〔2026〕\d+号　/)
  await visitor.get('/jyj/status/view')
  expect(visitor.at).toBe('/jyj/status')
})
