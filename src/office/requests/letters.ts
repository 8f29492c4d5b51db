/** Which letter goes with which deed, and with which facts. The wording is the record's (compose.ts); the paper is the edge's. */
import type { ClockAnswer } from '../../law/requests/clock-types.ts'
import type { LocalDate } from '../../law/date.ts'
import { checkLetter } from '../../record/letters/check.ts'
import { composeLetter } from '../../record/letters/compose.ts'
import type { DayMoved, LetterActs, LetterFacts, LetterRequest } from '../../record/letters/facts.ts'
import type { LetterCode } from '../../record/letters/model.ts'
import { proofSheet } from '../../record/letters/proof-sheet.ts'
import { asksInTibetan } from '../../record/letters/translation.ts'
import { ownWording, type WordingVersion } from '../../record/letters/wording.ts'
import type { Agency } from '../../record/people/agency.ts'
import { speakerOf } from '../../record/people/recipient.ts'
import { requesterNames, type Requester, type RequestContent } from '../../record/people/requester.ts'
import type { RequestCase } from '../../record/requests/case.ts'
import { askedSubject } from '../../record/requests/corrected.ts'
import type { LegalSetting } from '../people/agencies.ts'
import type { Issue, Matter } from './perform.ts'

/** 文号: the request's own number with one word for the kind of letter, so that no second series can get out of step. */
const SUFFIX: Record<LetterCode, string> = {
  D01: '回',
  D02: '补',
  D03: '由',
  D04: '延',
  D05: '征',
  D06: '征回',
  D07: '征告',
  D08: '函',
  D09: '决',
  D10: '费',
  D11: '答',
  D12: '答',
  D13: '答',
  D14: '答',
  D15: '答',
  D16: '答',
  D17: '答',
  D18: '答',
  D19: '答',
  D20: '答',
  D21: '答',
  D22: '答',
  D23: '答',
  D24: '结',
  D25: '迟',
  D26: '更',
  D27: '撤',
  D28: '证',
  D29: '转',
  D30: '补告',
}

/** `X公开申〔2026〕3号-补`, and `-补2` for a second letter of the kind. */
export function letterNumber(caseNumber: string, code: LetterCode, taken: readonly string[]): string {
  const first = `${caseNumber}-${SUFFIX[code]}`
  if (!taken.includes(first)) return first
  for (let n = 2; ; n += 1) if (!taken.includes(`${first}${n}`)) return `${first}${n}`
}

export interface Correspondence {
  agency: Agency
  number: string
  requester: Requester
  /** The authority of whoever speaks for the requester was shown. */
  authorised: boolean
  content: RequestContent
  corrected: string | null
  setting: LegalSetting
  folded: RequestCase
  /** The agency's own wording of letters, all versions. */
  wordings?: readonly WordingVersion[]
}

function requestOf({ number, folded, ...asked }: Correspondence): LetterRequest {
  return {
    number,
    subject: askedSubject(asked),
    submittedOn: folded.submittedOn as LocalDate,
    via: folded.via,
    receivedOn: folded.receivedOn,
    correctedOn: folded.correction?.receivedOn ?? null,
  }
}

function factsFor<C extends LetterCode>(
  from: Correspondence,
  letterNo: string,
  date: LocalDate,
  act: LetterActs[C],
  code: C,
): LetterFacts<C> {
  return {
    agency: from.agency.details,
    requester: {
      name: requesterNames(from.requester),
      kind: from.requester.kind,
      several: (from.requester.joint ?? []).length > 0,
      speaker: speakerOf(from.requester, from.authorised),
    },
    request: requestOf(from),
    number: letterNo,
    date,
    readings: from.setting.readings,
    electronic: from.content.delivery === 'electronic',
    wording: ownWording(from.wordings ?? [], code, date),
    act,
  }
}

/** A letter of this case, ready to be stored with the act that causes it. */
export function issue<C extends LetterCode>(
  matter: Matter,
  code: C,
  on: LocalDate,
  act: LetterActs[C],
  more: { to?: Issue['addressedTo']; also?: readonly Issue[]; folded?: RequestCase } = {},
): Issue {
  const taken = [...matter.letterNumbers, ...(more.also ?? []).map((one) => one.letter.number)]
  const from = { ...matter, folded: more.folded ?? matter.folded, number: matter.row.number }
  return issueOf(from, code, factsFor(from, letterNumber(matter.row.number, code, taken), on, act, code), more.to ?? 'requester')
}

/** 登记回执: with the day of receipt and the day the reply is due. */
export function requestReceiptLetter(from: Correspondence & { clock: ClockAnswer; on: LocalDate }): Issue {
  const facts = factsFor<'D01'>(from, letterNumber(from.number, 'D01', []), from.on, { dueOn: from.clock.due }, 'D01')
  return issueOf(from, 'D01', facts, 'requester')
}

/** A word to the requester that the day a letter told is no longer right, or is known now. */
export function dayMovedLetter(
  from: Correspondence,
  given: {
    code: 'D01' | 'D04'
    on: LocalDate
    taken: readonly string[]
    moved: DayMoved
    former: LocalDate | null
    due: LocalDate
  },
): Issue {
  const { code, on, moved, former, due } = given
  const number = letterNumber(from.number, code, given.taken)
  const extension = from.folded.extension
  if (code === 'D04' && extension) {
    const { workingDays, reason } = extension
    const act = { formerDueOn: former, newDueOn: due, workingDays, reason, moved }
    return issueOf(from, 'D04', factsFor<'D04'>(from, number, on, act, 'D04'), 'requester')
  }
  return issueOf(from, 'D01', factsFor<'D01'>(from, number, on, { dueOn: due, formerDueOn: former, moved }, 'D01'), 'requester')
}

function issueOf<C extends LetterCode>(
  from: Correspondence,
  code: C,
  facts: LetterFacts<C>,
  addressedTo: Issue['addressedTo'],
): Issue {
  const letter = composeLetter(code, facts)
  const checked = { ...letter, code }
  return {
    code,
    letter,
    addressedTo,
    on: facts.date,
    faults: checkLetter(checked, facts),
    sheet: proofSheet(checked, facts),
    translate: addressedTo === 'requester' && asksInTibetan(from.content),
  }
}
