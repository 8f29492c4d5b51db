/** 比较: two published reports side by side, in numbers and in words, with what such a comparison can't say. */
import { html } from 'hono/html'
import { formOf } from '../../law/reports/formats/index.ts'
import { PLATFORM_PART_RULES } from '../../law/publication/platform.ts'
import type { ArchivedReport, ReportPage } from '../../office/publication/index.ts'
import { compareWordings } from '../../office/reports/wording.ts'
import { compareCells, type ComparedCell } from '../../record/reports/compare.ts'
import { type ComparedSide, comparisonLimits, differenceWords, inOrder, rowWords } from '../../record/reports/comparison.ts'
import type { Piece } from '../../record/reports/wording.ts'
import type { AgencyVisit } from './agency-route.ts'
import { page } from './layout.ts'
import { reportTitle } from './report-restated.ts'
import type { Markup } from './visit.ts'

type Names = [one: Markup, other: Markup]

/** Which report stands on a side. */
export interface Side {
  slug: string
  year: number
  version?: number
}

export interface Comparison {
  /** What may be chosen: the own years, and those of the agencies around. */
  own: readonly ArchivedReport[]
  beside: readonly { slug: string; name: string; years: readonly number[] }[]
  sides: [one: Side, other: Side] | null
  reports: [one: ReportPage, other: ReportPage] | null
}

export function comparePage({ visit, agency, home, trail }: AgencyVisit, comparison: Comparison): Markup {
  const { sides, reports } = comparison
  const content = html`<h1>比较年度报告</h1>
${choice({ home, slug: agency.slug, name: agency.details.name }, comparison)}
${
  reports
    ? compared(reports, visit.base)
    : html`<div class="empty"><p>${
        sides ? '其中一份报告没有公布，或者地址中的机关、年度有误。' : '本机关只公布了一份报告，还没有可以比较的另一年。'
      }</p><p>请在上面选择两份已经公布的报告。</p></div>`
}`
  return page(
    visit,
    {
      title: '比较年度报告',
      agency,
      host: null,
      part: 'reports',
      crumbs: [...trail, { text: PLATFORM_PART_RULES.reports.zh, href: `${home}/reports` }],
    },
    content,
  )
}

/** Works without a script: a form that leads to an address. */
function choice(own: { home: string; slug: string; name: string }, { own: years, beside, sides }: Comparison): Markup {
  const [one, other] = sides ?? []
  const options = (unit: { slug: string; name: string; years: readonly number[] }, chosen: Side | undefined) =>
    unit.years.map((year) => {
      const isChosen = chosen?.slug === unit.slug && chosen.year === year
      return html`<option value="${unit.slug}/${year}"${isChosen && html` selected`}>${unit.name} ${year} 年</option>`
    })
  const here = { slug: own.slug, name: own.name, years: years.map(({ year }) => year) }
  return html`<form class="compare-choice no-print" action="${own.home}/reports/compare" method="get">
<p><label for="one">甲</label>
<select id="one" name="one">${options(here, one)}</select></p>
<p><label for="other">乙</label>
<select id="other" name="other">${[here, ...beside].map((unit) => options(unit, other))}</select></p>
<button type="submit">比较</button>
</form>`
}

function compared(reports: [ReportPage, ReportPage], base: string): Markup {
  const [one, other] = reports
  const names = namesOf(reports)
  const cells = compareCells(one.document, other.document)
  return html`<p>甲：${linkTo(one, base)}；乙：${linkTo(other, base)}。</p>
${limits(reports)}
<h2>数字</h2>
${
  cells
    ? numbers(cells, names)
    : html`<p>两份报告的格式不同（${one.document.format} 年格式、${other.document.format} 年格式），栏目含义不一样，不换算，所以不比较数字；请分别查看两份报告。</p>`
}
<h2>文字</h2>
<p class="soft">只在一边有的文字加底色和下划线。</p>
${wordings(reports, names)}`
}

/** 甲（2024 年）, 乙（2025 年） of one agency; of two agencies their names are long, and stand in full above the tables. */
function namesOf([one, other]: [ReportPage, ReportPage]): Names {
  const sameAgency = one.agency.id === other.agency.id
  const sameYear = one.document.year === other.document.year
  const name = (side: string, { agency, document, version }: ReportPage) => {
    if (!sameAgency) return html`${side}<span class="vh">（${agency.name} ${document.year} 年）</span>`
    return html`${side}<span class="nobr">（${document.year} 年${sameYear && ` 第 ${version} 版`}）</span>`
  }
  return [name('甲', one), name('乙', other)]
}

function linkTo(report: ReportPage, base: string): Markup {
  return html`<a href="${base}/${report.agency.slug}/reports/${report.document.year}?version=${report.version}">${reportTitle(report)}</a>`
}

function limits(reports: [ReportPage, ReportPage]): Markup {
  const side = ({ agency, units }: ReportPage): ComparedSide => ({ agencyId: agency.id, kind: agency.kind, units })
  const lines = comparisonLimits([side(reports[0]), side(reports[1])])
  return html`<div class="notice" role="note"><p><strong>比较的限度</strong></p>${lines.map((line) => html`<p>${line}</p>`)}</div>`
}

function numbers(cells: readonly ComparedCell[], names: Names): Markup {
  const { sections, byRequester } = inOrder(cells)
  return html`<p class="soft">“差”是乙比甲多几、少几。表三先列总计。</p>
${sections.map((one) => numbersTable(one.section, one.cells, names))}
${
  byRequester.length > 0 &&
  html`<details><summary>表三按申请人分的格子：有 ${byRequester.length} 格不同</summary>${numbersTable('表三按申请人', byRequester, names)}</details>`
}`
}

function numbersTable(caption: string, cells: readonly ComparedCell[], [one, other]: Names): Markup {
  const total = cells.every(({ code }) => code.endsWith('.total') && code.startsWith('requests.'))
  return html`<section class="scroll" aria-label="${caption}" tabindex="0"><table class="compared"><caption>${caption}${total && '（总计）'}</caption>
<thead><tr><th scope="col">项目</th><th scope="col">${one}</th><th scope="col">${other}</th><th scope="col">差</th></tr></thead>
<tbody>${cells.map(
    (
      cell,
    ) => html`<tr${cell.difference !== 0 && cell.difference !== null && html` class="differs"`}><th scope="row">${rowWords(cell)}${
      !total && html` <span class="soft">${cell.column}</span>`
    }</th>${cell.values.map((value) => html`<td>${value ?? '空白'}</td>`)}<td>${differenceWords(cell)}</td></tr>
`,
  )}</tbody></table></section>`
}

function wordings(reports: [ReportPage, ReportPage], names: Names): Markup {
  const [one, other] = reports.map(({ document }) => document)
  if (!one || !other) return html``
  const headings = formOf(other.format).sections
  const heading = (key: string) => {
    const section = headings.find((candidate) => candidate.key === key)
    return section ? `${section.number}、${section.heading}` : ''
  }
  const parts: { title: string; texts: [readonly string[], readonly string[]] }[] = [
    { title: '引言', texts: [one.preface ?? [], other.preface ?? []] },
    ...(['overall', 'problems', 'other'] as const).map((key) => ({
      title: heading(key),
      texts: [one.sections[key], other.sections[key]] as [readonly string[], readonly string[]],
    })),
  ]
  return html`${parts.map(({ title, texts }) => {
    const found = compareWordings(...texts)
    const isSame = [...found.one, ...found.other].every(({ only }) => !only)
    return html`<section><h3>${title}</h3>${
      isSame
        ? html`<p class="soft">${found.one.length === 0 ? '两份都没有内容。' : '文字相同。'}</p>`
        : html`<div class="wordings">${[found.one, found.other].map(
            (pieces, side) => html`<div><h4>${names[side]}</h4>${wording(pieces, side === 0 ? '仅甲' : '仅乙')}</div>`,
          )}</div>`
    }</section>`
  })}`
}

function wording(pieces: readonly Piece[], words: string): Markup {
  if (pieces.length === 0) return html`<p class="soft">没有内容。</p>`
  return html`<p class="worded">${pieces.map(({ text, only }) =>
    only && text.trim() ? html`<mark><span class="vh">（${words}：</span>${text}<span class="vh">）</span></mark>` : text,
  )}</p>`
}
