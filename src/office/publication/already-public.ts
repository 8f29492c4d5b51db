/**
 * 是不是已经公开了: published information that may already be what somebody is about to ask for. Only what anyone may read is shown:
 * documents, and past answers that were converted to publication (Art 44); never what else others asked for or were answered. Counted by
 * agency and day, of nobody in particular.
 */
import { createHash } from 'node:crypto'
import { fromParts, type LocalDate, yearOf } from '../../law/date.ts'
import { type Result, ok, refused } from '../../law/refusal.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { type Counted, countHint, hintCounts } from '../../store/intake.sql.ts'
import { convertedAnswers } from '../../store/deciding.sql.ts'
import { documentsLike } from '../../store/document-search.sql.ts'
import { publishedDocuments } from '../../store/publication.sql.ts'
import type { OfficeContext } from '../context.ts'
import { NOT_PERMITTED } from '../people/permit.ts'
import { tellingWords } from './telling.ts'
import { wordsOf } from './words.ts'

const MOST_HINTS = 5
/** So much of what was asked, by what its words tell, has to stand in title and keywords. No rule of law: tried out on the demo. */
const ENOUGH = 0.4

/** How far back past answers are looked through. */
const MOST_ANSWERS = 500
/** Stands in the address of a past answer that is public elsewhere, where a document has its agency. */
export const ANSWERED_ELSEWHERE = '-'

/** `of` and `id` lead to it: a document's agency and id, or a past answer's key. */
export interface Hint {
  title: string
  of: string
  id: string
  agencyName: string
  publishedOn: LocalDate
}

/**
 * What may already be it, the likeliest first: documents of the agency and of others here, and what the agency answered before and has
 * converted to publication (Art 44), which is found by what was asked for too.
 */
export async function alreadyPublic(ctx: OfficeContext, agency: { id: string; name: string }, subject: string): Promise<Hint[]> {
  const words = await wordsOf(subject)
  if (words.length < 2) return []
  const today = ctx.today()
  const telling = await tellingWords(ctx, words, '')
  const whole = weightOf(telling)
  const likely = { agencyId: agency.id, words: telling, least: whole * ENOUGH, limit: MOST_HINTS }
  const [found, converted] = await Promise.all([
    documentsLike(ctx.db, today, likely),
    convertedAnswers(ctx.db, agency.id, MOST_ANSWERS),
  ])
  const answers = converted.filter(
    ({ information }) => weightOf(telling.filter(({ word }) => information.normalize('NFKC').includes(word))) >= whole * ENOUGH,
  )
  const ids = [...new Set([...found, ...answers.flatMap(({ document_id: id }) => id ?? [])])].slice(0, MOST_HINTS)
  const rows = ids.length === 0 ? [] : await publishedDocuments(ctx.db, today, { ids }, { offset: 0, limit: ids.length })
  const documents = rows
    .toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
    .map(({ title, agencySlug: of, id, agencyName, publishedOn }): Hint => ({ title, of, id, agencyName, publishedOn }))
  const elsewhere = answers.flatMap(({ information: title, link, decided_on: publishedOn }): Hint[] =>
    link && publishedOn ? [{ title, of: ANSWERED_ELSEWHERE, id: keyOf(link), agencyName: agency.name, publishedOn }] : [],
  )
  return [...documents, ...elsewhere].slice(0, MOST_HINTS)
}

const weightOf = (words: readonly { weight: number }[]) => words.reduce((sum, { weight }) => sum + weight, 0)

/** So that an address names no case, and leads nowhere but to what the agency has converted. */
function keyOf(link: string): string {
  return createHash('sha256').update(link).digest('hex').slice(0, 16)
}

/** Where a past answer stands now; null for a key that no converted answer has. */
export async function answeredElsewhere(ctx: OfficeContext, agencyId: string, key: string): Promise<string | null> {
  const answers = await convertedAnswers(ctx.db, agencyId, MOST_ANSWERS)
  return answers.find(({ link }) => link && keyOf(link) === key)?.link ?? null
}

/** One more hint shown, opened, or a form sent all the same. */
export function countHints(ctx: OfficeContext, agencyId: string, what: Counted): Promise<void> {
  return countHint(ctx.db, agencyId, ctx.today(), what)
}

/** This year so far: whether hints spare people an application. */
export async function hintsThisYear(ctx: OfficeContext, actor: Actor): Promise<Result<Record<Counted, number>>> {
  if (!permitted(actor, 'requests.view', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const today = ctx.today()
  return ok(await hintCounts(ctx.db, actor.agencyId, fromParts(yearOf(today), 1, 1), today))
}
