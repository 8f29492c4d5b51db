/** 图片和附件在各渠道：传到公众号、传不成怎么办，推送时给出完整的地址。 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { faultWords } from '../../src/record/publication/outlet-view.ts'
import { type County, county, must } from './county.ts'
import { addFile, editionWork, photo } from './editions-work.ts'
import { type OutletWork, outletWork } from './outlets-work.ts'
import { APP, type WechatStandIn, wechatStandIn } from './wechat-stand-in.ts'

let place: County
let wechat: WechatStandIn
let work: ReturnType<typeof editionWork>
let outlets: OutletWork

beforeAll(async () => {
  place = await county('2026-03-02')
  wechat = await wechatStandIn()
  work = editionWork(place)
  const site = 'https://www.example.gov.cn/zwgk'
  outlets = outletWork(place, { wechatApi: wechat.address, pushHosts: [], siteFolder: null, site })
})
afterAll(async () => {
  await wechat.close()
  await place.close()
})

/** Released with pictures in its text and a list attached. */
async function illustrated(title: string, pictures = 1) {
  const one = await work.draft({ title })
  for (let at = 1; at <= pictures; at += 1) must(await addFile(place, one, `照片${at}.jpg`, await photo()))
  must(await addFile(place, one, '名单.csv', new TextEncoder().encode('学校\n第一小学\n')))
  const { content, documentId } = await one.view()
  const shown = content.files.slice(0, pictures)
  const body = `<p>见图。</p>${shown.map((file) => `<p><img data-file="${file.id}"></p>`).join('')}`
  const files = content.files.map((file) => (shown.includes(file) ? { ...file, alt: '学生在操场上做操' } : file))
  must(await one.save({ ...content, body, files }))
  must(await one.submit())
  await one.passAll()
  return { one, content, documentId, picture: shown[0], list: content.files.at(-1) }
}

describe('微信公众号', () => {
  let id: string
  beforeEach(async () => {
    wechat.asked.length = 0
    id = await outlets.only('wechat', APP)
  })

  test('正文里的图片先传到公众号、只传一次；附件列出名称，到原文下载', async () => {
    const { one, content } = await illustrated('有图片和附件的信息')
    wechat.instead.push({ path: 'draft/add', status: 502 })
    await outlets.send()
    await outlets.later()
    await outlets.send()
    const [out] = [...wechat.published.values()].filter(({ title }) => title === content.title)
    expect(out?.content).toMatch(/<img src="http:\/\/mmbiz\.qpic\.cn\/[^"]+" alt="学生在操场上做操" style="[^"]+">/)
    expect(out?.content).toContain('附件：名单。请点“阅读原文”下载。')
    expect(wechat.asked.filter((path) => path === 'media/uploadimg')).toHaveLength(1)
    await outlets.later()
    await outlets.send()
    expect(await outlets.at(one, id)).toMatchObject({ state: 'confirmed' })
  })

  test('传图片时令牌失效、断线、对方太忙：接着传，已经传好的不再传', async () => {
    wechat.instead.push(
      { path: 'media/uploadimg', answer: { errcode: 40001, errmsg: 'invalid credential' } },
      { path: 'media/uploadimg', answer: 'hang up' },
      { path: 'media/uploadimg', answer: { errcode: -1, errmsg: 'system busy' } },
    )
    const { one } = await illustrated('图片传了几次的信息', 2)
    for (let turn = 0; turn < 4; turn += 1) {
      await outlets.send()
      await outlets.later()
    }
    expect(await outlets.at(one, id)).toMatchObject({ state: 'confirmed' })
    const [out] = [...wechat.published.values()].filter(({ title }) => title === '图片传了几次的信息')
    expect(out?.content.match(/<img /g)).toHaveLength(2)
    expect(wechat.asked.filter((path) => path === 'media/uploadimg')).toHaveLength(3 + 2)
  })

  test.each([
    [40009, 'PICTURE_REFUSED', '对方没有收下正文里的图片'],
    [45009, 'QUOTA', '今天的调用次数已经用完'],
  ])('图片没有收下（%i）：不建草稿，转为人工发布，说明原因', async (errcode, fault, words) => {
    wechat.instead.push({ path: 'media/uploadimg', answer: { errcode, errmsg: 'refused' } })
    const { one } = await illustrated(`图片没有收下的信息（${errcode}）`)
    await outlets.send()
    expect(await outlets.at(one, id)).toMatchObject({ state: 'byHand', fault })
    expect(faultWords(fault)).toContain(words)
    expect(wechat.asked).not.toContain('draft/add')
  })
})

describe('推送', () => {
  test('附件和正文里的图片，推送的是完整的地址', async () => {
    const got: string[] = []
    const receiver = createServer((request, response) => {
      const pieces: Buffer[] = []
      request.on('data', (piece: Buffer) => pieces.push(piece))
      request.on('end', () => {
        got.push(Buffer.concat(pieces).toString('utf8'))
        response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
      })
    })
    await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done))
    const host = `127.0.0.1:${(receiver.address() as AddressInfo).port}`
    await outlets.only('push', { address: `http://${host}/take`, secret: 'push-secret-of-the-test' })
    const { documentId, picture, list } = await illustrated('推送的附件')
    await outlets.send({ pushHosts: [host] })
    await new Promise((done) => receiver.close(done))
    const base = `https://www.example.gov.cn/zwgk/jyj/doc/${documentId}/files`
    const pushed = JSON.parse(got.at(-1) ?? '{}') as { document: { body: string; attachments: object[] } }
    expect(pushed.document.body).toContain(
      `<img src="${base}/${picture?.id}.jpg" alt="学生在操场上做操" width="640" height="480"`,
    )
    expect(pushed.document.attachments).toMatchObject([{ title: '名单', address: `${base}/${list?.id}.csv` }])
  })
})
