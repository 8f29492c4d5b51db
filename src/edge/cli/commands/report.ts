import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { CheckedReport, Finding } from '../../../law/reports/model.ts'
import { hintsBeside } from '../../../record/reports/judge.ts'
import type { OtherReport } from '../../../record/reports/prose-likeness.ts'
import type { ReportProse } from '../../../record/reports/prose.ts'
import { readProse } from '../../../record/reports/read-prose.ts'
import { type Brought, readReport } from '../../../record/reports/read-report.ts'
import { isReport, NO_REPORT } from '../../../record/reports/understand.ts'
import type { FileReader } from '../../files/index.ts'
import { fileReader } from '../../files/index.ts'
import type { Command, CommandIo } from '../command.ts'

const HELP = `用法：gongkai report check [--previous 上年文件] 文件…

读取已发布的政府信息公开工作年度报告，逐格读出三张表并核对勾稽关系，每个文件输出一行 JSON。
支持 .txt .md .html .docx .pdf .xlsx .csv（UTF-8 或 GB18030）；.doc .xls 需本机装有 LibreOffice。
读不准的单元格为 null 并附 R 开头的提示，不作猜测。

  --previous 文件   上一年度的报告，用于核对结转（X4）、现行有效件数（X7）、照搬的文字（L05）和上年问题（L09）；
                    只能与一个文件同用

一次给出几个机关同一年度的报告，后面的与前面的逐句比较（L06）。

退出码：0 没有错误；1 读出的内容有错误或有文件不能读取；2 全部不能读取或参数有误

例：gongkai report check 2021年报.docx
    gongkai report check --previous 2020年报.html 2021年报.html`

/** What is printed for one file. */
export type FileReport = ({ file: string } & CheckedReport) | { file: string; unreadable: string }

/** Reads one file from disk and understands it; a file that is no report is unreadable, with the reason. */
export async function readReportFile(file: string, reader: FileReader): Promise<FileReport> {
  const read = await readWhole(file, reader)
  return 'unreadable' in read ? read : { file, ...read.report }
}

/** The same with its words, which are not printed. */
async function readWhole(
  file: string,
  reader: FileReader,
  previous?: Brought,
): Promise<{ report: CheckedReport; prose: ReportProse } | { file: string; unreadable: string }> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(file)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    return { file, unreadable: code === 'ENOENT' ? '文件不存在' : code === 'EISDIR' ? '是文件夹，不是文件' : '文件不能打开' }
  }
  const outcome = await reader.read(bytes, basename(file))
  if (!outcome.ok) return { file, unreadable: outcome.why }
  const report = readReport(outcome.document, previous)
  return isReport(report) ? { report, prose: readProse(outcome.document) } : { file, unreadable: NO_REPORT }
}

/** Splits arguments into the option and the files; a string is what is wrong with them. */
function parse(args: readonly string[]): { previous: string | null; files: string[] } | string {
  const files: string[] = []
  let previous: string | null = null
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? ''
    if (arg === '--previous') {
      previous = args[++index] ?? ''
      if (previous === '') return '--previous 后面应写上年报告的文件名'
    } else if (arg.startsWith('--previous=')) previous = arg.slice('--previous='.length)
    else if (arg.startsWith('--')) return `没有选项 ${arg}；用法见 gongkai report --help`
    else files.push(arg)
  }
  if (files.length === 0) return '没有给出文件；例：gongkai report check 2021年报.docx'
  if (previous !== null && files.length !== 1) return '--previous 只能与一个文件同用；请逐个核对'
  return { previous, files }
}

type Seen = OtherReport & { year: number | null }

/** Files before this one that its words are held against: of some thousand in a row only the nearest. */
const MOST_SEEN = 200

/** L06: sentences that stand in a file given before, of another agency on the same year. */
function likeThoseBefore({ agency, year }: CheckedReport, prose: ReportProse, seen: readonly Seen[]): Finding[] {
  if (agency === null || year === null) return []
  return hintsBeside(prose, { year, others: seen.filter((one) => one.year === year && one.source !== agency) })
}

async function check(args: readonly string[], io: CommandIo): Promise<0 | 1 | 2> {
  const parsed = parse(args)
  if (typeof parsed === 'string') {
    io.err(parsed)
    return 2
  }
  const reader = fileReader()
  try {
    let previous: Brought | undefined
    if (parsed.previous !== null) {
      const before = await readWhole(parsed.previous, reader)
      if ('unreadable' in before) {
        io.err(`上年报告不能读取：${before.unreadable}；请换一个文件`)
        return 2
      }
      previous = { ...before.report, prose: before.prose }
    }
    let [unreadable, faulty] = [0, false]
    const seen: Seen[] = []
    for (const file of parsed.files) {
      const read = await readWhole(file, reader, previous)
      if ('unreadable' in read) {
        unreadable++
        io.out(JSON.stringify(read))
        continue
      }
      const findings = [...read.report.findings, ...likeThoseBefore(read.report, read.prose, seen)]
      io.out(JSON.stringify({ file, ...read.report, findings }))
      faulty ||= findings.some(({ level }) => level === 'error')
      if (read.report.agency !== null) seen.push({ source: read.report.agency, year: read.report.year, prose: read.prose })
      if (seen.length > MOST_SEEN) seen.shift()
    }
    if (unreadable === parsed.files.length) {
      io.err('所有文件都不能读取；原因见各行 unreadable')
      return 2
    }
    return unreadable > 0 || faulty ? 1 : 0
  } finally {
    reader.close()
  }
}

export const reportCommand: Command = {
  name: 'report',
  summary: '核对已发布的年度报告：读出三张表并检查勾稽关系',
  help: HELP,
  async run([action, ...args], io) {
    if (action === 'check') return check(args, io)
    io.err(
      action === undefined
        ? '缺少动作；可用：gongkai report check 文件…'
        : `没有动作“${action}”；可用：gongkai report check 文件…`,
    )
    return 2
  },
}
