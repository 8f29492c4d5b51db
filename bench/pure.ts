/** Benches of the pure floors: the clock, the year's counting, the reading of reports. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { readReportFile } from '../src/edge/cli/commands/report.ts'
import { fileReader } from '../src/edge/files/index.ts'
import { renderReportDocx, renderReportPdf } from '../src/edge/paper/index.ts'
import { nationalCalendar } from '../src/law/calendar.ts'
import { addDays, localDate } from '../src/law/date.ts'
import { DEFAULT_READINGS } from '../src/law/readings.ts'
import { clock } from '../src/law/requests/clock.ts'
import type { ClockAct } from '../src/law/requests/clock-types.ts'
import { OUTCOMES, REQUESTER_KINDS } from '../src/law/requests/vocabulary.ts'
import { countDisputes, countRequests } from '../src/record/reports/compile.ts'
import { printedTables } from '../src/record/reports/printed.ts'
import type { ReportDocument } from '../src/record/reports/document.ts'
import type { RequestFact } from '../src/record/requests/fact.ts'
import { type Measures, note, perSecond } from './measure.ts'

const FIRST = localDate('2025-01-06')

/** A history as cases have them: receipt, a correction, a consultation, an extension, a reply, service. */
function history(n: number): ClockAct[] {
  const received = addDays(FIRST, n % 300)
  return [
    { kind: 'received', on: received, via: 'in-person' },
    { kind: 'correction-asked', on: addDays(received, 4), replyBy: addDays(received, 20) },
    { kind: 'correction-received', on: addDays(received, 9) },
    { kind: 'third-party-asked', on: addDays(received, 11), party: 'A', letterReceived: addDays(received, 13) },
    { kind: 'third-party-answered', on: addDays(received, 21), party: 'A', consents: n % 2 === 0 },
    { kind: 'extended', on: addDays(received, 25), workingDays: 10 },
    { kind: 'replied', on: addDays(received, 40), outcome: 'partial', article: '37' },
    { kind: 'served', on: addDays(received, 44), by: 'signed-mail' },
  ]
}

function facts(count: number): RequestFact[] {
  return Array.from({ length: count }, (_, n): RequestFact => {
    const receivedOn = addDays(localDate('2024-06-01'), n % 700)
    const open = n % 50 === 0
    return {
      caseId: String(n),
      number: String(n),
      requesterKind: REQUESTER_KINDS[n % REQUESTER_KINDS.length] ?? 'naturalPerson',
      receivedOn,
      closedOn: open ? null : addDays(receivedOn, 25),
      outcome: open ? null : (OUTCOMES[n % OUTCOMES.length] ?? 'granted'),
      disputes: [],
    }
  })
}

export async function benchPure(measures: Measures): Promise<void> {
  const calendar = nationalCalendar()
  const histories = Array.from({ length: 500 }, (_, n) => history(n))
  await perSecond(measures, 'clock.computations', async () => {
    for (const acts of histories) clock(acts, calendar, DEFAULT_READINGS)
    return histories.length
  })
  const year = facts(100_000)
  await perSecond(measures, 'report.compile.100000-cases', async () => {
    countRequests(year, 2025, '2021')
    countDisputes(year, 2025)
    return 1
  })
  await benchReading(measures)
}

/** How many files of each format are checked, and how many different ones there are among them. */
const [FILES, DIFFERENT] = [1_000, 10]

function document(cases: number): ReportDocument {
  const tables = {
    disclosed: { rules: [0, 0, 0], normativeDocuments: [3, 1, 21], permits: 123, penalties: 2, compulsion: 0, feesWanYuan: 1.25 },
    requests: countRequests(facts(cases), 2025, '2021'),
    disputes: countDisputes([], 2025),
  } as ReportDocument['tables']
  const paragraph = '本机关认真贯彻落实《中华人民共和国政府信息公开条例》，坚持以公开为常态、不公开为例外。'.repeat(6)
  return {
    agency: '云岭县教育局',
    year: 2025,
    format: '2021',
    title: '云岭县教育局2025年政府信息公开工作年度报告',
    sections: { overall: [paragraph, paragraph], problems: [paragraph], other: ['无'] },
    tables,
    signature: { agency: '云岭县教育局', date: '2026-01-20' },
  }
}

/** The same report in every format, as other offices would send it. */
async function filesOf(folder: string, number: number): Promise<Record<string, string>> {
  const report = document(400 + number * 37)
  const printed = printedTables(report.tables, report.format)
  const tables = [printed.disclosed, printed.requests, printed.disputes]
  const rowsOf = (table: (typeof tables)[number]) => table.blocks.flatMap((block) => [...block.head, ...block.body])
  const html = `<h1>${report.title}</h1><p>一、总体情况</p>${tables
    .map(
      (table) =>
        `<p>${table.caption}</p><table>${rowsOf(table)
          .map(
            (row) =>
              `<tr>${row.map((cell) => `<td rowspan="${cell.rowSpan}" colspan="${cell.colSpan}">${cell.text}</td>`).join('')}</tr>`,
          )
          .join('')}</table>`,
    )
    .join('')}<p>五、存在的主要问题及改进情况</p><p>六、其他需要报告的事项</p>`
  const text = [
    report.title,
    ...tables.flatMap((table) => [table.caption, ...rowsOf(table).map((row) => row.map((cell) => cell.text).join('\t'))]),
  ].join('\n')
  const book = new ExcelJS.Workbook()
  for (const table of tables) {
    const sheet = book.addWorksheet(table.caption.slice(0, 20))
    sheet.addRow([report.title])
    sheet.addRow([table.caption])
    for (const row of rowsOf(table)) sheet.addRow(row.map((cell) => cell.text))
  }
  const contents: Record<string, Uint8Array | string> = {
    txt: text,
    html,
    docx: await renderReportDocx(report),
    pdf: await renderReportPdf(report),
    xlsx: new Uint8Array(await book.xlsx.writeBuffer()),
  }
  const paths: Record<string, string> = {}
  for (const [format, content] of Object.entries(contents)) {
    paths[format] = join(folder, `report-${number}.${format}`)
    await writeFile(paths[format], content)
  }
  return paths
}

async function benchReading(measures: Measures): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-bench-'))
  const reader = fileReader()
  try {
    const different = await Promise.all(Array.from({ length: DIFFERENT }, (_, number) => filesOf(folder, number)))
    for (const format of Object.keys(different[0] ?? {})) {
      const begin = performance.now()
      for (let n = 0; n < FILES; n += 1) {
        const read = await readReportFile(different[n % DIFFERENT]?.[format] ?? '', reader)
        if ('unreadable' in read) throw new Error(`${format}: ${read.unreadable}`)
        const fault = read.findings.find(({ level }) => level === 'error')
        if (fault) throw new Error(`${format}: ${fault.message}`)
      }
      note(measures, `report.check.1000-${format}`, (performance.now() - begin) / 1000, 's', FILES)
    }
  } finally {
    await reader.close()
    await rm(folder, { recursive: true, force: true })
  }
}
