/** 公示 on the portal: from when to when, how to object, what became of objections; and what its address says when it is over. */
import { html } from 'hono/html'
import { chineseDate, chineseDateWithWeekday } from '../../law/date.ts'
import { PUBLICITY_RULES } from '../../law/publication/publicity.ts'
import type { Tombstone } from '../../office/publication/index.ts'
import type { PublishedDocument, ShownPublicity } from '../../record/publication/document.ts'
import { countWords } from '../../record/publication/objection.ts'
import type { PublicityContact } from '../../record/publication/publicity.ts'
import type { AgencyVisit } from './agency-route.ts'
import { page } from './layout.ts'
import type { Markup } from './visit.ts'

type At = Pick<AgencyVisit, 'visit' | 'agency' | 'home' | 'trail'>

/** 联系方式, as far as they are given. */
export function contactWords({ office, phone, place }: PublicityContact): Markup {
  return html`${office}${phone && html`，电话 ${phone}`}${place && html`，${place}`}`
}

/** The box above the text of a 公示 that runs. */
export function publicityBox(document: PublishedDocument, home: string): Markup {
  const { publicity } = document
  if (!publicity) return html``
  const { startsOn, endsOn, restartedOn, contact, objections } = publicity
  return html`<section class="publicity" aria-label="公示期和异议"><p class="phase">公示到${chineseDateWithWeekday(endsOn)}</p>
<p>${chineseDate(startsOn)}起公示。${restartedOn && html`公示的内容有改动，从这一天重新开始公示。`}对公示的内容有异议的，可以在这一天以前提出。</p>
<p class="actions"><a class="button" href="${home}/doc/${document.id}/objection">提出异议</a> <a class="button second" href="${home}/objection/status">查询异议的办理</a></p>
<p class="soft">也可以联系：${contactWords(contact)}。${countWords(objections)}提出异议的人和内容不公开。</p></section>`
}

/** 结果: which 公示 it belongs to. */
export function ofPublicity({ resultOf }: PublishedDocument, home: string): Markup {
  if (!resultOf) return html``
  return html`<section class="aside"><h2>此前的公示</h2><p><a href="${home}/doc/${resultOf.id}">${PUBLICITY_RULES[resultOf.kind].zh}公示（${resultOf.startsOn} 至 ${resultOf.endsOn}）</a></p></section>`
}

type Over = Extract<Tombstone, { kind: 'over' }>

/** 410: the 公示 is over. From when to when it was, how objections ended, where the result is; nothing of whom it was about. */
export function overPage({ visit, agency, home, trail }: At, over: Over): Markup {
  const { publicity, result, resultFollows } = over
  const rows: [string, Markup | string][] = [
    ['索引号', over.indexNumber],
    ...(publicity ? [['公示的事项', PUBLICITY_RULES[publicity.kind].zh] as [string, string]] : []),
    ['公示期', html`${publicity?.startsOn ?? over.publishedOn} 至 ${over.until}`],
    ...(publicity ? [['异议', countWords(publicity.objections)] as [string, string]] : []),
  ]
  const content = html`<h1>公示已经结束</h1>
<dl class="record">${rows.map(
    ([label, value]) => html`<div class="full"><dt>${label}</dt><dd>${value}</dd></div>
`,
  )}</dl>
${outcome({ result, resultFollows, publicity }, home)}
<p class="soft">公示期满，为保护个人信息，公示的内容不再显示。</p>
<p class="actions"><a class="button second" href="${home}/content">查看其他公开信息</a> <a class="button second" href="${home}/objection/status">查询异议的办理</a></p>`
  return page(visit, { title: '公示已经结束', agency, host: null, part: 'content', crumbs: trail }, content)
}

function outcome(
  { result, resultFollows, publicity }: Pick<Over, 'result' | 'resultFollows'> & { publicity: ShownPublicity | null },
  home: string,
): Markup {
  if (result)
    return html`<div class="notice" role="note"><p><strong>结果已经公布</strong>：<a href="${home}/doc/${result.id}">${result.title}</a>（${result.publishedOn}）</p></div>`
  const waits = publicity && publicity.objections.open > 0 ? '正在办理异议，办结以后公布结果。' : '结果即将公布。'
  return resultFollows ? html`<p>${waits}</p>` : html``
}
