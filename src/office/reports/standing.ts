/** How a report stands: what refuses a change of it. */
import { reg } from '../../law/cite.ts'
import { chineseDate, fromParts, type LocalDate } from '../../law/date.ts'
import { type Refusal, refused } from '../../law/refusal.ts'
import type { ReportState } from '../../record/reports/view.ts'
import { tasksOf } from '../../store/hand-in.sql.ts'
import type { OfficeContext } from '../context.ts'
import { type Content, digestOf } from './same-as-before.ts'

export const PUBLISHED = refused({
  code: 'report-frozen',
  say: '年度报告已发布，不能修改。',
  then: '如需更正，请重新汇编，形成新的版本，原版本保留。',
})
export const NO_REPORT = refused({ code: 'not-found', say: '本年度报告尚未汇编。', then: '请先点“汇编”。' })

const READ_IN: Refusal = {
  code: 'approval-needed',
  say: '存档的报告是从别处读入的，没有在本系统经单位主要负责人批准。',
  then: '请重新汇编，经批准后报送；在别处编制的，用主管部门的填报表报送。',
}

/** What is handed in is what the head approved here; a report read from a file is what somebody says was published. */
export function notApproved(report: { state: ReportState; source: 'compiled' | 'imported' }): Refusal | null {
  if (report.source === 'imported') return READ_IN
  if (report.state === 'approved' || report.state === 'published') return null
  return {
    code: 'approval-needed',
    say: '年度报告尚未经单位主要负责人审批。',
    then: '请先送审，经主要负责人批准后再报送。',
  }
}

/** Numbers up to an earlier day, or of a year that still runs, are to look at: what is sent up and approved is the whole year's (Reg. 49). */
export function notWholeYear({ year, as_of: asOf }: { year: number; as_of: LocalDate | null }, today: LocalDate): Refusal | null {
  if (asOf !== null)
    return {
      code: 'report-incomplete',
      say: `数据截至${chineseDate(asOf)}，不是全年数据。`,
      then: '重新汇编全年数据，核对后再送审。',
    }
  if (today > fromParts(year, 12, 31)) return null
  return {
    code: 'report-incomplete',
    say: `${year} 年还没有结束，不是全年数据。`,
    then: '可以先起草；年度结束后重新汇编，核对后再送审。',
    cite: reg('49'),
  }
}

/**
 * 先备案后公布: where the notice says so, what is published is the very report that the supervisor accepted, by its digest; another
 * number or word, and it was not that report that was accepted.
 */
export async function notAcceptedYet(
  db: OfficeContext['db'],
  agencyId: string,
  report: { year: number } & Content,
): Promise<Refusal | null> {
  const asked = (await tasksOf(db, agencyId, report.year)).filter((task) => task.accepted_first && task.state !== 'excused')
  const digest = digestOf(report)
  const waiting = asked.find((task) => task.counted_digest !== digest)
  if (!waiting) return null
  const accepted = waiting.counted_digest !== null
  return {
    code: 'approval-needed',
    say: `《${waiting.title}》（${waiting.number}）要求先报送、审核通过后再公布${accepted ? '；审核通过的与要公布的不是同一份' : ''}。`,
    then: `请${accepted ? '把要公布的一份重新' : '先'}报送；法定公布期限不因此推迟（1月31日前）。`,
    cite: reg('49'),
  }
}
