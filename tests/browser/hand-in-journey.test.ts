/** 年度报告逐级报送：通知、汇编、批准、报送、批注退回、改正、审核通过、汇总、两级公布。 */
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate } from '../../src/law/date.ts'
import { compileReport } from '../../src/office/reports/compile-report.ts'
import { lookAt } from '../../src/office/reports/edit-report.ts'
import { ZERO_KEYS } from '../../src/record/reports/zero-report.ts'
import { registerRequest } from '../../src/office/requests/register-request.ts'
import { CONTENT, must, REQUESTER } from '../http/county.ts'
import { ONE_PIXEL } from '../http/desk.ts'
import { filledIn, opened } from '../http/filled-sheet.ts'
import { type Desk, type Office, openOffice, picture, SCREENS, settled, sound } from './console-office.ts'
import { setCount, write } from '../http/reports.ts'

let office: Office
let supervisor: Desk
let clerk: Desk
let head: Desk

const NUMBER = '云政办〔2026〕3号'
const NAME = '云岭县教育局'

/** The numbers of section 二 that no case stands behind, as the sections reported them. */
async function fillIn(agency: 'bureau' | 'government', permits: number) {
  const { office: verbs, actor } = office.place
  must(await compileReport(verbs, actor('clerk', agency), 2025))
  for (const kind of ['permits', 'penalties', 'compulsion', 'feesWanYuan'] as const)
    must(
      await setCount(verbs, actor('clerk', agency), { year: 2025, kind, value: kind === 'permits' ? permits : 0, basis: '台账' }),
    )
  const { prose } = must(await compileReport(verbs, actor('clerk', agency), 2025))
  must(
    await write(verbs, actor('clerk', agency), 2025, {
      ...prose,
      problems: [permits === 48 ? '政策解读形式较为单一。' : '政策解读形式单一。'],
    }),
  )
  // Looked at one by one where the year was empty, and the library (L10).
  for (const key of ZERO_KEYS) must(await lookAt(verbs, actor('clerk', agency), { year: 2025, key, looked: true }))
}

beforeAll(async () => {
  office = await openOffice('2025-12-22')
  const { office: verbs, actor, setToday } = office.place
  must(
    await registerRequest(verbs, actor('clerk'), {
      commandId: randomUUID(),
      requester: REQUESTER,
      content: CONTENT,
      via: 'in-person',
      submittedOn: localDate('2025-12-22'),
      receivedOn: null,
    }),
  )
  setToday('2026-01-06')
  supervisor = await office.seat('supervisor', { agency: 'government' })
  clerk = await office.seat('clerk')
  head = await office.seat('head', { width: 390 })
})
afterAll(() => office.close())

test('政府办公室登记通知：文号写错当场指出，学校不在报送之列', async () => {
  const { page, go } = supervisor
  await go('/hand-ins')
  await page.getByRole('button', { name: '登记报送通知' }).click()
  await page.getByLabel('审核通过之后才能公布（先备案后公布）').check()
  await page.getByLabel('文号').fill('云政办〔2026〕第03号')
  await page.getByText(/1 个单位不报送：公共企事业单位/).waitFor()
  await picture(page, '登记报送通知')
  await page.getByRole('button', { name: '登记并通知' }).click()
  await page.getByText(/顺序号不加“第”/).waitFor()
  await page.getByLabel('文号').fill('云政办[2026]3号')
  await page.getByRole('button', { name: '登记并通知' }).click()
  await page.getByText('未签收 2').waitFor()
  await page
    .locator('.page-actions input[type=file]')
    .setInputFiles({ name: '填报说明.png', mimeType: 'image/png', buffer: ONE_PIXEL })
  await page.getByRole('link', { name: '填报说明.png' }).waitFor()
  await picture(page, '报送情况：刚通知')
})

test('单位签收、汇编，引言已引用文号；主要负责人在手机上批准后，以签名的离线报送包第一次报送，核对指纹收下', async () => {
  const { page, go } = clerk
  await go('/reports')
  await page.getByRole('link', { name: '填报说明.png' }).waitFor()
  await page.getByRole('button', { name: '签收通知' }).click()
  await page.getByText('办理中').waitFor()
  await fillIn('bureau', 5)
  await go('/reports/2025')
  // Compiled behind the browser's back: what it knew of the task is from before.
  await page.reload()
  await settled(page)
  expect(await page.getByLabel('引言').inputValue()).toContain(NUMBER)
  await page.getByText('经主要负责人批准后再报送').waitFor()
  await page.getByRole('button', { name: '送审' }).click()
  await page.getByText('已送审，由单位主要负责人批准。').waitFor()
  await head.go('/reports/2025')
  await head.page.getByRole('button', { name: '批准' }).click()
  await head.page.getByText('已批准').first().waitFor()
  await page.reload()
  await settled(page)
  const bundle = await downloaded(clerk, () => page.getByRole('link', { name: '离线报送包' }).click())
  const fingerprint = /签名指纹 ([0-9A-F ]+)/.exec(bundle.name)?.[1] ?? '没有指纹'
  await supervisor.go('/hand-ins')
  await supervisor.page.getByRole('link', { name: NUMBER }).click()
  await bring('报送包.zgk', bundle.bytes)
  await supervisor.page.getByText(fingerprint).waitFor()
  await picture(supervisor.page, '导入报送包：核对指纹')
  await supervisor.page.getByRole('button', { name: '已核对一致，登记签名并收下' }).click()
  await supervisor.page.getByText(`${NAME}：已报送，待审核`).waitFor()
  await page.reload()
  await settled(page)
  await page.getByText('已报送，待审核').waitFor()
})

test('政府办公室点中一格写批注，退回；单位在报告页看到批注落在哪一格', async () => {
  const { page, go } = supervisor
  await go('/hand-ins')
  await page.getByRole('link', { name: NUMBER }).click()
  await page.getByRole('link', { name: NAME }).click()
  await page.getByRole('button', { name: '行政许可 × 本年处理决定数量：5，写批注' }).click()
  await page.getByText('这一格的来源').click()
  await page.getByText('这份报告不是在本系统中汇编的').waitFor()
  await page.getByLabel('批注内容').fill('教师资格认定属于行政许可，请核对是否计入。')
  await page.getByRole('button', { name: '加入批注' }).click()
  await page.getByText('“行政许可”一行“本年处理决定数量”').waitFor()
  await picture(page, '审核：写了批注')
  await page.getByRole('button', { name: /退回修改/ }).click()
  await page.getByText('已退回，等待单位改正后再次报送。').waitFor()
  await clerk.page.reload()
  await settled(clerk.page)
  await clerk.page.getByText('教师资格认定属于行政许可，请核对是否计入。').waitFor()
  await picture(clerk.page, '单位：退回的批注')
})

test('改正后再次报送，政府办公室看到前后差异，审核通过，汇总数随之更新', async () => {
  await fillIn('bureau', 48)
  const { page, go } = clerk
  await go('/reports/2025')
  await page.reload()
  await settled(page)
  await page.getByRole('button', { name: '送审' }).click()
  await page.getByText('已送审，由单位主要负责人批准。').waitFor()
  await head.page.reload()
  await settled(head.page)
  await head.page.getByRole('button', { name: '批准' }).click()
  await head.page.getByText('已批准').first().waitFor()
  await page.reload()
  await settled(page)
  await page.getByRole('button', { name: '再次报送' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '报送' }).click()
  await page.getByText('已报送，待审核').waitFor()

  await supervisor.page.reload()
  await settled(supervisor.page)
  await supervisor.page.getByText('“行政许可”一行“本年处理决定数量”：5 →').waitFor()
  await supervisor.page
    .getByRole('region', { name: '文字的差异：五、存在的主要问题及改进情况' })
    .getByText('（增：较为）')
    .waitFor()
  await picture(supervisor.page, '审核：再次报送')
  await supervisor.page.getByRole('button', { name: '审核通过' }).click()
  await supervisor.page.getByText(/审核通过，已计入汇总/).waitFor()
  await supervisor.page.getByRole('button', { name: /新收政府信息公开申请数量 × 总计：1，写批注/ }).click()
  await supervisor.page.getByText('这一格的来源').click()
  await supervisor.page.getByText('申请 1 件。只列编号和办理情况，申请内容由该单位掌握。').waitFor()
  await picture(supervisor.page, '审核：一格的来源')
  await supervisor.page.getByRole('button', { name: '取消' }).click()
  await supervisor.page.getByRole('link', { name: NUMBER }).click()
  await supervisor.page.getByText('汇总（审核通过的 1 份之和）').waitFor()
  await supervisor.page.getByText('还有 1 个单位未计入').waitFor()
  await picture(supervisor.page, '报送情况：汇总')
  await supervisor.page.getByRole('button', { name: /新收政府信息公开申请数量 × 总计：1，看各单位/ }).click()
  await supervisor.page.getByRole('dialog').getByRole('link', { name: NAME }).waitFor()
  await picture(supervisor.page, '报送情况：一格的各单位')
  await supervisor.page.keyboard.press('Escape')
})

/** Hands a file to the page as if it were chosen from the disk, and waits for what the page says of it. */
async function bring(name: string, bytes: Uint8Array) {
  await supervisor.page
    .getByRole('region', { name: '导入报送文件' })
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })
}

async function downloaded(desk: Desk, click: () => Promise<void>): Promise<{ name: string; bytes: Uint8Array }> {
  const download = desk.page.waitForEvent('download')
  await click()
  const file = await download
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) }
}

test('再次报送之后又送来离线报送包：签名已登记，不再问；内容与已报送的相同，不重复登记', async () => {
  await clerk.page.reload()
  await settled(clerk.page)
  const bundle = await downloaded(clerk, () => clerk.page.getByRole('link', { name: '离线报送包' }).click())
  await bring('报送包.zgk', bundle.bytes)
  await supervisor.page.getByText(`${NAME}：与已报送的相同，没有重复登记`).waitFor()
})

test('不用系统的单位填表报送：加错的一格标红，改正后收下', async () => {
  const { page, go } = supervisor
  const at = page.url().split('#')[1] ?? ''
  await page.getByRole('link', { name: '云岭县民政局' }).click()
  const blank = await downloaded(supervisor, () => page.getByRole('link', { name: /下载填报表/ }).click())
  await go(at)
  await bring('民政局.xlsx', await filledIn(blank.bytes, (sheet, cell) => (sheet.startsWith('三') && cell === 0 ? 2 : 0)))
  await page.getByText(/云岭县民政局：有 \d+ 处错误，没有收下/).waitFor()
  await picture(page, '导入填报表：有错误')
  const marked = await downloaded(supervisor, () => page.getByRole('button', { name: '下载标出错误的表' }).click())
  const notes: string[] = []
  for (const sheet of (await opened(marked.bytes)).worksheets)
    sheet.eachRow((row) => row.eachCell((cell) => cell.note && notes.push(JSON.stringify(cell.note))))
  expect(notes.join('')).toContain('X3')
  await bring('民政局（改正）.xlsx', await filledIn(blank.bytes, () => 0))
  await page.getByText('云岭县民政局：已报送，待审核').waitFor()
  await page.getByRole('link', { name: '云岭县民政局' }).click()
  await page.getByRole('button', { name: '审核通过' }).click()
  await page.getByText(/审核通过，已计入汇总/).waitFor()
})

test('比较两份单位报告：选定甲、乙，逐格列出差，写明限度；两个单位都要选', async () => {
  const { page, go } = supervisor
  const unit = page.url().split('#')[1] ?? ''
  await go('/hand-ins')
  await page.getByRole('button', { name: '比较' }).click()
  await page.getByText('只有一个年度的报送').waitFor()
  await page.getByText('两份单位报告', { exact: true }).click()
  await page.getByText('请选择甲、乙两个单位').waitFor()
  for (const [side, name] of [
    ['甲：单位', NAME],
    ['乙：单位', '云岭县民政局'],
  ] as const) {
    await page.getByLabel(side).click()
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: name }).click()
  }
  const numbers = page.getByRole('region', { name: /^二、/ })
  await numbers.getByRole('row', { name: /行政许可.* 48 0 少 ?48/ }).waitFor()
  await page.getByRole('list', { name: '比较的限度' }).waitFor()
  await page.getByRole('region', { name: '文字：五、存在的主要问题及改进情况' }).getByText('（仅甲：').waitFor()
  await picture(page, '比较：两份单位报告', SCREENS)
  await sound(supervisor)
  await go(unit)
  await page.getByRole('button', { name: '对整份报告写批注' }).click()
  await page.getByLabel('批注内容').fill('贵局已撤并，不需报送。')
  await page.getByRole('button', { name: '加入批注' }).click()
  await page.getByRole('button', { name: /退回修改/ }).click()
  await page.getByText('已退回，等待单位改正后再次报送。').waitFor()
})

test('另一单位不需报送，写明原因；政府的报告由本机关和所属单位汇总，两级都公布', async () => {
  const { page } = supervisor
  await page.getByText('不需报送', { exact: true }).first().click()
  await page.getByLabel('不需报送的原因').fill('机构撤并')
  await page.getByRole('button', { name: '设为不需报送' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '确定' }).click()
  await page.getByText('不需报送：机构撤并').first().waitFor()

  await fillIn('government', 100)
  const county = await office.seat('officeHead', { agency: 'government' })
  await county.go('/reports/2025')
  await county.page.getByText('审核通过的年度报告1份').waitFor()
  await county.page.getByText('云岭县民政局（机构撤并）').waitFor()
  await county.page.getByRole('button', { name: '行政许可 × 本年处理决定数量：148，查看背后的案件' }).click()
  await county.page.getByRole('dialog').getByRole('link', { name: NAME }).waitFor()
  await picture(county.page, '汇总报告：一格的来源')
  await county.page.keyboard.press('Escape')
  await county.page.getByRole('button', { name: '送审' }).click()
  await county.page.getByText('已送审').first().waitFor()
  const mayor = await office.seat('head', { agency: 'government', width: 390 })
  await mayor.go('/reports/2025')
  await picture(mayor.page, '汇总报告：手机')
  await mayor.page.getByRole('button', { name: '批准' }).click()
  await mayor.page.getByText('已批准').first().waitFor()
  const bureauHead = await office.seat('officeHead')
  for (const desk of [county, bureauHead]) {
    await desk.go('/reports/2025')
    await desk.page.reload()
    await settled(desk.page)
    await desk.page.getByRole('button', { name: '发布到公开专栏' }).click()
    const link = desk.page.getByRole('link', { name: '公开专栏中的报告' })
    await link.waitFor()
    const published = await fetch(new URL((await link.getAttribute('href')) ?? '', desk.page.url()))
    expect(published.status).toBe(200)
  }
  for (const desk of [supervisor, clerk, head, county, mayor, bureauHead]) expect(desk.complaints).toEqual([])
})
