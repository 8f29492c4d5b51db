import { chineseDate, type LocalDate } from '../../law/date.ts'
import { type Result, ok, refused } from '../../law/refusal.ts'
import { type Actor, permitted, type Verb } from '../../record/people/roles.ts'
import { internalDue, leadOf } from '../../record/requests/internal-due.ts'
import { assignmentsOf } from '../../store/deciding.sql.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { type CaseRow, findCase, lockCase } from '../../store/requests.sql.ts'
import type { OfficeContext } from '../context.ts'
import { legalSetting } from '../people/agencies.ts'
import { NOT_FOUND, NOT_PERMITTED } from '../people/permit.ts'

/** Office convenience, not law: rows, not acts. */
async function onCase(ctx: OfficeContext, actor: Actor, verb: Verb, caseId: string): Promise<Result<CaseRow>> {
  const row = await findCase(ctx.db, actor.agencyId, caseId)
  const target = row && { agencyId: row.agency_id, sectionId: row.section_id }
  if (!row || !target || !permitted(actor, 'requests.view', target)) return refused(NOT_FOUND)
  return permitted(actor, verb, target) ? ok(row) : refused(NOT_PERMITTED)
}

/** 内部备注: sealed, since notes name people. The same command sent again writes nothing. */
export async function addNote(
  ctx: OfficeContext,
  actor: Actor,
  input: { caseId: string; commandId: string; text: string },
): Promise<Result<{ caseId: string }>> {
  const found = await onCase(ctx, actor, 'requests.note', input.caseId)
  if (!found.ok) return found
  await ctx.transact(async (tx) => {
    const { numInsertedOrUpdatedRows: written } = await tx
      .insertInto('case_note')
      .values({
        agency_id: actor.agencyId,
        case_id: input.caseId,
        id: input.commandId,
        officer_id: actor.id,
        sealed: ctx.vault.seal(input.text),
      })
      .onConflict((known) => known.columns(['agency_id', 'id']).doNothing())
      .executeTakeFirst()
    if (!written) return
    await appendAudit(tx, { agencyId: actor.agencyId, actorId: actor.id, verb: 'requests.note', target: found.value.number })
  })
  return ok({ caseId: input.caseId })
}

/**
 * 分办: which section and who handles it, by when inside the agency (内部时限). Every handing over stays on record; handing it to
 * whoever has it, by the same day, is none: sent twice, it stands once.
 */
export async function assignCase(
  ctx: OfficeContext,
  actor: Actor,
  input: { caseId: string; sectionId: string | null; officerId: string | null; dueOn?: LocalDate | null | undefined },
): Promise<Result<{ caseId: string }>> {
  const found = await onCase(ctx, actor, 'requests.assign', input.caseId)
  if (!found.ok) return found
  const known = await ctx.db
    .selectFrom('officer')
    .select(['id', 'section_id'])
    .where('agency_id', '=', actor.agencyId)
    .where('active', '=', true)
    .execute()
  const sections = await ctx.db.selectFrom('section').select('id').where('agency_id', '=', actor.agencyId).execute()
  if (input.sectionId && !sections.some((section) => section.id === input.sectionId))
    return refused({ code: 'field-invalid', say: '没有这个科室。', then: '请重新选择科室。', field: 'sectionId' })
  if (input.officerId && !known.some((officer) => officer.id === input.officerId))
    return refused({ code: 'field-invalid', say: '没有这位在职人员。', then: '请重新选择承办人。', field: 'officerId' })
  return ctx.transact(async (tx): Promise<Result<{ caseId: string }>> => {
    // The statutory day as it stands now: an act that moved it may have been recorded since the page was opened.
    const row = await lockCase(tx, actor.agencyId, input.caseId)
    if (!row) return refused(NOT_FOUND)
    const { dueOn, lead } = await sectionDue({ db: tx, today: ctx.today }, row, input)
    if (dueOn && row.due_on && dueOn > row.due_on)
      return refused({
        code: 'field-invalid',
        say: `内部时限晚于答复期限（${chineseDate(row.due_on)}）。`,
        then: '请填写答复期限之前的日期，给审查、审批留出时间。',
        field: 'dueOn',
      })
    const before = await assignmentsOf(tx, actor.agencyId, input.caseId)
    const last = before.at(-1)
    const same =
      last !== undefined &&
      row.section_id === input.sectionId &&
      row.officer_id === input.officerId &&
      row.section_due_on === dueOn &&
      row.section_lead === lead
    if (same) return ok({ caseId: input.caseId })
    await tx
      .insertInto('case_assignment')
      .values({
        agency_id: actor.agencyId,
        case_id: input.caseId,
        seq: before.length,
        section_id: input.sectionId,
        officer_id: input.officerId,
        due_on: dueOn,
        assigned_by: actor.id,
        assigned_on: ctx.today(),
      })
      .execute()
    await tx
      .updateTable('request_case')
      .set({ section_id: input.sectionId, officer_id: input.officerId, section_due_on: dueOn, section_lead: lead })
      .where('agency_id', '=', actor.agencyId)
      .where('id', '=', input.caseId)
      .execute()
    await appendAudit(tx, {
      agencyId: actor.agencyId,
      actorId: actor.id,
      verb: 'requests.assign',
      target: row.number,
      detail: { section: input.sectionId, officer: input.officerId },
    })
    return ok({ caseId: input.caseId })
  })
}

/**
 * The day that was set, or some working days before the statutory one; none without a section. `lead` is how it moves with that
 * day: set while the clock stands still, it takes effect when the clock runs.
 */
async function sectionDue(
  ctx: Pick<OfficeContext, 'db' | 'today'>,
  row: CaseRow,
  { sectionId, dueOn }: { sectionId: string | null; dueOn?: LocalDate | null | undefined },
): Promise<{ dueOn: LocalDate | null; lead: number | null }> {
  if (!sectionId || dueOn === null) return { dueOn: null, lead: null }
  const { calendar, readings } = await legalSetting(ctx, row.agency_id)
  if (dueOn) return { dueOn, lead: leadOf(calendar, row.due_on, dueOn) }
  const lead = readings.internalDueWorkingDays
  return { dueOn: row.phase === 'running' ? internalDue(calendar, row.due_on, lead) : null, lead }
}
