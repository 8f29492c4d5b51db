/** 文号登记簿按类别、是否作废、文字筛选。 */
import { expect, test } from 'vitest'
import { localDate } from '../../law/date.ts'
import { isInRegister, type NarrowedRegister } from './narrowed-register.ts'
import type { RegisterRow } from './view.ts'

const row = (given: Partial<RegisterRow>): RegisterRow => ({
  id: '',
  caseId: '',
  number: '云教公开答〔2026〕5号',
  title: '不予公开告知书',
  code: 'D14',
  issuedOn: localDate('2026-03-02'),
  caseNumber: '云教公开申〔2026〕3号',
  voidBecause: null,
  ...given,
})
const ROWS = [
  row({}),
  row({ number: '云教公开告〔2026〕7号', title: '补正告知书', code: 'D02', voidBecause: '日期写错' }),
  row({ number: '云教公开答〔2026〕6号', title: '公开告知书', code: 'D11', voidBecause: '' }),
]
const shown = (wanted: Partial<NarrowedRegister>) =>
  ROWS.filter((one) => isInRegister(one, { family: '', standing: 'all', text: '', ...wanted })).map(({ title }) => title)

test('类别、是否作废', () => {
  expect(shown({})).toHaveLength(3)
  expect(shown({ family: 'reply' })).toEqual(['不予公开告知书', '公开告知书'])
  expect(shown({ standing: 'void' })).toEqual(['补正告知书', '公开告知书'])
  expect(shown({ family: 'reply', standing: 'standing' })).toEqual(['不予公开告知书'])
})

test('几个词都要有，文号、文书名称、申请编号都算', () => {
  expect(shown({ text: '答〔2026〕 公开告知' })).toEqual(['不予公开告知书', '公开告知书'])
  expect(shown({ text: '申〔2026〕3号 补正' })).toEqual(['补正告知书'])
  expect(shown({ text: '没有' })).toEqual([])
})
