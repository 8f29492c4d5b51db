/** 延长、延迟答复 that the requester was not told of yet count for nothing (Art 33.2, 35): before anything else the letter goes out. */
import { cite, reg } from '../../law/cite.ts'

/** Each with the step of the clock that shows it counted, and the exception that its letter has not left. */
export const LENGTHENED = [
  {
    act: 'extended',
    step: 'extend',
    unsent: 'extensionUnsent',
    what: '延长',
    letter: '延长答复期限的告知书',
    law: cite(reg('33.2')),
  },
  { act: 'deferred', step: 'defer', unsent: 'deferralUnsent', what: '延迟答复', letter: '延迟答复告知书', law: cite(reg('35')) },
] as const
