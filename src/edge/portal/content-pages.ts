/** 法定主动公开内容: all columns, one column's list, one document, search. */
import { html, raw } from 'hono/html'
import { cite } from '../../law/cite.ts'
import { COLUMNS, type ColumnKey } from '../../law/publication/columns.ts'
import { INSTITUTION_PART_RULES, PLATFORM_PART_RULES } from '../../law/publication/platform.ts'
import { type ColumnCount, columnOf, type Tombstone } from '../../office/publication/index.ts'
import type { Agency } from '../../record/people/agency.ts'
import {
  type DocumentLink,
  type DocumentRow,
  type Page,
  type PublishedDocument,
  VALIDITY_WORDS,
} from '../../record/publication/document.ts'
import { attachmentsOf, filePath, fileWords, isPicture, withPictures } from '../../record/publication/edition-files.ts'
import type { AgencyVisit } from './agency-route.ts'
import { CATALOGUE_NAME } from './catalogue-pages.ts'
import { type DataView, dataView } from './data-parts.ts'
import { documentList, emptyPlace, pager } from './document-list.ts'
import { type ColumnTags, page } from './layout.ts'
import { ofPublicity, overPage, publicityBox } from './publicity-parts.ts'
import type { Markup } from './visit.ts'

type At = Pick<AgencyVisit, 'visit' | 'agency' | 'home' | 'trail'>

function contentPart(agency: Agency) {
  return agency.regime === 'art55' ? INSTITUTION_PART_RULES.content : PLATFORM_PART_RULES.content
}

function columnTags(name: string, description: string): ColumnTags {
  return { name, description, keywords: `政府信息公开,${name}`, type: '信息公开目录' }
}

export function contentPage({ visit, agency, home, trail }: At, columns: readonly ColumnCount[], withData: boolean): Markup {
  const part = contentPart(agency)
  const content = html`<h1>${part.zh}</h1>
<p class="lead">${part.what}（${cite(part.by)}）。</p>
<p class="more"><a href="${home}/catalogue">${CATALOGUE_NAME}：每个事项公开什么、依据什么、多久之内</a></p>
${withData && html`<p class="more"><a href="${home}/data">数据表：学校名录、学区、收费等，可以筛选和下载</a></p>`}
<ul class="columns">${columns.map(
    ({
      key,
      documents,
      latest,
    }) => html`<li><a href="${home}/content/${key}">${COLUMNS[key].zh}</a><span class="count">${documents} 条</span>
<p>${COLUMNS[key].what}${latest && html`<br>最近更新：${latest}`}</p></li>
`,
  )}</ul>
${feedLinks(home)}`
  return page(
    visit,
    {
      title: part.zh,
      agency,
      host: null,
      part: 'content',
      crumbs: trail,
      column: columnTags(part.zh, part.what),
      feed: { title: '最新公开', address: `${home}/feed.atom` },
    },
    content,
  )
}

/** 订阅: what is new comes by itself. */
function feedLinks(home: string, column?: ColumnKey): Markup {
  const to = (kind: string) => `${home}/feed.${kind}${column ? `?column=${column}` : ''}`
  return html`<p class="soft feeds">订阅新公开的信息：<a href="${to('atom')}">Atom</a>　<a href="${to('rss')}">RSS</a>　<a href="${to('json')}">JSON</a></p>`
}

export function columnPage({ visit, agency, home, trail }: At, key: ColumnKey, list: Page<DocumentRow>): Markup {
  const { zh, what, by } = COLUMNS[key]
  const crumbs = [...trail, { text: contentPart(agency).zh, href: `${home}/content` }]
  const empty = emptyPlace(
    `“${zh}”栏目还没有公开的信息。`,
    html`这里应当公开：${what}（${cite(by)}）。认为有应公开而未公开的，请按页面底部的方式反映。`,
  )
  const content = html`<h1>${zh}</h1><p class="soft">${what}（${cite(by)}）</p>
${list.total === 0 ? empty : html`${documentList(list.rows, { base: visit.base })}${pager(list, (number) => `${home}/content/${key}?page=${number}`)}`}
${feedLinks(home, key)}`
  const feed = { title: zh, address: `${home}/feed.atom?column=${key}` }
  return page(visit, { title: zh, agency, host: null, part: 'content', crumbs, column: columnTags(zh, what), feed }, content)
}

export function documentPage({ visit, agency, home, trail }: At, document: PublishedDocument, data: DataView | null): Markup {
  const key = columnOf(document)
  const place = key
    ? { text: COLUMNS[key].zh, href: `${home}/content/${key}`, what: COLUMNS[key].what }
    : { text: PLATFORM_PART_RULES.system.zh, href: `${home}/system`, what: PLATFORM_PART_RULES.system.what }
  const crumbs = [...trail, ...(key ? [{ text: contentPart(agency).zh, href: `${home}/content` }] : []), place]
  const content = html`<article class="document${data && html` document-data`}">
${validityNotice(document)}
<h1>${document.title}</h1>
${publicityBox(document, home)}
${record(document, place.text)}
${data ? dataView(data) : html`<div class="prose">${raw(withPictures(document.body, document.files, (file) => `${home}/doc/${document.id}/${filePath(file)}`))}</div>`}
${attachments(document, home)}
${links('本文件的解读', document.interpretations, home)}
${document.interprets && links('被解读的文件', [document.interprets], home)}
${ofPublicity(document, home)}
<p class="aside soft"><a href="${home}/doc/${document.id}/board.pdf">打印张贴（A4）</a>　<a href="${home}/doc/${document.id}/board.pdf?size=a3">A3</a></p>
<p class="aside soft">发现内容有误或者链接打不开，请联系${agency.details.officeName || agency.details.name}（电话 ${agency.details.phone}）。</p>
</article>`
  return page(
    visit,
    {
      title: document.title,
      agency,
      host: null,
      part: key ? 'content' : 'system',
      crumbs,
      column: columnTags(place.text, place.what),
      article: {
        title: document.title,
        published: document.publishedOn,
        source: document.agencyName,
        keywords: document.keywords.join(','),
        description: document.summary,
      },
    },
    content,
  )
}

/** 410: what stood here was withdrawn. The address stays, and tells why; of the text nothing is left. */
export function withdrawnPage(at: At, tombstone: Tombstone): Markup {
  if (tombstone.kind === 'over') return overPage(at, tombstone)
  const { visit, agency, home, trail } = at
  const { officeName, name, phone } = agency.details
  const content = html`<h1>这件信息已经撤下</h1>
<dl class="record"><div><dt>索引号</dt><dd>${tombstone.indexNumber}</dd></div>
<div><dt>公开日期</dt><dd>${tombstone.publishedOn}</dd></div>
<div><dt>撤下日期</dt><dd>${tombstone.withdrawnOn}</dd></div>
<div class="full"><dt>撤下原因</dt><dd>${tombstone.because}</dd></div></dl>
<p>需要了解有关情况的，可以联系${officeName || name}（电话 ${phone}）。</p>
<p><a class="button" href="${home}/content">查看其他公开信息</a></p>`
  return page(visit, { title: '信息已经撤下', agency, host: null, part: 'content', crumbs: trail }, content)
}

function validityNotice({ validity, repealedOn }: PublishedDocument): Markup {
  if (validity === 'inForce') return html``
  return html`<div class="notice" role="note"><p><strong>本文件${VALIDITY_WORDS[validity]}</strong>${
    repealedOn && html`（${repealedOn}）`
  }，仅供查阅历史，不得作为办事依据。</p></div>`
}

/** The catalogue's entries (Art 12.3) as official sites print them. */
function record(document: PublishedDocument, column: string): Markup {
  const rows: { label: string; value: string | null; full?: boolean }[] = [
    { label: '索引号', value: document.indexNumber },
    { label: '栏目', value: column },
    { label: '发布机构', value: document.agencyName },
    { label: '文号', value: document.number ?? '无' },
    { label: '成文日期', value: document.formedOn },
    { label: '公开日期', value: document.publishedOn },
    { label: '时效', value: VALIDITY_WORDS[document.validity] },
    { label: '施行日期', value: document.effectiveOn ?? '—' },
    ...(document.shownUntil && !document.publicity ? [{ label: '公示期至', value: document.shownUntil }] : []),
    { label: '关键词', value: document.keywords.join('；') || '—', full: true },
    { label: '内容概述', value: document.summary || '—', full: true },
  ]
  return html`<dl class="record">${rows.map(
    ({ label, value, full }) => html`<div${full && html` class="full"`}><dt>${label}</dt><dd>${value}</dd></div>
`,
  )}</dl>`
}

/** 附件: what each is and how large, before anybody asks for it. */
function attachments(document: PublishedDocument, home: string): Markup {
  const files = attachmentsOf(document)
  if (files.length === 0) return html``
  return html`<section class="aside attachments"><h2>附件</h2><ol>${files.map(
    (
      file,
    ) => html`<li><a href="${home}/doc/${document.id}/${filePath(file)}">${file.title}</a> <span class="soft">${fileWords(file)}</span>${
      isPicture(file) && html`<br><span class="soft">${file.alt}</span>`
    }</li>
`,
  )}</ol></section>`
}

function links(heading: string, documents: readonly DocumentLink[], home: string): Markup {
  if (documents.length === 0) return html``
  return html`<section class="aside"><h2>${heading}</h2><ul>${documents.map(
    ({
      id,
      title,
      publishedOn,
    }) => html`<li><a href="${home}/doc/${id}">${title}</a> <span class="soft">${publishedOn}</span></li>
`,
  )}</ul></section>`
}
