/** 涂黑 under chance: words and pictures anywhere on turned and cut pages, boxes anywhere, over the edge too. */
import { degrees, PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { openWorkshop } from '../src/edge/outgoing/index.ts'
import { renderBoxLabels } from '../src/edge/paper/box-labels.ts'
import { BOX_LABELS, type Box, BOX_GROUNDS } from '../src/record/outgoing/box.ts'
import { MAGENTA, pixels } from '../tests/outgoing/pdf-unseen.ts'
import { magenta } from '../tests/outgoing/pixels-in.ts'
import { readByPdfjs, traces } from '../tests/outgoing/traces.ts'
import type { Sample } from './corpus.ts'
import { below, type Chance, chanceFrom } from './mutate.ts'
import { CHINESE, type Target } from './target.ts'

/** Parts of the shown page, from its upper left corner. */
interface Area {
  left: number
  top: number
  right: number
  bottom: number
}

interface Word {
  text: string
  at: Area
}

interface Boxed extends Sample {
  kind: 'pdf' | 'png'
  words: readonly Word[]
  boxes: readonly Box[]
}

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
/** How far from a box a word stands clear of it, and how deep in a box it is surely covered: parts of the page. */
const CLEAR = 0.012

export async function redaction(): Promise<Target<Boxed>> {
  const labels = await renderBoxLabels(BOX_LABELS)
  const workshop = openWorkshop(async () => labels)
  return {
    files: 1_000,
    milliseconds: 120_000,
    file: (seed) => (seed % 4 === 0 ? boxedPicture(chanceFrom(seed)) : boxedPages(chanceFrom(seed))),
    async check({ name, kind, bytes, boxes, words }) {
      const done = await workshop.redact({ name, kind, bytes }, boxes)
      if (!done.ok) return CHINESE.test(done.why) ? null : `refused without a reason: ${done.why}`
      return kind === 'png' ? pixelsLeft(done.value.bytes, bytes) : wordsLeft(done.value.bytes, words, boxes)
    },
    async close() {
      workshop.close()
    },
  }
}

async function wordsLeft(bytes: Uint8Array, words: readonly Word[], boxes: readonly Box[]): Promise<string | null> {
  for (const { text, at } of words) {
    if (!boxes.some((box) => holds(box, at))) continue
    const places = await traces(bytes, text)
    if (places.length > 0) return `${text} stands under a box and is left in ${places.join(', ')}`
  }
  const page = (await readByPdfjs(bytes)).pages.join('').replace(/\s+/g, '')
  // A page that could only be carried over as its picture has no letters at all.
  if (!words.some(({ text }) => page.includes(text))) return null
  const lost = words.find(({ text, at }) => !page.includes(text) && boxes.every((box) => isClear(box, at)))
  return lost ? `${lost.text} stands clear of every box and is gone` : null
}

function holds(box: Box, at: Area): boolean {
  return (
    box.x + CLEAR <= at.left &&
    box.y + CLEAR <= at.top &&
    box.x + box.width >= at.right + CLEAR &&
    box.y + box.height >= at.bottom + CLEAR
  )
}

function isClear(box: Box, at: Area): boolean {
  return (
    box.x > at.right + CLEAR ||
    box.y > at.bottom + CLEAR ||
    box.x + box.width < at.left - CLEAR ||
    box.y + box.height < at.top - CLEAR
  )
}

/** The boxes of {@link boxedPicture} cover all that is magenta; everything else must be as it was. */
async function pixelsLeft(after: Uint8Array, before: Uint8Array): Promise<string | null> {
  const [then, now] = await Promise.all([before, after].map((bytes) => sharp(bytes).removeAlpha().raw().toBuffer()))
  if (!then || !now || then.length !== now.length) return 'the picture has another size'
  if (magenta(now) > 0) return `${magenta(now)} pixels under a box are left`
  const [counts, total] = [outside(then, now), then.length / 3]
  return counts > total * 0.6 ? `${counts} of ${total} pixels changed` : null
}

function outside(then: Uint8Array, now: Uint8Array): number {
  let changed = 0
  for (let at = 0; at < then.length; at += 3)
    if (then[at] !== now[at] || then[at + 1] !== now[at + 1] || then[at + 2] !== now[at + 2]) changed += 1
  return changed
}

async function boxedPicture(chance: Chance): Promise<Boxed> {
  const [width, height] = [20 + below(chance, 300), 20 + below(chance, 300)]
  const boxes = Array.from({ length: 1 + below(chance, 3) }, () => anyBox(chance, 1))
  // What the person sees under the box: every pixel that it touches.
  const isUnder = (x: number, y: number) =>
    boxes.some(
      (box) =>
        x + 1 > box.x * width && y + 1 > box.y * height && x < (box.x + box.width) * width && y < (box.y + box.height) * height,
    )
  const data = pixels(width, height, (x, y) => (isUnder(x, y) ? MAGENTA : [(x * 7) % 120, 150, (y * 11) % 120]))
  const bytes = new Uint8Array(
    await sharp(data, { raw: { width, height, channels: 3 } })
      .png()
      .toBuffer(),
  )
  return { name: '现场照片.png', kind: 'png', bytes, boxes, words: [] }
}

function anyBox(chance: Chance, page: number): Box {
  const grounds = BOX_GROUNDS[below(chance, BOX_GROUNDS.length)] ?? 'personalInformation'
  const edge = () => (chance() < 0.15 ? (chance() < 0.5 ? 0 : 0.999) : chance())
  const size = () => Math.max(0.0005, chance() < 0.2 ? chance() * 0.004 : chance() * 0.5)
  return { page, x: edge(), y: edge(), width: size(), height: size(), ground: grounds }
}

/** One word in each square of a net, written in one of several ways; the first box covers a whole word. */
async function boxedPages(chance: Chance): Promise<Boxed> {
  const document = await PDFDocument.create({ updateMetadata: false })
  const font = await document.embedFont(StandardFonts.Courier)
  const [width, height] = [300 + below(chance, 300), 300 + below(chance, 300)]
  const page = document.addPage([width, height])
  const turned = [0, 90, 180, 270][below(chance, 4)] ?? 0
  page.setRotation(degrees(turned))
  const cut = chance() < 0.3 ? below(chance, 40) : 0
  if (cut > 0) page.setCropBox(cut, cut, width - 2 * cut, height - 2 * cut)
  const frame = { x: cut, y: cut, width: width - 2 * cut, height: height - 2 * cut }
  const words: Word[] = []
  const [across, down] = [Math.floor(frame.width / 90), Math.floor(frame.height / 90)]
  for (let column = 0; column < across; column++)
    for (let row = 0; row < down; row++) {
      if (chance() < 0.3) continue
      const text = Array.from({ length: 7 }, () => LETTERS[below(chance, LETTERS.length)]).join('')
      const size = 7 + below(chance, 5)
      const slant = chance() < 0.7 ? 0 : below(chance, 360)
      const [x, y] = [frame.x + column * 90 + 45, frame.y + row * 90 + 45]
      const half = (text.length * size * 0.6) / 2
      const turn = (slant * Math.PI) / 180
      // The word's middle stands in the middle of its square, whichever way it is turned.
      const corner = (along: number, up: number) => ({
        x: x + along * Math.cos(turn) - up * Math.sin(turn),
        y: y + along * Math.sin(turn) + up * Math.cos(turn),
      })
      const [low, high] = [-size * 0.3, size * 0.6]
      const start = corner(-half, -size * 0.15)
      page.drawText(text, { ...start, size, font, rotate: degrees(slant) })
      const corners = [corner(-half, low), corner(half, low), corner(-half, high), corner(half, high)]
      words.push({ text, at: areaOf(corners.map((point) => shownAt(point, frame, turned))) })
    }
  const chosen = words[below(chance, words.length)]?.at
  const boxes = Array.from({ length: below(chance, 3) + 1 }, () => anyBox(chance, 1))
  if (chosen) boxes.push(boxOver(chosen))
  const bytes = new Uint8Array(await document.save({ useObjectStreams: chance() < 0.5 }))
  return { name: '名单.pdf', kind: 'pdf', bytes, words, boxes }
}

function boxOver({ left, top, right, bottom }: Area): Box {
  const [x, y] = [Math.max(0, left - 2 * CLEAR), Math.max(0, top - 2 * CLEAR)]
  return { page: 1, x, y, width: right - x + 2 * CLEAR, height: bottom - y + 2 * CLEAR, ground: 'personalInformation' }
}

interface Point {
  x: number
  y: number
}

function areaOf(points: readonly Point[]): Area {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }
}

/** Where a point of the page is seen, once the page is cut and turned. */
function shownAt({ x, y }: Point, frame: { x: number; y: number; width: number; height: number }, turned: number): Point {
  const [u, v] = [(x - frame.x) / frame.width, (y - frame.y) / frame.height]
  if (turned === 90) return { x: v, y: u }
  if (turned === 180) return { x: 1 - u, y: v }
  if (turned === 270) return { x: 1 - v, y: 1 - u }
  return { x: u, y: 1 - v }
}
