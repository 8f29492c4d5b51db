import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ANSWERS_LEAD, checkAnswers, problemsOf, toAnswerOf, withAnswers } from './last-problems.ts'
import type { ReportProse } from './prose.ts'
import { likeLastYear, likeOthers } from './prose-likeness.ts'
import { checkContents, checkWording } from './prose-wording.ts'
import { readProse } from './read-prose.ts'

const EMPTY: ReportProse = { preface: [], overall: [], problems: [], other: [] }
const SEED = readProse({
  blocks: [{ kind: 'text', text: readFileSync('tests/samples/reports/tongren-education-2021.txt', 'utf8') }],
})

describe('雷同（L05、L06）', () => {
  const last = {
    source: '本机关2024年报告',
    prose: { ...EMPTY, problems: ['一是政策解读的质量不高，方式方法单一，创新性不足，还需加强。'] },
  }
  test('只换了序号和年份的句子，与上年雷同，两句并列', () => {
    const now = { ...EMPTY, problems: ['二是政策解读的质量不高，方式方法单一，创新性不足，还需加强。'] }
    expect(likeLastYear(now, last)).toMatchObject([
      { code: 'L05', section: 'problems', beside: { source: '本机关2024年报告', words: last.prose.problems[0] } },
    ])
  })
  test('写的是另一件事，不算；很短的套话不算', () => {
    const now = { ...EMPTY, problems: ['学校食堂收支公示不及时，有三所学校晚于规定的时间公布。', '加强领导。'] }
    expect(likeLastYear(now, last)).toEqual([])
  })
  test('与别的单位同一句，算；写了本单位数量的，不算', () => {
    const now = {
      ...EMPTY,
      overall: ['2025年，通过公开栏和公众号发布各类信息，及时回应群众关切。发布教育信息128条，办理群众咨询36件。'],
    }
    const theirs = {
      ...EMPTY,
      overall: ['2025年通过公开栏和公众号发布各类信息，及时回应群众关切。发布教育信息96条，办理群众咨询8件。'],
    }
    expect(likeOthers(now, [{ source: '甲局2025年报告', prose: theirs }])).toMatchObject([
      { code: 'L06', beside: { source: '甲局2025年报告' } },
    ])
  })
  test('抄来只换了单位名称的，提示；话不同的不算', () => {
    const said = (name: string) => ({
      ...EMPTY,
      problems: [`${name}公开栏目更新不及时，${name}将明确专人按月自查，由办公室督办。`],
    })
    const theirs = { source: '云岭县民政局2025年报告', agency: '云岭县民政局', prose: said('云岭县民政局') }
    for (const name of ['云岭县教育局', '县教育局', '我局'])
      expect(likeOthers(said(name), [theirs], '云岭县教育局')).toMatchObject([{ code: 'L06', level: 'warning' }])
    const own = { ...EMPTY, problems: ['云岭县教育局公开栏目更新不及时，将由各科室轮流值守，每周通报更新情况。'] }
    expect(likeOthers(own, [theirs], '云岭县教育局')).toEqual([])
  })
})

describe('用语（L07）和内容（L08）', () => {
  test('旧条例、旧机构名称，指出现在怎么说', () => {
    const found = checkWording({ overall: '依据国务院令第492号，会同县法制办公室办理。' }, 2025)
    expect(found.map(({ words }) => words)).toEqual(['国务院令第492号', '法制办公室'])
    expect(found[0]?.repair).toContain('第711号')
  })
  test('引言里的也指出；说的是已经废止的，不指出', () => {
    expect(checkWording({ preface: '依据国务院令第492号编制。' }, 2025)).toMatchObject([{ code: 'L07', section: 'preface' }])
    expect(checkWording({ overall: '原国务院令第492号已经废止，按新条例办理。' }, 2025)).toEqual([])
  })
  test('当年还有效的说法不指出', () => {
    expect(checkWording({ overall: '依据国务院令第492号办理。' }, 2018)).toEqual([])
  })
  test('总体情况缺哪几项，写明', () => {
    expect(checkContents('一、总体情况\n主动公开信息20条。')).toMatchObject([
      { code: 'L08', message: expect.stringContaining('依申请公开、政府信息管理') },
    ])
    expect(checkContents(SEED.overall.join('\n'))).toEqual([])
  })
})

describe('上年问题的改进情况（L09）', () => {
  test('真实样本的问题逐个分开，打算不算问题', () => {
    expect(problemsOf(SEED.problems)).toEqual([
      '信息主动公开力度不足，内容不完善、形式不丰富',
      '政策解读的质量不高，方式方法单一，创新性不足',
      '政务公开的规范化、标准化推进力度弱，制度机制不完善，规范化进程需加快步伐',
    ])
  })
  test('没有逐项说明的是错误；说明之后成为一段，改写时不重复', () => {
    const [first = '', ...others] = toAnswerOf(SEED.problems)
    expect(others).toHaveLength(5)
    expect(checkAnswers(SEED, [{ problem: first, answer: '新增图解6期' }])).toMatchObject([{ code: 'L09', found: 5 }])
    const answers = [first, ...others].map((problem) => ({ problem, answer: '已改进。' }))
    expect(checkAnswers(SEED, answers)).toEqual([])
    const once = withAnswers(['本年问题。'], answers)
    expect(once).toHaveLength(2)
    expect(once[1]?.startsWith(ANSWERS_LEAD)).toBe(true)
    expect(withAnswers(once, answers)).toEqual(once)
    expect(problemsOf(once)).toEqual([])
  })
})
