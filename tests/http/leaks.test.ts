/**
 * 个人信息不外泄: a marker stands in every personal field; a long session over portal and console, clumsy, forged and broken
 * posts among it, is recorded. No log line, no address, no cookie, no error may hold it, and nobody sees it without having
 * been let.
 */
import { randomUUID } from 'node:crypto'
import { Writable } from 'node:stream'
import { load } from 'cheerio'
import fastify, { type FastifyInstance, type InjectOptions, type LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ENDPOINTS, type EndpointName } from '../../src/edge/console/contract.ts'
import { ROLES } from '../../src/record/people/roles.ts'
import { CONTENT, type County, county, MARKER, MARKER_PHONE, REQUESTER } from './county.ts'
import { traceOf, watched, watchedLog } from './marker.ts'
import { visitorOf } from './portal-visitor.ts'
import { API, signInAs, type StaffClient } from './staff.ts'

interface Seen {
  what: string
  status: number
  location: string
  cookies: string
  body: string
}

const EMAIL = `${MARKER}@example.cn`
const FORM: Record<string, string> = {
  ...Object.fromEntries(Object.entries(REQUESTER).map(([name, value]) => [`requester.${name}`, value])),
  ...Object.fromEntries(Object.entries(CONTENT).map(([name, value]) => [`content.${name}`, value])),
  'requester.email': EMAIL,
}
const STUFFED = { name: MARKER, [MARKER]: MARKER, text: `${MARKER}${MARKER_PHONE}`, deep: { phone: MARKER_PHONE } }

let place: County
let app: FastifyInstance
let log = ''
const seen: Seen[] = []

/** The server, every answer of which is kept. */
function recording(server: FastifyInstance): FastifyInstance {
  const inject = async (options: InjectOptions) => {
    const response: LightMyRequestResponse = await server.inject(options)
    const { location } = response.headers
    seen.push({
      what: `${options.method} ${String(options.url)}`,
      status: response.statusCode,
      location: String(location ?? ''),
      cookies: [response.headers['set-cookie'] ?? []].flat().join('\n'),
      body: response.body,
    })
    return response
  }
  return { inject } as unknown as FastifyInstance
}

beforeAll(async () => {
  place = await county('2026-03-02')
  const stream = new Writable({
    write(chunk, _encoding, done) {
      log += String(chunk)
      done()
    },
  })
  app = await place.product.buildServer({ logs: { level: 'trace', stream } })
})
afterAll(async () => {
  await app?.close()
  await place?.close()
})

/** What the last answers were, since a moment. */
function since(count: number): Seen[] {
  return seen.slice(count)
}
const markedBody = (answers: readonly Seen[]) =>
  answers.filter(({ body }) => traceOf(body)).map(({ what, status }) => `${status} ${what}`)

/** What a page says and links to, without the fields in which a reader finds what was typed. */
function besidesFields(body: string): string {
  const $ = load(body)
  $('input, textarea').remove()
  return $.html()
}

describe('标记怎样写都找得到', () => {
  const text = `张三与${MARKER}李梅`
  test.each([
    ['原样', text],
    ['网址', encodeURIComponent(text)],
    ['网址中的网址', `back=${encodeURIComponent(`/search?q=${encodeURIComponent(text)}`)}`],
    ['JSON 转义', [...text].map((letter) => `\\u${letter.charCodeAt(0).toString(16)}`).join('')],
    ['十六进制', Buffer.from(text).toString('hex')],
    ...[0, 1, 2].map((shift) => [`base64，错开 ${shift}`, Buffer.from('x'.repeat(shift) + text).toString('base64')]),
    ['base64url', Buffer.from(`tel:${MARKER_PHONE};`).toString('base64url')],
  ])('%s', (_, written) => {
    expect(traceOf(`前${written}后`)).not.toBeNull()
  })

  test('没有就是没有', () => {
    expect(traceOf('马上记号，1398765042')).toBeNull()
  })

  test('日志和答话里有，或者答话会被缓存，关闭时就报错', async () => {
    const leaks: string[] = []
    watchedLog(leaks).write(`{"msg":"${MARKER}"}\n`)
    const careless = fastify()
    careless.get('/away', async (_request, reply) => reply.redirect(`/status?name=${encodeURIComponent(MARKER)}`))
    careless.get('/no', async (_request, reply) =>
      reply
        .code(422)
        .header('cache-control', 'no-store')
        .send({ say: `没有${MARKER}` }),
    )
    careless.get('/kept', async () => `致${MARKER}`)
    const server = watched(careless, leaks)
    for (const url of ['/away', '/no', '/kept']) await server.inject({ method: 'GET', url })
    expect(leaks).toHaveLength(4)
  })
})

describe('门户', () => {
  let number = ''
  let queryCode = ''

  test('填表有错：所填的都在栏内，话里、网址里没有', async () => {
    const visitor = visitorOf(recording(app))
    await visitor.get('/jyj/request/new')
    const wrong = await visitor.send({ ...FORM, 'requester.postcode': '', 'requester.kind': MARKER, 'content.subject': '' })
    expect(wrong.statusCode).toBe(422)
    expect(visitor.typed()['requester.name']).toBe(REQUESTER.name)
    expect(traceOf(besidesFields(wrong.body))).toBeNull()
    const long = await visitor.send({ ...FORM, 'requester.phone': MARKER.repeat(99), 'requester.name': MARKER.repeat(99) })
    expect(long.statusCode).toBe(422)
    expect(traceOf(besidesFields(long.body))).toBeNull()
  })

  test('没有令牌、伪造令牌：不受理，话里没有', async () => {
    for (const token of [undefined, MARKER]) {
      const payload = new URLSearchParams({ ...FORM, ...(token && { _token: token }) }).toString()
      const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html', cookie: 'gongkai_form=x' }
      for (const url of ['/jyj/request/new', '/dyxx/consult/new', '/jyj/status', '/jyj/status/contact']) {
        const answer = await recording(app).inject({ method: 'POST', url, headers, payload })
        expect(answer.statusCode).toBe(422)
        expect(traceOf(besidesFields(answer.body))).toBeNull()
      }
    }
  })

  test('提交：核对页是唯一一页读得到所填内容的，回执和办理情况里没有', async () => {
    const visitor = visitorOf(recording(app))
    await visitor.get('/jyj/request/new')
    expect((await visitor.send(FORM)).body).toContain(REQUESTER.name)
    const before = seen.length
    const receipt = await visitor.send({})
    expect(visitor.at).toBe('/jyj/request/receipt')
    number = /云教公开申〔2026〕\d+号/.exec(visitor.text())?.[0] ?? ''
    queryCode = /\b[2-9A-HJKMNP-Z]{8}\b/.exec(visitor.text().replace(/\s/g, ' '))?.[0] ?? ''
    expect([number, queryCode]).not.toContain('')
    expect(receipt.statusCode).toBe(200)
    const asker = visitorOf(recording(app))
    await asker.get('/jyj/status')
    await asker.send({ number, queryCode })
    expect(asker.at).toBe('/jyj/status/view')
    expect(markedBody(since(before))).toEqual([])
  })

  test('查询时把个人信息填进了编号栏：话里没有', async () => {
    const visitor = visitorOf(recording(app))
    await visitor.get('/jyj/status')
    const answer = await visitor.send({ number: `${MARKER}${MARKER_PHONE}`, queryCode: MARKER })
    expect(answer.statusCode).toBe(422)
    expect(traceOf(besidesFields(answer.body))).toBeNull()
  })

  test('学校的咨询也一样', async () => {
    const visitor = visitorOf(recording(app))
    await visitor.get('/dyxx/consult/new')
    const question = { name: MARKER, contact: MARKER_PHONE, subject: '', question: MARKER }
    const wrong = await visitor.send(question)
    expect(traceOf(besidesFields(wrong.body))).toBeNull()
    await visitor.send({ ...question, subject: `几号报名，请回电${MARKER_PHONE}` })
    const before = seen.length
    await visitor.send({})
    expect(visitor.at).toBe('/dyxx/consult/receipt')
    expect(markedBody(since(before))).toEqual([])
  })

  test('检索手机号：不检索，也不再显示，连“大字版”的网址里都没有', async () => {
    for (const url of [`/search?q=${MARKER_PHONE}`, `/jyj/search?q=${MARKER_PHONE}`]) {
      const answer = await recording(app).inject({ method: 'GET', url, headers: { accept: 'text/html' } })
      expect(traceOf(answer.body)).toBeNull()
    }
  })

  test.each(['text/html', 'application/json'])('没有的网址、认不出的网址、读不懂的内容（%s）：话里没有', async (accept) => {
    const client = recording(app)
    const before = seen.length
    const word = encodeURIComponent(MARKER)
    for (const url of [`/${word}`, `/jyj/doc/${word}`, `/jyj/content/${word}`, `/jyj/reports/${word}`, `/%E9%A9${MARKER_PHONE}%`])
      await client.inject({ method: 'GET', url, headers: { accept } })
    const types = ['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain']
    for (const type of types)
      await client.inject({
        method: 'POST',
        url: '/jyj/request/send',
        headers: { accept, 'content-type': type },
        payload: `{"requester.name":"${MARKER}","phone":${MARKER_PHONE}`,
      })
    await client.inject({ method: 'PUT', url: `/jyj/request?name=${word}`, headers: { accept }, payload: STUFFED })
    for (const answer of since(before)) {
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect({ what: answer.what, trace: traceOf(besidesFields(answer.body)) }).toEqual({ what: answer.what, trace: null })
    }
  })

  test('数据库出错：页面和日志都不复述所填内容', async () => {
    const visitor = visitorOf(recording(app))
    await visitor.get('/jyj/request/new')
    await visitor.send(FORM)
    await place.asOwner('alter table requester add constraint broken check (false) not valid')
    const lines = log.length
    const answer = await visitor.send({})
    await place.asOwner('alter table requester drop constraint broken')
    expect(answer.statusCode).toBe(500)
    expect(traceOf(answer.body)).toBeNull()
    expect(log.slice(lines)).toContain('our fault')
    expect(traceOf(log.slice(lines))).toBeNull()
  })
})

describe('工作台', () => {
  const staff = new Map<string, StaffClient>()
  let caseId = ''
  beforeAll(async () => {
    for (const role of ROLES) staff.set(role, await signInAs(recording(app), place, role))
    const [row] = await place.asOwner('select id from request_case limit 1')
    caseId = String(row?.id)
  })
  const as = (role: (typeof ROLES)[number]) => staff.get(role) as StaffClient
  const url = (name: EndpointName, id = caseId) => ENDPOINTS[name].path.replace(':id', id).replace(':year', '2026')

  test('登录时填错地方：话里没有', async () => {
    for (const payload of [
      { login: MARKER, password: MARKER },
      { login: place.login('clerk'), password: MARKER_PHONE },
      STUFFED,
    ]) {
      const answer = await recording(app).inject({ method: 'POST', url: `${API}/session`, payload })
      expect(answer.statusCode).toBeGreaterThanOrEqual(400)
      expect(traceOf(answer.body)).toBeNull()
    }
  })

  test('代为登记，答话里只有编号和查询码；重复的、缺项的也没有', async () => {
    const before = seen.length
    const given = { requester: REQUESTER, content: CONTENT, via: 'in-person', submittedOn: '2026-03-02', receivedOn: null }
    const commandId = randomUUID()
    for (const payload of [
      { ...given, commandId },
      { ...given, commandId },
      { ...given, commandId: randomUUID(), requester: { ...REQUESTER, postcode: MARKER_PHONE, kind: MARKER } },
      { ...given, commandId: randomUUID(), requester: { ...REQUESTER, name: '' }, submittedOn: '2026-03-09' },
    ])
      await as('clerk').post(url('requests.register'), payload)
    expect(since(before).map(({ status }) => status)).toEqual([200, 200, 422, 422])
    expect(markedBody(since(before))).toEqual([])
  })

  test('名册、待办、报告、审计、人员：谁来看都没有', async () => {
    const before = seen.length
    const lists: EndpointName[] = [
      'session.get',
      'tasks.list',
      'requests.list',
      'consultations.list',
      'reports.list',
      'people.list',
      'audit.list',
    ]
    for (const role of ROLES) for (const name of lists) await as(role).get(url(name))
    await as('clerk').post(url('reports.compile'), {})
    await as('clerk').get(`${url('reports.get')}`)
    await as('clerk').get(`${url('reports.cell')}?table=requests&row=received&column=total`)
    expect(markedBody(since(before))).toEqual([])
    expect(since(before).at(-1)?.status).toBe(200)
  })

  test('案件页：申请人各项只露一点；全部要另外请看', async () => {
    const shown = (await as('clerk').get(url('requests.get'))).json<{ requester: unknown; content: unknown }>()
    const { content: _asked, ...rest } = shown
    expect(traceOf(JSON.stringify(rest))).toBeNull()
    expect(shown.requester).toMatchObject({ name: '马***' })
    const opened = await as('clerk').post(url('requests.unmask'), { reason: '核对邮寄地址' })
    expect(opened.json()).toMatchObject({ requester: { name: REQUESTER.name, phone: MARKER_PHONE } })
  })

  test('没有资格看的人，案件页里一点也没有', async () => {
    const before = seen.length
    for (const role of ['sectionOfficer', 'supervisor', 'auditor', 'administrator', 'informationOfficer'] as const) {
      await as(role).get(url('requests.get'))
      await as(role).post(url('requests.unmask'), { reason: '想看看' })
    }
    expect(since(before).map(({ status }) => [403, 404].includes(status))).not.toContain(false)
    expect(markedBody(since(before))).toEqual([])
  })

  test('每一个接口，塞满个人信息的输入、认不出的编号、伪造的令牌：没有一句答话复述', async () => {
    const before = seen.length
    for (const name of Object.keys(ENDPOINTS) as EndpointName[]) {
      if (name === 'session.signOut') continue
      if (ENDPOINTS[name].method === 'GET') {
        await as('clerk').get(
          `${url(name, encodeURIComponent(MARKER))}?q=${MARKER_PHONE}&page=${MARKER_PHONE}x&row=${MARKER_PHONE}`,
        )
        continue
      }
      await as('clerk').post(url(name), STUFFED)
      await as('clerk').post(url(name, randomUUID()), {
        ...STUFFED,
        commandId: randomUUID(),
        seen: MARKER,
        act: { kind: MARKER, on: MARKER },
      })
      await recording(app).inject({
        method: 'POST',
        url: API + url(name),
        payload: STUFFED,
        headers: { 'x-csrf-token': MARKER_PHONE },
      })
      await recording(app).inject({
        method: 'POST',
        url: API + url(name),
        payload: `{"name":"${MARKER}","phone":${MARKER_PHONE}`,
        headers: { 'content-type': 'application/json' },
      })
    }
    const answers = since(before).filter(({ what }) => !what.endsWith('/notes'))
    expect(answers.filter(({ status }) => status >= 500).map(({ what }) => what)).toEqual([])
    expect(markedBody(answers.filter(({ status }) => status >= 400))).toEqual([])
    expect(answers.filter(({ status }) => status >= 400).length).toBeGreaterThan(60)
  })

  test('数据库出错：答话和日志都不复述', async () => {
    await place.asOwner('alter table case_note add constraint broken check (false) not valid')
    const lines = log.length
    const answer = await as('clerk').post(url('requests.note'), { commandId: randomUUID(), text: `${MARKER}来电${MARKER_PHONE}` })
    await place.asOwner('alter table case_note drop constraint broken')
    expect(answer.status).toBe(500)
    expect(traceOf(answer.body)).toBeNull()
    expect(log.slice(lines)).toContain('broken')
    expect(traceOf(log.slice(lines))).toBeNull()
  })
})

describe('整场下来', () => {
  test('走得够广', () => {
    expect(seen.length).toBeGreaterThan(200)
    expect(new Set(seen.map(({ status }) => status)).size).toBeGreaterThan(6)
    expect(log.split('\n').length).toBeGreaterThan(seen.length)
  })

  test('日志里一行也没有', () => {
    expect(log.split('\n').filter(traceOf)).toEqual([])
  })

  test('转到的网址里没有，也没有编号和查询码', () => {
    expect(seen.filter(({ location }) => traceOf(location) || /〔|%E3%80%94/.test(location))).toEqual([])
  })

  test('小饼干里没有', () => {
    expect(seen.filter(({ cookies }) => traceOf(cookies)).map(({ what }) => what)).toEqual([])
    expect(seen.some(({ cookies }) => cookies.includes('gongkai_own='))).toBe(true)
  })

  test('页面上的链接和表单地址里没有', () => {
    const addresses = seen.flatMap(({ body, status }) => {
      if (status >= 400 || !body.startsWith('<!')) return []
      const $ = load(body)
      return [...$('[href], [src], [action]')].map((element) =>
        String($(element).attr('href') ?? $(element).attr('action') ?? $(element).attr('src')),
      )
    })
    expect(addresses.length).toBeGreaterThan(50)
    expect(addresses.filter(traceOf)).toEqual([])
  })
})
