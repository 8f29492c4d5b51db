import { type Result, ok, refused } from '../../law/refusal.ts'
import { checkRequestForm } from '../../law/requests/form.ts'
import { papersShown, type Requester, type RequestContent, requesterSchema } from '../../record/people/requester.ts'
import type { Actor } from '../../record/people/roles.ts'
import { maySpeakOfAuthority } from '../../record/requests/evidence.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { type CaseRow, filesOf, lockCase } from '../../store/requests.sql.ts'
import type { OfficeContext, Tx } from '../context.ts'
import { paperFingerprint } from './open-case.ts'
import { caseToDo, sealedRequester } from './view-intake.ts'

/** What may be filled in later; what was given and is in order stays as it was given. */
export const COMPLETED = ['name', 'contactName', 'idPaper', 'idNumber', 'phone', 'email', 'address', 'postcode'] as const
export type Completion = Partial<Pick<Requester, (typeof COMPLETED)[number]>> & {
  /** The paper that came with the form was looked at, and it is a 委托书 or a proof of guardianship. */
  authorised?: true | undefined
}

/** 补登申请人信息: identity or contact that was missing at registration, once the requester has supplied it. */
export async function completeRequester(
  ctx: OfficeContext,
  actor: Actor,
  input: { caseId: string; completion: Completion },
): Promise<Result<{ caseId: string }>> {
  const found = await caseToDo(ctx, actor, 'requests.register', input.caseId)
  if (!found.ok) return found
  return ctx.transact(async (tx): Promise<Result<{ caseId: string }>> => {
    // Behind the lock: what a colleague has just filled in is read before anything is written over it.
    const row = (await lockCase(tx, found.value.agency_id, found.value.id)) ?? found.value
    const known = await sealedRequester(tx, row)
    const completed = await completedWith(ctx, tx, row, ctx.vault.open<Requester>(known.sealed), input.completion)
    if (!completed.ok) return completed
    const paper = papersShown(completed.value)[0]?.paper ?? ''
    await tx
      .updateTable('requester')
      .set({ sealed: ctx.vault.seal(completed.value), fingerprint: paper ? paperFingerprint(ctx, paper) : known.fingerprint })
      .where('agency_id', '=', row.agency_id)
      .where('id', '=', row.requester_id)
      .execute()
    await appendAudit(tx, { agencyId: row.agency_id, actorId: actor.id, verb: 'requests.complete', target: row.number })
    return ok({ caseId: row.id })
  })
}

async function completedWith(
  ctx: OfficeContext,
  tx: Tx,
  row: CaseRow,
  before: Requester,
  completion: Completion,
): Promise<Result<Requester>> {
  const content = ctx.vault.open<RequestContent>(row.content)
  const wanting = wantingIn(before, content)
  const changes = COMPLETED.filter((field) => completion[field] && completion[field] !== before[field])
  const [settled] = changes.filter((field) => !wanting.has(field))
  if (settled)
    return refused({
      code: 'already-done',
      say: '这一栏已经登记，不能改写。',
      then: '申请人变更联系方式的，写在备注里；登记有误的，由申请人书面说明后另存案卷。',
      field: `requester.${settled}`,
    })
  if (completion.authorised && !(before.agent && (await submittedAuthority(tx, row))))
    return refused({
      code: 'proof-missing',
      say: '案卷里没有代理人提交的代理权限材料。',
      then: '收到纸质材料的，在“文书与附件”里按“委托书”或者“监护关系证明”上传。',
    })
  const after = requesterSchema.parse({
    ...before,
    ...(before.agent && completion.authorised && { agent: { ...before.agent, authorised: true } }),
    ...Object.fromEntries(changes.map((field) => [field, completion[field]])),
  })
  const faults = checkRequestForm(after, content).filter(({ field }) => changes.some((change) => field === `requester.${change}`))
  return faults.length > 0 ? refused(...faults) : ok(after)
}

/** Whether the requester's side sent in something to show that somebody may speak for them. */
async function submittedAuthority(db: OfficeContext['db'], { agency_id, id }: CaseRow): Promise<boolean> {
  const files = await filesOf(db, agency_id, id)
  return files.some(({ purpose }) => maySpeakOfAuthority(purpose))
}

/** Fields that are empty, or that Art 29 finds fault with; with a number its kind of paper. */
function wantingIn(requester: Requester, content: RequestContent): Set<string> {
  const faulty = checkRequestForm(requester, content).flatMap(({ field }) => (field ? [field.replace('requester.', '')] : []))
  const wanting = new Set([...COMPLETED.filter((field) => !requester[field]), ...faulty])
  if (wanting.has('idNumber')) wanting.add('idPaper')
  return wanting
}
