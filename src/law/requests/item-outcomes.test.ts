import { describe, expect, test } from 'vitest'
import { countedOutcome } from './item-outcomes.ts'
import { OUTCOMES } from './vocabulary.ts'

describe('几项内容，年度报告只计一个结果', () => {
  test('各项相同的，就是这一项', () => {
    for (const outcome of OUTCOMES) expect(countedOutcome([outcome, outcome])).toMatchObject({ kind: 'settled', outcome })
  })

  test('有给的、有不给的，只计部分公开（第三十七条）', () => {
    expect(countedOutcome(['granted', 'unable.notHeld'])).toMatchObject({ kind: 'settled', outcome: 'partial' })
    expect(countedOutcome(['withheld.thirdParty', 'partial'])).toMatchObject({ kind: 'settled', outcome: 'partial' })
    expect(countedOutcome(['granted.alreadyPublished', 'notProcessed.petition'])).toMatchObject({ outcome: 'partial' })
  })

  test('当场提供的与已主动公开的，都是予以公开', () => {
    expect(countedOutcome(['granted', 'granted.alreadyPublished'])).toMatchObject({ kind: 'settled', outcome: 'granted' })
  })

  test('一项也没有给而理由不同的，由承办人选主要的一项', () => {
    expect(countedOutcome(['unable.notHeld', 'withheld.internalAffairs', 'unable.notHeld'])).toMatchObject({
      kind: 'choose',
      among: ['unable.notHeld', 'withheld.internalAffairs'],
    })
  })

  test('还没有一项定下来，就没有结果', () => {
    expect(countedOutcome([])).toBeNull()
  })
})
