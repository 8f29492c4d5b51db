/** 已主动公开 (Art 36(1)): where the address points to our own portal, the document must be there and published today. */
import { reg } from '../../law/cite.ts'
import { chineseDate } from '../../law/date.ts'
import type { Refusal } from '../../law/refusal.ts'
import { isWebAddress } from '../../record/requests/check-reply.ts'
import type { ReplyContent } from '../../record/requests/reply.ts'
import { agencyBySlug } from '../../store/people.sql.ts'
import { documentById } from '../../store/publication.sql.ts'
import type { Matter } from './perform.ts'

/** `/jyj/doc/<id>`, as the portal writes its addresses. */
const OWN = /\/([a-z0-9-]+)\/doc\/([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})(?:[/?#]|$)/u

/** Whether the address is one of our own portal, which the check below opens itself. */
async function isOwn({ tx, today }: Matter, url: string): Promise<boolean> {
  const [, slug] = OWN.exec(url) ?? []
  return slug !== undefined && (await agencyBySlug(tx, slug, today)) !== undefined
}

/**
 * An address elsewhere, which nobody here can open but the drafter: that it was opened, asked before approval; `sentUp` on this very
 * day, where the reply is being sent up.
 */
export async function openedFaults(matter: Matter, { publishedAt }: ReplyContent, sentUp = false): Promise<Refusal[]> {
  const { url = '', openedOn } = publishedAt ?? {}
  // An address that is none, or only a front page, is refused for that.
  if (!isWebAddress(url) || (openedOn && (!sentUp || openedOn === matter.today)) || (await isOwn(matter, url))) return []
  return [
    {
      code: 'outcome-needs',
      field: 'publishedAt.openedOn',
      say: openedOn ? `网址是${chineseDate(openedOn)}打开核对的，今天还没有核对。` : '网址不在本平台上，没有写明打开核对过。',
      then: '打开网址，看到正是所申请的信息，再勾选“今天已打开核对”。打不开的，改为予以公开。',
      cite: reg('36(1)'),
    },
  ]
}

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
