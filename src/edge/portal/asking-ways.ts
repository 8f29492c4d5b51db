/** Ways of asking beside the form on the portal, as the guide and the page of requests both list them. */
import { html } from 'hono/html'
import { INTAKE_CHANNEL_WORDS } from '../../law/requests/vocabulary.ts'
import type { AgencyDetails } from '../../record/people/agency.ts'
import type { Markup } from './visit.ts'

/** A way whose address or number the agency has not told is no way. */
export function askingWays(details: AgencyDetails): Markup {
  const { address, postcode, officeHours, officeName, name, fax, phone } = details
  return html`${
    address &&
    html`<li>${INTAKE_CHANNEL_WORDS['in-person']}：${address}${officeHours && `（${officeHours}）`}；</li>
<li>邮寄：${address}${postcode && `，邮编 ${postcode}`}，收件人“${officeName || name}”，信封上请注明“政府信息公开申请”；</li>
`
  }${
    fax &&
    html`<li>${INTAKE_CHANNEL_WORDS.fax}：${fax}；</li>
`
  }<li>书写有困难的，可以口头提出，由工作人员代为填写${phone && `（电话 ${phone}）`}。</li>`
}
