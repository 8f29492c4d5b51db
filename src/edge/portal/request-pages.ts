/** 依申请公开: before asking, the form, the page that reads it back, the receipt. */
import { html } from 'hono/html'
import { cite, reg } from '../../law/cite.ts'
import { chineseDate, type LocalDate } from '../../law/date.ts'
import { NO_SECRETS } from '../../law/secrecy.ts'
import { PLATFORM_PART_RULES } from '../../law/publication/platform.ts'
import type { minority } from '../../law/requests/minority.ts'
import { looksLikePetition } from '../../law/requests/triage.ts'
import { CARRIER_WORDS, DELIVERY_WAY_WORDS } from '../../record/people/requester.ts'
import type { Refusal } from '../../law/refusal.ts'
import type { Hint } from '../../office/publication/index.ts'
import { SUBMITTED_AUTHORITY } from '../../record/requests/evidence.ts'
import type { AgencyVisit } from './agency-route.ts'
import { askingWays } from './asking-ways.ts'
import { HINTS_PATH } from './assets.ts'
import { atUploads, faultSummary, type FormState, hiddenFields, progress, uploadsField, type Values } from './form-parts.ts'
import type { Carried } from './form-guard.ts'
import { page } from './layout.ts'
import type { OwnRequest } from './own-request.ts'
import { readBack, requestFields } from './request-form.ts'
import { afterAsking, onceAsked } from './request-words.ts'
import type { Markup } from './visit.ts'
import { written } from './written.ts'

type At = Pick<AgencyVisit, 'visit' | 'agency' | 'home' | 'trail'>

const PART = PLATFORM_PART_RULES.request

function framed({ visit, agency, home, trail }: At, title: string, content: Markup): Markup {
  const crumbs = title === PART.zh ? trail : [...trail, { text: PART.zh, href: `${home}/request` }]
  const column = { name: PART.zh, description: PART.what, keywords: `政府信息公开,申请,${agency.details.name}`, type: PART.zh }
  return page(visit, { title, agency, host: null, part: 'request', crumbs, column }, content)
}

export function askPage(at: At, today: LocalDate): Markup {
  const { agency, home } = at
  const { details } = agency
  return framed(
    at,
    PART.zh,
    html`<h1>${PART.zh}</h1>
<p class="lead">没有主动公开的政府信息，公民、法人或者其他组织都可以向本机关申请获取（${cite(reg('27'))}），不需要说明用途；除申请的数量、频次明显超过合理范围的以外，不收取费用（${cite(reg('42'))}）。</p>
<h2>提出之后会怎样</h2>
<ol class="steps3">${afterAsking(today).map(
      (line) => html`<li>${line}</li>
`,
    )}</ol>
<p class="actions"><a class="button" href="${home}/request/new">填写申请</a> <a class="button second" href="${home}/status">查询办理情况</a></p>
<h2>也可以这样提出</h2>
<ul>
${askingWays(details)}
</ul>
<p class="soft">提出之前，可以先<a href="${home}/search">检索</a>是否已经公开；咨询、投诉、举报、信访不属于政府信息公开申请，请通过相应渠道提出。</p>`,
  )
}

export function formPage(at: At, state: FormState, carried: Carried): Markup {
  return framed(
    at,
    state.faults.length > 0 ? '请改正申请' : '填写申请',
    html`<h1>填写政府信息公开申请</h1>
${progress(1)}${faultSummary(state.faults)}
<p class="soft">向<strong>${at.agency.details.name}</strong>提出。只需填写法律要求的内容（${cite(reg('29'))}），您的个人信息加密保存，只用于办理本申请。</p>
<p class="soft">${NO_SECRETS.say}请不要填写或者上传涉密内容。</p>
<form class="form" method="post" action="${at.home}/request/new" novalidate>
${hiddenFields({ ...carried, hinted: state.values.hinted ?? '' })}
${requestFields(state, `${at.home}/request/hints`)}
<p class="actions"><button type="submit">下一步：核对</button></p>
</form>
<script src="${at.visit.base}${HINTS_PATH}" defer></script>`,
  )
}

/** Each place for a file says what belongs there; so the office finds it as what it is. */
const UPLOADS = [
  { label: '身份证明', purpose: '身份证明' },
  { label: '委托书、监护关系证明（代别人提出的）', purpose: SUBMITTED_AUTHORITY },
  { label: '有助于查找的其他材料', purpose: '申请材料' },
] as const
/** Evidence of what each place holds, in their order. */
export const UPLOAD_PURPOSES: readonly string[] = UPLOADS.map(({ purpose }) => purpose)

/** What the reader should know before sending; none of it stops them. */
export interface Beforehand {
  /** 可能已经公开 */
  hints: readonly Hint[]
  /** The day on which the same person asked for the same. */
  askedOn: LocalDate | null
  /** 未成年人, for whom nobody speaks. */
  young: ReturnType<typeof minority>
}

export function readBackPage(
  at: At,
  values: Values,
  carried: Carried,
  faults: readonly Refusal[],
  { hints, askedOn, young }: Beforehand,
): Markup {
  return framed(
    at,
    '核对申请',
    html`<h1>请核对申请</h1>
${progress(2)}${faultSummary(atUploads(faults))}
<p class="soft">还没有提交。核对无误后，请按最下面的“提交申请”。</p>
${askedOn && html`<div class="notice" role="note"><p><strong>您在${chineseDate(askedOn)}已提交过同样的申请。</strong>可以先<a href="${at.home}/status">查询办理情况</a>；确有需要的，仍可提交，两件分别编号。</p></div>`}
${young && html`<div class="notice" role="note"><p><strong>${young.say}</strong>${young.then}照样提交的，也会受理编号。</p></div>`}
${otherWays(at, values)}
${hintList(at, hints)}
${readBack(values).map(
  ({ heading, rows }) =>
    html`<h2>${heading}</h2><dl class="answers">${rows.map(
      ({ label, value }) => html`<div><dt>${label}</dt><dd>${written(value)}</dd></div>
`,
    )}</dl>`,
)}
<form class="form" method="post" action="${at.home}/request/send" enctype="multipart/form-data">
${hiddenFields({ ...carried, ...values })}
${uploadsField(
  { values, faults },
  {
    label: '附件',
    hint: '每处一个文件，每个不超过 10 MB；可以是 PDF、图片、Word 或 Excel。',
    places: UPLOADS.map(({ label }) => label),
  },
)}
<p class="actions"><button type="submit">提交申请</button> <button type="submit" class="second" formaction="${at.home}/request/new" formenctype="application/x-www-form-urlencoded" name="edit" value="yes">返回修改</button></p>
</form>`,
  )
}

/** What somebody may want to change before sending: hints, none of which keeps anybody from it. */
function otherWays({ agency: { details } }: At, values: Values): Markup {
  const paperOnline = values['content.carrier'] === 'paper' && values['content.delivery'] === 'electronic'
  const petition = looksLikePetition(values['content.subject'] ?? '', values['content.description'] ?? '')
  return html`${
    paperOnline &&
    html`<div class="notice" role="note"><p><strong>您选了“${CARRIER_WORDS.paper}”，又选了“${DELIVERY_WAY_WORDS.electronic}”。</strong>${DELIVERY_WAY_WORDS.electronic}发给您的是电子文件。要纸质的，请返回修改，改选“${DELIVERY_WAY_WORDS.post}”或者“${DELIVERY_WAY_WORDS.pickup}”；电子文件也可以的，照这样提交。</p></div>`
  }${
    petition &&
    html`<div class="notice" role="note"><p><strong>看起来是投诉、举报或者信访。</strong>本页申请的是已经有的政府信息。反映问题、要求查处或者解决的，请通过信访、投诉、举报渠道提出，例如 12345 政务服务便民热线、本单位电话 ${details.phone}；作为申请提交的，只会告知您通过相应渠道提出（${cite(reg('39.1'))}）。要的确实是已有信息的，照常提交。</p></div>`
  }`
}

/** 可能已经公开的信息: also what the script shows beside the field. Opened in a window of its own, so that nothing typed is lost. */
export function hintList({ home }: Pick<At, 'home'>, hints: readonly Hint[]): Markup {
  if (hints.length === 0) return html``
  return html`<section class="hints" aria-label="可能已经公开"><p><strong>您要的信息可能已经公开，请先看看：</strong></p>
<ul>${hints.map(
    ({ id, of, agencyName, title, publishedOn }) =>
      html`<li><a href="${home}/request/found/${of}/${id}" target="_blank" rel="noopener nofollow">${title}<span class="vh">（新窗口打开）</span></a> <span class="soft">${agencyName}　${publishedOn}</span></li>
`,
  )}</ul>
<p class="soft">正是您要的，就不必再申请；不是的，请继续。</p></section>`
}

export function receiptPage(at: At, own: OwnRequest, today: LocalDate, mailOffered: boolean): Markup {
  const { details } = at.agency
  return framed(
    at,
    '申请已提交',
    html`<h1>申请已提交</h1>
${progress(3)}
<div class="receipt"><dl>
<div><dt>受理编号</dt><dd>${own.number}</dd></div>
<div><dt>查询码</dt><dd class="query-code">${own.queryCode}</dd></div>
<div><dt>受理单位</dt><dd>${details.name}</dd></div>
</dl></div>
<p><strong>请记下、截屏或者打印本页。</strong>查询码只在这里显示，凭编号和查询码才能查询。</p>
<h2>接下来</h2>
<ol class="steps3">${onceAsked(today).map(
      (line) => html`<li>${line}</li>
`,
    )}</ol>
<p>通过互联网提出的，以双方确认之日为收到申请之日（${cite(reg('31(3)'))}），请保持电话畅通。</p>
${mailOffered && html`<p>需要邮件提醒的，可以<a href="${at.home}/status/mail">现在设置</a>，也可以以后在办理情况页设置。</p>`}
<p class="actions"><a class="button" href="${at.home}/status/view">查看办理情况</a> <a class="button second" href="${at.home}">返回首页</a></p>`,
  )
}
