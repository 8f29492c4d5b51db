/** 年度报告归档卷: of the own report for whoever made it; of every unit's for the office that asked for them, one after the other. */
import { type Result, ok, refused } from '../../law/refusal.ts'
import type { LocalDate } from '../../law/date.ts'
import { type NoticeKept, type ReportVolumeFacts, reportVolume } from '../../record/archive/report-volume.ts'
import type { Volume } from '../../record/archive/volume.ts'
import { auditDetail } from '../../record/oversight/audit-detail.ts'
import { AUDIT_WORDS } from '../../record/oversight/audit-words.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { handInActs, type NoticeRecord, tasksOf } from '../../store/hand-in.sql.ts'
import { attachmentsOf } from '../../store/notice-attachments.sql.ts'
import { originalOf } from '../../store/report-originals.sql.ts'
import {
  askedUnits,
  countAsked,
  noticesTo,
  reportCourse,
  signedCopiesOf,
  submissionsWhole,
  versionsOfYear,
} from '../../store/report-volume.sql.ts'
import type { OfficeContext } from '../context.ts'
import { agencyOn } from '../people/agencies.ts'
import { NOT_FOUND, NOT_PERMITTED } from '../people/permit.ts'
import { NO_REPORT } from '../reports/standing.ts'
import { reportDocument } from '../reports/view-report.ts'
import { shownDay } from '../shown-day.ts'

/** Units in one package: so many are set in some minutes. */
const UNITS_A_PACKAGE = 200

export interface OpenedVolume {
  volume: Volume
  bytesOf(hash: string): Promise<Uint8Array>
}

/** 导出归档卷 of the own report. */
export async function exportReportVolume(ctx: OfficeContext, actor: Actor, year: number): Promise<Result<OpenedVolume>> {
  if (!permitted(actor, 'reports.view', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const [tasks, facts] = await Promise.all([tasksOf(ctx.db, actor.agencyId, year), factsOf(ctx, actor.agencyId, year, true)])
  if (facts.versions.length === 0 && tasks.length === 0) return NO_REPORT
  const notices = await Promise.all(
    tasks
      .toReversed()
      .map((task) => noticeKept(ctx, { ...task, unitId: actor.agencyId, unit: facts.agency, issuer: task.issuer })),
  )
  const volume = reportVolume({ ...facts, notices })
  await ctx.transact((tx) =>
    appendAudit(tx, { agencyId: actor.agencyId, actorId: actor.id, verb: 'reports.archive', target: String(year) }),
  )
  return ok({ volume, bytesOf: (hash) => ctx.files.get(hash) })
}

export interface UnitVolumes {
  /** How many packages there are, and which this is. */
  part: number
  parts: number
  /** Read one after the other while they are bound: never all at once. */
  volumes: AsyncIterable<Volume>
  bytesOf(hash: string): Promise<Uint8Array>
}

/** In how many packages the volumes of a year's units come. */
export async function unitPackages(ctx: OfficeContext, agencyId: string, year: number): Promise<number> {
  return Math.ceil((await countAsked(ctx.db, agencyId, year)) / UNITS_A_PACKAGE)
}

/** 导出各单位归档卷 of a year, some units at a time. */
export async function exportUnitVolumes(
  ctx: OfficeContext,
  actor: Actor,
  { year, part }: { year: number; part: number },
): Promise<Result<UnitVolumes>> {
  if (!permitted(actor, 'handIns.view', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const parts = await unitPackages(ctx, actor.agencyId, year)
  if (part < 1 || part > parts) return refused(NOT_FOUND)
  const page = { offset: (part - 1) * UNITS_A_PACKAGE, limit: UNITS_A_PACKAGE }
  const [units, issuer] = await Promise.all([
    askedUnits(ctx.db, actor.agencyId, year, page),
    agencyOn(ctx.db, actor.agencyId, ctx.today()),
  ])
  await ctx.transact((tx) =>
    appendAudit(tx, {
      agencyId: actor.agencyId,
      actorId: actor.id,
      verb: 'handIns.archive',
      target: String(year),
      detail: { units: units.length },
    }),
  )
  async function* volumes() {
    for (const { id } of units) yield volumeOfUnit(ctx, actor.agencyId, { unitId: id, year, issuer: issuer.details.name })
  }
  return ok({ part, parts, volumes: volumes(), bytesOf: (hash) => ctx.files.get(hash) })
}

async function volumeOfUnit(
  ctx: OfficeContext,
  agencyId: string,
  { unitId, year, issuer }: { unitId: string; year: number; issuer: string },
): Promise<Volume> {
  const [facts, notices] = await Promise.all([factsOf(ctx, unitId, year, false), noticesTo(ctx.db, agencyId, unitId, year)])
  const kept = await Promise.all(notices.map((notice) => noticeKept(ctx, { ...notice, unitId, unit: facts.agency, issuer })))
  return reportVolume({ ...facts, notices: kept })
}

/** `own`: with the drafts and with what was done to them. */
async function factsOf(
  ctx: OfficeContext,
  agencyId: string,
  year: number,
  own: boolean,
): Promise<Omit<ReportVolumeFacts, 'notices'>> {
  const [agency, rows, course, original, copies] = await Promise.all([
    agencyOn(ctx.db, agencyId, ctx.today()),
    versionsOfYear(ctx.db, agencyId, year),
    own ? reportCourse(ctx.db, agencyId, year) : [],
    own ? originalOf(ctx.db, agencyId, year) : undefined,
    signedCopiesOf(ctx.db, agencyId, year),
  ])
  const { name } = agency.details
  return {
    agency: name,
    year,
    today: ctx.today(),
    own,
    versions: rows
      .filter(({ state }) => own || state === 'published')
      .map((row) => ({
        version: row.version,
        state: row.state,
        document: reportDocument(name, { ...row, date: row.approved_on ?? row.published_on ?? ctx.today() }),
        findings: row.findings,
        explained: row.explained,
        zero: own ? row.zero : [],
        answers: own ? row.answers : [],
        approvedBy: row.approver,
        approvedOn: row.approved_on,
        publishedOn: row.published_on,
        because: row.restated_because,
      })),
    course: course.map((entry) => ({
      on: shownDay(ctx, entry.at),
      by: entry.name ?? '系统',
      words: AUDIT_WORDS[entry.verb] ?? entry.verb,
      detail: auditDetail(entry.detail, new Map()),
    })),
    original: original
      ? {
          name: ctx.vault.open<string>(original.sealed_name),
          mediaType: original.media_type,
          hash: original.hash,
          on: original.imported_on,
        }
      : null,
    copies: copies.map((copy) => ({
      version: copy.version,
      hash: copy.hash,
      signedOn: copy.signed_on,
      keptOn: copy.kept_on,
    })),
  }
}

type Asked = Pick<NoticeRecord, 'agency_id' | 'id' | 'title' | 'number' | 'issued_on' | 'file_by' | 'body' | 'year'> & {
  unitId: string
  unit: string
  issuer: string
}

async function noticeKept(ctx: OfficeContext, notice: Asked): Promise<NoticeKept> {
  const key = { agencyId: notice.agency_id, noticeId: notice.id, unitId: notice.unitId }
  const [attachments, acts, submissions] = await Promise.all([
    attachmentsOf(ctx.db, notice.agency_id, [notice.id]),
    handInActs(ctx.db, key),
    submissionsWhole(ctx.db, key),
  ])
  return {
    issuer: notice.issuer,
    title: notice.title,
    number: notice.number,
    issuedOn: notice.issued_on,
    fileBy: notice.file_by,
    text: notice.body,
    attachments: attachments.map((one) => ({
      name: one.name,
      mediaType: one.media_type,
      hash: one.hash,
      withdrawn: withdrawal(one),
    })),
    acts: acts.map((one) => ({ act: one.data, by: one.name ?? '系统', recordedOn: shownDay(ctx, one.recorded_at) })),
    submissions: submissions.map((one) => ({
      seq: one.seq,
      via: one.via,
      handedInOn: one.handed_in_on,
      digest: one.digest,
      document: reportDocument(notice.unit, {
        year: notice.year,
        format: one.format,
        tables: one.tables,
        prose: one.prose,
        units: null,
        date: one.handed_in_on,
      }),
    })),
  }
}

function withdrawal(one: { withdrawn_because: string | null; withdrawn_on: LocalDate | null }) {
  return one.withdrawn_on === null ? null : { because: one.withdrawn_because ?? '', on: one.withdrawn_on }
}
