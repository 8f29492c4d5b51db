/**
 * Finds known labels, in their known order, in text where they may be broken over lines, mixed with the headings of merged
 * cells, or misspelt: a longest-common-subsequence alignment that rewards unbroken runs.
 */

export interface Placed {
  /** Index of the first and last character that belong to the label; -1 when it was not found. */
  first: number
  last: number
  /** Share of the label's characters that were found, 0…1. */
  share: number
}

const MATCH = 1
const RUN = 3
/** Characters of one label further apart than this don't support each other. */
const NEAR = 8

/** Places each label in `text`. Work grows with the product of both lengths: callers bound the text. */
export function align(text: string, labels: readonly string[]): Placed[] {
  const expected = labels.join('')
  const [n, m] = [text.length, expected.length]
  const width = m + 1
  const best = new Int32Array((n + 1) * width)
  const run = new Int32Array((n + 1) * width)
  for (let i = 1; i <= n; i++) {
    for (let j = 1; j <= m; j++) {
      const here = i * width + j
      const diagonal = here - width - 1
      if (text[i - 1] === expected[j - 1]) {
        const alone = (best[diagonal] ?? 0) + MATCH
        const together = (run[diagonal] ?? 0) > 0 ? (run[diagonal] ?? 0) + RUN : 0
        run[here] = Math.max(alone, together)
      }
      best[here] = Math.max(best[here - 1] ?? 0, best[here - width] ?? 0, run[here] ?? 0)
    }
  }
  const matched = new Int32Array(m).fill(-1)
  let [i, j, inRun] = [n, m, false]
  while (i > 0 && j > 0) {
    const here = i * width + j
    const score = run[here] ?? 0
    if (inRun || (score > 0 && score === best[here])) {
      matched[j - 1] = i - 1
      const before = run[here - width - 1] ?? 0
      inRun = before > 0 && score === before + RUN
      i--
      j--
    } else if ((best[here - width] ?? 0) === best[here]) i--
    else j--
  }
  let offset = 0
  return labels.map((label) => {
    const places = Array.from(matched.subarray(offset, offset + label.length)).filter((at) => at >= 0)
    offset += label.length
    return supported(places, label.length)
  })
}

/** Drops lone characters that happened to match far from the rest of their label. */
function supported(places: number[], length: number): Placed {
  const kept = places.filter((at, index) => {
    const [before, after] = [places[index - 1], places[index + 1]]
    return (before !== undefined && at - before <= NEAR) || (after !== undefined && after - at <= NEAR)
  })
  return { first: kept[0] ?? -1, last: kept.at(-1) ?? -1, share: kept.length / length }
}
