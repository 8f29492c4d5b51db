/** 更正说明: a published report is never rewritten. What was corrected is a new version; both say what changed, and why. */
import { html } from 'hono/html'
import { chineseDate } from '../../law/date.ts'
import type { ReportPage } from '../../office/publication/index.ts'
import type { CellChange } from '../../record/reports/difference.ts'
import type { Restatement } from '../../record/reports/restatement.ts'
import type { Markup } from './visit.ts'

/** What an address needs to lead to this version: nothing for the last one. */
export function whichVersion({ version, versions }: Pick<ReportPage, 'version' | 'versions'>): string {
  return versions[0]?.version === version ? '' : `?version=${version}`
}

/** The title, with the version where there are several. */
export function reportTitle({ document, version, versions }: ReportPage): string {
  return versions.length > 1 ? `${document.title}（第 ${version} 版）` : document.title
}

export function restated(report: ReportPage, address: string): Markup {
  const { version, versions } = report
  const [newest, ...earlier] = versions
  if (!newest || earlier.length === 0) return html``
  const isNewest = newest.version === version
  // On an earlier version stands what was corrected in it, and what has been since.
  const told = report.restated.filter(({ to }) => isNewest || to > version)
  const others = versions.filter((other) => other.version !== version)
  return html`<div class="notice restated" role="note"><p>${
    isNewest
      ? html`<strong>本报告经过更正</strong>，这是第 ${version} 版。`
      : html`<strong>这是更正前的第 ${version} 版</strong>，仅供查阅历史，请以<a href="${address}">更正后的报告</a>为准。`
  }</p>
${told.map((one) => restatement(one, report, address))}
<p>其他版本：${others.map(
    (other) =>
      html`<a href="${address}${whichVersion({ version: other.version, versions })}">第 ${other.version} 版（${chineseDate(
        other.publishedOn,
      )}发布）</a> `,
  )}</p></div>`
}

function restatement(
  { from, to, because, cells, parts }: Restatement,
  { versions, agency, document }: ReportPage,
  address: string,
): Markup {
  const on = versions.find(({ version }) => version === to)?.publishedOn
  const place = `${agency.slug}/${document.year}`
  const compare = `${address.slice(0, address.lastIndexOf('/'))}/compare?one=${place}/${from}&other=${place}/${to}`
  return html`<h2>第 ${to} 版对第 ${from} 版的更正${on && html`（${chineseDate(on)}）`}</h2>
<p>更正原因：${because || '没有登记。'}</p>
${cells.length > 0 && changes(cells)}
<p>${parts.length > 0 ? html`文字有改动的部分：${parts.join('，')}（<a href="${compare}">对照两版</a>）。` : '文字没有改动。'}${cells.length === 0 && '表中的数字没有改动。'}</p>`
}

/** Shown without being asked for up to so many; a report compiled anew may differ in a hundred. */
const FEW = 12

function changes(cells: readonly CellChange[]): Markup {
  const table = html`<table class="figures"><caption class="vh">更正的数字</caption><thead><tr><th scope="col">更正的数字</th><th scope="col">原为</th><th scope="col">更正为</th></tr></thead><tbody>${cells.map(
    ({ words, before, now }) => html`<tr><th scope="row">${words}</th><td>${before ?? '空白'}</td><td>${now ?? '空白'}</td></tr>`,
  )}</tbody></table>`
  return cells.length <= FEW ? table : html`<details><summary>更正了 ${cells.length} 格数字</summary>${table}</details>`
}
