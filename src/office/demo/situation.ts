/** A request told backwards from today: how long ago it came, and what happened since. */
import type { LocalDate } from '../../law/date.ts'
import type { IntakeChannel } from '../../law/requests/vocabulary.ts'
import type { Act } from '../../record/requests/acts.ts'
import type { Ask } from './asks.ts'
import { type Plot, replyContent, type Step } from './story.ts'

export interface Situation {
  ask: Ask
  via: IntakeChannel
  /** Working days ago that it was received (or submitted, where that is all that happened). */
  daysAgo: number
  /** What happened since; `ago(n)` is n working days before today. */
  since(plot: Plot, ago: (days: number) => LocalDate, receivedOn: LocalDate): Step[]
  /** Submitted on the web, and nobody has confirmed the receipt yet. */
  unconfirmed?: true
}

export const record = (act: Act): Step => ({ on: act.on, deed: { do: 'record', act } })
export const drafted = (plot: Plot, on: LocalDate, submit: boolean): Step => ({
  on,
  deed: { do: 'draft', content: replyContent(plot, on), submit },
})
