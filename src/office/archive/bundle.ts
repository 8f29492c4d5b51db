/** 案卷和证据卷: opens the papers of a case once, for a court, an archive or a successor; who did so is in the audit log. */
import { type Refusal, type Result, ok, refused } from '../../law/refusal.ts'
import { type Bundle, BUNDLE_SCOPE_WORDS, type BundleIndex, type BundleScope } from '../../record/archive/bundle.ts'
import { type BundleFacts, composeBundle } from '../../record/archive/compose-bundle.ts'
import type { Letter, LetterCode } from '../../record/letters/model.ts'
import { isHeldBack } from '../../record/outgoing/held-back.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { replyContentSchema } from '../../record/requests/reply.ts'
import { draftStepsOf, erasedAt } from '../../store/archive.sql.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { onTheirWay } from '../../store/outgoing.sql.ts'
import { incomingMailOf } from '../../store/intake.sql.ts'
import { officersOf } from '../../store/people.sql.ts'
import { actsOf, type CaseRow, filesOf, findCase, lettersOf } from '../../store/requests.sql.ts'
import { type OfficeContext, PUBLIC_ACTOR_ID, SYSTEM_ACTOR_ID } from '../context.ts'
import { legalSetting } from '../people/agencies.ts'
import { NOT_FOUND, NOT_PERMITTED } from '../people/permit.ts'
import type { KeptDraft } from '../requests/draft-steps.ts'
import { matterOf } from '../requests/perform.ts'
import { shownDay } from '../shown-day.ts'
import { shownSubject } from '../requests/register-row.ts'

export const ERASED: Refusal = {
  code: 'data-erased',
  say: '本件已过保管期限，个人信息已按销毁清册销毁。',
  then: '办理经过和统计数据仍可查看；文书、附件和申请内容不再保存。',
}

async function caseFor(ctx: OfficeContext, actor: Actor, caseId: string): Promise<Result<CaseRow>> {
  const row = await findCase(ctx.db, actor.agencyId, caseId)
  const target = row && { agencyId: row.agency_id, sectionId: row.section_id }
  if (!row || !target || !permitted(actor, 'requests.view', target)) return refused(NOT_FOUND)
  return permitted(actor, 'requests.bundle', target) ? ok(row) : refused(NOT_PERMITTED)
}

/** The bundle of a case as of today, in the caller's transaction or none. */
export async function composeCaseBundle(ctx: OfficeContext, actor: Actor, row: CaseRow, scope: BundleScope): Promise<Bundle> {
  const { db } = ctx
  const [setting, acts, letters, files, outgoing, steps, officers, mail] = await Promise.all([
    legalSetting(ctx, row.agency_id),
    actsOf(db, row.agency_id, row.id),
    lettersOf(db, row.agency_id, row.id),
    filesOf(db, row.agency_id, row.id),
    onTheirWay(db, row.agency_id, row.id),
    draftStepsOf(db, row.agency_id, row.id),
    officersOf(db, row.agency_id),
    incomingMailOf(db, row.agency_id, row.id),
  ])
  const matter = await matterOf(ctx, db, actor, row, acts, setting)
  const names = new Map(officers.map(({ id, name }) => [id, name]))
  const nameOf = (id: string) =>
    id === PUBLIC_ACTOR_ID ? '申请人' : id === SYSTEM_ACTOR_ID ? '系统' : (names.get(id) ?? '（已离任人员）')
  const facts: BundleFacts = {
    ...matter,
    agency: matter.agency.details.name,
    number: row.number,
    subject: shownSubject(ctx, row),
    incomingMail: mail.at(-1)?.number ?? '',
    letters: letters.map((letter) => ({
      code: letter.code as LetterCode,
      number: letter.number,
      issuedOn: letter.issued_on,
      actSeq: letter.act_seq,
      letter: ctx.vault.open<Letter>(letter.sealed),
    })),
    files: files.map((file) => ({
      name: ctx.vault.open<string>(file.sealed_name),
      mediaType: file.media_type,
      hash: file.hash,
      purpose: file.purpose,
      storedOn: shownDay(ctx, file.stored_at),
      heldBack: isHeldBack(file, outgoing),
    })),
    drafts: steps.map((step) => {
      const { content, because } = ctx.vault.open<KeptDraft>(step.sealed)
      return {
        what: step.what,
        version: step.version,
        by: nameOf(step.officer_id),
        on: shownDay(ctx, step.at),
        because,
        content: replyContentSchema.parse(content),
      }
    }),
    nameOf,
    dayOf: (instant) => shownDay(ctx, new Date(instant)),
  }
  return composeBundle(facts, scope)
}

/** 卷内目录 and what is missing, for the case page: titles only. */
export async function bundleIndex(ctx: OfficeContext, actor: Actor, caseId: string): Promise<Result<BundleIndex>> {
  const found = await caseFor(ctx, actor, caseId)
  if (!found.ok) return found
  const gone = await erasedAt(ctx.db, actor.agencyId, caseId)
  if (gone) return ok({ parts: [], gaps: [], sealed: 0, volume: null, erasedOn: shownDay(ctx, gone) })
  const { parts, gaps, volume } = await composeCaseBundle(ctx, actor, found.value, 'volume')
  const sealed = (await composeCaseBundle(ctx, actor, found.value, 'sealed')).parts.length
  return ok({
    parts: parts.map(({ section, title, on, kind }) => ({ section, title, on, form: kind })),
    gaps,
    sealed,
    volume,
    erasedOn: null,
  })
}

export interface OpenedBundle {
  bundle: Bundle
  /** The bytes of a file of the bundle, by its hash. */
  bytesOf(hash: string): Promise<Uint8Array>
}

/** 导出案卷、证据卷、密封材料. Names, addresses and attachments leave the product here: it is recorded before anything is handed out. */
export async function exportBundle(
  ctx: OfficeContext,
  actor: Actor,
  input: { caseId: string; scope: BundleScope; form: 'pdf' | 'zip' },
): Promise<Result<OpenedBundle>> {
  const found = await caseFor(ctx, actor, input.caseId)
  if (!found.ok) return found
  if (await erasedAt(ctx.db, actor.agencyId, input.caseId)) return refused(ERASED)
  const bundle = await composeCaseBundle(ctx, actor, found.value, input.scope)
  if (bundle.parts.length === 0) return refused({ code: 'not-found', say: '没有需要密封的材料。', then: '下载证据卷即可。' })
  await ctx.transact((tx) =>
    appendAudit(tx, {
      agencyId: actor.agencyId,
      actorId: actor.id,
      verb: 'requests.bundle',
      target: found.value.number,
      detail: { what: `${BUNDLE_SCOPE_WORDS[input.scope]}（${input.form === 'pdf' ? 'PDF 合订' : '原件压缩包'}）` },
    }),
  )
  return ok({ bundle, bytesOf: (hash) => ctx.files.get(hash) })
}
