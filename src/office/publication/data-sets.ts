/** 数据表: begun for a year or a term, written, reviewed and released as an edition like any other; released, its rows stand beside the text. */
import { randomUUID } from 'node:crypto'
import { DATA_SET_KINDS, DATA_SETS, type DataSetKind } from '../../law/publication/data-sets.ts'
import { type Refusal, type Result, ok, refused } from '../../law/refusal.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import {
  type DataRow,
  type DataSet,
  dataSetTitle,
  PERIOD,
  periodOrder,
  periodsOffered,
  periodWords,
} from '../../record/publication/data-set.ts'
import { countChanges, dataDifferences } from '../../record/publication/data-set-differences.ts'
import type { DataSetLine, DataSetsView } from '../../record/publication/data-set-view.ts'
import { editionContentSchema, type EditionView } from '../../record/publication/edition.ts'
import {
  dataSetsOf,
  documentOfPeriod,
  openDataSet,
  openDataSets,
  openEditionOfPeriod,
  putDataSet,
} from '../../store/data-sets.sql.ts'
import { editionsOfDocument, listEditions, lockNumber } from '../../store/editions.sql.ts'
import type { OfficeContext, Tx } from '../context.ts'
import { NOT_PERMITTED } from '../people/permit.ts'
import { beginEdition, reviseDocument } from './draft-edition.ts'
import { openContent } from './edition-columns.ts'
import { type EditionMatter, readEdition } from './edition-matter.ts'
import { seenBy } from './seen-by.ts'

type Db = OfficeContext['db']

/** More than six kinds of several years are ever open at once. */
const MOST_OPEN = 200

export async function viewDataSets(ctx: OfficeContext, actor: Actor): Promise<Result<DataSetsView>> {
  const { agencyId } = actor
  if (!permitted(actor, 'documents.view', { agencyId })) return refused(NOT_PERMITTED)
  const drafts = { ...seenBy(actor), states: ['drafting', 'inReview'], data: true } as const
  const [released, open] = await Promise.all([
    dataSetsOf(ctx.db, agencyId),
    listEditions(ctx.db, agencyId, drafts, { offset: 0, limit: MOST_OPEN }),
  ])
  const kinds = DATA_SET_KINDS.map((kind) => {
    const here = released.filter((one) => one.kind === kind)
    const going = open.filter((one) => one.data_kind === kind)
    const periods = [...new Set([...here.map(({ period }) => period), ...going.map((one) => one.data_period ?? '')])]
    const line = (period: string): DataSetLine => {
      const stood = here.find((one) => one.period === period)
      const draft = going.find((one) => one.data_period === period)
      return {
        period,
        released: stood
          ? {
              documentId: stood.document_id,
              on: stood.released_on,
              rows: stood.rows,
              withdrawn: stood.withdrawn_on !== null,
            }
          : null,
        open: draft ? { id: draft.id, state: draft.state === 'inReview' ? 'inReview' : 'drafting' } : null,
      }
    }
    const lines = periods.toSorted((a, b) => (periodOrder(a) < periodOrder(b) ? 1 : -1)).map(line)
    const offered = periodsOffered(DATA_SETS[kind], ctx.today()).filter((period) => !periods.includes(period))
    return { kind, lines, offered }
  })
  return ok({ kinds, mayWrite: writesIn(actor) !== undefined })
}

/** The section for which this person writes; null for the agency itself, absent where one does not write at all. */
function writesIn(actor: Actor): string | null | undefined {
  const { agencyId } = actor
  return [actor.sectionId, null].find((sectionId) => permitted(actor, 'documents.write', { agencyId, sectionId }))
}

const NO_PERIOD: Refusal = {
  code: 'field-invalid',
  field: 'period',
  say: '这种表没有这样的年度或者学期。',
  then: '请从列出的年度、学期中选择。',
}

/** 填一张表: what is open already is opened; what stands published is revised; a new period begins with the rows of the last. */
export async function beginDataSet(
  ctx: OfficeContext,
  actor: Actor,
  input: { id: string; kind: DataSetKind; period: string },
): Promise<Result<{ id: string }>> {
  const { agencyId } = actor
  const { id, kind, period } = input
  const sectionId = writesIn(actor)
  if (!permitted(actor, 'documents.write', { agencyId, sectionId: sectionId ?? null })) return refused(NOT_PERMITTED)
  const rule = DATA_SETS[kind]
  if (!PERIOD.test(period) || period.includes('-') !== (rule.every === 'term')) return refused(NO_PERIOD)
  const stands = await documentOfPeriod(ctx.db, agencyId, kind, period)
  if (stands) return reviseDocument(ctx, actor, { id, documentId: stands.document_id })
  const going = await openEditionOfPeriod(ctx.db, agencyId, kind, period)
  if (going) {
    const seen = await readEdition(ctx, actor, going.id)
    return seen.ok ? ok({ id: going.id }) : refused(OTHERS)
  }
  const former = await formerPeriod(ctx, ctx.db, { agencyId, kind, period })
  const data = { kind, period, note: '', rows: former?.rows ?? [] }
  const content = editionContentSchema.parse({
    title: dataSetTitle(data),
    column: rule.column,
    keywords: [rule.zh],
    summary: `${rule.what}。`,
    formedOn: ctx.today(),
    data,
  })
  return beginEdition(ctx, actor, { id, documentId: randomUUID(), content, sectionId: sectionId ?? null })
}

const OTHERS: Refusal = {
  code: 'already-done',
  field: 'period',
  say: '别的科室正在填这张表。',
  then: '请与公开工作机构商量由谁来填。',
}

interface Former {
  against: string
  rows: readonly DataRow[]
}

/** The last period before this one that stands open. */
async function formerPeriod(
  ctx: OfficeContext,
  db: Db,
  { agencyId, kind, period }: { agencyId: string; kind: DataSetKind; period: string },
): Promise<Former | null> {
  const before = (await openDataSets(db, ctx.today(), agencyId))
    .filter((one) => one.kind === kind && periodOrder(one.period) < periodOrder(period))
    .toSorted((a, b) => (periodOrder(a.period) < periodOrder(b.period) ? 1 : -1))[0]
  const set = before && (await openDataSet(db, ctx.today(), agencyId, before.document_id))
  return set ? { against: periodWords(set.period), rows: set.rows } : null
}

async function formerOf(
  ctx: OfficeContext,
  db: Db,
  row: Pick<EditionMatter['row'], 'agency_id' | 'document_id' | 'seq'>,
  { kind, period }: DataSet,
): Promise<Former | null> {
  const earlier = (await editionsOfDocument(db, row.agency_id, row.document_id)).findLast(
    ({ seq, state }) => seq < row.seq && state === 'released',
  )
  const data = earlier && openContent(ctx, earlier.sealed_content).data
  return data ? { against: '上一版', rows: data.rows } : formerPeriod(ctx, db, { agencyId: row.agency_id, kind, period })
}

/** For whoever writes or reviews it: every cell that reads otherwise than before. */
export async function changesOf(
  ctx: OfficeContext,
  row: EditionMatter['row'],
  data: DataSet,
): Promise<EditionView['dataChanges']> {
  const former = await formerOf(ctx, ctx.db, row, data)
  return former && { against: former.against, changes: dataDifferences(data.kind, former.rows, data.rows) }
}

/** 发布: in the transaction of the release, beside the text. */
export async function putData(
  ctx: OfficeContext,
  tx: Tx,
  { row, data }: { row: EditionMatter['row']; data: DataSet },
): Promise<void> {
  const former = await formerOf(ctx, tx, row, data)
  const counts = former ? countChanges(dataDifferences(data.kind, former.rows, data.rows)) : { added: 0, changed: 0, removed: 0 }
  await putDataSet(tx, {
    agency_id: row.agency_id,
    document_id: row.document_id,
    edition_id: row.id,
    kind: data.kind,
    period: data.period,
    note: data.note,
    rows: JSON.stringify(data.rows),
    released_on: ctx.today(),
    against: former?.against ?? '',
    ...counts,
  })
}

/** A year or a term has one table of a kind, whose address stays. */
export async function periodRefusals(tx: Tx, { row, content }: EditionMatter): Promise<Refusal[]> {
  if (!content.data) return []
  const { kind, period } = content.data
  await lockNumber(tx, row.agency_id, `${kind} ${period}`)
  const other = await documentOfPeriod(tx, row.agency_id, kind, period)
  if (!other || other.document_id === row.document_id) return []
  const say = `${dataSetTitle(content.data)}已经公开过。`
  return [{ code: 'field-invalid', field: 'data', say, then: '一个年度或者学期只有一张表；请作废这一稿，从已公开的表修改。' }]
}
