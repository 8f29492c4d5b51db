/** 转为主动公开 (Art 44): a proposal to the catalogue out of a request, and what became of it, with its 审核单. */
import { type Result, ok, refused } from '../../law/refusal.ts'
import { type Actor } from '../../record/people/roles.ts'
import { personsOf, withoutPersons } from '../../record/requests/plain-act.ts'
import { conversionOf } from '../../store/deciding.sql.ts'
import { documentById } from '../../store/publication.sql.ts'
import type { OfficeContext } from '../context.ts'
import { issue } from './letters.ts'
import { type Command, type Matter, perform } from './perform.ts'
import { askersOf } from './similar-cases.ts'

function plain(matter: Matter, text: string): string {
  return withoutPersons(text, personsOf(matter.requester, [...matter.parties.values()]))
}

export function proposeConversion(
  ctx: OfficeContext,
  actor: Actor,
  input: Command & { information: string; reason: string },
): Promise<Result<{ caseId: string }>> {
  return perform(ctx, actor, input, 'requests.proposeConversion', async (matter) => {
    const { agency_id: agencyId, id: caseId } = matter.row
    if (await conversionOf(matter.tx, agencyId, caseId))
      return refused({ code: 'already-done', say: '本件已提出过转为主动公开的建议。', then: '等待审核，或查看审核结果。' })
    const proposal = {
      agency_id: agencyId,
      case_id: caseId,
      information: plain(matter, input.information),
      reason: plain(matter, input.reason),
      proposed_by: actor.id,
      proposed_on: matter.today,
    }
    return ok({
      acts: [],
      also: async (tx) => {
        await tx.insertInto('conversion_proposal').values(proposal).execute()
      },
    })
  })
}

export interface ConversionDecision {
  result: 'converted' | 'declined'
  because: string
  /** A document of our own catalogue that is published, or an address elsewhere. */
  documentId: string | null
  link: string
}

/** 审核: converted with the place where it now stands, or declined with the reason; either way the 审核单 goes to the file. */
export function decideConversion(
  ctx: OfficeContext,
  actor: Actor,
  input: Command & ConversionDecision,
): Promise<Result<{ caseId: string }>> {
  return perform(ctx, actor, input, 'requests.decideConversion', async (matter) => {
    const { agency_id: agencyId, id: caseId } = matter.row
    const proposal = await conversionOf(matter.tx, agencyId, caseId)
    if (!proposal) return refused({ code: 'not-found', say: '本件没有转为主动公开的建议。', then: '请先提出建议。' })
    if (proposal.result) return refused({ code: 'already-done', say: '这项建议已经审核。', then: '审核单在“文书与附件”中。' })
    const place = await placeOf(matter, input)
    if (!place.ok) return place
    const because = plain(matter, input.because.trim())
    if (input.result === 'declined' && !because)
      return refused({ code: 'field-missing', say: '没有写明不转为主动公开的理由。', then: '请写明理由。', field: 'because' })
    const about = { agencyId, id: caseId, subject: matter.row.subject, requesterId: matter.row.requester_id }
    const askers = await askersOf(matter.tx, about)
    const decided = {
      result: input.result,
      because: because || null,
      document_id: place.value.documentId,
      link: place.value.link || null,
      decided_by: actor.id,
      decided_on: matter.today,
    }
    return ok({
      acts: [],
      letters: [
        issue(
          matter,
          'D29',
          matter.today,
          {
            information: proposal.information,
            reason: proposal.reason,
            askers,
            proposedOn: proposal.proposed_on,
            result: input.result,
            because,
            place: place.value.words,
            decidedBy: actor.name,
          },
          { to: 'file' },
        ),
      ],
      also: async (tx) => {
        await tx
          .updateTable('conversion_proposal')
          .set(decided)
          .where('agency_id', '=', agencyId)
          .where('case_id', '=', caseId)
          .execute()
      },
    })
  })
}

async function placeOf(
  matter: Matter,
  { result, documentId, link }: ConversionDecision,
): Promise<Result<{ documentId: string | null; link: string; words: string }>> {
  if (result === 'declined') return ok({ documentId: null, link: '', words: '' })
  if (documentId) {
    const document = await documentById(matter.tx, matter.today, matter.row.agency_id, documentId)
    return document
      ? ok({ documentId, link: '', words: `《${document.title.replace(/^《|》$/gu, '')}》（索引号：${document.index_number}）` })
      : refused({
          code: 'field-invalid',
          say: '所选的信息还没有公开发布。',
          then: '先在主动公开栏目发布，再登记审核结果。',
          field: 'documentId',
        })
  }
  return /^https?:\/\/\S+$/u.test(link.trim())
    ? ok({ documentId: null, link: link.trim(), words: link.trim() })
    : refused({
        code: 'field-missing',
        say: '没有写明公开在哪里。',
        then: '选择已发布的信息，或者填写公开的网址（以 http 开头）。',
        field: 'link',
      })
}
