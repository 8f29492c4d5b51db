import { mutated } from './mutate.ts'
import type { Target } from './targets.ts'

export interface Fault {
  seed: number
  name: string
  why: string
  bytes: Uint8Array
}

/** Damages the corpus `count` times, one file after the other, and collects what went wrong. */
export async function fuzz(
  target: Target,
  { seed, count, tell }: { seed: number; count: number; tell?: (done: number) => void },
): Promise<Fault[]> {
  const faults: Fault[] = []
  for (let n = 0; n < count; n += 1) {
    const sample = target.corpus[n % target.corpus.length]
    if (!sample) throw new Error('a target has files to damage')
    const bytes = mutated(sample.bytes, seed + n)
    const why = await target.check({ name: sample.name, bytes })
    if (why !== null) faults.push({ seed: seed + n, name: sample.name, why, bytes })
    if (tell && (n + 1) % 1_000 === 0) tell(n + 1)
  }
  return faults
}
