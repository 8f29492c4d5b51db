/** 公开事项目录：表格导入先预览，改一项，导出，改表再导入，别处不变；三百项、空目录、长名字都看得清。 */
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate } from '../../src/law/date.ts'
import { addCatalogueItem } from '../../src/office/publication/index.ts'
import { renderCatalogue } from '../../src/edge/paper/index.ts'
import { type CatalogueContent, catalogueKeepingSchema } from '../../src/record/publication/catalogue.ts'
import { catalogueContent } from '../http/catalogue-content.ts'
import { must } from '../http/county.ts'
import { type Desk, type Office, openOffice, picture, SCREENS, settled, sound } from './console-office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice('2026-03-02')
})
afterAll(() => office.close())

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

async function choose({ page }: Desk, bytes: Uint8Array): Promise<void> {
  const file = { name: '公开事项目录.xlsx', mimeType: XLSX, buffer: Buffer.from(bytes) }
  await page.locator('input[type=file]').setInputFiles(file)
}

async function exported({ page }: Desk): Promise<ExcelJS.Workbook> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '导出表格' }).click()])
  const book = new ExcelJS.Workbook()
  await book.xlsx.load((await readFile(await download.path())).buffer as ArrayBuffer)
  return book
}

const cellsOf = (book: ExcelJS.Workbook) =>
  book.worksheets.flatMap((sheet) =>
    sheet
      .getSheetValues()
      .flatMap((row, at) =>
        Array.isArray(row) ? row.map((cell, column) => `${sheet.name} ${at} ${column} ${String(cell ?? '')}`) : [],
      ),
  )

const LONG =
  '义务教育阶段进城务工人员随迁子女、烈士子女、现役军人子女以及高层次人才子女入学条件、程序和办理结果（含延缓入学、休学和转学政策解读）'
const ITEMS: CatalogueContent[] = [
  catalogueContent('招生政策'),
  catalogueContent('招生计划', {
    outlets: [
      { name: '政府网站', ticked: true },
      { name: '两微一端', ticked: false },
    ],
  }),
  catalogueContent(LONG),
  catalogueContent('收费标准', { first: '财务信息', subject: '县教育局财务科', group: '学生家长' }),
]

test('表格导入、修改、导出、再导入', async () => {
  const clerk = await office.seat('clerk')
  const { page } = clerk
  await clerk.go('/catalogue')
  await page.getByText('目录还是空的').waitFor()
  await picture(page, 'catalogue-none', SCREENS)
  await sound(clerk)
  await page.getByRole('button', { name: '装入事项包' }).click()
  const packs = page.getByRole('dialog')
  await packs.getByText('看看是哪些').first().click()
  await packs.getByText('招生管理 / 招生政策').waitFor()
  await picture(page, 'catalogue-packs', SCREENS)
  await sound(clerk)
  await page.keyboard.press('Escape')
  await packs.waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: '导入表格' }).click()
  await choose(clerk, await renderCatalogue('云岭县教育局', ITEMS))
  await page.getByText('新增 4 项，修改 0 项').waitFor()
  await sound(clerk)
  await picture(page, 'catalogue-preview', SCREENS)
  await page.getByRole('button', { name: '导入', exact: true }).click()
  await page.getByText('已导入：新增 4 项').waitFor()
  await page.getByRole('link', { name: '招生政策' }).waitFor()
  await picture(page, 'catalogue-list', SCREENS)
  const before = await exported(clerk)

  await page.getByRole('link', { name: '招生计划' }).click()
  await page.getByRole('button', { name: '修改' }).click()
  await page.getByLabel('公开时限').fill('15个工作日')
  await page.getByLabel('修改的原因').fill('省目录2026年版')
  await picture(page, 'catalogue-edit', SCREENS)
  await sound(clerk)
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('自 2026-03-02 起').first().waitFor()
  await page.getByText('省目录2026年版').waitFor()
  await picture(page, 'catalogue-item', SCREENS)
  await sound(clerk)

  await clerk.go('/catalogue')
  const after = await exported(clerk)
  const [was, is] = [cellsOf(before), cellsOf(after)]
  // One cell is another; everything elsewhere is as it was.
  expect(is.filter((cell) => !was.includes(cell))).toEqual(['义务教育 5 6 15个工作日'])

  const sheet = after.worksheets[0] as ExcelJS.Worksheet
  sheet.getCell(6, 4).value = '入学条件\n办理程序'
  sheet.getCell(7, 11).value = ''
  await page.getByRole('button', { name: '导入表格' }).click()
  await choose(clerk, new Uint8Array(await after.xlsx.writeBuffer()))
  await page.getByText('修改 1 项，表中没有的 1 项，不变 2 项，没有读取 1 处').waitFor()
  await page.getByText('“公开方式”没有勾选').waitFor()
  await picture(page, 'catalogue-preview-changed', SCREENS)
  await sound(clerk)
  await page.getByRole('button', { name: '导入', exact: true }).click()
  await page.getByText('已导入：新增 0 项，修改 1 项，停用 0 项').waitFor()
  const last = cellsOf(await exported(clerk))
  expect(last.filter((cell) => !is.includes(cell))).toEqual(['义务教育 6 4 入学条件\n办理程序'])
  await clerk.context.close()
})

test('三百项：分类、查找、翻页；手机上也看得清；公众的目录一样', async () => {
  const clerk = await office.seat('clerk')
  const { page } = clerk
  const many = Array.from({ length: 300 }, (_, n) =>
    catalogueContent(n % 9 === 0 ? `${LONG}${n}` : `事项${n}`, {
      field: n < 200 ? '义务教育' : '重点领域',
      first: `一级事项${Math.floor(n / 15)}`,
    }),
  )
  await clerk.go('/catalogue/import')
  await choose(clerk, await renderCatalogue('云岭县教育局', many))
  await page.getByText('新增 300 项，').waitFor()
  await page.getByRole('button', { name: '导入', exact: true }).click()
  await page.getByText('已导入：新增 300 项').waitFor()
  await page.getByText('共 304 项').waitFor()
  await settled(page)
  await picture(page, 'catalogue-many', SCREENS)
  await sound(clerk)
  await page.getByRole('button', { name: '重点领域 100' }).click()
  await page.getByText('304 项中的 100 项').waitFor()
  await page.getByLabel('查找事项').fill('事项299')
  await page.getByLabel('查找事项').press('Enter')
  await page.getByText('304 项中的 1 项').waitFor()
  await page.getByRole('link', { name: '事项299' }).waitFor()
  const { origin } = new URL(office.address)
  await page.goto(`${origin}/jyj/catalogue`)
  await picture(page, 'catalogue-portal', SCREENS)
  await sound(clerk)
  await page.getByRole('link', { name: '招生政策' }).first().click()
  await page.getByRole('heading', { name: '招生政策' }).waitFor()
  await picture(page, 'catalogue-portal-item', SCREENS)
  await sound(clerk)
  await clerk.context.close()
})

test('上级目录：看到差别，保留一项、接受其余', async () => {
  const above = office.place.actor('officeHead', 'government')
  for (const [second, overridable] of [
    ['部门预算', false],
    [LONG, true],
    ['招生政策', true],
  ] as const) {
    const content = catalogueContent(second, { limit: '批复后20日内' })
    const keeping = catalogueKeepingSchema.parse({ passes: 'art54', overridable })
    must(
      await addCatalogueItem(office.place.office, above, {
        id: randomUUID(),
        content,
        keeping,
        from: localDate('2026-03-02'),
        why: '',
      }),
    )
  }
  const clerk = await office.seat('clerk')
  const { page } = clerk
  await clerk.go('/catalogue')
  await page.getByText('上级目录有 3 项变化等待处理').waitFor()
  await page.getByRole('link', { name: '查看并接受' }).click()
  await page.getByText('上级规定不能改').waitFor()
  await picture(page, 'catalogue-inherited', SCREENS)
  await sound(clerk)
  await page.getByRole('button', { name: '保留本单位的：招生管理 / 招生政策' }).click()
  await page.getByRole('dialog').getByLabel('为什么保留').fill('本县另有规定')
  await page.getByRole('dialog').getByRole('button', { name: '保留', exact: true }).click()
  await page.getByText('本县另有规定').waitFor()
  await page.getByRole('button', { name: '全部接受（2 项）' }).click()
  await page.getByText('没有等待处理的变化').waitFor()
  await picture(page, 'catalogue-kept', SCREENS)
  await sound(clerk)
  const head = await office.seat('officeHead', { agency: 'government' })
  await head.go('/catalogue')
  await head.page.getByRole('link', { name: '部门预算' }).click()
  await head.page.getByText('下级落实：1/2 已沿用').waitFor()
  await picture(head.page, 'catalogue-units', SCREENS)
  await sound(head)
  await clerk.context.close()
  await head.context.close()
})
