/** 对公示的异议: how one is written, dealt with and shown. Who objects and what is said is never among what the public reads. */
import { z } from 'zod'
import { isLocalDate, type LocalDate } from '../../law/date.ts'
import {
  OBJECTION_FINDING_RULES,
  OBJECTION_FINDINGS,
  type ObjectionFinding,
  OBJECTION_WAYS,
  type ObjectionWay,
  OBJECTORS,
  type Objector,
  type PublicityKind,
} from '../../law/publication/publicity.ts'
import type { Refusal } from '../../law/refusal.ts'
import type { DaysLeft } from '../requests/view.ts'
import type { AfterPublicity, PublicityContact, PublicityState } from './publicity.ts'

const MOST_STATEMENT = 3000

/** What somebody says against what is shown. Name and contact may be left out: nothing demands them. */
export const objectionSchema = z.object({
  objector: z.enum(OBJECTORS, '请选择您的身份'),
  name: z.string().trim().max(60).default(''),
  contact: z.string().trim().max(120).default(''),
  /** 对谁、对哪一项 */
  about: z.string().trim().max(200),
  /** 事实和理由 */
  statement: z.string().trim().max(MOST_STATEMENT),
})
export type ObjectionText = z.infer<typeof objectionSchema>

/** What an objection lacks, each at its field. */
export function objectionFaults(text: { objector: string; about: string; statement: string }): Refusal[] {
  const missing = (field: keyof typeof text, what: string): Refusal[] =>
    text[field].trim() ? [] : [{ code: 'field-missing', say: `请填写${what}。`, then: '填写后再提交。', field }]
  const chosen = OBJECTORS.some((one) => one === text.objector)
  return [
    ...(chosen ? [] : [{ code: 'field-missing' as const, say: '没有选择您的身份。', then: '请选择一项。', field: 'objector' }]),
    ...missing('about', '对谁、对哪一项有异议'),
    ...missing('statement', '事实和理由'),
  ]
}

/** 登记: one that came by telephone, letter or visit. */
export const enteredObjectionSchema = objectionSchema.extend({
  commandId: z.uuid(),
  documentId: z.uuid(),
  via: z.enum(OBJECTION_WAYS).exclude(['online']),
  receivedOn: z.custom<LocalDate>((day) => isLocalDate(day), '日期不正确'),
})
export type EnteredObjection = z.infer<typeof enteredObjectionSchema>

export const answerSchema = z.object({
  finding: z.enum(OBJECTION_FINDINGS),
  /** 查了什么、结论和理由: what the one who objected reads. */
  answer: z.string().trim().min(4, '请写明查证的情况和结论').max(3000),
  /** What is done about what is shown, where it does not stay as it is. */
  measure: z.string().trim().max(500).default(''),
})
export type ObjectionAnswer = z.infer<typeof answerSchema>

/** An answer to one that is right says what follows. */
export function answerFaults({ finding, measure }: ObjectionAnswer): Refusal[] {
  if (!OBJECTION_FINDING_RULES[finding].changes || measure.length >= 4) return []
  return [
    {
      code: 'field-missing',
      field: 'measure',
      say: '异议成立，没有写明怎样处理。',
      then: '请写明公示的内容怎样改、由谁办，例如“取消资格，另起一稿重新公示”。',
    },
  ]
}

export const OBJECTION_STATES = ['open', 'proposed', 'answered'] as const
export type ObjectionState = (typeof OBJECTION_STATES)[number]
export const OBJECTION_STATE_WORDS: Record<ObjectionState, string> = {
  open: '查证、拟写答复',
  proposed: '答复待审核',
  answered: '已答复',
}

export const OBJECTION_STEPS = ['received', 'assigned', 'proposed', 'returned', 'answered', 'told'] as const
export type ObjectionStep = (typeof OBJECTION_STEPS)[number]
export const OBJECTION_STEP_WORDS: Record<ObjectionStep, string> = {
  received: '收到',
  assigned: '指定办理人',
  proposed: '拟写答复，送审',
  returned: '退回修改',
  answered: '审核通过，答复',
  told: '告知提出人',
}

/** 收到几件、怎样办结: all that the public reads of objections. */
export interface ObjectionCounts {
  raised: number
  open: number
  byFinding: Partial<Record<ObjectionFinding, number>>
}

/** “收到异议 3 件：成立 1 件，不成立 1 件，正在办理 1 件。” */
export function countWords({ raised, open, byFinding }: ObjectionCounts): string {
  if (raised === 0) return '没有收到异议。'
  const parts = [
    ...OBJECTION_FINDINGS.flatMap((finding) => {
      const n = byFinding[finding] ?? 0
      return n > 0 ? [`${OBJECTION_FINDING_RULES[finding].zh} ${n} 件`] : []
    }),
    ...(open > 0 ? [`正在办理 ${open} 件`] : []),
  ]
  return `收到异议 ${raised} 件：${parts.join('，')}。`
}

/** One line of the list of an office's objections. */
export interface ObjectionRow {
  id: string
  number: string
  via: ObjectionWay
  objector: Objector
  receivedOn: LocalDate
  afterEnd: boolean
  dueOn: LocalDate | null
  owner: string | null
  state: ObjectionState
  finding: ObjectionFinding | null
  left: DaysLeft
}

/** One 公示 as the list and its own page show it. */
export interface PublicityRow {
  documentId: string
  run: number
  editionId: string
  title: string
  kind: PublicityKind
  state: PublicityState
  startsOn: LocalDate
  endsOn: LocalDate
  after: AfterPublicity
  counts: ObjectionCounts
  left: DaysLeft
}

export interface PublicitiesView {
  rows: PublicityRow[]
  total: number
  page: number
  pages: number
  may: { draft: boolean }
}

export interface PublicityView extends PublicityRow {
  column: string
  indexNumber: string
  contact: PublicityContact
  length: { n: number; unit: 'workingDays' | 'days' | 'months' }
  /** The page on the portal; null where only the agency's own people read it. */
  address: string | null
  objections: ObjectionRow[]
  earlier: { run: number; startsOn: LocalDate; endsOn: LocalDate; restartedOn: LocalDate | null }[]
  result: { documentId: string; title: string } | null
  /** A draft of the result that is already begun. */
  resultDraft: { id: string; title: string } | null
  may: { enter: boolean; draftResult: Refusal[] | null }
}

export interface ObjectionView extends ObjectionRow {
  documentId: string
  title: string
  kind: PublicityKind
  publicityState: PublicityState
  /** Masked, unless somebody asked for it in full. */
  name: string
  contact: string
  about: string
  statement: string
  answer: ObjectionAnswer | null
  answeredOn: LocalDate | null
  /** Not answered online, and whoever objected has not been told yet. */
  toTell: boolean
  version: number
  steps: { seq: number; kind: ObjectionStep; by: string; on: LocalDate; note: string }[]
  officers: { id: string; name: string }[]
  ownerId: string | null
  may: { handle: boolean; assign: boolean; review: Refusal[] | null; unmask: boolean; tell: boolean }
}
