/** Consultations to public institutions: fill in, read back, send, look up. */
import type { FastifyInstance, FastifyReply, RouteShorthandOptions } from 'fastify'
import type { Refusal } from '../../law/refusal.ts'
import { consultationFaults, consultationStatus, openConsultation } from '../../office/dialogue/consultations.ts'
import { type AgencyVisit, withAgency } from './agency-route.ts'
import {
  CONSULT_FIELDS,
  consultFormPage,
  consultLookUpPage,
  consultPage,
  consultReadBackPage,
  consultReceiptPage,
  consultStatusPage,
} from './consult-pages.ts'
import { carriedBy, EXPIRED, FEW_POSTS, isForged, tokenFor } from './form-guard.ts'
import { type FormState, type Values, valuesOf } from './form-parts.ts'
import { recallOwn, rememberOwn } from './own-request.ts'
import { STATUS_FIELDS } from './status-pages.ts'
import { type PortalOptions, sendPrivate, sendPublic } from './visit.ts'

export function consultRoutes(app: FastifyInstance, options: PortalOptions, tries: RouteShorthandOptions): void {
  const { office } = options
  /** An agency of the Regulation answers requests instead. */
  const asked = (answer: (at: AgencyVisit) => Promise<FastifyReply> | FastifyReply) =>
    withAgency(options, async (at) => (at.agency.regime === 'art54' ? at.reply.redirect(`${at.home}/request`, 303) : answer(at)))

  app.get(
    '/:slug/consult',
    asked(({ request, reply, ...at }) => sendPublic(request, reply, consultPage(at))),
  )
  app.get(
    '/:slug/consult/new',
    asked((at) => form(at, {}, [])),
  )
  app.post(
    '/:slug/consult/new',
    FEW_POSTS,
    asked((at) => {
      const values = valuesOf(at.request.body, CONSULT_FIELDS)
      if (isForged(options, at.request)) return form(at, values, [EXPIRED])
      if (valuesOf(at.request.body, ['edit']).edit) return form(at, values, [])
      const faults = consultationFaults(questionOf(values))
      return faults.length > 0 ? form(at, values, faults) : back(at, values, [])
    }),
  )
  app.post(
    '/:slug/consult/send',
    FEW_POSTS,
    asked(async (at) => {
      const { request, reply, agency, home } = at
      const values = valuesOf(request.body, CONSULT_FIELDS)
      if (isForged(options, request)) return back(at, values, [EXPIRED])
      const { commandId } = carriedBy(options, at)
      const opened = await openConsultation(office, { agencyId: agency.id, commandId, ...questionOf(values) })
      if (!opened.ok) return form(at, values, opened.refusals)
      const { number, queryCode } = opened.value
      rememberOwn(options, at.request, at.reply, agency.slug, { agencyId: agency.id, number, queryCode })
      return reply.redirect(`${home}/consult/receipt`, 303)
    }),
  )
  app.get(
    '/:slug/consult/receipt',
    asked((at) => {
      const own = recallOwn(options, at.request, at.agency.id)
      return own ? sendPrivate(at.reply, consultReceiptPage(at, own)) : at.reply.redirect(`${at.home}/consult/status`, 303)
    }),
  )
  app.get(
    '/:slug/consult/status',
    asked((at) => lookUp(at, { values: {}, faults: [] })),
  )
  app.post(
    '/:slug/consult/status',
    tries,
    asked(async (at) => {
      const { request, reply, agency, home } = at
      const values = valuesOf(request.body, STATUS_FIELDS)
      if (isForged(options, request)) return lookUp(at, { values, faults: [EXPIRED] })
      const { number = '', queryCode = '' } = values
      const status = await consultationStatus(office, { agencyId: agency.id, number, queryCode })
      if (!status.ok) return lookUp(at, { values: { number }, faults: status.refusals })
      rememberOwn(options, request, reply, agency.slug, { agencyId: agency.id, number: status.value.number, queryCode })
      return reply.redirect(`${home}/consult/status/view`, 303)
    }),
  )
  app.get(
    '/:slug/consult/status/view',
    asked(async (at) => {
      const own = recallOwn(options, at.request, at.agency.id)
      const status = own ? await consultationStatus(office, own) : null
      return status?.ok
        ? sendPrivate(at.reply, consultStatusPage(at, status.value))
        : at.reply.redirect(`${at.home}/consult/status`, 303)
    }),
  )

  function form(at: AgencyVisit, values: Values, faults: readonly Refusal[]): FastifyReply {
    if (faults.length > 0) at.reply.code(422)
    return sendPrivate(at.reply, consultFormPage(at, { values, faults }, carriedBy(options, at)))
  }
  function back(at: AgencyVisit, values: Values, faults: readonly Refusal[]): FastifyReply {
    if (faults.length > 0) at.reply.code(422)
    return sendPrivate(at.reply, consultReadBackPage(at, values, carriedBy(options, at), faults))
  }
  function lookUp(at: AgencyVisit, state: FormState): FastifyReply {
    if (state.faults.length > 0) at.reply.code(422)
    return sendPrivate(at.reply, consultLookUpPage(at, state, tokenFor(options, at.request, at.reply)))
  }
}

function questionOf(values: Values) {
  const { name = '', contact = '', subject = '', question = '' } = values
  return { name, contact, subject, question }
}
