import { readdir, readFile } from 'node:fs/promises'
import { formOf, isFormat, type ReportForm } from '../../../law/reports/formats/index.ts'
import { join, relative } from 'node:path'
import { z } from 'zod'
import { checkTables, finding } from '../../../law/reports/checks.ts'
import type { CheckedReport, Finding } from '../../../law/reports/model.ts'
import { hasRows, numberedRows } from '../../../record/reports/bundle.ts'
import type { UnitReport } from '../../../record/reports/rollup.ts'
import { checkAggregate, rollUp } from '../../../record/reports/rollup.ts'
import type { FileReader } from '../../files/index.ts'
import { fileReader } from '../../files/index.ts'
import type { Command, CommandIo } from '../command.ts'
import { readReportFile } from './report.ts'

const HELP = `用法：gongkai rollup 文件夹 [--previous 上年文件夹] [--aggregate 汇总报告]

把文件夹（含子文件夹）中各单位的年度报告加总：可以是报告文件，也可以是 gongkai report check 输出的 JSON。
只加总没有错误的报告，其余逐份说明理由；不同年度、不同格式从不混加，也不换算。

  --previous 文件夹   上一年度的报告，按机关名称核对结转（X4）
  --aggregate 文件    主管部门已编的汇总报告，逐格核对是否等于各单位之和（X11）

退出码：0 全部汇总；1 有被排除的报告或有错误；2 文件夹不能读取或没有报告

例：gongkai rollup 2024年报/ --previous 2023年报/`

const READABLE = /\.(?:txt|md|html?|docx?|pdf|xlsx?|csv|jsonl?|ndjson)$/i

const cell = z.number().nullable()
/** The JSON that `report check` prints; anything beside it is ignored. */
const printed = z.object({
  file: z.string(),
  agency: z.string().nullable(),
  year: z.number().int().nullable(),
  format: z.string().refine(isFormat).nullable(),
  tables: z.object({
    disclosed: z
      .union([z.object({ rows: z.array(z.object({ label: z.string(), cells: z.array(z.string()) })) }), numberedRows])
      .nullable(),
    requests: z.record(z.string(), z.array(cell).max(20)).nullable(),
    disputes: z
      .object({
        reconsideration: z.array(cell).length(5),
        litigationDirect: z.array(cell).length(5),
        litigationAfterReconsideration: z.array(cell).length(5),
      })
      .nullable(),
  }),
  findings: z
    .array(
      z.object({
        code: z.string(),
        level: z.enum(['error', 'warning']),
        table: z.enum(['disclosed', 'requests', 'disputes', 'text']),
        rows: z.array(z.string()),
        column: z.string().nullable(),
        expected: z.number().nullable(),
        found: z.number().nullable(),
        message: z.string(),
        cite: z.string(),
      }),
    )
    .default([]),
})
const unreadablePrinted = z.object({ file: z.string(), unreadable: z.string() })

interface Collected {
  units: UnitReport[]
  unreadable: { file: string; why: string }[]
}

/** Lines of a JSON file: JSON Lines, one object, or an array. */
function jsonValues(text: string): unknown[] {
  const trimmed = text.trim()
  try {
    const whole: unknown = JSON.parse(trimmed)
    return Array.isArray(whole) ? whole : [whole]
  } catch {
    return trimmed.split(/\r?\n/).flatMap((line): unknown[] => {
      try {
        return line.trim() === '' ? [] : [JSON.parse(line)]
      } catch {
        return [null]
      }
    })
  }
}

/** Numbers and rows may have been changed since they were printed: the relations are judged again, and what is not there is missing. */
function rechecked(report: CheckedReport): CheckedReport {
  if (report.format === null) return report
  const unread = new Set(report.findings.filter(({ code }) => /^R0[1267]$/.test(code)).flatMap(({ rows }) => rows))
  const key = ({ code, rows, column }: CheckedReport['findings'][number]): string => `${code} ${rows.join()} ${column}`
  const known = new Set(report.findings.map(key))
  const found = checkTables(report.tables, report.format).filter(
    (one) =>
      /^X(?:[12356]|13)$/.test(one.code) &&
      !known.has(key(one)) &&
      !(one.code === 'X13' && one.rows.some((row) => unread.has(row))),
  )
  return { ...report, findings: [...report.findings, ...found, ...missingRows(report.tables, formOf(report.format), unread)] }
}

/** A row that is not there, or has not the form's columns. */
function missingRows({ disclosed, requests }: CheckedReport['tables'], form: ReportForm, told: ReadonlySet<string>): Finding[] {
  const second =
    disclosed === null || hasRows(disclosed, form)
      ? []
      : [finding('R07', 'disclosed', '第二部分的行或者列数与格式不符', { rows: [] })]
  if (requests === null) return second
  const third = form.requests.rows
    .filter(({ row }) => !told.has(row) && requests[row]?.length !== form.requests.columns.length)
    .map(({ row, label }) => finding('R07', 'requests', `“${label}”一行缺少，或者列数与格式不符`, { rows: [row] }))
  return [...second, ...third]
}

function takePrinted(name: string, text: string, into: Collected): void {
  const values = jsonValues(text)
  values.forEach((value, index) => {
    const place = values.length > 1 ? `${name} 第${index + 1}行` : name
    const report = printed.safeParse(value)
    const unreadable = unreadablePrinted.safeParse(value)
    if (report.success) {
      const { file, ...rest } = report.data
      into.units.push({ file, report: rechecked(rest as CheckedReport) })
    } else if (unreadable.success) into.unreadable.push({ file: unreadable.data.file, why: unreadable.data.unreadable })
    else into.unreadable.push({ file: place, why: '不是 gongkai report check 输出的 JSON' })
  })
}

/** Every report below a folder, in the order of names. */
async function collect(folder: string, reader: FileReader): Promise<Collected> {
  const collected: Collected = { units: [], unreadable: [] }
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile() && READABLE.test(entry.name) && !entry.name.startsWith('.') && !entry.name.startsWith('~$'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  for (const path of files) {
    const name = relative(folder, path)
    if (/\.(?:jsonl?|ndjson)$/i.test(path)) {
      takePrinted(name, await readFile(path, 'utf8'), collected)
      continue
    }
    const result = await readReportFile(path, reader)
    if ('unreadable' in result) collected.unreadable.push({ file: name, why: result.unreadable })
    else {
      const { file: _, ...report } = result
      collected.units.push({ file: name, report })
    }
  }
  return collected
}

interface Options {
  folder: string
  previous: string | null
  aggregate: string | null
}

function parse(args: readonly string[]): Options | string {
  const folders: string[] = []
  const options = { previous: null as string | null, aggregate: null as string | null }
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? ''
    const [, name, attached] = /^--(previous|aggregate)(?:=(.*))?$/.exec(arg) ?? []
    if (name === 'previous' || name === 'aggregate') {
      const value = attached ?? args[++index] ?? ''
      if (value === '') return `--${name} 后面应写${name === 'previous' ? '上年文件夹' : '汇总报告的文件名'}`
      options[name] = value
    } else if (arg.startsWith('--')) return `没有选项 ${arg}；用法见 gongkai rollup --help`
    else folders.push(arg)
  }
  const [folder, ...more] = folders
  if (folder === undefined || more.length > 0) return '应给出一个文件夹；例：gongkai rollup 2024年报/'
  return { folder, ...options }
}

async function run(args: string[], io: CommandIo): Promise<0 | 1 | 2> {
  const options = parse(args)
  if (typeof options === 'string') {
    io.err(options)
    return 2
  }
  const reader = fileReader()
  try {
    const { units, unreadable } = await collect(options.folder, reader)
    if (units.length + unreadable.length === 0) {
      io.err(`文件夹 ${options.folder} 中没有年度报告；请放入报告文件或 gongkai report check 的输出`)
      return 2
    }
    const previous = options.previous === null ? [] : (await collect(options.previous, reader)).units
    const rollup = rollUp(units, unreadable, previous)
    if (options.aggregate !== null && rollup.format !== null) {
      const aggregate = await readReportFile(options.aggregate, reader)
      if ('unreadable' in aggregate) {
        io.err(`汇总报告不能读取：${aggregate.unreadable}；请换一个文件`)
        return 2
      }
      rollup.findings.push(...checkAggregate(aggregate.tables, rollup.tables, rollup.format))
    }
    io.out(JSON.stringify(rollup))
    return rollup.excluded.length > 0 || rollup.findings.some(({ level }) => level === 'error') ? 1 : 0
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error
    io.err(
      `文件夹不存在或不是文件夹：${options.previous === null ? options.folder : `${options.folder} 或 ${options.previous}`}；请检查路径`,
    )
    return 2
  } finally {
    reader.close()
  }
}

export const rollupCommand: Command = {
  name: 'rollup',
  summary: '汇总各单位的年度报告，只加总没有错误的，其余说明理由',
  help: HELP,
  run,
}
