/** 附件和图片：名单带身份证号的拦下、一步遮盖；图片写替代文字、放进正文；审核的人看得到；公开页面上下载；撤下后没有了。 */
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { photo } from '../http/editions-work.ts'
import { type Office, openOffice, passAs, pasteBody, picture, readerOf, SCREENS, sound } from './console-office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice('2026-03-02')
})
afterAll(() => office.close())

const TITLE = '春季学期学生资助发放情况'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

async function listXlsx(): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('名单')
  sheet.addRows([
    ['姓名', '证件号码'],
    ['张三', '11010519491231002X'],
  ])
  return Buffer.from(await book.xlsx.writeBuffer())
}

test('附件和图片：从上传到撤下', async () => {
  const clerk = await office.seat('clerk')
  const { page } = clerk
  await clerk.go('/publishing/new')
  await page.getByText('暂存以后，在这里上传').waitFor()
  await page.getByRole('textbox', { name: /^标题/ }).fill(TITLE)
  await pasteBody(clerk, '<p>春季学期资助已经发放，情况如下。</p>')
  await page.getByLabel('栏目').click()
  await page.getByLabel('栏目').fill('学生管理')
  await page.getByLabel('栏目').press('Enter')
  await page.getByLabel('成文日期').fill('2026-03-02')
  await page.getByLabel('成文日期').press('Enter')
  await page.getByRole('button', { name: '暂存' }).click()

  const files = page.getByRole('group', { name: '附件和图片' })
  const choose = (name: string, mimeType: string, buffer: Buffer) =>
    files.locator('input[type="file"]').setInputFiles({ name, mimeType, buffer })
  await files.getByRole('button', { name: '上传附件或者图片' }).waitFor()
  await choose('程序.exe', 'application/octet-stream', Buffer.from('MZ'))
  await page.getByText('文件类型不能接收').waitFor()
  await choose('资助名单.xlsx', XLSX, await listXlsx())
  await files.getByText('有身份证号码 1 处，处理后才能送审').waitFor()
  await choose('发放现场.jpg', 'image/jpeg', await photo())
  await files.getByLabel('图片 2 的标题').waitFor()
  await page.getByRole('button', { name: '送审' }).click()
  await page.getByText('附件“资助名单”中有身份证号码 1 处').first().waitFor()
  await page.getByText('图片“发放现场”没有替代文字').first().waitFor()
  await picture(page, 'files-refused', SCREENS)
  await sound(clerk)

  await files.getByRole('button', { name: '遮盖号码' }).click()
  await files.getByText('有身份证号码 1 处').waitFor({ state: 'detached' })
  await files.getByLabel(/^替代文字/).fill('工作人员在学校礼堂向学生发放资助')
  await files.getByRole('button', { name: '上移：发放现场' }).click()
  await files.getByLabel('附件 2 的标题').fill('资助名单（已遮盖）')
  await page.getByRole('textbox', { name: '正文' }).click()
  await page.keyboard.press('Control+End')
  await page.getByRole('button', { name: '插入图片' }).click()
  await page.getByRole('menuitem', { name: '发放现场' }).click()
  await files.getByText('放在正文里').waitFor()
  await page.getByRole('textbox', { name: '正文' }).getByRole('img', { name: '工作人员在学校礼堂向学生发放资助' }).waitFor()
  const width = `(async () => { const image = document.querySelector('.written img[alt^=工作]'); await image.decode(); return image.naturalWidth })()`
  expect(await page.evaluate<number>(width)).toBe(640)
  await picture(page, 'files-draft', SCREENS)
  await sound(clerk)
  await page.getByRole('button', { name: '送审' }).click()
  await page.getByText('待校对').first().waitFor()

  await passAs(office, 'officeHead', TITLE, '已通过', async (desk) => {
    await desk.page.getByText('替代文字：工作人员在学校礼堂向学生发放资助').waitFor()
    const coming = desk.page.waitForEvent('download')
    await desk.page.getByRole('link', { name: '下载核对：资助名单（已遮盖）' }).click()
    expect((await coming).suggestedFilename()).toBe('资助名单（已遮盖）.xlsx')
    await picture(desk.page, 'files-review', SCREENS)
    await sound(desk)
  })
  for (const role of ['secrecyReviewer', 'privacyReviewer', 'officeHead'] as const) await passAs(office, role, TITLE, '已通过')
  await passAs(office, 'head', TITLE, '已签发，信息已经公开')

  const { reader } = await readerOf(office, clerk)
  await reader.getByRole('img', { name: '工作人员在学校礼堂向学生发放资助' }).waitFor()
  await picture(reader, 'files-portal', SCREENS)
  expect(await reader.locator('.attachments li').innerText()).toMatch(/^资助名单（已遮盖） Excel，\d+ KB$/)
  const link = reader.getByRole('link', { name: '资助名单（已遮盖）' })
  const file = new URL((await link.getAttribute('href')) ?? '', reader.url()).href
  const coming = reader.waitForEvent('download')
  await link.click()
  expect((await coming).suggestedFilename()).toBe('资助名单（已遮盖）.xlsx')

  const lead = await office.seat('officeHead')
  await lead.go('/publishing?tab=released')
  await lead.page.getByRole('link', { name: TITLE }).click()
  await lead.page.getByRole('button', { name: '撤下' }).click()
  await lead.page.getByLabel('撤下的原因').fill('附件有误，更正后重新发布')
  await lead.page.getByRole('button', { name: '立即撤下' }).click()
  await lead.page.getByRole('dialog').waitFor({ state: 'hidden' })
  expect((await reader.request.get(file)).status()).toBe(404)
  for (const one of [clerk.context, lead.context, reader.context()]) await one.close()
})
