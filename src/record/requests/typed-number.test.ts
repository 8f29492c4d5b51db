import { expect, test } from 'vitest'
import { asNumbersAreWritten, numberParts } from './typed-number.ts'

test.each([
  '云教公开申〔2026〕30号',
  '云教公开申[2026]30号',
  '云教公开申（2026）30号',
  '云教公开申【2026】30',
  ' 云教 公开申 〔2026〕 30 号 ',
  '(2026)30',
  '〔２０２６〕３０号',
  '2026年第30号',
  '2026-30',
  '云教公开申〔2026〕30号-答',
])('%s', (typed) => {
  expect(numberParts(typed)).toEqual({ year: 2026, serial: 30 })
})

test.each(['', '30', '202630', '云教公开申第30号', '1234567890-2026'])('看不出年份和序号：“%s”', (typed) => {
  expect(numberParts(typed)).toBeNull()
})

test.each(['云教公开申(2026)30号', '云教公开申［２０２６］30号', '云教公开申【2026】30号', '云教公开申〔2026〕30号'])(
  '检索词里的编号按发文字号的括号找：%s',
  (typed) => expect(asNumbersAreWritten(typed)).toBe('云教公开申〔2026〕30号'),
)
