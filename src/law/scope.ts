/**
 * 适用范围 — Reg. 27, 54, 55: who answers requests under the Regulation. Organs, and organisations that a law or regulation
 * authorises to manage public affairs, do (54); public enterprises and institutions such as schools follow their sector's rules
 * (55): they answer consultations, and a breach is complained of to the competent department.
 */
import type { Citation } from './cite.ts'
import { reg } from './cite.ts'
import type { Refusal } from './refusal.ts'

export type DisclosureRegime = 'art54' | 'art55'

export interface RegimeRule {
  readonly zh: string
  readonly by: Citation
  /** Answers requests under Chapter 四, within its limits, and counts them in table 三 of its report. */
  readonly answersRequests: boolean
}

export const REGIME_TABLE: Record<DisclosureRegime, RegimeRule> = {
  art54: { zh: '行政机关和法律、法规授权的具有管理公共事务职能的组织', by: reg('54'), answersRequests: true },
  art55: { zh: '公共企事业单位', by: reg('55'), answersRequests: false },
}

/** Why a request under the Regulation can not be put to this body, or null where it can. */
export function requestRefusal(regime: DisclosureRegime): Refusal | null {
  const { answersRequests, by } = REGIME_TABLE[regime]
  if (answersRequests) return null
  return {
    code: 'not-an-agency-of-record',
    say: '学校等公共企事业单位的信息公开，依照国务院有关主管部门的规定执行，不适用依申请公开程序。',
    then: '可以向该单位提出信息公开咨询；认为其未依法公开的，可以向主管部门申诉。',
    cite: by,
  }
}
