/** 目录导入: what a sheet would change is shown before; what was shown is what is then written, or nothing. */
import { randomUUID } from 'node:crypto'
import { columnLike } from '../../law/publication/columns.ts'
import { limitRemark } from '../../law/publication/duties.ts'
import { type Refusal, type Result, ok, refused } from '../../law/refusal.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { type CatalogueContent, type CatalogueItem, catalogueKeepingSchema } from '../../record/publication/catalogue.ts'
import { type CataloguePlan, orderAfter, planImport, type Untouchable } from '../../record/publication/catalogue-plan.ts'
import type { ReadCatalogue } from '../../record/publication/catalogue-sheet.ts'
import { type CatalogueImported, type CataloguePreview, itemName } from '../../record/publication/catalogue-view.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import {
  catalogueOn,
  insertItems,
  insertVersions,
  lastSeqs,
  lockCatalogue,
  scheduledItems,
  setRanks,
} from '../../store/catalogue.sql.ts'
import { agencyById, sectionsOf } from '../../store/people.sql.ts'
import type { OfficeContext, Tx } from '../context.ts'
import { NOT_PERMITTED } from '../people/permit.ts'
import { itemsFixedAbove } from './inherit-catalogue.ts'

const CHANGED: Refusal = {
  code: 'changed-meanwhile',
  say: '目录在预览之后被他人修改。',
  then: '请重新预览，核对后再导入；选好的文件还在。',
}
const NOTHING: Refusal = {
  code: 'file-refused',
  field: 'files',
  say: '文件里没有读到一个事项。',
  then: '请用导出的目录作样式：表头要有一级事项、二级事项和公开内容（要素）。',
}

/** Whether this person may have a catalogue read; nothing of the file is opened for others. */
export function mayImportCatalogue(actor: Actor): Result<void> {
  return permitted(actor, 'catalogue.edit', { agencyId: actor.agencyId }) ? ok(undefined) : refused(NOT_PERMITTED)
}

export async function previewCatalogue(ctx: OfficeContext, actor: Actor, read: ReadCatalogue): Promise<Result<CataloguePreview>> {
  const { agencyId } = actor
  if (!permitted(actor, 'catalogue.edit', { agencyId })) return refused(NOT_PERMITTED)
  if (read.items.length === 0) return refused(...nothingIn(read))
  const [current, seqs, untouchable] = await Promise.all([
    catalogueOn(ctx.db, agencyId, ctx.today()),
    lastSeqs(ctx.db, agencyId),
    untouchableOf(ctx, ctx.db, agencyId),
  ])
  const plan = planImport(current, read, untouchable)
  return ok({
    seen: stateOf(seqs),
    fresh: plan.fresh,
    changed: plan.changed.map(({ item, at, differences }) => ({ id: item.id, at, name: itemName(item.content), differences })),
    gone: plan.gone.map(({ id, content }) => ({ id, name: itemName(content) })),
    same: plan.same,
    untouched: plan.untouched,
    faults: plan.faults,
    remarks: read.items.flatMap(({ at, content }) => {
      const say = limitRemark(content.limit, ctx.today())
      return say === null ? [] : [{ ...at, say: `“${content.second}”${say}` }]
    }),
    moved: isMoved(current, plan),
  })
}

function nothingIn({ faults }: ReadCatalogue): Refusal[] {
  const first = faults.slice(0, 5).map(
    ({ sheet, row, say }): Refusal => ({
      code: 'file-refused',
      field: 'files',
      say: `“${sheet}”${row > 0 ? `第 ${row} 行` : ''}：${say}。`,
      then: '请改正后重新选择文件。',
    }),
  )
  return [NOTHING, ...first]
}

function isMoved(current: readonly CatalogueItem[], { order }: CataloguePlan): boolean {
  const rank = new Map(current.map((item, at) => [item.id, at]))
  const places = order.flatMap((id) => (id === null ? [] : [rank.get(id) ?? 0]))
  return places.some((place, at) => at > 0 && place < (places[at - 1] ?? 0))
}

async function untouchableOf(ctx: OfficeContext, db: OfficeContext['db'], agencyId: string): Promise<Untouchable> {
  const [fixed, scheduled] = await Promise.all([itemsFixedAbove(ctx, db, agencyId), scheduledItems(db, agencyId, ctx.today())])
  return { fixed, scheduled }
}

/** Tells one state of the catalogue from every other: versions are only ever added. */
function stateOf(seqs: ReadonlyMap<string, number>): string {
  return `${seqs.size}.${[...seqs.values()].reduce((sum, seq) => sum + seq, 0)}`
}

export async function importCatalogue(
  ctx: OfficeContext,
  actor: Actor,
  { read, seen, endGone, source }: { read: ReadCatalogue; seen: string; endGone: boolean; source: string },
): Promise<Result<CatalogueImported>> {
  const { agencyId } = actor
  if (!permitted(actor, 'catalogue.edit', { agencyId })) return refused(NOT_PERMITTED)
  if (read.items.length === 0) return refused(...nothingIn(read))
  return ctx.transact(async (tx): Promise<Result<CatalogueImported>> => {
    await lockCatalogue(tx, agencyId)
    const seqs = await lastSeqs(tx, agencyId)
    if (stateOf(seqs) !== seen) return refused(CHANGED)
    const current = await catalogueOn(tx, agencyId, ctx.today())
    const plan = planImport(current, read, await untouchableOf(ctx, tx, agencyId))
    const fresh = plan.fresh.map(({ content }) => ({ id: randomUUID(), content }))
    await insertItems(
      tx,
      fresh.map(({ id }, at) => ({ agency_id: agencyId, id, rank: current.length + at + 1 })),
    )
    const kept = await keepingFor(ctx, tx, agencyId)
    const ended = endGone ? plan.gone : []
    const version = (id: string, content: CatalogueContent, keeping: CatalogueItem['keeping'], isEnded = false) => ({
      agency_id: agencyId,
      item_id: id,
      seq: (seqs.get(id) ?? 0) + 1,
      from_date: ctx.today(),
      ended: isEnded,
      content: JSON.stringify(content),
      keeping: JSON.stringify(keeping),
      why: source,
      actor_id: actor.id,
      actor_name: actor.name,
    })
    await insertVersions(tx, [
      ...fresh.map(({ id, content }) => version(id, content, kept(content))),
      ...plan.changed.map(({ item, content }) => version(item.id, content, item.keeping)),
      ...ended.map(({ id, content, keeping }) => version(id, content, keeping, true)),
    ])
    const order = orderAfter(
      current,
      plan.order,
      fresh.map(({ id }) => id),
    )
    await setRanks(tx, agencyId, order)
    const done = { fresh: fresh.length, changed: plan.changed.length, ended: ended.length }
    await appendAudit(tx, { agencyId, actorId: actor.id, verb: 'catalogue.import', target: agencyId, detail: done })
    return ok(done)
  })
}

/** What an item is kept by at first: the section that its 公开主体 names, the column that has its 一级事项. */
async function keepingFor(ctx: OfficeContext, tx: Tx, agencyId: string) {
  const [sections, agency] = await Promise.all([sectionsOf(tx, agencyId), agencyById(tx, agencyId, ctx.today())])
  return ({ first, subject }: CatalogueContent) =>
    catalogueKeepingSchema.parse({
      sectionId: sections.find(({ name }) => subject.includes(name))?.id ?? null,
      column: columnLike(first, agency?.regime ?? 'art54') ?? '',
    })
}
