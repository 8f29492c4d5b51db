/**
 * 能办什么、不能办什么、为什么: for each kind of act, allowed now, or the refusal that says why not and what to do. Pure, so
 * that the office guards with it, the console greys with it, and both say the same.
 */
import { addWorkingDays, type Calendar } from '../../law/calendar.ts'
import type { LocalDate } from '../../law/date.ts'
import type { Refusal } from '../../law/refusal.ts'
import type { Actor, Target, Verb } from '../people/roles.ts'
import { permitted } from '../people/roles.ts'
import { ACT_WORDS, type ActKind } from './acts.ts'
import { type Check, no, notInFuture, type Situation } from './checks.ts'
import { ARCHIVE_CHECKS, archivedAlready } from './checks-archive.ts'
import { CLOSING_CHECKS } from './checks-closing.ts'
import { COURSE_CHECKS } from './checks-course.ts'
import { INTAKE_CHECKS } from './checks-intake.ts'

/** What a deed on a case needs: which verb of the permission table stands behind each kind of act. */
export const VERB_OF_ACT: Record<ActKind, Verb> = {
  submitted: 'requests.register',
  contacted: 'requests.confirmReceipt',
  received: 'requests.confirmReceipt',
  split: 'requests.register',
  'correction-asked': 'requests.askCorrection',
  'correction-received': 'requests.recordCorrection',
  'correction-lapsed': 'requests.recordCorrection',
  'reasons-asked': 'requests.askCorrection',
  'reasons-given': 'requests.recordCorrection',
  deferred: 'requests.extend',
  'third-party-asked': 'requests.consult',
  'third-party-answered': 'requests.consult',
  'agency-asked': 'requests.consult',
  'agency-answered': 'requests.consult',
  'fee-noticed': 'requests.fee',
  'fee-waived': 'requests.fee',
  'fee-paid': 'requests.fee',
  'fee-lapsed': 'requests.fee',
  'notice-received': 'requests.serve',
  dispatched: 'requests.serve',
  'mail-returned': 'requests.serve',
  'notice-published': 'requests.serve',
  extended: 'requests.extend',
  searched: 'requests.search',
  'reply-reviewed': 'requests.review',
  'reply-approved': 'requests.approveReply',
  replied: 'requests.reply',
  served: 'requests.serve',
  withdrawn: 'requests.withdraw',
  annulled: 'requests.annul',
  reopened: 'requests.dispute',
  disputed: 'requests.dispute',
  archived: 'archive.close',
  'archive-transferred': 'archive.transfer',
}

const CHECKS: Record<ActKind, Check[]> = { ...INTAKE_CHECKS, ...COURSE_CHECKS, ...CLOSING_CHECKS, ...ARCHIVE_CHECKS }

/** The first reason against the act on that day, or null. */
export function refusalFor(kind: ActKind, situation: Situation): Refusal | null {
  for (const check of [archivedAlready(kind), ...CHECKS[kind], notInFuture]) {
    const refusal = check(situation)
    if (refusal) return refusal
  }
  return null
}

export type May = { allowed: true } | { allowed: false; refusal: Refusal }

/** For every kind of act: may this actor do it today? */
export function may(situation: Situation, actor: Actor, target: Target): Record<ActKind, May> {
  const answers = (Object.keys(CHECKS) as ActKind[]).map((kind): [ActKind, May] => {
    if (!permitted(actor, VERB_OF_ACT[kind], target))
      return [
        kind,
        { allowed: false, refusal: no('not-permitted', `您的角色不能办理“${ACT_WORDS[kind]}”。`, '请由有权限的同事办理。') },
      ]
    const refusal = refusalFor(kind, situation)
    return [kind, refusal ? { allowed: false, refusal } : { allowed: true }]
  })
  return Object.fromEntries(answers) as Record<ActKind, May>
}

/** 建议补正期限: the last day of `workingDays` after the notice; null when the calendar does not reach that far. */
export function suggestedCorrectionEnd(calendar: Calendar, noticedOn: LocalDate, workingDays: number): LocalDate | null {
  return addWorkingDays(calendar, noticedOn, workingDays).date
}
