/** 三重一大台账: one entry, as it is written and as pages show it. */
import { z } from 'zod'
import { isLocalDate, type LocalDate } from '../../law/date.ts'
import {
  MATTER_KINDS,
  MATTER_OPENNESS,
  MATTER_REGIMES,
  type MatterKind,
  type MatterOpenness,
  type MatterRegime,
} from '../../law/publication/major-matters.ts'
import type { Refusal } from '../../law/refusal.ts'
import type { Duty } from './duties.ts'
import { dayRefusals } from './first-day.ts'

const day = z.custom<LocalDate>((text) => isLocalDate(text), '日期不正确。')

export const newMatterSchema = z.object({
  kind: z.enum(MATTER_KINDS),
  title: z.string().trim().min(4, '请写明决定了什么').max(150),
  decidedOn: day,
  /** 会议: which meeting decided. */
  decidedBy: z.string().trim().min(2, '请写明哪次会议').max(100),
  regime: z.enum(MATTER_REGIMES),
  openness: z.enum(MATTER_OPENNESS),
  /** Why it is not made public. */
  reason: z.string().trim().max(300).default(''),
  itemId: z.uuid().nullable().default(null),
  sectionId: z.uuid().nullable().default(null),
})
export type NewMatter = z.infer<typeof newMatterSchema>

export interface Matter extends NewMatter {
  id: string
  enteredBy: string
  enteredOn: LocalDate
  voided: { by: string; on: LocalDate; because: string } | null
}

export interface MatterRow extends Matter {
  section: string | null
  item: string | null
  /** What is due of it; null of what was entered by mistake. */
  duty: Pick<Duty, 'state' | 'due' | 'coveredBy' | 'draft' | 'key'> | null
}

export interface MattersView {
  year: number
  years: number[]
  rows: MatterRow[]
  /** Of the year, without those entered by mistake. */
  counts: Record<MatterKind, { all: number; open: number; published: number }>
  items: { id: string; name: string }[]
  sections: { id: string; name: string }[]
  mayEdit: boolean
}

export interface MatterChoice {
  decidedOn: LocalDate
  regime: MatterRegime
  openness: MatterOpenness
  reason: string
}

/** What speaks against entering it; all at once. */
export function matterRefusals({ decidedOn, openness, reason }: MatterChoice, today: LocalDate): Refusal[] {
  const refusals: Refusal[] = dayRefusals('decidedOn', decidedOn)
  if (decidedOn > today)
    refusals.push({ code: 'date-in-future', field: 'decidedOn', say: '日期晚于今天。', then: '请填写作出决定的日期。' })
  if (openness === 'internal' && reason.length < 4)
    refusals.push({
      code: 'field-missing',
      field: 'reason',
      say: '没有写明为什么不向社会公开。',
      then: '请写明理由，如“属于内部人事管理信息”；检查时要看。',
    })
  return refusals
}
