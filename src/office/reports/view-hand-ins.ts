import type { LocalDate } from '../../law/date.ts'
import { type Result, ok, refused } from '../../law/refusal.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { changedCells } from '../../record/reports/difference.ts'
import { foldHandIn, HAND_IN_STATES, type HandInAct, handInActWords, isLate, mayHandIn } from '../../record/reports/hand-in.ts'
import type { HandInCounts, NoticeRow, NoticeView, UnitRow, UnitView } from '../../record/reports/notice.ts'
import type { Paper } from '../../record/letters/model.ts'
import { circular } from '../../record/reports/circular.ts'
import type { May } from '../../record/requests/may.ts'
import {
  countsOf,
  findNotice,
  handInActs,
  noticesOf,
  submission,
  submissionsOf,
  type UnitsAsked,
  unitsReturned,
  unitsUnder,
} from '../../store/hand-in.sql.ts'
import { publishedReport } from '../../store/reports.sql.ts'
import type { OfficeContext } from '../context.ts'
import { agencyOn } from '../people/agencies.ts'
import { NOT_FOUND, NOT_PERMITTED } from '../people/permit.ts'
import { changedWordings } from './wording.ts'
import { isOther } from './same-as-before.ts'
import { unitPackages } from '../archive/report-volume.ts'
import { attachmentsSeen } from './notice-attachments.ts'

export const UNITS_PER_PAGE = 50

type Counted = Awaited<ReturnType<typeof countsOf>>[number]

function standing(counts: readonly Counted[], noticeId: string): { counts: HandInCounts; late: number } {
  const own = counts.filter((one) => one.notice_id === noticeId)
  return {
    counts: Object.fromEntries(
      HAND_IN_STATES.map((state) => [state, Number(own.find((one) => one.state === state)?.units ?? 0)]),
    ) as HandInCounts,
    late: own.reduce((total, one) => total + Number(one.late), 0),
  }
}

/** 报送通知 of the own office, with how many units stand where. */
export async function listNotices(ctx: OfficeContext, actor: Actor): Promise<Result<NoticeRow[]>> {
  if (!permitted(actor, 'handIns.view', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const notices = await noticesOf(ctx.db, actor.agencyId)
  const counts = await countsOf(
    ctx.db,
    actor.agencyId,
    notices.map(({ id }) => id),
    ctx.today(),
  )
  return ok(
    notices.map((notice) => ({
      id: notice.id,
      year: notice.year,
      title: notice.title,
      number: notice.number,
      issuedOn: notice.issued_on,
      fileBy: notice.file_by,
      ...standing(counts, notice.id),
    })),
  )
}

type UnitRecord = Awaited<ReturnType<typeof unitsUnder>>['rows'][number]

function unitRow(row: UnitRecord, fileBy: LocalDate, today: LocalDate): UnitRow {
  return {
    id: row.unit_id,
    name: row.name,
    state: row.state,
    late: isLate({ state: row.state, firstHandedInOn: row.first_handed_in_on }, fileBy, today),
    firstHandedInOn: row.first_handed_in_on,
    acceptedOn: row.accepted_on,
    remindedOn: row.reminded_on,
    excusedBecause: row.excused_because,
    errors: row.errors,
    warnings: row.warnings,
  }
}

/** One notice: the units, a page at a time, and the sums of what was accepted. */
export async function viewNotice(
  ctx: OfficeContext,
  actor: Actor,
  { id, page, ...asked }: UnitsAsked & { id: string; page: number },
): Promise<Result<NoticeView>> {
  if (!permitted(actor, 'handIns.view', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const notice = await findNotice(ctx.db, actor.agencyId, id)
  if (!notice) return refused(NOT_FOUND)
  const today = ctx.today()
  const [attachments, counts, units, packages] = await Promise.all([
    attachmentsSeen(ctx.db, actor.agencyId, id),
    countsOf(ctx.db, actor.agencyId, [id], today),
    unitsUnder(ctx.db, notice, asked, { today, offset: (page - 1) * UNITS_PER_PAGE, limit: UNITS_PER_PAGE }),
    unitPackages(ctx, actor.agencyId, notice.year),
  ])
  return ok({
    id,
    year: notice.year,
    title: notice.title,
    number: notice.number,
    issuedOn: notice.issued_on,
    fileBy: notice.file_by,
    ...standing(counts, id),
    text: notice.body,
    attachments,
    acceptedFirst: notice.accepted_first,
    format: notice.format,
    sums: notice.sums,
    accepted: notice.accepted,
    units: units.rows.map((row) => unitRow(row, notice.file_by, today)),
    total: Number(units.total),
    packages,
    mayDecide: permitted(actor, 'handIns.decide', { agencyId: actor.agencyId }),
    mayAttach: permitted(actor, 'handIns.issue', { agencyId: actor.agencyId }),
    mayWithdraw: permitted(actor, 'handIns.issue', { agencyId: actor.agencyId }) && today <= notice.file_by,
  })
}

/** One unit under a notice: what happened, the report as handed in, what changed since the one before. */
export async function viewUnit(
  ctx: OfficeContext,
  actor: Actor,
  { noticeId, unitId, seq }: { noticeId: string; unitId: string; seq?: number },
): Promise<Result<UnitView>> {
  if (!permitted(actor, 'handIns.view', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const notice = await findNotice(ctx.db, actor.agencyId, noticeId)
  if (!notice) return refused(NOT_FOUND)
  const key = { agencyId: actor.agencyId, noticeId, unitId }
  const today = ctx.today()
  const [{ rows }, recorded, submissions] = await Promise.all([
    unitsUnder(ctx.db, notice, { unitId }, { today, offset: 0, limit: 1 }),
    handInActs(ctx.db, key),
    submissionsOf(ctx.db, key),
  ])
  const [row] = rows
  if (!row) return refused(NOT_FOUND)
  const so = foldHandIn(recorded.map(({ data }) => data))
  const wanted = seq ?? submissions.at(-1)?.seq
  const [shown, before, published] = await Promise.all([
    wanted === undefined ? undefined : submission(ctx.db, key, wanted),
    wanted === undefined ? undefined : submission(ctx.db, key, wanted - 1),
    publishedReport(ctx.db, unitId, notice.year),
  ])
  const last = recorded.at(-1)?.on_date ?? notice.issued_on
  const decides = permitted(actor, 'handIns.decide', { agencyId: actor.agencyId })
  const may = (act: HandInAct): May => {
    if (!decides) return { allowed: false, refusal: NOT_PERMITTED }
    const allowed = mayHandIn(so, act, last)
    const refusal = allowed.ok ? null : allowed.refusals[0]
    return refusal ? { allowed: false, refusal } : { allowed: true }
  }
  return ok({
    notice: { id: noticeId, title: notice.title, number: notice.number, year: notice.year, fileBy: notice.file_by },
    unit: unitRow(row, notice.file_by, today),
    acts: recorded.map((one) => ({
      words: handInActWords(one.data),
      on: one.on_date,
      actorName: one.name ?? '系统',
      recordedAt: one.recorded_at.toISOString(),
    })),
    submissions: submissions.map((one) => ({ seq: one.seq, handedInOn: one.handed_in_on, via: one.via, digest: one.digest })),
    shown: shown
      ? {
          seq: shown.seq,
          format: shown.format,
          tables: shown.tables,
          prose: shown.prose,
          findings: shown.findings,
          explained: shown.explained,
          changes: before ? changedCells(before, shown) : [],
          reworded: before ? changedWordings(before.prose, shown) : [],
        }
      : null,
    publishedOther: isOther(published, submissions.find(({ seq: one }) => one === so.counted)?.digest),
    remarks: so.remarks,
    may: {
      decide: may({ kind: 'accepted', on: today, submission: wanted ?? 0 }),
      sendBack: may({ kind: 'returned', on: today, submission: wanted ?? 0, remarks: [] }),
      excuse: may({ kind: 'excused', on: today, because: '撤并' }),
    },
  })
}

/** Units named in a circular; of more than these the number is told. */
const MOST_NAMED = 200

/** 通报草稿 of a notice, as things stand today. */
export async function draftCircular(ctx: OfficeContext, actor: Actor, noticeId: string): Promise<Result<Paper>> {
  if (!permitted(actor, 'handIns.decide', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const notice = await findNotice(ctx.db, actor.agencyId, noticeId)
  if (!notice) return refused(NOT_FOUND)
  const today = ctx.today()
  const page = { today, offset: 0, limit: MOST_NAMED }
  const [counts, late, asked, seen, excused, returned, agency] = await Promise.all([
    countsOf(ctx.db, actor.agencyId, [noticeId], today),
    unitsUnder(ctx.db, notice, { late: true }, page),
    unitsUnder(ctx.db, notice, { state: 'asked' }, page),
    unitsUnder(ctx.db, notice, { state: 'seen' }, page),
    unitsUnder(ctx.db, notice, { state: 'excused' }, page),
    unitsReturned(ctx.db, notice, today, MOST_NAMED),
    agencyOn(ctx.db, actor.agencyId, today),
  ])
  const named = (...found: Awaited<ReturnType<typeof unitsUnder>>[]) => ({
    names: found.flatMap(({ rows }) => rows.map(({ name }) => name)).slice(0, MOST_NAMED),
    total: found.reduce((sum, { total }) => sum + Number(total), 0),
  })
  return ok(
    circular({
      agency: agency.details.name,
      notice: { year: notice.year, title: notice.title, number: notice.number, fileBy: notice.file_by },
      counts: standing(counts, noticeId).counts,
      late: named(late),
      missing: named(asked, seen),
      returned: returned.map(({ name, times, remarks }) => ({ name, times: Number(times), remarks: Number(remarks) })),
      excused: excused.rows.map((row) => ({ name: row.name, because: row.excused_because })),
      accepted: notice.accepted,
      sums: notice.sums,
      on: today,
    }),
  )
}
