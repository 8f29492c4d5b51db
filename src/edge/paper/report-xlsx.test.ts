import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ReportTables } from '../../law/reports/model.ts'
import { anyTables } from '../../../tests/reports/any-tables.ts'
import type { ReportDocument } from '../../record/reports/document.ts'
import { readReport } from '../../record/reports/read-report.ts'
import { readBytes } from '../files/read-bytes.ts'
import { renderReportXlsx } from './report-xlsx.ts'

function document(given: ReportTables): ReportDocument {
  return {
    agency: '云岭县教育局',
    year: 2025,
    format: '2021',
    title: '云岭县教育局2025年政府信息公开工作年度报告',
    preface: ['=cmd|A1 本报告根据《中华人民共和国政府信息公开条例》编制。'],
    sections: { overall: ['全年主动公开政府信息。'], problems: ['解读形式单一。'], other: [] },
    tables: given,
    signature: { agency: '云岭县教育局', date: '2026-01-20' },
  }
}

async function read(bytes: Uint8Array) {
  const outcome = await readBytes(bytes, '年度报告.xlsx')
  if (!outcome.ok) throw new Error(outcome.why)
  return readReport(outcome.document)
}

test('写出的表格读回来，每一格都一样；公式样的文字只是文字', async () => {
  await fc.assert(
    fc.asyncProperty(anyTables, async (given) => {
      const back = await read(await renderReportXlsx(document(given)))
      expect(back.tables).toEqual(given)
      expect([back.agency, back.year, back.format]).toEqual(['云岭县教育局', 2025, '2021'])
    }),
    { numRuns: 15 },
  )
})

test('空白的表格读回来仍是空白，不是零（X13）', async () => {
  const back = await read(await renderReportXlsx(document({ disclosed: null, requests: null, disputes: null })))
  const cells = [...Object.values(back.tables.requests ?? {}).flat(), ...Object.values(back.tables.disputes ?? {}).flat()]
  expect(cells.every((cell: unknown) => cell === null)).toBe(true)
})

test('按 A4 打印，表头每页重复', async () => {
  const book = new ExcelJS.Workbook()
  const bytes = await renderReportXlsx(document({ disclosed: null, requests: null, disputes: null }))
  await book.xlsx.load(bytes.slice().buffer as unknown as Parameters<typeof book.xlsx.load>[0])
  expect(book.worksheets.map(({ pageSetup }) => [pageSetup.paperSize, pageSetup.orientation])).toEqual([
    [9, 'portrait'],
    [9, 'portrait'],
    [9, 'landscape'],
    [9, 'landscape'],
  ])
  expect(book.worksheets.map(({ pageSetup }) => pageSetup.printTitlesRow)).toEqual([undefined, '1:1', '1:4', '1:4'])
})

test('写不下一行的栏目名称有几行的高度，每张表一页', async () => {
  const book = new ExcelJS.Workbook()
  const bytes = await renderReportXlsx(document({ disclosed: null, requests: null, disputes: null }))
  await book.xlsx.load(bytes.slice().buffer as unknown as Parameters<typeof book.xlsx.load>[0])
  const [, , sheet] = book.worksheets
  const high: number[] = []
  sheet?.eachRow((row) =>
    row.eachCell((cell) => /^\d\.申请人(?:无正当|逾期)/.test(String(cell.value)) && high.push(row.height ?? 0)),
  )
  expect(high).toHaveLength(2)
  for (const height of high) expect(height).toBeGreaterThanOrEqual(28)
  expect(book.worksheets.slice(1).map(({ pageSetup }) => pageSetup.fitToHeight)).toEqual([1, 1, 1])
})

test('错误标在它所在的格子上，批注写明错在哪里', async () => {
  const [given] = fc.sample(anyTables, 1) as [ReportTables]
  const bytes = await renderReportXlsx(document(given), [
    { table: 'requests', row: 'granted', column: 'total', text: 'X3：各类申请人之和与总计不符' },
    { table: 'requests', row: 'granted', column: 'total', text: '第二处' },
    { table: 'disputes', row: 'litigationDirect', column: null, text: 'L03：请核对' },
    { table: 'disclosed', row: 'permits', column: '0', text: 'L02：请核对' },
  ])
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes.slice().buffer as unknown as Parameters<typeof book.xlsx.load>[0])
  const noted = book.worksheets.flatMap((sheet) => {
    const found: { value: unknown; note: string; sheet: string }[] = []
    sheet.eachRow((row) =>
      row.eachCell((cell) => cell.note && found.push({ value: cell.value, note: words(cell.note), sheet: sheet.name })),
    )
    return found
  })
  expect(noted.find(({ sheet }) => sheet.startsWith('三'))).toMatchObject({
    value: given.requests?.granted?.at(-1),
    note: 'X3：各类申请人之和与总计不符\n第二处',
  })
  expect(noted.filter(({ sheet }) => sheet.startsWith('四')).map(({ value }) => value)).toEqual(given.disputes?.litigationDirect)
  expect(noted.filter(({ sheet }) => sheet.startsWith('二'))).toHaveLength(1)
})

function words(note: string | ExcelJS.Comment): string {
  return typeof note === 'string' ? note : (note.texts ?? []).map(({ text }) => text).join('')
}
