/** 一封挂号信，从收到信封到归档成卷：登记、附信封、答复、邮寄、回执、证据卷、归档。 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Desk, grantedAtDesks, type Office, openOffice, picture, SCREENS, settled, sound } from './console-office.ts'

/** A picture of one point. */
const ENVELOPE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

let office: Office
let clerk: Desk
let id: string
beforeAll(async () => {
  office = await openOffice('2026-03-06')
  clerk = await office.seat('clerk')
})
afterAll(() => office.close())

/** The case as it is on another day. */
const on = (day: string) => clerk.goOn(day, `/requests/${id}`)

async function downloaded(name: string): Promise<Uint8Array> {
  const download = clerk.page.waitForEvent('download')
  await file().getByRole('link', { name }).click()
  return readFileSync(await (await download).path())
}

const file = () => clerk.page.getByRole('region', { name: '案卷', exact: true })
const course = () => clerk.page.getByRole('region', { name: '办理经过' }).innerText()

test('机构负责人按本机关的保管期限表设定期限', async () => {
  const head = await office.seat('officeHead')
  const { page } = head
  await head.go('/archive')
  const table = page.getByRole('region', { name: '保管期限表' })
  await table.getByText('这是系统默认的期限').waitFor()
  await table.getByRole('button', { name: '设定保管期限' }).click()
  await table.getByLabel('予以公开的').click()
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: '10年' }).click()
  await table.getByLabel('依据').fill('云教办〔2026〕3号')
  await picture(page, 'paper-retention', SCREENS)
  await table.getByRole('button', { name: '设定', exact: true }).click()
  await table.getByText('2026-03-06 起；依据：云教办〔2026〕3号').waitFor()
  expect(head.complaints).toEqual([])
  await head.context.close()
})

test('签收挂号信：签收之日就是收到之日；先编号，再附信封', async () => {
  const { page, go } = clerk
  await go('/requests/new')
  await page.getByRole('radio', { name: '挂号信或特快专递' }).check()
  await page.getByLabel('签收之日').fill('2026-03-06')
  await page.keyboard.press('Tab')
  await page.getByLabel('信息的名称、文号或其他特征').fill('2025年学区划分方案')
  await page.getByLabel('姓名').fill('测试甲')
  await page.getByLabel('证件号码').fill('632821199001010020')
  await page.getByLabel('通信地址').fill('云岭县中山路1号')
  await expect.poll(() => page.locator('.preview').innerText()).toContain('收到之日：2026年3月6日')
  await page.keyboard.press('Control+Enter')
  await page.getByText('请告知申请人').waitFor()
  await page.getByRole('button', { name: '打开案件' }).click()
  await settled(page)
  id = /requests\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''

  await file().getByText('没有申请书原件、信封').waitFor()
  await page.getByLabel('材料种类').click()
  await page.locator('.ant-select-item-option', { hasText: '信封' }).click()
  const bring = async (name: string) => {
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: '上传附件' }).click()
    await (await chooser).setFiles({ name, mimeType: 'image/png', buffer: ENVELOPE })
  }
  // Why a file was stopped stays until it is read.
  await bring('机密★10年.png')
  const stopped = page.getByRole('dialog', { name: '没有上传' })
  await stopped.getByText('文件上有密级或者内部管理标志，已停止上传').waitFor()
  await sound(clerk)
  await stopped.getByRole('button', { name: '知道了' }).click()
  await stopped.waitFor({ state: 'hidden' })
  await bring('信封.png')
  const papers = page.getByRole('list', { name: '附件' })
  await papers.getByText('信封.png').waitFor()
  // 案卷 knows of it at once.
  await file().getByText('没有申请书原件、信封').waitFor({ state: 'detached' })
  // The next paper is seldom of the same kind: nothing is chosen for it.
  expect(await page.getByRole('button', { name: '上传附件' }).isDisabled()).toBe(true)
  await papers.getByRole('button', { name: '更正种类：信封.png' }).click()
  await page.getByLabel('信封.png的种类').click()
  await page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)').getByTitle('签收页').click()
  await papers.getByRole('button', { name: '更正', exact: true }).click()
  await papers.getByText('更正种类，原为“信封”').waitFor()
  await picture(page, 'paper-kind', SCREENS)
})

test('答复寄出，回执收到之前不算送达，也不能归档', async () => {
  const { page } = clerk
  office.place.setToday('2026-03-16')
  await grantedAtDesks(office, clerk, id)
  await on('2026-03-17')
  const deeds = page.getByRole('region', { name: '现在能办' })
  const filled = () => deeds.locator('.ant-btn-primary').allInnerTexts()
  expect(await filled()).toEqual(['登记交寄或发出'])
  await clerk.go('/tasks')
  await page.getByText('待寄出 1', { exact: true }).waitFor()
  await picture(page, 'tasks-to-send', SCREENS)
  await clerk.go(`/requests/${id}`)
  await page.getByRole('button', { name: '登记交寄或发出' }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByLabel('哪一份文书').click()
  await page.locator('.ant-select-item-option', { hasText: '予以公开' }).click()
  await drawer.getByLabel('怎样送达').click()
  await page.locator('.ant-select-item-option', { hasText: '邮寄' }).click()
  await drawer.getByLabel('由谁寄送').click()
  await page.locator('.ant-select-item-option', { hasText: '挂号信' }).click()
  await drawer.getByLabel('邮件号码').fill('XA12345678951')
  await drawer.getByRole('button', { name: '登记', exact: true }).click()
  await drawer.waitFor({ state: 'hidden' })
  await expect.poll(filled).toEqual(['送达'])
  // What is as likely as the signature stands next to it.
  expect(await deeds.getByRole('listitem').first().innerText()).toBe('登记退回')
  expect(await deeds.getByRole('button', { name: '登记交寄或发出' }).count()).toBe(0)
  const ways = page.getByRole('region', { name: '送达', exact: true })
  await ways.getByRole('button', { name: /^更正邮件号码/ }).click()
  await ways.getByLabel('正确的邮件号码').fill('XA12345678965')
  await picture(clerk.page, 'paper-dispatched', SCREENS)
  await ways.getByRole('button', { name: '更正', exact: true }).click()
  await ways.getByText('邮件号码 XA12345678965').waitFor()
  expect(await ways.innerText()).toContain('2026年3月17日发出')
  await clerk.go('/tasks')
  await page.getByText('已寄出，待签收 1', { exact: true }).click()
  await page.getByRole('link', { name: '登记答复的送达' }).waitFor()
  await clerk.go(`/requests/${id}`)
  await expect.poll(() => file().innerText()).toMatch(/归档：.*送达/)
  expect(await file().getByRole('button', { name: '归档' }).count()).toBe(0)

  await on('2026-03-20')
  await page.getByRole('button', { name: '送达', exact: true }).click()
  await drawer.getByLabel('凭证说明').fill('挂号信回执，3月19日本人签收')
  await drawer.getByRole('button', { name: '登记', exact: true }).click()
  await drawer.waitFor({ state: 'hidden' })
  await expect.poll(course).toContain('邮政企业邮寄送达')
})

test('证据卷一次下载：有目录和页码；原件包里有信封，校验和相符', async () => {
  const bound = await getDocument({ data: new Uint8Array(await downloaded('PDF 合订 证据卷')), verbosity: 0 }).promise
  const titles = (await bound.getOutline())?.map(({ title }) => title).join() ?? ''
  for (const words of ['卷内目录', '申请', '期限计算', '文书', '送达凭证', '法律依据']) expect(titles).toContain(words)
  expect(bound.numPages).toBeGreaterThan(5)
  const originals = unzipSync(await downloaded('ZIP 逐件 证据卷'))
  const envelope = Object.keys(originals).find((name) => name.endsWith('信封.png')) ?? ''
  expect(Buffer.from(originals[envelope] ?? []).equals(ENVELOPE)).toBe(true)
  const sums = Object.entries(originals).find(([name]) => /校验|sha256/i.test(name))?.[1] ?? new Uint8Array()
  expect(Buffer.from(sums).toString()).toContain(createHash('sha256').update(ENVELOPE).digest('hex'))
})

test('归档成卷，编卷号和保管期限；归档之后不再登记', async () => {
  const { page, go } = clerk
  await file().getByRole('button', { name: '归档' }).click()
  await page.getByRole('button', { name: '确认归档' }).click()
  await expect.poll(() => file().innerText()).toMatch(/案卷号 \S+/)
  await picture(clerk.page, 'paper-archived', SCREENS)
  expect(await page.getByRole('button', { name: '送达', exact: true }).count()).toBe(0)
  expect(await page.getByRole('button', { name: '上传附件' }).count()).toBe(0)
  await go('/archive')
  const volumes = page.getByRole('region', { name: '案卷', exact: true })
  await volumes.getByText('2025年学区划分方案').waitFor()
  expect(await volumes.innerText()).toContain('10年')
  await page.getByText('没有可以归档的申请和更正事项').waitFor()
  await picture(clerk.page, 'paper-archive', SCREENS)
  expect(clerk.complaints).toEqual([])
})

test('移交档案馆，登记在当年的案卷目录里', async () => {
  const { page, go } = clerk
  await on('2026-03-23')
  await file().getByLabel('接收的档案馆').fill('云岭县档案馆')
  await file().getByRole('button', { name: '登记移交' }).click()
  await expect.poll(course).toContain('移交档案馆')
  await picture(clerk.page, 'paper-transferred', SCREENS)
  await go('/archive')
  await page.getByRole('region', { name: '案卷', exact: true }).getByText('2026-03-23 云岭县档案馆').waitFor()
  expect(clerk.complaints).toEqual([])
})

test('保管期限满，提出销毁清册；另一人写明理由退回，或者再问一句之后批准', async () => {
  const { page, go } = clerk
  office.place.setToday('2037-01-05')
  const propose = async () => {
    await go('/archive')
    await page.reload()
    await settled(page)
    await page.getByLabel('销毁依据').fill('云教档鉴〔2037〕1号')
    await page.getByRole('button', { name: '提出销毁清册' }).click()
    await page.getByText('清册已提出').first().waitFor()
  }
  await propose()
  const head = await office.seat('head')
  await head.go('/archive')
  expect(await head.page.getByRole('button', { name: /退\s?回/ }).isDisabled()).toBe(true)
  await head.page.getByLabel('退回的理由').fill('先查利用价值')
  await picture(head.page, 'paper-erasure', SCREENS)
  await head.page.getByRole('button', { name: /退\s?回/ }).click()
  await head.page.getByText('退回：先查利用价值').waitFor()

  await propose()
  await head.page.reload()
  await settled(head.page)
  await head.page.getByRole('button', { name: '批准并销毁这 1 卷的个人信息' }).click()
  await head.page.getByText('销毁后不能恢复').waitFor()
  await head.page
    .getByRole('button', { name: /销\s?毁/, exact: true })
    .last()
    .click()
  await head.page.getByText('批准，已销毁').waitFor()
  expect([...head.complaints, ...clerk.complaints]).toEqual([])
  await head.context.close()
})
