/** Number and code are posted once, then kept sealed in a cookie for half an hour: neither ever stands in an address. */
import type { FastifyInstance, FastifyReply, RouteShorthandOptions } from 'fastify'
import { yearOf } from '../../law/date.ts'
import { legalSetting } from '../../office/people/agencies.ts'
import { statusOf, type StatusView } from '../../office/requests/look-up-status.ts'
import { openEnd } from '../../record/requests/open-end.ts'
import { OWN_DEEDS } from '../../record/requests/requester-side.ts'
import { type AgencyVisit, query, withAgency } from './agency-route.ts'
import { calendarOf } from './dates.ts'
import { deedRoutes } from './deed-routes.ts'
import { sendFile } from './files.ts'
import { EXPIRED, FEW_POSTS, isForged, tokenFor } from './form-guard.ts'
import { type FormState, valuesOf } from './form-parts.ts'
import { forgetOwn, recallOwn, rememberOwn } from './own-request.ts'
import { letterRoutes } from './letter-routes.ts'
import { lookUpPage, STATUS_FIELDS, statusPage } from './status-pages.ts'
import { type PortalOptions, sendPrivate } from './visit.ts'

export function statusRoutes(app: FastifyInstance, options: PortalOptions, tries: RouteShorthandOptions): void {
  const { office } = options
  const asked = (answer: (at: AgencyVisit) => Promise<FastifyReply> | FastifyReply) =>
    withAgency(options, async (at) =>
      at.agency.regime === 'art55' ? at.reply.redirect(`${at.home}/consult/status`, 303) : answer(at),
    )

  app.get(
    '/:slug/status',
    // Whoever has just asked, or looked up, has shown whose request it is: nothing is asked twice, unless it is another one.
    asked(async (at) => {
      const own = recallOwn(options, at.request, at.agency.id)
      const known = own !== null && (await statusOf(office, own)).ok
      if (known && query(at.request, 'other') === '') return at.reply.redirect(`${at.home}/status/view`, 303)
      return form(at, { values: {}, faults: [] }, known)
    }),
  )
  app.post(
    '/:slug/status',
    tries,
    asked(async (at) => {
      const { request, reply, agency, home } = at
      const values = valuesOf(request.body, STATUS_FIELDS)
      if (isForged(options, request)) return form(at, { values, faults: [EXPIRED] })
      const { number = '', queryCode = '' } = values
      const status = await statusOf(office, { agencyId: agency.id, number, queryCode })
      if (!status.ok) return form(at, { values: { number }, faults: status.refusals })
      rememberOwn(options, request, reply, agency.slug, { agencyId: agency.id, number: status.value.number, queryCode })
      return reply.redirect(`${home}/status/view`, 303)
    }),
  )
  app.get(
    '/:slug/status/view',
    asked(async (at) => {
      const { request, reply, agency, home } = at
      const own = recallOwn(options, request, agency.id)
      const status = own ? await statusOf(office, own) : null
      if (!status?.ok) return reply.redirect(`${home}/status`, 303)
      const { calendar } = await legalSetting(office, agency.id)
      if (own) rememberOwn(options, request, reply, agency.slug, own)
      const more = {
        done: OWN_DEEDS.find((deed) => deed === query(request, 'done')) ?? null,
        token: tokenFor(options, request, reply),
        today: office.today(),
        missingYear: missingYear(status.value, calendar.years),
      }
      return sendPrivate(reply, statusPage(at, status.value, more))
    }),
  )
  app.get(
    '/:slug/status/dates.ics',
    asked(async (at) => {
      const { request, reply, agency, home } = at
      const own = recallOwn(options, request, agency.id)
      const status = own ? await statusOf(office, own) : null
      if (!status?.ok) return reply.redirect(`${home}/status`, 303)
      reply.header('cache-control', 'no-store')
      const dates = calendarOf(status.value, agency, (limit) =>
        office.vault.fingerprint('date of', `${status.value.number}\0${limit}`),
      )
      return sendFile(reply, '期限', 'ics', Buffer.from(dates))
    }),
  )
  deedRoutes(app, options, asked, tries)
  letterRoutes(app, options, asked)
  /** Another part of the same form: its number with the query code that was given once. */
  app.post(
    '/:slug/status/other',
    tries,
    asked(async ({ request, reply, agency, home }) => {
      const own = isForged(options, request) ? null : recallOwn(options, request, agency.id)
      const { number = '' } = valuesOf(request.body, ['number'])
      const status = own ? await statusOf(office, { ...own, number }) : null
      if (own && status?.ok) rememberOwn(options, request, reply, agency.slug, { ...own, number: status.value.number })
      return reply.redirect(`${home}/status/view`, 303)
    }),
  )
  app.post(
    '/:slug/status/leave',
    FEW_POSTS,
    asked(({ request, reply, agency, home }) => {
      if (!isForged(options, request)) forgetOwn(options, request, reply, agency.slug)
      return reply.redirect(`${home}/status`, 303)
    }),
  )

  function form(at: AgencyVisit, state: FormState, known = false): FastifyReply {
    if (state.faults.length > 0) at.reply.code(422)
    return sendPrivate(at.reply, lookUpPage(at, state, tokenFor(options, at.request, at.reply), known))
  }
}

/** The first year that the count needs and no holiday notice is loaded for; null where no year is wanting. */
function missingYear({ clock }: StatusView, loaded: { has(year: number): boolean }): number | null {
  const open = clock.steps.findLast(({ to, uncounted }) => to === null && uncounted !== undefined)
  if (!open || openEnd(clock)?.because !== 'calendar') return null
  let year = yearOf(open.from)
  while (loaded.has(year)) year += 1
  return year
}
