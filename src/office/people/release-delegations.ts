/** 签发授权: the head lets a deputy release what is to be public, of named columns, from a day to a day, in writing; revocable. */
import { columnWords } from '../../law/publication/columns.ts'
import { delegableColumns, RESERVED } from '../../law/publication/reserved.ts'
import { cite } from '../../law/cite.ts'
import type { LocalDate } from '../../law/date.ts'
import { type Refusal, type Result, ok, refused } from '../../law/refusal.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { type ReleaseDelegationsView, standingOn } from '../../record/publication/delegations.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { officersOf } from '../../store/people.sql.ts'
import {
  asDelegation,
  insertReleaseDelegation,
  lockReleaseDelegation,
  releaseDelegationsOf,
  updateReleaseDelegation,
} from '../../store/release.sql.ts'
import type { OfficeContext } from '../context.ts'
import { takeIn, type Upload } from '../files/attach-files.ts'
import { removeUnused } from '../files/contents.ts'
import { agencyOn } from './agencies.ts'
import { NOT_FOUND, NOT_PERMITTED } from './permit.ts'

export async function viewReleaseDelegations(ctx: OfficeContext, actor: Actor): Promise<Result<ReleaseDelegationsView>> {
  const { agencyId } = actor
  if (!permitted(actor, 'documents.view', { agencyId })) return refused(NOT_PERMITTED)
  const today = ctx.today()
  const [rows, officers, { regime }] = await Promise.all([
    releaseDelegationsOf(ctx.db, agencyId),
    officersOf(ctx.db, agencyId),
    agencyOn(ctx.db, agencyId, today),
  ])
  const name = (id: string) => officers.find((one) => one.id === id)?.name ?? '（已离任人员）'
  return ok({
    rows: rows.map((row) => ({
      ...asDelegation(row),
      officer: name(row.officer_id),
      grantedBy: name(row.granted_by),
      revokedBecause: row.revoked_because,
      paper: row.paper_hash !== null,
      standing: standingOn(asDelegation(row), today),
    })),
    deputies: officers
      .filter(({ active, roles }) => active && roles.includes('deputyHead'))
      .map(({ id, name: called }) => ({ id, name: called })),
    columns: delegableColumns(regime).map((key) => ({ key, name: columnWords(key) ?? key })),
    mayDelegate: permitted(actor, 'people.delegate', { agencyId }),
  })
}

const wrong = (field: string, say: string, then: string): Refusal => ({ code: 'field-invalid', field, say, then })

interface Given {
  /** Chosen by the caller: what is sent twice is given once. */
  id: string
  officerId: string
  columns: string[]
  from: LocalDate
  to: LocalDate
  document: string
}

/** 授权签发. What law keeps with the head is never in it. */
export async function delegateRelease(ctx: OfficeContext, actor: Actor, input: Given): Promise<Result<ReleaseDelegationsView>> {
  const { agencyId } = actor
  if (!permitted(actor, 'people.delegate', { agencyId })) return refused(NOT_PERMITTED)
  const [officers, { regime }] = await Promise.all([officersOf(ctx.db, agencyId), agencyOn(ctx.db, agencyId, ctx.today())])
  const refusals = grantRefusals(input, delegableColumns(regime), ctx.today())
  const officer = officers.find((one) => one.id === input.officerId && one.active)
  if (!officer?.roles.includes('deputyHead'))
    refusals.push(wrong('officerId', '只能授权给本单位在职的分管负责人。', '请先由系统管理员设置“单位分管负责人”角色。'))
  if (refusals.length > 0) return refused(...refusals)
  await ctx.transact(async (tx) => {
    await insertReleaseDelegation(tx, {
      agency_id: agencyId,
      id: input.id,
      officer_id: input.officerId,
      columns: JSON.stringify([...new Set(input.columns)]),
      from_date: input.from,
      to_date: input.to,
      document: input.document.trim(),
      paper_hash: null,
      paper_type: null,
      granted_by: actor.id,
      granted_on: ctx.today(),
      revoked_on: null,
      revoked_by: null,
    })
    const detail = { officer: input.officerId }
    await appendAudit(tx, { agencyId, actorId: actor.id, verb: 'people.delegateRelease', target: input.id, detail })
  })
  return viewReleaseDelegations(ctx, actor)
}

function grantRefusals({ columns, from, to }: Given, delegable: readonly string[], today: LocalDate): Refusal[] {
  const refusals: Refusal[] = []
  if (columns.length === 0) refusals.push(wrong('columns', '没有选择栏目。', '授权要写明哪些栏目，请至少选择一个。'))
  const kept = columns.filter((key) => !delegable.includes(key))
  if (kept.length > 0)
    refusals.push({
      ...wrong(
        'columns',
        `${kept.map((key) => columnWords(key) ?? key).join('、')}由单位主要负责人本人签发，不能授权。`,
        `${RESERVED.accounts.zh}依${cite(RESERVED.accounts.by)}由单位负责人负责，请去掉。`,
      ),
      cite: RESERVED.accounts.by,
    })
  if (to < from) refusals.push(wrong('to', '截止之日早于开始之日。', '请改正日期。'))
  else if (to < today) refusals.push(wrong('to', '截止之日已经过去。', '请填写今天或之后的日期。'))
  return refusals
}

/** 撤销授权: from today on; what was released by it stands. */
export async function revokeRelease(
  ctx: OfficeContext,
  actor: Actor,
  input: { id: string; because: string },
): Promise<Result<ReleaseDelegationsView>> {
  const { agencyId } = actor
  if (!permitted(actor, 'people.delegate', { agencyId })) return refused(NOT_PERMITTED)
  const done = await ctx.transact(async (tx): Promise<Result<void>> => {
    const found = await lockReleaseDelegation(tx, agencyId, input.id)
    if (!found) return refused(NOT_FOUND)
    if (found.revoked_on) return refused({ code: 'already-done', say: '这项授权已经撤销。', then: '无需再次办理。' })
    const revoked = { revoked_on: ctx.today(), revoked_by: actor.id, revoked_because: input.because.trim() }
    await updateReleaseDelegation(tx, found, revoked)
    await appendAudit(tx, { agencyId, actorId: actor.id, verb: 'people.revokeRelease', target: input.id })
    return ok(undefined)
  })
  return done.ok ? viewReleaseDelegations(ctx, actor) : done
}

/** 授权书 as it was signed; a better scan takes its place. */
export async function keepDelegationPaper(
  ctx: OfficeContext,
  actor: Actor,
  input: { id: string; upload: Upload },
): Promise<Result<ReleaseDelegationsView>> {
  const { agencyId } = actor
  if (!permitted(actor, 'people.delegate', { agencyId })) return refused(NOT_PERMITTED)
  if (!(await releaseDelegationsOf(ctx.db, agencyId)).some(({ id }) => id === input.id)) return refused(NOT_FOUND)
  const taken = await takeIn(ctx, { agencyId, actorId: actor.id }, input.upload)
  if (!taken.ok) return taken
  const former = await ctx.transact(async (tx) => {
    const found = await lockReleaseDelegation(tx, agencyId, input.id)
    if (!found) throw new Error('a delegation is never deleted')
    await taken.value.keep(tx)
    await updateReleaseDelegation(tx, found, { paper_hash: taken.value.hash, paper_type: taken.value.mediaType })
    await appendAudit(tx, { agencyId, actorId: actor.id, verb: 'people.keepDelegationPaper', target: input.id })
    return found.paper_hash
  })
  if (former !== null && former !== taken.value.hash) await removeUnused(ctx, [former])
  return viewReleaseDelegations(ctx, actor)
}

export async function readDelegationPaper(
  ctx: OfficeContext,
  actor: Actor,
  id: string,
): Promise<Result<{ bytes: Uint8Array; mediaType: string }>> {
  const { agencyId } = actor
  if (!permitted(actor, 'documents.view', { agencyId })) return refused(NOT_PERMITTED)
  const found = (await releaseDelegationsOf(ctx.db, agencyId)).find((one) => one.id === id)
  if (!found?.paper_hash || !found.paper_type) return refused(NOT_FOUND)
  return ok({ bytes: await ctx.files.get(found.paper_hash), mediaType: found.paper_type })
}
