/** Work that never has enough memory, or never ends. */
import { parentPort } from 'node:worker_threads'
import type { Answered, Given } from './apart.ts'

parentPort?.on('message', ({ id, task: want }: Given<'memory' | 'time' | 'nothing'>) => {
  const kept: unknown[] = []
  const endless = want === 'nothing' ? 0 : Number.POSITIVE_INFINITY
  for (let round = 0; round < endless; round++)
    if (want === 'memory') kept.push(Array.from({ length: 1_000_000 }, (_, at) => ({ at })))
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage({ id, done: 'done' } satisfies Answered<string>)
})
