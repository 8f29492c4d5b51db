/** 表单里弹出的日历、下拉框、抽屉和对话框：窗口改变大小以后仍在窗口之内；载体随获取方式。 */
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newAmendment } from '../http/amendment-work.ts'
import { newCase } from '../http/case-work.ts'
import { type Desk, type Office, openOffice, picture, SCREENS } from './console-office.ts'

let office: Office
let clerk: Desk
beforeAll(async () => {
  office = await openOffice('2026-03-02')
  clerk = await office.seat('clerk')
})
afterAll(() => office.close())

/** Lies within the window, from edge to edge. */
async function fits(what: Locator): Promise<void> {
  await what.first().waitFor()
  await expect
    .poll(async () => {
      const box = await what.first().boundingBox()
      const size = clerk.page.viewportSize()
      if (!box || !size) return 'nowhere'
      const over = [-box.x, box.x + box.width - size.width, -box.y, box.y + box.height - size.height]
      return over.every((by) => by <= 1) ? 'fits' : JSON.stringify(over.map(Math.round))
    })
    .toBe('fits')
}

const WINDOWS = [
  { width: 1440, height: 900 },
  { width: 390, height: 740 },
  { width: 768, height: 720 },
  { width: 360, height: 800 },
  { width: 1280, height: 800 },
]

async function throughWindows(open: () => Promise<Locator>): Promise<void> {
  await clerk.page.setViewportSize({ width: 1440, height: 900 })
  const popup = await open()
  for (const size of WINDOWS) {
    await clerk.page.setViewportSize(size)
    await fits(popup)
  }
}

test('抽屉里的日历和下拉框', async () => {
  const { page, go } = clerk
  const work = await newCase(office.place, '2026-03-02')
  await go(`/requests/${work.id}`)
  await page.getByRole('button', { name: '告知补正', exact: true }).click()
  await throughWindows(async () => page.locator('.ant-drawer-section, .ant-drawer-content-wrapper').last())
  await throughWindows(async () => {
    await page.getByLabel('补正期限至').click()
    return page.locator('.ant-picker-dropdown:not(.ant-picker-dropdown-hidden) .ant-picker-panel-container')
  })
  await page.keyboard.press('Escape')
  await page.setViewportSize({ width: 1440, height: 900 })
})

test('对话框：撤回更正申请', async () => {
  const { page, go } = clerk
  const matter = await newAmendment(office.place, '2026-03-02')
  await go(`/amendments/${matter.id}`)
  await page.getByRole('button', { name: '申请人撤回' }).click()
  await throughWindows(async () => page.getByRole('dialog'))
  await throughWindows(async () => {
    await page.getByRole('dialog').getByLabel('撤回之日').click()
    return page.locator('.ant-picker-dropdown:not(.ant-picker-dropdown-hidden) .ant-picker-panel-container')
  })
})

test('载体随获取方式；自己选过的不改，不相称的问一句', async () => {
  const { page, go } = clerk
  await page.setViewportSize({ width: 1440, height: 900 })
  await go('/requests/new')
  const carrier = page.locator('#content_carrier')
  const chosen = () => carrier.getByRole('radio', { checked: true }).inputValue()
  expect(await chosen()).toBe('paper')
  await page.getByRole('radio', { name: '电子送达' }).check()
  expect(await chosen()).toBe('electronic')
  await page.getByRole('radio', { name: '自行领取' }).check()
  expect(await chosen()).toBe('paper')
  await carrier.getByRole('radio', { name: '电子文件' }).check()
  await carrier.getByRole('radio', { name: '纸质' }).check()
  await page.getByRole('radio', { name: '电子送达' }).check()
  expect(await chosen()).toBe('paper')
  await page.getByText('请再问申请人一句').waitFor()
  await picture(page, 'new-request-carrier', SCREENS)
  await carrier.getByRole('radio', { name: '电子文件' }).check()
  await page.getByText('请再问申请人一句').waitFor({ state: 'detached' })
  expect(clerk.complaints).toEqual([])
})
