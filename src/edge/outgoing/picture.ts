/** PNG and JPEG: pixels under the boxes are painted over, the file is encoded anew without anything besides the picture. */
import sharp, { type Sharp } from 'sharp'
import type { Remade } from '../../office/files/workshop.ts'
import { type Box, BOX_LABELS, boxLabel, type PageSketch } from '../../record/outgoing/box.ts'
import { type Finding, Findings } from '../../record/outgoing/findings.ts'
import { Unreadable } from '../files/outcome.ts'
import { BOUNDS } from './limits.ts'
import { PdfFile, pdfium } from './pdfium.ts'
import { withoutMetadata } from './picture-bytes.ts'

const PREVIEW_WIDTH = 1240

function opened(bytes: Uint8Array): Sharp {
  return sharp(bytes, { limitInputPixels: BOUNDS.pixels, failOn: 'error' })
}

/** As it is looked at: turned the way its metadata says. */
async function upright(bytes: Uint8Array): Promise<{ width: number; height: number; format: 'png' | 'jpeg' }> {
  try {
    const { width, height, format, autoOrient } = await opened(bytes).metadata()
    if (format !== 'png' && format !== 'jpeg') throw new Unreadable('只处理 PNG 和 JPEG 图片')
    return { width: autoOrient.width ?? width, height: autoOrient.height ?? height, format }
  } catch (error) {
    if (error instanceof Unreadable) throw error
    throw new Unreadable('图片过大或已损坏，不能打开')
  }
}

export async function inspectPicture(bytes: Uint8Array): Promise<Finding[]> {
  await upright(bytes)
  const findings = new Findings()
  const { exif, xmp, iptc, orientation = 1 } = await opened(bytes).metadata()
  const told = [exif, xmp, iptc].filter((one) => one !== undefined).length
  findings.add('pictureMetadata', '', told || (withoutMetadata(bytes).length !== bytes.length || orientation > 1 ? 1 : 0))
  findings.add('scanned', '')
  return findings.list()
}

export async function sketchPicture(bytes: Uint8Array): Promise<PageSketch[]> {
  const { width, height } = await upright(bytes)
  return [{ page: 1, width, height, scanned: true, personal: [] }]
}

export async function showPicture(bytes: Uint8Array): Promise<Uint8Array> {
  await upright(bytes)
  return opened(bytes).autoOrient().resize({ width: PREVIEW_WIDTH, withoutEnlargement: true }).png().toBuffer()
}

export async function remakePicture(bytes: Uint8Array, boxes: readonly Box[], labels: Uint8Array | null): Promise<Remade> {
  const { width, height, format } = await upright(bytes)
  const places = boxes.map((box) => {
    const [left, top] = [Math.floor(box.x * width), Math.floor(box.y * height)]
    const [right, bottom] = [
      Math.min(width, Math.ceil((box.x + box.width) * width)),
      Math.min(height, Math.ceil((box.y + box.height) * height)),
    ]
    return { left, top, width: Math.max(1, right - left), height: Math.max(1, bottom - top), ground: box.ground }
  })
  const black = await Promise.all(
    places.map(async ({ left, top, width: across, height: down, ground }) => ({
      input: await boxPicture(across, down, labels, BOX_LABELS.indexOf(boxLabel(ground))),
      left,
      top,
    })),
  )
  const painted = await opened(bytes)
    .autoOrient()
    .flatten({ background: 'white' })
    .composite(black)
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const encoded = sharp(painted.data, { raw: painted.info })
  const result = new Uint8Array(
    await (format === 'png' ? encoded.png() : encoded.jpeg({ quality: 92, chromaSubsampling: '4:4:4' })).toBuffer(),
  )
  const proof = [await proveOutside(bytes, result, places)]
  if (places.length > 0) proof.push(`${places.length} 处涂黑框内的像素已重写，原图像不在文件中`)
  return { bytes: result, findings: await inspectPicture(result), proof }
}

/** The size is the same, and nothing remembers the former picture. */
async function proveOutside(
  before: Uint8Array,
  after: Uint8Array,
  places: readonly { left: number; top: number; width: number; height: number }[],
): Promise<string> {
  const size = await upright(before)
  const made = await upright(after)
  if (made.width !== size.width || made.height !== size.height) throw new Unreadable('处理后图片大小不符，没有保存')
  for (const place of places) {
    const { data } = await sharp(after)
      .extract({ left: place.left, top: place.top, width: place.width, height: 1 })
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true })
    if (data.some((value) => value > 90)) throw new Unreadable('涂黑框内仍有图像，没有保存')
  }
  return '已重新打开，尺寸与原件一致，没有附带属性'
}

/** A black box with its ground in white. */
async function boxPicture(width: number, height: number, labels: Uint8Array | null, label: number): Promise<Buffer> {
  const black = sharp({ create: { width, height, channels: 3, background: '#000000' } })
  if (!labels || width < 40 || height < 14) return black.png().toBuffer()
  const file = new PdfFile(await pdfium(), labels)
  try {
    const letters = file.withPage(label + 1, (page) => {
      const size = page.size()
      const scale = Math.min((width * 0.9) / size.width, (height * 0.8) / size.height, 4)
      const [across, down] = [Math.max(1, Math.round(size.width * scale)), Math.max(1, Math.round(size.height * scale))]
      return { across, down, pixels: page.render(across, down, false) }
    })
    const input = await sharp(letters.pixels, { raw: { width: letters.across, height: letters.down, channels: 4 } })
      .removeAlpha()
      .png()
      .toBuffer()
    return await black
      .composite([{ input, gravity: 'centre' }])
      .png()
      .toBuffer()
  } finally {
    file.close()
  }
}
