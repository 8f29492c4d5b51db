import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formOf } from '../../law/reports/formats/index.ts'
import { leafRows } from '../../law/reports/algebra.ts'
import type { CheckedReport, ReportFormat, RequestRow } from '../../law/reports/model.ts'
import { DISPUTE_GROUPS } from '../../law/reports/model.ts'
import type { Style, TrueReport } from './layouts.testing.ts'
import { cellLines, pdfColumns, pipes, running, tabs } from './layouts.testing.ts'
import { readPlain } from './read-plain.testing.ts'

/** Counts as they occur: mostly zero, some small, few large. */
const count = fc.oneof(
  { weight: 12, arbitrary: fc.constant(0) },
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 9 }) },
  { weight: 2, arbitrary: fc.integer({ min: 10, max: 99 }) },
  { weight: 1, arbitrary: fc.integer({ min: 100, max: 3999 }) },
)
const six = fc.array(count, { minLength: 6, maxLength: 6 })

/** A consistent table 三 (X1, X2, X3 hold) and table 四 (X5 holds). */
const trueReport: fc.Arbitrary<TrueReport> = fc
  .record({
    format: fc.constantFrom<ReportFormat>('2019', '2021'),
    leaves: fc.array(six, { minLength: 21, maxLength: 21 }),
    forward: six,
    share: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 6, maxLength: 6 }),
    disputes: fc.array(count, { minLength: 12, maxLength: 12 }),
  })
  .map(({ format, leaves, forward, share, disputes }) => {
    const form = formOf(format)
    const requests = new Map<RequestRow, number[]>()
    const put = (row: RequestRow, cells: number[]): void => void requests.set(row, [...cells, cells.reduce((a, b) => a + b, 0)])
    leafRows(form).forEach((row, index) => put(row, leaves[index] ?? []))
    const handled = forward.map((_, column) => leafRows(form).reduce((sum, row) => sum + (requests.get(row)?.[column] ?? 0), 0))
    const over = handled.map((cell, column) => Math.floor(((cell + (forward[column] ?? 0)) * (share[column] ?? 0)) / 400))
    put(
      'received',
      handled.map((cell, column) => cell + (forward[column] ?? 0) - (over[column] ?? 0)),
    )
    put('carriedOver', over)
    put('handled', handled)
    put('carriedForward', forward)
    const groups = [0, 4, 8].flatMap((start) => {
      const four = disputes.slice(start, start + 4)
      return [...four, four.reduce((a, b) => a + b, 0)]
    })
    return { format, requests, disputes: groups }
  })

const style: fc.Arbitrary<Style> = fc
  .record({
    item: fc.constantFrom(
      (n: number) => `${n}.`,
      (n: number) => `${n}、`,
      (n: number) => `${n}．`,
      (n: number) => `（${n}）`,
      (n: number) => '①②③④⑤⑥⑦⑧'[n - 1] ?? '',
      () => '',
    ),
    full: fc.boolean(),
    wideLabels: fc.boolean(),
    seed: fc.integer({ min: 1, max: 2 ** 31 - 2 }),
  })
  .map(({ seed, ...rest }) => {
    let state = seed
    return { ...rest, pick: (n: number) => (state = (state * 48271) % 2147483647) % n }
  })

/** Cells read otherwise than they are, and cells left unread. */
function compare(truth: TrueReport, read: CheckedReport): { wrong: string[]; unread: string[] } {
  const [wrong, unread]: [string[], string[]] = [[], []]
  const note = (name: string, is: number | null | undefined, should: number): void => {
    if ((is ?? null) === null) unread.push(name)
    else if (is !== should) wrong.push(`${name}: ${is} for ${should}`)
  }
  for (const [row, cells] of truth.requests)
    cells.forEach((cell, i) => note(`${row}[${i}]`, read.tables.requests?.[row]?.[i], cell))
  truth.disputes.forEach((cell, i) =>
    note(`disputes[${i}]`, read.tables.disputes?.[DISPUTE_GROUPS[Math.floor(i / 5)] ?? 'reconsideration'][i % 5], cell),
  )
  return { wrong, unread }
}

const SURE: [string, (report: TrueReport, style: Style) => string][] = [
  ['单元格以空格分开，全文一行', (report, s) => running(report, s, () => ' ', ' ')],
  ['标签与数字相连，数字之间有空格', (report, s) => running(report, s, () => ' ', '')],
  ['每格一行', cellLines],
  ['竖线分隔的表格', pipes],
  ['制表符分隔', tabs],
  ['PDF 按空格对齐，标签折行，中间有页码', pdfColumns],
]

describe('同一份年报，以各种版式发布', () => {
  test.each(SURE)('%s：每一格都读出，没有错格，没有假的勾稽错误', (_, render) => {
    fc.assert(
      fc.property(trueReport, style, (report, how) => {
        const text = render(report, how)
        const read = readPlain(text)
        expect({ ...compare(report, read), text: '' }).toEqual({ wrong: [], unread: [], text: '' })
        expect(read.format).toBe(report.format)
        expect(read.findings.filter(({ code }) => /^X[1235]$/.test(code))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  test.each([
    ['数字全部连在一起', (report: TrueReport, s: Style) => running(report, s, () => '', '')],
    ['数字之间偶有空格', (report: TrueReport, s: Style) => running(report, s, (how) => (how.pick(3) === 0 ? ' ' : ''), '')],
  ])('%s：读不准的留空，不读错；凡留空必有 R01', (_, render) => {
    fc.assert(
      fc.property(trueReport, style, (report, how) => {
        const read = readPlain(render(report, how))
        const { wrong, unread } = compare(report, read)
        expect(wrong).toEqual([])
        if (unread.length > 0) expect(read.findings.map(({ code }) => code)).toContain('R01')
        expect(read.findings.map(({ code }) => code)).not.toContain('X13')
      }),
      { numRuns: 25 },
    )
  })

  test('行次丢了、只剩点号的（22 .其他）：前一行末格是 22，不是 2 和第 2 项', () => {
    fc.assert(
      fc.property(trueReport, style, (report, how) => {
        const whole = running(report, { ...how, item: (n) => `${n}.`, wideLabels: false }, () => ' ', ' ')
        const text = whole.replace(/(?<=\d) 2\.(?=其他)/, ' .')
        expect(text).not.toBe(whole)
        expect(compare(report, readPlain(text)).wrong).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  test('前一行少了一格、“无”字与“正当理由”断开：不是前一行末格的“无”', () => {
    fc.assert(
      fc.property(trueReport, style, (report, how) => {
        const whole = running(report, { ...how, item: () => '', wideLabels: false }, () => ' ', ' ')
        const text = whole.replace(/ \d+( \d+) *无 *正当(?=理由大)/, '$1 无 正当')
        expect(text).not.toBe(whole)
        expect(compare(report, readPlain(text)).wrong).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  test('项号与标签之间空得多（663、   补正后）：663 是 66 和第 3 项', () => {
    fc.assert(
      fc.property(trueReport, style, (report, how) => {
        const whole = running(report, { ...how, item: (n) => `${n}、`, wideLabels: false }, () => ' ', '')
        const text = whole.replace(/(?<=\d3、)(?=补正后)/, '   ')
        expect(text).not.toBe(whole)
        expect(compare(report, readPlain(text)).wrong).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  test.each(SURE)('%s，又被弄坏几处：折断标签、插进页码、丢掉空白或者一格、数字粘连、脚注、全角——读对，或者留空', (_, render) => {
    fc.assert(
      fc.property(trueReport, style, fc.array(damage, { minLength: 1, maxLength: 3 }), (report, how, harms) => {
        const text = harms.reduce((harmed, harm) => harm(harmed, how), render(report, how))
        expect(compare(report, readPlain(text)).wrong).toEqual([])
      }),
      // The same damage every time; GONGKAI_LAYOUTS=4000 looks for faults, so many times and by chance.
      process.env.GONGKAI_LAYOUTS ? { numRuns: Number(process.env.GONGKAI_LAYOUTS) } : { numRuns: 120, seed: 20_261_128 },
    )
  })
})

type Harm = (text: string, how: Style) => string

/** Puts something in, or takes something out, at one of the places that the pattern finds. */
function once(text: string, how: Style, pattern: RegExp, change: (found: string) => string): string {
  const places = [...text.matchAll(pattern)]
  const at = places[how.pick(Math.max(places.length, 1))]
  return at ? text.slice(0, at.index) + change(at[0]) + text.slice(at.index + at[0].length) : text
}

/** What happens to a table on its way into a text. */
const damage = fc.constantFrom<Harm>(
  (text, how) => once(text, how, /[\u4e00-\u9fff]{2}/g, ([first = '', second = '']) => `${first}\n${second}`),
  (text, how) => once(text, how, /\n/g, () => `\n${['3', '— 3 —', '第 3 页', '3/7'][how.pick(4)]}\n`),
  (text, how) => once(text, how, /[ \t]+/g, () => ''),
  (text, how) => once(text, how, /(?<=\d)[ \t]+(?=\d)/g, () => ''),
  (text, how) => once(text, how, /(?<=\d)\s+(?=\d)/g, () => '\n'),
  (text, how) => once(text, how, /[ \t]/g, () => '   '),
  (text, how) => once(text, how, /(?<=\d)[ \t]+\d+(?=[ \t\n])/g, () => ''),
  (text, how) => once(text, how, /(?<=\d[ \t]+)0(?=[ \t\n])/g, () => ''),
  (text, how) =>
    once(text, how, /(?<=[ \t|]\d+)(?=[ \t\n])/g, () => ['*', '①', '¹', '[1]', '（注）', '%', '万'][how.pick(7)] ?? ''),
  (text, how) => once(text, how, /(?<=[ \t|])0(?=[ \t|])/g, () => ['-', '—', '/', '无'][how.pick(4)] ?? ''),
  (text) => text.replaceAll(/(?<=[ \t|\n])(\d)(\d{3})(?=[ \t\n|]|$)/gm, '$1,$2'),
  (text) => text.replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
)
