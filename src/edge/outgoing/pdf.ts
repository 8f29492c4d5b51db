/** PDF: what is found in it, its pages as pictures, where a text stands. */
import sharp from 'sharp'
import type { PageSketch, Place } from '../../record/outgoing/box.ts'
import { type Finding, Findings } from '../../record/outgoing/findings.ts'
import { CERTAIN, findPersonalData } from '../../record/outgoing/personal-data.ts'
import { Unreadable } from '../files/outcome.ts'
import { area, overlap, placesOf } from './geometry.ts'
import { BOUNDS } from './limits.ts'
import { pdfStructure } from './pdf-structure.ts'
import { type Char, PdfFile, type PdfPage, pdfium, type Rect } from './pdfium.ts'

/** Kinds of annotation (PDF 32000-1, table 169, as PDFium numbers them). */
export const ANNOTATION = {
  text: 1,
  link: 2,
  square: 5,
  stamp: 13,
  popup: 16,
  file: 17,
  sound: 18,
  movie: 19,
  widget: 20,
  screen: 21,
  redact: 28,
} as const
/** Pages with fewer letters than this are taken for scans. */
const FEW_LETTERS = 8
const PREVIEW_WIDTH = 1240

export async function withPdf<T>(bytes: Uint8Array, work: (file: PdfFile) => T | Promise<T>): Promise<T> {
  const file = new PdfFile(await pdfium(), bytes)
  try {
    return await work(file)
  } finally {
    file.close()
  }
}

export async function inspectPdf(bytes: Uint8Array): Promise<Finding[]> {
  const findings = new Findings()
  const structure = await pdfStructure(bytes)
  findings.add('metadata', '', structure.metadata)
  findings.add('attachments', '', structure.attachments)
  findings.add('scripts', '', structure.scripts ? 1 : 0)
  findings.add('hiddenLayers', '', structure.hiddenLayers)
  findings.add('bookmarks', '', structure.bookmarks)
  await withPdf(bytes, (file) => {
    for (let number = 1; number <= file.pages(); number++)
      file.withPage(number, (page) => {
        const place = `第${number}页`
        const chars = page.chars()
        findings.add('annotations', place, page.annotations().filter(({ subtype }) => subtype !== ANNOTATION.link).length)
        findings.add('coveredText', place, coveredChars(page, chars).length > 0 ? 1 : 0)
        findings.add('hiddenText', place, strayObjects(page).length)
        const letters = chars.filter(({ letter }) => letter.trim() !== '').length
        if (letters < FEW_LETTERS && page.objects().length > 0) findings.add('scanned', place)
        else
          findings.add(
            'unseenText',
            place,
            isScan(page) ? 0 : page.objects().filter((object) => page.isInvisibleText(object)).length,
          )
        for (const { kind } of findPersonalData(lettersOf(chars))) findings.add(kind, place)
      })
  })
  return findings.list()
}

/** A page that is one picture may carry the recognised text invisibly: it says what the picture shows. */
export function isScan(page: PdfPage): boolean {
  const { width, height } = page.size()
  return page.objects().some(({ type, box }) => type === 'image' && box !== null && area(box) > width * height * 0.7)
}

function lettersOf(chars: readonly Char[]): string {
  // One unit each, so that places in the text are places in the list.
  return chars.map(({ letter }) => (letter.length === 1 ? letter : '\ufffd')).join('')
}

/** Letters that something opaque was painted over, or that a filled annotation hides. */
export function coveredChars(page: PdfPage, chars: readonly Char[]): Char[] {
  const objects = page.objects()
  const order = new Map(objects.map(({ handle }, index) => [handle, index]))
  const { width, height } = page.size()
  const covers = objects.flatMap((object, index) => {
    const { box } = object
    if (box === null || area(box) > width * height * 0.9 || (object.type === 'image' && isSeal(box))) return []
    return page.isOpaque(object) ? [{ box, index }] : []
  })
  const notes = page
    .annotations()
    .filter(({ subtype, filled }) => subtype === ANNOTATION.redact || (subtype === ANNOTATION.square && filled))
  return chars.filter(({ made, letter, box, of }) => {
    if (made || letter.trim() === '' || area(box) === 0) return false
    const under = (cover: Rect) => overlap(cover, box) > area(box) * 0.8
    const at = order.get(of)
    return (
      notes.some((note) => under(note.box)) || (at !== undefined && covers.some((cover) => cover.index > at && under(cover.box)))
    )
  })
}

/** A seal is printed over the date on purpose, and one can read through it. */
function isSeal(box: Rect): boolean {
  const [width, height] = [box.right - box.left, box.top - box.bottom]
  return width > 85 && width < 180 && Math.abs(width - height) < 12
}

/** Texts beyond the sheet's edge. */
export function strayObjects(page: PdfPage) {
  const sheet = page.toPage({ x: 0, y: 0, width: 1, height: 1 })
  return page.objects().filter(({ type, box }) => type === 'text' && box !== null && area(box) > 0 && overlap(box, sheet) === 0)
}

export async function sketchPdf(bytes: Uint8Array): Promise<PageSketch[]> {
  return withPdf(bytes, (file) =>
    Array.from({ length: file.pages() }, (_, index) =>
      file.withPage(index + 1, (page): PageSketch => {
        const chars = page.chars()
        const text = lettersOf(chars)
        const personal = findPersonalData(text)
          .filter(({ kind }) => CERTAIN.includes(kind) || kind === 'email' || kind === 'address')
          .flatMap(({ at, length }) => placesOf(page, index + 1, chars.slice(at, at + length)))
        return { page: index + 1, ...page.size(), scanned: text.trim().length < FEW_LETTERS, personal }
      }),
    ),
  )
}

export async function picturePdf(bytes: Uint8Array, number: number): Promise<Uint8Array> {
  return withPdf(bytes, (file) => {
    if (number > file.pages()) throw new Unreadable('没有这一页')
    return file.withPage(number, (page) => pngOf(page, PREVIEW_WIDTH, true))
  })
}

function pngOf(page: PdfPage, across: number, withAnnotations: boolean): Promise<Uint8Array> {
  const { width, height, pixels } = rendered(page, across, withAnnotations)
  return sharp(pixels, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .png({ compressionLevel: 6 })
    .toBuffer()
}

export function rendered(
  page: PdfPage,
  across: number,
  withAnnotations: boolean,
): { width: number; height: number; pixels: Uint8Array } {
  const size = page.size()
  const width = Math.max(1, Math.min(across, 4000))
  const height = Math.max(1, Math.round((width * size.height) / Math.max(1, size.width)))
  if (width * height > BOUNDS.pixels) throw new Unreadable('页面过大')
  return { width, height, pixels: page.render(width, height, withAnnotations) }
}

/** Blanks between letters and lines don't matter: 机 密 is 机密. */
export async function findInPdf(bytes: Uint8Array, wanted: string): Promise<Place[]> {
  const needle = [...wanted.normalize('NFKC').replace(/\s+/gu, '')].join('')
  if (needle === '') return []
  return withPdf(bytes, (file) =>
    Array.from({ length: file.pages() }, (_, index) =>
      file.withPage(index + 1, (page) => {
        const chars = page.chars().filter(({ letter }) => letter.trim() !== '')
        const units = chars.flatMap((char) => [...char.letter.normalize('NFKC')].map((letter) => ({ letter, char })))
        const text = units.map(({ letter }) => (letter.length === 1 ? letter : '\ufffd')).join('')
        const places: Place[] = []
        for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + needle.length))
          places.push(
            ...placesOf(
              page,
              index + 1,
              units.slice(at, at + needle.length).map(({ char }) => char),
            ),
          )
        return places
      }),
    ).flat(),
  )
}
