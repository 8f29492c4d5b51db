/** Pictures and shapes inside Office files: what is in them and not to be seen goes; what can't be looked into is told of. */
import sharp from 'sharp'
import type { Findings } from '../../record/outgoing/findings.ts'
import { BOUNDS } from './limits.ts'
import type { OfficePackage } from './package.ts'
import { withoutMetadata } from './picture-bytes.ts'
import { childOf, elements, elementsUnder, isElement, textOf, type XmlElement, type XmlNode } from './xml.ts'

const PICTURE = /\/media\/[^/]+$/
/** Names that programs give. */
const NUMBERED = /\/media\/(?:image|picture)\d+\.\w{2,5}$/
/** Kinds that hold several pictures, notes or both; one picture of each is kept. */
const CONVERTED = new Set(['gif', 'tiff', 'webp'])

export async function cleanPictures(office: OfficePackage, findings: Findings): Promise<void> {
  for (const name of office.names().filter((one) => PICTURE.test(one))) {
    const bytes = office.parts.get(name) ?? new Uint8Array()
    const made = await pictureAlone(bytes).catch(() => null)
    if (made === null) {
      findings.add('opaquePicture', '')
      continue
    }
    if (made.hidden) findings.add('hiddenPicture', '')
    else if (made.bytes.length !== bytes.length || made.converted) findings.add('pictureMetadata', '')
    office.parts.set(name, made.bytes)
    if (made.converted || !NUMBERED.test(name)) office.rename(name, freeName(office, name, made.format))
  }
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
  converted: boolean
  /** Pixels under full transparency that were not all alike. */
  hidden: boolean
}

/** Throws for what is no picture of pixels, or none that can be read. */
async function pictureAlone(bytes: Uint8Array): Promise<Alone> {
  const opened = sharp(bytes, { limitInputPixels: BOUNDS.pixels, failOn: 'error' })
  const { format, hasAlpha, width, height } = await opened.metadata()
  if (CONVERTED.has(format))
    return { bytes: await opened.autoOrient().png().toBuffer(), format: 'png', converted: true, hidden: false }
  if (format !== 'png' && format !== 'jpeg') throw new Error('of another kind')
  const alone = withoutMetadata(bytes)
  if (!hasAlpha) {
    // Read to its end: what can't be read is not shown either.
    await sharp(alone, { failOn: 'error' }).stats()
    return { bytes: alone, format, converted: false, hidden: false }
  }
  const pixels = await sharp(alone, { failOn: 'error' }).toColourspace('srgb').ensureAlpha().raw().toBuffer()
  if (!blankTransparent(pixels)) return { bytes: alone, format, converted: false, hidden: false }
  const blank = await sharp(pixels, { raw: { width, height, channels: 4 } })
    .png()
    .toBuffer()
  return { bytes: blank, format: 'png', converted: format !== 'png', hidden: true }
}

/** Fewer pixels than this are left over at the edges of shapes. */
const FEW = 32

/** Whether pixels that nobody sees made a picture of their own; they do no longer. */
function blankTransparent(pixels: Buffer): boolean {
  let first: number | null = null
  let others = 0
  for (let at = 0; at < pixels.length; at += 4) {
    if (pixels[at + 3] !== 0) continue
    const colour = pixels.readUIntBE(at, 3)
    first ??= colour
    if (colour !== first) others += 1
  }
  if (others <= FEW) return false
  for (let at = 0; at < pixels.length; at += 4) if (pixels[at + 3] === 0) pixels.fill(0, at, at + 4)
  return true
}

/** English metric units: smaller shapes hide no word. */
const [WIDE, HIGH] = [200_000, 60_000]

/** What only the program that made the file can mend: cropped pictures, blocks of colour that lie over something. */
export function inspectDrawings(office: OfficePackage, findings: Findings): void {
  for (const name of office.names().filter((one) => /^(?:word|xl\/drawings)\/[^/]*\.(?:xml|vml)$/.test(one))) {
    const xml = office.xml(name)
    if (!xml) continue
    const cropped = elements(xml, 'a:srcRect', 'v:imagedata').filter(isCropped)
    findings.add('croppedPicture', '', cropped.length)
    const anchors = elements(xml, 'wp:anchor', 'xdr:twoCellAnchor', 'xdr:oneCellAnchor', 'xdr:absoluteAnchor')
    const old = elements(xml, 'v:rect', 'v:roundrect', 'v:oval', 'v:shape')
    findings.add('lostShapeText', '', elements(xml, 'wps:wsp', 'xdr:sp').filter(hasLostText).length)
    findings.add('coveringShape', '', anchors.filter(isCover).length + old.filter(isOldCover).length)
  }
}

/** Letters as white as the paper, in a shape that is not filled with another colour. */
function hasLostText(shape: XmlElement): boolean {
  if (!isOnPaper(shape)) return false
  return elementsUnder(shape, ({ name }) => name === 'a:r' || name === 'w:r').some((run) => {
    const properties = childOf(run, 'a:rPr') ?? childOf(run, 'w:rPr')
    const says = elementsUnder(run, ({ name }) => name === 'a:t' || name === 'w:t').some((text) => textOf(text).trim() !== '')
    return says && properties !== undefined && isWhiteInk(properties)
  })
}

function isOnPaper(shape: XmlElement): boolean {
  if (childOf(shape, 'wps:style') ?? childOf(shape, 'xdr:style')) return false
  const properties = childOf(shape, 'wps:spPr') ?? childOf(shape, 'xdr:spPr')
  const solid = properties && childOf(properties, 'a:solidFill')
  if (solid) return isWhite(solid)
  return !properties || !['a:gradFill', 'a:blipFill', 'a:pattFill', 'a:grpFill'].some((fill) => childOf(properties, fill))
}

function isWhiteInk(properties: XmlElement): boolean {
  const solid = childOf(properties, 'a:solidFill')
  if (solid) return isWhite(solid)
  return /^(?:F[\dA-F]){3}$/i.test(childOf(properties, 'w:color')?.attribs['w:val'] ?? '')
}

function isWhite(fill: XmlElement): boolean {
  const rgb = childOf(fill, 'a:srgbClr')
  if (rgb && Number(childOf(rgb, 'a:alpha')?.attribs['val'] ?? 100_000) < 15_000) return true
  return /^(?:(?:F[\dA-F]){3}|bg1|lt1|window)$/i.test(
    rgb?.attribs['val'] ?? childOf(fill, 'a:schemeClr')?.attribs['val'] ?? childOf(fill, 'a:sysClr')?.attribs['val'] ?? '',
  )
}

function isCropped({ name, attribs }: XmlElement): boolean {
  const sides = name === 'a:srcRect' ? ['l', 't', 'r', 'b'] : ['cropleft', 'croptop', 'cropright', 'cropbottom']
  return sides.some((side) => Number.parseFloat(attribs[side] ?? '0') > 0)
}

/** A block of one colour in front of the text, with nothing written on it. */
function isCover(anchor: XmlElement): boolean {
  if (anchor.attribs['behindDoc'] === '1' || (anchor.name === 'wp:anchor' && !childOf(anchor, 'wp:wrapNone'))) return false
  const extent = childOf(anchor, 'wp:extent')?.attribs
  if (extent && (Number(extent['cx']) < WIDE || Number(extent['cy']) < HIGH)) return false
  return elementsUnder(anchor, ({ name }) => name === 'wps:wsp' || name === 'xdr:sp').some((shape) => {
    const properties = childOf(shape, 'wps:spPr') ?? childOf(shape, 'xdr:spPr')
    return properties !== undefined && childOf(properties, 'a:solidFill') !== undefined && !isWrittenOn(shape)
  })
}

function isOldCover(shape: XmlElement): boolean {
  const { style = '', fillcolor, filled } = shape.attribs
  if (!/position:\s*absolute/i.test(style) || /z-index:\s*-/i.test(style) || fillcolor === undefined || filled === 'f')
    return false
  if (childOf(shape, 'v:imagedata') || childOf(shape, 'v:textpath')) return false
  return !isWrittenOn(shape) && !isInSheetNote(shape)
}

function isWrittenOn(shape: XmlElement): boolean {
  return elementsUnder(shape, ({ name }) => name === 'w:t' || name === 'a:t').some((text) => textOf(text).trim() !== '')
}

/** Boxes of comments in a workbook; they go with the comments. */
function isInSheetNote(shape: XmlElement): boolean {
  return shape.children.some((child) => isElement(child as XmlNode) && (child as XmlElement).name === 'x:ClientData')
}
