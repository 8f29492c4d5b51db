/** Which dispute files and matters of amendment a change of the calendar touches. Their days are counted anew at every reading; only the trace is kept. */
import { addWorkingDays, type Calendar } from '../../law/calendar.ts'
import { type BesideMove, disputeMoves, targetMoves } from '../../record/calendar/beside.ts'
import { firstChange } from '../../record/calendar/change.ts'
import { disputeLimits, foldDispute } from '../../record/disputes/fold.ts'
import { openAmendments } from '../../store/amendments.sql.ts'
import { disputesFrom } from '../../store/calendar.sql.ts'
import { disputeActs } from '../../store/disputes.sql.ts'
import type { OfficeContext } from '../context.ts'
import type { LegalSetting } from '../people/agencies.ts'

export interface TouchedBeside {
  of: 'dispute' | 'amendment'
  id: string
  number: string
  moves: BesideMove[]
}

export async function touchedBeside(
  ctx: OfficeContext,
  db: OfficeContext['db'],
  agencyId: string,
  { setting, after }: { setting: LegalSetting; after: Calendar },
): Promise<TouchedBeside[]> {
  const first = firstChange(setting.calendar, after)
  if (!first) return []
  const [disputes, amendments] = await Promise.all([disputesFrom(db, agencyId, first), openAmendments(db, agencyId)])
  const acts = await disputeActs(
    db,
    agencyId,
    disputes.map(({ id }) => id),
  )
  const today = ctx.today()
  const ofDisputes = disputes.map(({ id, number }): TouchedBeside => {
    const folded = foldDispute(acts.get(id) ?? [])
    const moves = disputeMoves(disputeLimits(folded, setting.calendar), disputeLimits(folded, after), today)
    return { of: 'dispute', id, number, moves }
  })
  const { amendmentTargetWorkingDays: days } = setting.readings
  const ofAmendments = amendments
    .filter(({ state }) => state !== 'decided')
    .map(({ id, number, received_on }): TouchedBeside => {
      const target = (calendar: Calendar) => addWorkingDays(calendar, received_on, days).date
      return { of: 'amendment', id, number, moves: targetMoves(target(setting.calendar), target(after), today) }
    })
  return [...ofDisputes, ...ofAmendments].filter(({ moves }) => moves.length > 0)
}
