/** What a screen shows of a request: built by the office, read by the console. No personal data that is not masked. */
import type { LocalDate } from '../../law/date.ts'
import type { ClockAnswer, ClockLimit } from '../../law/requests/clock-types.ts'
import type { IntakeChannel, Limit, Outcome, Phase, RequesterKind } from '../../law/requests/vocabulary.ts'
import type { Refusal } from '../../law/refusal.ts'
import type { Letter, LetterCode } from '../letters/model.ts'
import type { Requester, RequestContent } from '../people/requester.ts'
import type { Colleague } from '../people/view.ts'
import type { Act, ActKind } from './acts.ts'
import type { Consultation } from './case.ts'
import type { EvidenceKind } from './evidence.ts'
import type { May } from './may.ts'
import type { ReplyContent } from './reply.ts'
import type { remediesWaitFor } from './reply-grounds.ts'
import type { RibbonWeek } from './ribbon.ts'
import type { SendingStage } from './sending.ts'
import type { ShownStep } from './shown-steps.ts'

/** How far away a due day is, in words that never rely on colour. */
export interface DaysLeft {
  /** Working days left; negative when past; null when paused, closed or not computable. */
  workingDays: number | null
  /** 还剩 3 个工作日 / 今天到期 / 已超期 1 个工作日 / 中止计算 / 待日历 */
  words: string
  tone: 'calm' | 'soon' | 'late' | 'paused' | 'done' | 'unknown'
}

export interface RequestRow {
  id: string
  number: string
  subject: string
  requesterKind: RequesterKind
  /** Masked. */
  requesterName: string
  via: IntakeChannel
  phase: Phase
  submittedOn: LocalDate
  receivedOn: LocalDate | null
  dueOn: LocalDate | null
  provisional: boolean
  nextLimit: Limit | null
  nextDueOn: LocalDate | null
  left: DaysLeft
  outcome: Outcome | null
  closedOn: LocalDate | null
  sectionName: string | null
  officerName: string | null
}

/** One thing to do (待办): which case, what, by when and why. */
export interface TaskRow {
  /** null: a matter of amendment, which has no request. */
  caseId: string | null
  /** The dispute that asks for it, where it is not the request itself. */
  disputeId?: string
  amendmentId?: string
  /** Something that is to be published: no case at all. */
  dutyKey?: string
  /** A text on its way to publication. */
  editionId?: string
  /** An objection to a 公示, or the 公示 itself. */
  objectionId?: string
  publicityId?: string
  /** What was found in what is published. */
  stock?: true
  number: string
  subject: string
  /** 要办什么, e.g. 确认收到、答复、审批答复稿 */
  what: string
  /** 为什么 with its article */
  why: string
  /** Others have to act first: shown so that this person knows what is coming, and counted as no task. */
  notYet?: true
  /** Of what was decided and has not arrived. */
  sending?: SendingStage
  dueOn: LocalDate | null
  left: DaysLeft
}

export interface ActView {
  seq: number
  kind: ActKind
  on: LocalDate
  words: string
  /** One line of detail: items asked, working days, party, amount … */
  detail: string
  /** What a correction asks for, as it was written: opened with the case. */
  written: string | null
  recordedAt: string
  actorName: string
  annulled: boolean
  act: Act
}

export interface LetterRow {
  id: string
  code: LetterCode
  title: string
  number: string
  issuedOn: LocalDate
  addressedTo: 'requester' | 'thirdParty' | 'agency' | 'file'
  /** Which act made it. */
  actSeq: number | null
}

export interface FileRow {
  id: string
  /** SHA-256 of the content: acts name evidence by it. */
  hash: string
  name: string
  mediaType: string
  size: number
  purpose: string
  /** Papers with identity numbers are opened by those who may see the requester's own data. */
  mayOpen: boolean
  /** As what it was filed before, oldest first. */
  formerly: { kind: string; on: LocalDate; by: string }[]
  /** As what this person may file it instead. */
  otherKinds: EvidenceKind[]
}

export interface DraftView {
  version: number
  state: 'draft' | 'submitted' | 'returned' | 'approved'
  digest: string
  content: ReplyContent
  returnedBecause: string | null
  updatedBy: string
  updatedAt: string
  /** Of a draft that was submitted: which reviews are outstanding before it can be approved. */
  unreviewed: Refusal[]
  /** The same by name: 合法性审查（某某）. Empty where none is outstanding. */
  awaits: string
}

export interface CaseView {
  id: string
  number: string
  agencyName: string
  subject: string
  via: IntakeChannel
  /** Masked; opened by the unmask endpoint, which is recorded. */
  requester: Requester
  content: RequestContent
  /** 来件号 of a registered or express letter: as last noted, by whom, and what was noted before. */
  incomingMail: { number: string; on: LocalDate; by: string; formerly: string[] } | null
  mayNoteIncomingMail: boolean
  /** What is asked for since the correction; null where that has not changed. */
  corrected: string | null
  /** What the requester wrote after the period for the correction, while the office has not decided on it. */
  lateCorrection: string | null
  phase: Phase
  receivedOn: LocalDate | null
  submittedOn: LocalDate
  closedOn: LocalDate | null
  outcome: Outcome | null
  clock: ClockAnswer
  /** As shown: a count that was broken off ends where it ended. */
  clockSteps: ShownStep[]
  left: DaysLeft
  /** How far the decision has got; null where there is none, or it has arrived. */
  sending: SendingStage | null
  limits: ClockLimit[]
  ribbon: RibbonWeek[]
  acts: ActView[]
  consultations: Consultation[]
  letters: LetterRow[]
  /** What letters said before a change of the calendar rewrote them: read, never sent. */
  formerLetters: LetterRow[]
  files: FileRow[]
  notes: { id: string; officerName: string; writtenAt: string; text: string }[]
  draft: DraftView | null
  /** The head may approve; without this role the console shows who may. */
  approvers: string[]
  may: Record<ActKind, May>
  mayDraft: May
  mayUnmask: boolean
  mayNote: boolean
  mayAttach: boolean
  /** As what the actor may file papers. */
  evidenceKinds: EvidenceKind[]
  mayAssign: boolean
  /** How many acts this view reflects: sent back with every act as `seen`. */
  version: number
  section: { id: string; name: string } | null
  officer: { id: string; name: string } | null
  sections: { id: string; name: string }[]
  officers: Colleague[]
  today: LocalDate
}

/** The composer's answer to a reply content: the letter as it will print, what is missing, and what the report will count. */
export interface ReplyPreview {
  /** What this is the preview of: while the next one is on its way, the former must not stand beside another outcome. */
  outcome: Outcome
  letter: Letter | null
  refusals: Refusal[]
  /** Table 三: the row and column this reply will add one to. */
  cell: { row: string; rowWords: string; column: string; columnWords: string } | null
  cite: string
  remedies: string[]
  /** What the remedies, and with items not all answered the rest too, still depend on. */
  waitsFor: ReturnType<typeof remediesWaitFor>
  /** Texts cited that the library does not hold: nobody has checked whether they are in force. */
  unchecked: string[]
  /** The requester wrote in Tibetan: once issued, the letter goes to the translators. */
  translated: boolean
  digest: string
}
