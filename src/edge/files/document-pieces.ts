/** A paper (Word, PDF, web page, text) as pieces in reading order: structure and words, nothing else of the file. */
import { load } from 'cheerio'
import { html } from 'hono/html'
import { cleanBody } from '../../office/publication/clean-body.ts'
import { type SecrecyMark, secrecyMarks } from '../../record/outgoing/secrecy-marks.ts'
import { MOST_FILES, placedIn } from '../../record/publication/edition-files.ts'
import {
  type WrittenDocument,
  writtenDocument,
  type WrittenPicture,
  type WrittenPiece,
} from '../../record/publication/written-document.ts'
import { type Grid, ownCells, type SourceDocument } from '../../record/reports/grid.ts'
import { decodeText } from './decode.ts'
import { checkDepth } from './html-depth.ts'
import { leaveWhatIsSeen } from './html-seen.ts'
import { kindOf } from './kind.ts'
import { headed } from './table-heads.ts'
import { LIMITS, Unreadable } from './outcome.ts'
import { collectPictures } from './word-pictures.ts'
import { laidOpen } from './zip.ts'

/** What is to go into the editor, and the marks of classification that forbid it. */
export interface BroughtDocument {
  document: WrittenDocument
  pictures: WrittenPicture[]
  marks: SecrecyMark[]
}

/** As much as an edition may hold. */
const MOST_BODY = 600_000
/** Where government sites keep an article's text. */
const ARTICLE = '#zoom, .TRS_Editor, .trs_editor_view, .pages_content, .article-content, #UCAP-CONTENT, article, main'
const AS_PARAGRAPHS = 'div, section, article, center, address, figure, dd, dt, pre, main, header, footer'

export async function broughtDocument(bytes: Uint8Array, name: string): Promise<BroughtDocument> {
  if (bytes.length > LIMITS.bytes) throw new Unreadable(`文件超过 ${LIMITS.bytes / 1024 / 1024} MB`)
  const { pieces, pictures, seen } = await piecesOfFile(bytes, name)
  const document = writtenDocument(pieces)
  if (document.body.length > MOST_BODY) throw new Unreadable('正文过长；请分成几件，或者把附表作为附件')
  if (document.body.trim() === '' && document.title === '') throw new Unreadable('文件中没有文字')
  // Those of the letterhead stay with it.
  const placed = placedIn(document.body)
  const brought = pictures.filter(({ id }) => placed.includes(id))
  const left = seen - brought.length
  const notes = left > 0 ? [...document.notes, `有 ${left} 张图片没有带入`] : document.notes
  const lines = pieces.flatMap(({ text }) => text.split('\n'))
  return { document: { ...document, notes }, pictures: brought, marks: secrecyMarks({ name, titles: [], pages: [lines] }) }
}

interface Pieces {
  pieces: WrittenPiece[]
  /** That are to be brought along. */
  pictures: readonly WrittenPicture[]
  /** How many pictures the file shows. */
  seen: number
}

async function piecesOfFile(bytes: Uint8Array, name: string): Promise<Pieces> {
  const kind = await kindOf(bytes, name)
  switch (kind) {
    case 'docx': {
      const pictures = collectPictures(MOST_FILES)
      return piecesOfHtml(await (await import('./word.ts')).wordHtml(laidOpen(bytes), pictures), pictures.taken)
    }
    case 'html':
      return piecesOfHtml(articleOf(decodeText(bytes)))
    case 'pdf':
      return { pieces: piecesOfSource(await (await import('./pdf.ts')).readPdf(bytes)), pictures: [], seen: 0 }
    case 'text':
      return { pieces: piecesOfSource((await import('./text.ts')).readPlainText(decodeText(bytes))), pictures: [], seen: 0 }
    default:
      throw new Unreadable('不是文字材料；请提供 Word、WPS、PDF、网页或者文本文件，表格可以复制到正文中')
  }
}

/** The article of a saved page, without what stands around it. */
function articleOf(html: string): string {
  checkDepth(html)
  const $ = load(html)
  leaveWhatIsSeen($)
  $('nav, form, aside').remove()
  const title = $('h1').first()
  const article = $(ARTICLE)
    .toArray()
    .map((one) => $(one))
    .toSorted((one, other) => other.text().length - one.text().length)[0]
  const body = (article ?? $('body')).html() ?? ''
  return title.length > 0 && !article?.find('h1').length && article ? `<h1>${title.html() ?? ''}</h1>${body}` : body
}

export function piecesOfHtml(html: string, pictures: readonly WrittenPicture[] = []): Pieces {
  checkDepth(html)
  const $ = load(html, null, false)
  const seen = $('img').length
  $('img')
    .filter((_, one) => !pictures.some(({ id }) => id === $(one).attr('data-file')))
    .remove()
  for (const one of $(AS_PARAGRAPHS).toArray()) if (!$(one).closest('table').length) one.tagName = 'p'
  const clean = load(cleanBody($.html()), null, false)
  const pieces: WrittenPiece[] = []
  for (const node of clean.root().contents().toArray()) {
    const one = clean(node)
    const text = one.text()
    if (node.type === 'tag' && node.name === 'table') {
      const table = headed(clean.html(one))
      pieces.push({ kind: 'table', text: rowsOf(table), html: table })
    } else if (text.trim() !== '' || placedIn(clean.html(one)).length > 0) {
      const kind = text.trim() === '' ? 'picture' : 'text'
      const html = node.type === 'tag' ? clean.html(one) : `<p>${clean.html(one).trim()}</p>`
      pieces.push({ kind, text, html })
    }
  }
  return { pieces, pictures, seen }
}

/** A table's words with a line a cell, as marks of classification are looked for. */
function rowsOf(table: string): string {
  const $ = load(table, null, false)
  return $('td, th')
    .toArray()
    .map((cell) => $(cell).text().trim())
    .join('\n')
}

function piecesOfSource({ blocks }: SourceDocument): WrittenPiece[] {
  return blocks.flatMap((block): WrittenPiece[] => {
    if (block.kind === 'grid')
      return [{ kind: 'table', text: block.grid.cells.map(({ text }) => text).join('\n'), html: headed(tableHtml(block.grid)) }]
    return block.text
      .split(/[\n\f]+/)
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((line) => ({ kind: 'text', text: line, html: String(html`<p>${line}</p>`) }))
  })
}

function tableHtml(grid: Grid): string {
  const rows = ownCells(grid).map((row) =>
    row.map(({ text, rowSpan, colSpan }) => {
      const spans = `${colSpan > 1 ? ` colspan="${colSpan}"` : ''}${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}`
      return `<td${spans}>${String(html`${text}`)}</td>`
    }),
  )
  return `<table><tbody>${rows.map((cells) => `<tr>${cells.join('')}</tr>`).join('')}</tbody></table>`
}
