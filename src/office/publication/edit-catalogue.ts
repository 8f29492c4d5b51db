/** 公开事项: added, changed, taken out of the catalogue; each with the day from which it holds, and why. */
import type { LocalDate } from '../../law/date.ts'
import { type Refusal, type Result, ok, refused } from '../../law/refusal.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { type CatalogueContent, type CatalogueKeeping, pathOf } from '../../record/publication/catalogue.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import {
  catalogueOn,
  catalogueVersions,
  insertItems,
  insertVersions,
  lockCatalogue,
  type StoredVersion,
} from '../../store/catalogue.sql.ts'
import { sectionsOf } from '../../store/people.sql.ts'
import { touchesFixed } from '../../record/publication/inheritance.ts'
import type { OfficeContext, Tx } from '../context.ts'
import { NOT_FOUND, NOT_PERMITTED } from '../people/permit.ts'
import { itemsFixedAbove } from './inherit-catalogue.ts'

export interface CatalogueDeed {
  id: string
  /** The day from which it holds: today or later. */
  from: LocalDate
  why: string
}

export interface CatalogueWritten {
  content: CatalogueContent
  keeping: CatalogueKeeping
}

const CHANGED: Refusal = {
  code: 'changed-meanwhile',
  say: '这个事项刚被他人修改。',
  then: '请核对最新内容后再改；填写的内容还在页面上。',
}

/** Of an item that the body above fixed. */
const FIXED: Refusal = {
  code: 'not-permitted',
  say: '这个事项由上级目录规定，本单位不能改或者停用。',
  then: '可以改公开主体、渠道、责任科室和公开时间；其他内容请与上级联系。',
}

/** 新增事项. The id is the caller's: what is sent twice is added once. */
export async function addCatalogueItem(
  ctx: OfficeContext,
  actor: Actor,
  input: CatalogueDeed & CatalogueWritten,
): Promise<Result<void>> {
  const { agencyId } = actor
  if (!permitted(actor, 'catalogue.edit', { agencyId })) return refused(NOT_PERMITTED)
  return ctx.transact(async (tx) => {
    await lockCatalogue(tx, agencyId)
    if ((await catalogueVersions(tx, agencyId, input.id)).length > 0) return ok(undefined)
    const refusals = await faultsOf(ctx, tx, actor, input)
    if (refusals.length > 0) return refused(...refusals)
    const items = await catalogueOn(tx, agencyId, ctx.today())
    await insertItems(tx, [{ agency_id: agencyId, id: input.id, rank: Math.max(0, ...items.map(({ rank }) => rank)) + 1 }])
    await write(tx, actor, { ...input, seq: 1 })
    return ok(undefined)
  })
}

export async function changeCatalogueItem(
  ctx: OfficeContext,
  actor: Actor,
  input: CatalogueDeed & CatalogueWritten & { seen: number },
): Promise<Result<void>> {
  return onItem(ctx, actor, input, async (tx, last) => {
    const refusals = await faultsOf(ctx, tx, actor, input)
    if (touchesFixed(last.content, input.content) && (await itemsFixedAbove(ctx, tx, actor.agencyId)).has(input.id))
      refusals.push(FIXED)
    if (refusals.length > 0) return refused(...refusals)
    await write(tx, actor, { ...input, seq: last.seq + 1 })
    return ok(undefined)
  })
}

/** 停用: no more in the catalogue from that day on; what was published under it stays. */
export async function endCatalogueItem(
  ctx: OfficeContext,
  actor: Actor,
  input: CatalogueDeed & { seen: number },
): Promise<Result<void>> {
  return onItem(ctx, actor, input, async (tx, last) => {
    if (last.ended) return refused({ code: 'already-done', say: '这个事项已经停用。', then: '无需再次办理。' })
    if ((await itemsFixedAbove(ctx, tx, actor.agencyId)).has(input.id)) return refused(FIXED)
    if (input.why.trim().length < 2)
      return refused({
        code: 'field-missing',
        field: 'why',
        say: '没有写明停用的原因。',
        then: '请写明原因，如“上级目录已取消”。',
      })
    await write(tx, actor, { ...input, content: last.content, keeping: last.keeping, ended: true, seq: last.seq + 1 })
    return ok(undefined)
  })
}

async function onItem(
  ctx: OfficeContext,
  actor: Actor,
  { id, seen, from }: { id: string; seen: number; from: LocalDate },
  work: (tx: Tx, last: StoredVersion) => Promise<Result<void>>,
): Promise<Result<void>> {
  const { agencyId } = actor
  if (!permitted(actor, 'catalogue.edit', { agencyId })) return refused(NOT_PERMITTED)
  return ctx.transact(async (tx) => {
    await lockCatalogue(tx, agencyId)
    const last = (await catalogueVersions(tx, agencyId, id)).at(-1)
    if (!last) return refused(NOT_FOUND)
    if (last.seq !== seen) return refused(CHANGED)
    if (from < ctx.today() || from < last.from_date) return refused(tooEarly(last.from_date))
    return work(tx, last)
  })
}

function tooEarly(lastFrom: LocalDate): Refusal {
  return {
    code: 'date-before-cause',
    field: 'from',
    say: '生效日期不能早于今天，也不能早于上一次修改的生效日期。',
    then: `请填写今天或者以后的日期，且不早于 ${lastFrom}。`,
  }
}

async function faultsOf(
  ctx: OfficeContext,
  tx: Tx,
  actor: Actor,
  { id, from, content, keeping }: CatalogueDeed & CatalogueWritten,
): Promise<Refusal[]> {
  const refusals: Refusal[] = []
  const needed = { first: '一级事项', second: '二级事项', elements: '公开内容（要素）' } as const
  for (const [field, words] of Object.entries(needed))
    if (content[field as keyof typeof needed] === '')
      refusals.push({ code: 'field-missing', field: `content.${field}`, say: `没有填写${words}。`, then: '请填写后再保存。' })
  if (!content.proactive && !content.onRequest)
    refusals.push({ code: 'field-missing', field: 'content.proactive', say: '公开方式没有勾选。', then: '请至少勾选一项。' })
  if (from < ctx.today()) refusals.push(tooEarly(ctx.today()))
  const twin = (await catalogueOn(tx, actor.agencyId, from)).find(
    (item) => item.id !== id && pathOf(item.content) === pathOf(content),
  )
  if (twin)
    refusals.push({
      code: 'field-invalid',
      field: 'content.second',
      say: '目录里已有同名的事项。',
      then: '请改名，或者修改已有的事项。',
    })
  const { sectionId } = keeping
  if (sectionId && !(await sectionsOf(tx, actor.agencyId)).some((section) => section.id === sectionId))
    refusals.push({ ...NOT_FOUND, field: 'keeping.sectionId' })
  return refusals
}

async function write(
  tx: Tx,
  actor: Actor,
  { id, seq, from, why, content, keeping, ended = false }: CatalogueDeed & CatalogueWritten & { seq: number; ended?: boolean },
): Promise<void> {
  await insertVersions(tx, [
    {
      agency_id: actor.agencyId,
      item_id: id,
      seq,
      from_date: from,
      ended,
      content: JSON.stringify(content),
      keeping: JSON.stringify(keeping),
      why: why.trim(),
      actor_id: actor.id,
      actor_name: actor.name,
    },
  ])
  await appendAudit(tx, {
    agencyId: actor.agencyId,
    actorId: actor.id,
    verb: ended ? 'catalogue.end' : 'catalogue.edit',
    target: id,
    detail: { seq },
  })
}
