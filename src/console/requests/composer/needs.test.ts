import { describe, expect, test } from 'vitest'
import { localDate } from '../../../law/date.ts'
import { DEFAULT_READINGS } from '../../../law/readings.ts'
import { checkReply } from '../../../record/requests/check-reply.ts'
import { needsOf } from '../../../record/requests/reply-grounds.ts'
import { emptyReply, relevant, REPLY_OUTCOMES } from './needs.ts'

const NO_HISTORY = {
  correction: null,
  reasons: null,
  consultations: [],
  searches: [],
  fee: null,
  readings: DEFAULT_READINGS,
  clauses: 0,
  files: [],
  on: localDate('2026-03-10'),
}
/** Faults that only the case can mend, not a field. */
const OF_THE_CASE = ['outcome', 'search']
/** What the grounds ask for beside the needs. */
const OF_GROUNDS = ['tests', 'secret', 'weighing']
/** Which field stands for a need that has several. */
const FIELD_OF: Record<string, string> = {
  given: 'given',
  publishedAt: 'publishedAt',
  remainder: 'grounds withheldPart',
  reasons: 'reasons',
  severance: 'severable',
  groundBasis: 'groundBasis',
  consultation: 'knownObjection',
  search: 'search',
  rightAgency: 'rightAgency',
  earlierCase: 'earlierCase',
  accessLaw: 'accessLaw',
  properOutlet: 'properOutlet',
  publicationSource: 'publicationSource',
}

describe('每一类答复：检查说缺的，表单上都有地方填', () => {
  test.each(REPLY_OUTCOMES)('%s', (outcome) => {
    const offered = [...needsOf(emptyReply(outcome))].flatMap((need) => (FIELD_OF[need] ?? '').split(' ')).concat(OF_GROUNDS)
    const wanted = checkReply(emptyReply(outcome), NO_HISTORY)
      .map(({ field }) => field?.split('.')[0] ?? '')
      .filter((field) => !OF_THE_CASE.includes(field))
    expect(wanted.filter((field) => !offered.includes(field))).toEqual([])
  })
})

test('部分公开：所选理由带出它自己要写明的内容', () => {
  expect(needsOf({ ...emptyReply('partial'), grounds: [] })).not.toContain('search')
  expect(needsOf({ ...emptyReply('partial'), grounds: ['notHeld'] })).toContain('search')
  expect(needsOf({ ...emptyReply('partial'), grounds: ['stateSecret'] })).toContain('groundBasis')
  expect(needsOf({ ...emptyReply('partial'), grounds: ['processInformation'] })).not.toContain('groundBasis')
})

test('改选之后，为别的类型填的内容不进入告知书，也不引起前后矛盾', () => {
  const typed = {
    ...emptyReply('granted'),
    given: { what: '方案全文', way: 'attached' as const, attachments: [], onPaper: ['方案'], place: '', from: null },
    grounds: ['thirdParty' as const],
  }
  const changed = relevant({ ...typed, outcome: 'unable.needsMaking', reasons: '没有现成的统计，需要逐校汇总后另行制作。' })
  expect(changed.given).toBeNull()
  expect(changed.grounds).toEqual([])
  expect(checkReply(changed, NO_HISTORY)).toEqual([])
  expect(relevant(typed).given?.what).toBe('方案全文')
})
