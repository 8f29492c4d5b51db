/** PDF: what is found in it, its pages as pictures, where a text stands. */
import sharp from 'sharp'
import type { PageSketch, Place } from '../../record/outgoing/box.ts'
import { type Finding, Findings } from '../../record/outgoing/findings.ts'
import { CERTAIN, findPersonalData } from '../../record/outgoing/personal-data.ts'
import { Unreadable } from '../files/outcome.ts'
import { area, overlap, placesOf } from './geometry.ts'
import { bytesBeside, isEncrypted, oldRevisions } from './pdf-bytes.ts'
import { readingsOn } from './pdf-readings.ts'
import { scrubPdf } from './pdf-scrub.ts'
import { isCover, type Sight, sightOf } from './pdf-visible.ts'
import { BOUNDS } from './limits.ts'
import { pdfStructure } from './pdf-structure.ts'
import type { Char, PdfPage, Rect } from './pdfium-page.ts'
import { PdfFile, pdfium } from './pdfium.ts'

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

/** @param sights of pages that have been looked at already, by their numbers */
export async function inspectPdf(bytes: Uint8Array, sights: ReadonlyMap<number, Sight> = new Map()): Promise<Finding[]> {
  const findings = new Findings()
  const structure = await pdfStructure(bytes)
  findings.add('metadata', '', structure.metadata)
  findings.add('attachments', '', structure.attachments)
  findings.add('scripts', '', structure.scripts ? 1 : 0)
  findings.add('hiddenLayers', '', structure.hiddenLayers)
  findings.add('bookmarks', '', structure.bookmarks)
  await inspectBeside(bytes, findings)
  await withPdf(bytes, (file) =>
    withPdf(bytes, (bare) => {
      for (let number = 1; number <= file.pages(); number++)
        file.withPage(number, (page) => {
          inspectPage(page, `第${number}页`, findings, sights.get(number) ?? sightOf(page))
          const readings = readingsOn(page, number, () => bare)
          findings.add('bookmarks', `第${number}页`, page.dropMarks(readings.judge))
        })
    }),
  )
  return findings.list()
}

/** What is in the file and on no page: all that cleaning would leave out. */
async function inspectBeside(bytes: Uint8Array, findings: Findings): Promise<void> {
  findings.add('oldRevisions', '', oldRevisions(bytes))
  findings.add('extraParts', '', bytesBeside(bytes) ? 1 : 0)
  const restricted = isEncrypted(bytes)
  findings.add('restricted', '', restricted ? 1 : 0)
  if (restricted) return
  // What this reader can't take apart is cleaned all the same, by the other one.
  const scrubbed = await scrubPdf(bytes, null).catch(() => null)
  if (scrubbed === null) return findings.add('extraParts', '')
  for (const [kind, count] of scrubbed.leftOut) if (!findings.has(kind)) findings.add(kind, '', count)
  scrubbed.pages.forEach(({ unsure, conditions }, index) => {
    findings.add('hiddenPicture', `第${index + 1}页`, unsure ? 1 : 0)
    findings.add('hiddenLayers', `第${index + 1}页`, conditions ? 1 : 0)
  })
}

function inspectPage(page: PdfPage, place: string, findings: Findings, { unseen, missing, hidden }: Sight): void {
  const chars = page.chars()
  const covered = new Set(coveredChars(page, chars).map(({ at }) => at))
  findings.add('annotations', place, page.annotations().filter(({ subtype }) => subtype !== ANNOTATION.link).length)
  findings.add('coveredText', place, covered.size > 0 ? 1 : 0)
  findings.add('unseenText', place, unseen.some(({ at }) => !covered.has(at)) ? 1 : 0)
  findings.add('missingFonts', place, missing.length > 0 ? 1 : 0)
  findings.add('hiddenPicture', place, hidden)
  const letters = chars.filter(({ letter }) => letter.trim() !== '').length
  if (letters < FEW_LETTERS && page.objects().length > 0) findings.add('scanned', place)
  for (const { kind } of findPersonalData(lettersOf(chars))) findings.add(kind, place)
}

function lettersOf(chars: readonly Char[]): string {
  // One unit each, so that places in the text are places in the list.
  return chars.map(({ letter }) => (letter.length === 1 ? letter : '\ufffd')).join('')
}

/** Letters that something opaque was painted over, or that a note hides: a mark for redaction, a filled square. */
export function coveredChars(page: PdfPage, chars: readonly Char[]): Char[] {
  const painted = page.painted()
  const order = new Map(painted.map(({ handle }, index) => [handle, index]))
  const covers = painted.flatMap((object, at) => (object.box && isCover(page, object) ? [{ at, box: object.box }] : []))
  const notes = page
    .annotations()
    .filter(({ subtype, filled }) => subtype === ANNOTATION.redact || (subtype === ANNOTATION.square && filled))
  return chars.filter(({ made, letter, box, of }) => {
    if (made || letter.trim() === '' || area(box) === 0) return false
    const under = (cover: Rect) => overlap(cover, box) > area(box) * 0.8
    return (
      notes.some((note) => under(note.box)) || covers.some((cover) => cover.at > (order.get(of) ?? Infinity) && under(cover.box))
    )
  })
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
