/** Reads and writes of 文书. */
import { type Kysely, sql } from 'kysely'
import type { LocalDate } from '../law/date.ts'
import type { LetterCode } from '../record/letters/model.ts'
import type { SeriesWords } from '../record/letters/numbering.ts'
import type { WordingPart, WordingVersion } from '../record/letters/wording.ts'
import type { RecordedAct } from '../record/requests/acts.ts'
import type { Database } from './schema.ts'

type Db = Kysely<Database>

/** Letters of these kinds to somebody outside, newest first, with the case they belong to; so many from one place of the list on. */
export function lettersSince(
  db: Db,
  agencyId: string,
  { since, codes, from, most }: { since: LocalDate; codes: readonly LetterCode[]; from: number; most: number },
) {
  return db
    .selectFrom('letter as l')
    .innerJoin('request_case as c', (join) => join.onRef('c.agency_id', '=', 'l.agency_id').onRef('c.id', '=', 'l.case_id'))
    .where('l.agency_id', '=', agencyId)
    .where('l.issued_on', '>=', since)
    .where('l.addressed_to', '!=', 'file')
    .where('l.code', 'in', codes)
    .select([
      'l.id',
      'l.code',
      'l.number',
      'l.act_seq',
      'l.issued_on',
      'l.addressed_to',
      'l.sealed',
      'l.case_id',
      'c.number as case_number',
      'c.requester_kind',
    ])
    .orderBy('l.issued_on', 'desc')
    .orderBy('l.number')
    .offset(from)
    .limit(most)
    .execute()
}

export function lettersById(db: Db, agencyId: string, ids: readonly string[]) {
  return db.selectFrom('letter').selectAll().where('agency_id', '=', agencyId).where('id', 'in', ids).execute()
}

/** What the letters of a case read before a change of the calendar rewrote them, in that order. */
export function formerLettersOf(db: Db, agencyId: string, caseId: string) {
  return db
    .selectFrom('letter_former as f')
    .innerJoin('letter as l', (join) => join.onRef('l.agency_id', '=', 'f.agency_id').onRef('l.id', '=', 'f.letter_id'))
    .select(['f.id', 'l.code', 'l.number', 'l.act_seq', 'l.issued_on', 'f.sealed', 'f.replaced_on'])
    .where('f.agency_id', '=', agencyId)
    .where('f.case_id', '=', caseId)
    .orderBy('f.replaced_at')
    .execute()
}

/** A letter, or the wording it had before it was rewritten, by the id that the case file lists. */
export async function filedById(db: Db, agencyId: string, id: string) {
  const letter = await db
    .selectFrom('letter')
    .select(['id', 'case_id', 'code', 'number', 'issued_on', 'sealed', 'sheet'])
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (letter) return letter
  return db
    .selectFrom('letter_former as f')
    .innerJoin('letter as l', (join) => join.onRef('l.agency_id', '=', 'f.agency_id').onRef('l.id', '=', 'f.letter_id'))
    .select(['f.id', 'f.case_id', 'l.code', 'l.number', 'l.issued_on', 'f.sealed', 'f.sheet'])
    .where('f.agency_id', '=', agencyId)
    .where('f.id', '=', id)
    .executeTakeFirst()
}

/** Whether somebody outside may have the letter as it reads now: opened with number and code, or printed for the post. */
export async function leftTheHouse(db: Db, agencyId: string, { id, number }: { id: string; number: string }): Promise<boolean> {
  const opened = await db
    .selectFrom('letter_access')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('letter_id', '=', id)
    .limit(1)
    .executeTakeFirst()
  if (opened) return true
  const printed = await db
    .selectFrom('audit_entry')
    .select('seq')
    .where('agency_id', '=', agencyId)
    .where('verb', '=', 'letters.print')
    .where('target', '=', number)
    .limit(1)
    .executeTakeFirst()
  return printed !== undefined
}

/** Acts of several cases at once, by case. */
export async function actsOfCases(db: Db, agencyId: string, caseIds: readonly string[]): Promise<Map<string, RecordedAct[]>> {
  const byCase = new Map<string, RecordedAct[]>(caseIds.map((id) => [id, []]))
  if (caseIds.length === 0) return byCase
  const rows = await db
    .selectFrom('request_act')
    .select(['case_id', 'seq', 'data', 'recorded_at', 'actor_id'])
    .where('agency_id', '=', agencyId)
    .where('case_id', 'in', caseIds)
    .orderBy('seq')
    .execute()
  for (const { case_id, seq, data, recorded_at, actor_id } of rows)
    byCase.get(case_id)?.push({ seq, act: data, recordedAt: recorded_at.toISOString(), actorId: actor_id })
  return byCase
}

/** The agency's own wording, every version. */
export async function wordingsOf(db: Db, agencyId: string): Promise<WordingVersion[]> {
  const rows = await db
    .selectFrom('letter_wording')
    .select(['code', 'part', 'from_date', 'text'])
    .where('agency_id', '=', agencyId)
    .orderBy('from_date')
    .execute()
  return rows.map(({ code, part, from_date, text }) => ({
    code: code as LetterCode,
    part: part as WordingPart,
    from: from_date,
    text,
  }))
}

/** The same with who recorded each version and when, newest first. */
export function wordingHistory(db: Db, agencyId: string) {
  return db
    .selectFrom('letter_wording as w')
    .leftJoin('officer as o', (join) => join.onRef('o.agency_id', '=', 'w.agency_id').onRef('o.id', '=', 'w.recorded_by'))
    .select(['w.code', 'w.part', 'w.from_date', 'w.text', 'w.recorded_at', 'o.name as by'])
    .where('w.agency_id', '=', agencyId)
    .orderBy('w.from_date', 'desc')
    .orderBy('w.code')
    .execute()
}

/** Which families of letters have a series of their own on that day. */
export async function numberingOn(
  db: Db,
  agencyId: string,
  on: LocalDate,
): Promise<{ from: LocalDate; words: SeriesWords } | undefined> {
  const row = await db
    .selectFrom('letter_numbering')
    .select(['from_date', 'words'])
    .where('agency_id', '=', agencyId)
    .where('from_date', '<=', on)
    .orderBy('from_date', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { from: row.from_date, words: row.words }
}

/** All letters issued between two days, in the order of their numbers' register. */
export function lettersInYear(db: Db, agencyId: string, { from, to }: { from: LocalDate; to: LocalDate }) {
  return db
    .selectFrom('letter as l')
    .innerJoin('request_case as c', (join) => join.onRef('c.agency_id', '=', 'l.agency_id').onRef('c.id', '=', 'l.case_id'))
    .where('l.agency_id', '=', agencyId)
    .where('l.issued_on', '>=', from)
    .where('l.issued_on', '<=', to)
    .select(['l.id', 'l.code', 'l.number', 'l.act_seq', 'l.issued_on', 'l.sealed', 'l.case_id', 'c.number as case_number'])
    .orderBy('l.issued_on', 'desc')
    .orderBy(sql`length(l.number)`, 'desc')
    .orderBy('l.number', 'desc')
    .limit(MOST_IN_REGISTER)
    .execute()
}

/** What one page of the register takes; a bureau issues some hundreds a year. */
const MOST_IN_REGISTER = 2000

export function sealRowOn(db: Db, agencyId: string, on: LocalDate) {
  return db
    .selectFrom('agency_seal')
    .select(['from_date', 'sealed', 'media_type'])
    .where('agency_id', '=', agencyId)
    .where('from_date', '<=', on)
    .orderBy('from_date', 'desc')
    .limit(1)
    .executeTakeFirst()
}

function translations(db: Db, agencyId: string) {
  return db
    .selectFrom('letter_translation as t')
    .innerJoin('letter as l', (join) => join.onRef('l.agency_id', '=', 't.agency_id').onRef('l.id', '=', 't.letter_id'))
    .leftJoin('officer as o', (join) => join.onRef('o.agency_id', '=', 't.agency_id').onRef('o.id', '=', 't.entered_by'))
    .where('t.agency_id', '=', agencyId)
    .select([
      't.letter_id',
      't.state',
      't.sealed',
      't.entered_by',
      't.returned_because',
      'l.case_id',
      'l.number',
      'l.code',
      'l.issued_on',
      'l.sealed as letter',
      'o.name as entered_name',
    ])
}

/** One page of the translations that are not finished, oldest letter first, and how many there are; beyond the last page, the last. */
export async function openTranslations(db: Db, agencyId: string, page: number, size: number) {
  const { total } = await db
    .selectFrom('letter_translation')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where('agency_id', '=', agencyId)
    .where('state', '!=', 'checked')
    .executeTakeFirstOrThrow()
  const shown = Math.min(page, Math.max(1, Math.ceil(total / size)))
  const rows = await translations(db, agencyId)
    .where('t.state', '!=', 'checked')
    .orderBy('l.issued_on')
    .orderBy(sql`length(l.number)`)
    .orderBy('l.number')
    .offset((shown - 1) * size)
    .limit(size)
    .execute()
  return { rows, total }
}

/** How far the translations of these letters are, of those that are not finished. */
export function unfinishedTranslations(db: Db, agencyId: string, letterIds: readonly string[]) {
  return db
    .selectFrom('letter_translation')
    .select(['letter_id', 'state'])
    .where('agency_id', '=', agencyId)
    .where('letter_id', 'in', letterIds)
    .where('state', '!=', 'checked')
    .execute()
}

export function translationOf(db: Db, agencyId: string, letterId: string) {
  return translations(db, agencyId).where('t.letter_id', '=', letterId).executeTakeFirst()
}
