import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Cell, CheckedReport } from '../../law/reports/model.ts'
import { readReport } from '../../record/reports/read-report.ts'
import { readBytes } from './read-bytes.ts'

interface Truth {
  file: string
  year: number
  format: string
  tableComplete: boolean
  requests: Record<string, Cell[]>
  disputes: Record<string, Cell[]> | null
  knownErrors: unknown[] | null
  expect?: string[]
}

const folder = new URL('../../../tests/samples/reports/', import.meta.url)
const truths = JSON.parse(readFileSync(new URL('truth.json', folder), 'utf8')) as Truth[]

async function read(file: string): Promise<CheckedReport> {
  const outcome = await readBytes(readFileSync(new URL(file, folder)), file)
  if (!outcome.ok) throw new Error(outcome.why)
  return readReport(outcome.document)
}

describe('真实的年度报告', () => {
  test.each(truths.map((truth) => [truth.file, truth] as const))('%s：每格如原文', async (file, truth) => {
    const report = await read(file)
    expect([report.year, report.format]).toEqual([truth.year, truth.format])
    expect(report.tables.requests).toEqual(truth.requests)
    expect(report.tables.disputes).toEqual(truth.disputes)
  })

  test.each(truths.filter(({ tableComplete }) => tableComplete).map((truth) => [truth.file, truth] as const))(
    '%s：原报告有错才报错',
    async (file, truth) => {
      const codes = (await read(file)).findings.map(({ code }) => code)
      const relations = codes.filter((code) => /^X[1235]$/.test(code))
      expect(relations.length > 0).toBe((truth.knownErrors ?? []).length > 0)
      expect(codes).toEqual(expect.arrayContaining(truth.expect ?? []))
    },
  )

  test('同仁市教育局2021：空白格、丢失的表头、写错的年份、为零的行政许可', async () => {
    const report = await read('tongren-education-2021.txt')
    expect([report.agency, report.year, report.format]).toEqual(['同仁市教育局', 2021, '2021'])
    expect(report.findings.map(({ code, rows, column }) => [code, rows.join(), column])).toEqual([
      ['L01', '', 'otherOrganisation'],
      ['X13', 'other.correctionLapsed', null],
      ['X13', 'other.other', null],
      ['X12', '', null],
      ['L02', 'permits', '0'],
    ])
    const cells = Object.entries(report.tables.requests ?? {}).filter(
      ([row]) => !['other.correctionLapsed', 'other.other'].includes(row),
    )
    expect(cells).toHaveLength(23)
    expect(cells.flatMap(([, row]) => row)).toEqual(Array.from({ length: 161 }, () => 0))
  })
})
