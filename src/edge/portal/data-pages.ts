/** 数据表: all of an agency's, and one of them at an address that stays. */
import { html } from 'hono/html'
import { cite } from '../../law/cite.ts'
import { DATA_SET_KINDS, DATA_SETS } from '../../law/publication/data-sets.ts'
import { periodWords } from '../../record/publication/data-set.ts'
import type { PublicDataLine } from '../../record/publication/data-set-view.ts'
import type { AgencyVisit } from './agency-route.ts'
import { type DataView, dataView } from './data-parts.ts'
import { emptyPlace } from './document-list.ts'
import { page } from './layout.ts'
import type { Markup } from './visit.ts'

type At = Pick<AgencyVisit, 'visit' | 'agency' | 'home' | 'trail'>

const NAME = '数据表'

function tags(name: string, description: string) {
  return { name, description, keywords: `政府信息公开,${name}`, type: '信息公开目录' }
}

/** `/jyj/data` */
export function dataIndexPage({ visit, agency, home, trail }: At, lines: readonly PublicDataLine[]): Markup {
  const kinds = DATA_SET_KINDS.map((kind) => ({ kind, own: lines.filter((one) => one.kind === kind) })).filter(
    ({ own }) => own.length > 0,
  )
  const lead = '可以筛选、可以下载的表格；每张表长期有固定地址。'
  const content = html`<h1>${NAME}</h1>
<p class="lead">${lead}</p>
${
  kinds.length === 0
    ? emptyPlace('本单位还没有公开数据表。', html`其他公开的信息在<a href="${home}/content">全部栏目</a>。`)
    : html`${kinds.some(({ kind }) => kind === 'zones') && placeEntry(home)}
<ul class="columns">${kinds.map(({ kind, own: [newest, ...earlier] }) => {
        const { zh, what, by } = DATA_SETS[kind]
        return html`<li><a href="${home}/data/${kind}">${zh}</a><span class="count">${newest?.rows} 行</span>
<p>${what}（${cite(by)}）<br>${newest && `${periodWords(newest.period)}，${newest.releasedOn} 公布`}${
          earlier.length > 0 &&
          html`；其他年度：${earlier.map(({ period }) => html`<a href="${home}/data/${kind}/${period}">${periodWords(period)}</a> `)}`
        }</p></li>
`
      })}</ul>`
}`
  return page(visit, { title: NAME, agency, host: null, part: 'content', crumbs: trail, column: tags(NAME, lead) }, content)
}

/** 我家上哪所学校: from the home of the column and from the list of tables. */
export function placeEntry(home: string): Markup {
  return html`<section class="find data-place" aria-labelledby="place-title"><h2 id="place-title">我家上哪所学校</h2>
<form class="search" action="${home}/data/zones" method="get" aria-label="按住处找学校">
<label class="vh" for="place">村、街道或者小区的名称</label>
<input id="place" name="place" type="search" maxlength="40" autocomplete="off" placeholder="如：河东村"><button type="submit">找学校</button></form></section>`
}

/** `/jyj/data/zones`, `/jyj/data/zones/2026` */
export function dataSetPage({ visit, agency, home, trail }: At, view: DataView): Markup {
  const { set } = view
  const { what, by } = DATA_SETS[set.kind]
  const crumbs = [...trail, { text: NAME, href: `${home}/data` }]
  const content = html`<h1>${set.title}</h1>
<p class="soft">${what}（${cite(by)}）。${set.releasedOn} 公布；<a href="${home}/doc/${set.documentId}">查看公文信息</a></p>
${dataView(view)}`
  return page(visit, { title: set.title, agency, host: null, part: 'content', crumbs, column: tags(set.title, what) }, content)
}
