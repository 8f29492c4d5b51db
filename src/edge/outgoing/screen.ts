/**
 * 保密检查 looks where marks stand: on the pages, in headers, text boxes, comments, drawings, watermarks, form fields, in the names
 * of sheets and in the file's title. What is deleted or hidden is still in the file, so it is looked at too.
 */
import sharp from 'sharp'
import type { WorkFile } from '../../office/files/workshop.ts'
import type { ScreenedText } from '../../record/outgoing/secrecy-marks.ts'
import { Unreadable } from '../files/outcome.ts'
import { BOUNDS } from './limits.ts'
import type { OfficePackage } from './package.ts'
import { opened } from './office.ts'
import { withPdf } from './pdf.ts'
import { pdfMarkings, pdfStructure } from './pdf-structure.ts'
import { SharedStrings } from './shared-strings.ts'
import { cellsOf, sheetsOf } from './sheet.ts'
import { elementsUnder, isElement, textOf, type XmlElement, type XmlNode } from './xml.ts'

type Screened = Omit<ScreenedText, 'name'>

export async function screened(file: WorkFile): Promise<Screened> {
  if (file.kind === 'pdf') return screenedPdf(file.bytes)
  if (file.kind === 'docx' || file.kind === 'xlsx') return screenedOffice(file)
  await boundedPicture(file.bytes)
  return { titles: [], pages: [] }
}

/** A picture of a few thousand bytes can be one of any number of pixels, and whoever shows it would need memory for all of them. */
async function boundedPicture(bytes: Uint8Array): Promise<void> {
  const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata()
  if (width * height > BOUNDS.pixels)
    throw new Unreadable(`图片超过 ${BOUNDS.pixels / 10_000} 万像素，不能接收；请在看图软件中缩小尺寸后再上传`)
}

async function screenedPdf(bytes: Uint8Array): Promise<Screened> {
  try {
    const [{ pages }, { titles, notes }] = [await pdfStructure(bytes), await pdfMarkings(bytes)]
    return { titles, pages: [...linesOf(pages), ...notes] }
  } catch (error) {
    if (error instanceof Unreadable) throw error
    // What one reader gives up on, another may show; what no reader opens shows no mark to anybody.
    return { titles: [], pages: await linesByPdfium(bytes).catch(() => []) }
  }
}

/** Pieces on one baseline are a line, from the top down. */
function linesOf(pages: { text: string; x: number; y: number }[][]): string[][] {
  return pages.map((pieces) => {
    const lines: { y: number; text: string }[] = []
    for (const piece of [...pieces].sort((a, b) => b.y - a.y || a.x - b.x)) {
      const line = lines.at(-1)
      if (line && Math.abs(line.y - piece.y) < 3) line.text += piece.text
      else lines.push({ y: piece.y, text: piece.text })
    }
    return lines.map(({ text }) => text)
  })
}

function linesByPdfium(bytes: Uint8Array): Promise<string[][]> {
  return withPdf(bytes, (file) =>
    linesOf(
      Array.from({ length: file.pages() }, (_, index) =>
        file.withPage(index + 1, (page) =>
          page.chars().map(({ letter, box }) => ({ text: letter, x: box.left, y: (box.top + box.bottom) / 2 })),
        ),
      ),
    ),
  )
}

const EMBEDDED = /\/embeddings\/[^/]+\.(docx|xlsx)$/i

function screenedOffice(file: WorkFile): Screened {
  const office = opened(file)
  const own = file.kind === 'docx' ? wordPages(office) : bookPages(office)
  const drawn = office.names().filter((name) => /\/(?:drawings|diagrams|charts)\/[^/]+\.xml$/.test(name))
  const inside = office.names().filter((name) => EMBEDDED.test(name))
  const others = inside.map((name) => embedded(office, name))
  return {
    titles: [...titlesOf(office), ...own.titles, ...inside, ...others.flatMap(({ titles }) => titles)],
    pages: [...own.pages, ...drawn.flatMap((name) => drawings(office, name)), ...others.flatMap(({ pages }) => pages)],
  }
}

/** A Word or Excel file inside this one; one level, as far as it can be opened. */
function embedded(office: OfficePackage, name: string): Screened {
  try {
    const kind = /docx$/i.test(name) ? 'docx' : 'xlsx'
    const inner = opened({ name, kind, bytes: office.parts.get(name) ?? new Uint8Array() })
    return kind === 'docx' ? wordPages(inner) : bookPages(inner)
  } catch {
    return { titles: [], pages: [] }
  }
}

const localName = ({ name }: XmlElement) => name.slice(name.indexOf(':') + 1)

function named(office: OfficePackage, part: string, ...names: string[]): XmlElement[] {
  const xml = office.xml(part)
  return xml ? elementsUnder(xml.root()[0], (element) => names.includes(localName(element))) : []
}

function titlesOf(office: OfficePackage): string[] {
  return named(office, 'docProps/core.xml', 'title', 'subject', 'keywords', 'category').map(textOf)
}

const WORD_PARTS = /^word\/(?:document|header|footer|footnotes|endnotes|comments)\d*\.xml$/

function wordPages(office: OfficePackage): Screened {
  const parts = office.names().filter((name) => WORD_PARTS.test(name))
  const watermarks = parts.flatMap((name) => named(office, name, 'textpath').map(({ attribs }) => [attribs['string'] ?? '']))
  return { titles: [], pages: [...parts.flatMap((name) => pagesOfPart(office, name)), ...watermarks] }
}

/** Lines of a part, page by page as far as breaks are written down; each text box and each comment is a page of its own. */
function pagesOfPart(office: OfficePackage, part: string): string[][] {
  let page: string[] = []
  const pages = [page]
  const apart = new Map<XmlElement, string[]>()
  for (const paragraph of named(office, part, 'p')) {
    const line = lineOf(paragraph)
    const around = ancestor(paragraph, ['txbxContent', 'comment'])
    if (around) {
      push(apart, around, line)
      continue
    }
    page.push(line)
    // The break may stand before or behind the words: they end one page and begin the next.
    if (breaks(paragraph)) {
      page = [line]
      pages.push(page)
    }
  }
  return [...pages, ...apart.values()]
}

function breaks(paragraph: XmlElement): boolean {
  return inOwn(paragraph).some(
    (element) =>
      ['lastRenderedPageBreak', 'pageBreakBefore', 'sectPr'].includes(localName(element)) ||
      (localName(element) === 'br' && element.attribs['w:type'] === 'page'),
  )
}

/** What the paragraph holds itself: paragraphs inside it, in text boxes, are lines of their own. */
function inOwn(element: XmlElement): XmlElement[] {
  return element.children.flatMap((child) => {
    if (!isElement(child as XmlNode)) return []
    const inner = child as XmlElement
    return localName(inner) === 'p' ? [] : [inner, ...inOwn(inner)]
  })
}

/** Stars of the font Wingdings. */
const SYMBOLS: Record<string, string> = { F0AB: '★', F0B6: '☆' }

function lineOf(paragraph: XmlElement): string {
  return inOwn(paragraph)
    .map((element) => {
      if (['t', 'delText'].includes(localName(element))) return textOf(element)
      if (localName(element) === 'sym') return SYMBOLS[element.attribs['w:char'] ?? ''] ?? ' '
      return localName(element) === 'tab' ? ' ' : ''
    })
    .join('')
}

function ancestor(element: XmlElement, names: readonly string[]): XmlElement | null {
  for (let at = element.parent as XmlNode | null; at; at = at.parent as XmlNode | null)
    if (isElement(at) && names.includes(localName(at))) return at
  return null
}

/** Rows as lines, each sheet a page; headers, footers and comments are pages of their own. */
function bookPages(office: OfficePackage): Screened {
  const strings = new SharedStrings(office)
  const sheets = sheetsOf(office)
  const pages = sheets.flatMap((sheet) => {
    const rows = new Map<number, string[]>()
    for (const cell of cellsOf(sheet)) {
      const text = strings.textOf(cell)
      if (text.trim() !== '') push(rows, cell.row, text)
    }
    const edges = named(office, sheet.part, 'headerFooter').flatMap(inOwn)
    return [
      ...edges.map((edge) =>
        textOf(edge)
          .split(/&[LCR]/)
          .map((words) => words.replace(/&(?:"[^"]*"|[A-Z]|\d+)/g, '')),
      ),
      [...rows.values()].map((cells) => cells.join('\t')),
    ]
  })
  const notes = office
    .names()
    .filter((name) => /^xl\/(?:comments|threadedComments)/.test(name) && name.endsWith('.xml'))
    .flatMap((name) => named(office, name, 'comment', 'threadedComment').map((one) => textOf(one).split('\n')))
  return { titles: sheets.map(({ name }) => name), pages: [...pages, ...notes] }
}

/** Text boxes and shapes of a drawing: each a page. */
function drawings(office: OfficePackage, part: string): string[][] {
  const boxes = new Map<XmlNode | null, string[]>()
  for (const paragraph of named(office, part, 'p')) push(boxes, paragraph.parent as XmlNode | null, lineOf(paragraph))
  return [...boxes.values()]
}

function push<K>(lists: Map<K, string[]>, key: K, text: string): void {
  const list = lists.get(key)
  if (list) list.push(text)
  else lists.set(key, [text])
}
