/** What happens between the receipt of a request and its reply: each way with its days (Art 30, 32–35, 42). */
import { addDays, type LocalDate } from '../../law/date.ts'
import { feeByVolume } from '../../law/requests/fees.ts'
import {
  CO_MAKER_LIMIT,
  CORRECTION_NOTICE_LIMIT,
  FEE_PAYMENT_LIMIT,
  lengthOn,
  REPLY_LIMIT,
  THIRD_PARTY_LIMIT,
} from '../../law/requests/limits.ts'
import type { Along } from './asks.ts'
import { delivered, type Plot, type Step } from './story.ts'

/** The steps, and the day from which the office can write its reply; null where none follows, since what was asked for never came. */
export interface Middle {
  steps: Step[]
  readyOn: LocalDate | null
  lapsedOn?: LocalDate
}

const record = (on: LocalDate, act: Extract<Step['deed'], { do: 'record' }>['act']): Step => ({ on, deed: { do: 'record', act } })

/** 建议补正期限, as most offices set it. */
const CORRECTION_PERIOD = 15

export function correction({ days, chance, ask }: Plot, receivedOn: LocalDate): Middle {
  const on = days.plus(receivedOn, chance.between(2, lengthOn(CORRECTION_NOTICE_LIMIT, receivedOn).n - 1))
  const replyBy = days.plus(on, CORRECTION_PERIOD)
  const asked = record(on, {
    kind: 'correction-asked',
    on,
    items: '请写明所需信息的名称、文号，或者能够据以查找的其他特征（制作时间、涉及的学校或者单位）。',
    replyBy,
  })
  const brought = delivered(on, days.plus(on, 1))
  if (ask.outcome === 'other.correctionLapsed') {
    const lapsedOn = days.plus(replyBy, 1)
    return { steps: [asked, ...brought, record(lapsedOn, { kind: 'correction-lapsed', on: lapsedOn })], readyOn: null, lapsedOn }
  }
  const received = days.plus(on, chance.between(3, 10))
  return { steps: [asked, ...brought, record(received, { kind: 'correction-received', on: received })], readyOn: received }
}

function thirdParty({ days, chance, ask }: Plot, receivedOn: LocalDate, answer: 'consents' | 'objects' | 'silent'): Middle {
  if (!ask.party) throw new Error(`nobody to consult: ${ask.subject}`)
  const on = days.plus(receivedOn, chance.between(2, 4))
  const letterReceived = days.plus(on, chance.between(1, 3))
  const party = '第三方'
  const asked: Step = {
    on,
    deed: {
      do: 'record',
      act: { kind: 'third-party-asked', on, party },
      party: { name: ask.party.name, isPerson: ask.party.isPerson, contact: '', address: '云岭县城关镇' },
    },
  }
  const sent = [asked, ...delivered(on, letterReceived)]
  if (answer === 'silent') return { steps: sent, readyOn: days.plus(letterReceived, lengthOn(THIRD_PARTY_LIMIT, on).n + 1) }
  const answeredOn = days.plus(letterReceived, chance.between(3, 9))
  const consents = answer === 'consents'
  const reasons = consents ? '同意公开。' : '不同意公开，公开将损害我方合法权益，具体理由见书面意见。'
  return {
    steps: [...sent, record(answeredOn, { kind: 'third-party-answered', on: answeredOn, party, consents, reasons })],
    readyOn: answeredOn,
  }
}

function agency({ days, chance, ask }: Plot, receivedOn: LocalDate, as: 'co-maker' | 'consulted'): Middle {
  if (!ask.agency) throw new Error(`no agency to consult: ${ask.subject}`)
  const on = days.plus(receivedOn, chance.between(2, 4))
  const answeredOn = days.plus(on, chance.between(4, lengthOn(CO_MAKER_LIMIT, on).n - 4))
  return {
    steps: [
      record(on, { kind: 'agency-asked', on, agency: ask.agency, as }),
      ...delivered(on, days.plus(on, 1)),
      record(answeredOn, { kind: 'agency-answered', on: answeredOn, agency: ask.agency, consents: true }),
    ],
    readyOn: answeredOn,
  }
}

/** 按量计收: so many pages of paper copies. */
const PAGES = 120

function fee({ days, chance }: Plot, receivedOn: LocalDate, paid: boolean): Middle {
  const on = days.plus(receivedOn, chance.between(3, 5))
  const sum = feeByVolume({ pages: [PAGES], on })
  if (!sum.ok) throw new Error(`no fee scale on ${on}`)
  const noticeReceived = addDays(on, 3)
  const noticed = [
    record(on, { kind: 'fee-noticed', on, yuan: sum.value.yuan, scale: 'volume', quantity: PAGES }),
    ...delivered(on, noticeReceived),
  ]
  if (!paid) {
    const lapsedOn = days.plus(noticeReceived, lengthOn(FEE_PAYMENT_LIMIT, on).n + 1)
    if (!days.isKnown(lapsedOn)) return { steps: noticed, readyOn: null }
    return { steps: [...noticed, record(lapsedOn, { kind: 'fee-lapsed', on: lapsedOn })], readyOn: null, lapsedOn }
  }
  const paidOn = days.plus(noticeReceived, chance.between(2, 8))
  return { steps: [...noticed, record(paidOn, { kind: 'fee-paid', on: paidOn })], readyOn: paidOn }
}

function reasons({ days, chance, ask }: Plot, receivedOn: LocalDate, reasonable: boolean): Middle {
  const on = days.plus(receivedOn, chance.between(2, 4))
  const givenOn = days.plus(on, chance.between(3, 6))
  const steps = [
    record(on, {
      kind: 'reasons-asked',
      on,
      replyBy: days.plus(on, 10),
      facts: `申请人一个月内先后提出三十余件同类申请，本件为“${ask.subject}”。`,
    }),
    ...delivered(on, days.plus(on, 2)),
    record(givenOn, { kind: 'reasons-given', on: givenOn, reasonable }),
  ]
  if (!reasonable) return { steps, readyOn: givenOn }
  const until = days.plus(receivedOn, lengthOn(REPLY_LIMIT, receivedOn).n + 25)
  const deferredOn = days.plus(givenOn, 2)
  const why = '所需材料分散在六十余所学校，逐校调取、核对需要较长时间。'
  return {
    steps: [
      ...steps,
      record(deferredOn, { kind: 'deferred', on: deferredOn, until, reason: why }),
      ...delivered(deferredOn, days.plus(deferredOn, 2)),
    ],
    readyOn: days.plus(receivedOn, lengthOn(REPLY_LIMIT, receivedOn).n + 8),
  }
}

function extension({ days, chance }: Plot, receivedOn: LocalDate, approvedBy: string): Middle {
  const on = days.plus(receivedOn, chance.between(14, 18))
  return {
    steps: [
      record(on, {
        kind: 'extended',
        on,
        workingDays: chance.pick([10, 15, 20]),
        reason: '所涉材料年代跨度较长，需到基层单位核对原件。',
        approvedBy,
      }),
      ...delivered(on, days.plus(on, 1)),
    ],
    readyOn: days.plus(on, chance.between(1, 4)),
  }
}

/** The middle of a story; without anything special the reply may be written at once. */
export function middleOf(plot: Plot, receivedOn: LocalDate, along: Along | undefined, officeHead: string): Middle {
  if (plot.ask.outcome === 'other.feeUnpaid') return fee(plot, receivedOn, false)
  switch (along) {
    case 'correction':
      return correction(plot, receivedOn)
    case 'thirdPartyConsents':
      return thirdParty(plot, receivedOn, 'consents')
    case 'thirdPartyObjects':
      return thirdParty(plot, receivedOn, 'objects')
    case 'thirdPartySilent':
      return thirdParty(plot, receivedOn, 'silent')
    case 'coMaker':
      return agency(plot, receivedOn, 'co-maker')
    case 'consulted':
      return agency(plot, receivedOn, 'consulted')
    case 'extended':
      return extension(plot, receivedOn, officeHead)
    case 'feePaid':
      return fee(plot, receivedOn, true)
    case 'reasonsUnreasonable':
      return reasons(plot, receivedOn, false)
    case 'reasonsDeferred':
      return reasons(plot, receivedOn, true)
    case undefined:
      return { steps: [], readyOn: receivedOn }
  }
}
