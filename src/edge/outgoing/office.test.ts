import fc from 'fast-check'
import { strFromU8, unzipSync, zipSync } from 'fflate'
import mammoth from 'mammoth'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { REMOVABLE } from '../../record/outgoing/personal-data.ts'
import { answerTo } from './answer.ts'
import { bytesOf, ID_NUMBER, leakyDocument, leakyWorkbook, MOBILE, repacked } from './made.testing.ts'
import { cleanOffice, inspectOffice } from './office.ts'

const everything = (bytes: Uint8Array) =>
  Object.entries(unzipSync(bytes))
    .map(([name, part]) => `${name}\n${strFromU8(part)}`)
    .join('\n')
const kinds = (found: { kind: string }[]) => found.map(({ kind }) => kind)

test('Excel：隐藏的表、行、列、批注、名称、公式、属性、白字、夹带和个人信息都找得到', async () => {
  const found = await inspectOffice(await leakyWorkbook())
  expect(kinds(found)).toEqual(
    expect.arrayContaining([
      'metadata',
      'comments',
      'unseenText',
      'hiddenSheet',
      'hiddenRows',
      'hiddenColumns',
      'formulas',
      'definedNames',
      'extraParts',
      'idNumber',
      'mobile',
    ]),
  )
  expect(found.find(({ kind }) => kind === 'hiddenSheet')?.where).toEqual(['工作表“学生名单”'])
})

test('Excel：处理后解压检索，去掉的一样也找不到，可见单元格的值不变', async () => {
  const file = await leakyWorkbook()
  const made = await cleanOffice(file, REMOVABLE)
  expect(made.findings).toEqual([])
  const text = everything(made.bytes)
  for (const gone of [
    '李小梅',
    ID_NUMBER,
    MOBILE,
    '隐藏列',
    '隐藏行',
    '被筛选掉',
    '有争议',
    '白色文字',
    '王科长',
    '夹带',
    '学生名单',
    'SUM',
    '云岭县教育局',
  ])
    expect({ gone, found: text.includes(gone) }).toEqual({ gone, found: false })
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(
    made.bytes.buffer.slice(made.bytes.byteOffset, made.bytes.byteOffset + made.bytes.byteLength) as ArrayBuffer,
  )
  const sheet = book.getWorksheet('资助汇总')
  expect(book.worksheets.map(({ name }) => name)).toEqual(['资助汇总'])
  expect(['A1', 'B2', 'A3', 'B5', 'C2', 'C3'].map((at) => sheet?.getCell(at).value)).toEqual([
    '学校',
    12,
    '第二小学',
    20,
    '＊＊＊＊',
    '0970-0000000',
  ])
})

test('Excel：不遮去个人信息时，仍会指出来', async () => {
  const made = await cleanOffice(await leakyWorkbook(), [])
  expect(kinds(made.findings)).toEqual(['idNumber', 'mobile'])
  expect(made.proof[0]).toContain('逐一相同')
})

test('Word：修订、隐藏和白色文字、属性、宏、夹带和跨段的手机号码都找得到', async () => {
  expect(kinds(await inspectOffice(await leakyDocument()))).toEqual(
    expect.arrayContaining(['metadata', 'trackedChanges', 'hiddenText', 'unseenText', 'macros', 'extraParts', 'mobile']),
  )
})

test('Word：处理后解压检索，去掉的一样也找不到，页面上的文字不变', async () => {
  const made = await cleanOffice(await leakyDocument(), REMOVABLE)
  expect(made.findings).toEqual([])
  const text = everything(made.bytes)
  for (const gone of ['删去的内部意见', '看不见的隐藏字', '白色的字', '王科长', '李主任', '内部编号', MOBILE, MOBILE.slice(4, 8)])
    expect({ gone, found: text.includes(gone) }).toEqual({ gone, found: false })
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(made.bytes) })
  expect(value.split('\n').filter((line) => line !== '')).toEqual([
    '学区划分方案正文。',
    '联系人电话＊＊＊＊。',
    '看得见。',
    '保留的话插入的话',
  ])
})

test('压缩炸弹、实体定义、换了前缀的文件都不打开', async () => {
  const good = await leakyDocument()
  const bomb = zipSync(
    { ...unzipSync(good.bytes), 'word/media/a.png': new Uint8Array(210 * 1024 * 1024) },
    // Quickly: what it opens to is what counts.
    { level: 1 },
  )
  const entities = repacked(
    good.bytes,
    (parts, text) => (parts['word/document.xml'] = bytesOf(`<!DOCTYPE a [<!ENTITY x "y">]>${text('word/document.xml')}`)),
  )
  const prefixed = repacked(
    good.bytes,
    (parts, text) => (parts['word/document.xml'] = bytesOf(text('word/document.xml').replaceAll('w:', 'x:'))),
  )
  for (const bytes of [bomb, entities, prefixed]) {
    const done = await answerTo({ do: 'inspect', file: { ...good, bytes } })
    expect(done.ok).toBe(false)
  }
})

test('任意截断或改动字节，不会抛错，也不会说处理好了却还留有隐藏内容', async () => {
  const files = [await leakyDocument(), await leakyWorkbook()]
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...files), fc.nat(), fc.uint8Array({ maxLength: 40 }), async (file, at, noise) => {
      const bytes = new Uint8Array(file.bytes)
      bytes.set(noise.subarray(0, bytes.length), Math.min(at % bytes.length, bytes.length - noise.length))
      const done = await answerTo({ do: 'clean', file: { ...file, bytes }, blank: REMOVABLE })
      if (done.ok)
        expect(
          (done.value as { findings: { kind: string }[] }).findings.filter(({ kind }) =>
            ['hiddenSheet', 'hiddenRows', 'trackedChanges'].includes(kind),
          ),
        ).toEqual([])
    }),
    { numRuns: 40 },
  )
})

test.each([
  ['标签里', (xml: string) => xml.replace('<t>' + MOBILE, '<tb' + MOBILE)],
  ['元素名里', (xml: string) => xml.replace(`<t>${MOBILE}</t>`, `<t><a${MOBILE}/></t>`)],
  ['属性名里', (xml: string) => xml.replace(`<t>${MOBILE}</t>`, `<t n${MOBILE}="1">0</t>`)],
])('Excel：号码混进%s，逐项检查看不见，不予处理', async (_, change) => {
  const file = await leakyWorkbook()
  const name = 'xl/sharedStrings.xml'
  const bytes = repacked(file.bytes, (parts, text) => (parts[name] = bytesOf(change(text(name)))))
  await expect(cleanOffice({ ...file, bytes }, REMOVABLE)).rejects.toThrow()
})
