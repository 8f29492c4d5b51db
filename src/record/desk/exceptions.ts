/** 例外 in words: what is the matter, what to do next, and the law behind it. One row per kind, so that the queue teaches. */
import { apl, arl, cite, reg, whole } from '../../law/cite.ts'
import type { LocalDate } from '../../law/date.ts'
import { DISPUTE_WARNING_KINDS } from '../disputes/warnings.ts'
import { WATCH_KINDS } from './watches.ts'

/** Those of the cases; of the sections' days and of the drafts, which are rows and no acts; of the dispute files; of what is published. */
export const EXCEPTION_KINDS = [
  ...WATCH_KINDS,
  'sectionLate',
  'reviewWaiting',
  'approvalWaiting',
  'draftReturned',
  'approvedUnsent',
  ...DISPUTE_WARNING_KINDS,
  'objectionLate',
  'stockGrave',
] as const
export type ExceptionKind = (typeof EXCEPTION_KINDS)[number]

/** Those that stand in no case: the register can't be narrowed to them. */
export const OUTSIDE_CASES: readonly ExceptionKind[] = ['objectionLate', 'stockGrave']

export interface ExceptionRow {
  kind: ExceptionKind
  /** null of a dispute over a matter of amendment, and of what has no case. */
  caseId: string | null
  number: string
  subject: string
  /** Whose letter or answer it is about. */
  party: string | null
  since: LocalDate
  /** 等谁: of a draft, which review waits for whom, or who approves. */
  waitsFor?: string
  /** Of a dispute file: which one, and the last day where it is about a limit. */
  dispute?: { id: string; due: LocalDate | null }
  /** Of an objection to a 公示. */
  objectionId?: string
  /** The published document in which something was found that may not stay. */
  stockOf?: string
}

export interface ExceptionRule {
  what: string
  /** What to do next. */
  then: string
  why: string
  /** A limit of the law is past, or passes if nobody acts today. */
  grave: boolean
}

export const EXCEPTION_TABLE: Record<ExceptionKind, ExceptionRule> = {
  replyOverdue: {
    what: '答复已超期',
    then: '立即答复，并如实说明逾期；不得再补办延长。',
    why: cite(reg('33.2')),
    grave: true,
  },
  confirmationOutstanding: {
    what: '收到之日仍未确认',
    then: '当天与申请人联系，登记“确认收到”；联系不上的，把联系经过记入备注。',
    why: cite(reg('31(3)')),
    grave: true,
  },
  correctionLapsed: {
    what: '补正期限已过，申请人没有补正',
    then: '没有正当理由的，登记“逾期不补正”，不再处理；已寄来补正的，登记收到之日。',
    why: cite(reg('30')),
    grave: false,
  },
  reasonsLapsed: {
    what: '说明理由的期限已过',
    then: '没有说明理由的，可以告知不予处理；收到说明的，先登记并判断是否合理。',
    why: cite(reg('35')),
    grave: false,
  },
  feeUnpaid: {
    what: '缴费期限已过，没有缴费',
    then: '核对是否到账；未缴的，登记“逾期未缴费”，不再处理。',
    why: cite(reg('42')),
    grave: false,
  },
  thirdPartySilent: {
    what: '第三方逾期没有提出意见',
    then: '由本机关依照条例决定是否公开，不必再等，也不能以其没有答复为由不予公开。',
    why: cite(reg('32')),
    grave: true,
  },
  coMakerSilent: {
    what: '共同制作机关逾期没有提出意见',
    then: '视为同意公开，继续办理答复。',
    why: cite(reg('34')),
    grave: true,
  },
  agencySilent: {
    what: '征询的机关没有答复，答复期限一直停着',
    then: '书面或者电话催一次并记入备注；仍不答复的，登记“其他机关答复意见”，选“没有答复，不再等待”，由本机关决定。',
    why: `${cite(reg('33.3'))}只扣除征求意见所需的时间，没有规定不答复怎样处理`,
    grave: true,
  },
  arrivalUnknown: {
    what: '文书寄出十天，对方何时收到还没有登记',
    then: '查询邮件，登记“对方收到文书”；退回的，改用其他方式再送。',
    why: '对方的期限自收到之日起算，不登记就无法计算',
    grave: false,
  },
  letterUnsent: {
    what: '告知书或者征求意见书作出三天，还没有寄出',
    then: '今天寄出或者当面交付，登记“交寄”；对方的期限自收到之日起算，没有寄出的不能计算。',
    why: cite(whole('serviceReply')),
    grave: false,
  },
  reasonsUnsent: {
    what: '说明理由告知书还没有发出',
    then: '发出后登记“交寄”；没有送到的，不能以申请人没有说明理由为由不予处理。',
    why: cite(reg('35')),
    grave: false,
  },
  extensionUnsent: {
    what: '延长答复期限的告知书还没有发出',
    then: '原期限届满之前发出并登记“交寄”，同意电子送达的提醒申请人打开；届满之后才告知的，延长不成立，按逾期办理。',
    why: cite(reg('33.2')),
    grave: true,
  },
  deferralUnsent: {
    what: '延迟答复告知书还没有发出',
    then: '原期限届满之前发出并登记“交寄”，同意电子送达的提醒申请人打开；届满之后才告知的，不延迟，按逾期办理。',
    why: cite(reg('35')),
    grave: true,
  },
  consultationUntold: {
    what: '征求意见的事还没有告知申请人',
    then: '把征求意见告知书寄给申请人，登记“交寄”；申请人据此知道答复期限为什么停着。',
    why: cite(reg('33.3')),
    grave: false,
  },
  disclosureUntold: {
    what: '决定公开，还没有书面告知不同意的第三方',
    then: '当天寄出决定公开告知书，登记“交寄”。',
    why: cite(reg('32')),
    grave: true,
  },
  mailReturned: {
    what: '邮件退回，还没有再次送达',
    then: '核对地址和电话后再寄一次或者当面送达，登记“交寄”；两次都送不到的，才可以公告送达。',
    why: cite(whole('serviceReply')),
    grave: true,
  },
  calendarMissing: {
    what: '缺少节假日安排，届满日算不出来',
    then: '请管理员载入国务院办公厅公布的放假安排；公布之前按最早可能的日期办理。',
    why: '期限按工作日计算',
    grave: false,
  },
  unsent: {
    what: '答复或者不再处理告知书作出七天，还没有寄出',
    then: '当天交邮或者当面交付，登记“交寄”；已经交给申请人的，直接登记“送达”。',
    why: cite(reg('33.2')),
    grave: true,
  },
  unserved: {
    what: '已寄出或者公告，还没有送达凭证',
    then: '查询邮件、取得签收凭证后登记“送达”；退回的，再次送达。',
    why: cite(whole('serviceReply')),
    grave: false,
  },
  unproven: {
    what: '已登记送达，但没有凭证',
    then: '补存回执、邮件查询单或者签收页；没有凭证的，诉讼中视为没有送达。',
    why: '复议、起诉期限自申请人收到之日起算，收到由本机关证明',
    grave: false,
  },
  disputePending: {
    what: '复议或者诉讼尚未审结',
    then: '在期限内提交书面答复和证据，审结后登记结果。',
    why: cite(arl('48')),
    grave: false,
  },
  sectionLate: {
    what: '科室已过内部时限，还没有交稿',
    then: '催办；仍办不了的，改分其他承办人，或者由公开工作机构拟写答复。',
    why: '内部时限由本机关定，过了内部时限，法定的答复期限照样计算',
    grave: false,
  },
  reviewWaiting: {
    what: '答复稿等待审查',
    then: '请下列审查人员审查，都通过之后才能审批；将到期的，电话提醒。',
    why: cite(reg('17')),
    grave: false,
  },
  approvalWaiting: {
    what: '答复稿审查已通过，等待审批',
    then: '请单位负责人审批；将到期的，电话提醒。',
    why: cite(reg('33.2')),
    grave: false,
  },
  draftReturned: {
    what: '答复稿被退回',
    then: '按退回意见修改后重新送审。',
    why: cite(reg('33.2')),
    grave: false,
  },
  approvedUnsent: {
    what: '答复已批准，还没有发出',
    then: '当天发出；发出之日决定是否按期答复。',
    why: cite(reg('33.2')),
    grave: true,
  },
  disputeAnswerDue: {
    what: '复议、诉讼、投诉的答复期限将到或者已过',
    then: '打开争议卷，提交书面答复、证据和依据后登记；复议、诉讼中逾期不提交的，视为没有证据。',
    why: `${cite(arl('48'))}、${cite(arl('70'))}、${cite(apl('67'))}`,
    grave: true,
  },
  appealEnding: {
    what: '一审裁判的上诉期限将到',
    then: '请负责人决定是否上诉；上诉的，在届满日前提交上诉状并登记“上诉”。',
    why: cite(apl('85')),
    grave: false,
  },
  disputeDutyDue: {
    what: '履行决定、裁判或者报告意见书落实情况的期限将到或者已过',
    then: '打开争议卷，按主文履行或者书面报告，办完登记。',
    why: `${cite(arl('77'))}、${cite(apl('94'))}`,
    grave: true,
  },
  objectionLate: {
    what: '对公示的异议过了答复期限',
    then: '打开异议，查证后拟写答复送审；期满时没有办结的，不能公布结果。',
    why: '答复期限由本机关定；公示是为了在决定之前听取意见',
    grave: false,
  },
  stockGrave: {
    what: '已公开的信息里有不能公开的内容',
    then: '打开“存量检查”，遮盖后另起一稿，或者先撤下。',
    why: `${cite(reg('15'))}、${cite(reg('17.2'))}`,
    grave: true,
  },
}
