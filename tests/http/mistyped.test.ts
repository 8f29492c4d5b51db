/** 地址里打错、截断的编号和离谱的数字：说没有这一件、数字不对，不算系统故障；一次提交的太多，说多了几项，不说字数。 */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type County, county } from './county.ts'
import { ONE_PIXEL } from './desk.ts'
import { signInAs, type StaffClient } from './staff.ts'

let place: County
let app: FastifyInstance
let clerk: StaffClient
beforeAll(async () => {
  place = await county('2026-03-02')
  app = await place.product.buildServer()
  clerk = await signInAs(app, place, 'clerk')
})
afterAll(async () => {
  await app?.close()
  await place?.close()
})

test.each([
  '/decisions/3f2a/evidence',
  '/files/3f2a',
  '/letters/3f2a.pdf',
  '/letters/3f2a/sheet.pdf',
  '/requests/3f2a/bundle.pdf',
  '/disputes/3f2a/answer.pdf',
  `/hand-ins/${randomUUID()}/units/3f2a/sheet.xlsx`,
  `/decisions/${randomUUID()}/evidence`,
])('%s：没有这一件', async (path) => {
  expect((await clerk.get(path)).status).toBe(404)
})

test('传给打错了编号的一笔：没有这一件', async () => {
  expect((await clerk.upload('/decisions/3f2a/evidence', { name: '统计.png', bytes: ONE_PIXEL })).status).toBe(404)
})

test.each(['/reports/2025?version=99999999999', '/archive?year=9999999999', '/requests?state=all&year=99999999999'])(
  '%s：数字过大',
  async (path) => {
    const { status, body } = await clerk.get(path)
    expect(status).toBe(422)
    expect(body).toContain('数字过大')
  },
)

const entry = (made: number) => ({
  kind: 'permits',
  matter: '教师资格认定',
  sectionId: null,
  from: '2026-01-01',
  to: '2026-01-31',
  made,
  basis: '平台统计',
})
test.each([
  ['一次太多笔', Array.from({ length: 201 }, () => entry(1)), '一次最多 200 项'],
  ['件数是负数', [entry(-1)], '数字过小，最小 0'],
])('%s：照实说', async (_what, entries, says) => {
  const { status, body } = await clerk.post('/decisions', { commandId: randomUUID(), entries })
  expect(status).toBe(422)
  expect(body).toContain(says)
})
