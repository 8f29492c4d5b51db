/**
 * 推送: a document's publication or withdrawal as signed JSON, to a platform that takes it in. The receiver checks
 * `x-gongkai-signature` (sha256 HMAC over timestamp, a dot and the body) and knows a second delivery by `x-gongkai-delivery`.
 */
import { createHmac } from 'node:crypto'
import {
  attachmentsOf,
  FILE_KIND_RULES,
  filePath,
  type PublishedFile,
  withPictures,
} from '../../record/publication/edition-files.ts'
import type { Brought, OutletAdapter, OutletMatter, Shown } from '../../office/publication/send-outlets.ts'
import { ask } from './answer.ts'

interface PushSettings {
  readonly pushHosts: readonly string[]
  readonly site: string | null
}

export function pushOutlet({ pushHosts, site }: PushSettings): OutletAdapter {
  const send = async (matter: OutletMatter, event: Record<string, unknown>): Promise<Brought> => {
    const address = matter.settings.address ?? ''
    if (!URL.canParse(address) || !pushHosts.includes(new URL(address).host))
      return { ok: false, code: 'HOST_NOT_ALLOWED', permanent: true }
    const body = JSON.stringify({ ...event, agency: matter.agency.slug, id: matter.documentId })
    const timestamp = String(Math.floor(Date.now() / 1000))
    const signature = createHmac('sha256', matter.secret ?? '')
      .update(`${timestamp}.${body}`)
      .digest('hex')
    const asked = await ask(address, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-gongkai-timestamp': timestamp,
        'x-gongkai-signature': `sha256=${signature}`,
        'x-gongkai-delivery': `${matter.documentId}/${String(event.event)}/${matter.editionId}`,
      },
      body,
    })
    if (!asked.ok || asked.status >= 500) return { ok: false, code: 'UNREACHABLE', permanent: false }
    if (asked.status === 401 || asked.status === 403) return { ok: false, code: 'CREDENTIALS', permanent: true }
    if (asked.status >= 300) return { ok: false, code: 'REFUSED', permanent: true }
    return { ok: true, state: 'confirmed', proof: { edition: matter.editionId, ...addressIn(asked.body) } }
  }
  return {
    deliver: (matter) => send(matter, published(matter, site)),
    // What it does with it is the receiver's; it can't be read again from here.
    verify: async ({ proof }) => ({ ok: true, state: 'confirmed', proof }),
    withdraw: (matter) => send(matter, { event: 'withdrawn' }),
  }
}

function published({ agency, document, documentId }: Shown, site: string | null): Record<string, unknown> {
  const { title, number, indexNumber, summary, keywords, body, column, formedOn, publishedOn, effectiveOn, validity } = document
  const about = { title, number, indexNumber, summary, keywords, column, formedOn, publishedOn, effectiveOn, validity }
  const address = site && `${site}/${agency.slug}/doc/${documentId}`
  const at = (file: PublishedFile) => address && `${address}/${filePath(file)}`
  const attachments = attachmentsOf(document).map((file) => ({
    title: file.title,
    mediaType: FILE_KIND_RULES[file.kind].mediaType,
    size: file.size,
    address: at(file),
  }))
  const shown = withPictures(body, document.files, at)
  return { event: 'published', document: { ...about, source: document.agencyName, body: shown, attachments, address } }
}

/** Where the receiver says that it shows it. */
function addressIn(body: unknown): Record<string, string> {
  const given = (body as { address?: unknown } | null)?.address
  return typeof given === 'string' && /^https?:\/\//.test(given) ? { address: given.slice(0, 500) } : {}
}
