import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import ExcelJS from 'exceljs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { CheckedReport } from '../../law/reports/model.ts'
import { flatten } from '../../record/reports/grid.ts'
import { readReport } from '../../record/reports/read-report.ts'
import { fontFolders } from '../paper/fonts.ts'
import { madeDocx, madeHtml, madeReport, madeTypst, madeXlsx } from './made.testing.ts'
import { readBytes } from './read-bytes.ts'
import { shownNumber } from './shown-number.ts'

const report = madeReport()
/** 结转下年度的自然人一格；其余各格不动。 */
const CELL = 14
const SEVEN = report.requests.get('carriedForward')

async function read(bytes: Uint8Array, name: string): Promise<CheckedReport> {
  const outcome = await readBytes(bytes, name)
  if (!outcome.ok) throw new Error(outcome.why)
  return readReport(outcome.document)
}

/** The seven cells are as they were, or the first is empty and said to be unreadable: never blank, never another number. */
function expectSeen({ tables, findings }: CheckedReport, sure: boolean): void {
  expect(tables.requests?.carriedForward).toEqual(sure ? SEVEN : [null, ...(SEVEN ?? []).slice(1)])
  expect(findings.filter(({ level }) => level === 'error').map(({ code, rows }) => [code, rows])).toEqual(
    sure ? [] : [['R02', ['carriedForward']]],
  )
}

describe('网页里看不见的、划掉的、上标的', () => {
  const page = (cell: string, style = ''): Uint8Array =>
    strToU8(madeHtml(report, style).replace(`<td rowspan="1" colspan="1"><p>${CELL}</p></td>`, `<td>${cell}</td>`))

  test.each([
    ['<del>1</del>14', true],
    ['<s>5</s>14', true],
    ['<strike>5</strike>14', true],
    ['<span style="text-decoration: line-through">5</span>14', true],
    ['14<span style="DISPLAY: none">5</span>', true],
    ['14<span style="display : none !important">5</span>', true],
    ['14<span style="visibility:hidden">5</span>', true],
    ['14<span style="font-size:0">5</span>', true],
    ['14<span class="x">5</span>', true],
    ['14<span class="old">5</span>', true],
    ['14<span hidden>5</span>', true],
    ['14 件', true],
    ['14<span style="font-size:0.8em"></span>', true],
    ['14<sup>1</sup>', false],
    ['14<sub>1</sub>', false],
    ['14<span style="vertical-align: super">1</span>', false],
    ['14<span class="note">1</span>', false],
    ['14<sup>[1]</sup>', false],
    ['<s>14</s>', false],
    ['<input value="14">', false],
    ['<img src="14.png">', false],
    ['<svg><text>14</text></svg>', false],
  ])('%s', async (cell, sure) => {
    const style =
      '@media print{td span{display:none}} .x{display:none} .old{text-decoration:line-through} .note{vertical-align:super}'
    expectSeen(await read(page(cell, style), 'a.html'), sure)
  })
})

test.each(['/*', 'a', '{', '}', '.x{display:none}', '@media{'])('样式里几十万个“%s”也立即读完', async (piece) => {
  const begun = process.cpuUsage()
  await read(strToU8(madeHtml(report, piece.repeat(300_000 / piece.length))), 'a.html')
  expect(process.cpuUsage(begun).user).toBeLessThan(5e6)
})

describe('Word 里看不见的、划掉的、上标的', () => {
  const run = (text: string, properties = ''): string =>
    `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`

  test.each([
    [run('14') + run('5', '<w:vanish/>'), true],
    [run('14', '<w:vanish w:val="0"/>'), true],
    [run('5', '<w:strike/>') + run('14'), true],
    [run('5', '<w:dstrike/>') + run('14'), true],
    [run('14') + run('1', '<w:vertAlign w:val="superscript"/>'), false],
    [run('14') + run('1', '<w:position w:val="10"/><w:sz w:val="10"/>'), false],
  ])('%s', async (runs, sure) => {
    const parts = unzipSync(await madeDocx(report))
    const body = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
    const changed = body.replace(run('14'), runs)
    expect(changed).not.toBe(body)
    expectSeen(await read(zipSync({ ...parts, 'word/document.xml': strToU8(changed) }), 'a.docx'), sure)
  })

  const hidden = '<w:rPr><w:vanish/></w:rPr>'
  const style = (id: string, kind: string, inside: string, more = '') =>
    `<w:style w:type="${kind}" w:styleId="${id}" ${more}>${inside}</w:style>`
  const five = (rStyle: string, more = '') => run('14') + run('5', `<w:rStyle w:val="${rStyle}"/>${more}`)
  const paragraphOf = (id: string, runs: string) => `</w:p><w:p><w:pPr><w:pStyle w:val="${id}"/></w:pPr>${runs}`
  const withStyles = async (runs: string, styles: string, body = (xml: string) => xml) => {
    const parts = unzipSync(await madeDocx(report))
    const [before, known] = ['word/document.xml', 'word/styles.xml'].map((name) => strFromU8(parts[name] ?? new Uint8Array()))
    const after = body(before?.replace(run('14'), runs) ?? '')
    const added = (known ?? '').replace('</w:styles>', `${styles}</w:styles>`)
    expect([after, added]).not.toEqual([before, known])
    return zipSync({ ...parts, 'word/document.xml': strToU8(after), 'word/styles.xml': strToU8(added) })
  }
  test.each<[string, string, string, boolean]>([
    ['字符样式', five('H'), style('H', 'character', hidden), true],
    [
      '字符样式，隔两级继承',
      five('H2'),
      style('H', 'character', hidden) +
        style('H1', 'character', '<w:basedOn w:val="H"/>') +
        style('H2', 'character', '<w:basedOn w:val="H1"/>'),
      true,
    ],
    [
      '下级样式又显示',
      run('1') + run('4', '<w:rStyle w:val="H1"/>'),
      style('H', 'character', hidden) + style('H1', 'character', '<w:basedOn w:val="H"/><w:rPr><w:vanish w:val="0"/></w:rPr>'),
      true,
    ],
    [
      '样式相互继承',
      five('A'),
      style('A', 'character', `<w:basedOn w:val="B"/>${hidden}`) + style('B', 'character', '<w:basedOn w:val="A"/>'),
      true,
    ],
    ['段落样式', run('14') + paragraphOf('P', run('5')), style('P', 'paragraph', hidden), true],
    ['段落样式，字又显示', paragraphOf('P', run('14', '<w:vanish w:val="0"/>')), style('P', 'paragraph', hidden), true],
    [
      '段落样式，字符样式说不隐藏：仍隐藏',
      run('14') + paragraphOf('P', run('5', '<w:rStyle w:val="N"/>')),
      style('P', 'paragraph', hidden) + style('N', 'character', '<w:rPr><w:vanish w:val="0"/></w:rPr>'),
      true,
    ],
    [
      '段落样式和字符样式都隐藏：显示',
      paragraphOf('P', run('14', '<w:rStyle w:val="H"/>')),
      style('P', 'paragraph', hidden) + style('H', 'character', hidden),
      true,
    ],
    ['划掉的样式', run('5', '<w:rStyle w:val="S"/>') + run('14'), style('S', 'character', '<w:rPr><w:strike/></w:rPr>'), true],
    [
      '划两道的样式',
      run('5', '<w:rStyle w:val="S"/><w:strike w:val="0"/>') + run('14'),
      style('S', 'character', '<w:rPr><w:dstrike/></w:rPr>'),
      true,
    ],
    [
      '上标的样式',
      run('14') + run('1', '<w:rStyle w:val="U"/>'),
      style('U', 'character', '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'),
      false,
    ],
  ])('由样式：%s', async (_, runs, styles, sure) => {
    expectSeen(await read(await withStyles(runs, styles), 'a.docx'), sure)
  })

  test('表格样式隐藏的整张表，没有数', async () => {
    const file = await withStyles(run('14'), style('T', 'table', hidden), (xml) =>
      xml.replaceAll('<w:tblPr>', '<w:tblPr><w:tblStyle w:val="T"/>'),
    )
    expect(JSON.stringify((await read(file, 'a.docx')).tables)).not.toMatch(/\d/)
  })

  test('文档默认隐藏的，只有另说显示的字', async () => {
    const parts = unzipSync(await withStyles(run('14', '<w:vanish w:val="0"/>'), ''))
    const styles = strFromU8(parts['word/styles.xml'] ?? new Uint8Array())
    const without = styles.replace(/<w:docDefaults>.*?<\/w:docDefaults>|<w:docDefaults\/>/s, '')
    const changed = without.replace(/<w:styles[^>]*>/, `$&<w:docDefaults><w:rPrDefault>${hidden}</w:rPrDefault></w:docDefaults>`)
    const outcome = await readBytes(zipSync({ ...parts, 'word/styles.xml': strToU8(changed) }), 'a.docx')
    expect(outcome.ok && flatten(outcome.document).text.match(/\d+/g)).toEqual(['14'])
  })

  test.each([
    [
      '表格样式只隐藏几行',
      style('T', 'table', `<w:tblStylePr w:type="firstRow">${hidden}</w:tblStylePr>`),
      (xml: string) => xml.replaceAll('<w:tblPr>', '<w:tblPr><w:tblStyle w:val="T"/>'),
    ],
    [
      '别的前缀',
      '',
      (xml: string) =>
        xml.replaceAll('<w:', '<x:').replaceAll('</w:', '</x:').replaceAll(' w:', ' x:').replace('xmlns:w=', 'xmlns:x='),
    ],
  ])('%s：不读，说明怎么办', async (_, styles, body) => {
    const outcome = await readBytes(await withStyles(run('14'), styles, body), 'a.docx')
    expect(outcome.ok ? '' : outcome.why).toMatch(/请.*另存/)
  })
})

describe.each([
  ['有表格标记', true, true],
  ['只有框线', true, false],
  ['没有框线', false, false],
])('PDF 里划掉的、没有颜色的、上标的（%s）', (_, rules, tags) => {
  const pdf = (cell: string): Uint8Array => {
    const compiler = NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontPaths: fontFolders() }] })
    const page = madeTypst(report, rules).replace(`[#text("${CELL}")]`, `[${cell}]`)
    const { result } = compiler.compile({ mainFileContent: page })
    if (!result) throw new Error('the test page could not be set')
    return compiler.pdf(result, { pdfStandard: tags ? 'a-2a' : '1.7', pdfTags: tags } as Parameters<typeof compiler.pdf>[1])
  }

  test.each([
    '#strike[5]#text("14")',
    '#text("14")#text(fill: white)[5]',
    '#text("14")#super[1]',
    '#text("1")\\ #text("4")',
    '#text("14")',
  ])('%s', async (cell) => {
    const { tables } = await read(pdf(cell), 'a.pdf')
    const [first = null, ...rest] = tables.requests?.carriedForward ?? []
    // A footnote's number may lie on a line of its own, which no row has: then the row is whole.
    if (cell === '#text("14")' || !first) expect(first).toBe(cell === '#text("14")' ? CELL : null)
    else expect([cell, first]).toEqual(['#text("14")#super[1]', CELL])
    if (rules) expect(rest).toEqual((SEVEN ?? []).slice(1))
  })
})

describe('Excel 里显示的才是所填的', () => {
  const rich = (...richText: ExcelJS.RichText[]): ExcelJS.CellValue => ({ richText })
  test.each<[string, (cell: ExcelJS.Cell, sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void, boolean]>([
    ['划掉的字', (cell) => (cell.value = rich({ text: '5', font: { strike: true } }, { text: '14' })), true],
    ['上标', (cell) => (cell.value = rich({ text: '14' }, { text: '1', font: { vertAlign: 'superscript' } })), false],
    ['整格划掉', (cell) => (cell.font = { strike: true }), false],
    ['格式四舍五入', (cell) => Object.assign(cell, { value: 14.4, numFmt: '0' }), false],
    ['百分比', (cell) => Object.assign(cell, { value: 0.14, numFmt: '0%' }), false],
    ['格式带单位', (cell) => Object.assign(cell, { numFmt: '0"件"' }), true],
    ['格式带万', (cell) => Object.assign(cell, { numFmt: '0"万"' }), false],
    ['公式没有结果', (cell) => (cell.value = { formula: 'SUM(D1:I1)' } as ExcelJS.CellFormulaValue), false],
    ['公式出错', (cell) => (cell.value = { formula: '1/0', result: { error: '#DIV/0!' } } as ExcelJS.CellFormulaValue), false],
    ['错误值', (cell) => (cell.value = { error: '#N/A' }), false],
    [
      '图片',
      (cell, sheet, book) => {
        cell.value = null
        const id = book.addImage({ base64: 'data:image/png;base64,iVBORw0KGgo=', extension: 'png' })
        sheet.addImage(id, { tl: { col: Number(cell.col) - 1, row: Number(cell.row) - 1 }, ext: { width: 9, height: 9 } })
      },
      false,
    ],
  ])('%s', async (_, change, sure) => {
    const book = new ExcelJS.Workbook()
    await book.xlsx.load((await madeXlsx(report, true)).slice().buffer as unknown as Parameters<typeof book.xlsx.load>[0])
    const [sheet] = book.worksheets
    const found: ExcelJS.Cell[] = []
    sheet?.eachRow((row) => row.eachCell((cell) => void (cell.value === CELL && found.push(cell))))
    expect(found).toHaveLength(1)
    if (sheet && found[0]) change(found[0], sheet, book)
    expectSeen(await read(new Uint8Array(await book.xlsx.writeBuffer()), 'a.xlsx'), sure)
  })

  test.each([
    [12, undefined, '12'],
    [12, 'General', '12'],
    [1200, '#,##0', '1200'],
    [9.5, '0.00_ ', '9.5'],
    [-3, '0_);(0)', '-3'],
    [0, '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', '0'],
    [12, '[Red]0', '12'],
    [95_000, '0"元"', '95000元'],
    [0.1 + 0.2, 'General', '0.3'],
    [12.4, '0', '12.4[≠]'],
    [961_716_000, '0!.0000,', '961716000[≠]'],
    [961_716_000, '#,##0,', '961716000[≠]'],
    [12, '0%', '12[≠]'],
    [12, '# ?/?', '12[≠]'],
    [12, '[>10]0.0,"万"', '12[≠]'],
    [0, '0;-0;;@', '0[≠]'],
    [12, ';;;', '12[≠]'],
  ])('%d 按“%s”显示：%s', (value, format, shown) => {
    expect(shownNumber(value, format)).toBe(shown)
  })
})
