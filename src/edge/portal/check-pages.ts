/** 年报自检: anyone may have a report checked, and put right. Nothing is kept: the page carries what it needs in its own form. */
import { html } from 'hono/html'
import { formOf } from '../../law/reports/formats/index.ts'
import { type CheckedFile, formatOf } from '../../record/reports/checked-file.ts'
import { type CheckView, checkView } from '../../record/reports/check-view.ts'
import { printedTables } from '../../record/reports/printed.ts'
import type { Agency } from '../../record/people/agency.ts'
import { findingList } from './check-findings.ts'
import { MOST_BYTES, MOST_CARRIED, MOST_CHARACTERS } from './check-form.ts'
import { cellDrawer, proseWithMarks, tableNote } from './check-tables.ts'
import type { Token } from './form-guard.ts'
import { faultSummary, fileInput, type FormState, hiddenFields, textField } from './form-parts.ts'
import { page } from './layout.ts'
import { reportTable } from './report-table.ts'
import type { Markup, Visit } from './visit.ts'

/** Address of the page, below the base path. */
export const CHECK = '/check'
const TITLE = '年报自检'

interface Place {
  visit: Visit
  host: Agency | null
  token: Token
}

function framed({ visit, host }: Place, title: string, content: Markup): Markup {
  const tags = { name: TITLE, description: '检查政府信息公开工作年度报告', keywords: '政府信息公开,年度报告,检查', type: TITLE }
  return page(
    visit,
    { title, agency: null, host, part: 'check', crumbs: [{ text: '首页', href: `${visit.base}/` }], column: tags },
    content,
  )
}

const TAKEN = '.txt,.md,.html,.htm,.docx,.pdf,.xlsx,.csv'

/** Where a report is brought in. What was pasted stays; a file must be chosen again, as browsers forget it. */
export function bringPage(place: Place, state: FormState): Markup {
  const { visit, token } = place
  const fileField = (name: 'file' | 'previous', label: string, hint: string, optional: boolean) => {
    const fault = state.faults.find(({ field }) => field === name)
    return html`<div class="field${fault && ' wrong'}"><label for="${name}">${label}${optional && html`<span class="count">可不选</span>`}</label>
<p class="hint" id="${name}-hint">${hint}</p>
${fault && html`<p class="fault" id="${name}-fault"><span class="vh">需要改正：</span>${fault.say}${fault.then}</p>`}
${fileInput(name, `${name}-hint${fault ? ` ${name}-fault` : ''}`, { accept: TAKEN, wrong: Boolean(fault) })}</div>`
  }
  const content = html`<div class="guide"><h1>${TITLE}</h1>
<p class="lead">放入一份政府信息公开工作年度报告，几秒钟后可以看到：读出的三张表，哪里有错、依据哪一条、怎么改；改好后可以下载。</p>
<p class="notice">读完即弃：文件和文字只在内存里读，不保存，不记录内容，也不会发给任何机关。检查结果只供参考，不代替审核。涉密的、内部的材料不要放进来。</p>
${faultSummary(state.faults)}
<form class="form" method="post" action="${visit.base}${CHECK}" enctype="multipart/form-data">
${hiddenFields({ ...token })}
${fileField(
  'file',
  '报告文件',
  `Word（.docx）、PDF、Excel（.xlsx）、网页、CSV、纯文本，${MOST_BYTES / 1024 / 1024} MB 以内；可以把文件拖到按钮上。.doc、.xls 请先另存为 .docx、.xlsx。`,
  false,
)}
${textField(state, {
  name: 'text',
  label: '或者粘贴全文',
  hint: '从网页或者文件里全选、复制，连表格一起粘贴，格式乱了也不要紧。',
  most: MOST_CHARACTERS,
  rows: 8,
  optional: true,
})}
${fileField('previous', '上一年度的报告', '选了它，会核对上年结转和现行有效件数是否衔接。', true)}
<p class="actions"><button type="submit">检查</button></p>
</form>
<h2>检查什么</h2>
<ul>
<li>三张表的数字是否对得上（勾稽关系）：行和、列和、上年结转与结转下年度、复议诉讼的合计；空白不等于零。</li>
<li>文字与表格的数字、年份是否一致，应写的内容有没有写，有没有已经失效的说法。</li>
<li>读不准的格子写“未能确定”和原因，不猜。</li>
</ul></div>`
  return framed(place, TITLE, content)
}

/** What was read and what is wrong with it; faults are marked where they are, and may be put right there. */
export function checkedPage(place: Place, file: CheckedFile, state: FormState): Markup {
  const { visit, token } = place
  const view = checkView(file)
  const carried = JSON.stringify(file)
  const { agency, year } = file.report
  const name = `${agency ?? '没有读出名称的机关'}${year ?? ''}${year ? '年' : ''}年度报告`
  const mayCorrect = carried.length <= MOST_CARRIED
  const content = html`<article class="report checked"><h1>${TITLE}：${name}</h1>
${faultSummary(state.faults)}
${summary(file, view)}
<form method="post" action="${visit.base}${CHECK}/corrected" enctype="multipart/form-data">
${hiddenFields({ ...token, report: mayCorrect ? carried : '' })}
${view.findings.length > 0 && html`<h2>发现的问题</h2>${findingList(view, state)}`}
<h2>读出的三张表</h2>
<p class="soft no-print">${view.open.size > 0 ? '有问题的格子下方标着问题的序号；可以直接在格子里改。' : '没有需要改的格子。'}</p>
${tables(file, view, state)}
${words(file, view)}
${mayCorrect ? corrections(state, file) : html`<p class="notice">正文过长，不能在这里改正；请按上面列出的问题在原文件里改。</p>`}
</form></article>
<p class="no-print"><a href="${visit.base}${CHECK}">检查另一份报告</a></p>`
  return framed(place, `${TITLE}：${name}`, content)
}

function summary({ report, previous }: CheckedFile, { errors, warnings, unread, changed }: CheckView): Markup {
  const missing = Object.values(report.tables).filter((table) => table === null).length
  const parts = [
    errors > 0 && `${errors} 处错误`,
    warnings > 0 && `${warnings} 处提示`,
    unread.size > 0 && `${unread.size} 格未能确定`,
  ].filter((part) => part !== false)
  const verdict = parts.length > 0 ? parts.join('，') : '没有发现错误，各项数字都对得上'
  return html`<div class="verdict ${errors > 0 ? 'has-errors' : ''}" role="status"><p><strong>${verdict}。</strong></p>
<p>按 ${formatOf(report)} 年格式检查${previous ? '，并与上一年度的报告核对' : ''}。${missing > 0 && `有 ${missing} 张表没有读出数字。`}${
    changed.size > 0 && `您改了 ${changed.size} 格，以上是改后的结果。`
  }</p></div>`
}

function tables(file: CheckedFile, view: CheckView, state: FormState): Markup {
  const { report } = file
  const format = formatOf(report)
  const printed = printedTables(report.tables, format)
  const draw = cellDrawer(file, view, state)
  return html`${formOf(format).sections.map(
    ({ key, number, heading }) =>
      (key === 'disclosed' || key === 'requests' || key === 'disputes') &&
      html`<section><h3>${number}、${heading}</h3>${tableNote(key, view)}${reportTable(printed[key], key, draw)}</section>`,
  )}`
}

/** Folded, unless a passage in it is marked. */
function words({ report, prose }: CheckedFile, view: CheckView): Markup {
  const isMarked = view.findings.some(({ finding }) => finding.table === 'text' && finding.words)
  return html`<details class="more"${isMarked && html` open`}><summary>读出的文字</summary>
${prose.preface.length > 0 && html`<h3>引言</h3><div class="prose">${proseWithMarks(prose.preface, 'preface', view)}</div>`}
${formOf(formatOf(report)).sections.map(
  ({ key, number, heading }) =>
    (key === 'overall' || key === 'problems' || key === 'other') &&
    html`<h3>${number}、${heading}</h3><div class="prose">${proseWithMarks(prose[key], key, view)}</div>`,
)}</details>`
}

function corrections(state: FormState, { report }: CheckedFile): Markup {
  const values = { agency: report.agency ?? '', year: report.year === null ? '' : String(report.year), ...state.values }
  return html`<section class="corrections no-print" aria-labelledby="corrections"><h2 id="corrections">改正</h2>
<p>在上面勾选建议、在格子里改好数字，可以先重新检查，再下载。下载的文件里，三张表按官方格式重新排好，文字除勾选的以外照原样，落款日期留空。</p>
<div class="pair">
${textField({ ...state, values }, { name: 'agency', label: '机关名称', most: 200, short: true })}
${textField({ ...state, values }, { name: 'year', label: '报告年度', most: 4, short: true })}
</div>
<p class="actions"><button type="submit" name="to" value="again">按改后的重新检查</button>
<button type="submit" class="second" name="to" value="docx">下载改正后的 Word</button>
<button type="submit" class="second" name="to" value="xlsx">下载改正后的 Excel</button></p>
<p class="soft">Excel 里，还没有改正的问题标在格子上。</p></section>`
}
