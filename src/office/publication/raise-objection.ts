/** 提出异议: by anybody on the portal while the 公示 runs, or entered by the office; numbered, with somebody who deals with it and a day. */
import { randomUUID } from 'node:crypto'
import { addWorkingDays } from '../../law/calendar.ts'
import { chineseDate, type LocalDate, yearOf } from '../../law/date.ts'
import type { ObjectionFinding, ObjectionWay } from '../../law/publication/publicity.ts'
import { type Refusal, type Result, ok, refused } from '../../law/refusal.ts'
import { secrecyMarks } from '../../record/outgoing/secrecy-marks.ts'
import type { Agency } from '../../record/people/agency.ts'
import type { Actor } from '../../record/people/roles.ts'
import { permitted } from '../../record/people/roles.ts'
import {
  type EnteredObjection,
  type ObjectionAnswer,
  objectionFaults,
  objectionSchema,
  type ObjectionText,
  type PublicityView,
} from '../../record/publication/objection.ts'
import { isRunning, type PublicityContact } from '../../record/publication/publicity.ts'
import { numberParts } from '../../record/requests/typed-number.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { addObjectionStep, insertObjection, objectionNumbered, objectionOfCommand } from '../../store/objections.sql.ts'
import { documentById } from '../../store/publication.sql.ts'
import { lockLastPublicity, publicitiesOf, type StoredPublicity } from '../../store/publicity.sql.ts'
import { nextNumber } from '../../store/requests.sql.ts'
import { type OfficeContext, PUBLIC_ACTOR_ID, type Tx } from '../context.ts'
import { agencyOn, legalSetting } from '../people/agencies.ts'
import { NOT_FOUND, NOT_PERMITTED } from '../people/permit.ts'
import { queryCodeDigest, queryCodeOf } from '../requests/open-case.ts'
import { refuseMarked } from '../files/attach-files.ts'
import { runOf } from './run-publicity.ts'
import { seenRun, viewPublicity } from './view-publicity.ts'

/** A 公示 that anybody may object to today: what its form says of it. */
export interface OpenPublicity {
  documentId: string
  title: string
  endsOn: LocalDate
  contact: PublicityContact
}

/** Null where there is none under this address, or it is over. */
export async function openPublicity(ctx: OfficeContext, agency: Agency, documentId: string): Promise<OpenPublicity | null> {
  const document = await documentById(ctx.db, ctx.today(), agency.id, documentId)
  const last = document && (await publicitiesOf(ctx.db, agency.id, documentId)).at(-1)
  if (!last || !isRunning(runOf(last), ctx.today())) return null
  return { documentId, title: document.title, endsOn: last.ends_on, contact: last.contact }
}

interface Raised extends Omit<ObjectionText, 'objector'> {
  /** As it was chosen; empty where nothing was. */
  objector: string
  agencyId: string
  documentId: string
  commandId: string
}

/** 网上提出. Sent twice it is one objection, with the same code. */
export async function raiseObjection(ctx: OfficeContext, input: Raised): Promise<Result<{ number: string; queryCode: string }>> {
  const { agencyId, documentId, commandId } = input
  const faults = objectionFaults(input)
  if (faults.length > 0) return refused(...faults)
  const text = objectionSchema.parse(input)
  const stopped = await refuseMarked(ctx, { agencyId, actorId: PUBLIC_ACTOR_ID }, marksOf(text))
  if (!stopped.ok) return stopped
  return ctx.transact(async (tx): Promise<Result<{ number: string; queryCode: string }>> => {
    const run = await lockLastPublicity(tx, agencyId, documentId)
    // Behind the lock: of one form sent twice at the same moment the second waits here, and is answered like the first.
    const before = await objectionOfCommand(tx, agencyId, commandId)
    if (before) return ok({ number: before.number, queryCode: queryCodeOf(ctx, commandId) })
    const document = await documentById(tx, ctx.today(), agencyId, documentId)
    if (!run || !document || !isRunning(runOf(run), ctx.today())) return refused(OVER)
    const by = { id: PUBLIC_ACTOR_ID, name: '提出人' }
    const number = await register(ctx, tx, { run, text, commandId, by, via: 'online', receivedOn: ctx.today(), enteredBy: null })
    await appendAudit(tx, { agencyId, actorId: PUBLIC_ACTOR_ID, verb: 'objections.raise', target: number })
    return ok({ number, queryCode: queryCodeOf(ctx, commandId) })
  })
}

const OVER: Refusal = {
  code: 'publicity-over',
  say: '公示期已经结束，网上不再受理异议。',
  then: '仍有情况要反映的，请按页面上的联系方式打电话或者写信。',
}

function marksOf({ about, statement }: Pick<ObjectionText, 'about' | 'statement'>) {
  return secrecyMarks({ name: '', titles: [], pages: [[about, ...statement.split('\n')]] })
}

/** 登记电话、来信、来访的异议. */
export async function enterObjection(ctx: OfficeContext, actor: Actor, input: EnteredObjection): Promise<Result<PublicityView>> {
  const { agencyId } = actor
  if (!permitted(actor, 'objections.handle', { agencyId })) return refused(NOT_PERMITTED)
  const { commandId, documentId, via, receivedOn, ...text } = input
  const seen = await seenRun(ctx, actor, documentId)
  if (!seen) return refused(NOT_FOUND)
  if (!permitted(actor, 'objections.handle', { agencyId, sectionId: seen.section_id })) return refused(NOT_PERMITTED)
  const faults = [...objectionFaults(text), ...dayFaults(receivedOn, seen, ctx.today())]
  if (faults.length > 0) return refused(...faults)
  const stopped = await refuseMarked(ctx, { agencyId, actorId: actor.id }, marksOf(text))
  if (!stopped.ok) return stopped
  const done = await ctx.transact(async (tx): Promise<Result<void>> => {
    const run = await lockLastPublicity(tx, agencyId, documentId)
    if (await objectionOfCommand(tx, agencyId, commandId)) return ok(undefined)
    if (!run || run.concluded_on || run.withdrawn_on)
      return refused({
        code: 'publicity-over',
        say: run?.withdrawn_on ? '这件公示已经撤下。' : '这件公示已经办结。',
        then: '请按信访、举报的途径办理，或者建议提出人另行反映。',
      })
    const number = await register(ctx, tx, { run, text, commandId, by: actor, via, receivedOn, enteredBy: actor.id })
    await appendAudit(tx, { agencyId, actorId: actor.id, verb: 'objections.enter', target: number })
    return ok(undefined)
  })
  return done.ok ? viewPublicity(ctx, actor, { documentId }) : done
}

function dayFaults(receivedOn: LocalDate, run: StoredPublicity, today: LocalDate): Refusal[] {
  if (receivedOn > today)
    return [{ code: 'date-in-future', field: 'receivedOn', say: '日期晚于今天。', then: '请填写收到的日期。' }]
  if (receivedOn >= run.starts_on) return []
  return [
    {
      code: 'date-before-cause',
      field: 'receivedOn',
      say: `日期早于公示的第一天（${run.starts_on}）。`,
      then: '请核对日期；对以前的公示提出的，写明后登记为今天收到。',
    },
  ]
}

interface Registered {
  run: StoredPublicity
  text: ObjectionText
  commandId: string
  by: { id: string; name: string }
  via: ObjectionWay
  receivedOn: LocalDate
  enteredBy: string | null
}

async function register(ctx: OfficeContext, tx: Tx, given: Registered): Promise<string> {
  const { run, text, commandId, by, via, receivedOn, enteredBy } = given
  const { agency_id: agencyId } = run
  const year = yearOf(ctx.today())
  const [agency, { calendar, readings }, serial] = await Promise.all([
    agencyOn(tx, agencyId, ctx.today()),
    legalSetting({ ...ctx, db: tx }, agencyId),
    nextNumber(tx, agencyId, 'objection', year),
  ])
  const id = randomUUID()
  const number = `${agency.details.shortName}异〔${year}〕${serial}号`
  await insertObjection(tx, {
    agency_id: agencyId,
    id,
    document_id: run.document_id,
    run: run.run,
    number,
    number_year: year,
    number_serial: serial,
    via,
    objector: text.objector,
    sealed: ctx.vault.seal(text),
    reachable: text.contact !== '',
    received_on: receivedOn,
    after_end: receivedOn > run.ends_on,
    due_on: addWorkingDays(calendar, receivedOn, readings.objectionWorkingDays).date,
    owner_id: run.owner_id,
    state: 'open',
    query_code_hash: queryCodeDigest(ctx, number, queryCodeOf(ctx, commandId)),
    entered_by: enteredBy,
    command_id: commandId,
  })
  await addObjectionStep(tx, {
    agency_id: agencyId,
    objection_id: id,
    kind: 'received',
    actor_id: by.id,
    actor_name: by.name,
    on_date: ctx.today(),
    note: '',
    command_id: commandId,
  })
  return number
}

/** What whoever objected finds under number and code. */
export interface ObjectionStatus {
  number: string
  receivedOn: LocalDate
  dueOn: LocalDate | null
  title: string
  answered: { on: LocalDate; finding: ObjectionFinding; answer: string; measure: string } | null
}

const WRONG_CODE: Refusal = {
  code: 'not-found',
  say: '没有找到：异议编号或查询码不正确。',
  then: '请对照回执重新输入。',
  field: 'number',
}

/** 查询异议的办理结果. */
export async function objectionStatus(
  ctx: OfficeContext,
  query: { agencyId: string; number: string; queryCode: string },
): Promise<Result<ObjectionStatus>> {
  const parts = numberParts(query.number)
  const row = parts && (await objectionNumbered(ctx.db, query.agencyId, parts))
  if (!row || row.query_code_hash !== queryCodeDigest(ctx, row.number, query.queryCode)) return refused(WRONG_CODE)
  const answer = row.state === 'answered' && row.sealed_answer ? ctx.vault.open<ObjectionAnswer>(row.sealed_answer) : null
  return ok({
    number: row.number,
    receivedOn: row.received_on,
    dueOn: row.due_on,
    // The 公示 itself may be over, and nothing of it is told any more.
    title: `对 ${chineseDate(row.received_on)}公示的异议`,
    answered:
      answer && row.answered_on
        ? { on: row.answered_on, finding: answer.finding, answer: answer.answer, measure: answer.measure }
        : null,
  })
}
