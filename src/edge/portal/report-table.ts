/** The printed tables of a report as tables of a page: the same grid as on paper, with headings that a screen reader follows. */
import { html } from 'hono/html'
import type { PrintedCell, PrintedTable } from '../../record/reports/printed.ts'
import type { Markup } from './visit.ts'

type DrawValue = (cell: PrintedCell) => Markup

/** `name` is the table's kind: it decides how it behaves on a narrow screen. `value` draws what stands in a cell. */
export function reportTable(
  table: PrintedTable,
  name: 'disclosed' | 'requests' | 'disputes',
  value: DrawValue = ({ text }) => html`${text || html`<span class="vh">空白</span>`}`,
): Markup {
  const line = (cells: readonly PrintedCell[]) => drawnLine(cells, value)
  const [first, ...others] = table.blocks
  if (!first) return html``
  return html`<p class="hint-scroll">表格较宽，可左右滑动查看。</p>
<section class="scroll" aria-label="${table.caption}" tabindex="0">
<table class="grid grid-${name}"><caption class="vh">${table.caption}</caption>
<thead>${first.head.map((row) => line(row))}</thead>
<tbody>${first.body.map((row) => line(row))}</tbody>
${others.map((block) => html`<tbody>${[...block.head, ...block.body].map((row) => line(row))}</tbody>`)}
</table></section>`
}

function drawnLine(cells: readonly PrintedCell[], value: DrawValue): Markup {
  const labels = cells.filter((cell) => cell.role === 'side')
  return html`<tr>${cells.map((cell) => drawn(cell, cell === labels.at(-1), value))}</tr>
`
}

/** The last label of a row stays in sight while the numbers scroll; the groups before it do not. */
function drawn(cell: PrintedCell, isStub: boolean, value: DrawValue): Markup {
  const { text, role, rowSpan, colSpan } = cell
  const spans = html`${rowSpan > 1 && html` rowspan="${rowSpan}"`}${colSpan > 1 && html` colspan="${colSpan}"`}`
  if (role === 'value') return html`<td${spans}>${value(cell)}</td>`
  if (role === 'head') return html`<th scope="${colSpan > 1 ? 'colgroup' : 'col'}" class="head"${spans}>${text}</th>`
  return html`<th scope="${rowSpan > 1 ? 'rowgroup' : 'row'}" class="${isStub && rowSpan === 1 ? 'stub' : 'group'}"${spans}>${text}</th>`
}
