/** 数量明显超出合理范围：先要求说明理由，再按量收费，缴清后重新起算，答复送达。 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CaseWork, newCase } from '../http/case-work.ts'
import { type Desk, grantedAtDesks, type Office, openOffice, picture, SCREENS } from './console-office.ts'

const START = '2026-03-02'

let office: Office
let clerk: Desk
let work: CaseWork
beforeAll(async () => {
  office = await openOffice(START)
  clerk = await office.seat('clerk')
  work = await newCase(office.place, START)
})
afterAll(() => office.close())

/** The case as it is on another day. */
const on = (day: string) => clerk.goOn(day, `/requests/${work.id}`)
const standing = () => clerk.page.locator('.standing-due').innerText()

describe('数量明显超出合理范围，按量收费', () => {
  test('要求说明理由：写明数量和频次；收到理由之后继续办理', async () => {
    await on('2026-03-04')
    await clerk.deed('要求说明理由', async (drawer) => {
      await drawer.getByLabel('认为超过合理范围的事实').fill('2026年2月至今共提交申请42件，本件要求提供150页材料')
      await drawer.getByLabel('请于何日前说明').fill('2026-03-18')
      await clerk.page.keyboard.press('Tab')
      await picture(clerk.page, 'reasons-asked', SCREENS)
    })
    expect(await work.text('D03')).toContain('共提交申请42件')
    await on('2026-03-10')
    expect(await standing()).toContain('答复期限：2026年3月30日')
    expect(await clerk.page.locator('.clock-steps').innerText()).toContain('2026年3月3日至2026年3月30日，20 个工作日')
    await picture(clerk.page, 'reasons-awaited', SCREENS)
    await clerk.deed('收到理由说明', async (drawer) => {
      await drawer.getByRole('radio', { name: '合理', exact: true }).check()
      await picture(clerk.page, 'reasons-given', SCREENS)
    })
  })

  test('两种方式并列写明算式，选按量：150 页 1700 元；通知书印出同样的算式（F14）', async () => {
    await on('2026-03-11')
    await clerk.page.getByRole('button', { name: '发出收费通知', exact: true }).click()
    const drawer = clerk.page.getByRole('dialog')
    await drawer.getByRole('spinbutton', { name: '页数' }).fill('150')
    const volume = drawer.locator('.fee-card').filter({ hasText: '按量计收' })
    await expect.poll(() => volume.innerText()).toContain('1700 元')
    for (const words of ['70页×10元＝700元', '50页×20元＝1000元']) expect(await volume.innerText()).toContain(words)
    // One item in this month costs nothing by item: that scale can't be chosen.
    expect(await drawer.getByRole('radio', { name: /按件计收/ }).isDisabled()).toBe(true)
    await drawer.getByRole('button', { name: '登记', exact: true }).click()
    await drawer.getByText('请选择按件还是按量').waitFor()
    const byVolume = drawer.getByRole('radio', { name: /按量计收/ })
    await byVolume.click()
    await expect.poll(() => byVolume.isChecked()).toBe(true)
    await drawer.getByLabel('申请人收到通知之日').fill('2026-03-11')
    await clerk.page.keyboard.press('Tab')
    const preview = () => drawer.locator('.preview').innerText()
    await expect.poll(preview).toContain('申请人缴费：2026年4月9日')
    // Time stands still: the twenty days from receipt explain nothing any more.
    expect(await preview()).not.toContain('自收到申请的次日')
    await picture(clerk.page, 'fee-notice', SCREENS)
    await drawer.getByRole('button', { name: '登记', exact: true }).click()
    await drawer.waitFor({ state: 'hidden' })
    const notice = await work.text('D10')
    for (const words of ['按量计收', '第31页至第100页：70页×10元＝700元', '第101页至第150页：50页×20元＝1000元', '合计：1700元'])
      expect(notice).toContain(words)
    await picture(clerk.page, 'fee-awaited', SCREENS)
  })

  test('等待缴费时不计期限；缴清次日重新计算二十个工作日', async () => {
    await on('2026-03-19')
    expect(await standing()).not.toContain('2026年4月20日')
    await on('2026-03-20')
    await clerk.deed('缴清费用', async (drawer) => {
      await drawer.getByLabel('说明').fill('非税收入票据')
      await picture(clerk.page, 'fee-paid', SCREENS)
    })
    await expect.poll(standing).toContain('2026年4月20日')
  })

  test('答复、送达，办结', async () => {
    office.place.setToday('2026-03-27')
    await grantedAtDesks(office, clerk, work.id)
    await on('2026-03-30')
    await clerk.deed('送达', async (drawer) => {
      await drawer.getByLabel('邮件号码').fill('XA12345678951')
      await drawer.getByLabel('凭证说明').fill('签收查询结果')
    })
    await expect.poll(standing).toContain('办结：2026年3月27日')
    await picture(clerk.page, 'fee-closed', SCREENS)
    expect(clerk.complaints).toEqual([])
  })
})
