/** Pictures of a PDF: their bytes end where their pixels end, and pixels that a mask makes invisible are blank. */
import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, type PDFContext, type PDFObject } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { withoutMetadata } from './picture-bytes.ts'
import { unpackedStream, type Unpacked } from './pdf-stream.ts'

const name = (word: string) => PDFName.of(word)

/** What of it was not as it should be; `unsure` where it can't be told what is seen of it. */
export interface PictureScrubbed {
  made: PDFRawStream
  changed: boolean
  unsure: boolean
}

export async function scrubPicture(context: PDFContext, image: PDFRawStream): Promise<PictureScrubbed> {
  const packed = unpackedStream(image)
  const shape = shapeOf(image.dict)
  const masks = masksOf(image.dict)
  if (packed.codec !== null) {
    if (masks.length > 0 && (await hidesAnything(masks, shape))) return unmasked(context, image, packed, shape, masks)
    const alone = withoutMetadata(packed.bytes)
    return { made: packedAgain(context, image, alone, packed), changed: alone.length !== packed.bytes.length, unsure: false }
  }
  const size = shape.height * rowOf(shape)
  const pixels = packed.bytes.length > size && size > 0 ? packed.bytes.slice(0, size) : packed.bytes
  const cut = pixels.length !== packed.bytes.length
  const blanked = masks.length > 0 ? await blankedPixels(pixels, shape, masks) : { pixels, changed: false, unsure: false }
  const made = packedAgain(context, image, blanked.pixels, packed)
  return { made, changed: cut || blanked.changed, unsure: blanked.unsure }
}

interface Shape {
  width: number
  height: number
  bits: number
  colours: number
}

function shapeOf(dict: PDFDict): Shape {
  const number = (key: string, otherwise: number) => {
    const found = dict.lookup(name(key))
    return found instanceof PDFNumber ? found.asNumber() : otherwise
  }
  const isMask = dict.lookup(name('ImageMask'))?.toString() === 'true'
  return {
    width: number('Width', 0),
    height: number('Height', 0),
    bits: isMask ? 1 : number('BitsPerComponent', 8),
    colours: isMask ? 1 : coloursOf(dict.lookup(name('ColorSpace'))),
  }
}

/** Values that a pixel has. */
export function coloursOf(space: PDFObject | undefined): number {
  if (space instanceof PDFArray) {
    const kind = space.lookup(0)
    if (kind === name('ICCBased')) {
      const profile = space.lookup(1)
      const count = profile instanceof PDFRawStream ? profile.dict.lookup(name('N')) : undefined
      return count instanceof PDFNumber ? count.asNumber() : 3
    }
    if (kind === name('DeviceN')) {
      const inks = space.lookup(1)
      return inks instanceof PDFArray ? inks.size() : 1
    }
    if (space.size() === 1) return coloursOf(kind)
    return kind === name('CalRGB') || kind === name('Lab') ? 3 : 1
  }
  if (space === name('DeviceCMYK')) return 4
  return space === name('DeviceRGB') ? 3 : 1
}

const rowOf = ({ width, bits, colours }: Shape) => Math.ceil((width * bits * colours) / 8)

/** Whether a place of the picture, in parts of its sides, is seen through this mask. */
interface Mask {
  width: number
  height: number
  seen(x: number, y: number): boolean
  /** Set for a mask of colours: what of the picture itself is not seen. */
  colours: number[] | null
}

function masksOf(dict: PDFDict): (PDFRawStream | number[])[] {
  const [soft, mask] = [dict.lookup(name('SMask')), dict.lookup(name('Mask'))]
  const found: (PDFRawStream | number[])[] = []
  if (soft instanceof PDFRawStream) found.push(soft)
  if (mask instanceof PDFRawStream) found.push(mask)
  if (mask instanceof PDFArray) found.push(mask.asArray().map((one) => (one instanceof PDFNumber ? one.asNumber() : 0)))
  return found
}

/** Null where the mask is of a kind that is not read here. */
async function maskOf(of: PDFRawStream | number[], shape: Shape): Promise<Mask | null> {
  if (Array.isArray(of)) return { width: shape.width, height: shape.height, seen: () => true, colours: of }
  const own = shapeOf(of.dict)
  const { width, height, bits } = own
  const isStencil = of.dict.lookup(name('ImageMask'))?.toString() === 'true'
  const values = await samplesOf(of, own)
  if (values === null) return null
  const decode = of.dict.lookup(name('Decode'))
  const first = decode instanceof PDFArray ? decode.lookup(0) : undefined
  const inverted = first instanceof PDFNumber && first.asNumber() === 1
  const most = 2 ** bits - 1
  const row = rowOf(own)
  const valueAt = (x: number, y: number) => {
    if (bits === 8) return values[y * row + x] ?? 0
    return ((values[y * row + ((x * bits) >> 3)] ?? 0) >> (8 - bits - ((x * bits) & 7))) & most
  }
  // A soft mask shows where it is not 0; a stencil hides where it is 1.
  const seen = (x: number, y: number) => {
    const value = inverted ? most - valueAt(x, y) : valueAt(x, y)
    return isStencil ? value === 0 : value / most > 0.02
  }
  return { width, height, seen, colours: null }
}

async function samplesOf(mask: PDFRawStream, shape: Shape): Promise<Uint8Array | null> {
  const packed = unpackedStream(mask)
  if (packed.codec === null) return shape.bits <= 8 ? packed.bytes : null
  if (!packed.codec.startsWith('DCT')) return null
  return sharp(packed.bytes).toColourspace('b-w').raw().toBuffer()
}

function hides(mask: Mask, shape: Shape, x: number, y: number): boolean {
  // The mask may be finer or coarser than the picture: every sample of it that touches the pixel.
  const [left, right] = [Math.floor((x * mask.width) / shape.width), Math.ceil(((x + 1) * mask.width) / shape.width)]
  const [top, bottom] = [Math.floor((y * mask.height) / shape.height), Math.ceil(((y + 1) * mask.height) / shape.height)]
  for (let down = top; down < bottom; down++)
    for (let across = left; across < right; across++) if (mask.seen(across, down)) return false
  return true
}

async function hidesAnything(masks: readonly (PDFRawStream | number[])[], shape: Shape): Promise<boolean> {
  for (const one of masks) {
    const mask = await maskOf(one, shape)
    if (mask === null || mask.colours !== null) return true
    for (let y = 0; y < shape.height; y++) for (let x = 0; x < shape.width; x++) if (hides(mask, shape, x, y)) return true
  }
  return false
}

async function blankedPixels(
  pixels: Uint8Array,
  shape: Shape,
  of: readonly (PDFRawStream | number[])[],
): Promise<{ pixels: Uint8Array; changed: boolean; unsure: boolean }> {
  const masks = await Promise.all(of.map((one) => maskOf(one, shape)))
  const known = masks.filter((mask): mask is Mask => mask !== null)
  if (known.length < masks.length) return { pixels, changed: false, unsure: true }
  if (shape.bits !== 8) return { pixels, changed: false, unsure: await hidesAnything(of, shape) }
  const made = pixels.slice()
  let changed = false
  for (let y = 0; y < shape.height; y++)
    for (let x = 0; x < shape.width; x++) {
      const at = (y * shape.width + x) * shape.colours
      const blank = known.map((mask) => blankFor(mask, shape, x, y, made.subarray(at, at + shape.colours))).find((one) => one)
      blank?.forEach((value, colour) => {
        if (made[at + colour] !== value) changed = true
        made[at + colour] = value
      })
    }
  return { pixels: made, changed, unsure: false }
}

/** What an unseen pixel becomes; undefined where it is seen. */
function blankFor(mask: Mask, shape: Shape, x: number, y: number, pixel: Uint8Array): number[] | undefined {
  if (mask.colours === null) return hides(mask, shape, x, y) ? Array.from(pixel, () => 0) : undefined
  const { colours } = mask
  const inside = [...pixel].every((value, at) => value >= (colours[at * 2] ?? 256) && value <= (colours[at * 2 + 1] ?? -1))
  return inside ? Array.from(pixel, (_, at) => colours[at * 2] ?? 0) : undefined
}

/** An encoded picture of which a mask hides parts: decoded, blanked and stored as plain pixels. */
async function unmasked(
  context: PDFContext,
  image: PDFRawStream,
  packed: Unpacked,
  shape: Shape,
  of: readonly (PDFRawStream | number[])[],
): Promise<PictureScrubbed> {
  if (!packed.codec?.startsWith('DCT') || shape.colours === 4) return { made: image, changed: false, unsure: true }
  const { data, info } = await sharp(packed.bytes)
    .toColourspace(shape.colours === 1 ? 'b-w' : 'srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  if (info.width !== shape.width || info.height !== shape.height || info.channels !== shape.colours)
    return { made: image, changed: false, unsure: true }
  const blanked = await blankedPixels(data, { ...shape, bits: 8 }, of)
  if (!blanked.changed) {
    const alone = withoutMetadata(packed.bytes)
    const changed = alone.length !== packed.bytes.length
    return { made: packedAgain(context, image, alone, packed), changed, unsure: blanked.unsure }
  }
  const made = packedAgain(context, image, blanked.pixels, { ...packed, codec: null, parms: null })
  return { made, changed: true, unsure: false }
}

/** The same dictionary around other bytes. */
export function packedAgain(
  context: PDFContext,
  stream: PDFRawStream,
  bytes: Uint8Array,
  { codec, parms }: Unpacked,
): PDFRawStream {
  const dict = stream.dict.clone(context)
  for (const key of ['Filter', 'DecodeParms', 'Length', 'F', 'FFilter', 'FDecodeParms', 'DL']) dict.delete(name(key))
  if (codec === null) {
    const made = context.flateStream(bytes)
    dict.set(name('Filter'), name('FlateDecode'))
    dict.set(name('Length'), PDFNumber.of(made.contents.length))
    return PDFRawStream.of(dict, made.contents)
  }
  dict.set(name('Filter'), name(codec))
  if (parms) dict.set(name('DecodeParms'), parms)
  dict.set(name('Length'), PDFNumber.of(bytes.length))
  return PDFRawStream.of(dict, bytes)
}
