/** Files that would keep the check busy for minutes: those that no true file resembles are refused at once, the others are gone through in one pass. */
import { describe, expect, test } from 'vitest'
import { answerTo } from '../../src/edge/outgoing/answer.ts'
import { bytesOf, repacked } from '../../src/edge/outgoing/made.testing.ts'
import type { Task } from '../../src/edge/outgoing/task.ts'
import { paragraph, plainDocx, run } from './docx-made.ts'
import { cleanedOf } from './gate.ts'
import { anchor, drawn, plainXlsx, SHEET, shape } from './xlsx-made.ts'

const MAIN = 'word/document.xml'
const body = async (xml: string) =>
  repacked(await plainDocx(), (parts, text) => (parts[MAIN] = bytesOf(text(MAIN).replace('<w:sectPr', `${xml}<w:sectPr`))))
const sheet = async (cells: string, behind = '', before = '') =>
  repacked(
    await plainXlsx(),
    (parts, text) =>
      (parts[SHEET] = bytesOf(
        text(SHEET).replace('<sheetData>', `${before}<sheetData>`).replace('</sheetData>', `${cells}</sheetData>${behind}`),
      )),
  )
const many = (count: number, piece: (at: number) => string) => Array.from({ length: count }, (_, at) => piece(at)).join('')
const nested = (open: string, close: string, count: number, inside: string) =>
  `${open.repeat(count)}${inside}${close.repeat(count)}`
const rows = (count: number) => many(count, (at) => `<row r="${at + 10}"><c r="A${at + 10}"><v>1</v></c></row>`)
const merges = (count: number, ref: (at: number) => string) =>
  `<mergeCells>${many(count, (at) => `<mergeCell ref="${ref(at)}"/>`)}</mergeCells>`
const field = (kind: string) => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`

const REFUSED: readonly { place: string; kind: 'docx' | 'xlsx'; make: () => Promise<Uint8Array>; says: RegExp }[] = [
  {
    place: '表格套表格，套一百层',
    kind: 'docx',
    make: () => body(nested('<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>', 100, paragraph(run('一')))),
    says: /一层套一层，超过 256 层.*请在原软件中拆开/,
  },
  {
    place: '不认识的元素套一百万层',
    kind: 'docx',
    make: () => body(nested('<w:x>', '</w:x>', 1_000_000, '')),
    says: /一层套一层/,
  },
  {
    place: '没有引号的属性，各程序读出的层数不同',
    kind: 'docx',
    make: () => body(many(1000, () => '<w:x w:y=/>')),
    says: /已损坏.*请在原软件中另存/,
  },
  {
    place: '注释里的标记，各程序读出的层数不同',
    kind: 'docx',
    make: () => body('<!--><w:p>-->'),
    says: /已损坏.*请在原软件中另存/,
  },
  {
    place: '域套域',
    kind: 'docx',
    make: () => body(paragraph(nested(field('begin'), field('end'), 40, run('一')))),
    says: /域一层套一层.*Ctrl\+Shift\+F9/,
  },
  {
    place: '一段二十万字',
    kind: 'docx',
    make: () => body(paragraph(run('在'.repeat(200_000)))),
    says: /一段文字超过 10 万字.*请在原软件中分成几段/,
  },
  {
    place: '一段二十万字，一字一块',
    kind: 'docx',
    make: () => body(paragraph(run('在在').repeat(100_000))),
    says: /一段文字超过 10 万字/,
  },
  {
    place: '元素过多',
    kind: 'docx',
    make: () => body(paragraph('<w:r/>'.repeat(1_100_000))),
    says: /内容过多（超过 100 万项）.*请分成几个文件/,
  },
  {
    place: '元素过多，分在两张表',
    kind: 'xlsx',
    make: async () =>
      repacked(
        await plainXlsx((book) => {
          for (const [name, count] of [
            ['二', 50_000],
            ['三', 960_000],
          ] as const)
            book.addWorksheet(name).addRow([count])
        }),
        (parts, text) => {
          for (const at of [2, 3]) {
            const part = SHEET.replace('1.xml', `${at}.xml`)
            const count = Number(/<v>(\d+)<\/v>/.exec(text(part))?.[1])
            parts[part] = bytesOf(text(part).replace('</row>', `${'<c/>'.repeat(count)}</row>`))
          }
        },
      ),
    says: /内容过多/,
  },
  {
    place: '一格四万字',
    kind: 'xlsx',
    make: () => sheet(`<row r="10"><c r="A10" t="inlineStr"><is><t>${'在'.repeat(40_000)}</t></is></c></row>`),
    says: /一格的文字超过 32767 字.*请在原软件中分成几格/,
  },
  {
    place: '许多整表大小的合并',
    kind: 'xlsx',
    make: () =>
      sheet(
        rows(4000),
        merges(3000, () => 'C1:XFD1048576'),
      ),
    says: /合并单元格设置过多.*请在原软件中去掉/,
  },
  {
    place: '同几行上的合并，乘以许多格',
    kind: 'xlsx',
    make: () =>
      sheet(
        many(30, (at) => `<row r="${at + 10}">${'<c><v>1</v></c>'.repeat(400)}</row>`),
        merges(5000, () => 'ZZ10:AAA39'),
      ),
    says: /合并单元格设置过多/,
  },
  {
    place: '隐藏的行上的合并',
    kind: 'xlsx',
    make: () =>
      sheet(
        many(3000, (at) => `<row r="${at + 10}" hidden="1"/>`),
        merges(8000, () => 'A10:B3009'),
      ),
    says: /合并单元格设置过多/,
  },
  {
    place: '列的设置过多',
    kind: 'xlsx',
    make: () => sheet(rows(10), '', `<cols>${'<col min="1" max="16384" width="9" hidden="1"/>'.repeat(20_000)}</cols>`),
    says: /列设置过多/,
  },
  {
    place: '图形乘以格',
    kind: 'xlsx',
    make: async () => {
      const bytes = await drawn('', () => anchor(shape('<a:noFill/>', '一'), [900, 1, 901, 2]).repeat(1500)).make('')
      return repacked(
        bytes,
        (parts, text) => (parts[SHEET] = bytesOf(text(SHEET).replace('</sheetData>', `${rows(8000)}</sheetData>`))),
      )
    },
    says: /图形过多.*请在原软件中删去/,
  },
]

describe.each(REFUSED)('$place', ({ kind, make, says }) => {
  test('一开始就停下，说明怎么办', async () => {
    const file = { name: `材料.${kind}`, kind, bytes: await make() }
    for (const task of [
      { do: 'inspect', file },
      { do: 'clean', file, blank: ['mobile'] },
    ] satisfies Task[]) {
      const done = await answerTo(task)
      expect(done.ok ? '' : done.why).toMatch(says)
    }
  })
})

/** Each took minutes where a look at one of them was a look at all of them. */
const LARGE: readonly { place: string; kind: 'docx' | 'xlsx'; make: () => Promise<Uint8Array> }[] = [
  { place: '一段三万块', kind: 'docx', make: () => body(paragraph(run('在').repeat(30_000))) },
  { place: '三万处修订', kind: 'docx', make: () => body(paragraph(`<w:ins w:id="1">${run('在')}</w:ins>`.repeat(30_000))) },
  { place: '一个词九万字母', kind: 'docx', make: () => body(paragraph(run('a.1-'.repeat(22_000)))) },
  {
    place: '五千行的表，格都向上合并',
    kind: 'docx',
    make: () =>
      body(`<w:tbl>${`<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>${paragraph(run('一'))}</w:tc></w:tr>`.repeat(5000)}</w:tbl>`),
  },
  {
    place: '五千行，每行有合并',
    kind: 'xlsx',
    make: () =>
      sheet(
        rows(5000),
        merges(5000, (at) => `B${at + 10}:C${at + 10}`),
      ),
  },
]

test.each(LARGE)('$place：照常清理', async ({ kind, make }) => {
  expect((await cleanedOf(kind, await make())).stopping).toEqual([])
})
