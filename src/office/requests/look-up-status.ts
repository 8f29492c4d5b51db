import type { Citation } from '../../law/cite.ts'
import type { LocalDate } from '../../law/date.ts'
import { type Result, ok, refused } from '../../law/refusal.ts'
import type { ClockAnswer } from '../../law/requests/clock-types.ts'
import { OUTCOME_TABLE } from '../../law/requests/outcomes.ts'
import { RECEIPT_RULES } from '../../law/requests/receipt.ts'
import { type Limit, PHASE_WORDS, type Phase } from '../../law/requests/vocabulary.ts'
import { type Letter, listedIn } from '../../record/letters/model.ts'
import { isClockAct } from '../../record/requests/acts.ts'
import { type RequestContent, subjectOf } from '../../record/people/requester.ts'
import { correctedText } from '../../record/requests/corrected.ts'
import { daysLeft } from '../../record/requests/days-left.ts'
import { personsOf, withoutPersons } from '../../record/requests/plain-act.ts'
import {
  concernsRequester,
  correctionIsLate,
  type MessageKind,
  type OwnCorrection,
  type OwnDeed,
  ownDeeds,
} from '../../record/requests/requester-side.ts'
import { type RibbonWeek, ribbon } from '../../record/requests/ribbon.ts'
import { sendingOf } from '../../record/requests/sending.ts'
import { isVoid } from '../../record/requests/service.ts'
import { type ShownStep, shownSteps } from '../../record/requests/shown-steps.ts'
import { type ToldAct, toldActs } from '../../record/requests/told-acts.ts'
import type { DaysLeft, LetterRow } from '../../record/requests/view.ts'
import { linkedCases } from '../../store/intake.sql.ts'
import { mailWishOf } from '../../store/mail.sql.ts'
import { accessesOf, messagesOf } from '../../store/requester-side.sql.ts'
import { actsOf, lettersOf } from '../../store/requests.sql.ts'
import type { OfficeContext } from '../context.ts'
import { legalSetting } from '../people/agencies.ts'
import { ownCase, OWN_NOT_FOUND, type StatusQuery } from '../requester/own-case.ts'
import { contentNow, mayServeOnline } from '../requester/service-choice.ts'
import { correctionTexts, ownCorrection } from './correction-texts.ts'
import { requesterOf } from './persons.ts'
import { conclude } from './projection.ts'
import { shownSubject } from './register-row.ts'

/** What a requester sees of the own request: where it is, by when and why, the letters, what can be done. Nothing personal. */
export interface StatusView {
  number: string
  /** As it is worded now. */
  subject: string
  /** As it was before it was corrected; null where it was not. */
  formerSubject: string | null
  phase: Phase
  phaseWords: string
  submittedOn: LocalDate
  receivedOn: LocalDate | null
  /** By what rule the day of receipt follows from the way it came. */
  receiptBy: Citation
  closedOn: LocalDate | null
  dueOn: LocalDate | null
  provisional: boolean
  left: DaysLeft
  clock: ClockAnswer
  clockSteps: ShownStep[]
  ribbon: RibbonWeek[]
  /** `void`: the act that made it was annulled; it is told, and not handed out any more. */
  letters: (LetterRow & { openedOn: LocalDate | null; void: boolean })[]
  outcomeWords: string | null
  /** The other parts of the same form, where it was split: they have the same query code. */
  together: { number: string; subject: string; phaseWords: string }[]
  steps: ToldAct[]
  deeds: OwnDeed[]
  /** The period for the correction has passed: a reason is asked for. */
  correctionIsLate: boolean
  /** null: none was asked for. */
  correction: OwnCorrection | null
  /** 电子送达 agreed to, and possible. */
  electronic: boolean
  /** Somebody speaks for the requester whose authority to take letters was not shown yet. */
  authorityOpen: boolean
  /** Since when reminders by e-mail are wished. */
  mailSince: LocalDate | null
  /** What the requester wrote online, and when; of the words only those of a correction are shown back. */
  written: { kind: MessageKind; on: LocalDate }[]
  fee: { yuan: number; arithmetic: string[]; letterId: string; until: LocalDate | null } | null
}

/** 查询办理情况, by number and code. */
export async function statusOf(ctx: OfficeContext, query: StatusQuery): Promise<Result<StatusView>> {
  const row = await ownCase(ctx, query)
  if (!row) return refused(OWN_NOT_FOUND)
  const of = { agencyId: row.agency_id, caseId: row.id }
  const [setting, acts, stored, messages, accesses, wish, linked] = await Promise.all([
    legalSetting(ctx, row.agency_id),
    actsOf(ctx.db, row.agency_id, row.id),
    lettersOf(ctx.db, row.agency_id, row.id),
    messagesOf(ctx.db, of),
    accessesOf(ctx.db, of),
    mailWishOf(ctx.db, of),
    linkedCases(ctx.db, row.agency_id, row.id),
  ])
  const requester = await requesterOf(ctx, row)
  const today = ctx.today()
  const { folded, clock } = conclude(acts, setting)
  const corrected = correctedText(folded, await correctionTexts(ctx, ctx.db, row))
  const content = ctx.vault.open<RequestContent>(row.content)
  const timed = folded.live.map(({ act }) => act).filter(isClockAct)
  const situation = { folded, clock, calendar: setting.calendar, on: today, today }
  const letters = stored.filter((letter) => letter.addressed_to === 'requester')
  const opened = letters.map((letter) => ({
    id: letter.id,
    letter: ctx.vault.open<Letter>(letter.sealed),
    void: isVoid(folded, letter.act_seq),
  }))
  const standing = opened.filter((one) => !one.void)
  const due = (what: Limit) => clock.limits.find((limit) => limit.what === what)?.due ?? null
  const notice = standing.findLast(({ letter }) => letter.code === 'D10')
  return ok({
    number: row.number,
    subject: shownSubject(ctx, row),
    formerSubject: corrected === null ? null : withoutPersons(subjectOf(content), personsOf(requester, [])),
    phase: clock.phase,
    phaseWords: PHASE_WORDS[clock.phase],
    submittedOn: row.submitted_on,
    receivedOn: folded.receivedOn,
    receiptBy: RECEIPT_RULES[folded.via].by,
    closedOn: folded.closedOn,
    dueOn: clock.due,
    provisional: clock.provisional,
    left: daysLeft({
      due: row.next_due_on,
      replyDue: clock.due,
      sending: sendingOf(folded),
      openEnd: row.open_end,
      phase: clock.phase,
      today,
      calendar: setting.calendar,
    }),
    clock: { ...clock, limits: clock.limits.filter((limit) => concernsRequester(limit, clock.phase)) },
    clockSteps: shownSteps(clock, timed, setting),
    ribbon: ribbon(clock, timed, setting, today),
    letters: letters.map((letter, index) => ({
      id: letter.id,
      code: letter.code as Letter['code'],
      title: opened[index]?.letter.title ?? '',
      number: letter.number,
      issuedOn: letter.issued_on,
      addressedTo: letter.addressed_to,
      actSeq: letter.act_seq,
      openedOn: accesses.find((access) => access.letter_id === letter.id)?.on_date ?? null,
      void: opened[index]?.void ?? false,
    })),
    outcomeWords: folded.outcome ? OUTCOME_TABLE[folded.outcome].zh : null,
    together: linked
      .filter(({ kind }) => kind === 'split')
      .map((one) => ({ number: one.number, subject: shownSubject(ctx, one), phaseWords: PHASE_WORDS[one.phase] })),
    steps: toldActs(folded),
    deeds: ownDeeds(situation, { mail: ctx.mail !== null }),
    correctionIsLate: correctionIsLate(situation),
    correction: await ownCorrection(ctx, ctx.db, row, folded, standing.findLast(({ letter }) => letter.code === 'D02')?.letter),
    electronic: (await contentNow(ctx, ctx.db, row, requester)).delivery === 'electronic',
    authorityOpen: !(await mayServeOnline(ctx.db, row, requester)),
    mailSince: wish?.since ?? null,
    written: messages.map(({ kind, on_date }) => ({ kind, on: on_date })),
    fee:
      folded.fee && !folded.fee.paidOn && !folded.fee.lapsedOn && notice
        ? {
            yuan: folded.fee.noticed.yuan,
            arithmetic: listedIn(notice.letter),
            letterId: notice.id,
            until: due('feePayment'),
          }
        : null,
  })
}
