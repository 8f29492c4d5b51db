/** 您要找的是不是: words of published titles and keywords that sound like what was typed, or differ in one letter. */
import { searchFold } from '../../record/publication/search-text.ts'
import { frequentKeywords } from '../../store/publication.sql.ts'
import type { OfficeContext } from '../context.ts'
import { cutting } from './cutting.ts'

const MOST_KEYWORDS = 1000
/** Among the keywords of so many of the last documents. */
const LAST_DOCUMENTS = 2000
const MOST_SHOWN = 3

export async function meant(ctx: OfficeContext, agencyId: string | null, typed: string): Promise<string[]> {
  const { pinyin } = await cutting()
  const word = searchFold(typed).replace(/\s+/g, '')
  if ([...word].length < 2) return []
  const sound = (text: string) => (/\p{Script=Han}/u.test(text) ? pinyin(text) : text)
  const near = (other: string) => sound(other) === sound(word) || differInOne([...word], [...other])
  const known = await frequentKeywords(ctx.db, ctx.today(), agencyId, { among: LAST_DOCUMENTS, limit: MOST_KEYWORDS })
  return known.filter((one) => near(searchFold(one))).slice(0, MOST_SHOWN)
}

/** One letter other, missing or too many; of two letters nothing would be left to go by. */
function differInOne(one: readonly string[], other: readonly string[]): boolean {
  if (Math.min(one.length, other.length) < 3 || Math.abs(one.length - other.length) > 1) return false
  const start = one.findIndex((letter, at) => letter !== other[at])
  if (start < 0) return true
  const [restOne, restOther] = [one.slice(start), other.slice(start)]
  const same = (a: readonly string[], b: readonly string[]) => a.join('') === b.join('')
  return same(restOne.slice(1), restOther.slice(1)) || same(restOne.slice(1), restOther) || same(restOne, restOther.slice(1))
}
