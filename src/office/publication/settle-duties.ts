/** What people do about duties: begin the text, say that one does not apply or is covered already, say that something happened. */
import { MATTER_COLUMN, SCHOOL_MATTER_COLUMN } from '../../law/publication/major-matters.ts'
import type { LocalDate } from '../../law/date.ts'
import { yearOf } from '../../law/date.ts'
import { type Refusal, type Result, ok, refused } from '../../law/refusal.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { SEASON_WORDS, SEASONS, type Season } from '../../law/publication/term.ts'
import { elementsOf } from '../../record/publication/catalogue.ts'
import { escapeHtml } from '../../record/publication/escape-html.ts'
import {
  type Duty,
  dutiesOn,
  type DutyFacts,
  type DutyItem,
  type DutyMatter,
  type DutyNote,
  matterKey,
} from '../../record/publication/duties.ts'
import { type EditionContent, editionContentSchema } from '../../record/publication/edition.ts'
import { dayRefusals } from '../../record/publication/first-day.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { dutyItems, insertDutyEvent, insertDutyNote, lastUnder } from '../../store/duties.sql.ts'
import type { OfficeContext } from '../context.ts'
import { agencyOn } from '../people/agencies.ts'
import { NOT_FOUND, NOT_PERMITTED } from '../people/permit.ts'
import { beginEdition } from './draft-edition.ts'
import { dutyFacts, seesDuty } from './view-duties.ts'

/** The duty, where this person may write for it. */
async function ownDuty(ctx: OfficeContext, actor: Actor, key: string): Promise<Result<{ duty: Duty; facts: DutyFacts }>> {
  const { agencyId } = actor
  if (!permitted(actor, 'documents.write', { agencyId })) return refused(NOT_PERMITTED)
  const facts = await dutyFacts(ctx, ctx.db, agencyId)
  const duty = dutiesOn(facts).find((one) => one.key === key)
  if (!duty || !seesDuty(actor, duty)) return refused(NOT_FOUND)
  return permitted(actor, 'documents.write', { agencyId, sectionId: duty.sectionId })
    ? ok({ duty, facts })
    : refused(NOT_PERMITTED)
}

/** 起草: last year's text opened as a new draft; where there is none, the elements as headings. A draft begun before is given back. */
export async function draftForDuty(
  ctx: OfficeContext,
  actor: Actor,
  { id, key }: { id: string; key: string },
): Promise<Result<{ id: string; fromYear: number | null }>> {
  if (key.startsWith(OF_ITEM)) return draftForItem(ctx, actor, { id, itemId: key.slice(OF_ITEM.length) })
  const own = await ownDuty(ctx, actor, key)
  if (!own.ok) return own
  const { duty, facts } = own.value
  if (duty.draft) return ok({ id: duty.draft.id, fromYear: null })
  const item = facts.items.find((one) => one.id === duty.itemId) ?? null
  const former = item && duty.cause !== 'matter' ? await lastUnder(ctx.db, actor.agencyId, item.id, kindred(duty, item)) : null
  const audience = item?.keeping.audience ?? 'society'
  const base = {
    column: item?.keeping.column ?? '',
    itemId: item?.id ?? null,
    dutyKey: key,
    audience,
    reason: audience === 'staff' ? STAFF_ONLY : '',
  }
  const matter = facts.matters.find(({ id: matterId }) => matterKey(matterId) === key)
  const content = former
    ? again(former, base, yearOf(duty.due ?? duty.opens), seasonOf(duty))
    : matter
      ? await ofMatter(ctx, actor, matter, item, base)
      : editionContentSchema.parse({ ...base, title: titleOf(duty).slice(0, 200), body: item ? outline(item) : '' })
  const begun = await beginEdition(ctx, actor, { id, sectionId: duty.sectionId, content })
  return begun.ok ? ok({ id: begun.value.id, fromYear: former ? yearOf(former.formed_on) : null }) : begun
}

const STAFF_ONLY = '目录规定只对本单位工作人员公开'

/** 2026年春季学期收费公示: what comes every year names itself; the item's name before it is for lists. */
function titleOf({ what, cause }: Duty): string {
  return cause === 'calendar' ? what.replace(/^[^：]*：(?=.)/, '') : what
}

/** How keys of former duties begin whose texts come first: the same of other years; of what comes each term, that of any term. */
function kindred({ key, cause }: Duty, { keeping }: DutyItem): string {
  const eachTerm = SEASONS.every((season) => keeping.fires.some((trigger) => trigger.key === season))
  return cause !== 'calendar' ? key : eachTerm ? '' : key.replace(/\d+$/, '')
}

/** 春季, 秋季, as they stand before 学期 and 学年. */
const seasonWord = (season: Season) => SEASON_WORDS[season].slice(0, 2)

function seasonOf({ key, cause }: Duty): Season | null {
  const trigger = cause === 'calendar' ? key.split('.').at(-2) : null
  return SEASONS.find((season) => season === trigger) ?? null
}

/** 起草 of an item for which nothing falls due: its last text, or its elements as headings. */
async function draftForItem(
  ctx: OfficeContext,
  actor: Actor,
  { id, itemId }: { id: string; itemId: string },
): Promise<Result<{ id: string; fromYear: number | null }>> {
  const { agencyId } = actor
  const item = (await dutyItems(ctx.db, agencyId, ctx.today())).find((one) => one.id === itemId)
  const sectionId = item?.keeping.sectionId ?? null
  if (!item) return refused(NOT_FOUND)
  if (!permitted(actor, 'documents.write', { agencyId, sectionId })) return refused(NOT_PERMITTED)
  const { audience, column } = item.keeping
  const base = { column, itemId, audience, reason: audience === 'staff' ? STAFF_ONLY : '' }
  const former = await lastUnder(ctx.db, agencyId, itemId, '')
  const content = former
    ? again(former, base, yearOf(ctx.today()), null)
    : editionContentSchema.parse({ ...base, title: item.content.second.slice(0, 200), body: outline(item) })
  const begun = await beginEdition(ctx, actor, { id, sectionId, content })
  return begun.ok ? ok({ id: begun.value.id, fromYear: former ? yearOf(former.formed_on) : null }) : begun
}

/** What a key of the term card names: a duty, or an item for which none falls due. */
const OF_ITEM = 'item.'

/** What was decided, formed on the day of the decision; where no item says, its kind names the column. */
async function ofMatter(
  ctx: OfficeContext,
  actor: Actor,
  { kind, title, on }: DutyMatter,
  item: DutyItem | null,
  base: Partial<EditionContent>,
): Promise<EditionContent> {
  const { regime } = await agencyOn(ctx.db, actor.agencyId, ctx.today())
  const columns = regime === 'art55' ? SCHOOL_MATTER_COLUMN : MATTER_COLUMN
  return editionContentSchema.parse({
    ...base,
    column: base.column || columns[kind],
    title,
    formedOn: on,
    stage: 'decision',
    body: item ? outline(item) : `<p>${escapeHtml(title)}</p>`,
  })
}

type Former = NonNullable<Awaited<ReturnType<typeof lastUnder>>>

/** Its text, with the years and the term of the title moved on; number and dates belong to the former one. */
function again(former: Former, base: Partial<EditionContent>, year: number, season: Season | null): EditionContent {
  const later = year - yearOf(former.formed_on)
  const inYear = former.title.replaceAll(/(?<!\d)20\d\d(?!\d)/g, (found) => String(Number(found) + later))
  const moved = season ? inYear.replaceAll(/[春秋]季(?=学期|开学|收费|学年)/g, seasonWord(season)) : inYear
  return editionContentSchema.parse({
    ...base,
    column: base.column || former.column_key,
    title: moved,
    summary: former.summary,
    keywords: former.keywords.slice(0, 12),
    body: former.body,
    stage: former.stage,
  })
}

/** The elements as headings, or the table that such a publication has. */
function outline({ content, keeping }: DutyItem): string {
  const { table } = keeping
  const heads = table.map((head) => `<th>${escapeHtml(head)}</th>`).join('')
  const blank = `<tr>${table.map(() => '<td></td>').join('')}</tr>`
  if (table.length > 0) return `<p></p><table><tbody><tr>${heads}</tr>${blank.repeat(BLANK_ROWS)}</tbody></table>`
  return elementsOf(content.elements)
    .map((element) => `<h2>${escapeHtml(element)}</h2><p></p>`)
    .join('')
}

/** Rows of the table to begin with. */
const BLANK_ROWS = 3

const REASON: Refusal = {
  code: 'field-missing',
  field: 'because',
  say: '没有写明为什么不适用。',
  then: '请写明原因，如“本年度没有开展这项工作”；检查时要看。',
}

/** 不适用、已在别处公开, or neither after all. */
export async function noteDuty(
  ctx: OfficeContext,
  actor: Actor,
  input: { commandId: string; key: string; kind: DutyNote['kind']; because: string; documentId: string | null },
): Promise<Result<void>> {
  const own = await ownDuty(ctx, actor, input.key)
  if (!own.ok) return own
  const { duty, facts } = own.value
  if (duty.cause === 'document') return refused(OWN_DRAFT)
  if (duty.cause === 'matter' && facts.matters.some((one) => matterKey(one.id) === duty.key && one.internal))
    return refused(INTERNAL)
  if (input.kind === 'notApplicable' && input.because.trim().length < 4) return refused(REASON)
  if (input.kind === 'covered' && !facts.documents.some(({ id, itemId }) => id === input.documentId && itemId === duty.itemId))
    return refused({ ...NOT_FOUND, field: 'documentId' })
  const { agencyId } = actor
  await ctx.transact(async (tx) => {
    await insertDutyNote(tx, {
      agency_id: agencyId,
      duty_key: input.key,
      kind: input.kind,
      document_id: input.kind === 'covered' ? input.documentId : null,
      because: input.because.trim(),
      actor_id: actor.id,
      actor_name: actor.name,
      on_date: ctx.today(),
      command_id: input.commandId,
    })
    await appendAudit(tx, { agencyId, actorId: actor.id, verb: 'duties.note', target: input.key, detail: { kind: input.kind } })
  })
  return ok(undefined)
}

const OWN_DRAFT: Refusal = {
  code: 'field-invalid',
  say: '这是一件正在起草的信息，应当公开的期限从成文之日起算。',
  then: '不需要公开的，请打开这一稿改公开属性或者作废。',
}

const INTERNAL: Refusal = {
  code: 'field-invalid',
  say: '这件三重一大事项登记为不向社会公开。',
  then: '改为公开的，请在三重一大台账中作废后重新登记。',
}

/** 登记事件: from its day the limit runs. */
export async function recordDutyEvent(
  ctx: OfficeContext,
  actor: Actor,
  input: { id: string; itemId: string; triggerKey: string; on: LocalDate; what: string },
): Promise<Result<void>> {
  const { agencyId } = actor
  if (!permitted(actor, 'documents.write', { agencyId })) return refused(NOT_PERMITTED)
  const item = (await dutyItems(ctx.db, agencyId, ctx.today())).find(({ id }) => id === input.itemId)
  const trigger = item?.keeping.fires.find(({ on, key }) => on === 'event' && key === input.triggerKey)
  if (!item || !trigger) return refused({ ...NOT_FOUND, field: 'itemId' })
  if (!permitted(actor, 'documents.write', { agencyId, sectionId: item.keeping.sectionId })) return refused(NOT_PERMITTED)
  const tooOld = dayRefusals('on', input.on)
  if (tooOld.length > 0) return refused(...tooOld)
  if (input.on > ctx.today())
    return refused({
      code: 'date-in-future',
      field: 'on',
      say: '日期晚于今天。',
      then: '请填写发生的日期；还没有发生的，发生后再登记。',
    })
  await ctx.transact(async (tx) => {
    await insertDutyEvent(tx, {
      agency_id: agencyId,
      id: input.id,
      item_id: item.id,
      trigger_key: input.triggerKey,
      on_date: input.on,
      what: input.what.trim(),
      actor_id: actor.id,
      actor_name: actor.name,
    })
    await appendAudit(tx, { agencyId, actorId: actor.id, verb: 'duties.event', target: item.id })
  })
  return ok(undefined)
}
