/** Pictures with a secret in a place that is no pixel of them: one maker for each. */
import { deflateSync } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'
import type { Hiding } from './docx-made.ts'
import { chunk, pngWith } from './png.ts'

/** Pixels. */
export const SIDE = 48
/** Left half, right half. */
const HALVES = ['#d04030', '#3040d0'] as const

/** Two blocks of colour, side by side. */
function halves(): Sharp {
  const [left, right] = HALVES
  const half = { create: { width: SIDE / 2, height: SIDE, channels: 3 as const, background: right } }
  return sharp({ create: { width: SIDE, height: SIDE, channels: 3, background: left } }).composite([
    { input: half, left: SIDE / 2, top: 0 },
  ])
}

export const plainPng = (): Promise<Buffer> => halves().png().toBuffer()
export const plainJpeg = (): Promise<Buffer> => halves().jpeg({ quality: 95 }).toBuffer()

const text = (words: string) => Buffer.from(words, 'latin1')

const inPng = (place: string, change: (png: Buffer, secret: string) => Buffer): Hiding => ({
  place: `PNG：${place}`,
  make: async (secret) => new Uint8Array(change(await plainPng(), secret)),
})

/** A PNG made by hand, of these chunks between its head and its end. */
function pngOf(colours: 'rgb' | 'palette', chunks: Buffer[]): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(SIDE)
  head.writeUInt32BE(SIDE, 4)
  head.set([8, colours === 'rgb' ? 2 : 3], 8)
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', head), ...chunks, chunk('IEND', new Uint8Array())])
}

const bytesOf = (colour: string) => [...Buffer.from(colour.slice(1), 'hex')]

/** The two halves as PNG writes rows: a filter of none, then the pixels. */
function rows(left: readonly number[], right: readonly number[]): Buffer {
  const half = (colour: readonly number[]) => Array.from({ length: SIDE / 2 }, () => colour).flat()
  return Buffer.concat(Array.from({ length: SIDE }, () => Buffer.from([0, ...half(left), ...half(right)])))
}
const pixels = () => rows(bytesOf(HALVES[0]), bytesOf(HALVES[1]))

/** As colours: three bytes each. */
const coloured = (secret: string) => text(secret.padEnd(Math.ceil(secret.length / 3) * 3))

const inJpeg = (place: string, change: (jpeg: Buffer, secret: string) => Buffer | Promise<Buffer>): Hiding => ({
  place: `JPEG：${place}`,
  make: async (secret) => new Uint8Array(await change(await plainJpeg(), secret)),
})

function segment(marker: number, data: Buffer): Buffer {
  const made = Buffer.from([0xff, marker, 0, 0])
  made.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([made, data])
}

const afterStart = (jpeg: Buffer, ...more: Buffer[]) => Buffer.concat([jpeg.subarray(0, 2), ...more, jpeg.subarray(2)])
const beforeEnd = (jpeg: Buffer, more: Buffer) => Buffer.concat([jpeg.subarray(0, -2), more, jpeg.subarray(-2)])
/** A segment of this kind around words that begin like it. */
const inSegment = (place: string, marker: number, before: string, data: (secret: string) => Buffer = text): Hiding =>
  inJpeg(place, (jpeg, secret) => afterStart(jpeg, segment(marker, Buffer.concat([text(before), data(secret)]))))

/** EXIF of which the second directory leads to a thumbnail. */
function thumbnail(inside: Buffer): Buffer {
  const tiff = Buffer.alloc(44)
  tiff.write('II*\0', 'latin1')
  tiff.writeUInt32LE(8, 4)
  tiff.writeUInt32LE(14, 10)
  tiff.writeUInt16LE(2, 14)
  for (const [at, tag, value] of [
    [16, 0x0201, 44],
    [28, 0x0202, inside.length],
  ] as const) {
    tiff.writeUInt16LE(tag, at)
    tiff.writeUInt16LE(4, at + 2)
    tiff.writeUInt32LE(1, at + 4)
    tiff.writeUInt32LE(value, at + 8)
  }
  return Buffer.concat([tiff, inside])
}

const commented = (jpeg: Buffer, secret: string) => afterStart(jpeg, segment(0xfe, text(secret)))

export const IN_PICTURES: readonly Hiding[] = [
  inPng('文字', (png, secret) => pngWith(png, 'tEXt', text(`Comment\0${secret}`))),
  inPng('压缩的文字', (png, secret) =>
    pngWith(png, 'zTXt', Buffer.concat([text('Comment\0\0'), deflateSync(text(secret), { level: 0 })])),
  ),
  inPng('XMP', (png, secret) => pngWith(png, 'iTXt', text(`XML:com.adobe.xmp\0\0\0\0\0<x>${secret}</x>`))),
  inPng('EXIF', (png, secret) => pngWith(png, 'eXIf', thumbnail(text(secret)))),
  inPng('颜色特性文件', (png, secret) => {
    const profile = chunk('iCCP', Buffer.concat([text(`${secret}\0\0`), deflateSync(text(secret), { level: 0 })]))
    return Buffer.concat([png.subarray(0, 33), profile, png.subarray(33)])
  }),
  inPng('内容凭证', (png, secret) => pngWith(png, 'caBX', text(secret))),
  inPng('建议的调色板的名称', (png, secret) => pngWith(png, 'sPLT', text(`${secret}\0\x08`))),
  inPng('不认识的块', (png, secret) => pngWith(png, 'prVt', text(secret))),
  inPng('结尾之后的字节', (png, secret) => Buffer.concat([png, text(secret)])),
  inPng('像素之后的字节', (_, secret) => pngOf('rgb', [chunk('IDAT', Buffer.concat([deflateSync(pixels()), text(secret)]))])),
  inPng('比画面多的像素', (_, secret) =>
    pngOf('rgb', [chunk('IDAT', deflateSync(Buffer.concat([pixels(), text(secret)]), { level: 0 }))]),
  ),
  inPng('没有用到的调色板颜色', (_, secret) => {
    const colours = Buffer.concat([Buffer.from(HALVES.flatMap(bytesOf)), coloured(secret)])
    return pngOf('palette', [chunk('PLTE', colours), chunk('IDAT', deflateSync(rows([0], [1])))])
  }),
  inPng('透明的调色板颜色', (_, secret) => {
    const colours = Buffer.concat([Buffer.from(HALVES.flatMap(bytesOf)), coloured(secret)])
    const seen = Buffer.from([255, 255, ...Array.from({ length: coloured(secret).length / 3 }, () => 0)])
    return pngOf('palette', [chunk('PLTE', colours), chunk('tRNS', seen), chunk('IDAT', deflateSync(rows([0], [1])))])
  }),
  inJpeg('注释', commented),
  inJpeg('拍摄信息', (jpeg, secret) =>
    sharp(jpeg)
      .withExif({ IFD0: { Artist: secret }, IFD3: { GPSDateStamp: secret } })
      .jpeg()
      .toBuffer(),
  ),
  inSegment('拍摄信息里的缩略图', 0xe1, 'Exif\0\0', (secret) => thumbnail(text(`\xff\xd8\xff\xfe\0\x0f${secret}\xff\xd9`))),
  inSegment('缩略图', 0xe0, 'JFXX\0\x10'),
  inSegment('IPTC', 0xed, 'Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x12\x1c\x02\x50\0\x0d'),
  inSegment('XMP', 0xe1, 'http://ns.adobe.com/xap/1.0/\0'),
  inSegment('XMP 的续篇', 0xe1, 'http://ns.adobe.com/xmp/extension/\0'),
  inSegment('颜色特性文件', 0xe2, 'ICC_PROFILE\0\x01\x01'),
  inSegment('内容凭证', 0xeb, 'JP\0\x01\0\0\0\x01'),
  inSegment('程序自己的数据', 0xe9, 'vendor\0'),
  inSegment('没有用到的量化表', 0xdb, '\x03', (secret) => text(secret.padEnd(64, '1'))),
  inJpeg('第二张图', (jpeg, secret) =>
    Buffer.concat([afterStart(jpeg, segment(0xe2, text('MPF\0II*\0\x08\0\0\0'))), commented(jpeg, secret)]),
  ),
  inJpeg('结尾之后的字节', (jpeg, secret) => Buffer.concat([jpeg, text(secret)])),
  inJpeg('段与段之间的字节', (jpeg, secret) =>
    afterStart(jpeg, segment(0xe0, text('JFIF\0\x01\x01\0\0\x01\0\x01\0\0')), text(secret)),
  ),
  inJpeg('像素之后的字节', (jpeg, secret) => beforeEnd(jpeg, text(secret))),
]

/** Files of several pictures, or of a kind that may hold several. */
export const SEVERAL_PICTURES: readonly Hiding[] = [
  {
    place: 'APNG 的第二帧',
    make: async (secret) => {
      const png = await plainPng()
      const frames = [chunk('acTL', Buffer.from('0000000200000000', 'hex')), chunk('fcTL', Buffer.alloc(26))]
      const second = chunk('fdAT', Buffer.concat([Buffer.alloc(4), deflateSync(text(secret), { level: 0 })]))
      return new Uint8Array(Buffer.concat([png.subarray(0, 33), ...frames, png.subarray(33, -12), second, png.subarray(-12)]))
    },
  },
  ...(['gif', 'webp', 'tiff'] as const).flatMap((format): Hiding[] => [
    {
      place: `${format} 的第二帧`,
      make: async (secret) => {
        const frames = [await plainPng(), await halves().negate().png().toBuffer()]
        const bytes = await sharp(frames, { join: { animated: true } })
          .toFormat(format)
          .toBuffer()
        return new Uint8Array(Buffer.concat([bytes, text(secret)]))
      },
    },
    {
      place: `${format} 的拍摄信息或者注释`,
      make: async (secret) => {
        if (format === 'webp')
          return new Uint8Array(
            await halves()
              .withExif({ IFD0: { Artist: secret } })
              .webp()
              .toBuffer(),
          )
        if (format === 'tiff') return new Uint8Array(await halves().withXmp(`<x>${secret}</x>`).tiff().toBuffer())
        const gif = await halves().gif().toBuffer()
        const note = Buffer.concat([Buffer.from([0x21, 0xfe, secret.length]), text(secret), Buffer.from([0])])
        return new Uint8Array(Buffer.concat([gif.subarray(0, -1), note, gif.subarray(-1)]))
      },
    },
  ]),
]
