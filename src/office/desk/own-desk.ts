/** 案头: everybody's own saved filters, feed of due days and first-time guide. */
import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { type Result, ok, refused } from '../../law/refusal.ts'
import type { DeskView } from '../../record/desk/view.ts'
import { maskInText } from '../../record/people/requester.ts'
import type { Actor } from '../../record/people/roles.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { deskOf, filtersOf } from '../../store/desk.sql.ts'
import { officersOf, sectionsOf } from '../../store/people.sql.ts'
import type { OfficeContext, Tx } from '../context.ts'
import { colleaguesOn } from '../people/colleagues.ts'
import { NOT_FOUND } from '../people/permit.ts'
import { sectionLimit } from '../requests/section-limit.ts'

const MOST_FILTERS = 20

export async function viewDesk(ctx: OfficeContext, actor: Actor): Promise<Result<DeskView>> {
  const { allowed } = sectionLimit(actor)
  const [desk, filters, sections, officers] = await Promise.all([
    deskOf(ctx.db, actor.agencyId, actor.id),
    filtersOf(ctx.db, actor.agencyId, actor.id),
    allowed ? sectionsOf(ctx.db, actor.agencyId) : [],
    allowed ? officersOf(ctx.db, actor.agencyId) : [],
  ])
  return ok({
    filters,
    feedSince: desk?.feed_opened_at?.toISOString() ?? null,
    guided: desk?.guided ?? true,
    sections,
    officers: await colleaguesOn(ctx.db, actor.agencyId, officers, ctx.today()),
  })
}

/** 保存筛选. The same name again replaces it. */
export async function saveFilter(
  ctx: OfficeContext,
  actor: Actor,
  input: { name: string; query: string },
): Promise<Result<DeskView>> {
  const known = await filtersOf(ctx.db, actor.agencyId, actor.id)
  if (known.length >= MOST_FILTERS && !known.some(({ name }) => name === input.name))
    return refused({
      code: 'field-invalid',
      say: `常用筛选最多保存 ${MOST_FILTERS} 个。`,
      then: '请先删去不用的，再保存。',
      field: 'name',
    })
  // Somebody may have looked for a person's number: what is kept holds none.
  const query = maskInText(input.query)
  await ctx.transact((tx) =>
    tx
      .insertInto('saved_filter')
      .values({ agency_id: actor.agencyId, id: randomUUID(), officer_id: actor.id, name: maskInText(input.name), query })
      .onConflict((conflict) => conflict.columns(['agency_id', 'officer_id', 'name']).doUpdateSet({ query }))
      .execute(),
  )
  return viewDesk(ctx, actor)
}

export async function dropFilter(ctx: OfficeContext, actor: Actor, input: { id: string }): Promise<Result<DeskView>> {
  const dropped = await ctx.transact((tx) =>
    tx
      .deleteFrom('saved_filter')
      .where('agency_id', '=', actor.agencyId)
      .where('officer_id', '=', actor.id)
      .where('id', '=', input.id)
      .returning('id')
      .executeTakeFirst(),
  )
  return dropped ? viewDesk(ctx, actor) : refused(NOT_FOUND)
}

/** 首次办理引导: on until somebody leaves it; opened again at any time. */
export async function setGuided(ctx: OfficeContext, actor: Actor, input: { guided: boolean }): Promise<Result<DeskView>> {
  await ctx.transact((tx) => keep(tx, actor, { guided: input.guided }))
  return viewDesk(ctx, actor)
}

/** 期限日历: opens a feed at a new secret address; the former address ends. The address is told this once, only its digest is kept. */
export async function openFeed(ctx: OfficeContext, actor: Actor): Promise<Result<{ desk: DeskView; token: string }>> {
  const token = randomBytes(24).toString('base64url')
  await ctx.transact(async (tx) => {
    await keep(tx, actor, { feed_hash: ctx.vault.fingerprint('feed', token), feed_opened_at: sql<Date>`now()` })
    await appendAudit(tx, { agencyId: actor.agencyId, actorId: actor.id, verb: 'desk.openFeed', target: actor.id })
  })
  const desk = await viewDesk(ctx, actor)
  return desk.ok ? ok({ desk: desk.value, token }) : desk
}

export async function closeFeed(ctx: OfficeContext, actor: Actor): Promise<Result<DeskView>> {
  await ctx.transact(async (tx) => {
    await keep(tx, actor, { feed_hash: null, feed_opened_at: null })
    await appendAudit(tx, { agencyId: actor.agencyId, actorId: actor.id, verb: 'desk.closeFeed', target: actor.id })
  })
  return viewDesk(ctx, actor)
}

interface Kept {
  guided?: boolean
  feed_hash?: string | null
  feed_opened_at?: ReturnType<typeof sql<Date>> | null
}

async function keep(tx: Tx, actor: Actor, values: Kept): Promise<void> {
  await tx
    .insertInto('officer_desk')
    .values({ agency_id: actor.agencyId, officer_id: actor.id, feed_hash: null, feed_opened_at: null, ...values })
    .onConflict((conflict) => conflict.columns(['agency_id', 'officer_id']).doUpdateSet(values))
    .execute()
}
