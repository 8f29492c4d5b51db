/** PDFs with a secret beside the pages: one maker for each hiding place. */
import { PDFDocument, PDFHexString, PDFName, PDFString, StandardFonts, type PDFDict, type PDFObject } from '@cantoo/pdf-lib'

/** What anybody may read. */
export const SHOWN = 'Plan of the school districts, valid from today'

export interface Hiding {
  place: string
  make(secret: string): Promise<Uint8Array>
}

type Change = (document: PDFDocument, secret: string) => void | Promise<void>

export async function plainPdf(change: (document: PDFDocument) => void | Promise<void> = () => {}): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false })
  const font = await document.embedFont(StandardFonts.Helvetica)
  for (const number of [1, 2]) {
    const page = document.addPage([400, 400])
    page.drawText(`${SHOWN} (${number})`, { x: 40, y: 350, size: 12, font })
  }
  await change(document)
  return new Uint8Array(await document.save({ useObjectStreams: false, updateFieldAppearances: false }))
}

const hiding = (place: string, change: Change): Hiding => ({
  place,
  make: (secret) => plainPdf((document) => change(document, secret)),
})

const text = (words: string) => PDFHexString.fromText(words)
const first = (document: PDFDocument) => document.getPage(0).node

function annotate(document: PDFDocument, dict: Record<string, unknown>): PDFDict {
  const made = document.context.obj({
    Type: 'Annot',
    Rect: [50, 50, 150, 80],
    ...(dict as object),
  } as never) as unknown as PDFDict
  const known = first(document).Annots()
  const ref = document.context.register(made)
  if (known) known.push(ref)
  else first(document).set(PDFName.of('Annots'), document.context.obj([ref]))
  return made
}

function appearance(document: PDFDocument, secret: string) {
  const stream = document.context.flateStream(`BT /F0 10 Tf 5 5 Td (${secret}) Tj ET`, {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, 100, 30],
    Resources: { Font: { F0: { Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica' } } },
  })
  return document.context.register(stream)
}

function attachment(document: PDFDocument, secret: string) {
  const file = document.context.register(document.context.flateStream(`a,b\n${secret},1`, { Type: 'EmbeddedFile' }))
  return document.context.obj({ Type: 'Filespec', F: PDFString.of('a.csv'), EF: { F: file } })
}

function inCatalog(document: PDFDocument, key: string, value: PDFObject): void {
  document.catalog.set(PDFName.of(key), value)
}

const script = (document: PDFDocument, secret: string) =>
  document.context.obj({ S: 'JavaScript', JS: PDFString.of(`app.alert("${secret}")`) })

const XMP = (secret: string) =>
  `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator><rdf:Seq><rdf:li>${secret}</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`

const xmpStream = (document: PDFDocument, secret: string) =>
  document.context.register(document.context.stream(XMP(secret), { Type: 'Metadata', Subtype: 'XML' }))

/** Another revision at the end of the file, as programs save changes: what was there before stays in the bytes. */
async function revised(secret: string): Promise<Uint8Array> {
  const before = await plainPdf((document) => {
    const page = document.getPage(0)
    page.drawText(secret, { x: 40, y: 200, size: 12 })
  })
  const document = await PDFDocument.load(before, { updateMetadata: false })
  const contents = first(document).get(PDFName.of('Contents'))?.toString() ?? ''
  const number = /(\d+) 0 R(?!.*\d+ 0 R)/s.exec(contents)?.[1] ?? '1'
  const old = Buffer.from(before)
  const at = old.length
  const stream = `${number} 0 obj\n<< /Length 0 >>\nstream\n\nendstream\nendobj\n`
  const xref = at + stream.length
  const start = /startxref\s+(\d+)/.exec(old.toString('latin1'))?.[1]
  const root = /\/Root (\d+ 0 R)/.exec(old.toString('latin1'))?.[1]
  const size = /\/Size (\d+)/.exec(old.toString('latin1'))?.[1]
  const tail = `xref\n${number} 1\n${String(at).padStart(10, '0')} 00000 n \ntrailer\n<< /Size ${size} /Root ${root} /Prev ${start} >>\nstartxref\n${xref}\n%%EOF\n`
  return new Uint8Array(Buffer.concat([old, Buffer.from(stream + tail)]))
}

const appended = (before: string, after: string) => async (secret: string) => {
  const file = Buffer.from(await plainPdf())
  return new Uint8Array(Buffer.concat([Buffer.from(before.replace('?', secret)), file, Buffer.from(after.replace('?', secret))]))
}

export const BESIDE: readonly Hiding[] = [
  hiding('文件信息：标题', (document, secret) => document.setTitle(secret)),
  hiding('文件信息：自定义项', (document, secret) => {
    document.context.trailerInfo.Info = document.context.register(document.context.obj({ 内部编号: text(secret) }))
  }),
  hiding('XMP：全文件', (document, secret) => inCatalog(document, 'Metadata', xmpStream(document, secret))),
  hiding('XMP：一页', (document, secret) => first(document).set(PDFName.of('Metadata'), xmpStream(document, secret))),
  hiding('批注：便条的文字', (document, secret) => void annotate(document, { Subtype: 'Text', Contents: text(secret) })),
  hiding('批注：作者', (document, secret) => void annotate(document, { Subtype: 'Text', T: text(secret) })),
  hiding('批注：主题和富文本', (document, secret) => {
    annotate(document, { Subtype: 'FreeText', RC: text(`<body><p>${secret}</p></body>`), Subj: text(secret) })
  }),
  hiding('批注：弹出窗和回复', (document, secret) => {
    const parent = document.context.getObjectRef(annotate(document, { Subtype: 'Text', Contents: text('see') }))
    annotate(document, { Subtype: 'Text', IRT: parent, Contents: text(secret) })
    annotate(document, { Subtype: 'Popup', Parent: parent, Contents: text(secret) })
  }),
  hiding('批注：高亮所附的话', (document, secret) => {
    annotate(document, { Subtype: 'Highlight', QuadPoints: [50, 80, 150, 80, 50, 50, 150, 50], Contents: text(secret) })
  }),
  hiding('批注：不显示的外观', (document, secret) => {
    annotate(document, { Subtype: 'Stamp', F: 2, AP: { N: appearance(document, secret) } })
  }),
  hiding('批注：按下时的外观', (document, secret) => {
    annotate(document, { Subtype: 'Stamp', AP: { D: appearance(document, secret) } })
  }),
  hiding('链接的说明和地址', (document, secret) => {
    annotate(document, { Subtype: 'Link', Contents: text(secret), A: { S: 'URI', URI: PDFString.of(`file:///C:/${secret}`) } })
  }),
  hiding('网址里带的', (document, secret) => {
    annotate(document, { Subtype: 'Link', A: { S: 'URI', URI: PDFString.of(`https://example.com/?id=${secret}`) } })
  }),
  hiding('打开别的程序', (document, secret) => {
    annotate(document, { Subtype: 'Link', A: { S: 'Launch', F: PDFString.of(`\\\\server\\${secret}`) } })
  }),
  hiding('表单：隐藏字段的值', (document, secret) => {
    const field = document.getForm().createTextField('mark')
    field.addToPage(document.getPage(0), { hidden: true })
    field.acroField.dict.set(PDFName.of('V'), text(secret))
  }),
  hiding('表单：默认值', (document, secret) => {
    const field = document.getForm().createTextField('mark')
    field.addToPage(document.getPage(0))
    field.acroField.dict.set(PDFName.of('DV'), text(secret))
  }),
  hiding('表单：没有放在页上的字段', (document, secret) => {
    const field = document.context.register(document.context.obj({ FT: 'Tx', T: text('mark'), V: text(secret) }))
    inCatalog(document, 'AcroForm', document.context.obj({ Fields: [field] }))
  }),
  hiding('表单：字段的名称和提示', (document, secret) => {
    const field = document.getForm().createTextField('mark')
    field.addToPage(document.getPage(0))
    field.acroField.dict.set(PDFName.of('TU'), text(secret))
    field.acroField.dict.set(PDFName.of('TM'), text(secret))
  }),
  hiding('表单：下拉项', (document, secret) => {
    const field = document.getForm().createDropdown('mark')
    field.addToPage(document.getPage(0))
    field.acroField.dict.set(PDFName.of('Opt'), document.context.obj([text('a'), text(secret)]))
  }),
  hiding('表单：XFA', (document, secret) => {
    const xfa = document.context.register(document.context.flateStream(`<xdp><f>${secret}</f></xdp>`))
    inCatalog(document, 'AcroForm', document.context.obj({ Fields: [], XFA: xfa }))
  }),
  hiding('附件', async (document, secret) => {
    await document.attach(new TextEncoder().encode(secret), 'a.csv', { mimeType: 'text/csv' })
  }),
  hiding('附件：挂在批注上', (document, secret) => {
    annotate(document, { Subtype: 'FileAttachment', FS: document.context.register(attachment(document, secret)) })
  }),
  hiding('附件：关联文件', (document, secret) => {
    first(document).set(PDFName.of('AF'), document.context.obj([document.context.register(attachment(document, secret))]))
  }),
  hiding('附件：文件名和说明', (document, secret) => {
    const spec = attachment(document, 'x')
    spec.set(PDFName.of('Desc'), text(secret))
    inCatalog(document, 'Names', document.context.obj({ EmbeddedFiles: { Names: [text(secret), spec] } }))
  }),
  hiding('书签', (document, secret) => {
    const item = document.context.register(document.context.obj({ Title: text(secret) }))
    inCatalog(document, 'Outlines', document.context.obj({ Type: 'Outlines', First: item, Last: item, Count: 1 }))
  }),
  hiding('页码标签', (document, secret) => {
    inCatalog(document, 'PageLabels', document.context.obj({ Nums: [0, { S: 'D', P: text(secret) }] }))
  }),
  hiding('命名的目的地', (document, secret) => {
    const to = document.context.obj([document.getPage(0).ref, 'Fit'])
    inCatalog(document, 'Names', document.context.obj({ Dests: { Names: [text(secret), to] } }))
  }),
  hiding('旧式命名的目的地', (document, secret) => {
    inCatalog(document, 'Dests', document.context.obj({ [secret]: [document.getPage(0).ref, 'Fit'] }))
  }),
  hiding('脚本：全文件', (document, secret) => {
    inCatalog(document, 'Names', document.context.obj({ JavaScript: { Names: [text('a'), script(document, secret)] } }))
  }),
  hiding('脚本：打开时', (document, secret) => inCatalog(document, 'OpenAction', script(document, secret))),
  hiding('脚本：翻到一页时', (document, secret) => {
    first(document).set(PDFName.of('AA'), document.context.obj({ O: script(document, secret) }))
  }),
  hiding('结构：替代文字和实际文字', (document, secret) => {
    const element = document.context.obj({ Type: 'StructElem', S: 'Figure', Alt: text(secret), ActualText: text(secret) })
    inCatalog(document, 'StructTreeRoot', document.context.obj({ Type: 'StructTreeRoot', K: document.context.register(element) }))
  }),
  hiding('结构：标题和编号', (document, secret) => {
    const element = document.context.obj({ Type: 'StructElem', S: 'P', T: text(secret), ID: text(secret) })
    inCatalog(document, 'StructTreeRoot', document.context.obj({ Type: 'StructTreeRoot', K: document.context.register(element) }))
  }),
  hiding('页的缩略图', (document, secret) => {
    const pixels = Buffer.from(secret.padEnd(300, '.'))
    const image = document.context.stream(pixels, { Width: 10, Height: 10, BitsPerComponent: 8, ColorSpace: 'DeviceRGB' })
    first(document).set(PDFName.of('Thumb'), document.context.register(image))
  }),
  hiding('程序的私有数据', (document, secret) => {
    first(document).set(
      PDFName.of('PieceInfo'),
      document.context.obj({ Editor: { LastModified: PDFString.of('D:2026'), Private: { Note: text(secret) } } }),
    )
  }),
  hiding('没有用到的对象', (document, secret) => void document.context.register(text(secret))),
  {
    place: '没有用到的对象，收在对象流里',
    make: async (secret) => {
      const document = await PDFDocument.load(await plainPdf(), { updateMetadata: false })
      document.context.register(document.context.obj({ Note: text(secret) }))
      return new Uint8Array(await document.save({ useObjectStreams: true }))
    },
  },
  hiding('标准里没有的条目', (document, secret) => inCatalog(document, 'Notiz', text(secret))),
  hiding('一页里标准没有的条目', (document, secret) => first(document).set(PDFName.of('Notiz'), text(secret))),
  hiding('图层的名称', (document, secret) => {
    const layer = document.context.register(document.context.obj({ Type: 'OCG', Name: text(secret) }))
    inCatalog(document, 'OCProperties', document.context.obj({ OCGs: [layer], D: { Order: [layer] } }))
  }),
  hiding('语言、网址和阅读选项', (document, secret) => {
    inCatalog(document, 'Lang', text(secret))
    inCatalog(document, 'URI', document.context.obj({ Base: PDFString.of(`file:///${secret}`) }))
  }),
  hiding('输出意图', (document, secret) => {
    inCatalog(document, 'OutputIntents', document.context.obj([{ S: 'GTS_PDFA1', OutputConditionIdentifier: text(secret) }]))
  }),
  hiding('没有用到的资源', (document, secret) => {
    const form = appearance(document, secret)
    first(document).newXObject('Unused', form)
  }),
  hiding('标记内容的属性', (document, secret) => {
    first(document)
      .normalizedEntries()
      .Resources.set(PDFName.of('Properties'), document.context.obj({ MC0: { Note: text(secret) } }))
    document.getPage(0).node.addContentStream(document.context.register(document.context.stream('/Span /MC0 BDC EMC')))
  }),
  { place: '以前保存的版本', make: revised },
  { place: '文件开头之前', make: appended('?\n', '') },
  { place: '文件结尾之后', make: appended('', '\n?') },
]
