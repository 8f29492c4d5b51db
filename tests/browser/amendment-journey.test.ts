/** 更正与自身相关的记录：登记、拟稿送审、负责人在手机上退回和批准、送达。 */
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newAmendment } from '../http/amendment-work.ts'
import { agree, type Desk, type Office, openOffice, picture, SCREENS, settled } from './console-office.ts'

const PHONE = 390

let office: Office
beforeAll(async () => {
  office = await openOffice('2026-03-02')
})
afterAll(() => office.close())

async function sound(desk: Desk): Promise<void> {
  const { violations } = await new AxeBuilder({ page: desk.page }).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  expect(await desk.page.evaluate<number>('Math.max(0, document.documentElement.scrollWidth - window.innerWidth)')).toBe(0)
  expect(desk.complaints).toEqual([])
}

test('登记更正申请：少填的指出来，填过的不丢', async () => {
  const clerk = await office.seat('clerk')
  const { page } = clerk
  await clerk.go('/amendments')
  await picture(clerk.page, 'amendment-none', SCREENS)
  await page.getByRole('button', { name: '登记更正申请' }).click()
  await page.getByLabel('哪一份记录').fill('2019年学籍登记表')
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByText('请写明哪里不准确').waitFor()
  expect(await page.getByLabel('哪一份记录').inputValue()).toBe('2019年学籍登记表')
  await picture(clerk.page, 'amendment-new', SCREENS)
  await page.getByLabel('哪里不准确，应当怎样').fill('出生日期登记为3月8日，应为3月5日。')
  await page.getByLabel('姓名').first().fill('测试甲')
  await page.getByLabel('证件号码').first().fill('632301198803051234')
  await page.getByLabel('电话').first().fill('13900000000')
  await page.getByLabel('通信地址').first().fill('云岭县中山路2号')
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByRole('region', { name: '拟写决定' }).waitFor()
  await picture(clerk.page, 'amendment-open', SCREENS)
  await sound(clerk)
  await clerk.context.close()
})

test('没有证据的不能更正，补充后送审；负责人在手机上退回、再批准；登记送达', async () => {
  const matter = await newAmendment(office.place, '2026-03-02', { evidence: '' })
  const clerk = await office.seat('clerk')
  await clerk.go(`/amendments/${matter.id}`)
  const draft = clerk.page.getByRole('region', { name: '拟写决定' })
  await draft.getByLabel('予以更正', { exact: true }).check()
  await draft.getByLabel('更正后的记录').fill('出生日期登记为3月5日。')
  await draft.getByRole('button', { name: '送审' }).click()
  await draft.getByText('没有登记证明记录不准确的证据').waitFor()
  await picture(clerk.page, 'amendment-refused', SCREENS)
  const evidence = clerk.page.getByRole('region', { name: '补充证据' })
  await evidence.getByLabel('补充的证据').fill('出生医学证明复印件')
  await evidence.getByRole('button', { name: '登记证据' }).click()
  await clerk.page.getByText('出生医学证明复印件（2026年3月2日补充）').waitFor()
  expect(await draft.getByText('没有登记证明记录不准确的证据').count()).toBe(0)
  // What was typed in the draft is still there.
  expect(await draft.getByLabel('更正后的记录').inputValue()).toBe('出生日期登记为3月5日。')
  await clerk.page.getByRole('region', { name: '告知书预览' }).getByText('更正后的记录：出生日期登记为3月5日。').waitFor()
  await picture(clerk.page, 'amendment-draft', SCREENS)
  await draft.getByRole('button', { name: '送审' }).click()
  await clerk.page.getByRole('region', { name: '待审批' }).waitFor()
  await settled(clerk.page)
  await picture(clerk.page, 'amendment-waiting', SCREENS)
  await sound(clerk)

  const head = await office.seat('head', { width: PHONE })
  await head.page.getByRole('link', { name: '审批更正决定' }).click()
  await head.page.getByRole('heading', { name: '关于更正政府信息申请的告知书' }).waitFor()
  await picture(head.page, 'amendment-approval', SCREENS)
  await sound(head)
  await head.page.getByRole('button', { name: '退回修改' }).click()
  await head.page.getByLabel('需要修改什么').fill('请写明核对了哪些原始材料')
  await picture(head.page, 'amendment-return', [PHONE])
  await head.page
    .getByRole('dialog')
    .getByRole('button', { name: /退\s?回/ })
    .click()
  await head.page.getByText('没有等待审批的答复稿').waitFor()

  await clerk.page.reload()
  await draft.getByText('请写明核对了哪些原始材料').waitFor()
  expect(await draft.getByLabel('更正后的记录').inputValue()).toBe('出生日期登记为3月5日。')
  await picture(clerk.page, 'amendment-returned', SCREENS)
  await draft.getByLabel('核查情况和理由').fill('经核对出生医学证明和户口簿，登记确有误写。')
  await draft.getByRole('button', { name: '送审' }).click()
  await clerk.page.getByRole('region', { name: '待审批' }).waitFor()

  await head.go(`/amendments/${matter.id}/approval`)
  await head.page.reload()
  await head.page.getByText('经核对出生医学证明和户口簿').waitFor()
  await agree(head.page)
  await head.page.getByText('没有等待审批的答复稿').waitFor()
  expect(head.complaints).toEqual([])

  await clerk.page.reload()
  const serve = clerk.page.getByRole('region', { name: '登记送达' })
  await serve.waitFor()
  await picture(clerk.page, 'amendment-decided', SCREENS)
  await serve.getByLabel('凭证').fill('EMS 1068123456789')
  await serve.getByRole('button', { name: '登记送达' }).click()
  await clerk.page.getByText('已送达', { exact: true }).waitFor()
  await picture(clerk.page, 'amendment-served', SCREENS)
  await clerk.page
    .getByRole('region', { name: '归档' })
    .getByRole('button', { name: /归\s?档/ })
    .click()
  await clerk.page.getByText('案卷号 云教公开档〔2026〕1号').waitFor()
  await picture(clerk.page, 'amendment-archived', SCREENS)
  await clerk.go('/archive')
  await clerk.page.getByRole('region', { name: '案卷', exact: true }).getByText('予以更正').filter({ visible: true }).waitFor()
  await picture(clerk.page, 'amendment-archive-page', SCREENS)
  await clerk.go('/amendments')
  await picture(clerk.page, 'amendment-list', SCREENS)
  await sound(clerk)
  await Promise.all([clerk.context.close(), head.context.close()])
})
