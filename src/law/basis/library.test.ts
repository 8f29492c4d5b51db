import { describe, expect, test } from 'vitest'
import { cite, INSTRUMENTS, reg } from '../cite.ts'
import { localDate } from '../date.ts'
import { OUTCOME_TABLE } from '../requests/outcomes.ts'
import { GROUND_TABLE } from '../withholding.ts'
import { basisOn, citationFaults, citationsIn, ruleFault, unknownTitles } from './citations.ts'
import { basisLibrary, BUILT_IN_BASIS } from './library.ts'
import { articlesOf, numberOf } from './text.ts'

const thu_2026_03_05 = localDate('2026-03-05')

describe('依据库', () => {
  test('本产品引用的每一部文件都有施行日；《条例》五十六条全文在库', () => {
    for (const key of Object.keys(INSTRUMENTS)) expect(BUILT_IN_BASIS.map((text) => text.key)).toContain(key)
    const regulation = BUILT_IN_BASIS.find(({ key }) => key === 'reg')
    expect(regulation?.text.map(({ number }) => number)).toEqual(Array.from({ length: 56 }, (_, n) => n + 1))
    expect(regulation?.text[32]?.lines[1]).toContain('延长的期限最长不得超过20个工作日')
    expect(regulation?.text[35]?.lines).toHaveLength(8)
  })

  test('数字：一百零三、三十六、二十、１５', () => {
    expect(['一百零三', '三十六', '二十', '十', '十五', '１５', '一千二百六十'].map(numberOf)).toEqual([
      103, 36, 20, 10, 15, 15, 1260,
    ])
    expect(numberOf('甲')).toBeNull()
  })

  test('替换文本使前一文本在其施行前一日失效', () => {
    const regulation = BUILT_IN_BASIS.find(({ key }) => key === 'reg')
    if (!regulation) throw new Error('the regulation is built in')
    const { replacedBy: _, fromIsExact: __, names: ___, ...rest } = regulation
    const next = { ...rest, key: 'next', number: '新', from: localDate('2027-01-01'), replaces: 'reg', articles: 60 }
    const library = basisLibrary([next])
    expect(library.find(({ key }) => key === 'reg')).toMatchObject({ to: '2026-12-31', replacedBy: 'next' })
    expect(basisOn(library, '政府信息公开条例', localDate('2027-01-01'))?.key).toBe('next')
    expect(citationFaults('《条例》第三十条', localDate('2027-01-01'), library)[0]?.say).toContain('不再施行')
  })
})

describe('引用的查找', () => {
  test('书名号、条、款、项，并列的条', () => {
    expect(citationsIn('依据《中华人民共和国政府信息公开条例》第三十六条第（三）项、第十六条第二款和《民法典》第1034条')).toEqual(
      [
        {
          title: '中华人民共和国政府信息公开条例',
          places: [
            { article: 36, paragraph: null, item: 3 },
            { article: 16, paragraph: 2, item: null },
          ],
        },
        { title: '民法典', places: [{ article: 1034, paragraph: null, item: null }] },
      ],
    )
  })

  test('附有版本说明的题名、只有题名的引用', () => {
    expect(citationsIn('按《行政复议法》（2023年修订）第二十条，参见《学区划分方案》')).toEqual([
      { title: '行政复议法', places: [{ article: 20, paragraph: null, item: null }] },
      { title: '学区划分方案', places: [] },
    ])
  })

  test('不在库内的题名不判断，只提示', () => {
    const text = '依据《云岭县学籍管理办法》第三条'
    expect(citationFaults(text, thu_2026_03_05, BUILT_IN_BASIS)).toEqual([])
    expect(unknownTitles(text, BUILT_IN_BASIS)).toEqual(['云岭县学籍管理办法'])
  })
})

describe('G10 条文在决定之日须存在并有效', () => {
  const faults = (text: string, on = thu_2026_03_05) => citationFaults(text, on, BUILT_IN_BASIS).map(({ code }) => code)

  test.each([
    ['《条例》第三十六条第（三）项', []],
    ['《条例》第五十七条', ['basis-no-such-article']],
    ['《条例》第三十六条第（八）项', ['basis-no-such-article']],
    ['《条例》第三十条第二款', ['basis-no-such-article']],
    ['《中华人民共和国合同法》第四十三条', ['basis-not-in-force']],
    ['《信访条例》第十四条', ['basis-not-in-force']],
    ['《行政复议法》第二十三条第一款第（四）项', []],
    ['《中华人民共和国保守国家秘密法》第三十五条', []],
  ])('%s', (text, expected) => {
    expect(faults(text)).toEqual(expected)
  })

  test('同一部法律按决定之日取其版本：2023年的复议法四十三条，2024年起九十条', () => {
    expect(faults('《行政复议法》第六十二条', localDate('2023-12-29'))).toEqual(['basis-no-such-article'])
    expect(faults('《行政复议法》第六十二条', localDate('2024-01-02'))).toEqual([])
    expect(faults('《个人信息保护法》第四条', localDate('2021-10-29'))).toEqual(['basis-not-in-force'])
  })

  test('产品自身引用的条文全部存在，且在其施行期内', () => {
    const cited = [
      ...Object.values(OUTCOME_TABLE).flatMap(({ articles }) => [...articles]),
      ...Object.values(GROUND_TABLE).map(({ by }) => by),
    ]
    for (const citation of cited)
      expect([cite(citation), ruleFault(citation, thu_2026_03_05, BUILT_IN_BASIS)]).toEqual([cite(citation), null])
    expect(ruleFault(reg('60'), thu_2026_03_05, BUILT_IN_BASIS)?.code).toBe('basis-no-such-article')
  })

  test('条文文本逐条可拆，首行不带条号', () => {
    expect(articlesOf('第一条 甲。\n乙。\n第二条 丙。')).toEqual([
      { number: 1, lines: ['甲。', '乙。'] },
      { number: 2, lines: ['丙。'] },
    ])
  })
})
