import { type Refusal, type Result, ok, refused } from '../../law/refusal.ts'
import { OUTGOING_PURPOSE } from '../../record/outgoing/outgoing-file.ts'
import { type Actor, permitted, type Target } from '../../record/people/roles.ts'
import { refusalToAttach } from '../../record/requests/checks-archive.ts'
import { type EvidenceKind, needsToCorrect, showsIdentity } from '../../record/requests/evidence.ts'
import { fold } from '../../record/requests/fold.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { isListedOutgoing } from '../../store/outgoing.sql.ts'
import { actsOf, changeFileKind, filesOf, lockCase } from '../../store/requests.sql.ts'
import type { OfficeContext } from '../context.ts'
import { NOT_FOUND, NOT_PERMITTED } from '../people/permit.ts'

/** Whether this person may set right as what a paper was filed; what left with the reply keeps its own place. */
export function mayCorrectKind(actor: Actor, target: Target, former: string, kind: EvidenceKind): boolean {
  if (former.startsWith(OUTGOING_PURPOSE) || !permitted(actor, 'requests.note', target)) return false
  const { unmask, register } = needsToCorrect(former, kind)
  return (!unmask || permitted(actor, 'requests.unmask', target)) && (!register || permitted(actor, 'requests.register', target))
}

const LISTED: Refusal = {
  code: 'field-invalid',
  say: '这份材料已列为答复附件，不能改为含身份信息的种类。',
  then: '请先在“答复附件”中撤下，再更正种类。',
  field: 'kind',
}

/** 更正材料种类: dated and by whom; the former kind stays beside it. */
export async function correctFileKind(
  ctx: OfficeContext,
  actor: Actor,
  input: { caseId: string; fileId: string; kind: EvidenceKind },
): Promise<Result<{ caseId: string }>> {
  const { caseId, fileId, kind } = input
  return ctx.transact(async (tx): Promise<Result<{ caseId: string }>> => {
    const row = await lockCase(tx, actor.agencyId, caseId)
    const target = row && { agencyId: row.agency_id, sectionId: row.section_id }
    if (!row || !target || !permitted(actor, 'requests.view', target)) return refused(NOT_FOUND)
    if (!permitted(actor, 'requests.note', target)) return refused(NOT_PERMITTED)
    const file = (await filesOf(tx, row.agency_id, row.id)).find(({ id }) => id === fileId)
    if (!file) return refused(NOT_FOUND)
    if (!mayCorrectKind(actor, target, file.purpose, kind)) return refused(NOT_PERMITTED)
    const closed = refusalToAttach(fold(await actsOf(tx, row.agency_id, row.id)))
    if (closed) return refused(closed)
    if (file.purpose === kind)
      return refused({ code: 'already-done', say: `这份材料的种类就是“${kind}”。`, then: '无需更正。', field: 'kind' })
    if (showsIdentity(kind) && (await isListedOutgoing(tx, row.agency_id, row.id, fileId))) return refused(LISTED)
    const change = { agency_id: row.agency_id, file_id: fileId, former: file.purpose, kind }
    await changeFileKind(tx, { ...change, on_date: ctx.today(), changed_by: actor.id, changed_at: ctx.now().toISOString() })
    await appendAudit(tx, {
      agencyId: row.agency_id,
      actorId: actor.id,
      verb: 'requests.correctFileKind',
      target: row.number,
      detail: { file: fileId, former: file.purpose, what: kind },
    })
    return ok({ caseId: row.id })
  })
}
