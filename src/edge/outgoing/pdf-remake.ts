/**
 * A PDF made anew: what lies under the boxes is taken out of the pages, the pages alone are carried into a new document, and the
 * result is opened again and compared before anybody gets it. Where taking out cannot be shown to be complete (drawings made of
 * many lines, layers that are switched off), the page becomes a picture.
 */
import sharp from 'sharp'
import type { Remade } from '../../office/files/workshop.ts'
import { type Box, BOX_LABELS, boxLabel } from '../../record/outgoing/box.ts'
import { Unreadable } from '../files/outcome.ts'
import { centredIn, coreOf, overlap } from './geometry.ts'
import { ANNOTATION, coveredChars, inspectPdf, isScan, rendered, strayObjects } from './pdf.ts'
import { scrubPdf, unpackedTexts } from './pdf-scrub.ts'
import { pdfStructure } from './pdf-structure.ts'
import { type Char, PdfFile, type PdfPage, pdfium, type Rect } from './pdfium.ts'

/** Shown annotations that become part of the page; the others (notes, links, files) go. */
const DROPPED: readonly number[] = [
  ANNOTATION.text,
  ANNOTATION.link,
  ANNOTATION.popup,
  ANNOTATION.file,
  ANNOTATION.sound,
  ANNOTATION.movie,
  ANNOTATION.screen,
  ANNOTATION.redact,
]
/** A drawing of more strokes than this may be writing. */
const SIMPLE = 24
/** Across an A4 page: about 200 dots an inch. */
const PICTURE_DOTS_PER_POINT = 200 / 72

interface PageWork {
  number: number
  boxes: Rect[]
  /** Letters that must still be there, in order, and those that must not. */
  kept: string
  removed: string[]
  asPicture: boolean
}

export async function remakePdf(bytes: Uint8Array, boxes: readonly Box[], labels: Uint8Array | null): Promise<Remade> {
  const { hiddenLayers } = await pdfStructure(bytes)
  const first = await remade(bytes, boxes, labels, (number) => hiddenLayers > 0 && number > 0)
  const changed = await changedPages(first.bytes, first.works)
  const last =
    changed.size === 0 ? first : await remade(bytes, boxes, labels, (number) => hiddenLayers > 0 || changed.has(number))
  if (changed.size > 0 && (await changedPages(last.bytes, last.works)).size > 0)
    throw new Unreadable('处理后的文件与原件对不上，没有保存')
  return { bytes: last.bytes, findings: await inspectPdf(last.bytes), proof: await prove(last.bytes, last.works) }
}

async function remade(
  bytes: Uint8Array,
  boxes: readonly Box[],
  labels: Uint8Array | null,
  mustBePicture: (page: number) => boolean,
): Promise<{ bytes: Uint8Array; works: PageWork[] }> {
  const lib = await pdfium()
  const source = new PdfFile(lib, bytes)
  const made = new PdfFile(lib, null)
  const set = labels ? new PdfFile(lib, labels) : null
  try {
    if (boxes.some(({ page }) => page > source.pages())) throw new Unreadable('有涂黑框不在文件的页面上')
    const works: PageWork[] = []
    for (let number = 1; number <= source.pages(); number++) {
      const own = boxes.filter(({ page }) => page === number)
      const work = workOn(source, number, own, mustBePicture(number))
      works.push(work)
      if (work.asPicture) await carryPicture(source, made, number, work.boxes)
      else made.importPage(source, number)
      if (set) source.withPage(number, (page) => stampLabels(page, made, set, number, own, work.boxes))
    }
    const left = new Set(works.flatMap(({ kept }) => [...kept]).concat([...BOX_LABELS.join('')]))
    return { bytes: await scrubPdf(made.save(), left), works }
  } finally {
    set?.close()
    made.close()
    source.close()
  }
}

function workOn(source: PdfFile, number: number, own: readonly Box[], mustBePicture: boolean): PageWork {
  const covers = source.withPage(number, (page) => coveredChars(page, page.chars()).map(({ box }) => box))
  source.withPage(number, (page) => {
    page.removeAnnotations((subtype) => DROPPED.includes(subtype))
    page.flatten()
  })
  return source.withPage(number, (page) => {
    page.removeAnnotations(() => true)
    for (const object of strayObjects(page)) page.remove(object)
    if (!isScan(page)) for (const object of page.objects().filter((one) => page.isInvisibleText(one))) page.remove(object)
    page.regenerate()
    const rects = own.map((box) => page.toPage(box))
    const gone = (char: Char) => [...rects, ...covers].some((rect) => centredIn(char.box, rect))
    const chars = page.chars().filter(({ made, letter }) => !made && letter.trim() !== '')
    const removed = rects.map((rect) => lettersOf(chars.filter(({ box }) => centredIn(box, rect))))
    const asPicture = mustBePicture || rects.some((rect) => isDrawnUpon(page, rect))
    for (const char of chars.filter(gone)) page.redact(coreOf(char.box))
    for (const rect of rects)
      if (page.objects().some(({ type, box }) => type === 'image' && box !== null && overlap(box, rect) > 0)) page.redact(rect)
    const secret = new Set(removed.join(''))
    // A text that is no longer than what its piece still shows says nothing more.
    page.dropMarks(
      (replacement, letters) => replacement.length <= letters || ![...replacement].some((letter) => secret.has(letter)),
    )
    page.regenerate()
    return { number, boxes: rects, kept: lettersOf(chars.filter((char) => !gone(char))), removed, asPicture }
  })
}

/** Writing may be drawn with lines, or lie in a pattern: then only the picture of the page is sure. */
function isDrawnUpon(page: PdfPage, rect: Rect): boolean {
  return page.objects().some((object) => {
    if (object.box === null || overlap(object.box, rect) === 0) return false
    return object.type === 'shading' || object.type === 'unknown' || page.segments(object) > SIMPLE
  })
}

async function carryPicture(source: PdfFile, made: PdfFile, number: number, boxes: readonly Rect[]): Promise<void> {
  const { size, picture } = source.withPage(number, (page) => {
    for (const rect of boxes) page.fillBlack(rect)
    page.regenerate()
    const size = page.size()
    return { size, picture: rendered(page, Math.round(size.width * PICTURE_DOTS_PER_POINT), false) }
  })
  const { width, height, pixels } = picture
  const jpeg = await sharp(pixels, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .jpeg({ quality: 88 })
    .toBuffer()
  made.addPicturePage(size.width, size.height, jpeg)
}

/** The ground on every box; a turned page is stamped in its own direction. */
function stampLabels(
  from: PdfPage,
  made: PdfFile,
  labels: PdfFile,
  number: number,
  own: readonly Box[],
  rects: readonly Rect[],
): void {
  made.withPage(number, (page) => {
    own.forEach((box, index) => {
      const label = BOX_LABELS.indexOf(boxLabel(box.ground))
      const size = labels.withPage(label + 1, (one) => one.size())
      const sameSpace = page.size().width === from.size().width && page.toPage(box).left === rects[index]?.left
      const rect = sameSpace ? rects[index] : page.toPage(box)
      if (!rect) return
      page.fillBlack(rect)
      page.stamp(made, labels, label, size, rect)
    })
    page.regenerate()
  })
}

function lettersOf(chars: readonly { letter: string }[]): string {
  return chars.map(({ letter }) => letter).join('')
}

/** Pages on which a letter under a box is left, or one outside has changed. */
async function changedPages(bytes: Uint8Array, works: readonly PageWork[]): Promise<Set<number>> {
  const file = new PdfFile(await pdfium(), bytes)
  const labels = new Set(BOX_LABELS.join(''))
  try {
    if (file.pages() !== works.length) throw new Unreadable('处理后页数不符，没有保存')
    const changed = works.filter(({ number, boxes, kept, asPicture }) => {
      if (asPicture) return false
      const chars = file.withPage(number, (page) => page.chars().filter(({ made, letter }) => !made && letter.trim() !== ''))
      const isUnder = ({ box }: Char) => boxes.some((rect) => centredIn(box, rect))
      const left = chars.some((char) => isUnder(char) && !labels.has(char.letter))
      return left || sorted(lettersOf(chars.filter((char) => !isUnder(char)))) !== sorted(kept)
    })
    return new Set(changed.map(({ number }) => number))
  } finally {
    file.close()
  }
}

/** Reads the result with the other reader, and searches its bytes. Throws where anything of what was removed is left. */
async function prove(bytes: Uint8Array, works: readonly PageWork[]): Promise<string[]> {
  const proof = [`已重新打开，共${works.length}页，框外文字与原件逐字一致`]
  const { pages } = await pdfStructure(bytes)
  const read = pages.map((pieces) =>
    pieces
      .map(({ text }) => text)
      .join('')
      .replace(/\s+/gu, ''),
  )
  const everywhere = works.map(({ kept }) => kept).join('\n')
  const secrets = [...new Set(works.flatMap(({ removed }) => removed))].filter(
    (text) => text.length > 1 && !everywhere.includes(text),
  )
  for (const secret of secrets)
    if (read.some((text) => text.includes(secret))) throw new Unreadable('另一读取程序仍能读出涂黑的文字，没有保存')
  const stored = (await unpackedTexts(bytes)).join('\n')
  const shapes = secrets.flatMap((secret) => [
    secret,
    Buffer.from(secret, 'utf16le').swap16().toString('hex'),
    Buffer.from(secret).toString('latin1'),
    Buffer.from(secret, 'utf16le').swap16().toString('latin1'),
  ])
  if (shapes.some((shape) => stored.toLowerCase().includes(shape.toLowerCase())))
    throw new Unreadable('文件内部仍存有涂黑的文字，没有保存')
  if (works.some(({ boxes }) => boxes.length > 0))
    proof.push(`用两个读取程序逐页检查，${works.reduce((sum, { boxes }) => sum + boxes.length, 0)} 处涂黑框下没有可读的文字`)
  const pictures = works.filter(({ asPicture }) => asPicture).map(({ number }) => number)
  if (pictures.length > 0) proof.push(`第${pictures.join('、')}页有无法逐字去除的图形或图层，已整页转为图片`)
  return proof
}

function sorted(text: string): string {
  return [...text.normalize('NFKC')].sort().join('')
}
