/**
 * 处理决定台账 — permits, penalties, compulsion and fees as the sections enter them through the year: how many of one matter in a
 * period, and by what that is shown. Section 二 of the annual report sums them up (Reg. 20(5), (6), (8)).
 */
import { z } from 'zod'
import { chineseDate, type LocalDate, yearOf } from '../../law/date.ts'
import type { Readings } from '../../law/readings.ts'
import type { Refusal } from '../../law/refusal.ts'
import { formatFor, FORM_2021 } from '../../law/reports/formats/index.ts'
import { day } from '../requests/acts.ts'
import { permitDecisions } from './compile.ts'
import { figuresOf } from './figures.ts'

export const DECISION_KINDS = ['permits', 'otherServices', 'penalties', 'compulsion', 'feesWanYuan'] as const
export type DecisionKind = (typeof DECISION_KINDS)[number]
export const DECISION_KIND_WORDS: Record<DecisionKind, string> = {
  permits: '行政许可',
  otherServices: '其他对外管理服务事项',
  penalties: '行政处罚',
  compulsion: '行政强制',
  feesWanYuan: '行政事业性收费',
}

/** The kinds that the report on a year tells of; before the first format those of the newest. */
export function kindsOf(year: number): DecisionKind[] {
  const asked = new Set(figuresOf(formatFor(year) ?? FORM_2021).map(({ from }) => from))
  return DECISION_KINDS.filter((kind) => asked.has(kind))
}

const count = z.number().int().min(0).max(10_000_000)

export const decisionEntrySchema = z.object({
  kind: z.enum(DECISION_KINDS),
  /** 教师资格认定, 民办学校设立 */
  matter: z.string().trim().min(2).max(100),
  sectionId: z.uuid().nullable(),
  from: day,
  to: day,
  /** Decisions made; of permits those that granted. */
  made: count.default(0),
  /** Of permits: those that refused. */
  refused: count.default(0),
  /** Of fees: what was collected, in 分. */
  fen: z.number().int().min(0).max(1e13).default(0),
  /** By what it is shown: 政务服务平台办件统计, 文号第1号至第30号 */
  basis: z.string().trim().min(2).max(300),
})
export type NewDecisionEntry = z.infer<typeof decisionEntrySchema>

export interface DecisionEntry extends NewDecisionEntry {
  id: string
  section: string
  enteredBy: string
  enteredOn: LocalDate
  /** 凭据: the file kept with it. */
  evidence: { size: number } | null
  voided: { because: string; by: string; on: LocalDate } | null
}

/**
 * What can't be entered, with the field of the entry. Overlap is a second count of the same decisions: in the same section, or between
 * a section and the agency as a whole, whose entry holds what its sections decided.
 */
export function entryRefusals(
  entry: NewDecisionEntry,
  known: readonly Pick<DecisionEntry, 'kind' | 'matter' | 'sectionId' | 'from' | 'to' | 'voided'>[],
  today: LocalDate,
): Refusal[] {
  const refusals: Refusal[] = []
  const no = (field: string, say: string, then: string, code: Refusal['code'] = 'field-invalid') =>
    refusals.push({ code, say, then, field })
  if (entry.to < entry.from) no('to', '止日早于起日。', '请核对起止日期。')
  if (entry.to > today) no('to', '止日晚于今天。', '只登记已经作出的决定；这段时间结束后再登记余下的。', 'date-in-future')
  if (yearOf(entry.from) !== yearOf(entry.to)) no('to', '起止日期跨了年度。', '请按年度分两笔登记。')
  if (!kindsOf(yearOf(entry.to)).includes(entry.kind))
    no('kind', `${yearOf(entry.to)} 年的报告没有“${DECISION_KIND_WORDS[entry.kind]}”一项。`, '请核对种类和起止日期。')
  if (entry.kind !== 'permits' && entry.refused > 0) no('refused', '只有行政许可区分准予和不予。', '请把数量填在“数量”里。')
  if (entry.kind !== 'feesWanYuan' && entry.fen > 0) no('fen', '只有行政事业性收费填写金额。', '请填写件数。')
  if (entry.kind === 'feesWanYuan' && entry.made > 0) no('made', '行政事业性收费只填写金额。', '请填写实际收取的金额。')
  const twice = known.find(
    (one) =>
      !one.voided &&
      one.kind === entry.kind &&
      one.matter === entry.matter &&
      (one.sectionId === entry.sectionId || one.sectionId === null || entry.sectionId === null) &&
      one.from <= entry.to &&
      entry.from <= one.to,
  )
  if (twice)
    no(
      'from',
      `“${entry.matter}”在${chineseDate(twice.from)}至${chineseDate(twice.to)}已经${whose(twice, entry)}登记过，日期重叠会重复计算。`,
      '登记有误的，先作废原来的一笔；确属另一批的，在事项名称中写明区别。',
      'already-done',
    )
  return refusals
}

function whose(twice: Pick<NewDecisionEntry, 'sectionId'>, entry: Pick<NewDecisionEntry, 'sectionId'>): string {
  if (twice.sectionId === entry.sectionId) return ''
  return twice.sectionId === null ? '按本机关合并' : '由科室'
}

type Summed = Pick<DecisionEntry, 'kind' | 'made' | 'refused' | 'fen' | 'from' | 'to' | 'voided'>

/** The entries that a year's report up to a day counts: whole periods only, voided ones not. */
export function entriesCounted<E extends Summed>(entries: readonly E[], kind: DecisionKind, upTo: LocalDate): E[] {
  const year = yearOf(upTo)
  return entries.filter((one) => one.kind === kind && !one.voided && yearOf(one.to) === year && one.to <= upTo)
}

/** 本年处理决定数量 of a kind, or 万元 collected; null where nothing was entered: nobody said that there was none. */
export function sumOfEntries(
  entries: readonly Summed[],
  kind: DecisionKind,
  upTo: LocalDate,
  readings: Pick<Readings, 'permitDecisions'>,
): number | null {
  const counted = entriesCounted(entries, kind, upTo)
  if (counted.length === 0) return null
  const sum = (of: (one: Summed) => number) => counted.reduce((total, one) => total + of(one), 0)
  if (kind === 'feesWanYuan') return sum(({ fen }) => fen) / 1_000_000
  if (kind === 'permits')
    return permitDecisions({ granted: sum(({ made }) => made), refused: sum(({ refused }) => refused) }, readings)
  return sum(({ made }) => made)
}

/** What the page of 处理决定 shows. */
export interface DecisionsView {
  year: number
  years: number[]
  entries: DecisionEntry[]
  /** Of the kinds that the year's report tells of. */
  sums: Partial<Record<DecisionKind, number | null>>
  /** Sections that this person may enter for; null stands for the agency as a whole. */
  sections: { id: string | null; name: string }[]
  mayEnter: boolean
  today: LocalDate
}
