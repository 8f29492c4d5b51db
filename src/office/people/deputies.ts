/** 授权与代理: the head lets a deputy approve replies; whoever is away has a colleague who gets the tasks. */
import { randomUUID } from 'node:crypto'
import type { LocalDate } from '../../law/date.ts'
import { type Refusal, type Result, ok, refused } from '../../law/refusal.ts'
import type { DeputiesView } from '../../record/people/deputies-view.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { absencesOf, delegationsOf } from '../../store/deciding.sql.ts'
import { officersOf } from '../../store/people.sql.ts'
import type { OfficeContext, Tx } from '../context.ts'
import { NOT_FOUND, NOT_PERMITTED, permit } from './permit.ts'

export async function viewDeputies(ctx: OfficeContext, actor: Actor): Promise<Result<DeputiesView>> {
  const own = { agencyId: actor.agencyId }
  const may = permit(actor, 'people.view', own)
  if (!may.ok) return may
  const today = ctx.today()
  const [officers, delegations, absences] = await Promise.all([
    officersOf(ctx.db, actor.agencyId),
    delegationsOf(ctx.db, actor.agencyId),
    absencesOf(ctx.db, actor.agencyId),
  ])
  const name = (id: string) => officers.find((one) => one.id === id)?.name ?? '（已离任人员）'
  const mayArrange = permitted(actor, 'people.arrangeAbsence', own)
  const active = officers.filter((one) => one.active)
  const spans = (from: LocalDate, to: LocalDate, ended: LocalDate | null) =>
    from <= today && today <= to && (ended === null || ended > today)
  return ok({
    delegations: delegations.map((one) => ({
      id: one.id,
      officer: name(one.officer_id),
      from: one.from_date,
      to: one.to_date,
      document: one.document,
      grantedBy: name(one.granted_by),
      revokedOn: one.revoked_on,
      inForce: spans(one.from_date, one.to_date, one.revoked_on),
    })),
    absences: absences.map((one) => ({
      id: one.id,
      officer: name(one.officer_id),
      deputy: name(one.deputy_id),
      from: one.from_date,
      to: one.to_date,
      endedOn: one.ended_on,
      running: spans(one.from_date, one.to_date, one.ended_on),
      mayEnd: one.ended_on === null && one.to_date >= today && (mayArrange || one.officer_id === actor.id),
    })),
    deputies: active.filter(({ roles }) => roles.includes('deputyHead')).map(({ id, name }) => ({ id, name })),
    officers: active.map(({ id, name }) => ({ id, name })),
    mayDelegate: permitted(actor, 'people.delegate', own),
    mayArrange,
    me: actor.id,
  })
}

const wrong = (field: string, say: string, then: string): Refusal => ({ code: 'field-invalid', field, say, then })

function periodFault({ from, to }: { from: LocalDate; to: LocalDate }, today: LocalDate): Refusal | null {
  if (to < from) return wrong('to', '截止之日早于开始之日。', '请改正日期。')
  return to < today ? wrong('to', '截止之日已经过去。', '请填写今天或之后的日期。') : null
}

/** 授权: in writing, from a day to a day. */
export async function delegate(
  ctx: OfficeContext,
  actor: Actor,
  input: { officerId: string; from: LocalDate; to: LocalDate; document: string },
): Promise<Result<DeputiesView>> {
  const may = permit(actor, 'people.delegate', { agencyId: actor.agencyId })
  if (!may.ok) return may
  const fault = periodFault(input, ctx.today())
  if (fault) return refused(fault)
  const officer = (await officersOf(ctx.db, actor.agencyId)).find((one) => one.id === input.officerId && one.active)
  if (!officer?.roles.includes('deputyHead'))
    return refused(wrong('officerId', '只能授权给本单位在职的分管负责人。', '请先由系统管理员设置“单位分管负责人”角色。'))
  const id = randomUUID()
  await write(ctx, actor, 'people.delegate', officer.id, async (tx) => {
    await tx
      .insertInto('delegation')
      .values({
        agency_id: actor.agencyId,
        id,
        officer_id: officer.id,
        from_date: input.from,
        to_date: input.to,
        document: input.document,
        granted_by: actor.id,
        revoked_on: null,
        revoked_by: null,
      })
      .execute()
  })
  return viewDeputies(ctx, actor)
}

/** 撤销授权: from today on. */
export async function revokeDelegation(ctx: OfficeContext, actor: Actor, input: { id: string }): Promise<Result<DeputiesView>> {
  const may = permit(actor, 'people.delegate', { agencyId: actor.agencyId })
  if (!may.ok) return may
  const found = (await delegationsOf(ctx.db, actor.agencyId)).find((one) => one.id === input.id)
  if (!found) return refused(NOT_FOUND)
  if (found.revoked_on) return refused({ code: 'already-done', say: '这项授权已经撤销。', then: '无需再次办理。' })
  await write(ctx, actor, 'people.revokeDelegation', found.officer_id, async (tx) => {
    await tx
      .updateTable('delegation')
      .set({ revoked_on: ctx.today(), revoked_by: actor.id })
      .where('agency_id', '=', actor.agencyId)
      .where('id', '=', input.id)
      .execute()
  })
  return viewDeputies(ctx, actor)
}

/** 外出: everyone for oneself, the office for all. */
export async function recordAbsence(
  ctx: OfficeContext,
  actor: Actor,
  input: { officerId: string; deputyId: string; from: LocalDate; to: LocalDate },
): Promise<Result<DeputiesView>> {
  const may = permit(actor, 'people.view', { agencyId: actor.agencyId })
  if (!may.ok) return may
  if (!mayFor(actor, input.officerId)) return refused(NOT_PERMITTED)
  const fault = periodFault(input, ctx.today())
  if (fault) return refused(fault)
  const active = (await officersOf(ctx.db, actor.agencyId)).filter((one) => one.active)
  if (!active.some(({ id }) => id === input.officerId)) return refused(wrong('officerId', '没有这位在职人员。', '请重新选择。'))
  if (input.deputyId === input.officerId) return refused(wrong('deputyId', '不能由本人代理。', '请选择另一位同事。'))
  if (!active.some(({ id }) => id === input.deputyId)) return refused(wrong('deputyId', '没有这位在职人员。', '请重新选择。'))
  const id = randomUUID()
  await write(ctx, actor, 'people.arrangeAbsence', input.officerId, async (tx) => {
    await tx
      .insertInto('absence')
      .values({
        agency_id: actor.agencyId,
        id,
        officer_id: input.officerId,
        deputy_id: input.deputyId,
        from_date: input.from,
        to_date: input.to,
        recorded_by: actor.id,
        ended_on: null,
      })
      .execute()
  })
  return viewDeputies(ctx, actor)
}

/** 提前回来. */
export async function endAbsence(ctx: OfficeContext, actor: Actor, input: { id: string }): Promise<Result<DeputiesView>> {
  const may = permit(actor, 'people.view', { agencyId: actor.agencyId })
  if (!may.ok) return may
  const found = (await absencesOf(ctx.db, actor.agencyId)).find((one) => one.id === input.id)
  if (!found) return refused(NOT_FOUND)
  if (!mayFor(actor, found.officer_id)) return refused(NOT_PERMITTED)
  await write(ctx, actor, 'people.endAbsence', found.officer_id, async (tx) => {
    await tx
      .updateTable('absence')
      .set({ ended_on: ctx.today() })
      .where('agency_id', '=', actor.agencyId)
      .where('id', '=', input.id)
      .execute()
  })
  return viewDeputies(ctx, actor)
}

function mayFor(actor: Actor, officerId: string): boolean {
  return officerId === actor.id || permitted(actor, 'people.arrangeAbsence', { agencyId: actor.agencyId })
}

async function write(
  ctx: OfficeContext,
  actor: Actor,
  verb: 'people.delegate' | 'people.revokeDelegation' | 'people.arrangeAbsence' | 'people.endAbsence',
  officerId: string,
  work: (tx: Tx) => Promise<void>,
): Promise<void> {
  await ctx.transact(async (tx) => {
    await work(tx)
    await appendAudit(tx, { agencyId: actor.agencyId, actorId: actor.id, verb, target: '', detail: { officer: officerId } })
  })
}
