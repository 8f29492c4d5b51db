/** 比较: two years of one agency, two agencies of one year, two versions; and what is not compared. */
import { load } from 'cheerio'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate } from '../../src/law/date.ts'
import type { ReportFormat, ReportTables } from '../../src/law/reports/model.ts'
import { importReport } from '../../src/office/reports/import-report.ts'
import { type County, county, must } from './county.ts'
import { fillColumn, tablesOf } from './portal-column.ts'

let place: County
let app: FastifyInstance

async function published(
  agency: 'bureau' | 'otherBureau' | 'government',
  year: number,
  tables: ReportTables,
  format: ReportFormat = '2021',
) {
  must(
    await importReport(place.office, place.actor('officeHead', agency), {
      checked: { agency: null, year, format, tables, findings: [] },
      prose: { preface: [], overall: ['一年的工作有序。', '收到申请三件。'], problems: ['解读偏少。'], other: [] },
      publishedOn: localDate(`${year + 1}-01-20`),
    }),
  )
}

beforeAll(async () => {
  place = await county('2026-03-02')
  app = await place.product.buildServer({ logs: { level: 'silent' } })
  await fillColumn(place)
  await published('otherBureau', 2024, tablesOf(2024, 3))
  await published('bureau', 2020, { ...tablesOf(2020, 3), disclosed: null }, '2019')
})
afterAll(async () => {
  await app.close()
  await place.close()
})

const see = async (url: string) => load((await app.inject({ url, headers: { accept: 'text/html' } })).body)
/** The line of 本年新收. */
const received = ($: ReturnType<typeof load>) =>
  $('.compared tbody tr')
    .toArray()
    .map((row) =>
      $(row)
        .children()
        .toArray()
        .map((cell) => $(cell).text()),
    )
    .find(([words]) => words?.startsWith('一、本年新收'))

test('不指明时是本机关最近两年，差用文字写', async () => {
  const $ = await see('/jyj/reports/compare')
  expect($('.compared thead th').slice(1, 4).text()).toBe('甲（2023 年）乙（2024 年）差')
  expect(received($)).toEqual(['一、本年新收政府信息公开申请数量', '5', '6', '多 1'])
  expect($('.notice').text()).toContain('不直接说明工作的好坏')
  expect($('select#other option[selected]').val()).toBe('jyj/2024')
})

test('两个机关同一年：写明限度，不排名', async () => {
  const $ = await see('/jyj/reports/compare?one=jyj/2024&other=mzj/2024')
  expect($('.compared thead th').eq(2).text()).toBe('乙（云岭县民政局 2024 年）')
  expect(received($)).toEqual(['一、本年新收政府信息公开申请数量', '6', '3', '少 3'])
  expect($('.notice').text()).toContain('不据此排名')
  expect($('mark').first().text()).toContain('仅')
})

test('同一年的两版：数字和文字的改动都在', async () => {
  const $ = await see('/jyj/reports/compare?one=jyj/2023/1&other=jyj/2023/2')
  expect($('.compared thead th').eq(1).text()).toBe('甲（2023 年 第 1 版）')
  expect(received($)).toEqual(['一、本年新收政府信息公开申请数量', '4', '5', '多 1'])
  expect($('h3').first().next().text()).toBe('文字相同。')
})

test('格式不同的不换算、不比较数字，只比较文字', async () => {
  const $ = await see('/jyj/reports/compare?one=jyj/2020&other=jyj/2024')
  expect($('.compared').length).toBe(0)
  expect($('main').text()).toContain('2019 年格式、2021 年格式')
  expect($('.wordings').length).toBeGreaterThan(0)
})

test.each(['one=jyj/1999&other=jyj/2024', 'one=nobody/2024', 'one=../../etc&other=x/y', 'other=jyj/2023/9'])(
  '没有的报告（%s）不出错，仍可以选',
  async (query) => {
    const { statusCode, body } = await app.inject({ url: `/jyj/reports/compare?${query}`, headers: { accept: 'text/html' } })
    expect(statusCode).toBe(200)
    expect(load(body)('form.compare-choice select').length).toBe(2)
  },
)

test('只公布了一份的，说明还没有可比的；报告页和更正说明里有入口', async () => {
  expect((await see('/mzj/reports/compare'))('.empty').text()).toContain('只公布了一份')
  expect((await see('/jyj/reports/2024'))('a[href="/jyj/reports/compare?other=jyj/2024"]').length).toBe(1)
})
