import { describe, expect, test } from 'vitest'
import { localDate } from '../date.ts'
import { DEFAULT_READINGS } from '../readings.ts'
import { gapsOf } from './correction-triggers.ts'
import type { RequesterForm } from './form.ts'
import { ID_PAPER_RULES, type IdPaper, papersOf } from './identity.ts'
import { minority } from './minority.ts'

describe('身份证明：能核对的核对，其他有效证件都接受（《条例》第二十九条第二款第（一）项）', () => {
  test.each<[IdPaper, string, boolean]>([
    ['residentId', '11010519491231002X', true],
    ['residentId', '110105194912310021', false],
    ['residencePermit', '11010519491231002X', false],
    ['travelPermit', 'H12345678', true],
    ['travelPermit', '01234567', true],
    ['travelPermit', 'X1', false],
    ['passport', 'E12345678', true],
    ['passport', '护照一号', false],
    ['foreignPermit', 'USA123456789012', true],
    ['creditCode', '91350100M000100Y43', true],
    ['creditCode', '91350100M000100Y44', false],
  ])('%s %s：%s', (paper, number, fits) => {
    expect(ID_PAPER_RULES[paper].shape?.fits(number)).toBe(fits)
  })

  test('单位出示统一社会信用代码或者其他证件；个人不出示信用代码', () => {
    expect(papersOf('organisation')).toEqual(['otherPaper', 'creditCode'])
    expect(papersOf('person')).not.toContain('creditCode')
    expect(papersOf('person')).toContain('passport')
  })
})

describe('补正事由', () => {
  const person: RequesterForm = {
    kind: 'naturalPerson',
    name: '张晓明',
    contactName: '',
    idPaper: 'otherPaper',
    idNumber: '军字第0001号',
    phone: '010-00000000',
    email: '',
    address: '云岭县城关镇文教路2号',
    postcode: '',
  }
  const content = { subject: '2025年学区划分图', delivery: 'post' } as const
  const clear = { unclear: false, authorised: true, today: localDate('2026-03-20') }
  const triggers = (requester: RequesterForm, known = clear, readings = DEFAULT_READINGS) =>
    gapsOf(requester, content, known, readings).map(({ trigger }) => trigger)

  test('齐备的没有事由；内容不明确由人判断', () => {
    expect(triggers(person)).toEqual([])
    expect(triggers(person, { ...clear, unclear: true })).toEqual(['content'])
  })

  test('缺身份、缺联系方式、代理人没有委托书，各是一项', () => {
    const agent = { role: 'agent', name: '周正', idPaper: 'otherPaper', idNumber: '律字1号' } as const
    const wanting = { ...person, idNumber: '', phone: '', address: '', agent }
    expect(new Set(triggers(wanting, { ...clear, authorised: false }))).toEqual(new Set(['identity', 'contact', 'authority']))
  })

  test.each<[string, string, number | null, string[]]>([
    ['不满八周岁', '632321201903200010', 8, ['authority']],
    ['八周岁生日当天', '632321201803200013', 18, []],
    ['未满十八周岁', '632321200803210014', 18, []],
    ['十八周岁生日当天', '632321200803200019', null, []],
  ])('未成年人（参照《民法典》第十九条、第二十条）：%s', (_, idNumber, below, missing) => {
    const child: RequesterForm = { ...person, idPaper: 'residentId', idNumber }
    expect(minority(child, clear.today)?.below ?? null).toBe(below)
    expect(triggers(child)).toEqual(missing)
    const guardian = { role: 'guardian', name: '周正', idPaper: 'otherPaper', idNumber: '律字1号' } as const
    expect(minority({ ...child, agent: guardian }, clear.today)).toBeNull()
  })

  test('《民法典》第二十条：不满八周岁的由监护人代理，只有委托代理人的仍列为缺', () => {
    const agent = { role: 'agent', name: '周正', idPaper: 'otherPaper', idNumber: '律字1号' } as const
    const child: RequesterForm = { ...person, idPaper: 'residentId', idNumber: '632321201903200010', agent }
    expect(minority(child, clear.today)?.below).toBe(8)
    expect(triggers(child)).toEqual(['authority'])
  })

  test.each<[string, IdPaper, string]>([
    ['港澳台居民居住证', 'residencePermit', '810000201903200014'],
    ['外国人永久居留身份证', 'foreignPermit', '911840201903200013'],
  ])('号码写明出生日期的其他证件，同样看得出不满八周岁：%s', (_, idPaper, idNumber) => {
    expect(ID_PAPER_RULES[idPaper].shape?.fits(idNumber)).toBe(true)
    expect(minority({ ...person, idPaper, idNumber }, clear.today)?.below).toBe(8)
  })

  test('口径只认内容不明确：其余不作为补正事由', () => {
    const readings = { ...DEFAULT_READINGS, correctionTriggers: 'contentOnly' as const }
    expect(triggers({ ...person, idNumber: '' }, clear, readings)).toEqual([])
  })
})
