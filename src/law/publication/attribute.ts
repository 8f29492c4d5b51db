/**
 * 公开属性 — decided when a document is drafted (国办发〔2016〕80号): 主动公开, 依申请公开 or 不予公开; what is not published says on which
 * ground (Reg. 14–16) and is looked at again (Reg. 18). With it, for whom, and 五公开: which stage of a matter it belongs to.
 */
import { type Citation, reg, whole } from '../cite.ts'
import { addMonths, type LocalDate } from '../date.ts'
import { GROUNDS, type Ground } from '../withholding.ts'

export const ATTRIBUTES = ['proactive', 'onRequest', 'withheld'] as const
export type Attribute = (typeof ATTRIBUTES)[number]

export const ATTRIBUTE_WORDS: Record<Attribute, string> = {
  proactive: '主动公开',
  onRequest: '依申请公开',
  withheld: '不予公开',
}

export const ATTRIBUTE_BY: Citation = whole('opennessRules')

/** 公开对象: staff stands for what only the agency's own people read (公车使用、机关财务、人事任免). */
export const AUDIENCES = ['society', 'staff'] as const
export type Audience = (typeof AUDIENCES)[number]

export const AUDIENCE_WORDS: Record<Audience, string> = { society: '全社会', staff: '本单位工作人员' }

/** 五公开, in the order in which a matter goes through them. */
export const STAGES = ['decision', 'execution', 'management', 'service', 'result'] as const
export type Stage = (typeof STAGES)[number]

export const STAGE_WORDS: Record<Stage, string> = {
  decision: '决策',
  execution: '执行',
  management: '管理',
  service: '服务',
  result: '结果',
}

/** Reg. 18 asks for 定期 and names no interval: a year, by our choice, where the agency sets no other. */
export const REREVIEW_MONTHS = 12
export const REREVIEW_BY = reg('18')

export function rereviewOn(decidedOn: LocalDate): LocalDate {
  return addMonths(decidedOn, REREVIEW_MONTHS)
}

export interface AttributeChoice {
  attribute: Attribute
  ground: Ground | null
  /** Why it is not published by the agency itself, or for whom only. */
  reason: string
}

export interface AttributeFault {
  field: 'ground' | 'reason'
  say: string
  then: string
  by: Citation
}

/** 不予公开 needs a ground of Arts 14–16, 依申请公开 a reason; what is published has neither. */
export function attributeFaults({ attribute, ground, reason }: AttributeChoice): AttributeFault[] {
  const faults: AttributeFault[] = []
  if (attribute === 'withheld' && (ground === null || !GROUNDS.includes(ground)))
    faults.push({
      field: 'ground',
      say: '不予公开没有选择理由。',
      then: '请从条例第十四条至第十六条的理由中选择一项。',
      by: reg('14'),
    })
  if (attribute !== 'proactive' && reason.trim().length < 4)
    faults.push({
      field: 'reason',
      say: `${ATTRIBUTE_WORDS[attribute]}没有写明依据和理由。`,
      then: '请写明为什么不主动公开，审核时要看。',
      by: ATTRIBUTE_BY,
    })
  return faults
}
