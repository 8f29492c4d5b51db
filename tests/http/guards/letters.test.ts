/** 文书和送达的防线: the wrong way is refused with a reason that a beginner understands, then the right way works. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localDate as on } from '../../../src/law/date.ts'
import { must, type County, county } from '../county.ts'
import { GRANTED, newCase } from '../case-work.ts'

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
