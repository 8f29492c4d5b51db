import { type Result, ok, refused } from '../../law/refusal.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { canTakeOut, sumsAfter } from '../../record/reports/add-up.ts'
import { formOf } from '../../law/reports/formats/index.ts'
import { DISPUTE_COLUMNS, DISPUTE_GROUPS, type ReportFormat } from '../../law/reports/model.ts'
import { reasonRefusals } from '../../record/publication/edition-checks.ts'
import type { HandInAct, Remark } from '../../record/reports/hand-in.ts'
import type { UnitView } from '../../record/reports/notice.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { type HandInKey, lockNotice, type NoticeRecord, setSums, submission, unitsUnder } from '../../store/hand-in.sql.ts'
import type { OfficeContext, Tx } from '../context.ts'
import { NOT_FOUND, NOT_PERMITTED } from '../people/permit.ts'
import { addedUp } from './add-up-units.ts'
import { fitToAddUp, step } from './hand-in-step.ts'
import { viewUnit } from './view-hand-ins.ts'

interface OnUnit {
  noticeId: string
  unitId: string
}

/**
 * A step of the supervisor with one unit. The sums follow in the same transaction: what is accepted is added, what it takes the
 * place of is taken out. The notice is locked first, so that two acceptances at once add up one after the other.
 */
async function settle(
  ctx: OfficeContext,
  actor: Actor,
  { noticeId, unitId }: OnUnit,
  act: HandInAct,
  check?: (tx: Tx, key: HandInKey) => Promise<Result<void>>,
): Promise<Result<UnitView>> {
  const done = await ctx.transact(async (tx): Promise<Result<void>> => {
    const notice = await lockNotice(tx, actor.agencyId, noticeId)
    if (!notice) return refused(NOT_FOUND)
    const key = { agencyId: actor.agencyId, noticeId, unitId }
    const checked = check ? await check(tx, key) : ok(undefined)
    if (!checked.ok) return checked
    const taken = await step(tx, key, actor.id, () => act)
    if (!taken.ok) return taken
    await addUpAgain(tx, notice, key, taken.value.before.counted, taken.value.folded.counted)
    const { rows } = await unitsUnder(tx, notice, { unitId }, { today: ctx.today(), offset: 0, limit: 1 })
    const detail = { what: act.kind, unit: rows[0]?.name ?? '' }
    await appendAudit(tx, { agencyId: actor.agencyId, actorId: actor.id, verb: 'handIns.decide', target: notice.number, detail })
    return ok(undefined)
  })
  return done.ok ? viewUnit(ctx, actor, { noticeId, unitId }) : done
}

async function addUpAgain(tx: Tx, notice: NoticeRecord, key: HandInKey, before: number | null, now: number | null) {
  const tablesOf = async (seq: number | null) => (seq === null ? null : ((await submission(tx, key, seq))?.tables ?? null))
  if (before === now) return setSums(tx, notice, notice.sums, notice.accepted)
  if (before !== null && !canTakeOut(notice.format)) {
    const anew = await addedUp(tx, notice)
    return setSums(tx, notice, anew.sums, anew.accepted)
  }
  const change = { out: await tablesOf(before), in: await tablesOf(now) }
  const accepted = notice.accepted - (before === null ? 0 : 1) + (now === null ? 0 : 1)
  const sums = accepted === 0 ? null : sumsAfter(notice.sums, notice.format, change)
  return setSums(tx, notice, sums, accepted)
}

/** 审核通过: only a report that can be added up. */
export async function acceptHandIn(ctx: OfficeContext, actor: Actor, on: OnUnit & { seq: number }): Promise<Result<UnitView>> {
  if (!permitted(actor, 'handIns.decide', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  return settle(ctx, actor, on, { kind: 'accepted', on: ctx.today(), submission: on.seq }, async (tx, key) => {
    const report = await submission(tx, key, on.seq)
    return report ? fitToAddUp(report) : refused(NOT_FOUND)
  })
}

/** Every cell that a remark can point to; rows of table 二 go by their key or, in the form of words, by their label. */
function placesIn(format: ReportFormat): Set<string> {
  const { disclosed, requests } = formOf(format)
  return new Set([
    ...disclosed.flatMap(({ rows, columns }) =>
      rows.flatMap(({ key, label }) => columns.flatMap((_, at) => [`disclosed.${key}.${at}`, `disclosed.${label}.${at}`])),
    ),
    ...requests.rows.flatMap(({ row }) => requests.columns.map(({ column }) => `requests.${row}.${column}`)),
    ...DISPUTE_GROUPS.flatMap((group) => DISPUTE_COLUMNS.map((column) => `disputes.${group}.${column}`)),
  ])
}

/** 退回修改, with remarks on cells or words. */
export async function returnHandIn(
  ctx: OfficeContext,
  actor: Actor,
  { seq, remarks, ...on }: OnUnit & { seq: number; remarks: Remark[] },
): Promise<Result<UnitView>> {
  if (!permitted(actor, 'handIns.decide', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  return settle(ctx, actor, on, { kind: 'returned', on: ctx.today(), submission: seq, remarks }, async (tx, key) => {
    const report = await submission(tx, key, seq)
    if (!report) return refused(NOT_FOUND)
    const cells = placesIn(report.format)
    const nowhere = remarks.some(({ at }) => at !== null && 'table' in at && !cells.has(`${at.table}.${at.row}.${at.column}`))
    return nowhere
      ? refused({ code: 'field-invalid', say: '批注指的格子表中没有。', then: '请从表格中点选格子再写批注。', field: 'remarks' })
      : ok(undefined)
  })
}

/** 不需报送: a unit that was merged, dissolved, or founded too late. */
export async function excuseUnit(
  ctx: OfficeContext,
  actor: Actor,
  { because, ...on }: OnUnit & { because: string },
): Promise<Result<UnitView>> {
  if (!permitted(actor, 'handIns.decide', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const said = reasonRefusals('because', because)
  if (said.length > 0) return refused(...said)
  return settle(ctx, actor, on, { kind: 'excused', on: ctx.today(), because })
}

/** Units reminded at a time: the page's own size. */
const MOST_REMINDED = 200

/** 催报: every unit that has not handed in yet, once a day. Gives how many were reminded. */
export async function remindUnits(ctx: OfficeContext, actor: Actor, noticeId: string): Promise<Result<{ reminded: number }>> {
  if (!permitted(actor, 'handIns.decide', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const on = ctx.today()
  let reminded = 0
  for (;;) {
    const batch = await ctx.transact(async (tx): Promise<Result<number>> => {
      const notice = await lockNotice(tx, actor.agencyId, noticeId)
      if (!notice) return refused(NOT_FOUND)
      const units = await tx
        .selectFrom('hand_in')
        .select('unit_id')
        .where('agency_id', '=', actor.agencyId)
        .where('notice_id', '=', noticeId)
        .where('state', 'in', ['asked', 'seen', 'returned'])
        .where((eb) => eb.or([eb('reminded_on', 'is', null), eb('reminded_on', '<', on)]))
        .limit(MOST_REMINDED)
        .execute()
      for (const { unit_id: unitId } of units) {
        const taken = await step(tx, { agencyId: actor.agencyId, noticeId, unitId }, actor.id, () => ({ kind: 'reminded', on }))
        if (!taken.ok) return taken
      }
      if (units.length > 0) {
        const detail = { what: 'reminded', units: units.length }
        await appendAudit(tx, {
          agencyId: actor.agencyId,
          actorId: actor.id,
          verb: 'handIns.decide',
          target: notice.number,
          detail,
        })
      }
      return ok(units.length)
    })
    if (!batch.ok) return batch
    reminded += batch.value
    if (batch.value < MOST_REMINDED) return ok({ reminded })
  }
}
