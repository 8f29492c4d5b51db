/** 主管部门审定: what the agency asks to see of its schools before it is public; asked from a day on, ended, never rewritten. */
import { columnWords } from '../../law/publication/columns.ts'
import { addDays, type LocalDate } from '../../law/date.ts'
import { type Refusal, type Result, ok, refused } from '../../law/refusal.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import type { SuperiorView, SuperiorWho } from '../../record/publication/superior.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import {
  asSuperiorRule,
  endSuperiorRelease,
  insertSuperiorRelease,
  institutionsBelow,
  superiorReleasesOf,
} from '../../store/release.sql.ts'
import type { OfficeContext } from '../context.ts'
import { NOT_PERMITTED } from '../people/permit.ts'

export async function viewSuperior(ctx: OfficeContext, actor: Actor): Promise<Result<SuperiorView>> {
  const { agencyId } = actor
  if (!permitted(actor, 'units.view', { agencyId })) return refused(NOT_PERMITTED)
  const today = ctx.today()
  const [rows, units] = await Promise.all([superiorReleasesOf(ctx.db, agencyId), institutionsBelow(ctx.db, agencyId, today)])
  const names = new Map(units.map(({ id, name }) => [id, name]))
  return ok({
    rules: rows.map((row) => ({
      ...asSuperiorRule(row),
      unitNames: row.units.map((id) => names.get(id) ?? '（已不属于本单位）'),
      why: row.why,
      setBy: row.set_by_name,
      setOn: row.set_on,
      ended: row.ended_on && row.ended_by_name ? { by: row.ended_by_name, on: row.ended_on } : null,
      running: row.from_date <= today && (row.to_date === null || row.to_date >= today),
    })),
    units: units.map(({ id, name }) => ({ id, name })),
    mayRequire: permitted(actor, 'units.require', { agencyId }),
  })
}

const wrong = (field: string, say: string, then: string): Refusal => ({ code: 'field-invalid', field, say, then })

interface Asked {
  /** Chosen by the caller: what is sent twice is asked once. */
  id: string
  units: string[]
  columns: string[]
  who: SuperiorWho
  from: LocalDate
  why: string
}

/** 要求审定 of what these units send for review from a day on. */
export async function requireSuperior(ctx: OfficeContext, actor: Actor, input: Asked): Promise<Result<SuperiorView>> {
  const { agencyId } = actor
  if (!permitted(actor, 'units.require', { agencyId })) return refused(NOT_PERMITTED)
  const units = new Set((await institutionsBelow(ctx.db, agencyId, ctx.today())).map(({ id }) => id))
  const refusals: Refusal[] = []
  if (units.size === 0) refusals.push(wrong('units', '本单位没有所属的学校、幼儿园。', '请系统管理员先设立所属单位。'))
  if (!input.units.every((id) => units.has(id))) refusals.push(wrong('units', '有单位不是本单位所属。', '请重新选择。'))
  if (!input.columns.every((key) => columnWords(key))) refusals.push(wrong('columns', '没有这个栏目。', '请重新选择栏目。'))
  if (input.from < ctx.today())
    refusals.push(wrong('from', '不能从过去的日子起要求。', '请填写今天或以后的日期；已经送审的，按送审那天的要求办理。'))
  if (refusals.length > 0) return refused(...refusals)
  await ctx.transact(async (tx) => {
    await insertSuperiorRelease(tx, {
      agency_id: agencyId,
      id: input.id,
      units: JSON.stringify(input.units),
      columns: JSON.stringify(input.columns),
      who: input.who,
      from_date: input.from,
      to_date: null,
      why: input.why.trim(),
      set_by: actor.id,
      set_by_name: actor.name,
      set_on: ctx.today(),
      ended_by_name: null,
      ended_on: null,
    })
    await appendAudit(tx, { agencyId, actorId: actor.id, verb: 'units.require', target: input.id })
  })
  return viewSuperior(ctx, actor)
}

/** 不再要求: of what is sent for review from today on; what was sent before still needs the word. */
export async function endSuperior(ctx: OfficeContext, actor: Actor, input: { id: string }): Promise<Result<SuperiorView>> {
  const { agencyId } = actor
  if (!permitted(actor, 'units.require', { agencyId })) return refused(NOT_PERMITTED)
  const today = ctx.today()
  const ended = await ctx.transact(async (tx) => {
    const values = { to_date: addDays(today, -1), ended_by_name: actor.name, ended_on: today }
    if (!(await endSuperiorRelease(tx, { agencyId, id: input.id }, values))) return false
    await appendAudit(tx, { agencyId, actorId: actor.id, verb: 'units.requireNoMore', target: input.id })
    return true
  })
  if (!ended) return refused({ code: 'already-done', say: '这项要求已经停止。', then: '无需再次办理。' })
  return viewSuperior(ctx, actor)
}
