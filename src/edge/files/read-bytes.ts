/** One foreign file to text and tables. Runs inside the worker: whatever goes wrong here can be stopped from outside. */
import { decodeText } from './decode.ts'
import { kindOf } from './kind.ts'
import type { ReadOutcome } from './outcome.ts'
import { LIMITS, Unreadable } from './outcome.ts'
import { laidOpen } from './zip.ts'

/** Readers are loaded when first needed: most runs see one kind of file. */
export async function readBytes(bytes: Uint8Array, name: string): Promise<ReadOutcome> {
  try {
    if (bytes.length === 0) throw new Unreadable('文件是空的')
    if (bytes.length > LIMITS.bytes) throw new Unreadable(`文件超过 ${LIMITS.bytes / 1024 / 1024} MB`)
    const kind = await kindOf(bytes, name)
    switch (kind) {
      case 'pdf':
        return { ok: true, document: await (await import('./pdf.ts')).readPdf(bytes) }
      case 'docx':
        return { ok: true, document: await (await import('./word.ts')).readDocx(laidOpen(bytes)) }
      case 'xlsx':
        return { ok: true, document: await (await import('./spreadsheet.ts')).readXlsx(laidOpen(bytes)) }
      case 'csv':
        return { ok: true, document: await (await import('./spreadsheet.ts')).readCsv(decodeText(bytes)) }
      case 'html':
        return { ok: true, document: (await import('./html.ts')).readHtml(decodeText(bytes)) }
      case 'text':
        return { ok: true, document: (await import('./text.ts')).readPlainText(decodeText(bytes)) }
      default:
        return { ok: false, why: `.${kind} 文件需先转换` }
    }
  } catch (error) {
    // A damaged file makes the libraries throw all sorts of things; none of their words may carry the file's content outside.
    return { ok: false, why: error instanceof Unreadable ? error.why : '文件已损坏或不是它声称的格式，不能读取' }
  }
}
