/** The entry to all agencies, and an agency's own column: find, read what is new, ask, check. */
import { html } from 'hono/html'
import { chineseDate, type LocalDate } from '../../law/date.ts'
import { COLUMNS } from '../../law/publication/columns.ts'
import { DATA_SET_KINDS, DATA_SETS } from '../../law/publication/data-sets.ts'
import { PLATFORM_NAME, PLATFORM_PART_RULES } from '../../law/publication/platform.ts'
import type { ArchivedReport, ColumnCount } from '../../office/publication/index.ts'
import type { Agency } from '../../record/people/agency.ts'
import type { DocumentRow } from '../../record/publication/document.ts'
import type { PublicDataLine } from '../../record/publication/data-set-view.ts'
import { placeEntry } from './data-pages.ts'
import { documentList, emptyPlace } from './document-list.ts'
import { find, newest } from './home-parts.ts'
import { page } from './layout.ts'
import { afterAsking } from './request-words.ts'
import type { Markup, Visit } from './visit.ts'

export interface EntryData {
  host: Agency | null
  agencies: readonly Agency[]
  latest: readonly DocumentRow[]
  examples: readonly string[]
}

const KIND_HEADINGS: readonly { kind: Agency['kind']; heading: string }[] = [
  { kind: 'government', heading: '人民政府' },
  { kind: 'bureau', heading: '工作部门' },
  { kind: 'school', heading: '学校、幼儿园' },
]

/** `/`: which agency, what is new anywhere. */
export function entryPage(visit: Visit, { host, agencies, latest, examples }: EntryData): Markup {
  const title = host ? `${host.details.name}${PLATFORM_NAME}` : PLATFORM_NAME
  const content =
    agencies.length === 0
      ? html`<h1>${PLATFORM_NAME}</h1>${emptyPlace('这里还没有设立任何机关。', html`请系统管理员登录工作台，先设立机关和账号。`)}`
      : html`<h1 class="vh">${title}</h1>
${find(`${visit.base}/search`, examples)}
<div class="needs">
<section><h2>各单位专栏</h2>${KIND_HEADINGS.map(({ kind, heading }) => {
          const members = agencies.filter((agency) => agency.kind === kind)
          return (
            members.length > 0 &&
            html`<h3>${heading}</h3><ul class="columns">${members.map(
              (agency) => html`<li><a href="${visit.base}/${agency.slug}">${agency.details.name}</a></li>
`,
            )}</ul>`
          )
        })}</section>
<section><h2>最新公开</h2>${
          latest.length > 0
            ? documentList(latest, { base: visit.base, agencies: true })
            : emptyPlace('还没有公开的信息。', html`各单位发布后，最新的信息列在这里。`)
        }</section>
</div>`
  return page(
    visit,
    { title, agency: null, host, part: '', crumbs: [], feed: { title: '最新公开', address: `${visit.base}/feed.atom` } },
    content,
  )
}

export interface HomeData {
  agency: Agency
  home: string
  today: LocalDate
  latest: readonly DocumentRow[]
  columns: readonly ColumnCount[]
  reports: readonly ArchivedReport[]
  examples: readonly string[]
  data: readonly PublicDataLine[]
}

/** `/{slug}`: the agency's 政府信息公开 column. */
export function homePage(visit: Visit, data: HomeData): Markup {
  const { agency, home, latest, columns, examples } = data
  const { name } = agency.details
  const title = `${name}${PLATFORM_NAME}`
  const filled = columns.filter((column) => column.documents > 0)
  const content = html`<h1 class="vh">${title}</h1>
${find(`${home}/search`, examples)}
${data.data.some(({ kind }) => kind === 'zones') && placeEntry(home)}
${tablesOf(data)}
<div class="needs">
${newest(latest, { base: visit.base, home }, { href: `${home}/request`, zh: PLATFORM_PART_RULES.request.zh })}
<div>
${ask(home, data.today)}
${check(data, visit.base)}
</div>
<section class="wide"><h2>${PLATFORM_PART_RULES.content.zh}</h2>
<ul class="columns">${filled.map(
    ({
      key,
      documents,
      latest: last,
    }) => html`<li><a href="${home}/content/${key}">${COLUMNS[key].zh}</a><span class="count">${documents} 条</span><p>${
      COLUMNS[key].what
    }${last && html`<br>最近更新：${last}`}</p></li>
`,
  )}</ul></section>
</div>`
  return page(
    visit,
    { title, agency, host: null, part: '', crumbs: [], feed: { title: '最新公开', address: `${home}/feed.atom` } },
    content,
  )
}

/** 数据表, by a word each. */
function tablesOf({ data, home }: HomeData): Markup {
  const kinds = DATA_SET_KINDS.filter((kind) => data.some((one) => one.kind === kind))
  if (kinds.length === 0) return html``
  return html`<nav aria-label="数据表"><ul class="tables">${kinds.map(
    (kind) => html`<li><a href="${home}/data/${kind}">${DATA_SETS[kind].zh}</a></li>
`,
  )}<li><a href="${home}/data">全部数据表</a></li></ul></nav>`
}

function ask(home: string, today: LocalDate): Markup {
  return html`<section><h2>${PLATFORM_PART_RULES.request.zh}</h2>
<p>没有主动公开的政府信息，任何人都可以申请获取，不需要说明用途。</p>
<ol class="steps3">${afterAsking(today).map(
    (line) => html`<li>${line}</li>
`,
  )}</ol>
<p class="actions"><a class="button" href="${home}/request">提出申请</a> <a class="button second" href="${home}/status">查询办理情况</a></p>
</section>`
}

function check({ agency, home, reports }: HomeData, base: string): Markup {
  const { details } = agency
  const [newest] = reports
  return html`<section><h2>查监督</h2><ul>
${
  newest &&
  html`<li><a href="${home}/reports/${newest.year}">${newest.year}年政府信息公开工作年度报告</a>（${chineseDate(newest.publishedOn)}发布，<a href="${home}/reports">历年</a>）</li>`
}
${details.supervisorName && html`<li>主管部门：${details.supervisorName}${details.supervisorPhone && `，投诉、举报电话 ${details.supervisorPhone}`}</li>`}
<li><a href="${home}/guide">${PLATFORM_PART_RULES.guide.zh}</a></li>
<li><a href="${base}/check">检查一份年度报告</a>：三张表对不对得上</li>
</ul></section>`
}
