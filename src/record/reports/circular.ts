/**
 * 通报 (草稿): how the reports of a year were handed in, from what the notice and its units show and nothing else. What is asked of
 * the units from now on is for the drafter to write.
 */
import { cite, reg } from '../../law/cite.ts'
import { chineseDate, type LocalDate } from '../../law/date.ts'
import type { ReportTables } from '../../law/reports/model.ts'
import type { LetterBlock, Paper } from '../letters/model.ts'
import type { HandInCounts } from './notice.ts'

export interface Named {
  names: readonly string[]
  /** All of them, also those not named here. */
  total: number
}

export interface CircularFacts {
  agency: string
  notice: { year: number; title: string; number: string; fileBy: LocalDate }
  counts: HandInCounts
  late: Named
  missing: Named
  /** Units whose report was given back at least once: for what was found in it, or for a number that stood when it was looked at again. */
  returned: readonly { name: string; times: number; remarks: number }[]
  /** Some of them; how many there are is in `counts`. */
  excused: readonly { name: string; because: string }[]
  accepted: number
  sums: ReportTables | null
  on: LocalDate
}

const paragraph = (text: string): LetterBlock => ({ kind: 'paragraph', text })
const heading = (text: string): LetterBlock => ({ kind: 'heading', text })

function listed({ names, total }: Named): string {
  return total > names.length ? `${names.join('、')}等${total}个单位` : names.join('、')
}

function overall({ counts, late, excused }: CircularFacts): string {
  const handedIn = counts.handedIn + counts.returned + counts.accepted
  const missing = counts.asked + counts.seen
  const all = handedIn + missing
  return [
    `应报送单位${all}个，已报送${handedIn}个，其中审核通过${counts.accepted}个、审核中${counts.handedIn}个、退回修改${counts.returned}个；未报送${missing}个；迟报（含逾期未报）${late.total}个。`,
    counts.excused > 0
      ? `不需报送${counts.excused}个：${listed({ names: excused.map(({ name, because }) => `${name}（${because}）`), total: counts.excused })}。`
      : '',
  ].join('')
}

/** The numbers that a reader looks for first; the rest stands in the report that adds them up. */
function figures({ accepted, sums }: CircularFacts): string {
  if (!sums?.requests) return '还没有审核通过的报告，暂无汇总数据。'
  const of = (row: 'received' | 'carriedOver' | 'handled' | 'carriedForward') => sums.requests?.[row]?.at(-1) ?? 0
  const disputes = (group: keyof NonNullable<ReportTables['disputes']>) => sums.disputes?.[group].at(-1) ?? 0
  const suits = disputes('litigationDirect') + disputes('litigationAfterReconsideration')
  return (
    `以下为审核通过的${accepted}份报告之和：新收政府信息公开申请${of('received')}件，上年结转${of('carriedOver')}件，` +
    `办结${of('handled')}件，结转下年度${of('carriedForward')}件；因政府信息公开被申请行政复议${disputes('reconsideration')}件，被提起行政诉讼${suits}件。` +
    '各单位职能、规模不同，数量不作比较。'
  )
}

function problems({ late, missing, returned, notice }: CircularFacts): string[] {
  const found = [
    late.total > 0 ? `超过报送期限（${chineseDate(notice.fileBy)}）报送或者仍未报送：${listed(late)}。` : '',
    missing.total > 0 ? `尚未报送：${listed(missing)}。` : '',
    returned.length > 0
      ? `报告曾被退回修改或者核对：${returned.map(({ name, times, remarks }) => `${name}（退回${times}次，批注${remarks}处）`).join('、')}。`
      : '',
  ].filter(Boolean)
  return found.length > 0 ? found : ['各单位均按期报送，没有退回修改的报告。']
}

export function circular(facts: CircularFacts): Paper {
  const { agency, notice, on } = facts
  return {
    agency,
    number: '',
    title: `关于${notice.year}年政府信息公开工作年度报告报送情况的通报（草稿）`,
    addressee: '各单位',
    blocks: [
      paragraph(
        `根据${cite(reg('49'))}和《${notice.title}》（${notice.number}），现将截至${chineseDate(on)}的年度报告报送情况通报如下。`,
      ),
      heading('一、总体情况'),
      paragraph(overall(facts)),
      heading('二、汇总数据'),
      paragraph(figures(facts)),
      heading('三、存在的问题'),
      ...problems(facts).map(paragraph),
      heading('四、工作要求'),
      paragraph('（由起草人填写。点名通报之前，请先听取有关单位的说明。）'),
    ],
    attachments: [],
    signature: { agency, date: chineseDate(on) },
  }
}
