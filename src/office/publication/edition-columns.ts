import { blanked, CERTAIN, type PersonalKind } from '../../record/outgoing/personal-data.ts'
import { type EditionContent, editionContentSchema } from '../../record/publication/edition.ts'
import type { OfficeContext } from '../context.ts'
import { digestOf } from './clean-body.ts'

/** 遮盖: what is taken out of a text at once. */
export const MASKED: readonly PersonalKind[] = [...CERTAIN, 'likeIdNumber']

/** An edition as its row has it. The list shows titles in the clear: no number of a person stands in them, masked or not yet. */
export function editionColumns(ctx: Pick<OfficeContext, 'vault'>, content: EditionContent) {
  return {
    title: blanked(content.title, MASKED) || '（未填写标题）',
    column_key: content.column,
    attribute: content.attribute,
    item_id: content.itemId ?? null,
    duty_key: content.dutyKey ?? '',
    formed_on: content.formedOn,
    result_of: content.resultOf,
    data_kind: content.data?.kind ?? null,
    data_period: content.data?.period ?? null,
    sealed_content: ctx.vault.seal(content),
    digest: digestOf(content),
  }
}

/** What was sealed, with what was added to the shape of an edition since. */
export function openContent(ctx: Pick<OfficeContext, 'vault'>, sealed: Buffer): EditionContent {
  return editionContentSchema.parse(ctx.vault.open(sealed))
}
