/** 校对提示：起草人一键采纳、写明不改；校对人员带着提示退回；手机上也看得清。 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '../http/county.ts'
import { editionWork } from '../http/editions-work.ts'
import { type Office, openOffice, picture, SCREENS, sound } from './console-office.ts'

let office: Office
let work: ReturnType<typeof editionWork>
beforeAll(async () => {
  office = await openOffice('2026-03-02')
  work = editionWork(office.place)
})
afterAll(() => office.close())

const BODY =
  '<p>依据《中华人民共和国物权法》和《义务教肓法》，3月20日（星期六）起受理，请登陆网站报名，招收农民工子女。</p>' +
  '<table><tr><th>学校</th><th>计划（人）</th></tr><tr><td>第一小学</td><td>240</td></tr><tr><td>第二小学</td><td>200</td></tr><tr><td>合计</td><td>450</td></tr></table>'

test('起草：改为、不改；送审以后带着提示退回', async () => {
  const one = await work.draft({ title: '2025年秋季招生公告', body: BODY })
  const clerk = await office.seat('clerk')
  const { page } = clerk
  await clerk.go(`/publishing/${one.id}`)
  const panel = page.getByRole('region', { name: '校对提示' })
  await panel.getByText('7 处').waitFor()
  await picture(page, 'proof-drafting', SCREENS)
  await sound(clerk)
  await panel.getByRole('button', { name: '改为“440”' }).click()
  await page.getByRole('cell', { name: '440' }).waitFor()
  // What was typed and not saved yet is kept when a finding is settled.
  await page.getByRole('textbox', { name: /^标题/ }).fill('2025年秋季招生公告（城区）')
  await panel.getByRole('button', { name: '改为“2026”' }).click()
  await page.getByText('已改为“2026”').waitFor()
  expect(await page.getByRole('textbox', { name: /^标题/ }).inputValue()).toBe('2026年秋季招生公告（城区）')
  await panel.getByRole('button', { name: '不改：农民工子女' }).click()
  await page.getByRole('dialog').getByLabel('为什么不改').fill('引用县委文件原文')
  await page.getByRole('dialog').getByRole('button', { name: '不改', exact: true }).click()
  await panel.getByText('写明不改的 1 处').click()
  await panel.getByText('引用县委文件原文').waitFor()
  await panel.getByText('已按提示改的 2 处').click()
  await panel.getByRole('list', { name: '已按提示改的' }).getByText('440').waitFor()
  await picture(page, 'proof-settled', SCREENS)
  await sound(clerk)
  await page.getByRole('button', { name: '送审' }).click()
  await page.getByText('待校对').first().waitFor()

  const lead = await office.seat('officeHead', { width: 390 })
  await lead.go(`/publishing/${one.id}`)
  await lead.page.getByRole('region', { name: '校对提示' }).getByText('登陆').first().waitFor()
  await picture(lead.page, 'proof-phone', [390])
  await sound(lead)
  await lead.page.getByRole('button', { name: '退回修改' }).click()
  await expect.poll(() => lead.page.getByLabel('需要修改什么').inputValue()).toContain('“登陆”：')
  await picture(lead.page, 'proof-return', [390])
  await lead.page.getByRole('dialog').getByRole('button', { name: '退回', exact: true }).click()
  await lead.page.getByText('起草中').first().waitFor()
  for (const desk of [clerk, lead]) await desk.context.close()
})

test('没有问题的、问题很多的', async () => {
  const clean = await work.draft({ title: '没有问题的通知', body: '<p>请按时到校。</p>' })
  const many = await work.draft({
    title: '问题很多的通知',
    body: Array.from({ length: 40 }, (_, n) => `<p>第${n}项：其它事项${n}，请于2月30日登陆网站。</p>`).join(''),
  })
  must(await clean.submit())
  const clerk = await office.seat('clerk')
  await clerk.go(`/publishing/${clean.id}`)
  await clerk.page.getByText('没有发现法规名称、用语、日期、数字、名称的问题').waitFor()
  await clerk.go(`/publishing/${many.id}`)
  await clerk.page.getByRole('region', { name: '校对提示' }).getByText('共 40 处').first().waitFor()
  await picture(clerk.page, 'proof-many', [390, 1440])
  await sound(clerk)
  await clerk.context.close()
})
