/** 处理决定台账: sections enter through the year how many decisions they made, with what shows it; the office sees all of them. */
import { randomUUID } from 'node:crypto'
import { fromParts, yearOf } from '../../law/date.ts'
import { type Refusal, type Result, ok, refused } from '../../law/refusal.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import {
  DECISION_KIND_WORDS,
  DECISION_KINDS,
  type DecisionsView,
  entryRefusals,
  kindsOf,
  type NewDecisionEntry,
  sumOfEntries,
} from '../../record/reports/decision-entries.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import {
  addDecisionEntries,
  decisionEntries,
  decisionYears,
  findDecisionEntry,
  isEntered,
  lockDecisionEntries,
  type StoredEntry,
  updateDecisionEntry,
} from '../../store/decisions.sql.ts'
import { sectionsOf } from '../../store/people.sql.ts'
import type { OfficeContext } from '../context.ts'
import { takeIn, type Upload } from '../files/attach-files.ts'
import { removeUnused } from '../files/contents.ts'
import { NOT_FOUND, NOT_PERMITTED } from '../people/permit.ts'
import { readingsOfYear } from './readings-of-year.ts'

/** The year's ledger; of a section's officer the own section's part, and the sums of that part. */
export async function viewDecisions(
  ctx: OfficeContext,
  actor: Actor,
  input: { year?: number | undefined },
): Promise<Result<DecisionsView>> {
  const { agencyId } = actor
  if (!permitted(actor, 'decisions.view', { agencyId })) return refused(NOT_PERMITTED)
  const today = ctx.today()
  const year = input.year ?? yearOf(today)
  const last = fromParts(year, 12, 31)
  const [all, years, sections, readings] = await Promise.all([
    decisionEntries(ctx.db, agencyId, fromParts(year, 1, 1), last),
    decisionYears(ctx.db, agencyId),
    sectionsOf(ctx.db, agencyId),
    readingsOfYear(ctx.db, agencyId, year),
  ])
  const entries = all
    .filter(({ sectionId }) => permitted(actor, 'decisions.view', { agencyId, sectionId }))
    .toSorted((a, b) => DECISION_KINDS.indexOf(a.kind) - DECISION_KINDS.indexOf(b.kind))
  const may = (sectionId: string | null) => permitted(actor, 'decisions.enter', { agencyId, sectionId })
  const enterable = [{ id: null, name: '本机关' }, ...sections.map(({ id, name }) => ({ id, name }))].filter(({ id }) => may(id))
  return ok({
    year,
    years: [...new Set([yearOf(today), ...years])].toSorted((a, b) => b - a),
    entries: entries.map(({ evidenceHash: _hash, evidenceType: _type, ...entry }) => entry),
    sums: Object.fromEntries(kindsOf(year).map((kind) => [kind, sumOfEntries(entries, kind, last, readings)])),
    sections: enterable,
    mayEnter: enterable.length > 0,
    today,
  })
}

/** 登记: one entry, or those of a pasted table; all of them or none. The place of a fault is named as `entries.2.to`. */
export async function enterDecisions(
  ctx: OfficeContext,
  actor: Actor,
  input: { commandId: string; entries: NewDecisionEntry[] },
): Promise<Result<DecisionsView>> {
  const { agencyId } = actor
  if (!input.entries.every(({ sectionId }) => permitted(actor, 'decisions.enter', { agencyId, sectionId })))
    return refused(NOT_PERMITTED)
  const done = await ctx.transact(async (tx): Promise<Result<void>> => {
    await lockDecisionEntries(tx, agencyId)
    if (await isEntered(tx, agencyId, input.commandId)) return ok(undefined)
    const sections = await sectionsOf(tx, agencyId)
    const refusals: Refusal[] = []
    const added: (NewDecisionEntry & { id: string; voided: null })[] = []
    const years = input.entries.map(({ from, to }) => [yearOf(from), yearOf(to)]).flat()
    const known = await decisionEntries(tx, agencyId, fromParts(Math.min(...years), 1, 1), fromParts(Math.max(...years), 12, 31))
    for (const [index, entry] of input.entries.entries()) {
      if (entry.sectionId !== null && !sections.some(({ id }) => id === entry.sectionId))
        return refused({ ...NOT_FOUND, field: 'sectionId' })
      const faults = entryRefusals(entry, [...known, ...added], ctx.today())
      refusals.push(...faults.map((fault) => ({ ...fault, field: `entries.${index}.${fault.field}` })))
      added.push({ ...entry, id: randomUUID(), voided: null })
    }
    if (refusals.length > 0) return refused(...refusals)
    await addDecisionEntries(tx, { agencyId, by: actor.id, on: ctx.today(), commandId: input.commandId }, added)
    await appendAudit(tx, {
      agencyId,
      actorId: actor.id,
      verb: 'decisions.enter',
      target: String(yearOf(ctx.today())),
      detail: { count: added.length },
    })
    return ok(undefined)
  })
  const [first] = input.entries
  return done.ok ? viewDecisions(ctx, actor, { year: first && yearOf(first.to) }) : done
}

/** The entry, where this person may change it. */
async function ownEntry(db: OfficeContext['db'], actor: Actor, id: string): Promise<Result<StoredEntry>> {
  const entry = await findDecisionEntry(db, actor.agencyId, id)
  const target = entry && { agencyId: actor.agencyId, sectionId: entry.sectionId }
  if (!entry || !target || !permitted(actor, 'decisions.view', target)) return refused(NOT_FOUND)
  if (!permitted(actor, 'decisions.enter', target)) return refused(NOT_PERMITTED)
  return ok(entry)
}

/** As the audit log names it, which keeps for ever: without the words that people wrote. */
function auditedAs({ id, kind, from, to }: StoredEntry) {
  return { target: `${DECISION_KIND_WORDS[kind]} ${from}至${to}`, detail: { entry: id } }
}

/** 作废 what was entered by mistake: it stays, with the reason, and counts no more. */
export async function voidDecision(
  ctx: OfficeContext,
  actor: Actor,
  input: { id: string; because: string },
): Promise<Result<DecisionsView>> {
  if (!permitted(actor, 'decisions.enter', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const done = await ctx.transact(async (tx): Promise<Result<StoredEntry>> => {
    await lockDecisionEntries(tx, actor.agencyId)
    const found = await ownEntry(tx, actor, input.id)
    if (!found.ok) return found
    const entry = found.value
    if (entry.voided) return refused({ code: 'already-done', say: '这一笔已经作废。', then: '无需再次办理。' })
    const voided = { voided_because: input.because, voided_by: actor.id, voided_on: ctx.today() }
    await updateDecisionEntry(tx, actor.agencyId, entry.id, voided)
    await appendAudit(tx, { agencyId: actor.agencyId, actorId: actor.id, verb: 'decisions.void', ...auditedAs(entry) })
    return found
  })
  return done.ok ? viewDecisions(ctx, actor, { year: yearOf(done.value.to) }) : done
}

/**
 * 凭据: the statement of the permit platform, say, kept with the entry; a better one takes its place, and the former content goes
 * from the disk unless something else points to it (no act names it, and it may hold what should never have been uploaded).
 */
export async function keepDecisionEvidence(
  ctx: OfficeContext,
  actor: Actor,
  input: { id: string; upload: Upload },
): Promise<Result<DecisionsView>> {
  if (!permitted(actor, 'decisions.enter', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const found = await ownEntry(ctx.db, actor, input.id)
  if (!found.ok) return found
  const entry = found.value
  const taken = await takeIn(ctx, { agencyId: actor.agencyId, actorId: actor.id }, input.upload)
  if (!taken.ok) return taken
  const { hash, size, mediaType } = taken.value
  const former = await ctx.transact(async (tx) => {
    // Two who bring evidence for one entry at once come one after the other: neither's content is left behind.
    await lockDecisionEntries(tx, actor.agencyId)
    const before = await findDecisionEntry(tx, actor.agencyId, entry.id)
    await taken.value.keep(tx)
    await updateDecisionEntry(tx, actor.agencyId, entry.id, {
      evidence_hash: hash,
      evidence_size: size,
      evidence_type: mediaType,
    })
    await appendAudit(tx, { agencyId: actor.agencyId, actorId: actor.id, verb: 'decisions.keepEvidence', ...auditedAs(entry) })
    return before?.evidenceHash ?? null
  })
  // The content goes last: a file without its row would only be lost space, a row without its file a broken page.
  if (former !== null) await removeUnused(ctx, [former])
  return viewDecisions(ctx, actor, { year: yearOf(entry.to) })
}

/** The kept file. */
export async function readDecisionEvidence(
  ctx: OfficeContext,
  actor: Actor,
  id: string,
): Promise<Result<{ bytes: Buffer; mediaType: string; name: string }>> {
  const entry = await findDecisionEntry(ctx.db, actor.agencyId, id)
  const target = entry && { agencyId: actor.agencyId, sectionId: entry.sectionId }
  if (!entry?.evidenceHash || !target || !permitted(actor, 'decisions.view', target)) return refused(NOT_FOUND)
  await ctx.transact((tx) =>
    appendAudit(tx, { agencyId: actor.agencyId, actorId: actor.id, verb: 'decisions.readEvidence', ...auditedAs(entry) }),
  )
  return ok({
    bytes: await ctx.files.get(entry.evidenceHash),
    mediaType: entry.evidenceType ?? 'application/octet-stream',
    name: `${entry.matter}${entry.from}至${entry.to}凭据`,
  })
}
