/** What the forms of 年报自检 send: the file or the pasted text to check; then the report itself, with what was put in its cells. */
import type { Refusal } from '../../law/refusal.ts'
import { type CheckedFile, checkedFileOf, formatOf } from '../../record/reports/checked-file.ts'
import { checkView } from '../../record/reports/check-view.ts'
import { readEntry } from '../../record/reports/entry.ts'
import { type CellEntries, formCells, placeKey, valueAt } from '../../record/reports/form-cells.ts'
import { normalise } from '../../record/reports/normalise.ts'
import type { Rewording } from '../../record/reports/quoted.ts'
import type { NamedBytes } from '../files/index.ts'
import { type Values, valuesOf } from './form-parts.ts'

export const MOST_BYTES = 10 * 1024 * 1024
/** Of the pasted text: a report has some ten thousand. */
export const MOST_CHARACTERS = 100_000
/** Of the report that a page carries; a longer one is shown, but not put right here. */
export const MOST_CARRIED = 400_000
const FIRST_YEAR = 2019
const LAST_YEAR = 2100

export interface Brought {
  file: NamedBytes
  previous: NamedBytes | null
}

type Read<T> = { ok: true; value: T } | { ok: false; faults: Refusal[] }

async function fileIn(body: unknown, field: string): Promise<NamedBytes | null> {
  const part = (body as Record<string, unknown> | null)?.[field]
  if (typeof part !== 'object' || part === null || !('toBuffer' in part)) return null
  const { filename, toBuffer } = part as { filename: string; toBuffer: () => Promise<Buffer> }
  const bytes = await toBuffer.call(part)
  return filename || bytes.length > 0 ? { name: filename, bytes } : null
}

/** The report to check: a file, or a text that was pasted. */
export async function broughtBy(body: unknown): Promise<Read<Brought>> {
  const [file, previous] = await Promise.all([fileIn(body, 'file'), fileIn(body, 'previous')])
  const { text = '' } = valuesOf(body, ['text'])
  const faults: Refusal[] = [
    ...(file ? tooLarge(file, 'file') : []),
    ...(previous ? tooLarge(previous, 'previous') : []),
    ...(file && text.trim()
      ? [{ code: 'field-invalid' as const, say: '既选了文件，又粘贴了文字。', then: '请只留一样。', field: 'text' }]
      : []),
    ...(text.length > MOST_CHARACTERS
      ? [
          {
            code: 'field-invalid' as const,
            say: `文字超过 ${MOST_CHARACTERS / 10_000} 万字。`,
            then: '请改为选择文件。',
            field: 'text',
          },
        ]
      : []),
    ...(!file && !text.trim()
      ? [{ code: 'field-missing' as const, say: '没有要检查的报告。', then: '请选择文件，或者粘贴全文。', field: 'file' }]
      : []),
  ]
  if (faults.length > 0) return { ok: false, faults }
  return { ok: true, value: { file: file ?? { name: 'pasted.txt', bytes: new TextEncoder().encode(text) }, previous } }
}

function tooLarge({ bytes }: NamedBytes, field: string): Refusal[] {
  if (bytes.length <= MOST_BYTES) return []
  return [
    { code: 'file-refused', say: `文件超过 ${MOST_BYTES / 1024 / 1024} MB。`, then: '请压缩图片后再试，或者粘贴全文。', field },
  ]
}

/** The name of a cell's field. */
export function cellField(cell: Parameters<typeof placeKey>[0]): string {
  return `cell.${placeKey(cell)}`
}

export interface Entered {
  entries: CellEntries
  rewordings: Rewording[]
  agency: string | null
  year: number | null
}

/** The report as the page carried it; null where it is none of ours. */
export function carriedBy(body: unknown): CheckedFile | null {
  return checkedFileOf(valuesOf(body, ['report']).report ?? '')
}

/** What was put in the cells, and which proposals were ticked. What was written in a cell goes before a tick. */
export function enteredIn(body: unknown, file: CheckedFile): Read<Entered> & { values: Values } {
  const format = formatOf(file.report)
  const cells = formCells(format)
  const { findings } = checkView(file)
  const names = [...cells.map(cellField), ...findings.map(({ number }) => takeField(number)), 'agency', 'year']
  const posted = Object.fromEntries(Object.entries(valuesOf(body, names)).filter(([name]) => isPosted(body, name)))
  const entries = new Map<string, number | string | null>()
  const rewordings: Rewording[] = []
  for (const { number, proposal } of findings) {
    if (!posted[takeField(number)] || !proposal) continue
    for (const [place, value] of proposal.entries) entries.set(place, value)
    if (proposal.rewording) rewordings.push(proposal.rewording)
  }
  const faults: Refusal[] = []
  for (const cell of cells) {
    const written = posted[cellField(cell)]
    if (written === undefined) continue
    const value = readEntry(written, cell, format)
    if (value === undefined)
      faults.push({
        code: 'field-invalid',
        say: `${cell.words}要填数字。`,
        then: '没有的填 0，不清楚的留空。',
        field: cellField(cell),
      })
    else if (value !== valueAt(file.report.tables, cell)) entries.set(placeKey(cell), value)
  }
  const agency = posted.agency?.trim().slice(0, 200) || file.report.agency
  const year = yearOf(posted.year, file)
  if (year === undefined)
    faults.push({ code: 'field-invalid', say: '年度要填四位数字。', then: `${FIRST_YEAR} 年度起才有统一的格式。`, field: 'year' })
  return faults.length > 0
    ? { ok: false, faults, values: posted }
    : { ok: true, value: { entries, rewordings, agency, year: year ?? null }, values: posted }
}

export function takeField(number: number): string {
  return `take.${number}`
}

function isPosted(body: unknown, name: string): boolean {
  return Object.hasOwn((body ?? {}) as object, name)
}

function yearOf(written: string | undefined, { report }: CheckedFile): number | null | undefined {
  const text = normalise(written ?? '').trim()
  if (text === '') return report.year
  const year = Number(text)
  return /^\d{4}$/.test(text) && year >= FIRST_YEAR && year <= LAST_YEAR ? year : undefined
}
