/** Tables that a tagged PDF names itself: TR, TH and TD in its structure tree. */
import type { PDFPageProxy } from 'pdfjs-dist/types/src/display/api.js'
import type { SourceBlock } from '../../record/reports/grid.ts'
import { gridOfRows } from '../../record/reports/grid.ts'
import { seenOnly } from './pdf-seen.ts'
import { joined, type Piece, pieceOf, textBehind } from './pdf-text.ts'

interface Node {
  role?: string
  type?: string
  id?: string
  children?: Node[]
}

/** Below this share of the page's characters the tags don't cover the page, and it is read by its lines. */
const COVERED = 0.9

/** The page's blocks by its tags; null where it has no tagged table. */
export async function taggedBlocks(page: PDFPageProxy): Promise<SourceBlock[] | null> {
  const tree = (await page.getStructTree()) as Node | null
  if (!tree || !hasTable(tree)) return null
  const { texts, length } = await markedTexts(page)
  const blocks: SourceBlock[] = []
  let covered = 0
  const textOf = (node: Node): string => {
    if (node.type === 'content') return texts.get(node.id ?? '') ?? ''
    return (node.children ?? []).map(textOf).join('')
  }
  const walk = (node: Node): void => {
    if (node.role === 'Table') {
      const rows = rowsOf(node).map((row) => row.map((cell) => textOf(cell).trim()))
      covered += rows.flat().join('').replace(/\s/g, '').length
      if (rows.length > 0) blocks.push({ kind: 'grid', grid: gridOfRows(rows, true) })
    } else if (holdsBlocks(node)) for (const child of node.children ?? []) walk(child)
    else {
      const text = joined(textOf(node))
      covered += text.replace(/\s/g, '').length
      blocks.push({ kind: 'text', text })
    }
  }
  walk(tree)
  return covered >= length * COVERED ? [...blocks, { kind: 'text', text: '\f' }] : null
}

/** Parts of a paragraph; any other element below another is a block. */
const INLINE = new Set(['Span', 'Link', 'Em', 'Strong', 'Quote', 'Code', 'Reference', 'Note', 'Lbl', 'LBody', 'NonStruct'])

function holdsBlocks({ children = [] }: Node): boolean {
  return children.some((child) => child.role !== undefined && (!INLINE.has(child.role) || holdsBlocks(child)))
}

function hasTable(node: Node): boolean {
  return node.role === 'Table' || (node.children ?? []).some(hasTable)
}

/** The cells of each row, whatever THead, TBody or other element stands between. */
function rowsOf(table: Node): Node[][] {
  if (table.role === 'TR') return [(table.children ?? []).filter(({ role }) => role === 'TD' || role === 'TH')]
  return (table.children ?? []).flatMap(rowsOf)
}

interface Marked extends Piece {
  id: string | undefined
  end: string
}

/** Text by the id of its marked content, and how many visible characters the page has that are no artifacts. */
async function markedTexts(page: PDFPageProxy): Promise<{ texts: Map<string, string>; length: number }> {
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  const open: { id: string | null; artifact: boolean }[] = []
  const pieces: Marked[] = []
  let length = 0
  for (const item of items) {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') open.pop()
      // The declared type leaves out `tag`, which every marked content has.
      else open.push({ id: item.id ?? null, artifact: 'tag' in item && item.tag === 'Artifact' })
      continue
    }
    const id = open.findLast((entry) => entry.id !== null)?.id ?? undefined
    if (!open.some(({ artifact }) => artifact)) length += item.str.replace(/\s/g, '').length
    pieces.push({ ...pieceOf(item), id, end: item.hasEOL ? '\n' : '' })
  }
  const texts = new Map<string, string>()
  let before: Marked | null = null
  for (const piece of await seenOnly(page, pieces)) {
    const touching = before !== null && before.end === '' ? before : null
    if (piece.id) texts.set(piece.id, `${texts.get(piece.id) ?? ''}${textBehind(piece, touching)}${piece.end}`)
    before = piece
  }
  return { texts, length }
}
