/** What a PDF carries besides its pages, as pdf.js sees it: a second reader, so that one library's blind spot is not ours. */
import { fileURLToPath } from 'node:url'
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { Unreadable } from '../files/outcome.ts'
import { BOUNDS } from './limits.ts'

export interface PdfStructure {
  metadata: number
  attachments: number
  scripts: boolean
  hiddenLayers: number
  bookmarks: number
  forms: boolean
  /** Pieces of text of each page: letters and where their first one stands, in page space. */
  pages: { text: string; x: number; y: number; width: number; height: number }[][]
}

/** Written by libraries that the product itself uses; they tell nothing of the agency. */
const OUR_PRODUCERS = /^(?:PDFium|pdf-lib\b.*)?$/

export function pdfStructure(bytes: Uint8Array): Promise<PdfStructure> {
  return withDocument(bytes, async (document) => {
    const [metadata, attachments, scripts, layers, outline, fields, actions] = await Promise.all([
      document.getMetadata(),
      document.getAttachments(),
      document.hasJSActions(),
      document.getOptionalContentConfig(),
      document.getOutline(),
      document.getFieldObjects(),
      document.getOpenAction(),
    ])
    const pages: PdfStructure['pages'] = []
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      pages.push(
        items.flatMap((item) => {
          if (!('str' in item) || item.str === '') return []
          const [, , , , x = 0, y = 0] = item.transform as number[]
          return [{ text: item.str, x, y, width: item.width, height: item.height }]
        }),
      )
      page.cleanup()
    }
    return {
      metadata: toldBy(metadata.info as Record<string, unknown>) + (metadata.metadata ? 1 : 0),
      attachments: Object.keys((attachments as Record<string, unknown> | null) ?? {}).length,
      scripts: scripts || hasAction(actions),
      hiddenLayers: [...(layers as unknown as Iterable<[string, { visible: boolean }]>)].filter(([, { visible }]) => !visible)
        .length,
      bookmarks: (outline as unknown[] | null)?.length ?? 0,
      forms: Object.keys((fields as Record<string, unknown> | null) ?? {}).length > 0,
      pages,
    }
  })
}

/** Words that stand beside the pages: the file's title and the names of what is attached, notes, stamps and filled fields. */
export function pdfMarkings(bytes: Uint8Array): Promise<{ titles: string[]; notes: string[][] }> {
  return withDocument(bytes, async (document) => {
    const [{ info }, attachments] = await Promise.all([document.getMetadata(), document.getAttachments()])
    const notes: string[][] = []
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      for (const note of (await page.getAnnotations()) as Annotation[]) {
        const said = [note.contentsObj?.str, ...(note.textContent ?? []), ...[note.fieldValue].flat()]
        notes.push(said.filter((one): one is string => typeof one === 'string').flatMap((one) => one.split(/[\r\n]+/)))
      }
      page.cleanup()
    }
    const told = ['Title', 'Subject', 'Keywords'].map((key) => String((info as Record<string, unknown>)[key] ?? ''))
    return { titles: [...told, ...Object.keys((attachments as Record<string, unknown> | null) ?? {})], notes }
  })
}

/** What pdf.js tells of an annotation, as far as it is read here. */
interface Annotation {
  contentsObj?: { str?: string }
  textContent?: string[]
  fieldValue?: unknown
}

type PdfDocument = Awaited<ReturnType<typeof getDocument>['promise']>

async function withDocument<T>(bytes: Uint8Array, work: (document: PdfDocument) => Promise<T>): Promise<T> {
  const data = (folder: string): string => fileURLToPath(new URL(`./${folder}/`, import.meta.resolve('pdfjs-dist/package.json')))
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
    if (document.numPages > BOUNDS.pages) throw new Unreadable(`超过 ${BOUNDS.pages} 页；请拆分后再试`)
    return await work(document)
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException')
      throw new Unreadable('PDF 有密码，不能打开；请去掉密码后再试')
    throw error
  } finally {
    await task.destroy()
  }
}

/** Where a reader opens the file is no script. */
function hasAction(actions: unknown): boolean {
  return typeof actions === 'object' && actions !== null && 'action' in actions
}

function toldBy(info: Record<string, unknown>): number {
  const named = ['Title', 'Author', 'Subject', 'Keywords'].filter((key) => typeof info[key] === 'string' && info[key] !== '')
  const programs = ['Creator', 'Producer'].filter((key) => !OUR_PRODUCERS.test(String(info[key] ?? '')))
  const custom = Object.keys((info['Custom'] as Record<string, unknown> | undefined) ?? {})
  return named.length + programs.length + custom.length
}
