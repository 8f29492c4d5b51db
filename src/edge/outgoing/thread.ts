/** The thread that works: one task in, one answer out. */
import { parentPort } from 'node:worker_threads'
import { answerTo } from './answer.ts'
import type { Answer, Task } from './task.ts'

parentPort?.on('message', async ({ id, task }: { id: number; task: Task }) => {
  const answer: Answer = { id, done: await answerTo(task) }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(answer)
})
