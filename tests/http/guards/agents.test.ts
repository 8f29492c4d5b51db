/** 代理人 and who may open what shows an identity (G4, G22): no authority that nobody checked, no paper opened past the mask. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localDate } from '../../../src/law/date.ts'
import { attachToCase } from '../../../src/office/files/attach-to-case.ts'
import { listOutgoing } from '../../../src/office/letters/outgoing.ts'
import { openOwnLetter, ownLetter } from '../../../src/office/requester/open-letter.ts'
import { chooseService } from '../../../src/office/requester/service-choice.ts'
import { submitCorrection, withdrawOwn } from '../../../src/office/requester/write-to-office.ts'
import { assignCase } from '../../../src/office/requests/annotate.ts'
import { completeRequester } from '../../../src/office/requests/complete-requester.ts'
import { registerRequest } from '../../../src/office/requests/register-request.ts'
import { publicLetter, readFile, unmask, viewCase } from '../../../src/office/requests/view-case.ts'
import { letterText } from '../../../src/record/letters/check.ts'
import type { Requester } from '../../../src/record/people/requester.ts'
import { GRANTED, newCase } from '../case-work.ts'
import { CONTENT, type County, county, must, REQUESTER } from '../county.ts'
import { caseView, ELECTRONIC, fileOnline, officeDoes, officeReplies, type OnlineCase } from '../requester-deeds.ts'

const on = localDate
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const agent = (over: Partial<NonNullable<Requester['agent']>> = {}) =>
  ({
    ...ELECTRONIC.requester,
    agent: { role: 'agent', name: '周正', idPaper: 'otherPaper', idNumber: 'T3000', phone: '', authorised: false, ...over },
  }) as Requester

let place: County
beforeAll(async () => {
  place = await county('2026-03-02')
})
afterAll(() => place.close())

async function replied(requester: Requester): Promise<OnlineCase & { letterId: string }> {
  place.setToday('2026-03-02')
  const made = await fileOnline(place, { ...ELECTRONIC, requester })
  await officeDoes(place, made, { kind: 'received', on: on('2026-03-02'), via: 'web' })
  await officeReplies(place, made, '2026-03-16')
  place.setToday('2026-03-17')
  return { ...made, letterId: (await caseView(place, made)).letters.find(({ code }) => code === 'D11')?.id ?? '' }
}

describe('代理权限没有核对的代理人', () => {
  test('在网上打开答复，看得到，不算送达：申请复议的六十日不因此起算', async () => {
    const made = await replied(agent({ receives: true }))
    expect(must(await ownLetter(place.office, { ...made.own, letterId: made.letterId })).servesDecision).toBe(false)
    must(await openOwnLetter(place.office, { ...made.own, letterId: made.letterId }))
    expect((await caseView(place, made)).phase).toBe('replied')
    const agreed = await chooseService(place.office, made.own, { commandId: randomUUID(), agreed: true })
    expect(agreed.ok ? 'accepted' : agreed.refusals[0]?.say).toContain('还没有核对')
  })

  test('核对过、委托书写明代收文书的，打开即为送达', async () => {
    const made = await replied(agent({ receives: true, authorised: true }))
    must(await openOwnLetter(place.office, { ...made.own, letterId: made.letterId }))
    expect((await caseView(place, made)).phase).toBe('served')
  })

  test('核对过，但委托书不含代收文书的，打开不算送达', async () => {
    const made = await replied(agent({ authorised: true }))
    must(await openOwnLetter(place.office, { ...made.own, letterId: made.letterId }))
    expect((await caseView(place, made)).phase).toBe('replied')
  })

  test('不能在网上代为撤回申请；核对之后可以', async () => {
    place.setToday('2026-03-02')
    const withdraw = async (requester: Requester) => {
      const made = await fileOnline(place, { requester })
      return withdrawOwn(place.office, made.own, { commandId: randomUUID(), confirmed: true })
    }
    const refusedOne = await withdraw(agent())
    expect(refusedOne.ok ? 'accepted' : refusedOne.refusals[0]?.say).toBe('代理人的权限还没有核对，不能代为撤回申请。')
    expect((await withdraw(agent({ authorised: true }))).ok).toBe(true)
    expect((await withdraw(ELECTRONIC.requester as Requester)).ok).toBe(true)
  })

  test('签收答复不能登记为送达；登记了写明代收的委托书之后可以', async () => {
    const work = await newCase(place, '2026-03-02', { requester: agent({ receives: true }) })
    await work.reply(GRANTED, '2026-03-16')
    const sign = () => work.record({ kind: 'served', on: on('2026-03-17'), by: 'in-person', signedBy: 'agent' })
    const before = await sign()
    expect(before.ok ? 'accepted' : before.refusals[0]?.field).toBe('signedBy')
    must(
      await attachToCase(place.office, place.actor('clerk'), {
        caseId: work.id,
        upload: { name: '委托书.png', bytes: PNG },
        kind: '委托书',
      }),
    )
    must(await sign())
  })

  test('文书写明代理人：核对了委托书以后才写；清单里姓名遮盖，公开版里没有', async () => {
    const work = await newCase(place, '2026-03-02', { requester: agent() })
    expect(await work.text('D01')).not.toContain('周正')
    const upload = { name: '委托书.png', bytes: PNG }
    must(await attachToCase(place.office, place.actor('clerk'), { caseId: work.id, upload, kind: '委托书' }))
    const reply = await work.reply(GRANTED, '2026-03-16')
    const letter = await work.opened('D11')
    expect(letter.addressee).toBe(`${REQUESTER.name}（委托代理人：周正）`)
    expect(await work.text('D11')).toContain('您委托周正于2026年3月2日')
    const listed = must(await listOutgoing(place.office, place.actor('clerk'))).filter(({ caseId }) => caseId === work.id)
    expect(listed.map(({ recipient }) => recipient)).toEqual([expect.stringMatching(/（委托代理人：周\*+）$/)])
    const copy = must(await publicLetter(place.office, place.actor('clerk'), reply.id))
    expect(copy.addressee).toBe('申请人')
    expect(letterText(copy)).toContain('您委托代理人于2026年3月2日')
    expect(letterText(copy)).not.toContain('周正')
  })

  test('委托书由登记申请的人归入案卷，审查人员不能；网上补正交来的，也可以核对', async () => {
    const work = await newCase(place, '2026-03-02', { requester: agent() })
    const file = (kind: '委托书' | '案卷材料') =>
      attachToCase(place.office, place.actor('secrecyReviewer'), { caseId: work.id, upload: { name: 'a.png', bytes: PNG }, kind })
    expect((await file('委托书')).ok).toBe(false)
    expect((await file('案卷材料')).ok).toBe(true)

    const made = await fileOnline(place, { requester: agent() })
    await officeDoes(place, made, { kind: 'received', on: on('2026-03-16'), via: 'web' })
    place.setToday('2026-03-17')
    await officeDoes(place, made, {
      kind: 'correction-asked',
      on: on('2026-03-17'),
      items: '请提供授权委托书。',
      replyBy: on('2026-04-07'),
      triggers: ['authority'],
    })
    const upload = { name: '委托书.png', bytes: PNG }
    must(await submitCorrection(place.office, made.own, { commandId: randomUUID(), text: '委托书见附件', files: [upload] }))
    must(await completeRequester(place.office, place.actor('clerk'), { caseId: made.id, completion: { authorised: true } }))
  })
})

describe('身份材料', () => {
  test('看不到申请人完整信息的人，也打不开身份证明、委托书和申请书原件，文件名也不显示', async () => {
    const work = await newCase(place, '2026-03-02')
    const upload = { name: '王小明身份证.png', bytes: PNG }
    for (const kind of ['身份证明', '申请书原件', '信封'] as const)
      must(await attachToCase(place.office, place.actor('clerk'), { caseId: work.id, upload, kind }))
    must(await assignCase(place.office, place.actor('clerk'), { caseId: work.id, sectionId: place.ids.section, officerId: null }))
    for (const role of ['sectionOfficer', 'legalReviewer', 'clerk'] as const) {
      const opens = (await unmask(place.office, place.actor(role), { id: work.id, reason: '核对' })).ok
      const { files } = must(await viewCase(place.office, place.actor(role), work.id))
      for (const file of files) {
        const mayOpen = file.purpose === '信封' || opens
        expect(file.mayOpen).toBe(mayOpen)
        expect(file.name).toBe(mayOpen ? upload.name : file.purpose)
        expect((await readFile(place.office, place.actor(role), file.id)).ok).toBe(mayOpen)
      }
    }
  })

  test('联合申请的交寄清单，每个人的姓名都遮盖', async () => {
    const joint = [{ name: '赵普通人', idPaper: 'otherPaper', idNumber: 'T9999', phone: '', address: '' }] as const
    const company = { kind: 'business', name: '云岭县乙公司', contactName: '王小二', idPaper: 'creditCode' } as const
    const work = await newCase(place, '2026-03-02', {
      requester: { ...REQUESTER, ...company, idNumber: '91632321MA7523456X', joint: [...joint] },
    })
    await work.reply(GRANTED, '2026-03-16')
    const rows = must(await listOutgoing(place.office, place.actor('clerk'))).filter(({ caseId }) => caseId === work.id)
    expect(new Set(rows.map(({ recipient }) => recipient))).toEqual(new Set(['云岭县乙公司、赵***']))
  })
})

describe('两个人同时办理', () => {
  test('同时补登电话和证件号码：两样都在', async () => {
    place.setToday('2026-03-02')
    const { id } = must(
      await registerRequest(place.office, place.actor('clerk'), {
        commandId: randomUUID(),
        requester: { ...REQUESTER, phone: '', email: '', postcode: '', idNumber: '' },
        content: CONTENT,
        via: 'in-person',
        submittedOn: on('2026-03-02'),
        receivedOn: null,
      }),
    )
    const fill = (role: 'clerk' | 'officeHead', completion: Parameters<typeof completeRequester>[2]['completion']) =>
      completeRequester(place.office, place.actor(role), { caseId: id, completion })
    const both = await Promise.all([
      fill('clerk', { phone: '13800138000' }),
      fill('officeHead', { idPaper: 'otherPaper', idNumber: 'T7777777' }),
    ])
    expect(both.map(({ ok }) => ok)).toEqual([true, true])
    const { requester } = must(await unmask(place.office, place.actor('clerk'), { id, reason: '核对' }))
    expect([requester.phone, requester.idNumber]).toEqual(['13800138000', 'T7777777'])
  })

  test('同时分办：一次一次登记，都留在记录上', async () => {
    const work = await newCase(place, '2026-03-02')
    const assign = () =>
      assignCase(place.office, place.actor('clerk'), { caseId: work.id, sectionId: place.ids.section, officerId: null })
    const all = await Promise.all([assign(), assign(), assign()])
    expect(all.map(({ ok }) => ok)).toEqual([true, true, true])
  })
})
