import { type Result, ok, refused } from '../../law/refusal.ts'
import { formatFor } from '../../law/reports/formats/index.ts'
import type { Agency } from '../../record/people/agency.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import type { NewNotice, UnitChoice } from '../../record/reports/notice.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { isDuplicate } from '../../store/database.ts'
import { addNotice, findNotice, unitsAsked } from '../../store/hand-in.sql.ts'
import { agenciesUnder, allAgencies } from '../../store/people.sql.ts'
import type { OfficeContext } from '../context.ts'
import { NOT_PERMITTED } from '../people/permit.ts'

/** Whom a notice can reach: the administrative organs below. Schools do not report (Art 55), and it is said why. */
export async function unitChoices(ctx: OfficeContext, actor: Actor): Promise<Result<UnitChoice[]>> {
  if (!permitted(actor, 'handIns.view', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const [under, agencies] = await Promise.all([agenciesUnder(ctx.db, actor.agencyId), allAgencies(ctx.db, ctx.today())])
  const below = new Set(under)
  const parents = new Map(agencies.map(({ id, parentId }) => [id, parentId]))
  const above = (id: string): string[] => {
    const parent = parents.get(id)
    return parent && below.has(parent) ? [parent, ...above(parent)] : []
  }
  return ok(
    agencies
      .filter(({ id }) => below.has(id))
      .map((agency) => ({
        id: agency.id,
        name: agency.details.name,
        direct: agency.parentId === actor.agencyId,
        above: above(agency.id),
        excluded: notAsked(agency),
      })),
  )
}

function notAsked(agency: Agency): string | null {
  return agency.regime === 'art55' ? '公共企事业单位，不编制本年度报告（《条例》第五十五条）' : null
}

/**
 * 重复计算: a unit and one that stands above it, both asked for the year. The report of the one above holds the numbers of the other
 * (逐级报送), and a sum of both would count these twice.
 */
function countedTwice(choices: readonly UnitChoice[], now: readonly string[], before: readonly string[]): Result<never> | null {
  const byId = new Map(choices.map((unit) => [unit.id, unit]))
  const [chosen, asked] = [new Set(now), new Set([...now, ...before])]
  const pairs = [...asked].flatMap((id) => {
    const unit = byId.get(id)
    const above = unit?.above.find((one) => asked.has(one) && (chosen.has(one) || chosen.has(id)))
    const upper = above === undefined ? undefined : byId.get(above)
    return unit && upper ? [`${upper.name}和它的下级${unit.name}`] : []
  })
  if (pairs.length === 0) return null
  const others = pairs.length > SHOWN ? `等${pairs.length}处` : ''
  return refused({
    code: 'field-invalid',
    say: `上下级都选了，汇总会重复计算：${pairs.slice(0, SHOWN).join('、')}${others}。`,
    then: '请只选其中一级：上级的报告包括它的下级，下级由上级通知。',
    field: 'units',
  })
}

/** Pairs named in a refusal. */
const SHOWN = 3

/** 印发报送通知: one task for each unit. The id is the command's: the same command issues once. */
export async function issueNotice(
  ctx: OfficeContext,
  actor: Actor,
  { commandId: id, ...notice }: NewNotice & { commandId: string },
): Promise<Result<{ noticeId: string }>> {
  if (!permitted(actor, 'handIns.issue', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const form = formatFor(notice.year)
  if (!form)
    return refused({
      code: 'field-invalid',
      say: '该年度没有统一的报告格式。',
      then: '请选择2019年及以后的年度。',
      field: 'year',
    })
  if (notice.fileBy < notice.issuedOn)
    return refused({
      code: 'date-before-cause',
      say: '报送期限早于印发日期。',
      then: '请填写印发日期之后的日期。',
      field: 'fileBy',
    })
  if (notice.issuedOn > ctx.today())
    return refused({ code: 'date-in-future', say: '印发日期晚于今天。', then: '请在印发当天或之后登记。', field: 'issuedOn' })
  const choices = await unitChoices(ctx, actor)
  if (!choices.ok) return choices
  const able = new Set(choices.value.filter(({ excluded }) => excluded === null).map((unit) => unit.id))
  const units = [...new Set(notice.units)]
  if (units.some((unit) => !able.has(unit)))
    return refused({
      code: 'field-invalid',
      say: '所选单位中有不编制年度报告的，或者不是下级单位。',
      then: '请重新选择报送单位。',
      field: 'units',
    })
  if (await findNotice(ctx.db, actor.agencyId, id)) return ok({ noticeId: id })
  const twice = countedTwice(choices.value, units, await unitsAsked(ctx.db, actor.agencyId, notice.year))
  if (twice) return twice
  const issued = ctx.transact(async (tx): Promise<Result<{ noticeId: string }>> => {
    const same = await tx
      .selectFrom('report_notice')
      .select('id')
      .where('agency_id', '=', actor.agencyId)
      .where('number', '=', notice.number)
      .where('id', '<>', id)
      .executeTakeFirst()
    if (same)
      return refused({
        code: 'already-done',
        say: `${notice.number}已经登记过。`,
        then: '请核对发文字号；补充单位的，另行印发通知。',
        field: 'number',
      })
    await addNotice(
      tx,
      {
        agency_id: actor.agencyId,
        id,
        year: notice.year,
        title: notice.title,
        number: notice.number,
        issued_on: notice.issuedOn,
        file_by: notice.fileBy,
        accepted_first: notice.acceptedFirst,
        body: notice.text,
        format: form.format,
        issued_by: actor.id,
      },
      units,
    )
    const detail = { year: notice.year, units: units.length }
    await appendAudit(tx, { agencyId: actor.agencyId, actorId: actor.id, verb: 'handIns.issue', target: notice.number, detail })
    return ok({ noticeId: id })
  })
  // The same command twice at once: the one that came second finds the notice issued.
  return issued.catch(async (error: unknown) => {
    if (isDuplicate(error) && (await findNotice(ctx.db, actor.agencyId, id))) return ok({ noticeId: id })
    throw error
  })
}
