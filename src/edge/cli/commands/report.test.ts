import { mkdtemp, rm, writeFile, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Command } from '../command.ts'
import { reportCommand } from './report.ts'
import { rollupCommand } from './rollup.ts'

const samples = fileURLToPath(new URL('../../../../tests/samples/reports/', import.meta.url))
const sample = (name: string): string => join(samples, name)

interface Ran {
  code: number
  lines: Record<string, unknown>[]
  errors: string[]
}

async function run(command: Command, ...args: string[]): Promise<Ran> {
  const lines: Record<string, unknown>[] = []
  const errors: string[] = []
  const code = await command.run(args, {
    out: (line) => lines.push(JSON.parse(line) as Record<string, unknown>),
    err: (line) => errors.push(line),
    readStdin: async () => '',
    withOffice: () => Promise.reject(new Error('these commands need no database')),
  })
  return { code, lines, errors }
}

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongkai-report-'))
})
afterAll(() => rm(folder, { recursive: true }))

describe('gongkai report check', () => {
  test('每个文件一行，按给出的次序；没有错误时退出码为 0', async () => {
    const { code, lines } = await run(reportCommand, 'check', sample('014-flat.txt'), sample('027-pdf-columns.txt'))
    expect(code).toBe(0)
    expect(lines.map(({ file, year, format }) => [file, year, format])).toEqual([
      [sample('014-flat.txt'), 2019, '2019'],
      [sample('027-pdf-columns.txt'), 2024, '2021'],
    ])
  })

  test('报告有错、或有文件不能读取：退出码为 1', async () => {
    expect((await run(reportCommand, 'check', sample('016-flat.txt'))).code).toBe(1)
    const { code, lines } = await run(reportCommand, 'check', sample('014-flat.txt'), join(folder, '没有.txt'))
    expect(code).toBe(1)
    expect(lines[1]).toEqual({ file: join(folder, '没有.txt'), unreadable: '文件不存在' })
  })

  test('全部不能读取，或参数有误：退出码为 2，说明怎么办', async () => {
    await writeFile(join(folder, '通知.txt'), '关于开会的通知')
    expect((await run(reportCommand, 'check', join(folder, '通知.txt'))).code).toBe(2)
    for (const args of [
      [],
      ['check'],
      ['look', 'a'],
      ['check', '--all', 'a'],
      ['check', '--previous', 'a', 'b', 'c'],
      ['check', '--previous', join(folder, '没有.txt'), sample('014-flat.txt')],
    ]) {
      const { code, lines, errors } = await run(reportCommand, ...args)
      expect([code, lines, errors.length]).toEqual([2, [], 1])
    }
  })

  test('--previous：上年结转对不上上年的结转下年度（X4）', async () => {
    const last = join(folder, '上年.txt')
    const text = await readFile(sample('027-pdf-columns.txt'), 'utf8')
    await writeFile(last, text.replaceAll('淮安市人民政府', '平潭综合实验区').replaceAll('2024 年', '2022 年'))
    const { lines } = await run(reportCommand, 'check', '--previous', last, sample('005-flat.txt'))
    const findings = lines[0]?.['findings'] as { code: string; expected: number; found: number }[]
    expect(findings.filter(({ code }) => code === 'X4').map(({ expected, found }) => [expected, found])).toEqual([
      [103, 0],
      [103, 0],
    ])
  })

  test('一次给出几个机关同年的报告：后面的照搬前面的句子，提示雷同（L06）；--previous 的文字也比（L05）', async () => {
    const written = async (name: string, agency: string, year: number) => {
      const file = join(folder, name)
      const words = '持续完善信息公开工作机制，明确专人负责信息采集、审核和发布。'
      await writeFile(
        file,
        `${agency}${year}年政府信息公开工作年度报告\n\n一、总体情况\n${words}\n\n二、主动公开政府信息情况\n\n五、存在的主要问题及改进情况\n解读单一。\n`,
      )
      return file
    }
    const first = await written('教育.txt', '云岭县教育局', 2024)
    const codesOf = async (...args: string[]) => {
      const { lines } = await run(reportCommand, 'check', ...args)
      return lines.map(({ findings }) =>
        (findings as { code: string }[]).map(({ code }) => code).filter((code) => /L0[56]/.test(code)),
      )
    }
    expect(await codesOf(first, await written('民政.txt', '云岭县民政局', 2024))).toEqual([[], ['L06']])
    expect(await codesOf(first, await written('司法.txt', '云岭县司法局', 2023))).toEqual([[], []])
    expect(await codesOf('--previous', await written('上年教育.txt', '云岭县教育局', 2023), first)).toEqual([['L05']])
  })

  test('--previous 给的是别的机关或者别的年度的，说明没有核对，不报结转不符（X4、X7）', async () => {
    const { lines } = await run(reportCommand, 'check', '--previous', sample('027-pdf-columns.txt'), sample('005-flat.txt'))
    const findings = lines[0]?.['findings'] as { code: string }[]
    const codes = findings.map(({ code }) => code)
    expect(codes).toContain('R10')
    expect(codes.filter((code) => code === 'X4' || code === 'X7')).toEqual([])
  })
})

describe('gongkai rollup', () => {
  test('样本文件夹：只加总本年度没有错误的，其余逐份说明', async () => {
    const { code, lines } = await run(rollupCommand, samples)
    expect(code).toBe(1)
    const [rollup] = lines
    const excluded = rollup?.['excluded'] as { file: string; why: string }[]
    expect(rollup?.['units']).toBe((rollup?.['accepted'] as number) + excluded.length)
    expect(excluded.every(({ why }) => /[一-龥]/.test(why))).toBe(true)
  })

  test('report check 的 JSON 可以直接汇总；不同年度、不同格式不混加', async () => {
    const checked = await run(reportCommand, 'check', sample('027-pdf-columns.txt'), sample('014-flat.txt'))
    const [first, other] = checked.lines
    const dir = await mkdtemp(join(folder, 'units-'))
    const twin = { ...first, agency: '某县人民政府', file: 'twin.txt' }
    await writeFile(join(dir, 'a.jsonl'), [first, twin, other].map((line) => JSON.stringify(line)).join('\n'))
    await writeFile(join(dir, 'b.json'), '{"unknown":1}')
    const { code, lines } = await run(rollupCommand, dir)
    expect(code).toBe(1)
    const [rollup] = lines
    expect([rollup?.['units'], rollup?.['accepted'], rollup?.['format'], rollup?.['year']]).toEqual([4, 2, '2021', 2024])
    const tables = rollup?.['tables'] as { requests: Record<string, number[]>; disclosed: { feesWanYuan: number } }
    expect(tables.requests['received']).toEqual([6002, 106, 0, 0, 122, 8, 6238])
    expect(tables.disclosed.feesWanYuan).toBe(192343.2)
    const excluded = rollup?.['excluded'] as { file: string; why: string }[]
    expect(excluded.map(({ why }) => why)).toEqual(['不是 gongkai report check 输出的 JSON', '是2019年的报告，本次汇总2024年'])
  })

  test('JSON 里的数被改过：重新核对，有错的不加总', async () => {
    const dir = await mkdtemp(join(folder, 'changed-'))
    const checked = await run(reportCommand, 'check', sample('027-pdf-columns.txt'))
    const { findings: _, ...report } = checked.lines[0] as { tables: { requests: { received: number[] } } } & Record<
      string,
      unknown
    >
    report.tables.requests.received[6] = 9999
    await writeFile(join(dir, 'a.json'), JSON.stringify(report))
    const { code, lines } = await run(rollupCommand, dir)
    expect([code, lines[0]?.['accepted']]).toEqual([1, 0])
    const findings = lines[0]?.['findings'] as { code: string }[]
    expect(findings.map((one) => one.code)).toEqual(['X3', 'X1'])
  })

  test('同一份输出放了两次，一份也不加；空格、缺行的不加（X13、R07）；列数按格式', async () => {
    const checked = await run(reportCommand, 'check', sample('027-pdf-columns.txt'))
    const report = checked.lines[0] as { tables: { requests: Record<string, (number | null)[]> } }
    const rolled = async (files: Record<string, unknown>) => {
      const dir = await mkdtemp(join(folder, 'twice-'))
      for (const [name, value] of Object.entries(files)) await writeFile(join(dir, name), JSON.stringify(value))
      const { lines } = await run(rollupCommand, dir)
      return lines[0] as { accepted: number; excluded: { why: string }[]; findings: { code: string }[] }
    }
    const twice = await rolled({ 'a.json': report, 'b.json': report })
    expect([twice.accepted, twice.excluded.map(({ why }) => why)]).toEqual([
      0,
      Array.from({ length: 2 }, () => '同一机关同一年度有2份报告，请只留一份'),
    ])
    const changed = (row: string, cells: (number | null)[] | undefined) => {
      const { [row]: _gone, ...rest } = report.tables.requests
      return { ...report, tables: { ...report.tables, requests: cells ? { ...rest, [row]: cells } : rest } }
    }
    const zeros = Array.from({ length: 7 }, () => 0)
    const faults = async (value: unknown) => {
      const { accepted, findings } = await rolled({ 'a.json': value })
      return [accepted, [...new Set(findings.map(({ code }) => code))]]
    }
    expect(await faults(changed('other.feeUnpaid', [null, ...zeros.slice(1)]))).toEqual([0, expect.arrayContaining(['X13'])])
    expect(await faults(changed('other.feeUnpaid', undefined))).toEqual([0, expect.arrayContaining(['R07'])])
    expect(await faults(changed('other.feeUnpaid', zeros.slice(1)))).toEqual([0, expect.arrayContaining(['R07'])])
  })

  test('--aggregate：主管部门的汇总数不等于各单位之和（X11）', async () => {
    const dir = await mkdtemp(join(folder, 'sum-'))
    const checked = await run(reportCommand, 'check', sample('027-pdf-columns.txt'))
    await writeFile(join(dir, 'a.json'), JSON.stringify(checked.lines[0]))
    const same = await run(rollupCommand, dir, '--aggregate', sample('027-pdf-columns.txt'))
    expect(same.code).toBe(0)
    const differs = await run(rollupCommand, dir, '--aggregate', sample('005-flat.txt'))
    expect(differs.lines[0]?.['findings']).toContainEqual(expect.objectContaining({ code: 'X11', rows: ['received'] }))
  })

  test('文件夹不存在或没有报告：退出码为 2', async () => {
    expect((await run(rollupCommand, join(folder, '没有'))).code).toBe(2)
    expect((await run(rollupCommand, await mkdtemp(join(folder, 'empty-')))).code).toBe(2)
    expect((await run(rollupCommand)).code).toBe(2)
  })
})
