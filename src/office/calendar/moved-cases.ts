/** Which cases a change of the calendar touches: what their rows say then, which limits move, and which letter has to be corrected. */
import type { Calendar } from '../../law/calendar.ts'
import { chineseDate, type LocalDate } from '../../law/date.ts'
import { letterText } from '../../record/letters/check.ts'
import type { Letter } from '../../record/letters/model.ts'
import { DAY_TO_COME } from '../../record/letters/phrases.ts'
import { firstChange } from '../../record/calendar/change.ts'
import { type LimitMove, movesOf } from '../../record/calendar/moves.ts'
import type { RecordedAct } from '../../record/requests/acts.ts'
import { untold } from '../../record/requests/as-sent.ts'
import { actsOfCases, casesFrom } from '../../store/calendar.sql.ts'
import type { CaseRow } from '../../store/requests.sql.ts'
import type { OfficeContext } from '../context.ts'
import type { LegalSetting } from '../people/agencies.ts'
import { type Concluded, conclude } from '../requests/projection.ts'

export interface Touched {
  row: CaseRow
  acts: RecordedAct[]
  before: Concluded
  after: Concluded
  moves: LimitMove[]
  /** The last letter that told the requester the day of the reply, where that day is no longer right. */
  toCorrect: { code: 'D01' | 'D04'; number: string } | null
}

const BATCH = 500

/** Every case whose days from `first` on may be others, one batch after another. `lock`: they stay as they are until the transaction ends. */
export async function* touchedCases(
  ctx: OfficeContext,
  db: OfficeContext['db'],
  agencyId: string,
  { setting, after: calendar }: { setting: LegalSetting; after: Calendar },
  { lock }: { lock: boolean },
): AsyncGenerator<Touched> {
  const first = firstChange(setting.calendar, calendar)
  if (!first) return
  let last = ''
  for (;;) {
    let query = casesFrom(db, agencyId, first).limit(BATCH)
    if (last) query = query.where('id', '>', last)
    const rows = await (lock ? query.forUpdate() : query).execute()
    if (rows.length === 0) return
    last = rows.at(-1)?.id ?? last
    const acts = await actsOfCases(
      db,
      agencyId,
      rows.map(({ id }) => id),
    )
    for (const row of rows) yield await touched(ctx, db, row, acts.get(row.id) ?? [], setting, calendar)
  }
}

async function touched(
  ctx: OfficeContext,
  db: OfficeContext['db'],
  row: CaseRow,
  acts: RecordedAct[],
  setting: LegalSetting,
  calendar: Calendar,
): Promise<Touched> {
  const before = conclude(acts, setting)
  const after = conclude(acts, { ...setting, calendar })
  const moves = movesOf(before.clock, after.clock, ctx.today())
  const reply = moves.find(({ what }) => what === 'reply')
  const toCorrect =
    reply?.to && row.closed_on === null
      ? await letterNaming(ctx, db, row, { due: reply.from, unsent: untold(after.folded)?.seq ?? null })
      : null
  return { row, acts, before, after, moves, toCorrect }
}

/** The last 回执 or 延期告知书 that named this day, or said that the day would be told later. One not sent yet has told nobody. */
async function letterNaming(
  ctx: OfficeContext,
  db: OfficeContext['db'],
  row: CaseRow,
  { due, unsent }: { due: LocalDate | null; unsent: number | null },
): Promise<Touched['toCorrect']> {
  const letters = await db
    .selectFrom('letter')
    .select(['code', 'number', 'sealed', 'act_seq'])
    .where('agency_id', '=', row.agency_id)
    .where('case_id', '=', row.id)
    .where('code', 'in', ['D01', 'D04'])
    .orderBy('issued_on', 'desc')
    .orderBy('act_seq', 'desc')
    .execute()
  const sought = due ? chineseDate(due) : DAY_TO_COME
  const found = letters.find(
    ({ code, sealed, act_seq }) =>
      !(code === 'D04' && act_seq === unsent) && letterText(ctx.vault.open<Letter>(sealed)).includes(sought),
  )
  return found ? { code: found.code === 'D04' ? 'D04' : 'D01', number: found.number } : null
}
