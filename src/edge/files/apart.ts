/**
 * Gives foreign files to a process of their own, one at a time. Their readers are native code, WebAssembly or code that a file can
 * make ask for any amount of memory: a thread in the middle of that can't be stopped, or takes the whole server with it. A process
 * that takes too long, or more memory than any true file needs, is killed and started again for the next file.
 */
import type { ChildProcess } from 'node:child_process'
import { type ProcessBounds, startProcess } from './start-process.ts'

interface Waiting<Task, Answer> {
  id: number
  task: Task
  milliseconds: number
  resolve(answer: Answer): void
}

/** What goes to the thread that works, and what comes back. */
export interface Given<Task> {
  id: number
  task: Task
}
export interface Answered<Answer> {
  id: number
  done: Answer
}

export interface Apart<Task, Answer> {
  /** Never rejects on account of the file. */
  run(task: Task, milliseconds: number): Promise<Answer>
  /** The process, undefined while none runs. */
  processId(): number | undefined
  close(): void
}

/** @param stopped what is answered where the work gave no answer; `why` is fit to be shown */
export function startApart<Task, Answer>(
  script: URL,
  bounds: ProcessBounds,
  stopped: (why: string) => Answer,
): Apart<Task, Answer> {
  const waiting: Waiting<Task, Answer>[] = []
  let child: ChildProcess | null = null
  let current: { job: Waiting<Task, Answer>; timer: NodeJS.Timeout } | null = null
  let lastId = 0

  const next = (): void => {
    if (current !== null) return
    const job = waiting.shift()
    if (!job) return rest()
    const at = (child ??= started())
    at.ref()
    at.channel?.ref()
    current = {
      job,
      timer: setTimeout(() => stop(`处理超过 ${Math.round(job.milliseconds / 1000)} 秒，已停止`), job.milliseconds),
    }
    at.send({ id: job.id, task: job.task } satisfies Given<Task>, (fault) => {
      if (fault !== null) at.kill('SIGKILL')
    })
  }

  /** Nothing to do: the process may stay warm, but must not keep ours from ending. */
  const rest = (): void => {
    child?.unref()
    child?.channel?.unref()
  }

  const finish = (answer: Answer): void => {
    if (current === null) return
    clearTimeout(current.timer)
    const { job } = current
    current = null
    job.resolve(answer)
    next()
  }

  const stop = (why: string): void => {
    const last = child
    child = null
    last?.kill('SIGKILL')
    finish(stopped(why))
  }

  const started = (): ChildProcess => {
    const made = startProcess(script, bounds)
    made.on('message', (message) => {
      const { id, done } = message as Answered<Answer>
      if (current?.job.id === id) finish(done)
    })
    const gone = (): void => {
      if (child === made) stop('文件过于复杂或已损坏，处理所需内存过大，已停止')
    }
    made.on('exit', gone)
    made.on('error', gone)
    return made
  }

  return {
    run: (task, milliseconds) =>
      new Promise((resolve) => {
        waiting.push({ id: ++lastId, task, milliseconds, resolve })
        next()
      }),
    processId: () => child?.pid,
    close() {
      for (const job of waiting.splice(0)) job.resolve(stopped('系统正在关闭，没有处理'))
      stop('系统正在关闭，没有处理')
    },
  }
}
