/** The three steps of asking: fill in, read back, send. Nothing typed is ever lost on the way; nothing personal is in an address. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Refusal } from '../../law/refusal.ts'
import { minority } from '../../law/requests/minority.ts'
import { alreadyPublic, ANSWERED_ELSEWHERE, answeredElsewhere, countHints, type Hint } from '../../office/publication/index.ts'
import { receiveRequest } from '../../office/requests/receive-request.ts'
import { lastAsked } from '../../office/requests/settle-twin.ts'
import type { Requester, RequestContent } from '../../record/people/requester.ts'
import { type AgencyVisit, param, withAgency } from './agency-route.ts'
import { carriedBy, EXPIRED, FEW_POSTS, isForged, MANY_POSTS } from './form-guard.ts'
import { type Values, valuesOf } from './form-parts.ts'
import { uploadsOf } from './uploads.ts'
import { recallOwn, rememberOwn } from './own-request.ts'
import { FIRST_VALUES, REQUEST_FIELDS, requestOf } from './request-form.ts'
import { askPage, formPage, hintList, readBackPage, receiptPage, UPLOAD_PURPOSES } from './request-pages.ts'
import { type PortalOptions, sendPrivate, sendPublic } from './visit.ts'

/** As the form has it. */
const MOST_OF_SUBJECT = 200

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
      return checked.ok ? back(at, values, [], checked.value) : form(at, values, checked.refusals)
    }),
  )
  app.post(
    '/:slug/request/send',
    FEW_POSTS,
    asked(async (at) => {
      const { request, reply, agency, home } = at
      const values = valuesOf(request.body, REQUEST_FIELDS)
      const checked = requestOf(values)
      if (isForged(options, request)) return checked.ok ? back(at, values, [EXPIRED], checked.value) : form(at, values, [EXPIRED])
      if (!checked.ok) return form(at, values, checked.refusals)
      const received = await receiveRequest(office, {
        agencyId: agency.id,
        commandId: carriedBy(options, at).commandId,
        ...checked.value,
        files: await uploadsOf(request.body, UPLOAD_PURPOSES),
      })
      if (!received.ok) {
        const ofFiles = received.refusals.every(({ field }) => field === 'files')
        return ofFiles ? back(at, values, received.refusals, checked.value) : form(at, values, received.refusals)
      }
      if (values.hinted) await countHints(office, agency.id, 'sent')
      const { number, queryCode } = received.value
      rememberOwn(options, at.request, at.reply, agency.slug, { agencyId: agency.id, number, queryCode })
      return reply.redirect(`${home}/request/receipt`, 303)
    }),
  )
  app.post(
    '/:slug/request/hints',
    MANY_POSTS,
    asked(async (at) => {
      const values = valuesOf(at.request.body, ['content.subject', 'hinted'])
      if (isForged(options, at.request)) return at.reply.code(403).send()
      const { hints } = await hinted(at, values)
      return sendPrivate(at.reply, hintList(at, hints))
    }),
  )
  app.get(
    '/:slug/request/found/:of/:id',
    asked(async ({ request, reply, visit, agency, home }) => {
      await countHints(office, agency.id, 'opened')
      if (param(request, 'of') === ANSWERED_ELSEWHERE)
        return reply.redirect((await answeredElsewhere(office, agency.id, param(request, 'id'))) ?? home, 303)
      return reply.redirect(
        `${visit.base}/${encodeURIComponent(param(request, 'of'))}/doc/${encodeURIComponent(param(request, 'id'))}`,
        303,
      )
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
  async function back(
    at: AgencyVisit,
    values: Values,
    faults: readonly Refusal[],
    { requester, content }: { requester: Requester; content: RequestContent },
  ): Promise<FastifyReply> {
    if (faults.length > 0) at.reply.code(422)
    const [{ hints, seen }, askedOn] = await Promise.all([
      hinted(at, values),
      lastAsked(office, at.agency.id, requester, content),
    ])
    return sendPrivate(
      at.reply,
      readBackPage(at, { ...values, hinted: seen }, carriedBy(options, at), faults, {
        hints,
        askedOn,
        young: minority(requester, office.today()),
      }),
    )
  }

  /** What may be public already; counted as shown once for each form. */
  async function hinted({ agency }: AgencyVisit, values: Values): Promise<{ hints: Hint[]; seen: string }> {
    const { id, details } = agency
    const hints = await alreadyPublic(
      office,
      { id, name: details.name },
      (values['content.subject'] ?? '').slice(0, MOST_OF_SUBJECT),
    )
    if (hints.length > 0 && !values.hinted) await countHints(office, agency.id, 'shown')
    return { hints, seen: hints.length > 0 ? 'yes' : (values.hinted ?? '') }
  }
}
