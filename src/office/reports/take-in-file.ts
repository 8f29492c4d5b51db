/** Reports that come as files: a filled-in table from a unit that works on paper, a signed bundle from another installation. */
import { createHash, createPublicKey, verify } from 'node:crypto'
import type { Refusal, Result } from '../../law/refusal.ts'
import { ok, refused } from '../../law/refusal.ts'
import { checkTables, citedBy } from '../../law/reports/checks.ts'
import { formOf } from '../../law/reports/formats/index.ts'
import type { CheckedReport, Finding, ReportFormat, ReportTables } from '../../law/reports/model.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { emptyCells } from '../../record/reports/add-up.ts'
import { bundleManifest, bundleReport } from '../../record/reports/bundle.ts'
import { secrecyMarks } from '../../record/outgoing/secrecy-marks.ts'
import type { ReportDocument } from '../../record/reports/document.ts'
import { foldHandIn, type HandInState, type HandInWay } from '../../record/reports/hand-in.ts'
import type { TakenIn } from '../../record/reports/notice.ts'
import { checkHasLastYear } from '../../record/reports/last-year.ts'
import { hintsAlone, hintsBeside } from '../../record/reports/judge.ts'
import type { ReportProse } from '../../record/reports/prose.ts'
import type { SheetCode } from '../../record/reports/sheet-code.ts'
import { checkText } from '../../record/reports/prose-checks.ts'
import { unresolved } from '../../record/reports/explanation.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import {
  acceptedReport,
  findNotice,
  handInActs,
  type HandInKey,
  type NoticeRecord,
  submissionsOf,
  unitsUnder,
} from '../../store/hand-in.sql.ts'
import { sisterReports } from '../../store/report-evidence.sql.ts'
import { publishedReport } from '../../store/reports.sql.ts'
import type { OfficeContext } from '../context.ts'
import { refuseMarked } from '../files/attach-files.ts'
import { NOT_FOUND, NOT_PERMITTED } from '../people/permit.ts'
import { keepSubmission, type Submitted } from './hand-in-report.ts'
import { digestOf } from './same-as-before.ts'
import { MOST_SISTERS } from './tables.ts'
import { fingerprintOf } from './write-bundle.ts'

interface Unit {
  key: HandInKey
  name: string
  slug: string
}

/** Asked before a foreign file is opened: nobody makes the server work who could not take it in. */
export async function mayTakeIn(ctx: OfficeContext, actor: Actor, noticeId: string): Promise<Result<null>> {
  const notice = await noticeFor(ctx, actor, noticeId)
  return notice.ok ? ok(null) : notice
}

async function noticeFor(ctx: OfficeContext, actor: Actor, noticeId: string): Promise<Result<NoticeRecord>> {
  if (!permitted(actor, 'handIns.decide', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const notice = await findNotice(ctx.db, actor.agencyId, noticeId)
  return notice ? ok(notice) : refused(NOT_FOUND)
}

const no = (say: string, then: string) => refused({ code: 'file-refused', say, then, field: 'files' })

function asUnit({ agency_id, id }: NoticeRecord, row: Awaited<ReturnType<typeof unitsUnder>>['rows'][number]): Unit {
  return { key: { agencyId: agency_id, noticeId: id, unitId: row.unit_id }, name: row.name, slug: row.slug }
}

/** The unit to which a 填报表 was handed out; where its title names another, a person has to say whose report it is. */
async function unitCoded(
  ctx: OfficeContext,
  notice: NoticeRecord,
  code: SheetCode,
  { agency, year }: Pick<CheckedReport, 'agency' | 'year'>,
): Promise<Result<Unit>> {
  const { rows } = await unitsUnder(ctx.db, notice, { slug: code.unit }, { today: ctx.today(), offset: 0, limit: 1 })
  const [row] = rows
  if (!row)
    return no(
      `这张填报表发给代码为“${code.unit}”的单位，不在本通知的报送单位中。`,
      '请打开该单位的页面，下载它在本通知下的填报表。',
    )
  if (agency !== null && agency !== row.name)
    return no(
      `这张填报表是发给${row.name}的，标题写的却是“${agency}”。`,
      `是${row.name}的报告，请改正标题；是“${agency}”的报告，请用该单位自己的填报表填写。`,
    )
  const other = [code.year, year ?? notice.year].find((one) => one !== notice.year)
  if (other !== undefined) return otherYear(other, notice)
  return ok(asUnit(notice, row))
}

function otherYear(year: number, notice: NoticeRecord) {
  return no(`这是${year}年的报告，本通知要求${notice.year}年的。`, '请核对文件。')
}

/** The unit that a file speaks of, by its name in full. */
async function unitNamed(
  ctx: OfficeContext,
  notice: NoticeRecord,
  name: string | null,
  year: number | null,
): Promise<Result<Unit>> {
  if (name === null || year === null)
    return no('读不出报告的年度或者机关名称。', '请用本页下载的填报表填写；标题写明机关名称和年度。')
  if (year !== notice.year) return otherYear(year, notice)
  const { rows } = await unitsUnder(ctx.db, notice, { name }, { today: ctx.today(), offset: 0, limit: 2 })
  const [unit, same] = rows
  if (same)
    return no(`报送单位中有两个都叫“${name}”，分不清是哪一个的。`, '请先在机关设置中把两个单位的名称区分开，再用新的填报表。')
  if (!unit) return no(`报送单位中没有“${name}”。`, '请核对标题中的机关名称，应与单位全称一致。')
  return ok(asUnit(notice, unit))
}

async function keep(
  ctx: OfficeContext,
  actorId: string,
  notice: NoticeRecord,
  unit: Unit,
  report: Submitted,
  via: HandInWay,
): Promise<Result<TakenIn>> {
  const about = { unitId: unit.key.unitId, unit: unit.name }
  const lines = Object.values<string[]>({ ...report.prose }).flat()
  const marks = secrecyMarks({ name: '', titles: [], pages: [lines] })
  const marked = await refuseMarked(ctx, { agencyId: notice.agency_id, actorId }, marks)
  if (!marked.ok) return marked
  const before = await submissionsOf(ctx.db, unit.key)
  const { state } = foldHandIn((await handInActs(ctx.db, unit.key)).map(({ data }) => data))
  if (isOldNews(report, via, before, state)) return ok({ kind: 'already', ...about })
  const done = await ctx.transact(async (tx): Promise<Result<void>> => {
    const kept = await keepSubmission(ctx, tx, actorId, unit.key, report, via)
    if (!kept.ok) return kept
    const detail = { what: via, unit: unit.name }
    await appendAudit(tx, { agencyId: notice.agency_id, actorId, verb: 'handIns.decide', target: notice.number, detail })
    return ok(undefined)
  })
  return done.ok ? ok({ kind: 'handedIn', ...about }) : done
}

/**
 * The same once more, or a bundle that something newer has come after. Given back and brought again as it was, it counts: the unit
 * stands by its numbers, and the file is all that it can say.
 */
function isOldNews(
  report: Submitted,
  via: HandInWay,
  before: Awaited<ReturnType<typeof submissionsOf>>,
  state: HandInState,
): boolean {
  const digest = digestOf(report)
  if (before.at(-1)?.digest === digest) return state !== 'returned'
  if (via !== 'bundle') return false
  const newest = Math.max(0, ...before.map((one) => (one.via === 'bundle' ? (one.version ?? 0) : 0)))
  if (report.version !== null && report.version > newest) return false
  return before.some((one) => one.digest === digest) || (report.version !== null && report.version < newest)
}

/** 填表报送: what was read from a filled-in table. With faults it is not taken in; they come back, to be marked in the table. */
export async function takeInSheet(
  ctx: OfficeContext,
  actor: Actor,
  input: { noticeId: string; report: CheckedReport; prose: ReportProse; sheetCode?: SheetCode | null },
): Promise<Result<TakenIn>> {
  const notice = await noticeFor(ctx, actor, input.noticeId)
  if (!notice.ok) return notice
  const { prose } = input
  const unit = input.sheetCode
    ? await unitCoded(ctx, notice.value, input.sheetCode, input.report)
    : await unitNamed(ctx, notice.value, input.report.agency, input.report.year)
  if (!unit.ok) return unit
  const { format } = notice.value
  if (input.report.format !== format)
    return refused({ code: 'file-refused', say: '表格的格式与通知要求的不同。', then: '请用本页下载的填报表。', field: 'files' })
  const { tables } = input.report
  const findings = [
    ...input.report.findings,
    ...(await besideLastYear(ctx, unit.value, { tables, format, year: notice.value.year })),
    ...(await wordsBeside(ctx, unit.value, notice.value, prose)),
  ]
  if (unresolved(findings, {}).length > 0 || emptyCells(tables, format).length > 0) {
    const document = documentOf(unit.value, notice.value, tables, prose)
    return ok({ kind: 'faults', unitId: unit.value.key.unitId, unit: unit.value.name, findings, document })
  }
  const submitted = { format, tables, prose, findings, explained: {}, version: null }
  return keep(ctx, actor.id, notice.value, unit.value, submitted, 'sheet')
}

/**
 * X4, X7, R12: what fails only when it is held against the unit's report of the year before, as this office has it. On paper nothing can
 * be explained, and a bundle's unit may not have that report or another one: what fails is told to whoever reviews it and stops nothing.
 */
async function besideLastYear(
  { db }: OfficeContext,
  { key }: Unit,
  { tables, format, year }: { tables: ReportTables; format: ReportFormat; year: number },
): Promise<Finding[]> {
  const published = await publishedReport(db, key.unitId, year - 1)
  const previous = published?.tables ?? (await acceptedReport(db, key.agencyId, key.unitId, year - 1))?.tables ?? null
  const missing = checkHasLastYear(year, previous)
  if (!previous) return missing
  const alone = checkTables(tables, format)
  const beside = checkTables(tables, format, { previous })
    .filter((one) => !alone.some(({ code, message }) => code === one.code && message === one.message))
    .map((one): Finding => ({ ...one, level: 'warning' }))
  return [...missing, ...beside]
}

/** L04–L06, L09: the words beside the notice, the unit's report of the year before, and what its sisters published. */
async function wordsBeside(
  { db }: OfficeContext,
  { key, name }: Unit,
  { number, title, year }: NoticeRecord,
  prose: ReportProse,
): Promise<Finding[]> {
  const [last, sisters] = await Promise.all([
    publishedReport(db, key.unitId, year - 1),
    sisterReports(db, key.unitId, year, MOST_SISTERS),
  ])
  return hintsBeside(prose, {
    year,
    last: last && { source: `该单位${year - 1}年报告`, prose: last.prose },
    agency: name,
    others: sisters.map((one) => ({ source: `${one.name}${year}年报告`, agency: one.name, prose: one.prose })),
    // A filled-in table has no preface that could cite it.
    notices: prose.preface.length > 0 ? [{ number, title }] : [],
  })
}

function documentOf(
  { name: agency, slug }: Pick<Unit, 'name' | 'slug'>,
  { year, format }: Pick<NoticeRecord, 'year' | 'format'>,
  tables: ReportTables,
  { preface, ...sections }: ReportProse,
): ReportDocument {
  return {
    agency,
    year,
    format,
    title: `${agency}${year}年政府信息公开工作年度报告`,
    preface,
    sections,
    tables,
    signature: { agency, date: '' },
    unitCode: slug,
  }
}

/** 填报表: the official tables of the year, empty, with the unit's name, for one that works on paper. */
export async function blankSheet(
  ctx: OfficeContext,
  actor: Actor,
  { noticeId, unitId }: { noticeId: string; unitId: string },
): Promise<Result<ReportDocument>> {
  const notice = await noticeFor(ctx, actor, noticeId)
  if (!notice.ok) return notice
  const { rows } = await unitsUnder(ctx.db, notice.value, { unitId }, { today: ctx.today(), offset: 0, limit: 1 })
  const [unit] = rows
  if (!unit) return refused(NOT_FOUND)
  const nothing = { disclosed: null, requests: null, disputes: null }
  return ok(documentOf(unit, notice.value, nothing, { preface: [], overall: [], problems: [], other: [] }))
}

const DAMAGED: Refusal = {
  code: 'file-refused',
  say: '报送包已损坏，或者内容与清单不符。',
  then: '请单位重新导出后再报送。',
  field: 'files',
}

/**
 * 离线报送包: signed by the unit. The first time, and whenever the key is another, its fingerprint is shown and must be given back
 * (`trust`) after it was compared with the unit by telephone. What the report says is checked anew here.
 */
export async function takeInBundle(
  ctx: OfficeContext,
  actor: Actor,
  input: { noticeId: string; manifest: string; report: string; signature: string; trust: string | null },
): Promise<Result<TakenIn>> {
  const notice = await noticeFor(ctx, actor, input.noticeId)
  if (!notice.ok) return notice
  const opened = open(input)
  if (!opened) return refused(DAMAGED)
  const { manifest, report } = opened
  const unit = await unitNamed(ctx, notice.value, manifest.agency, manifest.year)
  if (!unit.ok) return unit
  if (report.format !== notice.value.format)
    return refused({
      code: 'file-refused',
      say: '报送包里的报告格式与通知要求的不同。',
      then: '请单位按通知的格式编制、批准后重新导出。',
      field: 'files',
    })
  const trusted = await trust(ctx, actor.id, unit.value, manifest.key, input.trust)
  if (!trusted.ok) return trusted
  if (trusted.value !== 'trusted')
    return ok({ kind: 'trust', unitId: unit.value.key.unitId, unit: unit.value.name, ...trusted.value })
  const tables = report.tables as ReportTables
  const found: Finding[] = [
    ...checkTables(tables, report.format),
    ...(await besideLastYear(ctx, unit.value, { tables, format: report.format, year: manifest.year })),
    ...checkText(
      {
        preface: report.prose.preface.join('\n'),
        overall: report.prose.overall.join('\n'),
        requestsIntro: '',
        problems: report.prose.problems.join('\n'),
        other: report.prose.other.join('\n'),
      },
      tables,
      { agency: manifest.agency, year: manifest.year, format: report.format },
    ),
    ...hintsAlone(report.prose),
    ...(await wordsBeside(ctx, unit.value, notice.value, report.prose)),
  ]
  const submitted = {
    format: report.format,
    tables,
    prose: report.prose,
    findings: citedBy(formOf(report.format), found),
    explained: report.explained,
    version: manifest.reportVersion ?? null,
  }
  return keep(ctx, actor.id, notice.value, unit.value, submitted, 'bundle')
}

/** Signed by the key it names, and the report is the one it names. */
function open({ manifest: text, report: content, signature }: { manifest: string; report: string; signature: string }) {
  try {
    const manifest = bundleManifest.parse(JSON.parse(text))
    const key = createPublicKey({ key: Buffer.from(manifest.key, 'base64'), format: 'der', type: 'spki' })
    const signed = key.asymmetricKeyType === 'ed25519' && verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'))
    const whole = createHash('sha256').update(content).digest('hex') === manifest.report
    return signed && whole ? { manifest, report: bundleReport.parse(JSON.parse(content)) } : null
  } catch {
    // Whatever is wrong with it, its own words go nowhere.
    return null
  }
}

async function trust(
  ctx: OfficeContext,
  actorId: string,
  unit: Unit,
  key: string,
  given: string | null,
): Promise<Result<'trusted' | { fingerprint: string; changed: boolean }>> {
  const { agencyId, unitId } = unit.key
  const known = await ctx.db
    .selectFrom('trusted_key')
    .select('public_key')
    .where('agency_id', '=', agencyId)
    .where('unit_id', '=', unitId)
    .executeTakeFirst()
  if (known?.public_key === key) return ok('trusted')
  const fingerprint = fingerprintOf(key)
  if (given !== fingerprint) return ok({ fingerprint, changed: known !== undefined })
  await ctx.transact(async (tx) => {
    const row = { public_key: key, trusted_by: actorId }
    await tx
      .insertInto('trusted_key')
      .values({ agency_id: agencyId, unit_id: unitId, ...row })
      .onConflict((conflict) => conflict.columns(['agency_id', 'unit_id']).doUpdateSet(row))
      .execute()
    const detail = { what: known ? 'changed' : 'trusted', unit: unit.name, fingerprint }
    await appendAudit(tx, { agencyId, actorId, verb: 'handIns.trustKey', target: unit.name, detail })
  })
  return ok('trusted')
}
