/** 办理异议: who deals with it, the answer, another's look at it, telling whoever did not object online. */
import { type Refusal, type Result, ok, refused } from '../../law/refusal.ts'
import { maskInText, maskName, maskNumber } from '../../record/people/requester.ts'
import { type Actor, PERMISSIONS, permitted, type Verb } from '../../record/people/roles.ts'
import { reasonRefusals } from '../../record/publication/edition-checks.ts'
import {
  answerFaults,
  type ObjectionAnswer,
  type ObjectionStep,
  type ObjectionText,
  type ObjectionView,
} from '../../record/publication/objection.ts'
import { publicityState } from '../../record/publication/publicity.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import {
  addObjectionStep,
  isObjectionStepDone,
  lockObjection,
  objectionById,
  objectionCounts,
  objectionSteps,
  type StoredObjection,
  updateObjection,
} from '../../store/objections.sql.ts'
import { officersOf } from '../../store/people.sql.ts'
import { documentTitled, publicitiesOf } from '../../store/publicity.sql.ts'
import type { OfficeContext, Tx } from '../context.ts'
import { legalSetting } from '../people/agencies.ts'
import { NOT_FOUND, NOT_PERMITTED } from '../people/permit.ts'
import { runOf } from './run-publicity.ts'
import { objectionRow } from './view-publicity.ts'

const HANDLE: Verb = 'objections.handle'

interface Found {
  row: StoredObjection
  sectionId: string | null
}

async function find(db: OfficeContext['db'], actor: Actor, row: StoredObjection | undefined): Promise<Found | null> {
  if (!row) return null
  const run = (await publicitiesOf(db, row.agency_id, row.document_id)).find((one) => one.run === row.run)
  const sectionId = run?.section_id ?? null
  return permitted(actor, 'objections.view', { agencyId: row.agency_id, sectionId }) ? { row, sectionId } : null
}

/** `open`: with name, contact and numbers in full; that somebody asked for them is on record. */
export async function viewObjection(
  ctx: OfficeContext,
  actor: Actor,
  { id }: { id: string },
  open = false,
): Promise<Result<ObjectionView>> {
  const { agencyId } = actor
  if (!permitted(actor, 'objections.view', { agencyId })) return refused(NOT_PERMITTED)
  const found = await find(ctx.db, actor, await objectionById(ctx.db, agencyId, id))
  if (!found) return refused(NOT_FOUND)
  const { row, sectionId } = found
  const [officers, steps, document, runs, counts, { calendar }] = await Promise.all([
    officersOf(ctx.db, agencyId),
    objectionSteps(ctx.db, agencyId, id),
    documentTitled(ctx.db, agencyId, row.document_id),
    publicitiesOf(ctx.db, agencyId, row.document_id),
    objectionCounts(ctx.db, agencyId, [row.document_id]),
    legalSetting(ctx, agencyId),
  ])
  const last = runs.at(-1)
  if (!last) return refused(NOT_FOUND)
  const text = ctx.vault.open<ObjectionText>(row.sealed)
  const today = ctx.today()
  const where = { agencyId, sectionId }
  const may = (verb: Verb) => permitted(actor, verb, where)
  const toTell = mustBeTold(row)
  return ok({
    ...objectionRow(row, officers, { today, calendar }),
    documentId: row.document_id,
    title: document?.title ?? '',
    kind: last.kind,
    publicityState: publicityState(runOf(last), counts.get(row.document_id)?.open ?? 0, today),
    name: shown(text.name, open, maskName),
    contact: shown(text.contact, open, maskNumber),
    about: open ? text.about : maskInText(text.about),
    statement: open ? text.statement : maskInText(text.statement),
    answer: row.sealed_answer ? ctx.vault.open<ObjectionAnswer>(row.sealed_answer) : null,
    answeredOn: row.answered_on,
    toTell,
    version: row.version,
    steps: steps.map(({ seq, kind, actor_name: by, on_date: on, note }) => ({ seq, kind, by, on, note })),
    officers: officers
      .filter((one) => one.active && handles(one.roles))
      .map(({ id: officerId, name }) => ({ id: officerId, name })),
    ownerId: row.owner_id,
    may: {
      handle: row.state === 'open' && may('objections.handle'),
      assign: row.state !== 'answered' && may('objections.review'),
      review: row.state === 'proposed' && may('objections.review') ? reviewRefusals(actor, row) : null,
      unmask: may('objections.handle') && !open,
      tell: toTell && may('objections.handle'),
    },
  })
}

const shown = (text: string, open: boolean, mask: (text: string) => string) => (text === '' ? '' : open ? text : mask(text))

const handles = (roles: readonly Actor['roles'][number][]) =>
  roles.some((role) => (PERMISSIONS[role] as readonly Verb[]).includes(HANDLE))

function mustBeTold({ state, via, told_on: told, reachable }: StoredObjection): boolean {
  return state === 'answered' && via !== 'online' && reachable && !told
}

/** 查看完整信息. */
export async function unmaskObjection(ctx: OfficeContext, actor: Actor, input: { id: string }): Promise<Result<ObjectionView>> {
  const { agencyId } = actor
  if (!permitted(actor, 'objections.handle', { agencyId })) return refused(NOT_PERMITTED)
  const found = await find(ctx.db, actor, await objectionById(ctx.db, agencyId, input.id))
  if (!found) return refused(NOT_FOUND)
  if (!permitted(actor, 'objections.handle', { agencyId, sectionId: found.sectionId })) return refused(NOT_PERMITTED)
  await ctx.transact((tx) =>
    appendAudit(tx, { agencyId, actorId: actor.id, verb: 'objections.unmask', target: found.row.number }),
  )
  return viewObjection(ctx, actor, input, true)
}

export interface ObjectionCommand {
  id: string
  commandId: string
  /** The version that was looked at. */
  seen: number
}

const CHANGED: Refusal = { code: 'changed-meanwhile', say: '这件异议刚被他人办理。', then: '请核对最新内容后再办。' }
const ANSWERED: Refusal = { code: 'already-done', say: '这件异议已经答复。', then: '如需补充，请直接联系提出人。' }

interface Done {
  kind: ObjectionStep
  note?: string
  verb: string
  values: Parameters<typeof updateObjection>[2]
}

/** A verb on an objection: locked, permitted, told where somebody was faster; sent twice it is done once. */
async function onObjection(
  ctx: OfficeContext,
  actor: Actor,
  command: ObjectionCommand,
  verb: Verb,
  work: (row: StoredObjection, tx: Tx) => Promise<Result<Done>> | Result<Done>,
): Promise<Result<ObjectionView>> {
  const { agencyId } = actor
  if (!permitted(actor, verb, { agencyId })) return refused(NOT_PERMITTED)
  const result = await ctx.transact(async (tx): Promise<Result<void>> => {
    const found = await find(tx, actor, await lockObjection(tx, agencyId, command.id))
    if (!found) return refused(NOT_FOUND)
    const { row, sectionId } = found
    if (!permitted(actor, verb, { agencyId, sectionId })) return refused(NOT_PERMITTED)
    if (await isObjectionStepDone(tx, agencyId, command.commandId)) return ok(undefined)
    if (row.version !== command.seen) return refused(CHANGED)
    const done = await work(row, tx)
    if (!done.ok) return done
    const { kind, note = '', verb: entry, values } = done.value
    await updateObjection(tx, row, values)
    await addObjectionStep(tx, {
      agency_id: agencyId,
      objection_id: row.id,
      kind,
      actor_id: actor.id,
      actor_name: actor.name,
      on_date: ctx.today(),
      note,
      command_id: command.commandId,
    })
    await appendAudit(tx, { agencyId, actorId: actor.id, verb: entry, target: row.number })
    return ok(undefined)
  })
  return result.ok ? viewObjection(ctx, actor, { id: command.id }) : result
}

/** 指定办理人. */
export function assignObjection(
  ctx: OfficeContext,
  actor: Actor,
  input: ObjectionCommand & { ownerId: string },
): Promise<Result<ObjectionView>> {
  return onObjection(ctx, actor, input, 'objections.review', async (row, tx) => {
    if (row.state === 'answered') return refused(ANSWERED)
    const officer = (await officersOf(tx, row.agency_id)).find(({ id }) => id === input.ownerId)
    if (!officer?.active || !handles(officer.roles))
      return refused({ ...NOT_FOUND, field: 'ownerId', say: '没有这位可以办理异议的工作人员。' })
    return ok({ kind: 'assigned', note: officer.name, verb: 'objections.assign', values: { owner_id: officer.id } })
  })
}

/** 拟写答复，送审. What identifies people is not in it: whoever objects reads it, and it may be passed on. */
export function proposeAnswer(
  ctx: OfficeContext,
  actor: Actor,
  input: ObjectionCommand & ObjectionAnswer,
): Promise<Result<ObjectionView>> {
  const { finding, answer, measure } = input
  return onObjection(ctx, actor, input, 'objections.handle', (row) => {
    if (row.state === 'answered') return refused(ANSWERED)
    const faults = [...answerFaults(input), ...reasonRefusals('answer', answer), ...reasonRefusals('measure', measure)]
    if (faults.length > 0) return refused(...faults)
    return ok({
      kind: 'proposed',
      verb: 'objections.propose',
      values: {
        state: 'proposed',
        sealed_answer: ctx.vault.seal({ finding, answer, measure } satisfies ObjectionAnswer),
        drafted_by: actor.id,
        ...(row.owner_id ? {} : { owner_id: actor.id }),
      },
    })
  })
}

function reviewRefusals(actor: Actor, row: StoredObjection): Refusal[] {
  if (row.drafted_by !== actor.id) return []
  return [{ code: 'second-person-needed', say: '答复由您拟写，不能由您审核。', then: '请由没有参与拟写的同事审核。' }]
}

/** 审核通过，答复: from then on whoever objected reads it, and the 公示 counts it as settled. */
export function passAnswer(ctx: OfficeContext, actor: Actor, input: ObjectionCommand): Promise<Result<ObjectionView>> {
  return onObjection(ctx, actor, input, 'objections.review', (row) => {
    const refusals = row.state === 'proposed' ? reviewRefusals(actor, row) : [notProposed(row)]
    if (refusals.length > 0 || !row.sealed_answer) return refused(...refusals)
    const { finding } = ctx.vault.open<ObjectionAnswer>(row.sealed_answer)
    return ok({
      kind: 'answered',
      verb: 'objections.answer',
      values: { state: 'answered', finding, answered_by: actor.id, answered_on: ctx.today() },
    })
  })
}

/** 退回修改. */
export function returnAnswer(
  ctx: OfficeContext,
  actor: Actor,
  input: ObjectionCommand & { because: string },
): Promise<Result<ObjectionView>> {
  return onObjection(ctx, actor, input, 'objections.review', (row) => {
    if (row.state !== 'proposed') return refused(notProposed(row))
    return ok({ kind: 'returned', note: maskInText(input.because), verb: 'objections.return', values: { state: 'open' } })
  })
}

function notProposed({ state }: StoredObjection): Refusal {
  return state === 'answered' ? ANSWERED : { code: 'review-needed', say: '答复还没有送审。', then: '请由办理人拟写后送审。' }
}

/** 登记告知: of an objection that did not come online, how and when the answer reached whoever objected. */
export function recordTold(
  ctx: OfficeContext,
  actor: Actor,
  input: ObjectionCommand & { because: string },
): Promise<Result<ObjectionView>> {
  return onObjection(ctx, actor, input, 'objections.handle', (row) => {
    if (!mustBeTold(row)) return refused({ code: 'already-done', say: '没有需要登记告知的。', then: '请刷新后核对。' })
    return ok({ kind: 'told', note: maskInText(input.because), verb: 'objections.tell', values: { told_on: ctx.today() } })
  })
}
