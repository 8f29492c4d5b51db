/** The process in which foreign files are opened: its thread works, and it watches how much memory that takes. */
import { Worker } from 'node:worker_threads'
import { BOUNDS } from './limits.ts'

const WATCH_MS = 100

const worker = new Worker(new URL('./thread.ts', import.meta.url), {
  env: {},
  // Short of the bound on all memory, so that what is no longer needed is cleared away in time.
  resourceLimits: { maxOldGenerationSizeMb: BOUNDS.memoryMb * 0.7 },
})
worker.on('message', (answer) => process.send?.(answer))
worker.on('error', () => process.exit(1))
worker.on('exit', () => process.exit(1))
process.on('message', (message) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  worker.postMessage(message)
})
process.on('disconnect', () => process.exit(0))
setInterval(() => {
  if (process.memoryUsage.rss() > BOUNDS.memoryMb * 1024 * 1024) process.exit(1)
}, WATCH_MS)
