/** 公示：名单带身份证号的拦下、遮盖，作为公示发布，公众提出异议，查证答复，期满自己结束，公布结果。 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type Desk,
  type Office,
  openOffice,
  passAllAs,
  passAs,
  pasteBody,
  picture,
  readerOf,
  SCREENS,
  sound,
} from './console-office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice('2026-03-02')
})
afterAll(() => office.close())

const TITLE = '春季学期学生资助拟发放名单公示'
const RESULT = '春季学期学生资助拟发放名单公示结果'
const ID_NUMBER = '11010519491231002X'
const LIST = `<p>现将名单公示如下。</p><table><tr><th>姓名</th><th>身份证号</th></tr><tr><td>张三</td><td>${ID_NUMBER}</td></tr></table>`

async function choose(desk: Desk, label: string, option: string): Promise<void> {
  await desk.page.getByLabel(label).click()
  await desk.page.getByTitle(option, { exact: true }).last().click()
}

test('名单公示：从起草到结果', async () => {
  const clerk = await office.seat('clerk')
  const { page } = clerk
  await clerk.go('/publicity')
  await page.getByText('还没有公示').waitFor()
  await picture(page, 'publicity-none', SCREENS)
  await clerk.go('/publishing/new')
  await page.getByRole('textbox', { name: /^标题/ }).fill(TITLE)
  await pasteBody(clerk, LIST)
  await page.getByLabel('栏目').click()
  await page.getByLabel('栏目').fill('学生管理')
  await page.getByLabel('栏目').press('Enter')
  await page.getByLabel('成文日期').fill('2026-03-02')
  await page.getByLabel('成文日期').press('Enter')
  await page.getByRole('switch', { name: '公示' }).click()
  await choose(clerk, '公示的事项', '学生资助')
  await page.getByLabel('受理异议的部门').fill('学生资助中心')
  await page.getByText('到2026年3月9日（周一）为止').waitFor()
  await page.getByLabel('公示期的长度').fill('3')
  await page.getByText('学生资助公示不少于 5 个工作日').waitFor()
  await picture(page, 'publicity-short', SCREENS)
  await sound(clerk)
  await page.getByLabel('公示期的长度').fill('5')
  await page.getByRole('button', { name: '暂存' }).click()
  await page.getByText('身份证号码 1 处').waitFor()
  await page.getByRole('button', { name: '送审' }).click()
  await page.getByText('不能公开：请点').first().waitFor()
  await page.getByRole('button', { name: '遮盖全部号码' }).click()
  await page.getByRole('cell', { name: '＊＊＊＊' }).waitFor()
  await picture(page, 'publicity-draft', SCREENS)
  await page.getByRole('button', { name: '送审' }).click()
  await page.getByText('待校对').first().waitFor()
  await passAllAs(office, TITLE)

  // The public: no script at all.
  const { reader, address } = await readerOf(office, clerk)
  await reader.getByText('公示到2026年3月9日').waitFor()
  expect(await reader.content()).not.toContain(ID_NUMBER)
  await picture(reader, 'publicity-portal', SCREENS)
  await reader.getByRole('link', { name: '提出异议' }).click()
  await picture(reader, 'publicity-form', SCREENS)
  await reader.getByRole('button', { name: '下一步：核对' }).click()
  await reader.getByText('没有选择您的身份').first().waitFor()
  await picture(reader, 'publicity-form-faults', SCREENS)
  await reader.getByLabel('其他了解情况的人').check()
  await reader.getByLabel('对谁、对哪一项有异议').fill('名单第一名')
  await reader.getByLabel('事实和理由').fill('其家庭情况与公示条件不符，请核实。')
  await reader.getByRole('button', { name: '下一步：核对' }).click()
  await picture(reader, 'publicity-read-back', SCREENS)
  await reader.getByRole('button', { name: '提交异议' }).click()
  const number = (await reader.getByText(/云教异〔2026〕\d+号/).textContent()) ?? ''
  const code = (await reader.locator('.query-code').textContent()) ?? ''
  await picture(reader, 'publicity-receipt', SCREENS)

  // Past the last day: over by itself; the result waits for the objection.
  await clerk.goOn('2026-03-10', '/tasks')
  await reader.goto(new URL(address ?? '', office.address).href)
  await reader.getByRole('heading', { name: '公示已经结束' }).waitFor()
  await reader.getByText('正在办理异议，办结以后公布结果').waitFor()
  await picture(reader, 'publicity-over', SCREENS)
  await page.getByRole('link', { name: '查证异议，拟写答复' }).click()
  await page.getByRole('heading', { name: `异议 ${number}` }).waitFor()
  await sound(clerk)
  await page.getByLabel(/^不成立/).check()
  await page.getByLabel('查证的情况和理由').fill('经入户核查，家庭人均收入低于标准，符合资助条件。')
  await picture(page, 'publicity-answer', SCREENS)
  await page.getByRole('button', { name: '送审' }).click()
  await page.getByText('答复待审核').first().waitFor()

  await clerk.go('/publicity')
  await page.getByRole('link', { name: TITLE }).click()
  await page.getByText('期满，异议待办结').waitFor()
  await picture(page, 'publicity-page', SCREENS)
  await sound(clerk)
  await page.getByRole('button', { name: '起草结果' }).click()
  await page.getByRole('textbox', { name: /^标题/ }).waitFor()
  expect(await page.getByRole('textbox', { name: /^标题/ }).inputValue()).toBe(RESULT)
  await page.getByLabel('成文日期').fill('2026-03-10')
  await page.getByLabel('成文日期').press('Enter')
  await pasteBody(clerk, '<p>公示期内收到异议 1 件，经查不成立。名单所列学生予以资助。</p>')
  await page.getByRole('button', { name: '暂存' }).click()
  await page.getByText('期满、异议都办结以后才能签发').waitFor()
  await page.getByRole('button', { name: '送审' }).click()
  await page.getByText('待校对').first().waitFor()
  await passAllAs(office, RESULT, '还有 1 件异议没有办结')

  const lead = await office.seat('officeHead')
  await lead.go('/tasks')
  await lead.page.getByRole('link', { name: '审核异议的答复' }).click()
  await lead.page.getByRole('button', { name: '审核通过，答复' }).click()
  await lead.page.getByText('已答复').first().waitFor()
  await picture(lead.page, 'publicity-answered', SCREENS)
  await sound(lead)
  await passAs(office, 'head', RESULT, '已签发，信息已经公开')

  await reader.reload()
  await reader.getByRole('link', { name: RESULT }).waitFor()
  await reader.getByText('收到异议 1 件：不成立 1 件').waitFor()
  await picture(reader, 'publicity-result-linked', SCREENS)
  await reader.getByRole('link', { name: RESULT }).click()
  await reader.getByRole('link', { name: /学生资助公示（2026-03-02 至 2026-03-09）/ }).waitFor()
  await picture(reader, 'publicity-result', SCREENS)
  await reader.goto(new URL(`${(address ?? '').split('/doc/')[0]}/objection/status`, office.address).href)
  await reader.getByLabel('异议编号').fill(number)
  await reader.getByLabel('查询码').fill(code)
  await reader.getByRole('button', { name: '查询', exact: true }).click()
  await reader.getByText('经入户核查').waitFor()
  await picture(reader, 'publicity-status', SCREENS)
  await clerk.go('/publicity')
  await page.getByRole('cell', { name: '收到异议 1 件：不成立 1 件。', exact: true }).waitFor()
  await picture(page, 'publicity-list', SCREENS)
  for (const one of [clerk.context, lead.context, reader.context()]) await one.close()
})
