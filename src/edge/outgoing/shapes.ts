/** Shapes and pictures as they lie on pages and sheets: what covers something, is cropped, or is not to be seen is told of. */
import sharp from 'sharp'
import type { Findings } from '../../record/outgoing/findings.ts'
import { Unreadable } from '../files/outcome.ts'
import { themeColours } from './colours.ts'
import { BOUNDS } from './limits.ts'
import type { OfficePackage } from './package.ts'
import { hasLostText } from './shape-looks.ts'
import { cellsOf, columnNumber, sheetsOf } from './sheet.ts'
import { SharedStrings } from './shared-strings.ts'
import { childOf, childrenOf, elements, elementsUnder, isElement, textOf, type XmlElement, type XmlNode } from './xml.ts'

/** English metric units: smaller shapes hide no word; smaller pictures show nothing. */
const [WIDE, HIGH, SMALL] = [200_000, 60_000, 72_000]
const ANCHORS = ['wp:anchor', 'xdr:twoCellAnchor', 'xdr:oneCellAnchor', 'xdr:absoluteAnchor']

/** What only the program that made the file can mend: cropped pictures, blocks of colour and pictures that lie over something. */
export async function inspectDrawings(office: OfficePackage, findings: Findings): Promise<void> {
  const theme = themeColours(office)
  for (const name of office.names().filter((one) => /^(?:word|xl\/drawings)\/[^/]*\.(?:xml|vml)$/.test(one))) {
    const xml = office.xml(name)
    if (!xml) continue
    const cropped = elements(xml, 'a:srcRect', 'v:imagedata', 'a:fillRect', 'pic:pic', 'xdr:pic').filter(isCropped)
    findings.add('croppedPicture', '', cropped.length)
    const old = elements(xml, 'v:rect', 'v:roundrect', 'v:oval', 'v:shape')
    const shapes = [...elements(xml, 'wps:wsp', 'xdr:sp'), ...old]
    findings.add('lostShapeText', '', shapes.filter((shape) => hasLostText(shape, theme)).length)
    findings.add('unseenPicture', '', elements(xml, 'a:blip', 'pic:pic', 'xdr:pic', 'v:imagedata').filter(isUnseenPicture).length)
    const anchors = elements(xml, ...ANCHORS)
    findings.add('coveringShape', '', anchors.filter(isCover).length + old.filter(isOldCover).length)
    findings.add('floatingBox', '', anchors.filter(isFloatingBox).length)
    for (const anchor of anchors.filter(isInFront))
      for (const picture of elementsUnder(anchor, ({ name: tag }) => tag === 'pic:pic'))
        if (await isOpaque(office, name, picture)) findings.add('coveringShape', '')
  }
  await inspectSheetDrawings(office, findings)
}

function isCropped({ name, attribs, children }: XmlElement): boolean {
  if (name === 'pic:pic' || name === 'xdr:pic') return isCutOut(children as unknown as XmlNode[])
  const sides = name === 'v:imagedata' ? ['cropleft', 'croptop', 'cropright', 'cropbottom'] : ['l', 't', 'r', 'b']
  // A picture that fills more than its shape loses what stands out.
  return sides.some((side) => Number.parseFloat(attribs[side] ?? '0') * (name === 'a:fillRect' ? -1 : 1) > 0)
}

const WHOLE = /^(?:rect|roundRect|round1Rect|round2SameRect|bevel|frame)$/

/** Whether a picture is shown through a form that cuts its corners off. */
function isCutOut(children: readonly XmlNode[]): boolean {
  return children.filter(isElement).some((child) => {
    if (!child.name.endsWith(':spPr')) return false
    const preset = childOf(child, 'a:prstGeom')
    return childOf(child, 'a:custGeom') !== undefined || (preset !== undefined && !WHOLE.test(preset.attribs['prst'] ?? 'rect'))
  })
}

/** Faded to nothing, made all white or all black, or no larger than a full stop. */
function isUnseenPicture(element: XmlElement): boolean {
  const { name, attribs } = element
  if (name === 'v:imagedata')
    return /^(?:gain|blacklevel)$/.test(Object.keys(attribs).find((one) => isExtreme(one, attribs[one])) ?? '')
  if (name === 'a:blip')
    return (
      childOf(element, 'a:biLevel') !== undefined ||
      childOf(element, 'a:clrChange') !== undefined ||
      Number(childOf(element, 'a:alphaModFix')?.attribs['amt'] ?? 100_000) < 15_000 ||
      Math.abs(Number(childOf(element, 'a:lum')?.attribs['bright'] ?? 0)) > 85_000
    )
  // On a sheet the anchor says how large it is.
  const from = name === 'xdr:pic' ? (element.parent as unknown as XmlElement) : element
  return elementsUnder(from, ({ name: tag }) => tag === (name === 'xdr:pic' ? 'xdr:ext' : 'a:ext')).some(
    (extent) =>
      extent.attribs['cx'] !== undefined && Number(extent.attribs['cx']) < SMALL && Number(extent.attribs['cy']) < SMALL,
  )
}

function isExtreme(name: string, value = ''): boolean {
  const part = value.endsWith('f') ? Number.parseFloat(value) / 65_536 : Number.parseFloat(value)
  return name === 'blacklevel' ? Math.abs(part) > 0.42 : name === 'gain' && part < 0.1
}

/** Before the text, and not set aside by it. */
function isInFront(anchor: XmlElement): boolean {
  if (anchor.name !== 'wp:anchor' || anchor.attribs['behindDoc'] === '1' || !childOf(anchor, 'wp:wrapNone')) return false
  const extent = childOf(anchor, 'wp:extent')?.attribs
  return !extent || (Number(extent['cx']) >= WIDE && Number(extent['cy']) >= HIGH)
}

/** A block of colour in front of the text, with nothing written on it. */
function isCover(anchor: XmlElement): boolean {
  if (anchor.name === 'wp:anchor' && !isInFront(anchor)) return false
  return filledShapes(anchor).some((shape) => !isWrittenOn(shape))
}

function isFloatingBox(anchor: XmlElement): boolean {
  return isInFront(anchor) && !isCover(anchor) && filledShapes(anchor).length > 0
}

function filledShapes(anchor: XmlElement): XmlElement[] {
  return elementsUnder(anchor, ({ name }) => name === 'wps:wsp' || name === 'xdr:sp').filter((shape) => {
    const properties = childOf(shape, 'wps:spPr') ?? childOf(shape, 'xdr:spPr')
    if (
      properties &&
      ['a:solidFill', 'a:gradFill', 'a:blipFill', 'a:pattFill', 'a:grpFill'].some((fill) => childOf(properties, fill))
    )
      return true
    const style = childOf(shape, 'wps:style') ?? childOf(shape, 'xdr:style')
    const fill = style && childOf(style, 'a:fillRef')
    return (
      fill !== undefined && fill.attribs['idx'] !== '0' && !(properties && childOf(properties, 'a:noFill')) && !isLine(properties)
    )
  })
}

function isLine(properties: XmlElement | undefined): boolean {
  const preset = properties && childOf(properties, 'a:prstGeom')?.attribs['prst']
  return preset !== undefined && /line|connector/i.test(preset)
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

/** Seals and signatures are mostly clear; what is mostly not hides what lies below. */
const MOSTLY = 0.6

async function isOpaque(office: OfficePackage, owner: string, picture: XmlElement): Promise<boolean> {
  const id = elementsUnder(picture, ({ name }) => name === 'a:blip')[0]?.attribs['r:embed']
  const target = office.relationships(owner).find((one) => one.id === id)?.target
  const bytes = target && office.parts.get(target)
  if (!bytes) return false
  try {
    const { isOpaque: whole, channels } = await sharp(bytes).stats()
    const { hasAlpha } = await sharp(bytes).metadata()
    return whole || !hasAlpha || (channels.at(-1)?.mean ?? 255) / 255 > MOSTLY
  } catch {
    return true
  }
}

/** On a sheet it can be told which cells lie below a drawing. */
async function inspectSheetDrawings(office: OfficePackage, findings: Findings): Promise<void> {
  if (!office.main().startsWith('xl/')) return
  const strings = new SharedStrings(office)
  let compared = 0
  for (const sheet of sheetsOf(office)) {
    const part = office.related(sheet.part, 'drawing')
    const xml = part ? office.xml(part) : null
    if (!part || !xml) continue
    const full = cellsOf(sheet)
      .filter((cell) => strings.textOf(cell) !== '')
      .map(({ row, column }) => ({ row: row - 1, column: columnNumber(column) - 1 }))
    for (const anchor of elements(xml, 'xdr:twoCellAnchor')) {
      if ((compared += full.length) > BOUNDS.comparisons)
        throw new Unreadable('表格中的图形过多，不能逐项检查；请在原软件中删去多余的图形，或者分成几个文件后再上传')
      if (!full.some(coverOf(anchor)) || isCover(anchor)) continue
      const pictures = elementsUnder(anchor, ({ name }) => name === 'xdr:pic')
      const opaque = await Promise.all(pictures.map((picture) => isOpaque(office, part, picture)))
      if (
        opaque.some(Boolean) ||
        filledShapes(anchor).length > 0 ||
        elementsUnder(anchor, ({ name }) => name === 'xdr:graphicFrame').length > 0
      )
        findings.add('coveringShape', '')
    }
  }
}

/** Whether the anchor lies over the whole of a cell. */
function coverOf(anchor: XmlElement): (cell: { row: number; column: number }) => boolean {
  const place = (end: string, side: string) => {
    const at = childOf(anchor, `xdr:${end}`)
    const [value, off] = [side, `${side}Off`].map((name) => (at ? Number(textOf(childrenOf(at, `xdr:${name}`)[0] ?? at)) : 0))
    return { value: value ?? 0, off: off ?? 0 }
  }
  const covers = (from: { value: number; off: number }, to: { value: number }) => (at: number) =>
    at >= from.value + (from.off > 50_000 ? 1 : 0) && at < to.value
  const [rows, columns] = [covers(place('from', 'row'), place('to', 'row')), covers(place('from', 'col'), place('to', 'col'))]
  return ({ row, column }) => rows(row) && columns(column)
}
