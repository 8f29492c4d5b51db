/** 演示县年度报告的文字：哪一年、哪个机关的都不与上年、与别的机关雷同，否则送审不了，演示县也建不起来。 */
import { expect, test } from 'vitest'
import { likeLastYear, likeOthers } from '../../record/reports/prose-likeness.ts'
import { BUREAUS } from './county.ts'
import { problemsOf } from './report-prose.ts'
import type { YearFacts } from './year-facts.ts'

const COUNTS = ['stale', 'returned', 'unexplained', 'corrections', 'extended'] as const

/** Every choice of numbers that show something to mend. */
function everyCase(): YearFacts[] {
  return Array.from({ length: 2 ** COUNTS.length - 1 }, (_, at) => {
    const numbers = COUNTS.map((name, bit) => [name, ((at + 1) >> bit) & 1 ? 3 : 0] as const)
    return { numbered: 9, ...Object.fromEntries(numbers) } as unknown as YearFacts
  })
}

const proseOf = (problems: string[]) => ({ preface: [], overall: [], problems, other: [] })

test('同样的问题连着两年，措施不照抄；几个机关同样的问题，措施也不雷同', () => {
  const pairs = BUREAUS.flatMap((one) => BUREAUS.filter((other) => other !== one).map((other) => [one, other] as const))
  for (const [one, other] of pairs)
    for (const facts of everyCase())
      for (const year of [2023, 2024, 2025]) {
        const own = proseOf(problemsOf(one, year, facts))
        const before = { source: '上年', prose: proseOf(problemsOf(one, year - 1, facts)) }
        const beside = { source: '别的机关', agency: other.name, prose: proseOf(problemsOf(other, year, facts)) }
        expect(likeLastYear(own, before)).toEqual([])
        expect(likeOthers(own, [beside], one.name)).toEqual([])
      }
})
