/** The HTTP shell on a real database: health, failures told without giving anything away, the base path. */
import { Writable } from 'node:stream'
import type { FastifyInstance, FastifyPluginAsync } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { buildServer, type ServerParts } from '../../src/edge/server.ts'
import { connect, isUnavailable, type Connection } from '../../src/store/database.ts'
import { isMigrated } from '../../src/store/migrate.ts'
import { freshDatabase, type FreshDatabase } from './database.ts'

const MARKER = '张三·标记'
let database: FreshDatabase
let store: Connection
let log = ''

/** Stands for portal and console: one page that works, and the ways in which one can fail. */
const sample: FastifyPluginAsync = async (app) => {
  app.get('/page', async (_request, reply) => reply.type('text/html').send(`<p>${'好'.repeat(2000)}</p>`))
  app.get('/broken', async () => {
    throw new TypeError(`cannot read ${MARKER}`)
  })
  app.get('/query', async () => store.pool.query('select $1::date', [MARKER]))
  app.post('/form', { schema: { tags: ['样例'], body: z.object({ name: z.string() }) } }, async () => ({}))
}

async function serverWith(parts: Partial<ServerParts> = {}): Promise<FastifyInstance> {
  return buildServer({
    basePath: '',
    notReady: async () => ((await isMigrated(store.pool)) ? null : '未升级'),
    unavailable: isUnavailable,
    requestsPerMinute: 0,
    trustedProxies: false,
    logs: {
      level: 'info',
      stream: new Writable({
        write(chunk, _encoding, done) {
          log += String(chunk)
          done()
        },
      }),
    },
    plugins: [sample],
    ...parts,
  })
}

beforeAll(async () => {
  database = await freshDatabase()
  store = connect(database.url)
})

afterAll(async () => {
  await store.close()
  await database.drop()
})

describe('health', () => {
  test('/healthz: the process lives; /readyz: the database answers and is migrated', async () => {
    const app = await serverWith()
    expect((await app.inject('/healthz')).json()).toEqual({ alive: true })
    const ready = await app.inject('/readyz')
    expect([ready.statusCode, ready.json()]).toEqual([200, { ready: true }])
    expect(ready.headers['cache-control']).toBe('no-store')
  })

  test('/readyz is 503 when the database does not answer, /healthz stays 200', async () => {
    const gone = connect('postgresql://nobody@127.0.0.1:9/none')
    const app = await serverWith({ notReady: async () => ((await isMigrated(gone.pool)) ? null : '未升级') })
    const ready = await app.inject('/readyz')
    expect([ready.statusCode, ready.json()]).toEqual([503, { ready: false, say: '数据库没有应答' }])
    expect((await app.inject('/healthz')).statusCode).toBe(200)
    await gone.close()
  })
})

describe('failures', () => {
  test('our own fault: a number to quote, and neither answer nor log repeats what was in the error', async () => {
    const app = await serverWith()
    for (const url of ['/broken', '/query', `/none/${encodeURIComponent(MARKER)}?name=${encodeURIComponent(MARKER)}`]) {
      const answer = await app.inject({ url, headers: { accept: 'text/html' } })
      expect(answer.body).not.toContain(MARKER)
    }
    const answer = await app.inject('/broken')
    expect(answer.statusCode).toBe(500)
    const { reference, refusals } = answer.json()
    expect(refusals[0].code).toBe('our-fault')
    expect(log).toContain(reference)
    expect(log).toContain('server.test.ts')
    expect(log).not.toContain(MARKER)
    expect(log).not.toContain(encodeURIComponent(MARKER))
  })

  test('an address that can not be read is not repeated', async () => {
    const app = await serverWith()
    const answer = await app.inject('/%E5%BC%A0%zz')
    expect(answer.statusCode).toBe(400)
    expect(answer.body).not.toContain('%E5')
  })

  test('database gone: 503 with what to do', async () => {
    const gone = connect('postgresql://nobody@127.0.0.1:9/none')
    const app = await serverWith({
      plugins: [
        async (instance) => {
          instance.get('/list', async () => gone.pool.query('select 1'))
        },
      ],
    })
    const answer = await app.inject('/list')
    expect(answer.statusCode).toBe(503)
    expect(answer.json().refusals[0]).toMatchObject({ code: 'unavailable', then: '您的操作未被记录，请稍后重试。' })
    await gone.close()
  })

  test('a field of the wrong kind is named', async () => {
    const app = await serverWith()
    const answer = await app.inject({ method: 'POST', url: '/form', payload: { name: 3 } })
    expect(answer.statusCode).toBe(422)
    expect(answer.json().refusals).toMatchObject([{ code: 'field-invalid', field: 'name' }])
  })

  test('too many requests from one address: 429 and when to come back, but health is always told', async () => {
    const app = await serverWith({ requestsPerMinute: 2 })
    const statuses = []
    for (let count = 0; count < 3; count += 1) statuses.push((await app.inject('/page')).statusCode)
    expect(statuses).toEqual([200, 200, 429])
    const refused = await app.inject('/page')
    expect(refused.headers['retry-after']).toBeDefined()
    expect(refused.json().refusals[0].code).toBe('too-many')
    expect((await app.inject('/healthz')).statusCode).toBe(200)
  })
})

describe('every answer', () => {
  test('allows no foreign and no inline script or style', async () => {
    const { headers } = await (await serverWith()).inject('/page')
    expect(headers['content-security-policy']).toContain(`default-src 'self'`)
    expect(headers['content-security-policy']).not.toContain('unsafe-inline')
    expect(headers['x-content-type-options']).toBe('nosniff')
  })

  test('is compressed when the reader can unpack it', async () => {
    const { headers } = await (await serverWith()).inject({ url: '/page', headers: { 'accept-encoding': 'gzip' } })
    expect(headers['content-encoding']).toBe('gzip')
  })
})

test('under a base path everything moves but health', async () => {
  const app = await serverWith({ basePath: '/zwgk' })
  expect((await app.inject('/zwgk/page')).statusCode).toBe(200)
  expect((await app.inject('/page')).statusCode).toBe(404)
  expect((await app.inject('/healthz')).statusCode).toBe(200)
  const openapi = (await app.inject('/zwgk/api/openapi.json')).json()
  expect(openapi.openapi).toBe('3.1.0')
  expect(openapi.servers).toEqual([{ url: '/zwgk' }])
  expect(Object.keys(openapi.paths)).toEqual(['/form'])
})
