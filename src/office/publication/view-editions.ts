/** 信息发布: the drafts and releases that one may see, what waits for oneself, and one of them with everything about it. */
import { type ReleaseStep, STEP_RULES } from '../../law/publication/release-steps.ts'
import { publicationDue } from '../../law/publication/timeliness.ts'
import { type Result, ok, refused } from '../../law/refusal.ts'
import { type Actor, PERMISSIONS, permitted, type Verb } from '../../record/people/roles.ts'
import { editionHits, plainText } from '../../record/publication/edition-checks.ts'
import { type EditionFileView, fileWords, isPicture } from '../../record/publication/edition-files.ts'
import { forceRefusals, stepRefusals } from '../../record/publication/edition-steps.ts'
import { SUPERIOR_WHOS } from '../../record/publication/superior.ts'
import { isReserved } from '../../record/publication/delegations.ts'
import type { EditionContent, EditionMay, EditionsView, EditionTab, EditionView } from '../../record/publication/edition.ts'
import {
  countEditions,
  documentOfAgency,
  type EditionFilter,
  type EditionTodo,
  editionsOfDocument,
  listEditions,
} from '../../store/editions.sql.ts'
import { agencyById, officersOf, sectionsOf } from '../../store/people.sql.ts'
import { institutionsBelow } from '../../store/release.sql.ts'
import { documentTitled } from '../../store/publicity.sql.ts'
import type { OfficeContext } from '../context.ts'
import { lineChanges } from '../line-changes.ts'
import { legalSetting } from '../people/agencies.ts'
import { NOT_PERMITTED } from '../people/permit.ts'
import { shownDay } from '../shown-day.ts'
import { changesOf } from './data-sets.ts'
import { openContent } from './edition-columns.ts'
import { fileViews } from './edition-files.ts'
import { type EditionMatter, readEdition, VERB_OF_STEP, VERB_OF_SUPERIOR, verbOf } from './edition-matter.ts'
import { outletsAt } from './outlets.ts'
import { proofOf } from './proofread-edition.ts'
import { seenBy } from './seen-by.ts'
import { delegatedColumns, releaseAuthority } from './release-authority.ts'
import { editionPublicity } from './view-publicity.ts'

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
  const todo: EditionFilter = { ...seen, todo: await todoOf(ctx, actor) }
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
  const units = rows.some((row) => row.agency_id !== agencyId)
    ? new Map((await institutionsBelow(ctx.db, agencyId, ctx.today())).map(({ id, name }) => [id, name]))
    : null
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
      unit: units?.get(row.agency_id) ?? null,
      lookAfter: row.look_after,
      updatedOn: shownDay(ctx, row.updated_at),
    })),
    total,
    page,
    pages,
    todo: waiting,
    sections: writable,
  })
}

/** What this person may do of what waits. A deputy releases only what was delegated. */
export async function todoOf(ctx: OfficeContext, actor: Actor): Promise<EditionTodo> {
  const { agencyId } = actor
  const mine = OWN_STEPS.filter((step) => permitted(actor, VERB_OF_STEP[step], { agencyId }))
  const deputy = mine.includes('head') && !actor.roles.includes('head')
  const delegated = deputy ? ((await delegatedColumns(ctx, ctx.db, agencyId)).get(actor.id) ?? []) : null
  return {
    officerId: actor.id,
    drafts: true,
    steps: mine.filter((step) => !STEP_RULES[step].notByAuthor),
    apart: mine.filter((step) => STEP_RULES[step].notByAuthor),
    below: SUPERIOR_WHOS.filter((who) => permitted(actor, VERB_OF_SUPERIOR[who], { agencyId })),
    delegated,
  }
}

const OWN_STEPS = Object.keys(VERB_OF_STEP) as (keyof typeof VERB_OF_STEP)[]

export async function viewEdition(ctx: OfficeContext, actor: Actor, input: { id: string }): Promise<Result<EditionView>> {
  const found = await readEdition(ctx, actor, input.id)
  if (!found.ok) return found
  const matter = found.value
  const { row, content, progress } = matter
  const deciding = progress.next === 'superior' && matter.superior ? matter.superior.id : row.agency_id
  const [delegated, sections, officers, deciders, editions, document, setting, superior, outlets, publicity, resultOf, files] =
    await Promise.all([
      delegatedColumns(ctx, ctx.db, deciding),
      sectionsOf(ctx.db, row.agency_id),
      officersOf(ctx.db, row.agency_id),
      officersOf(ctx.db, deciding),
      editionsOfDocument(ctx.db, row.agency_id, row.document_id),
      documentOfAgency(ctx.db, row.agency_id, row.document_id),
      legalSetting(ctx, row.agency_id),
      matter.superior ? agencyById(ctx.db, matter.superior.id, ctx.today()) : null,
      outletsAt(ctx, row.agency_id, row.document_id),
      editionPublicity(ctx, matter),
      content.resultOf ? documentTitled(ctx.db, row.agency_id, content.resultOf) : undefined,
      fileViews(ctx, ctx.db, matter),
    ])
  const { agency } = matter
  const before = editions.findLast(({ seq, state }) => seq < row.seq && state === 'released')
  const stands = document?.edition_id === row.id
  const due = content.formedOn ? publicationDue(setting.calendar, 'publication', content.formedOn) : null
  // A deputy signs only what a delegation of the head names.
  const signs = (step: ReleaseStep) => step === 'head' || (step === 'superior' && matter.superior?.who === 'head')
  const mayNow = ({ id, roles }: Officer) =>
    !progress.next ||
    !signs(progress.next) ||
    roles.includes('head') ||
    (delegated.get(id)?.includes(content.column) === true && !isReserved(content))
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
    unit: row.agency_id === actor.agencyId ? null : (agency?.details.name ?? null),
    superior: superior?.details.name ?? null,
    passed: progress.passed,
    forced: progress.forced,
    next: progress.next,
    waitsFor: progress.next ? waitsFor(progress.next, deciders.filter(mayNow), matter) : [],
    steps: matter.steps.map((one) => ({
      seq: one.seq,
      kind: one.kind,
      step: one.step,
      by: one.actor_name,
      on: one.on_date,
      note: one.note,
      authority: one.authority,
      ofAgency: one.of_agency,
      ofEarlierText: one.digest !== row.digest,
    })),
    hits: editionHits(content),
    proof: await proofOf(ctx, actor, matter),
    may: await deedsOf(ctx, actor, matter, stands && document.withdrawn_on === null),
    changes: before
      ? lineChanges(await formerLines(ctx, row, openContent(ctx, before.sealed_content)), linesOf(content, files))
      : null,
    dataChanges: content.data && (await changesOf(ctx, matter.row, content.data)),
    address: document && stands && content.audience === 'society' && agency ? `/${agency.slug}/doc/${document.id}` : null,
    withdrawn: stands && document.withdrawn_on ? { on: document.withdrawn_on, because: document.withdrawn_because ?? '' } : null,
    dueOn: due?.due ?? null,
    noDue: due?.none ?? null,
    standsPublished: document !== undefined && document.withdrawn_on === null,
    reviewOn: row.review_on,
    outlets,
    publicity,
    files,
    resultOf: resultOf ? { documentId: resultOf.id, title: resultOf.title } : null,
  })
}

/** What a reader sees of it, line by line; of each file its name and size, and some letters that are other ones once it is another. */
function linesOf({ title, number, summary, body }: EditionContent, views: readonly EditionFileView[]): string[] {
  const files = views.map((file) => {
    const about = `“${file.title}”（${fileWords(file)}，校验码 ${file.id.slice(0, 6)}）`
    return isPicture(file) ? `图片${about}${file.placed ? '，在正文中' : ''}：${file.alt}` : `附件${about}`
  })
  return [title, number, summary, ...plainText(body).split('\n'), ...files]
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

async function formerLines(ctx: OfficeContext, row: EditionMatter['row'], content: EditionContent): Promise<string[]> {
  return linesOf(content, await fileViews(ctx, ctx.db, { row, content }))
}

/** How much waits for this person: the count in the menu. */
export async function countEditionsToDo(ctx: OfficeContext, actor: Actor): Promise<number> {
  if (!permitted(actor, 'documents.view', { agencyId: actor.agencyId })) return 0
  return countEditions(ctx.db, actor.agencyId, { ...seenBy(actor), todo: await todoOf(ctx, actor) })
}

type Officer = Awaited<ReturnType<typeof officersOf>>[number]

function waitsFor(step: ReleaseStep, officers: readonly Officer[], matter: EditionMatter): string[] {
  const { row } = matter
  const verb = verbOf(matter, step)
  return officers
    .filter(({ active, roles }) => active && roles.some((role) => (PERMISSIONS[role] as readonly Verb[]).includes(verb)))
    .filter(({ id }) => !(STEP_RULES[step].notByAuthor && row.authors.includes(id)))
    .filter(({ section_id: section }) => step !== 'section' || section === row.section_id)
    .map(({ name }) => name)
}

/** What this person finds to do here: absent what the role does not have or what the state has not come to. */
async function deedsOf(ctx: OfficeContext, actor: Actor, matter: EditionMatter, stands: boolean): Promise<EditionMay> {
  const { progress, may } = matter
  const deeds: EditionMay = {}
  if (progress.state === 'drafting' && may('documents.write'))
    Object.assign(deeds, { save: [], submit: [], drop: [], mask: [] } satisfies EditionMay)
  const { next } = progress
  if (next && may(verbOf(matter, next))) {
    const authority = await releaseAuthority(ctx, ctx.db, actor, matter, next)
    deeds.pass = [
      ...stepRefusals(progress, next, { id: actor.id, wrote: matter.wrote }),
      ...(authority.ok ? [] : authority.refusals),
    ]
    deeds.return = []
  }
  if (next && may('documents.force') && forceRefusals(progress).length === 0) deeds.force = []
  const after = progress.forced.filter((step) => may(verbOf(matter, step)))
  if (after.length > 0)
    deeds.lookAfter = after.every((step) => STEP_RULES[step].notByAuthor && matter.wrote) ? [NOT_PERMITTED] : []
  if (stands && may('documents.withdraw')) deeds.withdraw = []
  if (stands && may('documents.write')) deeds.revise = []
  return deeds
}
