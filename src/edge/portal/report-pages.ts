/** 政府信息公开年报: the archive and one report. */
import { html } from 'hono/html'
import { chineseDate, localDate } from '../../law/date.ts'
import { cite, reg } from '../../law/cite.ts'
import { PLATFORM_PART_RULES } from '../../law/publication/platform.ts'
import { formOf } from '../../law/reports/formats/index.ts'
import type { ArchivedReport, ReportPage } from '../../office/publication/index.ts'
import { printedTables } from '../../record/reports/printed.ts'
import type { AgencyDetails } from '../../record/people/agency.ts'
import type { AgencyVisit } from './agency-route.ts'
import { emptyPlace } from './document-list.ts'
import { page } from './layout.ts'
import { namesPrinted, type Scope, scopeOf } from '../../record/reports/scope.ts'
import { restated, whichVersion } from './report-restated.ts'
import { reportTable } from './report-table.ts'
import type { Markup } from './visit.ts'

type At = Pick<AgencyVisit, 'visit' | 'agency' | 'home' | 'trail'>

const PART = PLATFORM_PART_RULES.reports

function tags(name: string) {
  return { name: PART.zh, description: PART.what, keywords: `政府信息公开,年度报告,${name}`, type: PART.zh }
}

export function archivePage({ visit, agency, home, trail }: At, reports: readonly ArchivedReport[]): Markup {
  const content = html`<h1>${PART.zh}</h1>
${
  reports.length === 0
    ? emptyPlace('还没有公布年度报告。', html`每年公布上一年度的报告（${cite(reg('49'))}），历年的报告都保留在这里。`)
    : html`<ul class="years">${reports.map(
        ({ year, title, publishedOn, versions }) => html`<li><a href="${home}/reports/${year}">${title}</a>
<span class="soft">${chineseDate(publishedOn)}发布${versions > 1 && '（更正版）'}</span></li>
`,
      )}</ul>
<p class="soft no-print"><a href="${home}/reports.atom">订阅本机关的年度报告（Atom）</a>　<a href="${visit.base}/open-data">所有机关的报告（开放数据）</a>${reports.length > 1 && html`　<a href="${home}/reports/compare">比较两份报告</a>`}</p>`
}`
  return page(
    visit,
    {
      title: PART.zh,
      agency,
      host: null,
      part: 'reports',
      crumbs: trail,
      column: tags(agency.details.name),
      feed: { title: '年度报告', address: `${home}/reports.atom` },
    },
    content,
  )
}

export function reportPage({ visit, agency, home, trail }: At, report: ReportPage, plots: Markup | null): Markup {
  const { document, publishedOn } = report
  const address = `${home}/reports/${document.year}`
  const tables = printedTables(document.tables, document.format)
  const content = html`<article class="report">
${restated(report, address)}
<h1>${document.title}</h1>
<p class="soft centred">${chineseDate(publishedOn)}发布</p>
${files(report, address)}
${document.preface && html`<div class="prose">${paragraphs(document.preface)}</div>`}
${formOf(document.format).sections.map(({ key, number, heading }) => {
  const body =
    key === 'disclosed' || key === 'requests' || key === 'disputes'
      ? reportTable(tables[key], key)
      : html`<div class="prose">${paragraphs(document.sections[key])}</div>`
  return html`<section><h2>${number}、${heading}</h2>${body}</section>`
})}
<p class="signature">${document.signature.agency}<br>${chineseDate(localDate(document.signature.date))}</p>
${report.units && scope(scopeOf(report.units))}
</article>
${plots}
${contact(agency.details)}
<p class="no-print"><a href="${home}/reports">历年年度报告</a>　<a href="${home}/reports/compare?other=${report.agency.slug}/${document.year}">与其他年度、其他机关比较</a></p>`
  return page(
    visit,
    {
      title: `${document.year}年年度报告`,
      agency,
      host: null,
      part: 'reports',
      crumbs: [...trail, { text: PART.zh, href: `${home}/reports` }],
      column: tags(agency.details.name),
      feed: { title: '年度报告', address: `${home}/reports.atom` },
      article: {
        title: document.title,
        published: publishedOn,
        source: report.agency.name,
        keywords: '政府信息公开,年度报告',
        description: document.title,
      },
    },
    content,
  )
}

/** Whom readers tell of an error, and whom journalists ask: the office for information disclosure, whose contact the agency publishes. */
function contact({ officeName, name, phone, email }: AgencyDetails): Markup | null {
  if (!phone && !email) return null
  const ways = html`${phone && html`<span class="nobr">电话 ${phone}</span>`}${phone && email && '，'}${email && html`<span class="nobr">电子邮箱 ${email}</span>`}`
  return html`<p class="aside soft no-print">发现报告的数字或者文字有误，或者新闻媒体需要了解有关情况的，请联系${officeName || name}（${ways}）。更正的，另行公布更正版，写明改了什么、为什么。</p>`
}

/** 汇总范围, beside the totals it belongs to. */
function scope({ lead, parts }: Scope): Markup {
  return html`<aside class="scope" aria-labelledby="scope"><h2 id="scope">汇总范围</h2><p>${lead}</p>
${parts.map((part) => html`<p>${part.title}：${namesPrinted(part)}</p>`)}</aside>`
}

function paragraphs(texts: readonly string[]): Markup {
  return html`${(texts.length > 0 ? texts : ['无']).map((text) => html`<p>${unbroken(text)}</p>`)}`
}

/** A telephone number stays on its line. */
function unbroken(text: string): Markup[] {
  return text
    .split(/(0\d{2,3}-\d{7,8})/)
    .map((piece, at) => (at % 2 === 1 ? html`<span class="nobr">${piece}</span>` : html`${piece}`))
}

const FILE_WORDS = { pdf: 'PDF', docx: 'Word', xlsx: 'Excel', csv: 'CSV', json: 'JSON' } as const

function files(report: ReportPage, address: string): Markup {
  const which = whichVersion(report)
  const { signedCopy } = report
  return html`<ul class="downloads" aria-label="下载">${Object.entries(FILE_WORDS).map(
    ([kind, words]) => html`<li><a href="${address}.${kind}${which}">下载 ${words}</a></li>
`,
  )}</ul>
${
  signedCopy &&
  html`<p class="centred no-print"><a href="${address}/signed.pdf${which}">盖章扫描件（PDF，${megabytes(signedCopy.bytes)}）</a> <span class="soft">${chineseDate(
    signedCopy.signedOn,
  )}签章</span></p>`
}`
}

function megabytes(bytes: number): string {
  return `${Math.max(0.1, bytes / 1024 / 1024).toFixed(1)} MB`
}
