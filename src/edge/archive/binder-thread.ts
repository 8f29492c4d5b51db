/** The thread in which a volume is bound: a case of forty papers must not hold up anybody's request. */
import { parentPort } from 'node:worker_threads'
import { bindVolume, type BoundPart, countPages, packFiles } from './bind.ts'

export type BinderTask =
  | { do: 'count'; parts: BoundPart[] }
  | { do: 'bind'; title: string; parts: BoundPart[] }
  | { do: 'pack'; files: { path: string; bytes: Uint8Array }[] }

async function work(task: BinderTask): Promise<number[] | Uint8Array> {
  if (task.do === 'count') return countPages(task.parts)
  return task.do === 'bind' ? bindVolume(task.title, task.parts) : packFiles(task.files)
}

async function answer(task: BinderTask): Promise<void> {
  const done = await work(task)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(done)
}

parentPort?.on('message', (task: BinderTask) => void answer(task))
