/** 不存国家秘密: a file with a mark of classification is stopped at every upload, is stored nowhere, and leaves no word of itself. */
import { randomUUID } from 'node:crypto'
import { Document, Footer, Header, Packer, Paragraph } from 'docx'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { renderLetterPdf } from '../../src/edge/paper/index.ts'
import { attachToCase } from '../../src/office/files/attach-to-case.ts'
import { receiveRequest } from '../../src/office/requests/receive-request.ts'
import { CONTENT, type County, county, must, REQUESTER } from './county.ts'

let place: County
let caseId: string
beforeAll(async () => {
  place = await county('2026-03-02')
  caseId = must(await receive([])).id
})
afterAll(() => place.close())

const receive = (files: { name: string; bytes: Uint8Array }[]) =>
  receiveRequest(place.office, {
    agencyId: place.ids.bureau,
    commandId: randomUUID(),
    requester: REQUESTER,
    content: CONTENT,
    files,
  })
const attach = (name: string, bytes: Uint8Array) =>
  attachToCase(place.office, place.actor('clerk'), { caseId, upload: { name, bytes } })

async function wordFile(lines: string[], header = ''): Promise<Uint8Array> {
  const section = {
    headers: { default: new Header({ children: [new Paragraph(header)] }) },
    footers: { default: new Footer({ children: [new Paragraph('')] }) },
    children: lines.map((line) => new Paragraph(line)),
  }
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [section] })))
}

async function sheetFile(rows: string[][]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  book.addWorksheet('表').addRows(rows)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

function paper(title: string, text: string): Promise<Uint8Array> {
  return renderLetterPdf({
    code: 'D01',
    agency: '云岭县教育局',
    number: '云教〔2026〕1号',
    title,
    addressee: null,
    blocks: [{ kind: 'paragraph', text }],
    attachments: [],
    signature: { agency: '云岭县教育局', date: '2026-03-02' },
  })
}

const stored = async () => Number((await place.asOwner('select count(*) as n from stored_file'))[0]?.['n'])
const STOPPED = { ok: false, refusals: [{ code: 'file-marked-secret', field: 'files' }] }

test('带密级标志的 Word、Excel、PDF 和文件名，在案件页和门户都停止上传，不保存', async () => {
  const before = await stored()
  const marked = [
    { name: '考务.docx', bytes: await wordFile(['机 密 ★ 10 年', '关于考务安排的通知']) },
    { name: '页眉.docx', bytes: await wordFile(['关于有关安排的通知'], '内部资料，注意保存') },
    { name: '名单.xlsx', bytes: await sheetFile([['工作秘密'], ['姓名', '单位']]) },
    { name: '试卷.pdf', bytes: await paper('绝密★启用前', '2026年学业水平考试') },
    { name: '【秘密】安排.docx', bytes: await wordFile(['一般文字']) },
  ]
  for (const { name, bytes } of marked) {
    expect({ name, ...(await attach(name, bytes)) }).toMatchObject({ name, ...STOPPED })
    expect({ name, ...(await receive([{ name, bytes }])) }).toMatchObject({ name, ...STOPPED })
  }
  expect(await stored()).toBe(before)
})

test('只是说到保密的普通文件照常接收', async () => {
  const word = await wordFile([
    '关于学习贯彻《保守国家秘密法》的通知',
    '属于国家秘密、商业秘密的内容不予公开；内部资料室周一开放。',
  ])
  must(await attach('学习贯彻保守国家秘密法.docx', word))
  must(await attach('说明.pdf', await paper('关于保密工作的说明', '本机关没有发现泄露机密、秘密的情况。')))
})

test('拦下来的事记入审计，不写文件名，也不写内容', async () => {
  const entries = await place.asOwner("select target, detail::text from audit_entry where verb = 'files.stopMarked'")
  expect(entries.length).toBeGreaterThanOrEqual(10)
  expect(new Set(entries.map(({ target, detail }) => `${target}${detail}`))).toEqual(new Set(['上传{}']))
})

test('告诉经办人怎么办，不只说不行', async () => {
  const refused = await attach('机密.docx', await wordFile(['x']))
  expect(refused).toMatchObject({
    refusals: [{ say: expect.stringContaining('没有保存'), then: expect.stringContaining('保密工作机构') }],
  })
})
