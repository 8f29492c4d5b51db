/** Which cases a change of the calendar touches: what their rows say then, which limits move, and which letter has to be corrected. */
import type { Calendar } from '../../law/calendar.ts'
import { chineseDate, type LocalDate } from '../../law/date.ts'
import { letterText } from '../../record/letters/check.ts'
import type { Letter } from '../../record/letters/model.ts'
import { DAY_TO_COME } from '../../record/letters/phrases.ts'
import { firstChange } from '../../record/calendar/change.ts'
import { type LimitMove, movesOf } from '../../record/calendar/moves.ts'
import type { RecordedAct } from '../../record/requests/acts.ts'
import { toldAtOnce, untold } from '../../record/requests/as-sent.ts'
import { actsOfCases, casesFrom } from '../../store/calendar.sql.ts'
import { leftTheHouse } from '../../store/letters.sql.ts'
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
  toCorrect: { code: 'D01' | 'D04'; number: string; former: LocalDate | null; due: LocalDate } | null
  /** The 延期告知书 that nobody was told of and nobody can have: it may say other days under its own number. */
  rewritable: { id: string; number: string; sealed: Buffer; sheet: Buffer | null } | null
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
    for (const row of rows) yield await touched(ctx, db, { row, acts: acts.get(row.id) ?? [] }, { setting, calendar })
  }
}

async function touched(
  ctx: OfficeContext,
  db: OfficeContext['db'],
  { row, acts }: Pick<Touched, 'row' | 'acts'>,
  { setting, calendar }: { setting: LegalSetting; calendar: Calendar },
): Promise<Touched> {
  const before = conclude(acts, setting)
  const after = conclude(acts, { ...setting, calendar })
  const moves = movesOf(before.clock, after.clock, ctx.today())
  const reply = moves.find(({ what }) => what === 'reply')
  const unsent = untold(after.folded)
  const known = { row, acts, before, after, moves }
  if (!reply?.to && !unsent) return { ...known, toCorrect: null, rewritable: null }
  const letters = await lettersWithDays(db, row)
  const ofExtension = letters.filter(({ code, act_seq }) => code === 'D04' && act_seq === unsent?.seq)
  const [last] = ofExtension
  if (unsent && last && (await hasLeft(db, row.agency_id, ofExtension))) {
    const told = (of: LegalSetting) =>
      conclude([...acts.filter(({ seq }) => seq !== unsent.seq), ...toldAtOnce(unsent, acts.length)], of).clock.due
    const [from, to] = [told(setting), told({ ...setting, calendar })]
    const over = [from, to].every((day) => day !== null && day < ctx.today())
    if (!to || from === to || over || row.closed_on !== null) return { ...known, toCorrect: null, rewritable: null }
    const toCorrect = { code: 'D04', number: last.number, former: from, due: to } as const
    return { ...known, moves: reply ? moves : [...moves, { what: 'reply', party: '', from, to }], toCorrect, rewritable: null }
  }
  const naming = reply?.to && row.closed_on === null ? letterNaming(ctx, letters, ofExtension, reply.from) : undefined
  const toCorrect =
    naming && after.clock.due
      ? {
          code: naming.code === 'D04' ? ('D04' as const) : ('D01' as const),
          number: naming.number,
          former: before.clock.due,
          due: after.clock.due,
        }
      : null
  return { ...known, toCorrect, rewritable: last ?? null }
}

/** 回执 and 延期告知书 of the case, the last first. Behind the case's lock nobody opens one for the first time. */
async function lettersWithDays(db: OfficeContext['db'], row: CaseRow) {
  return db
    .selectFrom('letter')
    .select(['id', 'code', 'number', 'sealed', 'sheet', 'act_seq'])
    .where('agency_id', '=', row.agency_id)
    .where('case_id', '=', row.id)
    .where('code', 'in', ['D01', 'D04'])
    .orderBy('issued_on', 'desc')
    .orderBy('act_seq', 'desc')
    .orderBy('number', 'desc')
    .execute()
}

type DayLetter = Awaited<ReturnType<typeof lettersWithDays>>[number]

/** Somebody may have one of them in the wording it has now. */
async function hasLeft(db: OfficeContext['db'], agencyId: string, letters: readonly DayLetter[]): Promise<boolean> {
  for (const letter of letters) if (await leftTheHouse(db, agencyId, letter)) return true
  return false
}

/** The last letter that named this day, or said that the day would be told later. One not sent yet has told nobody. */
function letterNaming(
  ctx: OfficeContext,
  letters: readonly DayLetter[],
  unsent: readonly DayLetter[],
  due: LocalDate | null,
): DayLetter | undefined {
  const sought = due ? chineseDate(due) : DAY_TO_COME
  return letters.find((letter) => !unsent.includes(letter) && letterText(ctx.vault.open<Letter>(letter.sealed)).includes(sought))
}
