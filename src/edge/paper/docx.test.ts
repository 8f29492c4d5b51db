import * as cheerio from 'cheerio'
import { strFromU8, unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { describe, expect, it } from 'vitest'
import { printedTables } from '../../record/reports/printed.ts'
import { renderLetterDocx } from './letter-docx.ts'
import { renderReportDocx } from './report-docx.ts'
import { reportTitle } from './report-pdf.ts'
import { FORM, LETTER, report } from './sample-papers.ts'

async function html(docx: Uint8Array): Promise<cheerio.CheerioAPI> {
  return cheerio.load((await mammoth.convertToHtml({ buffer: Buffer.from(docx) })).value)
}

function part(docx: Uint8Array, name: string): string {
  const found = unzipSync(docx)[name]
  expect(found, name).toBeDefined()
  return found === undefined ? '' : strFromU8(found)
}

/** Each table as rows of [text, rows spanned, columns spanned]. */
function tablesOf(page: cheerio.CheerioAPI): [string, number, number][][][] {
  return page('table')
    .toArray()
    .map((table) =>
      page(table)
        .find('tr')
        .toArray()
        .map((row) =>
          page(row)
            .find('td,th')
            .toArray()
            .map((cell) => {
              const of = page(cell)
              return [of.text().replaceAll(/\s/g, ''), Number(of.attr('rowspan') ?? 1), Number(of.attr('colspan') ?? 1)]
            }),
        ),
    )
}

describe.each(['2021', '2019'] as const)('年度报告 DOCX，格式 %s', (format) => {
  it('has the tables of the data, with their merged cells', async () => {
    const document = report(format)
    const printed = printedTables(document.tables, format)
    const wanted = [printed.disclosed, printed.requests, printed.disputes].map((table) =>
      table.blocks.flatMap((block) =>
        [...block.head, ...block.body].map((row) => row.map((cell) => [cell.text, cell.rowSpan, cell.colSpan])),
      ),
    )
    expect(tablesOf(await html(await renderReportDocx(document)))).toEqual(wanted)
  })
})

describe('年度报告 DOCX 的版面', () => {
  it('表二各项有自己的表头：不在别项上重复，每项不跨页；表三、表四的表头每页重复', async () => {
    const page = cheerio.load(part(await renderReportDocx(report('2021')), 'word/document.xml'), { xml: true })
    const tables = page('w\\:tbl').toArray()
    const rowsWith = (table: (typeof tables)[number] | undefined, property: string) =>
      page(table)
        .find('w\\:tr')
        .toArray()
        .map((row) =>
          page(row)
            .find(`w\\:${property}`)
            .toArray()
            .some(({ attribs }) => !/^(?:false|off|0)$/.test(attribs['w:val'] ?? '')),
        )
    expect(tables.map((table) => rowsWith(table, 'tblHeader').filter(Boolean).length)).toEqual([0, 3, 3])
    expect(rowsWith(tables[0], 'keepNext').slice(0, 5)).toEqual([true, true, true, false, true])
  })

  it('刚好二十字的标题在机关名后回行，不留一个字在第二行', () => {
    const title = '某县教育局2023年政府信息公开工作年度报告'
    expect(reportTitle({ ...report('2021'), agency: '某县教育局', title })).toEqual([
      '某县教育局',
      '2023年政府信息公开工作年度报告',
    ])
  })
})

describe('告知书 DOCX', () => {
  it('says what the letter says, # and $ and < included', async () => {
    const letter = { ...LETTER, blocks: [{ kind: 'paragraph' as const, text: '内容：#let $x$ "引号" <b>&amp;。' }] }
    const text = (await mammoth.extractRawText({ buffer: Buffer.from(await renderLetterDocx(letter)) })).value
    for (const words of [
      LETTER.number,
      LETTER.title,
      '卓玛措：',
      '内容：#let $x$ "引号" <b>&amp;。',
      '附件：1.招标文件',
      '2026年3月30日',
    ]) {
      expect(text).toContain(words)
    }
  })

  it('asks for the faces of the standard, 28.95 pt lines and two-character indents, and no blue headings', async () => {
    const styles = part(await renderLetterDocx(LETTER), 'word/styles.xml')
    for (const face of ['仿宋_GB2312', '方正小标宋简体', '黑体', '楷体_GB2312']) expect(styles).toContain(`w:eastAsia="${face}"`)
    const used = /w:styleId="Text".*?<\/w:style>/s.exec(styles)?.[0] ?? ''
    expect(used).toContain('w:firstLineChars="200"')
    expect(used).toMatch(/w:line="579"[^>]*w:lineRule="exact"|w:lineRule="exact"[^>]*w:line="579"/)
    expect(part(await renderLetterDocx(LETTER), 'word/document.xml')).not.toMatch(/w:val="Heading\d"/)
  })

  it('署名不单独在没有正文的一页：最后一段、附件说明与它相连', async () => {
    const page = cheerio.load(part(await renderLetterDocx(LETTER), 'word/document.xml'), { xml: true })
    const paragraphs = page('w\\:body > w\\:p').toArray()
    const kept = paragraphs.map((one) =>
      page(one)
        .find('w\\:keepNext')
        .toArray()
        .some(({ attribs }) => !/^(?:false|off|0)$/.test(attribs['w:val'] ?? '')),
    )
    const last = paragraphs.findIndex((one) => page(one).text().startsWith('如对本告知书不服'))
    // 末段、附件两行、署名；成文日期是最后一行。
    expect(kept.slice(last - 1)).toEqual([false, true, true, true, true, false])
  })

  it('bears the agency’s mark in red at the head of the first page', async () => {
    const files = unzipSync(await renderLetterDocx(LETTER))
    const heads = Object.entries(files).filter(([name]) => /^word\/header\d+\.xml$/.test(name))
    expect(heads.some(([, bytes]) => strFromU8(bytes).includes('同仁市教育局') && strFromU8(bytes).includes('C00000'))).toBe(true)
  })

  it('演示数据 stands in the head of every page', async () => {
    const files = unzipSync(await renderLetterDocx({ ...LETTER, watermark: '演示数据' }))
    const heads = Object.entries(files).filter(([name]) => /^word\/header\d+\.xml$/.test(name))
    expect(heads.map(([, bytes]) => strFromU8(bytes).includes('演示数据'))).toEqual([true, true, true])
  })

  it('送达回证 is a ruled form', async () => {
    expect(tablesOf(await html(await renderLetterDocx(FORM)))).toEqual([
      [
        [
          ['受送达人', 1, 1],
          ['卓玛措', 1, 1],
        ],
        [
          ['受送达人签名（盖章）', 1, 1],
          ['', 1, 1],
        ],
      ],
    ])
  })
})
