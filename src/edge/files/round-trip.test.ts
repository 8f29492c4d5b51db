import { expect, test } from 'vitest'
import type { ReportDocument } from '../../record/reports/document.ts'
import { readProse } from '../../record/reports/read-prose.ts'
import { readReport } from '../../record/reports/read-report.ts'
import { renderReportDocx, renderReportPdf, renderReportXlsx } from '../paper/index.ts'
import { MADE_DISCLOSED, madeReport } from './made.testing.ts'
import { readBytes } from './read-bytes.ts'

const made = madeReport()
const five = (group: number) => made.disputes.slice(group * 5, group * 5 + 5)
const long = (topic: string) =>
  `2023年，我局${topic}，坚持以公开为常态、不公开为例外，围绕群众关心的教育事项主动公开信息，` +
  '及时回应社会关切，办理依申请公开时与申请人充分沟通，答复做到内容准确、依据充分、程序合法，全年没有发生因公开引起的负面事件。'

const document: ReportDocument = {
  agency: '某县教育局',
  year: 2023,
  format: '2021',
  title: '某县教育局2023年政府信息公开工作年度报告',
  preface: [long('依据《中华人民共和国政府信息公开条例》编制本报告')],
  sections: {
    overall: [long('做好主动公开'), '（二）依申请公开。全年平稳。', long('做好监督保障')],
    problems: [long('公开的深度还不够'), '2024年，我局将拓宽公开范围。'],
    other: ['2023年，我局没有收取信息处理费。'],
  },
  tables: {
    disclosed: { ...MADE_DISCLOSED, rules: [0, 0, 0], normativeDocuments: [8, 26, 66] },
    requests: Object.fromEntries(made.requests),
    disputes: { reconsideration: five(0), litigationDirect: five(1), litigationAfterReconsideration: five(2) },
  },
  signature: { agency: '某县教育局', date: '2024年1月20日' },
}

const FILES: [string, (report: ReportDocument) => Promise<Uint8Array>][] = [
  ['xlsx', renderReportXlsx],
  ['docx', renderReportDocx],
  ['pdf', async (report) => renderReportPdf(report)],
]

test.each(FILES)('自己出的 %s 读回来，各段文字、各格数字都在原处', async (extension, render) => {
  const outcome = await readBytes(await render(document), `a.${extension}`)
  if (!outcome.ok) throw new Error(outcome.why)
  expect(readProse(outcome.document)).toEqual({ preface: document.preface, ...document.sections })
  const { tables, findings } = readReport(outcome.document)
  expect(tables).toEqual(document.tables)
  expect(findings.filter(({ code }) => /^[RX]/.test(code))).toEqual([])
})

test('填报用的 Excel 没有填：空的一行是没有填写，不是数字连在一起', async () => {
  const blank = await renderReportXlsx({ ...document, tables: { ...document.tables, disputes: null } })
  const outcome = await readBytes(blank, 'a.xlsx')
  if (!outcome.ok) throw new Error(outcome.why)
  const { findings } = readReport(outcome.document)
  expect(findings.filter(({ table }) => table === 'disputes').map(({ code }) => code)).toEqual(['R03'])
})
