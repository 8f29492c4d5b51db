/** 藏文译文: the translators' queue, the text as typed, and its check by somebody else. */
import { createHash } from 'node:crypto'
import { type Refusal, type Result, ok, refused } from '../../law/refusal.ts'
import type { Letter, LetterCode } from '../../record/letters/model.ts'
import { isTibetan, type TranslationRow, TRANSLATIONS_PAGE_SIZE, type TranslationView } from '../../record/letters/translation.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { withoutPersons } from '../../record/requests/plain-act.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { openTranslations, translationOf } from '../../store/letters.sql.ts'
import { findCase } from '../../store/requests.sql.ts'
import type { OfficeContext, Tx } from '../context.ts'
import { NOT_FOUND, NOT_PERMITTED } from '../people/permit.ts'
import { personsIn } from '../requests/persons.ts'

type Stored = Awaited<ReturnType<typeof openTranslations>>['rows'][number]

function rowOf(ctx: OfficeContext, row: Stored): TranslationRow {
  return {
    letterId: row.letter_id,
    number: row.number,
    title: ctx.vault.open<Letter>(row.letter).title,
    code: row.code as LetterCode,
    issuedOn: row.issued_on,
    state: row.state,
    enteredBy: row.entered_name,
    returnedBecause: row.returned_because,
  }
}

/** Letters that wait for their Tibetan text or for its check, oldest first, a page at a time. */
export async function listTranslations(
  ctx: OfficeContext,
  actor: Actor,
  page: number,
): Promise<Result<{ rows: TranslationRow[]; total: number }>> {
  if (!permitted(actor, 'letters.translate', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const { rows, total } = await openTranslations(ctx.db, actor.agencyId, page, TRANSLATIONS_PAGE_SIZE)
  return ok({ rows: rows.map((row) => rowOf(ctx, row)), total })
}

/** The letter to translate, with the text so far. It shows a name, so opening it is recorded. */
export async function openTranslation(ctx: OfficeContext, actor: Actor, letterId: string): Promise<Result<TranslationView>> {
  if (!permitted(actor, 'letters.translate', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const row = await translationOf(ctx.db, actor.agencyId, letterId)
  if (!row) return refused(NOT_FOUND)
  await ctx.transact((tx) =>
    appendAudit(tx, { agencyId: actor.agencyId, actorId: actor.id, verb: 'letters.openTranslation', target: row.number }),
  )
  return ok(viewOf(ctx, actor, row))
}

function viewOf(ctx: OfficeContext, actor: Actor, row: Stored): TranslationView {
  return {
    ...rowOf(ctx, row),
    letter: ctx.vault.open<Letter>(row.letter),
    text: row.sealed ? ctx.vault.open<string>(row.sealed) : '',
    digest: digestOf(ctx, row),
    mayCheck: row.state === 'entered' && mayCheck(actor) && row.entered_by !== actor.id,
  }
}

/** Of the letter and its translation so far: another one means that either changed since it was read. */
function digestOf(ctx: OfficeContext, row: Stored): string {
  const read = [ctx.vault.open<Letter>(row.letter), row.sealed ? ctx.vault.open<string>(row.sealed) : '']
  return createHash('sha256').update(JSON.stringify(read)).digest('hex')
}

const CHANGED: Refusal = {
  code: 'changed-meanwhile',
  say: '您打开之后，文书或者译文已有变化。',
  then: '页面已刷新为最新情况，请核对后再办理；您填写的内容仍在。',
}

/** The translation, locked, if letter and text are still what the person read. */
async function asRead(
  ctx: OfficeContext,
  tx: Tx,
  agencyId: string,
  { letterId, digest }: { letterId: string; digest: string },
): Promise<Result<Stored>> {
  await tx
    .selectFrom('letter_translation')
    .select('letter_id')
    .where('agency_id', '=', agencyId)
    .where('letter_id', '=', letterId)
    .forUpdate()
    .executeTakeFirst()
  const row = await translationOf(tx, agencyId, letterId)
  if (!row) return refused(NOT_FOUND)
  if (row.state === 'checked') return refused(CHECKED)
  return digestOf(ctx, row) === digest ? ok(row) : refused(CHANGED)
}

function mayCheck(actor: Actor): boolean {
  return permitted(actor, 'letters.checkTranslation', { agencyId: actor.agencyId })
}

const CHECKED: Refusal = { code: 'already-done', say: '译文已经校核，不再改动。', then: '译文有误的，请另行书面更正。' }

/** 录入译文: kept as typed, to the byte. A change after it was returned is entered anew. */
export async function enterTranslation(
  ctx: OfficeContext,
  actor: Actor,
  input: { letterId: string; digest: string; text: string },
): Promise<Result<TranslationView>> {
  if (!permitted(actor, 'letters.translate', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const row = await translationOf(ctx.db, actor.agencyId, input.letterId)
  if (!row) return refused(NOT_FOUND)
  if (row.state === 'checked') return refused(CHECKED)
  if (!isTibetan(input.text))
    return refused({ code: 'field-invalid', say: '译文里没有藏文。', then: '请录入藏文译文。', field: 'text' })
  const done = await ctx.transact(async (tx): Promise<Result<void>> => {
    const read = await asRead(ctx, tx, actor.agencyId, input)
    if (!read.ok) return read
    await tx
      .updateTable('letter_translation')
      .set({
        state: 'entered',
        sealed: ctx.vault.seal(input.text),
        entered_by: actor.id,
        entered_at: new Date().toISOString(),
        returned_because: null,
      })
      .where('agency_id', '=', actor.agencyId)
      .where('letter_id', '=', input.letterId)
      .execute()
    await appendAudit(tx, { agencyId: actor.agencyId, actorId: actor.id, verb: 'letters.translate', target: row.number })
    return ok(undefined)
  })
  if (!done.ok) return done
  const after = await translationOf(ctx.db, actor.agencyId, input.letterId)
  return after ? ok(viewOf(ctx, actor, after)) : refused(NOT_FOUND)
}

/** 校核译文: by somebody else than who entered it; passed, it goes out with the letter. */
export async function checkTranslation(
  ctx: OfficeContext,
  actor: Actor,
  input: { letterId: string; digest: string; pass: boolean; because: string },
): Promise<Result<{ letterId: string }>> {
  if (!mayCheck(actor)) return refused(NOT_PERMITTED)
  const row = await translationOf(ctx.db, actor.agencyId, input.letterId)
  if (!row) return refused(NOT_FOUND)
  if (row.state === 'checked') return refused(CHECKED)
  if (row.state !== 'entered') return refused({ code: 'not-found', say: '还没有可以校核的译文。', then: '先录入译文。' })
  if (row.entered_by === actor.id)
    return refused({ code: 'not-permitted', say: '录入的人不能自己校核。', then: '请另一位懂藏文的同事校核。' })
  if (!input.pass && input.because === '')
    return refused({ code: 'field-missing', say: '退回要写明原因。', then: '请写明哪里要改。', field: 'because' })
  const about = await findCase(ctx.db, actor.agencyId, row.case_id)
  if (!about) return refused(NOT_FOUND)
  const persons = await personsIn(ctx, about)
  return ctx.transact(async (tx): Promise<Result<{ letterId: string }>> => {
    const read = await asRead(ctx, tx, actor.agencyId, input)
    if (!read.ok) return read
    // Entered or returned by somebody else since, word for word the same.
    if (read.value.state !== 'entered' || read.value.entered_by === actor.id) return refused(CHANGED)
    await tx
      .updateTable('letter_translation')
      .set({
        state: input.pass ? 'checked' : 'returned',
        checked_by: actor.id,
        checked_at: new Date().toISOString(),
        returned_because: input.pass ? null : withoutPersons(input.because, persons),
      })
      .where('agency_id', '=', actor.agencyId)
      .where('letter_id', '=', input.letterId)
      .execute()
    await appendAudit(tx, {
      agencyId: actor.agencyId,
      actorId: actor.id,
      verb: 'letters.checkTranslation',
      target: row.number,
      detail: { what: input.pass ? '通过' : '退回' },
    })
    return ok({ letterId: input.letterId })
  })
}

/** The letter with its Tibetan text, once that is checked. */
export async function withTranslation(ctx: OfficeContext, agencyId: string, letterId: string, letter: Letter): Promise<Letter> {
  const row = await translationOf(ctx.db, agencyId, letterId)
  return row?.state === 'checked' && row.sealed ? { ...letter, translation: ctx.vault.open<string>(row.sealed) } : letter
}
