/** 2019年格式（国办公开办函〔2019〕60号）也由登记簿汇编：表二由公开目录、台账、上年报告得出，其余写明依据填报；公布后各种文件读回来一样。 */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { renderReportDocx, renderReportPdf, renderReportXlsx } from '../../src/edge/paper/index.ts'
import { readBytes } from '../../src/edge/files/read-bytes.ts'
import { reportCsv } from '../../src/edge/open-data/report-csv.ts'
import { type LocalDate, localDate } from '../../src/law/date.ts'
import { readReport as readPublished } from '../../src/office/publication/index.ts'
import { publishDocument } from '../../src/office/publication/publish-document.ts'
import { approveReport, submitReport } from '../../src/office/reports/approve-report.ts'
import { cellCases } from '../../src/office/reports/cell-cases.ts'
import { compileReport } from '../../src/office/reports/compile-report.ts'
import { enterDecisions } from '../../src/office/reports/decisions.ts'
import { publishReport } from '../../src/office/reports/publish-report.ts'
import { registerRequest } from '../../src/office/requests/register-request.ts'
import type { ReportView } from '../../src/record/reports/view.ts'
import { readReport } from '../../src/record/reports/read-report.ts'
import { CONTENT, type County, county, must, REQUESTER } from './county.ts'
import { PROSE } from './year-report.ts'
import { asSeen, setCount, write } from './reports.ts'

let place: County
const on = localDate

async function document(title: string, number: string, formedOn: LocalDate, publishedOn: LocalDate): Promise<void> {
  place.setToday(publishedOn)
  must(
    await publishDocument(place.office, place.actor('clerk'), {
      column: 'education-admission',
      title,
      number,
      summary: '办法。',
      keywords: ['办法'],
      body: '<p>正文。</p>',
      formedOn,
      normative: true,
    }),
  )
}

beforeAll(async () => {
  place = await county('2019-06-03')
  await document('学校食堂管理办法', '云教〔2018〕9号', on('2018-03-01'), on('2019-06-10'))
  await document('课后服务管理办法', '云教〔2019〕21号', on('2019-08-01'), on('2019-08-20'))
  place.setToday('2019-12-23')
  must(
    await registerRequest(place.office, place.actor('clerk'), {
      commandId: randomUUID(),
      requester: REQUESTER,
      content: CONTENT,
      via: 'in-person',
      submittedOn: on('2019-12-23'),
      receivedOn: null,
    }),
  )
  place.setToday('2020-01-13')
})
afterAll(() => place.close())

const clerk = () => place.actor('clerk')
const rowOf = (view: ReportView, label: string) => {
  const { disclosed } = view.tables
  return disclosed && 'rows' in disclosed ? disclosed.rows.find((row) => row.label === label)?.cells : undefined
}
const set = (year: number, kind: string, value: number, basis = '权责清单（2019年版）') =>
  setCount(place.office, clerk(), { year, kind, value, basis })

test('2019年的报告按旧格式汇编：规范性文件由目录得出，处理决定由台账得出，项目数量、采购没有填的是空白', async () => {
  const entry = {
    matter: '学历鉴定',
    sectionId: null,
    from: on('2019-07-01'),
    to: on('2019-12-31'),
    made: 12,
    refused: 0,
    fen: 0,
  }
  must(
    await enterDecisions(place.office, clerk(), {
      commandId: randomUUID(),
      entries: [{ ...entry, kind: 'otherServices', basis: '窗口台账' }],
    }),
  )
  const view = must(await compileReport(place.office, clerk(), 2019))
  expect(view).toMatchObject({ format: '2019', source: 'compiled' })
  expect(rowOf(view, '规章')).toEqual(['0', '0', '0'])
  expect(rowOf(view, '规范性文件')).toEqual(['1', '2', '2'])
  expect(rowOf(view, '其他对外管理服务事项')).toEqual(['', '', '12'])
  expect(rowOf(view, '政府集中采购')).toEqual(['', ''])
  expect(view.tables.requests).toMatchObject({ carriedForward: [1, 0, 0, 0, 0, 0, 1], 'other.all': [0, 0, 0, 0, 0, 0, 0] })
  expect(view.findings.filter(({ code }) => code === 'X13').map(({ rows }) => rows[0])).toContain('政府集中采购')
  const behind = async (row: string, column: string) =>
    must(await cellCases(place.office, clerk(), { year: 2019, table: 'disclosed', row, column }))
  expect((await behind('规范性文件', '1')).documents.map(({ title }) => title)).toEqual(['学校食堂管理办法', '课后服务管理办法'])
  expect((await behind('规范性文件', '0')).documents.map(({ title }) => title)).toEqual(['课后服务管理办法'])
  expect((await behind('其他对外管理服务事项', '2')).entries.map(({ matter }) => matter)).toEqual(['学历鉴定'])
  expect((await behind('其他对外管理服务事项', '0')).entries).toEqual([])
})

test('填报的数要依据，本年增减可以为负，别的不可以；改动目录得出的数要原因；没有这一项的年度不收', async () => {
  const faultOf = async (done: ReturnType<typeof setCount>) => {
    const result = await done
    return result.ok ? null : result.refusals.map(({ code, field }) => [code, field])[0]
  }
  expect(await faultOf(set(2019, 'permits.items', 9, ''))).toEqual(['field-missing', 'basis'])
  expect(await faultOf(set(2019, 'permits.items', -9))).toEqual(['field-invalid', 'value'])
  expect(await faultOf(set(2019, 'permits.change', 1.5))).toEqual(['field-invalid', 'value'])
  expect(await faultOf(set(2019, 'normative.public', 5, ''))).toEqual(['field-missing', 'basis'])
  expect(await faultOf(set(2021, 'procurement.projects', 5))).toEqual(['field-invalid', 'kind'])
  const wrong = await enterDecisions(place.office, clerk(), {
    commandId: randomUUID(),
    entries: [
      {
        kind: 'otherServices',
        matter: '学历鉴定',
        sectionId: null,
        from: on('2021-01-01'),
        to: on('2021-01-02'),
        made: 1,
        refused: 0,
        fen: 0,
        basis: '窗口台账',
      },
    ],
  })
  expect(wrong.ok ? [] : wrong.refusals.map(({ field }) => field)).toContain('entries.0.kind')
})

async function fillAndPublish(year: number): Promise<ReportView> {
  const { counts } = must(await compileReport(place.office, clerk(), year))
  for (const { kind, value } of counts) if (value === null) must(await set(year, kind, 0))
  must(await set(year, 'permits.change', year === 2019 ? -2 : 3))
  if (year === 2019) must(await set(year, 'permits.items', 9))
  must(await set(year, 'permits', 21, '教师资格认定办件统计'))
  must(await set(year, 'procurement.projects', 4, '政府采购合同台账'))
  must(await set(year, 'procurement.wanYuan', 73.802895, '政府采购合同台账'))
  const ready = must(await write(place.office, clerk(), year, { ...PROSE, overall: [`${year}年，${PROSE.overall[0]}`] }))
  expect(ready.findings.filter(({ level }) => level === 'error').map(({ code, message }) => `${code} ${message}`)).toEqual([])
  must(await submitReport(place.office, clerk(), await asSeen(place.office, clerk(), year)))
  must(await approveReport(place.office, place.actor('head'), await asSeen(place.office, place.actor('head'), year)))
  return must(
    await publishReport(place.office, place.actor('officeHead'), await asSeen(place.office, place.actor('officeHead'), year)),
  )
}

test('教育部门许可填零，旧格式也要逐项核对（L10、L02）', async () => {
  const { findings } = must(await set(2019, 'permits', 0))
  expect(findings.filter(({ code }) => code === 'L10' || code === 'L02').map(({ rows }) => rows)).toEqual([
    ['行政许可'],
    ['行政许可'],
  ])
})

test('填齐之后照常送审、审批、公布；PDF、DOCX、XLSX、CSV 读回来都是同样的表', async () => {
  const published = await fillAndPublish(2019)
  expect(rowOf(published, '行政许可')).toEqual(['9', '-2', '21'])
  expect(rowOf(published, '政府集中采购')).toEqual(['4', '73.802895万元'])
  const shown = await readPublished(place.office, { id: place.ids.bureau }, { year: 2019 })
  if (!shown) throw new Error('not on the portal')
  for (const [kind, render] of Object.entries({ pdf: renderReportPdf, docx: renderReportDocx, xlsx: renderReportXlsx })) {
    const outcome = await readBytes(await render(shown.document), `年报.${kind}`)
    if (!outcome.ok) throw new Error(outcome.why)
    const back = readReport(outcome.document)
    expect([kind, back.year, back.format]).toEqual([kind, 2019, '2019'])
    expect(back.tables).toEqual(published.tables)
    expect(back.findings.filter(({ level }) => level === 'error')).toEqual([])
  }
  expect(reportCsv(shown)).toContain('disclosed.2019.procurement.1')
  expect(reportCsv(shown)).toContain('73.802895万元')
})

test('次年的“上一年项目数量”由上年报告得出，改动须说明；表三的结转接得上', async () => {
  place.setToday('2021-01-12')
  const view = must(await compileReport(place.office, clerk(), 2020))
  expect(view.counts.find(({ kind }) => kind === 'permits.items')).toMatchObject({ value: 7, counted: 7, source: 'lastYear' })
  expect(rowOf(view, '行政许可')?.[0]).toBe('7')
  expect(view.tables.requests?.carriedOver?.at(-1)).toBe(1)
  expect(view.findings.some(({ code }) => code === 'X4')).toBe(false)
  expect(await set(2020, 'permits.items', 8, '')).toMatchObject({ refusals: [{ field: 'basis' }] })
  const changed = must(await set(2020, 'permits.items', 8, '上年漏计民办学校变更'))
  expect(changed.counts.find(({ kind }) => kind === 'permits.items')).toMatchObject({ value: 8, counted: 7 })
})

test('2019年以前没有统一格式，不能汇编', async () => {
  expect(await compileReport(place.office, clerk(), 2018)).toMatchObject({ refusals: [{ field: 'year' }] })
})
