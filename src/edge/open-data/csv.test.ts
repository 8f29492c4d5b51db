import { expect, test } from 'vitest'
import { csvLine } from './csv.ts'

test('数字是数字，空白是空白，不是 0', () => {
  expect(csvLine([0, 1.25, null, '', '机关'])).toBe('0,1.25,,,机关\r\n')
})

test('引号、逗号、换行不会错位', () => {
  expect(csvLine(['甲,乙', '说“是”', '"引号"', '两\n行'])).toBe('"甲,乙",说“是”,"""引号""","两\n行"\r\n')
})

test.each(['=1+1', '+cmd|calc', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '＝1+1'])('公式样的文字 %j 打开只是文字', (text) => {
  expect(csvLine([text])).toMatch(/^"?'/)
})

test.each(['-3', '+3', '-1.50', '12'])('%s 是数字，照录', (text) => {
  expect(csvLine([text])).toBe(`${text}\r\n`)
})
