import * as fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { readReport } from '../../record/reports/read-report.ts'
import { madeDocx, madeHtml, madeReport, madeXlsx } from './made.testing.ts'
import { readBytes } from './read-bytes.ts'
import type { FileReader } from './reader.ts'
import { fileReader } from './reader.ts'
import { laidOpen } from './zip.ts'

const report = madeReport()
const html = madeHtml(report)
let docx: Uint8Array
let xlsx: Uint8Array
beforeAll(async () => {
  docx = await madeDocx(report)
  xlsx = await madeXlsx(report, true)
})

/** Whatever the bytes: a document that can be understood and printed, or a reason. */
async function settles(bytes: Uint8Array, name: string): Promise<void> {
  const outcome = await readBytes(bytes, name)
  if (outcome.ok) expect(JSON.parse(JSON.stringify(readReport(outcome.document)))).toHaveProperty('tables')
  else expect(outcome.why).toMatch(/[一-龥]/)
}

const names = fc.constantFrom('a.txt', 'a.md', 'a.html', 'a.docx', 'a.pdf', 'a.xlsx', 'a.csv', 'a')

describe('一层套一层的文件', () => {
  const deep = (open: string, close: string) => open.repeat(60_000) + close.repeat(60_000)
  const inWord = (part: string, top: string, xml: string) => {
    const parts = unzipSync(docx)
    const text = strFromU8(parts[part] ?? new Uint8Array())
    expect(text).toContain(top)
    return zipSync({ ...parts, [part]: strToU8(text.replace(top, xml + top)) })
  }
  test.each<[string, string, () => Uint8Array]>([
    ['网页：区块', 'a.html', () => strToU8(html + deep('<div>', '</div>'))],
    ['网页：不认识的元素', 'a.html', () => strToU8(html + deep('<x/>', ''))],
    ['网页：关不上的元素', 'a.html', () => strToU8(html + deep('<span><div></span>', ''))],
    ['网页：行内元素后面许多段', 'a.html', () => strToU8(html + deep('<span>', '<p></p>'))],
    [
      'Word：表格套表格',
      'a.docx',
      () => inWord('word/document.xml', '<w:sectPr', deep('<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>')),
    ],
    ['Word：样式', 'a.docx', () => inWord('word/styles.xml', '</w:styles>', deep('<w:style>', '</w:style>'))],
  ])('%s：立即停下，说明怎么办', async (_, name, make) => {
    const outcome = await readBytes(make(), name)
    expect(outcome.ok ? '' : outcome.why).toMatch(/一层套一层.*请在/)
  })

  test('没有收尾的几百个元素、几万个段落，照常读出', async () => {
    const sloppy = `${'<font><p>x<li>y<a href=1>'.repeat(400)}${'<p><br>'.repeat(50_000)}<svg>${'<path d=""/>'.repeat(2000)}</svg>`
    const outcome = await readBytes(strToU8(html.replace('</body>', `${sloppy}</body>`)), 'a.html')
    expect(outcome.ok && readReport(outcome.document).tables.requests).toEqual(Object.fromEntries(report.requests))
  })
})

describe('无论什么文件，都给出结果或理由', () => {
  test('随机字节', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), names, settles), { numRuns: 150 })
  })

  test('冒充各种格式的开头', async () => {
    const heads = [
      '%PDF-1.7\n',
      'PK\u0003\u0004',
      '<html><table>',
      '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1',
      '\u00ef\u00bb\u00bf',
      '\u00ff\u00fe',
    ]
    const headed = fc
      .tuple(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 2000 }))
      .map(([head, rest]) => new Uint8Array([...Buffer.from(head, 'latin1'), ...rest]))
    await fc.assert(fc.asyncProperty(headed, names, settles), { numRuns: 100 })
  })

  test('截断的 Word 和 Excel 文件', async () => {
    await fc.assert(
      fc.asyncProperty(fc.boolean(), fc.double({ min: 0, max: 1, noNaN: true }), async (word, share) => {
        const whole = word ? docx : xlsx
        await settles(whole.subarray(0, Math.floor(whole.length * share)), word ? 'a.docx' : 'a.xlsx')
      }),
      { numRuns: 30 },
    )
  })

  test('改坏几处的 Word 文件', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 12 }), async (changes) => {
        const damaged = docx.slice()
        for (const [at, byte] of changes) damaged[at % damaged.length] = byte
        await settles(damaged, 'a.docx')
      }),
      { numRuns: 30 },
    )
  })

  test('改坏的网页：不出错，也不把一个数读成两格', async () => {
    const piece = fc.constantFrom(
      '<table>',
      '</table>',
      '<td>',
      '</td>',
      '<tr rowspan=9999>',
      '<td colspan=99999999 rowspan=99999999>',
      '<!--',
      ']]>',
      '&#0;',
      '<',
      '\u0000',
      '0',
      '',
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat({ max: html.length }), fc.nat({ max: 40 }), piece), { maxLength: 8 }),
        async (edits) => {
          let damaged = html
          for (const [at, length, text] of edits) damaged = damaged.slice(0, at) + text + damaged.slice(at + length)
          await settles(new TextEncoder().encode(damaged), 'a.html')
        },
      ),
      { numRuns: 40 },
    )
  })

  test('任意汉字、数字和标点', async () => {
    const unit = fc.constantFrom(
      ...'一二三四五六七八（）()、.。0123456789 \n\t|—/无本年新收政府信息公开申请数量结转下度继续办理总计其他行复议诉讼',
    )
    await fc.assert(
      fc.asyncProperty(fc.string({ unit, maxLength: 3000 }), async (text) => settles(new TextEncoder().encode(text), 'a.txt')),
      { numRuns: 100 },
    )
  })

  test('极长的一行数字、极深的嵌套', async () => {
    await settles(
      new TextEncoder().encode(`一、本年新收政府信息公开申请数量${'1'.repeat(500_000)}四、结转下年度继续办理`),
      'a.txt',
    )
    await settles(new TextEncoder().encode(`一、本年新收政府信息公开申请数量${'0 '.repeat(200_000)}`), 'a.txt')
    await settles(new TextEncoder().encode('<div>'.repeat(20_000)), 'a.html')
    await settles(new TextEncoder().encode('政府信息公开'.repeat(100_000)), 'a.txt')
    await settles(new TextEncoder().encode('2023年'.repeat(100_000)), 'a.txt')
    await settles(new TextEncoder().encode(`2023年${' \n'.repeat(300_000)}1\f`), 'a.txt')
  })

  test('压缩炸弹不展开', async () => {
    const bomb = zipSync({ '[Content_Types].xml': new Uint8Array(10), 'word/document.xml': new Uint8Array(260 * 1024 * 1024) })
    expect(await readBytes(bomb, 'a.docx')).toEqual({ ok: false, why: '文件解压后过大，不予打开' })
  })
})

describe('谎报大小的压缩文件', () => {
  test('目录里写一百字节、展开有一亿字节的：不给它更多地方，读不出就说明', async () => {
    const size = 100 * 1024 * 1024
    const bomb = Buffer.from(zipSync({ ...unzipSync(docx), 'word/document.xml': new Uint8Array(size) }))
    for (let at = 0; at + 4 <= bomb.length; at++) if (bomb.readUInt32LE(at) === size) bomb.writeUInt32LE(100, at)
    expect(laidOpen(bomb).length).toBeLessThan(docx.length * 20)
    expect(await readBytes(bomb, 'a.docx')).toEqual({ ok: false, why: '文件已损坏或不是它声称的格式，不能读取' })
  })

  test('没有谎报的，展开前后读出来一样', async () => {
    expect(await readBytes(laidOpen(docx), 'a.docx')).toEqual(await readBytes(docx, 'a.docx'))
  })
})

test('带宏的文件不打开，说明另存为什么', async () => {
  const parts = unzipSync(xlsx)
  const types = Buffer.from(parts['[Content_Types].xml'] ?? []).toString()
  const macros = types.replaceAll(
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
    'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
  )
  const bytes = zipSync({ ...parts, '[Content_Types].xml': new TextEncoder().encode(macros) })
  expect(await readBytes(bytes, 'a.xlsm')).toEqual({
    ok: false,
    why: '带有宏，不予打开；请在原软件中另存为 .xlsx 后再提供',
  })
})

describe('在可以停下的进程里读', () => {
  let reader: FileReader
  afterAll(() => reader.close())

  test('读过一个之后还能读下一个；超过时间就停下并说明', async () => {
    reader = fileReader()
    const [first, second] = await Promise.all([
      reader.read(new TextEncoder().encode(html), 'a.html'),
      reader.read(docx, 'a.docx'),
    ])
    expect([first.ok, second.ok]).toEqual([true, true])
    const hasty = fileReader(1)
    expect(await hasty.read(xlsx, 'a.xlsx')).toEqual({ ok: false, why: '处理超过 0 秒，已停止' })
    await hasty.close()
  })

  test('旧 Office 文件而本机没有 LibreOffice：说明理由', async () => {
    vi.stubEnv('PATH', '/nonexistent')
    const old = new Uint8Array([...Buffer.from('d0cf11e0a1b11ae1', 'hex'), ...Buffer.from('WordDocument', 'utf16le')])
    const outcome = await reader.read(old, 'a.doc')
    expect(outcome.ok ? '' : outcome.why).toMatch(/LibreOffice/)
    vi.unstubAllEnvs()
  })
})
