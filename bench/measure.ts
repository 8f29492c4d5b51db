/** Collects measures as `npm run bench -- --json FILE` writes them. */
export type Measures = Record<string, { value: number; unit: string; n: number }>

const LEAST_MS = 1_500

/** Repeats `work` (which answers how many units it did) for a while after one warm-up, and notes units per second. */
export async function perSecond(measures: Measures, name: string, work: () => Promise<number>): Promise<void> {
  await work()
  const begin = performance.now()
  let n = 0
  while (performance.now() - begin < LEAST_MS) n += await work()
  note(measures, name, n / ((performance.now() - begin) / 1000), '1/s', n)
}

export function note(measures: Measures, name: string, value: number, unit: string, n: number): void {
  measures[name] = { value: Number(value.toPrecision(4)), unit, n }
  console.error(`${name.padEnd(44)} ${String(measures[name].value).padStart(10)} ${unit}  (n=${n})`)
}

/** The value below which such a share of them lies. */
export function middle(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
