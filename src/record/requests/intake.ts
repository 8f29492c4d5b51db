/** 收件情况 — what a case's panel tells of how it came in: gaps, classification, who belongs to it, what looks like it. */
import { reg } from '../../law/cite.ts'
import type { LocalDate } from '../../law/date.ts'
import type { Refusal } from '../../law/refusal.ts'
import type { Gap } from '../../law/requests/correction-triggers.ts'
import type { LooksLike } from '../../law/requests/triage.ts'
import type { Phase } from '../../law/requests/vocabulary.ts'
import type { Requester, RequestContent } from '../people/requester.ts'

export const LINK_KINDS = ['split', 'group', 'mistake', 'separate'] as const
export type LinkKind = (typeof LINK_KINDS)[number]
export const LINK_WORDS: Record<LinkKind, string> = {
  split: '同一份申请拆分',
  group: '多人分别提出的同样申请',
  mistake: '误重复提交，已撤回其一',
  separate: '内容相同，申请人确认是两件',
}

/** Another case as a list shows it. */
export interface OtherCase {
  id: string
  number: string
  subject: string
  phase: Phase
  submittedOn: LocalDate
}

export interface IntakeView {
  gaps: Gap[]
  /** 代理权限材料 sent in with the form and not yet checked: its name, or only its kind to those who may not open it. */
  authorityToCheck: { id: string; name: string; mayOpen: boolean }[]
  looksLike: LooksLike | null
  unclear: boolean
  linked: (OtherCase & { kind: LinkKind })[]
  /** 同一人、同样内容，近期提交: not yet settled as one or two. */
  twins: OtherCase[]
  /** What the form seems to list, where it may still be split. */
  listed: string[]
  maySplit: boolean
  mayClassify: boolean
  mayComplete: boolean
  mayWithdraw: boolean
}

/** How the same person may settle two alike applications. */
export const TWIN_ANSWERS = ['mistake', 'separate'] as const
export type TwinAnswer = (typeof TWIN_ANSWERS)[number]

/** So long back the same wording from the same person is taken for a possible double submission; no rule of law. */
export const TWIN_DAYS = 90

/** The subject without what differs between two ways of writing it: width, case, blanks, punctuation. */
export function plainSubject(subject: string): string {
  return subject
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '')
}

/**
 * An empty form is no application: it would take a number, start a limit, and belong to nobody. One word of who asks or of what for
 * is enough; the rest may be asked for after the number is given (Art 30). `unclear`: something came that can not be read.
 */
export function blankRefusal(requester: Requester, content: RequestContent, unclear: boolean): Refusal | null {
  const { name, contactName, idNumber, phone, email, address } = requester
  const said = [name, contactName, idNumber, phone, email, address, content.subject, content.description]
  if (unclear || said.some((one) => one.trim() !== '')) return null
  return {
    code: 'field-missing',
    say: '是谁提出的、要什么信息，都还没有填写，不能编号。',
    then: '请照申请书抄录姓名（名称）、联系方式或者所需信息，有一项就可以编号，缺的以后补正；看不出要什么的，勾选“看不出要的是什么信息”。',
    cite: reg('29.2'),
    field: 'content.subject',
  }
}
