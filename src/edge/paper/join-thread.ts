/** The thread in which papers are joined into one file for the printer: a thousand letters must not hold up anybody's request. */
import { parentPort } from 'node:worker_threads'
import { PDFDocument } from '@cantoo/pdf-lib'

export type JoinTask = { do: 'add'; bytes: Uint8Array } | { do: 'save' }

const batch = await PDFDocument.create()
/** One after the other, in the order in which they came. */
let before: Promise<unknown> = Promise.resolve()

async function work(task: JoinTask): Promise<void> {
  if (task.do === 'add') {
    const part = await PDFDocument.load(task.bytes)
    for (const page of await batch.copyPages(part, part.getPageIndices())) batch.addPage(page)
    return
  }
  const bytes = await batch.save()
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(bytes)
}

parentPort?.on('message', (task: JoinTask) => {
  // A paper that can't be joined ends the thread with its error: whoever waits for the file learns of it.
  before = before.then(() => work(task))
})
