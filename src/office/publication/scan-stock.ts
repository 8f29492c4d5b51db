/**
 * 存量检查的作业: piece by piece through everything that is published, each piece with how far it has got in one transaction, so that a
 * turn that is cut off goes on from there and nothing is found twice. What is found holds no word of the text.
 */
import { randomUUID } from 'node:crypto'
import type { LocalDate } from '../../law/date.ts'
import { type StockFound, stockFindings } from '../../record/publication/stock.ts'
import {
  advanceScan,
  closeFinding,
  closeFindingsOfGone,
  documentsToScan,
  documentToScan,
  findingsOfDocuments,
  putFinding,
  type StoredFinding,
  takeScan,
} from '../../store/stock.sql.ts'
import type { OfficeContext, Tx } from '../context.ts'
import { filesToCheck } from './edition-files.ts'
import { type LegalSetting, legalSetting } from '../people/agencies.ts'

/** As many as are read at a time: some tens of milliseconds of work. */
const PIECE = 100

/** One piece; `done` when everything was read. The next one is put into the queue with it. */
export async function scanStockPiece(ctx: OfficeContext, piece = PIECE): Promise<{ done: boolean; found: number }> {
  return ctx.transact(async (tx) => {
    const today = ctx.today()
    const scan = await takeScan(tx, today)
    if (!scan) return { done: true, found: 0 }
    const after = scan.after_agency && scan.after_document ? { agency: scan.after_agency, document: scan.after_document } : null
    const documents = await documentsToScan(tx, today, after, piece)
    const last = documents.at(-1)
    if (!last) await closeFindingsOfGone(tx, today)
    let found = 0
    for (const [agencyId, own] of Map.groupBy(documents, ({ agency_id: id }) => id))
      found += await scanDocuments(ctx, tx, agencyId, own)
    await advanceScan(tx, scan, {
      documents: documents.length,
      findings: found,
      last: last ? { agency: last.agency_id, document: last.id } : null,
    })
    if (last) await ctx.enqueue(tx, 'stock', {})
    return { done: !last, found }
  })
}

type Scanned = Awaited<ReturnType<typeof documentsToScan>>[number]

async function scanDocuments(ctx: OfficeContext, tx: Tx, agencyId: string, documents: readonly Scanned[]): Promise<number> {
  const setting = await legalSetting({ ...ctx, db: tx }, agencyId)
  const known = await findingsOfDocuments(
    tx,
    agencyId,
    documents.map(({ id }) => id),
  )
  let found = 0
  for (const document of documents)
    found += await settle(ctx, tx, {
      document,
      setting,
      known: known.filter(({ document_id: id }) => id === document.id),
      as: { state: 'open' },
    })
  return found
}

interface Settling {
  document: Scanned
  setting: LegalSetting
  known: readonly StoredFinding[]
  /** What a new finding is taken for. */
  as: { state: 'open' } | { state: 'faultless'; by: string; because: string }
}

/** What is found now and was not, is written down; what was found and is not, is gone. Returns how many are new. */
async function settle(ctx: OfficeContext, tx: Tx, { document, setting, known, as }: Settling): Promise<number> {
  const today = ctx.today()
  const { agency_id, id: document_id } = document
  const now = stockFindings(
    {
      title: document.title,
      summary: document.summary,
      body: document.body,
      publishedOn: document.published_on ?? today,
      shownUntil: document.shown_until,
      files: await filesToCheck(ctx, tx, agency_id, document.files),
    },
    { today, ...setting },
  ).map((one) => ({ ...one, mark: markOf(ctx, one) }))
  const same = (one: { place: string; kind: string; what: string; mark: string }, other: StoredFinding) =>
    one.place === other.place && one.kind === other.kind && one.what === other.what && one.mark === other.mark
  let fresh = 0
  for (const one of now) {
    const before = known.find((other) => same(one, other))
    if (before && before.state !== 'gone' && !(before.state === 'open' && as.state === 'faultless')) continue
    const { place, kind, what, mark, grave, count } = one
    const closed =
      as.state === 'faultless'
        ? { state: 'faultless' as const, closed_on: today, closed_by_name: as.by, because: as.because }
        : { state: 'open' as const }
    await putFinding(tx, {
      agency_id,
      id: randomUUID(),
      document_id,
      place,
      kind,
      what,
      mark,
      grave,
      count,
      found_on: today,
      ...closed,
    })
    fresh += 1
  }
  for (const before of known)
    if (before.state === 'open' && !now.some((one) => same(one, before)))
      await closeFinding(tx, before, { state: 'gone', on: today, by: '系统', because: '文中已经没有' })
  return fresh
}

function markOf({ vault }: Pick<OfficeContext, 'vault'>, { place, basis }: StockFound): string {
  return vault.fingerprint('stock finding', JSON.stringify([place, ...basis]))
}

/**
 * 签发以后: what the reviewers saw beside the text that they passed is settled by their passing; what stood before and is mended is
 * gone at once.
 */
export async function settleReleased(
  ctx: OfficeContext,
  tx: Tx,
  byName: string,
  { agencyId, documentId }: { agencyId: string; documentId: string },
): Promise<void> {
  const document = await documentToScan(tx, agencyId, documentId)
  if (!document) return
  await settle(ctx, tx, {
    document,
    setting: await legalSetting({ ...ctx, db: tx }, agencyId),
    known: await findingsOfDocuments(tx, agencyId, [documentId]),
    as: { state: 'faultless', by: byName, because: '审核、签发时已经核对' },
  })
}

/** 撤下以后: nothing of it is left to do. */
export async function settleWithdrawn(
  ctx: OfficeContext,
  tx: Tx,
  byName: string,
  { agencyId, documentId }: { agencyId: string; documentId: string },
): Promise<void> {
  const on: LocalDate = ctx.today()
  for (const one of await findingsOfDocuments(tx, agencyId, [documentId]))
    if (one.state === 'open') await closeFinding(tx, one, { state: 'gone', on, by: byName, because: '已经撤下' })
}
