/** 还没有告知的延长: its letter has not left the house, so a change of the calendar writes it anew, under its own number; what it said is kept. */
import { randomUUID } from 'node:crypto'
import { letterText } from '../../record/letters/check.ts'
import type { Letter } from '../../record/letters/model.ts'
import type { Actor } from '../../record/people/roles.ts'
import { untold } from '../../record/requests/as-sent.ts'
import type { OfficeContext, Tx } from '../context.ts'
import type { LegalSetting } from '../people/agencies.ts'
import { extensionLetter } from '../requests/extend-reply.ts'
import { matterOf } from '../requests/perform.ts'
import type { Touched } from './moved-cases.ts'

/** The number of the letter, if the new calendar gave it other days. What was translated of the former wording is translated again. */
export async function rewriteUntold(
  ctx: OfficeContext,
  tx: Tx,
  actor: Actor,
  { row, acts, after, rewritable: filed }: Pick<Touched, 'row' | 'acts' | 'after' | 'rewritable'>,
  { setting, changeId }: { setting: LegalSetting; changeId: string },
): Promise<string | null> {
  const extended = untold(after.folded)
  if (!filed || extended?.act.kind !== 'extended') return null
  const { number } = filed
  const matter = await matterOf(ctx, tx, actor, row, acts, setting)
  const { letter, sheet } = extensionLetter(matter, { ...extended, act: extended.act })
  if (letterText({ ...letter, number }) === letterText(ctx.vault.open<Letter>(filed.sealed))) return null
  await tx
    .insertInto('letter_former')
    .values({
      agency_id: row.agency_id,
      case_id: row.id,
      id: randomUUID(),
      letter_id: filed.id,
      change_id: changeId,
      sealed: filed.sealed,
      sheet: filed.sheet,
      replaced_on: ctx.today(),
    })
    .execute()
  await tx
    .updateTable('letter')
    .set({ sealed: ctx.vault.seal({ ...letter, number }), sheet: ctx.vault.seal({ ...sheet, number }) })
    .where('agency_id', '=', row.agency_id)
    .where('id', '=', filed.id)
    .execute()
  await tx
    .updateTable('letter_translation')
    .set({ state: 'pending', sealed: null, entered_by: null, entered_at: null, checked_by: null, checked_at: null })
    .where('agency_id', '=', row.agency_id)
    .where('letter_id', '=', filed.id)
    .execute()
  return number
}
