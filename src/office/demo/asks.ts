/** What people in the demo county ask for, and how their request ends: the outline of a case, without days. */
import type { SearchPlace } from '../../law/requests/search.ts'
import type { Outcome, RequesterKind } from '../../law/requests/vocabulary.ts'
import type { ReplyContentInput } from '../../record/requests/reply.ts'

/** What happens between receipt and reply, beside the plain path. */
export type Along =
  | 'correction'
  | 'thirdPartyConsents'
  | 'thirdPartyObjects'
  | 'thirdPartySilent'
  | 'coMaker'
  | 'consulted'
  | 'extended'
  | 'feePaid'
  | 'reasonsUnreasonable'
  | 'reasonsDeferred'

/** `{y}` in any text is the year the request is made, `{p}` the year before. */
export interface Ask {
  /** The section that knows the matter, by its name. */
  section: string
  subject: string
  description: string
  outcome: Outcome
  /** Who asks; a natural person where it is not said. */
  kinds?: readonly RequesterKind[]
  along?: Along
  /** 第三方: who is consulted, a person or an organisation. */
  party?: { name: string; isPerson: boolean }
  /** Another agency that is consulted, or made the information too. */
  agency?: string
  /** 检索: each place that was searched before the answer that nothing is there. */
  search?: { places: [SearchPlace, string][]; keywords: string[]; period: string; by: string; result: string }
  /** The same person asks again for what this subject asked for, after it was answered (Art 36(6)). */
  again?: string
  /** What the reply says; the way of giving follows from what the requester wants. */
  reply: Omit<ReplyContentInput, 'outcome' | 'given' | 'earlierCase'> & { given?: { what: string; onPaper: string[] } }
}

export function granted(section: string, subject: string, description: string, what: string, more: Partial<Ask> = {}): Ask {
  const onPaper = [what.replace(/^《|》.*$/gu, '')]
  return { section, subject, description, outcome: 'granted', reply: { given: { what, onPaper } }, ...more }
}

export function already(
  section: string,
  subject: string,
  description: string,
  title: string,
  column: string,
  more: Partial<Ask> = {},
): Ask {
  return {
    section,
    subject,
    description,
    outcome: 'granted.alreadyPublished',
    reply: { publishedAt: { title, url: '', place: `本机关政府信息公开专栏“${column}”栏目` } },
    ...more,
  }
}

export function partial(
  section: string,
  subject: string,
  description: string,
  given: string,
  withheldPart: string,
  reasons: string,
  more: Partial<Ask> & Pick<Ask, 'reply'>,
): Ask {
  const { reply, ...rest } = more
  return {
    section,
    subject,
    description,
    outcome: 'partial',
    ...rest,
    reply: {
      given: { what: given, onPaper: [`${given.replace(/[《》]/gu, '')}（区分处理后）`] },
      withheldPart,
      reasons,
      ...reply,
    },
  }
}

/** 不予公开: looked at page by page, and found that no part can be separated. */
export function withheld(
  section: string,
  ground: Extract<Outcome, `withheld.${string}`>,
  subject: string,
  description: string,
  reasons: string,
  more: Partial<Ask> = {},
): Ask {
  return { section, subject, description, outcome: ground, ...more, reply: { reasons, severable: false, ...more.reply } }
}

export function ended(
  section: string,
  outcome: Outcome,
  subject: string,
  description: string,
  reply: Ask['reply'],
  more: Partial<Ask> = {},
): Ask {
  return { section, subject, description, outcome, reply, ...more }
}
