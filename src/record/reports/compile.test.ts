import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type LocalDate, localDate } from '../../law/date.ts'
import { FORMS, formOf } from '../../law/reports/formats/index.ts'
import type { ReportFormat, RequestRow, RequestTable } from '../../law/reports/model.ts'
import { DISPUTE_COLUMNS, DISPUTE_GROUPS, REQUEST_COLUMNS } from '../../law/reports/model.ts'
import { OUTCOMES, REQUESTER_KINDS } from '../../law/requests/vocabulary.ts'
import type { DisputeFact, RequestFact } from '../requests/fact.ts'
import { countDisputes, countRequests, factsInCell, factsInDisputeCell, permitDecisions, suedTooSoon } from './compile.ts'

const day = fc.nat(365 * 4).map((days) => addDays(localDate('2022-06-01'), days))
const dispute: fc.Arbitrary<DisputeFact> = fc.record({
  body: fc.constantFrom(...DISPUTE_GROUPS),
  openedOn: day,
  result: fc.constantFrom('pending', 'upheld', 'corrected', 'other'),
  closedOn: fc.option(day),
})
const fact: fc.Arbitrary<RequestFact> = fc.record({
  caseId: fc.uuid(),
  number: fc.constant('云教公开申〔2024〕1号'),
  requesterKind: fc.constantFrom(...REQUESTER_KINDS),
  receivedOn: fc.option(day),
  closedOn: fc.option(day),
  outcome: fc.option(fc.constantFrom(...OUTCOMES)),
  disputes: fc.array(dispute, { maxLength: 2 }),
})
const facts = fc.array(fact, { maxLength: 40 })
const year = fc.integer({ min: 2022, max: 2026 })
const format = fc.constantFrom<ReportFormat>('2019', '2021')

const at = (table: RequestTable, row: RequestRow, column: number) => table[row]?.[column] ?? Number.NaN

describe('任意案件的统计都满足勾稽关系', () => {
  test('X1：本年新收＋上年结转＝总计＋结转下年度', () => {
    fc.assert(
      fc.property(facts, year, format, (all, y, f) => {
        const table = countRequests(all, y, f)
        REQUEST_COLUMNS.forEach((_, i) => {
          expect(at(table, 'received', i) + at(table, 'carriedOver', i)).toBe(
            at(table, 'handled', i) + at(table, 'carriedForward', i),
          )
        })
      }),
    )
  })

  test('X2：总计＝各结果行之和；X3：每行总计＝六类申请人之和', () => {
    fc.assert(
      fc.property(facts, year, format, (all, y, f) => {
        const table = countRequests(all, y, f)
        const leaves = formOf(f)
          .requests.rows.filter(({ leaf }) => leaf)
          .map(({ row }) => row)
        REQUEST_COLUMNS.forEach((_, i) => {
          expect(leaves.reduce((sum, row) => sum + at(table, row, i), 0)).toBe(at(table, 'handled', i))
        })
        for (const cells of Object.values(table)) {
          const sum = cells.slice(0, -1).reduce((a: number, b) => a + (b ?? Number.NaN), 0)
          expect(cells.at(-1)).toBe(sum)
        }
      }),
    )
  })

  test('X4：上年的结转下年度就是本年的上年结转', () => {
    fc.assert(
      fc.property(facts, year, format, (all, y, f) => {
        expect(countRequests(all, y + 1, f).carriedOver).toEqual(countRequests(all, y, f).carriedForward)
      }),
    )
  })

  test('X5：表四每组总计＝四种结果之和', () => {
    fc.assert(
      fc.property(facts, year, (all, y) => {
        for (const cells of Object.values(countDisputes(all, y)))
          expect(cells.at(-1)).toBe(cells.slice(0, -1).reduce((a: number, b) => a + (b ?? Number.NaN), 0))
      }),
    )
  })

  test('每个单元格的数，就是其背后案件的件数', () => {
    fc.assert(
      fc.property(facts, year, format, (all, y, f) => {
        const table = countRequests(all, y, f)
        for (const { row } of formOf(f).requests.rows)
          REQUEST_COLUMNS.forEach((column, i) => {
            expect(factsInCell(all, { year: y, format: f, row, column })).toHaveLength(at(table, row, i))
          })
      }),
      { numRuns: 30 },
    )
  })
})

const on = (text: string): LocalDate => localDate(text)
function request(more: Partial<RequestFact>): RequestFact {
  return {
    caseId: 'c',
    number: 'n',
    requesterKind: 'naturalPerson',
    receivedOn: on('2024-03-01'),
    closedOn: on('2024-03-20'),
    outcome: 'granted',
    disputes: [],
    ...more,
  }
}
const total = (table: RequestTable, row: RequestRow) => table[row]?.at(-1)

describe('计入哪一年', () => {
  test('每一行都在，没有的填 0，不留空白（X13）', () => {
    const table = countRequests([], 2024, '2021')
    expect(Object.keys(table)).toEqual(FORMS['2021'].requests.rows.map(({ row }) => row))
    expect(Object.values(table).every((cells) => cells.length === 7 && cells.every((cell) => cell === 0))).toBe(true)
  })

  test('尚未确认收到的，不计入', () => {
    const table = countRequests([request({ receivedOn: null, closedOn: null, outcome: null })], 2024, '2021')
    expect(total(table, 'received')).toBe(0)
  })

  test('12月31日当日办结计入本年，次年1月1日办结则先结转', () => {
    expect(total(countRequests([request({ closedOn: on('2024-12-31') })], 2024, '2021'), 'granted')).toBe(1)
    const late = [request({ closedOn: on('2025-01-01') })]
    expect(total(countRequests(late, 2024, '2021'), 'carriedForward')).toBe(1)
    expect(total(countRequests(late, 2025, '2021'), 'carriedOver')).toBe(1)
    expect(total(countRequests(late, 2025, '2021'), 'granted')).toBe(1)
    expect(total(countRequests(late, 2025, '2021'), 'received')).toBe(0)
  })

  test('2019 年格式的（六）其他处理只有一行', () => {
    const facts = [request({ outcome: 'other.correctionLapsed' }), request({ outcome: 'other.withdrawn' })]
    const table = countRequests(facts, 2024, '2019')
    expect(total(table, 'other.all')).toBe(2)
    expect(table['other.other']).toBeUndefined()
  })
})

describe('表四', () => {
  const dispute = (more: Partial<DisputeFact>): DisputeFact => ({
    body: 'reconsideration',
    openedOn: on('2024-05-01'),
    result: 'pending',
    closedOn: null,
    ...more,
  })
  const counted = (one: DisputeFact, y: number) => countDisputes([request({ disputes: [one] })], y)[one.body]

  test('跨年的争议：上年计尚未审结，结果计入审结之年，以后不再计', () => {
    const across = dispute({ result: 'corrected', closedOn: on('2025-02-01') })
    expect(counted(across, 2023)).toEqual([0, 0, 0, 0, 0])
    expect(counted(across, 2024)).toEqual([0, 0, 0, 1, 1])
    expect(counted(across, 2025)).toEqual([0, 1, 0, 0, 1])
    expect(counted(across, 2026)).toEqual([0, 0, 0, 0, 0])
  })

  test('2024年起依第十四条至第十六条不予公开的，直接起诉的记录要核对；此前的、部分公开的、行政查询的不用', () => {
    const direct = [dispute({ body: 'litigationDirect' })]
    const sued = (more: Partial<RequestFact>) =>
      suedTooSoon([request({ disputes: direct, outcome: 'withheld.processInformation', ...more })], 2024).length
    expect(sued({})).toBe(1)
    expect(sued({ receivedOn: on('2023-12-04'), closedOn: on('2023-12-29') })).toBe(0)
    expect(sued({ outcome: 'partial' })).toBe(0)
    expect(sued({ outcome: 'withheld.adminQuery' })).toBe(0)
    expect(sued({ disputes: [dispute({})] })).toBe(0)
    // 答复之前就起诉的，诉的是没有答复。
    expect(sued({ closedOn: on('2024-12-30') })).toBe(0)
  })

  test('单元格能打开背后的案件', () => {
    const all = [request({ caseId: 'a', disputes: [dispute({})] }), request({ caseId: 'b' })]
    const behind = factsInDisputeCell(all, { year: 2024, group: 'reconsideration', column: 'pending' })
    expect(behind.map(({ caseId }) => caseId)).toEqual(['a'])
    expect(DISPUTE_COLUMNS.indexOf('pending')).toBe(3)
  })
})

test('行政许可处理决定数量：按口径计全部决定，或者只计准予', () => {
  expect(permitDecisions({ granted: 120, refused: 3 }, { permitDecisions: 'all' })).toBe(123)
  expect(permitDecisions({ granted: 120, refused: 3 }, { permitDecisions: 'granted' })).toBe(120)
})
