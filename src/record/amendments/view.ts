/** 更正事项 as the console shows it. */
import type { LocalDate } from '../../law/date.ts'
import type { Refusal } from '../../law/refusal.ts'
import type { Retention } from '../../law/requests/retention.ts'
import type { IntakeChannel } from '../../law/requests/vocabulary.ts'
import type { BesideCalendarMove } from '../calendar/view.ts'
import type { Letter } from '../letters/model.ts'
import type { Requester } from '../people/requester.ts'
import type { AmendmentActKind, AmendmentState } from './fold.ts'
import type { AmendmentContent, AmendmentDecision, AmendmentPaper, AmendmentResult } from './model.ts'

export interface AmendmentRow {
  id: string
  number: string
  subject: string
  receivedOn: LocalDate
  state: AmendmentState
  result: AmendmentResult | null
  decidedOn: LocalDate | null
  servedOn: LocalDate | null
  withdrawnOn: LocalDate | null
}

export interface AmendmentActView {
  seq: number
  kind: AmendmentActKind
  on: LocalDate
  words: string
  /** What was decided, why it was given back, how it was served. */
  detail: string
  actorName: string
  recordedAt: string
}

export interface AmendmentView extends AmendmentRow {
  /** How many acts: a deed says which it saw. */
  version: number
  /** Masked. */
  requester: Requester
  via: IntakeChannel
  content: AmendmentContent
  /** The request for information that it was converted from. */
  fromCase: { id: string; number: string } | null
  /** 内部办理目标: the law sets no limit; the agency's reading does. */
  targetOn: LocalDate | null
  /** The draft of the decision that waits for approval, or came back. */
  proposal: { decision: AmendmentDecision; by: string; on: LocalDate; returnedBecause: string | null } | null
  acts: AmendmentActView[]
  /** The target as a change of the calendar has moved it. */
  calendarMoves: BesideCalendarMove[]
  /** What was brought; names are shown to those who may open them. */
  files: AmendmentFileRow[]
  /** Whether the person may file papers, and see who asks in full. */
  mayFile: boolean
  /** The letter that is under way; null where none is. */
  posted: { on: LocalDate; mailNumber: string } | null
  /** 拟稿、登记证据、送达. */
  mayHandle: boolean
  /** null: not one of this person's tasks. A refusal: it is, but not this one or not today. */
  mayApprove: { refusal: Refusal | null } | null
  volume: {
    number: string
    retention: Retention
    dueOn: LocalDate | null
    transferred: { on: LocalDate; to: string } | null
  } | null
  /** What the agency's table says, before it is archived. */
  retention: Retention
  /** null: not this person's to do, or nothing ended yet. A refusal: what stands in the way. */
  mayArchive: { refusal: Refusal | null } | null
  mayTransfer: boolean
  /** Personal data are gone since this day. */
  erasedOn: LocalDate | null
  /** Who may approve. */
  approvers: string[]
  today: LocalDate
}

export interface AmendmentFileRow {
  id: string
  name: string
  purpose: AmendmentPaper
  size: number
  mayOpen: boolean
}

/** 预览: the letter as it will print but for the name, and what is wrong with the decision. */
export interface AmendmentPreview {
  letter: Letter | null
  refusals: Refusal[]
}
