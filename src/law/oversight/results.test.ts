import { describe, expect, test } from 'vitest'
import { cite } from '../cite.ts'
import { DISPUTE_PATHS, mayRemand, NO_SECOND_REMAND, resultRule, RESULTS, resultsOf } from './results.ts'

describe('争议结果与表四', () => {
  test.each([
    ['reconsideration', 'upheld', 'upheld', '《行政复议法》第六十八条'],
    ['reconsideration', 'claimRejected', 'upheld', '《行政复议法》第六十九条'],
    ['reconsideration', 'revoked', 'corrected', '《行政复议法》第六十四条'],
    ['reconsideration', 'dismissed', 'other', '《行政复议法》第三十三条'],
    ['litigationDirect', 'claimRejected', 'upheld', '《行政诉讼法》第六十九条'],
    ['litigationAfterReconsideration', 'revoked', 'corrected', '《行政诉讼法》第七十条'],
    ['litigationDirect', 'suitWithdrawn', 'other', '《行政诉讼法》第六十二条'],
    ['litigationAfterReconsideration', 'remanded', 'pending', '《行政诉讼法》第八十九条'],
    ['complaint', 'founded', null, '《条例》第四十七条'],
  ] as const)('%s %s → %s（%s）', (path, result, column, by) => {
    const rule = resultRule(path, result)
    expect(rule?.column).toBe(column)
    expect(rule && cite(rule.by)).toBe(by)
  })

  test('法院不作“维持”，复议机关不作“驳回起诉”', () => {
    expect(resultRule('litigationDirect', 'upheld')).toBeUndefined()
    expect(resultRule('reconsideration', 'suitRejected')).toBeUndefined()
  })

  test('判决发回重审一次之后不得再次发回（《行政诉讼法》第八十九条第二款）；驳回起诉的裁定被撤销、继续审理的不算', () => {
    expect(mayRemand([])).toBe(true)
    expect(mayRemand(['suitRejected'])).toBe(true)
    expect(mayRemand(['claimRejected'])).toBe(false)
    expect(cite(NO_SECOND_REMAND)).toBe('《行政诉讼法》第八十九条第二款')
  })

  test('every result belongs to a path', () => {
    const known = new Set(DISPUTE_PATHS.flatMap((path) => Object.keys(resultsOf(path))))
    expect(RESULTS.filter((one) => !known.has(one))).toEqual([])
  })
})
