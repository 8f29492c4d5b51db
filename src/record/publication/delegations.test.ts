import { describe, expect, test } from 'vitest'
import { localDate } from '../../law/date.ts'
import { delegableColumns } from '../../law/publication/reserved.ts'
import { delegationFor, type ReleaseDelegation, standingOn } from './delegations.ts'
import { type SuperiorRule, superiorFor } from './superior.ts'

const d = localDate
const fees: ReleaseDelegation = {
  id: 'x',
  columns: ['education-finance', 'fees'],
  from: d('2026-01-01'),
  to: d('2026-06-30'),
  document: '云教党组〔2026〕3号',
  revokedOn: null,
}
const item = { column: 'fees', attribute: 'proactive', normative: false, dutyKey: '' } as const
const why = (given: ReleaseDelegation[], content: Parameters<typeof delegationFor>[1], on: string) => {
  const found = delegationFor(given, content, d(on))
  return found.ok ? found.value.id : found.refusals.map(({ say, cite }) => say + (cite ? `${cite.of}${cite.at ?? ''}` : ''))[0]
}

describe('签发授权', () => {
  test('在期限内、栏目内的可以签发；第一天和最后一天都算', () => {
    expect(why([fees], item, '2026-01-01')).toBe('x')
    expect(why([fees], item, '2026-06-30')).toBe('x')
  })

  test('没有开始、到期、撤销的，写明为什么', () => {
    expect(why([fees], item, '2025-12-31')).toBe('授权“云教党组〔2026〕3号”自2026年1月1日起才有效，不能据以签发。')
    expect(why([fees], item, '2026-07-01')).toBe('授权“云教党组〔2026〕3号”已于2026年6月30日到期，不能据以签发。')
    const revoked = { ...fees, revokedOn: d('2026-03-02') }
    expect(why([revoked], item, '2026-03-01')).toBe('x')
    expect(why([revoked], item, '2026-03-02')).toBe('授权“云教党组〔2026〕3号”已于2026年3月2日撤销，不能据以签发。')
    expect(standingOn(revoked, d('2026-03-02'))).toBe('revoked')
  })

  test('授权以外的栏目、没有授权的人', () => {
    expect(why([fees], { ...item, column: 'plans' }, '2026-03-02')).toBe('您的授权不包括“规划计划”栏目。')
    expect(why([], item, '2026-03-02')).toContain('没有单位主要负责人对“行政事业性收费”栏目的书面授权')
  })

  test('法律留给主要负责人的，授权写了也不能签发：规范性文件、三重一大（公文处理工作条例22），预决算（会计法21），审定不公开', () => {
    const all = { ...fees, columns: ['fees', 'budget', 'school-finance'] }
    expect(why([all], { ...item, normative: true }, '2026-03-02')).toMatch(/^行政规范性文件.*documentRules22$/)
    expect(why([all], { ...item, dutyKey: 'matter.1' }, '2026-03-02')).toMatch(/^三重一大.*documentRules22$/)
    expect(why([all], { ...item, column: 'budget' }, '2026-03-02')).toMatch(/^预算、决算和经费收支.*accountingLaw21$/)
    expect(why([all], { ...item, attribute: 'withheld' }, '2026-03-02')).toMatch(/^审定不公开/)
  })

  test('可以授权的栏目里没有预决算；机关和学校各用各的', () => {
    expect(delegableColumns('art54')).toContain('fees')
    expect(delegableColumns('art54')).toContain('education-finance')
    expect(delegableColumns('art54')).not.toContain('budget')
    expect(delegableColumns('art54').some((key) => key.startsWith('school-'))).toBe(false)
    expect(delegableColumns('art55')).not.toContain('school-finance')
    expect(delegableColumns('art55').every((key) => key.startsWith('school-'))).toBe(true)
  })
})

describe('主管部门审定', () => {
  const rule: SuperiorRule = { id: 'r', units: [], columns: ['school-fees'], who: 'office', from: d('2026-03-02'), to: null }
  const content = { column: 'school-fees', attribute: 'proactive', audience: 'society' } as const

  test('自要求之日起送审的要审定；停止之后送审的不要', () => {
    expect(superiorFor([rule], 's', content, d('2026-03-01'))).toBeNull()
    expect(superiorFor([rule], 's', content, d('2026-03-02'))).toBe('office')
    expect(superiorFor([{ ...rule, to: d('2026-03-05') }], 's', content, d('2026-03-06'))).toBeNull()
  })

  test('只对写明的学校和栏目；几项要求里有负责人的，由负责人审定', () => {
    expect(superiorFor([{ ...rule, units: ['t'] }], 's', content, d('2026-03-02'))).toBeNull()
    expect(superiorFor([rule], 's', { ...content, column: 'school-rules' }, d('2026-03-02'))).toBeNull()
    expect(superiorFor([rule, { ...rule, columns: [], who: 'head' }], 's', content, d('2026-03-02'))).toBe('head')
  })

  test('不向社会公开的，不到主管部门', () => {
    expect(superiorFor([rule], 's', { ...content, audience: 'staff' }, d('2026-03-02'))).toBeNull()
    expect(superiorFor([rule], 's', { ...content, attribute: 'onRequest' }, d('2026-03-02'))).toBeNull()
  })
})
