import { describe, expect, test } from 'vitest'
import { cite } from './cite.ts'
import type { GroundRule } from './withholding.ts'
import { GROUND_TABLE, GROUNDS, isArticle14to16, REMAINDER_GROUNDS } from './withholding.ts'

const rule = (ground: (typeof REMAINDER_GROUNDS)[number]): GroundRule => GROUND_TABLE[ground]

describe('不予公开的理由', () => {
  test('第十四条、第十五条是不得公开，第十六条是可以不予公开', () => {
    const may = GROUNDS.filter((ground) => rule(ground).obligation === 'may')
    expect(may.map((ground) => cite(rule(ground).by))).toEqual([
      '《条例》第十六条第一款',
      '《条例》第十六条第二款',
      '《条例》第十六条第二款',
    ])
    for (const ground of GROUNDS) if (!may.includes(ground)) expect(rule(ground).obligation).toBe('mustNot')
  })

  test('“法律、法规、规章规定应当公开的，从其规定”只及于过程性信息和执法案卷，不及于内部事务', () => {
    const overridden = GROUNDS.filter((ground) => rule(ground).exceptions.some(({ by }) => cite(by) === '《条例》第十六条第二款'))
    expect(overridden).toEqual(['processInformation', 'enforcementFile'])
  })

  test('第三方权益有两项例外：同意公开、公共利益', () => {
    expect(rule('thirdParty').exceptions.map(({ by }) => cite(by))).toEqual(['《条例》第十五条', '《条例》第三十二条'])
  })

  test('只有第十四条至第十六条的理由可能复议前置', () => {
    expect(REMAINDER_GROUNDS.filter(isArticle14to16)).toEqual([...GROUNDS])
  })

  test('每项理由都有三问，并各有正例、反例', () => {
    for (const ground of REMAINDER_GROUNDS) {
      expect(rule(ground).questions, ground).toHaveLength(3)
      expect(rule(ground).examples.length * rule(ground).counterExamples.length, ground).toBeGreaterThan(0)
    }
  })
})
