/**
 * 只对本单位工作人员公开的，公众哪里也看不到：every public surface × what is for staff only, in an agency and in a school — pages, lists, search,
 * feeds, sitemap, screen, print, open data, static export, outlets — also what was public before and is for staff now.
 */
import { randomUUID } from 'node:crypto'
import { load } from 'cheerio'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { outletAdapters } from '../../src/edge/outlets/index.ts'
import { portalAlone, siteFiles } from '../../src/edge/outlets/site-pages.ts'
import { localDate } from '../../src/law/date.ts'
import { addCatalogueItem, documentToCopy, installPack, setOutlet, viewOutlets } from '../../src/office/publication/index.ts'
import { sendToOutlets } from '../../src/office/publication/send-outlets.ts'
import type { Actor } from '../../src/record/people/roles.ts'
import { catalogueKeepingSchema } from '../../src/record/publication/catalogue.ts'
import { catalogueContent } from './catalogue-content.ts'
import { type County, county, must } from './county.ts'
import { why } from './desk.ts'
import { editionWork } from './editions-work.ts'

/** Words that stand in what is public, and in what is not. */
const OPEN = '公开甲字样'
const CLOSED = '内部乙字样'

let place: County
let app: FastifyInstance
let work: ReturnType<typeof editionWork>
const closed: { slug: string; id: string }[] = []
const outlets: string[] = []

const items: Record<string, string> = {}

/** Title, summary, keywords and text all carry the word. */
function content(word: string, column: string, given: object = {}) {
  return {
    column,
    title: `${word}标题`,
    summary: `${word}概述`,
    keywords: [word],
    number: '',
    body: `<p>${word}正文</p>`,
    ...given,
  }
}

async function publish(by: Actor, slug: string, column: string): Promise<void> {
  const staff = { audience: 'staff', reason: '属于内部事务' }
  const named = `${CLOSED}事项${slug}`
  items[slug] = randomUUID()
  const keeping = catalogueKeepingSchema.parse({
    audience: 'staff',
    column,
    fires: [{ on: 'calendar', key: 'x', name: `${CLOSED}年度`, opens: '02-01', due: '03-05' }],
  })
  const item = { id: items[slug], content: catalogueContent(named), keeping, from: localDate('2026-03-02'), why: '' }
  must(await addCatalogueItem(place.office, by, item))
  await work.release(content(OPEN, column), by)
  for (const one of [
    await work.release(content(CLOSED, column, staff), by),
    await work.release(content(CLOSED, column, { ...staff, itemId: items[slug] }), by),
  ])
    closed.push({ slug, id: one.documentId })
  // Public yesterday, for staff today.
  const was = await work.release(content(CLOSED, column), by)
  await work.releaseAgain(was.documentId, content(CLOSED, column, staff), by)
  closed.push({ slug, id: was.documentId })
}

beforeAll(async () => {
  place = await county('2026-03-02')
  app = await place.product.buildServer()
  work = editionWork(place)
  for (const [agency, name] of [
    ['bureau', '大厅公告栏'],
    ['school', '校门公告栏'],
  ] as const) {
    const id = randomUUID()
    outlets.push(id)
    const by = place.actor(agency === 'school' ? 'head' : 'officeHead', agency)
    must(
      await setOutlet(place.office, by, {
        id,
        kind: 'board',
        name,
        columns: [],
        settings: { place: '一楼' },
        secret: null,
        active: true,
      }),
    )
  }
  must(await installPack(place.office, place.actor('informationOfficer', 'school'), { key: 'school' }))
  await publish(place.actor('clerk'), 'jyj', 'education-finance')
  await publish(place.actor('informationOfficer', 'school'), 'dyxx', 'school-finance')
})
afterAll(async () => {
  await app.close()
  await place.close()
})

const fetch = async (url: string) => {
  const { statusCode, body, headers } = await app.inject({ url })
  return { status: statusCode, body, type: String(headers['content-type'] ?? '') }
}

/** Addresses of our own in a page or a feed. */
function linksIn(body: string, type: string): string[] {
  if (type.includes('html')) {
    const $ = load(body)
    return $('a[href], link[href], form[action]')
      .toArray()
      .map((one) => $(one).attr('href') ?? $(one).attr('action') ?? '')
  }
  return [...body.matchAll(/https?:\/\/[^<"'\s]+?(\/[^<"'\s]*)/g)].map(([, path = '']) => path)
}

describe('公众走得到的每一页', () => {
  test('从首页、各专栏、站点地图、订阅一路点下去，没有一页有；公开的都在', async () => {
    const waiting = ['/', '/jyj', '/dyxx', '/sitemap.xml', '/robots.txt', '/feed.atom', '/open-data']
    const seen = new Set<string>()
    const bad: string[] = []
    let found = 0
    while (waiting.length > 0 && seen.size < 700) {
      const url = waiting.shift() ?? ''
      if (seen.has(url)) continue
      seen.add(url)
      const { status, body, type } = await fetch(url)
      if (status >= 500) bad.push(`${url} ${status}`)
      if (body.includes(CLOSED)) bad.push(url)
      if (body.includes(OPEN)) found += 1
      for (const link of linksIn(body, type)) {
        const path = link.split('#')[0] ?? ''
        if (path.startsWith('/') && !/^\/(?:assets|console|mode)/.test(path) && !seen.has(path)) waiting.push(path)
      }
    }
    expect(bad).toEqual([])
    expect(seen.size).toBeGreaterThan(60)
    expect(found).toBeGreaterThan(8)
  })
})

describe('每一个地址', () => {
  const surfaces = [
    '/',
    '/{}',
    '/{}/content',
    '/{}/content/{column}',
    '/{}/catalogue',
    '/{}/search?q={word}',
    '/search?q={word}',
    '/{}/search?q={word}标题',
    '/search?q=内部乙',
    '/{}/feed.atom',
    '/{}/feed.rss',
    '/{}/feed.json',
    '/{}/feed.atom?column={column}',
    '/feed.atom',
    '/feed.rss',
    '/feed.json',
    '/sitemap.xml',
    '/{}/screen',
    '/{}/screen.json',
    '/{}/system',
    '/{}/guide',
    '/open-data',
    '/api/openapi.json',
  ]
  const COLUMN: Record<string, string> = { jyj: 'education-finance', dyxx: 'school-finance' }

  test.each(['jyj', 'dyxx'])('%s：列表、检索、订阅、站点地图、屏幕', async (slug) => {
    for (const surface of surfaces) {
      const url = surface
        .replaceAll('{}', slug)
        .replace('{column}', COLUMN[slug] ?? '')
        .replace('{word}', CLOSED)
      const { status, body } = await fetch(encodeURI(url))
      // What was looked for is said again; what was found is not there.
      const said = body.replaceAll(new RegExp(`(?:value=")?${CLOSED}(?:标题)?(?=["”\\s<&])`, 'g'), '')
      expect({ url, status: status < 500, shown: said.includes(`${CLOSED}概述`) || said.includes(`${CLOSED}正文`) }).toEqual({
        url,
        status: true,
        shown: false,
      })
      for (const { id } of closed) expect({ url, id, linked: body.includes(id) }).toEqual({ url, id, linked: false })
    }
  })

  test.each(['doc/{id}', 'doc/{id}/board.pdf', 'doc/{id}/qr.svg', 'doc/{id}/objection'])('直接打开 /%s：没有', async (path) => {
    for (const { slug, id } of closed) {
      const answer = await app.inject({ url: `/${slug}/${path.replace('{id}', id)}` })
      // An objection leads back to what it would be about.
      const at = answer.statusCode === 303 ? await app.inject({ url: String(answer.headers.location) }) : answer
      expect({ path, status: at.statusCode }).toEqual({ path, status: 404 })
      expect(answer.body + at.body).not.toContain(CLOSED)
    }
  })

  test('只对本单位公开的事项，目录里没有，直接打开也没有', async () => {
    for (const [slug, id] of Object.entries(items)) {
      expect((await fetch(`/${slug}/catalogue`)).body).not.toContain(`${CLOSED}事项`)
      expect((await fetch(`/${slug}/catalogue/${id}`)).status).toBe(404)
    }
  })

  test('申请前的提示、常用检索词里没有', async () => {
    const hints = await fetch(encodeURI(`/jyj/request/hints?subject=${CLOSED}标题&description=${CLOSED}正文`))
    expect(hints.body).not.toContain(`${CLOSED}概述`)
    for (const slug of ['jyj', 'dyxx']) expect((await fetch(`/${slug}`)).body).not.toContain(CLOSED)
  })

  test('学校首页的学期公开情况里没有，别的都在', async () => {
    const { body } = await fetch('/dyxx')
    expect(body).toContain('2026年春季学期公开情况')
    expect(body).toContain('还没有公开')
    expect(body).not.toContain(CLOSED)
  })
})

test.each(['jyj', 'dyxx'])('%s：静态导出的栏目里一个文件也没有', async (slug) => {
  const portal = await portalAlone(place.office, false)
  const bad: string[] = []
  let found = 0
  for await (const { path, bytes } of siteFiles(portal, {
    slug,
    address: 'https://a.example.cn/x',
    live: 'https://b.example.cn',
  })) {
    const text = Buffer.from(bytes).toString()
    if (text.includes(CLOSED) || closed.some(({ id }) => path.includes(id) || text.includes(id))) bad.push(path)
    if (text.includes(OPEN)) found += 1
  }
  await portal.close()
  expect(bad).toEqual([])
  expect(found).toBeGreaterThan(2)
})

test('公开渠道：没有发到任何渠道；以前发出的撤下；也不能复制到公众号', async () => {
  const settings = { wechatApi: '', pushHosts: [], siteFolder: null, site: null }
  await sendToOutlets(
    place.office,
    outletAdapters(place.office, settings, () => Promise.reject(new Error('no site'))),
  )
  const held = await place.asOwner(`select outlet_id, document_id, state from outlet_item`)
  for (const { id } of closed) {
    const states = held.filter((row) => row.document_id === id).map(({ state }) => state)
    expect({ id, states: states.filter((state) => state !== 'withdrawn') }).toEqual({ id, states: [] })
  }
  const { todo } = must(await viewOutlets(place.office, place.actor('officeHead')))
  expect(JSON.stringify(todo.filter(({ state }) => state === 'planned'))).not.toContain(CLOSED)
  expect(why(await documentToCopy(place.office, place.actor('officeHead'), closed[0]?.id ?? ''))).toContain('not-found')
})

test('本单位的人看得到', async () => {
  const rows = await place.office.db.selectFrom('document').select(['id', 'audience']).where('audience', '=', 'staff').execute()
  expect(rows.map(({ id }) => id).toSorted()).toEqual(closed.map(({ id }) => id).toSorted())
})
