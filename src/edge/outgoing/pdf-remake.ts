/**
 * A PDF made anew: what lies under the boxes is taken out of the pages, the pages alone are carried into a new document, and the
 * result is opened again and compared before anybody gets it. Where taking out cannot be shown to be complete (drawings made of
 * many lines, layers that are switched off), the page becomes a picture.
 */
import sharp from 'sharp'
import type { Remade } from '../../office/files/workshop.ts'
import { type Box, BOX_LABELS, boxLabel, insidePage } from '../../record/outgoing/box.ts'
import { normalise } from '../../record/reports/normalise.ts'
import { Unreadable } from '../files/outcome.ts'
import { centredIn, coreOf, overlap } from './geometry.ts'
import { ANNOTATION, coveredChars, inspectPdf, rendered } from './pdf.ts'
import { type Met, nothingMet } from './pdf-keep.ts'
import { scrubPdf, unpackedTexts } from './pdf-scrub.ts'
import { readingsOn } from './pdf-readings.ts'
import { pdfStructure } from './pdf-structure.ts'
import { type Sight, sightOf } from './pdf-visible.ts'
import type { Char, PdfPage, Rect } from './pdfium-page.ts'
import { PdfFile, pdfium } from './pdfium.ts'

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
  /** Some letters can't be shown here: a picture would lack them. */
  lacksFonts: boolean
  looks: Looks
}

/** A page in grey, small: enough to see whether anything of it is gone. */
interface Looks {
  width: number
  height: number
  grey: Uint8Array
}

export async function remakePdf(bytes: Uint8Array, boxes: readonly Box[], labels: Uint8Array | null): Promise<Remade> {
  const { hiddenLayers } = await pdfStructure(bytes)
  const first = await remade(bytes, boxes, labels, new Set())
  const { doubtful, sights } = await judged(first, hiddenLayers > 0)
  if (doubtful.size === 0) return proved(first, sights)
  const second = await remade(bytes, boxes, labels, doubtful)
  const again = await judged(second, hiddenLayers > 0)
  if (again.doubtful.size > 0) throw new Unreadable('处理后的文件与原件对不上，没有保存')
  return proved(second, again.sights)
}

async function proved({ bytes, works }: Attempt, sights: ReadonlyMap<number, Sight>): Promise<Remade> {
  return { bytes, findings: await inspectPdf(bytes, sights), proof: await prove(bytes, works) }
}

interface Attempt {
  bytes: Uint8Array
  works: PageWork[]
  /** What the last pass met on each page. */
  met: Met[]
}

async function remade(
  bytes: Uint8Array,
  boxes: readonly Box[],
  labels: Uint8Array | null,
  asPictures: ReadonlySet<number>,
): Promise<Attempt> {
  const lib = await pdfium()
  const source = new PdfFile(lib, bytes)
  const made = new PdfFile(lib, null)
  const set = labels ? new PdfFile(lib, labels) : null
  let bare: PdfFile | null = null
  try {
    if (boxes.some(({ page }) => page > source.pages())) throw new Unreadable('有涂黑框不在文件的页面上')
    const works: PageWork[] = []
    for (let number = 1; number <= source.pages(); number++) {
      const own = boxes.filter(({ page }) => page === number).map(insidePage)
      const work = workOn(source, () => (bare ??= new PdfFile(lib, bytes)), number, own, asPictures.has(number))
      works.push(work)
      if (work.asPicture) await carryPicture(source, made, work)
      else made.importPage(source, number)
      if (set) source.withPage(number, (page) => stampLabels(page, made, set, number, own, work.boxes))
    }
    const left = new Set(works.flatMap(({ kept }) => [...kept]).concat([...BOX_LABELS.join('')]))
    const scrubbed = await scrubPdf(made.save(), left)
    return { bytes: scrubbed.bytes, works, met: scrubbed.pages }
  } finally {
    set?.close()
    ;(bare as PdfFile | null)?.close()
    made.close()
    source.close()
  }
}

/** What annotations show becomes part of the page, the rest of them goes. Gives back the letters that a note hides. */
function flattened(file: PdfFile, number: number): Rect[] {
  return file.withPage(number, (page) => {
    const covered = coveredChars(page, page.chars()).map(({ box }) => box)
    page.removeAnnotations((subtype) => DROPPED.includes(subtype))
    page.flatten()
    return covered
  })
}

function workOn(source: PdfFile, bare: () => PdfFile, number: number, own: readonly Box[], mustBePicture: boolean): PageWork {
  const noted = flattened(source, number)
  const looks = source.withPage(number, (page) => {
    page.removeAnnotations(() => true)
    const looks = looksOf(page)
    const readings = readingsOn(page, number, () => {
      flattened(bare(), number)
      return bare()
    })
    page.dropMarks(readings.judge)
    page.regenerate()
    return looks
  })
  return source.withPage(number, (page) => {
    const rects = own.map((box) => page.toPage(box))
    const { unseen, missing, hidden } = sightOf(page)
    const hiddenLetters = new Set(unseen.map(({ at }) => at))
    const isUnder = ({ box }: Char) => rects.some((rect) => centredIn(box, rect))
    const isGone = (char: Char) => hiddenLetters.has(char.at) || noted.some((rect) => centredIn(char.box, rect)) || isUnder(char)
    const chars = page.chars().filter(({ made, letter }) => !made && letter.trim() !== '')
    const removed = [...rects.map((rect) => chars.filter(({ box }) => centredIn(box, rect))), unseen].map(lettersOf)
    const asPicture = mustBePicture || hidden > 0 || rects.some((rect) => isDrawnUpon(page, rect))
    dropUnseenTexts(page, chars, hiddenLetters)
    for (const char of chars.filter(isGone)) page.redact(coreOf(char.box))
    for (const rect of rects)
      if (page.objects().some(({ type, box }) => type === 'image' && box !== null && overlap(box, rect) > 0)) page.redact(rect)
    const secret = new Set(removed.join(''))
    page.dropMarks((reading) => ([...reading].some((letter) => secret.has(letter)) ? 'tells' : 'helps'))
    page.regenerate()
    const kept = lettersOf(chars.filter((char) => !isGone(char)))
    return { number, boxes: rects, kept, removed, asPicture, lacksFonts: missing.length > 0, looks }
  })
}

/** Texts of which no letter is seen go as they are: some of their letters have no extent, and lie under no box. */
function dropUnseenTexts(page: PdfPage, chars: readonly Char[], unseen: ReadonlySet<number>): void {
  const seen = new Set(chars.filter(({ at }) => !unseen.has(at)).map(({ of }) => of))
  const gone = new Set(chars.filter(({ at, of }) => unseen.has(at) && !seen.has(of)).map(({ of }) => of))
  for (const object of page.objects()) if (gone.has(object.handle)) page.remove(object)
}

/** Writing may be drawn with lines, lie in a pattern, or in a picture that others use too: then only the picture of the page is sure. */
function isDrawnUpon(page: PdfPage, rect: Rect): boolean {
  return page.painted().some((object) => {
    if (object.box === null || overlap(object.box, rect) === 0) return false
    if (object.type === 'image') return object.inForm
    return object.type === 'shading' || object.type === 'unknown' || page.segments(object) > SIMPLE
  })
}

const LOOKS_WIDTH = 400

function looksOf(page: PdfPage): Looks {
  const { width, height, pixels } = rendered(page, LOOKS_WIDTH, false)
  const grey = new Uint8Array(width * height)
  for (let at = 0; at < grey.length; at++)
    grey[at] = ((pixels[at * 4] ?? 0) * 3 + (pixels[at * 4 + 1] ?? 0) * 6 + (pixels[at * 4 + 2] ?? 0)) / 10
  return { width, height, grey }
}

async function carryPicture(source: PdfFile, made: PdfFile, { number, boxes, lacksFonts }: PageWork): Promise<void> {
  if (lacksFonts)
    throw new Unreadable(`第${number}页须转为图片，但有的字体没有嵌入，转出来会缺字；请在原软件中重新导出为嵌入字体的 PDF`)
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
    const sameSpace = page.size().width === from.size().width
    const black = own.map((box, index) => {
      const drawn = page.toPage(box)
      return sameSpace && drawn.left === rects[index]?.left ? rects[index] : drawn
    })
    // All the black first: a ground that the next box covers would be a text that nobody sees.
    for (const rect of black) page.fillBlack(rect)
    const printed: Rect[] = []
    own.forEach(({ ground }, index) => {
      const rect = black[index]
      if (!rect || printed.some((other) => overlap(other, rect) > 0)) return
      const label = BOX_LABELS.indexOf(boxLabel(ground))
      const size = labels.withPage(label + 1, (one) => one.size())
      if (page.stamp(made, labels, label, size, rect)) printed.push(rect)
    })
    page.regenerate()
  })
}

function lettersOf(chars: readonly { letter: string }[]): string {
  return chars.map(({ letter }) => letter).join('')
}

/** Pages on which a letter under a box is left, one outside has changed, something else is gone, or that can't be judged. */
async function judged(
  { bytes, works, met }: Attempt,
  layers: boolean,
): Promise<{ doubtful: Set<number>; sights: Map<number, Sight> }> {
  const file = new PdfFile(await pdfium(), bytes)
  const sights = new Map<number, Sight>()
  try {
    if (file.pages() !== works.length) throw new Unreadable('处理后页数不符，没有保存')
    const doubtful = works.filter((work, index) => {
      if (work.asPicture) return false
      const on = met[index] ?? nothingMet()
      if (on.unsure || on.conditions || (on.layers && layers) || (on.patterns && work.boxes.length > 0)) return true
      return file.withPage(work.number, (page) => {
        const sight = sightOf(page)
        sights.set(work.number, sight)
        return sight.unseen.length > 0 || sight.hidden > 0 || readsOtherwise(page, work) || differs(page, work)
      })
    })
    return { doubtful: new Set(doubtful.map(({ number }) => number)), sights }
  } finally {
    file.close()
  }
}

const LABEL_LETTERS = new Set(BOX_LABELS.join(''))

function readsOtherwise(page: PdfPage, { boxes, kept }: PageWork): boolean {
  const chars = page.chars().filter(({ made, letter }) => !made && letter.trim() !== '')
  const isUnder = ({ box }: Char) => boxes.some((rect) => centredIn(box, rect))
  const left = chars.some((char) => isUnder(char) && !LABEL_LETTERS.has(char.letter))
  return left || sorted(lettersOf(chars.filter((char) => !isUnder(char)))) !== sorted(kept)
}

/** Of 255; and of a thousand dots, how many may differ: edges of letters fall a little otherwise. */
const [OTHER_GREY, FEW_DOTS] = [64, 0.5]

function differs(page: PdfPage, { looks, boxes }: PageWork): boolean {
  const now = looksOf(page)
  if (now.width !== looks.width || now.height !== looks.height) return true
  const covered = boxes.map((box) => page.toPart(box))
  const margin = 4 / now.width
  const isCovered = (x: number, y: number) =>
    covered.some(
      (one) => x > one.x - margin && x < one.x + one.width + margin && y > one.y - margin && y < one.y + one.height + margin,
    )
  let other = 0
  for (let at = 0; at < now.grey.length; at++)
    if (
      Math.abs((now.grey[at] ?? 0) - (looks.grey[at] ?? 0)) > OTHER_GREY &&
      !isCovered((at % now.width) / now.width, Math.floor(at / now.width) / now.height)
    )
      other += 1
  return other > 12 + (now.grey.length * FEW_DOTS) / 1000
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
  if (shapes.filter(isTelling).some((shape) => stored.toLowerCase().includes(shape.toLowerCase())))
    throw new Unreadable('文件内部仍存有涂黑的文字，没有保存')
  if (works.some(({ boxes }) => boxes.length > 0))
    proof.push(`用两个读取程序逐页检查，${works.reduce((sum, { boxes }) => sum + boxes.length, 0)} 处涂黑框下没有可读的文字`)
  const pictures = works.filter(({ asPicture }) => asPicture).map(({ number }) => number)
  if (pictures.length > 0) proof.push(`第${pictures.join('、')}页有无法逐字去除的图形或图层，已整页转为图片`)
  return proof
}

/** Shorter ones stand in any font by chance, and short numbers are those of lengths and places. */
function isTelling(shape: string): boolean {
  return shape.length >= 4 && (shape.length >= 9 || !/^[\d\s.,%+-]+$/.test(shape))
}

function sorted(text: string): string {
  return [...normalise(text)].sort().join('')
}
