/** 信息发布: the drafts and releases that one may see, what waits for oneself, and one of them with everything about it. */
import { RELEASE_STEPS, type ReleaseStep, STEP_RULES } from '../../law/publication/release-steps.ts'
import { publicationDue } from '../../law/publication/timeliness.ts'
import { type Result, ok, refused } from '../../law/refusal.ts'
import { type Actor, PERMISSIONS, permitted, type Verb } from '../../record/people/roles.ts'
import { editionHits, plainText } from '../../record/publication/edition-checks.ts'
import { forceRefusals, stepRefusals } from '../../record/publication/edition-steps.ts'
import type { EditionContent, EditionMay, EditionsView, EditionTab, EditionView } from '../../record/publication/edition.ts'
import {
  countEditions,
  documentOfAgency,
  type EditionFilter,
  editionsOfDocument,
  listEditions,
} from '../../store/editions.sql.ts'
import { delegatesOn } from '../../store/deciding.sql.ts'
import { agencyById, officersOf, sectionsOf } from '../../store/people.sql.ts'
import type { OfficeContext } from '../context.ts'
import { lineChanges } from '../line-changes.ts'
import { legalSetting } from '../people/agencies.ts'
import { NOT_PERMITTED } from '../people/permit.ts'
import { shownDay } from '../shown-day.ts'
import { type EditionMatter, readEdition, VERB_OF_STEP } from './edition-matter.ts'
import { outletsAt } from './outlets.ts'

const PAGE_SIZE = 20

export async function viewEditions(
  ctx: OfficeContext,
  actor: Actor,
  input: { tab: EditionTab; page: number; words: string },
): Promise<Result<EditionsView>> {
  const { agencyId } = actor
  if (!permitted(actor, 'documents.view', { agencyId })) return refused(NOT_PERMITTED)
  const seen = seenBy(actor)
  const words = input.words.trim()
  const todo: EditionFilter = { ...seen, todo: todoOf(actor) }
  const filter: EditionFilter = {
    ...(input.tab === 'todo' ? todo : { ...seen, states: [input.tab] }),
    ...(words ? { words } : {}),
  }
  const [total, waiting, sections] = await Promise.all([
    countEditions(ctx.db, agencyId, filter),
    countEditions(ctx.db, agencyId, todo),
    sectionsOf(ctx.db, agencyId),
  ])
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE))
  const page = Math.min(Math.max(1, input.page), pages)
  const rows = await listEditions(ctx.db, agencyId, filter, { offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE })
  const writable = [{ id: null, name: '本单位' }, ...sections.map(({ id, name }) => ({ id, name }))].filter(({ id }) =>
    permitted(actor, 'documents.write', { agencyId, sectionId: id }),
  )
  return ok({
    tab: input.tab,
    rows: rows.map((row) => ({
      id: row.id,
      documentId: row.document_id,
      title: row.title,
      column: row.column_key,
      attribute: row.attribute,
      state: row.state,
      next: row.next_step,
      section: row.section,
      updatedOn: shownDay(ctx, row.updated_at),
    })),
    total,
    page,
    pages,
    todo: waiting,
    sections: writable,
  })
}

/** Who sees only the own section's: everyone without a role that sees all. */
function seenBy(actor: Actor): Pick<EditionFilter, 'seenBy'> {
  const elsewhere = { agencyId: actor.agencyId, sectionId: null }
  if (permitted(actor, 'documents.view', elsewhere)) return {}
  const sections = [actor.sectionId, ...(actor.standsInFor ?? [])].filter((id) => id !== null)
  return { seenBy: { sections, officerId: actor.id } }
}

function todoOf(actor: Actor): NonNullable<EditionFilter['todo']> {
  const mine = RELEASE_STEPS.filter((step) => permitted(actor, VERB_OF_STEP[step], { agencyId: actor.agencyId }))
  return {
    officerId: actor.id,
    steps: mine.filter((step) => !STEP_RULES[step].notByAuthor),
    apart: mine.filter((step) => STEP_RULES[step].notByAuthor),
  }
}

export async function viewEdition(ctx: OfficeContext, actor: Actor, input: { id: string }): Promise<Result<EditionView>> {
  const found = await readEdition(ctx, actor, input.id)
  if (!found.ok) return found
  const matter = found.value
  const { row, content, progress } = matter
  const [delegates, sections, officers, editions, document, setting, agency, outlets] = await Promise.all([
    delegatesOn(ctx.db, row.agency_id, ctx.today()),
    sectionsOf(ctx.db, row.agency_id),
    officersOf(ctx.db, row.agency_id),
    editionsOfDocument(ctx.db, row.agency_id, row.document_id),
    documentOfAgency(ctx.db, row.agency_id, row.document_id),
    legalSetting(ctx, row.agency_id),
    agencyById(ctx.db, row.agency_id, ctx.today()),
    outletsAt(ctx, row.agency_id, row.document_id),
  ])
  const before = editions.findLast(({ seq, state }) => seq < row.seq && state === 'released')
  const stands = document?.edition_id === row.id
  const due = content.formedOn ? publicationDue(setting.calendar, 'publication', content.formedOn) : null
  // A deputy signs only under a delegation of the head.
  const mayNow = ({ id, roles }: Officer) => progress.next !== 'head' || roles.includes('head') || delegates.has(id)
  const name = (id: string) => officers.find((one) => one.id === id)?.name ?? '（已离任人员）'
  return ok({
    id: row.id,
    documentId: row.document_id,
    version: row.version,
    digest: row.digest,
    state: row.state,
    content,
    section: sections.find(({ id }) => id === row.section_id)?.name ?? null,
    sectionId: row.section_id,
    authors: row.authors.map(name),
    wrote: matter.wrote,
    chain: matter.chain,
    passed: progress.passed,
    forced: progress.forced,
    next: progress.next,
    waitsFor: progress.next ? waitsFor(progress.next, officers.filter(mayNow), row) : [],
    steps: matter.steps.map((one) => ({
      seq: one.seq,
      kind: one.kind,
      step: one.step,
      by: one.actor_name,
      on: one.on_date,
      note: one.note,
      ofEarlierText: one.digest !== row.digest,
    })),
    hits: editionHits(content, ctx.today()),
    may: deedsOf(actor, matter, stands && document.withdrawn_on === null),
    changes: before ? lineChanges(linesOf(ctx.vault.open<EditionContent>(before.sealed_content)), linesOf(content)) : null,
    address: document && stands && content.audience === 'society' && agency ? `/${agency.slug}/doc/${document.id}` : null,
    withdrawn: stands && document.withdrawn_on ? { on: document.withdrawn_on, because: document.withdrawn_because ?? '' } : null,
    dueOn: due?.due ?? null,
    noDue: due?.none ?? null,
    standsPublished: document !== undefined && document.withdrawn_on === null,
    reviewOn: row.review_on,
    outlets,
  })
}

/** What a reader sees of it, line by line. */
function linesOf({ title, number, summary, body }: EditionContent): string[] {
  return [title, number, summary, ...plainText(body).split('\n')].map((line) => line.trim()).filter((line) => line !== '')
}

/** How much waits for this person: the count in the menu. */
export async function countEditionsToDo(ctx: OfficeContext, actor: Actor): Promise<number> {
  if (!permitted(actor, 'documents.view', { agencyId: actor.agencyId })) return 0
  return countEditions(ctx.db, actor.agencyId, { ...seenBy(actor), todo: todoOf(actor) })
}

type Officer = Awaited<ReturnType<typeof officersOf>>[number]

function waitsFor(step: ReleaseStep, officers: readonly Officer[], row: EditionMatter['row']): string[] {
  const verb: Verb = VERB_OF_STEP[step]
  return officers
    .filter(({ active, roles }) => active && roles.some((role) => (PERMISSIONS[role] as readonly Verb[]).includes(verb)))
    .filter(({ id }) => !(STEP_RULES[step].notByAuthor && row.authors.includes(id)))
    .filter(({ section_id: section }) => step !== 'section' || section === row.section_id)
    .map(({ name }) => name)
}

/** What this person finds to do here: absent what the role does not have or what the state has not come to. */
function deedsOf(actor: Actor, matter: EditionMatter, stands: boolean): EditionMay {
  const { progress, may } = matter
  const deeds: EditionMay = {}
  if (progress.state === 'drafting' && may('documents.write'))
    Object.assign(deeds, { save: [], submit: [], drop: [], mask: [] } satisfies EditionMay)
  if (progress.next && may(VERB_OF_STEP[progress.next])) {
    deeds.pass = stepRefusals(progress, progress.next, { id: actor.id, wrote: matter.wrote })
    deeds.return = []
  }
  if (progress.next && may('documents.force') && forceRefusals(progress).length === 0) deeds.force = []
  const after = progress.forced.filter((step) => may(VERB_OF_STEP[step]))
  if (after.length > 0)
    deeds.lookAfter = after.every((step) => STEP_RULES[step].notByAuthor && matter.wrote) ? [NOT_PERMITTED] : []
  if (stands && may('documents.withdraw')) deeds.withdraw = []
  if (stands && may('documents.write')) deeds.revise = []
  return deeds
}
