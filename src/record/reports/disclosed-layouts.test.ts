import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formOf } from '../../law/reports/formats/index.ts'
import type { Cell } from '../../law/reports/model.ts'
import { readPlain } from './read-plain.testing.ts'

const FORM = formOf('2021')
const ROWS = FORM.disclosed.flatMap(({ rows, columns }) => rows.map(({ key, label }) => ({ key, label, size: columns.length })))

/** What table 二 says in one source, and how that source writes it. */
interface Written {
  /** Cells by row; null was left blank. */
  truth: ReadonlyMap<string, readonly Cell[]>
  text: string
}

/** Counts as they occur, blanks among them. */
const cell = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 99 }) },
  { weight: 3, arbitrary: fc.integer({ min: 100, max: 49_999 }) },
  { weight: 2, arbitrary: fc.constant(null) },
)

/** 12345 → 12,345 */
function commas(value: number): string {
  return String(value).replaceAll(/\B(?=(?:\d{3})+$)/g, ',')
}

const GAPS = ['\t', ' ', '   ', '\n', ' | '] as const

function render(cells: ReadonlyMap<string, readonly Cell[]>, grouped: boolean, gap: string, afterLabel: string): string {
  const body = FORM.disclosed.flatMap(({ item, columns, rows }) => [
    item,
    ['信息内容', ...columns].join(gap),
    ...rows.map(({ key, label }) => {
      const numbers = (cells.get(key) ?? []).map((value) => (value === null ? '' : grouped ? commas(value) : String(value)))
      return `${label}${afterLabel}${numbers.join(gap)}`
    }),
  ])
  return [
    '某县教育局2023年政府信息公开工作年度报告',
    '一、总体情况',
    '2023年，我局认真做好政府信息公开工作。',
    '二、主动公开政府信息情况',
    ...body,
    '三、收到和处理政府信息公开申请情况',
  ].join('\n')
}

/** One blank between numbers gone; a run of blanks that shrank to one; a cell that went missing. */
const HARMS = [
  /(?<=\d)[ \t]+(?=\d)/g,
  /[ \t]{2,}/g,
  /(?<=\d[ \t]+)[\d,]+(?=[ \t\n])/g,
  /(?<=[\u4e00-\u9fff])[ \t]+(?=\d)/g,
] as const

function harmed(text: string, kind: number, at: number): string {
  const start = text.indexOf('二、主动公开')
  const places = [...text.slice(start).matchAll(HARMS[kind] ?? /$^/g)]
  const place = places[at % Math.max(places.length, 1)]
  if (!place) return text
  const from = start + place.index
  return text.slice(0, from) + (kind === 1 ? ' ' : '') + text.slice(from + place[0].length)
}

const written: fc.Arbitrary<Written> = fc
  .record({
    cells: fc.tuple(...ROWS.map(({ size }) => fc.array(cell, { minLength: size, maxLength: size }))),
    grouped: fc.boolean(),
    gap: fc.constantFrom(...GAPS),
    glued: fc.boolean(),
    harms: fc.array(fc.record({ kind: fc.nat(HARMS.length - 1), at: fc.nat(40) }), { maxLength: 2 }),
  })
  .map(({ cells, grouped, gap, glued, harms }) => {
    const truth = new Map(ROWS.map(({ key }, index) => [key, cells[index] ?? []]))
    const text = render(truth, grouped, gap, glued ? '' : gap)
    return { truth, text: harms.reduce((before, { kind, at }) => harmed(before, kind, at), text) }
  })

function cellsRead(text: string): ReadonlyMap<string, readonly Cell[]> {
  const { disclosed } = readPlain(text).tables
  const rows = Object.entries((disclosed ?? {}) as Record<string, Cell | Cell[]>)
  return new Map(rows.map(([key, cells]) => [key, Array.isArray(cells) ? cells : [cells]]))
}

describe('表二，以各种版式发布', () => {
  test('千位逗号、空白格、丢掉的空格：读对，或者留空', () => {
    fc.assert(
      fc.property(written, ({ truth, text }) => {
        const read = cellsRead(text)
        const wrong = ROWS.flatMap(({ key }) =>
          (read.get(key) ?? []).flatMap((is, index) => {
            const should = truth.get(key)?.[index] ?? null
            return is === null || is === should ? [] : [`${key}[${index}]: ${is} for ${should}`]
          }),
        )
        expect({ wrong, text: wrong.length > 0 ? text : '' }).toEqual({ wrong: [], text: '' })
      }),
      { numRuns: 400 },
    )
  })

  test.each([
    ['中间一格空白', '12\t\t1,234'],
    ['少了一格', '1,234   5'],
    ['少了一处空格', '3171,234 5'],
  ])('%s：千位逗号不拆成两格，留空，R01', (_, numbers) => {
    const cells = new Map(ROWS.map(({ key, size }) => [key, Array.from({ length: size }, (): Cell => 0)]))
    const text = render(cells, true, '\t', '\t').replace(/(行政规范性文件\t)0\t0\t0/, `$1${numbers}`)
    expect(cellsRead(text).get('normativeDocuments')).toEqual([null, null, null])
    expect(readPlain(text).findings.some(({ code, rows }) => code === 'R01' && rows.includes('normativeDocuments'))).toBe(true)
  })

  test('三格都在的千位数：照读', () => {
    const cells = new Map(ROWS.map(({ key, size }) => [key, Array.from({ length: size }, (): Cell => 1234)]))
    expect(cellsRead(render(cells, true, '\t', '\t'))).toEqual(cells)
  })
})
