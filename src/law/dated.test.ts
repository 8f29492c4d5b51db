import { expect, test } from 'vitest'
import { reg } from './cite.ts'
import { localDate } from './date.ts'
import { inForce } from './dated.ts'

test('a rule has no value before its first day, and the latest version after it', () => {
  const limit = inForce([
    { from: '2008-05-01', is: 15, by: reg('24') },
    { from: '2019-05-15', is: 20, by: reg('33.2') },
  ])
  expect(limit.on(localDate('2008-04-30'))).toBeUndefined()
  expect(limit.on(localDate('2019-05-14'))?.is).toBe(15)
  expect(limit.on(localDate('2019-05-15'))?.is).toBe(20)
})

test('versions out of order are a mistake of ours', () => {
  expect(() =>
    inForce([
      { from: '2019-05-15', is: 20, by: reg('33.2') },
      { from: '2008-05-01', is: 15, by: reg('24') },
    ]),
  ).toThrow(/out of order/)
})
