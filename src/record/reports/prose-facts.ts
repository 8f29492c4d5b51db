/**
 * 可写入报告的事实: sentences made from what the system holds, each with its source. People choose what to write in; nothing that
 * the record does not hold is ever offered.
 */
import type { ReportTables } from '../../law/reports/model.ts'
import { type ReportNumbers, whose } from './first-prose.ts'
import type { ReportProse } from './prose.ts'

export interface ReportEvidence {
  documents: { published: number; columns: { name: string; count: number }[]; readings: number; unread: string[] }
  /** Numbers of requests answered after their last day. */
  late: string[]
  /** Numbers of requests whose handling a dispute put right. */
  corrected: string[]
  /** Numbers of requests for which a correction was asked. */
  askedToCorrect: number
  extended: number
  amendments: number
  conversions: number
  fees: { cases: string[]; yuan: number }
}

export interface ProseFact {
  section: keyof ReportProse
  sentence: string
  /** Where it comes from, in words a reader can check. */
  source: string
}

const REGISTER = '依申请公开登记簿'
const LIBRARY = '主动公开目录'

function total(
  tables: ReportTables,
  row: 'received' | 'carriedOver' | 'handled' | 'carriedForward' | 'granted' | 'partial',
): number {
  return tables.requests?.[row]?.at(-1) ?? 0
}

/** What is offered, in the order of the sections. */
export function proseFacts(year: number, numbers: ReportNumbers, evidence: ReportEvidence): ProseFact[] {
  return [
    ...activeDisclosure(year, evidence),
    ...requests(year, numbers, evidence),
    ...problems(year, evidence),
    ...other(year, evidence),
  ]
}

function activeDisclosure(year: number, { documents, conversions }: ReportEvidence): ProseFact[] {
  if (documents.published === 0) return []
  const most = documents.columns.slice(0, 4).map(({ name, count }) => `${name}${count}条`)
  const found: ProseFact[] = [
    {
      section: 'overall',
      sentence: `（一）主动公开。${year}年，本机关主动公开政府信息${documents.published}条，其中${most.join('、')}。`,
      source: `${LIBRARY}：公开日期在${year}年的信息`,
    },
  ]
  if (documents.readings > 0)
    found.push({
      section: 'overall',
      sentence: `发布政策解读${documents.readings}篇。`,
      source: `${LIBRARY}：政策解读栏目`,
    })
  if (conversions > 0)
    found.push({
      section: 'overall',
      sentence: `由依申请公开转为主动公开${conversions}件。`,
      source: `${REGISTER}：转为主动公开的审核记录（《条例》第四十四条）`,
    })
  return found
}

function requests(
  year: number,
  { tables, units }: ReportNumbers,
  { askedToCorrect, extended, amendments }: ReportEvidence,
): ProseFact[] {
  const disputes = tables.disputes
  const reconsiderations = disputes?.reconsideration.at(-1) ?? 0
  const suits = (disputes?.litigationDirect.at(-1) ?? 0) + (disputes?.litigationAfterReconsideration.at(-1) ?? 0)
  // What only the own register tells, where the tables hold more.
  const own = whose(units) === '本机关' ? '' : '本机关'
  const found: ProseFact[] = [
    {
      section: 'overall',
      sentence: `（二）依申请公开。${year}年，${whose(units)}新收政府信息公开申请${total(tables, 'received')}件，上年结转${total(tables, 'carriedOver')}件；办理完毕${total(tables, 'handled')}件，结转下年度继续办理${total(tables, 'carriedForward')}件。因政府信息公开引起的行政复议${reconsiderations}件、行政诉讼${suits}件。`,
      source: '本报告表三、表四',
    },
  ]
  if (total(tables, 'handled') > 0)
    found.push({
      section: 'overall',
      sentence: `办结的申请中，予以公开${total(tables, 'granted')}件，部分公开${total(tables, 'partial')}件。`,
      source: '本报告表三',
    })
  if (askedToCorrect + extended > 0)
    found.push({
      section: 'overall',
      sentence: `${own}一次性告知补正${askedToCorrect}件，依法延长答复期限${extended}件。`,
      source: `${REGISTER}：${year}年的补正通知和延长记录`,
    })
  if (amendments > 0)
    found.push({
      section: 'overall',
      sentence: `${own}办理更正与自身相关信息的申请${amendments}件。`,
      source: '更正登记簿（《条例》第四十一条）',
    })
  return found
}

/** Problems are proposed from evidence alone: what was late, what was put right, what was not explained. */
function problems(year: number, { late, corrected, documents }: ReportEvidence): ProseFact[] {
  const found: ProseFact[] = []
  if (late.length > 0)
    found.push({
      section: 'problems',
      sentence: `答复不够及时，${year}年有${late.length}件申请的答复超过法定期限。`,
      source: `${REGISTER}：${late.join('、')}`,
    })
  if (corrected.length > 0)
    found.push({
      section: 'problems',
      sentence: `答复质量有待提高，${year}年有${corrected.length}件经行政复议或者行政诉讼被纠正。`,
      source: `争议卷：${corrected.join('、')}`,
    })
  if (documents.unread.length > 0)
    found.push({
      section: 'problems',
      sentence: `政策解读不够，${year}年制发的行政规范性文件中有${documents.unread.length}件没有解读。`,
      source: `${LIBRARY}：${documents.unread.slice(0, 5).join('、')}${documents.unread.length > 5 ? '等' : ''}`,
    })
  return found
}

function other(year: number, { fees }: ReportEvidence): ProseFact[] {
  return [
    fees.yuan > 0
      ? {
          section: 'other',
          sentence: `${year}年收取信息处理费${fees.cases.length}件，共${fees.yuan}元。`,
          source: `${REGISTER}：${fees.cases.join('、')}的收费通知和缴费记录`,
        }
      : { section: 'other', sentence: `${year}年没有收取信息处理费。`, source: `${REGISTER}：没有缴费记录` },
  ]
}
