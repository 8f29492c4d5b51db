/** 公开渠道：签发后到各渠道，失败重试，核对在外的内容，撤下时处处撤下；人工办理的登记凭据。 */
import { randomUUID } from 'node:crypto'
import { createHmac } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { OutletSettings } from '../../src/edge/outlets/index.ts'
import {
  recordAtOutlet,
  retryAtOutlet,
  setOutlet,
  takeExpiredFromOutlets,
  viewOutlets,
} from '../../src/office/publication/index.ts'
import type { OutletInput } from '../../src/record/publication/outlet-view.ts'
import { type County, county, must } from './county.ts'
import { why } from './desk.ts'
import { editionWork } from './editions-work.ts'
import { type OutletWork, outletWork } from './outlets-work.ts'
import { APP, type WechatStandIn, wechatStandIn } from './wechat-stand-in.ts'

let place: County
let wechat: WechatStandIn
let settings: OutletSettings
let work: ReturnType<typeof editionWork>
let only: OutletWork['only']
let send: OutletWork['send']
let at: OutletWork['at']
let later: OutletWork['later']

beforeAll(async () => {
  place = await county('2026-03-02')
  wechat = await wechatStandIn()
  settings = { wechatApi: wechat.address, pushHosts: [], siteFolder: null, site: 'https://www.example.gov.cn/zwgk' }
  work = editionWork(place)
  ;({ only, send, at, later } = outletWork(place, settings))
})
afterAll(async () => {
  await wechat.close()
  await place.close()
})

describe('微信公众号', () => {
  let id: string
  beforeEach(async () => {
    wechat.slow = 0
    wechat.asked.length = 0
    id = await only('wechat', APP)
  })

  test('两次失败后发布成功；只有一个草稿、一次发布，链接留作凭据', async () => {
    wechat.instead.push(
      { path: 'draft/add', status: 502 },
      { path: 'freepublish/submit', answer: { errcode: -1, errmsg: 'busy' } },
    )
    const one = await work.release({ title: '教师招聘公告' })
    expect((await at(one, id))?.state).toBe('planned')
    await send()
    expect(await at(one, id)).toMatchObject({
      state: 'confirmed',
      link: expect.stringMatching(/^https:\/\/mp\.weixin\.qq\.com\/s\//),
    })
    const out = [...wechat.published.values()].filter(({ title }) => title === '教师招聘公告')
    expect(out).toHaveLength(1)
    expect(out[0]?.content).toContain('<td style="')
    expect(out[0]?.content).toContain('来源：云岭县教育局')
    expect(out[0]?.content_source_url).toBe(`https://www.example.gov.cn/zwgk/jyj/doc/${one.documentId}`)
    expect(wechat.drafts.size).toBe(0)
  })

  test('对方审核期间是“已提交”，发布后才是“已发布”', async () => {
    wechat.slow = 4
    const one = await work.release({ title: '学区划分调整公告' })
    await send()
    expect((await at(one, id))?.state).toBe('sent')
    wechat.slow = 0
    await later()
    await send()
    expect((await at(one, id))?.state).toBe('confirmed')
  })

  test('令牌失效时重新取得，同一件不重复', async () => {
    await work.release({ title: '第一件' })
    await send()
    wechat.instead.push({ path: 'draft/add', answer: { errcode: 42001, errmsg: 'access_token expired' } })
    const two = await work.release({ title: '第二件' })
    await send()
    expect((await at(two, id))?.state).toBe('confirmed')
    expect([...wechat.published.values()].filter(({ title }) => title === '第二件')).toHaveLength(1)
  })

  test('没有接口权限（48001）：转为人工发布，登记后即为已发布', async () => {
    wechat.instead.push({ path: 'draft/add', answer: { errcode: 48001, errmsg: 'api unauthorized' } })
    const one = await work.release({ title: '资助政策问答' })
    await send()
    expect(await at(one, id)).toMatchObject({ state: 'byHand', fault: 'NOT_ALLOWED' })
    const { todo } = must(await viewOutlets(place.office, place.actor('clerk')))
    expect(todo.find(({ documentId }) => documentId === one.documentId)).toMatchObject({ state: 'byHand', title: '资助政策问答' })
    const done = {
      outletId: id,
      documentId: one.documentId,
      on: place.office.today(),
      note: 'https://mp.weixin.qq.com/s/by-hand',
    }
    must(await recordAtOutlet(place.office, place.actor('clerk'), done))
    expect((await at(one, id))?.state).toBe('confirmed')
  })

  test('密钥不对：不再重试，说明怎么办；改正后重试成功', async () => {
    const wrong = await only('wechat', { ...APP, secret: 'wrong' })
    const one = await work.release({ title: '密钥不对时签发的' })
    await send({ wechatApi: wechat.address })
    expect(await at(one, wrong)).toMatchObject({ state: 'failed', fault: 'CREDENTIALS' })
    const [outlet] = must(await viewOutlets(place.office, place.actor('officeHead'))).outlets.filter((o) => o.id === wrong)
    if (!outlet) throw new Error('no outlet')
    must(await setOutlet(place.office, place.actor('officeHead'), { ...outlet, secret: APP.secret }))
    must(await retryAtOutlet(place.office, place.actor('clerk'), { outletId: wrong, documentId: one.documentId }))
    await send()
    expect((await at(one, wrong))?.state).toBe('confirmed')
  })

  test('每日核对：在外的内容被改动或者删除，列为待办', async () => {
    const one = await work.release({ title: '营养餐公示' })
    await send()
    const [article] = [...wechat.published].filter(([, { title }]) => title === '营养餐公示')
    await later()
    await send()
    expect((await at(one, id))?.state).toBe('confirmed')
    wechat.tamper(article?.[0] ?? '', '<p>别的内容</p>')
    await later()
    await send()
    expect(await at(one, id)).toMatchObject({ state: 'failed', fault: 'DIFFERS' })
  })

  test('修改后再签发：旧的删除，新的发布', async () => {
    const one = await work.release({ title: '收费标准' })
    await send()
    const again = await work.releaseAgain(one.documentId, { title: '收费标准（更正）' })
    await send()
    const titles = [...wechat.published.values()].map(({ title }) => title).filter((title) => title.startsWith('收费标准'))
    expect(titles).toEqual(['收费标准（更正）'])
    expect((await at(again, id))?.state).toBe('confirmed')
  })

  test('撤下：已发布的删除；还没有送出的不再送；再签发又出现', async () => {
    const shown = await work.release({ title: '撤下的' })
    await send()
    must(await shown.withdraw('内容有误'))
    const never = await work.release({ title: '没有送出的' })
    must(await never.withdraw('内容有误'))
    await send()
    expect((await at(shown, id))?.state).toBe('withdrawn')
    expect((await at(never, id))?.state).toBe('withdrawn')
    const titles = [...wechat.published.values()].map(({ title }) => title)
    expect(titles).not.toContain('撤下的')
    expect(titles).not.toContain('没有送出的')
  })

  test('正在发布时撤下：等对方发布完成再删除', async () => {
    wechat.slow = 3
    const one = await work.release({ title: '正在发布的' })
    await send()
    expect((await at(one, id))?.state).toBe('sent')
    must(await one.withdraw('内容有误'))
    await send()
    await later()
    await send()
    expect((await at(one, id))?.state).toBe('withdrawn')
    expect([...wechat.published.values()].map(({ title }) => title)).not.toContain('正在发布的')
  })

  test('公示期满：各渠道同时撤下', async () => {
    const one = await work.release({ title: '评优公示', shownUntil: '2026-03-06' })
    await send()
    expect((await at(one, id))?.state).toBe('confirmed')
    place.setToday('2026-03-07')
    await takeExpiredFromOutlets(place.office)
    await send()
    expect((await at(one, id))?.state).toBe('withdrawn')
    place.setToday('2026-03-02')
  })

  test('提交后程序中断：接着办，不发布第二次', async () => {
    const one = await work.release({ title: '中断的' })
    wechat.instead.push({ path: 'freepublish/get', answer: 'hang up' }, { path: 'freepublish/get', answer: 'hang up' })
    await send()
    await later()
    await send()
    expect((await at(one, id))?.state).toBe('confirmed')
    expect(wechat.asked.filter((path) => path === 'draft/add')).toHaveLength(1)
    expect(wechat.asked.filter((path) => path === 'freepublish/submit')).toHaveLength(1)
  })

  test('交出去之后答复丢失：查得到的接着办，不发布第二次；撤下时也查得到', async () => {
    wechat.instead.push({ path: 'freepublish/submit', answer: 'lose the answer' })
    wechat.publishAtOnce = true
    const one = await work.release({ title: '答复丢失的' })
    await send()
    expect((await at(one, id))?.state).toBe('confirmed')
    const busy = { path: 'freepublish/submit', answer: { errcode: -1, errmsg: 'busy' } } as const
    wechat.instead.push({ path: 'freepublish/submit', answer: 'lose the answer' }, busy, busy)
    const two = await work.release({ title: '答复丢失后撤下的' })
    await send()
    expect((await at(two, id))?.state).toBe('planned')
    must(await two.withdraw('内容有误'))
    await later()
    await send()
    expect((await at(two, id))?.state).toBe('withdrawn')
    wechat.publishAtOnce = false
    const titles = [...wechat.published.values()].map(({ title }) => title)
    expect(titles.filter((title) => title.startsWith('答复丢失'))).toEqual(['答复丢失的'])
  })

  test('人工发布的只能人工撤下：撤下后待人工办理，不当作已经撤下', async () => {
    wechat.instead.push({ path: 'draft/add', answer: { errcode: 48001, errmsg: 'api unauthorized' } })
    const one = await work.release({ title: '人工发布的' })
    await send()
    const done = { outletId: id, documentId: one.documentId, on: place.office.today(), note: 'https://mp.weixin.qq.com/s/x' }
    must(await recordAtOutlet(place.office, place.actor('clerk'), done))
    must(await one.withdraw('内容有误'))
    await send()
    expect((await at(one, id))?.state).toBe('leaveByHand')
  })

  test('只知道 AppID、没有密钥的，用不了别人的公众号', async () => {
    await work.release({ title: '先取得令牌' })
    await send()
    const thief = await only('wechat', { ...APP, secret: 'somebody-else' })
    const one = await work.release({ title: '冒用的' })
    await send()
    expect(await at(one, thief)).toMatchObject({ state: 'failed', fault: 'CREDENTIALS' })
    expect([...wechat.published.values()].map(({ title }) => title)).not.toContain('冒用的')
  })

  test('已有信息发布的渠道，账号不能改', async () => {
    await work.release({ title: '占住账号的' })
    await send()
    const [outlet] = must(await viewOutlets(place.office, place.actor('officeHead'))).outlets.filter((one) => one.id === id)
    if (!outlet) throw new Error('no outlet')
    const moved = { ...outlet, secret: null, settings: { appId: 'wx-another' } }
    expect(why(await setOutlet(place.office, place.actor('officeHead'), moved))).toMatch(/账号和网址不能再改/)
  })

  test('只对本单位公开的不送；不在所选栏目的不送', async () => {
    const chosen = await only('wechat', APP, ['plans'])
    const staff = await work.release({ column: 'plans', audience: 'staff', reason: '机关内部事务，不影响公众' })
    const other = await work.release({ column: 'education-admission' })
    const carried = await work.release({ column: 'plans', title: '年度计划' })
    await send()
    expect([await at(staff, chosen), await at(other, chosen), (await at(carried, chosen))?.state]).toEqual([
      undefined,
      undefined,
      'confirmed',
    ])
  })
})

describe('推送', () => {
  const SECRET = 'push-secret-of-the-test'
  let receiver: Server
  let host: string
  const got: { headers: Record<string, string | string[] | undefined>; body: string }[] = []
  let status = 200
  /** What happens while the receiver is at it. */
  let meanwhile: (() => Promise<void>) | null = null
  beforeAll(async () => {
    receiver = createServer((request, response) => {
      const pieces: Buffer[] = []
      request.on('data', (piece: Buffer) => pieces.push(piece))
      request.on('end', async () => {
        await meanwhile?.()
        got.push({ headers: request.headers, body: Buffer.concat(pieces).toString('utf8') })
        response.writeHead(status, { 'content-type': 'application/json' })
        response.end(JSON.stringify({ address: 'https://www.example.gov.cn/a/1.html' }))
      })
    })
    await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done))
    host = `127.0.0.1:${(receiver.address() as AddressInfo).port}`
  })
  afterAll(() => new Promise((done) => receiver.close(done)))

  test('签名正确，撤下也通知；没有被允许的主机不连', async () => {
    const id = await only('push', { address: `http://${host}/take`, secret: SECRET })
    const one = await work.release({ title: '推送的公告' })
    await send()
    expect(await at(one, id)).toMatchObject({ state: 'failed', fault: 'HOST_NOT_ALLOWED' })
    expect(got).toHaveLength(0)
    must(await retryAtOutlet(place.office, place.actor('clerk'), { outletId: id, documentId: one.documentId }))
    await send({ pushHosts: [host] })
    expect(await at(one, id)).toMatchObject({ state: 'confirmed', link: 'https://www.example.gov.cn/a/1.html' })
    const [first] = got
    const signed = createHmac('sha256', SECRET)
      .update(`${String(first?.headers['x-gongkai-timestamp'])}.${first?.body}`)
      .digest('hex')
    expect(first?.headers['x-gongkai-signature']).toBe(`sha256=${signed}`)
    expect(JSON.parse(first?.body ?? '')).toMatchObject({ event: 'published', agency: 'jyj', document: { title: '推送的公告' } })
    must(await one.withdraw('内容有误'))
    await send({ pushHosts: [host] })
    expect(JSON.parse(got.at(-1)?.body ?? '')).toEqual({ event: 'withdrawn', agency: 'jyj', id: one.documentId })
  })

  test('正在推送时撤下、答复丢失后撤下：都通知对方撤下', async () => {
    await only('push', { address: `http://${host}/take`, secret: SECRET })
    got.length = 0
    const one = await work.release({ title: '推送中撤下的' })
    meanwhile = async () => {
      meanwhile = null
      must(await one.withdraw('内容有误'))
    }
    await send({ pushHosts: [host] })
    expect(got.map(({ body }) => (JSON.parse(body) as { event: string }).event)).toEqual(['published', 'withdrawn'])

    got.length = 0
    status = 503
    const two = await work.release({ title: '答复丢失后撤下的' })
    await send({ pushHosts: [host] })
    status = 200
    must(await two.withdraw('内容有误'))
    await send({ pushHosts: [host] })
    expect(JSON.parse(got.at(-1)?.body ?? '{}')).toMatchObject({ event: 'withdrawn', id: two.documentId })
  })

  test('对方拒收：停止并列为待办', async () => {
    const id = await only('push', { address: `http://${host}/take`, secret: SECRET })
    status = 422
    const one = await work.release({ title: '对方拒收的' })
    await send({ pushHosts: [host] })
    expect(await at(one, id)).toMatchObject({ state: 'failed', fault: 'REFUSED' })
    status = 200
  })
})

describe('人工办理的渠道', () => {
  test('公告栏：签发后待张贴，登记后已张贴；撤下后待取下，登记后已取下；每一步有人有日期', async () => {
    const id = await only('board', { place: '政务大厅一楼' })
    const one = await work.release({ title: '张贴的公告' })
    expect((await at(one, id))?.state).toBe('byHand')
    const done = { outletId: id, documentId: one.documentId, on: place.office.today(), note: '政务大厅一楼，张某' }
    expect(
      why(await recordAtOutlet(place.office, place.actor('clerk'), { ...done, on: '2026-03-03' as typeof done.on })),
    ).toMatch(/日期晚于今天/)
    must(await recordAtOutlet(place.office, place.actor('clerk'), done))
    must(await one.withdraw('内容有误'))
    expect((await at(one, id))?.state).toBe('leaveByHand')
    must(await recordAtOutlet(place.office, place.actor('clerk'), { ...done, note: '已取下' }))
    const events = (await one.view()).outlets.find(({ outletId }) => outletId === id)?.events
    expect(events?.map(({ state, by }) => `${state} ${by}`)).toEqual([
      'byHand head·bureau',
      'confirmed clerk·bureau',
      'leaveByHand head·bureau',
      'withdrawn clerk·bureau',
    ])
  })

  test('没有填写的在该处指出；种类不能改；密钥不再显示', async () => {
    const head = place.actor('officeHead')
    const input: OutletInput = {
      id: randomUUID(),
      kind: 'wechat',
      name: '公众号',
      columns: [],
      settings: {},
      secret: null,
      active: true,
    }
    const refused = await setOutlet(place.office, head, input)
    expect(refused.ok ? [] : refused.refusals.map(({ field }) => field)).toEqual(['appId', 'secret'])
    const view = must(await setOutlet(place.office, head, { ...input, settings: { appId: APP.appId }, secret: APP.secret }))
    expect(JSON.stringify(view)).not.toContain(APP.secret)
    expect(why(await setOutlet(place.office, head, { ...input, kind: 'board', settings: { place: '某' } }))).toMatch(/种类不能改/)
  })
})
