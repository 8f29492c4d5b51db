import { describe, expect, test } from 'vitest'
import { nationalCalendar } from '../../law/calendar.ts'
import { localDate } from '../../law/date.ts'
import { DEFAULT_READINGS, type Readings } from '../../law/readings.ts'
import { clock } from '../../law/requests/clock.ts'
import type { ClockAct } from '../../law/requests/clock-types.ts'
import { openEnd } from './open-end.ts'
import { endedWords, shownSteps, stretchWords } from './shown-steps.ts'

const calendar = nationalCalendar()
const d = localDate

function shown(acts: ClockAct[], changed: Partial<Readings> = {}) {
  const readings = { ...DEFAULT_READINGS, ...changed }
  return shownSteps(clock(acts, calendar, readings), acts, { calendar, readings })
}
const inShort = (acts: ClockAct[], changed?: Partial<Readings>) =>
  shown(acts, changed).map(
    ({ step, from, to, workingDays, ended }) => `${step} ${from}…${to ?? '?'} ${workingDays}${ended ? '止' : ''}`,
  )

const RECEIVED: ClockAct = { kind: 'received', on: d('2024-04-28'), via: 'in-person' }
const ASKED: ClockAct = { kind: 'correction-asked', on: d('2024-05-09') }

describe('期限的各段照实显示', () => {
  test('C08 待补正（第三十条）：第一段到告知之日为止，不再写到二十个工作日', () => {
    const acts = [RECEIVED, ASKED]
    expect(inShort(acts)).toEqual(['start 2024-04-29…2024-05-09 6止'])
    expect(shown(acts).map(endedWords)).toEqual([
      '2024年4月29日至2024年5月9日，计到第 6 个工作日为止：2024年5月9日告知补正，收到补正后重新计算',
    ])
    // The clock's own answer is a contract and keeps the whole count.
    expect(clock(acts, calendar, DEFAULT_READINGS).steps).toMatchObject([{ to: '2024-05-28', workingDays: 20 }])
  })

  test('征求意见还没有结束（第三十三条第三款）：余下的工作日等的是意见，不是放假安排；C33 等的是放假安排', () => {
    const wordsOf = (acts: ClockAct[]) => shown(acts).map((step, _, steps) => stretchWords(step, steps))
    const received: ClockAct = { kind: 'received', on: d('2026-03-02'), via: 'in-person' }
    const asked: ClockAct = { kind: 'agency-asked', on: d('2026-03-10'), agency: '财政局', as: 'consulted' }
    expect(wordsOf([received, asked])).toEqual([
      '2026年3月3日起，6 个工作日，另有 14 个工作日待征求意见结束后计算',
      '2026年3月11日起，尚未结束',
    ])
    expect(wordsOf([{ ...received, on: d('2026-12-10') }])).toEqual([
      '2026年12月11日起，15 个工作日，另有 5 个工作日待节假日安排公布后计算',
    ])
    expect(wordsOf([received])).toEqual(['2026年3月3日至2026年3月30日，20 个工作日'])
  })

  test('C09 收到补正：第一段仍到告知之日为止，新的二十个工作日照写', () => {
    const acts: ClockAct[] = [RECEIVED, ASKED, { kind: 'correction-received', on: d('2024-05-20') }]
    expect(inShort(acts)).toEqual(['start 2024-04-29…2024-05-09 6止', 'restart 2024-05-21…2024-06-18 20'])
  })

  test('逾期不补正、等待补正时撤回：第一段也到告知之日为止', () => {
    for (const kind of ['correction-lapsed', 'withdrawn'] as const)
      expect(inShort([RECEIVED, ASKED, { kind, on: d('2024-06-03') }])).toEqual(['start 2024-04-29…2024-05-09 6止'])
  })

  test('超过七个工作日才告知补正、不重新计算的，第一段照样有效；口径选重新计算的，到告知之日为止', () => {
    const acts: ClockAct[] = [RECEIVED, { ...ASKED, on: d('2024-05-13') }]
    expect(inShort(acts)).toEqual(['start 2024-04-29…2024-05-28 20'])
    expect(inShort(acts, { lateCorrectionNotice: 'restarts' })).toEqual(['start 2024-04-29…2024-05-13 9止'])
  })

  test('待缴费：征求意见不计入的不算；还没有开始的延长写明没有开始', () => {
    const acts: ClockAct[] = [
      { kind: 'received', on: d('2026-03-02'), via: 'in-person' },
      { kind: 'third-party-asked', on: d('2026-03-04'), letterReceived: d('2026-03-05') },
      { kind: 'third-party-answered', on: d('2026-03-06') },
      { kind: 'extended', on: d('2026-03-10'), workingDays: 20 },
      { kind: 'fee-noticed', on: d('2026-03-12'), noticeReceived: d('2026-03-13') },
    ]
    const [start, exclude, extend] = shown(acts)
    expect(start).toMatchObject({ step: 'start', to: '2026-03-12', workingDays: 6 })
    expect(exclude).toMatchObject({ step: 'exclude', workingDays: 2, ended: null })
    expect(extend && endedWords(extend)).toBe('没有开始：2026年3月12日发出收费通知，缴清后重新计算')
    const paid = inShort([...acts, { kind: 'fee-paid', on: d('2026-03-20') }])
    expect(paid).toContain('restart 2026-03-21…2026-04-20 20')
    expect(paid).toContain('extend 2026-04-02…? 0止')
  })

  test('待说明理由（第三十五条）：什么也没有打断，等待时和说明以后都是数满的那一段', () => {
    const acts: ClockAct[] = [
      { kind: 'received', on: d('2026-03-02'), via: 'in-person' },
      { kind: 'reasons-asked', on: d('2026-03-05'), replyBy: d('2026-03-16') },
    ]
    expect(inShort(acts)).toEqual(['start 2026-03-03…2026-03-30 20'])
    expect(inShort([...acts, { kind: 'reasons-given', on: d('2026-03-10') }])).toEqual(['start 2026-03-03…2026-03-30 20'])
  })

  test('收到当日即告知补正：第一段没有开始', () => {
    expect(inShort([RECEIVED, { ...ASKED, on: RECEIVED.on }])).toEqual(['start 2024-04-29…? 0止'])
  })

  test('收到、告知、补正都在同一天：第一段没有开始，从次日数满的是补正以后的一段', () => {
    const on = d('2026-03-20')
    const acts: ClockAct[] = [
      { kind: 'received', on, via: 'in-person' },
      { kind: 'correction-asked', on },
      { kind: 'correction-received', on },
    ]
    expect(inShort(acts)).toEqual(['start 2026-03-21…? 0止', 'restart 2026-03-21…2026-04-20 20'])
    expect(shown(acts).map(endedWords)).toEqual(['没有开始：2026年3月20日告知补正，收到补正后重新计算', null])
    expect(clock(acts, calendar, DEFAULT_READINGS).due).toBe('2026-04-20')
  })

  test('告知补正的当天就收到补正：第一段到告知之日为止', () => {
    const acts: ClockAct[] = [RECEIVED, ASKED, { ...ASKED, kind: 'correction-received' }]
    expect(inShort(acts)).toEqual(['start 2024-04-29…2024-05-09 6止', 'restart 2024-05-10…2024-06-05 20'])
  })

  test('年底待补正：没有在计算的期限，不说“待节假日安排公布”', () => {
    const acts: ClockAct[] = [
      { kind: 'received', on: d('2026-12-10'), via: 'in-person' },
      { kind: 'correction-asked', on: d('2026-12-14') },
    ]
    expect(openEnd(clock(acts, calendar, DEFAULT_READINGS))).toBeNull()
    expect(inShort(acts)).toEqual(['start 2026-12-11…2026-12-14 2止'])
  })

  test('没有打断的，原样', () => {
    const acts: ClockAct[] = [RECEIVED, { kind: 'extended', on: d('2024-05-20'), workingDays: 5 }]
    expect(shown(acts)).toEqual(clock(acts, calendar, DEFAULT_READINGS).steps.map((step) => ({ ...step, ended: null })))
  })
})
