/** 案例集 — every story of stories/ as a printable page: facts, question, result with its article, chapter by chapter. */
import { html, raw } from 'hono/html'
import { type Chapter, chapters } from './chapters.ts'
import { STYLE } from './style.ts'

type Markup = ReturnType<typeof html>

export function storyBook(): string {
  const all = chapters()
  const count = all.reduce((sum, { cases }) => sum + cases.length, 0)
  return `${html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>政府信息公开案例集</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<header class="cover">
<h1>政府信息公开案例集</h1>
<p>本系统怎样适用《政府信息公开条例》，写成 ${count} 个案例：事实、问题、结论和依据。每次发布之前，程序逐一计算，结论与本书不符的不能发布。</p>
<p>请法律工作者审阅：结论有误的，请在案例旁写明应有的结论和依据；条文本身没有写明的，本书注明采用的口径。</p>
<nav aria-label="目录"><ol>${all.map(({ id, title, cases }) => html`<li><a href="#${id}">${title}</a><span>${cases.length} 例</span></li>`)}</ol></nav>
</header>
<main>${all.map(chapter)}</main>
</body>
</html>`}\n`
}

function chapter({ id, title, intro, cases }: Chapter): Markup {
  return html`
<section class="chapter" id="${id}">
<h2>${title}</h2>
<p class="intro">${intro}</p>
${cases.map(
  (one) => html`<article>
<h3><span class="number">${one.id}</span>${one.title}</h3>
<dl>${one.parts.map(({ label, text }) => html`<div><dt>${label}</dt><dd>${text}</dd></div>`)}</dl>
${one.table && tableOf(one.table)}
</article>`,
)}
<p class="signed">审阅人：<span></span>日期：<span></span></p>
</section>`
}

function tableOf({ caption, head, rows }: NonNullable<Chapter['cases'][number]['table']>): Markup {
  return html`<table>
<caption>${caption}</caption>
<thead><tr>${head.map((text) => html`<th scope="col">${text}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((text) => html`<td>${text}</td>`)}</tr>`)}</tbody>
</table>`
}
