import type { Length } from '../../law/calendar.ts'
import { arl, chineseNumeral, cite, feeMeasures, reg } from '../../law/cite.ts'
import { chineseDate, type LocalDate } from '../../law/date.ts'
import type { Dated } from '../../law/dated.ts'
import { type Result, ok } from '../../law/refusal.ts'
import { FEE_PAYMENT_LIMIT, lengthOn, REPLY_LIMIT } from '../../law/requests/limits.ts'
import type { Phase } from '../../law/requests/vocabulary.ts'
import { EXCEPTION_TABLE } from '../../record/desk/exceptions.ts'
import { LENGTHENED } from '../../record/desk/lengthened.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { daysLeft } from '../../record/requests/days-left.ts'
import { shownSending } from '../../record/requests/sending.ts'
import { MESSAGE_WORDS, TO_HANDLE } from '../../record/requests/requester-side.ts'
import type { TaskRow } from '../../record/requests/view.ts'
import { casesWithMessages, waitsForOpening } from '../../store/requester-side.sql.ts'
import { casesForApproval, casesForReview, countUnfinished, type Scope, unfinishedCases } from '../../store/desk.sql.ts'
import type { OfficeContext } from '../context.ts'
import { legalSetting } from '../people/agencies.ts'
import { amendmentTasks } from '../amendments/amendment-tasks.ts'
import { type DisputeFiles, disputeTasks } from '../disputes/dispute-tasks.ts'
import { dutyTasks } from '../publication/duty-tasks.ts'
import { countEditionTasks, editionTasks } from '../publication/edition-tasks.ts'
import { publicityTasks } from '../publication/publicity-tasks.ts'
import { stockTasks } from '../publication/settle-stock.ts'
import { weeklyDuties } from '../publication/view-duties.ts'
import { awaitedIn, type WaitsFor } from '../requests/awaited.ts'
import { authorityFor } from '../requests/delegation.ts'
import { sectionLimit } from '../requests/section-limit.ts'
import { shownSubject } from '../requests/register-row.ts'

/** More than anybody does before looking again. */
const MOST_TASKS = 200
/** What the menu counts up to. */
const MOST_COUNTED = 1_000

/** `二十个工作日`, as the law has it on that day. */
function workingDays(rule: Dated<Length>, today: LocalDate): string {
  return `${chineseNumeral(lengthOn(rule, today).n)}个工作日`
}

/** What each phase asks of the office, and by which article. */
const TO_DO: Partial<Record<Phase, { what: string; why: string | ((today: LocalDate) => string) }>> = {
  awaitingConfirmation: {
    what: '与申请人确认收到',
    why: `${cite(reg('31(3)'))}：互联网、平常信函等渠道以双方确认之日为收到申请之日`,
  },
  running: { what: '答复', why: (today) => `${cite(reg('33.2'))}：自收到申请之日起${workingDays(REPLY_LIMIT, today)}内答复` },
  awaitingCorrection: { what: '等待补正', why: `${cite(reg('30'))}：期满不补正的，视为放弃申请` },
  awaitingReasons: { what: '等待说明理由', why: `${cite(reg('35'))}：申请数量、频次明显超过合理范围` },
  awaitingFee: {
    what: '等待缴费',
    why: (today) => `${cite(feeMeasures('6'))}：收到收费通知次日起${workingDays(FEE_PAYMENT_LIMIT, today)}内缴纳`,
  },
}

const PROOF = '复议、诉讼期限自申请人收到之日起算，须留存送达凭证'
/** What a decision asks for that has not arrived, by how far it has got. */
const TO_SERVE: Record<'replied' | 'lapsed', Record<'toSend' | 'sent' | 'noticed', { what: string; why: string }>> = {
  replied: {
    toSend: { what: '寄出答复', why: `答复已作出，还没有寄出：交邮、当面交付后登记；${PROOF}` },
    sent: { what: '登记答复的送达', why: `已寄出，待签收：签收的登记送达，退回的登记退回；${PROOF}` },
    noticed: { what: '公告期满后登记送达', why: PROOF },
  },
  lapsed: {
    toSend: { what: '寄出不再处理告知书', why: `不再处理的结果也要告知申请人，还没有寄出；${PROOF}` },
    sent: { what: '登记不再处理告知书的送达', why: `已寄出，待签收：签收的登记送达，退回的登记退回；${PROOF}` },
    noticed: { what: '公告期满后登记送达', why: PROOF },
  },
}

/** What the office does once somebody has let the day pass that was set for them. */
const TO_DO_AFTER: Partial<Record<Phase, { what: string; why: string }>> = {
  awaitingCorrection: {
    what: '补正期限已过，登记“逾期不补正”',
    why: `${cite(reg('30'))}：无正当理由逾期不补正的，视为放弃申请；告知书何时收到还没有登记的，先登记`,
  },
  awaitingReasons: { what: '说明理由的期限已过，作出答复', why: `${cite(reg('35'))}：理由不合理或者没有说明的，告知不予处理` },
  awaitingFee: { what: '缴费期限已过，登记“逾期未缴费”', why: '《信息处理费管理办法》：逾期未缴纳的，视为放弃申请' },
}
/** A reply limit that runs on while something is awaited of the requester, and why. */
const RUNS_ON: Partial<Record<Phase, string>> = {
  awaitingCorrection: `${cite(reg('30'))}：补正告知晚于七个工作日，答复期限不因补正重新计算`,
  awaitingReasons: `${cite(reg('35'))}：要求说明理由不停止计算答复期限`,
}
const CONSULTING = { what: '等待征求的意见', why: `${cite(reg('33.3'))}：征求意见所需时间不计入答复期限` }

/** 文书退回: of what decides, whichever letter it is. */
const RETURNED = {
  what: '邮件退回，再次送达',
  why: `${EXCEPTION_TABLE.mailReturned.then}依据：${EXCEPTION_TABLE.mailReturned.why}`,
}

/** 延长、延迟答复 of which no letter has left: until one has, the former limit stands (Art 33.2, 35). */
function toTell({ letter, unsent }: (typeof LENGTHENED)[number]): { what: string; why: string } {
  const { then, why } = EXCEPTION_TABLE[unsent]
  return { what: `寄出${letter}`, why: `${then}依据：${why}` }
}

const UNOPENED = { what: '网上送达没有打开，改用其他方式送达', why: '申请人没有打开的，不能认定为已经送达；请按其通信地址邮寄' }

function openingTask(
  { openBy, later }: { openBy: LocalDate | null; later: boolean },
  today: LocalDate,
): { what: string; why: string } {
  if (openBy !== null && openBy < today) return UNOPENED
  const until = openBy ? `到${chineseDate(openBy)}` : ''
  if (later)
    return {
      what: '申请人改为电子送达，等待在网上打开答复',
      why: `答复作出以后才同意电子送达：已出具网上申请行政复议渠道的补充告知书（${cite(arl('22.2'))}），不必再邮寄；打开之日自动登记送达，${until}仍没有打开的，改用其他方式`,
    }
  return { what: '等待申请人在网上打开答复', why: `申请人同意电子送达，打开之日自动登记送达；${until}仍没有打开的，改用其他方式` }
}

/** Whether what was awaited of the requester did not come in time. */
function periodOver({ next_limit, next_due_on }: Pick<TaskCase, 'next_limit' | 'next_due_on'>, today: LocalDate): boolean {
  return next_limit !== 'reply' && next_due_on !== null && next_due_on < today
}

function usualTask(
  row: Pick<TaskCase, 'phase' | 'due_on' | 'next_limit' | 'next_due_on' | 'open_end' | 'sending' | 'watches'>,
  today: LocalDate,
): { what: string; why: string } {
  const { phase, sending, watches } = row
  if (sending === 'returned') return RETURNED
  const untold = LENGTHENED.find(({ unsent }) => watches.some(({ kind }) => kind === unsent))
  if (untold && phase === 'running' && row.due_on !== null && row.due_on >= today) return toTell(untold)
  if (phase === 'replied' || phase === 'lapsed') return TO_SERVE[phase][sending ?? 'toSend']
  const runsOn = row.due_on !== null && row.phase in RUNS_ON ? RUNS_ON[row.phase] : undefined
  const passed = periodOver(row, today) ? TO_DO_AFTER[row.phase] : undefined
  if (passed) return runsOn ? { ...passed, why: `${passed.why}；${runsOn}` } : passed
  if (runsOn) return { what: `${TO_DO[row.phase]?.what ?? ''}，答复期限照常计算`, why: runsOn }
  if (row.phase === 'running' && row.open_end === 'consultation') return CONSULTING
  const { what, why } = TO_DO[row.phase] ?? { what: '办理', why: '' }
  return { what, why: typeof why === 'string' ? why : why(today) }
}

/** Whoever approves and does not draft sees only what waits for approval. */
function onlyApproves(actor: Actor): boolean {
  const target = { agencyId: actor.agencyId, sectionId: actor.sectionId }
  return permitted(actor, 'requests.approveReply', target) && !permitted(actor, 'requests.draftReply', target)
}

/** Whoever reviews and neither drafts nor approves sees only what waits for review. */
function onlyReviews(actor: Actor): boolean {
  const target = { agencyId: actor.agencyId, sectionId: actor.sectionId }
  const others = ['requests.draftReply', 'requests.approveReply'] as const
  return permitted(actor, 'requests.review', target) && !others.some((verb) => permitted(actor, verb, target))
}

type TaskCase = Awaited<ReturnType<typeof unfinishedCases>>[number]

function casesOf(ctx: OfficeContext, actor: Actor, scope: Scope): Promise<TaskCase[]> {
  if (onlyReviews(actor)) return casesForReview(ctx.db, scope, actor.id, ctx.today(), MOST_TASKS)
  return onlyApproves(actor)
    ? casesForApproval(ctx.db, scope, ctx.today(), MOST_TASKS)
    : unfinishedCases(ctx.db, scope, MOST_TASKS)
}

/** How many things wait for this person, counted up to a thousand. */
export async function countTasks(ctx: OfficeContext, actor: Actor, files?: DisputeFiles): Promise<number> {
  const { allowed, sections } = sectionLimit(actor)
  if (!allowed) return 0
  const scope = { agencyId: actor.agencyId, sections }
  const { calendar } = await legalSetting(ctx, actor.agencyId)
  const besides =
    (await amendmentTasks(ctx, actor)).filter(({ notYet }) => !notYet).length +
    (await weeklyDuties(ctx, actor)).length +
    (await countEditionTasks(ctx, actor)) +
    (await publicityTasks(ctx, actor, calendar)).length +
    (await stockTasks(ctx, actor)).length
  if (onlyApproves(actor)) {
    const cases = await casesOf(ctx, actor, scope)
    const awaited = await awaitedIn(
      ctx,
      actor.agencyId,
      cases.map(({ id }) => id),
    )
    const authority = await authorityFor(ctx.db, actor, ctx.today(), '答复')
    return cases.filter(({ id }) => !notYetFor(actor, awaited.get(id), authority)).length + besides
  }
  if (onlyReviews(actor)) return (await casesOf(ctx, actor, scope)).length + besides
  const [cases, disputes] = await Promise.all([countUnfinished(ctx.db, scope, MOST_COUNTED), disputeTasks(ctx, actor, files)])
  return cases + disputes.length + besides
}

/** Why whoever approves has nothing to do with this wording yet; null where the approval is what it waits for. */
function notYetFor(actor: Actor, awaited: WaitsFor | undefined, authority: Result<string | null>): string | null {
  if (!authority.ok) return authority.refusals.map(({ say }) => say).join('')
  if (awaited?.reviews) return `等待${awaited.reviews}。`
  return awaited?.drafters.includes(actor.id) ? '您参与拟写了这一稿，由其他负责人审批。' : null
}

const DRAFTS: Partial<Record<NonNullable<TaskCase['draft_state']>, string>> = {
  submitted: '答复稿待审批',
  approved: '答复稿已批准，请发出答复',
  returned: '答复稿被退回，请修改',
}

/** 内部时限 of the section that has the case: past, it is the thing to do; ahead, it stands with the reason; it rests with the clock. */
function sectionTask(
  { section_due_on: due, section_lead: lead, open_end: open }: Pick<TaskCase, 'section_due_on' | 'section_lead' | 'open_end'>,
  today: LocalDate,
): { late: boolean; words: string } | null {
  if (open === 'consultation') return lead === null ? null : { late: false, words: '内部时限暂停，答复期限恢复计算后重新设定' }
  if (!due) return null
  const late = due < today
  return {
    late,
    words: late ? `科室已超过内部时限（${chineseDate(due)}），请催办或尽快拟写答复` : `内部时限 ${chineseDate(due)}`,
  }
}

/** 待办: open cases, disputes and amendments, nearest due first; the head sees only what waits for approval, and what soon will. */
export async function listTasks(ctx: OfficeContext, actor: Actor, files?: DisputeFiles): Promise<Result<TaskRow[]>> {
  const { allowed, sections } = sectionLimit(actor)
  if (!allowed) return ok([])
  const today = ctx.today()
  const cases = await casesOf(ctx, actor, { agencyId: actor.agencyId, sections })
  const caseIds = cases.map(({ id }) => id)
  const [{ calendar }, messages, waiting, disputes, amendments, authority] = await Promise.all([
    legalSetting(ctx, actor.agencyId),
    casesWithMessages(ctx.db, actor.agencyId, caseIds, TO_HANDLE),
    waitsForOpening(ctx.db, actor.agencyId, caseIds),
    disputeTasks(ctx, actor, files),
    amendmentTasks(ctx, actor),
    authorityFor(ctx.db, actor, today, '答复'),
  ])
  const [approves, reviews] = [onlyApproves(actor), onlyReviews(actor)]
  const submitted = cases.filter(({ draft_state: state }) => state === 'submitted').map(({ id }) => id)
  const awaited = await awaitedIn(ctx, actor.agencyId, submitted)
  const ofCases = cases.map((row): TaskRow => {
    const message = messages.find((one) => one.case_id === row.id)
    const opening = row.sending === 'toSend' ? waiting.get(row.id) : undefined
    const sending = shownSending(row.sending, opening !== undefined && (opening.openBy ?? today) >= today)
    const usual = message
      ? { what: `申请人${MESSAGE_WORDS[message.kind]}，请核对`, why: usualTask(row, today).why }
      : opening
        ? openingTask(opening, today)
        : usualTask(row, today)
    // Silence to a request for reasons leaves the reply to be made (Art 35).
    const running = row.phase === 'running' || (row.phase === 'awaitingReasons' && periodOver(row, today))
    const draft = running && row.draft_state ? DRAFTS[row.draft_state] : undefined
    const section = running && !draft ? sectionTask(row, today) : null
    const told = section?.late
      ? { what: section.words, why: usual.why }
      : draft
        ? draftTask({ draft, awaited: awaited.get(row.id), why: usual.why, reviews })
        : { what: usual.what, why: section ? `${usual.why}；${section.words}` : usual.why }
    const notYet = approves ? notYetFor(actor, awaited.get(row.id), authority) : null
    return {
      caseId: row.id,
      number: row.number,
      subject: shownSubject(ctx, row),
      ...(approves ? { what: notYet ? '答复稿待审查' : '审批答复稿', why: notYet ? `${notYet}${usual.why}` : usual.why } : told),
      ...(notYet ? { notYet: true as const } : {}),
      ...(sending ? { sending } : {}),
      dueOn: running ? (row.due_on ?? row.next_due_on) : row.next_due_on,
      left: daysLeft({
        due: row.next_due_on,
        replyDue: row.due_on,
        openEnd: row.open_end,
        phase: row.phase,
        sending,
        today,
        calendar,
      }),
    }
  })
  const ofPublishing = [
    ...(await editionTasks(ctx, actor, calendar)),
    ...(await dutyTasks(ctx, actor, calendar)),
    ...(await publicityTasks(ctx, actor, calendar)),
    ...(await stockTasks(ctx, actor)),
  ]
  const tasks = [...ofCases, ...disputes, ...amendments, ...ofPublishing]
  const order = { late: 0, soon: 1, unknown: 2, calm: 3, paused: 4, done: 5 } as const
  tasks.sort((a, b) => order[a.left.tone] - order[b.left.tone] || (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'))
  return ok(tasks)
}

/** A draft that was sent up, came back or was approved, as its drafter or a reviewer has it: which review waits, and for whom. */
function draftTask(at: { draft: string; awaited: WaitsFor | undefined; why: string; reviews: boolean }): {
  what: string
  why: string
} {
  const { draft, awaited, why, reviews } = at
  if (reviews) return { what: '审查答复稿', why }
  if (!awaited) return { what: draft, why }
  if (awaited.reviews) return { what: '答复稿待审查', why: `等待${awaited.reviews}。${why}` }
  return { what: draft, why: `审查都已通过，等待${awaited.approval || '单位主要负责人'}审批。${why}` }
}
