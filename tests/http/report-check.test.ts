/** 工作台：检查一份报告，读不准的格子由人对照原件填写，导入存档，原件随报告保存。 */
import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CheckedReportAnswer, ImportInput } from '../../src/edge/console/contract/reports.ts'
import { corrected } from '../../src/record/reports/checked-file.ts'
import { unreadCells } from '../../src/record/reports/finding-places.ts'
import { placeKey } from '../../src/record/reports/form-cells.ts'
import type { ReportView } from '../../src/record/reports/view.ts'
import { localDate } from '../../src/law/date.ts'
import { type County, county } from './county.ts'
import { signInAs, type StaffClient } from './staff.ts'

/** The seed of another year and of our agency, with one row that can't be read and one sum that is wrong. */
const SEED = readFileSync('tests/samples/reports/tongren-education-2021.txt', 'utf8')
const OURS = SEED.replaceAll('同仁市教育局', '云岭县教育局')
  .replace('2.重复申请\t0\t0\t0\t0\t0\t0\t0', '2.重复申请 0 0 1O 0 0 0 0')
  .replace('一、本年新收政府信息公开申请数量\t\t0\t0', '一、本年新收政府信息公开申请数量\t\t3\t0')
/** The year after it, with four carried over. */
const NEXT = OURS.replaceAll('2021', '2022').replace(
  '二、上年结转政府信息公开申请数量\t\t0',
  '二、上年结转政府信息公开申请数量\t\t4',
)
const ROW = 'requests.notProcessed.repeated'
const COLUMNS = ['naturalPerson', 'business', 'research', 'publicBenefit', 'legalService', 'otherOrganisation', 'total']
const READ_BY_HAND = Object.fromEntries(COLUMNS.map((column, at) => [`${ROW}.${column}`, [0, 0, 10, 0, 0, 0, 10][at] ?? 0]))

let place: County
let app: FastifyInstance
let clerk: StaffClient
let officeHead: StaffClient
let auditor: StaffClient
beforeAll(async () => {
  place = await county('2026-03-02')
  app = await place.product.buildServer()
  clerk = await signInAs(app, place, 'clerk')
  officeHead = await signInAs(app, place, 'officeHead')
  auditor = await signInAs(app, place, 'auditor')
})
afterAll(async () => {
  await app?.close()
  await place?.close()
})

const text = (content: string, name = '年报.txt') => ({ name, bytes: new TextEncoder().encode(content) })

async function check(file: { name: string; bytes: Uint8Array }): Promise<CheckedReportAnswer> {
  const answer = await officeHead.upload('/reports/check', file)
  if (answer.status !== 200) throw new Error(answer.body)
  return answer.json<CheckedReportAnswer>()
}

function bring(file: { name: string; bytes: Uint8Array }, input: Partial<ImportInput>, client = officeHead) {
  const whole = { publishedOn: localDate('2022-01-19'), year: null, otherName: false, given: {}, ...input }
  return client.upload('/reports/import', file, { input: JSON.stringify(whole) })
}

const refusalsOf = (answer: { body: string }) =>
  (JSON.parse(answer.body) as { refusals: { code: string; field?: string }[] }).refusals

describe('检查', () => {
  test('读出的表、错误、原文都回来；什么也没有留下', async () => {
    const answer = await check(text(OURS))
    expect(answer).toMatchObject({ agencyName: '云岭县教育局', previousFrom: null, pages: 0, mayImport: { allowed: true } })
    const { report } = answer.file
    expect(report).toMatchObject({ agency: '云岭县教育局', year: 2021, format: '2021' })
    expect(report.findings.map(({ code }) => code)).toEqual(expect.arrayContaining(['R01', 'X3', 'X13', 'X12']))
    expect(unreadCells(report.findings, { format: '2021', tables: report.tables }).map(placeKey)).toEqual(
      Object.keys(READ_BY_HAND),
    )
    expect(answer.text).toContain('2.重复申请 0 0 1O 0')
    expect((await clerk.get('/reports/2021')).status).toBe(404)
  })

  test('带了上一年度的报告，就和它核对；没有带、存档中也没有的，不核对', async () => {
    const alone = await check(text(NEXT))
    expect(alone.previousFrom).toBeNull()
    expect(alone.file.report.findings.map(({ code }) => code)).not.toContain('X4')
    const both = await clerk.upload('/reports/check', text(NEXT), { previous: text(OURS, '上年.txt') })
    const { previousFrom, file } = both.json<CheckedReportAnswer>()
    expect(previousFrom).toBe('file')
    expect(file.report.findings.find(({ code }) => code === 'X4')?.message).toContain('上年结转为4，上一年度报告的结转下年度为0')
  })

  test('上一年度的报告读不出的，说明是哪一份', async () => {
    const answer = await clerk.upload('/reports/check', text(OURS), { previous: text('通知：明天开会。', '上年.txt') })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('上一年度的报告不能读取')
  })

  test('PDF 的每一页可以看', async () => {
    const pdf = { name: 'a.pdf', bytes: new Uint8Array(readFileSync('tests/samples/files/browser-ruled.pdf')) }
    const { pages } = await check(pdf)
    expect(pages).toBeGreaterThan(0)
    const picture = await clerk.upload('/reports/check/page', pdf, { page: '1' })
    expect(picture.headers['content-type']).toBe('image/png')
    expect(Buffer.from(picture.bytes.slice(1, 4)).toString()).toBe('PNG')
    expect((await clerk.upload('/reports/check/page', pdf, { page: String(pages + 1) })).status).toBe(422)
    expect((await clerk.upload('/reports/check/page', text(OURS), { page: '1' })).status).toBe(422)
  })

  test('改正后下载；改坏了的不收', async () => {
    const { file } = await check(text(OURS))
    const right = corrected(file, {
      entries: new Map([['requests.received.naturalPerson', 0]]),
      agency: '云岭县教育局',
      year: 2021,
    })
    const answer = await clerk.post('/reports/check/corrected', { to: 'docx', report: JSON.stringify(right) })
    expect(answer.status).toBe(200)
    expect(decodeURIComponent(String(answer.headers['content-disposition']))).toContain(
      '云岭县教育局2021年政府信息公开工作年度报告（改正）.docx',
    )
    expect((await clerk.post('/reports/check/corrected', { to: 'docx', report: '{}' })).status).toBe(422)
    expect((await clerk.post('/reports/check/corrected', { to: 'exe', report: JSON.stringify(right) })).status).toBe(422)
  })

  test.each([
    ['不是报告', text('通知：明天开会。'), '没有找到年度报告'],
    ['空文件', text(''), '文件是空的'],
  ])('%s：说明原因', async (_what, file, says) => {
    const answer = await officeHead.upload('/reports/check', file)
    expect(answer.status).toBe(422)
    expect(answer.body).toContain(says)
  })

  test('无权看年度报告的，不打开文件', async () => {
    const outsider = await signInAs(app, place, 'administrator')
    for (const path of ['/reports/check', '/reports/check/page', '/reports/import'])
      expect((await outsider.upload(path, text(OURS))).status).toBe(403)
  })
})

describe('导入存档', () => {
  test.each([
    ['没有填公布日期', { publishedOn: '' as never }, 'publishedOn'],
    ['公布日期晚于今天', { publishedOn: localDate('2026-03-03') }, 'publishedOn'],
    ['公布日期在报告年度之内', { publishedOn: localDate('2021-12-31') }, 'publishedOn'],
    ['填了读得准的格子', { given: { 'requests.granted.total': 5 } }, 'given'],
    ['填了没有的格子', { given: { 'requests.nothing.total': 5 } }, 'given'],
    ['数字的格子填了文字', { given: { [`${ROW}.total`]: '十' } }, 'given'],
  ])('%s：指出是哪一处，没有存', async (_what, input, field) => {
    const answer = await bring(text(OURS), input)
    expect(answer.status).toBe(422)
    expect(refusalsOf(answer)[0]).toMatchObject({ field })
    expect((await clerk.get('/reports/2021')).status).toBe(404)
  })

  test('别的机关的报告，要勾选确认是本机关的', async () => {
    const answer = await bring(text(SEED), {})
    expect(refusalsOf(answer)).toMatchObject([{ code: 'field-invalid', field: 'otherName' }])
  })

  test('带密级标志的不收，记入审计', async () => {
    const answer = await bring(text(`机密★5年\n${OURS}`), {})
    expect(refusalsOf(answer)).toMatchObject([{ code: 'file-marked-secret' }])
    expect((await auditor.get('/audit')).body).toContain('files.stopMarked')
  })

  test('照原件存档：错的也照录；人填的格子记着谁、哪天、哪几格；原件可以下载', async () => {
    const answer = await bring(text(OURS), { given: READ_BY_HAND })
    expect(answer.status).toBe(200)
    const view = answer.json<ReportView>()
    expect(view).toMatchObject({ year: 2021, state: 'published', source: 'imported', publishedOn: '2022-01-19' })
    expect(view.tables.requests?.['notProcessed.repeated']).toEqual([0, 0, 10, 0, 0, 0, 10])
    expect(view.tables.requests?.received).toEqual([3, 0, 0, 0, 0, 0, 0])
    expect(view.tables.requests?.['other.other']).toEqual([null, null, null, null, null, null, null])
    const codes = view.findings.map(({ code }) => code)
    expect(codes).toEqual(expect.arrayContaining(['X3', 'X13']))
    expect(codes).not.toContain('R01')
    const notes = view.findings.filter(({ code }) => code === 'R09')
    expect(notes).toHaveLength(7)
    const who = place.actor('officeHead').name
    expect(notes[2]?.message).toBe(`“重复申请”一行“科研机构”原件读不清，由${who}于2026年3月2日对照原件填写为10`)
    expect(view.imported).toEqual({ by: who, on: '2026-03-02', bytes: new TextEncoder().encode(OURS).length })
    const log = (await auditor.get('/audit')).json<{ rows: { verb: string; detail: string }[] }>()
    expect(log.rows.find(({ verb }) => verb === 'reports.import')?.detail).toContain(`${ROW}.research`)
    const original = await clerk.download('/reports/2021/original')
    expect(original.name).toBe('2021年年度报告（原件）.txt')
    expect(new TextDecoder().decode(original.bytes)).toBe(OURS)
    expect((await (await signInAs(app, place, 'clerk', 'otherBureau')).get('/reports/2021/original')).status).toBe(404)
  })

  test('同一年度不能再导入；下一年的报告与存档的上一年核对', async () => {
    expect(refusalsOf(await bring(text(OURS), {}))).toMatchObject([{ code: 'already-done' }])
    expect((await check(text(OURS))).mayImport).toMatchObject({ allowed: false, refusal: { code: 'already-done' } })
    const answer = await check(text(NEXT))
    expect(answer.previousFrom).toBe('archive')
    expect(answer.file.report.findings.find(({ code }) => code === 'X4')?.message).toContain(
      '上年结转为4，上一年度报告的结转下年度为0',
    )
  })

  test('两人同时导入同一年的：只有一个成，另一个说已在存档中', async () => {
    const both = await Promise.all([
      bring(text(NEXT), { publishedOn: localDate('2023-01-19') }),
      bring(text(NEXT), { publishedOn: localDate('2023-01-20') }),
    ])
    const lost = both.filter(({ status }) => status !== 200)
    expect(lost.flatMap(refusalsOf)).toMatchObject([{ code: 'already-done' }])
    expect(await place.asOwner(`select count(*)::int as n from report_original where year = 2022`)).toEqual([{ n: 1 }])
  })

  test('Word、PDF 的原件照原样保存', async () => {
    const pdf = { name: '某局.pdf', bytes: new Uint8Array(readFileSync('tests/samples/files/browser-ruled.pdf')) }
    const { year } = (await check(pdf)).file.report
    const answer = await bring(pdf, { otherName: true, publishedOn: localDate('2026-01-20') })
    expect(answer.status).toBe(200)
    const original = await clerk.download(`/reports/${year}/original`)
    expect(Buffer.from(original.bytes).equals(Buffer.from(pdf.bytes))).toBe(true)
    expect(original.name).toBe(`${year}年年度报告（原件）.pdf`)
  })
})
