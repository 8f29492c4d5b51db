/** Text-based PDFs: the file's own table tags where it has them, else ruled lines, else lines of text with their gaps. */
import { fileURLToPath } from 'node:url'
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PDFPageProxy } from 'pdfjs-dist/types/src/display/api.js'
import type { SourceBlock, SourceDocument } from '../../record/reports/grid.ts'
import { LIMITS, Unreadable } from './outcome.ts'
import { ruledTables } from './pdf-ruled.ts'
import { seenOnly } from './pdf-seen.ts'
import { taggedBlocks } from './pdf-tagged.ts'
import type { Piece } from './pdf-text.ts'
import { paragraphsOf, piecesOf } from './pdf-text.ts'

const data = (folder: string): string => fileURLToPath(new URL(`./${folder}/`, import.meta.resolve('pdfjs-dist/package.json')))

export async function readPdf(bytes: Uint8Array): Promise<SourceDocument> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: data('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: data('standard_fonts'),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: VerbosityLevel.ERRORS,
  })
  try {
    const document = await task.promise
    if (document.numPages > LIMITS.pages) throw new Unreadable(`超过 ${LIMITS.pages} 页，不是一份年度报告`)
    const blocks: SourceBlock[] = []
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      blocks.push(...(await readPage(page)))
      page.cleanup()
    }
    if (blocks.every((block) => block.kind === 'text' && block.text.trim() === ''))
      throw new Unreadable('PDF 中没有文字（可能是扫描件）；请提供可复制文字的文件或手工录入')
    return { blocks }
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') throw new Unreadable('PDF 有密码，不能打开')
    throw error
  } finally {
    await task.destroy()
  }
}

async function readPage(page: PDFPageProxy): Promise<SourceBlock[]> {
  const tagged = await taggedBlocks(page)
  if (tagged) return tagged
  const pieces = await seenOnly(page, await piecesOf(page))
  const tables = await ruledTables(page, pieces)
  const inside = new Set(tables.flatMap((table) => table.pieces))
  const outside = pieces.filter((piece) => !inside.has(piece))
  return interleaved(outside, tables)
}

/** Text and tables from the top of the page down; a page ends with `\f`. */
function interleaved(outside: Piece[], tables: Awaited<ReturnType<typeof ruledTables>>): SourceBlock[] {
  const blocks: SourceBlock[] = []
  let rest = outside
  for (const table of [...tables].sort((a, b) => b.top - a.top)) {
    const above = rest.filter(({ y }) => y > table.top)
    rest = rest.filter(({ y }) => y <= table.top)
    blocks.push({ kind: 'text', text: paragraphsOf(above) }, { kind: 'grid', grid: table.grid })
  }
  return [...blocks, { kind: 'text', text: `${paragraphsOf(rest)}\n\f` }]
}
