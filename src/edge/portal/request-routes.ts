/** The three steps of asking: fill in, read back, send. Nothing typed is ever lost on the way; nothing personal is in an address. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Refusal } from '../../law/refusal.ts'
import { receiveRequest } from '../../office/requests/receive-request.ts'
import { type AgencyVisit, withAgency } from './agency-route.ts'
import { carriedBy, EXPIRED, FEW_POSTS, isForged } from './form-guard.ts'
import { type Values, valuesOf } from './form-parts.ts'
import { uploadsOf } from './uploads.ts'
import { recallOwn, rememberOwn } from './own-request.ts'
import { FIRST_VALUES, REQUEST_FIELDS, requestOf } from './request-form.ts'
import { askPage, formPage, readBackPage, receiptPage } from './request-pages.ts'
import { type PortalOptions, sendPrivate, sendPublic } from './visit.ts'

export function requestRoutes(app: FastifyInstance, options: PortalOptions): void {
  const { office } = options
  /** A public institution answers consultations instead. */
  const asked = (answer: (at: AgencyVisit) => Promise<FastifyReply> | FastifyReply) =>
    withAgency(options, async (at) => (at.agency.regime === 'art55' ? at.reply.redirect(`${at.home}/consult`, 303) : answer(at)))

  app.get(
    '/:slug/request',
    asked(({ request, reply, ...at }) => sendPublic(request, reply, askPage(at, office.today()))),
  )
  app.get(
    '/:slug/request/new',
    asked((at) => form(at, FIRST_VALUES, [])),
  )
  app.post(
    '/:slug/request/new',
    FEW_POSTS,
    asked((at) => {
      const values = valuesOf(at.request.body, REQUEST_FIELDS)
      if (isForged(options, at.request)) return form(at, values, [EXPIRED])
      if (valuesOf(at.request.body, ['edit']).edit) return form(at, values, [])
      const checked = requestOf(values)
      return checked.ok ? back(at, values, []) : form(at, values, checked.refusals)
    }),
  )
  app.post(
    '/:slug/request/send',
    FEW_POSTS,
    asked(async (at) => {
      const { request, reply, agency, home } = at
      const values = valuesOf(request.body, REQUEST_FIELDS)
      if (isForged(options, request)) return back(at, values, [EXPIRED])
      const checked = requestOf(values)
      if (!checked.ok) return form(at, values, checked.refusals)
      const received = await receiveRequest(office, {
        agencyId: agency.id,
        commandId: carriedBy(options, at).commandId,
        ...checked.value,
        files: await uploadsOf(request.body),
      })
      if (!received.ok) {
        const ofFiles = received.refusals.every(({ field }) => field === 'files')
        return ofFiles ? back(at, values, received.refusals) : form(at, values, received.refusals)
      }
      const { number, queryCode } = received.value
      rememberOwn(options, at.request, at.reply, agency.slug, { agencyId: agency.id, number, queryCode })
      return reply.redirect(`${home}/request/receipt`, 303)
    }),
  )
  app.get(
    '/:slug/request/receipt',
    asked((at) => {
      const own = recallOwn(options, at.request, at.agency.id)
      return own
        ? sendPrivate(at.reply, receiptPage(at, own, office.today(), office.mail !== null))
        : at.reply.redirect(`${at.home}/status`, 303)
    }),
  )

  function form(at: AgencyVisit, values: Values, faults: readonly Refusal[]): FastifyReply {
    if (faults.length > 0) at.reply.code(422)
    return sendPrivate(at.reply, formPage(at, { values, faults }, carriedBy(options, at)))
  }
  function back(at: AgencyVisit, values: Values, faults: readonly Refusal[]): FastifyReply {
    if (faults.length > 0) at.reply.code(422)
    return sendPrivate(at.reply, readBackPage(at, values, carriedBy(options, at), faults))
  }
}
