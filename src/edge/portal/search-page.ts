/** 检索: what was typed, what narrows it, what was found, and what to do where nothing was. */
import { html } from 'hono/html'
import { STAGE_WORDS } from '../../law/publication/attribute.ts'
import { columnWords } from '../../law/publication/columns.ts'
import { INSTITUTION_PART_RULES, PLATFORM_PART_RULES } from '../../law/publication/platform.ts'
import type { Refusal } from '../../law/refusal.ts'
import type { Agency } from '../../record/people/agency.ts'
import { type Found, VALIDITY_WORDS } from '../../record/publication/document.ts'
import { DOCUMENT_KIND_NAMES, type SearchNarrowing } from '../../record/publication/search-words.ts'
import { emptyPlace, foundList, pager } from './document-list.ts'
import { page } from './layout.ts'
import type { Markup, Visit } from './visit.ts'

export interface SearchData {
  words: string
  /** As chosen; `unit` is the agency's part of the address. */
  chosen: Readonly<Record<'unit' | 'column' | 'year' | 'kind' | 'stage' | 'validity', string>>
  list: Found | null
  refusals: readonly Refusal[]
  /** Offered while typing. */
  offered: readonly string[]
  /** Of a search in all agencies: those that may be chosen. */
  agencies: readonly Agency[]
}

interface Where {
  agency: Agency | null
  host: Agency | null
}

/** Search in what one agency published, or (without an agency) in all. */
export function searchPage(visit: Visit, where: Where, data: SearchData): Markup {
  const { agency, host } = where
  const search = agency ? `${visit.base}/${agency.slug}/search` : `${visit.base}/search`
  const { words, list, refusals, offered } = data
  const content = html`<h1>检索</h1>
<form class="find" role="search" aria-label="查找信息" action="${search}" method="get"><div class="search">
<label class="vh" for="find">标题、文号或者内容中的词</label>
<input id="find" name="q" type="search" maxlength="60" value="${words}" list="offered" autocomplete="off"><button type="submit">检索</button></div>
<datalist id="offered">${offered.map((word) => html`<option value="${word}"></option>`)}</datalist>
${list && words && narrowing(data, where)}</form>
${refusals.map(({ say, then }) => html`<div class="notice" role="note"><p><strong>${say}</strong></p><p>${then}</p></div>`)}
${list && results(visit, where, search, data, list)}`
  const crumbs = [{ text: '首页', href: agency ? `${visit.base}/${agency.slug}` : `${visit.base}/` }]
  return page(visit, { title: words ? `检索：${words}` : '检索', agency, host, part: 'search', crumbs }, content)
}

interface Choice {
  value: string
  text: string
}

/** 筛选: by what the found ones have; counted where all of them were weighed. */
function narrowing({ chosen, list, agencies }: SearchData, { agency }: Where): Markup {
  const counted = (number: number | undefined) => (number && !list?.more ? `（${number}）` : '')
  const columns = Object.entries(list?.columns ?? {}).toSorted(([, a], [, b]) => b - a)
  const years = Object.entries(list?.years ?? {}).toSorted(([a], [b]) => Number(b) - Number(a))
  const units = agencies.filter(({ id, slug }) => list?.agencies[id] || slug === chosen.unit)
  const fixed = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([value, text]) => ({ value, text }))
  const fields: [keyof SearchData['chosen'], string, Choice[]][] = [
    ...(agency
      ? []
      : [
          [
            'unit',
            '单位',
            units.map(({ id, slug, details }) => ({ value: slug, text: details.name + counted(list?.agencies[id]) })),
          ] satisfies [keyof SearchData['chosen'], string, Choice[]],
        ]),
    [
      'column',
      '栏目',
      withChosen(
        columns.map(([value, number]) => ({ value, text: (columnWords(value) ?? value) + counted(number) })),
        chosen.column,
        (key) => columnWords(key) ?? key,
      ),
    ],
    [
      'year',
      '年份',
      withChosen(
        years.map(([value, number]) => ({ value, text: `${value}年${counted(number)}` })),
        chosen.year,
        (year) => `${year}年`,
      ),
    ],
    ['kind', '类型', fixed(DOCUMENT_KIND_NAMES)],
    ['stage', '环节', fixed(STAGE_WORDS)],
    ['validity', '时效', fixed(VALIDITY_WORDS)],
  ]
  const some = Object.values(chosen).some(Boolean)
  return html`<details class="narrowing"${some && html` open`}><summary>筛选</summary><div class="narrowing-fields">
${fields.map(
  ([
    name,
    label,
    choices,
  ]) => html`<p><label for="by-${name}">${label}</label><select id="by-${name}" name="${name}"><option value="">全部</option>${choices.map(
    ({ value, text }) => html`<option value="${value}"${value === chosen[name] && html` selected`}>${text}</option>`,
  )}</select></p>
`,
)}</div><button type="submit">按所选筛选</button></details>`
}

/** What was chosen stays to be seen, also where it left nothing. */
function withChosen(choices: Choice[], chosen: string, words: (value: string) => string): Choice[] {
  return chosen === '' || choices.some(({ value }) => value === chosen)
    ? choices
    : [...choices, { value: chosen, text: words(chosen) }]
}

function results({ base }: Visit, { agency }: Where, search: string, data: SearchData, list: Found): Markup {
  const { words, chosen } = data
  if (!words) return html`<p class="soft">输入标题、文号或者内容中的词，多个词之间用空格分开；也可以写一句话，或者打拼音。</p>`
  const address = (more: Record<string, string>) =>
    `${search}?${new URLSearchParams(Object.entries({ q: words, ...chosen, ...more }).filter(([, value]) => value !== ''))}`
  if (list.total > 0)
    return html`${list.how === 'some' && html`<p class="soft">没有同时含有这些词的信息；下面的含有其中一部分，最接近的在前。</p>`}${foundList(
      list.rows,
      list.words,
      { base, agencies: agency === null },
    )}${pager(list, (number) => address({ page: String(number) }))}`
  const meant =
    list.meant.length > 0 &&
    html`<p>您要找的是不是：${list.meant.map((word) => html`<a href="${address({ q: word })}">${word}</a> `)}</p>`
  const narrowed = Object.values(chosen).some(Boolean)
  const other = agency
    ? html`或者<a href="${base}/search?q=${encodeURIComponent(words)}">在所有单位中检索</a>；仍没有的，可以<a href="${base}/${agency.slug}/${
        agency.regime === 'art55' ? 'consult' : 'request'
      }">${agency.regime === 'art55' ? INSTITUTION_PART_RULES.consult.zh : PLATFORM_PART_RULES.request.zh}</a>。`
    : html`也可以进入有关单位的专栏查找。`
  const anew = `${search}?q=${encodeURIComponent(words)}`
  return html`${meant}${emptyPlace(
    narrowed ? `所选范围内没有含有“${words}”的信息。` : `没有找到含有“${words}”的信息。`,
    narrowed ? html`请<a href="${anew}">取消筛选</a>，${other}` : html`请换一个更短的词，${other}`,
  )}`
}

/** From an address; what it names wrongly narrows nothing. */
export function narrowingOf(chosen: SearchData['chosen'], agency: Agency | null): SearchNarrowing {
  const { column, year, kind, stage, validity } = chosen
  return {
    ...(agency ? { agencyId: agency.id } : {}),
    ...(column && columnWords(column) ? { column } : {}),
    ...(/^20\d\d$/.test(year) ? { year: Number(year) } : {}),
    ...(kind in DOCUMENT_KIND_NAMES ? { kind: kind as keyof typeof DOCUMENT_KIND_NAMES } : {}),
    ...(stage in STAGE_WORDS ? { stage } : {}),
    ...(validity in VALIDITY_WORDS ? { validity } : {}),
  }
}
