import { Worker } from 'node:worker_threads'
import type { JoinTask } from './join-thread.ts'

export interface Joiner {
  /** Puts a paper at the end. */
  add(bytes: Uint8Array): void
}

/** Papers joined into one PDF, in a thread that ends with the work, whatever happens. */
export async function joined(fill: (joiner: Joiner) => Promise<void>): Promise<Uint8Array> {
  const thread = new Worker(new URL('./join-thread.ts', import.meta.url))
  const saved = new Promise<Uint8Array>((resolve, reject) => {
    thread.once('message', resolve)
    thread.once('error', reject)
  })
  // Whoever fills may fail first; then nobody waits for the file.
  saved.catch(() => {})
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  const send = (task: JoinTask) => thread.postMessage(task)
  try {
    await fill({ add: (bytes) => send({ do: 'add', bytes }) })
    send({ do: 'save' })
    return await saved
  } finally {
    await thread.terminate()
  }
}
