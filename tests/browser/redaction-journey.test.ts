/** 部分公开：涂黑 PDF、清理表格，确认之后才能发出；发出的文件里，去掉的一样也找不到。 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unpackedTexts } from '../../src/edge/outgoing/pdf-scrub.ts'
import { ID_NUMBER, leakyWorkbook, MOBILE } from '../../src/edge/outgoing/made.testing.ts'
import { renderLetterPdf } from '../../src/edge/paper/index.ts'
import { clearedFiles } from '../../src/office/outgoing/cleared-files.ts'
import { type CaseWork, newCase } from '../http/case-work.ts'
import { type Desk, type Office, openOffice, picture, SCREENS, settled, sound } from './console-office.ts'

let office: Office
let work: CaseWork
let clerk: Desk
beforeAll(async () => {
  office = await openOffice('2026-03-02')
  work = await newCase(office.place, '2026-03-02')
  clerk = await office.seat('clerk')
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
  return renderLetterPdf({
    code: 'D01',
    agency: '云岭县教育局',
    number: '云教〔2026〕1号',
    title: '学区划分方案',
    addressee: null,
    blocks: [
      { kind: 'paragraph', text: '第一小学学区为迎宾路以东。' },
      { kind: 'paragraph', text: `咨询意见由家长${NAME}提出，身份证号码${ID_NUMBER}，电话${MOBILE}。` },
    ],
    attachments: [],
    signature: { agency: '云岭县教育局', date: '2026-03-02' },
  })
}

test('涂黑 PDF：按文字框选、框选发现的个人信息、用键盘加框和删框，框上印依据', async () => {
  const { page, go } = clerk
  await go(`/requests/${work.id}`)
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

test('答复发出；发出的两个文件用 pdfjs、pdftotext、解压和逐字节检索，去掉的一样也找不到', async () => {
  const { place } = office
  await work.reply(
    {
      outcome: 'partial',
      grounds: ['thirdParty'],
      knownObjection: '家长书面表示不同意公开其个人信息。',
      reasons: '方案中家长的姓名、证件号码和电话属于个人隐私，公开会损害其合法权益，作区分处理后提供其余内容。',
      weighing: '家长个人信息与学区划分无关，不公开不影响公众了解和监督学区划分。',
      given: { what: '学区划分方案、资助汇总', way: 'attached', attachments: ['学区划分方案', '资助汇总'] },
      withheldPart: '家长的姓名、身份证号码、电话，学生名单',
    },
    '2026-03-09',
  )
  const [pdf, book] = await clearedFiles(place.office, place.office.db, { agencyId: place.ids.bureau, caseId: work.id })
  const bytes = await Promise.all([pdf, book].map((file) => place.office.files.get(file?.hash ?? '')))
  const [paperBytes = Buffer.alloc(0), bookBytes = Buffer.alloc(0)] = bytes
  const seen = [await byPdfjs(paperBytes), byPdftotext(paperBytes), (await unpackedTexts(new Uint8Array(paperBytes))).join('\n')]
  for (const gone of [NAME, ID_NUMBER, MOBILE])
    for (const text of [...seen, unzipped(bookBytes), paperBytes.toString('latin1'), bookBytes.toString('latin1')])
      expect({ gone, found: text.includes(gone) }).toEqual({ gone, found: false })
  expect(seen[0]).toContain('第一小学学区为迎宾路以东')
  for (const gone of ['李小梅', '学生名单', '隐藏列', '有争议', '王科长']) expect(unzipped(bookBytes)).not.toContain(gone)
  expect(unzipped(bookBytes)).toContain('第二小学')
  expect(clerk.complaints).toEqual([])
})

async function byPdfjs(bytes: Uint8Array): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const { items } = await (await document.getPage(1)).getTextContent()
  await document.destroy()
  return items.map((item) => ('str' in item ? item.str : '')).join('')
}

const THIRD_READER = 'pdftotext'

/** Where the machine has it: a third reader, not one of ours. */
function byPdftotext(bytes: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-pdf-'))
  try {
    writeFileSync(join(folder, 'a.pdf'), bytes)
    return execFileSync(THIRD_READER, [join(folder, 'a.pdf'), '-'], { encoding: 'utf8' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw error
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function unzipped(bytes: Uint8Array): string {
  return Object.entries(unzipSync(new Uint8Array(bytes)))
    .map(([name, part]) => `${name}\n${strFromU8(part)}`)
    .join('\n')
}
