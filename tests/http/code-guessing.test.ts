/** 猜查询码: one address gets twenty tries a minute, learns from none of them whether a number exists, and forging headers gives no more. */
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type County, county } from './county.ts'
import { visitorOf } from './portal-visitor.ts'
import { fileOnline, type OnlineCase } from './requester-deeds.ts'

const A_MINUTE = 20

let place: County
let app: FastifyInstance
let one: OnlineCase
beforeAll(async () => {
  place = await county('2026-03-02', { GONGKAI_REQUESTS_PER_MINUTE: '600' })
  app = await place.product.buildServer()
  one = await fileOnline(place)
})
afterAll(async () => {
  await app.close()
  await place.close()
})

test('编号真假，答的是同一句话；一分钟二十次以后，连对的查询码也不看；换 X-Forwarded-For 没有用', async () => {
  const visitor = visitorOf(app)
  await visitor.get('/jyj/status')
  const { _token } = visitor.typed()
  const cookie = visitor.page.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const guess = (number: string, queryCode: string, from: string, url = '/jyj/status') =>
    app.inject({
      method: 'POST',
      url,
      headers: { accept: 'text/html', cookie, 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-for': from },
      payload: new URLSearchParams({ _token: _token ?? '', number, queryCode }).toString(),
    })
  const said = new Set<string>()
  for (let n = 0; n < A_MINUTE; n += 1) {
    const number = n % 2 === 0 ? one.own.number : `云教公开申〔2026〕${900 + n}号`
    const answer = await guess(number, `AAAA${2222 + n}`.replaceAll('0', '2').replaceAll('1', '3'), `10.0.0.${n}`)
    expect(answer.statusCode).toBe(422)
    said.add(answer.body.replaceAll(number, ''))
  }
  expect(said.size).toBe(1)
  const right = await guess(one.own.number, one.own.queryCode, '10.9.9.9')
  expect([right.statusCode, right.headers.location]).toEqual([429, undefined])
  expect(right.body).toContain('操作过于频繁')
  // Every form that takes number and code counts to the same twenty.
  for (const url of ['/jyj/status/withdraw', '/mzj/status', '/dyxx/consult/status', '/jyj/objection/status'])
    expect({ url, status: (await guess(one.own.number, one.own.queryCode, '10.9.9.9', url)).statusCode }).toEqual({
      url,
      status: 429,
    })
})
