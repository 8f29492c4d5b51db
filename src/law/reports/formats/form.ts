/** What a report format fixes, as data: sections, rows, columns and their printed words. Filled in by 2019.ts and 2021.ts. */
import type { Citation } from '../../cite.ts'
import { type Outcome, OUTCOMES, type RequesterKind } from '../../requests/vocabulary.ts'
import type { DisputeColumn, DisputeGroup, ReportFormat, RequestColumn, RequestRow } from '../model.ts'

/** One of the six sections (六个部分). */
export interface SectionForm {
  key: 'overall' | 'disclosed' | 'requests' | 'disputes' | 'problems' | 'other'
  /** 一 … 六 */
  number: string
  heading: string
  kind: 'prose' | 'table'
}

/** A block of table 二: one item of Art 20 with its own column headings. */
export interface DisclosedBlockForm {
  /** 第二十条第（一）项 */
  item: string
  columns: readonly string[]
  rows: readonly { key: string; label: string; figures: readonly FigureForm[] }[]
}

/** What one cell of table 二 is the number of. */
export interface FigureForm {
  /**
   * Its name: `normative.…` is counted from the library, the name of a kind of decision summed up from the ledger, `….items` goes on from
   * last year's report. Any other is given by people, with its basis; whatever is counted can be overridden with a reason.
   */
  from: string
  /** A count if absent. `change` may be negative; `amount` is in 万元 and has decimals. */
  is?: 'change' | 'amount'
}

/** Figures that are plain counts. */
export function counts(...names: string[]): FigureForm[] {
  return names.map((from) => ({ from }))
}

/** A row of table 三 as printed. */
export interface RequestRowForm {
  row: RequestRow
  /** 一、 · （一） · 1. */
  number: string
  label: string
  /** The group it stands in: （三）不予公开; absent for rows that stand alone. */
  group?: string
  /** 1 一、二、四 · 2 （一）… under 三 · 3 the numbered rows of a group */
  level: 1 | 2 | 3
  /** Counts towards （七）总计 (X2). */
  leaf: boolean
  /** Outcomes counted here instead of in the row that the table of outcomes names. */
  outcomes?: readonly Outcome[]
}

/** A column of table 三 as printed. */
export interface RequestColumnForm {
  column: RequestColumn
  label: string
  organisation: boolean
  /** Kinds of requesters counted here; absent: the kind that the column is named after. 总计 counts all. */
  counts?: readonly RequesterKind[]
}

export interface ReportForm {
  format: ReportFormat
  /** First report year it is used for. */
  fromYear: number
  source: Citation
  sections: readonly SectionForm[]
  /** What stands in the cells of table 二. */
  disclosedIn: 'numbers' | 'words'
  /** Headings of table 二 by which the format is told from the others. */
  marks: readonly string[]
  disclosed: readonly DisclosedBlockForm[]
  requests: {
    /** Printed in the corner cell. */
    note: string
    /** 三、本年度办理结果: spans every row of level 2 and 3. */
    resultsHeading: string
    columns: readonly RequestColumnForm[]
    organisationHeading: string
    rows: readonly RequestRowForm[]
  }
  disputes: {
    groups: readonly { group: DisputeGroup; label: string; within?: string }[]
    columns: readonly { column: DisputeColumn; label: string }[]
  }
}

export const SECTIONS: readonly SectionForm[] = [
  { key: 'overall', number: '一', heading: '总体情况', kind: 'prose' },
  { key: 'disclosed', number: '二', heading: '主动公开政府信息情况', kind: 'table' },
  { key: 'requests', number: '三', heading: '收到和处理政府信息公开申请情况', kind: 'table' },
  { key: 'disputes', number: '四', heading: '政府信息公开行政复议、行政诉讼情况', kind: 'table' },
  { key: 'problems', number: '五', heading: '存在的主要问题及改进情况', kind: 'prose' },
  { key: 'other', number: '六', heading: '其他需要报告的事项', kind: 'prose' },
]

export const REQUESTS_NOTE = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）'

export const REQUEST_COLUMN_FORMS: ReportForm['requests']['columns'] = [
  { column: 'naturalPerson', label: '自然人', organisation: false },
  { column: 'business', label: '商业企业', organisation: true },
  { column: 'research', label: '科研机构', organisation: true },
  { column: 'publicBenefit', label: '社会公益组织', organisation: true },
  { column: 'legalService', label: '法律服务机构', organisation: true },
  { column: 'otherOrganisation', label: '其他', organisation: true },
  { column: 'total', label: '总计', organisation: false },
]

function grouped(group: string, rows: readonly (readonly [RequestRow, string])[]): RequestRowForm[] {
  return rows.map(([row, label], index) => ({ row, number: `${index + 1}.`, label, group, level: 3, leaf: true }))
}

/** The rows both formats share: up to （五）, then whatever （六） is, then 总计 and 结转. */
export function requestRows(sixth: readonly RequestRowForm[]): RequestRowForm[] {
  return [
    { row: 'received', number: '一、', label: '本年新收政府信息公开申请数量', level: 1, leaf: false },
    { row: 'carriedOver', number: '二、', label: '上年结转政府信息公开申请数量', level: 1, leaf: false },
    { row: 'granted', number: '（一）', label: '予以公开', level: 2, leaf: true },
    {
      row: 'partial',
      number: '（二）',
      label: '部分公开（区分处理的，只计这一情形，不计其他情形）',
      level: 2,
      leaf: true,
    },
    ...grouped('（三）不予公开', [
      ['withheld.stateSecret', '属于国家秘密'],
      ['withheld.forbiddenByLaw', '其他法律行政法规禁止公开'],
      ['withheld.securityAndStability', '危及“三安全一稳定”'],
      ['withheld.thirdParty', '保护第三方合法权益'],
      ['withheld.internalAffairs', '属于三类内部事务信息'],
      ['withheld.processInformation', '属于四类过程性信息'],
      ['withheld.enforcementFile', '属于行政执法案卷'],
      ['withheld.adminQuery', '属于行政查询事项'],
    ]),
    ...grouped('（四）无法提供', [
      ['unable.notHeld', '本机关不掌握相关政府信息'],
      ['unable.needsMaking', '没有现成信息需要另行制作'],
      ['unable.stillUnclear', '补正后申请内容仍不明确'],
    ]),
    ...grouped('（五）不予处理', [
      ['notProcessed.petition', '信访举报投诉类申请'],
      ['notProcessed.repeated', '重复申请'],
      ['notProcessed.publishedWork', '要求提供公开出版物'],
      ['notProcessed.excessive', '无正当理由大量反复申请'],
      ['notProcessed.reconfirmation', '要求行政机关确认或重新出具已获取信息'],
    ]),
    ...sixth,
    { row: 'handled', number: '（七）', label: '总计', level: 2, leaf: false },
    { row: 'carriedForward', number: '四、', label: '结转下年度继续办理', level: 1, leaf: false },
  ]
}

export const SIXTH_GROUPED: readonly RequestRowForm[] = grouped('（六）其他处理', [
  ['other.correctionLapsed', '申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请'],
  ['other.feeUnpaid', '申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请'],
  ['other.other', '其他'],
])

export const SIXTH_SINGLE: readonly RequestRowForm[] = [
  {
    row: 'other.all',
    number: '（六）',
    label: '其他处理',
    level: 2,
    leaf: true,
    outcomes: OUTCOMES.filter((outcome) => outcome.startsWith('other.')),
  },
]

/** Section 四 is the same in every format. */
export const DISPUTES: ReportForm['disputes'] = {
  groups: [
    { group: 'reconsideration', label: '行政复议' },
    { group: 'litigationDirect', label: '未经复议直接起诉', within: '行政诉讼' },
    { group: 'litigationAfterReconsideration', label: '复议后起诉', within: '行政诉讼' },
  ],
  columns: [
    { column: 'upheld', label: '结果维持' },
    { column: 'corrected', label: '结果纠正' },
    { column: 'other', label: '其他结果' },
    { column: 'pending', label: '尚未审结' },
    { column: 'total', label: '总计' },
  ],
}
