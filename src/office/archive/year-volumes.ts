/** Volumes of a year, requests and matters of amendment in the one series of numbers: on the screen, and as the list that goes along. */
import { type Result, ok, refused } from '../../law/refusal.ts'
import { outcomeRule } from '../../law/requests/outcomes.ts'
import { AMENDMENT_STATE_WORDS } from '../../record/amendments/fold.ts'
import { AMENDMENT_RESULT_WORDS } from '../../record/amendments/model.ts'
import type { VolumeRow } from '../../record/archive/view.ts'
import { type VolumeList, volumeList } from '../../record/archive/volume-list.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { volumesOf } from '../../store/archive.sql.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { amendmentVolumesOf } from '../../store/erasure-amendments.sql.ts'
import { amendmentLetterNumber } from '../amendments/amendment-letter.ts'
import type { OfficeContext } from '../context.ts'
import { agencyOn } from '../people/agencies.ts'
import { NOT_PERMITTED } from '../people/permit.ts'
import { shownSubject } from '../requests/register-row.ts'

export async function yearVolumes(
  ctx: Pick<OfficeContext, 'db' | 'vault'>,
  agencyId: string,
  year: number,
): Promise<VolumeRow[]> {
  const { db } = ctx
  const [cases, amendments] = await Promise.all([volumesOf(db, agencyId, year), amendmentVolumesOf(db, agencyId, year)])
  return [
    ...cases.map((row) => [row.serial, volumeRow(ctx, row)] as const),
    ...amendments.map((row) => [row.serial, amendmentVolumeRow(row)] as const),
  ]
    .toSorted(([a], [b]) => a - b)
    .map(([, row]) => row)
}

/** 归档目录 of a year. It leaves the product, so that is recorded. */
export async function exportVolumeList(ctx: OfficeContext, actor: Actor, year: number): Promise<Result<VolumeList>> {
  if (!permitted(actor, 'archive.view', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const volumes = await yearVolumes(ctx, actor.agencyId, year)
  if (volumes.length === 0) return refused({ code: 'not-found', say: `${year} 年还没有案卷。`, then: '归档后再导出归档目录。' })
  const today = ctx.today()
  const { details } = await agencyOn(ctx.db, actor.agencyId, today)
  await ctx.transact((tx) =>
    appendAudit(tx, { agencyId: actor.agencyId, actorId: actor.id, verb: 'archive.list', target: String(year) }),
  )
  return ok(volumeList({ agency: details.name, year, madeOn: today, volumes }))
}

function amendmentVolumeRow(row: Awaited<ReturnType<typeof amendmentVolumesOf>>[number]): VolumeRow {
  return {
    number: row.number,
    of: 'amendment',
    id: row.amendment_id,
    subject: row.subject,
    document: row.decided_on && amendmentLetterNumber(row.matter_number),
    receivedOn: row.received_on,
    closedOn: row.decided_on ?? row.withdrawn_on,
    outcomeWords: row.result ? AMENDMENT_RESULT_WORDS[row.result] : AMENDMENT_STATE_WORDS.withdrawn,
    retention: row.retention,
    archivedOn: row.archived_on,
    dueOn: row.due_on,
    pieces: row.pieces,
    transferredOn: row.transferred_on,
    transferredTo: row.transferred_to,
    voidedBecause: null,
  }
}

function volumeRow(ctx: Pick<OfficeContext, 'vault'>, row: Awaited<ReturnType<typeof volumesOf>>[number]): VolumeRow {
  return {
    number: row.number,
    of: 'case',
    id: row.case_id,
    subject: shownSubject(ctx, row),
    document: row.reply_number,
    receivedOn: row.received_on,
    closedOn: row.closed_on,
    outcomeWords: row.outcome ? outcomeRule(row.outcome).zh : '',
    retention: row.retention,
    archivedOn: row.archived_on,
    dueOn: row.due_on,
    pieces: row.pieces,
    transferredOn: row.transferred_on,
    transferredTo: row.transferred_to,
    voidedBecause: row.voided_because,
  }
}
