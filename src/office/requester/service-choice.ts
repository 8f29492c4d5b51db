/** 电子送达 needs the requester's consent: given with the request, or given and revoked later on the status page. */
import { reg } from '../../law/cite.ts'
import { type Result, ok, refused } from '../../law/refusal.ts'
import type { RequestContent } from '../../record/people/requester.ts'
import { ownDeeds } from '../../record/requests/requester-side.ts'
import { serviceOf } from '../../record/requests/service.ts'
import { addElectronicDelivery, addServiceChoice, serviceChoicesOf } from '../../store/requester-side.sql.ts'
import type { OfficeContext } from '../context.ts'
import { electronicRefusal } from '../requests/dispatch-letter.ts'
import { decisionLetter } from '../requests/filed-letters.ts'
import { givenOnline } from '../requests/online-way.ts'
import type { Matter } from '../requests/perform.ts'
import { waitUntil } from './follow-up.ts'
import { performOwn, situationOf, type StatusQuery } from './own-case.ts'

/** What was asked for, with the way of delivery that holds now. Whoever revokes falls back on post, as the request gave none. */
export function asChosen(content: RequestContent, choices: readonly { agreed: boolean }[]): RequestContent {
  const last = choices.at(-1)
  if (!last) return content
  if (last.agreed) return { ...content, delivery: 'electronic' }
  return content.delivery === 'electronic' ? { ...content, delivery: 'post' } : content
}

/** 同意或者撤销同意电子送达. A decision that was served already stays served. */
export function chooseService(
  ctx: OfficeContext,
  query: StatusQuery,
  input: { commandId: string; agreed: boolean },
): Promise<Result<{ caseId: string }>> {
  return performOwn(ctx, query, input.commandId, 'requester.chooseService', async (matter) => {
    if (!ownDeeds(situationOf(matter)).includes('service'))
      return refused({
        code: 'already-done',
        say: '答复已经送达，或者申请已经撤回，不能再改变送达方式。',
        then: '有疑问请联系受理单位。',
        cite: reg('40'),
      })
    if (input.agreed === (matter.content.delivery === 'electronic')) return ok({ acts: [] })
    if (!input.agreed && matter.content.delivery === 'electronic' && !matter.requester.address)
      return refused({
        code: 'field-missing',
        say: '申请中没有填写通信地址，撤销后无法邮寄。',
        then: `请先致电${matter.agency.details.phone}，告知通信地址或者改为自行领取。`,
        cite: reg('40'),
        field: 'agreed',
      })
    const of = { agencyId: matter.row.agency_id, caseId: matter.row.id }
    const before = await serviceChoicesOf(matter.tx, of)
    const decided = input.agreed ? await decidedAlready(ctx, matter) : ok(null)
    if (!decided.ok) return decided
    return ok({
      acts: [],
      letters: decided.value?.letters ?? [],
      also: async (tx) => {
        await addServiceChoice(tx, of, { seq: before.length, on: matter.today, agreed: input.agreed })
        if (decided.value?.offered) await addElectronicDelivery(tx, of, decided.value.offered)
      },
    })
  })
}

/**
 * The decision was composed for paper: what the law wants with it online goes along, and the office waits for it to be opened, if
 * it is not on its way by post yet.
 */
async function decidedAlready(ctx: OfficeContext, matter: Matter) {
  const { today: on } = matter
  const filed = await decisionLetter(ctx, matter)
  if (
    !filed ||
    filed.actSeq === null ||
    electronicRefusal({ ...matter, content: { ...matter.content, delivery: 'electronic' } }, filed, on)
  )
    return ok(null)
  const given = await givenOnline(ctx, matter, filed, on)
  if (!given.ok) return given
  const stays = ['unsent', 'returned'].includes(serviceOf(matter.folded, filed, on).state)
  const offered = stays ? { seq: filed.actSeq, on, openBy: waitUntil(matter, on) } : null
  return ok({ letters: given.value.letters, offered })
}
