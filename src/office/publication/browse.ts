/** What the public finds: new information, columns, one document. Everyone may; only what is published. */
import { COLUMN_KEYS, type ColumnKey, dutyColumns, isColumnKey } from '../../law/publication/columns.ts'
import type { LocalDate } from '../../law/date.ts'
import type { Agency } from '../../record/people/agency.ts'
import type { DocumentLink, DocumentRow, Page, PublishedDocument, ShownPublicity } from '../../record/publication/document.ts'
import type { ObjectionCounts } from '../../record/publication/objection.ts'
import { objectionCounts } from '../../store/objections.sql.ts'
import {
  columnCounts,
  countDocuments,
  type DocumentFilter,
  documentById,
  frequentKeywords,
  linkedDocuments,
  overDocument,
  publishedDocuments,
  withdrawnDocument,
} from '../../store/publication.sql.ts'
import { publicitiesOf, type StoredPublicity } from '../../store/publicity.sql.ts'
import type { OfficeContext } from '../context.ts'
import { type FileToSend, openFile } from './edition-files.ts'

const PAGE_SIZE = 20

/** The newest, of one agency or of all. */
export function latestDocuments(ctx: OfficeContext, agencyId: string | null, limit: number): Promise<DocumentRow[]> {
  return publishedDocuments(ctx.db, ctx.today(), agencyId ? { agencyId } : {}, { offset: 0, limit })
}

export interface ColumnCount {
  key: ColumnKey
  documents: number
  latest: LocalDate | null
}

/** 栏目: those that law makes the agency keep, and any other that has something in it. */
export async function browseColumns(ctx: OfficeContext, agency: Agency): Promise<ColumnCount[]> {
  const counts = new Map((await columnCounts(ctx.db, ctx.today(), agency.id)).map((row) => [row.column, row]))
  const duty = new Set(dutyColumns(agency.regime))
  return COLUMN_KEYS.filter((key) => duty.has(key) || counts.has(key)).map((key) => ({
    key,
    documents: counts.get(key)?.documents ?? 0,
    latest: counts.get(key)?.latest ?? null,
  }))
}

/** 栏目的目录, newest first. */
export function browseColumn(
  ctx: OfficeContext,
  agency: Agency,
  column: string,
  page: number,
  size = PAGE_SIZE,
): Promise<Page<DocumentRow>> {
  return pageOf(ctx, { agencyId: agency.id, column }, page, size)
}

/** What was published under an item of the catalogue, newest first. */
export function browseUnder(ctx: OfficeContext, agency: Agency, itemId: string, page: number): Promise<Page<DocumentRow>> {
  return pageOf(ctx, { agencyId: agency.id, itemId }, page)
}

/** Of so many of the last documents keywords are counted. */
const LAST_DOCUMENTS = 500

/** Words worth offering as a search: those that the agency's own latest documents carry most. */
export function searchExamples(ctx: OfficeContext, agencyId: string | null, most = 6): Promise<string[]> {
  return frequentKeywords(ctx.db, ctx.today(), agencyId, { among: LAST_DOCUMENTS, limit: most })
}

async function pageOf(ctx: OfficeContext, filter: DocumentFilter, page: number, size = PAGE_SIZE): Promise<Page<DocumentRow>> {
  const total = await countDocuments(ctx.db, ctx.today(), filter)
  const pages = Math.max(1, Math.ceil(total / size))
  const current = Math.min(Math.max(1, page), pages)
  const window = { offset: (current - 1) * size, limit: size }
  return { rows: await publishedDocuments(ctx.db, ctx.today(), filter, window), total, page: current, pages }
}

/** A published document with what explains it; null where there is none under this id. */
export async function readDocument(ctx: OfficeContext, agency: Agency, id: string): Promise<PublishedDocument | null> {
  const row = await documentById(ctx.db, ctx.today(), agency.id, id)
  if (!row?.published_on) return null
  const links = (await linkedDocuments(ctx.db, ctx.today(), row)).map((link) => ({
    ...link,
    publishedOn: link.published_on as LocalDate,
  }))
  const asLink = ({ id, title, publishedOn }: DocumentLink): DocumentLink => ({ id, title, publishedOn })
  const source = links.find((link) => link.id === row.interprets)
  const [publicity, resultOf] = await Promise.all([
    shownPublicity(ctx, agency.id, row.id),
    row.result_of ? lastRun(ctx, agency.id, row.result_of) : null,
  ])
  return {
    id: row.id,
    agencySlug: agency.slug,
    agencyName: agency.details.name,
    column: row.column_key,
    title: row.title,
    number: row.number,
    validity: row.validity,
    publishedOn: row.published_on,
    indexNumber: row.index_number,
    summary: row.summary,
    keywords: row.keywords,
    body: row.body,
    formedOn: row.formed_on,
    effectiveOn: row.effective_on,
    repealedOn: row.repealed_on,
    normative: row.normative,
    shownUntil: row.shown_until,
    interprets: source ? asLink(source) : null,
    interpretations: links.filter((link) => link.interprets === row.id).map(asLink),
    publicity,
    files: row.files,
    resultOf:
      row.result_of && resultOf
        ? { id: row.result_of, kind: resultOf.kind, startsOn: resultOf.starts_on, endsOn: resultOf.ends_on }
        : null,
  }
}

async function lastRun(ctx: OfficeContext, agencyId: string, documentId: string): Promise<StoredPublicity | null> {
  return (await publicitiesOf(ctx.db, agencyId, documentId)).at(-1) ?? null
}

async function shownPublicity(ctx: OfficeContext, agencyId: string, documentId: string): Promise<ShownPublicity | null> {
  const last = await lastRun(ctx, agencyId, documentId)
  if (!last) return null
  return {
    kind: last.kind,
    startsOn: last.starts_on,
    endsOn: last.ends_on,
    restartedOn: last.run > 1 ? last.starts_on : null,
    contact: last.contact,
    objections: (await objectionCounts(ctx.db, agencyId, [documentId])).get(documentId) ?? NO_OBJECTIONS,
  }
}

const NO_OBJECTIONS: ObjectionCounts = { raised: 0, open: 0, byFinding: {} }

/** 附件: of a document that everyone may read today, and of no other. */
export async function readPublishedFile(
  ctx: OfficeContext,
  agency: Agency,
  documentId: string,
  fileId: string,
): Promise<FileToSend | null> {
  const row = await documentById(ctx.db, ctx.today(), agency.id, documentId)
  return row ? openFile(ctx, agency.id, row.files, fileId) : null
}

/** 撤下的信息、期满的公示: what its address tells of it. */
export type Tombstone = { indexNumber: string; publishedOn: LocalDate } & (
  | { kind: 'withdrawn'; withdrawnOn: LocalDate; because: string }
  | { kind: 'over'; until: LocalDate; publicity: ShownPublicity | null; result: DocumentLink | null; resultFollows: boolean }
)

export async function readTombstone(ctx: OfficeContext, agency: Agency, id: string): Promise<Tombstone | null> {
  const today = ctx.today()
  const row = await withdrawnDocument(ctx.db, today, agency.id, id)
  if (row?.published_on && row.withdrawn_on)
    return {
      kind: 'withdrawn',
      indexNumber: row.index_number,
      publishedOn: row.published_on,
      withdrawnOn: row.withdrawn_on,
      because: row.withdrawn_because ?? '',
    }
  const over = await overDocument(ctx.db, today, agency.id, id)
  if (!over?.published_on || !over.shown_until) return null
  const last = await lastRun(ctx, agency.id, id)
  const result = last?.result_id ? await documentById(ctx.db, today, agency.id, last.result_id) : undefined
  return {
    kind: 'over',
    indexNumber: over.index_number,
    publishedOn: over.published_on,
    until: over.shown_until,
    publicity: await shownPublicity(ctx, agency.id, id),
    result: result?.published_on ? { id: result.id, title: result.title, publishedOn: result.published_on } : null,
    resultFollows: last?.after === 'result' && !last.concluded_on,
  }
}

/** The column a document stands in; null for the agency's own rules, which are no column of Art 20. */
export function columnOf(document: { column: string }): ColumnKey | null {
  return isColumnKey(document.column) ? document.column : null
}
