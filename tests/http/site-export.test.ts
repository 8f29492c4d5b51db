/** 静态栏目：与门户同样的内容，放在任何路径下都能用，带政府网站的网页标签；签发即写出，撤下即成撤下说明。 */
import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, posix } from 'node:path'
import { load } from 'cheerio'
import type { FastifyInstance } from 'fastify'
import { HtmlValidate } from 'html-validate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { outletAdapters, refreshSites } from '../../src/edge/outlets/index.ts'
import { putFile } from '../../src/edge/outlets/site-folder.ts'
import { fileOf, portalAlone, siteFiles } from '../../src/edge/outlets/site-pages.ts'
import { setOutlet, takeExpiredFromOutlets } from '../../src/office/publication/index.ts'
import { sendToOutlets } from '../../src/office/publication/send-outlets.ts'
import { type County, county, must } from './county.ts'
import { addFile, editionWork, photo } from './editions-work.ts'
import { fillColumn } from './portal-column.ts'

let place: County
let app: FastifyInstance
let folder: string
/** The exported files, by path. */
const files = new Map<string, Buffer>()
const ADDRESS = 'https://www.example.gov.cn/zwgk/jyj'
const LIVE = 'https://gk.example.gov.cn'

beforeAll(async () => {
  place = await county('2026-03-02')
  await fillColumn(place)
  app = await portalAlone(place.office, false)
  folder = mkdtempSync(join(tmpdir(), 'gongkai-site-'))
  for await (const { path, bytes } of siteFiles(app, { slug: 'jyj', address: ADDRESS, live: LIVE })) files.set(path, bytes)
})
afterAll(async () => {
  await app.close()
  await place.close()
  rmSync(folder, { recursive: true, force: true })
})

const pages = () =>
  [...files].filter(([path]) => path.endsWith('.html')).map(([path, bytes]) => ({ path, $: load(bytes.toString()) }))

// Telephone numbers stand as on the portal, where the style keeps them on one line.
const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    'void-style': 'off',
    'doctype-style': 'off',
    'long-title': 'off',
    'attribute-boolean-style': 'off',
    'tel-non-breaking': 'off',
  },
})

describe('写出的栏目', () => {
  test('各类页面都在', () => {
    const kinds = [
      'index.html',
      'guide/index.html',
      'system/index.html',
      'content/index.html',
      'reports/index.html',
      'catalogue/index.html',
    ]
    for (const path of kinds) expect([...files.keys()]).toContain(path)
    expect([...files.keys()].some((path) => /^doc\/[0-9a-f-]{36}\.html$/.test(path))).toBe(true)
    expect([...files.keys()].some((path) => /^content\/education-finance\/index_page-2\.html$/.test(path))).toBe(true)
    expect([...files.keys()].some((path) => /^reports\/2024\.pdf$/.test(path))).toBe(true)
  })

  test('没有一个内部链接是断的，没有一个从根算起', () => {
    const broken = pages().flatMap(({ path, $ }) =>
      $('[href], [src], [action]')
        .toArray()
        .map((one) => $(one).attr('href') ?? $(one).attr('src') ?? $(one).attr('action') ?? '')
        .filter((to) => !/^(?:https?:|data:|tel:|mailto:|#)/.test(to))
        .map((to) => to.replace(/#.*$/, ''))
        .filter((to) => to.startsWith('/') || !files.has(posix.normalize(posix.join(posix.dirname(path), to))))
        .map((to) => `${path}: ${to}`),
    )
    expect(broken).toEqual([])
  })

  test('正文与门户的一字不差', async () => {
    for (const { path, $ } of pages()) {
      const query = /_([\w]+)-([\w-]+)\.html$/.exec(path)
      const bare = path.replace(/(?:_\w+-[\w-]+)?\.html$/, '').replace(/(?:^|\/)index$/, '')
      const shown = load(
        (await app.inject({ url: `/jyj/${bare}${query ? `?${query[1]}=${query[2]}` : ''}`.replace(/\/$/, '') })).body,
      )
      shown('form').remove()
      $('form').remove()
      expect($('main').text().replace(/\s+/g, ''), path).toBe(shown('main').text().replace(/\s+/g, ''))
    }
  })

  test('每页都带网页标签，文章页另有文章标签；HTML 合法', async () => {
    for (const { path, $ } of pages()) {
      const tag = (name: string) => $(`meta[name="${name}"]`).attr('content')
      for (const name of ['SiteName', 'SiteDomain', 'SiteIDCode']) expect(tag(name), `${path} ${name}`).toBeTruthy()
      expect(tag('SiteDomain')).toBe('www.example.gov.cn')
      if (path.startsWith('doc/'))
        for (const name of ['ArticleTitle', 'PubDate', 'ContentSource', 'ColumnName', 'ColumnType'])
          expect(tag(name), `${path} ${name}`).toBeTruthy()
      const report = await validator.validateString(files.get(path)?.toString() ?? '')
      expect(
        report.results.flatMap(({ messages }) =>
          messages.map(({ ruleId, message, line }) => `${path}:${line} ${ruleId} ${message}`),
        ),
      ).toEqual([])
    }
  })

  test('检索和申请链接到运行的门户；没有门户的去掉，不留空链接', async () => {
    const home = load(files.get('index.html')?.toString() ?? '')
    expect(home('form[role="search"]').first().attr('action')).toBe(`${LIVE}/jyj/search`)
    expect(
      home('a')
        .toArray()
        .map((one) => home(one).attr('href')),
    ).toContain(`${LIVE}/jyj/request`)
    for await (const { path, bytes } of siteFiles(app, { slug: 'jyj', address: ADDRESS, live: null })) {
      if (!path.endsWith('.html')) continue
      const $ = load(bytes.toString())
      expect($('form')).toHaveLength(0)
      expect(
        $('[href^="/"], [action^="/"]')
          .toArray()
          .map((one) => $(one).attr('href')),
      ).toEqual([])
    }
  })
})

describe('签发即写出', () => {
  const portal = () => Promise.resolve(app)
  const send = () =>
    sendToOutlets(
      place.office,
      outletAdapters(place.office, { wechatApi: '', pushHosts: [], siteFolder: folder, site: LIVE }, portal),
    )
  const read = (path: string) => readFileSync(join(folder, 'jyj', path), 'utf8')
  const later = () => place.asOwner(`update outlet_item set next_try_at = now() where next_try_at is not null`)

  test('每夜全部重写：没有变的不动，少了的补上', async () => {
    const settings = { siteFolder: folder, site: LIVE }
    const outlet = { id: randomUUID(), kind: 'site', name: '县政府网站', secret: null, active: true } as const
    must(await setOutlet(place.office, place.actor('officeHead'), { ...outlet, columns: [], settings: { address: ADDRESS } }))
    expect(await refreshSites(place.office, settings, portal)).toEqual({ files: files.size, failed: [] })
    const kept = statSync(join(folder, 'jyj/index.html')).mtimeMs
    rmSync(join(folder, 'jyj/guide/index.html'))
    await refreshSites(place.office, settings, portal)
    expect(read('guide/index.html')).toBe(files.get('guide/index.html')?.toString())
    expect(statSync(join(folder, 'jyj/index.html')).mtimeMs).toBe(kept)
    must(
      await setOutlet(place.office, place.actor('officeHead'), {
        ...outlet,
        columns: [],
        active: false,
        settings: { address: ADDRESS },
      }),
    )
    expect(await refreshSites(place.office, settings, portal)).toEqual({ files: 0, failed: [] })
  })

  test('页面和列表一起更新；被改动的查得出；撤下后是撤下说明，列表里没有', async () => {
    const outlet = { id: randomUUID(), kind: 'site', name: '县政府网站', columns: [], secret: null, active: true } as const
    const officeHead = place.actor('officeHead')
    must(await setOutlet(place.office, officeHead, { ...outlet, columns: [], settings: { address: ADDRESS } }))
    const one = await editionWork(place).release({ title: '静态栏目里的公告' })
    await send()
    const path = `doc/${one.documentId}.html`
    expect((await one.view()).outlets).toMatchObject([{ state: 'confirmed', link: `${ADDRESS}/${path}` }])
    expect(read(path)).toContain('静态栏目里的公告')
    expect(read('content/education-admission/index.html')).toContain(`../../${path}`)
    expect(read('index.html')).toContain('静态栏目里的公告')
    await later()
    await send()
    expect((await one.view()).outlets).toMatchObject([{ state: 'confirmed' }])
    writeFileSync(join(folder, 'jyj', path), '<p>被改动</p>')
    await later()
    await send()
    expect((await one.view()).outlets).toMatchObject([{ state: 'failed', fault: 'DIFFERS' }])
    must(await one.withdraw('内容有误'))
    await send()
    expect((await one.view()).outlets).toMatchObject([{ state: 'withdrawn' }])
    expect(read(path)).toContain('这件信息已经撤下')
    expect(read(path)).not.toContain('现将2026年秋季招生安排公布如下')
    expect(read('content/education-admission/index.html')).not.toContain('静态栏目里的公告')
    expect(existsSync(join(folder, 'mzj'))).toBe(false)
  })

  test('附件和图片写成文件；撤下后文件不在了', async () => {
    const one = await editionWork(place).draft({ title: '有附件的公告' })
    must(await addFile(place, one, '照片.jpg', await photo()))
    must(await addFile(place, one, '名单.csv', new TextEncoder().encode('学校\n第一小学\n')))
    const { content, documentId } = await one.view()
    const [picture, list] = content.files
    const body = `<p>见图。</p><p><img data-file="${picture?.id}"></p>`
    must(await one.save({ ...content, body, files: [{ ...picture, alt: '学生在操场上做操' }, list] }))
    must(await one.submit())
    await one.passAll()
    await send()
    const page = read(`doc/${documentId}.html`)
    const [, shown = ''] = /<img src="([^"]+)"/.exec(page) ?? []
    const [, offered = ''] = /href="([^"]+\.csv)"/.exec(page) ?? []
    expect(read(posix.join('doc', offered))).toContain('第一小学')
    expect(existsSync(join(folder, 'jyj/doc', shown))).toBe(true)
    must(await one.withdraw('附件有误，更正后重新发布'))
    await send()
    for (const path of [shown, offered]) expect(existsSync(join(folder, 'jyj/doc', path))).toBe(false)
  })

  test('公示期满、改为只对本单位公开：文件不再有原文', async () => {
    const over = await editionWork(place).release({ title: '期满的', body: '<p>公示对象某某。</p>', shownUntil: '2026-03-06' })
    const staff = await editionWork(place).release({ title: '转内部的', body: '<p>只给本单位看的话。</p>' })
    await send()
    expect(read(`doc/${over.documentId}.html`)).toContain('公示对象某某')
    const inside = { title: '转内部的', audience: 'staff', reason: '机关内部事务，不影响公众', body: '<p>只给本单位看的话。</p>' }
    const again = await editionWork(place).releaseAgain(staff.documentId, inside)
    place.setToday('2026-03-07')
    await takeExpiredFromOutlets(place.office)
    await send()
    place.setToday('2026-03-02')
    expect((await over.view()).outlets.map(({ state }) => state)).toEqual(['withdrawn'])
    expect((await again.view()).outlets.map(({ state }) => state)).toEqual(['withdrawn'])
    expect(existsSync(join(folder, 'jyj', `doc/${staff.documentId}.html`))).toBe(false)
    // Its address tells that it is over, and nothing of what it said.
    expect(read(`doc/${over.documentId}.html`)).toContain('公示已经结束')
    expect(read(`doc/${over.documentId}.html`)).not.toContain('公示对象某某')
  })

  test('列表变短，多出的页没有了', async () => {
    const all = []
    for (let number = 1; number <= 21; number += 1)
      all.push(await editionWork(place).release({ column: 'statistics', title: `统计之${number}`, body: '<p>数。</p>' }))
    await send()
    expect(existsSync(join(folder, 'jyj/content/statistics/index_page-2.html'))).toBe(true)
    const [first] = all
    must(await (first?.withdraw('内容有误') ?? Promise.reject(new Error('none'))))
    await send()
    expect(existsSync(join(folder, 'jyj/content/statistics/index_page-2.html'))).toBe(false)
    expect(read('content/statistics/index.html')).not.toContain('统计之1<')
  })

  test('正文里的链接引不出目录；不成网址的链接不影响别的', async () => {
    const name = '/../../../mzj/doc/11111111'
    const bad = `<p><a href="/jyj/doc/x?${encodeURIComponent(name)}=2222-4333-8444-555555555555">这里</a><a href="//">那里</a></p>`
    await editionWork(place).release({ title: '带链接的', body: bad })
    await send()
    expect((await refreshSites(place.office, { siteFolder: folder, site: LIVE }, portal)).failed).toEqual([])
    expect(existsSync(join(folder, 'mzj'))).toBe(false)
    expect(fileOf(`/jyj/doc/${randomUUID()}?${encodeURIComponent(name)}=1`, 'jyj')).toBeNull()
    expect(fileOf('//', 'jyj')).toBeNull()
    await expect(putFile(folder, { path: '../x.html', bytes: Buffer.from('') })).rejects.toThrow()
  })
})
