/** 校对: what the machine found in a text, what was done about it, by whom and why. Findings stop nothing; they are looked at. */
import { type Refusal, type Result, ok, refused } from '../../law/refusal.ts'
import type { Actor } from '../../record/people/roles.ts'
import { findingsIn, withSuggestion } from '../../record/publication/proofreading/index.ts'
import {
  type Finding,
  type FindingView,
  type ProofView,
  type Settled,
  type SettledFinding,
  type SettledKind,
  settledSchema,
} from '../../record/publication/proofreading/finding.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { updateEdition } from '../../store/editions.sql.ts'
import { insertFinding, settledFindings } from '../../store/findings.sql.ts'
import type { OfficeContext, Tx } from '../context.ts'
import { listAgencies } from '../people/agencies.ts'
import { editionColumns } from './edition-columns.ts'
import { type EditionCommand, type EditionMatter, onEdition } from './edition-matter.ts'

async function proofContext(ctx: OfficeContext) {
  return { today: ctx.today(), agencies: (await listAgencies(ctx)).map(({ details }) => details.name) }
}

/** Whoever writes it, while it is drafted; whoever proof-reads it, while it waits for that. */
function mayDismiss({ progress, may }: EditionMatter): boolean {
  if (progress.state === 'drafting') return may('documents.write')
  return progress.next === 'proofread' && may('documents.proofread')
}

export async function proofOf(ctx: OfficeContext, by: Actor, matter: EditionMatter): Promise<ProofView> {
  const { row, content, progress } = matter
  const findings = findingsIn(content, await proofContext(ctx))
  const settled = await settledOf(ctx, ctx.db, row)
  const last = (key: string) => settled.findLast((one) => one.key === key)
  return {
    findings: findings.map((finding): FindingView => {
      const done = last(finding.key)
      const dismissed = done?.what === 'dismissed' ? { because: done.because, by: done.by, on: done.on } : null
      return { ...finding, dismissed }
    }),
    accepted: settled.filter(({ what }) => what === 'accepted'),
    mayDismiss: mayDismiss(matter),
    mayAccept: progress.state === 'drafting' && matter.may('documents.write') && by.agencyId === row.agency_id,
  }
}

async function settledOf(
  ctx: OfficeContext,
  db: OfficeContext['db'],
  { agency_id: agencyId, id }: Pick<EditionMatter['row'], 'agency_id' | 'id'>,
): Promise<SettledFinding[]> {
  return (await settledFindings(db, agencyId, id)).map((row) => ({
    ...settledSchema.parse(ctx.vault.open(row.sealed)),
    what: row.what,
    by: row.actor_name,
    on: row.on_date,
  }))
}

const GONE: Refusal = {
  code: 'changed-meanwhile',
  say: '文字已经改动，这一处不在原来的地方了。',
  then: '请看最新的校对提示。',
}

interface Settling extends EditionCommand {
  key: string
  what: SettledKind
  because: string
}

const AMONG = { of: verbFor, among: ['documents.write', 'documents.proofread'] } as const

function verbFor({ progress }: EditionMatter): 'documents.write' | 'documents.proofread' {
  return progress.state === 'drafting' ? 'documents.write' : 'documents.proofread'
}

/** 采纳: the suggestion stands in the text at once; 不改: for a reason that the reviewers read; or after all to be looked at. */
export function settleFinding(ctx: OfficeContext, actor: Actor, input: Settling): Promise<Result<void>> {
  const settle = input.what === 'accepted' ? accept : dismiss
  return onEdition(ctx, actor, input, AMONG, (tx, matter) => settle(ctx, tx, actor, matter, input))
}

async function accept(ctx: OfficeContext, tx: Tx, by: Actor, matter: EditionMatter, input: Settling): Promise<Result<void>> {
  const { row, content } = matter
  if (matter.progress.state !== 'drafting')
    return refused({ code: 'already-done', say: '这一稿不在起草中，不能改。', then: '请退回修改，需要改的会写在退回意见里。' })
  const found = withSuggestion(content, await proofContext(ctx), input.key)
  if (!found) return refused(GONE)
  if (!found.content)
    return refused({
      code: 'field-invalid',
      field: found.finding.field,
      say: `“${found.finding.words}”中间有格式，不能自动改。`,
      then: '请在正文里直接改。',
    })
  if (content.data && found.finding.field === 'body')
    return refused({
      code: 'field-invalid',
      field: 'data',
      say: `“${found.finding.words}”在表格里，不能自动改。`,
      then: '请在表格里直接改。',
    })
  const columns = editionColumns(ctx, found.content)
  const authors = JSON.stringify([...new Set([...row.authors, by.id])])
  await updateEdition(tx, row, { ...columns, authors, updated_at: ctx.now().toISOString() })
  await keep(ctx, tx, by, matter, input, found.finding)
  await appendAudit(tx, { agencyId: row.agency_id, actorId: by.id, verb: 'documents.acceptFinding', target: row.id })
  return ok(undefined)
}

async function dismiss(ctx: OfficeContext, tx: Tx, by: Actor, matter: EditionMatter, input: Settling): Promise<Result<void>> {
  if (!mayDismiss(matter))
    return refused({ code: 'already-done', say: '校对已经完成。', then: '有不同意见的，请退回修改并写明。' })
  if (input.what === 'dismissed' && input.because.trim().length < 2)
    return refused({ code: 'field-missing', field: 'because', say: '没有写明为什么不改。', then: '请写明原因，审核人员要看。' })
  const finding = findingsIn(matter.content, await proofContext(ctx)).find(({ key }) => key === input.key)
  if (!finding) return refused(GONE)
  await keep(ctx, tx, by, matter, input, finding)
  const { agency_id: agencyId, id: target } = matter.row
  await appendAudit(tx, { agencyId, actorId: by.id, verb: 'documents.dismissFinding', target })
  return ok(undefined)
}

async function keep(
  ctx: OfficeContext,
  tx: Tx,
  by: Actor,
  { row }: EditionMatter,
  { what, because, commandId }: Settling,
  { key, kind, field, words, place, say, suggestion }: Finding,
): Promise<void> {
  const settled: Settled = { key, kind, field, words, place, say, suggestion, because: because.trim() }
  await insertFinding(tx, {
    agency_id: row.agency_id,
    edition_id: row.id,
    key: ctx.vault.fingerprint('finding', key),
    what,
    sealed: ctx.vault.seal(settled),
    actor_id: by.id,
    actor_name: by.name,
    on_date: ctx.today(),
    command_id: commandId,
  })
}
