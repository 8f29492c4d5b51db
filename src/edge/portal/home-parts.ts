/** What the home of an agency and that of a school have in common. */
import { html } from 'hono/html'
import { INSTITUTION_PART_RULES } from '../../law/publication/platform.ts'
import type { DocumentRow } from '../../record/publication/document.ts'
import { documentList, emptyPlace } from './document-list.ts'
import type { Markup } from './visit.ts'

export function find(search: string, words: readonly string[]): Markup {
  return html`<section class="find" aria-labelledby="find-title"><h2 id="find-title">找信息</h2>
<form class="search" role="search" aria-label="查找信息" action="${search}" method="get">
<label class="vh" for="find">标题、文号或者内容中的词</label>
<input id="find" name="q" type="search" maxlength="60" autocomplete="off"><button type="submit">检索</button>
</form>
${
  words.length > 0 &&
  html`<ul class="examples" aria-label="常用检索词">${words.map(
    (word) => html`<li><a href="${search}?q=${encodeURIComponent(word)}">${word}</a></li>
`,
  )}</ul>`
}</section>`
}

/** 最新公开, or what an empty place can do for the reader: `ask` is the way to what is not there. */
export function newest(
  latest: readonly DocumentRow[],
  at: { base: string; home: string },
  ask: { href: string; zh: string },
): Markup {
  return html`<section><h2>最新公开</h2>${
    latest.length > 0
      ? html`${documentList(latest, { base: at.base })}<p class="more"><a href="${at.home}/content">全部栏目</a></p>`
      : emptyPlace('还没有公开的信息。', html`可以通过<a href="${ask.href}">${ask.zh}</a>向本单位了解。`)
  }</section>`
}

export function askInstitution(home: string): Markup {
  return html`<section><h2>${INSTITUTION_PART_RULES.consult.zh}</h2>
<p>没有查到需要的信息，可以直接向本单位咨询。</p>
<p class="actions"><a class="button" href="${home}/consult">提出咨询</a> <a class="button second" href="${home}/consult/status">查询答复</a></p>
</section>`
}
