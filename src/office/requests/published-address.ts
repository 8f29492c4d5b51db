/** 已主动公开 (Art 36(1)): where the address points to our own portal, the document must be there and published today. */
import { reg } from '../../law/cite.ts'
import type { Refusal } from '../../law/refusal.ts'
import type { ReplyContent } from '../../record/requests/reply.ts'
import { agencyBySlug } from '../../store/people.sql.ts'
import { documentById } from '../../store/publication.sql.ts'
import type { Matter } from './perform.ts'

/** `/jyj/doc/<id>`, as the portal writes its addresses. */
const OWN = /\/([a-z0-9-]+)\/doc\/([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})(?:[/?#]|$)/u

export async function addressFaults({ tx, today }: Matter, { publishedAt }: ReplyContent): Promise<Refusal[]> {
  const [, slug, id] = OWN.exec(publishedAt?.url ?? '') ?? []
  if (!slug || !id) return []
  const agency = await agencyBySlug(tx, slug, today)
  if (!agency || (await documentById(tx, today, agency.id, id))) return []
  return [
    {
      code: 'outcome-inconsistent',
      field: 'publishedAt.url',
      say: '网址指向本平台的一件信息，但这件信息没有发布，或者已经撤下。',
      then: '打开网址核对；没有公开的，不能答复“已主动公开”，改为“予以公开”。',
      cite: reg('36(1)'),
    },
  ]
}
