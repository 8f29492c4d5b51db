import { describe, expect, test } from 'vitest'
import { localDate } from '../src/law/date.ts'
import { DEFAULT_READINGS } from '../src/law/readings.ts'
import { DISPUTE_COLUMNS, REQUEST_COLUMNS } from '../src/law/reports/model.ts'
import { requestRefusal } from '../src/law/scope.ts'
import { countDisputes, countRequests, permitDecisions } from '../src/record/reports/compile.ts'
import type { RequestFact } from '../src/record/requests/fact.ts'
import { factOf, fold } from '../src/record/requests/fold.ts'
import type { StatisticsStory } from './statistics.data.ts'
import { SMALL_YEAR, STATISTICS_STORIES } from './statistics.data.ts'

function factOfStory({ id, requester, acts }: StatisticsStory): RequestFact {
  const recorded = acts.map((act, seq) => ({ seq, act, recordedAt: `${act.on}T09:00:00+08:00`, actorId: 'clerk' }))
  return factOf(fold(recorded), id, id, requester)
}

describe('年度报告的统计', () => {
  test.each(STATISTICS_STORIES)('$id $title', (story) => {
    const fact = factOfStory(story)
    for (const [year, rows] of Object.entries(story.then)) {
      const table = countRequests([fact], Number(year), '2021')
      const [column, total] = [REQUEST_COLUMNS.indexOf(story.requester), REQUEST_COLUMNS.indexOf('total')]
      for (const [row, cells] of Object.entries(table)) {
        const expected = REQUEST_COLUMNS.map((_, index) =>
          rows.some((one) => one === row) && (index === column || index === total) ? 1 : 0,
        )
        expect(cells, `${year} ${row}`).toEqual(expected)
      }
    }
    for (const [year, cells] of Object.entries(story.disputes ?? {})) {
      const table = countDisputes([fact], Number(year))
      for (const [group, counts] of Object.entries(table)) {
        const column = cells.find(([one]) => one === group)?.[1]
        expect(counts, `${year} ${group}`).toEqual(
          DISPUTE_COLUMNS.map((one) => (column && (one === column || one === 'total') ? 1 : 0)),
        )
      }
    }
  })

  test('S17 向中学申请食堂账目：学校适用第五十五条，不产生政府信息公开申请，也就不进表三', () => {
    expect(requestRefusal('art55')).toMatchObject({ code: 'not-an-agency-of-record', cite: { of: 'reg', at: '55' } })
    expect(requestRefusal('art54')).toBeNull()
  })

  test('S18 当月认定教师资格120人、不予认定3人：行政许可计123（只计准予的口径为120）', () => {
    const made = { granted: 120, refused: 3 }
    expect(permitDecisions(made, DEFAULT_READINGS)).toBe(123)
    expect(permitDecisions(made, { permitDecisions: 'granted' })).toBe(120)
  })

  test('小例：新收11、上年结转1；予以公开4、部分1、内部事务1、不掌握2、信访1、逾期不补正1、其他1；总计11、结转1', () => {
    const facts = SMALL_YEAR.map(
      ({ outcome, received, closed }, index): RequestFact => ({
        caseId: String(index),
        number: String(index),
        requesterKind: 'naturalPerson',
        receivedOn: localDate(received),
        closedOn: closed === null ? null : localDate(closed),
        outcome,
        disputes: [],
      }),
    )
    const table = countRequests(facts, 2025, '2021')
    const filled = Object.fromEntries(
      Object.entries(table)
        .map(([row, cells]) => [row, cells.at(-1)])
        .filter(([, n]) => n !== 0),
    )
    expect(filled).toEqual({
      received: 11,
      carriedOver: 1,
      granted: 4,
      partial: 1,
      'withheld.internalAffairs': 1,
      'unable.notHeld': 2,
      'notProcessed.petition': 1,
      'other.correctionLapsed': 1,
      'other.other': 1,
      handled: 11,
      carriedForward: 1,
    })
  })
})
