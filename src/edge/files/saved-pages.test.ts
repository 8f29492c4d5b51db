import { describe, expect, test } from 'vitest'
import { FORMS } from '../../law/reports/formats/index.ts'
import type { CheckedReport } from '../../law/reports/model.ts'
import { DISPUTE_GROUPS } from '../../law/reports/model.ts'
import { readReport } from '../../record/reports/read-report.ts'
import { MADE_DISCLOSED, madeReport, parts } from './made.testing.ts'
import { readBytes } from './read-bytes.ts'

type Row = { text: string; rows?: number; columns?: number }[]

const report = madeReport()
/** One `|` for each column that a merged cell covers beside its own. */
const covered = (row: Row): string => '|'.repeat(row.reduce((sum, { columns = 1 }) => sum + columns - 1, 0))
const below = (row: Row): string => (covered(row) === '' ? '' : `\n${covered(row)}`)

/** Every cell of the table in its place; what a merged cell covers is blank, or says the same again. */
function placed(rows: readonly Row[], again: boolean): string[][] {
  const width = Math.max(...rows.map((row) => row.reduce((sum, { columns = 1 }) => sum + columns, 0)))
  const grid = rows.map(() => Array.from({ length: width }, (): string | undefined => undefined))
  rows.forEach((row, r) => {
    for (const { text, rows: down = 1, columns = 1 } of row) {
      const at = grid[r]?.findIndex((cell) => cell === undefined) ?? 0
      for (let i = r; i < Math.min(rows.length, r + down); i++)
        for (let j = at; j < at + columns; j++) grid[i]?.splice(j, 1, again || (i === r && j === at) ? text : '')
    }
  })
  return grid.map((row) => row.map((cell) => cell ?? ''))
}

/** The layouts in which pages are found when they were saved as text. */
const LAYOUTS: Record<string, (rows: readonly Row[]) => string> = {
  '每格一行，格后竖线': (rows) => rows.flatMap((row) => row.map(({ text }) => `${text} |`.trim())).join('\n'),
  '每格一行，合并格补竖线': (rows) =>
    rows.map((row) => row.map(({ text }) => `${text} |`.trim()).join('\n') + below(row)).join('\n'),
  竖线独占一行: (rows) =>
    rows.map((row) => row.map(({ text }) => (text === '' ? '|' : `${text}\n|`)).join('\n') + below(row)).join('\n'),
  '行首竖线，每格另起一行': (rows) =>
    rows.map((row) => `| ${row.map(({ text }) => `\n ${text}  | `).join('')}${covered(row)}`).join('\n'),
  '每行一行，行末竖线': (rows) => rows.map((row) => row.map(({ text }) => `${text} |`).join(' ')).join('\n'),
  '每行一行，合并格补在行末': (rows) =>
    rows.map((row) => `${row.map(({ text }) => `${text} |`).join(' ')} ${covered(row)}`).join('\n'),
  '完整表格，合并处留空': (rows) =>
    placed(rows, false)
      .map((row) => `| ${row.join(' | ')} |`)
      .join('\n'),
  '完整表格，合并处重复': (rows) =>
    placed(rows, true)
      .map((row) => `| ${row.join(' | ')} |`)
      .join('\n'),
  制表符: (rows) => rows.map((row) => row.map(({ text }) => text).join('\t')).join('\n'),
  '制表符，合并处留空': (rows) =>
    placed(rows, false)
      .map((row) => row.join('\t'))
      .join('\n'),
}

/** The page; `blank` tells which cells of table 三 were left empty: the row and the column, from 0. */
function page(layout: (rows: readonly Row[]) => string, blank: (row: string, column: number) => boolean = () => false): string {
  const labels = new Map(FORMS['2021'].requests.rows.map(({ row, number, label }) => [`${number}${label}`, row]))
  return parts(report)
    .map((part) => {
      if ('text' in part) return part.text
      const rows = part.cells.map((row): Row => {
        const name = row.map(({ text }) => labels.get(text)).find((found) => found !== undefined)
        if (name === undefined || row.length < 8) return row
        const first = row.length - 7
        return row.map((cell, index) => (index >= first && blank(name, index - first) ? { ...cell, text: '' } : cell))
      })
      return layout(rows)
    })
    .join('\n')
}

async function read(text: string): Promise<CheckedReport> {
  const outcome = await readBytes(new TextEncoder().encode(text), '年报.txt')
  if (!outcome.ok) throw new Error(outcome.why)
  return readReport(outcome.document)
}

describe('存成文字的网页', () => {
  test.each(Object.entries(LAYOUTS))('%s：三张表逐格读出', async (_, layout) => {
    const { agency, year, tables, findings } = await read(page(layout))
    expect([agency, year]).toEqual(['某县教育局', 2023])
    expect(tables.requests).toEqual(Object.fromEntries(report.requests))
    expect(DISPUTE_GROUPS.flatMap((group) => tables.disputes?.[group])).toEqual(report.disputes)
    expect(tables.disclosed).toEqual(MADE_DISCLOSED)
    expect(findings.filter(({ level }) => level === 'error')).toEqual([])
  })

  test.each(Object.entries(LAYOUTS))('%s：空白格仍是空白（X13），旁边的格不移位', async (_, layout) => {
    const blank = (row: string, column: number): boolean =>
      (row === 'withheld.thirdParty' && column < 6) || (row === 'unable.needsMaking' && (column === 2 || column === 6))
    const { tables, findings } = await read(page(layout, blank))
    const truth = [...report.requests].map(([row, cells]) => [row, cells.map((cell, i) => (blank(row, i) ? null : cell))])
    expect(tables.requests).toEqual(Object.fromEntries(truth))
    expect(findings.filter(({ code }) => code === 'X13').flatMap(({ rows }) => rows)).toEqual([
      'withheld.thirdParty',
      'unable.needsMaking',
    ])
  })

  test('行末的空白格被删去：整行不读，不移位', async () => {
    const trimmed = page(LAYOUTS['制表符，合并处留空'] ?? String, (row, column) => row === 'partial' && column > 5)
      .split('\n')
      .map((line) => line.trimEnd())
      .join('\n')
    const { tables, findings } = await read(trimmed)
    expect(tables.requests?.partial).toEqual([null, null, null, null, null, null, null])
    expect(findings.filter(({ code }) => code === 'R01').flatMap(({ rows }) => rows)).toEqual(['partial'])
  })

  test('文字在一行中断：断处的行不算空白', async () => {
    const whole = page(LAYOUTS['每格一行，格后竖线'] ?? String)
    const { tables, findings } = await read(whole.slice(0, whole.indexOf('7.属于行政执法案卷') + 5))
    expect(tables.requests?.['withheld.processInformation']).toEqual(report.requests.get('withheld.processInformation'))
    expect(tables.requests?.['withheld.enforcementFile']).toBeUndefined()
    expect(findings.map(({ code }) => code)).not.toContain('X13')
  })
})
