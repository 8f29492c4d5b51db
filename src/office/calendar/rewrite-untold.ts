/** 还没有告知的延长: its letter has not left the house, so a change of the calendar writes it anew, under its own number. */
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
  { row, acts, after }: Pick<Touched, 'row' | 'acts' | 'after'>,
  setting: LegalSetting,
): Promise<string | null> {
  const extended = untold(after.folded)
  if (extended?.act.kind !== 'extended') return null
  const filed = await tx
    .selectFrom('letter')
    .select(['id', 'number', 'sealed'])
    .where('agency_id', '=', row.agency_id)
    .where('case_id', '=', row.id)
    .where('code', '=', 'D04')
    .where('act_seq', '=', extended.seq)
    .executeTakeFirst()
  if (!filed) return null
  const { number } = filed
  const matter = await matterOf(ctx, tx, actor, row, acts, setting)
  const { letter, sheet } = extensionLetter(matter, { ...extended, act: extended.act })
  if (letterText({ ...letter, number }) === letterText(ctx.vault.open<Letter>(filed.sealed))) return null
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
