/** The demo county's histories must be ones that the product itself would have allowed, whatever the day. */
import { describe, expect, test } from 'vitest'
import { nationalCalendar } from '../../law/calendar.ts'
import { type LocalDate, localDate } from '../../law/date.ts'
import { DEFAULT_READINGS } from '../../law/readings.ts'
import { OUTCOMES } from '../../law/requests/vocabulary.ts'
import { checkRequestForm } from '../../law/requests/form.ts'
import { PHASES } from '../../law/requests/vocabulary.ts'
import type { Act, RecordedAct } from '../../record/requests/acts.ts'
import { columnOf, foldDispute, orderOf } from '../../record/disputes/fold.ts'
import type { RecordedDisputeAct } from '../../record/disputes/acts.ts'
import { actRefusal } from '../../record/disputes/may.ts'
import { lettersOnTheWay } from '../../record/requests/checks.ts'
import { clausesOf } from '../../record/requests/clauses.ts'
import { checkReply } from '../../record/requests/check-reply.ts'
import { provenArrival } from '../../record/requests/service.ts'
import { refusalFor } from '../../record/requests/may.ts'
import { conclude } from '../requests/projection.ts'
import { BUREAUS } from './county.ts'
import { storiesFor } from './county-stories.ts'
import { daysOf } from './days.ts'
import type { Deed, Story } from './story.ts'

const setting = { calendar: nationalCalendar(), readings: DEFAULT_READINGS }
const days = daysOf(setting.calendar)
const everything = (today: LocalDate) => BUREAUS.flatMap((agency) => storiesFor(agency, days, today))

function actsOf(deed: Deed, on: LocalDate, acts: readonly RecordedAct[]): Act[] {
  const seen = acts.length
  switch (deed.do) {
    case 'submitOnline':
      return [{ kind: 'submitted', on, via: 'web' }]
    case 'register': {
      const received = deed.receivedOn ?? (deed.via === 'oral' ? deed.submittedOn : null)
      const submitted: Act = { kind: 'submitted', on: deed.submittedOn, via: deed.via }
      return received ? [submitted, { kind: 'received', on: received, via: deed.via }] : [submitted]
    }
    case 'record':
      return [deed.act]
    case 'mistake':
      return [deed.act, { kind: 'annulled', on, of: seen, reason: deed.reason }]
    case 'send': {
      if (acts.at(-1)?.act.kind !== 'replied') return []
      const letter = { of: seen - 1, code: 'D11', letter: '1' } as const
      return [{ kind: 'dispatched', on, ...letter, by: 'signed-mail', carrier: 'ems', mailNumber: '1234567890123' }]
    }
    case 'arrive':
      return lettersOnTheWay(conclude(acts, setting).folded).map(({ seq }) => ({
        kind: 'notice-received',
        on,
        of: seq,
        proof: '送达回证',
      }))
    case 'returned':
      return [{ kind: 'mail-returned', on, of: seen - 1, because: deed.because }]
    case 'archive':
      return [{ kind: 'archived', on, volume: '1', retention: 'years30' }]
    default:
      return []
  }
}

/** The dispute opened last: its own file, and what it means in the case. */
function followDispute(story: Story, file: RecordedDisputeAct[], deed: Deed, on: LocalDate, faults: string[]): Act[] {
  if (deed.do === 'dispute') file.splice(0, file.length, { seq: 0, act: { ...deed.opened, on }, recordedAt: '', actorId: '' })
  if (deed.do === 'contest') {
    const refusal = actRefusal(foldDispute(file), deed.act, { today: on, calendar: setting.calendar })
    if (refusal) faults.push(`${story.key}: ${deed.act.kind} on ${on}: ${refusal.say}`)
    file.push({ seq: file.length, act: deed.act, recordedAt: '', actorId: '' })
  }
  const kind = deed.do === 'dispute' ? 'opened' : deed.do === 'contest' ? deed.act.kind : null
  if (kind !== 'opened' && kind !== 'decided' && kind !== 'effective') return []
  const { opened } = foldDispute(file)
  const result = columnOf(foldDispute(file), setting.readings)
  const dispute = `${opened.path}`
  const counted: Act[] =
    opened.path === 'complaint' || !result || kind === 'effective'
      ? []
      : [{ kind: 'disputed', on, dispute, body: opened.path, result }]
  const order = orderOf(foldDispute(file))
  return order?.answerAgain && order.effectiveOn ? [...counted, { kind: 'reopened', on, dispute, by: 'litigation' }] : counted
}

/** Follows a story as the office would, asking before each act whether it may be done. */
function follow(story: Story, today: LocalDate) {
  const acts: RecordedAct[] = []
  const faults: string[] = checkRequestForm(story.requester, story.content).map((fault) => `${story.key}: ${fault.say}`)
  const add = (act: Act, on: LocalDate) => {
    if (act.kind !== 'submitted' && acts.length > 1 - Number(act.kind === 'received')) {
      const refusal = refusalFor(act.kind, { ...conclude(acts, setting), calendar: setting.calendar, on: act.on, today: on })
      if (refusal) faults.push(`${story.key}: ${act.kind} on ${act.on}: ${refusal.say}`)
    }
    acts.push({ seq: acts.length, act, recordedAt: '', actorId: '' })
  }
  const file: RecordedDisputeAct[] = []
  let digest = ''
  let { outcome } = story.ask
  for (const { on, deed } of story.steps.filter((step) => step.on <= today)) {
    if (deed.do === 'draft') {
      digest = 'd'
      outcome = deed.content.outcome
      const content = story.again ? { ...deed.content, earlierCase: { number: '1', on } } : deed.content
      const { folded } = conclude(acts, setting)
      const asked = folded.live.findLast(({ act }) => act.kind === 'reasons-asked')
      faults.push(
        ...checkReply(content, {
          ...folded,
          reasonsNoticeOn: provenArrival(folded, asked?.seq, 'D03'),
          readings: setting.readings,
          clauses: clausesOf(story.content.description).length,
          files: [],
          on,
        }).map((fault) => `${story.key}: ${fault.say}`),
      )
    }
    if (deed.do === 'approve') add({ kind: 'reply-approved', on, outcome, digest, approvedBy: 'h' }, on)
    if (deed.do === 'reply') add({ kind: 'replied', on, outcome, digest }, on)
    for (const act of actsOf(deed, on, acts)) add(act, on)
    for (const act of followDispute(story, file, deed, on, faults)) add(act, on)
  }
  return { faults, concluded: acts.length > 0 ? conclude(acts, setting) : null }
}

describe('演示县的每一件都合法', () => {
  const days = [
    '2026-03-20',
    '2026-03-21',
    '2026-11-24',
    '2026-12-31',
    '2025-10-04',
    '2024-02-29',
    '2020-01-15',
    '2021-01-05',
    '2027-03-05',
  ]
  test.each(days)('今天是 %s：没有一步是系统会拒绝的', (day) => {
    const today = localDate(day)
    expect(everything(today).flatMap((story) => follow(story, today).faults)).toEqual([])
  })

  test('各种办理结果和各个办理阶段都有', () => {
    const today = localDate('2026-03-20')
    const ends = everything(today).flatMap((story) => follow(story, today).concluded ?? [])
    expect(new Set(ends.flatMap(({ folded }) => folded.outcome ?? []))).toEqual(new Set(OUTCOMES))
    expect(new Set(ends.map(({ clock }) => clock.phase))).toEqual(new Set(PHASES))
  })

  test('桌上有今天到期的、已经超期的、答复日期暂不能确定的', () => {
    const today = localDate('2026-03-20')
    const open = everything(today)
      .flatMap((story) => follow(story, today).concluded ?? [])
      .filter(({ folded }) => folded.receivedOn && !folded.closedOn)
    expect(open.some(({ clock }) => clock.due === today)).toBe(true)
    expect(open.some(({ clock }) => clock.due !== null && clock.due < today)).toBe(true)
    expect(open.some(({ clock }) => clock.provisional)).toBe(true)
  })

  test('同一天讲两遍，完全一样', () => {
    const today = localDate('2026-03-20')
    expect(everything(today)).toEqual(everything(today))
  })

  test('申请里说到页数的，收费通知的页数与它相符', () => {
    const today = localDate('2026-03-20')
    const pages = everything(today).flatMap(({ content, steps }) => {
      const said = /约(?<hundreds>[一二三])百(?:(?<tens>[二三四五])十)?页/.exec(content.description)?.groups
      const charged = steps.flatMap(({ deed }) =>
        deed.do === 'record' && deed.act.kind === 'fee-noticed' && deed.act.scale === 'volume' ? [deed.act.quantity] : [],
      )
      const digit = (numeral = '') => '〇一二三四五'.indexOf(numeral || '〇')
      return said && charged.length > 0 ? [[100 * digit(said.hundreds) + 10 * digit(said.tens), ...charged]] : []
    })
    expect(pages.length).toBeGreaterThan(0)
    expect(pages.filter(([said, charged]) => said !== charged)).toEqual([])
  })
})
