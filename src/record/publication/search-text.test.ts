import { describe, expect, test } from 'vitest'
import { excerptOf, searchFold, searchTerms, wordsIn } from './search-text.ts'

describe('检索词', () => {
  test('括号、全角半角、大小写写得不同的，是同一个词', () => {
    const same = [
      '云教〔2026〕12号',
      '云教[2026]12号',
      '云教(2026)12号',
      '云教（２０２６）１２号',
      '云教【2026】12号',
      '云教［2026］12号',
    ]
    expect(new Set(same.map(searchFold))).toEqual(new Set(['云教(2026)12号']))
    expect(searchFold('ＡＢ-Ｃ1')).toBe('ab-c1')
  })

  test('按空格分开，重复的只算一个，最多八个', () => {
    expect(searchTerms('  招生　 方案 招生 ')).toEqual(['招生', '方案'])
    expect(searchTerms('一 二 三 四 五 六 七 八 九')).toHaveLength(8)
    expect(searchTerms(' ')).toEqual([])
  })
})

describe('摘录', () => {
  const text = `第一段。${'无关的话'.repeat(20)}学校应当在开学前公示收费标准，${'接着的话'.repeat(30)}`

  test('从检索词附近摘起，前后省略的用省略号', () => {
    const excerpt = excerptOf(text, ['收费标准'])
    expect(excerpt).toContain('公示收费标准')
    expect(excerpt).toMatch(/^….+…$/)
    expect(excerpt.length).toBeLessThan(80)
  })

  test('没有这个词的，从头摘', () => {
    expect(excerptOf(text, ['采购'])).toMatch(/^第一段。/)
    expect(excerptOf('短文', ['采购'])).toBe('短文')
  })
})

describe('标出找到的词', () => {
  const marked = (text: string, words: string[]) =>
    wordsIn(text, words)
      .map(({ part, is }) => (is ? `[${part}]` : part))
      .join('')

  test('长的词在先，原文一字不改，全角、省略号前后也标得到', () => {
    expect(marked('…公办幼儿园收费标准', ['收费', '收费标准'])).toBe('…公办幼儿园[收费标准]')
    expect(marked('云教（２０２６）１２号', ['12'])).toBe('云教（２０２６）[１２]号')
    expect(marked('没有这个词', ['采购', ''])).toBe('没有这个词')
  })
})
