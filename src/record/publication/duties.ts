/**
 * 应公开清单: what is due follows from the catalogue, from what was published and from what people noted; nothing of it is stored.
 * The same inputs give the same list on any day.
 */
import type { Calendar } from '../../law/calendar.ts'
import { addDays, type LocalDate, weekday, yearOf } from '../../law/date.ts'
import { MATTER_KIND_WORDS, type MatterKind, type MatterRegime } from '../../law/publication/major-matters.ts'
import { dueAfter, occurrenceIn, ownLimit, type Trigger } from '../../law/publication/duties.ts'
import type { EditionState } from './edition-steps.ts'
import type { CatalogueItem } from './catalogue.ts'

export const DUTY_STATES = ['overdue', 'due', 'upcoming', 'covered', 'notApplicable'] as const
export type DutyState = (typeof DUTY_STATES)[number]

export const DUTY_STATE_WORDS: Record<DutyState, string> = {
  overdue: '逾期',
  due: '待公开',
  upcoming: '未到时间',
  covered: '已公开',
  notApplicable: '不适用',
}

export const DUTY_CAUSES = ['calendar', 'event', 'matter', 'document'] as const
export type DutyCause = (typeof DUTY_CAUSES)[number]

/** An item as the list needs it: also the day since which it is in the catalogue. */
export interface DutyItem extends Pick<CatalogueItem, 'id' | 'content' | 'keeping'> {
  since: LocalDate
}

/** What was published; of what was withdrawn nothing is told here. */
export interface DutyDocument {
  id: string
  itemId: string | null
  dutyKey: string
  title: string
  publishedOn: LocalDate
}

/** What is written and not published yet. */
export interface DutyDraft {
  id: string
  itemId: string | null
  sectionId: string | null
  dutyKey: string
  title: string
  state: EditionState
  formedOn: LocalDate | null
}

/** Something happened that has to be published. */
export interface DutyEvent {
  id: string
  itemId: string
  triggerKey: string
  on: LocalDate
  what: string
}

/** 三重一大: something that was decided together. */
export interface DutyMatter {
  id: string
  itemId: string | null
  sectionId: string | null
  kind: MatterKind
  title: string
  on: LocalDate
  regime: MatterRegime
  /** Why it is not made public; null where it is. */
  internal: { because: string; by: string; on: LocalDate } | null
}

/** What somebody noted of a duty; the last note of a duty holds. */
export interface DutyNote {
  dutyKey: string
  kind: 'notApplicable' | 'covered' | 'open'
  documentId: string | null
  because: string
  by: string
  on: LocalDate
}

export interface Duty {
  /** The same for the same duty on every day. */
  key: string
  cause: DutyCause
  itemId: string | null
  sectionId: string | null
  what: string
  /** What makes it due, in words. */
  why: string
  /** Published from then on, it covers the duty. */
  opens: LocalDate
  /** The last day; null where it needs a holiday notice that is not loaded, or where nothing sets a limit. */
  due: LocalDate | null
  state: DutyState
  coveredBy: { id: string; title: string; publishedOn: LocalDate; late: boolean } | null
  draft: { id: string; state: EditionState } | null
  /** Why it does not apply, and who said so. */
  note: { because: string; by: string; on: LocalDate } | null
}

export interface DutyFacts {
  items: readonly DutyItem[]
  documents: readonly DutyDocument[]
  drafts: readonly DutyDraft[]
  events: readonly DutyEvent[]
  matters: readonly DutyMatter[]
  notes: readonly DutyNote[]
  calendar: Calendar
  today: LocalDate
}

/** Duties of the calendar are listed from so many days before today to so many after. */
const DAYS_BACK = 370
const DAYS_AHEAD = 60

export function dutiesOn(facts: DutyFacts): Duty[] {
  const duties = [
    ...facts.items.flatMap((item) => item.keeping.fires.flatMap((trigger) => ofTrigger(facts, item, trigger))),
    ...facts.matters.map((matter) => ofMatter(facts, matter)),
    ...facts.drafts.flatMap((draft) => ofDraft(facts, draft)),
  ]
  const order = (duty: Duty) => `${DUTY_STATES.indexOf(duty.state)} ${duty.due ?? '9999'} ${duty.what}`
  return duties.toSorted((a, b) => order(a).localeCompare(order(b)))
}

function ofTrigger(facts: DutyFacts, item: DutyItem, trigger: Trigger): Duty[] {
  return trigger.on === 'calendar' ? ofCalendar(facts, item, trigger) : ofEvents(facts, item, trigger)
}

function ofCalendar(facts: DutyFacts, item: DutyItem, trigger: Trigger & { on: 'calendar' }): Duty[] {
  const [first, last] = [addDays(facts.today, -DAYS_BACK), addDays(facts.today, DAYS_AHEAD)]
  const years = Array.from({ length: yearOf(last) - yearOf(first) + 2 }, (_, at) => yearOf(first) + at)
  return years.flatMap((year) => {
    const { opens, due } = occurrenceIn(year, trigger)
    if (due < first || opens > last || due < item.since) return []
    const until = occurrenceIn(year + 1, trigger).opens
    const why = `每年 ${trigger.opens} 至 ${trigger.due}`
    return [
      settled(facts, {
        ...ofItem(item, ofYear(year, trigger.name)),
        key: `${item.id}.${trigger.key}.${year}`,
        cause: 'calendar',
        why,
        opens,
        due,
        until,
      }),
    ]
  })
}

/** 2026年招生方案, 2026年度预算. */
function ofYear(year: number, name: string): string {
  return name.startsWith('年度') ? `${year}${name}` : `${year}年${name}`
}

function ofEvents(facts: DutyFacts, item: DutyItem, trigger: Trigger & { on: 'event' }): Duty[] {
  return facts.events
    .filter((event) => event.itemId === item.id && event.triggerKey === trigger.key)
    .map((event) => {
      const { due, why } = dueAfter(facts.calendar, event.on, ownLimit(item.content.limit, trigger.days ?? undefined))
      return settled(facts, {
        ...ofItem(item, `${trigger.name}：${event.what}`),
        key: `event.${event.id}`,
        cause: 'event',
        why: `${event.on} ${why}`,
        opens: event.on,
        due,
        until: null,
      })
    })
}

interface Open extends Pick<Duty, 'itemId' | 'sectionId' | 'what'> {
  key: string
  cause: DutyCause
  why: string
  opens: LocalDate
  due: LocalDate | null
  /** Up to the day before this one a document without a duty of its own covers it; null: only what names it does. */
  until: LocalDate | null
}

function ofItem({ id, content, keeping }: DutyItem, name: string): Pick<Duty, 'itemId' | 'sectionId' | 'what'> {
  return { itemId: id, sectionId: keeping.sectionId, what: `${content.second}：${name}` }
}

/** The key of what is due of an entry in the register of 三重一大. */
export function matterKey(id: string): string {
  return `matter.${id}`
}

/** 三重一大: in 20 working days from the decision, or as its item says; what is kept internal is not due, for its reason. */
function ofMatter(facts: DutyFacts, { id, itemId, sectionId, kind, title, on, regime, internal }: DutyMatter): Duty {
  const item = facts.items.find((one) => one.id === itemId)
  const { due, why } = dueAfter(facts.calendar, on, item ? ownLimit(item.content.limit) : null)
  const basis = regime === 'party' ? '党务公开' : why
  const duty = settled(facts, {
    itemId: item?.id ?? null,
    sectionId: sectionId ?? item?.keeping.sectionId ?? null,
    what: `${MATTER_KIND_WORDS[kind]}：${title}`,
    key: matterKey(id),
    cause: 'matter',
    why: `${on} 决定，${basis}`,
    opens: on,
    due,
    until: null,
  })
  return internal && duty.state !== 'covered' ? { ...duty, state: 'notApplicable', note: internal } : duty
}

function settled(facts: DutyFacts, { itemId, sectionId, what, key, cause, why, opens, due, until }: Open): Duty {
  const note = facts.notes.findLast(({ dutyKey }) => dutyKey === key) ?? null
  const document = coveringDocument(facts, { itemId, key, opens, until, note })
  const draft = facts.drafts.find((one) => one.dutyKey === key) ?? null
  const applies = note?.kind !== 'notApplicable'
  return {
    key,
    cause,
    itemId,
    sectionId,
    what,
    why,
    opens,
    due,
    state: document ? 'covered' : applies ? stateOf(facts.today, opens, due) : 'notApplicable',
    coveredBy: document && {
      id: document.id,
      title: document.title,
      publishedOn: document.publishedOn,
      late: due !== null && document.publishedOn > due,
    },
    draft: draft && { id: draft.id, state: draft.state },
    note: document || applies || !note ? null : { because: note.because, by: note.by, on: note.on },
  }
}

function stateOf(today: LocalDate, opens: LocalDate, due: LocalDate | null): DutyState {
  if (due !== null && due < today) return 'overdue'
  return opens > today ? 'upcoming' : 'due'
}

/** The document that names the duty, or that somebody named for it; else one of the item that came in its time. */
function coveringDocument(
  { documents }: DutyFacts,
  { itemId, key, opens, until, note }: Pick<Open, 'itemId' | 'key' | 'opens' | 'until'> & { note: DutyNote | null },
): DutyDocument | null {
  const own = documents.find(({ dutyKey }) => dutyKey === key)
  const named = note?.kind === 'covered' ? documents.find(({ id }) => id === note.documentId) : undefined
  const inTime = (document: DutyDocument) =>
    until !== null &&
    document.dutyKey === '' &&
    document.itemId === itemId &&
    document.publishedOn >= opens &&
    document.publishedOn < until
  const earliest = documents.filter(inTime).toSorted((a, b) => a.publishedOn.localeCompare(b.publishedOn))[0]
  return own ?? named ?? earliest ?? null
}

/** 按文件: formed and not published yet — in 20 working days, or as its item says (Reg. 26). What a duty already asks for is not asked twice, and what is older than any limit is not asked for. */
function ofDraft(facts: DutyFacts, draft: DutyDraft): Duty[] {
  if (draft.dutyKey !== '' || draft.formedOn === null || (draft.state !== 'drafting' && draft.state !== 'inReview')) return []
  const item = facts.items.find(({ id }) => id === draft.itemId)
  const { due, why, limited } = dueAfter(facts.calendar, draft.formedOn, item ? ownLimit(item.content.limit) : null)
  if (!limited) return []
  return [
    {
      key: `edition.${draft.id}`,
      cause: 'document',
      itemId: draft.itemId,
      sectionId: item?.keeping.sectionId ?? draft.sectionId,
      what: draft.title,
      why: `${draft.formedOn} 成文，${why}`,
      opens: draft.formedOn,
      due,
      state: stateOf(facts.today, draft.formedOn, due),
      coveredBy: null,
      draft: { id: draft.id, state: draft.state },
      note: null,
    },
  ]
}

/** The Sunday that ends the week of a day: what is due by then is of this week. */
export function weekEnd(day: LocalDate): LocalDate {
  return addDays(day, (7 - weekday(day)) % 7)
}

/** 本周应公开: late, or open and due by the end of the week. */
export function isOfThisWeek({ state, due }: Duty, today: LocalDate): boolean {
  return state === 'overdue' || (state === 'due' && (due === null || due <= weekEnd(today)))
}
