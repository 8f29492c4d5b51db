import { cite } from '../../law/cite.ts'
import { ON_APPEAL, resultRule, resultsOf, RESULTS } from '../../law/oversight/results.ts'
import { formOf } from '../../law/reports/formats/index.ts'
import { type Result, ok, refused } from '../../law/refusal.ts'
import { CLAIMANT_WORDS, DISPUTE_ACT_WORDS, type DisputeActKind, type RecordedDisputeAct } from '../../record/disputes/acts.ts'
import { disputeActDetail } from '../../record/disputes/act-words.ts'
import { closedOn, columnOf, type DisputeCase, disputeLimits, foldDispute, nextDue, stageOf } from '../../record/disputes/fold.ts'
import { disputeNotes } from '../../record/disputes/notes.ts'
import { kindRefusal } from '../../record/disputes/may.ts'
import type { DisputeRow, DisputeView } from '../../record/disputes/view.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import type { Refusal } from '../../law/refusal.ts'
import {
  disputeActs,
  type DisputeRecord,
  disputesOfAmendment,
  disputesOfCase,
  findDispute,
  listDisputes as allDisputes,
} from '../../store/disputes.sql.ts'
import { officersOf } from '../../store/people.sql.ts'
import { findCase } from '../../store/requests.sql.ts'
import { besideMoves } from '../calendar/view-calendar.ts'
import type { OfficeContext } from '../context.ts'
import { type LegalSetting, legalSetting } from '../people/agencies.ts'
import { NOT_FOUND, permit } from '../people/permit.ts'
import { lessonsOfDispute } from './lessons.ts'
import { papersOf } from './papers.ts'
import { shownSubject } from '../requests/register-row.ts'

const { groups, columns } = formOf('2021').disputes
const COLUMN_WORDS: Readonly<Record<string, string>> = Object.fromEntries(columns.map(({ column, label }) => [column, label]))

/** 争议列表: every dispute of the agency, the newest first. */
export async function listDisputes(ctx: OfficeContext, actor: Actor): Promise<Result<DisputeRow[]>> {
  const allowed = permit(actor, 'disputes.view', { agencyId: actor.agencyId })
  if (!allowed.ok) return allowed
  return ok(await rowsOf(ctx, actor.agencyId, await allDisputes(ctx.db, actor.agencyId)))
}

/** 本案的争议 */
export async function caseDisputes(ctx: OfficeContext, actor: Actor, caseId: string): Promise<Result<DisputeRow[]>> {
  const row = await findCase(ctx.db, actor.agencyId, caseId)
  if (!row || !permitted(actor, 'requests.view', { agencyId: row.agency_id, sectionId: row.section_id }))
    return refused(NOT_FOUND)
  return ok(await rowsOf(ctx, actor.agencyId, await disputesOfCase(ctx.db, actor.agencyId, caseId)))
}

async function rowsOf(ctx: OfficeContext, agencyId: string, records: DisputeRecord[]): Promise<DisputeRow[]> {
  const [setting, acts] = await Promise.all([
    legalSetting(ctx, agencyId),
    disputeActs(
      ctx.db,
      agencyId,
      records.map(({ id }) => id),
    ),
  ])
  return records.map((record) => rowOf(ctx, record, foldDispute(acts.get(record.id) ?? []), setting))
}

function rowOf(ctx: OfficeContext, record: DisputeRecord, folded: DisputeCase, { calendar }: LegalSetting): DisputeRow {
  const next = nextDue(folded, calendar)
  const last = folded.decisions.at(-1)
  return {
    id: record.id,
    number: record.number,
    caseId: record.case_id,
    amendmentId: record.amendment_id,
    caseNumber: record.case_number,
    subject: shownSubject(ctx, record),
    path: record.path,
    stage: stageOf(folded),
    openedOn: folded.opened.on,
    closedOn: closedOn(folded),
    resultWords: last ? (resultRule(record.path, last.result)?.words ?? null) : null,
    next: next && { what: next.what, dueOn: next.due },
    late: next?.due ? next.due < ctx.today() : false,
  }
}

/** 争议卷: what happened, what is due from whom, where table 四 counts it, and the papers. */
export async function viewDispute(ctx: OfficeContext, actor: Actor, id: string): Promise<Result<DisputeView>> {
  const allowed = permit(actor, 'disputes.view', { agencyId: actor.agencyId })
  if (!allowed.ok) return allowed
  const record = await findDispute(ctx.db, actor.agencyId, id)
  if (!record) return refused(NOT_FOUND)
  const [setting, acts, officers, paper, lessons, calendarMoves] = await Promise.all([
    legalSetting(ctx, actor.agencyId),
    disputeActs(ctx.db, actor.agencyId, [id]),
    officersOf(ctx.db, actor.agencyId),
    papersOf(ctx, actor.agencyId, record),
    lessonsOfDispute(ctx, actor.agencyId, id),
    besideMoves(ctx, actor.agencyId, 'dispute', id),
  ])
  const folded = foldDispute(acts.get(id) ?? [])
  const others = await othersOf(ctx, record)
  const names = new Map(officers.map((officer) => [officer.id, officer.name]))
  const column = columnOf(folded, setting.readings)
  const group = groups.find((one) => one.group === record.path)
  const kinds = Object.keys(DISPUTE_ACT_WORDS) as DisputeActKind[]
  return ok({
    ...rowOf(ctx, record, folded, setting),
    procedure: folded.procedure,
    claimantWords: CLAIMANT_WORDS[folded.opened.claimant],
    reference: folded.opened.reference ?? '',
    acts: folded.acts.map((one) => actView(one, folded, names)),
    limits: disputeLimits(folded, setting.calendar).map(({ by, ...limit }) => ({ ...limit, cite: cite(by) })),
    notes: disputeNotes(folded, others).map(({ say, by }) => ({ say, cite: cite(by) })),
    cell:
      group && column
        ? { group: group.within ? `${group.within}：${group.label}` : group.label, column: COLUMN_WORDS[column] ?? '' }
        : null,
    results: RESULTS.flatMap((result) => {
      const rule = resultsOf(record.path)[result]
      if (!rule || (ON_APPEAL.includes(result) && !folded.appeal)) return []
      const columnWords =
        rule.column === 'as-first'
          ? '同一审结果'
          : rule.column
            ? (COLUMN_WORDS[result === 'undecided' ? setting.readings.undecidedReconsideration : rule.column] ?? '')
            : '不计入表四'
      return [{ result, words: rule.words, cite: cite(rule.by), columnWords }]
    }),
    may: Object.fromEntries(kinds.map((kind) => [kind, kindRefusal(folded, kind)])) as Record<DisputeActKind, Refusal | null>,
    mayRecord: permitted(actor, 'requests.dispute', { agencyId: actor.agencyId }),
    version: record.acts,
    paper,
    lessons,
    calendarMoves,
    today: ctx.today(),
  })
}

/** 对这件更正决定的争议 */
export async function amendmentDisputeRows(ctx: OfficeContext, actor: Actor, amendmentId: string): Promise<Result<DisputeRow[]>> {
  const allowed = permit(actor, 'amendments.view', { agencyId: actor.agencyId })
  if (!allowed.ok) return allowed
  return ok(await rowsOf(ctx, actor.agencyId, await disputesOfAmendment(ctx.db, actor.agencyId, amendmentId)))
}

async function othersOf(ctx: OfficeContext, { id, agency_id, case_id, amendment_id }: DisputeRecord) {
  const same = case_id
    ? await disputesOfCase(ctx.db, agency_id, case_id)
    : await disputesOfAmendment(ctx.db, agency_id, amendment_id ?? '')
  const others = same.filter((one) => one.id !== id)
  const acts = await disputeActs(
    ctx.db,
    agency_id,
    others.map((one) => one.id),
  )
  return others.map((one) => ({ number: one.number, folded: foldDispute(acts.get(one.id) ?? []) }))
}

function actView(
  { seq, act, recordedAt, actorId }: RecordedDisputeAct,
  folded: DisputeCase,
  names: ReadonlyMap<string, string>,
): DisputeView['acts'][number] {
  return {
    seq,
    kind: act.kind,
    on: act.on,
    words: DISPUTE_ACT_WORDS[act.kind],
    detail: disputeActDetail(act, folded.opened.path),
    actorName: names.get(actorId) ?? '（已离任人员）',
    recordedAt,
    annulled: folded.annulled.has(seq),
    act,
  }
}
