/** What people wrote, cut where the script changes: Tibetan is set, spaced and read out as Tibetan, everything else as Chinese. */
export interface WrittenRun {
  text: string
  tibetan: boolean
}

/** A run of Tibetan with the blanks and digits inside it. */
const TIBETAN = /[\u0F00-\u0FFF](?:[\u0F00-\u0FFF\s\d]*[\u0F00-\u0FFF])?/g

/** Joined again, the runs are the text, letter by letter. */
export function writtenRuns(text: string): WrittenRun[] {
  const runs: WrittenRun[] = []
  let from = 0
  for (const { 0: run, index } of text.matchAll(TIBETAN)) {
    runs.push({ text: text.slice(from, index), tibetan: false }, { text: run, tibetan: true })
    from = index + run.length
  }
  return [...runs, { text: text.slice(from), tibetan: false }].filter((run) => run.text !== '')
}
