/**
 * The pages on which a requester does something. The query is sealed in a cookie for half an hour; whoever writes longer is
 * asked for number and code on the same page, with everything written still there.
 */
import type { FastifyInstance, FastifyReply, RouteShorthandOptions } from 'fastify'
import { html } from 'hono/html'
import type { Refusal } from '../../law/refusal.ts'
import { statusOf, type StatusView } from '../../office/requests/look-up-status.ts'
import { OWN_DEEDS, type OwnDeed } from '../../record/requests/requester-side.ts'
import type { AgencyVisit, withAgency } from './agency-route.ts'
import { DEED_PAGES, type DeedPage } from './deeds.ts'
import { type Carried, carriedBy, EXPIRED, isForged } from './form-guard.ts'
import { atUploads, faultSummary, hiddenFields, type FormState, type Values, valuesOf } from './form-parts.ts'
import { type OwnRequest, recallOwn, rememberOwn } from './own-request.ts'
import { lookUpFields, STATUS_FIELDS, statusFrame } from './status-pages.ts'
import { uploadsOf } from './uploads.ts'
import { type Markup, type PortalOptions, sendPrivate } from './visit.ts'

const QUERY_OVER: Refusal = {
  code: 'session-expired',
  say: '查询已超过半小时，为保护您的信息已经退出。',
  then: '请重新填写编号和查询码再提交；您写的内容都在，附件需要重新选择。',
  field: 'number',
}

export type Asked = (answer: (at: AgencyVisit) => Promise<FastifyReply> | FastifyReply) => ReturnType<typeof withAgency>

export function deedRoutes(app: FastifyInstance, options: PortalOptions, asked: Asked, tries: RouteShorthandOptions): void {
  const { office } = options
  for (const deed of OWN_DEEDS) {
    const page = DEED_PAGES[deed]
    app.get(
      `/:slug/status/${deed}`,
      asked(async (at) => {
        const own = recallOwn(options, at.request, at.agency.id)
        const status = own && (await statusOf(office, own))
        if (!own || !status?.ok) return at.reply.redirect(`${at.home}/status`, 303)
        if (!status.value.deeds.includes(deed)) return at.reply.redirect(`${at.home}/status/view`, 303)
        rememberOwn(options, at.request, at.reply, at.agency.slug, own)
        return show(at, deed, page, status.value, { values: {}, faults: [] })
      }),
    )
    app.post(
      `/:slug/status/${deed}`,
      tries,
      asked(async (at) => {
        const values = valuesOf(at.request.body, [...page.names, ...STATUS_FIELDS])
        if (isForged(options, at.request)) return again(at, deed, page, values, [EXPIRED])
        const own = await whose(at, values)
        if (!own) return again(at, deed, page, values, [QUERY_OVER])
        const files = page.files ? await uploadsOf(at.request.body) : []
        const { commandId } = carriedBy(options, at)
        const result = await page.carryOut(office, own, { commandId, values, files })
        if (!result.ok) return again(at, deed, page, values, result.refusals)
        rememberOwn(options, at.request, at.reply, at.agency.slug, own)
        return at.reply.redirect(`${at.home}/status/view?done=${deed}`, 303)
      }),
    )
  }

  /** By the cookie, or by number and code given with the form once the cookie has run out. */
  async function whose({ request, agency }: AgencyVisit, { number = '', queryCode = '' }: Values): Promise<OwnRequest | null> {
    const own = recallOwn(options, request, agency.id)
    if (own || !number || !queryCode) return own
    const status = await statusOf(office, { agencyId: agency.id, number, queryCode })
    return status.ok ? { agencyId: agency.id, number: status.value.number, queryCode } : null
  }

  async function again(at: AgencyVisit, deed: OwnDeed, page: DeedPage, values: Values, faults: readonly Refusal[]) {
    const own = await whose(at, values)
    const status = own && (await statusOf(office, own))
    at.reply.code(422)
    return show(at, deed, page, status?.ok ? status.value : null, { values, faults })
  }

  function show(at: AgencyVisit, deed: OwnDeed, page: DeedPage, view: StatusView | null, state: FormState): FastifyReply {
    return sendPrivate(at.reply, deedPage(at, deed, page, view, state, carriedBy(options, at)))
  }
}

function deedPage(
  at: AgencyVisit,
  deed: OwnDeed,
  page: DeedPage,
  view: StatusView | null,
  state: FormState,
  carried: Carried,
): Markup {
  return statusFrame(
    at,
    page.title,
    html`<h1>${page.title}</h1>
${faultSummary(atUploads(state.faults))}
${view && html`<p class="soft">${view.number}</p>`}
<div class="lead">${page.intro(view, at)}</div>
<form class="form" method="post" action="${at.home}/status/${deed}"${page.files && html` enctype="multipart/form-data"`} novalidate>
${hiddenFields({ ...carried })}
${view === null && lookUpFields({ ...state, values: { number: state.values.number ?? '' } }, '受理编号', '回执上的编号。')}
${page.fields(state)}
<p class="actions"><button type="submit">${page.button}</button> <a class="button second" href="${at.home}/status/view">返回办理情况</a></p>
</form>`,
  )
}
