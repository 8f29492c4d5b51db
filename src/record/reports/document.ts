/** The annual report as a document: what paper, portal and data files print alike, numbers and words together. */
import type { ReportFormat, ReportTables } from '../../law/reports/model.ts'
import type { ReportProse } from './prose.ts'
import type { Scope } from './scope.ts'

export interface ReportDocument {
  agency: string
  /** The year reported on. */
  year: number
  format: ReportFormat
  /** {机关名}{年}年政府信息公开工作年度报告 */
  title: string
  /** 引言, by paragraph; none when the agency has nothing to say before section one. */
  preface?: string[]
  /** The three sections that are prose, by paragraph; an empty one prints 无. */
  sections: Omit<ReportProse, 'preface'>
  tables: ReportTables
  /** 落款; the date as `YYYY-MM-DD` or already in words. */
  signature: { agency: string; date: string }
  /** 汇总范围, of a report that may add up others': whose numbers stand in its tables and whose do not. */
  scope?: Scope
  /** 单位代码 of the unit that a 填报表 is made for. */
  unitCode?: string
  /** 演示数据 on every page of a demo's reports. */
  watermark?: string
}
