/** 查询办理情况: number and code, then where the request stands, by when and why, and the letters. */
import { html } from 'hono/html'
import { cite, feeMeasures, reg } from '../../law/cite.ts'
import { chineseDate, chineseDateWithWeekday, type LocalDate } from '../../law/date.ts'
import { PLATFORM_PART_RULES } from '../../law/publication/platform.ts'
import { type Limit, LIMIT_WORDS, type Phase } from '../../law/requests/vocabulary.ts'
import type { LetterCode } from '../../record/letters/model.ts'
import { type OpenEnd, openEnd } from '../../record/requests/open-end.ts'
import type { OwnCorrection, OwnDeed } from '../../record/requests/requester-side.ts'
import { isDecision } from '../../record/requests/service.ts'
import type { StatusView } from '../../office/requests/look-up-status.ts'
import type { AgencyVisit } from './agency-route.ts'
import { correctionAsked, DEED_PAGES } from './deeds.ts'
import type { Token } from './form-guard.ts'
import { faultSummary, type FormState, hiddenFields, textField } from './form-parts.ts'
import { page } from './layout.ts'
import { clockRibbon, clockSteps } from './ribbon.ts'
import type { Markup } from './visit.ts'
import { written } from './written.ts'

type At = Pick<AgencyVisit, 'visit' | 'agency' | 'home' | 'trail'>

const TITLE = '查询办理情况'

export const STATUS_FIELDS = ['number', 'queryCode']

export function statusFrame({ visit, agency, home, trail }: At, title: string, content: Markup): Markup {
  const crumbs = title === TITLE ? trail : [...trail, { text: TITLE, href: `${home}/status/view` }]
  const column = {
    name: TITLE,
    description: '凭受理编号和查询码查询政府信息公开申请的办理情况',
    keywords: `政府信息公开,申请,查询,${agency.details.name}`,
    type: PLATFORM_PART_RULES.request.zh,
  }
  return page(visit, { title, agency, host: null, part: 'status', crumbs, column }, content)
}

/** `known`: another request is open here still, and one may go back to it. */
export function lookUpPage(at: At, state: FormState, token: Token, known: boolean): Markup {
  return statusFrame(
    at,
    TITLE,
    html`<h1>${TITLE}</h1>
${faultSummary(state.faults)}
${known && html`<p><a href="${at.home}/status/view">返回刚才查看的申请</a></p>`}
<form class="form" method="post" action="${at.home}/status" novalidate>
${hiddenFields({ ...token })}
${lookUpFields(state, '受理编号', '回执上的编号，例如“×公开申〔2026〕12号”；只写“2026-12”也可以。')}
<p class="actions"><button type="submit">查询</button></p>
</form>
<p class="soft">遗失查询码的，请持身份证件到受理单位当面查询（电话 ${at.agency.details.phone}）。</p>`,
  )
}

export function lookUpFields(state: FormState, label: string, hint: string): Markup {
  return html`${textField(state, { name: 'number', label, hint, most: 60, autocomplete: 'off' })}
${textField(state, { name: 'queryCode', label: '查询码', hint: '回执上的 8 位字母和数字，不分大小写。', most: 20, autocomplete: 'off', short: true })}`
}

export interface StatusMore {
  token: Token
  today: LocalDate
  missingYear: number | null
  /** What was just done, where the reader comes from doing it. */
  done: OwnDeed | null
}

export function statusPage(at: At, view: StatusView, more: StatusMore): Markup {
  return statusFrame(
    at,
    TITLE,
    html`<h1>${written(view.subject)}</h1>
${view.formerSubject !== null && html`<p class="soft">补正前：${written(view.formerSubject)}</p>`}
<p class="soft">${view.number}　${chineseDate(view.submittedOn)}提交${view.receivedOn && `　${chineseDate(view.receivedOn)}收到`}</p>
${whose(at, more.token)}
${more.done && html`<div class="done" role="status"><p>${DEED_PAGES[more.done].done}</p></div>`}
<div class="where"><p class="phase">${view.phaseWords}${view.outcomeWords && `：${view.outcomeWords}`}</p>${due(at, view, more.today)}</div>
${asks(at, view)}
${view.correction?.sent && html`<h2>您提交的补正</h2>${correctionSent(view.correction.sent)}`}
${provisional(view, more.missingYear)}
<h2>接下来</h2>
${next(at, view)}
${together(view, more.token, at.home)}
${letters(at, view)}
${steps(view)}
<h2>期限</h2>
${
  view.receivedOn === null
    ? html`<p>${notYetReceived(view)}</p>${limits(view, more.today)}`
    : html`${limits(view, more.today)}${folded(
        '期限怎样计算：按周列出每一天，逐步说明',
        html`${view.ribbon.length > 0 && clockRibbon(view.ribbon)}
<h3>逐步说明</h3>${clockSteps(view.clock, view.clockSteps, more.missingYear)}`,
      )}`
}
${others(at, view)}
<p class="soft no-print">今天是${chineseDateWithWeekday(more.today)}。使用公用电脑的，看完请<a href="#leave">退出查询</a>。</p>`,
  )
}

function notYetReceived({ phase, receiptBy }: StatusView): string {
  if (phase === 'withdrawn') return '确认收到以前已经撤回，答复期限没有开始计算。'
  return `这份申请以双方确认之日为收到申请之日（${cite(receiptBy)}）。工作人员会按您留下的联系方式确认，确认后从次日起计算答复期限。`
}

/** Nobody was asked again whose request this is: so the way out stands where it is seen first. */
function whose({ home }: At, token: Token): Markup {
  return html`<form id="leave" class="whose no-print" method="post" action="${home}/status/leave">${hiddenFields({ ...token })}<p>刚才在这台设备上提交或者查询的申请。</p><p class="actions"><a class="button second" href="${home}/status?other=1">查询另一件</a> <button type="submit" class="second">退出查询</button></p></form>`
}

/** What waits for the requester: these come first, as buttons. */
const FIRST = ['contact', 'correction', 'reasons', 'payment'] as const satisfies OwnDeed[]

function asks({ home }: At, view: StatusView): Markup {
  const { deeds, written: sent, letters } = view
  const open = FIRST.filter((deed) => deeds.includes(deed))
  const unopened = letters.filter((letter) => !letter.void && opensByReading(view, letter))
  if (open.length + unopened.length === 0) return html``
  return html`<section class="asks" aria-labelledby="asks"><h2 id="asks">需要您做的</h2><ul>${unopened.map(
    ({ id, title }) => html`<li><a class="button" href="${home}/status/letters/${id}">打开文书</a><p>${title}</p></li>
`,
  )}${open.map((deed) => {
    const before = sent.findLast(({ kind }) => kind === deed || (deed === 'correction' && kind === 'lateCorrection'))
    const { title, about } = DEED_PAGES[deed]
    return html`<li><a class="button${before && ' second'}" href="${home}/status/${deed}">${title}</a><p>${
      before ? `您已于${chineseDate(before.on)}提交，工作人员正在核对；有变化的可以再次提交。` : about
    }</p>${deed === 'correction' && correctionAsked(view)}</li>
`
  })}</ul></section>`
}

/** Under way, and what may still be asked meanwhile: a correction only once (Art 30). */
function underWay(corrected: boolean): string {
  const still = corrected ? '征求意见、延长' : '补正、征求意见、延长'
  return `本机关查找、审查您申请的信息，在期限内作出答复。需要${still}的，会书面告诉您，也写在本页。`
}

const NEXT: Record<Phase, string> = {
  awaitingConfirmation: '工作人员会按您留下的联系方式与您确认。双方都确认之后，从次日起计算答复期限。',
  running: underWay(false),
  awaitingCorrection: '收到补正后，答复期限从次日起重新计算。没有正当理由逾期不补正的，视为放弃申请。',
  awaitingReasons: '收到说明后继续办理。理由合理的，在期限内或者延迟的期限内答复；不合理的，不再办理，并会书面告诉您。',
  awaitingFee: '缴清后，答复期限从次日起重新计算。逾期未缴纳的，视为放弃申请。',
  replied: '答复已经作出，正在送达；在下面的文书里可以看到。',
  served: '本件已经办结。不同意答复的，按答复书写明的途径和期限申请行政复议或者提起行政诉讼。',
  withdrawn: '本件已经办结。需要时可以另行提出申请。',
  lapsed: '本件已经办结。仍需要这些信息的，可以重新提出申请。',
}

function correctionSent({ on, text, files }: NonNullable<OwnCorrection['sent']>): Markup {
  return html`<p class="soft">${chineseDate(on)}收到</p>
${text !== '' && html`<p class="as-written">${written(text)}</p>`}
${files.length > 0 && html`<p>附件：${files.join('、')}</p>`}`
}

function next({ agency: { details }, home }: At, view: StatusView): Markup {
  const { phase, electronic, deeds, dueOn } = view
  const words =
    phase === 'replied' && electronic
      ? '答复已经作出，请在下面打开。打开之日记为收到之日，救济期限从这天计算。'
      : phase === 'awaitingCorrection' && dueOn
        ? '收到补正后继续办理，在原来的答复期限内答复。没有正当理由逾期不补正的，视为放弃申请。'
        : phase === 'running' && view.correction
          ? underWay(true)
          : NEXT[phase]
  return html`<p>${words}</p>
${deeds.includes('feedback') && html`<p><a href="${home}/status/feedback">${DEED_PAGES.feedback.title}</a>：${DEED_PAGES.feedback.about}</p>`}
<p class="soft">有疑问请联系${details.officeName || details.name}：电话 ${details.phone}${details.officeHours && `（${details.officeHours}）`}。</p>`
}

/** Unfolded by hand on the screen; on paper it is all there, which the content of a closed <details> would not be. */
function folded(summary: string, content: Markup): Markup {
  return html`<details class="fold"><summary>${summary}</summary></details><div class="folded">${content}</div>`
}

/** So many of the last steps are shown at once. */
const LAST_STEPS = 3

function steps({ steps }: StatusView): Markup {
  const [earlier, last] = [steps.slice(0, -LAST_STEPS), steps.slice(-LAST_STEPS)]
  return html`<h2>办理经过</h2>${earlier.length > 0 && folded(`更早的 ${earlier.length} 步`, told(earlier))}${told(last)}`
}

function told(steps: StatusView['steps']): Markup {
  return html`<ol class="told">${steps.map(
    ({ on, words, detail, cite }) =>
      html`<li><time datetime="${on}">${chineseDate(on)}</time><div><strong>${words}</strong>${
        (detail || cite) && html`<p class="soft">${written(detail)}${cite && html` <span class="cite">${cite}</span>`}</p>`
      }</div></li>
`,
  )}</ol>`
}

/** What may be done besides. */
function others({ home, agency: { details } }: At, { deeds, clock }: StatusView): Markup {
  const links = (['service', 'mail', 'withdraw'] as const).filter((deed) => deeds.includes(deed))
  const dated = clock.limits.some(({ due, met }) => due !== null && met === null)
  return html`<h2 class="no-print">其他事项</h2><ul class="no-print">
${dated && html`<li><a href="${home}/status/dates.ics">日历文件</a>：把各项期限加进手机或者电脑的日历。</li>`}
${links.map(
  (deed) => html`<li><a href="${home}/status/${deed}">${DEED_PAGES[deed].title}</a>：${DEED_PAGES[deed].about}</li>
`,
)}<li>对办理有意见的，可以向${details.supervisorName || '政府信息公开工作主管部门'}反映${details.supervisorPhone && `（电话 ${details.supervisorPhone}）`}，也可以依法投诉、举报（${cite(reg('51'))}）。</li>
</ul>`
}

/** Phases in which somebody must do something else before the reply: who, what, and the limit that says until when. */
const AWAITED: Partial<Record<Phase, { words: string; passed: string; limit: Limit }>> = {
  awaitingConfirmation: { words: '等工作人员与您确认', passed: '工作人员没有按期与您确认', limit: 'confirmation' },
  awaitingCorrection: { words: '等您补正，办法见下面的告知书', passed: '补正期限已过', limit: 'correction' },
  awaitingReasons: { words: '等您说明理由，办法见下面的告知书', passed: '说明理由的期限已过', limit: 'reasons' },
  awaitingFee: { words: '等您缴费，办法见下面的通知书', passed: '缴费期限已过', limit: 'feePayment' },
}

/** The limit that runs on while something is awaited, and why. */
const RUNS_ON: Partial<Record<Phase, { why: string; more: string }>> = {
  awaitingCorrection: { why: `告知补正晚了，补正不使答复期限重新计算（${cite(reg('30'))}）`, more: '' },
  awaitingReasons: {
    why: `要求说明理由不停止计算答复期限（${cite(reg('35'))}）`,
    more: '理由合理而到期办不完的，会书面告诉您延迟到哪一天。',
  },
}

const OPEN_WORDS: Record<OpenEnd['because'], string> = {
  consultation: '正在征求意见，暂停计算',
  calendar: '到期日待节假日安排公布后确定',
}

function due({ agency }: At, view: StatusView, today: LocalDate): Markup {
  const { dueOn, left, phase, clock, closedOn } = view
  if (phase === 'replied' && closedOn) return html`<p>${chineseDate(closedOn)}作出答复。</p>`
  if (phase === 'served' || phase === 'withdrawn' || phase === 'lapsed') return html``
  const asked = AWAITED[phase]
  if (asked) {
    const until = clock.limits.find(({ what }) => what === asked.limit)?.due
    const runsOn = RUNS_ON[phase]
    const running =
      dueOn && runsOn
        ? html`<p>${runsOn.why}：答复期限到<strong>${chineseDateWithWeekday(dueOn)}</strong>，${left.words}。${runsOn.more}</p>${late(left)}`
        : html``
    if (until && until < today)
      return html`<p>${asked.passed}（期限为${chineseDate(until)}）。请拨打受理单位的电话 ${agency.details.phone}。</p>${running}${reasonsToo(view, today)}`
    return html`<p>${asked.words}${until && html`，最迟<strong>${chineseDateWithWeekday(until)}</strong>`}。</p>${running}${reasonsToo(view, today)}`
  }
  const open = openEnd(clock)
  const words = open ? OPEN_WORDS[open.because] : left.words
  return html`<p>${dueOn ? html`答复期限：<strong>${chineseDateWithWeekday(dueOn)}</strong>，${left.words}` : words}</p>
${late(left)}`
}

/** Asked for reasons and, when they did not come, for a fee: the page stands at the fee, and the reasons are still awaited. */
function reasonsToo({ phase, deeds, clock }: StatusView, today: LocalDate): Markup {
  if (phase !== 'awaitingFee' || !deeds.includes('reasons')) return html``
  const until = clock.limits.findLast(({ what }) => what === 'reasons')?.due
  if (!until) return html`<p>同时等您说明理由，办法见下面的告知书。</p>`
  return until < today
    ? html`<p>同时等您说明理由：期限${chineseDate(until)}已过，还没有收到；现在仍可以说明，是否接受由受理单位判断。</p>`
    : html`<p>同时等您说明理由，最迟<strong>${chineseDateWithWeekday(until)}</strong>。</p>`
}

function late({ tone }: StatusView['left']): Markup {
  return tone === 'late'
    ? html`<p>超过期限没有答复的，可以向主管部门反映，也可以依法申请行政复议或者提起行政诉讼（${cite(reg('51'))}）。</p>`
    : html``
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

/** 一事一申请: the other parts of the same form, each a button away; one query code opens them all. */
function together({ together }: StatusView, token: Token, home: string): Markup {
  if (together.length === 0) return html``
  return html`<h2>同一份申请拆分的其他各件</h2><p class="soft">一份申请写了几项信息的，分别编号、分别答复（${cite(
    feeMeasures('4'),
  )}）；查询码相同。</p><ul class="letters">${together.map(
    ({ number, subject, phaseWords }) => html`<li><span>${subject}<br><span class="soft">${number}　${phaseWords}</span></span>
<form method="post" action="${home}/status/other">${hiddenFields({ ...token, number })}<button type="submit" class="second">查看<span class="vh">：${subject}</span></button></form></li>
`,
  )}</ul>`
}

function letters({ home }: At, view: StatusView): Markup {
  const { letters } = view
  if (letters.length === 0) return html``
  return html`<h2>给您的文书</h2><ul class="letters">${letters.map((letter) => {
    const { id, title, number, issuedOn, openedOn } = letter
    if (letter.void)
      return html`<li><span><s>${title}</s>　已作废<br><span class="soft">${number}　${chineseDate(issuedOn)}。登记有误，已更正，以后来的文书为准。</span></span></li>
`
    const at = `${home}/status/letters/${id}`
    return html`<li><span><a href="${at}">${title}</a><br><span class="soft">${number}　${chineseDate(issuedOn)}${
      openedOn && `　您于${chineseDate(openedOn)}打开`
    }</span></span>
${
  !opensByReading(view, letter) &&
  html`<span><a href="${at}.pdf">PDF<span class="vh">：${title}</span></a>　<a href="${at}.docx">Word<span class="vh">：${title}</span></a></span>`
}</li>
`
  })}</ul>`
}

/** Opening this one is recorded as having received the decision: its own page says so before. */
function opensByReading({ electronic, phase }: StatusView, { code }: { code: LetterCode }): boolean {
  return electronic && (phase === 'replied' || phase === 'lapsed') && isDecision(code)
}

function limits({ clock }: StatusView, today: LocalDate): Markup {
  if (clock.limits.length === 0) return html``
  return html`<table class="limits"><thead><tr><th scope="col">事项</th><th scope="col">期限和情况</th></tr></thead><tbody>${clock.limits.map(
    (limit) =>
      html`<tr><th scope="row">${LIMIT_WORDS[limit.what]}</th><td>${
        limit.due ? html`${chineseDate(limit.due)}<br>` : '待定　'
      }<span class="soft">${howItStands(limit, today)}</span></td></tr>
`,
  )}</tbody></table>`
}

/** Confirmation has a day of ours to be reminded by; in law none is missed (Art 31). */
function howItStands({ what, due, met }: StatusView['clock']['limits'][number], today: LocalDate): string {
  const isLate = due !== null && met !== null && met > due && what !== 'confirmation'
  if (met) return `${chineseDate(met)}完成${isLate ? '，晚于期限' : ''}`
  if (!due) return ''
  return due < today ? '期限已过' : '还没有到期'
}
