/** 开放数据: where all reports lie, what every column means, and on what terms. */
import { html } from 'hono/html'
import { cite, reg } from '../../law/cite.ts'
import { FORMS } from '../../law/reports/formats/index.ts'
import type { listOpenData, reportTotals } from '../../office/publication/index.ts'
import type { Agency } from '../../record/people/agency.ts'
import { DATA_COLUMNS, type DataColumn } from '../../record/reports/data-columns.ts'
import { REPORT_SCHEMA_PATH } from '../../record/reports/published.ts'
import { ABOUT_COLUMNS, formatsOf } from '../open-data/columns.ts'
import { page } from './layout.ts'
import type { Markup, Visit } from './visit.ts'

/** Address of the page, below the base path. */
export const OPEN_DATA = '/open-data'

interface OpenData {
  host: Agency | null
  totals: Awaited<ReturnType<typeof reportTotals>>
  site: string
  /** 数据表 of all agencies. */
  tables: Awaited<ReturnType<typeof listOpenData>>
}

export function openDataPage(visit: Visit, { host, totals, site, tables }: OpenData): Markup {
  const here = visit.base + OPEN_DATA
  const title = '开放数据：政府信息公开工作年度报告'
  const content = html`<div class="guide"><h1>${title}</h1>
<p class="lead">${
    totals.reports === 0
      ? '还没有公布年度报告。公布以后，所有机关、所有年度的报告都在下面的文件里。'
      : html`这里有 ${totals.agencies} 个机关公布的 ${totals.reports} 份年度报告（${totals.first}—${totals.last} 年度），每份取最后公布的一版。`
  }</p>
<ul class="columns">
<li><a href="${here}/reports.xlsx">全部报告（Excel）</a><p>一行一份报告，表头两行：含义和代码；另附栏目说明一页。</p></li>
<li><a href="${here}/reports.csv">全部报告（CSV）</a><p>一行一份报告，表头是代码；UTF-8，Excel 可直接打开。</p></li>
<li><a href="${here}/reports.json">全部报告（JSON）</a><p>含各部分的文字；一行一份，可以逐行读取。<a href="${visit.base}${REPORT_SCHEMA_PATH}">格式说明（JSON Schema）</a></p></li>
<li><a href="${here}/columns.csv">栏目说明（CSV）</a><p>每个代码的含义，与本页下方相同。</p></li>
<li><a href="${here}/reports.atom">订阅（Atom）</a><p>新公布和更正的报告；各机关另有自己的订阅地址。</p></li>
</ul>
${tables.length > 0 && tableList(visit.base, tables)}
<h2>读之前要知道</h2>
<ul>
<li>报告由各机关依法编制、公布（${cite(reg('49'))}、${cite(reg('50'))}），数字由各机关负责；本文件原样汇集，不改、不补、不估。</li>
<li>空白是报告没有填写或者读不清，不是 0。</li>
<li>2019 年格式和 2021 年格式的栏目不同，不换算；表二的代码带格式名，表三、表四中含义相同的格子用同一个代码。</li>
<li>政府的报告可能已经包含所属部门的数字，把各机关相加会重复计算。</li>
<li>机关的职责、服务人口、申请的内容各不相同，数字的大小不说明工作的好坏，不宜据此排名。</li>
<li>文件里没有申请人的任何信息。</li>
</ul>
<h2>使用条件</h2>
<p>免费下载，不需要注册或者申请；可以复制、分析、引用和再发布。本平台不另设限制。引用时请注明机关、年度、版本和取得日期；改动过数据的，请说明改了什么。</p>
<h2>固定地址</h2>
<p>地址长期不变；机关改名，地址也不变。</p>
<dl class="record">${[
    ['一份报告', `${site}/机关/reports/年度`],
    ['下载', '同上，后加 .pdf .docx .xlsx .csv .json'],
    ['更正前的一版', '同上，后加 ?version=版本'],
    ['盖章扫描件', `${site}/机关/reports/年度/signed.pdf`],
    ['一个机关的订阅', `${site}/机关/reports.atom`],
  ].map(
    ([what, where]) => html`<div class="full"><dt>${what}</dt><dd>${where}</dd></div>
`,
  )}</dl>
<h2>栏目说明</h2>
<p>全部报告的 Excel、CSV 文件先是报告的情况，然后是三张表的每一格。单份报告的 CSV 一格一行，用同样的代码。</p>
${aboutTable()}
${sections().map(sectionTable)}</div>`
  const tags = { name: '开放数据', description: title, keywords: '政府信息公开,年度报告,开放数据', type: '开放数据' }
  const crumbs = [{ text: '首页', href: `${visit.base}/` }]
  return page(
    visit,
    {
      title,
      agency: null,
      host,
      part: 'open-data',
      crumbs,
      column: tags,
      feed: { title: '年度报告', address: `${here}/reports.atom` },
    },
    content,
  )
}

/** 数据表, each at its address. */
function tableList(base: string, tables: OpenData['tables']): Markup {
  return html`<h2>数据表</h2>
<ul class="columns">${tables.map(({ kind, period, title, slug }) => {
    const own = `${base}/${slug}/data/${kind}/${period}`
    return html`<li><a href="${own}">${title}</a><p><a href="${own}.csv">CSV</a>　<a href="${own}.json">JSON</a></p></li>
`
  })}</ul>`
}

function aboutTable(): Markup {
  return table(
    '报告的情况',
    ABOUT_COLUMNS.map(({ code, words, what }) => [code, `${words}：${what}`]),
  )
}

/** `requests.granted` of `requests.granted.total`. */
const before = (code: string) => code.slice(0, code.lastIndexOf('.'))
const after = (code: string) => code.slice(code.lastIndexOf('.') + 1)

const FORMATS = Object.keys(FORMS).length

function sections(): { section: string; columns: DataColumn[] }[] {
  return [...Map.groupBy(DATA_COLUMNS, ({ section }) => section)].map(([section, columns]) => ({ section, columns }))
}

/** A table whose every row has the same columns is told as rows and columns: the code is one, a stop, the other. */
function sectionTable({ section, columns }: { section: string; columns: DataColumn[] }): Markup {
  if (columns.every(({ code }) => code.startsWith('disclosed.')))
    return table(
      section,
      columns.map((one) => [one.code, `${one.row}：${one.column}`, formatsOf(one.formats, FORMATS)]),
    )
  const rows = [...Map.groupBy(columns, ({ code }) => before(code)).values()].flatMap(([first]) => (first ? [first] : []))
  const headings = [...new Map(columns.map((one) => [after(one.code), one.column]))]
  return html`${table(
    `${section}：行`,
    rows.map((one) => [before(one.code), one.row, formatsOf(one.formats, FORMATS)]),
  )}${table(`${section}：列`, headings)}`
}

function table(caption: string, rows: readonly (readonly string[])[]): Markup {
  return html`<details><summary>${caption}</summary><table class="figures words"><thead><tr><th scope="col">代码</th><th scope="col">含义</th></tr></thead><tbody>${rows.map(
    ([
      code,
      words,
      only,
    ]) => html`<tr><th scope="row">${code}</th><td>${words}${only && html` <span class="soft">（只在 ${only}）</span>`}</td></tr>
`,
  )}</tbody></table></details>`
}
