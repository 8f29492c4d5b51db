import { expect, test } from 'vitest'
import { localDate } from '../../law/date.ts'
import { FORM_2019, FORM_2021 } from '../../law/reports/formats/index.ts'
import { finding } from '../../law/reports/checks.ts'
import type { Finding } from '../../law/reports/model.ts'
import { isReason, reasonKey, unresolved } from './explanation.ts'
import { checkEmpty } from './prose-wording.ts'
import { checkZero, ZERO_QUESTIONS } from './zero-report.ts'

const tables = (received: number, carriedOver: number, permits: number | null = null) => ({
  disclosed: permits === null ? null : ({ permits } as never),
  requests: { received: [received, 0, 0, 0, 0, 0, received], carriedOver: [carriedOver, 0, 0, 0, 0, 0, carriedOver] },
  disputes: null,
})
const nobody = { agency: '某县民政局', year: 2025, looked: [], form: FORM_2021 }
const LOOKED = ZERO_QUESTIONS.map((one) => ({ ...one, on: localDate('2026-01-04') }))

test('全年没有一件申请，要逐项核对各个渠道（L10）；有一件或者有结转的不问', () => {
  expect(checkZero(tables(0, 0), nobody)).toMatchObject([{ code: 'L10', level: 'error' }])
  expect(checkZero(tables(1, 0), nobody)).toEqual([])
  expect(checkZero(tables(0, 2), nobody)).toEqual([])
})

test('少核对一个渠道也不行；都核对了才作数', () => {
  const looked = LOOKED.filter(({ of }) => of === 'requests')
  expect(checkZero(tables(0, 0), { ...nobody, looked: looked.slice(1) })).toMatchObject([
    { code: 'L10', message: expect.stringContaining('还有1个渠道') },
  ])
  expect(checkZero(tables(0, 0), { ...nobody, looked })).toEqual([])
})

test('年度结束之前核对的不算', () => {
  const early = LOOKED.map((one) => ({ ...one, on: localDate('2025-12-31') }))
  expect(checkZero(tables(0, 0), { ...nobody, looked: early })).toMatchObject([{ code: 'L10' }])
})

test('教育局行政许可为零，要问教师资格认定和民办学校审批；其他部门不问', () => {
  const looked = LOOKED.filter(({ of }) => of === 'requests')
  const school = { form: FORM_2021, agency: '云岭县教育局', year: 2025, looked }
  expect(checkZero(tables(3, 0, 0), school)).toMatchObject([{ code: 'L10', table: 'disclosed', rows: ['permits'] }])
  expect(checkZero(tables(3, 0, 0), { ...school, looked: LOOKED })).toEqual([])
  expect(checkZero(tables(3, 0, 4), school)).toEqual([])
  expect(checkZero(tables(3, 0, 0), nobody)).toEqual([])
})

test('2019年格式的表二也一样：看处理决定数量一栏，不看项目数量', () => {
  const words = (cells: string[]) => ({ ...tables(3, 0), disclosed: { rows: [{ label: '行政许可', cells }] } })
  const looked = LOOKED.filter(({ of }) => of === 'requests')
  const school = { form: FORM_2019, agency: '云岭县教育局', year: 2020, looked }
  expect(checkZero(words(['3', '0', '0']), school)).toMatchObject([{ code: 'L10', rows: ['行政许可'], column: '2' }])
  expect(checkZero(words(['0', '0', '5']), school)).toEqual([])
})

test('没有读出表三的，不算零', () => {
  expect(checkZero({ disclosed: null, requests: null, disputes: null }, nobody)).toEqual([])
})

test('一、五不能没有内容（第五十条，L11）；只写“无”也是没有', () => {
  expect(checkEmpty({ overall: [], problems: ['无。'] }).map(({ section, level }) => [section, level])).toEqual([
    ['overall', 'error'],
    ['problems', 'error'],
  ])
  expect(checkEmpty({ overall: ['一、总体情况', '无'], problems: ['解读形式单一。'] })).toMatchObject([{ section: 'overall' }])
  expect(checkEmpty({ overall: ['全年公开信息3条。'], problems: ['解读形式单一。'] })).toEqual([])
})

test('说明要说得出原因；一两个字、反复同一个字不算说明，逐项核对也不能用说明代替', () => {
  expect(['x', '无', '说明说明说明说明', '啊啊啊啊啊啊啊啊啊'].map(isReason)).toEqual([false, false, false, false])
  expect(isReason('2025年报告发布后补登一件。')).toBe(true)
  const found = (code: string) => ({ code, level: 'error' }) as Finding
  const said = '全年确实没有收到过申请，都问过了'
  expect(unresolved([found('X4'), found('L10')], { X4: said, L10: said }).map(({ code }) => code)).toEqual(['L10'])
})

test('原因说的是这一列的这两个数、这一句话；别的列、别的数、别的句子要另说', () => {
  const x4 = (column: string, expected: number) => finding('X4', 'requests', '', { column, expected, found: 0 })
  const l05 = (words: string) => finding('L05', 'text', '', { words })
  const keys = [x4('total', 1), x4('business', 1), x4('total', 2), l05('会议一年四次。'), l05('会议一年五次。')].map(reasonKey)
  expect(new Set(keys).size).toBe(keys.length)
  expect(keys[0]).toBe('X4 total 1 0')
})
