/** 部分公开：涂黑 PDF、清理表格，确认之后才能发出；拟稿、审查、审批、发出都在页面上办；申请人下载的文件里，去掉的一样也找不到。 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PdfFile, pdfium } from '../../src/edge/outgoing/pdfium.ts'
import { unpackedTexts } from '../../src/edge/outgoing/pdf-scrub.ts'
import { ID_NUMBER, leakyWorkbook, MOBILE } from '../../src/edge/outgoing/made.testing.ts'
import type { StatusQuery } from '../../src/office/requester/own-case.ts'
import { ELECTRONIC, fileOnline } from '../http/requester-deeds.ts'
import { planPaper } from '../letters/plan-paper.ts'
import { decidedAtDesks, type Desk, type Office, openOffice, picture, SCREENS, settled, sound } from './console-office.ts'

let office: Office
let id: string
let own: StatusQuery
let clerk: Desk
beforeAll(async () => {
  office = await openOffice('2026-03-02')
  // Filed by the requester on the web, who agreed to electronic service.
  ;({ id, own } = await fileOnline(office.place, ELECTRONIC))
  clerk = await office.seat('clerk')
  await clerk.go(`/requests/${id}`)
  await clerk.deed('确认收到')
})
afterAll(() => office.close())

const NAME = '欧阳春梅'
const panel = () => clerk.page.getByRole('region', { name: '答复附件' })

async function upload(name: string, mimeType: string, bytes: Uint8Array): Promise<void> {
  const chooser = clerk.page.waitForEvent('filechooser')
  await panel().getByRole('button', { name: '上传答复附件' }).click()
  await (await chooser).setFiles({ name, mimeType, buffer: Buffer.from(bytes) })
  await panel().getByRole('link', { name }).waitFor()
}

function paper(): Promise<Uint8Array> {
  return planPaper('第一小学学区为迎宾路以东。', `咨询意见由家长${NAME}提出，身份证号码${ID_NUMBER}，电话${MOBILE}。`)
}

test('涂黑 PDF：按文字框选、框选发现的个人信息、用键盘加框和删框，框上印依据', async () => {
  const { page, go } = clerk
  await go(`/requests/${id}`)
  await upload('学区划分方案.pdf', 'application/pdf', await paper())
  await expect.poll(() => panel().innerText()).toContain('身份证号码')
  expect(await panel().innerText()).toContain('须先处理')
  await panel().getByRole('link', { name: '涂黑' }).click()
  await settled(page)

  await page.getByLabel('要涂黑的文字').fill(NAME)
  await page.getByRole('button', { name: '全部框选' }).click()
  await page.getByText('找到 1 处，新加 1 个框。').waitFor()
  await page.getByRole('button', { name: /框选检查发现的个人信息/ }).click()
  await page.getByText('新加 2 个框。').waitFor()
  await page.getByRole('button', { name: '加一个框' }).click()
  await page.getByRole('button', { name: '涂黑 4 处' }).waitFor()
  // The box that was added has the focus, and keeps it while it is moved and made larger.
  const added = page.getByRole('button', { name: /^第 1 页第 4 个框/ })
  await expect.poll(() => added.evaluate((box) => box.matches(':focus'))).toBe(true)
  const before = await added.boundingBox()
  for (const key of ['ArrowDown', 'ArrowDown', 'Shift+ArrowRight', 'Shift+ArrowRight']) await page.keyboard.press(key)
  const after = await added.boundingBox()
  expect([after && before && after.y > before.y, after && before && after.width > before.width]).toEqual([true, true])
  await picture(page, 'redaction-workshop', SCREENS)
  await sound(clerk)
  await page.keyboard.press('Delete')
  await page.getByRole('button', { name: '涂黑 3 处' }).click()
  await page.getByRole('region', { name: '答复附件' }).waitFor()
  await expect.poll(() => panel().innerText()).toContain('涂黑 3 处')
  expect(await panel().innerText()).toContain('框下没有可读的文字')
  await picture(page, 'redaction-done', SCREENS)
  await panel().getByRole('button', { name: '确认可以发出' }).click()
  await panel().getByRole('button', { name: '确认可以发出' }).waitFor({ state: 'detached' })
  await expect.poll(() => panel().innerText()).toContain('可以发出')
})

test('清理表格：隐藏的内容去掉，个人信息遮去', async () => {
  const { page } = clerk
  const workbook = await leakyWorkbook()
  await upload(workbook.name, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', workbook.bytes)
  for (const words of ['隐藏的工作表', '学生名单', '隐藏的行', '批注']) expect(await panel().innerText()).toContain(words)
  await panel().getByRole('button', { name: '清理', exact: true }).click()
  await picture(page, 'cleaning-asked')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /清\s*理/ })
    .click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await expect.poll(() => panel().innerText()).toContain('逐一相同')
  await panel().getByRole('button', { name: '确认可以发出' }).click()
  await panel().getByRole('button', { name: '确认可以发出' }).waitFor({ state: 'detached' })
  await expect.poll(async () => (await panel().innerText()).split('可以发出').length).toBeGreaterThan(2)
})

/** What the requester took away. */
const taken: Record<'pdf' | 'book', Buffer> = { pdf: Buffer.alloc(0), book: Buffer.alloc(0) }

test('承办人拟写部分公开的答复，审查、审批、发出；申请人在没有脚本的手机上打开答复，下载两个文件', async () => {
  const { page, go } = clerk
  await go(`/requests/${id}/reply`)
  await page.getByRole('radio', { name: /^部分公开/ }).click()
  await page.getByLabel('提供什么信息').fill('学区划分方案、资助汇总')
  await chosen('怎样提供', '以电子文件形式发送')
  for (const name of ['学区划分方案', '资助汇总']) await chosen('附件', name)
  await chosen('不予公开部分的理由', '第三方')
  await page.keyboard.press('Escape')
  await page.getByLabel('哪些内容不予公开').fill('家长的姓名、身份证号码、电话，学生名单')
  await page.getByLabel('第三方此前已书面表示的意见').fill('家长书面表示不同意公开其个人信息。')
  await page.getByLabel('公共利益权衡').fill('家长个人信息与学区划分无关，不公开不影响公众了解和监督学区划分。')
  await page
    .getByLabel('理由', { exact: true })
    .fill('方案中家长的姓名、证件号码和电话属于个人隐私，公开会损害其合法权益，作区分处理后提供其余内容。')
  await picture(page, 'redaction-reply', SCREENS)
  await page.getByRole('button', { name: '送审' }).click()
  await page.getByText('答复稿已送审').waitFor()
  await decidedAtDesks(office, clerk, id)

  const context = await office.browser.newContext({
    baseURL: new URL('/', office.address).href,
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  })
  const phone = await context.newPage()
  await phone.goto('/jyj/status?other=1')
  await phone.getByLabel('受理编号').fill(own.number)
  await phone.getByLabel('查询码').fill(own.queryCode)
  await phone.keyboard.press('Enter')
  await phone.waitForURL('**/status/view')
  await phone.getByRole('link', { name: '打开文书' }).first().click()
  await phone.getByRole('button', { name: '打开文书' }).click()
  await phone.getByRole('heading', { name: '随本告知书提供的文件' }).waitFor()
  await picture(phone, 'redaction-requester')
  taken.pdf = await download(phone, '学区划分方案')
  taken.book = await download(phone, '资助汇总')
  await context.close()
  expect(clerk.complaints).toEqual([])
})

const GONE = [NAME, ID_NUMBER, MOBILE]
const found = (text: string, words: readonly string[]) => words.filter((word) => text.includes(word))

test.each([
  ['pdf.js', byPdfjs],
  ['PDFium', byPdfium],
])('申请人下载的 PDF，用 %s 读：涂黑之前读得到的，一样也读不到', async (_, read) => {
  expect(found(await read(await paper()), GONE)).toEqual(GONE)
  const text = await read(taken.pdf)
  expect(found(text, GONE)).toEqual([])
  expect(text).toContain('第一小学学区为迎宾路以东')
})

const PDFTOTEXT = spawnSync('pdftotext', ['-v']).error === undefined
test.skipIf(!PDFTOTEXT)(
  `申请人下载的 PDF，用 pdftotext 读${PDFTOTEXT ? '' : '（本机没有 pdftotext，跳过）'}：也一样`,
  async () => {
    expect(found(byPdftotext(await paper()), GONE)).toEqual(GONE)
    const text = byPdftotext(taken.pdf)
    expect(found(text, GONE)).toEqual([])
    expect(text).toContain('第一小学学区为迎宾路以东')
  },
)

test('逐字节检索，各段解开之后再检索：涂黑的一样也找不到；表格里隐藏的、遮去的也找不到', async () => {
  const unpacked = (await unpackedTexts(new Uint8Array(taken.pdf))).join('\n')
  expect(unpacked).toContain('/Page')
  for (const bytes of [taken.pdf, taken.book])
    for (const encoding of ['latin1', 'utf8', 'utf16le'] as const) expect(found(bytes.toString(encoding), GONE)).toEqual([])
  expect(found(unpacked, GONE)).toEqual([])

  const hidden = ['李小梅', '学生名单', '隐藏列', '有争议', '王科长', ID_NUMBER, MOBILE]
  expect(found(unzipped((await leakyWorkbook()).bytes), hidden)).toEqual(hidden)
  const kept = unzipped(taken.book)
  expect(found(kept, [...hidden, NAME])).toEqual([])
  expect(kept).toContain('第二小学')
})

/** One more choice of a list. */
async function chosen(label: string, choice: string): Promise<void> {
  await clerk.page.getByLabel(label, { exact: true }).click()
  await clerk.page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: choice }).click()
}

async function download(page: Page, name: string): Promise<Buffer> {
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name }).click()
  return readFileSync(await (await coming).path())
}

async function byPdfjs(bytes: Uint8Array): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const { items } = await (await document.getPage(1)).getTextContent()
  await document.destroy()
  return items.map((item) => ('str' in item ? item.str : '')).join('')
}

async function byPdfium(bytes: Uint8Array): Promise<string> {
  const file = new PdfFile(await pdfium(), new Uint8Array(bytes))
  return file
    .withPage(1, (page) =>
      page
        .chars()
        .map(({ letter }) => letter)
        .join(''),
    )
    .replace(/\s/g, '')
}

/** A reader that is not one of ours; the lines of a paragraph are put together again. */
function byPdftotext(bytes: Uint8Array): string {
  const { status, stdout, stderr } = spawnSync('pdftotext', ['-', '-'], { input: bytes, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return stdout.replace(/\s/g, '')
}

function unzipped(bytes: Uint8Array): string {
  return Object.entries(unzipSync(new Uint8Array(bytes)))
    .map(([name, part]) => `${name}\n${strFromU8(part)}`)
    .join('\n')
}
