/** 公示和异议 for the office: which run, which wait for answers or for the result, and one of them with everything about it. */
import type { Calendar } from '../../law/calendar.ts'
import type { LocalDate } from '../../law/date.ts'
import { type Result, ok, refused } from '../../law/refusal.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import type { EditionPublicity } from '../../record/publication/edition.ts'
import type {
  ObjectionCounts,
  ObjectionRow,
  PublicitiesView,
  PublicityRow,
  PublicityView,
} from '../../record/publication/objection.ts'
import { type PublicityState, publicityState } from '../../record/publication/publicity.ts'
import { daysLeft } from '../../record/requests/days-left.ts'
import type { DaysLeft } from '../../record/requests/view.ts'
import { documentOfAgency } from '../../store/editions.sql.ts'
import { objectionCounts, objectionsOf, type StoredObjection } from '../../store/objections.sql.ts'
import { agencyById, officersOf } from '../../store/people.sql.ts'
import {
  countPublicities,
  documentTitled,
  listPublicities,
  publicitiesOf,
  resultDraftOf,
  type SeenPublicity,
  type StoredPublicity,
} from '../../store/publicity.sql.ts'
import type { OfficeContext } from '../context.ts'
import { legalSetting } from '../people/agencies.ts'
import { NOT_FOUND, NOT_PERMITTED } from '../people/permit.ts'
import type { EditionMatter } from './edition-matter.ts'
import { judgedPublicity, runOf } from './run-publicity.ts'

const PAGE_SIZE = 20
const NONE: ObjectionCounts = { raised: 0, open: 0, byFinding: {} }

/** Everything of the agency, or the own sections'. */
export function seenPublicity(actor: Actor): SeenPublicity {
  const { agencyId } = actor
  if (permitted(actor, 'objections.view', { agencyId, sectionId: null })) return { agencyId }
  return { agencyId, sections: [actor.sectionId, ...(actor.standsInFor ?? [])].filter((id) => id !== null) }
}

/** 还剩几天 of the period while it runs; of what is left to do afterwards, in words. */
function leftOf(state: PublicityState, endsOn: LocalDate, at: { today: LocalDate; calendar: Calendar }): DaysLeft {
  if (state === 'running') {
    const left = daysLeft({ due: endsOn, openEnd: null, phase: 'running', ...at })
    return { ...left, words: endsOn === at.today ? '今天最后一日' : left.words.replace('还剩', '公示还剩') }
  }
  const words: Record<Exclude<PublicityState, 'running'>, DaysLeft> = {
    objections: { workingDays: null, words: '异议待办结', tone: 'soon' },
    awaitingResult: { workingDays: null, words: '待公布结果', tone: 'soon' },
    concluded: { workingDays: null, words: '已办结', tone: 'done' },
    withdrawn: { workingDays: null, words: '已撤下', tone: 'done' },
    restarted: { workingDays: null, words: '已重新公示', tone: 'done' },
  }
  return words[state]
}

type Listed = StoredPublicity & { title: string; standing_edition: string | null }

function rowOf(row: Listed, counts: ObjectionCounts, at: { today: LocalDate; calendar: Calendar }): PublicityRow {
  const state = publicityState(runOf(row), counts.open, at.today)
  return {
    documentId: row.document_id,
    run: row.run,
    editionId: row.standing_edition ?? row.edition_id,
    title: row.title,
    kind: row.kind,
    state,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    after: row.after,
    counts,
    left: leftOf(state, row.ends_on, at),
  }
}

export async function viewPublicities(
  ctx: OfficeContext,
  actor: Actor,
  input: { page: number },
): Promise<Result<PublicitiesView>> {
  const { agencyId } = actor
  if (!permitted(actor, 'objections.view', { agencyId })) return refused(NOT_PERMITTED)
  const seen = seenPublicity(actor)
  const total = await countPublicities(ctx.db, seen)
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE))
  const page = Math.min(Math.max(1, input.page), pages)
  const rows = await listPublicities(ctx.db, seen, { offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE })
  const ids = rows.map(({ document_id: id }) => id)
  const [counts, { calendar }] = await Promise.all([objectionCounts(ctx.db, agencyId, ids), legalSetting(ctx, agencyId)])
  const at = { today: ctx.today(), calendar }
  return ok({
    rows: rows.map((row) => rowOf(row, counts.get(row.document_id) ?? NONE, at)),
    total,
    page,
    pages,
    may: { draft: permitted(actor, 'documents.write', { agencyId }) },
  })
}

/** Whether this person may look at the 公示 of a document, and the last of its periods. */
export async function seenRun(ctx: OfficeContext, actor: Actor, documentId: string): Promise<StoredPublicity | null> {
  const last = (await publicitiesOf(ctx.db, actor.agencyId, documentId)).at(-1)
  return last && permitted(actor, 'objections.view', { agencyId: actor.agencyId, sectionId: last.section_id }) ? last : null
}

export async function viewPublicity(
  ctx: OfficeContext,
  actor: Actor,
  input: { documentId: string },
): Promise<Result<PublicityView>> {
  const { agencyId } = actor
  const { documentId } = input
  if (!permitted(actor, 'objections.view', { agencyId })) return refused(NOT_PERMITTED)
  const last = await seenRun(ctx, actor, documentId)
  const document = last && (await documentOfAgency(ctx.db, agencyId, documentId))
  if (!last || !document) return refused(NOT_FOUND)
  const [runs, objections, counts, officers, { calendar }, agency, result, draft] = await Promise.all([
    publicitiesOf(ctx.db, agencyId, documentId),
    objectionsOf(ctx.db, agencyId, documentId),
    objectionCounts(ctx.db, agencyId, [documentId]),
    officersOf(ctx.db, agencyId),
    legalSetting(ctx, agencyId),
    agencyById(ctx.db, agencyId, ctx.today()),
    last.result_id ? documentTitled(ctx.db, agencyId, last.result_id) : undefined,
    resultDraftOf(ctx.db, agencyId, documentId),
  ])
  const at = { today: ctx.today(), calendar }
  const row = rowOf({ ...last, title: document.title, standing_edition: document.edition_id }, counts.get(documentId) ?? NONE, at)
  const where = { agencyId, sectionId: last.section_id }
  const mayDraft = permitted(actor, 'documents.write', where) && last.after === 'result' && !last.result_id
  const live = row.state === 'running' || row.state === 'objections' || row.state === 'awaitingResult'
  return ok({
    ...row,
    column: document.column_key,
    indexNumber: document.index_number,
    contact: last.contact,
    length: { n: last.length_n, unit: last.length_unit },
    address: document.audience === 'society' && agency ? `/${agency.slug}/doc/${documentId}` : null,
    objections: objections.map((one) => objectionRow(one, officers, at)),
    earlier: runs
      .filter(({ run }) => run !== last.run)
      .map(({ run, starts_on: startsOn, ends_on: endsOn, restarted_on: restartedOn }) => ({
        run,
        startsOn,
        endsOn,
        restartedOn,
      })),
    result: result ? { documentId: result.id, title: result.title } : null,
    resultDraft: draft ? { id: draft.id, title: draft.title } : null,
    may: {
      enter: permitted(actor, 'objections.handle', where) && live,
      draftResult: mayDraft && live ? [] : null,
    },
  })
}

type Officers = Awaited<ReturnType<typeof officersOf>>

export function objectionRow(
  one: StoredObjection,
  officers: Officers,
  at: { today: LocalDate; calendar: Calendar },
): ObjectionRow {
  const answered = one.state === 'answered'
  const left: DaysLeft = answered
    ? { workingDays: null, words: '已答复', tone: 'done' }
    : daysLeft({ due: one.due_on, openEnd: null, phase: 'running', ...at })
  return {
    id: one.id,
    number: one.number,
    via: one.via,
    objector: one.objector,
    receivedOn: one.received_on,
    afterEnd: one.after_end,
    dueOn: one.due_on,
    owner: officers.find(({ id }) => id === one.owner_id)?.name ?? null,
    state: one.state,
    finding: one.finding,
    left,
  }
}

/** 公示 of an edition: its days if it were released today, and what that would mean for the one that stands. */
export async function editionPublicity(ctx: OfficeContext, matter: EditionMatter): Promise<EditionPublicity | null> {
  const { row, content, progress } = matter
  const judged = await judgedPublicity(ctx, ctx.db, matter)
  if (!judged) return null
  const { standing, days, means } = judged
  const open = (await objectionCounts(ctx.db, row.agency_id, [row.document_id])).get(row.document_id)?.open ?? 0
  const state = standing ? publicityState(runOf(standing), open, ctx.today()) : null
  // What was released already has the days that it was given.
  const given = progress.state === 'released' && standing
  return {
    startsOn: given ? standing.starts_on : (days?.startsOn ?? ctx.today()),
    endsOn: given ? standing.ends_on : (days?.endsOn ?? null),
    short: content.publicity ? (days?.short ?? null) : null,
    means: means.kind,
    standing: standing?.ends_on ?? null,
    state,
  }
}
