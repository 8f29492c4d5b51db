import type { LocalDate } from '../../law/date.ts'
import { FIRST_DAY } from '../../law/publication/timeliness.ts'
import type { Refusal } from '../../law/refusal.ts'

/** A day that was typed wrongly: older than anything that a public body publishes. */
export function dayRefusals(field: string, day: LocalDate | null): Refusal[] {
  if (day === null || day >= FIRST_DAY) return []
  return [{ code: 'field-invalid', field, say: `日期早于 ${FIRST_DAY}。`, then: '请核对年份。' }]
}
