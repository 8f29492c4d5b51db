import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ReportTables } from '../../law/reports/model.ts'
import { sumsAfter } from './add-up.ts'
import { addUp } from './rollup.ts'
import { anyTables } from '../../../tests/reports/any-tables.ts'

test('随收随加：报告先后通过、更正、退回，汇总数始终等于现有各份之和', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(3), fc.option(anyTables, { nil: null })), { maxLength: 12 }), (changes) => {
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
