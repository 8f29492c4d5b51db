/** The frame of every page: head with the tags that government sites carry, masthead, the column's parts, footer. */
import { html } from 'hono/html'
import { cite, reg } from '../../law/cite.ts'
import { chineseDateWithWeekday, isLocalDate } from '../../law/date.ts'
import { INSTITUTION_PART_RULES, PLATFORM_NAME, PLATFORM_PART_RULES } from '../../law/publication/platform.ts'
import type { Agency } from '../../record/people/agency.ts'
import { STYLES_PATH } from './assets.ts'
import type { Markup, Visit } from './visit.ts'

export interface Crumb {
  text: string
  href: string
}

/** 网页标签规范 (annex to 国办发〔2017〕47号): a column page carries the column's tags, an article page its own as well. */
export interface ColumnTags {
  name: string
  description: string
  keywords: string
  /** 概况信息, 政策文件, 信息公开指南, 信息公开目录, 依申请公开 … */
  type: string
}
export interface ArticleTags {
  title: string
  /** `2026-03-02` */
  published: string
  source: string
  keywords: string
  description: string
}

export interface Frame {
  title: string
  /** null on the entry page of all agencies. */
  agency: Agency | null
  /** Name and details shown in head and foot where there is no single agency. */
  host: Agency | null
  /** The part that is open, as in its address. */
  part: string
  crumbs: readonly Crumb[]
  column?: ColumnTags
  article?: ArticleTags
  /** The feed that goes with the page. */
  feed?: { title: string; address: string }
}

export function page(visit: Visit, frame: Frame, content: Markup): Markup {
  const site = siteName(frame)
  const heading = frame.title === site ? site : `${frame.title} - ${site}`
  const classes = [visit.large && 'large', visit.contrast && 'contrast'].filter(Boolean).join(' ')
  return html`<!DOCTYPE html>
<html lang="zh-CN"${classes && html` class="${classes}"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${heading}</title>
${tags(visit, frame, site)}
<link rel="stylesheet" href="${visit.base}${STYLES_PATH}">
<link rel="icon" href="data:,">${
    frame.feed &&
    html`
<link rel="alternate" type="application/atom+xml" title="${frame.feed.title}" href="${frame.feed.address}">`
  }
</head>
<body>
<a class="skip" href="#content">跳到正文</a>
${banners(visit)}
${masthead(visit, frame)}
<div class="frame">
${frame.agency ? parts(visit, frame.agency, frame.part) : ''}
<main id="content" tabindex="-1">
${trail(frame.crumbs)}
${content}
</main>
</div>
${foot(visit, frame)}
</body>
</html>`
}

function siteName({ agency, host }: Frame): string {
  const body = agency ?? host
  return (body?.details.name ?? '') + columnName(body)
}

/** The column's name; a public institution's information is its own, not 政府信息. */
export function columnName(body: Agency | null): string {
  return body?.regime === 'art55' ? '信息公开' : PLATFORM_NAME
}

function tags(visit: Visit, { agency, host, column, article }: Frame, site: string): Markup {
  const code = (agency ?? host)?.details.siteCode ?? ''
  const meta = (name: string, content: string) => html`<meta name="${name}" content="${content}">
`
  return html`${meta('SiteName', site)}${meta('SiteDomain', visit.host)}${meta('SiteIDCode', code)}${
    column &&
    html`${meta('ColumnName', column.name)}${meta('ColumnDescription', column.description)}${meta(
      'ColumnKeywords',
      column.keywords,
    )}${meta('ColumnType', column.type)}`
  }${
    article &&
    html`${meta('ArticleTitle', article.title)}${meta('PubDate', `${article.published} 00:00`)}${meta(
      'ContentSource',
      article.source,
    )}${meta('Keywords', article.keywords)}${meta('Description', article.description)}`
  }`
}

function banners({ demo, setDay }: Visit): Markup {
  const day = setDay !== null && isLocalDate(setDay) ? chineseDateWithWeekday(setDay) : null
  if (!demo && day === null) return html``
  return html`<aside class="banner" aria-label="系统提示"><p>${demo && html`<strong>演示数据</strong>：除注明“真实样本”的以外，机关、人员和信息均为虚构。`}${
    day !== null && html` 系统日期设为 <strong>${day}</strong>。`
  }</p></aside>`
}

/** Pages whose own content begins with the search; a second one above it would only confuse. */
const FINDERS: ReadonlySet<string> = new Set(['', 'search'])

function masthead(visit: Visit, { agency, host, part }: Frame): Markup {
  const home = agency ? `${visit.base}/${agency.slug}` : `${visit.base}/`
  const search = agency ? `${visit.base}/${agency.slug}/search` : `${visit.base}/search`
  const body = agency ?? host
  return html`<header class="masthead">
<div class="inner">
<a class="name" href="${home}">${body && html`<span class="body-name">${body.details.name}</span>`}<span class="column-name">${columnName(
    body,
  )}</span></a>
<div class="tools">
${
  !FINDERS.has(part) &&
  html`<form class="search" role="search" action="${search}" method="get">
<label class="vh" for="q">检索信息标题、文号</label>
<input id="q" name="q" type="search" maxlength="60" placeholder="检索标题、文号、内容" autocomplete="off">
<button type="submit">检索</button>
</form>`
}
${modes(visit)}
</div>
</div>
</header>`
}

function modes({ base, backTo, large, contrast }: Visit): Markup {
  if (backTo === null) return html``
  const to = (what: string) => `${base}/mode?${what}&back=${encodeURIComponent(backTo)}`
  return html`<ul class="modes" aria-label="显示方式">
<li><a href="${to(`text=${large ? 'normal' : 'large'}`)}" rel="nofollow">${large ? '标准字号' : '大字版'}</a></li>
<li><a href="${to(`contrast=${contrast ? 'normal' : 'high'}`)}" rel="nofollow">${contrast ? '标准配色' : '高对比'}</a></li>
</ul>`
}

function parts(visit: Visit, agency: Agency, open: string): Markup {
  const rules = agency.regime === 'art55' ? INSTITUTION_PART_RULES : PLATFORM_PART_RULES
  const all = [
    ...Object.entries(rules).map(([key, { zh }]) => ({ key, zh, href: key })),
    {
      key: 'status',
      zh: agency.regime === 'art55' ? '查询咨询答复' : '查询办理情况',
      href: agency.regime === 'art55' ? 'consult/status' : 'status',
    },
  ]
  const items = agency.kind === 'archive' ? all.filter(({ key }) => key === 'reports') : all
  return html`<nav class="parts" aria-label="专栏内容"><ul>
${items.map(
  ({
    key,
    zh,
    href,
  }) => html`<li><a href="${visit.base}/${agency.slug}/${href}"${key === open && html` aria-current="page"`}>${zh}</a></li>
`,
)}</ul></nav>`
}

function trail(crumbs: readonly Crumb[]): Markup {
  if (crumbs.length === 0) return html``
  return html`<nav class="trail" aria-label="当前位置"><ol>
${crumbs.map(
  ({ text, href }) => html`<li><a href="${href}">${text}</a></li>
`,
)}</ol></nav>`
}

function foot(visit: Visit, { agency, host }: Frame): Markup {
  const body = agency ?? host
  if (!body) return html`<footer class="foot"><div class="inner"><p>${PLATFORM_NAME}平台</p></div></footer>`
  const { details } = body
  return html`<footer class="foot"><div class="inner">
<section aria-label="监督与救济"><h2>监督与救济</h2>${body.regime === 'art55' ? appeal(body) : rights(body)}</section>
<section aria-label="联系方式"><h2>联系我们</h2>
<p>${details.officeName || details.name}<br>${details.address}${details.postcode && `（邮编 ${details.postcode}）`}<br>电话：${
    details.phone
  }${details.officeHours && html`<br>办公时间：${details.officeHours}`}</p></section>
<p class="host">主办单位：${details.name}${details.siteCode && html`　网站标识码：${details.siteCode}`}　<a href="${visit.base}/">各单位专栏</a>　<a href="${visit.base}/open-data">开放数据</a>　<a href="${visit.base}/check">年报自检</a></p>
</div></footer>`
}

/** Art 47, 51: whoever thinks that the agency does not do its duty. */
function rights({ details }: Agency): Markup {
  return html`<p>认为本机关未依法主动公开政府信息，或者未依法答复公开申请的，可以向${
    details.supervisorName || '政府信息公开工作主管部门'
  }反映${details.supervisorPhone && `（电话 ${details.supervisorPhone}）`}，也可以依法投诉、举报，申请行政复议或者提起行政诉讼（${cite(
    reg('51'),
  )}）。</p>`
}

/** Art 55: a public institution is complained of to its department, not sued over a request. */
function appeal({ details }: Agency): Markup {
  return html`<p>认为本单位未按规定公开信息的，可以向${details.supervisorName || '主管部门'}申诉${
    details.supervisorPhone && `（电话 ${details.supervisorPhone}）`
  }，接受申诉的部门应当及时调查处理并告知处理结果（${cite(reg('55'))}）。</p>`
}
