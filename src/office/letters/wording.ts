/** 文书用语和编号: the agency's own paragraphs and series, each from a day on. The standard wording and the numbers of before stay. */
import { chineseDate, type LocalDate } from '../../law/date.ts'
import { type Refusal, type Result, ok, refused } from '../../law/refusal.ts'
import type { LetterCode } from '../../record/letters/model.ts'
import { type SeriesWords, seriesRefusals } from '../../record/letters/numbering.ts'
import type { WordingView } from '../../record/letters/view.ts'
import { STANDARD_WORDING, WORDING_PARTS, type WordingPart, wordingRefusals } from '../../record/letters/wording.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { isDuplicate } from '../../store/database.ts'
import { numberingOn, wordingHistory } from '../../store/letters.sql.ts'
import type { OfficeContext } from '../context.ts'
import { NOT_PERMITTED } from '../people/permit.ts'

export async function viewWording(ctx: OfficeContext, actor: Actor): Promise<Result<WordingView>> {
  if (!permitted(actor, 'letters.wording', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const today = ctx.today()
  const [history, numbering] = await Promise.all([
    wordingHistory(ctx.db, actor.agencyId),
    numberingOn(ctx.db, actor.agencyId, today),
  ])
  return ok({
    today,
    numbering: numbering ?? null,
    rows: WORDING_PARTS.map((part) => ({
      part,
      codes: STANDARD_WORDING[part].codes,
      standard: STANDARD_WORDING[part].standard.on(today)?.is ?? '',
      must: STANDARD_WORDING[part].must.map(({ text }) => text),
      versions: history
        .filter((one) => one.part === part)
        .map(({ code, from_date, text, by, recorded_at }) => ({
          code: code as LetterCode,
          from: from_date,
          text,
          by: by ?? '（已离任人员）',
          at: recorded_at.toISOString(),
        })),
    })),
  })
}

function tooLate(from: LocalDate, today: LocalDate): Refusal | null {
  return from >= today
    ? null
    : {
        code: 'field-invalid',
        say: '起用日期早于今天。',
        then: `已经发出的文书不会改变；请填写${chineseDate(today)}或之后的日期。`,
        field: 'from',
      }
}

const TAKEN: Refusal = {
  code: 'already-done',
  say: '这一天已经登记过。',
  then: '每次修改都留存；请另选一个起用日期。',
  field: 'from',
}

/** 修改文书用语: for some kinds of letters, from a day on. A wording that drops what law wants is refused, by name. */
export async function setWording(
  ctx: OfficeContext,
  actor: Actor,
  input: { part: WordingPart; codes: LetterCode[]; from: LocalDate; text: string | null },
): Promise<Result<WordingView>> {
  if (!permitted(actor, 'letters.wording', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const { part, codes, from, text } = input
  const late = tooLate(from, ctx.today())
  const foreign = codes.find((code) => !STANDARD_WORDING[part].codes.includes(code))
  const faults: Refusal[] = [
    ...(late ? [late] : []),
    ...(foreign
      ? [{ code: 'field-invalid' as const, say: '这种文书没有这一段。', then: '请重新选择文书。', field: 'codes' }]
      : []),
    ...(text === null ? [] : wordingRefusals(part, text)),
  ]
  if (faults.length > 0) return refused(...faults)
  try {
    await ctx.transact(async (tx) => {
      await tx
        .insertInto('letter_wording')
        .values(codes.map((code) => ({ agency_id: actor.agencyId, code, part, from_date: from, text, recorded_by: actor.id })))
        .execute()
      await appendAudit(tx, {
        agencyId: actor.agencyId,
        actorId: actor.id,
        verb: 'letters.wording',
        target: part,
        detail: { codes, from },
      })
    })
  } catch (error) {
    if (isDuplicate(error)) return refused(TAKEN)
    throw error
  }
  return viewWording(ctx, actor)
}

/** 文书编号: which families have a series of their own, from a day on. */
export async function setNumbering(
  ctx: OfficeContext,
  actor: Actor,
  input: { from: LocalDate; words: SeriesWords },
): Promise<Result<WordingView>> {
  if (!permitted(actor, 'letters.wording', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const late = tooLate(input.from, ctx.today())
  const faults = [...(late ? [late] : []), ...seriesRefusals(input.words)]
  if (faults.length > 0) return refused(...faults)
  try {
    await ctx.transact(async (tx) => {
      await tx
        .insertInto('letter_numbering')
        .values({
          agency_id: actor.agencyId,
          from_date: input.from,
          words: JSON.stringify(input.words),
          recorded_by: actor.id,
        })
        .execute()
      await appendAudit(tx, {
        agencyId: actor.agencyId,
        actorId: actor.id,
        verb: 'letters.numbering',
        target: actor.agencyId,
        detail: { from: input.from, words: Object.values(input.words) },
      })
    })
  } catch (error) {
    if (isDuplicate(error)) return refused(TAKEN)
    throw error
  }
  return viewWording(ctx, actor)
}
