/** PDFs whose pages carry what nobody sees: text and pixels that are covered, white, clipped, off the sheet, switched off. */
import { deflateSync } from 'node:zlib'
import { PDFDocument, PDFHexString, PDFName, PDFNumber, type PDFRef } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { type Hiding, plainPdf } from './pdf-beside.ts'

const name = (words: string) => PDFName.of(words)

/** Adds operators to a page; `/T0` is Helvetica there. */
export function draw(document: PDFDocument, operators: string, page = 0): void {
  const { node } = document.getPage(page)
  const font = document.context.obj({ Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica', Encoding: 'WinAnsiEncoding' })
  node.normalize()
  node.setFontDictionary(name('T0'), document.context.register(font))
  node.addContentStream(document.context.register(document.context.flateStream(`\n${operators}\n`)))
}

export function resource(document: PDFDocument, kind: string, called: string, ref: PDFRef, page = 0): void {
  const { Resources } = document.getPage(page).node.normalizedEntries()
  const known = Resources.lookup(name(kind))
  if (known) (known as unknown as Map<never, never> & { set(key: PDFName, value: PDFRef): void }).set(name(called), ref)
  else Resources.set(name(kind), document.context.obj({ [called]: ref }))
}

/** What the picture hides; no other pixel comes near it. */
export const MAGENTA = [230, 10, 220] as const

/** RGB pixels: the left half magenta, the right half grey. */
export function pixels(width: number, height: number, of: (x: number, y: number) => readonly number[] = halves(width)): Buffer {
  return Buffer.from(Array.from({ length: width * height }, (_, at) => of(at % width, Math.floor(at / width))).flat())
}

export const halves = (width: number) => (x: number) => (x < width / 2 ? MAGENTA : [150, 150, 150])

export function picture(document: PDFDocument, data: Uint8Array, entries: Record<string, unknown> = {}): PDFRef {
  const shape = { Type: 'XObject', Subtype: 'Image', Width: 40, Height: 40, BitsPerComponent: 8, ColorSpace: 'DeviceRGB' }
  const packed = 'Filter' in entries ? data : deflateSync(data)
  const all = { Filter: 'FlateDecode', ...shape, ...entries }
  return document.context.register(document.context.stream(packed, all as never))
}

export function form(document: PDFDocument, operators: string, entries: Record<string, unknown> = {}): PDFRef {
  const font = { Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica', Encoding: 'WinAnsiEncoding' }
  const all = { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 400, 400], Resources: { Font: { T0: font } }, ...entries }
  return document.context.register(document.context.flateStream(operators, all as never))
}

export const words = (text: string, x: number, y: number, size = 12) => `BT /T0 ${size} Tf ${x} ${y} Td (${text}) Tj ET`

type Change = (document: PDFDocument, secret: string) => void | Promise<void>
const hiding = (place: string, change: Change): Hiding => ({
  place,
  make: (secret) => plainPdf((document) => change(document, secret)),
})

function layer(document: PDFDocument, entries: Record<string, unknown> = {}): PDFRef {
  const group = document.context.register(document.context.obj({ Type: 'OCG', Name: PDFHexString.fromText('a') }))
  const shown = { OCGs: [group], D: { Order: [group], ...entries } }
  if ('OFF' in entries) shown.D = { Order: [group], OFF: [group] } as never
  document.catalog.set(name('OCProperties'), document.context.obj(shown as never))
  return group
}

export const UNSEEN: readonly Hiding[] = [
  hiding('文字：盖在色块下', (document, secret) => draw(document, `${words(secret, 40, 200)} 0 g 30 190 200 30 re f`)),
  hiding('文字：盖在图片下', (document, secret) => {
    resource(
      document,
      'XObject',
      'P0',
      picture(
        document,
        pixels(40, 40, () => [9, 9, 9]),
      ),
    )
    draw(document, `${words(secret, 40, 200)} q 200 0 0 30 30 190 cm /P0 Do Q`)
  }),
  hiding('文字：盖在整页的白底下', (document, secret) => {
    draw(document, `${words(secret, 40, 200)} 1 g 0 0 400 400 re f 0 g ${words('again visible', 40, 300)}`)
  }),
  hiding('文字：盖在几个小色块下', (document, secret) => {
    const squares = Array.from({ length: 30 }, (_, at) => `${30 + at * 6} 190 6 30 re f`).join(' ')
    draw(document, `${words(secret, 40, 200)} 0 g ${squares}`)
  }),
  hiding('文字：白色', (document, secret) => draw(document, `1 g ${words(secret, 40, 200)} 0 g`)),
  hiding('文字：与下面的黑块同色', (document, secret) => draw(document, `0 g 30 190 200 30 re f ${words(secret, 40, 200)}`)),
  hiding('文字：不画出来', (document, secret) => draw(document, `BT 3 Tr /T0 12 Tf 40 200 Td (${secret}) Tj 0 Tr ET`)),
  hiding('文字：只作剪裁', (document, secret) => draw(document, `q BT 7 Tr /T0 12 Tf 40 200 Td (${secret}) Tj 0 Tr ET Q`)),
  hiding('文字：完全透明', (document, secret) => {
    resource(document, 'ExtGState', 'G0', document.context.register(document.context.obj({ ca: 0, CA: 0 })))
    draw(document, `q /G0 gs ${words(secret, 40, 200)} Q`)
  }),
  hiding('文字：极小', (document, secret) => draw(document, words(secret, 40, 200, 0.4))),
  hiding('文字：压扁', (document, secret) => draw(document, `BT 0.1 Tz /T0 12 Tf 40 200 Td (${secret}) Tj 100 Tz ET`)),
  hiding('文字：纸外', (document, secret) => draw(document, words(secret, 40, 900))),
  hiding('文字：一行里从纸内写到纸外', (document, secret) =>
    draw(document, words(`inside ${' '.repeat(110)} ${secret}`, 40, 200)),
  ),
  hiding('文字：裁切框以外', (document, secret) => {
    document.getPage(0).setCropBox(0, 100, 400, 300)
    draw(document, words(secret, 40, 40))
  }),
  hiding('文字：原点不在零的纸外', (document, secret) => {
    document.getPage(0).setMediaBox(0, 300, 400, 400)
    draw(document, words(secret, 40, 40))
  }),
  hiding('文字：剪裁掉', (document, secret) => draw(document, `q 300 300 10 10 re W n ${words(secret, 40, 200)} Q`)),
  hiding('文字：抬高到纸外', (document, secret) => draw(document, `BT /T0 12 Tf 900 Ts 40 200 Td (${secret}) Tj 0 Ts ET`)),
  hiding('文字：关着的图层', (document, secret) => {
    resource(document, 'Properties', 'L0', layer(document, { OFF: true }))
    draw(document, `/OC /L0 BDC ${words(secret, 40, 200)} EMC`)
  }),
  hiding('文字：由条件关着的图层', (document, secret) => {
    const group = layer(document)
    const condition = document.context.obj({ Type: 'OCMD', OCGs: [group], P: 'AllOff' })
    resource(document, 'Properties', 'L0', document.context.register(condition))
    draw(document, `/OC /L0 BDC ${words(secret, 40, 200)} EMC`)
  }),
  hiding('文字：打印时才有的图层', (document, secret) => {
    const group = layer(document, { BaseState: 'OFF' })
    resource(document, 'Properties', 'L0', group)
    draw(document, `/OC /L0 BDC ${words(secret, 40, 200)} EMC`)
  }),
  hiding('文字：关着的图层里的表格', (document, secret) => {
    const group = layer(document, { OFF: true })
    resource(document, 'XObject', 'F0', form(document, words(secret, 40, 200), { OC: group }))
    draw(document, '/F0 Do')
  }),
  hiding('表格：盖在色块下', (document, secret) => {
    resource(document, 'XObject', 'F0', form(document, words(secret, 40, 200)))
    draw(document, '/F0 Do 0 g 30 190 200 30 re f')
  }),
  hiding('表格：白色文字', (document, secret) => {
    resource(document, 'XObject', 'F0', form(document, `1 g ${words(secret, 40, 200)}`))
    draw(document, '/F0 Do')
  }),
  hiding('表格：自己的框以外', (document, secret) => {
    resource(
      document,
      'XObject',
      'F0',
      form(document, `${words('shown', 10, 10)} ${words(secret, 40, 200)}`, { BBox: [0, 0, 100, 30] }),
    )
    draw(document, 'q 1 0 0 1 40 300 cm /F0 Do Q')
  }),
  hiding('表格：缩到没有', (document, secret) => {
    resource(document, 'XObject', 'F0', form(document, words(secret, 40, 200)))
    draw(document, 'q 0.0001 0 0 0.0001 40 300 cm /F0 Do Q')
  }),
  hiding('表格里的表格', (document, secret) => {
    const inner = form(document, `1 g ${words(secret, 40, 200)}`)
    resource(document, 'XObject', 'F0', form(document, '/F1 Do', { Resources: { XObject: { F1: inner } } }))
    draw(document, '/F0 Do')
  }),
  hiding('图案里的文字', (document, secret) => {
    const entries = { Type: 'Pattern', Subtype: undefined, PatternType: 1, PaintType: 1, TilingType: 1, XStep: 400, YStep: 400 }
    resource(document, 'Pattern', 'X0', form(document, `1 g ${words(secret, 40, 200)}`, entries))
    draw(document, '/Pattern cs /X0 scn 0 0 400 400 re f')
  }),
  hiding('内容流里的注释', (document, secret) => draw(document, `% ${secret}\n0 g`)),
  hiding('标记内容里的实际文字', (document, secret) => {
    draw(document, `/Span << /ActualText (${secret}) >> BDC ${words('A'.repeat(secret.length), 40, 200)} EMC`)
  }),
  hiding('表格里标记的实际文字', (document, secret) => {
    const inside = `/Span << /ActualText (${secret}) >> BDC ${words('A'.repeat(secret.length), 40, 200)} EMC`
    resource(document, 'XObject', 'F0', form(document, inside))
    draw(document, '/F0 Do')
  }),
  hiding('不是指令的字', (document, secret) => draw(document, `(${secret}) xyz 0 g`)),
  hiding('忽略不识之指令', (document, secret) => draw(document, `BX (${secret}) secret EX 0 g`)),
  hiding('字体：代码对照表', (document, secret) => {
    const map = `/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar <41> <${Buffer.from(secret, 'utf16le').swap16().toString('hex')}> endbfchar endcmap end`
    const unicode = document.context.register(document.context.flateStream(map))
    const font = { Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica', ToUnicode: unicode }
    resource(document, 'Font', 'T1', document.context.register(document.context.obj(font as never)))
    draw(document, 'BT /T1 12 Tf 40 200 Td (BCD) Tj ET')
  }),
  hiding('字体：字形名称', (document, secret) => {
    const encoding = { Type: 'Encoding', Differences: [1, secret, 65, 'A'] }
    const font = document.context.obj({ Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica', Encoding: encoding })
    resource(document, 'Font', 'T1', document.context.register(font))
    draw(document, 'BT /T1 12 Tf 40 200 Td (ABC) Tj ET')
  }),
  hiding('字体：没有用到的字形', (document, secret) => {
    const [used, unused] = ['500 0 0 0 500 500 d1 0 0 400 400 re f', `500 0 d0 BT /T0 1 Tf (${secret}) Tj ET % ${secret}`]
    const procs = {
      a: document.context.register(document.context.stream(used)),
      b: document.context.register(document.context.stream(unused)),
    }
    const font = document.context.obj({
      Type: 'Font',
      Subtype: 'Type3',
      FontBBox: [0, 0, 500, 500],
      FontMatrix: [0.001, 0, 0, 0.001, 0, 0],
      CharProcs: procs as never,
      Encoding: { Type: 'Encoding', Differences: [97, 'a', 'b'] },
      FirstChar: 97,
      LastChar: 98,
      Widths: [500, 500],
    } as never)
    resource(document, 'Font', 'T1', document.context.register(font))
    draw(document, 'BT /T1 20 Tf 40 200 Td (aaa) Tj ET')
  }),
  hiding('图片：JPEG 的拍摄信息', async (document, secret) => {
    const jpeg = await sharp(
      pixels(40, 40, () => [90, 90, 90]),
      { raw: { width: 40, height: 40, channels: 3 } },
    )
      .jpeg()
      .withExif({ IFD0: { Copyright: secret, ImageDescription: secret } })
      .toBuffer()
    resource(document, 'XObject', 'P0', picture(document, jpeg, { Filter: 'DCTDecode' }))
    draw(document, 'q 80 0 0 80 40 200 cm /P0 Do Q')
  }),
  hiding('图片：JPEG 之后的字节', async (document, secret) => {
    const jpeg = await sharp(
      pixels(40, 40, () => [90, 90, 90]),
      { raw: { width: 40, height: 40, channels: 3 } },
    )
      .jpeg()
      .toBuffer()
    resource(document, 'XObject', 'P0', picture(document, Buffer.concat([jpeg, Buffer.from(secret)]), { Filter: 'DCTDecode' }))
    draw(document, 'q 80 0 0 80 40 200 cm /P0 Do Q')
  }),
  hiding('图片：像素之后的字节', (document, secret) => {
    const data = Buffer.concat([pixels(40, 40, () => [90, 90, 90]), Buffer.from(secret)])
    resource(document, 'XObject', 'P0', picture(document, data))
    draw(document, 'q 80 0 0 80 40 200 cm /P0 Do Q')
  }),
  hiding('图片：属性', (document, secret) => {
    const metadata = document.context.register(document.context.stream(`<x>${secret}</x>`, { Type: 'Metadata', Subtype: 'XML' }))
    const data = pixels(40, 40, () => [90, 90, 90])
    resource(
      document,
      'XObject',
      'P0',
      picture(document, data, { Metadata: metadata, Name: secret, Notiz: PDFHexString.fromText(secret) }),
    )
    draw(document, 'q 80 0 0 80 40 200 cm /P0 Do Q')
  }),
  hiding('图片：颜色描述', (document, secret) => {
    const profile = document.context.register(document.context.flateStream(`desc ${secret}`, { N: 3, Alternate: 'DeviceRGB' }))
    const data = pixels(40, 40, () => [90, 90, 90])
    resource(document, 'XObject', 'P0', picture(document, data, { ColorSpace: ['ICCBased', profile] }))
    draw(document, 'q 80 0 0 80 40 200 cm /P0 Do Q')
  }),
  hiding('图片：供打印的替代图', (document, secret) => {
    const other = picture(document, Buffer.from(secret.padEnd(4800, ' ')))
    const data = pixels(40, 40, () => [90, 90, 90])
    resource(document, 'XObject', 'P0', picture(document, data, { Alternates: [{ Image: other, DefaultForPrinting: true }] }))
    draw(document, 'q 80 0 0 80 40 200 cm /P0 Do Q')
  }),
  hiding('空白页的注释', (document, secret) => {
    const page = document.addPage([400, 400])
    page.node.set(name('Contents'), document.context.register(document.context.stream(`%${secret}\n`)))
    page.node.set(name('UserUnit'), PDFNumber.of(1))
  }),
]

/** Pixels that nobody sees: magenta must be nowhere in the cleaned file. */
export const UNSEEN_PIXELS: readonly { place: string; make(): Promise<Uint8Array> }[] = (
  [
    ['盖在色块下', (document) => drawn(document, 'q 200 0 0 200 40 100 cm /P0 Do Q 0 g 35 95 110 210 re f')],
    ['剪裁掉', (document) => drawn(document, 'q 140 100 100 200 re W n 200 0 0 200 40 100 cm /P0 Do Q')],
    ['纸外', (document) => drawn(document, 'q 200 0 0 200 -100 100 cm /P0 Do Q')],
    [
      '裁切框以外',
      (document) => {
        drawn(document, 'q 200 0 0 200 40 100 cm /P0 Do Q')
        document.getPage(0).setCropBox(141, 50, 200, 300)
      },
    ],
    ['缩到看不见', (document) => drawn(document, 'q 0.3 0 0 0.3 40 100 cm /P0 Do Q')],
    [
      '盖在表格里',
      (document) => {
        const image = picture(document, pixels(40, 40))
        const inside = 'q 200 0 0 200 40 100 cm /P0 Do Q 0 g 35 95 110 210 re f'
        resource(document, 'XObject', 'F0', form(document, inside, { Resources: { XObject: { P0: image } } }))
        draw(document, '/F0 Do')
      },
    ],
    [
      '透明的部分',
      (document) => {
        const mask = picture(
          document,
          pixels(40, 40, (x) => [x < 20 ? 0 : 255]),
          { ColorSpace: 'DeviceGray' },
        )
        drawn(document, 'q 200 0 0 200 40 100 cm /P0 Do Q', { SMask: mask })
      },
    ],
    [
      '镂空的部分',
      (document) => {
        const bits = Buffer.from(Array.from({ length: 40 * 5 }, (_, at) => (at % 5 < 2 ? 0xff : at % 5 === 2 ? 0xf0 : 0)))
        const mask = picture(document, bits, { ColorSpace: undefined, BitsPerComponent: 1, ImageMask: true })
        drawn(document, 'q 200 0 0 200 40 100 cm /P0 Do Q', { Mask: mask })
      },
    ],
    [
      '按颜色透明的部分',
      (document) => {
        drawn(document, 'q 200 0 0 200 40 100 cm /P0 Do Q', { Mask: [0, 255, 0, 60, 0, 255] })
      },
    ],
    ['没有用到的图片', (document) => resource(document, 'XObject', 'P0', picture(document, pixels(40, 40)))],
  ] as [string, (document: PDFDocument) => void][]
).map(([place, change]) => ({ place, make: () => plainPdf(change) }))

function drawn(document: PDFDocument, operators: string, entries: Record<string, unknown> = {}): void {
  resource(document, 'XObject', 'P0', picture(document, pixels(40, 40), entries))
  draw(document, operators)
}
