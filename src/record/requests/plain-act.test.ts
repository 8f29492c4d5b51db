import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localDate } from '../../law/date.ts'
import type { Requester } from '../people/requester.ts'
import type { Act } from './acts.ts'
import { askingNames, type Party, personsOf, withoutPersonalData, withoutPersons } from './plain-act.ts'

const on = localDate('2026-03-02')
const REQUESTER: Requester = {
  kind: 'naturalPerson',
  name: '李梅花',
  contactName: '',
  idPaper: 'residentId',
  idNumber: '',
  phone: '',
  email: '',
  address: '',
  postcode: '',
}
const company: Requester = { ...REQUESTER, kind: 'business', name: '云岭测绘公司', contactName: '王强' }
const party: Party = { name: '李梅', contact: '', address: '', isPerson: true }

describe('案卷以明文保存：写入之前去掉个人信息', () => {
  test('申请人、第三方个人的姓名，证件号、手机号、卡号，都不留在事项里', () => {
    const act: Act = {
      kind: 'third-party-answered',
      on,
      party: '第三方甲',
      consents: false,
      reasons: '李梅花与李梅是姐妹，电话13812345678，身份证11010519491231002X',
    }
    expect(withoutPersonalData(act, personsOf(REQUESTER, [party]))).toEqual({
      ...act,
      reasons: '某与某是姐妹，电话138******78，身份证110************02X',
    })
  })

  test('申请人写下的证件号、座机、邮箱、住址，也不留在事项里；县名、单位的地址照旧', () => {
    const filled = { ...REQUESTER, idNumber: 'E87654321', phone: '0970-8722222', email: 'lmh@mail.example', address: '迎宾路8号' }
    const home: Party = { ...party, contact: '0970-8733333', address: '云岭县' }
    const act: Act = {
      kind: 'contacted',
      on,
      how: 'phone',
      reached: false,
      note: '拨0970-8722222、0970-8733333无人接听，改发lmh@mail.example；迎宾路8号，云岭县，护照E87654321',
    }
    expect(withoutPersonalData(act, personsOf(filled, [home]))).toMatchObject({
      note: '拨某、某无人接听，改发某；某，云岭县，护照某',
    })
    expect(personsOf({ ...company, phone: '0970-8700000', address: '测绘大厦1号' }, [])).toEqual(['0970-8700000', '王强'])
  })

  test('单位的名称不是个人信息，经办人的姓名是', () => {
    expect(personsOf(company, [{ ...party, isPerson: false }])).toEqual(['王强'])
  })

  test('给第三方和其他机关的文书不写谁申请：单位的名称、信用代码，联合申请人、代理人的姓名也不写（第三十二条、第三十四条）', () => {
    const together: Requester = {
      ...company,
      idNumber: '91632321MA00000000',
      joint: [{ name: '云岭乙公司', idPaper: 'creditCode', idNumber: '91632321MA11111111', phone: '', address: '' }],
      agent: { role: 'agent', name: '赵律师', idPaper: 'residentId', idNumber: '', phone: '', authorised: true },
    }
    const subject = '云岭测绘公司、云岭乙公司（91632321MA00000000，赵律师代）承接的学区测绘合同'
    expect(withoutPersons(subject, askingNames(together))).toBe('某、某（某，某代）承接的学区测绘合同')
  })

  test('邮件号、日期、代称、件数照旧', () => {
    const act: Act = { kind: 'served', on, by: 'signed-mail', proof: 'EMS 1234567890123' }
    expect(withoutPersonalData(act, ['李梅'])).toEqual(act)
  })

  test('任何文字里，姓名都找不到了', () => {
    const texts = fc.array(fc.constantFrom('李', '梅', '花', '李梅', '李梅花', '学'), { maxLength: 12 })
    fc.assert(
      fc.property(texts, (pieces) => {
        const act: Act = { kind: 'withdrawn', on, note: pieces.join('') }
        const { note } = withoutPersonalData(act, personsOf(REQUESTER, [party]))
        expect(note).not.toContain('李梅')
      }),
    )
  })
})
