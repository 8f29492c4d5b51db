/** 对公示的异议: fill in, read back, send, look up. */
import type { FastifyInstance, FastifyReply, RouteShorthandOptions } from 'fastify'
import type { Refusal } from '../../law/refusal.ts'
import { objectionStatus, openPublicity, type OpenPublicity, raiseObjection } from '../../office/publication/index.ts'
import { objectionFaults } from '../../record/publication/objection.ts'
import { type AgencyVisit, notFound, param, withAgency } from './agency-route.ts'
import { carriedBy, EXPIRED, FEW_POSTS, isForged, tokenFor } from './form-guard.ts'
import { type FormState, type Values, valuesOf } from './form-parts.ts'
import {
  OBJECTION_FIELDS,
  objectionFormPage,
  objectionLookUpPage,
  objectionReadBackPage,
  objectionReceiptPage,
  objectionStatusPage,
} from './objection-pages.ts'
import { recallOwn, rememberOwn } from './own-request.ts'
import { STATUS_FIELDS } from './status-pages.ts'
import { isPublicId, type PortalOptions, sendPrivate } from './visit.ts'

export function objectionRoutes(app: FastifyInstance, options: PortalOptions, tries: RouteShorthandOptions): void {
  const { office } = options
  /** A 公示 that runs; what is over tells so at its own address. */
  const running = (answer: (at: AgencyVisit, about: OpenPublicity) => Promise<FastifyReply> | FastifyReply) =>
    withAgency(options, async (at) => {
      const id = param(at.request, 'id')
      if (!isPublicId(id)) return notFound(at.reply)
      const about = await openPublicity(office, at.agency, id)
      return about ? answer(at, about) : at.reply.redirect(`${at.home}/doc/${id}`, 303)
    })

  app.get(
    '/:slug/doc/:id/objection',
    running((at, about) => form(at, about, {}, [])),
  )
  app.post(
    '/:slug/doc/:id/objection',
    FEW_POSTS,
    running((at, about) => {
      const values = valuesOf(at.request.body, OBJECTION_FIELDS)
      if (isForged(options, at.request)) return form(at, about, values, [EXPIRED])
      if (valuesOf(at.request.body, ['edit']).edit) return form(at, about, values, [])
      const faults = objectionFaults(textOf(values))
      return faults.length > 0 ? form(at, about, values, faults) : back(at, about, values, [])
    }),
  )
  app.post(
    '/:slug/doc/:id/objection/send',
    FEW_POSTS,
    running(async (at, about) => {
      const { request, reply, agency, home } = at
      const values = valuesOf(request.body, OBJECTION_FIELDS)
      if (isForged(options, request)) return back(at, about, values, [EXPIRED])
      const { commandId } = carriedBy(options, at)
      const text = textOf(values)
      const raised = await raiseObjection(office, { agencyId: agency.id, documentId: about.documentId, commandId, ...text })
      if (!raised.ok) return form(at, about, values, raised.refusals)
      const { number, queryCode } = raised.value
      rememberOwn(options, request, reply, agency.slug, { agencyId: agency.id, number, queryCode })
      return reply.redirect(`${home}/objection/receipt`, 303)
    }),
  )
  app.get(
    '/:slug/objection/receipt',
    withAgency(options, async (at) => {
      const own = recallOwn(options, at.request, at.agency.id)
      return own ? sendPrivate(at.reply, objectionReceiptPage(at, own)) : at.reply.redirect(`${at.home}/objection/status`, 303)
    }),
  )
  app.get(
    '/:slug/objection/status',
    withAgency(options, async (at) => lookUp(at, { values: {}, faults: [] })),
  )
  app.post(
    '/:slug/objection/status',
    tries,
    withAgency(options, async (at) => {
      const { request, reply, agency, home } = at
      const values = valuesOf(request.body, STATUS_FIELDS)
      if (isForged(options, request)) return lookUp(at, { values, faults: [EXPIRED] })
      const { number = '', queryCode = '' } = values
      const status = await objectionStatus(office, { agencyId: agency.id, number, queryCode })
      if (!status.ok) return lookUp(at, { values: { number }, faults: status.refusals })
      rememberOwn(options, request, reply, agency.slug, { agencyId: agency.id, number: status.value.number, queryCode })
      return reply.redirect(`${home}/objection/status/view`, 303)
    }),
  )
  app.get(
    '/:slug/objection/status/view',
    withAgency(options, async (at) => {
      const own = recallOwn(options, at.request, at.agency.id)
      const status = own ? await objectionStatus(office, own) : null
      return status?.ok
        ? sendPrivate(at.reply, objectionStatusPage(at, status.value))
        : at.reply.redirect(`${at.home}/objection/status`, 303)
    }),
  )

  function form(at: AgencyVisit, about: OpenPublicity, values: Values, faults: readonly Refusal[]): FastifyReply {
    if (faults.length > 0) at.reply.code(422)
    return sendPrivate(at.reply, objectionFormPage(at, about, { values, faults }, carriedBy(options, at)))
  }
  function back(at: AgencyVisit, about: OpenPublicity, values: Values, faults: readonly Refusal[]): FastifyReply {
    if (faults.length > 0) at.reply.code(422)
    return sendPrivate(at.reply, objectionReadBackPage(at, about, values, carriedBy(options, at), faults))
  }
  function lookUp(at: AgencyVisit, state: FormState): FastifyReply {
    if (state.faults.length > 0) at.reply.code(422)
    return sendPrivate(at.reply, objectionLookUpPage(at, state, tokenFor(options, at.request, at.reply)))
  }
}

function textOf(values: Values) {
  const { objector = '', name = '', contact = '', about = '', statement = '' } = values
  return { objector, name, contact, about, statement }
}
