/** 公示期：哪类多长、从哪天起算、到哪天为止。 */
import { describe, expect, test } from 'vitest'
import { nationalCalendar, withOverlay } from '../calendar.ts'
import { cite } from '../cite.ts'
import { localDate } from '../date.ts'
import { DEFAULT_READINGS } from '../readings.ts'
import { isShorterThanLawful, leastPublicity, lengthWords, PUBLICITY_KINDS, PUBLICITY_RULES, publicityEnd } from './publicity.ts'

const calendar = nationalCalendar()
const NEXT_DAY = DEFAULT_READINGS
const SAME_DAY = { publicityFrom: 'sameDay' } as const
const mon_2026_03_02 = localDate('2026-03-02')
const five = { n: 5, unit: 'workingDays' } as const

describe('最后一日', () => {
  test('公示之日不算（默认口径）：周一公示五个工作日，到下周一', () => {
    expect(publicityEnd(calendar, NEXT_DAY, mon_2026_03_02, five)).toBe('2026-03-09')
  })
  test('公示当天算一天：到本周五', () => {
    expect(publicityEnd(calendar, SAME_DAY, mon_2026_03_02, five)).toBe('2026-03-06')
  })
  test('跨国庆：放假的不算，调休上班的算', () => {
    expect(publicityEnd(calendar, NEXT_DAY, localDate('2026-09-30'), five)).toBe('2026-10-13')
  })
  test('地方规定放假的一天不算', () => {
    const local = withOverlay(calendar, { off: [localDate('2026-03-05')] })
    expect(publicityEnd(local, NEXT_DAY, mon_2026_03_02, five)).toBe('2026-03-10')
  })
  test('以日计的，最后一日是休息日的，顺延到之后第一个工作日', () => {
    expect(publicityEnd(calendar, NEXT_DAY, localDate('2026-03-07'), { n: 7, unit: 'days' })).toBe('2026-03-16')
  })
  test('放假安排没有载入的年份，不猜', () => {
    expect(publicityEnd(calendar, NEXT_DAY, localDate('2031-12-29'), five)).toBeNull()
  })
})

describe('最短多长', () => {
  const short = (kind: (typeof PUBLICITY_KINDS)[number], length: Parameters<typeof lengthWords>[0]) =>
    isShorterThanLawful(calendar, NEXT_DAY, { kind, startsOn: mon_2026_03_02, length })

  test('任职公示不少于五个工作日（《党政领导干部选拔任用工作条例》）', () => {
    expect(leastPublicity('appointment', mon_2026_03_02)?.is).toEqual(five)
    expect(short('appointment', { n: 4, unit: 'workingDays' })).toBe(true)
    expect(short('appointment', five)).toBe(false)
  })
  test('中标候选人不得少于三日（《招标投标法实施条例》第五十四条）', () => {
    const least = leastPublicity('tender', mon_2026_03_02)
    expect(least && cite(least.by)).toBe('《招标投标法实施条例》第五十四条')
    expect(short('tender', { n: 2, unit: 'days' })).toBe(true)
    expect(short('tender', { n: 3, unit: 'days' })).toBe(false)
  })
  test('事业单位招聘七日至十五日：五个工作日从周一起，与七日同一天到期，不算短', () => {
    expect(short('recruitment', five)).toBe(false)
    expect(short('recruitment', { n: 4, unit: 'days' })).toBe(true)
  })
  test('没有全国统一规定的，长短由本机关定', () => {
    expect(leastPublicity('award', mon_2026_03_02)).toBeUndefined()
    expect(short('award', { n: 1, unit: 'days' })).toBe(false)
  })
  test('规定施行以前没有这个下限', () => {
    expect(leastPublicity('aid', localDate('2019-09-02'))).toBeUndefined()
  })
  test.each(PUBLICITY_KINDS)('%s：先给出的长度不短于规定', (kind) => {
    expect(short(kind, PUBLICITY_RULES[kind].usual)).toBe(false)
    expect(lengthWords(PUBLICITY_RULES[kind].usual)).toMatch(/^\d+ (?:个工作日|日)$/)
  })
})
