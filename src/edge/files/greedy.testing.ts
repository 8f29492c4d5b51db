/** Work that never has enough memory, or never ends. */
import { parentPort } from 'node:worker_threads'

parentPort?.on('message', ({ want }: { want: 'memory' | 'time' | 'nothing' }) => {
  const kept: unknown[] = []
  // Whole megabytes at once: the heap has no time to be cleared between two of them.
  while (want !== 'nothing') if (want === 'memory') kept.push(Array.from({ length: 1_000_000 }, (_, at) => ({ at })))
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage('done')
})
