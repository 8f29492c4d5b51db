/** 依据库: what a decision may rest on, with its validity, its words and what of the product rests on it. */
import { randomUUID } from 'node:crypto'
import { articlesOf } from '../../law/basis/text.ts'
import { type BasisKind, type BasisText, basisLibrary, isInForce } from '../../law/basis/library.ts'
import { addDays, chineseDate, type LocalDate } from '../../law/date.ts'
import { type Result, ok, refused } from '../../law/refusal.ts'
import { usesOf } from '../../record/basis/uses.ts'
import type { BasisRow, BasisView } from '../../record/basis/view.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { addedBasis, endBasis, insertBasis } from '../../store/basis.sql.ts'
import type { OfficeContext } from '../context.ts'
import { NOT_FOUND, NOT_PERMITTED } from '../people/permit.ts'

/** The library of an agency: built in, and its own. */
export async function libraryOf(db: OfficeContext['db'], agencyId: string): Promise<BasisText[]> {
  return basisLibrary(await addedBasis(db, agencyId))
}

function rowOf(text: BasisText, library: readonly BasisText[], on: LocalDate, own: ReadonlySet<string>): BasisRow {
  const next = library.find(({ key }) => key === text.replacedBy)
  return {
    key: text.key,
    title: text.title,
    number: text.number,
    kind: text.kind,
    from: text.from,
    fromIsExact: text.fromIsExact,
    to: text.to,
    replacedBy: next ? `《${next.title}》（${next.number}）` : null,
    articles: text.articles,
    kept: text.text.length,
    inForce: isInForce(text, on),
    uses: usesOf(text.key, on).length,
    own: own.has(text.key),
  }
}

export async function listBasis(ctx: OfficeContext, actor: Actor): Promise<Result<BasisRow[]>> {
  if (!permitted(actor, 'basis.view', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const added = await addedBasis(ctx.db, actor.agencyId)
  const library = basisLibrary(added)
  const own = new Set(added.map(({ key }) => key))
  return ok(library.map((text) => rowOf(text, library, ctx.today(), own)))
}

export async function viewBasis(ctx: OfficeContext, actor: Actor, key: string): Promise<Result<BasisView>> {
  if (!permitted(actor, 'basis.view', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const added = await addedBasis(ctx.db, actor.agencyId)
  const library = basisLibrary(added)
  const text = library.find((one) => one.key === key)
  if (!text) return refused(NOT_FOUND)
  return ok({
    ...rowOf(text, library, ctx.today(), new Set(added.map((one) => one.key))),
    source: text.source,
    text: text.text.map(({ number, lines }) => ({ number, lines: [...lines] })),
    uses: usesOf(key, ctx.today()),
    mayEdit: permitted(actor, 'basis.edit', { agencyId: actor.agencyId }),
  })
}

export interface NewBasis {
  title: string
  number: string
  kind: BasisKind
  from: LocalDate
  to: LocalDate | null
  replaces: string | null
  articles: number | null
  body: string
  source: string
}

/** 新增文本. What it replaces ends the day before it begins; the answer names all that rests on the text replaced. */
export async function addBasis(ctx: OfficeContext, actor: Actor, input: NewBasis): Promise<Result<BasisView>> {
  if (!permitted(actor, 'basis.edit', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const library = await libraryOf(ctx.db, actor.agencyId)
  const before = input.replaces === null ? null : library.find(({ key }) => key === input.replaces)
  if (before === undefined)
    return refused({ code: 'field-invalid', say: '没有找到被替代的文本。', then: '请重新选择，或者不选。', field: 'replaces' })
  if (before && input.from <= before.from)
    return refused({
      code: 'field-invalid',
      say: `施行日不晚于被替代文本的施行日（${chineseDate(before.from)}）。`,
      then: '请核对施行日。',
      field: 'from',
    })
  if (input.to !== null && input.to < input.from)
    return refused({ code: 'field-invalid', say: '失效日早于施行日。', then: '请核对两个日期。', field: 'to' })
  const id = randomUUID()
  const counted = articlesOf(input.body).at(-1)?.number ?? null
  await ctx.transact(async (tx) => {
    await insertBasis(tx, {
      ...input,
      agencyId: actor.agencyId,
      id,
      articles: input.articles ?? counted,
      addedBy: actor.id,
    })
    await appendAudit(tx, {
      agencyId: actor.agencyId,
      actorId: actor.id,
      verb: 'basis.edit',
      target: input.number || input.title,
      detail: { what: input.replaces ? '新增并替代' : '新增' },
    })
  })
  return viewBasis(ctx, actor, id)
}

/** 废止: the last day in force of a text of the agency's own. */
export async function repealBasis(
  ctx: OfficeContext,
  actor: Actor,
  input: { key: string; from: LocalDate },
): Promise<Result<BasisView>> {
  if (!permitted(actor, 'basis.edit', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const text = (await addedBasis(ctx.db, actor.agencyId)).find(({ key }) => key === input.key)
  if (!text) return refused(NOT_FOUND)
  if (input.from <= text.from)
    return refused({
      code: 'field-invalid',
      say: `废止日不晚于施行日（${chineseDate(text.from)}）。`,
      then: '请核对废止日。',
      field: 'from',
    })
  await ctx.transact(async (tx) => {
    await endBasis(tx, actor.agencyId, input.key, addDays(input.from, -1))
    await appendAudit(tx, {
      agencyId: actor.agencyId,
      actorId: actor.id,
      verb: 'basis.edit',
      target: text.number || text.title,
      detail: { what: '废止' },
    })
  })
  return viewBasis(ctx, actor, input.key)
}
