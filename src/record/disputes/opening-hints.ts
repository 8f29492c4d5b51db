/**
 * 登记收到通知时的提示: which limit the way that was chosen has, by which article, and whether reconsideration had to come first.
 * Pure, so that it stands beside the field while it is filled in; whether a suit is too late is for the court.
 */
import type { Calendar } from '../../law/calendar.ts'
import { apl, arl, type Citation, cite, reg, whole } from '../../law/cite.ts'
import { chineseDate, type LocalDate } from '../../law/date.ts'
import { lengthWords, OVERSIGHT_LIMITS, type OversightLimit, oversightDue } from '../../law/oversight/limits.ts'
import { type ReconsiderationFirst, reconsiderationFirstOf } from '../../law/oversight/remedies.ts'
import type { Readings } from '../../law/readings.ts'
import { outcomeRule } from '../../law/requests/outcomes.ts'
import type { Phase } from '../../law/requests/vocabulary.ts'
import type { CaseView } from '../requests/view.ts'
import type { DisputeActOf } from './acts.ts'

/** What is disputed, as far as it bears on the ways open against it. */
export interface Disputed {
  /** null where there is no decision: the silence is disputed. */
  decidedOn: LocalDate | null
  /** When the requester got the decision; remedies run from it. */
  receivedOn: LocalDate | null
  /** Of silence: when the reply was due. */
  replyDue: LocalDate | null
  /** What the request waits for that was not answered yet; null where it was, or where an answer is owed anew. */
  open: 'confirmation' | 'requester' | 'reply' | null
  first: ReconsiderationFirst
}

export interface OpeningHint {
  say: string
  cite: string
  /** The way chosen does not fit the decision. */
  doubtful: boolean
}

/** null where nothing can be disputed: the request was withdrawn. */
export function disputedOf(
  { acts, clock, outcome, closedOn }: Pick<CaseView, 'acts' | 'clock' | 'outcome' | 'closedOn'>,
  readings: Readings,
): Disputed | null {
  const live = acts.flatMap(({ act, annulled }) => (annulled ? [] : [act]))
  if (!closedOn || !outcome) {
    const again = live.some(({ kind }) => kind === 'reopened')
    return { decidedOn: null, receivedOn: null, replyDue: clock.due, open: again ? null : OPEN[clock.phase], first: 'no' }
  }
  if (outcomeRule(outcome).remedy === 'none') return null
  // The service of an answer that an order has set aside tells nothing of the new one.
  const receivedOn = live.findLast(({ kind, on }) => kind === 'served' && on >= closedOn)?.on ?? null
  const reply = live.findLast((act) => act.kind === 'replied')
  const first = reconsiderationFirstOf(reply, { outcome, decidedOn: closedOn, readings })
  return { decidedOn: closedOn, receivedOn, replyDue: null, open: null, first }
}

const OPEN: Readonly<Record<Phase, Disputed['open']>> = {
  awaitingConfirmation: 'confirmation',
  running: 'reply',
  awaitingCorrection: 'requester',
  awaitingReasons: 'requester',
  awaitingFee: 'requester',
  replied: null,
  served: null,
  withdrawn: null,
  lapsed: null,
}

type Chosen = Pick<DisputeActOf<'opened'>, 'path' | 'claimant' | 'after' | 'endedOn'> & { on?: LocalDate | undefined }

export function openingHints(chosen: Chosen, disputed: Disputed, calendar: Calendar): OpeningHint[] {
  switch (chosen.path) {
    case 'complaint':
      return []
    case 'reconsideration':
      return [...early(chosen, disputed), against(chosen, disputed, 'reconsideration', calendar)]
    case 'litigationDirect':
      return [...early(chosen, disputed), ...suedAtOnce(chosen, disputed, calendar)]
    case 'litigationAfterReconsideration':
      return [suedAfter(chosen, disputed, calendar)]
  }
}

const hint = (say: string, by: Citation, doubtful = false): OpeningHint => ({ say, cite: cite(by), doubtful })

const REGISTERED_ALL_THE_SAME = '收到通知就要登记、按期提交答复；是否受理、是否过早由复议机关、法院决定，请在答复中说明。'

/** The notice came before the reply was due: it may be premature, or be about something else than silence. It is registered all the same. */
function early({ on }: Chosen, { open, replyDue }: Disputed): OpeningHint[] {
  switch (open) {
    case null:
      return []
    case 'confirmation':
      return [
        hint(
          `申请还没有登记收到之日，答复期限没有起算，对方可能认为已经逾期。请核对联系、确认的经过，尽快“确认收到”。${REGISTERED_ALL_THE_SAME}`,
          reg('31'),
          true,
        ),
      ]
    case 'requester':
      if (replyDue === null || (on && on <= replyDue))
        return [hint(`正等待申请人补正、说明理由或者缴费，还没有作出答复。${REGISTERED_ALL_THE_SAME}`, arl('48'), true)]
      return []
    case 'reply':
      if (!on || (replyDue && on > replyDue)) return []
      return [
        hint(
          `还没有作出答复，答复期限${replyDue ? `到${chineseDate(replyDue)}才届满` : '还没有届满'}：可能提出过早，也可能针对延长答复期限、补正等告知。${REGISTERED_ALL_THE_SAME}`,
          arl('48'),
          true,
        ),
      ]
  }
}

/** “15日内，至2026年4月16日”; without the day where none is known, or the calendar does not reach it. */
function within(limit: OversightLimit, from: LocalDate | null, calendar: Calendar): string {
  const version = from ? OVERSIGHT_LIMITS[limit].on(from) : OVERSIGHT_LIMITS[limit].versions.at(-1)
  if (!version) return '法定期限内'
  const at = from ?? version.from
  const due = from && oversightDue(calendar, limit, from).due
  return `${lengthWords(limit, at)}内${due ? `，至${chineseDate(due)}` : ''}`
}

const DEED = { reconsideration: '申请行政复议', litigation: '起诉' } as const

/** The limit against the decision itself, or against the silence. */
function against(
  { claimant }: Chosen,
  { decidedOn, receivedOn, replyDue }: Disputed,
  limit: 'reconsideration' | 'litigation',
  calendar: Calendar,
): OpeningHint {
  const by = limit === 'litigation' ? apl('46') : arl('20')
  if (claimant === 'thirdParty')
    return hint(`第三方应当自知道或者应当知道这份答复之日起${within(limit, null, calendar)}${DEED[limit]}。`, by)
  if (!decidedOn) {
    const silence = limit === 'litigation' ? whole('aplInterpretation') : arl('20')
    const from = replyDue ? `（${chineseDate(replyDue)}）` : ''
    return hint(
      `逾期没有答复的，对方应当自答复期限届满${from}之日起${within(limit, replyDue, calendar)}${DEED[limit]}。`,
      silence,
    )
  }
  if (!receivedOn)
    return hint(`对方应当自收到答复之日起${within(limit, null, calendar)}${DEED[limit]}；登记送达之后才能算出最后一日。`, by)
  return hint(`对方应当自收到答复（${chineseDate(receivedOn)}）之日起${within(limit, receivedOn, calendar)}${DEED[limit]}。`, by)
}

/** A third party disputes what is disclosed: ARL 23.1(4) is about what is not. */
function suedAtOnce(chosen: Chosen, disputed: Disputed, calendar: Calendar): OpeningHint[] {
  const first = chosen.claimant === 'thirdParty' ? 'no' : disputed.first
  const direct = against(chosen, disputed, 'litigation', calendar)
  // Whether silence is a failure to perform a duty (ARL 23.1(3)) is read in two ways: both are taken down.
  if (!disputed.decidedOn && chosen.claimant === 'requester') return [direct]
  if (first === 'no') return [hint('可以直接起诉，不须先申请行政复议。', apl('44')), direct]
  const must = arl('23.1(4)')
  if (first === 'part')
    return [hint('不予公开的内容依法应当先申请行政复议，其他内容可以直接起诉；请看起诉状诉的是哪一部分。', must, true), direct]
  return [
    hint(
      '这份答复不予公开，依法应当先申请行政复议，对复议决定不服的才能起诉。已经复议的，改选“复议后起诉”；没有复议的，是否受理由法院决定，请在答辩状中说明。',
      must,
      true,
    ),
  ]
}

function suedAfter(chosen: Chosen, disputed: Disputed, calendar: Calendar): OpeningHint {
  const { after = 'decided', endedOn } = chosen
  const known = endedOn ? `（${chineseDate(endedOn)}）` : ''
  switch (after) {
    case 'decided':
      return hint(
        `对方应当自收到行政复议决定书之日起${within('litigationAfterReconsideration', null, calendar)}起诉；对方收到的日期看起诉状所附的复议材料。`,
        apl('45'),
      )
    case 'undecided':
      return hint(
        `对方可以自复议期限届满${known}之日起${within('litigationIfUndecided', endedOn ?? null, calendar)}起诉。`,
        apl('45'),
      )
    case 'notAccepted':
      return disputed.first === 'no' || chosen.claimant === 'thirdParty'
        ? against(chosen, disputed, 'litigation', calendar)
        : hint(
            `依法须先复议而不予受理的，对方可以自收到该决定${known}之日起${within('litigationIfNotAccepted', endedOn ?? null, calendar)}起诉。`,
            arl('34'),
          )
  }
}
