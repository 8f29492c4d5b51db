import { readFileSync } from 'node:fs'
import type { Sample } from './corpus.ts'
import type { Target } from './target.ts'

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
  /** Of one of the processes in which files are opened; 0 where the system does not tell. */
  mostApartMb: number
}

/** What this process and its threads may take, whatever the files are. */
const MOST_MB = 1_500
/** A process that opens files looks after its own bound (1,400 at most) ten times a second, and may go past it in between. */
const MOST_APART_MB = 2_200

/** Damages the corpus `count` times, one file after the other, and collects what went wrong, took too long or too much memory. */
export async function fuzz<S extends Sample>(
  target: Target<S>,
  { seed, count, tell }: { seed: number; count: number; tell?: (done: number, faulty: number, apartMb: number) => void },
): Promise<Run> {
  const faults: Fault[] = []
  let [mostMilliseconds, mostMb, mostApartMb] = [0, MOST_MB, 0]
  for (let n = 0; n < count; n += 1) {
    const file = await target.file(seed + n, n)
    const begun = performance.now()
    const why = await target.check(file).catch((error: unknown) => `threw: ${(error as Error).message}`)
    const milliseconds = performance.now() - begun
    mostMilliseconds = Math.max(mostMilliseconds, milliseconds)
    const memory = process.resourceUsage().maxRSS / 1024
    const fault = (reason: string) => faults.push({ seed: seed + n, name: file.name, why: reason, bytes: file.bytes })
    if (why !== null) fault(why)
    if (milliseconds > target.milliseconds) fault(`took ${Math.round(milliseconds)} ms`)
    if (memory > mostMb) {
      fault(`took ${Math.round(memory)} MB`)
      mostMb = memory + MOST_MB / 10
    }
    const apart = memoryOfChildren()
    if (apart > MOST_APART_MB && apart > mostApartMb) fault(`took ${apart} MB in its own process`)
    mostApartMb = Math.max(mostApartMb, apart)
    if (tell && (n + 1) % 1_000 === 0) tell(n + 1, faults.length, mostApartMb)
  }
  return { faults, mostMilliseconds: Math.round(mostMilliseconds), mostApartMb }
}

/** The most that any process started by this one has taken so far. */
function memoryOfChildren(): number {
  const told = (path: string): string => {
    try {
      return readFileSync(path, 'utf8')
    } catch {
      // Ended by now, or a system without these files.
      return ''
    }
  }
  const children = told(`/proc/self/task/${process.pid}/children`).split(' ').filter(Boolean)
  const peaks = children.map((child) => Number(/^VmHWM:\s+(\d+) kB/m.exec(told(`/proc/${child}/status`))?.[1] ?? 0))
  return Math.round(Math.max(0, ...peaks) / 1024)
}
