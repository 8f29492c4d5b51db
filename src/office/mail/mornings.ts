/** 每个工作日早上: the digest for officers who wish it, and the reminder to requesters whose own limit ends soon. */
import { addWorkingDays, dayKind } from '../../law/calendar.ts'
import { addDays, type LocalDate } from '../../law/date.ts'
import { EXCEPTION_KINDS, EXCEPTION_TABLE } from '../../record/desk/exceptions.ts'
import { digestMail, type DigestLine } from '../../record/mail/mails.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { TO_HANDLE } from '../../record/requests/requester-side.ts'
import type { TaskRow } from '../../record/requests/view.ts'
import { countOnline } from '../../store/desk.sql.ts'
import { digestReaders, postMail, wishesDueBetween } from '../../store/mail.sql.ts'
import type { OfficeContext } from '../context.ts'
import { agencyOn, legalSetting, listAgencies } from '../people/agencies.ts'
import { actorOf } from '../people/sign-in.ts'
import { disputeFiles } from '../disputes/dispute-tasks.ts'
import { listExceptions } from '../desk/list-exceptions.ts'
import { listTasks } from '../desk/list-tasks.ts'
import { sectionLimit } from '../requests/section-limit.ts'
import { postReminder } from './post.ts'

/** So many working days before a limit of the requester's ends. */
const DUE_SOON_WORKING_DAYS = 3

export async function mornings(ctx: OfficeContext): Promise<void> {
  if (ctx.mail === null) return
  const today = ctx.today()
  for (const { id } of await listAgencies(ctx)) {
    const { calendar } = await legalSetting(ctx, id)
    if (dayKind(calendar, today) !== 'working') continue
    await remindRequesters(ctx, id, today, addWorkingDays(calendar, today, DUE_SOON_WORKING_DAYS).date ?? addDays(today, 5))
    await sendDigests(ctx, id, today)
  }
}

async function remindRequesters(ctx: OfficeContext, agencyId: string, from: LocalDate, to: LocalDate): Promise<void> {
  const [agency, due] = await Promise.all([agencyOn(ctx.db, agencyId, from), wishesDueBetween(ctx.db, agencyId, from, to)])
  for (const { case_id, number, sealed, next_limit, next_due_on } of due)
    await ctx.transact((tx) =>
      postReminder(ctx, tx, 'dueSoon', {
        caseId: case_id,
        number,
        agency,
        to: ctx.vault.open<string>(sealed),
        until: next_due_on,
        once: `${next_limit} ${next_due_on}`,
      }),
    )
}

async function sendDigests(ctx: OfficeContext, agencyId: string, today: LocalDate): Promise<void> {
  const readers = (await digestReaders(ctx.db)).filter((one) => one.agency_id === agencyId)
  if (ctx.mail === null || readers.length === 0) return
  const agency = await agencyOn(ctx.db, agencyId, today)
  for (const reader of readers) {
    const actor = await actorOf(ctx, reader)
    const disputes = await disputeFiles(ctx, actor)
    const [tasks, watched, online] = await Promise.all([
      listTasks(ctx, actor, disputes),
      listExceptions(ctx, actor, disputes),
      onlineOf(ctx, actor, today),
    ])
    if (!tasks.ok || !watched.ok) continue
    const mine = tasks.value.filter(({ notYet }) => !notYet)
    const mail = digestMail(ctx.vault.open<string>(reader.sealed), {
      on: today,
      agency: agency.details.name,
      address: `${ctx.mail.site}/console/`,
      overdue: linesOf(mine, 'late'),
      soon: linesOf(mine, 'soon'),
      others: mine.filter(({ left }) => left.tone !== 'late' && left.tone !== 'soon').length,
      exceptions: [
        ...EXCEPTION_KINDS.map((kind) => ({
          words: EXCEPTION_TABLE[kind].what,
          count: watched.value.filter((row) => row.kind === kind).length,
        })),
        ...online,
      ].filter(({ count }) => count > 0),
    })
    if (!mail) continue
    await ctx.transact(async (tx) => {
      const sealed = ctx.vault.seal(mail)
      await postMail(tx, { agencyId, caseId: null, officerId: reader.id, kind: 'digest', about: today, sealed })
      await ctx.enqueue(tx, 'mail', {})
    })
  }
}

/** Numbers and what to do; no title of a request, which people write themselves. */
function linesOf(tasks: readonly TaskRow[], tone: TaskRow['left']['tone']): DigestLine[] {
  return tasks.filter(({ left }) => left.tone === tone).map(({ number, what, left }) => ({ number, what, left: left.words }))
}

/** What came or failed online, counted over every case this person works on, however many there are. */
async function onlineOf(ctx: OfficeContext, actor: Actor, today: LocalDate): Promise<{ words: string; count: number }[]> {
  const { allowed, sections } = sectionLimit(actor)
  const { agencyId, sectionId } = actor
  if (!allowed || !permitted(actor, 'requests.draftReply', { agencyId, sectionId })) return []
  const { messages, unopened, unsent } = await countOnline(ctx.db, { agencyId, sections }, TO_HANDLE, today)
  return [
    { words: '申请人网上提交，待核对', count: messages },
    { words: '网上送达没有打开', count: unopened },
    { words: '邮件提醒没有送出，或者是否发出不明', count: unsent },
  ]
}
