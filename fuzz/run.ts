import { mutated } from './mutate.ts'
import { RARELY, type Target } from './targets.ts'

export interface Fault {
  seed: number
  name: string
  why: string
  bytes: Uint8Array
}

export interface Run {
  faults: Fault[]
  /** Of one file. */
  mostMilliseconds: number
}

/** What this process and its threads may take, whatever the files are. */
const MOST_MB = 1_500

/** Damages the corpus `count` times, one file after the other, and collects what went wrong, took too long or too much memory. */
export async function fuzz(
  target: Target,
  { seed, count, tell }: { seed: number; count: number; tell?: (done: number) => void },
): Promise<Run> {
  const faults: Fault[] = []
  let [mostMilliseconds, mostMb] = [0, MOST_MB]
  for (let n = 0; n < count; n += 1) {
    const among = n % RARELY === RARELY - 1 ? target.rare : target.corpus
    const sample = among[(among === target.rare ? Math.floor(n / RARELY) : n) % among.length]
    if (!sample) throw new Error('a target has files to damage')
    const bytes = mutated(sample.bytes, seed + n, among !== target.rare)
    const begun = performance.now()
    const why = await target.check({ name: sample.name, bytes })
    const milliseconds = performance.now() - begun
    mostMilliseconds = Math.max(mostMilliseconds, milliseconds)
    const memory = process.resourceUsage().maxRSS / 1024
    const fault = (reason: string) => faults.push({ seed: seed + n, name: sample.name, why: reason, bytes })
    if (why !== null) fault(why)
    if (milliseconds > target.milliseconds) fault(`took ${Math.round(milliseconds)} ms`)
    if (memory > mostMb) {
      fault(`took ${Math.round(memory)} MB`)
      mostMb = memory + MOST_MB / 10
    }
    if (tell && (n + 1) % 1_000 === 0) tell(n + 1)
  }
  return { faults, mostMilliseconds: Math.round(mostMilliseconds) }
}
