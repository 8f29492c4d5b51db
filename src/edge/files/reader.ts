/** Opens foreign files in a thread that is stopped when it takes too long or too much memory. */
import { Worker } from 'node:worker_threads'
import { officeFormat, withOffice } from './office.ts'
import type { ReadOutcome } from './outcome.ts'
import { LIMITS } from './outcome.ts'

export interface FileReader {
  /** Never throws on account of the file. `name` only tells kinds of text apart; nothing is read from disk. */
  read(bytes: Uint8Array, name: string): Promise<ReadOutcome>
  close(): Promise<void>
}

/** One thread, reused from file to file and replaced when it had to be stopped; files are read one after the other. */
export function fileReader(milliseconds: number = LIMITS.milliseconds): FileReader {
  let worker: Worker | null = null
  let waiting: ((outcome: ReadOutcome) => void) | null = null
  let queue: Promise<unknown> = Promise.resolve()

  const answer = (outcome: ReadOutcome): void => {
    waiting?.(outcome)
    waiting = null
  }

  const stop = async (why: string): Promise<void> => {
    const stopped = worker
    worker = null
    answer({ ok: false, why })
    await stopped?.terminate()
  }

  const start = (): Worker => {
    const started = new Worker(new URL('./worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: LIMITS.memoryMb },
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

  const inThread = (bytes: Uint8Array, name: string): Promise<ReadOutcome> =>
    new Promise((resolve) => {
      const timer = setTimeout(() => void stop(`读取超过 ${Math.round(milliseconds / 1000)} 秒，已停止`), milliseconds)
      waiting = (outcome) => {
        clearTimeout(timer)
        resolve(outcome)
      }
      worker ??= start()
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      worker.postMessage({ bytes, name })
    })

  const readOne = async (bytes: Uint8Array, name: string): Promise<ReadOutcome> => {
    const format = bytes.length <= LIMITS.bytes ? officeFormat(bytes) : null
    if (format === null) return inThread(bytes, name)
    const converted = await withOffice(bytes, format, milliseconds)
    return converted.ok ? inThread(converted.bytes, `${name}.${converted.extension}`) : converted
  }

  return {
    read(bytes, name) {
      const next = queue.then(() => readOne(bytes, name))
      queue = next
      return next
    },
    async close() {
      await queue
      const last = worker
      worker = null
      await last?.terminate()
    },
  }
}
