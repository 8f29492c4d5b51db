/** 公开渠道: which an agency has, what waits there for somebody, and what people record of it. */
import { type OutletKind, OUTLET_RULES } from '../../law/publication/outlets.ts'
import { type Refusal, type Result, ok, refused } from '../../law/refusal.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import type { PublishedDocument } from '../../record/publication/document.ts'
import { afterHand, afterRetry, HAND_STATES, type OutletProof, type OutletState } from '../../record/publication/outlet-items.ts'
import {
  type HandDone,
  type OutletAt,
  type OutletInput,
  OUTLET_FIELDS,
  type OutletsView,
} from '../../record/publication/outlet-view.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import {
  addOutletEvent,
  anyAtOutlet,
  countsByOutlet,
  eventsOfDocument,
  itemsInStates,
  itemsOfDocument,
  lockItem,
  outletById,
  outletsOf,
  saveOutlet,
  updateItem,
} from '../../store/outlets.sql.ts'
import { agencyById } from '../../store/people.sql.ts'
import type { OfficeContext } from '../context.ts'
import { NOT_FOUND, NOT_PERMITTED } from '../people/permit.ts'
import { shownDay } from '../shown-day.ts'
import { readDocument } from './browse.ts'

const MOST_TO_DO = 200
const STANDING: readonly OutletState[] = ['confirmed']
const WAITING: readonly OutletState[] = ['planned', 'sent', 'leaving']

export async function viewOutlets(ctx: OfficeContext, actor: Actor): Promise<Result<OutletsView>> {
  const { agencyId } = actor
  if (!permitted(actor, 'documents.view', { agencyId })) return refused(NOT_PERMITTED)
  const [outlets, counts, todo] = await Promise.all([
    outletsOf(ctx.db, agencyId),
    countsByOutlet(ctx.db, agencyId),
    itemsInStates(ctx.db, agencyId, HAND_STATES, MOST_TO_DO),
  ])
  const count = (id: string, states: readonly OutletState[]) =>
    counts.filter((row) => row.outlet_id === id && states.includes(row.state)).reduce((sum, row) => sum + row.items, 0)
  return ok({
    outlets: outlets.map(({ id, kind, name, columns, settings, sealed_secret: secret, active }) => ({
      id,
      kind,
      name,
      columns,
      settings,
      hasSecret: secret !== null,
      active,
      standing: count(id, STANDING),
      waiting: count(id, WAITING),
      failed: count(id, HAND_STATES),
    })),
    todo: todo.map((row) => ({
      outletId: row.outlet_id,
      outlet: row.name,
      kind: row.kind,
      documentId: row.document_id,
      editionId: row.edition_id,
      title: row.title,
      column: row.column_key,
      state: row.state,
      fault: row.fault,
      since: shownDay(ctx, row.changed_at),
    })),
    may: {
      manage: permitted(actor, 'outlets.manage', { agencyId }),
      confirm: permitted(actor, 'outlets.confirm', { agencyId }),
    },
  })
}

/** 设定一个渠道. What is published from now on goes there; what was published before does not by itself. */
export async function setOutlet(ctx: OfficeContext, actor: Actor, input: OutletInput): Promise<Result<OutletsView>> {
  const { agencyId } = actor
  if (!permitted(actor, 'outlets.manage', { agencyId })) return refused(NOT_PERMITTED)
  const before = await outletById(ctx.db, agencyId, input.id)
  if (before && before.kind !== input.kind)
    return refused({ code: 'field-invalid', field: 'kind', say: '渠道的种类不能改。', then: '请停用这一个，另外新增。' })
  if (before && movesAway(before.settings, input) && (await anyAtOutlet(ctx.db, agencyId, input.id)))
    return refused({
      code: 'field-invalid',
      field: OUTLET_FIELDS[input.kind].find(({ fixed }) => fixed)?.key ?? 'settings',
      say: '已有信息发布在这个渠道上，账号和网址不能再改。',
      then: '请停用这一个，另外新增；原来的信息仍从原来的渠道撤下。',
    })
  const faults = missing(input, before?.sealed_secret !== null && before !== undefined)
  if (faults.length > 0) return refused(...faults)
  const known = OUTLET_FIELDS[input.kind].filter(({ secret }) => !secret).map(({ key }) => key)
  await ctx.transact(async (tx) => {
    await saveOutlet(tx, {
      agency_id: agencyId,
      id: input.id,
      kind: input.kind,
      name: input.name,
      columns: JSON.stringify(input.columns),
      settings: JSON.stringify(Object.fromEntries(known.map((key) => [key, input.settings[key] ?? '']))),
      sealed_secret: input.secret ? ctx.vault.seal(input.secret) : null,
      active: input.active,
      created_on: before?.created_on ?? ctx.today(),
    })
    await appendAudit(tx, { agencyId, actorId: actor.id, verb: 'outlets.set', target: input.id })
  })
  return viewOutlets(ctx, actor)
}

/** What stands there could no longer be reached. */
function movesAway(before: Readonly<Record<string, string>>, { kind, settings }: OutletInput): boolean {
  return OUTLET_FIELDS[kind].some(({ key, fixed }) => fixed && (before[key] ?? '') !== (settings[key] ?? ''))
}

function missing({ kind, settings, secret }: OutletInput, hasSecret: boolean): Refusal[] {
  return OUTLET_FIELDS[kind].flatMap(({ key, zh, hint, secret: hidden }): Refusal[] => {
    const given = hidden ? secret || hasSecret : settings[key]
    if (!given) return [{ code: 'field-missing', field: key, say: `没有填写${zh}。`, then: hint }]
    if (key === 'address' && !isAddress(settings[key] ?? ''))
      return [{ code: 'field-invalid', field: key, say: `${zh}不是网址。`, then: hint }]
    return []
  })
}

function isAddress(text: string): boolean {
  return /^https?:\/\/[^\s/]+/.test(text) && URL.canParse(text)
}

/** 登记: posted, handed over, printed, or taken down, by somebody on a day. */
export function recordAtOutlet(ctx: OfficeContext, actor: Actor, input: HandDone): Promise<Result<OutletsView>> {
  if (input.on > ctx.today())
    return Promise.resolve(
      refused({ code: 'date-in-future', field: 'on', say: '日期晚于今天。', then: '请填写实际办理的日期。' }),
    )
  return onItem(ctx, actor, input, 'outlets.confirm', (state) => afterHand(state), input.note, input.on)
}

/** 重试: the machine tries again from the beginning. */
export function retryAtOutlet(
  ctx: OfficeContext,
  actor: Actor,
  input: { outletId: string; documentId: string },
): Promise<Result<OutletsView>> {
  return onItem(ctx, actor, input, 'outlets.retry', (state) => afterRetry(state), '', ctx.today())
}

async function onItem(
  ctx: OfficeContext,
  actor: Actor,
  { outletId, documentId }: { outletId: string; documentId: string },
  verb: 'outlets.confirm' | 'outlets.retry',
  next: (state: OutletState) => OutletState | null,
  note: string,
  on: HandDone['on'],
): Promise<Result<OutletsView>> {
  const { agencyId } = actor
  if (!permitted(actor, 'outlets.confirm', { agencyId })) return refused(NOT_PERMITTED)
  const key = { agency_id: agencyId, outlet_id: outletId, document_id: documentId }
  const done = await ctx.transact(async (tx): Promise<Result<void>> => {
    const item = await lockItem(tx, key)
    if (!item) return refused(NOT_FOUND)
    const state = next(item.state)
    if (!state) return refused({ code: 'already-done', say: '这里没有等待办理的。', then: '请刷新后核对。' })
    if (verb === 'outlets.retry' && OUTLET_RULES[item.kind].done === 'hand')
      return refused({ code: 'already-done', say: '这个渠道由人工办理。', then: '请办理后登记。' })
    const proof = JSON.stringify(proofAfter(state, item, verb, note))
    const due = verb === 'outlets.retry' ? new Date() : null
    await updateItem(tx, key, {
      ...(state === 'withdrawn' ? { touched: false } : {}),
      state,
      proof,
      fault: null,
      attempts: 0,
      next_try_at: due,
      changed_at: ctx.now().toISOString(),
    })
    await addOutletEvent(tx, { ...key, state, actor_name: actor.name, on_date: on, note, proof })
    await appendAudit(tx, { agencyId, actorId: actor.id, verb, target: documentId })
    if (due) await ctx.enqueue(tx, 'outlets', {})
    return ok(undefined)
  })
  return done.ok ? viewOutlets(ctx, actor) : done
}

/** What is put there by hand, only hands take away. */
function proofAfter(
  state: OutletState,
  { kind, proof }: { kind: OutletKind; proof: OutletProof },
  verb: 'outlets.confirm' | 'outlets.retry',
  note: string,
): OutletProof {
  if (state === 'withdrawn') return {}
  if (verb === 'outlets.retry') return proof
  return { ...proof, note, ...(OUTLET_RULES[kind].done === 'machine' ? { byHand: 'yes' } : {}) }
}

/** 复制图文: a public document, for putting it by hand where the machine may not. */
export async function documentToCopy(ctx: OfficeContext, actor: Actor, id: string): Promise<Result<PublishedDocument>> {
  if (!permitted(actor, 'documents.view', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const agency = await agencyById(ctx.db, actor.agencyId, ctx.today())
  const document = agency && (await readDocument(ctx, agency, id))
  return document ? ok(document) : refused(NOT_FOUND)
}

/** Where one document stands: for the page of its edition. */
export async function outletsAt(ctx: OfficeContext, agencyId: string, documentId: string): Promise<OutletAt[]> {
  const [items, events] = await Promise.all([
    itemsOfDocument(ctx.db, agencyId, documentId),
    eventsOfDocument(ctx.db, agencyId, documentId),
  ])
  return items.map(({ outlet_id: outletId, name, kind, state, fault, proof }) => ({
    outletId,
    name,
    kind,
    state,
    fault,
    link: proof.address ?? null,
    events: events
      .filter((event) => event.outlet_id === outletId)
      .map(({ seq, state: became, actor_name: by, on_date: on, note }) => ({ seq, state: became, by, on, note })),
  }))
}
