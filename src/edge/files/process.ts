/**
 * A process in which foreign files are opened: a thread of it works, and it watches how much memory that takes. A thread of the
 * server itself would not do: one that asks for too much at once takes the whole process with it.
 *
 * `process.ts SCRIPT HEAP_MB MOST_MB`: the module of the thread, the bound of its heap, the bound of all memory.
 */
import { Worker } from 'node:worker_threads'

const WATCH_MS = 100

const [script = '', heapMb = '', mostMb = ''] = process.argv.slice(2)
const worker = new Worker(new URL(script), { env: {}, resourceLimits: { maxOldGenerationSizeMb: Number(heapMb) } })
worker.on('message', (answer) => process.send?.(answer))
worker.on('error', () => process.exit(1))
worker.on('exit', () => process.exit(1))
process.on('message', (message) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  worker.postMessage(message)
})
process.on('disconnect', () => process.exit(0))
setInterval(() => {
  if (process.memoryUsage.rss() > Number(mostMb) * 1024 * 1024) process.exit(1)
}, WATCH_MS)
