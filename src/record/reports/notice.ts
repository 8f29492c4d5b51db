/** 年度报告报送通知: on which year, under which 文号, by when, to whom; and how far the units have come. */
import { z } from 'zod'
import { documentNumber } from '../../law/document-number.ts'
import type { LocalDate } from '../../law/date.ts'
import type { Finding, ReportFormat, ReportTables } from '../../law/reports/model.ts'
import { day } from '../requests/acts.ts'
import type { May } from '../requests/may.ts'
import type { ReportDocument } from './document.ts'
import type { CellChange } from './difference.ts'
import type { HandInState, HandInWay, Remark } from './hand-in.ts'
import type { ReportProse } from './prose.ts'
import type { WordingChange } from './wording.ts'

export const noticeSchema = z.object({
  year: z.number().int().min(2019).max(2100),
  title: z.string().trim().min(4).max(120),
  /** 文号 */
  number: z
    .string()
    .trim()
    .transform((written, context) => {
      const number = documentNumber(written)
      if (number) return number
      context.addIssue({
        code: 'custom',
        message: '发文字号应为“机关代字〔年份〕顺序号号”，如“云政办〔2026〕3号”；顺序号不加“第”，前面不补零',
      })
      return z.NEVER
    }),
  issuedOn: day,
  /** 报送期限 */
  fileBy: day,
  /** 先备案后公布: a unit publishes only after its report was accepted. */
  acceptedFirst: z.boolean().default(false),
  text: z.string().trim().max(3000).default(''),
  /** 报送单位 */
  units: z.array(z.uuid()).min(1).max(200_000),
})
export type NewNotice = z.infer<typeof noticeSchema>

/** 汇总范围, printed beside the totals it belongs to. */
export interface UnitsAddedUp {
  /** The latest first; none where the own numbers are all there is. */
  notices: { id: string; number: string; title: string }[]
  /** What had happened under the notices when this was added up. */
  acts: number
  accepted: number
  /** Whose reports were accepted. */
  included: string[]
  /** 未报或未通过审核 */
  missing: string[]
  /** 不需报送 */
  excused: { name: string; because: string }[]
  /** 没有要求报送 */
  notAsked: string[]
  /** 公共企事业单位 (Reg. 55), schools above all: what they do never enters this report. */
  schools: string[]
}

/** How many units stand where. */
export type HandInCounts = Record<HandInState, number>

export interface NoticeRow {
  id: string
  year: number
  title: string
  number: string
  issuedOn: LocalDate
  fileBy: LocalDate
  counts: HandInCounts
  late: number
}

/** A unit that a notice can be sent to, or not and why. */
export interface UnitChoice {
  id: string
  name: string
  /** Directly below the own agency: chosen unless taken out. */
  direct: boolean
  /** Ids of the units between it and the own agency, the nearest first: asked together with one of them it would count twice. */
  above: string[]
  excluded: string | null
}

export interface UnitRow {
  id: string
  name: string
  state: HandInState
  late: boolean
  firstHandedInOn: LocalDate | null
  acceptedOn: LocalDate | null
  remindedOn: LocalDate | null
  excusedBecause: string
  errors: number
  warnings: number
}

/** 通知附件: named by the hash of its content. */
export interface NoticeAttachment {
  hash: string
  name: string
  size: number
  /** 已撤回: nobody reads it any more. */
  withdrawn: { because: string; on: LocalDate } | null
}

export interface NoticeView extends NoticeRow {
  attachments: NoticeAttachment[]
  text: string
  acceptedFirst: boolean
  format: ReportFormat
  /** Sums of the accepted reports; null while there is none. */
  sums: ReportTables | null
  accepted: number
  units: UnitRow[]
  /** Of all that match, for paging. */
  total: number
  /** 归档包 of the year's units: in so many parts they can be had. */
  packages: number
  mayDecide: boolean
  mayAttach: boolean
  /** Until the reports are due. */
  mayWithdraw: boolean
}

export interface SubmissionRow {
  seq: number
  handedInOn: LocalDate
  via: HandInWay
  /** Named by the digest of what was handed in. */
  digest: string
}

/** One unit's report as handed in, for the supervisor who decides. */
export interface UnitView {
  notice: { id: string; title: string; number: string; year: number; fileBy: LocalDate }
  unit: UnitRow
  acts: { words: string; on: LocalDate; actorName: string; recordedAt: string }[]
  submissions: SubmissionRow[]
  shown: {
    seq: number
    format: ReportFormat
    tables: ReportTables
    prose: ReportProse
    findings: Finding[]
    explained: Record<string, string>
    /** Against the one handed in before. */
    changes: CellChange[]
    reworded: WordingChange[]
  } | null
  /** What the unit published is not the report that was accepted. */
  publishedOther: boolean
  remarks: Remark[]
  may: { decide: May; sendBack: May; excuse: May }
}

/** 报送任务, as the unit sees it. */
export interface ReportTask {
  noticeId: string
  year: number
  title: string
  number: string
  issuer: string
  issuedOn: LocalDate
  fileBy: LocalDate
  text: string
  attachments: NoticeAttachment[]
  acceptedFirst: boolean
  state: HandInState
  late: boolean
  remindedOn: LocalDate | null
  remarks: Remark[]
  /** The report stands as it was last handed in: to hand it in again, the remarks must be answered. */
  unchanged: boolean
  /** Names the report that would be handed in, as it stands; empty where there is none. */
  digest: string
  /** What was published is not the report that was accepted. */
  publishedOther: boolean
  submissions: SubmissionRow[]
  may: { see: May; handIn: May }
}

/** What became of a file that a unit handed in. */
export type TakenIn = { unitId: string; unit: string } & (
  | { kind: 'handedIn' }
  /** The same report was handed in already: nothing is done twice. */
  | { kind: 'already' }
  /** Not taken in: what is wrong, and the tables as read, to be marked and sent back. */
  | { kind: 'faults'; findings: Finding[]; document: ReportDocument }
  /** Signed by a key that is not known, or not the one that was: to be compared with the unit. */
  | { kind: 'trust'; fingerprint: string; changed: boolean }
)
