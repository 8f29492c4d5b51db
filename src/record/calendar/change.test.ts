import { expect, test } from 'vitest'
import { nationalCalendar } from '../../law/calendar.ts'
import { localDate } from '../../law/date.ts'
import { calendarChangeSchema, changeDoubts } from './change.ts'

test('文件的日期晚于今天的，须由人核对：还没有公布的安排无从读到', () => {
  const calendar = nationalCalendar()
  const local = calendarChangeSchema.parse({
    kind: 'overlay',
    authority: { title: '云岭县人民政府通知', number: '云政〔2026〕1号', on: '2026-03-21' },
    off: ['2026-04-15'],
  })
  expect(changeDoubts(calendar, local, localDate('2026-03-20'))).toEqual(['文件的日期是2026年3月21日，晚于今天（2026年3月20日）'])
  expect(changeDoubts(calendar, local, localDate('2026-03-21'))).toEqual([])
  const year = calendarChangeSchema.parse({
    kind: 'year',
    year: 2027,
    notice: { title: '国务院办公厅关于2027年部分节假日安排的通知', number: '国办发明电〔2026〕9号（测试）', on: '2026-11-04' },
    off: [],
    on: [],
  })
  expect(changeDoubts(calendar, year, localDate('2026-03-20'))[0]).toContain('晚于今天')
})
