/** 日历文件: the dates of the own request as all-day entries. The same date keeps its identifier, so a second file replaces the first. */
import ical, { ICalCalendarMethod } from 'ical-generator'
import type { Limit } from '../../law/requests/vocabulary.ts'
import { LIMIT_WORDS } from '../../law/requests/vocabulary.ts'
import type { StatusView } from '../../office/requests/look-up-status.ts'
import type { Agency } from '../../record/people/agency.ts'

/** Nothing in it says what was asked or by whom: the number is enough for whoever holds it. */
export function calendarOf(view: StatusView, { details }: Agency, uidOf: (limit: Limit) => string): string {
  const calendar = ical({
    name: `政府信息公开申请 ${view.number}`,
    prodId: { company: 'Gongkai', product: '政府信息公开平台', language: 'ZH' },
    method: ICalCalendarMethod.PUBLISH,
  })
  for (const { what, due, met } of view.clock.limits)
    if (due !== null && met === null)
      calendar.createEvent({
        id: `${uidOf(what)}@gongkai`,
        // An all-day entry stands on the legal day itself, in no time zone.
        start: new Date(`${due}T00:00:00Z`),
        allDay: true,
        stamp: new Date(`${view.submittedOn}T00:00:00Z`),
        summary: `${LIMIT_WORDS[what]}的最后一日（${view.number}）`,
        description: `${details.name}，电话 ${details.phone}。日期可能因补正、延长等变化，以办理情况页为准。`,
      })
  return calendar.toString()
}
