/**
 * 公共企事业单位的信息公开咨询 (Art 55): a school answers questions under its sector's rules. Own register, no statutory clock, not
 * in the annual report's table 三; who is not content complains (申诉) to the competent department.
 */
import type { ConsultationRow, ConsultationView } from '../../record/dialogue/view.ts'
import { randomUUID } from 'node:crypto'
import { yearOf, type LocalDate } from '../../law/date.ts'
import { type Refusal, type Result, ok, refused } from '../../law/refusal.ts'
import type { Agency } from '../../record/people/agency.ts'
import { maskName, maskNumber } from '../../record/people/requester.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { tellingOf, withoutPersons } from '../../record/requests/plain-act.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { isDuplicate } from '../../store/database.ts'
import { nextNumber } from '../../store/requests.sql.ts'
import type { OfficeContext } from '../context.ts'
import { PUBLIC_ACTOR_ID } from '../context.ts'
import { agencyOn } from '../people/agencies.ts'
import { NOT_FOUND, NOT_PERMITTED } from '../people/permit.ts'
import { numberParts } from '../../record/requests/typed-number.ts'
import { queryCodeDigest, queryCodeOf } from '../requests/open-case.ts'

export interface Question {
  agencyId: string
  commandId: string
  name: string
  contact: string
  subject: string
  question: string
}

interface Sealed {
  name: string
  contact: string
  question: string
}

/** What a question lacks, each at its field. */
export function consultationFaults(input: Omit<Question, 'agencyId' | 'commandId'>): Refusal[] {
  const missing = (field: keyof typeof input, what: string): Refusal[] =>
    input[field].trim() ? [] : [{ code: 'field-missing', say: `请填写${what}。`, then: '填写后再提交。', field }]
  return [
    ...missing('name', '称呼'),
    ...missing('contact', '联系方式'),
    ...missing('subject', '咨询事项'),
    ...missing('question', '具体内容'),
  ]
}

/** 提交咨询 */
export async function openConsultation(ctx: OfficeContext, input: Question): Promise<Result<Opened>> {
  const faults = consultationFaults(input)
  if (faults.length > 0) return refused(...faults)
  const agency = await agencyOn(ctx.db, input.agencyId, ctx.today())
  if (agency.regime !== 'art55')
    return refused({ code: 'not-found', say: '本机关请使用依申请公开。', then: '请从“依申请公开”进入。' })
  const before = await opened(ctx, agency.id, input.commandId)
  if (before) return ok(before)
  try {
    return ok(await register(ctx, agency, input))
  } catch (error) {
    // Sent twice at once: the other has its number.
    const raced = isDuplicate(error) ? await opened(ctx, agency.id, input.commandId) : null
    if (raced) return ok(raced)
    throw error
  }
}

interface Opened {
  number: string
  queryCode: string
}

/** What the same form got before, with the same code. */
async function opened(ctx: OfficeContext, agencyId: string, commandId: string): Promise<Opened | null> {
  const row = await ctx.db
    .selectFrom('school_consultation')
    .select('number')
    .where('agency_id', '=', agencyId)
    .where('command_id', '=', commandId)
    .executeTakeFirst()
  return row ? { number: row.number, queryCode: queryCodeOf(ctx, commandId) } : null
}

function register(ctx: OfficeContext, agency: Agency, input: Question): Promise<Opened> {
  const year = yearOf(ctx.today())
  return ctx.transact(async (tx) => {
    const serial = await nextNumber(tx, agency.id, 'consultation', year)
    const number = `${agency.details.shortName}咨〔${year}〕${serial}号`
    const queryCode = queryCodeOf(ctx, input.commandId)
    await tx
      .insertInto('school_consultation')
      .values({
        agency_id: agency.id,
        id: randomUUID(),
        number,
        number_year: year,
        number_serial: serial,
        subject: withoutPersons(input.subject.trim(), tellingOf({ name: input.name.trim(), contact: input.contact.trim() })),
        sealed: ctx.vault.seal({
          name: input.name.trim(),
          contact: input.contact.trim(),
          question: input.question.trim(),
        } satisfies Sealed),
        query_code_hash: queryCodeDigest(ctx, number, queryCode),
        submitted_on: ctx.today(),
        answered_on: null,
        sealed_answer: null,
        answered_by: null,
        command_id: input.commandId,
      })
      .execute()
    await appendAudit(tx, { agencyId: agency.id, actorId: PUBLIC_ACTOR_ID, verb: 'consultations.submit', target: number })
    return { number, queryCode }
  })
}

export interface ConsultationStatus {
  number: string
  subject: string
  submittedOn: LocalDate
  answeredOn: LocalDate | null
  answer: string | null
}

/** 查询咨询答复, by number and code. */
export async function consultationStatus(
  ctx: OfficeContext,
  query: { agencyId: string; number: string; queryCode: string },
): Promise<Result<ConsultationStatus>> {
  const parts = numberParts(query.number)
  const row = await ctx.db
    .selectFrom('school_consultation')
    .selectAll()
    .where('agency_id', '=', query.agencyId)
    .where('number_year', '=', parts?.year ?? 0)
    .where('number_serial', '=', parts?.serial ?? 0)
    .executeTakeFirst()
  if (!row || row.query_code_hash !== queryCodeDigest(ctx, row.number, query.queryCode))
    return refused({
      code: 'not-found',
      say: '没有找到：咨询编号或查询码不正确。',
      then: '请对照回执重新输入。',
      field: 'number',
    })
  return ok({
    number: row.number,
    subject: row.subject,
    submittedOn: row.submitted_on,
    answeredOn: row.answered_on,
    answer: row.sealed_answer ? ctx.vault.open<string>(row.sealed_answer) : null,
  })
}

export async function listConsultations(ctx: OfficeContext, actor: Actor): Promise<Result<ConsultationRow[]>> {
  if (!permitted(actor, 'consultations.view', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const rows = await ctx.db
    .selectFrom('school_consultation')
    .select(['id', 'number', 'subject', 'submitted_on', 'answered_on'])
    .where('agency_id', '=', actor.agencyId)
    .orderBy('answered_on', (order) => order.desc().nullsFirst())
    .orderBy('submitted_on', 'desc')
    .execute()
  return ok(
    rows.map((row) => ({
      id: row.id,
      number: row.number,
      subject: row.subject,
      submittedOn: row.submitted_on,
      answeredOn: row.answered_on,
    })),
  )
}

export async function viewConsultation(ctx: OfficeContext, actor: Actor, id: string): Promise<Result<ConsultationView>> {
  if (!permitted(actor, 'consultations.view', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const row = await ctx.db
    .selectFrom('school_consultation')
    .selectAll()
    .where('agency_id', '=', actor.agencyId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return refused(NOT_FOUND)
  const sealed = ctx.vault.open<Sealed>(row.sealed)
  return ok({
    id: row.id,
    number: row.number,
    subject: row.subject,
    submittedOn: row.submitted_on,
    answeredOn: row.answered_on,
    askerName: maskName(sealed.name),
    contact: maskNumber(sealed.contact),
    question: sealed.question,
    answer: row.sealed_answer ? ctx.vault.open<string>(row.sealed_answer) : null,
    mayAnswer: permitted(actor, 'consultations.answer', { agencyId: actor.agencyId }) && !row.answered_on,
  })
}

/** 答复咨询 */
export async function answerConsultation(
  ctx: OfficeContext,
  actor: Actor,
  input: { id: string; text: string },
): Promise<Result<ConsultationView>> {
  if (!permitted(actor, 'consultations.answer', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const done = await ctx.transact(async (tx): Promise<Result<void>> => {
    const row = await tx
      .selectFrom('school_consultation')
      .select(['number', 'answered_on'])
      .where('agency_id', '=', actor.agencyId)
      .where('id', '=', input.id)
      .forUpdate()
      .executeTakeFirst()
    if (!row) return refused(NOT_FOUND)
    if (row.answered_on) return refused({ code: 'already-done', say: '此咨询已答复。', then: '如需补充，请直接联系咨询人。' })
    await tx
      .updateTable('school_consultation')
      .set({ answered_on: ctx.today(), sealed_answer: ctx.vault.seal(input.text), answered_by: actor.id })
      .where('agency_id', '=', actor.agencyId)
      .where('id', '=', input.id)
      .execute()
    await appendAudit(tx, { agencyId: actor.agencyId, actorId: actor.id, verb: 'consultations.answer', target: row.number })
    return ok(undefined)
  })
  return done.ok ? viewConsultation(ctx, actor, input.id) : done
}
