/** 更正告知书的送达：与答复同样的方式、同样的凭证（国办公开办函〔2016〕235号）。 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listTasks } from '../../src/office/desk/list-tasks.ts'
import { newAmendment } from './amendment-work.ts'
import { type County, county, must } from './county.ts'

let place: County
beforeAll(async () => {
  place = await county('2026-03-02')
})
afterAll(() => place.close())

async function decided() {
  const matter = await newAmendment(place, '2026-03-02')
  must(await matter.propose({ result: 'refused', reasons: '经核查登记无误，证据不足以证明。' }))
  must(await matter.approve())
  return matter
}

test('《邮政法》第五十五条：快递企业的运单号不能作为送达凭证；邮政企业的可以', async () => {
  const matter = await decided()
  const posted = (proof: string) => matter.serve('2026-03-02', { by: 'signed-mail', proof })
  expect(await posted('顺丰 SF1234567890123')).toMatchObject({
    refusals: [{ field: 'proof', say: expect.stringContaining('快递') }],
  })
  expect(await posted('已寄出')).toMatchObject({ refusals: [{ code: 'field-missing', field: 'proof' }] })
  must(await posted('EMS 1068123456789，本人签收'))
})

test('《行政复议法》第二十二条第二款：电子送达须经同意，告知书写明网上复议渠道，本机关没有登记渠道的不能送达', async () => {
  const matter = await decided()
  expect(await matter.letter()).toContain('行政复议也可以通过互联网渠道申请：https://fuyi.example.invalid/')
  const online = (agreed?: string) =>
    matter.serve('2026-03-02', { by: 'electronic', proof: '邮件系统回执', ...(agreed ? { agreed } : {}) })
  expect(await online()).toMatchObject({ refusals: [{ code: 'service-method-refused', field: 'agreed' }] })
  const setWay = (way: string) =>
    place.asOwner(
      `update agency_version set data = data || jsonb_build_object('onlineReconsideration', $2::text) where agency_id = $1`,
      [place.ids.bureau, way],
    )
  const refused = { refusals: [{ code: 'service-method-refused', field: 'by', cite: { of: 'arl', at: '22.2' } }] }
  await setWay('')
  expect(await online('3月2日书面同意')).toMatchObject(refused)
  await setWay('https://other.example.invalid/')
  expect(await online('3月2日书面同意')).toMatchObject(refused)
  await setWay('https://fuyi.example.invalid/')
  must(await online('3月2日书面同意'))
  expect((await matter.view()).acts.at(-1)?.detail).toContain('同意电子送达：3月2日书面同意')
})

test('委托送达写明受委托的机关；公告期满之前不能登记公告送达', async () => {
  const matter = await decided()
  const serve = (how: Parameters<typeof matter.serve>[1]) => matter.serve('2026-03-02', how)
  expect(await serve({ by: 'entrusted' })).toMatchObject({ refusals: [{ field: 'agency' }] })
  expect(await serve({ by: 'public-notice', proof: '县政府网站公告' })).toMatchObject({
    refusals: [{ code: 'date-before-cause', field: 'on', say: expect.stringContaining('2026年4月1日') }],
  })
  must(await serve({ by: 'entrusted', agency: '云岭县司法局' }))
})

test('待寄出与已寄出待签收分开：交寄用邮政企业的邮件号，退回的再寄，签收之后办结', async () => {
  const matter = await decided()
  const task = async (day: string) => {
    place.setToday(day)
    const tasks = must(await listTasks(place.office, place.actor('clerk')))
    const own = tasks.find(({ amendmentId }) => amendmentId === matter.id)
    return own && [own.what, own.sending, own.left.words]
  }
  expect(await task('2026-03-02')).toEqual(['寄出更正告知书', 'toSend', '待寄出'])
  expect(await matter.post('SF1234567890123', '2026-03-02')).toMatchObject({ refusals: [{ code: 'service-method-refused' }] })
  expect(await matter.mailReturned('2026-03-02')).toMatchObject({ refusals: [{ code: 'letter-not-sent' }] })
  expect(await matter.post('1068123456789', '2026-03-03')).toMatchObject({ refusals: [{ code: 'date-in-future' }] })
  must(await matter.post('1068123456789', '2026-03-02'))
  expect(await matter.post('1068123456788', '2026-03-02')).toMatchObject({ refusals: [{ code: 'already-done' }] })
  expect(await task('2026-03-05')).toEqual(['登记更正告知书的送达', 'sent', '已寄出，待签收'])
  expect((await matter.view()).posted).toEqual({ on: '2026-03-02', mailNumber: '1068123456789' })
  must(await matter.mailReturned('2026-03-05'))
  expect(await task('2026-03-05')).toEqual(['邮件退回，再次寄出更正告知书', 'returned', '退回，待再寄'])
  expect(await matter.post('1068123456789', '2026-03-05')).toMatchObject({ refusals: [{ field: 'mailNumber' }] })
  must(await matter.post('1068123456788', '2026-03-05'))
  expect(await matter.serve('2026-03-04', { by: 'signed-mail', proof: 'EMS 1068123456788，本人签收' })).toMatchObject({
    refusals: [{ code: 'date-before-cause', field: 'on' }],
  })
  must(await matter.serve('2026-03-05', { by: 'signed-mail', proof: 'EMS 1068123456788，本人签收' }))
  expect(await task('2026-03-05')).toBeUndefined()
  const { acts, state } = await matter.view()
  expect(state).toBe('served')
  expect(acts.slice(-4).map(({ words, detail }) => [words, detail])).toEqual([
    ['交寄告知书', '邮政特快专递（EMS），邮件号码 1068123456789'],
    ['邮件退回', '无人签收'],
    ['交寄告知书', '邮政特快专递（EMS），邮件号码 1068123456788'],
    ['送达', '邮政企业邮寄送达，凭证：EMS 1068123456788，本人签收'],
  ])
})
