/**
 * How much each word tells of what is meant: one that half of all hold tells little, one that few hold tells which; one that nothing
 * holds tells as little as the commonest.
 */
import { MOST_WEIGHED, probesForSome, type WordProbes } from '../../record/publication/search-words.ts'
import { timesFound } from '../../store/document-search.sql.ts'
import type { OfficeContext } from '../context.ts'

export interface TellingWord extends WordProbes {
  /** Of the word's length (a year is as long as a word of two letters), the more the rarer it is in what is published. */
  weight: number
}

/** `narrowing`: in the language of tsquery; empty for everything. */
export async function tellingWords(ctx: OfficeContext, words: readonly string[], narrowing: string): Promise<TellingWord[]> {
  const some = probesForSome(words)
  if (some.length === 0) return []
  const probes = some.map(({ text }) => ({ ...text, limit: MOST_WEIGHED }))
  const times = await timesFound(ctx.db, ctx.today(), probes, { narrowing, numbers: [] })
  const most = Math.max(1, ...times)
  return some.map((one, at) => ({
    ...one,
    weight: Math.log(2 + most / (times[at] || most)) * lengthOf(one.word),
  }))
}

function lengthOf(word: string): number {
  return /^\d+$/.test(word) ? 2 : [...word].length
}
