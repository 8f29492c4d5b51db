/** 三重一大台账: entered when it was decided; what is to be made public of it is then due. */
import { type LocalDate, yearOf } from '../../law/date.ts'
import { MATTER_KINDS } from '../../law/publication/major-matters.ts'
import { type Result, ok, refused } from '../../law/refusal.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { dutiesOn, matterKey } from '../../record/publication/duties.ts'
import { matterRefusals, type MattersView, type NewMatter } from '../../record/publication/major-matters.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { catalogueOn } from '../../store/catalogue.sql.ts'
import { insertMatter, majorMatters, matterYears, voidMatter } from '../../store/major-matters.sql.ts'
import { sectionsOf } from '../../store/people.sql.ts'
import type { OfficeContext } from '../context.ts'
import { NOT_FOUND, NOT_PERMITTED } from '../people/permit.ts'
import { dutyFacts } from './view-duties.ts'

export async function viewMatters(
  ctx: OfficeContext,
  actor: Actor,
  input: { year?: number | undefined },
): Promise<Result<MattersView>> {
  const { agencyId } = actor
  if (!permitted(actor, 'matters.view', { agencyId })) return refused(NOT_PERMITTED)
  const year = input.year ?? yearOf(ctx.today())
  const [matters, years, facts, sections, items] = await Promise.all([
    majorMatters(ctx.db, agencyId, year),
    matterYears(ctx.db, agencyId),
    dutyFacts(ctx, ctx.db, agencyId),
    sectionsOf(ctx.db, agencyId),
    catalogueOn(ctx.db, agencyId, ctx.today()),
  ])
  const duties = new Map(dutiesOn(facts).map((duty) => [duty.key, duty]))
  const names = new Map(items.map(({ id, content }) => [id, `${content.first} / ${content.second}`]))
  const rows = matters.map((matter) => ({
    ...matter,
    section: sections.find(({ id }) => id === matter.sectionId)?.name ?? null,
    item: names.get(matter.itemId ?? '') ?? null,
    duty: duties.get(matterKey(matter.id)) ?? null,
  }))
  const valid = rows.filter(({ voided }) => voided === null)
  const counts = MATTER_KINDS.map((kind) => {
    const own = valid.filter((row) => row.kind === kind)
    const open = own.filter(({ openness }) => openness === 'public')
    const published = open.filter(({ duty }) => duty?.state === 'covered')
    return [kind, { all: own.length, open: open.length, published: published.length }] as const
  })
  return ok({
    year,
    years: [...new Set([yearOf(ctx.today()), ...years])].toSorted((a, b) => b - a),
    rows,
    counts: Object.fromEntries(counts) as MattersView['counts'],
    items: [...names].map(([id, name]) => ({ id, name })),
    sections,
    mayEdit: permitted(actor, 'matters.edit', { agencyId }),
  })
}

export async function enterMatter(ctx: OfficeContext, actor: Actor, input: NewMatter & { id: string }): Promise<Result<void>> {
  const { agencyId } = actor
  if (!permitted(actor, 'matters.edit', { agencyId })) return refused(NOT_PERMITTED)
  const refusals = matterRefusals(input, ctx.today())
  const [items, sections] = await Promise.all([catalogueOn(ctx.db, agencyId, ctx.today()), sectionsOf(ctx.db, agencyId)])
  const item = items.find(({ id }) => id === input.itemId)
  if (input.itemId && !item) refusals.push({ ...NOT_FOUND, field: 'itemId' })
  if (input.sectionId && !sections.some(({ id }) => id === input.sectionId)) refusals.push({ ...NOT_FOUND, field: 'sectionId' })
  if (item?.keeping.audience === 'staff' && input.openness === 'public')
    refusals.push({
      code: 'field-invalid',
      field: 'itemId',
      say: '这个公开事项只对本单位工作人员公开。',
      then: '向社会公开的，请改选其他公开事项；只对本单位公开的，请改为不向社会公开并写明理由。',
    })
  if (refusals.length > 0) return refused(...refusals)
  await ctx.transact(async (tx) => {
    await insertMatter(tx, {
      agency_id: agencyId,
      id: input.id,
      kind: input.kind,
      title: input.title,
      decided_on: input.decidedOn,
      decided_by: input.decidedBy,
      regime: input.regime,
      openness: input.openness,
      reason: input.openness === 'internal' ? input.reason : '',
      item_id: input.itemId,
      section_id: input.sectionId,
      entered_by: actor.id,
      entered_by_name: actor.name,
      entered_on: ctx.today(),
    })
    await appendAudit(tx, { agencyId, actorId: actor.id, verb: 'matters.edit', target: input.id })
  })
  return ok(undefined)
}

/** 作废 what was entered by mistake: it stays, with the reason, and nothing is due of it. */
export async function voidMajorMatter(
  ctx: OfficeContext,
  actor: Actor,
  { id, because }: { id: string; because: string },
): Promise<Result<void>> {
  const { agencyId } = actor
  if (!permitted(actor, 'matters.edit', { agencyId })) return refused(NOT_PERMITTED)
  return ctx.transact(async (tx) => {
    const by: { name: string; on: LocalDate; because: string } = { name: actor.name, on: ctx.today(), because }
    if (!(await voidMatter(tx, { agencyId, id }, by))) return refused(NOT_FOUND)
    await appendAudit(tx, { agencyId, actorId: actor.id, verb: 'matters.void', target: id })
    return ok(undefined)
  })
}
