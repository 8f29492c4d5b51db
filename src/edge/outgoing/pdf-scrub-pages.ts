/** What a page leads to: instructions, forms, pictures, patterns, colours, each with the entries that the standard needs. */
import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFString,
  type PDFObject,
} from '@cantoo/pdf-lib'
import { type ResourceKind, type Rewritten, rewritten } from './content-rewrite.ts'
import { scrubFont } from './pdf-scrub-fonts.ts'
import { coloursOf, packedAgain, scrubPicture } from './pdf-scrub-pictures.ts'
import { isPlain, keepOnly, keepPlain, leaveOut, type Met, nothingMet, type Scrub } from './pdf-keep.ts'
import { unpackedStream } from './pdf-stream.ts'

const STREAM = ['Filter', 'DecodeParms', 'Length']
const FORM = ['Type', 'Subtype', 'BBox', 'Matrix', 'Resources', 'Group', ...STREAM]
const TILING = ['Type', 'PatternType', 'PaintType', 'TilingType', 'BBox', 'XStep', 'YStep', 'Matrix', 'Resources', ...STREAM]
const IMAGE_PLAIN = [
  'Type',
  'Subtype',
  'Width',
  'Height',
  'BitsPerComponent',
  'Decode',
  'Interpolate',
  'ImageMask',
  'Intent',
  'Matte',
  'SMaskInData',
]
const IMAGE = [...IMAGE_PLAIN, 'ColorSpace', 'Mask', 'SMask', ...STREAM]
const STATE_PLAIN = [
  'Type',
  'LW',
  'LC',
  'LJ',
  'ML',
  'D',
  'RI',
  'OP',
  'op',
  'OPM',
  'FL',
  'SM',
  'SA',
  'BM',
  'CA',
  'ca',
  'AIS',
  'TK',
]
const SHADING_PLAIN = [
  'ShadingType',
  'Background',
  'BBox',
  'AntiAlias',
  'Coords',
  'Domain',
  'Extend',
  'Matrix',
  'BitsPerCoordinate',
  'BitsPerComponent',
  'BitsPerFlag',
  'Decode',
  'VerticesPerRow',
]
const FUNCTION_PLAIN = [
  'FunctionType',
  'Domain',
  'Range',
  'Size',
  'BitsPerSample',
  'Order',
  'Encode',
  'Decode',
  'C0',
  'C1',
  'N',
  'Bounds',
]
const GROUP = ['Type', 'S', 'CS', 'I', 'K']
const KINDS: readonly ResourceKind[] = ['Font', 'XObject', 'ExtGState', 'ColorSpace', 'Pattern', 'Shading']
/** Pictures larger than this are more than the grain of a pattern. */
const GRAIN = 64

const name = (word: string) => PDFName.of(word)

export async function scrubPage(scrub: Scrub, page: PDFDict): Promise<Met> {
  const contents = page.lookup(name('Contents'))
  const streams = contents instanceof PDFArray ? contents.asArray().map((_, at) => contents.lookup(at)) : [contents]
  const bytes = streams.flatMap((one) => (one instanceof PDFRawStream ? [unpackedStream(one).bytes, new Uint8Array([10])] : []))
  const met = nothingMet()
  const resources = resourcesOf(page)
  const made = await content(scrub, Buffer.concat(bytes), resources, met, (properties) => readingIn(resources, properties))
  page.set(name('Contents'), scrub.context.register(scrub.context.flateStream(Buffer.from(made.content, 'latin1'))))
  keepPlain(scrub, page, ['MediaBox', 'CropBox', 'Rotate', 'UserUnit'])
  group(scrub, page)
  return met
}

/** What the list of properties says that a piece reads as. */
function readingIn(resources: PDFDict | null, properties: string): Uint8Array | null {
  const found = resources && named(resources, 'Properties', properties)
  if (!(found instanceof PDFDict)) return null
  const text = found.lookup(name('ActualText'))
  return text instanceof PDFString || text instanceof PDFHexString ? text.asBytes() : null
}

function resourcesOf(dict: PDFDict): PDFDict | null {
  const found = dict.lookup(name('Resources'))
  return found instanceof PDFDict ? found : null
}

function add(to: Met, from: Met): void {
  for (const key of Object.keys(to) as (keyof Met)[]) to[key] ||= from[key]
}

/** Instructions with everything that they name. */
async function content(
  scrub: Scrub,
  bytes: Uint8Array,
  resources: PDFDict | null,
  met: Met,
  readings?: (properties: string) => Uint8Array | null,
): Promise<Rewritten> {
  const made = rewritten(bytes, readings)
  leaveOut(scrub, 'extraParts', made.strays)
  leaveOut(scrub, 'bookmarks', made.telling)
  for (const layer of made.layers) {
    met.layers = true
    const group = resources && named(resources, 'Properties', layer)
    if (!(group instanceof PDFDict) || group.lookup(name('Type')) !== name('OCG')) met.conditions = true
  }
  if (made.uses.Pattern.size > 0) met.patterns = true
  if (!resources) return made
  noteUse(scrub, resources, made)
  for (const { font, bytes: written } of made.strings) {
    const found = named(resources, 'Font', font)
    if (found instanceof PDFDict) scrub.strings.set(found, [...(scrub.strings.get(found) ?? []), written])
    // Written with whatever font was set before these instructions.
    else if (font === '') scrub.unsureFonts = true
  }
  for (const called of made.properties) {
    const mark = named(resources, 'Properties', called)
    if (mark instanceof PDFDict && !isPlain(mark)) leaveOut(scrub, 'bookmarks')
  }
  // The names of layers and marks are still needed, by whoever shares these resources.
  keepOnly(scrub, resources, [...KINDS, 'Properties'])
  for (const kind of KINDS) for (const called of made.uses[kind]) add(met, await resource(scrub, kind, resources, called))
  return made
}

function named(resources: PDFDict, kind: string, called: string): PDFObject | undefined {
  const all = resources.lookup(name(kind))
  return all instanceof PDFDict ? all.lookup(name(called)) : undefined
}

function noteUse(scrub: Scrub, resources: PDFDict, { uses }: Rewritten): void {
  const known = scrub.used.get(resources)
  if (!known) scrub.used.set(resources, uses)
  else for (const kind of KINDS) for (const called of uses[kind]) known[kind].add(called)
}

/** One entry of the resources; done once, however many pages use it. */
async function resource(scrub: Scrub, kind: ResourceKind, resources: PDFDict, called: string): Promise<Met> {
  const all = resources.lookup(name(kind))
  const object = all instanceof PDFDict ? all.lookup(name(called)) : undefined
  if (!(all instanceof PDFDict) || object === undefined) return nothingMet()
  const known = scrub.met.get(object)
  if (known) return known
  const met = nothingMet()
  scrub.met.set(object, met)
  switch (kind) {
    case 'Font':
      if (object instanceof PDFDict) await font(scrub, object, resources, met)
      break
    case 'XObject':
      await external(scrub, all, called, object, resources, met)
      break
    case 'ExtGState':
      if (object instanceof PDFDict) await state(scrub, object, resources, met)
      break
    case 'ColorSpace':
      all.set(name(called), colour(scrub, object))
      break
    case 'Pattern':
      await pattern(scrub, object, resources, met)
      break
    default:
      shading(scrub, object)
  }
  return met
}

/** A form, a picture, or instructions for printers (PostScript), which go. */
async function external(scrub: Scrub, all: PDFDict, called: string, object: PDFObject, outer: PDFDict, met: Met): Promise<void> {
  const subtype = object instanceof PDFRawStream ? object.dict.lookup(name('Subtype')) : undefined
  if (object instanceof PDFRawStream && subtype === name('Form')) return form(scrub, object, outer, met, FORM)
  if (object instanceof PDFRawStream && subtype === name('Image')) {
    const ref = all.get(name(called))
    const made = await picture(scrub, object, met)
    if (ref instanceof PDFRef) scrub.context.assign(ref, made)
    else all.set(name(called), scrub.context.register(made))
    scrub.met.set(made, met)
    return
  }
  all.delete(name(called))
  leaveOut(scrub, 'extraParts')
}

async function form(scrub: Scrub, object: PDFRawStream, outer: PDFDict, met: Met, kept: readonly string[]): Promise<void> {
  noteLayer(object.dict, met)
  keepOnly(scrub, object.dict, kept)
  keepPlain(scrub, object.dict, ['Type', 'Subtype', 'BBox', 'Matrix', 'PatternType', 'PaintType', 'TilingType', 'XStep', 'YStep'])
  group(scrub, object.dict)
  const made = await content(scrub, unpackedStream(object).bytes, resourcesOf(object.dict) ?? outer, met)
  replaced(scrub, object, Buffer.from(made.content, 'latin1'))
}

/** The object stays the same, for whoever leads to it; its bytes are others. */
function replaced(scrub: Scrub, object: PDFRawStream, bytes: Uint8Array): void {
  const made = packedAgain(scrub.context, object, bytes, { bytes, codec: null, parms: null })
  for (const key of STREAM) object.dict.delete(name(key))
  object.dict.set(name('Filter'), name('FlateDecode'))
  object.dict.set(name('Length'), PDFNumber.of(made.contents.length))
  Object.assign(object, { contents: made.contents, transform: undefined })
}

function noteLayer(dict: PDFDict, met: Met): void {
  const layer = dict.lookup(name('OC'))
  if (layer === undefined) return
  met.layers = true
  if (!(layer instanceof PDFDict) || layer.lookup(name('Type')) !== name('OCG')) met.conditions = true
  dict.delete(name('OC'))
}

function group(scrub: Scrub, dict: PDFDict): void {
  const found = dict.lookup(name('Group'))
  if (!(found instanceof PDFDict)) return void dict.delete(name('Group'))
  keepOnly(scrub, found, GROUP)
  keepPlain(scrub, found, ['Type', 'S', 'I', 'K'])
  const space = found.lookup(name('CS'))
  if (space) found.set(name('CS'), colour(scrub, space))
}

async function picture(scrub: Scrub, image: PDFRawStream, met: Met): Promise<PDFRawStream> {
  noteLayer(image.dict, met)
  keepOnly(scrub, image.dict, IMAGE)
  keepPlain(scrub, image.dict, IMAGE_PLAIN)
  const scrubbed = await scrubPicture(scrub.context, image).catch(() => ({ made: image, changed: false, unsure: true }))
  if (scrubbed.changed) leaveOut(scrub, 'pictureMetadata')
  if (scrubbed.unsure) met.unsure = true
  const { dict } = scrubbed.made
  const space = dict.lookup(name('ColorSpace'))
  if (space) dict.set(name('ColorSpace'), colour(scrub, space))
  for (const key of ['SMask', 'Mask']) {
    const mask = dict.lookup(name(key))
    if (mask instanceof PDFRawStream) dict.set(name(key), scrub.context.register(await picture(scrub, mask, met)))
    else if (mask !== undefined) keepPlain(scrub, dict, [key])
  }
  return scrubbed.made
}

async function state(scrub: Scrub, dict: PDFDict, outer: PDFDict, met: Met): Promise<void> {
  if (dict.has(name('Font'))) scrub.unsureFonts = true
  const silent = ['TR', 'TR2', 'HT', 'BG', 'BG2', 'UCR', 'UCR2'].filter((key) => dict.has(name(key)))
  for (const key of silent) dict.delete(name(key))
  keepOnly(scrub, dict, [...STATE_PLAIN, 'SMask', 'Font'])
  keepPlain(scrub, dict, STATE_PLAIN)
  const mask = dict.lookup(name('SMask'))
  if (!(mask instanceof PDFDict)) return keepPlain(scrub, dict, ['SMask'])
  keepOnly(scrub, mask, ['Type', 'S', 'G', 'BC', 'TR'])
  keepPlain(scrub, mask, ['Type', 'S', 'BC'])
  if (mask.has(name('TR'))) mask.set(name('TR'), fn(scrub, mask.lookup(name('TR'))))
  const shape = mask.lookup(name('G'))
  if (!(shape instanceof PDFRawStream)) return
  const before = countStrings(scrub)
  await form(scrub, shape, outer, met, FORM)
  // Letters that are only the hole through which something else is seen.
  if (countStrings(scrub) > before) met.unsure = true
}

async function pattern(scrub: Scrub, object: PDFObject, outer: PDFDict, met: Met): Promise<void> {
  met.patterns = true
  if (object instanceof PDFRawStream) {
    const before = countStrings(scrub)
    await form(scrub, object, outer, met, TILING)
    if (countStrings(scrub) > before || holdsPicture(object.dict)) met.unsure = true
    return
  }
  if (!(object instanceof PDFDict)) return
  keepOnly(scrub, object, ['Type', 'PatternType', 'Shading', 'Matrix', 'ExtGState'])
  keepPlain(scrub, object, ['Type', 'PatternType', 'Matrix'])
  shading(scrub, object.lookup(name('Shading')))
  const graphics = object.lookup(name('ExtGState'))
  if (graphics instanceof PDFDict) await state(scrub, graphics, outer, met)
}

function countStrings(scrub: Scrub): number {
  return [...scrub.strings.values()].reduce((sum, strings) => sum + strings.length, 0)
}

function holdsPicture(dict: PDFDict): boolean {
  const all = resourcesOf(dict)?.lookup(name('XObject'))
  if (!(all instanceof PDFDict)) return false
  return all.keys().some((key) => {
    const object = all.lookup(key)
    if (!(object instanceof PDFRawStream)) return false
    if (object.dict.lookup(name('Subtype')) !== name('Image')) return true
    const width = object.dict.lookup(name('Width'))
    return !(width instanceof PDFNumber) || width.asNumber() > GRAIN
  })
}

/** A font, and the drawings of its letters where it has them from instructions (Type 3). */
async function font(scrub: Scrub, dict: PDFDict, outer: PDFDict, met: Met): Promise<void> {
  const drawings = scrubFont(scrub, dict)
  const before = countStrings(scrub)
  for (const drawing of drawings) {
    keepOnly(scrub, drawing.dict, STREAM)
    const made = await content(scrub, unpackedStream(drawing).bytes, resourcesOf(dict) ?? outer, met)
    replaced(scrub, drawing, Buffer.from(made.content, 'latin1'))
  }
  if (countStrings(scrub) > before) met.unsure = true
}

/** A colour space; what its profile says of the program and the device that made it goes, with the profile. */
function colour(scrub: Scrub, space: PDFObject): PDFObject {
  if (!(space instanceof PDFArray)) return space instanceof PDFName ? space : name('DeviceGray')
  const kind = space.lookup(0)
  const plain = (dict: PDFObject | undefined) => {
    if (!(dict instanceof PDFDict)) return
    keepOnly(scrub, dict, ['WhitePoint', 'BlackPoint', 'Gamma', 'Matrix', 'Range'])
    keepPlain(scrub, dict, ['WhitePoint', 'BlackPoint', 'Gamma', 'Matrix', 'Range'])
  }
  if (kind === name('ICCBased')) {
    leaveOut(scrub, 'metadata')
    return name(['', 'DeviceGray', '', 'DeviceRGB', 'DeviceCMYK'][coloursOf(space)] ?? 'DeviceRGB')
  }
  if (kind === name('CalGray') || kind === name('CalRGB') || kind === name('Lab')) plain(space.lookup(1))
  if (kind === name('Indexed')) {
    space.set(1, colour(scrub, space.lookup(1) ?? name('DeviceRGB')))
    indexed(scrub, space)
  }
  if (kind === name('Pattern') && space.size() > 1) space.set(1, colour(scrub, space.lookup(1) ?? name('DeviceRGB')))
  if (kind === name('Separation') || kind === name('DeviceN')) {
    while (space.size() > 4) space.remove(4)
    space.set(2, colour(scrub, space.lookup(2) ?? name('DeviceGray')))
    space.set(3, fn(scrub, space.lookup(3)))
  }
  return space
}

/** The list of colours ends where it has as many as it says. */
function indexed(scrub: Scrub, space: PDFArray): void {
  const [base, most, list] = [space.lookup(1), space.lookup(2), space.lookup(3)]
  const size = (most instanceof PDFNumber ? most.asNumber() + 1 : 256) * coloursOf(base)
  const bytes =
    list instanceof PDFRawStream
      ? unpackedStream(list).bytes
      : list instanceof PDFString || list instanceof PDFHexString
        ? list.asBytes()
        : new Uint8Array()
  if (bytes.length > size) leaveOut(scrub, 'extraParts')
  space.set(3, PDFHexString.of(Buffer.from(bytes.subarray(0, size)).toString('hex')))
}

/** A function of numbers; one that is written as a program loses its comments. */
function fn(scrub: Scrub, object: PDFObject | undefined, depth = 0): PDFObject {
  const dict = object instanceof PDFRawStream ? object.dict : object
  if (!(dict instanceof PDFDict) || object === undefined || depth > 8)
    return object instanceof PDFName ? object : name('Identity')
  if (object instanceof PDFRawStream && dict.lookup(name('FunctionType'))?.toString() === '4') {
    const program = Buffer.from(unpackedStream(object).bytes).toString('latin1')
    replaced(scrub, object, Buffer.from(program.replace(/%[^\r\n]*/g, ''), 'latin1'))
  }
  keepOnly(scrub, dict, [...FUNCTION_PLAIN, 'Functions', ...STREAM])
  keepPlain(scrub, dict, FUNCTION_PLAIN)
  const parts = dict.lookup(name('Functions'))
  if (parts instanceof PDFArray) for (let at = 0; at < parts.size(); at++) fn(scrub, parts.lookup(at), depth + 1)
  else dict.delete(name('Functions'))
  return object instanceof PDFRawStream ? (scrub.context.getObjectRef(object) ?? scrub.context.register(object)) : object
}

function shading(scrub: Scrub, object: PDFObject | undefined): void {
  const dict = object instanceof PDFRawStream ? object.dict : object
  if (!(dict instanceof PDFDict)) return
  keepOnly(scrub, dict, [...SHADING_PLAIN, 'ColorSpace', 'Function', ...STREAM])
  keepPlain(scrub, dict, SHADING_PLAIN)
  const space = dict.lookup(name('ColorSpace'))
  if (space) dict.set(name('ColorSpace'), colour(scrub, space))
  const how = dict.lookup(name('Function'))
  if (how instanceof PDFArray) for (let at = 0; at < how.size(); at++) how.set(at, fn(scrub, how.lookup(at)))
  else if (how) dict.set(name('Function'), fn(scrub, how))
}
