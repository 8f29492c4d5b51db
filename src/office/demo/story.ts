/** A request of the demo county as a story: who asks for what, and what happens on which day. Nothing is done here. */
import type { LocalDate } from '../../law/date.ts'
import type { ReturnReason } from '../../law/requests/service.ts'
import type { IntakeChannel } from '../../law/requests/vocabulary.ts'
import type { DisputeAct, DisputeActOf } from '../../record/disputes/acts.ts'
import type { LessonCategory } from '../../record/disputes/lessons.ts'
import type { DeliveryWay, RequestContent, Requester } from '../../record/people/requester.ts'
import type { Act } from '../../record/requests/acts.ts'
import { type ReplyContent, replyContentSchema } from '../../record/requests/reply.ts'
import type { Party } from '../../record/requests/plain-act.ts'
import type { Ask } from './asks.ts'
import { type Chance, chanceOf } from './chance.ts'
import type { Days } from './days.ts'
import { withOpinion } from './opinion.ts'
import { requesterFor } from './requesters.ts'

export type Deed =
  | { do: 'submitOnline' }
  | { do: 'register'; via: IntakeChannel; submittedOn: LocalDate; receivedOn: LocalDate | null }
  | { do: 'assign' }
  | { do: 'record'; act: Act; party?: Party }
  /** Written down by mistake and put right on the same day: the wrong act stays visible. */
  | { do: 'mistake'; act: Act; reason: string }
  | { do: 'note'; text: string }
  /** The requester writes on the status page. */
  | { do: 'write'; what: 'correction' | 'payment'; text: string }
  | { do: 'draft'; content: ReplyContent; submit: boolean }
  | { do: 'return'; because: string }
  | { do: 'approve' }
  | { do: 'reply' }
  | Afterwards

export type Afterwards =
  /** Letters that have not left the house leave it; what was sent arrives; the last mail comes back. */
  | { do: 'send' }
  | { do: 'arrive' }
  | { do: 'returned'; because: ReturnReason }
  /** 争议卷: opened, its course, and what was learnt; `contest` and `learn` mean the file opened last. */
  | { do: 'dispute'; opened: Omit<DisputeActOf<'opened'>, 'on'> }
  | { do: 'contest'; act: Exclude<DisputeAct, { kind: 'opened' }> }
  | { do: 'learn'; category: LessonCategory; text: string }
  | { do: 'archive' }

export interface Step {
  on: LocalDate
  deed: Deed
}

export interface Story {
  key: string
  ask: Ask
  requester: Requester
  content: RequestContent
  steps: Step[]
  /** 重复申请: the story whose answer this one's reply names. */
  again?: Story
}

/** What every part of a story needs to know. */
export interface Plot {
  days: Days
  chance: Chance
  ask: Ask
  content: RequestContent
  /** Where one fetches papers. */
  place: string
}

const PRIMARY = ['云岭县第一小学', '云岭县第二小学', '柳坪镇中心小学', '石桥乡中心小学']
const SECONDARY = ['县第一中学', '县第二中学', '县第三中学', '县职业技术学校']
const VILLAGES = ['河西村', '上庄村', '柳坪村', '沙沟村', '龙潭村', '青岩村', '南坪村']
const TOWNSHIPS = ['石桥乡', '青岩乡', '龙潭乡']

/** The ask with its year, school, village and township filled in. */
export function fillAsk(ask: Ask, year: number, name: string): Ask {
  const chance = chanceOf(`places ${name}`)
  const values: Record<string, string> = {
    y: String(year),
    p: String(year - 1),
    x: chance.pick(PRIMARY),
    s: chance.pick(SECONDARY),
    v: chance.pick(VILLAGES),
    t: chance.pick(TOWNSHIPS),
  }
  return JSON.parse(JSON.stringify(ask).replace(/\{([ypxsvt])\}/gu, (_, key: string) => values[key] ?? '')) as Ask
}

/** How often people come by which way, in a hundred. */
const CHANNELS: readonly (readonly [IntakeChannel, number])[] = [
  ['web', 50],
  ['signed-mail', 16],
  ['in-person', 12],
  ['ordinary-mail', 6],
  ['email', 7],
  ['fax', 3],
  ['oral', 2],
  ['other-desk', 2],
  ['announced-channel', 2],
]

export function channelBy(chance: Chance): IntakeChannel {
  let left = chance.between(1, 100)
  for (const [via, share] of CHANNELS) {
    left -= share
    if (left <= 0) return via
  }
  return 'web'
}

function deliveryFor(chance: Chance, via: IntakeChannel): DeliveryWay {
  if (via === 'web' || via === 'email') return chance.happens(75) ? 'electronic' : 'post'
  if (via === 'in-person' || via === 'oral') return chance.happens(50) ? 'pickup' : 'post'
  return 'post'
}

/** Who asks and what for. */
export function opening(chance: Chance, ask: Ask, via: IntakeChannel): { requester: Requester; content: RequestContent } {
  const delivery = deliveryFor(chance, via)
  const kind = ask.kinds ? chance.pick(ask.kinds) : 'naturalPerson'
  return {
    requester: requesterFor(chance, kind, delivery),
    content: {
      subject: ask.subject,
      description: ask.description,
      carrier: delivery === 'electronic' ? 'electronic' : 'paper',
      delivery,
    },
  }
}

/** The letters of a day, posted at once and signed for on another day. */
export function delivered(on: LocalDate, arrives: LocalDate): Step[] {
  return [
    { on, deed: { do: 'send' } },
    { on: arrives, deed: { do: 'arrive' } },
  ]
}

/** 检索: recorded before the draft, a place an act. */
export function searches({ search }: Ask, on: LocalDate): Step[] {
  if (!search) return []
  const { places, ...how } = search
  return places.map(([where, place]) => ({
    on,
    deed: { do: 'record', act: { kind: 'searched', on, where, place, ...how, found: false } },
  }))
}

/** The reply in full, as it is given on a day in the way the requester wants. */
export function replyContent({ ask, content, place }: Plot, on: LocalDate): ReplyContent {
  const { given, ...rest } = ask.reply
  const way =
    content.delivery === 'electronic'
      ? { way: 'later' as const, place: '通过申请表所填的电子邮箱接收', from: on }
      : content.delivery === 'post'
        ? { way: 'attached' as const }
        : { way: 'pickup' as const, place, from: on }
  const told = { ...rest, outcome: ask.outcome, ...(given ? { given: { ...given, ...way } } : {}) }
  return withOpinion(replyContentSchema.parse(told))
}
