import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maskInText, maskName, maskNumber, maskRequester, type Requester } from './requester.ts'

const digits = (n: number) => fc.stringMatching(new RegExp(`^[0-9]{${n}}$`))
const chinese = fc.stringMatching(/^[一-龥，。：（）]{0,12}$/)
const separator = fc.constantFrom('', ' ', '-')

const identity = fc
  .tuple(
    digits(6),
    fc.integer({ min: 1920, max: 2026 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 31 }),
    digits(3),
    fc.constantFrom(...'0123456789Xx'),
  )
  .chain(([place, year, month, day, serial, check]) =>
    separator.map((gap) =>
      [place, `${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`, serial + check].join(gap),
    ),
  )
const oldIdentity = digits(15)
const mobile = fc
  .tuple(
    fc.constantFrom('', '+86', '86', '+86 ', '0086'),
    fc.constantFrom('3', '5', '7', '8', '9'),
    digits(1),
    digits(4),
    digits(4),
    separator,
  )
  .map(([country, second, third, a, b, gap]) => country + [`1${second}${third}`, a, b].join(gap))
const card = fc
  .tuple(fc.array(digits(4), { minLength: 4, maxLength: 4 }), fc.constantFrom(0, 1, 2, 3), separator)
  .chain(([groups, more, gap]) => digits(more).map((rest) => [...groups, ...(rest ? [rest] : [])].join(gap)))
/** The longest run of digits left, blanks and hyphens between them not seen: what could still be called or looked up. */
function longestNumber(text: string): number {
  return Math.max(0, ...[...text.replace(/(?<=\d)[ -]+(?=\d)/g, '').matchAll(/\d+/g)].map(([run]) => run.length))
}

describe('文字中的身份证号、手机号、银行卡号遮盖之后读不出来', () => {
  test.each<[string, fc.Arbitrary<string>]>([
    ['十八位身份证号', identity],
    ['十五位身份证号', oldIdentity],
    ['手机号', mobile],
    ['银行卡号', card],
  ])('%s', (_, secret) => {
    fc.assert(
      fc.property(chinese, secret, chinese, fc.boolean(), (before, number, after, fullWidth) => {
        const written = fullWidth
          ? number.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
          : number
        const masked = maskInText(`${before}${written}${after}`)
        expect(masked).not.toContain(number)
        expect(longestNumber(masked)).toBeLessThanOrEqual(4)
      }),
      { numRuns: 300 },
    )
  })

  test('两个号码挨着写，都遮盖', () => {
    const masked = maskInText('本人632321199001011234，电话13987650421，13800138000')
    expect(longestNumber(masked)).toBeLessThanOrEqual(4)
  })

  test.each(['2025年义务教育阶段学区划分方案', '云教发〔2025〕12号', '2019年至2025年每年预算（0970-8722345）', '编号202500017'])(
    '“%s”不是个人号码，原样保留',
    (text) => {
      expect(maskInText(text)).toBe(text)
    },
  )
})

describe('姓名、号码', () => {
  test.each([
    ['张三', '张*'],
    ['欧阳小明', '欧***'],
    ['买买提·吐尔逊', '买***'],
    ['李', '*'],
    ['', '*'],
    ['𠮷田', '𠮷*'],
  ])('%s → %s', (name, masked) => {
    expect(maskName(name)).toBe(masked)
  })

  test('号码至多露出五位，四位以下全遮', () => {
    fc.assert(
      fc.property(
        digits(18).chain((all) => fc.nat(18).map((n) => all.slice(0, n))),
        (number) => {
          const masked = maskNumber(number)
          expect(masked).toHaveLength(number.length)
          expect(masked.replaceAll('*', '').length).toBeLessThanOrEqual(number.length <= 4 ? 0 : number.length >= 11 ? 5 : 3)
        },
      ),
    )
  })
})

describe('申请人', () => {
  const PERSON: Requester = {
    kind: 'naturalPerson',
    name: '李梅',
    contactName: '',
    idPaper: 'residentId',
    idNumber: '632321199001011234',
    phone: '13987650421',
    email: 'limei1990@example.com',
    address: '云岭县迎宾路8号3单元502室',
    postcode: '811399',
  }

  test('自然人：姓名、证件、电话、邮箱、住址都只露一点', () => {
    expect(maskRequester(PERSON)).toEqual({
      ...PERSON,
      name: '李*',
      idNumber: '632*************34',
      phone: '139******21',
      email: 'lim****************om',
      address: '云岭县……',
    })
  })

  test('住址再短也不会整个露出来', () => {
    expect(maskRequester({ ...PERSON, address: '迎宾路8号' }).address).toBe('迎……')
    expect(maskRequester({ ...PERSON, address: '8号' }).address).toBe('……')
  })

  test('法人和其他组织：名称和统一社会信用代码是公开的，联系人和电话不是', () => {
    const business: Requester = {
      ...PERSON,
      kind: 'business',
      name: '某某测绘公司',
      contactName: '李梅',
      idPaper: 'creditCode',
      idNumber: '91630000000000000X',
    }
    expect(maskRequester(business)).toMatchObject({
      name: '某某测绘公司',
      contactName: '李*',
      idNumber: '91630000000000000X',
      phone: '139******21',
    })
  })

  test('没有填的还是没有', () => {
    expect(maskRequester({ ...PERSON, email: '', address: '' })).toMatchObject({ contactName: '', email: '', address: '' })
  })
})
