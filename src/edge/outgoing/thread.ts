/** The thread that works: one task in, one answer out. */
import { parentPort } from 'node:worker_threads'
import { answerTo } from './answer.ts'
import type { Answer, Task } from './task.ts'

parentPort?.on('message', ({ id, task }: { id: number; task: Task }) => {
  void answerTo(task).then((done) => {
    const answer: Answer = { id, done }
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    parentPort?.postMessage(answer)
  })
})
