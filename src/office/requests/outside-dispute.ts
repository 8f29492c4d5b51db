/**
 * 没有争议卷的复议、诉讼: what happened before the case was registered here, noted so that table 四 counts it. What comes afterwards has a
 * file (Art 51), and only the file tells the case how it stands: two hands on one dispute would say two things.
 */
import { reg } from '../../law/cite.ts'
import type { LocalDate } from '../../law/date.ts'
import { type Refusal, ok, refused } from '../../law/refusal.ts'
import type { ActOf } from '../../record/requests/acts.ts'
import { findDisputeByNumber } from '../../store/disputes.sql.ts'
import type { OfficeContext } from '../context.ts'
import { shownDay } from '../shown-day.ts'
import type { Deciding } from './deciding.ts'
import type { Matter } from './perform.ts'

export const OPEN_A_FILE: Refusal = {
  code: 'not-ordered',
  say: '本案登记之后收到的投诉、复议、诉讼，不在这里登记。',
  then: '请在案件页“投诉、复议、诉讼”中“登记收到通知”，建立争议卷；结果、责令重新答复都在卷内登记。本案登记之前已经发生的，核对日期。',
  cite: reg('51'),
  field: 'on',
}

export const noteDispute: Deciding<'disputed'> = async (ctx, matter, act) => {
  const refusal = await hasAFile(matter, act.dispute)
  if (refusal) return refused(refusal)
  const known = outsideDisputes(matter).some(({ dispute, body }) => dispute === act.dispute && body === act.body)
  return known || act.on < registeredOn(ctx, matter) ? ok({ acts: [act] }) : refused(OPEN_A_FILE)
}

/** What goes by the number of a file is recorded in the file. */
export async function hasAFile({ tx, row }: Matter, dispute: string): Promise<Refusal | null> {
  const file = await findDisputeByNumber(tx, row.agency_id, dispute)
  return file
    ? {
        code: 'field-invalid',
        say: `${file.number}是争议卷，它的经过不在案件中登记。`,
        then: '请打开争议卷登记结果；案件和年度报告随之变化。',
        cite: reg('51'),
        field: 'dispute',
      }
    : null
}

/** The day on which the request was written down here, whenever it was made. */
export function registeredOn(ctx: OfficeContext, { acts }: Matter): LocalDate {
  return shownDay(ctx, acts[0] ? new Date(acts[0].recordedAt) : ctx.now())
}

export function outsideDisputes({ folded }: Matter): ActOf<'disputed'>[] {
  return folded.live.flatMap(({ act }) => (act.kind === 'disputed' ? [act] : []))
}
