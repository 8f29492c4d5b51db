/** 即时的渠道：订阅源、网站地图、开放数据、大厅屏幕、公告栏打印，公开的马上有，撤下的马上没有，不公开的从来没有。 */
import { load } from 'cheerio'
import type { FastifyInstance } from 'fastify'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type County, county, must } from './county.ts'
import { editionWork } from './editions-work.ts'

let place: County
let app: FastifyInstance
let work: ReturnType<typeof editionWork>
let shown: Awaited<ReturnType<ReturnType<typeof editionWork>['release']>>
beforeAll(async () => {
  place = await county('2026-03-02')
  app = await place.product.buildServer()
  work = editionWork(place)
  shown = await work.release({ title: '学区划分<公告>&说明', summary: '城区“六所”小学的服务范围。', shownUntil: '2026-03-20' })
})
afterAll(async () => {
  await app.close()
  await place.close()
})

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers })
const LIVE = [
  '/feed.atom',
  '/feed.rss',
  '/feed.json',
  '/jyj/feed.atom',
  '/jyj/feed.rss',
  '/jyj/feed.json',
  '/jyj/feed.json?column=education-admission',
  '/sitemap.xml',
  '/open-data/documents.csv',
  '/open-data/documents.json',
  '/jyj/screen',
  '/jyj/screen.json',
]

describe('公开的马上有，撤下的马上没有', () => {
  test.each(LIVE)('%s', async (url) => {
    const mark = { address: '/sitemap.xml' === url }
    const one = await work.release({ title: `即时渠道测试 ${url}` })
    const wanted = mark.address ? `/jyj/doc/${one.documentId}` : one.documentId
    const before = await get(url)
    expect(before.statusCode).toBe(200)
    expect(before.body).toContain(wanted)
    must(await one.withdraw('内容有误'))
    expect((await get(url)).body).not.toContain(wanted)
  })

  test.each(LIVE)('%s：起草中的、只对本单位的、公示期满的都没有', async (url) => {
    const draft = await work.draft({ title: '起草中的' })
    const staff = await work.release({ title: '公车使用', audience: 'staff', reason: '机关内部事务，不影响公众' })
    const over = await work.release({ title: '公示期满的', shownUntil: '2026-03-05' })
    place.setToday('2026-03-06')
    const { body } = await get(url)
    place.setToday('2026-03-02')
    for (const one of [await draft.view(), staff, over]) expect(body).not.toContain(one.documentId)
  })
})

describe('格式', () => {
  test('Atom 和 RSS 是合法的 XML，标题里的符号不坏', async () => {
    for (const [url, item] of [
      ['/jyj/feed.atom', 'entry'],
      ['/jyj/feed.rss', 'item'],
    ] as const) {
      const { body, headers } = await get(url)
      expect(headers['content-type']).toMatch(/xml/)
      const $ = load(body, { xml: true })
      const titles = $(`${item} > title`)
        .toArray()
        .map((one) => $(one).text())
      expect(titles).toContain('学区划分<公告>&说明')
    }
  })

  test('JSON Feed：网址、日期、栏目', async () => {
    const feed = (await get('/jyj/feed.json')).json<{ version: string; items: Record<string, unknown>[] }>()
    expect(feed.version).toBe('https://jsonfeed.org/version/1.1')
    const item = feed.items.find(({ id }) => id === `urn:uuid:${shown.documentId}`)
    expect(item).toMatchObject({
      url: `http://localhost:80/jyj/doc/${shown.documentId}`,
      date_published: '2026-03-02T00:00:00+08:00',
      tags: ['招生管理', '招生'],
    })
  })

  test('没有的栏目没有订阅源', async () => {
    expect((await get('/jyj/feed.atom?column=nowhere')).statusCode).toBe(404)
  })

  test('开放数据：CSV 与 JSON 同样的内容；数据目录（DCAT）列出两套', async () => {
    const lines = (await get('/open-data/documents.csv')).body.slice(1).trimEnd().split('\r\n')
    const rows = (await get('/open-data/documents.json')).json<Record<string, string>[]>()
    expect(rows).toHaveLength(lines.length - 1)
    expect(Object.keys(rows[0] ?? {}).join(',')).toBe(lines[0])
    const catalogue = (await get('/open-data/catalog.jsonld')).json<{ 'dcat:dataset': { 'dct:title': { '@value': string } }[] }>()
    expect(catalogue['dcat:dataset'].map((one) => one['dct:title']['@value'])).toEqual([
      '主动公开信息目录',
      '政府信息公开工作年度报告',
    ])
  })

  test('robots.txt 指出网站地图，不让收录工作台', async () => {
    const { body } = await get('/robots.txt')
    expect(body).toContain('Sitemap: http://localhost:80/sitemap.xml')
    expect(body).toContain('Disallow: /console')
  })
})

describe('大厅屏幕', () => {
  test('没有变化时只答“没有变化”；页面没有脚本也有列表；内容不会被当成脚本', async () => {
    await work.release({ title: '<script>alert(1)</script>的公告', shownUntil: '2026-03-20' })
    const { headers } = await get('/jyj/screen.json')
    expect((await get('/jyj/screen.json', { 'if-none-match': String(headers.etag) })).statusCode).toBe(304)
    const { body } = await get('/jyj/screen')
    const $ = load(body)
    expect($('#stage').text()).toContain('<script>alert(1)</script>的公告')
    expect(JSON.parse($('#items').text())).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ until: '2026-03-20' })]),
    })
    expect($('script:not([type="application/json"])')).toHaveLength(1)
  })
})

describe('公告栏', () => {
  async function board(url: string): Promise<{ text: string; width: number }> {
    const { rawPayload, statusCode } = await get(url)
    expect(statusCode).toBe(200)
    const file = await getDocument({ data: new Uint8Array(rawPayload), verbosity: 0 }).promise
    const page = await file.getPage(1)
    const { items } = await page.getTextContent()
    return { text: items.map((item) => ('str' in item ? item.str : '')).join(''), width: page.getViewport({ scale: 1 }).width }
  }

  test('A4、A3：标题、表格、公示期、网址', async () => {
    const sheet = await board(`/jyj/doc/${shown.documentId}/board.pdf`)
    for (const words of ['学区划分<公告>&说明', '第一小学', '240', '公示期：2026年3月2日至2026年3月20日', '云岭县教育局'])
      expect(sheet.text).toContain(words)
    expect(Math.round(sheet.width)).toBe(595)
    expect(Math.round((await board(`/jyj/doc/${shown.documentId}/board.pdf?size=a3`)).width)).toBe(842)
  })

  test('撤下的打印不出来', async () => {
    const one = await work.release({ title: '撤下的公告' })
    must(await one.withdraw('内容有误'))
    expect((await get(`/jyj/doc/${one.documentId}/board.pdf`)).statusCode).toBe(404)
    expect((await get('/jyj/doc/nothing/board.pdf')).statusCode).toBe(404)
    expect((await get(`/jyj/doc/${one.documentId}/qr.svg`)).statusCode).toBe(404)
    expect((await get(`/jyj/doc/${shown.documentId}/qr.svg`)).body).toContain('<svg')
  })
})
