/** 收件情况 — what a case's panel tells of how it came in: gaps, classification, who belongs to it, what looks like it. */
import type { LocalDate } from '../../law/date.ts'
import type { Gap } from '../../law/requests/correction-triggers.ts'
import type { LooksLike } from '../../law/requests/triage.ts'
import type { Phase } from '../../law/requests/vocabulary.ts'

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
  /** 代理权限材料 sent in with the form and not yet checked: file id and name. */
  authorityToCheck: { id: string; name: string }[]
  looksLike: LooksLike | null
  unclear: boolean
  linked: (OtherCase & { kind: LinkKind })[]
  /** 同一人、同样内容，近期提交: not yet settled as one or two. */
  twins: OtherCase[]
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
