import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { corrected } from '../../record/reports/checked-file.ts'
import { type ReportReader, reportReader } from './report-reader.ts'

const FOLDER = 'tests/samples/reports'
const SAMPLES = readdirSync(FOLDER).filter((name) => /\.(?:txt|html)$/.test(name))

let reader: ReportReader
beforeAll(() => {
  reader = reportReader({ milliseconds: 20_000, most: 3, oldFormats: false })
})
afterAll(() => reader.close())

const text = (name: string, content: string) => ({ name, bytes: new TextEncoder().encode(content) })

test.each(SAMPLES)('%s：没有改动，再检查一次还是同样的结果', async (name) => {
  const answer = await reader.check({ file: { name, bytes: readFileSync(`${FOLDER}/${name}`) }, previous: null })
  if (!answer?.ok) throw new Error(answer?.why ?? 'busy')
  const { report } = answer.file
  const again = corrected(answer.file, { entries: new Map(), agency: report.agency, year: report.year })
  expect(again.report.tables).toEqual(report.tables)
  const sorted = (findings: typeof report.findings) => findings.map((one) => JSON.stringify(one)).toSorted()
  expect(sorted(again.report.findings)).toEqual(sorted(report.findings))
})

test('不是报告的、旧格式的、上年不是报告的，各说各的原因', async () => {
  const seed = text('a.txt', readFileSync(`${FOLDER}/tongren-education-2021.txt`, 'utf8'))
  const notice = text('b.txt', '通知：明天开会。')
  expect(await reader.check({ file: notice, previous: null })).toMatchObject({ ok: false, of: 'file' })
  expect(await reader.check({ file: seed, previous: notice })).toMatchObject({ ok: false, of: 'previous' })
  const old = text('c.doc', '{\\rtf1 x}')
  expect(await reader.check({ file: old, previous: null })).toMatchObject({
    ok: false,
    of: 'file',
    why: expect.stringContaining('.docx'),
  })
  expect(await reader.check({ file: seed, previous: old })).toMatchObject({ ok: false, of: 'previous' })
  const endless = text('d.txt', `2021年政府信息公开工作年度报告${'一'.repeat(500_000)}`)
  expect(await reader.check({ file: endless, previous: null })).toMatchObject({ ok: false, why: '文字过长，不是一份年度报告' })
})

test('超过时限的停下来，后面的照常读；等的人太多的不收', async () => {
  const seed = text('a.txt', readFileSync(`${FOLDER}/tongren-education-2021.txt`, 'utf8'))
  const hasty = reportReader({ milliseconds: 1, most: 1, oldFormats: false })
  const [first, second] = await Promise.all([
    hasty.check({ file: seed, previous: null }),
    hasty.check({ file: seed, previous: null }),
  ])
  expect(first).toMatchObject({ ok: false, why: expect.stringContaining('已停止') })
  expect(second).toBeNull()
  await hasty.close()
  expect(await reader.check({ file: seed, previous: null })).toMatchObject({ ok: true })
})

test('带回来的报告也在能停下来的进程里检查', async () => {
  const seed = text('a.txt', readFileSync(`${FOLDER}/tongren-education-2021.txt`, 'utf8'))
  const read = await reader.check({ file: seed, previous: null })
  if (!read?.ok) throw new Error('the seed is a report')
  const { agency, year } = read.file.report
  const task = { carried: read.file, correction: { entries: new Map([['requests.other.other.total', 0]]), agency, year } }
  expect(await reader.correct(task)).toMatchObject({ ok: true, file: corrected(task.carried, task.correction) })
  const hasty = reportReader({ milliseconds: 1, most: 1, oldFormats: false })
  const [first, second] = await Promise.all([hasty.correct(task), hasty.correct(task)])
  expect(first).toMatchObject({ ok: false, why: expect.stringContaining('已停止') })
  expect(second).toBeNull()
  await hasty.close()
})
