/** 交寄、公告 as the letters themselves have it: the acts alone do not tell which letters they made, nor how far each has come. */
import type { LocalDate } from '../../law/date.ts'
import type { ActKind } from './acts.ts'
import type { RequestCase } from './case.ts'
import { no } from './checks.ts'
import type { May } from './may.ts'
import { type LetterRef, isSettled, needsService, serviceOf } from './service.ts'
import type { LetterRow } from './view.ts'

/** What `may` allows, without a posting of letters that are all on their way and a notice of what has arrived. */
export function maySend(
  may: Record<ActKind, May>,
  folded: RequestCase,
  letters: readonly (LetterRef & Pick<LetterRow, 'addressedTo'>)[],
  today: LocalDate,
): Record<ActKind, May> {
  const open = letters
    .filter(({ code, addressedTo }) => addressedTo !== 'file' && needsService(code))
    .map((letter) => ({ ...letter, service: serviceOf(folded, letter, today) }))
  const toPost = open.some(({ service: { state } }) => state === 'unsent' || state === 'returned')
  const toPublish = open.some(
    ({ addressedTo, service: { state, notice } }) => addressedTo !== 'agency' && !notice && !isSettled(state),
  )
  return {
    ...may,
    ...(may.dispatched.allowed && !toPost && { dispatched: { allowed: false, refusal: ALL_POSTED } }),
    ...(may['notice-published'].allowed && !toPublish && { 'notice-published': { allowed: false, refusal: NONE_TO_PUBLISH } }),
  }
}

const ALL_POSTED = no(
  'already-done',
  '需要送达的文书都已经寄出、公告或者送达。',
  '签收了登记送达，退回了先“登记退回”再寄；邮件号码抄错的，在“送达”一栏更正。',
)
const NONE_TO_PUBLISH = no('already-done', '没有可以公告送达的文书。', '已经公告的，期满后登记送达；给机关的函不用公告送达。')
