/** 一份申请拆分为多件的统计口径. */
import { describe, expect, test } from 'vitest'
import { localDate } from '../../law/date.ts'
import type { Outcome } from '../../law/requests/vocabulary.ts'
import type { RequestFact } from '../requests/fact.ts'
import { countedBy } from './split.ts'

function part(caseId: string, outcome: Outcome | null, closedOn: string | null): RequestFact {
  return {
    caseId,
    number: caseId,
    requesterKind: 'naturalPerson',
    receivedOn: localDate('2026-03-02'),
    closedOn: closedOn === null ? null : localDate(closedOn),
    outcome,
    disputes: [],
  }
}
const LINKS = [
  { first: 'a', part: 'b' },
  { first: 'a', part: 'c' },
]
function asFiled(...outcomes: (Outcome | null)[]) {
  const facts = outcomes.map((outcome, n) => part('abc'.charAt(n), outcome, outcome && `2026-03-1${n}`))
  const [one, ...others] = countedBy(facts, LINKS, { splitCounting: 'asFiled' })
  expect(others).toEqual([])
  return { outcome: one?.outcome, closedOn: one?.closedOn }
}

describe('按申请件数：拆出的各件合计为一件', () => {
  test.each<[string, Outcome[], Outcome]>([
    ['结果相同', ['granted', 'granted', 'granted'], 'granted'],
    ['有给有不给，计入部分公开', ['granted', 'unable.notHeld', 'withheld.internalAffairs'], 'partial'],
    ['都没有给，计第一件的结果', ['unable.notHeld', 'withheld.internalAffairs', 'unable.notOurs'], 'unable.notHeld'],
    ['公开和已主动公开，都是公开', ['granted.alreadyPublished', 'granted', 'granted'], 'granted'],
    ['撤回的一件不再要什么', ['other.withdrawn', 'granted', 'granted'], 'granted'],
    ['全部撤回', ['other.withdrawn', 'other.withdrawn', 'other.withdrawn'], 'other.withdrawn'],
  ])('%s', (_, outcomes, whole) => {
    expect(asFiled(...outcomes)).toEqual({ outcome: whole, closedOn: '2026-03-12' })
  })

  test('有一件没有办结，整件没有办结', () => {
    expect(asFiled('granted', null, 'granted')).toEqual({ outcome: null, closedOn: null })
  })
})

test('责令重新答复而另计一件的，那一件另计，不并入拆分的各件', () => {
  const facts = ['a', 'b', 'c', 'a'].map((id) => part(id, 'granted', '2026-03-10'))
  expect(countedBy(facts, LINKS, { splitCounting: 'asFiled' }).map(({ caseId }) => caseId)).toEqual(['a', 'a'])
})

test('按拆分后件数：各计一件', () => {
  const facts = ['a', 'b', 'c'].map((id) => part(id, 'granted', '2026-03-10'))
  expect(countedBy(facts, LINKS, { splitCounting: 'asSplit' })).toEqual(facts)
})
