import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { leafRows } from './algebra.ts'
import { checkTables } from './checks.ts'
import { formOf } from './formats/index.ts'
import type { Cell, Finding, ReportTables, RequestRow, RequestTable } from './model.ts'

const NONE: Cell[] = [0, 0, 0, 0, 0, 0, 0]
const TWO: Cell[] = [2, 0, 0, 0, 0, 0, 2]

function reportOf(rows: Partial<Record<RequestRow, Cell[]>>, reconsideration: Cell[] = [0, 0, 0, 0, 0]): ReportTables {
  const requests: RequestTable = Object.fromEntries(formOf('2021').requests.rows.map(({ row }) => [row, NONE]))
  return {
    disclosed: null,
    requests: { ...requests, received: TWO, granted: TWO, handled: TWO, ...rows },
    disputes: { reconsideration, litigationDirect: [0, 0, 0, 0, 0], litigationAfterReconsideration: [0, 0, 0, 0, 0] },
  }
}

const proposals = (tables: ReportTables, previous?: ReportTables): [string, string[] | null][] =>
  checkTables(tables, '2021', previous ? { previous } : {}).map(({ code, proposed }) => [
    code,
    proposed?.map(({ row, column, value }) => `${row} ${column} ${value}`) ?? null,
  ])

describe('改正的建议：勾稽关系只留下一个答案时才有', () => {
  test('一行的总计写错：横竖两种关系都指着它', () => {
    const found = proposals(reportOf({ granted: [2, 0, 0, 0, 0, 0, 5] }))
    expect(found).toEqual([
      ['X3', ['granted total 2']],
      ['X2', ['granted total 2']],
    ])
  })

  test('一行的自然人和总计一起写错：每一条都写两格一起改，只改一格又添新错', () => {
    const found = proposals(reportOf({ handled: [3, 0, 0, 0, 0, 0, 3] }))
    expect(found.map(([code]) => code)).toEqual(['X1', 'X2', 'X1', 'X2'])
    for (const [, cells] of found) expect(cells?.toSorted()).toEqual(['handled naturalPerson 2', 'handled total 2'])
  })

  test('几处都可能写错的，不猜', () => {
    expect(proposals(reportOf({ granted: NONE, handled: NONE }))).toEqual([
      ['X1', null],
      ['X1', null],
    ])
    // Its column holds: changing the row's total would break what is whole.
    expect(proposals(reportOf({ granted: [1, 0, 0, 0, 0, 0, 2] }))).toEqual([
      ['X3', ['granted naturalPerson 2']],
      ['X2', ['granted naturalPerson 2']],
    ])
  })

  test('表四只有一种关系，改哪一格都能成立：不猜', () => {
    expect(proposals(reportOf({}, [1, 0, 2, 0, 4]))).toEqual([['X5', null]])
  })

  test('空白的格由其余各格推算；推算不出来的没有', () => {
    const [implied] = checkTables(reportOf({ granted: [null, 0, 0, 0, null, 0, 2] }), '2021')
    expect(implied?.proposed).toEqual([
      { row: 'granted', column: 'naturalPerson', value: 2 },
      { row: 'granted', column: 'legalService', value: 0 },
    ])
    expect(implied?.repair).toContain('“予以公开”一行“自然人”为2、“法律服务机构”为0')
    const blank = [null, null, null, null, null, null, null]
    expect(proposals(reportOf({ granted: blank, partial: blank }))).toEqual([
      ['X13', null],
      ['X13', null],
    ])
  })

  test('推算出负数的，说明别处也有错：不建议', () => {
    expect(proposals(reportOf({ granted: [null, 3, 0, 0, 0, 0, 2], received: NONE })).find(([code]) => code === 'X13')).toEqual([
      'X13',
      null,
    ])
  })

  test('上年结转接不上：改了就全部成立的才建议', () => {
    const previous = reportOf({ carriedForward: TWO })
    const shifted = reportOf({ received: NONE, carriedOver: [1, 0, 0, 0, 0, 0, 1] })
    const found = proposals(shifted, previous)
    expect(found.map(([code]) => code)).toEqual(['X1', 'X1', 'X4', 'X4'])
    for (const [, cells] of found) expect(cells?.toSorted()).toEqual(['carriedOver naturalPerson 2', 'carriedOver total 2'])
    expect(proposals(reportOf({ carriedForward: NONE }), previous)).toEqual([
      ['X4', null],
      ['X4', null],
    ])
  })

  test('每条检查结果都说明怎么办', () => {
    for (const { repair } of checkTables(reportOf({ granted: NONE }), '2021')) expect(repair).toMatch(/[一-龥]/)
  })

  test('性质：照建议改了，这一条就成立，也不添新的错', () => {
    fc.assert(
      fc.property(consistent, fc.array(damage, { minLength: 1, maxLength: 3 }), (whole, damages) => {
        const damaged = damages.reduce(
          (tables, { row, at, value }) => withCells(tables, [{ row, column: COLUMNS[at] ?? '', value }]),
          whole,
        )
        const found = checkTables(damaged, '2021')
        const before = new Set(found.map(nameOf))
        for (const one of found) {
          if (!one.proposed) continue
          // A relation that could not be judged for want of a number is judged afterwards: those cells come from the others.
          const after = checkTables(withCells(damaged, one.proposed), '2021')
          const blank = one.code === 'X13'
          expect(after.filter((other) => !before.has(nameOf(other)))).toEqual([])
          if (!blank) expect(after.map(nameOf)).not.toContain(nameOf(one))
        }
      }),
      { numRuns: 400 },
    )
  })

  test('性质：一格和总计一起错，取任何一条的建议都处处成立', () => {
    fc.assert(
      fc.property(consistent, twinDamage, (whole, twins) => {
        const damaged = withCells(
          whole,
          twins.map(({ row, at, by }) => ({
            row,
            column: COLUMNS[at] ?? '',
            value: (whole.requests?.[row]?.[at] ?? 0) + by,
          })),
        )
        for (const { proposed } of checkTables(damaged, '2021'))
          if (proposed) expect(checkTables(withCells(damaged, proposed), '2021')).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('性质：没有错的表没有检查结果；只错一格且有建议的，改回来的表处处成立', () => {
    fc.assert(
      fc.property(consistent, damage, (whole, { row, at, value }) => {
        expect(checkTables(whole, '2021')).toEqual([])
        const damaged = withCells(whole, [{ row, column: COLUMNS[at] ?? '', value }])
        const proposed = checkTables(damaged, '2021').flatMap((one) => one.proposed ?? [])
        if (proposed.length > 0) expect(checkTables(withCells(damaged, proposed), '2021')).toEqual([])
      }),
      { numRuns: 400 },
    )
  })
})

const FORM = formOf('2021')
const COLUMNS = FORM.requests.columns.map(({ column }) => column as string)
const ROWS = FORM.requests.rows.map(({ row }) => row)
const LEAVES = leafRows(FORM)

const nameOf = ({ code, rows, column }: Finding) => `${code} ${rows.join()} ${column ?? ''}`

function withCells(tables: ReportTables, cells: readonly { row: string; column: string; value: Cell }[]): ReportTables {
  const requests = Object.fromEntries(
    ROWS.map((row) => [
      row,
      COLUMNS.map((column, at) => {
        const changed = cells.findLast((one) => one.row === row && one.column === column)
        return changed ? changed.value : (tables.requests?.[row]?.[at] ?? null)
      }),
    ]),
  )
  return { ...tables, requests }
}

/** One cell put down wrongly, or left out. */
const damage = fc.record({
  row: fc.constantFrom(...ROWS),
  at: fc.nat(COLUMNS.length - 1),
  value: fc.oneof(fc.nat(9), fc.constant(null)),
})

/** A cell and the total of its row put down wrongly alike: each relation is broken by itself. */
const twinDamage = fc
  .record({ row: fc.constantFrom(...ROWS), at: fc.nat(COLUMNS.length - 2), by: fc.integer({ min: 1, max: 9 }) })
  .map(({ row, at, by }) => [
    { row, at, by },
    { row, at: COLUMNS.length - 1, by },
  ])

/** Table 三 in which everything adds up. */
const consistent = fc
  .array(fc.tuple(fc.array(fc.nat(3), { minLength: LEAVES.length, maxLength: LEAVES.length }), fc.nat(3), fc.nat(3)), {
    minLength: COLUMNS.length - 1,
    maxLength: COLUMNS.length - 1,
  })
  .map((columns): ReportTables => {
    const each = columns.map(([leaves, over, forward]) => {
      const handled = leaves.reduce((sum, one) => sum + one, 0)
      const carriedOver = Math.min(over, handled + forward)
      const named = Object.fromEntries(LEAVES.map((row, at) => [row, leaves[at] ?? 0]))
      return { ...named, handled, carriedOver, carriedForward: forward, received: handled + forward - carriedOver }
    })
    const requests = Object.fromEntries(
      ROWS.map((row) => {
        const cells = each.map((one) => (one as Record<string, number>)[row] ?? 0)
        return [row, [...cells, cells.reduce((sum, one) => sum + one, 0)]]
      }),
    )
    return { ...reportOf({}), requests }
  })
