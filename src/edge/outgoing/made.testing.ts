/** For tests: Office files and PDFs with things in them that must not leave. */
import { Document, Packer, Paragraph, TextRun } from 'docx'
import ExcelJS from 'exceljs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { WorkFile } from '../../office/files/workshop.ts'

export const ID_NUMBER = '11010519491231002X'
export const MOBILE = '13987650421'

type Parts = Record<string, Uint8Array>

/** Changes the parts of an Office file by hand, as an attacker or an odd program would. */
export function repacked(bytes: Uint8Array, change: (parts: Parts, text: (name: string) => string) => void): Uint8Array {
  const parts = unzipSync(bytes)
  change(parts, (name) => strFromU8(parts[name] ?? new Uint8Array()))
  return zipSync(parts)
}

export const bytesOf = strToU8

/** 资助名单 with every hiding place that Excel has. */
export async function leakyWorkbook(): Promise<WorkFile> {
  const book = new ExcelJS.Workbook()
  book.creator = '王科长'
  book.company = '云岭县教育局'
  const sheet = book.addWorksheet('资助汇总')
  sheet.addRow(['学校', '人数', '联系电话', '内部测算'])
  sheet.addRow(['第一小学', 12, MOBILE, '隐藏列甲'])
  sheet.addRow(['第二小学', 8, '0970-0000000', '隐藏列乙'])
  sheet.addRow(['被筛选掉的小学', 3, '', '隐藏行'])
  sheet.addRow(['合计', { formula: 'SUM(B2:B3)', result: 20 }, ID_NUMBER, ''])
  sheet.getColumn(4).hidden = true
  sheet.getRow(4).hidden = true
  sheet.getCell('A2').note = '批注：此校有争议'
  sheet.getCell('E1').value = '白色文字'
  sheet.getCell('E1').font = { color: { argb: 'FFFFFFFF' } }
  const hidden = book.addWorksheet('学生名单', { state: 'veryHidden' })
  hidden.addRow(['李小梅', ID_NUMBER, '家庭困难原因：父亲残疾'])
  book.definedNames.add("'学生名单'!$A$1", '名单')
  const bytes = new Uint8Array(await book.xlsx.writeBuffer())
  return {
    name: '资助汇总.xlsx',
    kind: 'xlsx',
    bytes: repacked(bytes, (parts) => (parts['xl/secret.bin'] = bytesOf('夹带的内容'))),
  }
}

/** A Word file with tracked changes, a comment, hidden and white letters, and a number that is spread over three runs. */
export async function leakyDocument(): Promise<WorkFile> {
  const document = new Document({
    creator: '王科长',
    lastModifiedBy: '李主任',
    sections: [
      {
        children: [
          new Paragraph({ children: [new TextRun('学区划分方案正文。')] }),
          new Paragraph({
            children: [
              new TextRun('联系人电话'),
              new TextRun(MOBILE.slice(0, 4)),
              new TextRun(MOBILE.slice(4, 8)),
              new TextRun(`${MOBILE.slice(8)}。`),
            ],
          }),
          new Paragraph({ children: [new TextRun({ text: '看不见的隐藏字', vanish: true }), new TextRun('看得见。')] }),
          new Paragraph({ children: [new TextRun({ text: '白色的字', color: 'FFFFFF' })] }),
        ],
      },
    ],
  })
  const bytes = new Uint8Array(await Packer.toBuffer(document))
  const tracked =
    '<w:p><w:r><w:t>保留的话</w:t></w:r><w:del w:id="90" w:author="王科长"><w:r><w:delText>删去的内部意见</w:delText></w:r></w:del><w:ins w:id="91" w:author="王科长"><w:r><w:t>插入的话</w:t></w:r></w:ins></w:p>'
  return {
    name: '学区划分方案.docx',
    kind: 'docx',
    bytes: repacked(bytes, (parts, text) => {
      parts['word/document.xml'] = bytesOf(text('word/document.xml').replace('<w:sectPr', `${tracked}<w:sectPr`))
      parts['word/vbaProject.bin'] = bytesOf('宏')
      parts['customXml/item1.xml'] = bytesOf('<a>内部编号</a>')
    }),
  }
}
