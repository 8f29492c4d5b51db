/** One request from its submission to its end, and what the courts made of it. */
import { addDays, type LocalDate, yearOf } from '../../law/date.ts'
import type { DisputePath, DisputeResult } from '../../law/oversight/results.ts'
import { lengthOn, REPLY_LIMIT } from '../../law/requests/limits.ts'
import { outcomeRule } from '../../law/requests/outcomes.ts'
import type { IntakeChannel } from '../../law/requests/vocabulary.ts'
import type { Ask } from './asks.ts'
import { type Chance, chanceOf } from './chance.ts'
import type { Days } from './days.ts'
import { channelBy, fillAsk, opening, type Plot, replyContent, searches, type Step, type Story } from './story.ts'
import { middleOf } from './story-middle.ts'

export interface Telling {
  days: Days
  slug: string
  place: string
  /** Who approves extensions: the head of the office (Art 33.2). */
  officeHead: string
}

export function storyOf(telling: Telling, ask: Ask, year: number, again?: Story): Story {
  const key = `${telling.slug} ${year} ${ask.subject}`
  const chance = chanceOf(key)
  const filled = fillAsk(ask, year, key)
  const via = again ? 'web' : channelBy(chance)
  const opened = opening(chance, filled, via)
  if (again) opened.requester = { ...again.requester, email: opened.requester.email }
  const plot: Plot = { days: telling.days, chance, ask: filled, content: opened.content, place: telling.place }
  const submittedOn = again ? addDays(endOf(again), chance.between(12, 40)) : dayOfYear(telling.days, chance, year, via)
  const { steps, receivedOn } = receipt(plot, via, submittedOn)
  const assigned: Step = { on: receivedOn, deed: { do: 'assign' } }
  const told = [...steps, assigned, ...rest(plot, receivedOn, telling.officeHead)]
  return {
    key,
    ask: filled,
    requester: opened.requester,
    content: opened.content,
    steps: [...told, ...archiving(plot, told)],
    ...(again ? { again } : {}),
  }
}

function endOf(story: Story): LocalDate {
  const last = story.steps.findLast(({ deed }) => deed.do !== 'archive')
  if (!last) throw new Error('a story has steps')
  return last.on
}

/** In which months an office packs its volumes of the year before; all by June. */
const PACKING = ['03-10', '04-14', '05-19'] as const

/** 归档 in the spring after the end; now and then one is left lying. */
function archiving({ days, chance }: Plot, told: readonly Step[]): Step[] {
  const ended = told.some(({ deed }) => deed.do === 'record' && (deed.act.kind === 'served' || deed.act.kind === 'withdrawn'))
  const last = told.at(-1)
  if (!ended || !last || chance.happens(1)) return []
  const on = days.workingFrom(`${yearOf(last.on) + 1}-${chance.pick(PACKING)}` as LocalDate)
  return [{ on, deed: { do: 'archive' } }]
}

/** People write on the web on any day; a counter and the post want a working day. */
function dayOfYear(days: Days, chance: Chance, year: number, via: IntakeChannel): LocalDate {
  const day = addDays(`${year}-01-02` as LocalDate, chance.between(0, 361))
  return via === 'web' || via === 'email' ? day : days.workingFrom(day)
}

const COUNTER: readonly IntakeChannel[] = ['in-person', 'oral']

/** Submission and receipt by the way it came (Art 31). */
export function receipt(plot: Plot, via: IntakeChannel, submittedOn: LocalDate): { steps: Step[]; receivedOn: LocalDate } {
  const { days, chance } = plot
  if (COUNTER.includes(via))
    return { steps: [{ on: submittedOn, deed: { do: 'register', via, submittedOn, receivedOn: null } }], receivedOn: submittedOn }
  if (via === 'signed-mail') {
    const receivedOn = days.plus(submittedOn, chance.between(1, 3))
    return { steps: [{ on: receivedOn, deed: { do: 'register', via, submittedOn, receivedOn } }], receivedOn }
  }
  const first: Step =
    via === 'web'
      ? { on: submittedOn, deed: { do: 'submitOnline' } }
      : { on: submittedOn, deed: { do: 'register', via, submittedOn, receivedOn: null } }
  const next = days.workingFrom(submittedOn)
  const receivedOn = chance.happens(70) ? next : days.plus(next, 1)
  const confirmed: Step = { on: receivedOn, deed: { do: 'record', act: { kind: 'received', on: receivedOn, via } } }
  return { steps: [first, confirmed], receivedOn }
}

function rest(plot: Plot, receivedOn: LocalDate, officeHead: string): Step[] {
  const { ask, chance, days } = plot
  if (ask.outcome === 'other.withdrawn') {
    const on = days.plus(receivedOn, chance.between(2, 9))
    return [{ on, deed: { do: 'record', act: { kind: 'withdrawn', on } } }]
  }
  const middle = middleOf(plot, receivedOn, ask.along, officeHead)
  if (middle.readyOn === null) return [...middle.steps, ...(middle.lapsedOn ? service(plot, middle.lapsedOn).steps : [])]
  return [...middle.steps, ...ending(plot, middle.readyOn)]
}

/** Draft, approval, reply, service; now and then late, returned, or written down wrongly. */
function ending(plot: Plot, readyOn: LocalDate): Step[] {
  const { ask, chance, days } = plot
  const late = ask.along === undefined && chance.happens(3)
  const draftedOn = late
    ? days.plus(readyOn, lengthOn(REPLY_LIMIT, readyOn).n + chance.between(1, 3))
    : days.plus(readyOn, ask.along === undefined ? chance.between(3, 14) : chance.between(1, 4))
  const steps: Step[] = []
  let approvedOn = days.plus(draftedOn, chance.between(0, 1))
  const repliedOn = () => days.plus(approvedOn, chance.between(0, 1))
  const draft = (on: LocalDate): Step => ({ on, deed: { do: 'draft', content: replyContent(plot, approvedOn), submit: true } })
  steps.push(...searches(ask, draftedOn), draft(draftedOn))
  if (!late && chance.happens(8)) {
    steps.push({ on: approvedOn, deed: { do: 'return', because: '理由部分请写明具体事实，不要只引条文。' } })
    steps.push({ on: approvedOn, deed: { do: 'note', text: '按局长意见补充事实部分，重新送审。' } })
    approvedOn = days.plus(approvedOn, 1)
    steps.push(draft(approvedOn))
  }
  steps.push({ on: approvedOn, deed: { do: 'approve' } })
  const sentOn = repliedOn()
  steps.push({ on: sentOn, deed: { do: 'reply' } })
  const served = service(plot, sentOn)
  return [...steps, ...served.steps, ...disputes(plot, served.on)]
}

function service({ content, chance, days }: Plot, sentOn: LocalDate): { steps: Step[]; on: LocalDate } {
  const on =
    content.delivery === 'electronic'
      ? sentOn
      : content.delivery === 'post'
        ? addDays(sentOn, chance.between(2, 5))
        : days.plus(sentOn, chance.between(0, 3))
  const act =
    content.delivery === 'electronic'
      ? { kind: 'served' as const, on, by: 'electronic' as const, proof: '发送成功，系统显示已到达' }
      : content.delivery === 'post'
        ? { kind: 'served' as const, on, by: 'signed-mail' as const, signedBy: 'self' as const, proof: '邮件查询结果' }
        : { kind: 'served' as const, on, by: 'in-person' as const, proof: '送达回证' }
  const right: Step = { on, deed: { do: 'record', act } }
  const sent: Step = { on: sentOn, deed: { do: 'send' } }
  if (content.delivery !== 'post' || !chance.happens(5)) return { steps: [sent, right], on }
  const wrong: Step = {
    on,
    deed: { do: 'mistake', act: { ...act, on: sentOn }, reason: '误将交邮之日登记为送达之日，按邮件查询结果更正。' },
  }
  return { steps: [sent, wrong, right], on }
}

/** 行政复议、行政诉讼 over the reply: the route that its remedy opens. */
function disputes({ ask, chance, days }: Plot, servedOn: LocalDate): Step[] {
  const { remedy, family } = outcomeRule(ask.outcome)
  if (family === 'granted' || remedy === 'none' || !chance.happens(remedy === 'either' ? 7 : 22)) return []
  const begun = days.workingFrom(addDays(servedOn, chance.between(15, 45)))
  if (remedy === 'either' && chance.happens(40)) {
    const judged = days.workingFrom(addDays(begun, chance.between(70, 150)))
    return disputeSteps(days, 'litigationDirect', begun, judged, chance.pick(['claimRejected', 'claimRejected', 'suitWithdrawn']))
  }
  const decided = days.workingFrom(addDays(begun, chance.between(35, 58)))
  const result = chance.pick(['upheld', 'upheld', 'upheld', 'unlawful', 'settled'] as const)
  const first = disputeSteps(days, 'reconsideration', begun, decided, result)
  if (result !== 'upheld' || !chance.happens(45)) return first
  const sued = days.workingFrom(addDays(decided, chance.between(5, 14)))
  const judged = days.workingFrom(addDays(sued, chance.between(80, 160)))
  const judgment = chance.pick(['claimRejected', 'claimRejected', 'unlawful'] as const)
  return [...first, ...disputeSteps(days, 'litigationAfterReconsideration', sued, judged, judgment)]
}

export function disputeOpened(path: DisputePath, on: LocalDate): Step {
  return { on, deed: { do: 'dispute', opened: { kind: 'opened', path, procedure: 'ordinary', claimant: 'requester' } } }
}

/** One 争议卷: the notice, our answer within its ten or fifteen days, the decision. */
export function disputeSteps(days: Days, path: DisputePath, begun: LocalDate, decided: LocalDate, result: DisputeResult): Step[] {
  const answered = days.workingFrom(addDays(begun, 6))
  return [
    disputeOpened(path, begun),
    { on: answered, deed: { do: 'contest', act: { kind: 'answered', on: answered, proof: '专人送交，对方签收' } } },
    { on: decided, deed: { do: 'contest', act: { kind: 'decided', on: decided, result, answerAgain: false } } },
  ]
}
