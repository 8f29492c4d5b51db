/** PNG and JPEG: pixels under the boxes are painted over, the file is encoded anew without anything besides the picture. */
import sharp, { type Sharp } from 'sharp'
import type { Remade } from '../../office/files/workshop.ts'
import { type Box, BOX_LABELS, boxLabel, insidePage, type PageSketch } from '../../record/outgoing/box.ts'
import { type Finding, Findings } from '../../record/outgoing/findings.ts'
import { Unreadable } from '../files/outcome.ts'
import { BOUNDS } from './limits.ts'
import { PdfFile, pdfium } from './pdfium.ts'
import { isAnimatedPng, withoutMetadata } from './picture-bytes.ts'

const PREVIEW_WIDTH = 1240
const SAVE_AS_PNG = '请在看图软件中另存为 PNG 再上传，有几页、几帧的每页另存一张'

function opened(bytes: Uint8Array): Sharp {
  return sharp(bytes, { limitInputPixels: BOUNDS.pixels, failOn: 'error' })
}

/** As it is looked at: turned the way its metadata says. Of several pictures in one file nobody could tell which one leaves. */
async function upright(bytes: Uint8Array): Promise<{ width: number; height: number; format: 'png' | 'jpeg' }> {
  try {
    const { width, height, format, autoOrient } = await opened(bytes).metadata()
    if (format !== 'png' && format !== 'jpeg') throw new Unreadable(`只处理 PNG 和 JPEG 图片；${SAVE_AS_PNG}`)
    if (isAnimatedPng(bytes)) throw new Unreadable(`图片有几帧，不能确认发出的是哪一帧；${SAVE_AS_PNG}`)
    return { width: autoOrient.width ?? width, height: autoOrient.height ?? height, format }
  } catch (error) {
    if (error instanceof Unreadable) throw error
    throw new Unreadable('图片过大或已损坏，不能打开')
  }
}

/**
 * What a picture carries besides its pixels has no end of places, most of them free: tables that nothing uses, bytes that decoders
 * skip, colours that are transparent. So none leaves as it came; the one that leaves is encoded from its pixels.
 */
export async function inspectPicture(bytes: Uint8Array): Promise<Finding[]> {
  await upright(bytes)
  const { exif, xmp, iptc, icc } = await opened(bytes).metadata()
  const told = [exif, xmp, iptc, icc].filter((one) => one !== undefined).length
  const findings = toBeLookedAt()
  findings.add('pictureMetadata', '', Math.max(1, told))
  return findings.list()
}

function toBeLookedAt(): Findings {
  const findings = new Findings()
  findings.add('scanned', '')
  return findings
}

export async function sketchPicture(bytes: Uint8Array): Promise<PageSketch[]> {
  const { width, height } = await upright(bytes)
  return [{ page: 1, width, height, scanned: true, personal: [] }]
}

export async function showPicture(bytes: Uint8Array): Promise<Uint8Array> {
  await upright(bytes)
  return opened(bytes)
    .autoOrient()
    .flatten({ background: 'white' })
    .resize({ width: PREVIEW_WIDTH, withoutEnlargement: true })
    .png()
    .toBuffer()
}

export async function remakePicture(bytes: Uint8Array, boxes: readonly Box[], labels: Uint8Array | null): Promise<Remade> {
  const { width, height, format } = await upright(bytes)
  const places = boxes.map(insidePage).map((box) => {
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
  return { bytes: result, findings: toBeLookedAt().list(), proof }
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
  if (withoutMetadata(after).length !== after.length) throw new Unreadable('处理后仍有附带的数据，没有保存')
  for (const place of places) {
    const { data } = await sharp(after)
      .extract({ left: place.left, top: place.top, width: place.width, height: 1 })
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true })
    if (data.some((value) => value > 90)) throw new Unreadable('涂黑框内仍有图像，没有保存')
  }
  return '已按看得见的画面重新生成，尺寸与原件一致，没有附带的数据'
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
