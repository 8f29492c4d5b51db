/** What stands against a release: asked when it is sent for review, and again when the head signs it, since days lie between. */
import { AUDIENCE_WORDS } from '../../law/publication/attribute.ts'
import type { Refusal } from '../../law/refusal.ts'
import { submitRefusals } from '../../record/publication/edition-checks.ts'
import { fileRefusals } from '../../record/publication/edition-files.ts'
import { catalogueOn } from '../../store/catalogue.sql.ts'
import { documentNumbered, lockNumber } from '../../store/editions.sql.ts'
import type { OfficeContext, Tx } from '../context.ts'
import { periodRefusals } from './data-sets.ts'
import type { EditionMatter } from './edition-matter.ts'
import { fileViews } from './edition-files.ts'
import { publicityRefusals } from './run-publicity.ts'

/** Everything at once, each at its field. `releasing`: it would be public today, and not only be reviewed for some day. */
export async function releaseRefusals(ctx: OfficeContext, tx: Tx, matter: EditionMatter, releasing = true): Promise<Refusal[]> {
  return [
    ...submitRefusals(matter.content, ctx.today()),
    ...(await itemRefusals(ctx, tx, matter)),
    ...(await numberRefusals(tx, matter)),
    ...(await publicityRefusals(ctx, tx, matter, releasing)),
    ...(await periodRefusals(tx, matter)),
    ...fileRefusals(await fileViews(ctx, tx, matter)),
  ]
}

/** 公开事项: of the agency's own catalogue as it stands; what only its own people read is published to nobody else. */
async function itemRefusals(ctx: OfficeContext, tx: Tx, { row, content }: EditionMatter): Promise<Refusal[]> {
  const { itemId, audience } = content
  if (!itemId) return []
  const item = (await catalogueOn(tx, row.agency_id, ctx.today())).find(({ id }) => id === itemId)
  if (!item)
    return [
      {
        code: 'field-invalid',
        field: 'itemId',
        say: '目录里没有这个公开事项，或者已经停用。',
        then: '请重新选择公开事项，或者留空；已经送审的，先退回修改。',
      },
    ]
  if (item.keeping.audience === 'staff' && audience === 'society')
    return [
      {
        code: 'field-invalid',
        field: 'audience',
        say: '这个公开事项只对本单位工作人员公开。',
        then: `请把公开对象改为“${AUDIENCE_WORDS.staff}”，或者改选公开事项；已经送审的，先退回修改。`,
      },
    ]
  return []
}

/** 文号: one number names one document; a later edition of the same one keeps it. Two that take it at once come one after the other. */
async function numberRefusals(tx: Tx, { row, content }: EditionMatter): Promise<Refusal[]> {
  if (!content.number) return []
  await lockNumber(tx, row.agency_id, content.number)
  const other = await documentNumbered(tx, row.agency_id, content.number, row.document_id)
  if (!other) return []
  const say = `文号“${content.number}”已经用于《${other.title}》。`
  return [{ code: 'field-invalid', field: 'number', say, then: '请核对文号；修改原文件的，请从原文件另起一稿。' }]
}
