/** 检索: title, numbers, keywords, summary and text of what is published. Numbers of people are never searched for. */
import { type Result, ok, refused } from '../../law/refusal.ts'
import { maskInText } from '../../record/people/requester.ts'
import type { Found, FoundRow } from '../../record/publication/document.ts'
import { excerptOf, searchFold, searchTerms } from '../../record/publication/search-text.ts'
import { type DocumentSearch, findDocuments, textsOf } from '../../store/document-search.sql.ts'
import { publishedDocuments } from '../../store/publication.sql.ts'
import type { OfficeContext } from '../context.ts'
import { wordsOf } from './words.ts'

const PAGE_SIZE = 20

/** As it was typed first; where nothing holds all of it, by its single words; where nothing holds all of these, by any of them. */
export async function searchDocuments(
  ctx: OfficeContext,
  agencyId: string | null,
  query: string,
  page: number,
): Promise<Result<Found>> {
  const text = query.normalize('NFKC').trim()
  if (maskInText(text) !== text)
    return refused({
      code: 'field-invalid',
      say: '检索词像是证件号码或电话号码。',
      then: '请改用信息的名称、文号检索。',
      field: 'q',
    })
  const typed = searchTerms(text)
  for await (const way of waysOf(text, typed)) {
    const search: DocumentSearch = { agencyId, which: way.how === 'some' ? 'any' : 'all', terms: way.terms }
    const found = await pageOf(ctx, search, page)
    if (found.total > 0) return ok({ ...way, ...found })
  }
  return ok({ rows: [], total: 0, page: 1, pages: 1, how: 'whole', terms: typed })
}

/** The dictionary is asked only when what was typed was not found. */
async function* waysOf(text: string, typed: string[]): AsyncGenerator<Pick<Found, 'how' | 'terms'>> {
  if (typed.length === 0) return
  yield { how: 'whole', terms: typed }
  const words = (await wordsOf(text)).map(searchFold)
  if (words.some((word) => !typed.includes(word))) yield { how: 'words', terms: words }
  if (words.length > 1) yield { how: 'some', terms: words }
}

async function pageOf(ctx: OfficeContext, search: DocumentSearch, page: number): Promise<Omit<Found, 'how' | 'terms'>> {
  const at = (one: number) => ({ offset: (one - 1) * PAGE_SIZE, limit: PAGE_SIZE })
  const asked = await findDocuments(ctx.db, ctx.today(), search, at(page))
  // Beyond the last page nothing tells how many there are.
  const { total } = asked.total > 0 || page === 1 ? asked : await findDocuments(ctx.db, ctx.today(), search, at(1))
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE))
  const { ids } = page <= pages ? asked : await findDocuments(ctx.db, ctx.today(), search, at(pages))
  if (ids.length === 0) return { rows: [], total, page: 1, pages }
  const [rows, texts] = await Promise.all([
    publishedDocuments(ctx.db, ctx.today(), { ids }, { offset: 0, limit: ids.length }),
    textsOf(ctx.db, ids),
  ])
  return {
    total,
    page: Math.min(page, pages),
    pages,
    rows: ids.flatMap((id): FoundRow[] => {
      const [row, text] = [rows.find((one) => one.id === id), texts.find((one) => one.id === id)]
      return row && text ? [{ ...row, excerpt: excerptFor(text, search.terms) }] : []
    }),
  }
}

/** From the summary, unless only the text holds the word. */
function excerptFor({ summary, text }: { summary: string; text: string }, terms: readonly string[]): string {
  const holds = (words: string) => terms.some((term) => searchFold(words).includes(term))
  return excerptOf(holds(summary) || !holds(text) ? summary || text : text, terms)
}
