/** 学校空间：信息员在手机上从学期卡填写、送审，校长一次签发两件，局里看缺口、提醒、导出，家长在学校首页看到。 */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate } from '../../src/law/date.ts'
import { establishAgency } from '../../src/office/people/agencies.ts'
import { installPack, publishDocument, viewEditions } from '../../src/office/publication/index.ts'
import { details, must } from '../http/county.ts'
import { addFile, editionWork } from '../http/editions-work.ts'
import { type Office, openOffice, picture, SCREENS, settled, sound } from './console-office.ts'

let office: Office
let work: ReturnType<typeof editionWork>
const items = new Map<string, string>()

beforeAll(async () => {
  office = await openOffice('2025-09-01')
  work = editionWork(office.place)
  const { place } = office
  const by = place.actor('informationOfficer', 'school')
  const idOf = (name: string) => {
    const id = randomUUID()
    items.set(name, id)
    return id
  }
  must(await installPack(place.office, by, { key: 'school', idOf }))
  const former = {
    column: 'school-fees',
    title: '2025年秋季学期收费公示',
    summary: '收费项目、标准、依据。',
    keywords: [],
    body: '<p>除公示的项目外不收取其他费用。</p><table><tr><th>项目</th><th>标准</th></tr><tr><td>课后服务</td><td>每生每月 60 元</td></tr></table>',
    formedOn: localDate('2025-09-01'),
    itemId: [...items].find(([name]) => name.includes('收费公示'))?.[1] ?? '',
  }
  must(await publishDocument(place.office, by, former))
  place.setToday('2026-03-02')
})
afterAll(() => office.close())

test('信息员在手机上：从学期卡点开上学期的文稿，改一处，送审；另发一件', async () => {
  const desk = await office.seat('informationOfficer', { agency: 'school', width: 390 })
  const { page } = desk
  await page.getByRole('heading', { name: '2026年春季学期公开卡' }).waitFor()
  await settled(page)
  expect(
    await page
      .getByRole('list', { name: /十二类信息/ })
      .getByRole('listitem')
      .count(),
  ).toBe(12)
  await picture(page, 'term-card', SCREENS)
  await sound(desk)

  await page.getByRole('button', { name: '填写：收费', exact: true }).click()
  await page.getByRole('cell', { name: '每生每月 60 元' }).waitFor()
  expect(await page.getByRole('textbox', { name: /^标题/ }).inputValue()).toBe('2026年春季学期收费公示')
  // Six fields at most; the rest follows from the kind.
  expect(await page.locator('.write-form .ant-form-item:not(.ant-form-item-hidden)').count()).toBeLessThanOrEqual(6)
  await picture(page, 'term-write', SCREENS)
  await sound(desk)
  await page.getByRole('button', { name: '送审' }).click()
  await page.getByRole('heading', { name: '2026年春季学期公开卡' }).waitFor()
  await page.getByRole('button', { name: '看审核：收费' }).waitFor()

  await page.getByRole('button', { name: '发布其他信息' }).click()
  await settled(page)
  await page.getByRole('button', { name: '送审' }).click()
  // Told at the fields; the draft is kept.
  await page.getByText('没有填写标题').waitFor()
  await picture(page, 'term-write-refused', [390])
  await page.getByLabel('什么信息').click()
  await page.getByLabel('什么信息').fill('学生资助')
  await page.getByLabel('什么信息').press('Enter')
  await page.getByRole('textbox', { name: /^标题/ }).fill('春季学期学生资助办法')
  await page.getByRole('textbox', { name: '正文' }).click()
  await page.keyboard.type('家庭经济困难学生可以申请资助。')
  await page.getByText('本单位工作人员').click()
  await page.getByLabel('为什么只给本单位看').waitFor()
  expect(await page.locator('.write-form .ant-form-item:not(.ant-form-item-hidden)').count()).toBeLessThanOrEqual(6)
  await sound(desk)
  await page.getByText('全社会').click()
  await page.getByRole('button', { name: '送审' }).click()
  await page.getByRole('heading', { name: '2026年春季学期公开卡' }).waitFor()

  await page.getByRole('button', { name: '不适用：食堂和用餐' }).click()
  await page.getByRole('dialog').getByLabel('为什么本学期不适用').fill('学校没有食堂')
  await page.getByRole('dialog').getByRole('button', { name: '注明不适用' }).click()
  await page.getByText('学校没有食堂').waitFor()
  await desk.context.close()
})

test('校长在手机上一次签发三件，附件也在眼前', async () => {
  const { place } = office
  const reviewer = { secrecy: place.actor('secrecyReviewer', 'school'), privacy: place.actor('privacyReviewer', 'school') }
  const officer = place.actor('informationOfficer', 'school')
  const meeting = await work.draft(
    { title: '春季学期家长会安排', column: 'school-other', number: '', body: '<p>日程见附件。</p>' },
    officer,
  )
  must(await addFile(place, meeting, '家长会日程.csv', new TextEncoder().encode('时间,年级\n上午,一年级\n'), officer))
  must(await meeting.submit())
  const { rows } = must(await viewEditions(place.office, reviewer.secrecy, { tab: 'inReview', page: 1, words: '' }))
  for (const { id } of rows) {
    const one = work.handles(id, officer)
    for (const step of ['secrecy', 'privacy'] as const) must(await one.pass(step, reviewer[step]))
  }
  const principal = await office.seat('head', { agency: 'school', width: 390 })
  const { page } = principal
  await page.getByText('3 件等您签发').waitFor()
  await page.getByRole('checkbox', { name: '选择《春季学期学生资助办法》' }).waitFor()
  await page.getByText('保密审查').first().waitFor()
  await page.getByRole('link', { name: '下载核对：家长会日程' }).waitFor()
  await page.getByText('看全文').first().click()
  await page.getByText('除公示的项目外不收取其他费用').waitFor()
  await picture(page, 'sign', SCREENS)
  await sound(principal)
  for (const title of ['2026年春季学期收费公示', '春季学期学生资助办法', '春季学期家长会安排'])
    await page.getByRole('checkbox', { name: `选择《${title}》` }).check()
  await page.getByRole('button', { name: '签发选中的 3 件' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '签发', exact: true }).click()
  await page.getByText('已签发 3 件').waitFor()
  await page.getByText('现在没有等您签发的信息').waitFor()
  await sound(principal)
  await principal.context.close()

  const parent = await office.open(390)
  await parent.page.goto(`${new URL(office.address).origin}/dyxx`)
  await parent.page.getByRole('link', { name: '2026年春季学期收费公示' }).first().waitFor()
  await parent.page.getByText('本学期不用公开').first().waitFor()
  await picture(parent.page, 'school-home', SCREENS)
  await sound(parent)
  expect(await parent.page.content()).not.toContain('学校没有食堂')
  await parent.context.close()
})

test('教育局：缺口表、只看一类、提醒、导出；一百多所学校也好找', async () => {
  const { place } = office
  await place.office.transact(async (tx) => {
    for (let n = 1; n <= 130; n += 1) {
      const name = n % 9 === 0 ? `云岭县沙沟镇第${n}民族团结进步示范寄宿制双语幼儿园` : `云岭县第${n}村完全小学`
      const versions = [{ from: localDate('2019-05-15'), details: details(name, `云校${n}`) }]
      const agency = { parentId: place.ids.bureau, kind: 'school', regime: 'art55', rank: 100 + n } as const
      await establishAgency(tx, { ...agency, id: randomUUID(), slug: `xx${n}`, versions })
    }
  })
  const desk = await office.seat('clerk')
  const { page } = desk
  await desk.go('/schools')
  await page.getByText('云岭县第一小学').first().waitFor()
  await picture(page, 'schools', SCREENS)
  await sound(desk)
  await page.getByRole('searchbox', { name: '按校名查找' }).fill('第一小学')
  await page.getByRole('searchbox', { name: '按校名查找' }).press('Enter')
  await page.getByRole('button', { name: '提醒列出的 1 所' }).click()
  await page.getByText('已提醒 1 所', { exact: true }).waitFor()
  await page.getByText('2026-03-02 提醒过').first().waitFor()
  await page.getByText('今天已提醒 1 所').waitFor()
  await desk.go('/schools?tile=fees&shown=all')
  await page.getByText('第1村完全小学').first().waitFor()
  await picture(page, 'schools-one-kind', [390, 1440])
  await sound(desk)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: '导出 Excel' }).click()
  expect((await download).suggestedFilename()).toBe('所属学校2026年春季学期公开情况.xlsx')
  await desk.context.close()

  const school = await office.seat('informationOfficer', { agency: 'school', width: 390 })
  await school.go('/term')
  await school.page.getByText('云岭县教育局 2026-03-02 提醒').waitFor()
  await picture(school.page, 'term-reminded', [390])
  await sound(school)
  await school.context.close()
})
