/** What a deed on a case sets going on the requester's side, in the deed's own transaction. */
import { addWorkingDays } from '../../law/calendar.ts'
import { latest, type LocalDate } from '../../law/date.ts'
import { ONLINE_WAY } from '../../law/oversight/remedies.ts'
import type { RecordedAct } from '../../record/requests/acts.ts'
import { addElectronicDelivery } from '../../store/requester-side.sql.ts'
import type { OfficeContext, Tx } from '../context.ts'
import { tellByMail } from '../mail/post.ts'
import type { Matter } from '../requests/perform.ts'

/** So many working days a decision waits to be opened online; then the office serves it another way. Not a limit of law. */
const OPENING_WORKING_DAYS = 5

/** Until when the office waits for a decision put up on that day to be opened; null while the calendar does not reach so far. */
export function waitUntil({ setting }: Pick<Matter, 'setting'>, on: LocalDate): LocalDate | null {
  return addWorkingDays(setting.calendar, on, OPENING_WORKING_DAYS).date
}

const DECIDING: readonly string[] = ['replied', 'correction-lapsed', 'fee-lapsed']

export async function followUp(ctx: OfficeContext, tx: Tx, matter: Matter, acts: readonly RecordedAct[]): Promise<void> {
  const { row, content } = matter
  const of = { agencyId: row.agency_id, caseId: row.id }
  const decided = acts.find(({ act }) => DECIDING.includes(act.kind))
  if (decided && content.delivery === 'electronic') {
    // Written down after its day, it could not be opened before it was written down.
    const on = latest(decided.act.on, matter.today)
    // Without the online way to reconsideration nothing is served online (ARL 22.2): there is nothing to wait for, it goes by post.
    if (!ONLINE_WAY.on(on) || matter.agency.details.onlineReconsideration)
      await addElectronicDelivery(tx, of, { seq: decided.seq, on, openBy: waitUntil(matter, on) })
  }
  await tellByMail(ctx, tx, matter, acts)
}
