import { type Result, ok, refused } from '../../law/refusal.ts'
import { formatFor } from '../../law/reports/formats/index.ts'
import type { Agency } from '../../record/people/agency.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import type { NewNotice, UnitChoice } from '../../record/reports/notice.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { addNotice, findNotice } from '../../store/hand-in.sql.ts'
import { agenciesUnder, allAgencies } from '../../store/people.sql.ts'
import type { OfficeContext } from '../context.ts'
import { NOT_PERMITTED } from '../people/permit.ts'

/** Whom a notice can reach: the administrative organs below. Schools do not report (Art 55), and it is said why. */
export async function unitChoices(ctx: OfficeContext, actor: Actor): Promise<Result<UnitChoice[]>> {
  if (!permitted(actor, 'handIns.view', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const [under, agencies] = await Promise.all([agenciesUnder(ctx.db, actor.agencyId), allAgencies(ctx.db, ctx.today())])
  const below = new Set(under)
  return ok(
    agencies
      .filter(({ id }) => below.has(id))
      .map((agency) => ({
        id: agency.id,
        name: agency.details.name,
        direct: agency.parentId === actor.agencyId,
        excluded: notAsked(agency),
      })),
  )
}

function notAsked(agency: Agency): string | null {
  return agency.regime === 'art55' ? '公共企事业单位，不编制本年度报告（《条例》第五十五条）' : null
}

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
  return ctx.transact(async (tx): Promise<Result<{ noticeId: string }>> => {
    const same = await tx
      .selectFrom('report_notice')
      .select('id')
      .where('agency_id', '=', actor.agencyId)
      .where('number', '=', notice.number)
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
}
