/** A running office for the console's browser tests: the test county on a port of its own, and people at their desks. */
import { existsSync, mkdirSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { Browser, BrowserContext, Cookie, Locator, Page, Request } from 'playwright-core'
import { expect } from 'vitest'
import type { Role } from '../../src/record/people/roles.ts'
import { type County, county, PASSWORD } from '../http/county.ts'
import { axeFindings } from './axe.ts'
import { launchBrowser } from './browser.ts'

export interface Office {
  place: County
  /** Of the console, ending in a slash. */
  address: string
  browser: Browser
  /** A desk with nobody at it. */
  open(width?: number): Promise<Desk>
  /** A desk with an officer signed in. */
  seat(role: Role, options?: { width?: number; agency?: Parameters<County['login']>[1] }): Promise<Desk>
  /** The desk of a bureau's officer who stays seated, at a page read anew: what he does costs no signing in each time. */
  standing(role: Role, path: string): Promise<Desk>
  close(): Promise<void>
}

export interface Desk {
  page: Page
  context: BrowserContext
  /** What the browser complained of: scripts that failed, styles and scripts that the security policy stopped. */
  complaints: string[]
  /** Opens a page of the console by its path behind `#`. */
  go(path: string): Promise<void>
  /** The same, as it is on another day. */
  goOn(day: string, path: string): Promise<void>
  /** Opens a deed's drawer by its button, fills it and records it. */
  deed(name: string, fill?: (drawer: Locator) => Promise<void>): Promise<void>
}

/** `environment`: what the operator set besides. */
export async function openOffice(today: string, environment: Record<string, string> = {}): Promise<Office> {
  if (!existsSync('dist/console/index.html')) throw new Error('the console is not built: run npm test, or npm start once')
  const place = await county(today, environment)
  // The journeys are of people who know their way; the guide has a journey of its own.
  await place.asOwner('insert into officer_desk (agency_id, officer_id, guided) select agency_id, id, false from officer')
  const server: FastifyInstance = await place.product.buildServer({ logs: { level: 'silent' } })
  await server.listen({ port: 0, host: '127.0.0.1' })
  const { port } = server.server.address() as AddressInfo
  const address = `http://127.0.0.1:${port}/console/`
  const browser = await launchBrowser()
  /** Cookies by login: whoever signed in once sits down again without. */
  const signedIn = new Map<string, Cookie[]>()

  const open = async (width = 1280): Promise<Desk> => {
    // Nothing moves: a form half faded in has colours that nobody chose, and a window still growing is clicked beside.
    const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'zh-CN', reducedMotion: 'reduce' })
    const page = await context.newPage()
    watchRequests(page)
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => {
      // A refusal of the server is an answer, not a fault of the page.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) complaints.push(message.text())
    })
    const go = async (path: string) => {
      await page.goto(`${address}#${path}`)
      await settled(page)
    }
    const goOn = async (day: string, path: string) => {
      place.setToday(day)
      await go(path)
      await page.reload()
      await settled(page)
    }
    const deed: Desk['deed'] = async (name, fill) => {
      await page.getByRole('button', { name, exact: true }).click()
      const drawer = page.getByRole('dialog')
      await fill?.(drawer)
      await drawer.getByRole('button', { name: '登记', exact: true }).click()
      await drawer.waitFor({ state: 'hidden' })
    }
    return { page, context, complaints, go, goOn, deed }
  }
  const seat: Office['seat'] = async (role, { width, agency } = {}) => {
    const desk = await open(width)
    const login = place.login(role, agency)
    await desk.context.addCookies(signedIn.get(login) ?? [])
    await desk.page.goto(address)
    const form = desk.page.getByLabel('账号')
    const within = desk.page.locator('#content')
    await form.or(within).waitFor()
    if (await form.isVisible()) {
      await form.fill(login)
      await desk.page.getByLabel('密码').fill(PASSWORD)
      await desk.page.getByRole('button', { name: '登录' }).click()
      await within.waitFor()
      signedIn.set(login, await desk.context.cookies())
    }
    return desk
  }
  const seated = new Map<Role, Desk>()
  const standing: Office['standing'] = async (role, path) => {
    const known = seated.get(role)
    const desk = known ?? (await seat(role))
    seated.set(role, desk)
    if (known) {
      await desk.page.evaluate(`location.hash = ${JSON.stringify(path)}`)
      await desk.page.reload()
      await settled(desk.page)
    } else await desk.go(path)
    return desk
  }
  return {
    place,
    address,
    browser,
    open,
    seat,
    standing,
    async close() {
      await browser.close()
      await server.close()
      await place.close()
    },
  }
}

/** Where pictures of the pages go, for people to look at; none are taken unless it is set. */
const PICTURES = process.env.GONGKAI_PICTURES

/** A phone, a tablet, a desk. */
export const SCREENS = [390, 768, 1440] as const

/** A picture of the whole page, if pictures are wanted: as it stands, or once for each of these widths. */
export async function picture(page: Page, name: string, widths: readonly number[] = []): Promise<void> {
  if (!PICTURES) return
  mkdirSync(PICTURES, { recursive: true })
  const shot = (file: string) => page.screenshot({ path: `${PICTURES}/${file}.png`, animations: 'disabled', fullPage: true })
  if (widths.length === 0) await shot(name)
  const before = page.viewportSize()
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    await shot(`${name}-${width}`)
  }
  if (before) await page.setViewportSize(before)
}

/** As it comes from Word: the clipboard's HTML. */
export async function pasteBody(desk: Desk, html: string): Promise<void> {
  await desk.page.getByRole('textbox', { name: '正文' }).click()
  await desk.page.evaluate(
    `(() => { const data = new DataTransfer(); data.setData('text/html', ${JSON.stringify(html)});
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })) })()`,
  )
}

/** Passes the step that waits for this role, opened from the list of what waits; `look`: before it is passed. */
export async function passAs(
  office: Office,
  role: Role,
  title: string,
  said: string,
  look?: (desk: Desk) => Promise<void>,
): Promise<void> {
  const desk = await office.standing(role, '/publishing')
  await desk.page.getByRole('link', { name: title, exact: true }).click()
  const word = role === 'head' ? '签发' : '通过'
  const button = desk.page.getByRole('button', { name: word, exact: true })
  await button.waitFor()
  await look?.(desk)
  await button.click()
  await desk.page.getByRole('dialog').getByRole('button', { name: word, exact: true }).click()
  await desk.page.getByText(said).waitFor()
}

/** Passes every step of the usual chain. */
export async function passAllAs(office: Office, title: string, last = '已签发，信息已经公开'): Promise<void> {
  for (const role of ['officeHead', 'secrecyReviewer', 'privacyReviewer', 'officeHead'] as const)
    await passAs(office, role, title, '已通过')
  await passAs(office, 'head', title, last)
}

/** What each page has asked the server for and not yet got. */
const underWay = new WeakMap<Page, Set<Request>>()

function watchRequests(page: Page): void {
  const requests = new Set<Request>()
  page.on('request', (request) => requests.add(request))
  page.on('requestfinished', (request) => requests.delete(request))
  page.on('requestfailed', (request) => requests.delete(request))
  underWay.set(page, requests)
}

const HAS_COME = "Boolean(document.querySelector('h1')) && !document.querySelector('.state')"

/** Whatever was being read has come: nothing is asked for, the page has its heading and nothing is loading, three looks in a row. */
export async function settled(page: Page): Promise<void> {
  const requests = underWay.get(page)
  if (!requests) throw new Error('Only a desk of the office can be waited for.')
  const until = Date.now() + 30_000
  for (let calm = 0; calm < 3; ) {
    if (Date.now() > until) throw new Error(`The page ${new URL(page.url()).hash} has not come, or has no heading.`)
    calm = (await page.evaluate<boolean>(HAS_COME)) && requests.size === 0 ? calm + 1 : 0
    await page.waitForTimeout(50)
  }
}

/** What keeps people out of the page as it has come; a page drawn anew under the examination is examined again. */
export async function barriers({ page }: Desk): Promise<string[]> {
  let found: string[] = []
  for (let look = 0; look < 3; look += 1) {
    await settled(page)
    found = await axeFindings(page)
    if (found.length === 0) break
  }
  return found
}

/** A reader without scripts, on a phone, at the page that the draft's own page leads to once it is released. */
export async function readerOf(office: Office, { page }: Desk): Promise<{ reader: Page; address: string }> {
  await page.reload()
  await settled(page)
  const address = (await page.getByRole('link', { name: '在公开专栏查看' }).getAttribute('href')) ?? ''
  const context = await office.browser.newContext({
    javaScriptEnabled: false,
    locale: 'zh-CN',
    viewport: { width: 390, height: 844 },
  })
  const reader = await context.newPage()
  await reader.goto(new URL(address, office.address).href)
  return { reader, address }
}

/** Nothing that keeps anybody out, no wider than the screen, nothing that the browser complained of. */
export async function sound(desk: Desk): Promise<void> {
  expect(await barriers(desk)).toEqual([])
  expect(await desk.page.evaluate<number>('Math.max(0, document.documentElement.scrollWidth - window.innerWidth)')).toBe(0)
  expect(desk.complaints).toEqual([])
}

const REVIEWERS = [
  ['legalReviewer', '合法性审查'],
  ['secrecyReviewer', '保密审查'],
  ['privacyReviewer', '个人信息和商业秘密审查'],
] as const

/** 审查: each reviewer whose word the draft needs passes it at an own desk; without saying which, all three. */
export async function passReviewsAtDesks(
  office: Office,
  caseId: string,
  needed: readonly (typeof REVIEWERS)[number][0][] = REVIEWERS.map(([role]) => role),
): Promise<void> {
  for (const [role, words] of REVIEWERS.filter(([role]) => needed.includes(role))) {
    const desk = await office.standing(role, `/requests/${caseId}`)
    await desk.page.getByRole('button', { name: `${words}通过` }).click()
    await desk.page.getByRole('listitem', { name: words }).getByText('通过', { exact: true }).waitFor()
    if (desk.complaints.length > 0) throw new Error(desk.complaints.join('; '))
  }
}

/** 同意, and yes once more: the first tap alone signs nothing. */
export async function agree(page: Page): Promise<void> {
  await page.getByRole('button', { name: '同意', exact: true }).click()
  const asked = page.getByRole('dialog', { name: '批准这一件？' })
  await asked.getByRole('button', { name: '确认同意' }).click()
}

/** What was sent up leaves the house: reviewed by whom it needs, agreed to on a phone, sent by the clerk. */
export async function decidedAtDesks(
  office: Office,
  clerk: Desk,
  caseId: string,
  reviewers?: Parameters<typeof passReviewsAtDesks>[2],
): Promise<void> {
  await passReviewsAtDesks(office, caseId, reviewers)
  const head = await office.seat('head', { width: 390 })
  await head.go(`/requests/${caseId}/approval`)
  await head.page.locator('.sheet').waitFor()
  await head.page.getByRole('region', { name: '审查意见' }).waitFor()
  expect(await head.page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
  await picture(head.page, `approval-${caseId.slice(0, 4)}`)
  await agree(head.page)
  await head.page.getByText('没有等待审批的答复稿').waitFor()
  expect(head.complaints).toEqual([])
  await head.context.close()
  await clerk.go(`/requests/${caseId}`)
  await clerk.page.reload()
  await settled(clerk.page)
  await clerk.page.getByRole('button', { name: '发出答复' }).click()
  await clerk.page.getByRole('button', { name: '登记发出并生成告知书' }).click()
  await clerk.page.getByRole('dialog').waitFor({ state: 'hidden' })
  await expect.poll(() => clerk.page.getByRole('region', { name: '办理经过' }).innerText()).toContain('作出答复')
}

/** 予以公开, a copy on paper: from the blank reply to the letter. */
export async function grantedAtDesks(office: Office, clerk: Desk, caseId: string): Promise<void> {
  const { page, go } = clerk
  await go(`/requests/${caseId}/reply`)
  // Another answer was written before: it is chosen anew.
  const granted = page.getByRole('radio', { name: /^予以公开/ })
  const anew = page.getByRole('button', { name: '改选' })
  await granted.or(anew).waitFor()
  if (await anew.isVisible()) await anew.click()
  await granted.click()
  await page.getByLabel('提供什么信息').fill('《2025年学区划分方案》')
  await page.getByLabel('只有纸质件的附件').fill('2025年学区划分方案')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '送审' }).click()
  await page.getByText('答复稿已送审').waitFor()
  await decidedAtDesks(office, clerk, caseId)
}
