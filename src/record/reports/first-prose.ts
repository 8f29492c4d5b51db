import type { ReportTables } from '../../law/reports/model.ts'
import type { AgencyDetails } from '../people/agency.ts'
import type { UnitsAddedUp } from './notice.ts'
import type { ReportProse } from './prose.ts'

function count(tables: ReportTables, row: 'received' | 'carriedOver' | 'handled' | 'carriedForward'): number {
  return tables.requests?.[row]?.at(-1) ?? 0
}

/** The numbers of a report, and whose they are. */
export interface ReportNumbers {
  tables: ReportTables
  units: UnitsAddedUp | null
}

/** Whose numbers the tables hold: those of units whose reports were added up are never called one's own. */
export function whose(units: UnitsAddedUp | null): string {
  const many = units?.included.length ?? 0
  return many > 0 ? `本机关及已计入的${many}个所属单位` : '本机关'
}

function asked(notices: readonly { number: string; title: string; issuer: string }[]): string {
  return notices.length === 0
    ? ''
    : `，按照${notices.map(({ number, title, issuer }) => `${issuer}《${title}》（${number}）`).join('、')}的要求`
}

/**
 * The report's first draft in words: only facts that the record holds (who, which period, counts), so that nothing is
 * invented. The rest is for people to write; section five stays empty until somebody does.
 */
export function firstProse(
  agency: AgencyDetails,
  year: number,
  { tables, units }: ReportNumbers,
  /** The supervisor's notices that asked for it. */
  notices: readonly { number: string; title: string; issuer: string }[] = [],
): ReportProse {
  const disputes = tables.disputes
  const reconsiderations = disputes?.reconsideration.at(-1) ?? 0
  const suits = (disputes?.litigationDirect.at(-1) ?? 0) + (disputes?.litigationAfterReconsideration.at(-1) ?? 0)
  return {
    preface: [
      `本报告根据《中华人民共和国政府信息公开条例》和《中华人民共和国政府信息公开工作年度报告格式》${asked(notices)}编制。报告中所列数据的统计期限为${year}年1月1日至${year}年12月31日。如对本报告有疑问，请与${agency.officeName || agency.name}联系（地址：${agency.address}，邮编：${agency.postcode}，电话：${agency.phone}）。`,
    ],
    overall: [
      `（二）依申请公开。${year}年，${whose(units)}新收政府信息公开申请${count(tables, 'received')}件，上年结转${count(tables, 'carriedOver')}件；办理完毕${count(tables, 'handled')}件，结转下年度继续办理${count(tables, 'carriedForward')}件。因政府信息公开引起的行政复议${reconsiderations}件、行政诉讼${suits}件。`,
    ],
    problems: [],
    other: [],
  }
}
