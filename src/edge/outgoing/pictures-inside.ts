/** Pictures inside Office files: each is written anew from its pixels; what can't be looked into is told of. */
import { createHash } from 'node:crypto'
import sharp from 'sharp'
import type { Findings } from '../../record/outgoing/findings.ts'
import { BOUNDS } from './limits.ts'
import type { OfficePackage } from './package.ts'

const PICTURE = /\/media\/[^/]+$/
/** Names that programs give. */
const NUMBERED = /\/media\/(?:image|picture)\d{1,4}\.(?:png|jpe?g)$/
const KINDS = new Set(['png', 'jpeg', 'gif', 'tiff', 'webp'])

/**
 * Tables of colours that nothing uses, tables of codes, bytes that decoders skip: inside a picture there are more places than can be
 * looked at, so none stays as it came. @param made digests of the pictures that were written here; new ones are added
 */
export async function cleanPictures(office: OfficePackage, findings: Findings, made: Set<string>): Promise<void> {
  for (const name of office.names().filter((one) => PICTURE.test(one))) {
    const bytes = office.parts.get(name) ?? new Uint8Array()
    if (made.has(digest(bytes))) continue
    const alone = await pictureAlone(bytes).catch(() => null)
    if (alone === null) {
      findings.add('opaquePicture', '')
      continue
    }
    if (alone.hidden) findings.add('hiddenPicture', '')
    else if (Buffer.compare(alone.bytes, bytes) !== 0) findings.add('pictureMetadata', '')
    made.add(digest(alone.bytes))
    office.parts.set(name, alone.bytes)
    if (
      !NUMBERED.test(name) ||
      !name.endsWith(alone.format === 'png' ? '.png' : 'g') ||
      name.endsWith('png') !== (alone.format === 'png')
    )
      office.rename(name, freeName(office, name, alone.format))
  }
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function freeName(office: OfficePackage, name: string, format: string): string {
  const folder = name.slice(0, name.lastIndexOf('/'))
  for (let number = 1; ; number++) {
    const free = ['png', 'jpeg', 'jpg'].every((extension) => !office.parts.has(`${folder}/image${number}.${extension}`))
    if (free) return `${folder}/image${number}.${format}`
  }
}

interface Alone {
  bytes: Uint8Array
  format: 'png' | 'jpeg'
  /** Pixels under full transparency that were not all alike. */
  hidden: boolean
}

/** Throws for what is no picture of pixels, or none that can be read. */
async function pictureAlone(bytes: Uint8Array): Promise<Alone> {
  const opened = sharp(bytes, { limitInputPixels: BOUNDS.pixels, failOn: 'error' })
  const { format, hasAlpha, width, height } = await opened.metadata()
  if (!KINDS.has(format)) throw new Error('of another kind')
  if (!hasAlpha) {
    const plain = await opened.toColourspace('srgb').removeAlpha().raw().toBuffer({ resolveWithObject: true })
    const encoded = sharp(plain.data, { raw: plain.info })
    const isPhoto = format === 'jpeg'
    const made = await (isPhoto ? encoded.jpeg({ quality: 92, chromaSubsampling: '4:4:4' }) : encoded.png()).toBuffer()
    return { bytes: new Uint8Array(made), format: isPhoto ? 'jpeg' : 'png', hidden: false }
  }
  const pixels = await opened.toColourspace('srgb').ensureAlpha().raw().toBuffer()
  const hidden = blankTransparent(pixels)
  const made = await sharp(pixels, { raw: { width, height, channels: 4 } })
    .png()
    .toBuffer()
  return { bytes: new Uint8Array(made), format: 'png', hidden }
}

/** Fewer pixels than this are left over at the edges of shapes. Of 255: what covers less is not seen. */
const [FEW, FAINT] = [32, 12]

/** Whether pixels that nobody sees made a picture of their own; they do no longer. */
function blankTransparent(pixels: Buffer): boolean {
  let first: number | null = null
  let others = 0
  for (let at = 0; at < pixels.length; at += 4) {
    if ((pixels[at + 3] ?? 0) > FAINT) continue
    const colour = pixels.readUIntBE(at, 3)
    first ??= colour
    if (colour !== first) others += 1
    pixels.fill(0, at, at + 4)
  }
  return others > FEW
}
