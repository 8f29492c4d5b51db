/** 检索: how people write what they look for, what narrows it, and that nothing is found which is not public. */
import { load } from 'cheerio'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localDate } from '../../src/law/date.ts'
import { type DocumentDraft, indexMissing, publishDocument } from '../../src/office/publication/index.ts'
import { type County, county } from './county.ts'

let place: County
let app: FastifyInstance
const ids: Record<string, string> = {}

const DOCUMENTS: Record<string, Partial<DocumentDraft> & Pick<DocumentDraft, 'title'>> = {
  plan2026: {
    title: '2026年义务教育阶段学校招生工作实施方案',
    number: '云教〔2026〕12号',
    keywords: ['招生'],
    column: 'education-admission',
    body: '<p>符合条件的适龄儿童按学区登记入学，须携带户口簿、预防接种证和住房证明。依照国办发〔2019〕61号办理。</p>',
    normative: true,
  },
  plan2024: {
    title: '2024年义务教育阶段学校招生工作实施方案',
    keywords: ['招生'],
    column: 'education-admission',
    body: '<p>按学区登记入学。</p>',
    formedOn: localDate('2024-04-01'),
    publishedOn: localDate('2024-04-02'),
    validity: 'repealed',
    repealedOn: localDate('2026-02-01'),
  },
  fees: {
    title: '春季学期教育收费公示',
    keywords: ['收费', '课后服务'],
    column: 'education-finance',
    body: '<p>义务教育学校课后服务每生每月不超过80元。</p>',
  },
  cars: {
    title: '公务用车购置和使用情况',
    keywords: ['公务用车'],
    column: 'plans',
    body: '<p>本年没有购置公务用车。学校的收费另行公示。</p>',
  },
}

beforeAll(async () => {
  place = await county('2026-03-02')
  app = await place.product.buildServer({ logs: { level: 'silent' } })
  for (const [name, draft] of Object.entries(DOCUMENTS)) {
    const done = await publishDocument(place.office, place.actor('clerk'), {
      summary: '',
      keywords: [],
      column: 'plans',
      body: '',
      formedOn: localDate('2026-02-20'),
      ...draft,
    })
    if (!done.ok) throw new Error(JSON.stringify(done.refusals))
    ids[name] = done.value.id
  }
})
afterAll(async () => {
  await app.close()
  await place.close()
})

async function search(q: string, more: Record<string, string> = {}, where = '/jyj/search') {
  const { body, statusCode } = await app.inject({ url: `${where}?${new URLSearchParams({ q, ...more })}` })
  expect(statusCode).toBe(200)
  const $ = load(body)
  const found = $('.documents a')
    .toArray()
    .map((link) =>
      Object.keys(ids).find((name) =>
        $(link)
          .attr('href')
          ?.endsWith(ids[name] ?? '-'),
      ),
    )
  return { $, found, text: $('main').text() }
}

describe('怎样写都找得到', () => {
  test('全角、繁体、拼音、夹着空格的', async () => {
    expect((await search('２０２６年 招生')).found[0]).toBe('plan2026')
    expect((await search('義務教育招生')).found).toEqual(['plan2026', 'plan2024'])
    expect((await search('gongwuyongche')).found).toEqual(['cars'])
    expect((await search('ZhaoSheng gongzuo')).found).toEqual(['plan2026', 'plan2024'])
    expect((await search('公务用车 购置')).found).toEqual(['cars'])
  })
  test('文号：标题旁的、正文引用的都找得到，别的顺序的不算', async () => {
    expect((await search('云教[2026]12号')).found).toEqual(['plan2026'])
    expect((await search('国办发〔2019〕61号')).found).toEqual(['plan2026'])
    expect((await search('云教〔2026〕21号')).found).toEqual([])
  })
  test('一句问话：问的词不算，其余的都含有的在前', async () => {
    expect((await search('请问孩子今年入学需要什么证明')).found).toEqual(['plan2026'])
    expect((await search('课后服务一个月多少钱')).found[0]).toBe('fees')
  })
  test('标题中有的排在正文中有的前面，新的在旧的前面；找到的词标出来', async () => {
    const { found, $ } = await search('收费')
    expect(found).toEqual(['fees', 'cars'])
    expect($('.documents mark').first().text()).toBe('收费')
    expect((await search('招生实施方案')).found).toEqual(['plan2026', 'plan2024'])
  })
  test('写错一个字、同音的，提示是不是要找的', async () => {
    const { $, found } = await search('公物用车')
    expect(found).not.toContain('plan2026')
    if (found.length === 0) expect($('main').text()).toContain('公务用车')
    expect((await search('客后服务')).$('main').text()).toContain('课后服务')
    expect((await search('量子力学')).text).toContain('没有找到含有“量子力学”的信息')
  })
})

describe('筛选', () => {
  test('按年份、栏目、类型、时效；选中的留着，没有的说明在所选范围内', async () => {
    expect((await search('招生', { year: '2024' })).found).toEqual(['plan2024'])
    expect((await search('招生', { kind: 'normative' })).found).toEqual(['plan2026'])
    expect((await search('招生', { validity: 'repealed' })).found).toEqual(['plan2024'])
    expect((await search('收费', { column: 'plans' })).found).toEqual(['cars'])
    const none = await search('收费', { year: '2024' })
    expect(none.text).toContain('所选范围内没有含有“收费”的信息')
    expect(none.$('select[name=year] option[selected]').text()).toBe('2024年')
    const counted = (await search('招生'))
      .$('select[name=year] option')
      .toArray()
      .map((one) => load(one).text())
    expect(counted).toEqual(['全部', '2026年（1）', '2024年（1）'])
  })
  test('在所有单位中检索，可以选单位；地址里写错的不起作用', async () => {
    const all = await search('招生', {}, '/search')
    expect(all.found).toEqual(['plan2026', 'plan2024'])
    expect(all.$('select[name=unit] option').text()).toContain('云岭县教育局（2）')
    expect((await search('招生', { unit: 'jyj' }, '/search')).found).toHaveLength(2)
    expect((await search('招生', { unit: 'nobody', year: 'x', kind: 'secret' }, '/search')).found).toHaveLength(2)
  })
})

describe('不公开的找不到', () => {
  const asOwner = (set: string) => place.asOwner(`update document set ${set} where id = $1`, [ids.cars])
  test('撤下的、只对本单位的、公示期已过的、没有到公开日的，当时就找不到；重编检索词也不会回来', async () => {
    for (const [away, back] of [
      [`withdrawn_on = '2026-03-02', withdrawn_because = '有误'`, 'withdrawn_on = null, withdrawn_because = null'],
      [`audience = 'staff'`, `audience = 'society'`],
      [`shown_until = '2026-03-01'`, 'shown_until = null'],
      [`published_on = '2026-03-03'`, `published_on = '2026-02-20'`],
    ] as const) {
      await asOwner(away)
      expect([away, (await search('公务用车')).found]).toEqual([away, []])
      await indexMissing(place.office)
      expect([away, (await search('公务用车')).found]).toEqual([away, []])
      await asOwner(back)
      expect(await indexMissing(place.office)).toBeGreaterThan(0)
      expect([back, (await search('公务用车')).found]).toEqual([back, ['cars']])
    }
  })
  test('改过的正文，旧的词找不到，新的词找得到', async () => {
    await asOwner(`body = '<p>本年购置新能源汽车一辆。</p>'`)
    await indexMissing(place.office)
    expect((await search('新能源汽车')).found).toEqual(['cars'])
    expect((await search('另行公示')).found).not.toContain('cars')
  })
  test('正文里的证件号码、电话不成为检索词', async () => {
    await asOwner(`body = '<p>联系人 身份证号 110101199003078515 手机 13912345678</p>'`)
    await indexMissing(place.office)
    const rows = await place.asOwner(`select words::text as words from document_words where id = $1`, [ids.cars])
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toMatch(/110101199003078515|13912345678/)
  })
})
