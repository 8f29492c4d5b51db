/** 存量检查：夜里发现旧名单里的身份证号，遮盖另起一稿；值班电话核对无误后销号。 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate } from '../../src/law/date.ts'
import { publishDocument, scanStockPiece } from '../../src/office/publication/index.ts'
import { must } from '../http/county.ts'
import { barriers, type Office, openOffice, picture, SCREENS } from './console-office.ts'

const ID_NUMBER = '11010519491231002X'

let office: Office
beforeAll(async () => {
  office = await openOffice('2026-03-02')
  const { place } = office
  const old = async (title: string, body: string) =>
    must(
      await publishDocument(place.office, place.actor('clerk'), {
        column: 'education-students',
        title,
        summary: '',
        keywords: [],
        body,
        formedOn: localDate('2025-07-29'),
      }),
    )
  await old(
    '2025年秋季学期资助名单',
    `<p>名单如下。</p><table><tbody><tr><td>张三</td><td>${ID_NUMBER}</td></tr></tbody></table>`,
  )
  await old('拟聘用人员公示', '<p>现将拟聘用人员公示7个工作日。</p>')
  await old('值班安排', '<p>值班手机：13800138000，由国土资源局提供。</p>')
  place.setToday('2026-03-12')
  for (let turn = await scanStockPiece(place.office); !turn.done; ) turn = await scanStockPiece(place.office)
})
afterAll(() => office.close())

test('发现、核对无误、遮盖另起一稿', async () => {
  const lead = await office.seat('officeHead')
  const { page } = lead
  await lead.go('/tasks')
  await page.getByRole('link', { name: '核对已公开信息中发现的问题' }).click()
  await page.getByText('身份证号码 1 处').last().waitFor()
  await page.getByText('文中写的公示期到').last().waitFor()
  expect(await page.content()).not.toContain(ID_NUMBER)
  await picture(page, 'stock-open', SCREENS)
  expect(await barriers(lead)).toEqual([])
  const phone = page.getByRole('row').filter({ hasText: '手机号码 1 处' })
  await phone.getByRole('button', { name: '核对无误' }).click()
  await page.getByLabel('为什么可以这样公开').fill('是本单位公开的值班手机')
  await picture(page, 'stock-settle', [390, 1440])
  await page.getByRole('dialog').getByRole('button', { name: '不再列出' }).click()
  await phone.waitFor({ state: 'detached' })
  const list = page.getByRole('row').filter({ hasText: '身份证号码 1 处' })
  await list.getByRole('button', { name: '遮盖并修改' }).click()
  await page.getByRole('heading', { name: '机器检查' }).waitFor()
  await page.getByRole('cell', { name: '＊＊＊＊', exact: true }).waitFor()
  await picture(page, 'stock-corrected', [1440])
  await lead.go('/stock')
  await page.getByRole('row').filter({ hasText: '身份证号码 1 处' }).getByRole('link', { name: '已另起一稿' }).waitFor()
  await lead.go('/stock?tab=faultless')
  await page.getByText('是本单位公开的值班手机').last().waitFor()
  expect(lead.complaints).toEqual([])
  await lead.context.close()
})
