/**
 * 是不是已经公开了: published information that may already be what somebody is about to ask for. Only documents that anyone may
 * read are shown, never what others asked for or were answered. Counted by agency and day, of nobody in particular.
 */
import { fromParts, yearOf } from '../../law/date.ts'
import { type Result, ok, refused } from '../../law/refusal.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import type { DocumentRow } from '../../record/publication/document.ts'
import { probesForSome } from '../../record/publication/search-words.ts'
import { type Counted, countHint, hintCounts } from '../../store/intake.sql.ts'
import { documentsLike } from '../../store/document-search.sql.ts'
import { publishedDocuments } from '../../store/publication.sql.ts'
import type { OfficeContext } from '../context.ts'
import { NOT_PERMITTED } from '../people/permit.ts'
import { wordsOf } from './words.ts'

const MOST_HINTS = 5
/** So much of what was asked, by length of its words, has to stand in title and keywords. No rule of law: tried out on the demo. */
const ENOUGH = 0.5

/** What may already be it, the likeliest first; the agency's own and those of other agencies here. */
export async function alreadyPublic(ctx: OfficeContext, agencyId: string, subject: string): Promise<DocumentRow[]> {
  const words = await wordsOf(subject)
  if (words.length < 2) return []
  const today = ctx.today()
  const whole = words.reduce((sum, word) => sum + [...word].length, 0)
  const likely = { agencyId, words: probesForSome(words), least: whole * ENOUGH, limit: MOST_HINTS }
  const found = await documentsLike(ctx.db, today, likely)
  if (found.length === 0) return []
  const rows = await publishedDocuments(ctx.db, today, { ids: found }, { offset: 0, limit: found.length })
  return rows.toSorted((a, b) => found.indexOf(a.id) - found.indexOf(b.id))
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
