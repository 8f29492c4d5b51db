import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ContentForm, RequesterForm } from './form.ts'
import { checkRequestForm } from './form.ts'
import { isCreditCode, isResidentId } from './identity.ts'

/** The examples printed in GB 11643 and GB 32100. */
const RESIDENT_ID = '11010519491231002X'
const CREDIT_CODE = '91350100M000100Y43'

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
const company: RequesterForm = {
  ...person,
  kind: 'business',
  name: '云岭县某文化有限公司',
  contactName: '李明',
  idPaper: 'creditCode',
  idNumber: CREDIT_CODE,
}
const content: ContentForm = { subject: '2025年学区划分图', delivery: 'post' }
const fields = (requester: RequesterForm, wanted: ContentForm = content) =>
  checkRequestForm(requester, wanted).map(({ field }) => field)

describe('第二十九条：申请的内容', () => {
  test('姓名、身份证明、联系方式、所需信息齐备的，没有可挑剔之处', () => {
    expect(fields(person)).toEqual([])
    expect(fields(company)).toEqual([])
  })

  test('空白的申请，逐项指出所缺，一次说完', () => {
    const empty = { ...person, name: '', idNumber: '', phone: '', address: '' }
    expect(fields(empty, { subject: '', delivery: 'pickup' })).toEqual([
      'requester.name',
      'requester.idNumber',
      'requester.phone',
      'content.subject',
    ])
  })

  test('选择邮寄须有地址，选择电子送达须有邮箱，自行领取不需要', () => {
    const noAddress = { ...person, address: '' }
    expect(fields(noAddress)).toEqual(['requester.address'])
    expect(fields(person, { ...content, delivery: 'electronic' })).toEqual(['requester.email'])
    expect(fields(noAddress, { ...content, delivery: 'pickup' })).toEqual([])
  })

  test('联合申请的代表人是列名的申请人之一；邮寄的，代表人有地址就够', () => {
    const other = { name: '李梅', idPaper: 'otherPaper', idNumber: '护1', address: '云岭县北街9号' } as const
    expect(fields({ ...person, joint: [other], spokesperson: 1 })).toEqual([])
    expect(fields({ ...person, joint: [other], spokesperson: 2 })).toEqual(['requester.spokesperson'])
    expect(fields({ ...person, spokesperson: 1 })).toEqual(['requester.spokesperson'])
    expect(fields({ ...person, address: '', joint: [other] })).toEqual(['requester.address'])
    expect(fields({ ...person, address: '', joint: [other], spokesperson: 1 })).toEqual([])
  })

  test('单位须有联系人，并使用单位的证明；自然人不使用信用代码', () => {
    expect(fields({ ...company, contactName: '' })).toEqual(['requester.contactName'])
    expect(fields({ ...company, idPaper: 'residentId' })).toEqual(['requester.idPaper'])
    expect(fields({ ...person, idPaper: 'creditCode', idNumber: CREDIT_CODE })).toEqual(['requester.idPaper'])
  })

  test('身份证号码抄错一位，指出号码不正确', () => {
    expect(fields({ ...person, idPaper: 'residentId', idNumber: RESIDENT_ID })).toEqual([])
    expect(fields({ ...person, idPaper: 'residentId', idNumber: RESIDENT_ID.replace('1949', '1948') })).toEqual([
      'requester.idNumber',
    ])
  })

  test('没有居民身份证的，其他有效身份证件也可以', () => {
    expect(fields({ ...person, idPaper: 'passport', idNumber: 'E00000000' })).toEqual([])
  })

  test('每一项缺漏都引第二十九条，并说明怎么办', () => {
    for (const refusal of checkRequestForm({ ...person, name: '', phone: 'x', email: 'x', postcode: '1' }, content)) {
      expect(refusal.cite?.at).toMatch(/^29\.2\([123]\)$/)
      expect(refusal.then).not.toBe('')
    }
  })
})

describe('证件号码的校验', () => {
  test('公民身份号码（GB 11643）：GB 原文示例 11010519491231002X 成立，末位小写也成立', () => {
    expect(isResidentId(RESIDENT_ID)).toBe(true)
    expect(isResidentId('11010519491231002x')).toBe(true)
  })

  test('出生日期不存在的不成立', () => {
    expect(isResidentId('11010519490231002X')).toBe(false)
  })

  test('统一社会信用代码（GB 32100）：示例 91350100M000100Y43 成立', () => {
    expect(isCreditCode(CREDIT_CODE)).toBe(true)
    expect(isCreditCode('91350100M000100Y4I')).toBe(false)
  })

  const damaged = (code: string, alphabet: string) =>
    fc
      .tuple(fc.integer({ min: 0, max: 17 }), fc.constantFrom(...alphabet))
      .filter(([at, letter]) => code.charAt(at) !== letter)
      .map(([at, letter]) => code.slice(0, at) + letter + code.slice(at + 1))

  test('任何一位抄错都被发现', () => {
    fc.assert(fc.property(damaged(RESIDENT_ID, '0123456789'), (id) => !isResidentId(id)))
    fc.assert(fc.property(damaged(CREDIT_CODE, '0123456789ABCDEFGHJKLMNPQRTUWXY'), (code) => !isCreditCode(code)))
  })

  test('前十七位任意，最多一个校验位成立', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-HJ-NPQRTUWXY]{17}$/), (body) => {
        const good = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'].filter((last) => isCreditCode(body + last))
        expect(good.length).toBeLessThanOrEqual(1)
      }),
    )
  })
})
