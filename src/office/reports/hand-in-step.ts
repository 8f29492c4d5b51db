/** One step of a unit under a notice, in the caller's transaction: permitted by what stands, then written. */
import { type Result, ok, refused } from '../../law/refusal.ts'
import type { Finding, ReportFormat, ReportTables } from '../../law/reports/model.ts'
import { emptyCells } from '../../record/reports/add-up.ts'
import { foldHandIn, type HandIn, type HandInAct, mayHandIn } from '../../record/reports/hand-in.ts'
import { addHandInAct, handInActs, type HandInKey, lockHandIn } from '../../store/hand-in.sql.ts'
import { unresolved } from '../../record/reports/explanation.ts'
import type { Tx } from '../context.ts'
import { NOT_FOUND } from '../people/permit.ts'

/** The act may depend on what has happened: a hand-in carries the next number. */
export async function step(
  tx: Tx,
  key: HandInKey,
  actorId: string,
  actFor: (so: HandIn) => HandInAct,
): Promise<Result<{ before: HandIn; act: HandInAct; folded: HandIn }>> {
  if (!(await lockHandIn(tx, key))) return refused(NOT_FOUND)
  const recorded = await handInActs(tx, key)
  const before = foldHandIn(recorded.map(({ data }) => data))
  const act = actFor(before)
  const last = recorded.at(-1)
  if (!last) throw new Error('a unit under a notice has been asked')
  const allowed = mayHandIn(before, act, last.on_date)
  if (!allowed.ok) return allowed
  const folded = foldHandIn([...recorded.map(({ data }) => data), act])
  await addHandInAct(tx, key, { seq: last.seq + 1, act, actorId, folded })
  return ok({ before, act, folded })
}

/** Only a whole and consistent report is handed in or accepted: it is added up cell by cell. */
export function fitToAddUp(report: {
  tables: ReportTables
  format: ReportFormat
  findings: readonly Finding[]
  explained: Record<string, string>
}): Result<void> {
  const errors = unresolved(report.findings, report.explained)
  const empty = emptyCells(report.tables, report.format)
  if (errors.length === 0 && empty.length === 0) return ok(undefined)
  return refused(
    ...errors.map(({ code, message }) => ({
      code: 'report-not-consistent' as const,
      say: `${code}：${message}`,
      then: '请改正后再报送。',
    })),
    ...(errors.length === 0
      ? [
          {
            code: 'report-incomplete' as const,
            say: `有 ${empty.length} 格没有数字：${empty.slice(0, 5).join('、')}${empty.length > 5 ? '等' : ''}。`,
            then: '没有发生的填 0，再报送。',
          },
        ]
      : []),
  )
}
