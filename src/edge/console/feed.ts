/** 期限日历: an officer's due days as iCalendar, at a secret address that needs no sign-in. Numbers and days only. */
import type { FastifyInstance } from 'fastify'
import ical from 'ical-generator'
import { addDays } from '../../law/date.ts'
import { dueFeed } from '../../office/desk/due-feed.ts'
import { type ConsoleOptions, refuse } from './staff.ts'

/** Below the base path. */
export function feedPath(token: string): string {
  return `/console/feed/${token}.ics`
}

/** Calendar programs ask again this often. */
const HOURS = 6

export function feedRoute(app: FastifyInstance, { office }: ConsoleOptions): void {
  app.get('/console/feed/:token.ics', { config: { rateLimit: { max: 60, timeWindow: '1 minute' } } }, async (request, reply) => {
    const { token } = request.params as { token: string }
    const feed = await dueFeed(office, token)
    if (!feed.ok) return refuse(reply, feed.refusals)
    const calendar = ical({
      name: `${feed.value.agencyName}依申请公开期限`,
      prodId: { company: 'Gongkai', product: 'gongkai', language: 'ZH' },
      ttl: HOURS * 3_600,
    })
    for (const { id, number, what, dueOn } of feed.value.days)
      calendar.createEvent({
        id: `${id}-${dueOn}@gongkai`,
        start: dayAt(dueOn),
        end: dayAt(addDays(dueOn, 1)),
        allDay: true,
        summary: `${number} ${what}（最后一天）`,
      })
    return reply
      .header('cache-control', 'private, no-store')
      .header('referrer-policy', 'no-referrer')
      .type('text/calendar; charset=utf-8')
      .send(calendar.toString())
  })
}

/** An all-day event is written by the machine's own day: noon is the same day wherever it stands. */
function dayAt(day: string): Date {
  return new Date(`${day}T12:00:00`)
}
