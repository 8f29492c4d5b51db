/** The thread in which foreign files are opened. */
import { parentPort } from 'node:worker_threads'
import type { Answered, Given } from './apart.ts'
import type { ReadOutcome } from './outcome.ts'
import { readBytes } from './read-bytes.ts'
import type { NamedBytes } from './reader.ts'

parentPort?.on('message', async ({ id, task }: Given<NamedBytes>) => {
  const answer: Answered<ReadOutcome> = { id, done: await readBytes(task.bytes, task.name) }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(answer)
})
