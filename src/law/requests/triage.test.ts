import { describe, expect, test } from 'vitest'
import { looksLikePetition } from './triage.ts'

describe('第三十九条第一款：像信访、投诉、举报的，提示另有渠道', () => {
  test.each([
    ['举报县第三中学违规补课', ''],
    ['要求查处县第三中学违规补课', ''],
    ['关于补课的问题', '请你局严肃处理该校，退还费用。'],
    ['投诉某培训机构乱收费', ''],
    ['我要投诉', '培训班不退费'],
    ['反映学校食堂问题', ''],
  ])('%s　%s', (subject, description) => expect(looksLikePetition(subject, description)).toBe(true))
})

test.each([
  ['2025年投诉举报办理情况', ''],
  ['举报电话和受理渠道', ''],
  ['对某培训机构的处罚决定书', '请提供处罚决定书和处理依据。'],
  ['2026年义务教育招生工作方案', ''],
  ['信访事项台账', ''],
  ['要求公开对某校违规收费的查处情况', ''],
  ['原沙沟村小学撤并批复', '请提供撤并该校的请示和批复，本人要求邮寄。'],
])('要的是已有的信息，不提示：%s', (subject, description) => expect(looksLikePetition(subject, description)).toBe(false))
