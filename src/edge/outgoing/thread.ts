/** The thread that works: one task in, one answer out. */
import { parentPort } from 'node:worker_threads'
import type { Done } from '../../office/files/workshop.ts'
import type { Answered, Given } from '../files/apart.ts'
import { answerTo } from './answer.ts'
import type { Task } from './task.ts'

parentPort?.on('message', async ({ id, task }: Given<Task>) => {
  const answer: Answered<Done<unknown>> = { id, done: await answerTo(task) }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(answer)
})
