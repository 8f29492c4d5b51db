/** For property tests: reports full of numbers. */
import fc from 'fast-check'
import { formOf } from '../../src/law/reports/formats/index.ts'
import { REQUEST_COLUMNS, type ReportTables } from '../../src/law/reports/model.ts'

const count = fc.nat(10_000)
const three = fc.tuple(count, count, count)
const five = fc.array(count, { minLength: 5, maxLength: 5 })
/** Tables of the 2021 form with any counts in every cell. */
export const anyTables: fc.Arbitrary<ReportTables> = fc.record({
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
