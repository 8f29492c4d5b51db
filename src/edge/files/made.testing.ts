/** For tests: one true report as the files that different programs make of it. */
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import ExcelJS from 'exceljs'
import { FORMS, formOf } from '../../law/reports/formats/index.ts'
import type { RequestRow } from '../../law/reports/model.ts'
import type { TrueReport } from '../../record/reports/layouts.testing.ts'

/** 某县教育局's report for 2023 with counts of one to four digits in every kind of row. */
export function madeReport(): TrueReport {
  const requests = new Map<RequestRow, number[]>()
  const form = FORMS['2021']
  const put = (row: RequestRow, six: number[]): void => void requests.set(row, [...six, six.reduce((a, b) => a + b, 0)])
  const leaves = form.requests.rows.filter(({ leaf }) => leaf)
  leaves.forEach(({ row }, index) =>
    put(row, [index % 5 === 0 ? 1200 + index : index % 3, index % 4, 0, index % 7 === 0 ? 10 : 0, 0, index % 6]),
  )
  const handled = [0, 1, 2, 3, 4, 5].map((column) => leaves.reduce((sum, { row }) => sum + (requests.get(row)?.[column] ?? 0), 0))
  put('handled', handled)
  put('carriedOver', [3, 0, 0, 1, 0, 0])
  put('carriedForward', [14, 2, 0, 1, 0, 0])
  put(
    'received',
    handled.map((cell, column) => cell + ([14, 2, 0, 1, 0, 0][column] ?? 0) - ([3, 0, 0, 1, 0, 0][column] ?? 0)),
  )
  return { format: '2021', requests, disputes: [72, 64, 178, 37, 351, 13, 4, 8, 1, 26, 12, 1, 1, 6, 20] }
}

interface HtmlCell {
  text: string
  rows?: number
  columns?: number
}

/** Table 三 as rows of cells with their spans. */
export function requestCells(report: TrueReport): HtmlCell[][] {
  const form = formOf(report.format)
  const head: HtmlCell[][] = [
    [
      { text: form.requests.note, rows: 3, columns: 3 },
      { text: '申请人情况', columns: 7 },
    ],
    [
      { text: '自然人', rows: 2 },
      { text: '法人或其他组织', columns: 5 },
      { text: '总计', rows: 2 },
    ],
    ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'].map((text) => ({ text })),
  ]
  const results = form.requests.rows.filter(({ level }) => level > 1)
  let group: string | undefined
  const body = form.requests.rows.map(({ row, number, label, group: own, level }): HtmlCell[] => {
    const values = (report.requests.get(row) ?? []).map((value) => ({ text: String(value) }))
    if (level === 1) return [{ text: `${number}${label}`, columns: 3 }, ...values]
    const first = results[0]?.row === row ? [{ text: form.requests.resultsHeading, rows: results.length }] : []
    if (own === undefined) return [...first, { text: `${number}${label}`, columns: 2 }, ...values]
    const heading = own === group ? [] : [{ text: own, rows: results.filter((other) => other.group === own).length }]
    group = own
    return [...first, ...heading, { text: `${number}${label}` }, ...values]
  })
  return [...head, ...body]
}

export function disputeCells(report: TrueReport): HtmlCell[][] {
  const five = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
  return [
    [
      { text: '行政复议', columns: 5 },
      { text: '行政诉讼', columns: 10 },
    ],
    [...five.map((text) => ({ text, rows: 2 })), { text: '未经复议直接起诉', columns: 5 }, { text: '复议后起诉', columns: 5 }],
    [...five, ...five].map((text) => ({ text })),
    report.disputes.map((value) => ({ text: String(value) })),
  ]
}

function disclosedCells(): HtmlCell[][] {
  const three = (...texts: string[]): HtmlCell[] => texts.map((text) => ({ text }))
  const one = (label: string, value: string): HtmlCell[] => [{ text: label }, { text: value, columns: 3 }]
  return [
    [{ text: '第二十条第（一）项', columns: 4 }],
    three('信息内容', '本年制发件数', '本年废止件数', '现行有效件数'),
    three('规章', '0', '0', '0'),
    three('行政规范性文件', '8', '26', '66'),
    [{ text: '第二十条第（五）项', columns: 4 }],
    one('信息内容', '本年处理决定数量'),
    one('行政许可', '447228'),
    [{ text: '第二十条第（六）项', columns: 4 }],
    one('信息内容', '本年处理决定数量'),
    one('行政处罚', '3985'),
    one('行政强制', '88'),
    [{ text: '第二十条第（八）项', columns: 4 }],
    one('信息内容', '本年收费金额（单位：万元）'),
    one('行政事业性收费', '96171.6'),
  ]
}

/** What {@link disclosedCells} says. */
export const MADE_DISCLOSED = {
  rules: [0, 0, 0],
  normativeDocuments: [8, 26, 66],
  permits: 447228,
  penalties: 3985,
  compulsion: 88,
  feesWanYuan: 96171.6,
}

type Part = { text: string } | { cells: HtmlCell[][] }

export function parts(report: TrueReport): Part[] {
  return [
    { text: '某县教育局2023年政府信息公开工作年度报告' },
    { text: '一、总体情况' },
    { text: '2023年，我局认真落实《中华人民共和国政府信息公开条例》，做好主动公开和依申请公开工作。' },
    { text: '二、主动公开政府信息情况' },
    { cells: disclosedCells() },
    { text: '三、收到和处理政府信息公开申请情况' },
    { cells: requestCells(report) },
    { text: '四、政府信息公开行政复议、行政诉讼情况' },
    { cells: disputeCells(report) },
    { text: '五、存在的主要问题及改进情况' },
    { text: '公开内容有待丰富。2024年，我局将拓宽公开范围。' },
    { text: '六、其他需要报告的事项' },
    { text: '无' },
  ]
}

export function madeHtml(report: TrueReport, style = 'table{border-collapse:collapse}td{border:1px solid #000}'): string {
  const table = (cells: HtmlCell[][]): string => {
    const rows = cells.map((row) =>
      row.map(({ text, rows: r = 1, columns: c = 1 }) => `<td rowspan="${r}" colspan="${c}"><p>${text}</p></td>`).join(''),
    )
    return `<table><tbody>${rows.map((row) => `<tr>${row}</tr>`).join('')}</tbody></table>`
  }
  const body = parts(report).map((part) => ('text' in part ? `<p>${part.text}</p>` : table(part.cells)))
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><style>${style}</style></head><body>${body.join('\n')}</body></html>`
}

/** The same tables in Typst, with or without rules and tags. */
export function madeTypst(report: TrueReport, rules: boolean): string {
  const escaped = (text: string): string => `#text(${JSON.stringify(text)})`
  const table = (cells: HtmlCell[][]): string => {
    const columns = (cells[0] ?? []).reduce((sum, { columns: own = 1 }) => sum + own, 0)
    const widths = columns === 10 ? '(12mm, 18mm, 44mm, 1fr, 1fr, 1fr, 1fr, 1fr, 1fr, 1fr)' : String(columns)
    const all = cells
      .flat()
      .map(({ text, rows = 1, columns: own = 1 }) => `table.cell(rowspan: ${rows}, colspan: ${own})[${escaped(text)}]`)
    return `#table(columns: ${widths}, stroke: ${rules ? '0.5pt' : 'none'}, ${all.join(', ')})`
  }
  const body = parts(report).map((part) => ('text' in part ? escaped(part.text) : table(part.cells)))
  return `#set page(paper: "a4", numbering: "- 1 -")\n#set text(font: "Noto Serif SC", size: 9pt)\n${body.join('\n\n')}`
}

/** A workbook with merged cells, or with the cells that a merge would cover left empty. */
export async function madeXlsx(report: TrueReport, merged: boolean): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('年报')
  let top = 1
  for (const part of parts(report)) {
    if ('text' in part) {
      sheet.getCell(top++, 1).value = part.text
      continue
    }
    const taken = new Set<string>()
    part.cells.forEach((row, index) => {
      let column = 1
      for (const { text, rows = 1, columns = 1 } of row) {
        while (taken.has(`${index},${column}`)) column++
        for (let r = index; r < index + rows; r++) for (let c = column; c < column + columns; c++) taken.add(`${r},${c}`)
        sheet.getCell(top + index, column).value = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : text
        if (merged && (rows > 1 || columns > 1))
          sheet.mergeCells(top + index, column, top + index + rows - 1, column + columns - 1)
        column += columns
      }
    })
    top += part.cells.length
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

/** A Word file with merged cells. */
export async function madeDocx(report: TrueReport): Promise<Uint8Array> {
  const children = parts(report).map((part) =>
    'text' in part
      ? new Paragraph(part.text)
      : new Table({
          rows: part.cells.map(
            (row) =>
              new TableRow({
                children: row.map(
                  ({ text, rows = 1, columns = 1 }) =>
                    new TableCell({ children: [new Paragraph(text)], rowSpan: rows, columnSpan: columns }),
                ),
              }),
          ),
        }),
  )
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })))
}
