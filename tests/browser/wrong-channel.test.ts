/** 寄错地方的信: it reaches a section instead of the office, is registered, the requester is reached days later; the clock is right. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Desk, type Office, openOffice, settled } from './console-office.ts'

let office: Office
let clerk: Desk
beforeAll(async () => {
  // Friday: an ordinary letter lies in a section's tray (C23).
  office = await openOffice('2025-04-25')
  clerk = await office.seat('clerk')
})
afterAll(() => office.close())

describe('无需签收的信寄到了其他科室', () => {
  test('选了渠道就说明规则：当日联系，确认之日才是收到之日；也说明换一种渠道会是哪一天', async () => {
    const { page, go } = clerk
    await go('/requests/new')
    await page.getByRole('radio', { name: '无需签收的信函寄到其他科室或个人' }).check()
    const preview = page.locator('.preview')
    await expect.poll(() => preview.innerText()).toContain('尚未确认')
    expect(await preview.innerText()).toContain('国办公开办函〔2015〕207号')
    await page.getByText('换一种渠道，收到之日、答复期限会是哪一天').click()
    expect(await preview.innerText()).toMatch(/挂号信或特快专递\s+2025-04-25\s+答复到 2025-05-27/)
    expect(await page.getByText('任何时候都不得拒收').count()).toBe(1)
  })

  test('联系不上：先编号，联系未果有记录，期限没有起算', async () => {
    const { page } = clerk
    await page.getByLabel('首次联系申请人之日').fill('2025-04-25')
    await page.keyboard.press('Tab')
    await page.getByLabel('信息的名称、文号或其他特征').fill('2024年教师招聘方案')
    await page.getByLabel('姓名').fill('测试乙')
    await page.getByLabel('联系电话').fill('0970-0000000')
    await page.getByLabel('通信地址').fill('云岭县中山路2号')
    await page.getByText('还缺 1 项，不影响登记编号').waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByText('请告知申请人').waitFor()
    await page.getByRole('button', { name: '打开案件' }).click()
    await settled(page)
    const timeline = page.getByRole('region', { name: '办理经过' })
    await expect.poll(() => timeline.innerText()).toContain('电话联系，未联系上')
    await page.getByText('身份证明不清楚：没有填写证件号码。').waitFor()
  })

  test('五月六日联系上并确认：收到之日是五月六日，答复期限到六月四日', async () => {
    const { page } = clerk
    office.place.setToday('2025-05-06')
    await page.reload()
    await settled(page)
    await page.getByRole('button', { name: '确认收到', exact: true }).click()
    const drawer = page.getByRole('dialog')
    await expect.poll(() => drawer.locator('.preview').innerText()).toContain('2025年6月4日')
    await drawer.getByRole('button', { name: '登记', exact: true }).click()
    await drawer.waitFor({ state: 'hidden' })
    await expect.poll(() => page.locator('.standing-due').innerText()).toContain('2025年6月4日（周三）')
    expect(clerk.complaints).toEqual([])
  })
})
