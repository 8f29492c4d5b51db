/**
 * What every deed on a matter of amendment has in common: permit → lock and load → decide → write the act and the row → audit, in
 * one transaction. Behind the lock two deeds at once come one after the other, and the second sees what the first has done.
 */
import type { LocalDate } from '../../law/date.ts'
import { chineseDate } from '../../law/date.ts'
import { type Refusal, type Result, ok, refused } from '../../law/refusal.ts'
import {
  type AmendmentActContent,
  type AmendmentActKind,
  amendmentRefusal,
  type AmendmentStanding,
  foldAmendment,
} from '../../record/amendments/fold.ts'
import type { AmendmentContent, AmendmentDecision, AmendmentPaper } from '../../record/amendments/model.ts'
import type { Actor, Verb } from '../../record/people/roles.ts'
import {
  addAmendmentAct,
  amendmentActs,
  amendmentFiles,
  type AmendmentRecord,
  lockAmendment,
  updateAmendment,
} from '../../store/amendments.sql.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { pendingOverAmendment } from '../../store/disputes.sql.ts'
import type { OfficeContext, Tx } from '../context.ts'
import { NOT_FOUND, permit } from '../people/permit.ts'

export interface AmendmentCommand {
  id: string
  /** The same id again means the same deed again: it is done once. */
  commandId: string
  /** How many acts the person saw; another number means that someone was quicker. */
  seen: number
}

export interface AmendmentMatter {
  tx: Tx
  record: AmendmentRecord
  standing: AmendmentStanding
  content: AmendmentContent
  /** Whether evidence is on file: written down, or brought as a paper. */
  proven: boolean
  /** As last drafted; null before. */
  proposed: AmendmentDecision | null
  decided: AmendmentActContent['decided'] | null
  /** Every posting of the letter, first to last. */
  posted: AmendmentActContent['dispatched'][]
  today: LocalDate
}

/** What a deed writes besides its act. */
export interface AmendmentDeed<K extends AmendmentActKind> {
  on: LocalDate
  sealed: AmendmentActContent[K]
  row?: Parameters<typeof updateAmendment>[3]
  detail?: Record<string, unknown>
}

const CHANGED: Refusal = {
  code: 'changed-meanwhile',
  say: '您打开页面之后，他人已先行办理，这件更正申请已有变化。',
  then: '页面已刷新为最新情况，请核对后再办理；您填写的内容仍在。',
}

export async function onAmendment<K extends AmendmentActKind>(
  ctx: OfficeContext,
  actor: Actor,
  command: AmendmentCommand,
  { kind, verb, entry = verb }: { kind: K; verb: Verb; entry?: string },
  decide: (matter: AmendmentMatter) => Promise<Result<AmendmentDeed<K>>> | Result<AmendmentDeed<K>>,
): Promise<Result<{ amendmentId: string }>> {
  const allowed = permit(actor, verb, { agencyId: actor.agencyId })
  if (!allowed.ok) return allowed
  return ctx.transact(async (tx): Promise<Result<{ amendmentId: string }>> => {
    const record = await lockAmendment(tx, actor.agencyId, command.id)
    if (!record) return refused(NOT_FOUND)
    const acts = await amendmentActs(tx, record.agency_id, record.id)
    if (acts.some(({ command_id }) => command_id === command.commandId)) return ok({ amendmentId: record.id })
    const recorded = acts.map((act) => ({ kind: act.kind, on: act.on_date, actorId: act.actor_id }))
    const pending = await pendingOverAmendment(tx, record.agency_id, record.id)
    const standing = foldAmendment(recorded, pending)
    const blocked = amendmentRefusal(kind, standing)
    if (blocked) return refused(blocked)
    if (acts.length !== command.seen) return refused(CHANGED)
    const [last, decision] = [
      acts.findLast(({ kind: one }) => one === 'proposed'),
      acts.findLast(({ kind: one }) => one === 'decided'),
    ]
    const content = ctx.vault.open<AmendmentContent>(record.content_sealed)
    const files = await amendmentFiles(tx, record.agency_id, record.id)
    const deed = await decide({
      tx,
      record,
      standing,
      content,
      proven: isProven(content, files),
      proposed: last ? ctx.vault.open<AmendmentActContent['proposed']>(last.sealed).decision : null,
      decided: decision ? ctx.vault.open<AmendmentActContent['decided']>(decision.sealed) : null,
      posted: acts.flatMap((act) =>
        act.kind === 'dispatched' ? [ctx.vault.open<AmendmentActContent['dispatched']>(act.sealed)] : [],
      ),
      today: ctx.today(),
    })
    if (!deed.ok) return deed
    const { on, sealed, row, detail } = deed.value
    await addAmendmentAct(tx, {
      agencyId: record.agency_id,
      id: record.id,
      seq: acts.length,
      kind,
      on,
      actorId: actor.id,
      commandId: command.commandId,
      recordedAt: ctx.now(),
      sealed: ctx.vault.seal(sealed),
    })
    const { state } = foldAmendment([...recorded, { kind, on, actorId: actor.id }], pending)
    await updateAmendment(tx, record.agency_id, record.id, { ...row, state })
    await appendAudit(tx, {
      agencyId: record.agency_id,
      actorId: actor.id,
      verb: entry,
      target: record.number,
      ...(detail ? { detail } : {}),
    })
    return ok({ amendmentId: record.id })
  })
}

export function isProven({ evidence }: AmendmentContent, files: readonly { kind: AmendmentPaper }[]): boolean {
  return evidence !== '' || files.some(({ kind }) => kind === '证据材料')
}

/** What is wrong with the day of a step that people date themselves. */
export function dayFault(on: LocalDate, since: LocalDate, today: LocalDate): Refusal | null {
  if (on > today) return { code: 'date-in-future', say: '日期晚于今天。', then: '请填写今天或之前的日期。', field: 'on' }
  if (on < since)
    return {
      code: 'date-before-cause',
      say: `日期早于${chineseDate(since)}。`,
      then: `请填写${chineseDate(since)}或之后的日期。`,
      field: 'on',
    }
  return null
}
