/**
 * 文书的撰写 — every letter D01–D30 as data, composed purely from what is given: the same facts give the same letter, so preview,
 * paper and status page agree. The wording of each group stands in its own file.
 */
import { outcomeRule } from '../../law/requests/outcomes.ts'
import type { Outcome } from '../../law/requests/vocabulary.ts'
import type { ReplyContent } from '../requests/reply.ts'
import { amendmentTold, noFurtherProcessing } from './closings.ts'
import { conversionSheet } from './conversion.ts'
import type { LetterActs, LetterFacts, ReplyCode } from './facts.ts'
import { REPLY_CODES } from './facts.ts'
import type { Letter, LetterCode } from './model.ts'
import { agencyConsultation, disclosureTold, serviceProof, thirdPartyConsultation, thirdPartySlip } from './outside.ts'
import {
  consultationTold,
  correctionNotice,
  deferralNotice,
  extensionNotice,
  feeNotice,
  reasonsNotice,
  receipt,
  withdrawal,
} from './process.ts'
import { dayMoved } from './day-moved.ts'
import { onlineWayNotice } from './online-way.ts'
import { reply } from './replies.ts'

const COMPOSERS: { [C in LetterCode]: (facts: LetterFacts<C>) => Letter } = {
  D01: (facts) => dayMoved('D01', facts) ?? receipt(facts),
  D02: correctionNotice,
  D03: reasonsNotice,
  D04: (facts) => dayMoved('D04', facts) ?? extensionNotice(facts),
  D05: thirdPartyConsultation,
  D06: thirdPartySlip,
  D07: consultationTold,
  D08: agencyConsultation,
  D09: disclosureTold,
  D10: feeNotice,
  D11: (facts) => reply('D11', facts),
  D12: (facts) => reply('D12', facts),
  D13: (facts) => reply('D13', facts),
  D14: (facts) => reply('D14', facts),
  D15: (facts) => reply('D15', facts),
  D16: (facts) => reply('D16', facts),
  D17: (facts) => reply('D17', facts),
  D18: (facts) => reply('D18', facts),
  D19: (facts) => reply('D19', facts),
  D20: (facts) => reply('D20', facts),
  D21: (facts) => reply('D21', facts),
  D22: (facts) => reply('D22', facts),
  D23: (facts) => reply('D23', facts),
  D24: noFurtherProcessing,
  D25: deferralNotice,
  D26: amendmentTold,
  D27: withdrawal,
  D28: serviceProof,
  D29: conversionSheet,
  D30: onlineWayNotice,
}

/** The letter of this code. Throws only where a reply letter is asked for an outcome that is no reply (a bug). */
export function composeLetter<C extends LetterCode>(code: C, facts: LetterFacts<C>): Letter {
  return COMPOSERS[code](facts)
}

/** The letter that an outcome takes. */
export function letterCodeFor(outcome: Outcome): LetterCode {
  return outcomeRule(outcome).letter
}

function isReplyCode(code: LetterCode): code is ReplyCode {
  return (REPLY_CODES as readonly LetterCode[]).includes(code)
}

/** The code of the reply letter for a content, or null where the outcome closes the case without a reply. */
export function replyCodeFor(content: Pick<ReplyContent, 'outcome'>): ReplyCode | null {
  const code = letterCodeFor(content.outcome)
  return outcomeRule(content.outcome).closedBy === 'reply' && isReplyCode(code) ? code : null
}

/** 答复 in full; null where the outcome is no reply (逾期、撤回). */
export function composeReply(facts: Omit<LetterFacts, 'act'> & { act: LetterActs[ReplyCode] }): Letter | null {
  const code = replyCodeFor(facts.act.content)
  return code && composeLetter(code, facts)
}
