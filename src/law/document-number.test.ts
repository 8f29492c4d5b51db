import { expect, test } from 'vitest'
import { documentNumber } from './document-number.ts'

test.each([
  ['同政办通字〔2022〕1号', '同政办通字〔2022〕1号'],
  ['同政办通字[2022]1号', '同政办通字〔2022〕1号'],
  ['同政办通字（2022） 1 号', '同政办通字〔2022〕1号'],
  ['同政办通字〔2022〕01号', null],
  ['同政办通字〔2022〕第1号', null],
  ['同政办通字〔22〕1号', null],
  ['关于报送年度报告的通知', null],
])('%s → %s（GB/T 9704—2012 第7.2.5条）', (written, number) => {
  expect(documentNumber(written)).toBe(number)
})
