/** 数据表 as readers use it: which school is mine, a filter, the table (entries on a phone), the files. */
import { html } from 'hono/html'
import { DATA_SETS, type DataColumn, type DataSetKind } from '../../law/publication/data-sets.ts'
import { CERTAIN, findPersonalData } from '../../record/outgoing/personal-data.ts'
import { placesIn } from '../../record/publication/data-cell.ts'
import { type DataRow, headingOf, periodWords } from '../../record/publication/data-set.ts'
import { changeWords } from '../../record/publication/data-set-differences.ts'
import { filterChoices, narrowed, schoolsOfPlace } from '../../record/publication/data-set-find.ts'
import type { PublicDataSet } from '../../record/publication/data-set-view.ts'
import { pager } from './document-list.ts'
import type { Markup } from './visit.ts'

const PAGE_SIZE = 40

/** What a reader asks of a table, from the address. */
export interface Asked {
  chosen: Readonly<Record<string, string>>
  words: string
  place: string
  page: number
}

export interface DataView {
  set: PublicDataSet
  asked: Asked
  /** Where the forms lead: the page that shows the table. */
  here: string
  /** Where all tables of the agency stand: `/jyj/data`. */
  data: string
  /** Schools in the newest directory, by name. */
  directory: ReadonlyMap<string, DataRow>
}

export function dataView(view: DataView): Markup {
  const { set } = view
  return html`${set.note
    .split('\n')
    .filter(Boolean)
    .map((line) => html`<p class="data-note">${line}</p>`)}
${set.kind === 'zones' && placeForm(view)}
${table(view)}
${files(view)}`
}

/** 我家上哪所学校 */
function placeForm({ set, asked, here, directory }: DataView): Markup {
  const found = schoolsOfPlace(set.rows, asked.place)
  return html`<section class="find data-place" aria-labelledby="place-title"><h2 id="place-title">我家上哪所学校</h2>
<form class="search" action="${here}" method="get" aria-label="按住处找学校">
<label class="vh" for="place">村、街道或者小区的名称</label>
<input id="place" name="place" type="search" maxlength="40" autocomplete="off" value="${asked.place}" aria-describedby="place-hint"><button type="submit">找学校</button></form>
<p class="soft" id="place-hint">写村、街道或者小区的名称，如“河东村”；不必写门牌号。</p>
${asked.place && placeAnswer(asked.place, found, set, directory)}</section>`
}

function placeAnswer(
  place: string,
  found: ReturnType<typeof schoolsOfPlace>,
  set: PublicDataSet,
  directory: DataView['directory'],
): Markup {
  if (found.length === 0)
    return html`<div class="empty"><p>没有找到“${place}”。</p><p>请换一个写法，如只写村名、街道名或者小区名；仍找不到的，请打下面任何一所学校的咨询电话。</p></div>`
  return html`<p><strong>“${place}”在${periodWords(set.period)}属于：</strong></p>
<ul class="entries">${found.map(({ row, places }) => {
    const school = row['school'] ?? ''
    const address = row['address'] ?? directory.get(school)?.['address']
    return html`<li><h3>${school}</h3><dl>
<div><dt>学段</dt><dd>${row['stage']}</dd></div>
<div><dt>招生范围</dt><dd>${places.map((one, at) => html`${at > 0 && '、'}<mark>${one}</mark>`)}</dd></div>
${address && html`<div><dt>报名地点</dt><dd>${address}</dd></div>`}
<div><dt>咨询电话</dt><dd>${telephone(row['phone'] ?? '')}</dd></div>
${row['remark'] && html`<div><dt>说明</dt><dd>${row['remark']}</dd></div>`}</dl></li>
`
  })}</ul>`
}

const telephone = (number: string) => html`<a class="nobr" href="tel:${number.replaceAll('-', '')}">${number}</a>`

function table(view: DataView): Markup {
  const { set, asked, here } = view
  // What no row fills is no column.
  const columns = DATA_SETS[set.kind].columns.filter(({ key }) => set.rows.some((row) => row[key]))
  const rows = narrowed(set.kind, set.rows, asked)
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_SIZE))
  const page = Math.min(asked.page, pages)
  const shown = rows.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)
  const address = (number: number) =>
    `${here}?${new URLSearchParams(Object.entries({ ...asked.chosen, q: asked.words, page: String(number) }).filter(([, value]) => value !== ''))}`
  return html`${narrowing(view)}
${
  shown.length === 0
    ? html`<div class="empty"><p>没有符合条件的行。</p><p>请<a href="${here}">看全部 ${set.rows.length} 行</a>，或者换一个条件。</p></div>`
    : html`<table class="data"><caption class="vh">${set.title}</caption><thead><tr>${columns.map(
        (column) => html`<th scope="col"${isNumber(column) && html` class="number"`}>${headingOf(column)}</th>`,
      )}</tr></thead><tbody>${shown.map(
        (row) => html`<tr>${columns.map((column, at) => cell(column, row, at === 0))}</tr>
`,
      )}</tbody></table>
${pager({ rows: shown, total: rows.length, page, pages }, address)}`
}`
}

const isNumber = ({ kind }: DataColumn) => kind === 'count' || kind === 'yuan'

function cell(column: DataColumn, row: DataRow, first: boolean): Markup {
  const text = row[column.key] ?? ''
  if (first) return html`<th scope="row">${text}</th>`
  const shown = column.kind === 'phone' && text ? telephone(text) : column.kind === 'places' ? placesIn(text).join('、') : text
  return html`<td data-label="${headingOf(column)}"${isNumber(column) && html` class="number"`}>${shown}</td>`
}

function narrowing({ set, asked, here }: DataView): Markup {
  const choices = filterChoices(set.kind, set.rows)
  return html`<form class="data-narrowing" action="${here}" method="get" aria-label="筛选">
${choices.map(
  ({
    key,
    zh,
    options,
  }) => html`<p><label for="by-${key}">${zh}</label><select id="by-${key}" name="${key}"><option value="">全部</option>${options.map(
    (value) => html`<option value="${value}"${value === asked.chosen[key] && html` selected`}>${value}</option>`,
  )}</select></p>
`,
)}<p><label for="in-table">表中的词</label><input id="in-table" name="q" type="search" maxlength="40" autocomplete="off" value="${asked.words}"></p>
<p><button type="submit">筛选</button></p></form>`
}

function files({ set, data }: DataView): Markup {
  const own = `${data}/${set.kind}/${set.period}`
  const others = set.periods.filter((period) => period !== set.period)
  return html`<section class="data-files"><h2>下载和历年</h2>
<ul class="downloads"><li><a href="${own}.csv">下载 CSV（Excel 可以打开）</a></li><li><a href="${own}.json">下载 JSON</a></li></ul>
<p class="soft">本表固定地址：<a href="${own}">${periodWords(set.period)}</a>；最新一张总在<a href="${data}/${set.kind}">${DATA_SETS[set.kind].zh}</a>。${
    set.changes && html`与${set.changes.against}相比：${changeWords(set.changes)}。`
  }</p>
${others.length > 0 && html`<p class="soft">其他年度：${others.map((period) => html`<a href="${data}/${set.kind}/${period}">${periodWords(period)}</a>　`)}</p>`}
<p class="soft"><a href="${data}">本单位的全部数据表</a></p></section>`
}

const LONGEST = 40

/** Something is asked of the table besides the whole of it. */
export function isAsked({ chosen, words, place, page }: Asked): boolean {
  return page > 1 || [words, place, ...Object.values(chosen)].some(Boolean)
}

/** What names no column of the kind narrows nothing; a number of a person is not asked for, nor shown again. */
export function askedOf(kind: DataSetKind, asked: (name: string) => string, page: number): Asked {
  const typed = (name: string) => {
    const text = asked(name).slice(0, LONGEST).trim()
    return findPersonalData(text).some((found) => CERTAIN.includes(found.kind)) ? '' : text
  }
  const filters = DATA_SETS[kind].columns.filter(({ filter }) => filter).map(({ key }) => [key, typed(key)] as const)
  return { chosen: Object.fromEntries(filters), words: typed('q'), place: typed('place'), page }
}
