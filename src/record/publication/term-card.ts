/** 学期卡: the twelve tiles of a school's term, each as its duties stand. Nothing of it is stored. */
import { SEASON_WORDS, type Term } from '../../law/publication/term.ts'
import { type TileKey, TILE_KEYS, tileOf } from '../../law/publication/term-card.ts'
import type { LocalDate } from '../../law/date.ts'
import { type Duty, type DutyDocument, dutiesOn, type DutyFacts, type DutyItem } from './duties.ts'

export const TILE_STATES = ['overdue', 'due', 'upcoming', 'done', 'notApplicable', 'noItem'] as const
export type TileState = (typeof TILE_STATES)[number]

export const TILE_STATE_WORDS: Record<TileState, string> = {
  overdue: '逾期',
  due: '待公开',
  upcoming: '未到时间',
  done: '已公开',
  notApplicable: '本学期不用',
  noItem: '目录中没有',
}

/** Something to be published, to be begun with one tap. */
export interface TileDuty {
  key: string
  what: string
  due: LocalDate | null
  state: Duty['state']
  draft: Duty['draft']
}

export interface Tile {
  key: TileKey
  state: TileState
  /** The nearest day by which something of it is due; null where none is. */
  due: LocalDate | null
  /** Why it is as it is: what was published, what is due, why nothing is. */
  why: string
  /** Open ones first, the most urgent before the others. */
  duties: TileDuty[]
  /** What was published of it last. */
  last: { id: string; title: string; publishedOn: LocalDate } | null
}

/** What needs somebody's hand. */
export function isGap({ state }: Pick<Tile, 'state'>): boolean {
  return state === 'overdue' || state === 'due' || state === 'noItem'
}

export function termCard(facts: DutyFacts, term: Term): Tile[] {
  const items = facts.items.map((item) => ({
    item,
    tile: tileOf({ second: item.content.second, column: item.keeping.column }),
  }))
  const duties = dutiesOn(facts).filter((duty) => isOfTerm(duty, term))
  return TILE_KEYS.map((key) => {
    const own = items.filter(({ tile }) => tile === key).map(({ item }) => item)
    const ids = new Set(own.map(({ id }) => id))
    return tileFrom(facts, term, {
      key,
      own,
      duties: duties.filter(({ itemId }) => itemId !== null && ids.has(itemId)),
      documents: facts.documents.filter(({ itemId }) => itemId !== null && ids.has(itemId)),
    })
  })
}

/** Due in the term; of what has no day, opened in it. */
function isOfTerm({ due, opens }: Duty, { from, to }: Term): boolean {
  const day = due ?? opens
  return day >= from && day <= to
}

interface Gathered {
  key: TileKey
  own: DutyItem[]
  duties: Duty[]
  documents: DutyDocument[]
}

const ORDER: readonly Duty['state'][] = ['overdue', 'due', 'upcoming', 'covered', 'notApplicable']

function tileFrom(facts: DutyFacts, term: Term, { key, own, duties, documents }: Gathered): Tile {
  const latest = documents.toSorted((a, b) => a.publishedOn.localeCompare(b.publishedOn)).at(-1) ?? null
  const last = latest && { id: latest.id, title: latest.title, publishedOn: latest.publishedOn }
  const sorted = duties.toSorted(
    (a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || (a.due ?? '9999').localeCompare(b.due ?? '9999'),
  )
  const [first] = sorted
  const shown = {
    key,
    last,
    duties: sorted.map(({ key: dutyKey, what, due, state, draft }) => ({ key: dutyKey, what, due, state, draft })),
  }
  // What stands for years and was never published is missing in every term.
  const never = own.filter(({ id, keeping }) => keeping.fires.length === 0 && !documents.some(({ itemId }) => itemId === id))
  for (const { id, content } of never) {
    const draft = facts.drafts.find(({ itemId, dutyKey }) => itemId === id && dutyKey === '') ?? null
    shown.duties.unshift({
      key: `item.${id}`,
      what: `${content.second}还没有公开过`,
      due: null,
      state: 'due',
      draft: draft && { id: draft.id, state: draft.state },
    })
  }
  if (own.length === 0) return { ...shown, state: 'noItem', due: null, why: '公开事项目录里没有这一类事项' }
  if (never[0] && first?.state !== 'overdue' && first?.state !== 'due')
    return { ...shown, state: 'due', due: null, why: `${never[0].content.second}还没有公开过` }
  if (!first) return { ...shown, ...withoutDuty(own, documents, term, facts) }
  const due = first.due
  if (first.state === 'covered') {
    const titles = sorted.flatMap(({ coveredBy }) => (coveredBy ? [`${coveredBy.publishedOn} 公开《${coveredBy.title}》`] : []))
    return { ...shown, state: 'done', due: null, why: titles[0] ?? '' }
  }
  if (first.state === 'notApplicable') return { ...shown, state: 'notApplicable', due: null, why: first.note?.because ?? '' }
  // 收费公示：2026年春季学期收费公示 — what comes every year names itself.
  const why = first.cause === 'calendar' ? first.what.replace(/^[^：]*：(?=.)/, '') : first.what
  return { ...shown, state: first.state, due, why }
}

/** Nothing of it falls due in this term: it stands for longer, comes in the other term, or comes when something happens. */
function withoutDuty(
  own: readonly DutyItem[],
  documents: readonly DutyDocument[],
  { season }: Term,
  { today }: DutyFacts,
): Pick<Tile, 'state' | 'due' | 'why'> {
  const triggers = own.flatMap(({ keeping }) => keeping.fires)
  const [latest] = documents.toSorted((a, b) => b.publishedOn.localeCompare(a.publishedOn))
  if (latest && triggers.length === 0)
    return { state: 'done', due: null, why: `${latest.publishedOn} 公开《${latest.title}》，长期有效` }
  if (triggers.some(({ on }) => on === 'calendar')) {
    const other = season === 'spring' ? SEASON_WORDS.autumn : SEASON_WORDS.spring
    const before = latest ? `；${latest.publishedOn} 公开过《${latest.title}》` : ''
    return { state: 'notApplicable', due: null, why: `每年${other}公开，本学期不用办${before}` }
  }
  const happening = triggers.map(({ name }) => name).join('、')
  return { state: 'notApplicable', due: null, why: `${happening}时公开，到 ${today} 没有登记` }
}
