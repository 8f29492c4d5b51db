/** 公开事项目录: what this body publishes, on what basis and how soon; under each item what was published. */
import { html } from 'hono/html'
import { cite } from '../../law/cite.ts'
import { CATALOGUE_BY, CATALOGUE_COLUMN_WORDS as WORDS } from '../../law/publication/catalogue.ts'
import { INSTITUTION_PART_RULES, PLATFORM_PART_RULES } from '../../law/publication/platform.ts'
import type { PublicCatalogue, PublicItem } from '../../office/publication/index.ts'
import { type CatalogueItem, elementsOf, grouped, ticksInWords } from '../../record/publication/catalogue.ts'
import type { DocumentRow, Page } from '../../record/publication/document.ts'
import type { AgencyVisit } from './agency-route.ts'
import { documentList, emptyPlace, pager } from './document-list.ts'
import { page } from './layout.ts'
import type { Markup } from './visit.ts'

type At = Pick<AgencyVisit, 'visit' | 'agency' | 'home' | 'trail'>

export const CATALOGUE_NAME = '公开事项目录'
const DESCRIPTION = '本单位公开的事项、内容、依据、时限和责任主体'
const PAGE_SIZE = 40

const tags = { name: CATALOGUE_NAME, description: DESCRIPTION, keywords: `政府信息公开,${CATALOGUE_NAME}`, type: '信息公开目录' }

/** A stretch of the catalogue at a time; each 领域 is reached by a link to where it begins. */
export function cataloguePage({ visit, agency, home, trail }: At, { items, elsewhere }: PublicCatalogue, number: number): Markup {
  const pages = Math.max(1, Math.ceil(items.length / PAGE_SIZE))
  const current = Math.min(number, pages)
  const shown = items.slice((current - 1) * PAGE_SIZE, current * PAGE_SIZE)
  const at = (to: number) => `${home}/catalogue${to > 1 ? `?page=${to}` : ''}`
  const fields = grouped(items, ({ item }) => item.content.field).map(([name, own], index) => ({
    name,
    count: own.length,
    id: `field-${index + 1}`,
    page: Math.floor(items.findIndex(({ item }) => item.content.field === name) / PAGE_SIZE) + 1,
  }))
  const list: Page<PublicItem> = { rows: [...shown], total: items.length, page: current, pages }
  const content = html`<h1>${CATALOGUE_NAME}</h1>
<p class="lead">本单位公开哪些事项、依据什么、多久之内、由谁公开（${cite(CATALOGUE_BY)}）。</p>
${
  fields.length > 1 &&
  html`<nav aria-label="领域"><ul class="fields">${fields.map(
    ({ name, count, id, page: to }) =>
      html`<li><a href="${to === current ? '' : at(to)}#${id}">${name}</a> <span class="count">${count} 项</span></li>
`,
  )}</ul></nav>`
}
${
  items.length === 0
    ? emptyPlace(
        '目录还没有编制完成。',
        html`已经公开的信息，请查看<a href="${home}/content">${contentName(agency.regime)}</a>。`,
      )
    : html`${grouped(shown, ({ item }) => item.content.field).map(
        ([name, own]) =>
          html`<section><h2 id="${fields.find((field) => field.name === name)?.id ?? ''}">${name}</h2>${sections(own, home)}</section>
`,
      )}${pager(list, at)}${
        elsewhere > 0 &&
        html`<p class="soft">另有 ${elsewhere} 件已经公开的信息没有归入以上事项，没有计入件数，请在<a href="${home}/content">${contentName(agency.regime)}</a>中按栏目查看。</p>`
      }`
}`
  const crumbs = crumbsTo(trail, home, agency.regime)
  return page(visit, { title: CATALOGUE_NAME, agency, host: null, part: 'content', crumbs, column: tags }, content)
}

function contentName(regime: 'art54' | 'art55'): string {
  return regime === 'art55' ? INSTITUTION_PART_RULES.content.zh : PLATFORM_PART_RULES.content.zh
}

function crumbsTo(trail: AgencyVisit['trail'], home: string, regime: 'art54' | 'art55') {
  return [...trail, { text: contentName(regime), href: `${home}/content` }]
}

function sections(shown: readonly PublicItem[], home: string): Markup {
  return html`${grouped(shown, ({ item }) => item.content.first).map(
    ([first, own]) => html`<h3>${first}</h3><ul class="items">
${own.map(
  ({ item, documents, latest }) =>
    html`<li><a href="${home}/catalogue/${item.id}">${item.content.second}</a><span class="count">${
      documents > 0 ? `${documents} 件，最近 ${latest ?? ''}` : '还没有公开'
    }</span></li>
`,
)}</ul>
`,
  )}`
}

export function catalogueItemPage({ visit, agency, home, trail }: At, item: CatalogueItem, list: Page<DocumentRow>): Markup {
  const { content } = item
  const { audience, mode } = ticksInWords(content)
  const outlets = content.outlets.filter(({ ticked }) => ticked).map(({ name }) => name)
  const rows: [label: string, value: string][] = [
    [WORDS.first, content.first],
    [WORDS.audience, audience],
    [WORDS.mode, mode],
    [WORDS.subject, content.subject],
  ]
  const wide: [label: string, value: string][] = [
    [WORDS.basis, content.basis],
    [WORDS.limit, content.limit],
    [WORDS.outlets, outlets.join('、')],
  ]
  const crumbs = [...crumbsTo(trail, home, agency.regime), { text: CATALOGUE_NAME, href: `${home}/catalogue` }]
  const empty = emptyPlace(
    '这个事项下还没有公开的信息。',
    html`认为应当公开而没有公开的，可以联系${agency.details.officeName || agency.details.name}（电话 ${agency.details.phone}）。`,
  )
  const body = html`<h1>${content.second}</h1>
<h2>${WORDS.elements}</h2><ul>${elementsOf(content.elements).map((element) => html`<li>${element}</li>`)}</ul>
<dl class="record">${rows.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value || '—'}</dd></div>`)}
${wide.map(([label, value]) => html`<div class="full"><dt>${label}</dt><dd class="lines">${value || '—'}</dd></div>`)}</dl>
<h2>已经公开的信息</h2>
${list.total === 0 ? empty : html`${documentList(list.rows, { base: visit.base })}${pager(list, (to) => `${home}/catalogue/${item.id}?page=${to}`)}`}`
  return page(visit, { title: content.second, agency, host: null, part: 'content', crumbs, column: tags }, body)
}
