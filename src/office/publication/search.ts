/** 检索: title, numbers, keywords, summary and text of what is published. Numbers of people are never searched for. */
import { type Result, ok, refused } from '../../law/refusal.ts'
import { maskInText } from '../../record/people/requester.ts'
import type { Found, FoundRow } from '../../record/publication/document.ts'
import { excerptOf, searchFold, searchTerms } from '../../record/publication/search-text.ts'
import {
  isNumberLike,
  MOST_WEIGHED,
  narrowingQuery,
  numberQuery,
  probesForAll,
  type SearchNarrowing,
  type SearchTerm,
  termsTyped,
} from '../../record/publication/search-words.ts'
import { type Asked, findDocuments, type Hits, textsOf } from '../../store/document-search.sql.ts'
import { publishedDocuments } from '../../store/publication.sql.ts'
import type { OfficeContext } from '../context.ts'
import { cutting } from './cutting.ts'
import { meant } from './meant.ts'
import { tellingWords } from './telling.ts'

const PAGE_SIZE = 20

/** All that was typed; where nothing holds all of it, its single words, the rarest counting most. */
export async function searchDocuments(
  ctx: OfficeContext,
  narrowing: SearchNarrowing,
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
  const cut = await cutting()
  const terms = termsTyped(searchTerms(text), cut)
  const words = [...new Set(terms.flatMap((term) => term.words))]
  for (const how of ['all', 'some'] as const) {
    const asked =
      how === 'all'
        ? askedForAll(terms, narrowing)
        : await askedForSome(ctx, [...new Set(words.flatMap((word) => [word, ...cut.all(word)]))], narrowing)
    const found = asked && (await pageOf(ctx, asked, terms, page))
    if (found && found.total > 0) return ok({ how, words, ...found, meant: [] })
  }
  return ok({ ...NOTHING, words, meant: await meant(ctx, narrowing.agencyId ?? null, text) })
}

const NOTHING = { how: 'all' as const, rows: [], total: 0, page: 1, pages: 1, more: false, years: {}, columns: {}, agencies: {} }

const lengthOf = (word: string) => [...word].length

function askedForAll(terms: readonly SearchTerm[], narrowing: SearchNarrowing): Asked | null {
  const probes = probesForAll(terms)
  if (!probes) return null
  return {
    probes: probes.map((probe, at) => ({ ...probe, weight: at === 0 ? 4 : 0, of: at })),
    narrowing: narrowingQuery(narrowing),
    terms: weighed(
      [...terms.map(({ term }) => term), ...terms.flatMap(({ words }) => words)].map((word) => [word, lengthOf(word)]),
    ),
    numbers: terms.filter(isNumberLike).map(({ term }) => ({ term, query: numberQuery(term) })),
  }
}

/** Each word, and the words within it, for itself. */
async function askedForSome(ctx: OfficeContext, words: readonly string[], narrowing: SearchNarrowing): Promise<Asked | null> {
  if (words.length < 2) return null
  const within = { narrowing: narrowingQuery(narrowing), numbers: [] }
  const telling = await tellingWords(ctx, words, within.narrowing)
  return {
    probes: telling.flatMap(({ title, text, weight }, of) => [title, text].map((probe) => ({ ...probe, weight, of }))),
    // In the title a word counts half as much again: less than another word that tells more.
    terms: weighed(telling.map(({ word, weight }) => [word, weight / 4])),
    ...within,
  }
}

function weighed(pairs: readonly (readonly [string, number])[]): { term: string; weight: number }[] {
  return [...new Map(pairs)].map(([term, weight]) => ({ term, weight }))
}

async function pageOf(
  ctx: OfficeContext,
  asked: Asked,
  terms: readonly SearchTerm[],
  page: number,
): Promise<Pick<Found, 'rows' | 'total' | 'page' | 'pages' | 'more' | 'years' | 'columns' | 'agencies'>> {
  const at = (one: number) => ({ offset: (one - 1) * PAGE_SIZE, limit: PAGE_SIZE })
  const first = await findDocuments(ctx.db, ctx.today(), asked, at(page))
  const pages = Math.max(1, Math.ceil(Math.min(first.total, MOST_WEIGHED) / PAGE_SIZE))
  const hits: Hits = page <= pages ? first : await findDocuments(ctx.db, ctx.today(), asked, at(pages))
  const { ids, total, ...counts } = hits
  if (total === 0) return NOTHING
  const [rows, texts] = await Promise.all([
    publishedDocuments(ctx.db, ctx.today(), { ids }, { offset: 0, limit: ids.length }),
    textsOf(ctx.db, ids),
  ])
  const words = [...terms.map(({ term }) => term), ...terms.flatMap((term) => term.words)]
  return {
    ...counts,
    total: Math.min(total, MOST_WEIGHED),
    more: total > MOST_WEIGHED,
    page: Math.min(page, pages),
    pages,
    rows: ids.flatMap((id): FoundRow[] => {
      const [row, text] = [rows.find((one) => one.id === id), texts.find((one) => one.id === id)]
      return row && text ? [{ ...row, excerpt: excerptFor(text, words) }] : []
    }),
  }
}

/** From the summary, unless only the text holds the word. */
function excerptFor({ summary, text }: { summary: string; text: string }, terms: readonly string[]): string {
  const holds = (words: string) => terms.some((term) => searchFold(words).includes(term))
  return excerptOf(holds(summary) || !holds(text) ? summary || text : text, terms)
}
