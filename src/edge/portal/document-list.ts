/** Lists of published information, and the way through their pages. */
import { html } from 'hono/html'
import { type DocumentRow, type FoundRow, type Page, VALIDITY_WORDS } from '../../record/publication/document.ts'
import { wordsIn } from '../../record/publication/search-text.ts'
import type { Markup } from './visit.ts'

export interface ListOptions {
  base: string
  /** Name the agency beside each title: for lists over several. */
  agencies?: boolean | undefined
}

export function documentList(rows: readonly DocumentRow[], { base, agencies }: ListOptions): Markup {
  return html`<ul class="documents">
${rows.map((row) => line(row, { base, agencies }))}</ul>`
}

function line(
  row: DocumentRow,
  { base, agencies }: ListOptions,
  found: { excerpt: string; words: readonly string[] } | null = null,
): Markup {
  const about = [agencies && row.agencyName, row.number].filter(Boolean).join('　')
  return html`<li><span><a href="${base}/${row.agencySlug}/doc/${row.id}">${found ? marked(row.title, found.words) : row.title}</a>${
    row.validity !== 'inForce' && html`<span class="tag">${VALIDITY_WORDS[row.validity]}</span>`
  }${row.shownUntil && html`<span class="tag">公示到 ${row.shownUntil}</span>`}</span><time datetime="${row.publishedOn}">${row.publishedOn}</time>${about && html`<span class="about">${about}</span>`}${
    found?.excerpt && html`<span class="excerpt">${marked(found.excerpt, found.words)}</span>`
  }</li>
`
}

/** What a search found: the same lines, with the stretch of text where the words stand, and the words marked. */
export function foundList(rows: readonly FoundRow[], words: readonly string[], { base, agencies }: ListOptions): Markup {
  return html`<ul class="documents">
${rows.map((row) => line(row, { base, agencies }, { excerpt: row.excerpt, words }))}</ul>`
}

function marked(text: string, words: readonly string[]): Markup {
  return html`${wordsIn(text, words).map(({ part, is }) => (is ? html`<mark>${part}</mark>` : part))}`
}

/** 共 n 条, and the pages before and after. `address` gives the address of a page. `more`: there are more than are listed. */
export function pager(list: Page<unknown> & { more?: boolean }, address: (page: number) => string): Markup {
  const { page, pages } = list
  const total = list.more ? `${list.total} 条以上，只列出 ${list.total}` : list.total
  if (pages === 1) return html`<p class="soft">共 ${total} 条</p>`
  return html`<nav aria-label="分页"><ul class="pages">
<li>共 ${total} 条，第 ${page} / ${pages} 页</li>
${page > 1 && html`<li><a href="${address(1)}">第一页</a></li><li><a rel="prev" href="${address(page - 1)}">上一页</a></li>`}
${page < pages && html`<li><a rel="next" href="${address(page + 1)}">下一页</a></li><li><a href="${address(pages)}">最后一页</a></li>`}
</ul></nav>`
}

/** An empty place says what belongs there and what can be done instead. */
export function emptyPlace(what: string, then: Markup): Markup {
  return html`<div class="empty"><p>${what}</p><p>${then}</p></div>`
}
