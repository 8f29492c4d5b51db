/** 开放数据: all reports of all agencies in one file, the same in every format; the feeds. */
import { Ajv2020 } from 'ajv/dist/2020.js'
import { load } from 'cheerio'
import ExcelJS from 'exceljs'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ABOUT_COLUMNS, COLUMN_CODES } from '../../src/edge/open-data/columns.ts'
import { importReport } from '../../src/office/reports/import-report.ts'
import { localDate } from '../../src/law/date.ts'
import type { Disclosed2019 } from '../../src/law/reports/model.ts'
import { type County, county, must } from './county.ts'
import { fillColumn, tablesOf } from './portal-column.ts'

let place: County
let app: FastifyInstance

const DISCLOSED_2019: Disclosed2019 = {
  rows: [{ label: '行政许可', cells: ['12', '+3', '=1+1'] }],
}

beforeAll(async () => {
  place = await county('2026-03-02')
  app = await place.product.buildServer({ logs: { level: 'silent' } })
  await fillColumn(place)
  const { requests, disputes } = tablesOf(2020, 2)
  must(
    await importReport(place.office, place.actor('officeHead', 'otherBureau'), {
      checked: {
        agency: '云岭县民政局',
        year: 2020,
        format: '2019',
        tables: { disclosed: DISCLOSED_2019, requests, disputes },
        findings: [],
      },
      prose: { preface: [], overall: ['@提示：民政'], problems: [], other: [] },
      publishedOn: localDate('2021-01-20'),
    }),
  )
})
afterAll(async () => {
  await app.close()
  await place.close()
})

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers })

async function csv(): Promise<Record<string, string>[]> {
  const { body } = await get('/open-data/reports.csv')
  expect(body.codePointAt(0)).toBe(0xfeff)
  const [head = '', ...lines] = body.slice(1).trimEnd().split('\r\n')
  const codes = head.split(',')
  expect(codes).toEqual(COLUMN_CODES)
  return lines.map((line) => Object.fromEntries(line.split(',').map((value, index) => [codes[index], value])))
}

test('CSV：每个机关每年一行，取最后公布的一版；旧格式的格子在自己的栏里', async () => {
  const rows = await csv()
  expect(rows.map(({ agency, year, version }) => `${agency}${year}第${version}版`)).toEqual([
    '云岭县教育局2024第1版',
    '云岭县教育局2023第2版',
    '云岭县民政局2020第1版',
  ])
  const [newest, restated, old] = rows
  expect(newest).toMatchObject({
    agencyAbove: '云岭县人民政府办公室',
    'requests.received.total': '6',
    'disclosed.2021.feesWanYuan': '1.25',
    'disclosed.2019.permits.0': '',
    address: 'http://localhost:80/jyj/reports/2024',
  })
  expect(restated).toMatchObject({ earlierVersions: '1', restatedBecause: '补录一件信函申请。', 'requests.received.total': '5' })
  expect(old).toMatchObject({
    'disclosed.2019.permits.0': '12',
    'disclosed.2019.permits.1': '+3',
    'disclosed.2019.permits.2': `'=1+1`,
    'disclosed.2021.permits': '',
  })
})

test('JSON：每一份都符合公布的格式说明，文字也在；可以逐行读', async () => {
  const check = new Ajv2020({ allowUnionTypes: true }).compile((await get('/schema/report-1.json')).json())
  const { body } = await get('/open-data/reports.json')
  const { reports } = JSON.parse(body)
  for (const report of reports) expect([check(report), check.errors]).toEqual([true, null])
  expect(reports.map((one: { year: number }) => one.year)).toEqual([2024, 2023, 2020])
  expect(reports[2].sections.overall).toEqual(['@提示：民政'])
  const lines = body.split('\n').filter((line) => line.startsWith('{"$schema"'))
  expect(lines.map((line) => JSON.parse(line.replace(/,$/, '')).year)).toEqual([2024, 2023, 2020])
})

test('Excel：与 CSV 的数字一致，公式样的文字只是文字，另有栏目说明', async () => {
  const { rawPayload } = await get('/open-data/reports.xlsx')
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(rawPayload as unknown as Parameters<typeof book.xlsx.load>[0])
  const [sheet, meaning] = book.worksheets
  const line = (number: number) =>
    COLUMN_CODES.map((_, index) => sheet?.getRow(number).getCell(index + 1)).map((cell) => cell?.value ?? null)
  expect(line(2)).toEqual(COLUMN_CODES)
  const rows = await csv()
  for (const [index, row] of rows.entries()) {
    const values = line(index + 3)
    const cells = Object.fromEntries(COLUMN_CODES.map((code, at) => [code, values[at]]))
    for (const code of COLUMN_CODES.slice(ABOUT_COLUMNS.length).filter((one) => row[one] !== '')) {
      const written = row[code] ?? ''
      expect([code, cells[code]]).toEqual([code, /^-?\d/.test(written) ? Number(written) : written.replace(/^'/, '')])
    }
    expect([cells.agency, cells.agencyCode]).toEqual([row.agency, null])
  }
  expect(sheet?.getCell(5, COLUMN_CODES.indexOf('disclosed.2019.permits.2') + 1).formula).toBeUndefined()
  const codes = meaning?.getColumn(1).values.slice(2)
  expect(codes).toEqual(COLUMN_CODES)
})

test('没有新公布的，不重复传送；今天以后公布的不在其中', async () => {
  const first = await get('/open-data/reports.csv')
  const etag = String(first.headers.etag)
  expect((await get('/open-data/reports.csv', { 'if-none-match': etag })).statusCode).toBe(304)
  must(
    await importReport(place.office, place.actor('officeHead', 'otherBureau'), {
      checked: { agency: '云岭县民政局', year: 2024, format: '2021', tables: tablesOf(2024, 3), findings: [] },
      prose: { preface: [], overall: [], problems: [], other: [] },
      publishedOn: localDate('2026-03-03'),
    }),
  )
  expect((await get('/open-data/reports.csv', { 'if-none-match': etag })).statusCode).toBe(304)
  place.setToday('2026-03-03')
  const next = await get('/open-data/reports.csv', { 'if-none-match': etag })
  expect([next.statusCode, next.body.split('\r\n').length]).toEqual([200, first.body.split('\r\n').length + 1])
  place.setToday('2026-03-02')
})

test('说明页列出每一个代码的含义，从首页进得去', async () => {
  const page = async (url: string) => load((await get(url, { accept: 'text/html' })).body)
  expect((await page('/'))('.foot a[href="/open-data"]').length).toBe(1)
  const $ = await page('/open-data')
  const told = new Set(
    $('table th[scope=row]')
      .toArray()
      .map((cell) => $(cell).text()),
  )
  const explained = (code: string) =>
    told.has(code) || (told.has(code.slice(0, code.lastIndexOf('.'))) && told.has(code.slice(code.lastIndexOf('.') + 1)))
  expect(COLUMN_CODES.filter((code) => !explained(code))).toEqual([])
  expect($('.lead').text()).toContain('2 个机关公布的 3 份年度报告（2020—2024 年度）')
  const columns = (await get('/open-data/columns.csv')).body.trimEnd().split('\r\n')
  expect(columns.length).toBe(COLUMN_CODES.length + 1)
})

test('订阅：新公布的和更正的各是一条；一个机关的只有它自己的', async () => {
  const feed = async (url: string) => {
    const { body, headers } = await get(url)
    expect(headers['content-type']).toContain('application/atom+xml')
    const $ = load(body, { xml: true })
    return $('entry')
      .toArray()
      .map((entry) => [$(entry).find('title').text(), $(entry).find('updated').text(), $(entry).find('id').text()])
  }
  const all = await feed('/open-data/reports.atom')
  expect(all.map(([title, updated]) => [title, updated])).toEqual([
    ['云岭县教育局2024年政府信息公开工作年度报告', '2025-01-20T00:00:00+08:00'],
    ['云岭县教育局2023年政府信息公开工作年度报告（更正，第 2 版）', '2024-02-20T00:00:00+08:00'],
    ['云岭县教育局2023年政府信息公开工作年度报告', '2024-01-20T00:00:00+08:00'],
    ['云岭县民政局2020年政府信息公开工作年度报告', '2021-01-20T00:00:00+08:00'],
  ])
  const ids = all.map(([, , id]) => id)
  expect(new Set(ids).size).toBe(4)
  expect(ids[0]).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect((await feed('/jyj/reports.atom')).map(([, , id]) => id)).toEqual(ids.slice(0, 3))
  const page = load((await get('/jyj/reports', { accept: 'text/html' })).body)
  expect(page('link[rel=alternate]').attr('href')).toBe('/jyj/reports.atom')
})
