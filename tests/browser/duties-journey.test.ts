/** 应公开清单：在目录里写明什么时候公开，到时间列出；起草、注明不适用、登记发生的事；空的、长的、很多件的都看得清。 */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, test } from 'vitest'
import { localDate } from '../../src/law/date.ts'
import { addCatalogueItem } from '../../src/office/publication/index.ts'
import { catalogueKeepingSchema } from '../../src/record/publication/catalogue.ts'
import { catalogueContent } from '../http/catalogue-content.ts'
import { must } from '../http/county.ts'
import { type Office, openOffice, picture, SCREENS, sound } from './console-office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice('2026-03-02')
})
afterAll(() => office.close())

test('从目录到清单', async () => {
  const clerk = await office.seat('clerk')
  const { page } = clerk
  await clerk.go('/duties')
  await page.getByText('本周没有要公开的').waitFor()
  await picture(page, 'duties-none', SCREENS)
  await sound(clerk)

  await clerk.go('/catalogue/new')
  await page.getByLabel('一级事项').fill('财务信息')
  await page.getByLabel('二级事项').fill('部门预算')
  await page.getByLabel('公开内容（要素）').fill('部门收支总表\n三公经费')
  await page.getByRole('button', { name: '添加每年的日期' }).click()
  await page.getByLabel('每年公开什么').fill('预算公开')
  await page.getByLabel('从（月-日）').fill('02-01')
  await page.getByLabel('到（月-日）').fill('3-5')
  await page.getByRole('button', { name: '添加发生某事之后' }).click()
  await page.getByLabel('发生什么').fill('预算调整')
  await page.getByRole('button', { name: '新增', exact: true }).click()
  // Told at its field; what was typed stays.
  await page.getByText('日期写成月-日，如 03-15。').first().waitFor()
  await picture(page, 'duties-triggers', SCREENS)
  await sound(clerk)
  await page.getByLabel('到（月-日）').fill('03-05')
  await page.getByRole('button', { name: '新增', exact: true }).click()
  await page.getByText('每年 02-01 至 03-05：预算公开').waitFor()

  await clerk.go('/duties')
  await page.getByText('部门预算：2026年预算公开').first().waitFor()
  await page.getByRole('button', { name: '登记发生的事' }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByLabel('什么事').click()
  await page.getByTitle('预算调整（财务信息 / 部门预算）').click()
  await drawer.getByLabel('哪一天').fill('2026-03-02')
  await drawer.getByLabel('哪一天').press('Enter')
  await drawer.getByLabel('简要说明').fill('县财政局批复追加')
  await picture(page, 'duties-event', SCREENS)
  await sound(clerk)
  await drawer.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByText('已登记，应公开清单中已有这一件').waitFor()
  await page.getByText('全部未公开 2').click()
  await page.getByText('部门预算：预算调整：县财政局批复追加').first().waitFor()
  await page.getByRole('button', { name: '不适用' }).first().click()
  await page.getByRole('dialog').getByLabel('为什么这次不适用').fill('由县财政局统一公开')
  await page.getByRole('dialog').getByRole('button', { name: '注明不适用' }).click()
  await page.getByText('这次不适用 1').click()
  await page.getByText('由县财政局统一公开').waitFor()
  await picture(page, 'duties-not-applicable', SCREENS)
  await sound(clerk)
  await page.getByText('全部未公开 1').click()
  await page.getByRole('button', { name: '起草', exact: true }).first().click()
  await page.getByText('已按要素列出提纲').waitFor()
  await page.getByRole('heading', { name: '三公经费' }).waitFor()
  await clerk.go('/duties')
  await page.getByText('全部未公开 1').click()
  await page.getByRole('link', { name: '接着起草' }).first().waitFor()
  await clerk.context.close()
})

test('三重一大：登记一件公开的、一件不公开的，公开的到清单里起草', async () => {
  const clerk = await office.seat('clerk')
  const { page } = clerk
  await clerk.go('/matters')
  await page.getByText('2026 年还没有登记').waitFor()
  await picture(page, 'matters-none', SCREENS)
  await sound(clerk)
  const enter = async (title: string, fill: () => Promise<void>) => {
    await page.getByRole('button', { name: '登记', exact: true }).click()
    const drawer = page.getByRole('dialog')
    await drawer.getByLabel('决定了什么').fill(title)
    await drawer.getByLabel('决定日期').fill('2026-02-27')
    await drawer.getByLabel('决定日期').press('Enter')
    await drawer.getByLabel('哪次会议').fill('局长办公会2026年第5次')
    await fill()
    await drawer.getByRole('button', { name: '登记', exact: true }).click()
    await page.getByText(title).first().waitFor()
    await drawer.waitFor({ state: 'hidden' })
  }
  await enter('第三中学教学楼加固工程立项', () => page.getByRole('dialog').getByText('重大项目安排').click())
  await enter('机关内设机构人员调整', async () => {
    await page.getByRole('dialog').getByText('不向社会公开').click()
    await page.getByRole('dialog').getByLabel('为什么不向社会公开').fill('属于内部人事管理信息')
    await picture(page, 'matters-enter', SCREENS)
    await sound(clerk)
  })
  await page.getByText('不公开的理由：属于内部人事管理信息').waitFor()
  await picture(page, 'matters-list', SCREENS)
  await sound(clerk)
  await clerk.go('/duties?tab=open')
  await page.getByText('重大项目安排：第三中学教学楼加固工程立项').first().waitFor()
  await clerk.context.close()
})

test('很多件、很长的名字', async () => {
  const by = office.place.actor('clerk')
  const long = '义务教育阶段进城务工人员随迁子女、烈士子女、现役军人子女以及高层次人才子女入学条件、程序和办理结果'
  for (let n = 0; n < 60; n += 1) {
    const due = n % 3 === 0 ? '02-20' : '03-06'
    const fires = [{ on: 'calendar', key: 'x', name: `第${n}项年度公开`, opens: '02-01', due }]
    const given = { id: randomUUID(), from: localDate('2026-02-01'), why: '' }
    office.place.setToday('2026-02-01')
    const content = catalogueContent(n % 4 === 0 ? `${long}${n}` : `事项${n}`)
    must(await addCatalogueItem(office.place.office, by, { ...given, content, keeping: catalogueKeepingSchema.parse({ fires }) }))
  }
  office.place.setToday('2026-03-02')
  const clerk = await office.seat('clerk')
  await clerk.go('/duties')
  await clerk.page.getByText('第1项年度公开').first().waitFor()
  await picture(clerk.page, 'duties-many', SCREENS)
  await sound(clerk)
  await clerk.go('/tasks')
  await clerk.page.getByRole('link', { name: '起草并公开' }).first().waitFor()
  await picture(clerk.page, 'duties-tasks', SCREENS)
  await sound(clerk)
  await clerk.context.close()
})
