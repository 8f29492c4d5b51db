import { randomUUID } from 'node:crypto'
import { documentNumber } from '../../law/document-number.ts'
import { COLUMNS, isColumnKey, SYSTEM_COLUMN } from '../../law/publication/columns.ts'
import type { LocalDate } from '../../law/date.ts'
import { type Refusal, type Result, ok, refused } from '../../law/refusal.ts'
import { withoutControls } from '../../record/publication/catalogue.ts'
import type { Validity } from '../../record/publication/document.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { numberRefusals } from '../../record/publication/edition-checks.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { documentById, insertDocument } from '../../store/publication.sql.ts'
import type { OfficeContext } from '../context.ts'
import { NOT_PERMITTED } from '../people/permit.ts'
import { cleanBody } from './clean-body.ts'
import { indexDocument } from './index-documents.ts'
import { nextIndexNumber } from './index-number.ts'

export interface DocumentDraft {
  /** Chosen by the caller where a later document has to name this one; else made here. */
  id?: string
  /** A key of `COLUMNS`, or `system` for the agency's own rules of openness. */
  column: string
  title: string
  /** 文号 */
  number?: string
  summary: string
  keywords: readonly string[]
  /** HTML; whatever is not plain text structure is taken out. */
  body: string
  /** 成文日期 */
  formedOn: LocalDate
  /** The day it is made public; today where absent. */
  publishedOn?: LocalDate
  effectiveOn?: LocalDate
  validity?: Validity
  repealedOn?: LocalDate
  /** 行政规范性文件: counted in section 二 of the annual report. */
  normative?: boolean
  /** 公开事项: the item of the catalogue that it is published under. */
  itemId?: string
  /** 解读: the document that this one explains. */
  interprets?: string
}

/** 发布信息: from its day on the public reads it. The index number is `机构代码/年份-流水号`. */
export async function publishDocument(
  ctx: OfficeContext,
  actor: Actor,
  given: DocumentDraft,
): Promise<Result<{ id: string; indexNumber: string }>> {
  if (!permitted(actor, 'documents.write', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const draft = asKept(given)
  const { body } = draft
  const faults = faultsOf(draft, ctx.today())
  if (draft.interprets && !(await documentById(ctx.db, ctx.today(), actor.agencyId, draft.interprets)))
    faults.push(fault('interprets', '被解读的文件不存在或尚未公开。', '请先发布文件，再发布解读。'))
  if (faults.length > 0) return refused(...faults)
  const id = draft.id ?? randomUUID()
  return ctx.transact(async (tx) => {
    const indexNumber = await nextIndexNumber(tx, actor.agencyId, draft.formedOn, ctx.today())
    await insertDocument(tx, {
      agency_id: actor.agencyId,
      id,
      column_key: draft.column,
      title: draft.title,
      number: draft.number || null,
      index_number: indexNumber,
      summary: draft.summary,
      keywords: JSON.stringify(draft.keywords),
      body,
      formed_on: draft.formedOn,
      published_on: draft.publishedOn ?? ctx.today(),
      effective_on: draft.effectiveOn ?? null,
      validity: draft.validity ?? 'inForce',
      repealed_on: draft.repealedOn ?? null,
      normative: draft.normative ?? false,
      interprets: draft.interprets ?? null,
      item_id: draft.itemId ?? null,
      approved_by: actor.id,
    })
    await indexDocument(tx, actor.agencyId, id)
    await appendAudit(tx, { agencyId: actor.agencyId, actorId: actor.id, verb: 'documents.takeIn', target: indexNumber })
    return ok({ id, indexNumber })
  })
}

/** Clean, without control characters, which no feed may carry, and the number in the brackets of the standard. */
function asKept(draft: DocumentDraft): DocumentDraft & { number: string } {
  const number = withoutControls(draft.number ?? '').trim()
  return {
    ...draft,
    title: withoutControls(draft.title).trim(),
    number: documentNumber(number) ?? number,
    summary: withoutControls(draft.summary).trim(),
    keywords: draft.keywords.map((word) => withoutControls(word).trim()).filter((word) => word !== ''),
    // A reference such as &#11; is a control character only once it is read.
    body: withoutControls(cleanBody(draft.body)),
  }
}

function faultsOf(draft: ReturnType<typeof asKept>, today: LocalDate): Refusal[] {
  const faults: Refusal[] = numberRefusals({ ...draft, normative: draft.normative ?? false })
  if (!draft.title) faults.push(fault('title', '没有填写标题。', '请填写信息的名称。'))
  if (!draft.body) faults.push(fault('body', '没有正文。', '请填写正文。'))
  if (!isColumnKey(draft.column) && draft.column !== SYSTEM_COLUMN)
    faults.push(fault('column', '没有这个栏目。', `请从栏目中选择，如“${COLUMNS.organisation.zh}”。`))
  if (draft.formedOn > today) faults.push(fault('formedOn', '成文日期晚于今天。', '请核对日期。'))
  if (draft.publishedOn && draft.publishedOn < draft.formedOn)
    faults.push(fault('publishedOn', '公开日期早于成文日期。', '请核对日期。'))
  if ((draft.validity === 'repealed') !== (draft.repealedOn !== undefined))
    faults.push(fault('repealedOn', '废止的文件应有废止日期，其他文件不应有。', '请核对时效和废止日期。'))
  return faults
}

function fault(field: string, say: string, then: string): Refusal {
  return { code: 'field-invalid', field, say, then }
}
