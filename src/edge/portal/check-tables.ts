/** 年报自检: the cells of the tables with their marks, open for correction where a fault may lie; the words with theirs. */
import { html } from 'hono/html'
import { type CheckedFile, formatOf } from '../../record/reports/checked-file.ts'
import type { CheckView } from '../../record/reports/check-view.ts'
import { isWorded } from '../../record/reports/entry.ts'
import { formCells, placeKey, type TableKey, valueAt } from '../../record/reports/form-cells.ts'
import type { PrintedCell } from '../../record/reports/printed.ts'
import type { ReportProse } from '../../record/reports/prose.ts'
import { cellField } from './check-form.ts'
import { type FormState, idOf } from './form-parts.ts'
import type { Markup } from './visit.ts'

export function cellDrawer(file: CheckedFile, view: CheckView, state: FormState): (cell: PrintedCell) => Markup {
  const format = formatOf(file.report)
  const cells = new Map(formCells(format).map((cell) => [placeKey(cell), cell]))
  return ({ text, place }) => {
    const cell = place && cells.get(placeKey(place))
    if (!cell) return html`${text}`
    const key = placeKey(cell)
    const numbers = view.at.get(key) ?? []
    if (!view.open.has(key)) return html`${text || html`<span class="vh">空白</span>`}${links(numbers)}`
    const field = cellField(cell)
    const wrong = state.faults.some((fault) => fault.field === field)
    const before = view.changed.has(key) && file.asRead ? valueAt(file.asRead, cell) : undefined
    const worded = isWorded(cell, format)
    return html`<span class="cell-state">${standing(view.unread.has(key), text, before)}</span>
<input type="text" ${worded ? html`class="words"` : html`inputmode="decimal"`} id="${idOf(field)}" name="${field}" maxlength="${
      worded ? 200 : 15
    }" autocomplete="off" value="${state.values[field] ?? text}" aria-label="${cell.words}"${
      numbers.length > 0 && html` aria-describedby="${numbers.map((number) => `finding-${number}`).join(' ')}"`
    }${(numbers.length > 0 || wrong) && html` aria-invalid="true"`}>${links(numbers)}`
  }
}

/** In words, never by colour alone. */
function standing(isUnread: boolean, text: string, before: string | number | null | undefined): string {
  if (before !== undefined) return `原为${before ?? '空白'}`
  if (isUnread) return '未能确定'
  return text === '' ? '空白' : ''
}

function links(numbers: readonly number[]): Markup {
  return html`${numbers.map((number) => html`<a class="mark" href="#finding-${number}" aria-label="第 ${number} 处问题">${number}</a>`)}`
}

/** What concerns a table as a whole: that it was not found, that its heading is broken. */
export function tableNote(table: TableKey, { findings }: CheckView): Markup {
  const about = findings.filter(({ finding }) => finding.table === table && finding.rows.length === 0)
  return html`${about.map(({ number, finding }) => html`<p class="soft">${links([number])} ${finding.message}。</p>`)}`
}

/** Paragraphs with the passages that a finding quotes set off; what speaks of the whole section stands above it. */
export function proseWithMarks(paragraphs: readonly string[], section: keyof ReportProse, { findings }: CheckView): Markup {
  const here = findings.filter(({ finding }) => finding.table === 'text' && (finding.section ?? section) === section)
  if (paragraphs.length === 0) return html`<p>无</p>`
  return html`${paragraphs.map((paragraph) => {
    const found = here.find(({ finding }) => finding.words && paragraph.includes(finding.words))
    const words = found?.finding.words
    if (!found || !words) return html`<p>${paragraph}</p>`
    const at = paragraph.indexOf(words)
    return html`<p>${paragraph.slice(0, at)}<mark>${words}</mark>${links([found.number])}${paragraph.slice(at + words.length)}</p>`
  })}`
}
