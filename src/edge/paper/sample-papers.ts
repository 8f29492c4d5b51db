/** Papers that the tests of this folder set and read back. */
import { formOf } from '../../law/reports/formats/index.ts'
import type { ReportFormat, RequestTable } from '../../law/reports/model.ts'
import { REQUEST_COLUMNS } from '../../law/reports/model.ts'
import type { Letter } from '../../record/letters/model.ts'
import type { ReportDocument } from '../../record/reports/document.ts'

export const LETTER: Letter = {
  code: 'D13',
  agency: '同仁市教育局',
  number: '同教公开〔2026〕3号-答',
  title: '政府信息公开申请部分公开告知书',
  addressee: '卓玛措',
  blocks: [
    { kind: 'paragraph', text: '您于2026年3月2日通过互联网渠道提交的政府信息公开申请，本机关于2026年3月3日收到。' },
    { kind: 'heading', text: '一、公开的内容' },
    { kind: 'list', items: ['招标文件', '中标通知书'] },
    { kind: 'paragraph', text: '如对本告知书不服，可以自收到本告知书之日起60日内向同仁市人民政府申请行政复议。' },
  ],
  attachments: ['招标文件', '中标通知书'],
  signature: { agency: '同仁市教育局', date: '2026-03-30' },
}

export const FORM: Letter = {
  ...LETTER,
  code: 'D28',
  title: '送达回证',
  addressee: null,
  attachments: [],
  blocks: [
    {
      kind: 'form',
      rows: [
        { label: '受送达人', value: '卓玛措' },
        { label: '受送达人签名（盖章）', value: '' },
      ],
    },
  ],
}

/** Every cell of table 三 has a number of its own, so that a misplaced one shows. */
export function report(format: ReportFormat): ReportDocument {
  const requests: RequestTable = Object.fromEntries(
    formOf(format).requests.rows.map((form, row) => [form.row, REQUEST_COLUMNS.map((_, column) => 100 + row * 10 + column)]),
  )
  const year = format === '2021' ? 2021 : 2020
  return {
    agency: '同仁市教育局',
    year,
    format,
    title: `同仁市教育局${year}年政府信息公开工作年度报告`,
    preface: ['根据《中华人民共和国政府信息公开条例》第五十条的规定，编制本报告。'],
    sections: { overall: ['（一）加强领导，完善机制。一是落实责任。'], problems: ['一是公开力度不足。'], other: [] },
    tables: {
      disclosed: null,
      requests: { ...requests, 'unable.stillUnclear': [1, null, 0, 0, 0, 0, 1] },
      disputes: {
        reconsideration: [1, 2, 3, 4, 10],
        litigationDirect: [0, 0, 0, 0, 0],
        litigationAfterReconsideration: [5, 6, 7, 8, 26],
      },
    },
    signature: { agency: '同仁市教育局', date: `${year + 1}-01-19` },
  }
}
