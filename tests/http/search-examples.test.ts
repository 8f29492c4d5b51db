/** 常用检索词：只数最近公开的信息，信息再多也只读这些；别的单位的、还没有公开的不算。 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { searchExamples } from '../../src/office/publication/index.ts'
import { type County, county } from './county.ts'

let place: County
beforeAll(async () => {
  place = await county('2026-03-02')
})
afterAll(() => place.close())

let serial = 0
async function publish(many: number, publishedOn: string, word: string, agency = place.ids.bureau): Promise<void> {
  serial += 1
  await place.asOwner(
    `insert into document (agency_id, id, column_key, title, index_number, summary, keywords, body, formed_on, published_on, approved_by)
     select $1, gen_random_uuid(), 'plans', $2, $5 || n, '', jsonb_build_array($2::text), '', $3, $3, $4 from generate_series(1, $6::int) n`,
    [agency, word, publishedOn, place.actor('clerk').id, `${serial}-`, many],
  )
}

test('最近五百件里的词在前；更早的再多也不在内', async () => {
  await publish(1200, '2020-05-06', '旧词')
  await publish(300, '2026-02-10', '招生')
  await publish(200, '2026-02-11', '资助')
  await publish(900, '2026-03-09', '明天的词')
  await publish(900, '2026-02-12', '民政', place.ids.otherBureau)
  expect(await searchExamples(place.office, place.ids.bureau)).toEqual(['招生', '资助'])
  expect(await searchExamples(place.office, place.ids.otherBureau)).toEqual(['民政'])
  // Of all: the last five hundred are of the other bureau.
  expect(await searchExamples(place.office, null)).toEqual(['民政'])
})
