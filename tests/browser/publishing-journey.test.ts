/** 信息发布：名单带身份证号送审被拦、遮盖后送审，逐步审核，负责人在手机上签发，公开页面上有，再撤下。 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PICTURE_ALT, POLICY_TITLE, policyDocx } from '../../src/edge/files/policy.testing.ts'
import type { Role } from '../../src/record/people/roles.ts'
import { type Office, openOffice, pasteBody, picture, SCREENS, settled, sound } from './console-office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice('2026-03-02')
})
afterAll(() => office.close())

const TITLE = '春季学期学生资助拟发放名单公示'
const LIST =
  '<p>现将名单公示如下。</p><table><tr><th>姓名</th><th>身份证号</th></tr><tr><td>张三</td><td>11010519491231002X</td></tr></table>'

async function passAs(role: Role, said: string, width?: number): Promise<void> {
  const desk = await office.seat(role, width ? { width } : {})
  await desk.go('/publishing')
  await desk.page.getByRole('link', { name: TITLE }).click()
  await desk.page.getByText('现将名单公示如下').waitFor()
  if (width) await picture(desk.page, 'publishing-sign', SCREENS)
  await sound(desk)
  const word = role === 'head' ? '签发' : '通过'
  await desk.page.getByRole('button', { name: word, exact: true }).click()
  const asked = desk.page.getByRole('dialog')
  await asked.getByText(TITLE).waitFor()
  await asked.getByRole('button', { name: word, exact: true }).click()
  await desk.page.getByText(said).waitFor()
  await desk.context.close()
}

test('名单：拦下、遮盖、审核、签发、撤下', async () => {
  const clerk = await office.seat('clerk')
  const { page } = clerk
  await clerk.go('/publishing')
  await page.getByText('没有待您办理的信息').waitFor()
  await picture(page, 'publishing-none', SCREENS)
  await page.getByRole('button', { name: '起草信息' }).click()
  await settled(page)
  await page.getByRole('textbox', { name: /^标题/ }).fill(TITLE)
  await pasteBody(clerk, LIST)
  await page.getByRole('cell', { name: '张三' }).waitFor()
  await sound(clerk)
  await page.getByRole('button', { name: '暂存' }).click()
  await page.getByText('身份证号码 1 处').waitFor()
  await page.getByRole('button', { name: '送审' }).click()
  // What is missing is told at its field, all at once; nothing that was written is lost.
  await page.getByText('没有选择栏目').waitFor()
  await page.getByText('没有填写成文日期').waitFor()
  await page.getByLabel('成文日期').fill('2026-03-02')
  await page.getByLabel('成文日期').press('Enter')
  await page.getByLabel('栏目').click()
  await page.getByLabel('栏目').fill('学生管理')
  await page.getByLabel('栏目').press('Enter')
  await page.getByText('没有选择栏目').waitFor({ state: 'detached' })
  await picture(page, 'publishing-refused', SCREENS)
  await page.getByRole('button', { name: '遮盖全部号码' }).click()
  await page.getByRole('cell', { name: '＊＊＊＊' }).waitFor()
  expect(await page.getByText('11010519491231002X').count()).toBe(0)
  await picture(page, 'publishing-masked', SCREENS)
  await page.getByRole('button', { name: '送审' }).click()
  await page.getByText('待校对').first().waitFor()
  await picture(page, 'publishing-sent', SCREENS)
  await sound(clerk)

  await passAs('officeHead', '已通过')
  await passAs('secrecyReviewer', '已通过')
  await passAs('privacyReviewer', '已通过')
  await passAs('officeHead', '已通过')
  await passAs('head', '已签发，信息已经公开', 390)

  await page.reload()
  await settled(page)
  const address = await page.getByRole('link', { name: '在公开专栏查看' }).getAttribute('href')
  const reader = await office.open(390)
  await reader.page.goto(new URL(address ?? '', office.address).href)
  await reader.page.getByRole('heading', { name: TITLE }).waitFor()
  expect(await reader.page.content()).not.toContain('11010519491231002X')
  await picture(reader.page, 'publishing-portal', SCREENS)

  const lead = await office.seat('officeHead')
  await lead.go('/publishing?tab=released')
  await lead.page.getByRole('link', { name: TITLE }).click()
  await lead.page.getByRole('button', { name: '撤下' }).click()
  await lead.page.getByLabel('撤下的原因').fill('公示期内收到异议，核实后重新公示')
  await lead.page.getByRole('button', { name: '立即撤下' }).click()
  await lead.page.getByRole('dialog').waitFor({ state: 'hidden' })
  await lead.page.getByText('已撤下').first().waitFor()
  await picture(lead.page, 'publishing-withdrawn', SCREENS)
  await reader.page.reload()
  await reader.page.getByRole('heading', { name: '这件信息已经撤下' }).waitFor()
  await picture(reader.page, 'publishing-tombstone', SCREENS)
  await sound(reader)
  for (const desk of [clerk, lead, reader]) await desk.context.close()
})

test('从 Word 文件导入：标题、文号、日期、表格、图片都在；带密级标志的拦下', async () => {
  const clerk = await office.seat('clerk')
  const { page } = clerk
  await clerk.go('/publishing/new')
  const choose = (buffer: Buffer) =>
    page.locator('input[type="file"]').setInputFiles({
      name: '通知.docx',
      mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      buffer,
    })
  await choose(await policyDocx({ first: '机密★10年' }))
  await page.getByText('密级').first().waitFor()
  await choose(await policyDocx())
  // Its picture needs a draft to be in: it is one now.
  const files = page.getByRole('group', { name: '附件和图片' })
  await files.getByLabel('图片 1 的标题').waitFor()
  await page.getByText('请对照原件核对').waitFor()
  expect(await files.getByLabel(/^替代文字/).inputValue()).toBe(PICTURE_ALT)
  await page.getByRole('textbox', { name: '正文' }).getByRole('img', { name: PICTURE_ALT }).waitFor()
  expect(await page.getByRole('textbox', { name: /^标题/ }).inputValue()).toBe(POLICY_TITLE)
  expect(await page.getByLabel('成文日期').inputValue()).toBe('2026-02-27')
  expect(await page.getByLabel('文号').inputValue()).toBe('云教〔2026〕12号')
  await page.getByRole('columnheader', { name: '计划（人）' }).waitFor()
  await picture(page, 'publishing-imported', SCREENS)
  await sound(clerk)
  await page.getByRole('button', { name: '暂存' }).click()
  await page.getByRole('heading', { name: '机器检查' }).waitFor()
  await page.getByRole('cell', { name: '第一小学' }).waitFor()
  expect(clerk.complaints).toEqual([])
  await clerk.context.close()
})
