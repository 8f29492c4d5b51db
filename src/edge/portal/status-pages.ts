/** 查询办理情况: number and code, then where the request stands, by when and why, and the letters. */
import { html } from 'hono/html'
import { cite, reg } from '../../law/cite.ts'
import { chineseDate, chineseDateWithWeekday, type LocalDate } from '../../law/date.ts'
import { PLATFORM_PART_RULES } from '../../law/publication/platform.ts'
import { type Limit, LIMIT_WORDS, type Phase } from '../../law/requests/vocabulary.ts'
import { type OpenEnd, openEnd } from '../../record/requests/open-end.ts'
import type { StatusView } from '../../office/requests/look-up-status.ts'
import type { AgencyVisit } from './agency-route.ts'
import type { Token } from './form-guard.ts'
import { faultSummary, type FormState, hiddenFields, textField } from './form-parts.ts'
import { page } from './layout.ts'
import { clockRibbon, clockSteps } from './ribbon.ts'
import type { Markup } from './visit.ts'

type At = Pick<AgencyVisit, 'visit' | 'agency' | 'home' | 'trail'>

const TITLE = '查询办理情况'

export const STATUS_FIELDS = ['number', 'queryCode']

function framed({ visit, agency, trail }: At, title: string, content: Markup): Markup {
  const column = {
    name: TITLE,
    description: '凭受理编号和查询码查询政府信息公开申请的办理情况',
    keywords: `政府信息公开,申请,查询,${agency.details.name}`,
    type: PLATFORM_PART_RULES.request.zh,
  }
  return page(visit, { title, agency, host: null, part: 'status', crumbs: trail, column }, content)
}

export function lookUpPage(at: At, state: FormState, token: Token): Markup {
  return framed(
    at,
    TITLE,
    html`<h1>${TITLE}</h1>
${faultSummary(state.faults)}
<form class="form" method="post" action="${at.home}/status" novalidate>
${hiddenFields({ ...token })}
${lookUpFields(state, '受理编号', '回执上的编号，可以照抄，例如“×公开申〔2026〕12号”。')}
<p class="actions"><button type="submit">查询</button></p>
</form>
<p class="soft">遗失查询码的，请持身份证件联系受理单位（电话 ${at.agency.details.phone}）。</p>`,
  )
}

export function lookUpFields(state: FormState, label: string, hint: string): Markup {
  return html`${textField(state, { name: 'number', label, hint, most: 60, autocomplete: 'off' })}
${textField(state, { name: 'queryCode', label: '查询码', hint: '回执上的 8 位字母和数字，不分大小写。', most: 20, autocomplete: 'off', short: true })}`
}

export function statusPage(
  at: At,
  view: StatusView,
  more: { token: Token; today: LocalDate; missingYear: number | null },
): Markup {
  return framed(
    at,
    TITLE,
    html`<h1>${view.subject}</h1>
<p class="soft">${view.number}　${chineseDate(view.submittedOn)}提交${view.receivedOn && `　${chineseDate(view.receivedOn)}收到`}</p>
<div class="where"><p class="phase">${view.phaseWords}${view.outcomeWords && `：${view.outcomeWords}`}</p>${due(at, view, more.today)}</div>
${provisional(view, more.missingYear)}
${letters(at, view)}
<h2>期限怎样计算</h2>
${
  view.receivedOn === null
    ? html`<p>通过互联网提出的申请，以双方确认之日为收到申请之日（${cite(reg('31(3)'))}）。工作人员会按您留下的联系方式确认，确认后从次日起计算答复期限。</p>`
    : html`${view.ribbon.length > 0 && clockRibbon(view.ribbon)}
<h3>逐步说明</h3>${clockSteps(view.clock, more.missingYear)}`
}
${limits(view)}
<form class="no-print" method="post" action="${at.home}/status/leave">${hiddenFields({ ...more.token })}<p class="actions"><button type="submit" class="second">退出查询</button></p></form>
<p class="soft no-print">今天是${chineseDateWithWeekday(more.today)}。使用公用电脑的，看完请退出查询。</p>`,
  )
}

/** Phases in which somebody must do something else before the reply: who, what, and the limit that says until when. */
const AWAITED: Partial<Record<Phase, { words: string; passed: string; limit: Limit }>> = {
  awaitingConfirmation: { words: '等工作人员与您确认', passed: '工作人员没有按期与您确认', limit: 'confirmation' },
  awaitingCorrection: { words: '等您补正，办法见下面的告知书', passed: '补正期限已过', limit: 'correction' },
  awaitingReasons: { words: '等您说明理由，办法见下面的告知书', passed: '说明理由的期限已过', limit: 'reasons' },
  awaitingFee: { words: '等您缴费，办法见下面的通知书', passed: '缴费期限已过', limit: 'feePayment' },
}

const OPEN_WORDS: Record<OpenEnd['because'], string> = {
  consultation: '正在征求意见，暂停计算',
  calendar: '到期日待节假日安排公布后确定',
}

function due({ agency }: At, { dueOn, left, phase, clock }: StatusView, today: LocalDate): Markup {
  if (phase === 'served' || phase === 'withdrawn' || phase === 'lapsed') return html``
  const asked = AWAITED[phase]
  if (asked) {
    const until = clock.limits.find(({ what }) => what === asked.limit)?.due
    if (until && until < today)
      return html`<p>${asked.passed}（期限为${chineseDate(until)}）。请拨打受理单位的电话 ${agency.details.phone}。</p>`
    return html`<p>${asked.words}${until && html`，最迟<strong>${chineseDateWithWeekday(until)}</strong>`}。</p>`
  }
  const open = openEnd(clock)
  const words = open ? OPEN_WORDS[open.because] : left.words
  return html`<p>${dueOn ? html`答复期限：<strong>${chineseDateWithWeekday(dueOn)}</strong>，${left.words}` : words}</p>
${left.tone === 'late' && html`<p>超过期限没有答复的，可以向主管部门反映，也可以依法申请行政复议（${cite(reg('51'))}）。</p>`}`
}

/** No honest day can be named while a consultation lasts, or without next year's notice: what is known is said, and what is missing. */
function provisional({ clock }: StatusView, missingYear: number | null): Markup {
  const open = openEnd(clock)
  if (!open) return html``
  const until =
    open.because === 'consultation'
      ? html`正在征求意见，所需时间不计入答复期限；已计算 ${open.counted} 个工作日，收到意见后继续计算其余 ${open.missing} 个工作日。`
      : html`${missingYear}年节假日安排尚未公布，已计算 ${open.counted} 个工作日，还有 ${open.missing} 个工作日待公布后补算；公布后本页自动更新。`
  return html`<div class="notice" role="note"><p><strong>到期日暂时不能确定。</strong>${until}</p></div>`
}

function letters({ home }: At, { letters }: StatusView): Markup {
  if (letters.length === 0) return html``
  return html`<h2>给您的文书</h2><ul class="letters">${letters.map(
    ({
      id,
      title,
      number,
      issuedOn,
    }) => html`<li><span>${title}<br><span class="soft">${number}　${chineseDate(issuedOn)}</span></span>
<span><a href="${home}/status/letters/${id}.pdf">PDF<span class="vh">：${title}</span></a>　<a href="${home}/status/letters/${id}.docx">Word<span class="vh">：${title}</span></a></span></li>
`,
  )}</ul>`
}

function limits({ clock }: StatusView): Markup {
  if (clock.limits.length === 0) return html``
  return html`<h3>各项期限</h3><table class="limits"><thead><tr><th scope="col">事项</th><th scope="col">期限</th><th scope="col">情况</th></tr></thead><tbody>${clock.limits.map(
    ({
      what,
      due,
      met,
    }) => html`<tr><th scope="row">${LIMIT_WORDS[what]}</th><td>${due ?? '待定'}</td><td>${met ? `${met} 完成` : '—'}</td></tr>
`,
  )}</tbody></table>`
}
