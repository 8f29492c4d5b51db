/** 工作台检查一份报告：看错误，改正下载；对照原件填写读不准的格子，导入存档；PDF 的页面就在旁边。 */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { barriers, type Desk, type Office, openOffice, picture, SCREENS, settled } from './console-office.ts'

/** The seed as our agency's, with one sum that is wrong and one row that can't be read. */
const REPORT = readFileSync('tests/samples/reports/tongren-education-2021.txt', 'utf8')
  .replaceAll('同仁市教育局', '云岭县教育局')
  .replace('2.重复申请\t0\t0\t0\t0\t0\t0\t0', '2.重复申请 0 0 1O 0 0 0 0')
  .replace('一、本年新收政府信息公开申请数量\t\t0\t0', '一、本年新收政府信息公开申请数量\t\t3\t0')

let office: Office
let officeHead: Desk
beforeAll(async () => {
  office = await openOffice('2026-03-02')
  officeHead = await office.seat('officeHead', { width: 1440 })
})
afterAll(() => office.close())

async function bring(desk: Desk, name: string, bytes: Buffer): Promise<void> {
  await desk.page.locator('input[type=file]').first().setInputFiles({ name, mimeType: 'application/octet-stream', buffer: bytes })
  await desk.page.getByRole('heading', { name: '检查', exact: true }).waitFor()
}

test('从年报列表进入，放入文件，三张表在原文旁边，错误标着序号', async () => {
  const { page, go } = officeHead
  await go('/reports')
  await page.getByRole('link', { name: '检查一份报告' }).click()
  await page.getByRole('heading', { name: '检查一份报告' }).waitFor()
  await picture(page, '检查报告-放入', SCREENS)
  await bring(officeHead, '2021年报.txt', Buffer.from(REPORT))
  await page.getByRole('heading', { name: '云岭县教育局 2021' }).waitFor()
  await page.getByText(/处错误，\d+ 处提示，7 格未能确定/).waitFor()
  await page.getByRole('button', { name: /R01/ }).click()
  expect(await page.locator('#table-requests .cell-field').count()).toBe(7)
  expect(await page.locator('.source-text').textContent()).toContain('1O')
  await picture(page, '检查报告-导入', SCREENS)
  expect(await barriers(officeHead)).toEqual([])
})

test('改正后下载：点建议，错误当场消失', async () => {
  const { page } = officeHead
  await page.getByText('改正后下载', { exact: true }).click()
  await page
    .getByRole('button', { name: /“自然人”改为 0/ })
    .first()
    .click()
  await page.getByText('已改 1 格。').waitFor()
  expect(await page.getByText(/总计栏为0/).count()).toBe(0)
  await picture(page, '检查报告-改正', SCREENS)
  expect(await barriers(officeHead)).toEqual([])
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载 Word' }).click()])
  expect(file.suggestedFilename()).toBe('云岭县教育局2021年政府信息公开工作年度报告（改正）.docx')
})

test('导入存档：只问读不准的格子；没填日期、填的不是数字，当场指出；导入后报告写明谁填了哪几格', async () => {
  const { page } = officeHead
  await page.getByText('导入存档', { exact: true }).first().click()
  const field = page.getByLabel(/^重复申请 × 科研机构/)
  await field.fill('十')
  await page.getByRole('button', { name: '导入存档' }).click()
  await page.getByText('“重复申请”一行“科研机构”要填数字。').first().waitFor()
  for (const [column, value] of [
    ['自然人', '0'],
    ['商业企业', '0'],
    ['科研机构', '10'],
    ['社会公益组织', '0'],
    ['法律服务机构', '0'],
    ['其他', '0'],
    ['总计', '10'],
  ] as const)
    await page.getByLabel(new RegExp(`^重复申请 × ${column}`)).fill(value)
  await page.getByLabel('公布日期').fill('2022-01-19')
  await page.getByLabel('公布日期').press('Enter')
  await page.getByRole('button', { name: '导入存档' }).click()
  await page.getByRole('heading', { name: '2021 年政府信息公开工作年度报告' }).waitFor()
  await settled(page)
  await page
    .getByText(/原件读不清，由.+于2026年3月2日对照原件填写为10/)
    .first()
    .waitFor()
  const [original] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /下载原件/ }).click()])
  expect(original.suggestedFilename()).toBe('2021年年度报告（原件）.txt')
  await picture(page, '导入的报告', SCREENS)
  expect(await barriers(officeHead)).toEqual([])
  expect(officeHead.complaints).toEqual([])
})

test.each([390, 768])('宽 %i：PDF 的页面在旁边，可以翻页；没有障碍，不比屏幕宽', async (width) => {
  const desk = await office.seat('officeHead', { width })
  await desk.go('/reports/check')
  await bring(desk, '某县教育局2023.pdf', readFileSync('tests/samples/files/browser-ruled.pdf'))
  await desk.page.getByRole('img', { name: '原件第 1 页' }).waitFor()
  await desk.page.getByRole('button', { name: '下一页' }).click()
  await desk.page.getByRole('img', { name: '原件第 2 页' }).waitFor()
  await desk.page.getByText(/报告写的是“某县教育局”/).waitFor()
  await picture(desk.page, `检查报告-PDF-${width}`)
  expect(await barriers(desk)).toEqual([])
  expect(await desk.page.evaluate<number>('Math.max(0, document.documentElement.scrollWidth - window.innerWidth)')).toBe(0)
  expect(desk.complaints).toEqual([])
  await desk.context.close()
})
