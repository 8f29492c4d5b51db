/** 签发授权: the head lets a deputy release what is to be public, of named kinds, from a day to a day, in writing. */
import { chineseDate, type LocalDate } from '../../law/date.ts'
import { columnWords } from '../../law/publication/columns.ts'
import { RESERVED, reservedForHead } from '../../law/publication/reserved.ts'
import { type Refusal, type Result, ok, refused } from '../../law/refusal.ts'
import type { EditionContent } from './edition.ts'

export interface ReleaseDelegation {
  id: string
  /** 栏目 that it covers. */
  columns: string[]
  from: LocalDate
  to: LocalDate
  /** 文号 or name of the paper. */
  document: string
  /** The last day on which it held, where it was taken back. */
  revokedOn: LocalDate | null
}

/** One as the page lists it. */
export interface ReleaseDelegationRow extends ReleaseDelegation {
  officer: string
  grantedBy: string
  revokedBecause: string
  /** The scanned paper is kept. */
  paper: boolean
  standing: DelegationStanding
}

export interface ReleaseDelegationsView {
  rows: ReleaseDelegationRow[]
  /** Deputy heads, to whom the head may give one. */
  deputies: { id: string; name: string }[]
  /** What may be delegated at all. */
  columns: { key: string; name: string }[]
  mayDelegate: boolean
}

export const DELEGATION_STANDINGS = ['inForce', 'ahead', 'over', 'revoked'] as const
export type DelegationStanding = (typeof DELEGATION_STANDINGS)[number]

export const DELEGATION_STANDING_WORDS: Record<DelegationStanding, string> = {
  inForce: '有效',
  ahead: '还没有开始',
  over: '已经到期',
  revoked: '已经撤销',
}

export function standingOn(
  { from, to, revokedOn }: Pick<ReleaseDelegation, 'from' | 'to' | 'revokedOn'>,
  today: LocalDate,
): DelegationStanding {
  if (revokedOn !== null && revokedOn <= today) return 'revoked'
  if (today < from) return 'ahead'
  return today > to ? 'over' : 'inForce'
}

/** As the record of a release names it. */
export function delegationWords({ document, from, to }: Pick<ReleaseDelegation, 'document' | 'from' | 'to'>): string {
  return `${document}（${chineseDate(from)}至${chineseDate(to)}）`
}

const THEN = '请由单位主要负责人签发，或者由其先在“授权与代理”作出书面授权。'

type Released = Pick<EditionContent, 'column' | 'attribute' | 'normative' | 'dutyKey'>

function reservedOf(content: Released) {
  return reservedForHead({ ...content, major: content.dutyKey.startsWith('matter.') })
}

/** Only the head in person may release it. */
export function isReserved(content: Released): boolean {
  return reservedOf(content) !== null
}

/** By which delegation of those given to one officer an item may be released today; the reason where by none. */
export function delegationFor(
  given: readonly ReleaseDelegation[],
  content: Released,
  today: LocalDate,
): Result<ReleaseDelegation> {
  const reserved = reservedOf(content)
  if (reserved) {
    const { zh, by } = RESERVED[reserved]
    return refused(no(`${zh}由单位主要负责人本人签发，不能授权。`, '请由单位主要负责人签发。', by))
  }
  const column = columnWords(content.column) ?? '未选栏目'
  const covering = given.filter(({ columns }) => columns.includes(content.column))
  const holds = covering.find((one) => standingOn(one, today) === 'inForce')
  if (holds) return ok(holds)
  const last = covering.toSorted((a, b) => endOf(a).localeCompare(endOf(b))).at(-1)
  if (!last) {
    const say = given.some((one) => standingOn(one, today) === 'inForce')
      ? `您的授权不包括“${column}”栏目。`
      : `您没有单位主要负责人对“${column}”栏目的书面授权，不能签发。`
    return refused(no(say, THEN))
  }
  return refused(no(`授权“${last.document}”${whyNotNow(last, today)}，不能据以签发。`, THEN))
}

function endOf({ to, revokedOn }: ReleaseDelegation): LocalDate {
  return revokedOn !== null && revokedOn < to ? revokedOn : to
}

function whyNotNow({ from, to, revokedOn }: ReleaseDelegation, today: LocalDate): string {
  if (revokedOn !== null && revokedOn <= today) return `已于${chineseDate(revokedOn)}撤销`
  return today < from ? `自${chineseDate(from)}起才有效` : `已于${chineseDate(to)}到期`
}

function no(say: string, then: string, by?: Refusal['cite']): Refusal {
  return { code: 'delegation-needed', say, then, ...(by ? { cite: by } : {}) }
}
