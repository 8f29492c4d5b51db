/** Work on foreign files apart from the server: stopped when it takes too long or too much memory, and started anew for the next. */
import type { ChildProcess } from 'node:child_process'
import { startProcess } from './start-process.ts'

export interface Apart<Task, Answer> {
  /** Never throws on account of the task. The next may come when this one is answered. */
  run(task: Task): Promise<Answer>
  close(): void
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
  /** Of the heap; as much again may lie outside it. */
  memoryMb: number
  /** What is answered where the work gave no answer; `why` is fit to be shown. */
  stopped: (why: string) => Answer
}

export function startApart<Task extends object, Answer>(
  script: URL,
  { milliseconds, memoryMb, stopped }: Bounds<Answer>,
): Apart<Task, Answer> {
  let child: ChildProcess | null = null
  let waiting: ((answer: Answer) => void) | null = null

  const answer = (given: Answer): void => {
    waiting?.(given)
    waiting = null
    // It may stay warm, but must not keep ours from ending.
    child?.unref()
    child?.channel?.unref()
  }

  const stop = (why: string): void => {
    const last = child
    child = null
    last?.kill('SIGKILL')
    answer(stopped(why))
  }

  const start = (): ChildProcess => {
    const started = startProcess(script, { heapMb: memoryMb, mostMb: memoryMb * 2 })
    const gone = (): void => {
      if (started === child) stop('读取所需内存过大或文件已损坏，已停止')
    }
    started.on('message', (given) => {
      if (started === child) answer(given as Answer)
    })
    started.on('exit', gone)
    started.on('error', gone)
    return started
  }

  return {
    run: (task) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => stop(`读取超过 ${Math.round(milliseconds / 1000)} 秒，已停止`), milliseconds)
        waiting = (given) => {
          clearTimeout(timer)
          resolve(given)
        }
        const at = (child ??= start())
        at.ref()
        at.channel?.ref()
        at.send(task, (fault) => {
          if (fault !== null && at === child) stop('读取中断，文件可能已损坏')
        })
      }),
    close: () => stop('系统正在关闭，没有读取'),
  }
}
