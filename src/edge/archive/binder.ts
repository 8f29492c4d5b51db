/**
 * Binds volumes in a process that can be stopped: what citizens and other offices sent in may be made to ask for any amount of time
 * or memory. A part that stops the process is only listed, like one that can't be shown as pages; the volume is bound without it.
 */
import { startApart } from '../files/apart.ts'
import { PaperFailure } from '../paper/index.ts'
import type { BoundPart } from './bind.ts'
import type { BindTask, Bound } from './bind-thread.ts'

/** `foreign`: it was not set here. */
export interface LaidPart extends BoundPart {
  foreign: boolean
}

export interface BinderBounds {
  heapMb: number
  mostMb: number
  /** For one foreign part, and for all those of a volume, in milliseconds. */
  partMs: number
  foreignMs: number
  /** For a part that was set here, and for what is done once all parts are there. */
  ownMs: number
}

const BOUNDS: BinderBounds = { heapMb: 1000, mostMb: 1400, partMs: 30_000, foreignMs: 120_000, ownMs: 180_000 }

const PIECE_BYTES = 16 * 1024 * 1024

/** After so many foreign parts that stopped the process no other one is tried: each time the volume is begun anew. */
const MOST_STOPS = 3

export interface Binder {
  /** @param setIndex the index, from the page on which the parts begin and the pages that each takes (0: it is only listed) */
  bind(
    title: string,
    parts: readonly LaidPart[],
    setIndex: (first: number, counts: readonly number[]) => Promise<BoundPart>,
  ): Promise<Uint8Array>
  close(): void
}

export function startBinder(bounds: BinderBounds = BOUNDS): Binder {
  const apart = startApart<BindTask, Bound>(new URL('./bind-thread.ts', import.meta.url), bounds, () => null)
  const begin = () => apart.run({ do: 'begin' }, bounds.ownMs)
  // While the papers are still being set.
  void begin()

  /** The pages of each part once all are put together, or the number of the one at which the process was stopped. */
  const lay = async (parts: readonly LaidPart[], listed: ReadonlySet<number>, time: { left: number }) => {
    await begin()
    const counts: number[] = []
    let at = 0
    for (const [index, { foreign, ...part }] of parts.entries()) {
      if (listed.has(index) || (foreign && time.left <= 0)) {
        counts.push(0)
        continue
      }
      const since = performance.now()
      const ms = foreign ? Math.min(bounds.partMs, time.left) : bounds.ownMs
      const pages = await apart.run({ do: 'put', at, part }, ms)
      if (foreign) time.left -= performance.now() - since
      if (typeof pages !== 'number') return { stoppedAt: index }
      counts.push(pages)
      at += 1
    }
    return { counts, at }
  }

  /** The bytes of the volume; null where the process was stopped. */
  const finish = async (task: Extract<BindTask, { do: 'finish' }>): Promise<Uint8Array | null> => {
    const length = await apart.run(task, bounds.ownMs)
    if (typeof length !== 'number') return null
    const bytes = new Uint8Array(length)
    for (let from = 0; from < length; from += PIECE_BYTES) {
      const piece = await apart.run({ do: 'take', from, to: from + PIECE_BYTES }, bounds.ownMs)
      if (!(piece instanceof Uint8Array)) return null
      bytes.set(piece, from)
    }
    return bytes
  }

  return {
    async bind(title, parts, setIndex) {
      const listed = new Set<number>()
      const time = { left: bounds.foreignMs }
      const without = (left: (index: number) => boolean) => {
        const before = listed.size
        for (const [index, { foreign }] of parts.entries()) if (foreign && left(index)) listed.add(index)
        if (listed.size === before) throw new PaperFailure('too-long', '合订没有完成，已中止。请稍后重试。')
      }
      for (let stops = 1; ; stops += 1) {
        const laid = await lay(parts, listed, time)
        if (laid.counts) {
          // The index is set once to learn its own length, and again with the pages that follow from it.
          const once = await apart.run({ do: 'count', part: await setIndex(1, laid.counts) }, bounds.ownMs)
          const index = await setIndex((typeof once === 'number' ? once : 1) + 1, laid.counts)
          const bytes = await finish({ do: 'finish', at: laid.at, title, index })
          if (bytes) return bytes
          // Each was bound by itself; together they are too much.
          without(() => true)
          continue
        }
        // A part that was set here is not what stopped it: it is the last foreign one before.
        const last = parts.findLastIndex(({ foreign }, index) => foreign && index <= laid.stoppedAt && !listed.has(index))
        without((index) => index === last || (stops >= MOST_STOPS && index > last) || stops > MOST_STOPS)
      }
    },
    close: () => apart.close(),
  }
}
