/** 文书和送达的防线: the wrong way is refused with a reason that a beginner understands, then the right way works. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ReplyContentInput } from '../../../src/record/requests/reply.ts'
import { localDate as on } from '../../../src/law/date.ts'
import { setWording } from '../../../src/office/letters/wording.ts'
import { must, type County, county } from '../county.ts'
import { GRANTED, newCase } from '../case-work.ts'

const WITHHELD: ReplyContentInput = {
  outcome: 'withheld.internalAffairs',
  reasons: '该信息为本机关内部人事管理信息，不影响申请人的权利义务。',
  severable: false,
  tests: [
    {
      of: 'internalAffairs',
      answers: [
        { holds: true, why: '年度考核和岗位安排的内部材料' },
        { holds: true, why: '只在本机关内部起作用' },
        { holds: true, why: '公开会影响内部评议' },
      ],
    },
  ],
}

let place: County
beforeAll(async () => {
  place = await county()
})
afterAll(() => place.close())

describe('G17 没有送达凭证', () => {
  test('G17 快递不能寄公文、到付不行、号码抄错不行；邮政企业寄出后，没有凭证就一直“送达未证实”', async () => {
    const work = await newCase(place, '2026-03-02')
    await work.reply(GRANTED, '2026-03-16')
    const letter = await work.named('D11')
    const base = { kind: 'dispatched', on: on('2026-03-16'), ...letter, by: 'signed-mail' } as const

    expect(await work.record({ ...base, carrier: 'courier', mailNumber: 'SF1234567890123' })).toMatchObject({
      ok: false,
      refusals: [{ code: 'service-method-refused', field: 'carrier', cite: { of: 'serviceReply' } }],
    })
    expect(await work.record({ ...base, carrier: 'ems', mailNumber: 'SF1234567890123' })).toMatchObject({
      refusals: [{ code: 'service-method-refused', say: expect.stringContaining('顺丰') }],
    })
    expect(await work.record({ ...base, carrier: 'ems', mailNumber: '1234567890123', freightCollect: true })).toMatchObject({
      refusals: [{ code: 'service-method-refused', field: 'freightCollect', cite: { of: 'reg', at: '42.1' } }],
    })
    expect(await work.record({ ...base, carrier: 'ems', mailNumber: 'EA123456789CN' })).toMatchObject({
      refusals: [{ code: 'field-invalid', say: expect.stringContaining('校验位') }],
    })
    expect((await work.service('D11')).state).toBe('unsent')

    must(await work.record({ ...base, carrier: 'ems', mailNumber: ' 1234 5678 90123' }))
    expect(await work.service('D11')).toMatchObject({ state: 'unproven', attempts: [{ mailNumber: '1234567890123' }] })
    expect((await work.view()).phase).toBe('replied')

    const served = { kind: 'served', on: on('2026-03-18'), by: 'signed-mail' } as const
    expect(await work.record(served)).toMatchObject({ refusals: [{ code: 'proof-missing', field: 'proof' }] })
    must(await work.record({ ...served, signedBy: 'household', proof: '邮政查询：妥投' }, { signer: '某家属' }))
    expect(await work.service('D11')).toMatchObject({ state: 'proven', proven: { on: '2026-03-18', by: 'signed-mail' } })
    const slip = await work.text('D28')
    for (const words of ['1234567890123', '2026年3月18日', '某家属', '同住成年家属', letter.letter]) expect(slip).toContain(words)
    expect(JSON.stringify((await work.view()).acts)).not.toContain('某家属')
  })

  test('G17 退回后第二次交寄；仍不能送达的才公告，满三十日视为送达', async () => {
    const work = await newCase(place, '2026-03-02')
    await work.reply(GRANTED, '2026-03-16')
    const letter = await work.named('D11')
    const post = { kind: 'dispatched', ...letter, by: 'signed-mail', carrier: 'ems' } as const
    const notice = { kind: 'notice-published', ...letter, outlet: '云岭县人民政府网站', account: '两次邮寄均退回' } as const

    expect(await work.record({ ...notice, on: on('2026-03-16'), because: 'otherWaysFailed' })).toMatchObject({
      refusals: [{ code: 'service-method-refused', field: 'because', cite: { of: 'civilProcedure', at: '95' } }],
    })
    must(await work.record({ ...post, on: on('2026-03-16'), mailNumber: '1234567890123' }))
    const sent = (await work.service('D11')).attempts[0]?.seq ?? -1
    expect(await work.record({ ...post, on: on('2026-03-17'), mailNumber: '1234567890124' })).toMatchObject({
      refusals: [{ code: 'already-done' }],
    })
    must(await work.record({ kind: 'mail-returned', on: on('2026-03-24'), of: sent, because: 'nobodyThere' }))
    expect((await work.service('D11')).state).toBe('returned')
    // The envelope that came back proves nothing about the one that goes out now.
    expect(await work.record({ ...post, on: on('2026-03-25'), mailNumber: '1234567890123' })).toMatchObject({
      refusals: [{ field: 'mailNumber', say: expect.stringContaining('已经退回') }],
    })
    must(await work.record({ ...post, on: on('2026-03-25'), mailNumber: '1234567890124' }))
    const again = (await work.service('D11')).attempts[1]?.seq ?? -1
    must(await work.record({ kind: 'mail-returned', on: on('2026-04-02'), of: again, because: 'moved' }))

    must(await work.record({ ...notice, on: on('2026-04-03'), because: 'otherWaysFailed' }))
    const served = { kind: 'served', by: 'public-notice' } as const
    expect(await work.record({ ...served, on: on('2026-04-20') })).toMatchObject({
      refusals: [{ code: 'date-before-cause', say: expect.stringContaining('2026年5月3日') }],
    })
    must(await work.record({ ...served, on: on('2026-05-03') }, { today: '2026-05-06' }))
    expect(await work.view()).toMatchObject({ phase: 'served', clock: { breaches: [] } })
  })

  test('G17 电子送达：申请人同意过，本机关有网上复议渠道，还要有到达记录', async () => {
    const post = await newCase(place, '2026-03-02')
    await post.reply(GRANTED, '2026-03-16')
    const electronic = { kind: 'dispatched', on: on('2026-03-16'), by: 'electronic' } as const
    expect(await post.record({ ...electronic, ...(await post.named('D11')) })).toMatchObject({
      refusals: [{ code: 'service-method-refused', say: '申请人没有选择电子送达。' }],
    })

    const online = await newCase(place, '2026-03-02', {
      content: { delivery: 'electronic' },
      requester: { email: 'x@example.invalid' },
    })
    await online.reply(GRANTED, '2026-03-16')
    const letter = await online.named('D11')
    await place.asOwner(`update agency_version set data = data || '{"onlineReconsideration":""}' where agency_id = $1`, [
      place.ids.bureau,
    ])
    expect(await online.record({ ...electronic, ...letter })).toMatchObject({
      refusals: [{ code: 'service-method-refused', cite: { of: 'arl', at: '22.2' } }],
    })
    await place.asOwner(
      `update agency_version set data = data || '{"onlineReconsideration":"https://fuyi.example.invalid/"}' where agency_id = $1`,
      [place.ids.bureau],
    )
    must(await online.record({ ...electronic, ...letter }))
    const served = { kind: 'served', on: on('2026-03-16'), by: 'electronic' } as const
    expect(await online.record(served)).toMatchObject({ refusals: [{ code: 'proof-missing' }] })
    must(await online.record({ ...served, proof: '系统显示2026-03-16 15:02到达' }))
    expect((await online.service('D11')).state).toBe('proven')
  })

  test('G17 委托送达要写明受委托的机关；拒收的留置，要有见证或者录像', async () => {
    const work = await newCase(place, '2026-03-02')
    await work.reply(GRANTED, '2026-03-16')
    const letter = await work.named('D11')
    const entrusted = { kind: 'dispatched', on: on('2026-03-16'), ...letter, by: 'entrusted' } as const
    expect(await work.record(entrusted)).toMatchObject({ refusals: [{ code: 'field-missing', field: 'agency' }] })
    must(await work.record({ ...entrusted, agency: '云岭县民政局' }))
    expect(await work.text('D28')).toContain('云岭县民政局')
    const left = { kind: 'served', on: on('2026-03-17'), by: 'entrusted', leftBecause: '本人在家，拒绝签收' } as const
    expect(await work.record(left)).toMatchObject({
      refusals: [{ code: 'proof-missing', field: 'leftWitness', cite: { of: 'civilProcedure', at: '89' } }],
    })
    expect(await work.record({ ...left, by: 'signed-mail', leftWitness: 'recording' })).toMatchObject({
      refusals: [{ code: 'service-method-refused', field: 'by' }],
    })
    must(await work.record({ ...left, leftWitness: 'recording' }))
    expect(await work.text('D28')).toContain('留置送达，拒收事由：本人在家，拒绝签收')
  })

  test('G17 答复写着期限内，晚了才交邮：按交邮之日算，逾期看得见', async () => {
    const work = await newCase(place, '2026-03-02')
    await work.reply(GRANTED, '2026-03-30')
    expect((await work.view()).clock.breaches).toEqual([])
    const post = { kind: 'dispatched', ...(await work.named('D11')), by: 'signed-mail', carrier: 'registered' } as const
    must(await work.record({ ...post, on: on('2026-04-01'), mailNumber: 'XA12345678951' }))
    expect((await work.view()).clock.breaches).toMatchObject([{ what: 'reply', due: '2026-03-30', on: '2026-04-01' }])
  })
})

describe('G15 救济写错、漏写', () => {
  test('G15 可以直接起诉的和复议前置的，文书各写各的；缺法院名称的发不出去，补上就行', async () => {
    const free = await newCase(place, '2026-03-02')
    await free.reply(GRANTED, '2026-03-05')
    const told = await free.text('D11')
    for (const words of ['60日内', '云岭县人民政府申请行政复议', '6个月内', '云岭县人民法院提起行政诉讼'])
      expect(told).toContain(words)

    const withheld = await newCase(place, '2026-03-02')
    await withheld.reply(WITHHELD, '2026-03-05')
    const first = await withheld.text('D14')
    expect(first).toContain('《中华人民共和国行政复议法》第二十三条')
    expect(first).toContain('应当先自收到本告知书之日起60日内')
    expect(first).toContain('15日内')
    expect(first).not.toContain('6个月内')

    const court = (name: string) =>
      place.asOwner(`update agency_version set data = data || jsonb_build_object('court', $2::text) where agency_id = $1`, [
        place.ids.bureau,
        name,
      ])
    const lacking = await newCase(place, '2026-03-02')
    await court('')
    await expect(lacking.reply(GRANTED, '2026-03-05')).rejects.toThrow('受诉法院')
    await court('云岭县人民法院')
    expect((await lacking.reply(GRANTED, '2026-03-05')).code).toBe('D11')
  })

  test('G15 自己在文书里另写救济途径的，不收', async () => {
    const office = place.actor('officeHead')
    place.setToday('2026-03-05')
    const own = { part: 'closing', codes: ['D14'], from: on('2026-03-05') } as const
    expect(await setWording(place.office, office, { ...own, codes: ['D14'], text: '不服的可在三个月内起诉。' })).toMatchObject({
      refusals: [{ code: 'outcome-inconsistent', cite: { of: 'reg', at: '51' } }],
    })
    must(await setWording(place.office, office, { ...own, codes: ['D14'], text: '特此告知。' }))
  })
})

test('G16 名称、日期、落款写错：机关更名以后，文书印的是成文那天的名称；名称不能手填，一处也不会不同', async () => {
  const before = await newCase(place, '2026-03-09')
  await place.asOwner(
    `insert into agency_version (agency_id, from_date, data)
     select agency_id, '2026-03-10', data || '{"name":"云岭县教育体育局","reconsiderationBody":"云岭市人民政府"}' from agency_version
     where agency_id = $1 order by from_date desc limit 1`,
    [place.ids.bureau],
  )
  await before.reply(GRANTED, '2026-03-09')
  const old = await before.opened('D11')
  expect([old.agency, old.signature]).toEqual(['云岭县教育局', { agency: '云岭县教育局', date: '2026年3月9日' }])

  const after = await newCase(place, '2026-03-10')
  await after.reply(GRANTED, '2026-03-10')
  const renamed = await after.opened('D11')
  expect([renamed.agency, renamed.signature]).toEqual(['云岭县教育体育局', { agency: '云岭县教育体育局', date: '2026年3月10日' }])
  expect(JSON.stringify(renamed)).not.toContain('云岭县教育局')
  expect(await after.text('D11')).toContain('云岭市人民政府申请行政复议')
  // 日期早于成文之日的交寄不收
  const early = { kind: 'dispatched', on: on('2026-03-09'), ...(await after.named('D11')), by: 'in-person' } as const
  expect(await after.record(early, { today: '2026-03-10' })).toMatchObject({
    refusals: [{ code: 'date-before-cause', field: 'on' }],
  })
})
