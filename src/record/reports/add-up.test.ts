import fc from 'fast-check'
import { expect, test } from 'vitest'
import { REQUEST_COLUMNS, type ReportTables } from '../../law/reports/model.ts'
import { formOf } from '../../law/reports/formats/index.ts'
import { sumsAfter } from './add-up.ts'
import { addUp } from './rollup.ts'

const count = fc.nat(10_000)
const three = fc.tuple(count, count, count)
const five = fc.array(count, { minLength: 5, maxLength: 5 })
const report: fc.Arbitrary<ReportTables> = fc.record({
  disclosed: fc.record({
    rules: three,
    normativeDocuments: three,
    permits: count,
    penalties: count,
    compulsion: count,
    feesWanYuan: fc.nat(10_000_000).map((fen) => fen / 10_000),
  }),
  requests: fc
    .array(count, { minLength: 25 * 7, maxLength: 25 * 7 })
    .map((cells) =>
      Object.fromEntries(
        formOf('2021').requests.rows.map(({ row }, index) => [row, cells.slice(index * 7, index * 7 + REQUEST_COLUMNS.length)]),
      ),
    ),
  disputes: fc.record({ reconsideration: five, litigationDirect: five, litigationAfterReconsideration: five }),
})

test('随收随加：报告先后通过、更正、退回，汇总数始终等于现有各份之和', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(3), fc.option(report, { nil: null })), { maxLength: 12 }), (changes) => {
      const standing = new Map<number, ReportTables>()
      let sums: ReportTables | null = null
      for (const [unit, next] of changes) {
        sums = sumsAfter(sums, '2021', { out: standing.get(unit) ?? null, in: next })
        if (next) standing.set(unit, next)
        else standing.delete(unit)
        if (standing.size > 0) expect(sums).toEqual(addUp([...standing.values()], '2021'))
      }
    }),
    { numRuns: 60 },
  )
})
