/** What whoever follows the column is given: the newest documents, every address, everything as data. Only what is open today. */
import { addDays, type LocalDate } from '../../law/date.ts'
import type { Agency } from '../../record/people/agency.ts'
import { plainText } from '../../record/publication/edition-checks.ts'
import type { PublishedFile } from '../../record/publication/edition-files.ts'
import type { DocumentRow } from '../../record/publication/document.ts'
import { documentsForScreen, newestDocuments, openDocumentsAfter } from '../../store/document-feeds.sql.ts'
import type { OfficeContext } from '../context.ts'

/** A document as feeds and data files tell of it. */
export interface FeedDocument extends DocumentRow {
  indexNumber: string
  summary: string
  keywords: string[]
  formedOn: LocalDate
  effectiveOn: LocalDate | null
  /** The moment it was last changed. */
  updatedAt: Date
  files: PublishedFile[]
}

/** The last published first. */
export function newestForFeed(
  ctx: OfficeContext,
  where: { agency: Agency | null; column: string | null },
  most: number,
): Promise<FeedDocument[]> {
  const filter = { agencyId: where.agency?.id ?? null, column: where.column }
  return newestDocuments(ctx.db, ctx.today(), filter, most)
}

/** 大厅屏幕上的一件. */
export interface ScreenItem {
  id: string
  title: string
  number: string | null
  publishedOn: LocalDate
  /** The last day on which it may be shown; null where it has none. */
  until: LocalDate | null
  /** What it says, as far as a screen has room. */
  text: string
}

const ON_SCREEN = 12
const SCREEN_TEXT = 220
/** What is older is no news, unless its 公示期 still runs. */
const NEWS_DAYS = 180

/** Its sentences: rows of tables and headings say nothing to whoever passes by. */
function sentencesOf(body: string): string {
  return plainText(body)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /[。；！？：]$/u.test(line) && !line.includes('\t'))
    .join('')
}

export async function screenItems(ctx: OfficeContext, agency: Agency): Promise<ScreenItem[]> {
  const since = addDays(ctx.today(), -NEWS_DAYS)
  const rows = await documentsForScreen(ctx.db, ctx.today(), { agencyId: agency.id, since, most: ON_SCREEN })
  return rows.map(({ id, title, number, publishedOn, shownUntil: until, summary, body }) => {
    const letters = [...(summary || sentencesOf(body))]
    const text = letters.length > SCREEN_TEXT ? `${letters.slice(0, SCREEN_TEXT).join('')}…` : letters.join('')
    return { id, title, number, publishedOn, until, text }
  })
}

/** Everything that is open, of one agency or of all, piece by piece and always in the same order. */
export async function* allOpenDocuments(
  ctx: OfficeContext,
  agency: Agency | null,
  piece: number,
): AsyncGenerator<FeedDocument[]> {
  let after: FeedDocument | undefined
  for (;;) {
    const rows = await openDocumentsAfter(ctx.db, ctx.today(), agency?.id ?? null, after ?? null, piece)
    if (rows.length === 0) return
    yield rows
    after = rows.at(-1)
  }
}
