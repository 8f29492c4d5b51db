import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { balancedLines, widthOf } from './balanced-lines.ts'

describe('标题回行：词意完整，排列对称，长短适宜（GB/T 9704-2012 7.3.1）', () => {
  it('a title that fits stays on one line', () => {
    expect(balancedLines('政府信息公开申请部分公开告知书', 20)).toEqual(['政府信息公开申请部分公开告知书'])
  })

  it('机关名之后回行', () => {
    expect(balancedLines('同仁市教育局2021年政府信息公开工作年度报告', 20, '同仁市教育局')).toEqual([
      '同仁市教育局',
      '2021年政府信息公开工作年度报告',
    ])
  })

  it('a long title has lines of like length, and breaks no word of the trade', () => {
    const lines = balancedLines('关于延长“青海省黄南藏族自治州同仁市热贡民族中学迁建项目有关信息”答复期限的告知书', 20)
    expect(lines).toHaveLength(3)
    expect(Math.max(...lines.map(widthOf)) - Math.min(...lines.map(widthOf))).toBeLessThanOrEqual(6)
    expect(lines.at(-1)).toMatch(/告知书$/)
  })

  it('本机关不拆开', () => {
    expect(balancedLines('关于政府信息不属于本机关负责公开的告知书', 17).join('\n')).toMatch(/属于\n本机关|本机关\n/)
  })

  it('narrow headings of tables part between words: 商业 over 企业', () => {
    expect(balancedLines('商业企业', 3)).toEqual(['商业', '企业'])
    expect(balancedLines('社会公益组织', 3)).toEqual(['社会', '公益', '组织'])
    expect(balancedLines('自然人', 3)).toEqual(['自然人'])
  })

  it('loses no character and keeps to the width', () => {
    const piece = fc.constantFrom(
      '同仁市',
      '教育局',
      '关于',
      '政府信息公开',
      '申请',
      '“答复”',
      '（试行）',
      '2026年',
      '的',
      '、',
      '告知书',
      '〔2026〕3号',
    )
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 14 }), fc.integer({ min: 10, max: 20 }), (pieces, capacity) => {
        const title = pieces.join('')
        const lines = balancedLines(title, capacity)
        expect(lines.join('')).toBe(title)
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(capacity)
      }),
    )
  })
})
