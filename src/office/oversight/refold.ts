import type { InternalLimit } from '../../record/requests/internal-due.ts'
import type { RecordedAct } from '../../record/requests/acts.ts'
import type { RequestCase } from '../../record/requests/case.ts'
import { erasedAt } from '../../store/archive.sql.ts'
import type { CaseRow } from '../../store/requests.sql.ts'
import type { OfficeContext } from '../context.ts'
import { type LegalSetting, legalSetting } from '../people/agencies.ts'
import { refoldSums } from './refold-sums.ts'
import { correctedSubject, shownSubject } from '../requests/register-row.ts'
import { conclude, projectionOf } from '../requests/projection.ts'

export interface Drift {
  agencyId: string
  number: string
  /** Column → [stored, folded] */
  fields: Record<string, [stored: unknown, folded: unknown]>
}

const BATCH = 500

/**
 * 重算: folds every case anew and compares with the stored row. With `write` the rows are mended (after a rule of law was
 * corrected, a holiday notice loaded, or the fold changed); the list says whose dates move. The sums of accepted annual reports
 * are added up anew likewise.
 */
export async function refold(ctx: OfficeContext, options: { write: boolean }): Promise<{ cases: number; drifts: Drift[] }> {
  const agencies = await ctx.db.selectFrom('agency').select('id').execute()
  const drifts: Drift[] = []
  let cases = 0
  for (const { id: agencyId } of agencies) {
    const setting = await legalSetting(ctx, agencyId)
    let after = ''
    for (;;) {
      let query = ctx.db.selectFrom('request_case').selectAll().where('agency_id', '=', agencyId).orderBy('id').limit(BATCH)
      if (after) query = query.where('id', '>', after)
      const rows = await query.execute()
      if (rows.length === 0) break
      after = rows.at(-1)?.id ?? after
      cases += rows.length
      const acts = await actsByCase(
        ctx,
        agencyId,
        rows.map((row) => row.id),
      )
      for (const row of rows) {
        const drift = await differences(ctx, row, acts.get(row.id) ?? [], setting)
        if (!drift) continue
        drifts.push({ agencyId, number: row.number, fields: drift.fields })
        if (options.write)
          await ctx.transact(async (tx) => {
            await tx
              .updateTable('request_case')
              .set(drift.projection)
              .where('agency_id', '=', agencyId)
              .where('id', '=', row.id)
              .execute()
          })
      }
    }
  }
  drifts.push(...(await refoldSums(ctx, options)))
  return { cases, drifts }
}

async function actsByCase(ctx: OfficeContext, agencyId: string, ids: string[]): Promise<Map<string, RecordedAct[]>> {
  const rows = await ctx.db
    .selectFrom('request_act')
    .select(['case_id', 'seq', 'data', 'recorded_at', 'actor_id'])
    .where('agency_id', '=', agencyId)
    .where('case_id', 'in', ids)
    .orderBy('seq')
    .execute()
  const byCase = new Map<string, RecordedAct[]>()
  for (const row of rows) {
    const acts = byCase.get(row.case_id) ?? []
    acts.push({ seq: row.seq, act: row.data, recordedAt: row.recorded_at.toISOString(), actorId: row.actor_id })
    byCase.set(row.case_id, acts)
  }
  return byCase
}

async function differences(ctx: OfficeContext, of: CaseRow, acts: RecordedAct[], setting: LegalSetting) {
  const concluded = conclude(acts, setting)
  const row: Record<string, unknown> & InternalLimit = of
  const projection = { ...projectionOf(concluded, row, setting), ...(await correctedName(ctx, of, concluded.folded)) }
  const fields: Drift['fields'] = {}
  for (const [column, folded] of Object.entries(projection)) {
    const isJson = column === 'disputes' || column === 'watches'
    const stored = isJson ? JSON.stringify(row[column]) : row[column]
    const same = isJson ? sameJson(stored, folded) : stored === folded
    if (!same) fields[column] = [told(stored), told(folded)]
  }
  return Object.keys(fields).length > 0 ? { fields, projection } : null
}

/** Of a corrected request what lists call it, which does not follow from its acts alone: sealed, so it is compared opened. */
async function correctedName(ctx: OfficeContext, row: CaseRow, folded: RequestCase): Promise<{ subject_now?: Buffer }> {
  if (!folded.correction?.receivedOn || (await erasedAt(ctx.db, row.agency_id, row.id))) return {}
  const now = await correctedSubject(ctx, ctx.db, row, folded)
  return now === null || now === shownSubject(ctx, row) ? {} : { subject_now: ctx.vault.seal(now) }
}

/** What is sealed is not printed. */
function told(value: unknown): unknown {
  return value instanceof Uint8Array ? '（加密）' : value
}

/** jsonb gives keys back in its own order. */
function sameJson(stored: unknown, folded: unknown): boolean {
  const sorted = (text: unknown) =>
    JSON.stringify(
      (JSON.parse(String(text)) as Record<string, unknown>[]).map((one) =>
        Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1)),
      ),
    )
  return sorted(stored) === sorted(folded)
}
