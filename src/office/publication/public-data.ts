/** 数据表 for everyone: which there are, one of them, the schools of a place. Only what is open today. */
import type { DataSetKind } from '../../law/publication/data-sets.ts'
import type { Agency } from '../../record/people/agency.ts'
import { type DataRow, periodOrder } from '../../record/publication/data-set.ts'
import type { PublicDataLine, PublicDataSet } from '../../record/publication/data-set-view.ts'
import { allOpenDataSets, openDataSet, openDataSets } from '../../store/data-sets.sql.ts'
import type { OfficeContext } from '../context.ts'

/** By kind in the order of law, the newest period of each first. */
export async function publicDataSets(ctx: OfficeContext, agency: Agency): Promise<PublicDataLine[]> {
  const rows = await openDataSets(ctx.db, ctx.today(), agency.id)
  return rows
    .toSorted((a, b) => (periodOrder(a.period) < periodOrder(b.period) ? 1 : -1))
    .map(({ kind, period, document_id: documentId, title, rows: count, released_on: releasedOn }) => ({
      kind,
      period,
      documentId,
      title,
      rows: count,
      releasedOn,
    }))
}

/** @param period null: the newest; absent where nothing is open */
export async function readDataSet(
  ctx: OfficeContext,
  agency: Agency,
  kind: DataSetKind,
  period: string | null,
): Promise<PublicDataSet | null> {
  const lines = (await publicDataSets(ctx, agency)).filter((one) => one.kind === kind)
  const line = period === null ? lines[0] : lines.find((one) => one.period === period)
  return line ? withRows(ctx, agency, line, lines) : null
}

/** The table that a document is; null where it is a text. */
export async function dataSetOfDocument(ctx: OfficeContext, agency: Agency, documentId: string): Promise<PublicDataSet | null> {
  const lines = await publicDataSets(ctx, agency)
  const line = lines.find((one) => one.documentId === documentId)
  return line
    ? withRows(
        ctx,
        agency,
        line,
        lines.filter(({ kind }) => kind === line.kind),
      )
    : null
}

async function withRows(
  ctx: OfficeContext,
  agency: Agency,
  line: PublicDataLine,
  lines: readonly PublicDataLine[],
): Promise<PublicDataSet | null> {
  const set = await openDataSet(ctx.db, ctx.today(), agency.id, line.documentId)
  if (!set) return null
  const { note, rows, against, added, changed, removed } = set
  const periods = lines.map(({ period }) => period)
  return { ...line, note, rows, periods, changes: against ? { against, added, changed, removed } : null }
}

/** A school's line in the newest directory, by its name: its address and telephone beside its zone. */
export async function directoryOf(ctx: OfficeContext, agency: Agency): Promise<ReadonlyMap<string, DataRow>> {
  const directory = await readDataSet(ctx, agency, 'directory', null)
  return new Map((directory?.rows ?? []).map((row) => [row['school'] ?? '', row]))
}

/** Every open table of every agency, for the list of open data. */
export function listOpenData(ctx: OfficeContext): ReturnType<typeof allOpenDataSets> {
  return allOpenDataSets(ctx.db, ctx.today())
}
