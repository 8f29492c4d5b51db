/** 数据表：从 Excel 粘贴，一格有错当场标出、改好；审核、签发；家长在手机上按村名找到学校，下载 CSV。 */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Role } from '../../src/record/people/roles.ts'
import { editionWork } from '../http/editions-work.ts'
import { barriers, type Desk, type Office, openOffice, picture, SCREENS, settled } from './console-office.ts'

let office: Office
let clerk: Desk
let editionId = ''
beforeAll(async () => {
  office = await openOffice('2026-03-02')
  clerk = await office.seat('clerk', { width: 1440 })
})
afterAll(() => office.close())

const LINES = [
  ['学校名称', '学段', '乡镇（街道）', '招生范围', '报名地点', '咨询电话'],
  ['云岭县第一小学', '小学', '城关镇', '南街，文化路，幸福小区', '学校东门', '0970-5550301'],
  ['云岭县河东小学', '小学', '城关镇', '河东村、上河东', '河东村口', '13800138000'],
  ['云岭县第三中学', '初中', '柳坪镇', '中街、河东村', '柳坪镇中街20号', '0970-5550303'],
]

/** As Excel puts it on the clipboard. */
async function paste({ page }: Desk, cell: string, lines: string[][]): Promise<void> {
  await page.getByLabel(cell, { exact: true }).focus()
  await page.evaluate(
    `(() => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', ${JSON.stringify(`${lines.map((line) => line.join('\t')).join('\r\n')}\r\n`)})
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    })()`,
  )
}

test('从 Excel 粘贴四行，手机号码标在它的格子上，送审被拦；改好后送审', async () => {
  const { page, go } = clerk
  await go('/data-sets')
  await page.getByRole('heading', { name: '学区划分' }).waitFor()
  await picture(page, '数据表-列表', SCREENS)
  expect(await barriers(clerk)).toEqual([])
  await page.getByRole('button', { name: '填写2026年学区划分' }).click()
  await page.getByLabel('第 1 行 学校名称', { exact: true }).waitFor()
  expect(await page.getByLabel('标题').inputValue()).toBe('2026年学区划分')
  await paste(clerk, '第 1 行 学校名称', LINES)
  await page.getByText('读入 3 行').waitFor()
  await page.getByText('有 1 处要改，改好后才能送审').waitFor()
  expect(await page.getByLabel('第 2 行 咨询电话', { exact: true }).getAttribute('aria-invalid')).toBe('true')
  await picture(page, '数据表-一处有错', SCREENS)
  expect(await barriers(clerk)).toEqual([])
  await page.getByRole('button', { name: '送审', exact: true }).click()
  await page
    .getByText(/表里有 1 处要改，第一处是第 2 行“咨询电话”/)
    .first()
    .waitFor()
  await page.getByRole('button', { name: '第 2 行“咨询电话”' }).click()
  const cell = page.getByLabel('第 2 行 咨询电话', { exact: true })
  await expect.poll(() => cell.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true)
  await page.keyboard.press('Control+A')
  await page.keyboard.type('（0970）5550302')
  await page.keyboard.press('Enter')
  await page.getByText('有 1 处要改，改好后才能送审').waitFor({ state: 'hidden' })
  expect(await cell.inputValue()).toBe('0970-5550302')
  await expect.poll(() => page.evaluate('document.activeElement?.getAttribute("aria-label")')).toBe('第 3 行 咨询电话')
  await page.getByRole('button', { name: '送审', exact: true }).click()
  await page.getByText('已送审').waitFor()
  await settled(page)
  editionId = page.url().split('/').at(-1) ?? ''
  await picture(page, '数据表-已送审', SCREENS)
  expect(await barriers(clerk)).toEqual([])
  expect(clerk.complaints).toEqual([])
})

test('逐步审核后，负责人在手机上签发', async () => {
  const work = editionWork(office.place).handles(editionId, office.place.actor('clerk'))
  for (const step of (await work.view()).chain) {
    if (step === 'head') break
    await work.pass(step)
  }
  const role: Role = 'head'
  const head = await office.seat(role, { width: 390 })
  await head.go(`/publishing/${editionId}`)
  await head.page.getByRole('button', { name: '签发', exact: true }).waitFor()
  await picture(head.page, '数据表-签发')
  expect(await barriers(head)).toEqual([])
  expect(await head.page.evaluate<number>('Math.max(0, document.documentElement.scrollWidth - window.innerWidth)')).toBe(0)
  await head.page.getByRole('button', { name: '签发', exact: true }).click()
  await head.page.getByRole('dialog').getByRole('button', { name: '签发', exact: true }).click()
  await head.page.getByText('已签发，信息已经公开').waitFor()
  expect(head.complaints).toEqual([])
  await head.context.close()
})

test('家长在手机上按村名找到两所学校，下载 CSV', async () => {
  const reader = await office.open(390)
  const { page } = reader
  const portal = office.address.replace('/console/', '')
  await page.goto(`${portal}/jyj`)
  await picture(page, '数据表-单位首页', SCREENS)
  await page.getByLabel('村、街道或者小区的名称').fill('河东村')
  await page.getByRole('button', { name: '找学校' }).click()
  await page.getByText('“河东村”在2026年属于：').waitFor()
  expect(await page.locator('.entries h3').allTextContents()).toEqual(['云岭县河东小学', '云岭县第三中学'])
  await picture(page, '数据表-找学校', SCREENS)
  expect(await barriers(reader)).toEqual([])
  expect(await page.evaluate<number>('Math.max(0, document.documentElement.scrollWidth - window.innerWidth)')).toBe(0)
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /下载 CSV/ }).click()])
  expect(file.suggestedFilename()).toBe('云岭县教育局2026年学区划分.csv')
  expect(readFileSync((await file.path()) ?? '', 'utf8')).toContain(
    '云岭县河东小学,小学,城关镇,河东村、上河东,河东村口,0970-5550302',
  )
  await page.getByLabel('乡镇（街道）').selectOption('柳坪镇')
  await page.getByRole('button', { name: '筛选' }).click()
  await page.getByText('共 1 条').waitFor()
  await reader.context.close()
})
