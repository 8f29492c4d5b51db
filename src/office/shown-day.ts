/** The day on which something was written down, as pages and papers tell it. */
import { addDays, daysBetween, localDate, type LocalDate } from '../law/date.ts'
import type { OfficeContext } from './context.ts'

const EIGHT_HOURS = 8 * 3_600_000

function dayInChina(moment: Date): LocalDate {
  return localDate(new Date(moment.getTime() + EIGHT_HOURS).toISOString().slice(0, 10))
}

/** The moment at which a day begins, as pages show days: under a set legal day it is shifted as {@link shownDay} is. */
export function shownDayBegins(ctx: Pick<OfficeContext, 'today' | 'dayIsSet'>, day: LocalDate): Date {
  const real = ctx.dayIsSet ? addDays(day, daysBetween(ctx.today(), dayInChina(new Date()))) : day
  return new Date(Date.parse(`${real}T00:00:00Z`) - EIGHT_HOURS)
}

/** Under a set legal day, as far from it as the moment is from now: nothing is shown as written after "today". */
export function shownDay(ctx: Pick<OfficeContext, 'today' | 'dayIsSet'>, moment: Date): LocalDate {
  const day = dayInChina(moment)
  return ctx.dayIsSet ? addDays(day, daysBetween(dayInChina(new Date()), ctx.today())) : day
}
