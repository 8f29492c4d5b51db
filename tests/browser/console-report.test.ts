/** 工作台里的年度报告：汇编、填报、查错、看每个数字背后的案件、改文字、送审、批准、发布。 */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { renderLetterPdf } from '../../src/edge/paper/index.ts'
import { localDate } from '../../src/law/date.ts'
import { receiveRequest } from '../../src/office/requests/receive-request.ts'
import { answerLastProblems, saveProse } from '../../src/office/reports/edit-report.ts'
import { importReport } from '../../src/office/reports/import-report.ts'
import { setCount } from '../http/reports.ts'
import { viewReport } from '../../src/office/reports/view-report.ts'
import { recordAct } from '../../src/office/requests/record-act.ts'
import { CONTENT, must, REQUESTER } from '../http/county.ts'
import { type Desk, type Office, openOffice, picture, SCREENS, settled, sound } from './console-office.ts'

let office: Office
let clerk: Desk
beforeAll(async () => {
  office = await openOffice('2025-12-22')
  const { office: verbs, ids, actor, setToday } = office.place
  const commandId = randomUUID()
  const filed = must(
    await receiveRequest(verbs, { agencyId: ids.bureau, commandId, requester: REQUESTER, content: CONTENT, files: [] }),
  )
  const act = { kind: 'received', on: localDate('2025-12-22') } as const
  must(await recordAct(verbs, actor('clerk'), { caseId: filed.id, commandId: randomUUID(), seen: 1, act }))
  setToday('2026-01-20')
  must(
    await importReport(verbs, actor('officeHead'), {
      checked: {
        agency: '云岭县教育局',
        year: 2024,
        format: '2021',
        tables: { disclosed: null, requests: null, disputes: null },
        findings: [],
      },
      prose: { preface: [], overall: ['全年主动公开信息。'], problems: [PROBLEM], other: [] },
      publishedOn: localDate('2025-01-20'),
    }),
  )
  clerk = await office.seat('clerk')
})
afterAll(() => office.close())

const PROBLEM = '政策解读形式单一，群众看不懂。'
const COUNTS = [
  ['行政许可：本年处理决定数量', '12'],
  ['行政处罚：本年处理决定数量', '0'],
  ['行政强制：本年处理决定数量', '0'],
  ['行政事业性收费：本年收费金额（万元）', '0'],
] as const

test('汇编后，没填的格子列为错误，点一下就指到那一格；有错误不能送审', async () => {
  const { page, go } = clerk
  await go('/reports')
  await page.getByRole('button', { name: '汇编' }).click()
  await page.getByRole('heading', { name: '2025 年政府信息公开工作年度报告' }).waitFor()
  const finding = page.getByRole('button', { name: /X13.*行政许可/ })
  await finding.click()
  expect(await page.locator('#table-disclosed .is-pointed').count()).toBe(1)
  expect(await page.getByRole('button', { name: '送审' }).count()).toBe(0)
  await page.getByText(/^送审：还有 \d+ 处错误/).waitFor()
})

test('填报数量及其依据，错误随之消失', async () => {
  const { page } = clerk
  for (const [words, value] of COUNTS) {
    await page.getByRole('button', { name: `填写：${words}` }).click()
    const form = page.locator('.count-form')
    await form.getByLabel('数量').fill(value)
    await form.getByLabel('依据').fill('政务服务平台办件统计')
    await form.getByRole('button', { name: '保存' }).click()
    await form.waitFor({ state: 'hidden' })
  }
  // Not one normative document in the library: asked, not assumed.
  await page.getByText(/行政规范性文件各项都是零/).waitFor()
  await page.getByRole('checkbox', { name: /没有现行有效的行政规范性文件/ }).click()
  await page.getByText('各项数字都对得上').waitFor()
})

test('填数量的时候别人填了同一项：并列给人看，填的还在，由人定用哪一个', async () => {
  const { page } = clerk
  const { office: verbs, actor } = office.place
  const form = page.locator('.count-form')
  await page.getByRole('button', { name: '填写：行政处罚：本年处理决定数量' }).click()
  await form.getByLabel('数量').fill('3')
  await form.getByLabel('依据').fill('执法科台账')
  must(await setCount(verbs, actor('clerk'), { year: 2025, kind: 'penalties', value: 2, basis: '法制科汇总' }))
  await form.getByRole('button', { name: '保存' }).click()
  await form.getByText('您填写期间，他人已改了这一项').waitFor()
  await form.getByText('依据：法制科汇总').waitFor()
  expect(await form.getByLabel('数量').inputValue()).toBe('3')
  await picture(page, 'report-two-counts', SCREENS)
  await sound(clerk)
  await form.getByRole('button', { name: '用已保存的' }).click()
  expect(await form.getByLabel('数量').inputValue()).toBe('2')
  await form.getByLabel('数量').fill('0')
  await form.getByRole('button', { name: '保存' }).click()
  await form.waitFor({ state: 'hidden' })
})

test('每个数字都能打开背后的案件', async () => {
  const { page } = clerk
  await page.getByRole('button', { name: '结转下年度继续办理 × 自然人：1，查看背后的案件' }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByText(CONTENT.subject).waitFor()
  await drawer.getByText('计 1 件').waitFor()
  await page.keyboard.press('Escape')
  await drawer.waitFor({ state: 'hidden' })
})

test('改文字时离开，先问一句；保存后在页面上', async () => {
  const { page } = clerk
  await page.getByLabel('五、存在的主要问题及改进情况').fill('答复的说理还不够充分。\n已组织培训两次。')
  await page.getByRole('link', { name: '依申请' }).click()
  await page.getByRole('button', { name: '留在本页' }).click()
  await page.getByRole('button', { name: '保存文字' }).click()
  await page.getByText('文字已保存').waitFor()
  await page.reload()
  await settled(page)
  expect(await page.getByLabel('五、存在的主要问题及改进情况').inputValue()).toBe('答复的说理还不够充分。\n已组织培训两次。')
})

test('写的时候别人改了同一部分：两份并列，用自己写的还是用已保存的由人定', async () => {
  const { page } = clerk
  const { office: verbs, actor } = office.place
  const field = page.getByLabel('六、其他需要报告的事项', { exact: true })
  const bystander = async (words: string) => {
    const { prose: was } = must(await viewReport(verbs, actor('clerk'), 2025))
    must(await saveProse(verbs, actor('clerk'), { year: 2025, was: { other: was.other }, prose: { other: [words] } }))
  }
  await field.fill('本机关全年没有收取信息处理费。')
  await bystander('全年收取信息处理费0元。')
  await page.getByRole('button', { name: '保存文字' }).click()
  await page.getByText('您修改期间，他人已改了这一部分').waitFor()
  await page.getByText('全年收取信息处理费0元。', { exact: true }).waitFor()
  await picture(page, 'report-two-texts', SCREENS)
  await sound(clerk)
  await page.getByRole('button', { name: '用我写的' }).click()
  await page.getByRole('button', { name: '保存文字' }).click()
  await page.getByText('文字已保存').last().waitFor()

  await field.fill('本机关全年没有收费。')
  await bystander('全年没有收取信息处理费。')
  await page.getByRole('button', { name: '保存文字' }).click()
  await page.getByRole('button', { name: '用已保存的' }).click()
  expect(await field.inputValue()).toBe('全年没有收取信息处理费。')
})

test('填写上年问题的改进情况时别人改了同一项：两份并列，由人定', async () => {
  const { page } = clerk
  const { office: verbs, actor } = office.place
  const field = page.getByRole('textbox', { name: /^改进情况：政策解读形式单一/ })
  const problem = (await field.getAttribute('aria-label'))?.replace('改进情况：', '') ?? ''
  await field.fill('发布图解十二期。')
  const answers = [{ problem, answer: '拍摄解读视频三部。', was: '' }]
  must(await answerLastProblems(verbs, actor('clerk'), { year: 2025, answers }))
  await page.getByRole('button', { name: '保存改进情况' }).click()
  await page.getByText('您填写期间，他人已改了这一项的改进情况').waitFor()
  await page.getByText('拍摄解读视频三部。', { exact: true }).waitFor()
  expect(await field.inputValue()).toBe('发布图解十二期。')
  await picture(page, 'report-two-answers', SCREENS)
  await sound(clerk)
  await page.getByRole('button', { name: '用我写的' }).click()
  await page.getByRole('button', { name: '保存改进情况' }).click()
  await page.getByText('已保存，并写入第五部分末段').waitFor()
  const { prose } = must(await viewReport(verbs, actor('clerk'), 2025))
  expect(prose.problems.at(-1)).toContain('发布图解十二期')
})

test('送审，单位主要负责人批准，发布后在公开专栏可见，不能再改', async () => {
  const { page, complaints } = clerk
  await page.getByRole('button', { name: '送审' }).click()
  await page.getByText('已送审，由单位主要负责人批准。').waitFor()

  const head = await office.seat('head', { width: 390 })
  await head.go('/reports/2025')
  await head.page.getByRole('button', { name: '批准' }).click()
  await head.page.getByText('已批准').first().waitFor()
  expect(head.complaints).toEqual([])
  await head.context.close()

  await page.reload()
  await settled(page)
  await page.getByText('已批准，由公开工作机构负责人或者单位主要负责人发布。').waitFor()
  const publisher = await office.seat('officeHead')
  await publisher.go('/reports/2025')
  await publisher.page.getByRole('button', { name: '发布到公开专栏' }).click()
  const link = publisher.page.getByRole('link', { name: '公开专栏中的报告' })
  await link.waitFor()
  const published = await fetch(new URL((await link.getAttribute('href')) ?? '', publisher.page.url()))
  expect(published.status).toBe(200)
  expect(await published.text()).toContain('已组织培训两次')
  expect(publisher.complaints).toEqual([])

  await page.reload()
  await settled(page)
  expect(await page.getByRole('button', { name: '保存文字' }).count()).toBe(0)
  expect(complaints).toEqual([])
})

test('盖章扫描件公布在报告旁边；更正已公布的报告须写明原因，原因在公开专栏可见', async () => {
  const publisher = await office.seat('officeHead')
  const { page } = publisher
  await publisher.go('/reports/2025')
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: '上传扫描件' }).click(),
  ])
  const file = { name: '扫描.pdf', mimeType: 'application/pdf', buffer: Buffer.from(await signedPaper()) }
  await chooser.setFiles(file)
  await page.getByText('没有填写签章日期。').waitFor()
  await page.getByLabel('签章日期').fill('2026-01-20')
  await page.keyboard.press('Enter')
  const [again] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: '上传扫描件' }).click()])
  await again.setFiles(file)
  await page.getByText('2026年1月20日签章').waitFor()
  await picture(page, 'signed-copy')

  await page.getByRole('button', { name: '重新汇编，形成新版本' }).click()
  await page.getByRole('button', { name: '形成新版本', exact: true }).click()
  await page.getByRole('textbox', { name: '六、其他需要报告的事项' }).fill('本年没有收取信息处理费。')
  await page.getByRole('button', { name: '保存文字' }).click()
  await page.getByText('文字已保存').waitFor()
  await page.getByRole('button', { name: '送审' }).click()
  await page.getByText('待审批').first().waitFor()
  const head = await office.seat('head')
  await head.go('/reports/2025')
  await head.page.getByRole('button', { name: '批准' }).click()
  await head.page.getByRole('button', { name: '发布到公开专栏' }).click()
  const dialog = head.page.getByRole('dialog')
  await dialog.getByRole('button', { name: '公布更正后的报告' }).click()
  await dialog.getByText('请写明更正原因').waitFor()
  await dialog.getByLabel('更正原因').fill('补充说明信息处理费。')
  await picture(head.page, 'restate')
  await dialog.getByRole('button', { name: '公布更正后的报告' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await head.page.getByText('还没有。签字盖章后扫描成 PDF 上传').waitFor()
  const shown = await fetch(new URL('/jyj/reports/2025', head.page.url()))
  expect(await shown.text()).toContain('更正原因：补充说明信息处理费。')
  expect([...publisher.complaints, ...head.complaints]).toEqual([])
})

const signedPaper = () =>
  renderLetterPdf({
    code: 'D01',
    agency: '云岭县教育局',
    number: '云教〔2026〕1号',
    title: '年度报告（盖章）',
    addressee: null,
    blocks: [],
    attachments: [],
    signature: { agency: '云岭县教育局', date: '2026-01-20' },
  })
