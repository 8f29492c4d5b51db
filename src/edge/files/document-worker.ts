/** The thread in which a paper that is to be published is opened. */
import { parentPort } from 'node:worker_threads'
import type { Answered, Given } from './apart.ts'
import { type BroughtDocument, broughtDocument } from './document-pieces.ts'
import type { FileAnswer } from './one-file-reader.ts'
import { Unreadable } from './outcome.ts'
import type { NamedBytes } from './reader.ts'

async function answerTo({ bytes, name }: NamedBytes): Promise<FileAnswer<BroughtDocument>> {
  try {
    return { ok: true, read: await broughtDocument(bytes, name) }
  } catch (error) {
    // None of the words of a library may carry the file's content outside.
    return { ok: false, why: error instanceof Unreadable ? error.why : '文件已损坏或不是它声称的格式，不能读取' }
  }
}

parentPort?.on('message', async ({ id, task }: Given<NamedBytes>) => {
  const answer: Answered<FileAnswer<BroughtDocument>> = { id, done: await answerTo(task) }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(answer)
})
