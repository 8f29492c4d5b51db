/** 年度报告 as data: every way to have one, the published schema, and what a corrected one says of its correction. */
import { Ajv2020 } from 'ajv/dist/2020.js'
import { load } from 'cheerio'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readBytes } from '../../src/edge/files/read-bytes.ts'
import { renderLetterPdf } from '../../src/edge/paper/index.ts'
import { readReport } from '../../src/record/reports/read-report.ts'
import { localDate } from '../../src/law/date.ts'
import { keepSignedCopy } from '../../src/office/reports/keep-signed-copy.ts'
import { type County, county, must } from './county.ts'
import { fillColumn, tablesOf } from './portal-column.ts'
import { signInAs } from './staff.ts'

let place: County
let app: FastifyInstance

beforeAll(async () => {
  place = await county('2026-03-02')
  app = await place.product.buildServer({ logs: { level: 'silent' } })
  await fillColumn(place)
})
afterAll(async () => {
  await app.close()
  await place.close()
})

/** A PDF that stands for a scan. */
const paper = (title: string) =>
  renderLetterPdf({
    code: 'D01',
    agency: '云岭县教育局',
    number: '云教〔2026〕1号',
    title,
    addressee: null,
    blocks: [],
    attachments: [],
    signature: { agency: '云岭县教育局', date: '2026-03-02' },
  })

const get = (url: string) => app.inject({ url })
const json = async (url: string) => (await get(url)).json()

describe('下载', () => {
  test('JSON 符合公布的 JSON Schema；改坏一处就不符合', async () => {
    const schema = await get('/schema/report-1.json')
    expect(schema.headers['content-type']).toContain('application/schema+json')
    const check = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(schema.json())
    for (const url of ['/jyj/reports/2024.json', '/jyj/reports/2023.json', '/jyj/reports/2023.json?version=1']) {
      const data = await json(url)
      expect([check(data), check.errors]).toEqual([true, null])
      expect(data.$schema).toBe(schema.json().$id)
    }
    const broken = await json('/jyj/reports/2024.json')
    broken.tables.requests.received[0] = '4'
    delete broken.publishedOn
    expect(check(broken)).toBe(false)
    expect(check.errors?.map(({ instancePath, keyword }) => `${keyword} ${instancePath}`)).toEqual(
      expect.arrayContaining(['required ', 'type /tables/requests/received/0']),
    )
  })

  test('公布的 JSON Schema 只增不改：已有的内容与留存的一致', async () => {
    const { $id, ...schema } = await json('/schema/report-1.json')
    expect($id).toMatch(/^http:\/\/localhost.*\/schema\/report-1\.json$/)
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot('./report-1.schema.json')
  })

  test('Excel 读回来与报告一格不差', async () => {
    const { rawPayload, headers } = await get('/jyj/reports/2024.xlsx')
    expect(headers['content-disposition']).toMatch(/\.xlsx$/)
    const outcome = await readBytes(rawPayload, '年度报告.xlsx')
    expect(outcome.ok && readReport(outcome.document).tables).toEqual(tablesOf(2024, 6))
  })

  test('CSV 一格一行，Excel 直接打开不乱码，代码和表格原文都有', async () => {
    const { body } = await get('/jyj/reports/2024.csv')
    expect(body.codePointAt(0)).toBe(0xfeff)
    const lines = body.slice(1).trimEnd().split('\r\n')
    expect(lines[0]).toBe('机关,年度,版本,代码,部分,行,列,数值')
    expect(lines).toHaveLength(1 + 10 + 25 * 7 + 15)
    expect(lines).toContain(
      '云岭县教育局,2024,1,requests.received.total,三、收到和处理政府信息公开申请情况,一、本年新收政府信息公开申请数量,总计,6',
    )
    expect(lines).toContain(
      '云岭县教育局,2024,1,disclosed.2021.feesWanYuan,二、主动公开政府信息情况,第二十条第（八）项 行政事业性收费,本年收费金额（单位：万元）,1.25',
    )
  })

  test.each([
    '/jyj/reports/2024.exe',
    '/jyj/reports/2024.constructor',
    '/jyj/reports/1999.csv',
    '/jyj/reports/2024?version=abc',
    '/jyj/reports/2024?version=0',
    '/jyj/reports/2024/signed.pdf',
  ])('%s 没有', async (url) => expect((await get(url)).statusCode).toBe(404))
})

describe('报告页', () => {
  const pageOf = async (url: string) => load((await app.inject({ url, headers: { accept: 'text/html' } })).body)

  test('落款的日期与 PDF、Word、JSON 一样，是审批的那一天，不是发布的那一天', async () => {
    await place.asOwner(`update report set approved_on = '2025-01-10' where agency_id = $1 and year = 2024`, [place.ids.bureau])
    const page = await pageOf('/jyj/reports/2024')
    expect((await json('/jyj/reports/2024.json')).signature.date).toBe('2025-01-10')
    expect(page('.signature').text()).toContain('2025年1月10日')
  })

  test('写明报告有误、媒体采访找谁（S46）', async () => {
    const page = await pageOf('/jyj/reports/2024')
    expect(page('aside, .aside').text()).toContain('请联系云岭县教育局办公室（电话 0970-0000000）')
  })
})

describe('更正', () => {
  test('更正的报告写明改了哪些格子、为什么；更正前的一版也写', async () => {
    for (const url of ['/jyj/reports/2023', '/jyj/reports/2023?version=1']) {
      const notice = load((await app.inject({ url, headers: { accept: 'text/html' } })).body)('.restated')
      expect(notice.text()).toContain('第 2 版对第 1 版的更正（2024年2月20日）')
      expect(notice.text()).toContain('更正原因：补录一件信函申请。')
      const rows = notice.find('tbody tr').toArray()
      expect(rows.map((row) => load(row).text())).toContain('“本年新收政府信息公开申请数量”一行“总计”45')
    }
  })

  test('数据文件里也有更正的内容；旧版的数字不变', async () => {
    const now = await json('/jyj/reports/2023.json')
    const before = await json('/jyj/reports/2023.json?version=1')
    expect([now.version, now.restatedBecause, now.tables.requests.received.at(-1)]).toEqual([2, '补录一件信函申请。', 5])
    expect([before.version, before.restatedBecause, before.tables.requests.received.at(-1)]).toEqual([1, null, 4])
    expect(now.restatements[0].cells).toContainEqual({
      table: 'requests',
      row: 'received',
      column: 'total',
      before: 4,
      now: 5,
    })
  })

  test('机关改名以后，旧报告仍是公布时的名称', async () => {
    await place.asOwner(
      `insert into agency_version (agency_id, from_date, data)
        select agency_id, '2026-01-01', jsonb_set(data, '{name}', '"云岭县教育和体育局"') from agency_version where agency_id = $1`,
      [place.ids.bureau],
    )
    expect((await json('/jyj/reports/2024.json')).agency).toBe('云岭县教育局')
    const page = load((await app.inject({ url: '/jyj/reports/2024', headers: { accept: 'text/html' } })).body)
    expect(page('h1').text()).toBe('云岭县教育局2024年政府信息公开工作年度报告')
    expect(page('.body-name').text()).toBe('云岭县教育和体育局')
  })
})

describe('盖章扫描件', () => {
  const SIGNED = { year: 2024, version: 1, signedOn: localDate('2025-01-21') }
  const keep = async (over: Partial<Parameters<typeof keepSignedCopy>[2]>, role: 'officeHead' | 'clerk' = 'officeHead') =>
    keepSignedCopy(place.office, place.actor(role), {
      ...SIGNED,
      upload: { name: '扫描.pdf', bytes: await paper('盖章') },
      ...over,
    })
  const fieldsOf = (result: Awaited<ReturnType<typeof keep>>) =>
    result.ok ? [] : result.refusals.map(({ code, field }) => [code, field])

  test('只收 PDF；带密级标志的停下；日期要说得通；只有能发布的人能传', async () => {
    expect(fieldsOf(await keep({ upload: { name: '扫描.pdf', bytes: Buffer.from('不是 PDF') } }))).toEqual([
      ['file-refused', 'files'],
    ])
    expect(fieldsOf(await keep({ upload: { name: '扫描.pdf', bytes: await paper('机密★10年') } }))).toEqual([
      ['file-marked-secret', 'files'],
    ])
    expect(fieldsOf(await keep({ signedOn: localDate('2026-03-03') }))).toEqual([['date-in-future', 'signedOn']])
    expect(fieldsOf(await keep({ signedOn: localDate('2024-01-21') }))).toEqual([['date-before-cause', 'signedOn']])
    expect(fieldsOf(await keep({ version: 2 }))).toEqual([['not-found', undefined]])
    expect(fieldsOf(await keep({}, 'clerk'))).toEqual([['not-permitted', undefined]])
    expect((await get('/jyj/reports/2024/signed.pdf')).statusCode).toBe(404)
  })

  test('原样公布在报告旁边，写明签章日期；更换的顶替前一份', async () => {
    must(await keep({}))
    const better = await paper('盖章清晰版')
    must(await keep({ signedOn: localDate('2025-01-22'), upload: { name: '2.pdf', bytes: better } }))
    const { rawPayload, headers } = await get('/jyj/reports/2024/signed.pdf')
    expect([headers['content-type'], headers['x-content-type-options']]).toEqual(['application/pdf', 'nosniff'])
    expect(rawPayload.equals(Buffer.from(better))).toBe(true)
    const page = load((await app.inject({ url: '/jyj/reports/2024', headers: { accept: 'text/html' } })).body)
    expect(page('a[href="/jyj/reports/2024/signed.pdf"]').parent().text()).toContain('2025年1月22日签章')
    expect((await json('/jyj/reports/2024.json')).signedCopy).toMatchObject({ signedOn: '2025-01-22' })
    expect((await get('/jyj/reports/2023/signed.pdf')).statusCode).toBe(404)
  })

  test('经控制台上传：没有签章日期、伪造的表单都不收', async () => {
    const client = await signInAs(app, place, 'officeHead')
    const send = async (fields: Record<string, string>) =>
      client.upload('/reports/2023/signed-copy', { name: '扫描.pdf', bytes: await paper('盖章') }, fields)
    expect((await send({ version: '2' })).status).toBe(422)
    const kept = await send({ version: '2', signedOn: '2024-02-20' })
    expect([kept.status, JSON.parse(kept.body).signedCopy]).toEqual([200, expect.objectContaining({ signedOn: '2024-02-20' })])
    expect((await get('/jyj/reports/2023/signed.pdf')).statusCode).toBe(200)
    expect((await get('/jyj/reports/2023/signed.pdf?version=1')).statusCode).toBe(404)
  })
})
