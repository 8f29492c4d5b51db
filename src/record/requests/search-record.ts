/** 检索是否充分 (Art 36(4)): what stands against answering “不存在” on these searches. */
import type { Readings } from '../../law/readings.ts'
import type { Refusal } from '../../law/refusal.ts'
import { SEARCH_BY, SEARCH_PLACE_WORDS, SEARCH_PLACES } from '../../law/requests/search.ts'
import type { ActOf } from './acts.ts'

const RECORD = '在案件页“登记检索”，每检索一处登记一次。'

function lacks(say: string, then: string): Refusal {
  return { code: 'outcome-needs', field: 'search', say, then, cite: SEARCH_BY }
}

export function searchFaults(
  searches: readonly ActOf<'searched'>[],
  { searchPlaces }: Pick<Readings, 'searchPlaces'>,
): Refusal[] {
  if (searches.length === 0) return [lacks('没有登记过检索，不能答复“信息不存在”。', RECORD)]
  const found = searches.find((one) => one.found)
  if (found)
    return [
      {
        code: 'outcome-inconsistent',
        field: 'search',
        say: `检索记录写明在“${found.place}”检索到了相关信息，不能答复“信息不存在”。`,
        then: '核对检索到的是不是所申请的信息；不是的，用“更正登记”改正检索结果。',
        cite: SEARCH_BY,
      },
    ]
  const places = new Set(searches.map((one) => one.where))
  if (places.size >= searchPlaces) return []
  const others = SEARCH_PLACES.filter((place) => !places.has(place)).map((place) => SEARCH_PLACE_WORDS[place])
  return [
    lacks(
      `只检索了 ${places.size} 类地方，至少要检索 ${searchPlaces} 类，才称得上充分、合理的检索。`,
      `再检索${others.join('、')}中的一处，并“登记检索”。`,
    ),
  ]
}
