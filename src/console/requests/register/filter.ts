/** The register's filter as it stands in the page's address, so that a view can be kept, shared and gone back to. */
import type { Input } from '../../../edge/console/contract.ts'
import { maskInText } from '../../../record/people/requester.ts'

export type Filter = Input<'requests.list'>
export type FilterKey = keyof Filter

export const PAGE_SIZE = 50
/** The server counts no further: more is narrowed, not leafed through. */
export const MOST_COUNTED = 1_000

const TEXTS = [
  'q',
  'phase',
  'sending',
  'via',
  'section',
  'officer',
  'outcome',
  'exception',
  'year',
  'receivedFrom',
  'receivedTo',
  'dueFrom',
  'dueTo',
] as const

/** What is narrowed beyond state, phase and words: shown when somebody asks for more. */
export const MORE: readonly FilterKey[] = TEXTS.filter((key) => key !== 'q' && key !== 'phase')

/** Identity and telephone numbers stand in no address; nothing that the register searches holds one anyway. */
export function mayBeSearched(words: string): boolean {
  return maskInText(words) === words
}

export function filterOf(search: URLSearchParams): Filter {
  const texts = TEXTS.flatMap((key) => {
    const value = search.get(key)
    return value ? [[key, value] as const] : []
  })
  return {
    ...Object.fromEntries(texts),
    state: (search.get('state') ?? 'open') as NonNullable<Filter['state']>,
    sort: (search.get('sort') ?? 'due') as NonNullable<Filter['sort']>,
    page: Number(search.get('page') ?? 1),
    size: PAGE_SIZE,
  }
}

export function isNarrowed(filter: Filter): boolean {
  return filter.state === 'overdue' || TEXTS.some((key) => Boolean(filter[key]))
}

/** What the address keeps of a filter that somebody saves: everything but the page. */
export function savedQuery(search: URLSearchParams): string {
  const kept = new URLSearchParams(search)
  kept.delete('page')
  return kept.toString()
}
