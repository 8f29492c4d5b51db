/**
 * The whole way of a requester in Chromium, on an old phone: without JavaScript, by keyboard alone, without a barrier on any page
 * of it, nothing wider than 320 points.
 */
import type { FastifyInstance } from 'fastify'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localDate } from '../../src/law/date.ts'
import { type County, county } from '../http/county.ts'
import { caseView, ELECTRONIC, fileOnline, officeDoes, officeReplies, type OnlineCase } from '../http/requester-deeds.ts'
import { axeFindings } from './axe.ts'
import { launchBrowser } from './browser.ts'
import { picture, SCREENS } from './console-office.ts'

let place: County
let app: FastifyInstance
let browser: Browser
let site: string

beforeAll(async () => {
  // Nothing is sent: the server is only named, so that reminders are offered.
  const mail = { GONGKAI_SMTP_URL: 'smtp://127.0.0.1:1', GONGKAI_MAIL_FROM: 'a@example.gov.cn', GONGKAI_SITE_URL: 'https://x' }
  place = await county('2026-03-02', mail)
  app = await place.product.buildServer({ logs: { level: 'silent' } })
  site = await app.listen({ port: 0, host: '127.0.0.1' })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await app.close()
  await place.close()
})

const on = localDate
const OLD_PHONE: BrowserContextOptions = { viewport: { width: 320, height: 568 }, javaScriptEnabled: false }

async function visit<T>(options: BrowserContextOptions, see: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ baseURL: site, ...options })
  try {
    return await see(await context.newPage())
  } finally {
    await context.close()
  }
}

async function received(over: Parameters<typeof fileOnline>[1] = ELECTRONIC): Promise<OnlineCase> {
  place.setToday('2026-03-02')
  const one = await fileOnline(place, over)
  await officeDoes(place, one, { kind: 'received', on: on('2026-03-02'), via: 'web' })
  return one
}
async function askedToCorrect(): Promise<OnlineCase> {
  const one = await received()
  await officeDoes(place, one, { kind: 'correction-asked', on: on('2026-03-04'), items: '学段', replyBy: on('2026-03-20') })
  place.setToday('2026-03-10')
  return one
}

/** Goes on with the Tab key until the link, field or button of this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  const wanted = page.getByRole('main').locator('a, input, textarea, button').and(named(page, name)).first()
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab')
    if (await wanted.evaluate((element) => element === element.ownerDocument.activeElement)) return
  }
  throw new Error(`no way to ${name} by keyboard on ${page.url()}`)
}
function named(page: Page, name: string) {
  return page.getByRole('link', { name }).or(page.getByRole('button', { name })).or(page.getByLabel(name))
}

async function lookUpByKeyboard(page: Page, { own }: OnlineCase): Promise<void> {
  await page.goto('/jyj/status?other=1')
  await tabTo(page, '受理编号')
  await page.keyboard.type(own.number)
  await page.keyboard.press('Tab')
  await page.keyboard.type(own.queryCode)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/status/view')
}

test('只用键盘、没有脚本、320 点宽：查询、补正、打开答复书、评价', async () => {
  const one = await askedToCorrect()
  await visit(OLD_PHONE, async (page) => {
    await lookUpByKeyboard(page, one)
    await tabTo(page, '提交补正')
    await page.keyboard.press('Enter')
    await tabTo(page, '补正内容')
    await page.keyboard.type('只要小学')
    await tabTo(page, '提交补正')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/view?done=correction')
    expect(await page.getByRole('status').textContent()).toContain('已收到您提交的内容')
    expect((await caseView(place, one)).phase).toBe('running')

    await officeReplies(place, one, '2026-03-16')
    await page.goto('/jyj/status/view')
    await tabTo(page, '打开文书')
    await page.keyboard.press('Enter')
    expect(await page.getByRole('main').textContent()).toContain('记为您收到之日')
    await tabTo(page, '打开文书')
    await page.keyboard.press('Enter')
    await page.getByRole('article').waitFor()
    expect(await page.getByRole('article').textContent()).toContain('申请行政复议')
    expect((await caseView(place, one)).phase).toBe('served')

    await page.goto('/jyj/status/view')
    await tabTo(page, '评价答复')
    await page.keyboard.press('Enter')
    await tabTo(page, '有用')
    await page.keyboard.press('Space')
    await tabTo(page, '提交评价')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/view?done=feedback')
  })
})

test('读屏的顺序：先说办到哪一步，再说要做什么，然后是文书、经过、期限', async () => {
  const one = await askedToCorrect()
  await visit({ ...OLD_PHONE, javaScriptEnabled: true }, async (page) => {
    await lookUpByKeyboard(page, one)
    const headings = await page.getByRole('main').getByRole('heading', { level: 2 }).allTextContents()
    expect(headings).toEqual(['需要您做的', '接下来', '给您的文书', '办理经过', '期限', '其他事项'])
    const marks = await page.locator('main [lang="bo"]').count()
    expect(marks).toBe(0)
  })
})

test('细节折起来，没有脚本也能展开；打印时全部在纸上', async () => {
  const one = await askedToCorrect()
  await visit(OLD_PHONE, async (page) => {
    await lookUpByKeyboard(page, one)
    const reckoning = page.getByRole('heading', { name: '逐步说明' })
    await picture(page, 'status-folded', SCREENS)
    expect(await reckoning.isVisible()).toBe(false)
    expect(await page.evaluate<number>('document.documentElement.scrollHeight')).toBeLessThan(3600)
    await page.getByText('期限怎样计算').click()
    expect(await reckoning.isVisible()).toBe(true)
    await picture(page, 'status-unfolded', SCREENS)
    await page.getByText('期限怎样计算').click()
    await page.emulateMedia({ media: 'print' })
    expect(await reckoning.isVisible()).toBe(true)
  })
})

test('答复以后才同意电子送达：打开答复的那一页写明网上复议渠道，旁边就是补充告知书', async () => {
  const one = await received({ content: { delivery: 'post' } })
  await officeReplies(place, one, '2026-03-12')
  const reply = (await caseView(place, one)).letters.find(({ code }) => code === 'D11')
  await visit(OLD_PHONE, async (page) => {
    await lookUpByKeyboard(page, one)
    await page.goto('/jyj/status/service')
    await page.getByLabel('同意电子送达').check()
    await page.getByRole('main').getByRole('button').first().click()
    await page.waitForURL('**/view?done=service')
    await picture(page, 'online-way-status', SCREENS)
    await page.goto(`/jyj/status/letters/${reply?.id}`)
    await picture(page, 'online-way-before', SCREENS)
    await page.getByRole('button', { name: '打开文书' }).click()
    await page.getByRole('article').waitFor()
    await picture(page, 'online-way-opened', SCREENS)
    await page.getByRole('link', { name: '关于网上申请行政复议渠道的补充告知书' }).click()
    expect(await page.getByRole('article').textContent()).toContain('行政复议也可以通过互联网渠道申请')
    await picture(page, 'online-way-notice', SCREENS)
  })
})

describe('每一页都没有障碍', () => {
  async function barriers(page: Page): Promise<string[]> {
    const wider = await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')
    return [...(await axeFindings(page)), ...(wider > 0 ? [`wider than the screen by ${wider}`] : [])].map(
      (wrong) => `${new URL(page.url()).pathname} ${wrong}`,
    )
  }

  async function walk(page: Page, one: OnlineCase, paths: readonly string[]): Promise<string[]> {
    await lookUpByKeyboard(page, one)
    const found: string[] = []
    for (const path of paths) {
      await page.goto(`/jyj/status/${path}`)
      found.push(...(await barriers(page)))
      const submit = page.locator('main form.form button[type="submit"]')
      if ((await submit.count()) === 0) continue
      // Sent empty: the page with its faults.
      await submit.click()
      found.push(...(await barriers(page)))
    }
    return found
  }

  test.each([320, 1280])('%i 点宽', async (width) => {
    const bo = 'སློབ་ཆུང་གི་སློབ་ཁུལ་དབྱེ་འབྱེད་ཡིག་ཆ།'
    const fresh = await fileOnline(place, { content: { subject: `学区划分方案（${bo}）` } })
    const asked = await askedToCorrect()
    const charged = await received()
    await officeDoes(place, charged, { kind: 'fee-noticed', on: on('2026-03-09'), yuan: 700, scale: 'volume', quantity: 100 })
    const explaining = await received()
    const facts = { replyBy: on('2026-03-20'), facts: '本月已提出四十件' }
    await officeDoes(place, explaining, { kind: 'reasons-asked', on: on('2026-03-09'), ...facts })
    const answered = await received()
    await officeReplies(place, answered, '2026-03-12')
    const letters = (await caseView(place, answered)).letters.filter(({ addressedTo }) => addressedTo === 'requester')
    const found = await visit({ viewport: { width, height: 740 } }, async (page) => [
      ...(await walk(page, fresh, ['view', 'mail', 'withdraw', 'view'])),
      ...(await walk(page, asked, ['correction', 'service'])),
      ...(await walk(page, charged, ['payment'])),
      ...(await walk(page, explaining, ['view', 'reasons'])),
      ...(await walk(page, answered, ['feedback', ...letters.map(({ id }) => `letters/${id}`)])),
    ])
    expect(found).toEqual([])
  })
})
