/** PDFs whose secret is on the page for all to see, where a box is drawn over it: one maker for each way of putting it there. */
import { degrees, PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { plainPdf } from './pdf-beside.ts'
import { draw, form, halves, picture, pixels, resource, words } from './pdf-unseen.ts'

export interface Boxed {
  place: string
  make(secret: string): Promise<Uint8Array>
  /** Parts of the shown page, from its upper left corner. */
  box: { x: number; y: number; width: number; height: number }
}

type Change = (document: PDFDocument, secret: string) => void | Promise<void>

/** Of a sheet of 400 points: the lower half of the page, where the secrets stand. */
const HERE = { x: 0.05, y: 0.35, width: 0.9, height: 0.4 }

const boxed = (place: string, change: Change, box = HERE): Boxed => ({
  place,
  make: (secret) => plainPdf((document) => change(document, secret)),
  box,
})

function turned(by: number, box: Boxed['box']): Boxed {
  return boxed(
    `转了 ${by} 度的页`,
    (document, secret) => {
      draw(document, words(secret, 40, 200))
      document.getPage(0).setRotation(degrees(by))
    },
    box,
  )
}

export const BOXED: readonly Boxed[] = [
  boxed('一行字', (document, secret) => draw(document, words(secret, 40, 200))),
  boxed('逐字写的', (document, secret) => {
    draw(document, [...secret].map((letter, at) => words(letter, 40 + at * 9, 200)).join(' '))
  }),
  boxed('拆成几段的', (document, secret) => {
    draw(document, `BT /T0 12 Tf 40 200 Td [(${secret.slice(0, 4)}) -20 (${secret.slice(4)})] TJ ET`)
  }),
  boxed('写了两遍的粗字', (document, secret) => draw(document, `${words(secret, 40, 200)} ${words(secret, 40.3, 200)}`)),
  boxed('斜着写的', (document, secret) => draw(document, `BT /T0 12 Tf 0.87 0.5 -0.5 0.87 60 170 Tm (${secret}) Tj ET`)),
  boxed('空心的字', (document, secret) => draw(document, `BT 1 Tr /T0 12 Tf 40 200 Td (${secret}) Tj 0 Tr ET`)),
  boxed('十六进制写的', (document, secret) =>
    draw(document, `BT /T0 12 Tf 40 200 Td <${Buffer.from(secret).toString('hex')}> Tj ET`),
  ),
  boxed('用引号指令写的', (document, secret) =>
    draw(document, `BT /T0 12 Tf 14 TL 40 214 Td (${secret}) ' 1 0 (${secret}) " ET`),
  ),
  boxed('另有看不见的副本', (document, secret) => {
    draw(
      document,
      `${words(secret, 40, 200)} BT 3 Tr /T0 12 Tf 40 200 Td (${secret}) Tj 0 Tr ET 1 g ${words(secret, 40, 100)} 0 g`,
    )
  }),
  boxed('带实际文字的', (document, secret) => {
    draw(document, `/Span << /ActualText (${secret}) >> BDC ${words(secret, 40, 200)} EMC`)
  }),
  boxed('带可展开缩写的', (document, secret) => draw(document, `/Span << /E (${secret}) >> BDC ${words(secret, 40, 200)} EMC`)),
  boxed('属性表里的实际文字', (document, secret) => {
    resource(
      document,
      'Properties',
      'M0',
      document.context.register(document.context.obj({ ActualText: PDFHexString.fromText(secret) })),
    )
    draw(document, `/Span /M0 BDC ${words(secret, 40, 200)} EMC`)
  }),
  boxed('标题、书签和替代文字里也有的', (document, secret) => {
    draw(document, words(secret, 40, 200))
    document.setTitle(secret)
    const element = document.context.obj({ Type: 'StructElem', S: 'P', ActualText: PDFHexString.fromText(secret) })
    const root = document.context.obj({ Type: 'StructTreeRoot', K: document.context.register(element) })
    document.catalog.set(PDFName.of('StructTreeRoot'), document.context.register(root))
  }),
  boxed('表格（Form XObject）里的', (document, secret) => {
    resource(document, 'XObject', 'F0', form(document, words(secret, 40, 200)))
    draw(document, '/F0 Do')
  }),
  boxed('表格套表格里的', (document, secret) => {
    const inner = form(document, words(secret, 40, 200))
    resource(document, 'XObject', 'F0', form(document, '/F1 Do', { Resources: { XObject: { F1: inner } } }))
    draw(document, 'q 0.9 0 0 0.9 10 10 cm /F0 Do Q')
  }),
  boxed('透明组里的', (document, secret) => {
    resource(document, 'XObject', 'F0', form(document, words(secret, 40, 200), { Group: { S: 'Transparency', CS: 'DeviceRGB' } }))
    draw(document, '/F0 Do')
  }),
  boxed('三号字体的', (document, secret) => {
    const letters = [...new Set(secret)]
    const procs = Object.fromEntries(
      letters.map((letter) => [
        `g${letter.charCodeAt(0)}`,
        document.context.register(document.context.stream(`600 0 0 0 500 700 d1 0 0 500 ${300 + letter.charCodeAt(0) * 4} re f`)),
      ]),
    )
    const unicode = letters
      .map((letter) => `<${letter.charCodeAt(0).toString(16)}> <00${letter.charCodeAt(0).toString(16)}>`)
      .join('\n')
    const font = {
      Type: 'Font',
      Subtype: 'Type3',
      FontBBox: [0, 0, 600, 700],
      FontMatrix: [0.001, 0, 0, 0.001, 0, 0],
      CharProcs: procs,
      Encoding: {
        Type: 'Encoding',
        Differences: letters.flatMap((letter) => [letter.charCodeAt(0), `g${letter.charCodeAt(0)}`]),
      },
      FirstChar: 0,
      LastChar: 127,
      Widths: Array.from({ length: 128 }, () => 600),
      ToUnicode: document.context.register(
        document.context.stream(`begincmap ${letters.length} beginbfchar\n${unicode}\nendbfchar endcmap`),
      ),
    }
    resource(document, 'Font', 'T3', document.context.register(document.context.obj(font as never)))
    draw(document, `BT /T3 12 Tf 40 200 Td (${secret}) Tj ET`)
  }),
  boxed('批注写在页上的', (document, secret) => {
    const note = document.context.obj({
      Type: 'Annot',
      Subtype: 'FreeText',
      Rect: [40, 190, 240, 220],
      Contents: PDFString.of(secret),
      DA: PDFString.of('/Helv 12 Tf 0 g'),
      AP: { N: form(document, words(secret, 5, 10), { BBox: [0, 0, 200, 30] }) },
    })
    document.getPage(0).node.set(PDFName.of('Annots'), document.context.obj([document.context.register(note)]))
  }),
  boxed('表单里填的', (document, secret) => {
    const field = document.getForm().createTextField('a')
    field.setText(secret)
    field.addToPage(document.getPage(0), { x: 40, y: 180, width: 200, height: 30 })
    document.getForm().updateFieldAppearances()
  }),
  boxed('印章批注之下、链接之上的', (document, secret) => {
    draw(document, words(secret, 40, 200))
    const link = document.context.obj({
      Type: 'Annot',
      Subtype: 'Link',
      Rect: [40, 195, 240, 215],
      A: { S: 'URI', URI: PDFString.of(`mailto:${secret}`) },
    })
    document.getPage(0).node.set(PDFName.of('Annots'), document.context.obj([document.context.register(link)]))
  }),
  boxed('原点不在零的页', (document, secret) => {
    document.getPage(0).setMediaBox(-100, -50, 400, 400)
    draw(document, words(secret, -60, 150))
  }),
  boxed('裁切框小的页', (document, secret) => {
    document.getPage(0).setCropBox(20, 100, 360, 280)
    draw(document, words(secret, 40, 200))
  }),
  boxed('放大单位的页', (document, secret) => {
    document.getPage(0).node.set(PDFName.of('UserUnit'), document.context.obj(2))
    draw(document, words(secret, 40, 200))
  }),
  turned(90, { x: 0.4, y: 0.05, width: 0.2, height: 0.9 }),
  turned(180, { x: 0.05, y: 0.4, width: 0.9, height: 0.2 }),
  turned(270, { x: 0.4, y: 0.05, width: 0.2, height: 0.9 }),
  {
    place: '转了的页，原点不在零，又裁切过',
    make: (secret) =>
      plainPdf((document) => {
        const page = document.getPage(0)
        page.setMediaBox(-100, -50, 400, 400)
        page.setCropBox(-90, -40, 380, 380)
        draw(document, words(secret, -60, 150))
        page.setRotation(degrees(90))
      }),
    box: { x: 0.3, y: 0.02, width: 0.4, height: 0.95 },
  },
]

export interface BoxedPixels {
  place: string
  make(): Promise<Uint8Array>
}

const image = (place: string, change: (document: PDFDocument) => void | Promise<void>): BoxedPixels => ({
  place,
  make: () => plainPdf(change),
})

const PLACED = 'q 200 0 0 200 40 100 cm /P0 Do Q'

/** Magenta fills the left half of a picture that stands at 40–240 across and 100–300 up; the box covers that half. */
export const MAGENTA_HALF = { x: 0.08, y: 0.23, width: 0.27, height: 0.54 }

export const BOXED_PIXELS: readonly BoxedPixels[] = [
  image('像素原样存的', (document) => {
    resource(document, 'XObject', 'P0', picture(document, pixels(40, 40)))
    draw(document, PLACED)
  }),
  image('JPEG', async (document) => {
    const raw = { raw: { width: 40, height: 40, channels: 3 as const } }
    const jpeg = await sharp(pixels(40, 40), raw).jpeg({ quality: 100, chromaSubsampling: '4:4:4' }).toBuffer()
    resource(document, 'XObject', 'P0', picture(document, jpeg, { Filter: 'DCTDecode' }))
    draw(document, PLACED)
  }),
  image('带透明度的', (document) => {
    const mask = picture(
      document,
      pixels(40, 40, () => [200]),
      { ColorSpace: 'DeviceGray' },
    )
    resource(document, 'XObject', 'P0', picture(document, pixels(40, 40), { SMask: mask }))
    draw(document, PLACED)
  }),
  image('写在内容流里的', (document) => {
    const hex = pixels(40, 40).toString('hex')
    draw(document, `q 200 0 0 200 40 100 cm BI /W 40 /H 40 /BPC 8 /CS /RGB /F /AHx ID ${hex}> EI Q`)
  }),
  image('表格（Form XObject）里的', (document) => {
    const inside = { Resources: { XObject: { P0: picture(document, pixels(40, 40)) } } }
    resource(document, 'XObject', 'F0', form(document, PLACED, inside))
    draw(document, '/F0 Do')
  }),
  image('上下翻转的', (document) => {
    resource(document, 'XObject', 'P0', picture(document, pixels(40, 40)))
    draw(document, 'q 200 0 0 -200 40 300 cm /P0 Do Q')
  }),
  image('左右翻转的', (document) => {
    const right = (x: number) => halves(40)(39 - x)
    resource(document, 'XObject', 'P0', picture(document, pixels(40, 40, right)))
    draw(document, 'q -200 0 0 200 240 100 cm /P0 Do Q')
  }),
  image('一页上用了两次的', (document) => {
    resource(document, 'XObject', 'P0', picture(document, pixels(40, 40)))
    draw(document, `${PLACED} q 10 0 0 10 60 120 cm /P0 Do Q`)
  }),
  image('图案填的', (document) => {
    const inside = { XObject: { P0: picture(document, pixels(40, 40)) } }
    const entries = { Type: 'Pattern', Subtype: undefined, PatternType: 1, PaintType: 1, TilingType: 1, XStep: 400, YStep: 400 }
    resource(document, 'Pattern', 'X0', form(document, PLACED, { ...entries, Resources: inside }))
    draw(document, '/Pattern cs /X0 scn 40 100 200 200 re f')
  }),
]
