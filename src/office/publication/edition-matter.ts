/** An edition as one finds it: what is written, how far its review has got, who asks. Every verb on editions begins here. */
import type { ReleaseStep } from '../../law/publication/release-steps.ts'
import type { LocalDate } from '../../law/date.ts'
import { type Refusal, type Result, ok, refused } from '../../law/refusal.ts'
import { type Actor, permitted, type Verb } from '../../record/people/roles.ts'
import { chainOf, type EditionContent } from '../../record/publication/edition.ts'
import { type EditionStep, type Progress, progressOf, type StepKind } from '../../record/publication/edition-steps.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import {
  editionById,
  insertStep,
  isEditionStepDone,
  lockEdition,
  stepsOf,
  type StoredEdition,
  updateEdition,
} from '../../store/editions.sql.ts'
import { agencyById } from '../../store/people.sql.ts'
import type { OfficeContext, Tx } from '../context.ts'
import { NOT_FOUND, NOT_PERMITTED } from '../people/permit.ts'

export const VERB_OF_STEP: Record<ReleaseStep, Verb> = {
  office: 'documents.reviewFinal',
  proofread: 'documents.proofread',
  section: 'documents.reviewSection',
  secrecy: 'documents.reviewSecrecy',
  privacy: 'documents.reviewPrivacy',
  final: 'documents.reviewFinal',
  head: 'documents.release',
}

type StepRow = EditionStep & { seq: number; actor_id: string; actor_name: string; on_date: LocalDate; note: string }

export interface EditionMatter {
  row: StoredEdition
  content: EditionContent
  regime: 'art54' | 'art55'
  steps: StepRow[]
  chain: ReleaseStep[]
  progress: Progress
  wrote: boolean
  may(verb: Verb): boolean
}

/** May look at it: by role, a section's people at the section's own; or because one wrote at it. */
function sees(actor: Actor, row: StoredEdition): boolean {
  return (
    permitted(actor, 'documents.view', { agencyId: row.agency_id, sectionId: row.section_id }) ||
    (row.agency_id === actor.agencyId && row.authors.includes(actor.id))
  )
}

async function matterOf(ctx: Pick<OfficeContext, 'vault' | 'today'>, db: OfficeContext['db'], actor: Actor, row: StoredEdition) {
  const [agency, steps] = await Promise.all([agencyById(db, row.agency_id, ctx.today()), stepsOf(db, row.agency_id, row.id)])
  const content = ctx.vault.open<EditionContent>(row.sealed_content)
  const regime = agency?.regime ?? 'art54'
  const chain = chainOf(content, regime, row.section_id)
  const wrote = row.authors.includes(actor.id)
  const may = (verb: Verb) =>
    permitted(actor, verb, { agencyId: row.agency_id, sectionId: row.section_id }) ||
    (verb === 'documents.write' && wrote && permitted(actor, verb, { agencyId: row.agency_id }))
  return { row, content, regime, steps, chain, progress: progressOf(chain, steps), wrote, may } satisfies EditionMatter
}

export async function readEdition(ctx: OfficeContext, actor: Actor, id: string): Promise<Result<EditionMatter>> {
  if (!permitted(actor, 'documents.view', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const row = await editionById(ctx.db, actor.agencyId, id)
  if (!row || !sees(actor, row)) return refused(NOT_FOUND)
  return ok(await matterOf(ctx, ctx.db, actor, row))
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
 * before is answered as done.
 */
export function onEdition(
  ctx: OfficeContext,
  actor: Actor,
  command: EditionCommand,
  verb: Verb,
  work: (tx: Tx, matter: EditionMatter) => Promise<Result<void>>,
): Promise<Result<void>> {
  if (!permitted(actor, verb, { agencyId: actor.agencyId })) return Promise.resolve(refused(NOT_PERMITTED))
  return ctx.transact(async (tx) => {
    const row = await lockEdition(tx, actor.agencyId, command.id)
    if (!row || !sees(actor, row)) return refused(NOT_FOUND)
    const matter = await matterOf(ctx, tx, actor, row)
    if (!matter.may(verb)) return refused(NOT_PERMITTED)
    if (await isEditionStepDone(tx, actor.agencyId, command.commandId)) return ok(undefined)
    if (row.version !== command.seen) return refused(CHANGED)
    return work(tx, matter)
  })
}

export interface StepDone {
  kind: StepKind
  step?: ReleaseStep | null
  note?: string
  delegation?: string | null
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
  { kind, step = null, note = '', delegation = null, verb, commandId }: StepDone,
  also: { review_on?: LocalDate } = {},
): Promise<EditionMatter> {
  const { row, chain, steps } = matter
  const added: StepRow = {
    seq: (steps.at(-1)?.seq ?? 0) + 1,
    kind,
    step,
    digest: row.digest,
    actor_id: actor.id,
    actor_name: actor.name,
    on_date: ctx.today(),
    note,
  }
  await insertStep(tx, { agency_id: row.agency_id, edition_id: row.id, ...added, delegation, command_id: commandId })
  const progress = progressOf(chain, [...steps, added])
  await updateEdition(tx, row, { state: progress.state, next_step: progress.next, updated_at: ctx.now().toISOString(), ...also })
  const detail = step ? { detail: { step } } : {}
  await appendAudit(tx, { agencyId: row.agency_id, actorId: actor.id, verb, target: row.id, ...detail })
  return { ...matter, steps: [...steps, added], progress }
}
