import type { LocalDate } from '../../law/date.ts'
import { type Result, ok, refused } from '../../law/refusal.ts'
import { type Fee, feeWords } from '../../law/requests/fees.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import type { FeeChoice } from '../../record/requests/fee-choice.ts'
import { actsOf, findCase } from '../../store/requests.sql.ts'
import type { OfficeContext } from '../context.ts'
import { legalSetting } from '../people/agencies.ts'
import { NOT_FOUND, NOT_PERMITTED } from '../people/permit.ts'
import { feeOf } from './notice-fee.ts'
import { conclude } from './projection.ts'

/** 按件还是按量: both sums with their arithmetic, so that one is chosen; never the two together (fee measures Art 3). */
export async function feeChoice(
  ctx: OfficeContext,
  actor: Actor,
  input: { caseId: string; items: number; pages: number; on: LocalDate },
): Promise<Result<FeeChoice>> {
  const row = await findCase(ctx.db, actor.agencyId, input.caseId)
  if (!row || !permitted(actor, 'requests.view', { agencyId: row.agency_id, sectionId: row.section_id }))
    return refused(NOT_FOUND)
  if (!permitted(actor, 'requests.fee', { agencyId: row.agency_id, sectionId: row.section_id })) return refused(NOT_PERMITTED)
  const setting = await legalSetting(ctx, row.agency_id)
  const { folded } = conclude(await actsOf(ctx.db, row.agency_id, row.id), setting)
  if (!folded.receivedOn)
    return refused({ code: 'not-received-yet', say: '还没有确认收到申请。', then: '先“确认收到”，再计算信息处理费。' })
  const from = { tx: ctx.db, row, folded, setting }
  const [item, volume] = await Promise.all([
    feeOf(from, { scale: 'item', quantity: input.items, on: input.on }),
    feeOf(from, { scale: 'volume', quantity: input.pages, on: input.on }),
  ])
  if (!item.ok) return item
  if (!volume.ok) return volume
  return ok({ item: told(item.value), volume: told(volume.value) })
}

function told(fee: Fee): FeeChoice['item'] {
  return { quantity: fee.quantity, yuan: fee.yuan, words: feeWords(fee) }
}
