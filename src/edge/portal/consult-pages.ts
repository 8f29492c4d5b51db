/** 信息公开咨询 of schools and kindergartens (Art 55): no request, no statutory clock, and the page says so. */
import { html } from 'hono/html'
import { cite, reg } from '../../law/cite.ts'
import { chineseDate } from '../../law/date.ts'
import { INSTITUTION_PART_RULES } from '../../law/publication/platform.ts'
import type { ConsultationStatus } from '../../office/dialogue/consultations.ts'
import type { AgencyVisit } from './agency-route.ts'
import type { Carried, Token } from './form-guard.ts'
import { faultSummary, type FormState, hiddenFields, progress, type TextField, textField, type Values } from './form-parts.ts'
import { page } from './layout.ts'
import type { OwnRequest } from './own-request.ts'
import { lookUpFields } from './status-pages.ts'
import type { Markup } from './visit.ts'

type At = Pick<AgencyVisit, 'visit' | 'agency' | 'home' | 'trail'>

const PART = INSTITUTION_PART_RULES.consult

const FIELDS: readonly TextField[] = [
  { name: 'name', label: '称呼', hint: '怎样称呼您，例如“张女士”。', most: 60, autocomplete: 'name', short: true },
  { name: 'contact', label: '联系方式', hint: '电话或者电子邮箱，只用于答复您。', most: 120, autocomplete: 'off' },
  { name: 'subject', label: '咨询事项', hint: '一句话说明，请勿填写孩子姓名、证件号码。', most: 200 },
  { name: 'question', label: '具体内容', most: 3000, rows: 6 },
]
export const CONSULT_FIELDS = FIELDS.map(({ name }) => name)

function framed({ visit, agency, home, trail }: At, title: string, part: 'consult' | 'status', content: Markup): Markup {
  const crumbs = title === PART.zh ? trail : [...trail, { text: PART.zh, href: `${home}/consult` }]
  const column = { name: PART.zh, description: PART.what, keywords: `信息公开,咨询,${agency.details.name}`, type: '互动交流' }
  return page(visit, { title, agency, host: null, part, crumbs, column }, content)
}

export function consultPage(at: At): Markup {
  const { details } = at.agency
  return framed(
    at,
    PART.zh,
    'consult',
    html`<h1>${PART.zh}</h1>
<p class="lead">没有查到需要的信息，可以向本单位咨询，提交后得到编号和查询码，凭此查看答复。</p>
<p>学校、幼儿园等公共企事业单位的信息公开按专门规定执行（${cite(reg('55'))}）。咨询不是政府信息公开申请，没有法定的答复期限；对本单位公开信息的工作不满意，可以向${
      details.supervisorName || '主管部门'
    }申诉${details.supervisorPhone && `（电话 ${details.supervisorPhone}）`}，接受申诉的部门应当调查处理并告知结果。</p>
<p class="actions"><a class="button" href="${at.home}/consult/new">填写咨询</a> <a class="button second" href="${at.home}/consult/status">查询答复</a></p>
<p class="soft">也可以来访或者致电：${details.address}，电话 ${details.phone}。</p>`,
  )
}

export function consultFormPage(at: At, state: FormState, carried: Carried): Markup {
  return framed(
    at,
    state.faults.length > 0 ? '请改正咨询' : '填写咨询',
    'consult',
    html`<h1>填写咨询</h1>
${progress(1)}${faultSummary(state.faults)}
<form class="form" method="post" action="${at.home}/consult/new" novalidate>
${hiddenFields({ ...carried })}${FIELDS.map((field) => textField(state, field))}
<p class="actions"><button type="submit">下一步：核对</button></p></form>`,
  )
}

export function consultReadBackPage(at: At, values: Values, carried: Carried, faults: FormState['faults']): Markup {
  return framed(
    at,
    '核对咨询',
    'consult',
    html`<h1>请核对咨询</h1>
${progress(2)}${faultSummary(faults)}
<p class="soft">还没有提交。核对无误后，请按“提交咨询”。</p>
<dl class="answers">${FIELDS.map(
      ({ name, label }) => html`<div><dt>${label}</dt><dd>${values[name] ?? ''}</dd></div>
`,
    )}</dl>
<form method="post" action="${at.home}/consult/send">${hiddenFields({ ...carried, ...values })}
<p class="actions"><button type="submit">提交咨询</button> <button type="submit" class="second" formaction="${at.home}/consult/new" name="edit" value="yes">返回修改</button></p></form>`,
  )
}

export function consultReceiptPage(at: At, own: OwnRequest): Markup {
  return framed(
    at,
    '咨询已提交',
    'consult',
    html`<h1>咨询已提交</h1>
${progress(3)}
<div class="receipt"><dl>
<div><dt>咨询编号</dt><dd>${own.number}</dd></div>
<div><dt>查询码</dt><dd class="query-code">${own.queryCode}</dd></div>
</dl></div>
<p><strong>请记下或者打印本页。</strong>凭编号和查询码查看答复。</p>
<p class="actions"><a class="button" href="${at.home}/consult/status">查询答复</a> <a class="button second" href="${at.home}">返回首页</a></p>`,
  )
}

export function consultLookUpPage(at: At, state: FormState, token: Token): Markup {
  return framed(
    at,
    '查询咨询答复',
    'status',
    html`<h1>查询咨询答复</h1>
${faultSummary(state.faults)}
<form class="form" method="post" action="${at.home}/consult/status" novalidate>
${hiddenFields({ ...token })}${lookUpFields(state, '咨询编号', '回执上的编号，可以照抄。')}
<p class="actions"><button type="submit">查询</button></p></form>`,
  )
}

export function consultStatusPage(at: At, status: ConsultationStatus): Markup {
  return framed(
    at,
    '咨询答复',
    'status',
    html`<h1>${status.subject}</h1>
<p class="soft">${status.number}　${chineseDate(status.submittedOn)}提交</p>
<div class="where"><p class="phase">${status.answeredOn ? `${chineseDate(status.answeredOn)}答复` : '等待答复'}</p></div>
${
  status.answer
    ? html`<h2>答复</h2><p class="answer">${status.answer}</p>`
    : html`<p>本单位还没有答复。着急的可以致电 ${at.agency.details.phone}。</p>`
}
<p class="soft">对本单位公开信息的工作不满意的，可以向${at.agency.details.supervisorName || '主管部门'}申诉（${cite(reg('55'))}）。</p>`,
  )
}
