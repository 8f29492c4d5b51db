import { addWorkingDays } from '../../law/calendar.ts'
import { type Result, ok, refused } from '../../law/refusal.ts'
import { RETENTION_WORDS } from '../../law/requests/retention.ts'
import { MAIL_CARRIER_WORDS, RETURN_REASON_WORDS } from '../../law/requests/service.ts'
import { SERVICE_METHOD_WORDS } from '../../law/requests/vocabulary.ts'
import {
  AMENDMENT_ACT_WORDS,
  type AmendmentActContent,
  amendmentRefusal,
  type AmendmentStanding,
  foldAmendment,
} from '../../record/amendments/fold.ts'
import { type AmendmentContent, AMENDMENT_RESULT_WORDS } from '../../record/amendments/model.ts'
import type { AmendmentActView, AmendmentRow, AmendmentView } from '../../record/amendments/view.ts'
import type { Letter } from '../../record/letters/model.ts'
import { maskRequester, type Requester } from '../../record/people/requester.ts'
import { type Actor, PERMISSIONS, permitted } from '../../record/people/roles.ts'
import {
  amendmentActs,
  amendmentFiles,
  type AmendmentRecord,
  findAmendment,
  listAmendments as all,
  volumeOfAmendment,
} from '../../store/amendments.sql.ts'
import { retentionOn } from '../../store/archive.sql.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { pendingOverAmendment } from '../../store/disputes.sql.ts'
import { amendmentErasedAt } from '../../store/erasure-amendments.sql.ts'
import { officersOf } from '../../store/people.sql.ts'
import { findCase } from '../../store/requests.sql.ts'
import { ERASED } from '../archive/bundle.ts'
import { shownDay } from '../shown-day.ts'
import { besideMoves } from '../calendar/view-calendar.ts'
import type { OfficeContext } from '../context.ts'
import { legalSetting } from '../people/agencies.ts'
import { NOT_FOUND, permit } from '../people/permit.ts'
import { mayOpenPaper } from './amendment-files.ts'
import { approvalBy } from './decide-amendment.ts'

type StoredAct = Awaited<ReturnType<typeof amendmentActs>>[number]

function rowOf(record: AmendmentRecord): AmendmentRow {
  return {
    id: record.id,
    number: record.number,
    subject: record.subject,
    receivedOn: record.received_on,
    state: record.state,
    result: record.result,
    decidedOn: record.decided_on,
    servedOn: record.served_on,
    withdrawnOn: record.withdrawn_on,
  }
}

/** 更正登记簿 */
export async function listAmendments(ctx: OfficeContext, actor: Actor): Promise<Result<AmendmentRow[]>> {
  const allowed = permit(actor, 'amendments.view', { agencyId: actor.agencyId })
  if (!allowed.ok) return allowed
  return ok((await all(ctx.db, actor.agencyId)).map(rowOf))
}

/** 更正事项: what the person wrote is opened, so who read it is in the audit log. */
export async function viewAmendment(ctx: OfficeContext, actor: Actor, id: string): Promise<Result<AmendmentView>> {
  const target = { agencyId: actor.agencyId }
  const allowed = permit(actor, 'amendments.view', target)
  if (!allowed.ok) return allowed
  const record = await findAmendment(ctx.db, actor.agencyId, id)
  if (!record) return refused(NOT_FOUND)
  const today = ctx.today()
  const [{ calendar, readings }, acts, from, officers, volume, table, erased, calendarMoves, pending, files] = await Promise.all([
    legalSetting(ctx, actor.agencyId),
    amendmentActs(ctx.db, actor.agencyId, id),
    record.from_case ? findCase(ctx.db, actor.agencyId, record.from_case) : null,
    officersOf(ctx.db, actor.agencyId),
    volumeOfAmendment(ctx.db, actor.agencyId, id),
    retentionOn(ctx.db, actor.agencyId, today),
    amendmentErasedAt(ctx.db, actor.agencyId, id),
    besideMoves(ctx, actor.agencyId, 'amendment', id),
    pendingOverAmendment(ctx.db, actor.agencyId, id),
    amendmentFiles(ctx.db, actor.agencyId, id),
  ])
  const requester = ctx.vault.open<Requester>(record.requester_sealed)
  await ctx.transact((tx) =>
    appendAudit(tx, { agencyId: actor.agencyId, actorId: actor.id, verb: 'amendments.view', target: record.number }),
  )
  const standing = foldAmendment(
    acts.map((act) => ({ kind: act.kind, on: act.on_date, actorId: act.actor_id })),
    pending,
  )
  const ended = (standing.servedOn ?? standing.withdrawnOn) !== null && standing.archivedOn === null
  return ok({
    ...rowOf(record),
    version: acts.length,
    requester: erased ? requester : maskRequester(requester),
    via: record.via,
    content: ctx.vault.open<AmendmentContent>(record.content_sealed),
    fromCase: from ? { id: from.id, number: from.number } : null,
    targetOn: addWorkingDays(calendar, record.received_on, readings.amendmentTargetWorkingDays).date,
    proposal: proposalOf(ctx, standing, acts),
    acts: acts.map((act) => actView(ctx, act, erased !== null)),
    calendarMoves,
    files: files.map((file) => {
      const mayOpen = mayOpenPaper(actor, file.kind)
      const name = mayOpen ? ctx.vault.open<string>(file.sealed_name) : file.kind
      return { id: file.id, name, purpose: file.kind, size: file.size, mayOpen }
    }),
    mayFile: permitted(actor, 'amendments.handle', target) && !volume,
    posted: postedOf(ctx, standing, acts),
    mayHandle: permitted(actor, 'amendments.handle', target),
    mayApprove: permitted(actor, 'amendments.approve', target) ? await mayApprove(ctx, actor, standing) : null,
    volume: volume
      ? {
          number: volume.number,
          retention: volume.retention,
          dueOn: volume.due_on,
          transferred: volume.transferred_on && { on: volume.transferred_on, to: volume.transferred_to ?? '' },
        }
      : null,
    retention: table.rules.amendments,
    mayArchive: ended && permitted(actor, 'archive.close', target) ? { refusal: amendmentRefusal('archived', standing) } : null,
    mayTransfer: permitted(actor, 'archive.transfer', target) && amendmentRefusal('archive-transferred', standing) === null,
    erasedOn: erased ? shownDay(ctx, erased) : null,
    approvers: officers
      .filter((one) => one.active && one.roles.some((role) => PERMISSIONS[role].includes('amendments.approve')))
      .map(({ name }) => name),
    today,
  })
}

async function mayApprove(ctx: OfficeContext, actor: Actor, standing: AmendmentStanding): Promise<AmendmentView['mayApprove']> {
  const authority = await approvalBy(ctx.db, actor, standing, ctx.today())
  return { refusal: authority.ok ? null : (authority.refusals[0] ?? null) }
}

const nameOf = (act: StoredAct) => act.name ?? '（已离任人员）'

function proposalOf(ctx: OfficeContext, { state }: AmendmentStanding, acts: readonly StoredAct[]): AmendmentView['proposal'] {
  const last = acts.findLast(({ kind }) => kind === 'proposed')
  if (!last || (state !== 'proposed' && state !== 'returned')) return null
  const back = acts.findLast(({ kind }) => kind === 'returned')
  return {
    decision: ctx.vault.open<AmendmentActContent['proposed']>(last.sealed).decision,
    by: nameOf(last),
    on: last.on_date,
    returnedBecause: back && back.seq > last.seq ? ctx.vault.open<AmendmentActContent['returned']>(back.sealed).because : null,
  }
}

function postedOf(ctx: OfficeContext, { state }: AmendmentStanding, acts: readonly StoredAct[]): AmendmentView['posted'] {
  const last = acts.findLast(({ kind }) => kind === 'dispatched')
  if (!last || state !== 'sent') return null
  return { on: last.on_date, mailNumber: ctx.vault.open<AmendmentActContent['dispatched']>(last.sealed).mailNumber }
}

/** What an act said is gone with the personal data; that it was done, when and by whom stays. */
function actView(ctx: OfficeContext, act: StoredAct, erased: boolean): AmendmentActView {
  return {
    seq: act.seq,
    kind: act.kind,
    on: act.on_date,
    words: AMENDMENT_ACT_WORDS[act.kind],
    detail: erased ? '' : detailOf(act.kind, ctx.vault.open(act.sealed)),
    actorName: nameOf(act),
    recordedAt: act.recorded_at.toISOString(),
  }
}

function detailOf(kind: StoredAct['kind'], sealed: unknown): string {
  switch (kind) {
    case 'proposed':
    case 'decided':
      return AMENDMENT_RESULT_WORDS[(sealed as AmendmentActContent['decided']).decision.result]
    case 'returned':
      return (sealed as AmendmentActContent['returned']).because
    case 'evidenced':
      return (sealed as AmendmentActContent['evidenced']).evidence
    case 'dispatched': {
      const { carrier, mailNumber } = sealed as AmendmentActContent['dispatched']
      return `${MAIL_CARRIER_WORDS[carrier]}，邮件号码 ${mailNumber}`
    }
    case 'mail-returned':
      return RETURN_REASON_WORDS[(sealed as AmendmentActContent['mail-returned']).because]
    case 'served': {
      const { by, proof, agency, agreed } = sealed as AmendmentActContent['served']
      const way = [SERVICE_METHOD_WORDS[by], agency && `受委托机关：${agency}`, agreed && `同意电子送达：${agreed}`]
      return [...way, `凭证：${proof}`].filter(Boolean).join('，')
    }
    case 'archived': {
      const { volume, retention } = sealed as AmendmentActContent['archived']
      return `${volume}，保管${RETENTION_WORDS[retention]}`
    }
    case 'withdrawn':
      return `凭证：${(sealed as AmendmentActContent['withdrawn']).proof}`
    case 'archive-transferred':
      return (sealed as AmendmentActContent['archive-transferred']).to
    case 'received':
      return ''
  }
}

/** 更正（转送）告知书 as issued. */
export async function readAmendmentLetter(ctx: OfficeContext, actor: Actor, id: string): Promise<Result<Letter>> {
  const record = await findAmendment(ctx.db, actor.agencyId, id)
  if (!record) return refused(NOT_FOUND)
  const allowed = permit(actor, 'amendments.view', { agencyId: actor.agencyId })
  if (!allowed.ok) return allowed
  const decided = (await amendmentActs(ctx.db, actor.agencyId, id)).find(({ kind }) => kind === 'decided')
  if (!decided) return refused(NOT_FOUND)
  if (await amendmentErasedAt(ctx.db, actor.agencyId, id)) return refused(ERASED)
  await ctx.transact((tx) =>
    appendAudit(tx, {
      agencyId: actor.agencyId,
      actorId: actor.id,
      verb: 'requests.readLetter',
      target: record.number,
      detail: { code: 'D26' },
    }),
  )
  return ok(ctx.vault.open<{ letter: Letter }>(decided.sealed).letter)
}
