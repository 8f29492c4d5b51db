/** 遮盖: takes the numbers of persons out of a draft at once. The text as it was stays sealed, for those who may see it. */
import { type Result, ok, refused } from '../../law/refusal.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { blanked } from '../../record/outgoing/personal-data.ts'
import type { DataSet } from '../../record/publication/data-set.ts'
import { dataSetBody } from '../../record/publication/data-set-body.ts'
import type { EditionContent } from '../../record/publication/edition.ts'
import { editionHits } from '../../record/publication/edition-checks.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { insertUnmasked, unmaskedOf, updateEdition } from '../../store/editions.sql.ts'
import type { OfficeContext } from '../context.ts'
import { NOT_FOUND, NOT_PERMITTED } from '../people/permit.ts'
import { cleanBody } from './clean-body.ts'
import { editionColumns, MASKED, openContent } from './edition-columns.ts'
import { type EditionCommand, onEdition, readEdition } from './edition-matter.ts'

/** Tags stay; a number that is broken by tags is found afterwards and has to be taken out by hand. */
function maskedBody(body: string): string {
  return body
    .split(/(<[^>]*>)/)
    .map((piece) => (piece.startsWith('<') ? piece : blanked(piece, MASKED)))
    .join('')
}

function maskedData(data: DataSet): DataSet {
  const rows = data.rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, text]) => [key, blanked(text, MASKED)])))
  return { ...data, note: blanked(data.note, MASKED), rows }
}

export function maskEdition(ctx: OfficeContext, actor: Actor, input: EditionCommand): Promise<Result<void>> {
  return onEdition(ctx, actor, input, 'documents.write', async (tx, matter) => {
    const { row, content } = matter
    if (matter.progress.state !== 'drafting')
      return refused({ code: 'already-done', say: '这一稿不在起草中，不能改。', then: '请审核人员退回后再遮盖。' })
    const data = content.data && maskedData(content.data)
    const masked: EditionContent = {
      ...content,
      title: blanked(content.title, MASKED),
      summary: blanked(content.summary, MASKED),
      body: data ? cleanBody(dataSetBody(data)) : maskedBody(content.body),
      data,
    }
    const left = editionHits(masked).filter(({ kind, stops }) => kind === 'personal' && stops)
    if (left.length > 0)
      return refused(
        ...left.map(({ field, say }) => ({
          code: 'personal-data' as const,
          field,
          say: `${say}其中有被格式隔开的号码，不能自动遮盖。`,
          then: '请在正文中删去后再送审。',
        })),
      )
    const columns = editionColumns(ctx, masked)
    if (columns.digest === row.digest) return ok(undefined)
    await insertUnmasked(tx, {
      agency_id: row.agency_id,
      edition_id: row.id,
      digest: row.digest,
      sealed_content: row.sealed_content,
      kept_by: actor.id,
      kept_on: ctx.today(),
    })
    const authors = JSON.stringify([...new Set([...row.authors, actor.id])])
    await updateEdition(tx, row, { ...columns, authors, updated_at: ctx.now().toISOString() })
    await appendAudit(tx, { agencyId: row.agency_id, actorId: actor.id, verb: 'documents.mask', target: row.id })
    return ok(undefined)
  })
}

/** 遮盖前的原稿: only for those who may see personal data, and on record. */
export async function readUnmasked(ctx: OfficeContext, actor: Actor, input: { id: string }): Promise<Result<EditionContent>> {
  if (!permitted(actor, 'documents.unmask', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const matter = await readEdition(ctx, actor, input.id)
  if (!matter.ok) return matter
  const { row } = matter.value
  const kept = await unmaskedOf(ctx.db, row.agency_id, row.id)
  if (!kept) return refused(NOT_FOUND)
  await ctx.transact((tx) =>
    appendAudit(tx, { agencyId: row.agency_id, actorId: actor.id, verb: 'documents.unmask', target: row.id }),
  )
  return ok(openContent(ctx, kept.sealed_content))
}
