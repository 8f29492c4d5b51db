/** 学期卡 of a school: twelve tiles with what is done, due or not needed; one tap opens last term's text. */
import { addDays } from '../../law/date.ts'
import { termOn } from '../../law/publication/term.ts'
import { type Result, ok, refused } from '../../law/refusal.ts'
import type { Agency } from '../../record/people/agency.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import type { TermCardView, UnitReminder } from '../../record/publication/schools.ts'
import { isGap, termCard, type Tile } from '../../record/publication/term-card.ts'
import { openAmong } from '../../store/publication.sql.ts'
import { remindersTo } from '../../store/units.sql.ts'
import type { OfficeContext } from '../context.ts'
import { agencyOn } from '../people/agencies.ts'
import { NOT_PERMITTED } from '../people/permit.ts'
import { dutyFacts } from './view-duties.ts'

/** A reminder older than this speaks of nothing that is not seen anyway. */
const REMINDED_DAYS = 21

export async function viewTermCard(ctx: OfficeContext, actor: Actor): Promise<Result<TermCardView>> {
  const { agencyId } = actor
  if (!permitted(actor, 'catalogue.view', { agencyId })) return refused(NOT_PERMITTED)
  const today = ctx.today()
  const agency = await agencyOn(ctx.db, agencyId, today)
  const term = termOn(today)
  // An agency has its list of duties instead.
  if (agency.regime !== 'art55') return ok({ term: term.name, tiles: [], done: 0, gaps: 0, mayWrite: false, reminder: null })
  const [facts, reminders] = await Promise.all([
    dutyFacts(ctx, ctx.db, agencyId),
    remindersTo(ctx.db, agencyId, addDays(today, -REMINDED_DAYS)),
  ])
  const tiles = termCard(facts, term)
  const open = new Set(tiles.filter(isGap).map(({ key }) => key))
  const asked = reminders.find((one) => one.term === term.key && one.tiles.some((key) => open.has(key)))
  const reminder: UnitReminder | null = asked
    ? { from: asked.from_name, by: asked.by_name, on: asked.on_date, tiles: asked.tiles.filter((key) => open.has(key)) }
    : null
  return ok({
    term: term.name,
    tiles,
    done: tiles.filter(({ state }) => state === 'done').length,
    gaps: open.size,
    mayWrite: permitted(actor, 'documents.write', { agencyId, sectionId: null }),
    reminder,
  })
}

/** How many tiles wait for somebody's hand: the count in the menu. */
export async function countGaps(ctx: OfficeContext, actor: Actor): Promise<number> {
  const card = await viewTermCard(ctx, actor)
  return card.ok ? card.value.gaps : 0
}

/** What the public reads of a tile: of what is for staff only, drafted or explained in house, nothing. */
export interface PublicTile extends Pick<Tile, 'key' | 'state' | 'due'> {
  last: Tile['last']
}

export async function publicTermCard(ctx: OfficeContext, agency: Agency): Promise<{ term: string; tiles: PublicTile[] }> {
  const today = ctx.today()
  const term = termOn(today)
  const facts = await dutyFacts(ctx, ctx.db, agency.id)
  const open = new Set(
    await openAmong(
      ctx.db,
      today,
      agency.id,
      facts.documents.map(({ id }) => id),
    ),
  )
  const tiles = termCard(
    {
      ...facts,
      items: facts.items.filter(({ keeping }) => keeping.audience === 'society'),
      documents: facts.documents.filter(({ id }) => open.has(id)),
      drafts: [],
      matters: [],
    },
    term,
  )
  return { term: term.name, tiles: tiles.map(({ key, state, due, last }) => ({ key, state, due, last })) }
}
