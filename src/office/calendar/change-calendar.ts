import { type Calendar, dayChanges } from '../../law/calendar.ts'
import { type Result, ok, refused } from '../../law/refusal.ts'
import { authorityOf, type CalendarChange, changeDoubts, changed, changeFaults } from '../../record/calendar/change.ts'
import type { CalendarPreview, CalendarView } from '../../record/calendar/view.ts'
import type { Requester, RequestContent } from '../../record/people/requester.ts'
import { authorityShown } from '../../record/requests/evidence.ts'
import type { Actor } from '../../record/people/roles.ts'
import { correctedText } from '../../record/requests/corrected.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { addBesideMove, addChange, addMove, changeById, storeOverlay, storeYear } from '../../store/calendar.sql.ts'
import { settingsOf } from '../../store/people.sql.ts'
import { filesOf } from '../../store/requests.sql.ts'
import type { OfficeContext, Tx } from '../context.ts'
import { remindLater } from '../oversight/remind.ts'
import { agencyOn, type LegalSetting, legalSetting, listAgencies } from '../people/agencies.ts'
import { permit } from '../people/permit.ts'
import { correctionTexts } from '../requests/correction-texts.ts'
import { type Correspondence, dayMovedLetter } from '../requests/letters.ts'
import { storeLetters } from '../requests/perform.ts'
import { projectionOf } from '../requests/projection.ts'
import { touchedBeside } from './moved-beside.ts'
import { type Touched, touchedCases } from './moved-cases.ts'
import { rewriteUntold } from './rewrite-untold.ts'
import { viewCalendar } from './view-calendar.ts'

/** A national notice moves the days of every agency in the store: loading it is the system's, not one office's. */
function mayChange(actor: Actor, change: CalendarChange): Result<void> {
  return permit(actor, change.kind === 'year' ? 'calendar.loadNotice' : 'calendar.manage', { agencyId: actor.agencyId })
}

/** Everyone keeps to a national notice; local days concern the agency that set them. */
async function agenciesOf(ctx: OfficeContext, actor: Actor, change: CalendarChange): Promise<string[]> {
  if (change.kind === 'overlay') return [actor.agencyId]
  const agencies = await listAgencies(ctx)
  return agencies.map(({ id }) => id).toSorted()
}

/** 变更日历之前先看: which days, which cases, from when to when, and whom a letter has to tell. */
export async function previewChange(ctx: OfficeContext, actor: Actor, change: CalendarChange): Promise<Result<CalendarPreview>> {
  const allowed = mayChange(actor, change)
  if (!allowed.ok) return allowed
  const { calendar } = await legalSetting(ctx, actor.agencyId)
  const faults = changeFaults(calendar, change)
  if (faults.length > 0) return ok({ faults, doubts: [], days: [], moves: [], beside: [], elsewhere: 0 })
  const days = dayChanges(calendar, changed(calendar, change)).map(({ date, after }) => ({
    date,
    working: after === 'unknown' ? null : after === 'working',
  }))
  const preview: CalendarPreview = {
    faults,
    doubts: changeDoubts(calendar, change, ctx.today()),
    days,
    moves: [],
    beside: [],
    elsewhere: 0,
  }
  for (const agencyId of await agenciesOf(ctx, actor, change)) {
    const setting = await legalSetting(ctx, agencyId)
    const after = changed(setting.calendar, change)
    for await (const one of touchedCases(ctx, ctx.db, agencyId, { setting, after }, { lock: false })) {
      const { row, moves, toCorrect, rewritable } = one
      if (moves.length === 0) continue
      if (agencyId !== actor.agencyId) preview.elsewhere += 1
      else
        preview.moves.push(
          ...moves.map((move) => ({
            ...move,
            caseId: row.id,
            number: row.number,
            letter: move.what === 'reply' && toCorrect !== null,
            rewritten: move.what === 'reply' && rewritable !== null,
          })),
        )
    }
    const beside = await touchedBeside(ctx, ctx.db, agencyId, { setting, after })
    if (agencyId !== actor.agencyId) preview.elsewhere += beside.length
    else preview.beside = beside.flatMap(({ moves, ...matter }) => moves.map((move) => ({ ...move, ...matter })))
  }
  return ok(preview)
}

/**
 * 变更日历: stores the notice or the local days, counts every case anew, leaves a trace in each whose limits moved (in dispute files
 * and matters of amendment too), and writes to
 * requesters whom a letter had told another day. All or nothing, and once: the same command again changes nothing.
 */
export async function changeCalendar(
  ctx: OfficeContext,
  actor: Actor,
  input: { commandId: string; change: CalendarChange; confirmed: boolean },
): Promise<Result<CalendarView>> {
  const allowed = mayChange(actor, input.change)
  if (!allowed.ok) return allowed
  if (await changeById(ctx.db, actor.agencyId, input.commandId)) return viewCalendar(ctx, actor)
  const { calendar } = await legalSetting(ctx, actor.agencyId)
  const { change } = input
  const faults = changeFaults(calendar, change)
  if (faults.length > 0)
    return refused(
      ...faults.map((say) => ({ code: 'field-invalid' as const, say: `${say}。`, then: '请对照文件原文改正后再载入。' })),
    )
  const doubts = changeDoubts(calendar, change, ctx.today())
  if (doubts.length > 0 && !input.confirmed)
    return refused({
      code: 'field-invalid',
      say: `有需要核对之处：${doubts.join('；')}。`,
      then: '请对照文件原文逐项核对；确与原文一致的，勾选“已逐项核对”后载入。',
      field: 'confirmed',
    })
  if (isInForce(calendar, change)) return refused({ code: 'already-done', say: '所填内容与现在的日历一致。', then: '无需载入。' })
  try {
    await store(ctx, actor, input, calendar)
  } catch (error) {
    // Posted twice at once: the other has done it.
    if (!(await changeById(ctx.db, actor.agencyId, input.commandId))) throw error
  }
  return viewCalendar(ctx, actor)
}

async function store(
  ctx: OfficeContext,
  actor: Actor,
  input: { commandId: string; change: CalendarChange },
  calendar: Calendar,
): Promise<void> {
  const { change } = input
  const agencies = await agenciesOf(ctx, actor, change)
  await ctx.transact(async (tx) => {
    const settings = new Map<string, LegalSetting>()
    for (const agencyId of agencies) settings.set(agencyId, await legalSetting({ db: tx, today: ctx.today }, agencyId))
    if (change.kind === 'year') {
      const file = changed(calendar, change).years.get(change.year)
      if (file) await storeYear(tx, file)
    }
    const counts = new Map<string, Counts>()
    for (const [agencyId, setting] of settings) {
      const after = changed(setting.calendar, change)
      if (change.kind === 'overlay')
        await storeOverlay(tx, {
          agencyId,
          on: ctx.today(),
          readings: (await settingsOf(tx, agencyId, ctx.today()))?.readings ?? {},
          overlay: after.overlay,
        })
      await addChange(tx, { agencyId, id: input.commandId, change, on: ctx.today(), by: actor.id })
      counts.set(agencyId, await recount(ctx, tx, { ...actor, agencyId }, input, { setting, after }))
    }
    // Last, so that nobody who records an act meanwhile waits for a chain that we hold while we wait for the case.
    for (const agencyId of agencies)
      await appendAudit(tx, {
        agencyId,
        actorId: actor.id,
        verb: 'calendar.manage',
        target: change.kind === 'year' ? change.notice.number : change.authority.number,
        detail: { what: change.kind, ...counts.get(agencyId) },
      })
  })
}

function isInForce(calendar: Calendar, change: CalendarChange): boolean {
  const after = changed(calendar, change)
  if (dayChanges(calendar, after).length > 0) return false
  return (
    change.kind === 'overlay' ||
    calendar.years.get(change.year)?.notices.some(({ number }) => number === change.notice.number) === true
  )
}

interface Counts {
  moved: number
  letters: number
  /** 文号 of letters not sent yet that were written anew. */
  rewritten: string[]
}

async function recount(
  ctx: OfficeContext,
  tx: Tx,
  by: Actor,
  { commandId, change }: { commandId: string; change: CalendarChange },
  calendars: { setting: LegalSetting; after: Calendar },
): Promise<Counts> {
  const { agencyId } = by
  const setting = { ...calendars.setting, calendar: calendars.after }
  const count: Counts = { moved: 0, letters: 0, rewritten: [] }
  for await (const one of touchedCases(ctx, tx, agencyId, calendars, { lock: true })) {
    const { row, after, moves } = one
    const projection = projectionOf(after, row, setting)
    await tx.updateTable('request_case').set(projection).where('agency_id', '=', agencyId).where('id', '=', row.id).execute()
    const rewritten = await rewriteUntold(ctx, tx, by, one, { setting, changeId: commandId })
    if (rewritten) count.rewritten.push(rewritten)
    const letterId = one.toCorrect ? await tell(ctx, tx, one, setting, change) : null
    for (const move of moves)
      await addMove(tx, {
        ...move,
        agencyId,
        changeId: commandId,
        caseId: row.id,
        letterId: move.what === 'reply' ? letterId : null,
      })
    if (moves.length === 0) continue
    count.moved += 1
    if (letterId) count.letters += 1
    const due = { limit: projection.next_limit, dueOn: projection.next_due_on }
    await remindLater(ctx, tx, setting, { agencyId, caseId: row.id, ...due })
  }
  for (const { of, id, moves } of await touchedBeside(ctx, tx, agencyId, calendars)) {
    for (const move of moves) await addBesideMove(tx, { ...move, agencyId, changeId: commandId, of, id })
    count.moved += 1
  }
  return count
}

/** 关于答复期限届满日的告知书: what the earlier letter said, what is right now, and why. */
async function tell(
  ctx: OfficeContext,
  tx: Tx,
  { row, acts, after, toCorrect }: Touched,
  setting: LegalSetting,
  change: CalendarChange,
): Promise<string | null> {
  if (!toCorrect) return null
  const [requester, letters, agency] = await Promise.all([
    tx
      .selectFrom('requester')
      .select('sealed')
      .where('agency_id', '=', row.agency_id)
      .where('id', '=', row.requester_id)
      .executeTakeFirstOrThrow(),
    tx.selectFrom('letter').select('number').where('agency_id', '=', row.agency_id).where('case_id', '=', row.id).execute(),
    agencyOn(tx, row.agency_id, ctx.today()),
  ])
  const asking = ctx.vault.open<Requester>(requester.sealed)
  const from: Correspondence = {
    agency,
    number: row.number,
    requester: asking,
    authorised: authorityShown(asking, await filesOf(tx, row.agency_id, row.id)),
    content: ctx.vault.open<RequestContent>(row.content),
    corrected: correctedText(after.folded, await correctionTexts(ctx, tx, row)),
    setting,
    folded: after.folded,
  }
  const issue = dayMovedLetter(from, {
    code: toCorrect.code,
    on: ctx.today(),
    taken: letters.map(({ number }) => number),
    moved: { toldIn: toCorrect.number, because: authorityOf(change) },
    former: toCorrect.former,
    due: toCorrect.due,
  })
  const [stored] = await storeLetters(ctx, tx, row.agency_id, row.id, acts.length - 1, [issue])
  return stored?.id ?? null
}
