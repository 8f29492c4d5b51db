/** 电子送达 needs the requester's consent: given with the request, or given and revoked later on the status page. */
import { reg } from '../../law/cite.ts'
import { type Result, ok, refused } from '../../law/refusal.ts'
import { mayBeServedFor } from '../../record/people/recipient.ts'
import type { Requester, RequestContent } from '../../record/people/requester.ts'
import { authorityShown } from '../../record/requests/evidence.ts'
import { ownDeeds } from '../../record/requests/requester-side.ts'
import { serviceOf } from '../../record/requests/service.ts'
import { addElectronicDelivery, addServiceChoice, serviceChoicesOf } from '../../store/requester-side.sql.ts'
import { type CaseRow, filesOf } from '../../store/requests.sql.ts'
import type { OfficeContext } from '../context.ts'
import { electronicRefusal } from '../requests/dispatch-letter.ts'
import { decisionLetter } from '../requests/filed-letters.ts'
import { givenOnline } from '../requests/online-way.ts'
import type { Matter } from '../requests/perform.ts'
import { waitUntil } from './follow-up.ts'
import { performOwn, situationOf, type StatusQuery } from './own-case.ts'

/**
 * What was asked for, with the way of delivery that holds now. Whoever revokes falls back on post, as the request gave none; and so
 * does a request whose agent has not shown that the authority covers taking letters: what such an agent opens serves nobody.
 */
export async function contentNow(
  { vault }: Pick<OfficeContext, 'vault'>,
  db: OfficeContext['db'],
  row: Pick<CaseRow, 'agency_id' | 'id' | 'content'>,
  requester: Requester,
): Promise<RequestContent> {
  const content = vault.open<RequestContent>(row.content)
  const last = (await serviceChoicesOf(db, { agencyId: row.agency_id, caseId: row.id })).at(-1)
  const electronic = last ? last.agreed : content.delivery === 'electronic'
  if (electronic && (await mayServeOnline(db, row, requester))) return { ...content, delivery: 'electronic' }
  return electronic || content.delivery === 'electronic' ? { ...content, delivery: 'post' } : content
}

/** Whether opening a letter with number and code can be receiving it. */
export async function mayServeOnline(
  db: OfficeContext['db'],
  row: Pick<CaseRow, 'agency_id' | 'id'>,
  requester: Requester,
): Promise<boolean> {
  if (!requester.agent) return true
  return mayBeServedFor(requester, authorityShown(requester, await filesOf(db, row.agency_id, row.id)))
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
    if (input.agreed && !(await mayServeOnline(matter.tx, matter.row, matter.requester)))
      return refused({
        code: 'proof-missing',
        say: '代理人代收文书的权限还没有核对，不能改为电子送达。',
        then: `请提交写明可以代收文书的委托书，由工作人员核对；有疑问请致电${matter.agency.details.phone}。`,
        cite: reg('40'),
        field: 'agreed',
      })
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
