/** `/{slug}` of a school: what it has made public this term, kind by kind, and honestly what not; how to reach it. */
import { html } from 'hono/html'
import { cite } from '../../law/cite.ts'
import { chineseDate } from '../../law/date.ts'
import { COLUMNS } from '../../law/publication/columns.ts'
import { INSTITUTION_PART_RULES } from '../../law/publication/platform.ts'
import { TERM_CARD_BY, TILES } from '../../law/publication/term-card.ts'
import type { ColumnCount, PublicTile } from '../../office/publication/index.ts'
import type { Agency } from '../../record/people/agency.ts'
import type { DocumentRow } from '../../record/publication/document.ts'
import { askInstitution, find, newest } from './home-parts.ts'
import { page } from './layout.ts'
import type { Markup, Visit } from './visit.ts'

export interface SchoolHomeData {
  agency: Agency
  home: string
  latest: readonly DocumentRow[]
  columns: readonly ColumnCount[]
  card: { term: string; tiles: readonly PublicTile[] }
  examples: readonly string[]
}

export function schoolHomePage(visit: Visit, data: SchoolHomeData): Markup {
  const { agency, home, latest, examples } = data
  const title = `${agency.details.name}信息公开`
  const content = html`<h1 class="vh">${title}</h1>
${find(`${home}/search`, examples)}
<div class="needs">
${newest(latest, { base: visit.base, home }, { href: `${home}/consult`, zh: INSTITUTION_PART_RULES.consult.zh })}
<div>
${askInstitution(home)}
${contact(agency, home)}
</div>
${termPart(data)}
${kinds(data)}
</div>`
  return page(
    visit,
    { title, agency, host: null, part: '', crumbs: [], feed: { title: '最新公开', address: `${home}/feed.atom` } },
    content,
  )
}

function contact({ details }: Agency, home: string): Markup {
  const { address, postcode, phone, officeHours, officeName, supervisorName, supervisorPhone } = details
  return html`<section><h2>怎样联系</h2><dl class="contact">
<div><dt>地址</dt><dd>${address}${postcode && `（邮编 ${postcode}）`}</dd></div>
<div><dt>电话</dt><dd><span class="nobr">${phone}</span>${officeName && `（${officeName}）`}</dd></div>
<div><dt>时间</dt><dd>${officeHours}</dd></div>
${supervisorName && html`<div><dt>申诉</dt><dd>${supervisorName}${supervisorPhone && html`，电话 <span class="nobr">${supervisorPhone}</span>`}</dd></div>`}
</dl><p class="more"><a href="${home}/guide">${INSTITUTION_PART_RULES.guide.zh}</a></p></section>`
}

const OPEN: readonly PublicTile['state'][] = ['overdue', 'due', 'noItem']

/** Twelve kinds of the term. What is not there is said, with the day by which it should be. */
function termPart({ card: { term, tiles }, home }: SchoolHomeData): Markup {
  const missing = tiles.filter(({ state }) => OPEN.includes(state))
  const done = tiles.filter(({ state }) => state === 'done').length
  return html`<section class="wide"><h2>${term}公开情况</h2>
<p class="soft">学校应当公开的十二类信息（${cite(TERM_CARD_BY)}）：已公开 ${done} 类${missing.length > 0 && `，还没有公开 ${missing.length} 类`}。</p>
<ul class="columns">${tiles.map(
    ({ key, state, due, last }) => html`<li><b>${TILES[key].zh}</b><span class="count">${stateWords(state)}</span>
<p>${
      last
        ? html`${last.publishedOn} <a href="${home}/doc/${last.id}">${last.title}</a>`
        : OPEN.includes(state)
          ? '还没有公开过。'
          : TILES[key].what
    }${OPEN.includes(state) && due && html`<br>应于 ${chineseDate(due)}前公开`}</p></li>
`,
  )}</ul>
${missing.length > 0 && html`<p class="soft">需要还没有公开的信息，可以<a href="${home}/consult">向学校咨询</a>；认为应公开而不公开的，可以向主管部门申诉。</p>`}</section>`
}

function stateWords(state: PublicTile['state']): string {
  if (state === 'done') return '已公开'
  if (state === 'notApplicable') return '本学期不用公开'
  return state === 'upcoming' ? '还没到时间' : '还没有公开'
}

/** Every kind that schools publish; an empty one is shown too, since the duty is there. */
function kinds({ columns, home }: SchoolHomeData): Markup {
  return html`<section class="wide"><h2>${INSTITUTION_PART_RULES.content.zh}</h2>
<ul class="columns">${columns.map(
    ({
      key,
      documents,
      latest,
    }) => html`<li><a href="${home}/content/${key}">${COLUMNS[key].zh}</a><span class="count">${documents} 条</span>
<p>${COLUMNS[key].what}${latest ? html`<br>最近更新：${latest}` : html`<br>还没有公开的信息`}</p></li>
`,
  )}</ul></section>`
}
