import { describe, expect, test } from 'vitest'
import { otherPeopleRows, recipientOf } from './recipient.ts'
import type { CoRequester, Requester } from './requester.ts'

const ZHANG: Requester = {
  kind: 'naturalPerson',
  name: '张晓明',
  contactName: '',
  idPaper: 'otherPaper',
  idNumber: '军字第0001号',
  phone: '0970-1000001',
  email: '',
  address: '云岭县文教路2号',
  postcode: '811399',
}
const LI: CoRequester = { name: '李梅', idPaper: 'otherPaper', idNumber: '护1', phone: '0970-1000002', address: '云岭县北街9号' }
const WANG: CoRequester = { name: '王秀英', idPaper: 'otherPaper', idNumber: '护2', phone: '', address: '' }
const AGENT = { role: 'agent', name: '周正', idPaper: 'otherPaper', idNumber: '律1', phone: '', authorised: true } as const
const to = (requester: Requester, authorised = false) => recipientOf(requester, authorised)

describe('收件人', () => {
  test('一人申请的是申请人；单位的写明联系人；没有署名的照此称呼', () => {
    expect(to(ZHANG)).toEqual({ recipient: '张晓明', address: '云岭县文教路2号', postcode: '811399', phone: '0970-1000001' })
    expect(to({ ...ZHANG, kind: 'business', name: '云岭测绘公司', contactName: '王强' }).recipient).toBe('云岭测绘公司（王强收）')
    expect(to({ ...ZHANG, name: '' }).recipient).toBe('申请人（未署名）')
  })

  test('联合申请的是代表人等几人；没有推选的，是列名第一的人', () => {
    const joint = { ...ZHANG, joint: [LI, WANG] }
    expect(to(joint)).toMatchObject({ recipient: '张晓明等3人', address: '云岭县文教路2号' })
    expect(to({ ...joint, spokesperson: 1 })).toEqual({
      recipient: '李梅等3人',
      address: '云岭县北街9号',
      postcode: '',
      phone: '0970-1000002',
    })
    expect(to({ ...joint, spokesperson: 2 })).toEqual({
      recipient: '王秀英等3人',
      address: '云岭县文教路2号',
      postcode: '811399',
      phone: '0970-1000001',
    })
    expect(to({ ...joint, kind: 'business', name: '云岭测绘公司', contactName: '王强' }).recipient).toBe(
      '云岭测绘公司等3人（王强收）',
    )
  })

  test('代理人：委托书写明代收、并且收到了委托书的，才寄给代理人', () => {
    const represented = { ...ZHANG, agent: { ...AGENT, receives: true, address: '西宁市五四大街1号' } }
    expect(to(represented, true)).toEqual({
      recipient: '周正（张晓明的代理人）',
      address: '西宁市五四大街1号',
      postcode: '',
      phone: '0970-1000001',
    })
    expect(to(represented, false).recipient).toBe('张晓明')
    expect(to({ ...ZHANG, agent: AGENT }, true).recipient).toBe('张晓明')
    expect(to({ ...represented, joint: [LI], spokesperson: 1 }, true).recipient).toBe('周正（李梅等2人的代理人）')
  })

  test('监护人：收到监护关系证明的，由监护人收', () => {
    const minor = { ...ZHANG, agent: { ...AGENT, role: 'guardian', name: '张建国' } } as const
    expect(to(minor, true)).toMatchObject({ recipient: '张建国（张晓明的监护人）', address: '云岭县文教路2号' })
    expect(to(minor, false).recipient).toBe('张晓明')
  })

  test('案件页和案卷写明谁是代表人、文书寄给谁', () => {
    expect(otherPeopleRows(ZHANG, false)).toEqual([])
    expect(otherPeopleRows({ ...ZHANG, joint: [LI, WANG], spokesperson: 2, agent: { ...AGENT, receives: true } }, true)).toEqual([
      ['联合申请人', '李梅，护1，0970-1000002，云岭县北街9号'],
      ['联合申请人（代表人）', '王秀英，护2'],
      ['委托代理人', '周正，律1，代收文书'],
      ['文书寄给', '周正（王秀英等3人的代理人）'],
    ])
  })
})
