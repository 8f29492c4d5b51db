/** The row of a volume follows the acts: what was archived by mistake is voided with the reason, and keeps its number. */
import type { RequestCase } from '../../record/requests/case.ts'
import { standVolume, voidVolume } from '../../store/archive.sql.ts'
import type { Tx } from '../context.ts'

export async function keepVolume(
  tx: Tx,
  agencyId: string,
  { archive: before }: Pick<RequestCase, 'archive'>,
  { archive: after }: Pick<RequestCase, 'archive'>,
  because: string,
): Promise<void> {
  if (before && before.act.volume !== after?.act.volume) await voidVolume(tx, agencyId, before.act.volume, because)
  if (after) await standVolume(tx, agencyId, after.act.volume, after.transferred)
}
