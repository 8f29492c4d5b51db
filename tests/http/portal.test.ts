/** 政府信息公开专栏: what anyone may read, on a real database. */
import { load } from 'cheerio'
import { HtmlValidate } from 'html-validate'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PLATFORM_PART_RULES } from '../../src/law/publication/platform.ts'
import { portalPlugin } from '../../src/edge/portal/index.ts'
import { localDate } from '../../src/law/date.ts'
import { publishDocument } from '../../src/office/publication/index.ts'
import { type County, county, must } from './county.ts'
import { HINTS_PATH } from '../../src/edge/portal/assets.ts'
import { fillColumn, type FilledColumn, LONG_TITLE, publicPages } from './portal-column.ts'
import { visitorOf } from './portal-visitor.ts'

let place: County
let app: FastifyInstance
let column: FilledColumn

beforeAll(async () => {
  place = await county('2026-03-02')
  app = await place.product.buildServer({ logs: { level: 'silent' } })
  column = await fillColumn(place)
})
afterAll(async () => {
  await app.close()
  await place.close()
})

const page = (url: string, headers: Record<string, string> = {}) =>
  app.inject({ url, headers: { accept: 'text/html', ...headers } })

describe('every type of page', () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    // Names of offices and documents are as long as they are; telephone numbers stand in running text.
    rules: { 'long-title': 'off', 'tel-non-breaking': 'off' },
  })

  test('is valid HTML, in Chinese, small, and needs nothing from elsewhere', async () => {
    for (const url of publicPages(column)) {
      const { statusCode, body, headers } = await page(url)
      expect([url, statusCode]).toEqual([url, 200])
      const { results } = await validator.validateString(body)
      expect([url, results.flatMap(({ messages }) => messages.map(({ message, line }) => `${line}: ${message}`))]).toEqual([
        url,
        [],
      ])
      const $ = load(body)
      expect([url, $('html').attr('lang'), $('h1').length]).toEqual([url, 'zh-CN', 1])
      expect([url, $('[style], style').length]).toEqual([url, 0])
      const scripts = $('script')
        .toArray()
        .map((element) => [$(element).attr('src'), $(element).text()])
      // The one script there is helps those who fill in the form.
      expect([url, scripts]).toEqual([url, url === '/jyj/request/new' ? [[HINTS_PATH, '']] : []])
      expect([url, Buffer.byteLength(body) < 60 * 1024]).toEqual([url, true])
      const addresses = $('[src], link[href]')
        .toArray()
        .map((element) => $(element).attr('src') ?? $(element).attr('href') ?? '')
      expect([url, addresses.filter((address) => /^(https?:)?\/\//.test(address))]).toEqual([url, []])
      expect(headers['content-security-policy']).not.toContain('unsafe')
    }
  })

  test('carries the site’s tags; a column its own; a document all three levels', async () => {
    const tags = async (url: string) => {
      const $ = load((await page(url)).body)
      return Object.fromEntries(
        $('meta[name][content]')
          .toArray()
          .map((meta) => [$(meta).attr('name'), $(meta).attr('content')]),
      )
    }
    expect(await tags('/jyj')).toMatchObject({ SiteName: '云岭县教育局政府信息公开', SiteIDCode: '0000000000' })
    expect(await tags('/jyj/content/penalties')).toMatchObject({ ColumnName: '行政处罚和行政强制', ColumnType: '信息公开目录' })
    expect(await tags(column.policy)).toMatchObject({
      SiteIDCode: '0000000000',
      ColumnName: '招生管理',
      ArticleTitle: LONG_TITLE,
      PubDate: '2026-03-02 00:00',
      ContentSource: '云岭县教育局',
    })
  })

  test('an agency of the Regulation shows the five statutory parts, a school its own (Reg. 55)', async () => {
    const parts = async (url: string) =>
      load((await page(url)).body)('nav.parts a')
        .toArray()
        .map((a) => load(a).text())
    expect((await parts('/jyj')).slice(0, 5)).toEqual(Object.values(PLATFORM_PART_RULES).map(({ zh }) => zh))
    expect(await parts('/dyxx')).toEqual(['信息公开咨询指南', '主动公开内容', '信息公开咨询', '查询咨询答复'])
    expect((await page('/dyxx/request')).headers.location).toBe('/dyxx/consult')
    expect((await page('/jyj/consult')).headers.location).toBe('/jyj/request')
  })

  test('指南和申请页列同样的申请途径，没有传真的不列；工作机构负责人不是单位负责人', async () => {
    const waysOn = async (url: string) =>
      load((await page(url)).body)('main li')
        .toArray()
        .map((one) => load(one).text())
        .filter((text) => /^(?:当面|邮寄|以?传真|书写)/.test(text))
    const ways = await waysOn('/jyj/request')
    expect(ways.length).toBeGreaterThanOrEqual(3)
    expect(await waysOn('/jyj/guide')).toEqual(ways)
    const guide = load((await page('/jyj/guide')).body)('main').text()
    expect(guide).not.toContain('传真')
    expect(guide).not.toContain('测试负责人')
  })

  test('has a validator, so that nothing unchanged is sent twice; 大字版 is another page', async () => {
    const first = await page('/jyj/guide')
    const { etag } = first.headers
    expect((await page('/jyj/guide', { 'if-none-match': String(etag) })).statusCode).toBe(304)
    expect(first.headers.vary).toContain('Cookie')
    const large = await page('/jyj/guide', { 'if-none-match': String(etag), cookie: 'gongkai_text=large' })
    expect(large.statusCode).toBe(200)
    expect(load(large.body)('html').attr('class')).toBe('large')
  })

  test('says that the legal day is set', async () => {
    expect(load((await page('/')).body)('.banner').text()).toContain('2026年3月2日（周一）')
  })

  test('the style sheet is kept for a year under the digest of its content', async () => {
    const href = load((await page('/')).body)('link[rel=stylesheet]').attr('href') ?? ''
    const sheet = await page(href)
    expect([sheet.statusCode, sheet.headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable'])
  })
})

describe('主动公开的信息', () => {
  test('a body keeps its structure and nothing that acts', async () => {
    const $ = load((await page(column.policy)).body)
    const body = $('.prose').html() ?? ''
    expect(body).toContain('<h2>一、范围</h2>')
    expect(body).toContain('第一小学')
    expect(body).not.toMatch(/script|onclick|style|alert/)
  })

  test('document and reading point to one another; a repealed one says so first', async () => {
    expect((await page(column.policy)).body).toContain(`href="${column.interpretation}"`)
    expect((await page(column.interpretation)).body).toContain(`href="${column.policy}"`)
    expect(load((await page(column.repealed)).body)('.notice').text()).toContain('已废止')
  })

  test('a long column is paged; a page beyond the last shows the last', async () => {
    const rows = async (url: string) => load((await page(url)).body)('.documents li').length
    expect(await rows('/jyj/content/education-finance')).toBe(20)
    expect(await rows('/jyj/content/education-finance?page=3')).toBe(5)
    expect(await rows('/jyj/content/education-finance?page=99')).toBe(5)
    expect(await rows('/jyj/content/education-finance?page=-1')).toBe(20)
  })

  test('an empty column tells what belongs there, with its article', async () => {
    expect(load((await page('/jyj/content/penalties')).body)('.empty').text()).toContain('《条例》第二十条第（六）项')
  })

  test('what is to be public tomorrow is not public today', async () => {
    const { office } = place
    const published = await publishDocument(office, place.actor('clerk'), {
      column: 'plans',
      title: '明日公开的计划',
      summary: '',
      keywords: [],
      body: '<p>正文</p>',
      formedOn: localDate('2026-03-02'),
      publishedOn: localDate('2026-03-03'),
    })
    if (!published.ok) throw new Error('refused')
    const urls = [`/jyj/doc/${published.value.id}`, '/jyj/content/plans', `/jyj/search?q=${encodeURIComponent('明日')}`, '/jyj']
    for (const url of urls) expect((await page(url)).body).not.toContain('明日公开的计划')
    place.setToday('2026-03-03')
    expect((await page(urls[0] ?? '')).body).toContain('明日公开的计划')
    place.setToday('2026-03-02')
  })

  test('faults of a draft are told all at once', async () => {
    const refused = await publishDocument(place.office, place.actor('clerk'), {
      column: 'nowhere',
      title: ' ',
      summary: '',
      keywords: [],
      body: '<script>1</script>',
      formedOn: localDate('2026-05-01'),
    })
    expect(refused.ok ? [] : refused.refusals.map(({ field }) => field)).toEqual(['title', 'body', 'column', 'formedOn'])
  })

  const draft = {
    column: 'plans',
    title: '校车安全检查通知',
    summary: '',
    keywords: ['校车'],
    body: '<p>正文</p>',
    formedOn: localDate('2026-02-20'),
  }

  test.each([
    ['年份晚于成文日期', { number: '云教〔2027〕1号' }, '文号的年份晚于成文日期'],
    ['不像文号', { number: '见附件' }, '文号不像文号'],
    ['规范性文件没有文号', { normative: true }, '行政规范性文件没有文号'],
  ])('文号：%s的，在文号处说明', async (_, given, say) => {
    const refused = await publishDocument(place.office, place.actor('clerk'), { ...draft, ...given })
    expect(refused.ok ? [] : refused.refusals.map((one) => [one.field, one.say])).toEqual([['number', `${say}。`]])
  })

  test('控制字符不带到页面和订阅源；文号的括号写成标准的；公告的编号照旧', async () => {
    const dirty = {
      title: '校车\u0000安全\u000b检查通知',
      number: ' 云教[2026]\u000718号',
      summary: '概\u0001述',
      body: '<p>正&#11;文</p>',
    }
    const { id } = must(
      await publishDocument(place.office, place.actor('clerk'), { ...draft, ...dirty, keywords: ['校\u0002车', '\u0003'] }),
    )
    const { body } = await page(`/jyj/doc/${id}`)
    for (const words of ['校车安全检查通知', '云教〔2026〕18号', '正文']) expect(body).toContain(words)
    expect((await page('/jyj/feed.atom')).body).not.toMatch(/(?![\n\t\r])\p{Cc}/u)
    const announced = must(
      await publishDocument(place.office, place.actor('clerk'), { ...draft, title: '公告', number: '2026年第3号' }),
    )
    expect((await page(`/jyj/doc/${announced.id}`)).body).toContain('2026年第3号')
  })
})

describe('检索', () => {
  const found = async (q: string) => load((await page(`/jyj/search?q=${encodeURIComponent(q)}`)).body)('.documents a').length
  test('every word must occur; numbers of documents are found; full-width letters are the same', async () => {
    expect(await found('义务教育 招生')).toBe(1)
    expect(await found('云教〔2026〕12号')).toBe(1)
    expect(await found('收费公示第４５号')).toBe(1)
  })
  test('文号的括号写成哪一种都找得到', async () => {
    for (const number of ['云教[2026]12号', '云教(2026)12号', '云教（2026）12号', '云教【2026】12'])
      expect(await found(number)).toBe(1)
  })
  test('标题里没有、正文或者关键词里有的，也找得到，标题中有的在前，并摘出那一段', async () => {
    const { body } = await page(`/jyj/search?q=${encodeURIComponent('第一小学')}`)
    expect(load(body)('.documents').text()).toContain('学区如下： 学校 第一小学')
    // The tags of the text are no text.
    for (const word of ['scope', 'tbody']) expect(await found(word)).toBe(0)
    const examples = load((await page('/jyj')).body)('.examples a')
      .toArray()
      .map((link) => load(link).text())
    expect(examples.length).toBeGreaterThan(0)
    for (const word of examples) expect(await found(word)).toBeGreaterThan(0)
  })
  test('没有含有整句的，按单个词找，并说明；都没有的，告诉人怎么办', async () => {
    const { body } = await page(`/jyj/search?q=${encodeURIComponent('招生收费标准')}`)
    expect(load(body)('main').text()).toContain('没有同时含有这些词的信息')
    expect(load(body)('.documents a').length).toBeGreaterThan(0)
    expect(load((await page(`/jyj/search?q=${encodeURIComponent('量子力学')}`)).body)('.empty').text()).toContain('没有找到')
  })
  test('signs of the pattern language are ordinary characters', async () => {
    expect(await found('%')).toBe(0)
    expect(await found('_')).toBe(0)
    expect(await found('\\')).toBe(0)
  })
  test('a number like that of a person is neither searched nor shown again', async () => {
    const { body } = await page('/jyj/search?q=13987650421')
    expect(load(body)('main').text()).toContain('请改用信息的名称')
    expect(load(body)('main').html()).not.toContain('13987650421')
  })
  test('what was typed is shown as text', async () => {
    const { body } = await page(`/jyj/search?q=${encodeURIComponent('"><img src=x>')}`)
    expect(load(body)('img').length).toBe(0)
  })
})

describe('政府信息公开年报', () => {
  test('the page shows the three tables with their headings, and two plots with their numbers', async () => {
    const $ = load((await page('/jyj/reports/2024')).body)
    expect($('h1').text()).toBe('云岭县教育局2024年政府信息公开工作年度报告')
    expect($('.grid').length).toBe(3)
    expect($('.grid-requests tbody tr').length).toBe(25)
    expect($('.grid-requests tbody tr').last().find('td').length).toBe(7)
    expect(
      $('figure svg title')
        .toArray()
        .map((title) => $(title).text()),
    ).toEqual(['历年政府信息公开申请（件）', '历年办理结果（件）'])
    expect(
      $('figure')
        .first()
        .find('tbody tr')
        .toArray()
        .map((row) => $(row).text()),
    ).toEqual(['202355', '202466'])
  })

  test('a corrected year shows its last version; the earlier one is kept and says that it is not the last', async () => {
    expect(load((await page('/jyj/reports/2023')).body)('.notice').text()).toContain('本报告经过更正')
    const earlier = load((await page('/jyj/reports/2023?version=1')).body)
    expect(earlier('.notice').text()).toContain('这是更正前的第 1 版')
    expect(earlier('.downloads a').first().attr('href')).toBe('/jyj/reports/2023.pdf?version=1')
  })

  test('can be had as PDF, Word and data', async () => {
    const pdf = await page('/jyj/reports/2024.pdf')
    expect([pdf.headers['content-type'], pdf.rawPayload.subarray(0, 5).toString()]).toEqual(['application/pdf', '%PDF-'])
    const docx = await page('/jyj/reports/2024.docx')
    expect(docx.rawPayload.subarray(0, 2).toString()).toBe('PK')
    const data = (await page('/jyj/reports/2024.json')).json()
    expect(data).toMatchObject({ year: 2024, format: '2021', version: 1, publishedOn: '2025-01-20' })
    expect(data.tables.requests.received.at(-1)).toBe(6)
    expect(pdf.headers['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''%E4%BA%91/)
  })
})

describe('wrong addresses', () => {
  test.each([
    '/nobody',
    '/jyj/nothing',
    '/jyj/content/nowhere',
    '/jyj/doc/none',
    '/jyj/doc/00000000-0000-4000-8000-00000000000f',
    '/jyj/reports/1999',
    '/jyj/reports/2024.exe',
    '/jyj/reports/2024?version=7',
    '/mzj/reports/2024',
  ])('%s: a page that says what to do', async (url) => {
    const { statusCode, body } = await page(url)
    expect(statusCode).toBe(404)
    expect(load(body)('main').text()).toContain('回到首页')
  })
})

describe('显示方式', () => {
  test('the cookie is set and the reader is back where he was', async () => {
    const visitor = visitorOf(app)
    await visitor.get('/jyj/guide')
    const href = load(visitor.page.body)('.modes a').first().attr('href') ?? ''
    await visitor.get(href)
    expect(visitor.at).toBe('/jyj/guide')
    expect(load(visitor.page.body)('html').attr('class')).toBe('large')
  })
  test.each(['//evil.example', 'https://evil.example', '/\\evil.example', '/\t/evil.example', 'javascript:alert(1)', ''])(
    'nobody is led elsewhere: %j',
    async (back) => {
      expect((await page(`/mode?text=large&back=${encodeURIComponent(back)}`)).headers.location).toMatch(/^\/(?![/\\])/)
    },
  )
})

test('under a base path every address of the column stays inside it', async () => {
  const { office } = place
  const inside = await place.product.buildServer({
    basePath: '/zwgk',
    logs: { level: 'silent' },
    plugins: [portalPlugin({ office, basePath: '/zwgk', demo: true })],
  })
  for (const url of ['/', '/jyj', '/jyj/content', '/jyj/request/new', '/jyj/reports/2023', column.policy]) {
    const { statusCode, body } = await inside.inject({ url: `/zwgk${url}`, headers: { accept: 'text/html' } })
    expect([url, statusCode]).toEqual([url, 200])
    const $ = load(body)
    const addresses = $('[href], [action]')
      .toArray()
      .map((element) => $(element).attr('href') ?? $(element).attr('action') ?? '')
    expect(addresses.filter((address) => address.startsWith('/') && !address.startsWith('/zwgk/'))).toEqual([])
    expect($('.banner').text()).toContain('演示数据')
  }
  await inside.close()
})
