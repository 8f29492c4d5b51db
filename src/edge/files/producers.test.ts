import { readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { describe, expect, test } from 'vitest'
import { DISPUTE_GROUPS } from '../../law/reports/model.ts'
import { readReport } from '../../record/reports/read-report.ts'
import { fontFolders } from '../paper/fonts.ts'
import { MADE_DISCLOSED, madeDocx, madeHtml, madeReport, madeTypst, madeXlsx, requestCells } from './made.testing.ts'
import { readBytes } from './read-bytes.ts'

const report = madeReport()
const text = (content: string): Uint8Array => new TextEncoder().encode(content)

/** GB18030 by hand: Node decodes it and does not encode it. Every character of the page is looked up in a table made by decoding. */
function gb18030(content: string): Uint8Array {
  const decoder = new TextDecoder('gb18030')
  const table = new Map<string, number[]>()
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++) if (low !== 0x7f) table.set(decoder.decode(new Uint8Array([high, low])), [high, low])
  return new Uint8Array([...content].flatMap((character) => table.get(character) ?? [character.charCodeAt(0)]))
}

function typst(rules: boolean, tags: boolean): Uint8Array {
  const compiler = NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontPaths: fontFolders() }] })
  const { result } = compiler.compile({ mainFileContent: madeTypst(report, rules) })
  if (!result) throw new Error('the test page could not be set')
  return compiler.pdf(result, { pdfStandard: tags ? 'a-2a' : '1.7', pdfTags: tags } as Parameters<typeof compiler.pdf>[1])
}

const sample = (name: string): Uint8Array => readFileSync(new URL(`../../../tests/samples/files/${name}`, import.meta.url))
const csv = (): string =>
  [
    '某县教育局2023年政府信息公开工作年度报告',
    ...requestCells(report).map((row) =>
      row.flatMap(({ text: cell, columns = 1 }) => [`"${cell}"`, ...Array.from({ length: columns - 1 }, () => '')]).join(','),
    ),
  ].join('\n')

const FILES: [string, string, () => Uint8Array | Promise<Uint8Array>][] = [
  ['网页，UTF-8', 'a.html', () => text(madeHtml(report))],
  ['网页，标称 gb2312 的 GB18030', 'a.htm', () => gb18030(madeHtml(report).replace('utf-8', 'gb2312'))],
  ['网页，套在版面表格里', 'a.html', () => text(`<table><tr><td>导航</td><td>${madeHtml(report)}</td></tr></table>`)],
  ['Word，合并单元格', 'a.docx', () => madeDocx(report)],
  ['Excel，合并单元格', 'a.xlsx', () => madeXlsx(report, true)],
  ['Excel，未合并、留空格', 'a.xlsx', () => madeXlsx(report, false)],
  ['Typst 的 PDF，有表格标记', 'a.pdf', () => typst(true, true)],
  ['Typst 的 PDF，只有框线', 'a.pdf', () => typst(true, false)],
  ['Typst 的 PDF，没有框线', 'a.pdf', () => typst(false, false)],
  ['浏览器打印的 PDF，只有框线，跨页', 'a.pdf', () => sample('browser-ruled.pdf')],
  ['浏览器打印的 PDF，没有框线', 'a.pdf', () => sample('browser-bare.pdf')],
  ['浏览器打印的 PDF，有表格标记', 'a.pdf', () => sample('browser-tagged.pdf')],
  ['名字不对的文件，按内容认', 'a.txt', () => madeXlsx(report, true)],
]

describe('同一份年报，由不同程序做成文件', () => {
  test.each(FILES)('%s：190格全部读对', async (_, name, make) => {
    const outcome = await readBytes(await make(), name)
    expect(outcome.ok).toBe(true)
    if (!outcome.ok) return
    const read = readReport(outcome.document)
    expect([read.agency, read.year, read.format]).toEqual(['某县教育局', 2023, '2021'])
    expect(read.tables.requests).toEqual(Object.fromEntries(report.requests))
    expect(DISPUTE_GROUPS.flatMap((group) => read.tables.disputes?.[group])).toEqual(report.disputes)
    expect(read.tables.disclosed).toEqual(MADE_DISCLOSED)
    expect(read.findings.filter(({ level }) => level === 'error')).toEqual([])
  })

  test('Excel：公式算得的0、行末的空白格', async () => {
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(
      (await madeXlsx(report, false)).slice().buffer as unknown as Parameters<typeof workbook.xlsx.load>[0],
    )
    const sheet = workbook.worksheets[0]
    let changed = 0
    sheet?.eachRow((row) => {
      const texts = (row.values as unknown[]).map(String)
      if (texts.some((value) => value.includes('重复申请'))) {
        row.getCell(5).value = { formula: '1-1', result: 0 } as ExcelJS.CellFormulaValue
        row.getCell(10).value = null
        changed++
      }
    })
    expect(changed).toBe(1)
    const outcome = await readBytes(new Uint8Array(await workbook.xlsx.writeBuffer()), 'a.xlsx')
    const cells = report.requests.get('notProcessed.repeated') ?? []
    expect(outcome.ok && readReport(outcome.document).tables.requests?.['notProcessed.repeated']).toEqual([
      cells[0],
      0,
      ...cells.slice(2, 6),
      null,
    ])
  })

  test('CSV 的表三', async () => {
    const outcome = await readBytes(text(csv()), 'a.csv')
    expect(outcome.ok && readReport(outcome.document).tables.requests).toEqual(Object.fromEntries(report.requests))
  })
})
