/** 收到之日怎么定：每一种渠道 — through the office's verbs on a real database. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localDate } from '../../../src/law/date.ts'
import { registerFilterSchema } from '../../../src/edge/console/contract/requests.ts'
import { exportBundle } from '../../../src/office/archive/bundle.ts'
import { listRequests } from '../../../src/office/requests/list-cases.ts'
import { noteIncomingMail } from '../../../src/office/requests/note-incoming-mail.ts'
import { splitRequest } from '../../../src/office/requests/split-request.ts'
import type { Role } from '../../../src/record/people/roles.ts'
import type { CaseView } from '../../../src/record/requests/view.ts'
import { CONTENT, type County, county, must } from '../county.ts'
import { type Desk, deskOf, why } from '../desk.ts'

let place: County
let desk: Desk
beforeAll(async () => {
  place = await county('2026-03-09')
  desk = deskOf(place)
})
afterAll(() => place.close())

const day = localDate

describe('G1 收到之日', () => {
  test('G1 收发室签收的特快专递，以签收之日为收到之日：按转到公开科之日登记的，拒绝并说明应为哪一天', async () => {
    place.setToday('2022-10-10')
    const given = { via: 'signed-mail', submittedOn: day('2022-09-30') } as const
    const came = { signedOn: day('2022-09-30'), signedAt: '收发室' }
    const wrong = why(await desk.register({ ...given, came, receivedOn: day('2022-10-08') }))
    expect(wrong).toContain('receipt-day-wrong')
    expect(wrong).toContain('应为2022年9月30日，不是2022年10月8日')
    expect(wrong).toContain('内部转办、登记所用的时间不影响收到之日')
    // C04: 2022-10-08 and 10-09 are working days.
    const view = await desk.registered({ ...given, came })
    expect({ receivedOn: view.receivedOn, due: view.clock.due }).toEqual({ receivedOn: '2022-09-30', due: '2022-11-02' })
    expect(view.acts[0]?.detail).toBe('挂号信或特快专递（收发室签收）')
  })

  test('G1 无需签收的信寄到其他科室：没有与申请人确认的，不能登记收到之日；联系不上的先编号，恢复联系之日起算（C23）', async () => {
    place.setToday('2025-04-25')
    const view = await desk.registered({
      via: 'other-desk',
      submittedOn: day('2025-04-25'),
      came: { contactedOn: day('2025-04-25') },
    })
    expect(view.receivedOn).toBeNull()
    expect(view.number).toMatch(/〔2025〕\d+号$/)
    expect(view.acts.map(({ words, detail }) => `${words}：${detail}`)).toContain('联系申请人：电话联系，未联系上')
    place.setToday('2025-05-06')
    const early = why(await desk.act(view.id, { kind: 'received', on: day('2025-04-24') }))
    expect(early).toContain('date-before-cause')
    must(await desk.act(view.id, { kind: 'contacted', on: day('2025-04-27'), how: 'phone', reached: false }))
    expect(why(await desk.act(view.id, { kind: 'received', on: day('2025-04-26') }))).toContain('未联系上')
    must(await desk.act(view.id, { kind: 'received', on: day('2025-05-06') }))
    expect((await desk.caseOf(view.id)).clock.due).toBe('2025-06-04')
  })

  test('G1 当面提交的，以提交之日为收到之日，拖到登记那天不行', async () => {
    place.setToday('2026-03-09')
    const given = { via: 'in-person', submittedOn: day('2026-03-02') } as const
    expect(why(await desk.register({ ...given, receivedOn: day('2026-03-09') }))).toContain('应为2026年3月2日')
    // C01
    expect((await desk.registered(given)).clock.due).toBe('2026-03-30')
  })

  test.each([
    ['C02 网上（周六）提交，周一确认', 'announced-channel', '2026-03-07', '2026-03-09', '2026-04-07'],
    ['C03 春节前当面提交', 'in-person', '2026-02-10', null, '2026-03-16'],
    ['C05 国庆前签收', 'signed-mail', '2025-09-25', null, '2025-10-29'],
    ['C06 调休上班的周日签收', 'signed-mail', '2025-09-28', null, '2025-10-31'],
    ['C07 放假期间值班人员签收', 'signed-mail', '2024-10-03', null, '2024-11-01'],
    ['传真，次日确认', 'fax', '2026-03-05', '2026-03-06', '2026-04-03'],
    ['电子邮件，三日后才确认', 'email', '2026-03-03', '2026-03-06', '2026-04-03'],
    ['口头提出，当场代为填写并确认', 'oral', '2026-03-02', null, '2026-03-30'],
    ['平常信函，当日联系并确认', 'ordinary-mail', '2026-03-02', '2026-03-02', '2026-03-30'],
  ] as const)('G1 %s', async (_, via, submittedOn, confirmedOn, due) => {
    place.setToday('2026-03-09')
    const view = await desk.registered({ via, submittedOn: day(submittedOn), receivedOn: confirmedOn && day(confirmedOn) })
    expect(view.clock.due).toBe(due)
  })

  test('G1 指南公布以到达之日为收到之日的渠道，从其公布；没有公布的，以确认为准', async () => {
    place.setToday('2026-03-09')
    const given = { via: 'announced-channel', submittedOn: day('2026-03-02') } as const
    expect((await desk.registered({ ...given, came: { announced: 'arrival' } })).receivedOn).toBe('2026-03-02')
    expect((await desk.registered({ ...given, came: { announced: 'confirmation' } })).receivedOn).toBeNull()
  })

  test('C08、C09 内容不明确的，五月十日前告知补正；收到补正重新计算二十个工作日', async () => {
    place.setToday('2024-05-20')
    const view = await desk.registered({ via: 'in-person', submittedOn: day('2024-04-28'), unclear: true })
    const limitOf = (one: CaseView) => one.limits.find(({ what }) => what === 'correctionNotice')?.due
    expect(limitOf(view)).toBe('2024-05-10')
    must(
      await desk.act(view.id, { kind: 'correction-asked', on: day('2024-05-10'), items: '写明学段', replyBy: day('2024-05-31') }),
    )
    must(await desk.act(view.id, { kind: 'correction-received', on: day('2024-05-20') }))
    expect((await desk.caseOf(view.id)).clock.due).toBe('2024-06-18')
  })
})

describe('条例第三十一条第二款 来件号证明哪天签收', () => {
  const signed = (mailNumber: string, subject = '来件号的申请') =>
    desk.register({
      via: 'signed-mail',
      submittedOn: day('2026-03-06'),
      came: { signedAt: '收发室', mailNumber },
      content: { ...CONTENT, subject },
    })
  const found = async (q: string) => {
    const filter = { ...registerFilterSchema.parse({ state: 'all', q }), year: undefined }
    return must(await listRequests(place.office, place.actor('clerk'), filter, { page: 1, size: 50 })).rows.map(({ id }) => id)
  }
  const note = (caseId: string, number: string, role: Role = 'clerk') =>
    noteIncomingMail(place.office, place.actor(role), { caseId, number })

  test('登记时填写，登记簿按它查得到，证据卷里有；更正以后两个都看得到，只按新的查', async () => {
    place.setToday('2026-03-09')
    expect(why(await signed('见信封'))).toContain('这不是来件号')
    const { id } = must(await signed('xa 1234567-8951'))
    const noted = { number: 'XA12345678951', on: '2026-03-09', formerly: [] }
    expect(await desk.caseOf(id)).toMatchObject({ incomingMail: noted, mayNoteIncomingMail: true })
    expect(await found('XA12345678951')).toEqual([id])
    expect(await found('xa1234 8951')).toEqual([id])
    expect(why(await note(id, '12'))).toContain('这不是来件号')
    expect((await note(id, 'SF1234567890123', 'sectionOfficer')).ok).toBe(false)
    // Whoever sends a letter may take any carrier.
    must(await note(id, 'SF1234567890123'))
    must(await note(id, 'SF1234567890123'))
    expect(await desk.caseOf(id)).toMatchObject({ incomingMail: { number: 'SF1234567890123', formerly: ['XA12345678951'] } })
    expect(await found('XA12345678951')).toEqual([])
    expect(await found('sf1234567890123')).toEqual([id])
    const { bundle } = must(
      await exportBundle(place.office, place.actor('clerk'), { caseId: id, scope: 'evidence', form: 'pdf' }),
    )
    expect(JSON.stringify(bundle.parts)).toContain('SF1234567890123')
  })

  test('不是挂号信、特快专递的没有来件号；拆分的各件都带上', async () => {
    place.setToday('2026-03-09')
    const handed = await desk.registered({ via: 'in-person', submittedOn: day('2026-03-09') })
    expect(handed.mayNoteIncomingMail).toBe(false)
    expect(why(await note(handed.id, 'XA12345678965'))).toContain('不是以挂号信或者特快专递收到')
    const { id } = must(await signed('XA12345678965', '甲和乙'))
    const items = ['甲项信息', '乙项信息'].map((subject) => ({ subject, description: '' }))
    const split = { caseId: id, commandId: randomUUID(), seen: (await desk.caseOf(id)).version, items }
    must(await splitRequest(place.office, place.actor('clerk'), split))
    expect(await found('XA12345678965')).toHaveLength(2)
  })
})
