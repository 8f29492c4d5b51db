/** 登记收到通知时的提示：适用哪一个期限、依据哪一条、是否须先复议（《行政复议法》第二十条、第二十三条、第三十四条；《行政诉讼法》第四十五条、第四十六条）。 */
import { describe, expect, test } from 'vitest'
import { nationalCalendar } from '../../law/calendar.ts'
import { localDate as on } from '../../law/date.ts'
import { DEFAULT_READINGS } from '../../law/readings.ts'
import { clock } from '../../law/requests/clock.ts'
import { type Act, isClockAct } from '../requests/acts.ts'
import { fold } from '../requests/fold.ts'
import { recorded } from '../requests/walk.testing.ts'
import { type Disputed, disputedOf, openingHints } from './opening-hints.ts'

const calendar = nationalCalendar()
const RECEIVED = { kind: 'submitted', on: on('2026-01-05'), via: 'in-person' } as const
const replied = (outcome: 'withheld.processInformation' | 'unable.needsMaking' | 'partial') =>
  ({ kind: 'replied', on: on('2026-01-20'), outcome, digest: 'a' }) as const
const SERVED = { kind: 'served', on: on('2026-01-22'), by: 'in-person' } as const

function disputed(...acts: Act[]): Disputed | null {
  const folded = fold(recorded(...acts))
  const timed = folded.live.map(({ act }) => act).filter(isClockAct)
  return disputedOf(
    {
      acts: folded.acts.map((one) => ({ ...one, annulled: false, words: '', detail: '', actorName: '' }) as never),
      clock: clock(timed, calendar, DEFAULT_READINGS),
      outcome: folded.outcome,
      closedOn: folded.closedOn,
    },
    DEFAULT_READINGS,
  )
}
function hints(chosen: Partial<Parameters<typeof openingHints>[0]>, ...acts: Act[]) {
  const over = disputed(...acts)
  if (!over) throw new Error('nothing is disputed')
  return openingHints({ path: 'litigationDirect', claimant: 'requester', ...chosen }, over, calendar)
}

test('不予公开直接起诉：提示须先复议（第二十三条第一款第（四）项）；第三方起诉的不提示', () => {
  const refused = [RECEIVED, replied('withheld.processInformation'), SERVED]
  const [only, ...more] = hints({}, ...refused)
  expect(only).toMatchObject({ doubtful: true, cite: '《行政复议法》第二十三条第一款第（四）项' })
  expect([only?.say.includes('应当先申请行政复议'), more]).toEqual([true, []])
  expect(hints({ claimant: 'thirdParty' }, ...refused).some(({ doubtful }) => doubtful)).toBe(false)
})

test('无法提供的可以直接起诉：自收到之日起六个月，写出最后一日；没有送达的说明先登记', () => {
  const [free, limit] = hints({}, RECEIVED, replied('unable.needsMaking'), SERVED)
  expect(free).toMatchObject({ doubtful: false, say: expect.stringContaining('不须先申请行政复议') })
  expect(limit).toMatchObject({ say: expect.stringContaining('6个月内，至2026年7月22日'), cite: '《行政诉讼法》第四十六条' })
  expect(hints({}, RECEIVED, replied('unable.needsMaking'))[1]?.say).toContain('登记送达之后')
})

test('部分公开：不予公开的部分须先复议，其余可以直接起诉', () => {
  const told = { ...replied('partial'), restUnder14To16: true }
  const [part, rest] = hints({}, RECEIVED, told, SERVED)
  expect(part).toMatchObject({ doubtful: true, say: expect.stringContaining('看起诉状诉的是哪一部分') })
  expect(rest?.say).toContain('至2026年7月22日')
})

test('复议后起诉：不予受理的看是否须先复议，逾期未作决定的自期满之日起', () => {
  const chosen = { path: 'litigationAfterReconsideration', endedOn: on('2026-04-02') } as const
  const first = hints({ ...chosen, after: 'notAccepted' }, RECEIVED, replied('withheld.processInformation'), SERVED)
  expect(first).toMatchObject([{ say: expect.stringContaining('15日内，至2026年4月17日'), cite: '《行政复议法》第三十四条' }])
  const free = hints({ ...chosen, after: 'notAccepted' }, RECEIVED, replied('unable.needsMaking'), SERVED)
  expect(free).toMatchObject([{ cite: '《行政诉讼法》第四十六条' }])
  const silent = hints({ ...chosen, after: 'undecided' }, RECEIVED, replied('withheld.processInformation'), SERVED)
  expect(silent).toMatchObject([{ say: expect.stringContaining('至2026年4月17日'), cite: '《行政诉讼法》第四十五条' }])
})

describe('案件还没有答复就收到通知的（第五十条第（三）项、《行政复议法》第四十八条）：照常登记，提示可能是什么', () => {
  const path = 'reconsideration'
  test('期限没有届满：可能过早，也可能针对延长等告知；届满之后的不提示', () => {
    const [early] = hints({ path, on: on('2026-02-02') }, RECEIVED)
    expect(early).toMatchObject({ doubtful: true, say: expect.stringContaining('到2026年2月2日才届满') })
    expect(hints({ path, on: on('2026-02-03') }, RECEIVED).some(({ doubtful }) => doubtful)).toBe(false)
    expect(hints({ on: on('2026-02-02') }, RECEIVED)[0]?.say).toContain('针对延长答复期限')
  })

  test('网上申请没有确认：期限没有起算，核对确认的经过', () => {
    const [early] = hints({ on: on('2026-05-20') }, { ...RECEIVED, via: 'web' })
    expect(early).toMatchObject({ doubtful: true, cite: '《条例》第三十一条' })
  })

  test('正等待补正', () => {
    const asked: Act = { kind: 'correction-asked', on: on('2026-01-08'), items: '年度', replyBy: on('2026-02-27') }
    expect(hints({ path, on: on('2026-02-10') }, RECEIVED, asked)[0]?.say).toContain('正等待申请人补正')
  })

  test('责令重新答复之后的，不说没有答复', () => {
    const reopened: Act = { kind: 'reopened', on: on('2026-03-02'), dispute: '一', by: 'reconsideration' }
    const again = [RECEIVED, replied('unable.needsMaking'), SERVED, reopened]
    expect(hints({ path, on: on('2026-03-10') }, ...again).some(({ doubtful }) => doubtful)).toBe(false)
  })
})

test('逾期没有答复的自期限届满之日起算；撤回的没有可以争的', () => {
  expect(hints({ path: 'reconsideration' }, RECEIVED)[0]?.say).toContain('届满（2026年2月2日）之日起60日内')
  expect(hints({}, RECEIVED)).toHaveLength(1)
  expect(disputed(RECEIVED, { kind: 'withdrawn', on: on('2026-01-08') })).toBeNull()
  expect(hints({ path: 'complaint' }, RECEIVED)).toEqual([])
})
