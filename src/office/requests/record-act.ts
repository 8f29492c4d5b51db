/** One door for the acts of the simple path: each kind has its own decision, in the file that carries its name. */
import { chineseDate } from '../../law/date.ts'
import { type Refusal, type Result, ok, refused } from '../../law/refusal.ts'
import { clockRefusals } from '../../law/requests/clock.ts'
import type { Actor } from '../../record/people/roles.ts'
import { type Act, type ActKind, isClockAct } from '../../record/requests/acts.ts'
import { VERB_OF_ACT } from '../../record/requests/may.ts'
import type { OfficeContext } from '../context.ts'
import { askForCorrection, letCorrectionLapse, receiveCorrection } from './ask-for-correction.ts'
import { askForReasons, deferReply } from './ask-for-reasons.ts'
import { confirmReceipt } from './confirm-receipt.ts'
import type { Deciding, Recording } from './deciding.ts'
import { consultAgency, consultThirdParty, hearAgency, hearThirdParty } from './consult.ts'
import { dispatchLetter, publishNotice, returnMail } from './dispatch-letter.ts'
import { extendReply } from './extend-reply.ts'
import { letFeeLapse, noticeFee } from './notice-fee.ts'
import { guard, perform } from './perform.ts'
import { noteDispute } from './outside-dispute.ts'
import { recordSearch } from './record-search.ts'
import { noteArrival, recordService } from './record-service.ts'
import { reopenCase } from './reopen-case.ts'
import { withdrawRequest } from './withdraw-request.ts'
import { annulAct } from './annul-act.ts'

/** An act that needs no letter and no further thought: the guard has said all. */
function plainly<K extends ActKind>(): Deciding<K> {
  return (_ctx, _matter, act) => ok({ acts: [act as Act] })
}

/** Review, approval, reply, archiving and transfer have verbs of their own. A case is opened by registering it. */
type Recorded = Exclude<
  ActKind,
  'submitted' | 'split' | 'reply-reviewed' | 'reply-approved' | 'replied' | 'archived' | 'archive-transferred'
>

const DECISIONS: { [K in Recorded]: Deciding<K> } = {
  contacted: plainly(),
  received: confirmReceipt,
  'correction-asked': askForCorrection,
  'correction-received': receiveCorrection,
  'correction-lapsed': letCorrectionLapse,
  'reasons-asked': askForReasons,
  'reasons-given': plainly(),
  deferred: deferReply,
  'third-party-asked': consultThirdParty,
  'third-party-answered': hearThirdParty,
  'agency-asked': consultAgency,
  'agency-answered': hearAgency,
  'fee-noticed': noticeFee,
  'fee-waived': plainly(),
  'fee-paid': plainly(),
  'fee-lapsed': letFeeLapse,
  'notice-received': noteArrival,
  dispatched: dispatchLetter,
  'mail-returned': returnMail,
  'notice-published': publishNotice,
  extended: extendReply,
  searched: recordSearch,
  served: recordService,
  withdrawn: withdrawRequest,
  annulled: annulAct,
  reopened: reopenCase,
  disputed: noteDispute,
}

function isRecorded(act: Act): act is Extract<Act, { kind: Recorded }> {
  return act.kind in DECISIONS
}

export function recordAct(ctx: OfficeContext, actor: Actor, recording: Recording): Promise<Result<{ caseId: string }>> {
  const { act } = recording
  return perform(ctx, actor, { ...recording, on: act.on }, VERB_OF_ACT[act.kind], (matter) => {
    if (!isRecorded(act))
      return refused({
        code: 'field-invalid',
        say: '此事项不在这里登记。',
        then: '审查、审批和答复请从答复稿办理；归档、移交请从“归档”办理；新的申请请从“登记申请”办理；拆分请从“收件情况”办理。',
      })
    const guarded = guard(matter, act.kind, act.on)
    if (!guarded.ok) return guarded
    const impossible = arrivalFault(act)
    if (impossible) return refused(impossible)
    const tooEarly = isClockAct(act) ? clockRefusals([act], matter.setting.readings) : []
    if (tooEarly.length > 0) return refused(...tooEarly.map((fault) => ({ ...fault, field: 'on' })))
    return (DECISIONS[act.kind] as Deciding<typeof act.kind>)(ctx, matter, act as never, recording)
  })
}

/** A letter can't arrive before it was sent: with such a day others' fifteen or twenty working days would be cut short. */
function arrivalFault(act: Act): Refusal | null {
  const field = 'letterReceived' in act ? 'letterReceived' : 'noticeReceived'
  const arrived = 'letterReceived' in act ? act.letterReceived : 'noticeReceived' in act ? act.noticeReceived : undefined
  if (!arrived || arrived >= act.on) return null
  return {
    code: 'date-before-cause',
    say: '对方收到文书的日期早于发出日期。',
    then: `请填写${chineseDate(act.on)}或之后的日期；尚未收到的先不填，收到后再登记。`,
    field,
  }
}
