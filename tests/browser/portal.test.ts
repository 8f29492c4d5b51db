/** The portal in Chromium: no barrier on any type of page, nothing wider than a phone, and a whole request without JavaScript. */
import type { FastifyInstance } from 'fastify'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type County, county } from '../http/county.ts'
import { fillColumn, type FilledColumn, publicPages } from '../http/portal-column.ts'
import { confirmReceiptOf, type Filed } from '../http/portal-deeds.ts'
import { axeFindings } from './axe.ts'
import { launchBrowser } from './browser.ts'

let place: County
let app: FastifyInstance
let column: FilledColumn
let browser: Browser
let site: string

beforeAll(async () => {
  place = await county('2026-03-02')
  app = await place.product.buildServer({ logs: { level: 'silent' } })
  column = await fillColumn(place)
  site = await app.listen({ port: 0, host: '127.0.0.1' })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await app.close()
  await place.close()
})

async function visit<T>(options: BrowserContextOptions, see: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ baseURL: site, ...options })
  try {
    return await see(await context.newPage())
  } finally {
    await context.close()
  }
}

async function widerThanScreen(page: Page): Promise<string[]> {
  const wider = await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')
  return wider > 0 ? [`wider than the screen by ${wider}`] : []
}

/** Opens every type of page and gathers what is wrong with each; what the browser refuses to load or run is wrong as well. */
async function walk(page: Page, check: (page: Page) => Promise<string[]>): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {}
  const refusals: string[] = []
  page.on('console', (message) => void (message.type() === 'error' && refusals.push(message.text())))
  for (const path of publicPages(column)) {
    await page.goto(path)
    const wrong = [...(await check(page)), ...(await widerThanScreen(page)), ...refusals.splice(0)]
    if (wrong.length > 0) found[path] = wrong
  }
  return found
}

async function fillIn(page: Page): Promise<void> {
  await page.goto('/jyj')
  await page.getByRole('link', { name: '提出申请' }).click()
  await page.getByRole('link', { name: '填写申请' }).click()
  await page.getByLabel('姓名或者名称').fill('李梅')
  await page.getByLabel('其他有效身份证件').check()
  await page.locator('#requester-idNumber').fill('A1234567')
  await page.locator('#requester-phone').fill('0970-8790000')
  await page.locator('#requester-address').fill('隆务街道迎宾路8号')
  await page.locator('#content-subject').fill('2025年学区划分方案')
  await page.getByRole('button', { name: '下一步：核对' }).click()
}

async function file(page: Page): Promise<Filed> {
  await fillIn(page)
  await page.getByRole('button', { name: '提交申请' }).click()
  const [number = '', queryCode = ''] = await page.locator('.receipt dd').allTextContents()
  return { number, queryCode }
}

// All types of page in one test: on a busy machine they take their time.
describe('no barrier on any type of page', { timeout: 300_000 }, () => {
  test('on a desk', async () => {
    const found = await visit({ viewport: { width: 1280, height: 900 } }, (page) => walk(page, axeFindings))
    expect(found).toEqual({})
  })
  test('on a phone of 360 points', async () => {
    const found = await visit({ viewport: { width: 360, height: 740 } }, (page) =>
      walk(page, () => axeFindings(page, ['target-size', 'scrollable-region-focusable'])),
    )
    expect(found).toEqual({})
  })
  test('with 大字版 and 高对比', async () => {
    const found = await visit({ viewport: { width: 1280, height: 900 } }, async (page) => {
      await page.goto('/mode?text=large&contrast=high&back=/jyj')
      expect(await page.locator('html').getAttribute('class')).toBe('large contrast')
      return walk(page, () => axeFindings(page, ['color-contrast', 'target-size']))
    })
    expect(found).toEqual({})
  })
})

describe('a request, without JavaScript', () => {
  const narrow = { viewport: { width: 390, height: 844 } }

  test('is asked, read back, sent, and its limit read day by day', async () => {
    await visit({ ...narrow, javaScriptEnabled: false }, async (page) => {
      const own = await file(page)
      expect(page.url()).toBe(`${site}/jyj/request/receipt`)
      await confirmReceiptOf(place, own)
      await page.getByRole('link', { name: '查看办理情况' }).click()
      expect(await page.locator('.where').textContent()).toContain('2026年3月30日（周一）')
      const days = page.locator('.ribbon .day.counted')
      expect(await days.count()).toBe(20)
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: /PDF/ }).first().click(),
      ])
      expect(download.suggestedFilename()).toMatch(/回执\.pdf$/)
    })
  })

  test('has no barrier in any of its steps, faults and ribbon included', async () => {
    const found = await visit(narrow, async (page) => {
      const wrong: string[] = []
      await page.goto('/jyj/request/new')
      await page.getByRole('button', { name: '下一步：核对' }).click()
      wrong.push(...(await axeFindings(page)))
      await fillIn(page)
      wrong.push(...(await axeFindings(page)))
      const own = await file(page)
      wrong.push(...(await axeFindings(page)))
      await confirmReceiptOf(place, own)
      await page.goto('/jyj/status/view')
      wrong.push(...(await axeFindings(page)))
      return wrong
    })
    expect(found).toEqual([])
  })

  test('联系人 is in sight for organisations only', async () => {
    await visit(narrow, async (page) => {
      await page.goto('/jyj/request/new')
      const contact = page.getByLabel('联系人', { exact: true })
      expect(await contact.isVisible()).toBe(false)
      await page.getByLabel('科研机构').check()
      expect(await contact.isVisible()).toBe(true)
    })
  })
})

describe('the annual report at 360 points', () => {
  test('row labels stay while the numbers of table 三 scroll', async () => {
    await visit({ viewport: { width: 360, height: 740 } }, async (page) => {
      await page.goto('/jyj/reports/2024')
      const frame = page.locator('.scroll', { has: page.locator('.grid-requests') })
      await frame.evaluate((element) => element.scrollTo(element.scrollWidth, 0))
      const [label, total, edges] = await Promise.all([
        page.getByRole('rowheader', { name: '1.属于国家秘密' }).boundingBox(),
        page.locator('.grid-requests tbody tr').nth(4).locator('td').last().boundingBox(),
        frame.boundingBox(),
      ])
      if (!label || !total || !edges) throw new Error('not drawn')
      expect(label.x).toBeGreaterThanOrEqual(edges.x)
      expect(label.x + label.width).toBeLessThan(total.x)
      expect(total.x + total.width).toBeLessThanOrEqual(edges.x + edges.width + 1)
    })
  })
})
