/** An edition as one finds it: what is written, how far its review has got, who asks. Every verb on editions begins here. */
import type { ReleaseStep } from '../../law/publication/release-steps.ts'
import type { LocalDate } from '../../law/date.ts'
import { type Refusal, type Result, ok, refused } from '../../law/refusal.ts'
import type { Agency } from '../../record/people/agency.ts'
import { type Actor, permitted, type Verb } from '../../record/people/roles.ts'
import { chainOf, type EditionContent } from '../../record/publication/edition.ts'
import { type EditionStep, type Progress, progressOf, type StepKind } from '../../record/publication/edition-steps.ts'
import { type SuperiorWho, superiorFor } from '../../record/publication/superior.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import {
  editionById,
  insertStep,
  isEditionCommandDone,
  lockEdition,
  stepsOf,
  type StoredEdition,
  updateEdition,
} from '../../store/editions.sql.ts'
import { agencyById } from '../../store/people.sql.ts'
import { asSuperiorRule, superiorReleasesOf } from '../../store/release.sql.ts'
import type { OfficeContext, Tx } from '../context.ts'
import { NOT_FOUND, NOT_PERMITTED } from '../people/permit.ts'
import { openContent } from './edition-columns.ts'

export const VERB_OF_STEP: Record<Exclude<ReleaseStep, 'superior'>, Verb> = {
  office: 'documents.reviewFinal',
  proofread: 'documents.proofread',
  section: 'documents.reviewSection',
  secrecy: 'documents.reviewSecrecy',
  privacy: 'documents.reviewPrivacy',
  final: 'documents.reviewFinal',
  head: 'documents.release',
}

/** 主管部门审定 is the head's there, or the disclosure office's. */
export const VERB_OF_SUPERIOR: Record<SuperiorWho, Verb> = { head: 'documents.releaseBelow', office: 'documents.reviewBelow' }

type StepRow = EditionStep & {
  seq: number
  actor_id: string
  actor_name: string
  on_date: LocalDate
  note: string
  authority: string
  of_agency: string
}

/** The agency above that has a word in it, and whose there. */
interface Superior {
  id: string
  who: SuperiorWho
}

export interface EditionMatter {
  row: StoredEdition
  content: EditionContent
  agency: Agency | null
  superior: Superior | null
  steps: StepRow[]
  chain: ReleaseStep[]
  progress: Progress
  wrote: boolean
  may(verb: Verb): boolean
}

/** What a step needs of whoever does it. */
export function verbOf({ superior }: Pick<EditionMatter, 'superior'>, step: ReleaseStep): Verb {
  return step === 'superior' ? VERB_OF_SUPERIOR[superior?.who ?? 'head'] : VERB_OF_STEP[step]
}

/** May look at it: by role, a section's people at the section's own; because one wrote at it; of the superior, what came to it. */
function sees(actor: Actor, { row, steps, progress }: EditionMatter): boolean {
  if (row.agency_id !== actor.agencyId) {
    const came = progress.next === 'superior' || steps.some(({ step }) => step === 'superior')
    const target = { agencyId: row.agency_id, superiorId: row.superior_id }
    return row.superior_who !== null && came && permitted(actor, VERB_OF_SUPERIOR[row.superior_who], target)
  }
  return (
    permitted(actor, 'documents.view', { agencyId: row.agency_id, sectionId: row.section_id }) || row.authors.includes(actor.id)
  )
}

type Office = Pick<OfficeContext, 'vault' | 'today'>

/** As it was asked on the day on which it was sent for review; of a draft, as it is asked now. */
async function superiorOf(
  ctx: Office,
  db: OfficeContext['db'],
  row: StoredEdition,
  agency: Agency | null,
  content: EditionContent,
) {
  if (row.state !== 'drafting') return row.superior_id && row.superior_who ? { id: row.superior_id, who: row.superior_who } : null
  if (!agency?.parentId || agency.regime !== 'art55') return null
  const rules = (await superiorReleasesOf(db, agency.parentId)).map(asSuperiorRule)
  const who = superiorFor(rules, agency.id, content, ctx.today())
  return who && { id: agency.parentId, who }
}

async function matterOf(ctx: Office, db: OfficeContext['db'], actor: Actor, row: StoredEdition): Promise<EditionMatter> {
  const [agency, steps] = await Promise.all([agencyById(db, row.agency_id, ctx.today()), stepsOf(db, row.agency_id, row.id)])
  const content = openContent(ctx, row.sealed_content)
  const superior = await superiorOf(ctx, db, row, agency, content)
  const place = { regime: agency?.regime ?? 'art54', sectionId: row.section_id, superior: superior !== null } as const
  const chain = chainOf(content, place)
  const wrote = row.authors.includes(actor.id)
  const target = { agencyId: row.agency_id, sectionId: row.section_id, superiorId: superior?.id ?? null }
  const may = (verb: Verb) =>
    permitted(actor, verb, target) || (verb === 'documents.write' && wrote && permitted(actor, verb, { agencyId: row.agency_id }))
  return { row, content, agency, superior, steps, chain, progress: progressOf(chain, steps), wrote, may }
}

export async function readEdition(ctx: OfficeContext, actor: Actor, id: string): Promise<Result<EditionMatter>> {
  if (!permitted(actor, 'documents.view', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const row = await editionById(ctx.db, actor.agencyId, id)
  if (!row) return refused(NOT_FOUND)
  const matter = await matterOf(ctx, ctx.db, actor, row)
  return sees(actor, matter) ? ok(matter) : refused(NOT_FOUND)
}

export interface EditionCommand {
  id: string
  commandId: string
  /** The version that was looked at. */
  seen: number
}

const CHANGED: Refusal = {
  code: 'changed-meanwhile',
  say: '这一稿刚被他人改动或者办理。',
  then: '请核对最新内容后再办。',
}

/**
 * A verb on an edition, in one transaction: locked, permitted, told where somebody was faster. A command that was carried out
 * before is answered as done. `verb` may follow from the edition; whoever has none of those it may be is told at once.
 */
export function onEdition(
  ctx: OfficeContext,
  actor: Actor,
  command: EditionCommand,
  verb: Verb | { of: (matter: EditionMatter) => Verb; among: readonly Verb[] },
  work: (tx: Tx, matter: EditionMatter) => Promise<Result<void>>,
): Promise<Result<void>> {
  const { of, among } = typeof verb === 'string' ? { of: () => verb, among: [verb] } : verb
  if (!among.some((one) => permitted(actor, one, { agencyId: actor.agencyId }))) return Promise.resolve(refused(NOT_PERMITTED))
  return ctx.transact(async (tx) => {
    const row = await lockEdition(tx, actor.agencyId, command.id)
    if (!row) return refused(NOT_FOUND)
    const matter = await matterOf(ctx, tx, actor, row)
    if (!sees(actor, matter)) return refused(NOT_FOUND)
    if (!matter.may(of(matter))) return refused(NOT_PERMITTED)
    if (await isEditionCommandDone(tx, row.agency_id, command.commandId)) return ok(undefined)
    if (row.version !== command.seen) return refused(CHANGED)
    return work(tx, matter)
  })
}

/** The verb of a step, which for 主管部门审定 follows from what was asked. */
export function verbsOfStep(step: ReleaseStep) {
  const among = step === 'superior' ? Object.values(VERB_OF_SUPERIOR) : [VERB_OF_STEP[step]]
  return { of: (matter: EditionMatter) => verbOf(matter, step), among }
}

/** By whose written delegation a step is done. */
export interface Authority {
  id: string
  words: string
}

export interface StepDone {
  kind: StepKind
  step?: ReleaseStep | null
  note?: string
  authority?: Authority | null
  /** What the audit log calls it. */
  verb: string
  commandId: string
}

/** Adds a step, and lets the edition follow from all of them. */
export async function addStep(
  ctx: OfficeContext,
  tx: Tx,
  actor: Actor,
  matter: EditionMatter,
  { kind, step = null, note = '', authority = null, verb, commandId }: StepDone,
  also: { review_on?: LocalDate } = {},
): Promise<EditionMatter> {
  const { row, chain, steps, superior } = matter
  const elsewhere = actor.agencyId !== row.agency_id
  const added: StepRow = {
    seq: (steps.at(-1)?.seq ?? 0) + 1,
    kind,
    step,
    digest: row.digest,
    actor_id: actor.id,
    actor_name: actor.name,
    on_date: ctx.today(),
    note,
    authority: authority?.words ?? '',
    of_agency: elsewhere ? ((await agencyById(tx, actor.agencyId, ctx.today()))?.details.name ?? '') : '',
  }
  const key = { agency_id: row.agency_id, edition_id: row.id }
  await insertStep(tx, { ...key, ...added, delegation: authority?.id ?? null, command_id: commandId })
  const progress = progressOf(chain, [...steps, added])
  await updateEdition(tx, row, {
    state: progress.state,
    next_step: progress.next,
    look_after: JSON.stringify(progress.forced),
    ...(kind === 'submitted' ? { superior_id: superior?.id ?? null, superior_who: superior?.who ?? null } : {}),
    updated_at: ctx.now().toISOString(),
    ...also,
  })
  const entry = { actorId: actor.id, verb, target: row.id, ...(step ? { detail: { step } } : {}) }
  await appendAudit(tx, { ...entry, agencyId: row.agency_id })
  // The superior's own log shows what its people did.
  if (elsewhere) await appendAudit(tx, { ...entry, agencyId: actor.agencyId })
  return { ...matter, steps: [...steps, added], progress }
}
