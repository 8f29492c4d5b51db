/** 年报自检，没有 JavaScript 的浏览器：粘贴、看错误、勾选、改一格、下载；手机和打印也看得清。 */
import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type County, county } from '../http/county.ts'
import { axeFindings } from './axe.ts'
import { launchBrowser } from './browser.ts'
import { picture } from './console-office.ts'

const SEED = readFileSync('tests/samples/reports/tongren-education-2021.txt', 'utf8')
/** The seed with one sum that is wrong and one row that ran together. */
const WORSE = SEED.replace('一、本年新收政府信息公开申请数量\t\t0\t0', '一、本年新收政府信息公开申请数量\t\t3\t0').replace(
  '2.重复申请\t0\t0\t0\t0\t0\t0\t0',
  '2.重复申请 0 0 1O 0 0 0 0',
)

let place: County
let app: FastifyInstance
let browser: Browser
let site: string
beforeAll(async () => {
  place = await county('2026-01-12')
  app = await place.product.buildServer({ logs: { level: 'silent' } })
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

async function paste(page: Page, text: string): Promise<void> {
  await page.goto('/jyj')
  await page.getByRole('link', { name: '检查一份年度报告' }).click()
  await page.getByLabel('或者粘贴全文').fill(text)
  await page.getByRole('button', { name: '检查', exact: true }).click()
  await page.getByRole('heading', { name: '发现的问题' }).waitFor()
}

test('粘贴、看错误、勾选建议、改一格、重新检查、下载 Word', async () => {
  await visit({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false }, async (page) => {
    await paste(page, WORSE)
    await picture(page, '年报自检-390')
    await page
      .getByLabel(/“自然人”改为 0/)
      .first()
      .check()
    await page
      .getByLabel(/空白的 7 格填 0/)
      .first()
      .check()
    await page.getByRole('button', { name: '按改后的重新检查' }).click()
    expect(await page.locator('.verdict').textContent()).toContain('您改了 8 格')
    const cell = page.getByLabel('“重复申请”一行“科研机构”')
    await cell.fill('一')
    await page.getByRole('button', { name: '下载改正后的 Word' }).click()
    await page.getByText('“重复申请”一行“科研机构”要填数字。').first().waitFor()
    await picture(page, '年报自检-填错-390')
    await cell.fill('0')
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载改正后的 Word' }).click(),
    ])
    expect(file.suggestedFilename()).toBe('同仁市教育局2021年政府信息公开工作年度报告（改正）.docx')
  })
})

test.each([390, 768, 1440])('宽 %i：没有障碍，不比屏幕宽', async (width) => {
  await visit({ viewport: { width, height: 900 } }, async (page) => {
    for (const text of [WORSE, readFileSync('tests/samples/reports/002-flat.txt', 'utf8')]) {
      await paste(page, text)
      await picture(page, `年报自检-${text === WORSE ? '样本' : '2019格式'}-${width}`)
      expect(await axeFindings(page)).toEqual([])
      expect(await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0)
    }
  })
})

test('序号把人带到那一条；打印出来有错误、有表', async () => {
  await visit({ viewport: { width: 1280, height: 900 } }, async (page) => {
    await paste(page, WORSE)
    await page.locator('.grid-requests').getByRole('link', { name: '第 2 处问题' }).first().click()
    expect(new URL(page.url()).hash).toBe('#finding-2')
    await page.emulateMedia({ media: 'print' })
    await picture(page, '年报自检-打印')
    expect(await page.getByRole('button', { name: '按改后的重新检查' }).isVisible()).toBe(false)
    expect(await page.locator('.finding-list').isVisible()).toBe(true)
    const pdf = await page.pdf({ format: 'A4' })
    expect(pdf.length).toBeGreaterThan(10_000)
  })
})
