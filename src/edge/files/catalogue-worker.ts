/** The thread in which somebody's catalogue is opened and understood. */
import { parentPort } from 'node:worker_threads'
import { type ReadCatalogue, readCatalogueSheets } from '../../record/publication/catalogue-sheet.ts'
import type { Answered, Given } from './apart.ts'
import { kindOf } from './kind.ts'
import type { FileAnswer } from './one-file-reader.ts'
import { LIMITS, Unreadable } from './outcome.ts'
import type { NamedBytes } from './reader.ts'
import { readSheets } from './spreadsheet.ts'
import { laidOpen } from './zip.ts'

type CatalogueAnswer = FileAnswer<ReadCatalogue>

/** Places of a sheet, filled or not: far more than a catalogue of thousands of rows has. */
const MOST_PLACES = 2_000_000

async function answerTo({ bytes, name }: NamedBytes): Promise<CatalogueAnswer> {
  try {
    if (bytes.length > LIMITS.bytes) throw new Unreadable(`文件超过 ${LIMITS.bytes / 1024 / 1024} MB`)
    if ((await kindOf(bytes, name)) !== 'xlsx') throw new Unreadable('不是电子表格；请提供 .xlsx 文件')
    const sheets = await readSheets(laidOpen(bytes))
    if (sheets.some(({ grid }) => grid.rows * grid.cols > MOST_PLACES)) throw new Unreadable('表格过大')
    return { ok: true, read: readCatalogueSheets(sheets) }
  } catch (error) {
    // None of the words of a library may carry the file's content outside.
    return { ok: false, why: error instanceof Unreadable ? error.why : '文件已损坏或不是电子表格，不能读取' }
  }
}

parentPort?.on('message', async ({ id, task }: Given<NamedBytes>) => {
  const answer: Answered<CatalogueAnswer> = { id, done: await answerTo(task) }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(answer)
})
