/**
 * 互联网渠道 (ARL 22.2): a decision served online comes with the online way to ask for reconsideration. Where its own words do not
 * name it, because nobody knew how it would be served, a 补充告知书 goes with it; the decision itself stays as it was issued.
 */
import { onlineWayTold, ONLINE_WAY } from '../../law/oversight/remedies.ts'
import { type LocalDate, chineseDate } from '../../law/date.ts'
import { type Result, ok, refused } from '../../law/refusal.ts'
import { letterText } from '../../record/letters/check.ts'
import { isDecision } from '../../record/requests/service.ts'
import type { OfficeContext } from '../context.ts'
import { type FiledLetter, noticesWith } from './filed-letters.ts'
import { issue } from './letters.ts'
import type { Issue, Matter } from './perform.ts'

export interface GivenOnline {
  /** Empty where none has to be given with this letter. */
  way: string
  /** What goes with the decision and is on file. */
  notice: FiledLetter | null
  /** What has to be issued now, to go with it. */
  letters: Issue[]
}

const NOTHING: GivenOnline = { way: '', notice: null, letters: [] }

/** What has to be given with this letter when it is served online on that day. Nothing is made up for a day that has passed. */
export async function givenOnline(
  ctx: OfficeContext,
  matter: Matter,
  filed: FiledLetter,
  on: LocalDate,
): Promise<Result<GivenOnline>> {
  const { details } = matter.agency
  const way = details.onlineReconsideration
  const rule = ONLINE_WAY.on(on)
  // A letter that tells of no remedy has none to add to.
  if (!isDecision(filed.code) || filed.actSeq === null || !rule || !way || !letterText(filed.letter).includes('行政复议'))
    return ok(NOTHING)
  const names = ({ letter }: FiledLetter) => letterText(letter).includes(onlineWayTold(details))
  const notice = (await noticesWith(ctx, matter, filed)).findLast(names) ?? null
  if (notice || names(filed)) return ok({ way, notice, letters: [] })
  if (on !== matter.today)
    return refused({
      code: 'service-method-refused',
      say: `${filed.number} 没有写明网上申请行政复议的渠道，须附补充告知书，补充告知书今天才能出具。`,
      then: `请把日期填写为${chineseDate(matter.today)}，连同补充告知书一并发出。`,
      cite: rule.by,
      field: 'on',
    })
  const facts = { decision: filed.letter.title, decisionNumber: filed.number, decidedOn: filed.issuedOn }
  return ok({ way, notice, letters: [{ ...issue(matter, 'D30', on, facts), actSeq: filed.actSeq }] })
}
