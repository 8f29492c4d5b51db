/** 保密检查: every place in a file where a mark of classification can stand, and words that are none. */
import { PDFDocument, PDFHexString, PDFName, StandardFonts } from '@cantoo/pdf-lib'
import { Document, Packer, Paragraph } from 'docx'
import ExcelJS from 'exceljs'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import type { OutgoingKind } from '../../record/outgoing/findings.ts'
import { answerTo } from './answer.ts'
import { bytesOf, repacked } from './made.testing.ts'

async function marksIn(kind: OutgoingKind, bytes: Uint8Array, name = `材料.${kind}`): Promise<string[]> {
  const done = await answerTo({ do: 'screen', file: { name, kind, bytes } })
  if (!done.ok) throw new Error(done.why)
  return (done.value as { mark: string }[]).map(({ mark }) => mark)
}

const FILLER = Array.from({ length: 40 }, (_, n) => `<w:p><w:r><w:t>正文第${n}段，说明有关情况。</w:t></w:r></w:p>`).join('')
const paragraph = (inside: string) => `<w:p>${inside}</w:p>`
const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`

/** Body, and other parts by name. */
async function word(body: string, parts: Record<string, string> = {}): Promise<Uint8Array> {
  const bytes = new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('第一段')] }] })))
  return repacked(bytes, (all, text) => {
    all['word/document.xml'] = bytesOf(text('word/document.xml').replace('<w:sectPr', `${body}<w:sectPr`))
    for (const [name, xml] of Object.entries(parts)) all[name] = bytesOf(xml)
  })
}

const box = (words: string, around: [string, string]) =>
  paragraph(`<w:r>${around[0]}<w:txbxContent>${paragraph(run(words))}</w:txbxContent>${around[1]}</w:r>`)
const VML: [string, string] = ['<w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml">', '</v:textbox></w:pict>']
const DRAWING: [string, string] = ['<w:drawing><wps:txbx xmlns:wps="w">', '</wps:txbx></w:drawing>']

describe('Word', () => {
  test.each([
    ['正文中间的文本框', FILLER + box('机密', VML) + FILLER, '机密'],
    ['正文中间的形状', FILLER + box('工作秘密', DRAWING) + FILLER, '工作秘密'],
    ['第二页页首', `${FILLER}${paragraph('<w:r><w:br w:type="page"/></w:r>')}${paragraph(run('机 密'))}${FILLER}`, '机密'],
    ['分节之后', `${FILLER}${paragraph(`<w:pPr><w:sectPr/></w:pPr>${run('末段')}`)}${paragraph(run('秘密'))}${FILLER}`, '秘密'],
    ['水印', paragraph('<w:r><w:pict><v:shape xmlns:v="v"><v:textpath string="内部资料"/></v:shape></w:pict></w:r>'), '内部资料'],
    ['字间夹着看不见的字符', paragraph(run('机\u200b密★10年')), '机密★10年'],
    ['带“级”字', paragraph(run('本件为秘密级★10年')), '秘密级★10年'],
    ['符号字体的星', paragraph(`${run('机密')}<w:r><w:sym w:font="Wingdings" w:char="F0AB"/></w:r>${run('10年')}`), '机密★10年'],
    ['修订中删去的', paragraph('<w:del w:id="1"><w:r><w:delText>机密★10年</w:delText></w:r></w:del>'), '机密★10年'],
  ])('%s', async (_, body, mark) => {
    expect(await marksIn('docx', await word(body))).toEqual([mark])
  })

  test.each([
    ['批注', 'word/comments.xml', `<w:comments xmlns:w="w"><w:comment>${paragraph(run('秘密★5年'))}</w:comment></w:comments>`],
    [
      '文件属性',
      'docProps/core.xml',
      '<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>秘密★5年</dc:title></cp:coreProperties>',
    ],
    ['图示', 'word/diagrams/data1.xml', '<a:p xmlns:a="a"><a:r><a:t>秘密</a:t></a:r><a:r><a:t>★5年</a:t></a:r></a:p>'],
  ])('%s', async (_, name, xml) => {
    expect(await marksIn('docx', await word('', { [name]: xml }))).toEqual([name.includes('core') ? '秘密' : '秘密★5年'])
  })

  test('嵌入的表格里的', async () => {
    const inside = await sheet((book) => book.addWorksheet('名单').addRow(['机密★长期']))
    const outside = repacked(await word(''), (parts) => (parts['word/embeddings/a.xlsx'] = inside))
    expect(await marksIn('docx', outside)).toEqual(['机密★长期'])
  })

  test('读不下去的不收：看不出有没有标志', async () => {
    const deep = '<w:r>'.repeat(60_000)
    const bytes = await word(paragraph(`${deep}${'</w:r>'.repeat(60_000)}`))
    await expect(marksIn('docx', bytes)).rejects.toThrow('一层套一层')
  })

  test.each([
    ['必填项的星号', '是否涉及国家秘密*：□是 □否'],
    ['列举', '★国家秘密★商业秘密★个人隐私'],
    ['脚注号', '涉及商业秘密*的，应当征求意见'],
    ['只是说到', '审计内部资料的使用情况，未发现机密、秘密外泄'],
  ])('不是标志：%s', async (_, text) => {
    expect(await marksIn('docx', await word(paragraph(run(text))))).toEqual([])
  })
})

async function sheet(fill: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  fill(book)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

describe('Excel', () => {
  test.each<[string, (book: ExcelJS.Workbook) => void, string]>([
    ['表名', (book) => book.addWorksheet('名单（秘密）').addRow(['甲']), '秘密'],
    ['单元格', (book) => book.addWorksheet('表').addRow(['甲', '秘密★长期']), '秘密★长期'],
    ['首行单独的格', (book) => book.addWorksheet('表').addRows([['机密'], ['姓名', '单位']]), '机密'],
    ['批注', (book) => void (book.addWorksheet('表').getCell('A1').note = '机密★10年'), '机密★10年'],
    ['偶数页页脚', (book) => void (book.addWorksheet('表').headerFooter.evenFooter = '&C内部资料&R第&P页'), '内部资料'],
    ['文件属性', (book) => void (book.addWorksheet('表') && (book.title = '机密★10年')), '机密'],
    [
      '隐藏的表',
      (book) => void (book.addWorksheet('表') && book.addWorksheet('备份', { state: 'hidden' }).addRow(['绝密'])),
      '绝密',
    ],
  ])('%s', async (_, fill, mark) => {
    expect(await marksIn('xlsx', await sheet(fill))).toEqual([mark])
  })

  test('图形里的文字', async () => {
    const drawing = '<xdr:sp xmlns:xdr="x" xmlns:a="a"><a:p><a:r><a:t>机</a:t></a:r><a:r><a:t>密★</a:t></a:r></a:p></xdr:sp>'
    const bytes = repacked(
      await sheet((book) => book.addWorksheet('表')),
      (parts) => (parts['xl/drawings/drawing1.xml'] = bytesOf(drawing)),
    )
    expect(await marksIn('xlsx', bytes)).toEqual(['机密★'])
  })

  test.each([
    [
      '分类',
      [
        ['类别', '数量'],
        ['内部', 3],
        ['外部', 4],
      ],
    ],
    [
      '密级一栏',
      [
        ['名称', '密级'],
        ['甲', '秘密'],
        ['乙', '无'],
      ],
    ],
  ])('不是标志：%s', async (_, rows) => {
    expect(await marksIn('xlsx', await sheet((book) => book.addWorksheet('表').addRows(rows)))).toEqual([])
  })
})

async function pdf(change: (document: PDFDocument) => void): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.addPage([400, 400]).drawText('plain page', { font: await document.embedFont(StandardFonts.Helvetica) })
  change(document)
  return new Uint8Array(await document.save())
}

describe('PDF', () => {
  test.each<[string, (document: PDFDocument) => void, string]>([
    [
      '批注、图章',
      (document) => {
        const note = document.context.obj({ Type: 'Annot', Subtype: 'Stamp', Rect: [0, 0, 100, 20] })
        note.set(PDFName.of('Contents'), PDFHexString.fromText('机密★10年'))
        document.getPage(0).node.set(PDFName.of('Annots'), document.context.obj([document.context.register(note)]))
      },
      '机密★10年',
    ],
    [
      '表单里填的',
      (document) => {
        const field = document.getForm().createTextField('mark')
        field.addToPage(document.getPage(0))
        field.acroField.dict.set(PDFName.of('V'), PDFHexString.fromText('机密★10年'))
      },
      '机密★10年',
    ],
    ['文件标题', (document) => document.setTitle('机密★10年 名单'), '机密'],
  ])('%s', async (_, change, mark) => {
    expect(await marksIn('pdf', await pdf(change))).toEqual([mark])
  })

  test('打不开的，文件名照样看', async () => {
    const rubbish = new TextEncoder().encode('%PDF-1.7\nrubbish')
    expect(await marksIn('pdf', rubbish)).toEqual([])
    expect(await marksIn('pdf', rubbish, '机密_名单.pdf')).toEqual(['机密'])
  })
})

describe('图片', () => {
  const blank = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: 'white' }, limitInputPixels: false })
      .toColourspace('b-w')
      .png()
      .toBuffer()

  test('像素过多的不收：几万字节的文件展开要几百兆内存', async () => {
    const done = await answerTo({ do: 'screen', file: { name: '附件.png', kind: 'png', bytes: await blank(8000, 7600) } })
    expect(done).toEqual({ ok: false, why: '图片超过 6000 万像素，不能接收；请在看图软件中缩小尺寸后再上传' })
  })

  test('扫描件照收；看不出尺寸的不因此拦下', async () => {
    expect(await marksIn('png', await blank(2480, 3508))).toEqual([])
    expect(await marksIn('png', new Uint8Array([1, 2, 3]))).toEqual([])
  })
})
