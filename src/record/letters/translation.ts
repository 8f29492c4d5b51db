/** 藏文: a request in Tibetan gets its letters with a Tibetan text beside the Chinese one, which alone is authoritative. */
import type { LocalDate } from '../../law/date.ts'
import type { RequestContent } from '../people/requester.ts'
import type { Letter, LetterCode } from './model.ts'

const TIBETAN = /[\u0f00-\u0fff]/

export function isTibetan(text: string): boolean {
  return TIBETAN.test(text)
}

export function asksInTibetan({ subject, description }: Pick<RequestContent, 'subject' | 'description'>): boolean {
  return isTibetan(subject) || isTibetan(description)
}

export const TRANSLATION_STATES = ['pending', 'entered', 'returned', 'checked'] as const
export type TranslationState = (typeof TRANSLATION_STATES)[number]
export const TRANSLATION_STATE_WORDS: Record<TranslationState, string> = {
  pending: '待译',
  entered: '待校核',
  returned: '退回修改',
  checked: '已校核',
}

/** Printed above the Tibetan text. */
export const TRANSLATION_HEADING = '藏文译文（以中文为准）'

/** So many letters of the translators' queue at a time. */
export const TRANSLATIONS_PAGE_SIZE = 30

/** One letter in the translators' queue. */
export interface TranslationRow {
  letterId: string
  number: string
  title: string
  code: LetterCode
  issuedOn: LocalDate
  state: TranslationState
  enteredBy: string | null
  returnedBecause: string | null
}

export interface TranslationView extends TranslationRow {
  letter: Letter
  text: string
  /** Of letter and text: given back with whatever is decided on them. */
  digest: string
  /** Whoever entered it does not check it. */
  mayCheck: boolean
}
