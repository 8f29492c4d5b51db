/** The thread in which somebody's table is opened: the cells of its first sheet that has any, as they are seen. */
import { parentPort } from 'node:worker_threads'
import { type Grid, ownCells } from '../../record/reports/grid.ts'
import type { Answered, Given } from './apart.ts'
import { decodeText } from './decode.ts'
import { kindOf } from './kind.ts'
import type { FileAnswer } from './one-file-reader.ts'
import { LIMITS, Unreadable } from './outcome.ts'
import type { NamedBytes } from './reader.ts'
import { readCsv, readSheets } from './spreadsheet.ts'
import { laidOpen } from './zip.ts'

type SheetAnswer = FileAnswer<string[][]>

/** Far more than a table of a county's schools has. */
const MOST_ROWS = 3000
const MOST_COLUMNS = 60

async function gridsOf({ bytes, name }: NamedBytes): Promise<Grid[]> {
  const kind = await kindOf(bytes, name)
  if (kind === 'xlsx') return (await readSheets(laidOpen(bytes))).map(({ grid }) => grid)
  if (kind !== 'csv') throw new Unreadable('不是电子表格；请提供 .xlsx 或 .csv 文件')
  return (await readCsv(decodeText(bytes))).blocks.flatMap((block) => (block.kind === 'grid' ? [block.grid] : []))
}

async function answerTo(file: NamedBytes): Promise<SheetAnswer> {
  try {
    if (file.bytes.length > LIMITS.bytes) throw new Unreadable(`文件超过 ${LIMITS.bytes / 1024 / 1024} MB`)
    const grid = (await gridsOf(file)).find(({ cells }) => cells.some(({ text }) => text.trim() !== ''))
    if (!grid) throw new Unreadable('表里没有内容')
    if (grid.rows > MOST_ROWS || grid.cols > MOST_COLUMNS) throw new Unreadable('表格过大')
    return { ok: true, read: rowsOf(grid) }
  } catch (error) {
    // None of the words of a library may carry the file's content outside.
    return { ok: false, why: error instanceof Unreadable ? error.why : '文件已损坏或不是电子表格，不能读取' }
  }
}

function rowsOf(grid: Grid): string[][] {
  return ownCells(grid).map((cells) => {
    const row = Array.from({ length: grid.cols }, () => '')
    for (const { col, text } of cells) row[col] = text
    return row
  })
}

parentPort?.on('message', async ({ id, task }: Given<NamedBytes>) => {
  const answer: Answered<SheetAnswer> = { id, done: await answerTo(task) }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(answer)
})
