/** For tests: one true report rendered into the layouts in which published reports are found. */
import { formOf } from '../../law/reports/formats/index.ts'
import type { ReportFormat, RequestRow } from '../../law/reports/model.ts'

export interface TrueReport {
  format: ReportFormat
  /** Each row's seven cells. */
  requests: Map<RequestRow, number[]>
  /** Fifteen cells of table 四. */
  disputes: number[]
}

/** How one source writes; `pick` draws from 0…n-1, the same way each time for the same seed. */
export interface Style {
  item: (n: number) => string
  full: boolean
  wideLabels: boolean
  pick: (n: number) => number
}

interface Line {
  group: string | null
  label: string
  cells: readonly (number | string)[]
}

function widen(text: string, style: Style): string {
  const brackets = style.full ? text : text.replaceAll('（', '(').replaceAll('）', ')').replaceAll('，', ',')
  return style.wideLabels
    ? [...brackets].map((character) => (style.pick(6) === 0 ? `${character} ` : character)).join('')
    : brackets
}

/** Rows of table 三 as (group, label, cells); the group only on its first row. */
export function lines(report: TrueReport, style: Style): Line[] {
  let group = ''
  let results = false
  return formOf(report.format).requests.rows.map(({ row, number, label, group: own, level }) => {
    const heading: string[] = []
    if (level > 1 && !results) {
      heading.push('三、本年度办理结果')
      results = true
    }
    if (own !== undefined && own !== group) heading.push(own)
    group = own ?? ''
    const item = /^(\d)\.$/.exec(number)
    const before = item ? style.item(Number(item[1])) : number
    return {
      group: heading.length > 0 ? widen(heading.join(''), style) : null,
      label: widen(`${before}${label}`, style),
      cells: report.requests.get(row) ?? [],
    }
  })
}

const OPENING = '某县教育局2023年政府信息公开工作年度报告\n一、总体情况\n2023年，我局认真做好政府信息公开工作。\n'
const HEADER = [
  '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
  '申请人情况',
  '自然人',
  '法人或其他组织',
  '总计',
  '商业企业',
  '科研机构',
  '社会公益组织',
  '法律服务机构',
  '其他',
]
const DISPUTES_HEADER = [
  '行政复议',
  '行政诉讼',
  '结果维持',
  '结果纠正',
  '其他结果',
  '尚未审结',
  '总计',
  '未经复议直接起诉',
  '复议后起诉',
  '结果维持',
  '结果纠正',
  '其他结果',
  '尚未审结',
  '总计',
  '结果维持',
  '结果纠正',
  '其他结果',
  '尚未审结',
  '总计',
]
const HEADING_3 = '三、收到和处理政府信息公开申请情况'
const HEADING_4 = '四、政府信息公开行政复议、行政诉讼情况'
const ENDING = '五、存在的主要问题及改进情况\n公开内容有待丰富。\n六、其他需要报告的事项\n无'

/** Everything between tables on one line, cells joined by `cell`, rows and labels by `row`. */
export function running(report: TrueReport, style: Style, cell: (style: Style) => string, row: string): string {
  const body = lines(report, style).map(({ group, label, cells }) => {
    const numbers = cells.map((value, index) => (index === 0 ? '' : cell(style)) + value).join('')
    return `${group === null ? '' : group + row}${label}${row}${numbers}`
  })
  const disputes = report.disputes.map((value, index) => (index === 0 ? '' : cell(style)) + value).join('')
  return [OPENING, HEADING_3, ...HEADER, ...body, HEADING_4, ...DISPUTES_HEADER, disputes, ENDING].join(row)
}

/** Each cell on a line of its own, blank lines between. */
export function cellLines(report: TrueReport, style: Style): string {
  return running(report, style, () => '\n\n', '\n\n')
}

/** A pipe table: merged label cells left empty below their first row. */
export function pipes(report: TrueReport, style: Style): string {
  const rows = lines(report, style).map(({ group, label, cells }) => `| ${group ?? ''} | ${label} | ${cells.join(' | ')} |`)
  const rule = `|${' --- |'.repeat(9)}`
  return [
    OPENING,
    `## ${HEADING_3}`,
    `| ${HEADER[0]} | | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |`,
    rule,
    ...rows,
    '',
    `## ${HEADING_4}`,
    '| 行政复议 | | | | | 未经复议直接起诉 | | | | | 复议后起诉 | | | | |',
    `|${' --- |'.repeat(15)}`,
    `| ${report.disputes.join(' | ')} |`,
    ENDING,
  ].join('\n')
}

/** Tabs between cells, as text copied from Word. */
export function tabs(report: TrueReport, style: Style): string {
  const rows = lines(report, style).map(({ group, label, cells }) => `${group ?? ''}\t${label}\t${cells.join('\t')}`)
  return [
    OPENING,
    HEADING_3,
    HEADER.join('\t'),
    ...rows,
    HEADING_4,
    DISPUTES_HEADER.join('\t'),
    report.disputes.join('\t'),
    ENDING,
  ].join('\n')
}

/** Text of a PDF: columns by blanks, long labels over several lines with the numbers on one of them, page numbers between rows. */
export function pdfColumns(report: TrueReport, style: Style): string {
  const out = [OPENING, HEADING_3, HEADER.slice(0, 5).join('   '), HEADER.slice(5).join('   ')]
  let page = 1
  for (const { group, label, cells } of lines(report, style)) {
    if (group) out.push(`  ${group.slice(0, 5)}`, `  ${group.slice(5)}`)
    const width = 6 + style.pick(12)
    const parts = label.match(new RegExp(`.{1,${width}}`, 'g')) ?? [label]
    const at = style.pick(parts.length)
    const numbers = cells.map((value) => ' '.repeat(3 + style.pick(6)) + value).join('')
    parts.forEach((part, index) => {
      out.push(`      ${part}${index === at ? numbers : ''}`)
      if (style.pick(12) === 0) out.push('', `                    -${page++}-`, '')
    })
  }
  return [...out, HEADING_4, DISPUTES_HEADER.join('  '), report.disputes.join('   '), ENDING].join('\n')
}
