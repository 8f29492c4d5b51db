import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nationalCalendar } from '../calendar.ts'
import { addDays, localDate } from '../date.ts'
import { dueAfter, limitRemark, ownLimit } from './duties.ts'
import { PUBLICATION_LIMITS, publicationDue, type PublicationLimit } from './timeliness.ts'

const calendar = nationalCalendar()
const day = localDate
const USUAL = '信息形成或者变更之日起20个工作日内'

describe('期限', () => {
  test('条例第二十六条施行以前形成的，没有这个期限，说明为什么；施行当天起有', () => {
    expect(publicationDue(calendar, 'publication', day('2018-09-03'))).toEqual({
      due: null,
      by: null,
      none: '2019年5月15日以前形成，《条例》第二十六条的期限不适用',
    })
    expect(publicationDue(calendar, 'publication', day('2019-05-14')).none).not.toBeNull()
    expect(publicationDue(calendar, 'publication', day('2019-05-15'))).toMatchObject({ due: '2019-06-13', none: null })
  })

  test('任何一天都有个说法，不出错', () => {
    const length = 3_652_058
    fc.assert(
      fc.property(
        fc.oneof(fc.integer({ min: 0, max: length }), fc.constantFrom(0, 1, length - 1, length)),
        fc.constantFrom(...(Object.keys(PUBLICATION_LIMITS) as PublicationLimit[])),
        fc.option(fc.integer({ min: 1, max: 999 })),
        (offset, limit, days) => {
          const from = addDays(day('0001-01-01'), offset)
          const { due, by } = publicationDue(calendar, limit, from)
          expect(by !== null || due === null).toBe(true)
          expect(dueAfter(calendar, from, days === null ? null : ownLimit('', days)).why).not.toBe('')
        },
      ),
    )
    expect(publicationDue(calendar, 'publication', day('9999-12-31'))).toMatchObject({ due: null, none: null })
  })
})

describe('目录自己写的时限', () => {
  const due = (words: string) => dueAfter(calendar, day('2026-03-02'), ownLimit(words))

  test('短的按目录；没有法律、法规依据的，不能比条例长', () => {
    expect(due('自作出之日起7个工作日内')).toMatchObject({ due: '2026-03-11', why: '目录规定：7 个工作日内' })
    expect(due(USUAL).due).toBe('2026-03-30')
    const long = due('形成之日起30个工作日内')
    expect(long.due).toBe('2026-03-30')
    expect(long.why).toMatch(/《条例》第二十六条.*30 个工作日没有法律、法规依据/)
    expect(due('按《政府信息公开条例》30个工作日内').due).toBe('2026-03-30')
  })

  test('写明由哪部法律、法规规定的，从其规定', () => {
    expect(due('《中华人民共和国土地管理法实施条例》规定的30个工作日内')).toMatchObject({
      due: '2026-04-14',
      why: '《中华人民共和国土地管理法实施条例》：30 个工作日内',
    })
    expect(due('《中华人民共和国某法（2024年修订）》：30个工作日').why).toContain('《中华人民共和国某法（2024年修订）》')
    expect(due('县政府办《信息公开办法》：30个工作日内').due).toBe('2026-03-30')
  })

  test('导入时说给人听；条例施行以前、合乎条例的不说', () => {
    expect(limitRemark('30个工作日内', day('2026-03-02'))).toMatch(/30 个工作日长于《条例》第二十六条的 20 个工作日/)
    for (const words of [USUAL, '长期公开', '《某法》：30个工作日内', '7个工作日'])
      expect(limitRemark(words, day('2026-03-02'))).toBeNull()
    expect(limitRemark('30个工作日内', day('2018-03-02'))).toBeNull()
  })
})
