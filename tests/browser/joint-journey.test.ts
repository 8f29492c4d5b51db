/** 联合申请有代表人、有代理人：在工作台登记，在门户填写；文书寄给谁，案件页写明。 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { MARKER } from '../http/county.ts'
import { type Office, openOffice, picture, SCREENS } from './console-office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice('2026-03-10')
})
afterAll(() => office.close())

test('登记联合申请：推选第二人为代表人，代理人代收文书；案件页写明文书寄给代理人', async () => {
  const { page, go, complaints } = await office.seat('clerk')
  await go('/requests/new')
  const requester = page.getByRole('main')
  await requester.getByLabel('姓名', { exact: true }).fill(`${MARKER}张三`)
  await requester.getByLabel('证件号码', { exact: true }).fill('11010519491231002X')
  await requester.getByLabel('联系电话').fill('0970-0000000')
  await requester.getByLabel('通信地址', { exact: true }).fill(`${MARKER}文教路2号`)
  await page.getByText('委托代理人').click()
  await page.getByLabel('代理人姓名').fill(`${MARKER}周正`)
  await page.getByLabel('代理人证件号码').fill('11010519491231002X')
  await page.getByLabel('委托书已收到').check()
  await page.getByLabel('委托书写明可以代收文书').check()
  await page.getByLabel('代理人通信地址').fill(`${MARKER}北街9号`)
  await page.getByText('几人联合申请，办一件').click()
  await page.getByLabel('姓名或名称').fill(`${MARKER}王秀英`)
  await page.getByLabel('号码', { exact: true }).fill('11010519491231002X')
  await page.getByLabel('代表人', { exact: true }).click()
  await page.getByTitle('第 2 个申请人').click()
  await page.getByLabel('信息的名称、文号或其他特征').fill('2026年校车线路')
  await picture(page, 'joint-registering', SCREENS)
  await page.getByRole('button', { name: '登记并编号' }).click()
  await page.getByText('已登记').first().waitFor()
  const [row] = await office.place.asOwner('select id from request_case order by number_serial desc limit 1')
  await go(`/requests/${String(row?.id)}`)
  await page.getByRole('button', { name: '查看完整信息' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill('核对收件人')
  await page.getByRole('dialog').getByRole('button', { name: '查看并记录' }).click()
  await page.getByRole('button', { name: '重新遮蔽' }).waitFor()
  const facts = page.locator('dl.facts').last()
  await facts.getByText('文书寄给').waitFor()
  expect(await facts.textContent()).toContain(`文书寄给${MARKER}周正（${MARKER}王秀英等2人的代理人）`)
  expect(await facts.textContent()).toContain('联合申请人（代表人）')
  await picture(page, 'joint-case', SCREENS)
  expect(complaints).toEqual([])
})

test('门户的申请表：联合申请展开以后选代表人', async () => {
  const { page } = await office.open(390)
  await page.goto(new URL('/jyj/request/new', office.address).href)
  await page.getByText('委托代理人').check()
  await page.getByText('还有其他人一起申请').click()
  await page.getByRole('group', { name: '代表人' }).getByText('第二申请人').check()
  expect(await page.getByLabel('文书寄给代理人').isVisible()).toBe(true)
  await picture(page, 'joint-portal', SCREENS)
})
