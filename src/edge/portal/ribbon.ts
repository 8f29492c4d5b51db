/**
 * 期限带 as a page draws it: days by week, the counted ones numbered. A screen reader hears a list of weeks with the days
 * that mean something; on paper it loses nothing. Under it, the steps in words with their articles.
 */
import { html } from 'hono/html'
import { chineseDate, type LocalDate, parts, weekdayName } from '../../law/date.ts'
import type { ClockAnswer } from '../../law/requests/clock-types.ts'
import { STEP_WORDS } from '../../law/requests/clock-types.ts'
import { openEnd } from '../../record/requests/open-end.ts'
import type { RibbonDay, RibbonWeek } from '../../record/requests/ribbon.ts'
import { endedWords, type ShownStep } from '../../record/requests/shown-steps.ts'
import type { Markup } from './visit.ts'

export function clockRibbon(weeks: readonly RibbonWeek[]): Markup {
  return html`<ol class="ribbon" aria-label="期限带：按周列出的日期">${weeks.map(week)}</ol>
<ul class="legend" aria-label="图例">
<li><span class="day counted" aria-hidden="true">5</span>计入期限的第几个工作日</li>
<li><span class="day rest" aria-hidden="true">休</span>休息日、放假</li>
<li><span class="day" aria-hidden="true"><span class="date">8 班</span></span>调休上班</li>
<li><span class="day excluded" aria-hidden="true"></span>不计入的时间</li>
<li><span class="day restarts" aria-hidden="true">1</span>从这天起重新计算</li>
<li><span class="day extended" aria-hidden="true"></span>延长或者延迟的时间</li>
<li><span class="day due" aria-hidden="true"></span>到期日</li>
<li><span class="day today" aria-hidden="true"></span>今天</li>
</ul>`
}

function week({ days }: RibbonWeek): Markup {
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return html``
  const notes = notesOf(days)
  return html`<li><p class="week-name">${shortDate(first.date)}—${shortDate(last.date)}</p>
<ol class="days">${days.map(day)}</ol>${
    notes.length > 0 && html`<ul class="week-notes">${notes.map((note) => html`<li>${note}</li>`)}</ul>`
  }</li>
`
}

function day(at: RibbonDay): Markup {
  const classes = [
    'day',
    at.kind === 'rest' && 'rest',
    at.counted !== null && 'counted',
    at.excluded !== null && 'excluded',
    at.restarts && 'restarts',
    (at.part === 'extend' || at.part === 'defer') && 'extended',
    at.isDue && 'due',
    at.isToday && 'today',
  ].filter(Boolean)
  const sign = at.counted ?? (at.kind === 'rest' ? '休' : '')
  return html`<li class="${classes.join(' ')}"><span aria-hidden="true"><span class="date">${parts(at.date).day}${at.mark === '班' && ' 班'}</span><span class="sign">${sign}</span></span><span class="vh">${spoken(at)}</span></li>
`
}

/** One day in words. */
function spoken(at: RibbonDay): string {
  const facts = [
    `${shortDate(at.date)}${weekdayName(at.date)}`,
    at.isToday && '今天',
    at.kind === 'unknown' && '放假安排尚未公布',
    at.mark === '休' && `放假（${at.holiday}）`,
    at.mark === '班' && `调休上班（${at.holiday}）`,
    at.kind === 'rest' && at.mark === null && '休息日',
    at.restarts && '重新计算',
    at.counted !== null && `第 ${at.counted} 个工作日`,
    (at.part === 'extend' || at.part === 'defer') && `${STEP_WORDS[at.part]}期内`,
    at.excluded !== null && `不计入：${at.excluded}`,
    at.pending,
    at.isDue && '到期日',
    ...at.events,
  ]
  return facts.filter(Boolean).join('，')
}

/** What happened in the week, holidays by name, and why days were left out: each once. */
function notesOf(days: readonly RibbonDay[]): string[] {
  const holidays = days.flatMap(({ mark, holiday }) => (mark && holiday ? [`${mark}：${holiday}`] : []))
  const events = days.flatMap(({ date, events }) => events.map((event) => `${shortDate(date)} ${event}`))
  const left = days.flatMap(({ excluded }) => (excluded ? [`不计入：${excluded}`] : []))
  const pending = days.flatMap((day) => day.pending ?? [])
  const due = days.filter(({ isDue }) => isDue).map(({ date }) => `${shortDate(date)} 到期`)
  return [...new Set([...events, ...left, ...pending, ...holidays, ...due])]
}

function shortDate(date: LocalDate): string {
  const { month, day } = parts(date)
  return `${month}月${day}日`
}

/** `missingYear`: the year whose holiday notice is not published yet, where a step needs it. */
export function clockSteps(answer: ClockAnswer, steps: readonly ShownStep[], missingYear: number | null): Markup {
  const rest =
    openEnd(answer)?.because === 'consultation' ? '在征求意见结束后继续计算' : `落在${missingYear}年，待节假日安排公布后补算`
  if (steps.length === 0) return html`<p>期限还没有开始计算。</p>`
  return html`<ol class="clock-steps">${steps.map(
    (
      step,
    ) => html`<li><strong>${STEP_WORDS[step.step]}</strong>　${stretch(step, rest)}<br>${step.why} <span class="cite">${step.cite}</span></li>
`,
  )}</ol>`
}

function stretch(shown: ShownStep, rest: string): string {
  const { step, from, to, workingDays, uncounted } = shown
  const ended = endedWords(shown)
  if (ended) return ended
  if (step === 'defer') return to ? `至${chineseDate(to)}` : '日期未定'
  const days = `${step === 'exclude' ? '不计' : '共计'} ${workingDays} 个工作日`
  if (to) return `${chineseDate(from)}至${chineseDate(to)}，${days}`
  if (!uncounted) return `自${chineseDate(from)}起，尚未结束`
  return `自${chineseDate(from)}起，已计算 ${workingDays} 个工作日；另有 ${uncounted} 个工作日${rest}`
}
