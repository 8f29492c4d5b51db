/** 责任科室: which section owns each step, since when, and who should have this case now. */
import { type LocalDate } from '../../law/date.ts'
import { type Result, ok, refused } from '../../law/refusal.ts'
import { type OwnerRow, ownerOn, type Step, STEPS, stepOf } from '../../record/people/owners.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import type { CaseOwners, OwnersView } from '../../record/people/view.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { ownersOf, setStepOwner } from '../../store/basis.sql.ts'
import { sectionsOf } from '../../store/people.sql.ts'
import { actsOf, findCase } from '../../store/requests.sql.ts'
import type { OfficeContext } from '../context.ts'
import { conclude } from '../requests/projection.ts'
import { legalSetting } from './agencies.ts'
import { NOT_FOUND, NOT_PERMITTED } from './permit.ts'

function viewOf(rows: readonly OwnerRow[], sections: { id: string; name: string }[], on: LocalDate): OwnersView['steps'] {
  const names = new Map(sections.map(({ id, name }) => [id, name]))
  return STEPS.map((step) => ({
    step,
    sectionId: ownerOn(rows, step, on),
    history: rows
      .filter((row) => row.step === step)
      .map(({ from, sectionId }) => ({ from, sectionName: names.get(sectionId) ?? '（已撤销的科室）' })),
  }))
}

export async function listOwners(ctx: OfficeContext, actor: Actor): Promise<Result<OwnersView>> {
  if (!permitted(actor, 'people.view', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const [rows, sections] = await Promise.all([ownersOf(ctx.db, actor.agencyId), sectionsOf(ctx.db, actor.agencyId)])
  return ok({ steps: viewOf(rows, sections, ctx.today()), sections, mayManage: permitted(actor, 'owners.manage', actor) })
}

/** 设定责任科室 of a step from a day on. */
export async function setOwner(
  ctx: OfficeContext,
  actor: Actor,
  input: { step: Step; sectionId: string; from: LocalDate },
): Promise<Result<OwnersView>> {
  if (!permitted(actor, 'owners.manage', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const sections = await sectionsOf(ctx.db, actor.agencyId)
  if (!sections.some(({ id }) => id === input.sectionId))
    return refused({ code: 'field-invalid', say: '没有这个科室。', then: '请重新选择科室。', field: 'sectionId' })
  await ctx.transact(async (tx) => {
    await setStepOwner(tx, { ...input, agencyId: actor.agencyId, by: actor.id })
    await appendAudit(tx, {
      agencyId: actor.agencyId,
      actorId: actor.id,
      verb: 'owners.manage',
      target: input.step,
      detail: { section: input.sectionId },
    })
  })
  return listOwners(ctx, actor)
}

/** 本件各环节的责任科室: at which step the case is, and whose it should be. */
export async function caseOwners(ctx: OfficeContext, actor: Actor, caseId: string): Promise<Result<CaseOwners>> {
  const row = await findCase(ctx.db, actor.agencyId, caseId)
  if (!row || !permitted(actor, 'requests.view', { agencyId: row.agency_id, sectionId: row.section_id }))
    return refused(NOT_FOUND)
  const [rows, sections, setting, acts] = await Promise.all([
    ownersOf(ctx.db, actor.agencyId),
    sectionsOf(ctx.db, actor.agencyId),
    legalSetting(ctx, actor.agencyId),
    actsOf(ctx.db, row.agency_id, row.id),
  ])
  const { folded, clock } = conclude(acts, setting)
  const now = stepOf({
    phase: clock.phase,
    consulting: folded.consultations.some(({ answeredOn }) => answeredOn === null),
    disputed: folded.disputes.some(({ result }) => result === 'pending'),
    archived: folded.archive !== null,
  })
  const suggested = now === null ? null : ownerOn(rows, now, ctx.today())
  return ok({
    now,
    steps: viewOf(rows, sections, ctx.today()).map(({ step, sectionId }) => ({
      step,
      sectionName: sections.find(({ id }) => id === sectionId)?.name ?? null,
    })),
    suggestion: suggested !== null && suggested !== row.section_id ? (sections.find(({ id }) => id === suggested) ?? null) : null,
  })
}
