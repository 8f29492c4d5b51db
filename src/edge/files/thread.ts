/** A thread for work on foreign files: stopped when it takes too long or too much memory, and started anew for the next. */
import { Worker } from 'node:worker_threads'

export interface Thread<Task, Answer> {
  /** Never throws on account of the task. The next may come when this one is answered. */
  run(task: Task): Promise<Answer>
  close(): Promise<void>
}

/** Lets pieces of work through one after the other. */
export function inTurn(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const next = last.then(work)
    last = next
    return next
  }
}

export interface Bounds<Answer> {
  milliseconds: number
  memoryMb: number
  /** What is answered where the thread gave no answer; `why` is fit to be shown. */
  stopped: (why: string) => Answer
}

export function startThread<Task, Answer>(
  script: URL,
  { milliseconds, memoryMb, stopped }: Bounds<Answer>,
): Thread<Task, Answer> {
  let worker: Worker | null = null
  let waiting: ((answer: Answer) => void) | null = null

  const answer = (given: Answer): void => {
    waiting?.(given)
    waiting = null
  }

  const stop = async (why: string): Promise<void> => {
    const last = worker
    worker = null
    answer(stopped(why))
    await last?.terminate()
  }

  const start = (): Worker => {
    const started = new Worker(script, {
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
      stdout: true,
      stderr: true,
      env: {},
    })
    started.on('message', answer)
    started.on('error', () => void stop('读取所需内存过大或文件已损坏，已停止'))
    started.on('exit', () => {
      if (started === worker) void stop('读取中断，文件可能已损坏')
    })
    return started
  }

  return {
    run: (task) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => void stop(`读取超过 ${Math.round(milliseconds / 1000)} 秒，已停止`), milliseconds)
        waiting = (given) => {
          clearTimeout(timer)
          resolve(given)
        }
        worker ??= start()
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
        worker.postMessage(task)
      }),
    async close() {
      const last = worker
      worker = null
      await last?.terminate()
    },
  }
}
