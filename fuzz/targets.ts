/** Every reader of foreign files, with whole files to damage and what must hold whatever comes. */
import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { fileReader } from '../src/edge/files/index.ts'
import { madeDocx, madeHtml, madeReport, madeXlsx } from '../src/edge/files/made.testing.ts'
import { openWorkshop } from '../src/edge/outgoing/index.ts'
import { ID_NUMBER, leakyDocument, leakyWorkbook, MOBILE } from '../src/edge/outgoing/made.testing.ts'
import type { OutgoingKind } from '../src/record/outgoing/findings.ts'
import { PERSONAL_KINDS } from '../src/record/outgoing/personal-data.ts'
import { readReport } from '../src/record/reports/read-report.ts'

export interface Sample {
  name: string
  bytes: Uint8Array
}

export interface Target {
  corpus: readonly Sample[]
  /** What is wrong with how the damaged file was dealt with; null if nothing is. Never throws on account of the file. */
  check(file: Sample): Promise<string | null>
  close(): Promise<void>
}

const CHINESE = /[一-龥]/

/** Annual reports in every format: a document that can be understood and printed, or a reason in Chinese; never a hang. */
export async function reportReaders(milliseconds = 20_000): Promise<Target> {
  const report = madeReport()
  const samples = 'tests/samples'
  const file = (path: string): Sample => ({ name: path.split('/').at(-1) ?? path, bytes: new Uint8Array(readFileSync(path)) })
  const html = madeHtml(report)
  const reader = fileReader(milliseconds)
  return {
    corpus: [
      { name: 'a.docx', bytes: await madeDocx(report) },
      { name: 'a.xlsx', bytes: await madeXlsx(report, true) },
      { name: 'a.html', bytes: new TextEncoder().encode(html) },
      file(`${samples}/files/browser-tagged.pdf`),
      file(`${samples}/files/browser-ruled.pdf`),
      file(`${samples}/files/browser-bare.pdf`),
      file(`${samples}/reports/tongren-education-2021.txt`),
      file(`${samples}/reports/033-html.html`),
      file(`${samples}/reports/041-cell-lines.txt`),
      file(`${samples}/reports/052-rows-of-pipes.txt`),
      { name: 'a.csv', bytes: new TextEncoder().encode(html.replaceAll(/<[^>]+>/g, ',')) },
    ],
    async check({ name, bytes }) {
      const outcome = await reader.read(bytes, name)
      if (!outcome.ok) return CHINESE.test(outcome.why) ? null : `refused without a reason: ${outcome.why}`
      try {
        JSON.stringify(readReport(outcome.document))
        return null
      } catch (error) {
        return `read, but not understood: ${(error as Error).message}`
      }
    },
    close: () => reader.close(),
  }
}

/** Files that leave with a reply: found out, cleaned or refused; what was to be taken out is never in what comes back. */
export async function outgoingReaders(): Promise<Target> {
  const workshop = openWorkshop(async () => new Uint8Array())
  const kindOf = (name: string) => name.split('.').at(-1) as OutgoingKind
  const pdf = new Uint8Array(readFileSync('tests/samples/files/browser-tagged.pdf'))
  return {
    corpus: [await leakyDocument(), await leakyWorkbook(), { name: 'a.pdf', bytes: pdf }],
    async check({ name, bytes }) {
      const file = { name, kind: kindOf(name), bytes }
      const found = await workshop.inspect(file)
      if (!found.ok) return CHINESE.test(found.why) ? null : `refused without a reason: ${found.why}`
      const cleaned = await workshop.clean(file, PERSONAL_KINDS)
      if (!cleaned.ok) return CHINESE.test(cleaned.why) ? null : `refused without a reason: ${cleaned.why}`
      const left = [ID_NUMBER, MOBILE].filter((secret) => holds(cleaned.value.bytes, secret))
      return left.length > 0 ? `cleaned, but ${left.join(' and ')} is still there` : null
    },
    async close() {
      workshop.close()
    },
  }
}

/** Whether the text stands in the file or in a part of it. */
function holds(bytes: Uint8Array, text: string): boolean {
  const has = (part: Uint8Array) => Buffer.from(part).includes(text)
  if (has(bytes)) return true
  try {
    return Object.values(unzipSync(bytes)).some(has)
  } catch {
    return false
  }
}

export const TARGETS: Record<string, () => Promise<Target>> = { reports: () => reportReaders(), outgoing: outgoingReaders }
