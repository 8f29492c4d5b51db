/** The thread, in a process of its own, in which one volume at a time is bound, part by part. */
import { parentPort } from 'node:worker_threads'
import type { Answered, Given } from '../files/apart.ts'
import { type BoundPart, countPages, emptyVolume, finished, putPart } from './bind.ts'

export type BindTask =
  /** Another volume. */
  | { do: 'begin' }
  | { do: 'count'; part: BoundPart }
  /** `at`: how many parts the volume holds already. */
  | { do: 'put'; at: number; part: BoundPart }
  /** What is answered is the length in bytes; they are taken piece by piece, so that they lie in few places at once. */
  | { do: 'finish'; at: number; title: string; index: BoundPart }
  | { do: 'take'; from: number; to: number }

/** How many pages or bytes, or a piece of the volume; null where the volume that is meant is not here (the process was started anew). */
export type Bound = number | Uint8Array | null

let volume = await emptyVolume()
let saved: Uint8Array | null = null

async function work(task: BindTask): Promise<Bound> {
  switch (task.do) {
    case 'begin':
      volume = await emptyVolume()
      saved = null
      return 0
    case 'count':
      return countPages(task.part)
    case 'put':
      return task.at === volume.parts ? putPart(volume, task.part) : null
    case 'finish':
      if (task.at !== volume.parts) return null
      await putPart(volume, task.index, 'front')
      saved = await finished(volume, task.title)
      volume = await emptyVolume()
      return saved.length
    case 'take':
      return saved?.slice(task.from, task.to) ?? null
  }
}

parentPort?.on('message', async ({ id, task }: Given<BindTask>) => {
  const answer: Answered<Bound> = { id, done: await work(task) }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(answer)
})
