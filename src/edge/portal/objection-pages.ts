/** 提出异议: fill in, read back, send, look up. Works without a script; who objects and what is said is for the office alone. */
import { html } from 'hono/html'
import { chineseDate, chineseDateWithWeekday } from '../../law/date.ts'
import { OBJECTION_FINDING_RULES, OBJECTOR_WORDS, OBJECTORS } from '../../law/publication/publicity.ts'
import type { ObjectionStatus, OpenPublicity } from '../../office/publication/index.ts'
import type { AgencyVisit } from './agency-route.ts'
import type { Carried, Token } from './form-guard.ts'
import {
  choiceField,
  faultSummary,
  type FormState,
  hiddenFields,
  progress,
  type TextField,
  textField,
  type Values,
} from './form-parts.ts'
import { page } from './layout.ts'
import type { OwnRequest } from './own-request.ts'
import { contactWords } from './publicity-parts.ts'
import { lookUpFields } from './status-pages.ts'
import type { Markup } from './visit.ts'

type At = Pick<AgencyVisit, 'visit' | 'agency' | 'home' | 'trail'>

const ABOUT: readonly TextField[] = [
  { name: 'about', label: '对谁、对哪一项有异议', hint: '例如名单中的序号、姓名，或者公示的哪一条。', most: 200 },
  {
    name: 'statement',
    label: '事实和理由',
    hint: '什么时候、什么情况、怎样核实。有书面材料的，可以邮寄，也可以送到受理的部门。',
    most: 3000,
    rows: 8,
  },
]
const PERSON: readonly TextField[] = [
  {
    name: 'name',
    label: '姓名',
    hint: '留下姓名便于核实；不填的也受理。',
    most: 60,
    autocomplete: 'name',
    short: true,
    optional: true,
  },
  {
    name: 'contact',
    label: '联系方式',
    hint: '电话或者电子邮箱，只用于核实情况。',
    most: 120,
    autocomplete: 'off',
    optional: true,
  },
]
export const OBJECTION_FIELDS = ['objector', ...[...ABOUT, ...PERSON].map(({ name }) => name)]

function framed({ visit, agency, trail }: At, title: string, crumbs: { text: string; href: string }[], content: Markup): Markup {
  return page(visit, { title, agency, host: null, part: 'content', crumbs: [...trail, ...crumbs] }, content)
}

const back = (at: At, { documentId, title }: OpenPublicity) => [{ text: title, href: `${at.home}/doc/${documentId}` }]

export function objectionFormPage(at: At, about: OpenPublicity, state: FormState, carried: Carried): Markup {
  const objectors = OBJECTORS.map((value) => ({ value, text: OBJECTOR_WORDS[value] }))
  return framed(
    at,
    state.faults.length > 0 ? '请改正异议' : '提出异议',
    back(at, about),
    html`<h1>提出异议</h1>
<p class="lead">${about.title}</p>
<p class="soft">公示到${chineseDateWithWeekday(about.endsOn)}。异议有编号，查证后答复；公开的只有收到几件、怎样办结，您是谁、写了什么都不公开。</p>
${progress(1)}${faultSummary(state.faults)}
<form class="form" method="post" action="${at.home}/doc/${about.documentId}/objection" novalidate>
${hiddenFields({ ...carried })}${choiceField(state, { name: 'objector', label: '您的身份', choices: objectors })}
${ABOUT.map((field) => textField(state, field))}${PERSON.map((field) => textField(state, field))}
<p class="actions"><button type="submit">下一步：核对</button></p></form>
<p class="soft">也可以联系：${contactWords(about.contact)}。</p>`,
  )
}

export function objectionReadBackPage(
  at: At,
  about: OpenPublicity,
  values: Values,
  carried: Carried,
  faults: FormState['faults'],
): Markup {
  const objector = OBJECTORS.find((one) => one === values.objector)
  const shown: [string, string][] = [
    ['您的身份', objector ? OBJECTOR_WORDS[objector] : ''],
    ...[...ABOUT, ...PERSON].map(({ name, label }): [string, string] => [label, values[name] || '没有填写']),
  ]
  const action = `${at.home}/doc/${about.documentId}/objection`
  return framed(
    at,
    '核对异议',
    back(at, about),
    html`<h1>请核对异议</h1>
<p class="lead">${about.title}</p>
${progress(2)}${faultSummary(faults)}
<p class="soft">还没有提交。核对无误后，请按“提交异议”。</p>
<dl class="answers">${shown.map(
      ([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>
`,
    )}</dl>
<form method="post" action="${action}/send">${hiddenFields({ ...carried, ...values })}
<p class="actions"><button type="submit">提交异议</button> <button type="submit" class="second" formaction="${action}" name="edit" value="yes">返回修改</button></p></form>`,
  )
}

export function objectionReceiptPage(at: At, own: OwnRequest): Markup {
  return framed(
    at,
    '异议已提交',
    [],
    html`<h1>异议已提交</h1>
${progress(3)}
<div class="receipt"><dl>
<div><dt>异议编号</dt><dd>${own.number}</dd></div>
<div><dt>查询码</dt><dd class="query-code">${own.queryCode}</dd></div>
</dl></div>
<p><strong>请记下或者打印本页。</strong>凭编号和查询码查看办理结果，没有留联系方式的只能这样查看。</p>
<p class="actions"><a class="button" href="${at.home}/objection/status">查询办理结果</a> <a class="button second" href="${at.home}">返回首页</a></p>`,
  )
}

export function objectionLookUpPage(at: At, state: FormState, token: Token): Markup {
  return framed(
    at,
    '查询异议的办理',
    [],
    html`<h1>查询异议的办理</h1>
${faultSummary(state.faults)}
<form class="form" method="post" action="${at.home}/objection/status" novalidate>
${hiddenFields({ ...token })}${lookUpFields(state, '异议编号', '回执上的编号，可以照抄。')}
<p class="actions"><button type="submit">查询</button></p></form>`,
  )
}

export function objectionStatusPage(at: At, status: ObjectionStatus): Markup {
  const { answered, dueOn } = status
  const { officeName, name, phone } = at.agency.details
  return framed(
    at,
    '异议的办理',
    [],
    html`<h1>异议 ${status.number}</h1>
<p class="soft">${chineseDate(status.receivedOn)}收到</p>
<div class="where"><p class="phase">${answered ? `${chineseDate(answered.on)}答复：${OBJECTION_FINDING_RULES[answered.finding].zh}` : '正在查证'}</p>
${!answered && dueOn && html`<p>计划在${chineseDateWithWeekday(dueOn)}以前答复。</p>`}</div>
${
  answered
    ? html`<h2>答复</h2><p class="answer">${answered.answer}</p>${
        answered.measure && html`<h2>处理</h2><p class="answer">${answered.measure}</p>`
      }`
    : html`<p>需要补充情况的，可以联系${officeName || name}（电话 ${phone}），说明编号。</p>`
}`,
  )
}
