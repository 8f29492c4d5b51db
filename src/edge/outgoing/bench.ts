/**
 * Gives foreign files to a process of their own, one at a time. Readers of PDF, pictures and Office files are native code or
 * WebAssembly: a thread in the middle of them can't be stopped and its memory isn't counted, a process can and is. One that takes
 * too long, or more memory than any true file needs, is killed and started again for the next file.
 */
import type { ChildProcess } from 'node:child_process'
import type { Done } from '../../office/files/workshop.ts'
import { startProcess } from '../files/start-process.ts'
import { BOUNDS } from './limits.ts'
import type { Answer, Task } from './task.ts'

interface Waiting {
  id: number
  task: Task
  milliseconds: number
  resolve(done: Done<unknown>): void
}

export interface Bench {
  /** Never rejects on account of the file. */
  run(task: Task, milliseconds: number): Promise<Done<unknown>>
  /** The process, undefined while none runs. */
  processId(): number | undefined
  close(): void
}

export function startBench(): Bench {
  const waiting: Waiting[] = []
  let child: ChildProcess | null = null
  let current: { job: Waiting; timer: NodeJS.Timeout } | null = null
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
    at.send({ id: job.id, task: job.task }, (fault) => {
      if (fault !== null) at.kill('SIGKILL')
    })
  }

  /** Nothing to do: the process may stay warm, but must not keep ours from ending. */
  const rest = (): void => {
    child?.unref()
    child?.channel?.unref()
  }

  const finish = (done: Done<unknown>): void => {
    if (current === null) return
    clearTimeout(current.timer)
    const { job } = current
    current = null
    job.resolve(done)
    next()
  }

  const stop = (why: string): void => {
    const stopped = child
    child = null
    stopped?.kill('SIGKILL')
    finish({ ok: false, why })
  }

  const started = (): ChildProcess => {
    const bounds = { heapMb: BOUNDS.memoryMb * 0.7, mostMb: BOUNDS.memoryMb }
    const made = startProcess(new URL('./thread.ts', import.meta.url), bounds)
    made.on('message', ({ id, done }: Answer) => {
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
      for (const job of waiting.splice(0)) job.resolve({ ok: false, why: '系统正在关闭，没有处理' })
      stop('系统正在关闭，没有处理')
    },
  }
}
