import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readProse } from './read-prose.ts'

const SAMPLE = readFileSync('tests/samples/reports/tongren-education-2021.txt', 'utf8')

test('真实样本的文字：标题、表格、落款都不算，断页的段落接上', () => {
  const prose = readProse({ blocks: [{ kind: 'text', text: SAMPLE }] })
  expect(prose.preface).toHaveLength(1)
  expect(prose.preface[0]).toMatch(/^根据市人民政府/)
  expect(prose.overall).toHaveLength(4)
  expect(prose.overall[1]).toMatch(/进一步增强公开意识和服务意识，高度重视/)
  expect(prose.problems).toHaveLength(2)
  expect(prose.problems[1]).toMatch(/^2021年，我局将/)
  expect(prose.other).toEqual([])
})

test('落款之前的话是报告的内容；没有落款的也读得出', () => {
  const read = (tail: string) =>
    readProse({ blocks: [{ kind: 'text', text: `五、存在的主要问题及改进情况\n问题不少。\n六、其他需要报告的事项\n${tail}` }] })
      .other
  expect(read('收取信息处理费30元。\n云岭县教育局\n2026年1月20日')).toEqual(['收取信息处理费30元。'])
  expect(read('收取信息处理费30元。')).toEqual(['收取信息处理费30元。'])
  expect(read('无。\n2026年1月20日')).toEqual([])
})
