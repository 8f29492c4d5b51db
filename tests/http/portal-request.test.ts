/** 依申请公开 as a person meets it: filling in, reading back, sending, looking up — without JavaScript, on a real database. */
import { randomUUID } from 'node:crypto'
import { Writable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { load } from 'cheerio'
import { HtmlValidate } from 'html-validate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localDate } from '../../src/law/date.ts'
import { answerConsultation, listConsultations, openConsultation } from '../../src/office/dialogue/consultations.ts'
import { requestFacts } from '../../src/office/reports/tables.ts'
import { registerRequest } from '../../src/office/requests/register-request.ts'
import { confirmReceiptOf, consultAgencyOn, type Filed } from './portal-deeds.ts'
import { CONTENT, type County, county, MARKER, MARKER_PHONE, must, REQUESTER } from './county.ts'
import { type Visitor, visitorOf } from './portal-visitor.ts'

let place: County
let app: FastifyInstance
let log = ''

/** A county that reads 'web' by confirmation, on an ordinary Monday. */
beforeAll(async () => {
  place = await county('2026-03-02')
  app = await place.product.buildServer({
    logs: {
      level: 'info',
      stream: new Writable({
        write(chunk, _encoding, done) {
          log += String(chunk)
          done()
        },
      }),
    },
  })
})
afterAll(async () => {
  await app.close()
  await place.close()
})

const PERSON = {
  'requester.kind': 'naturalPerson',
  'requester.name': `${MARKER}李梅`,
  'requester.idPaper': 'otherPaper',
  'requester.idNumber': `${MARKER}-A1234567`,
  'requester.phone': MARKER_PHONE,
  'requester.address': `${MARKER}迎宾路8号`,
  'content.subject': '2025年学区划分方案',
  'content.description': `请提供全文。\r\n${MARKER}家住迎宾路。`,
}
const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n')

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: { 'long-title': 'off', 'tel-non-breaking': 'off' },
})
async function faultsOf(visitor: Visitor): Promise<string[]> {
  const { results } = await validator.validateString(visitor.page.body)
  return results.flatMap(({ messages }) => messages.map(({ message }) => message))
}

async function filled(given: Record<string, string> = PERSON): Promise<Visitor> {
  const visitor = visitorOf(app)
  await visitor.get('/jyj/request/new')
  await visitor.send(given)
  return visitor
}

async function filed(): Promise<{ visitor: Visitor } & Filed> {
  const visitor = await filled()
  await visitor.send()
  const [number = '', queryCode = ''] = load(visitor.page.body)('.receipt dd')
    .toArray()
    .map((dd) => load(dd).text())
  return { visitor, number, queryCode }
}

describe('填写', () => {
  test('the form asks for what Article 29 lists, and for no purpose', async () => {
    const visitor = visitorOf(app)
    await visitor.get('/jyj/request/new')
    const asked = load(visitor.page.body)('main form label, main form legend').text()
    expect(asked).toContain('证件号码')
    expect(asked).not.toMatch(/用途|目的|理由/)
  })

  test('an empty form: every fault at once, each at its field and in a summary that leads there; nothing is stored', async () => {
    const visitor = await filled({})
    expect(visitor.page.statusCode).toBe(422)
    const $ = load(visitor.page.body)
    const links = $('.faults a')
      .toArray()
      .map((a) => $(a).attr('href') ?? '')
    expect(links).toEqual([
      '#requester-idPaper',
      '#requester-name',
      '#requester-idNumber',
      '#requester-phone',
      '#requester-address',
      '#content-subject',
    ])
    for (const link of links) expect($(link).length).toBe(1)
    expect($('#requester-name').attr('aria-describedby')).toContain('requester-name-fault')
    expect($('#requester-name').attr('aria-invalid')).toBe('true')
    expect(await faultsOf(visitor)).toEqual([])
  })

  test('what was typed is still there after a fault', async () => {
    const visitor = await filled({ ...PERSON, 'requester.postcode': '81', 'content.delivery': 'pickup' })
    expect(visitor.page.statusCode).toBe(422)
    expect(visitor.typed()).toMatchObject({
      ...PERSON,
      'requester.postcode': '81',
      'content.delivery': 'pickup',
    })
  })

  test('an organisation names who to speak to; a person is never asked', async () => {
    const visitor = await filled({ ...PERSON, 'requester.kind': 'research' })
    expect(load(visitor.page.body)('.faults a').attr('href')).toBe('#requester-contactName')
    await visitor.send({ 'requester.contactName': `${MARKER}王` })
    expect(visitor.text()).toContain('科研机构')
    expect(visitor.text('h1')).toBe('请核对申请')
  })

  test('what is too long is told at its field', async () => {
    const visitor = await filled({ ...PERSON, 'content.subject': '长'.repeat(201) })
    expect(visitor.text('.faults')).toContain('请控制在 200 个字以内')
  })

  test('a page left open too long loses nothing: the form comes back with a fresh token', async () => {
    const visitor = visitorOf(app)
    await visitor.get('/jyj/request/new')
    visitor.forget('gongkai_form')
    await visitor.send(PERSON)
    expect(visitor.text('.faults')).toContain('已经过期')
    expect(visitor.typed()).toMatchObject({ 'requester.name': PERSON['requester.name'] })
    await visitor.send()
    expect(visitor.text('h1')).toBe('请核对申请')
  })
})

describe('核对和提交', () => {
  test('the page reads back everything, and leads back to the form with everything in it', async () => {
    const visitor = await filled()
    for (const value of [PERSON['requester.name'], MARKER_PHONE, '2025年学区划分方案', '自然人', '纸质', '邮寄'])
      expect(visitor.text()).toContain(value)
    expect(await faultsOf(visitor)).toEqual([])
    const { 'requester.name': name, commandId } = visitor.typed()
    const body = new URLSearchParams({ ...visitor.typed(), edit: 'yes' }).toString()
    expect([name, body.includes(commandId ?? '-')]).toEqual([PERSON['requester.name'], true])
    await visitor.get('/jyj/request/new')
    await visitor.send({ ...PERSON, edit: 'yes' })
    expect(visitor.text('h1')).toBe('填写政府信息公开申请')
    expect(visitor.typed()).toMatchObject({ 'requester.name': PERSON['requester.name'] })
  })

  test('sending gives number, query code and what comes next; nothing of it stands in an address', async () => {
    const { visitor, number, queryCode } = await filed()
    expect(visitor.at).toBe('/jyj/request/receipt')
    expect(number).toMatch(/^云教公开申〔2026〕\d+号$/)
    expect(queryCode).toMatch(/^[A-Z2-9]{8}$/)
    expect(visitor.text()).toContain('20个工作日')
    expect(visitor.page.headers['cache-control']).toBe('no-store')
    expect(await faultsOf(visitor)).toEqual([])
  })

  test('files go along; a kind that is not accepted is told at the field, with the request still there', async () => {
    const visitor = await filled()
    await visitor.sendFiles([{ field: 'files1', name: '说明.exe', bytes: Buffer.from('MZ whatever') }])
    expect(visitor.page.statusCode).toBe(422)
    expect(visitor.text('.faults')).toContain('文件类型不能接收')
    expect(load(visitor.page.body)('.faults a').attr('href')).toBe('#files1')
    await visitor.sendFiles([
      { field: 'files1', name: '身份证明.pdf', bytes: PDF },
      { field: 'files2', name: '', bytes: Buffer.alloc(0) },
    ])
    expect(visitor.at).toBe('/jyj/request/receipt')
    const stored = await place.office.db.selectFrom('stored_file').select(['media_type', 'purpose']).execute()
    expect(stored).toEqual([{ media_type: 'application/pdf', purpose: '身份证明' }])
  })

  test('a file over 10 MB is told at the field, with the request still there', async () => {
    const visitor = await filled()
    await visitor.sendFiles([{ field: 'files1', name: '大.pdf', bytes: Buffer.concat([PDF, Buffer.alloc(10 * 1024 * 1024)]) }])
    expect(visitor.text('.faults')).toContain('文件超过 10 MB')
    expect(visitor.typed()).toMatchObject({ 'requester.name': PERSON['requester.name'] })
  })

  test('a second click sends nothing twice and keeps the code in sight', async () => {
    const visitor = await filled()
    const { commandId = '' } = visitor.typed()
    await visitor.send()
    const first = visitor.text('.receipt')
    await visitor.get('/jyj/request/new')
    await visitor.send({ ...PERSON, commandId })
    await visitor.send()
    expect(visitor.text('.receipt')).toBe(first)
    const { rows } = await countOf(commandId)
    expect(rows).toBe(1)
  })

  test('a form posted from elsewhere is not carried out', async () => {
    const before = await cases()
    const answer = await app.inject({
      method: 'POST',
      url: '/jyj/request/send',
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
      payload: new URLSearchParams({
        ...PERSON,
        'content.carrier': 'paper',
        'content.delivery': 'post',
        commandId: randomUUID(),
      }).toString(),
    })
    expect([answer.statusCode, await cases()]).toEqual([422, before])
  })

  async function cases(): Promise<number> {
    return (await place.office.db.selectFrom('request_case').select('id').execute()).length
  }
  async function countOf(commandId: string): Promise<{ rows: number }> {
    return {
      rows: (await place.office.db.selectFrom('command').select('case_id').where('command_id', '=', commandId).execute()).length,
    }
  }
})

describe('查询办理情况', () => {
  test('before confirmation: no limit runs yet, and the page says why (Reg. 31(3))', async () => {
    const { visitor } = await filed()
    await visitor.get('/jyj/status/view')
    expect(visitor.text('.phase')).toBe('待确认收到')
    expect(visitor.text()).toContain('《条例》第三十一条第（三）项')
    expect(await faultsOf(visitor)).toEqual([])
  })

  test('C02: confirmed on Monday 2 March 2026, due on 30 March; every counted day is in the ribbon, read as a list', async () => {
    const own = await filed()
    await confirmReceiptOf(place, own)
    const visitor = visitorOf(app)
    await visitor.get('/jyj/status')
    await visitor.send({ number: own.number, queryCode: own.queryCode.toLowerCase() })
    expect(visitor.at).toBe('/jyj/status/view')
    expect(visitor.text('.where')).toContain('2026年3月30日（周一），还剩 20 个工作日')
    const $ = load(visitor.page.body)
    const days = $('.ribbon .day.counted').toArray()
    expect(days.map((day) => $(day).find('.sign').text())).toEqual(Array.from({ length: 20 }, (_, index) => `${index + 1}`))
    expect($('.ribbon .day.due .vh').text()).toBe('3月30日周一，第 20 个工作日，到期日')
    expect($('.ribbon .day.today .vh').text()).toBe('3月2日周一，今天，提交申请，确认收到')
    expect($('.ribbon .day.excluded').length).toBe(0)
    expect(visitor.text('.clock-steps')).toContain('《条例》第三十三条')
    expect(await faultsOf(visitor)).toEqual([])
  })

  test('the letters can be had on paper and as text, by this reader only', async () => {
    const own = await filed()
    await confirmReceiptOf(place, own)
    const visitor = own.visitor
    await visitor.get('/jyj/status/view')
    const href = load(visitor.page.body)('.letters a[href$=".pdf"]').attr('href') ?? ''
    expect((await visitor.get(href)).rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    expect((await visitor.get(href.replace('.pdf', '.docx'))).rawPayload.subarray(0, 2).toString()).toBe('PK')
    expect((await visitorOf(app).get(href)).headers['content-type']).toContain('text/html')
    const other = await filed()
    expect((await other.visitor.get(href)).statusCode).toBe(404)
  })

  test('wrong number and wrong code get one answer; the code is not shown again', async () => {
    const { number, queryCode } = await filed()
    const answers = []
    for (const given of [
      { number, queryCode: 'ZZZZ2222' },
      { number: '云教公开申〔2026〕999号', queryCode },
    ]) {
      const visitor = visitorOf(app)
      await visitor.get('/jyj/status')
      await visitor.send(given)
      answers.push([visitor.page.statusCode, visitor.text('.faults')])
      expect(visitor.page.body).not.toContain(given.queryCode)
    }
    expect(answers[0]).toEqual(answers[1])
    expect(answers[0]?.[0]).toBe(422)
  })

  test('after half an hour, after leaving, or with a cookie of one’s own making, one has to ask again', async () => {
    const { visitor } = await filed()
    await visitor.get('/jyj/status/view')
    await visitor.send({}, 'form[action$="/leave"]')
    await visitor.get('/jyj/status/view')
    expect(visitor.at).toBe('/jyj/status')
    const forged = await app.inject({ url: '/jyj/status/view', headers: { cookie: 'gongkai_own=AQIDBAUGBwgJ' } })
    expect(forged.headers.location).toBe('/jyj/status')
    const seal = (until: number) =>
      place.office.vault.seal({ agencyId: place.ids.bureau, number: 'x', queryCode: 'y', until }).toString('base64url')
    const late = await app.inject({ url: '/jyj/request/receipt', headers: { cookie: `gongkai_own=${seal(Date.now() - 1)}` } })
    expect(late.headers.location).toBe('/jyj/status')
    const ofAnother = await app.inject({
      url: '/mzj/request/receipt',
      headers: { cookie: `gongkai_own=${seal(Date.now() + 60_000)}` },
    })
    expect(ofAnother.headers.location).toBe('/mzj/status')
  })

  test('C33: where next year’s holidays are not announced, no day is invented', async () => {
    place.setToday('2026-12-10')
    const own = await filed()
    await confirmReceiptOf(place, own)
    await own.visitor.get('/jyj/status/view')
    expect(own.visitor.text('.notice')).toContain('2027年节假日安排尚未公布，已计算 15 个工作日，还有 5 个工作日待公布后补算')
    expect(own.visitor.text('.where')).not.toMatch(/2027年\d/)
    place.setToday('2026-03-02')
  })
})

test('while another agency is consulted, the page says that the time does not count, and blames no calendar (Reg. 33.3)', async () => {
  const visitor = visitorOf(app)
  await visitor.get('/jyj/request/new')
  await visitor.send(PERSON)
  await visitor.send()
  const [number = ''] = load(visitor.page.body)('.receipt dd')
    .toArray()
    .map((dd) => load(dd).text())
  await confirmReceiptOf(place, { number })
  place.setToday('2026-03-10')
  await consultAgencyOn(place, { number })
  await visitor.get('/jyj/status/view')
  expect(visitor.text('.where')).toContain('正在征求意见，暂停计算')
  expect(visitor.text('.notice')).toContain('已计算 6 个工作日，收到意见后继续计算其余 14 个工作日')
  expect(visitor.text()).not.toContain('尚未公布')
  expect(await faultsOf(visitor)).toEqual([])
  place.setToday('2026-03-02')
})

describe('学校的信息公开咨询 (Reg. 55)', () => {
  const QUESTION = {
    name: `${MARKER}女士`,
    contact: MARKER_PHONE,
    subject: '午餐收费标准',
    question: `本学期标准是多少？${MARKER}`,
  }

  test('is asked, read back, sent, answered and looked up; the page says that it is no request', async () => {
    const visitor = visitorOf(app)
    await visitor.get('/dyxx/consult')
    expect(visitor.text()).toContain('没有法定的答复期限')
    await visitor.get('/dyxx/consult/new')
    await visitor.send({ ...QUESTION, contact: '' })
    expect(visitor.text('.faults')).toContain('请填写联系方式')
    await visitor.send({ contact: MARKER_PHONE })
    expect(visitor.text('h1')).toBe('请核对咨询')
    expect(await faultsOf(visitor)).toEqual([])
    await visitor.send()
    expect(visitor.at).toBe('/dyxx/consult/receipt')
    const [number = '', queryCode = ''] = load(visitor.page.body)('.receipt dd')
      .toArray()
      .map((dd) => load(dd).text())

    const officer = { ...place.actor('informationOfficer'), agencyId: place.ids.school }
    const [waiting] = must(await listConsultations(place.office, officer))
    must(await answerConsultation(place.office, officer, { id: waiting?.id ?? '', text: '每餐 9 元。' }))

    const later = visitorOf(app)
    await later.get('/dyxx/consult/status')
    await later.send({ number, queryCode })
    expect(later.at).toBe('/dyxx/consult/status/view')
    expect(later.text('.answer')).toBe('每餐 9 元。')
    expect(await faultsOf(later)).toEqual([])
  })

  test('S17 向学校申请食堂账目的，按咨询办理：不能登记为申请，学校、教育局的表三都不多一件', async () => {
    const { office, ids } = place
    const counted = async () =>
      (await Promise.all([ids.school, ids.bureau].map((id) => requestFacts(office.db, id, 2026)))).map(({ length }) => length)
    const before = await counted()
    expect(before[0]).toBe(0)
    must(await openConsultation(office, { ...QUESTION, agencyId: ids.school, commandId: randomUUID(), subject: '食堂账目' }))
    const asked = {
      commandId: randomUUID(),
      requester: REQUESTER,
      content: { ...CONTENT, subject: '食堂账目' },
      via: 'in-person',
      submittedOn: localDate('2026-03-02'),
      receivedOn: null,
    } as const
    expect(await registerRequest(office, place.actor('clerk', 'school'), asked)).toMatchObject({
      refusals: [{ code: 'not-an-agency-of-record', then: expect.stringContaining('申诉'), cite: { of: 'reg', at: '55' } }],
    })
    expect(await counted()).toEqual(before)
  })
})

test('no name, number, address or code of anybody is in the log', () => {
  expect(log).toContain('/:slug/request/send')
  for (const secret of [MARKER, encodeURIComponent(MARKER), MARKER_PHONE]) expect(log).not.toContain(secret)
})
