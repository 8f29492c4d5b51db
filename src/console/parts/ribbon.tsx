/** 期限带: the days of the limit, week by week, and under it the steps in words. Read aloud it is the list of steps. */
import type { ReactNode } from 'react'
import { chineseDate, chineseDateWithWeekday, type LocalDate, parts } from '../../law/date.ts'
import type { ClockAnswer, StepKind } from '../../law/requests/clock-types.ts'
import { monthsOf, type RibbonDay, type RibbonWeek } from '../../record/requests/ribbon.ts'
import { openEnd } from '../../record/requests/open-end.ts'
import { type ShownStep, stretchWords } from '../../record/requests/shown-steps.ts'

const STEP_WORDS: Record<StepKind, string> = {
  start: '起算',
  restart: '重新计算',
  exclude: '不计入',
  extend: '延长',
  defer: '延迟',
}
const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日']

export function Ribbon({ weeks }: { weeks: RibbonWeek[] }) {
  if (weeks.length === 0) return null
  return (
    <div className="ribbon">
      <div className="ribbon-scroll" tabIndex={0} role="group" aria-label="期限日历，各步骤见下方说明">
        <table aria-hidden="true">
          <thead>
            <tr>
              <td />
              {WEEKDAYS.map((name) => (
                <th key={name}>{name}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map(({ days }, week) => (
              <tr key={days[0]?.date}>
                <td className="ribbon-month">{labelOf(weeks, week)}</td>
                {days.map((day) => (
                  <Day key={day.date} day={day} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="ribbon-key" aria-hidden="true">
        <span className="key key-counted">1</span>计入的工作日
        <span className="key key-excluded" />
        不计入
        <span className="key key-due" />
        期限届满
        <span className="key key-today" />
        今天
      </p>
    </div>
  )
}

function Day({ day }: { day: RibbonDay }) {
  const classes = [
    'ribbon-day',
    `is-${day.kind}`,
    day.counted !== null && 'is-counted',
    day.excluded && 'is-excluded',
    day.part === 'extend' && 'is-extended',
    day.restarts && 'is-restart',
    day.isDue && 'is-due',
    day.isToday && 'is-today',
  ]
  const title = [
    chineseDate(day.date),
    day.holiday && `${day.holiday}${day.mark}`,
    day.excluded,
    day.pending,
    day.counted !== null && `第 ${day.counted} 个工作日`,
    ...day.events,
    day.isDue && '期限届满',
  ]
  return (
    <td className={classes.filter(Boolean).join(' ')} title={title.filter(Boolean).join('，')}>
      <span className="ribbon-date">
        {parts(day.date).day}
        {day.mark && <b>{day.mark}</b>}
      </span>
      <span className="ribbon-count">{day.counted ?? ''}</span>
      {day.events.length > 0 && <span className="ribbon-event">●</span>}
    </td>
  )
}

/** The months of a week where they are others than those of the week above. */
function labelOf(weeks: readonly RibbonWeek[], at: number): string {
  const [above, week] = [weeks[at - 1], weeks[at]]
  const months = week ? monthsOf(week) : ''
  return above && monthsOf(above) === months ? '' : months
}

export function dayWords(day: LocalDate | null): string {
  return day ? chineseDateWithWeekday(day) : '待定'
}

export function ClockSteps({ steps }: { steps: readonly ShownStep[] }) {
  return (
    <ol className="clock-steps">
      {steps.map((step) => (
        <li key={`${step.step}${step.from}${step.why}`}>
          <b>{STEP_WORDS[step.step]}</b>
          <span>{stretchWords(step, steps)}</span>
          <span className="quiet">
            {step.why}（{step.cite}）
          </span>
        </li>
      ))}
    </ol>
  )
}

/** “答复期限：2026年3月30日（周一）” with its honest exceptions. */
export function DueWords({ clock, label = '答复期限' }: { clock: ClockAnswer; label?: string }): ReactNode {
  if (clock.due)
    return (
      <>
        {label}：<b>{dayWords(clock.due)}</b>
      </>
    )
  const open = openEnd(clock)
  if (open)
    return (
      <>
        {label}：待{open.because === 'consultation' ? '征求意见结束' : '节假日安排公布'}后确定
      </>
    )
  return <>{label}：现在不计算</>
}
