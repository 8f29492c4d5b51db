/** 上级目录的沿用: what waits to be taken over, taking it over, or keeping one's own for a reason. */
import { randomUUID } from 'node:crypto'
import { latest } from '../../law/date.ts'
import { columnLike } from '../../law/publication/columns.ts'
import { type Refusal, type Result, ok, refused } from '../../law/refusal.ts'
import type { Agency } from '../../record/people/agency.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { type CatalogueItem, type CatalogueKeeping, catalogueKeepingSchema } from '../../record/publication/catalogue.ts'
import type { InheritedView } from '../../record/publication/catalogue-view.ts'
import {
  asOwn,
  type Decision,
  fixedItems,
  type ParentItem,
  type Pending,
  pendingOf,
} from '../../record/publication/inheritance.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { catalogueOn, insertItems, insertVersions, lastSeqs, lockCatalogue, scheduledItems } from '../../store/catalogue.sql.ts'
import { decisionsOf, insertDecision, parentItems } from '../../store/inheritance.sql.ts'
import { agencyById, sectionsOf } from '../../store/people.sql.ts'
import type { OfficeContext, Tx } from '../context.ts'
import { agencyOn } from '../people/agencies.ts'
import { NOT_FOUND, NOT_PERMITTED } from '../people/permit.ts'

interface Above {
  agency: Agency
  parent: Agency | null
  parents: ParentItem[]
  decisions: Decision[]
  own: CatalogueItem[]
  pending: Pending[]
}

/** What stands above the agency and what it made of it. `by` whoever asks has been permitted. */
async function aboveOf(ctx: OfficeContext, db: OfficeContext['db'], agencyId: string): Promise<Above> {
  const today = ctx.today()
  const agency = await agencyOn(db, agencyId, today)
  const [parent, parents, decisions, own] = await Promise.all([
    agency.parentId ? agencyById(db, agency.parentId, today) : null,
    agency.parentId ? parentItems(db, agency.parentId, agency.regime, today) : [],
    decisionsOf(db, agencyId),
    catalogueOn(db, agencyId, today),
  ])
  return { agency, parent, parents, decisions, own, pending: pendingOf(parents, decisions, own, agency.details.name) }
}

/** Own items that the body above fixed. */
export async function itemsFixedAbove(ctx: OfficeContext, db: OfficeContext['db'], agencyId: string): Promise<Set<string>> {
  const { parents, decisions } = await aboveOf(ctx, db, agencyId)
  return fixedItems(parents, decisions)
}

export async function viewInherited(ctx: OfficeContext, actor: Actor): Promise<Result<InheritedView>> {
  const { agencyId } = actor
  if (!permitted(actor, 'catalogue.view', { agencyId })) return refused(NOT_PERMITTED)
  const { parent, pending, decisions, parents } = await aboveOf(ctx, ctx.db, agencyId)
  const kept = parents.flatMap(({ id, content, ended }) => {
    const last = decisions.findLast(({ parentItemId }) => parentItemId === id)
    if (last?.decision !== 'kept' || ended || pending.some(({ parentItemId }) => parentItemId === id)) return []
    return [
      {
        parentItemId: id,
        parentSeq: last.parentSeq,
        name: `${content.first} / ${content.second}`,
        because: last.because,
        by: last.by,
        on: last.on,
      },
    ]
  })
  return ok({ from: parent?.details.name ?? null, pending, kept, mayEdit: permitted(actor, 'catalogue.edit', { agencyId }) })
}

interface Asked {
  parentItemId: string
  /** The version of the superior's item that was looked at. */
  parentSeq: number
}

const CHANGED: Refusal = {
  code: 'changed-meanwhile',
  say: '上级刚又修改了这个事项，或者同事已经办理。',
  then: '请核对最新内容后再办。',
}

/**
 * 接受: the unit's own item becomes as the superior has it; who publishes stays the unit. Kept ones may be taken over later.
 * @param input.idOf which id a new item gets, where it must be the same every time; else made here
 */
export function takeInherited(
  ctx: OfficeContext,
  actor: Actor,
  input: { items: Asked[]; idOf?: (parentItemId: string) => string },
): Promise<Result<void>> {
  return decide(ctx, actor, async (tx, above) => {
    const seqs = await lastSeqs(tx, actor.agencyId)
    const sections = await sectionsOf(tx, actor.agencyId)
    const scheduled = await scheduledItems(tx, actor.agencyId, ctx.today())
    let rank = Math.max(0, ...above.own.map((item) => item.rank))
    for (const asked of input.items) {
      const pending = pendingNow(above, asked)
      const parent = above.parents.find(({ id }) => id === asked.parentItemId)
      if (!parent || !pending || parent.seq !== asked.parentSeq) return refused(CHANGED)
      const twin = above.own.find(({ id }) => id === pending.itemId)
      const id = twin?.id ?? input.idOf?.(parent.id) ?? randomUUID()
      if (!twin) {
        rank += 1
        await insertItems(tx, [{ agency_id: actor.agencyId, id, rank }])
      }
      const subject = twin?.content.subject || above.agency.details.name
      await insertVersions(tx, [
        {
          agency_id: actor.agencyId,
          item_id: id,
          seq: (seqs.get(id) ?? 0) + 1,
          // What was arranged for a later day holds until then, and not beyond.
          from_date: latest(ctx.today(), scheduled.get(id) ?? ctx.today()),
          ended: pending.kind === 'ended',
          content: JSON.stringify(pending.kind === 'ended' && twin ? twin.content : asOwn(parent.content, subject)),
          keeping: JSON.stringify(keepingOf(above.agency, parent, twin, sections)),
          why: `沿用上级目录：${above.parent?.details.name ?? ''}`,
          actor_id: actor.id,
          actor_name: actor.name,
        },
      ])
      await note(ctx, tx, actor, above, { ...asked, itemId: id, decision: 'taken', because: '' })
    }
    return ok(undefined)
  })
}

/** What waits, or was kept off and is taken over after all. */
function pendingNow(above: Above, { parentItemId }: Asked): Pick<Pending, 'kind' | 'itemId'> | null {
  const waiting = above.pending.find((one) => one.parentItemId === parentItemId)
  if (waiting) return waiting
  const last = above.decisions.findLast((one) => one.parentItemId === parentItemId)
  return last?.decision === 'kept' ? { kind: last.itemId ? 'changed' : 'new', itemId: last.itemId } : null
}

/** The unit's own section and column stay; days, events and the table's heads come from above. */
function keepingOf(
  agency: Agency,
  { content, keeping }: ParentItem,
  twin: CatalogueItem | undefined,
  sections: readonly { id: string; name: string }[],
): CatalogueKeeping {
  return catalogueKeepingSchema.parse({
    sectionId: twin?.keeping.sectionId ?? sections.find(({ name }) => content.subject.includes(name))?.id ?? null,
    column: twin?.keeping.column || columnLike(content.first, agency.regime) || '',
    audience: keeping.audience,
    table: keeping.table,
    fires: keeping.fires,
    passes: twin?.keeping.passes ?? 'none',
    overridable: twin?.keeping.overridable ?? true,
  })
}

/** 保留本单位的: where the superior allows it, with the reason; also against an item that it newly asks for. */
export function keepOwn(ctx: OfficeContext, actor: Actor, input: Asked & { because: string }): Promise<Result<void>> {
  return decide(ctx, actor, async (tx, above) => {
    const pending = above.pending.find(({ parentItemId }) => parentItemId === input.parentItemId)
    if (!pending || pending.parentSeq !== input.parentSeq) return refused(CHANGED)
    if (!pending.overridable)
      return refused({ code: 'not-permitted', say: '上级规定这个事项不能改。', then: '请接受；确有困难的，请与上级联系。' })
    if (input.because.trim().length < 4)
      return refused({ code: 'field-missing', field: 'because', say: '没有写明为什么保留。', then: '请写明原因，上级会看到。' })
    await note(ctx, tx, actor, above, { ...input, itemId: pending.itemId, decision: 'kept', because: input.because.trim() })
    return ok(undefined)
  })
}

async function decide(
  ctx: OfficeContext,
  actor: Actor,
  work: (tx: Tx, above: Above) => Promise<Result<void>>,
): Promise<Result<void>> {
  const { agencyId } = actor
  if (!permitted(actor, 'catalogue.edit', { agencyId })) return refused(NOT_PERMITTED)
  return ctx.transact(async (tx) => {
    await lockCatalogue(tx, agencyId)
    const above = await aboveOf(ctx, tx, agencyId)
    return above.parent ? work(tx, above) : refused(NOT_FOUND)
  })
}

async function note(
  ctx: OfficeContext,
  tx: Tx,
  actor: Actor,
  { parent }: Above,
  { parentItemId, parentSeq, itemId, decision, because }: Asked & Pick<Decision, 'itemId' | 'decision' | 'because'>,
): Promise<void> {
  await insertDecision(tx, {
    agency_id: actor.agencyId,
    parent_agency_id: parent?.id ?? '',
    parent_item_id: parentItemId,
    parent_seq: parentSeq,
    item_id: itemId,
    decision,
    because,
    actor_id: actor.id,
    actor_name: actor.name,
    on_date: ctx.today(),
  })
  await appendAudit(tx, {
    agencyId: actor.agencyId,
    actorId: actor.id,
    verb: 'catalogue.inherit',
    target: parentItemId,
    detail: { decision },
  })
}
