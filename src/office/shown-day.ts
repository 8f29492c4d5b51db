/** The day on which something was written down, as pages and papers tell it. */
import { addDays, daysBetween, localDate, type LocalDate } from '../law/date.ts'
import type { OfficeContext } from './context.ts'

const EIGHT_HOURS = 8 * 3_600_000

function dayInChina(moment: Date): LocalDate {
  return localDate(new Date(moment.getTime() + EIGHT_HOURS).toISOString().slice(0, 10))
}

/** Under a set legal day, as far from it as the moment is from now: nothing is shown as written after "today". */
export function shownDay(ctx: Pick<OfficeContext, 'today' | 'dayIsSet'>, moment: Date): LocalDate {
  const day = dayInChina(moment)
  return ctx.dayIsSet ? addDays(day, daysBetween(dayInChina(new Date()), ctx.today())) : day
}
