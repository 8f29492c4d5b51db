/** 复议、诉讼、投诉的结果 — what each kind of decision is called, where it comes from, and in which column of table 四 it counts. */
import { apl, arl, type Citation, reg, whole } from '../cite.ts'
import type { DisputeColumn } from '../reports/model.ts'

/** 救济的途径 (Reg. 47, 51) */
export const DISPUTE_PATHS = ['complaint', 'reconsideration', 'litigationDirect', 'litigationAfterReconsideration'] as const
export type DisputePath = (typeof DISPUTE_PATHS)[number]

export const DISPUTE_PATH_WORDS: Record<DisputePath, string> = {
  complaint: '投诉、举报',
  reconsideration: '行政复议',
  litigationDirect: '行政诉讼（未经复议直接起诉）',
  litigationAfterReconsideration: '行政诉讼（复议后起诉）',
}

export type ResultColumn = Exclude<DisputeColumn, 'pending' | 'total'>

export interface ResultRule {
  readonly words: string
  readonly by: Citation
  /** `other` of a reconsideration without a decision is a reading. null: not counted in table 四; `as-first`: as the first instance counted; `pending`: not over. */
  readonly column: ResultColumn | 'as-first' | 'pending' | null
}

const RECONSIDERATION = {
  upheld: { words: '维持', by: arl('68'), column: 'upheld' },
  claimRejected: { words: '驳回行政复议请求', by: arl('69'), column: 'upheld' },
  changed: { words: '变更', by: arl('63'), column: 'corrected' },
  revoked: { words: '撤销或者部分撤销', by: arl('64'), column: 'corrected' },
  unlawful: { words: '确认违法', by: arl('65'), column: 'corrected' },
  ordered: { words: '责令履行', by: arl('66'), column: 'corrected' },
  invalid: { words: '确认无效', by: arl('67'), column: 'corrected' },
  dismissed: { words: '驳回行政复议申请', by: arl('33'), column: 'other' },
  mediated: { words: '行政复议调解', by: arl('73'), column: 'other' },
  terminated: { words: '申请人撤回等，终止行政复议', by: arl('41'), column: 'other' },
  settled: { words: '和解后撤回，终止行政复议', by: arl('74'), column: 'other' },
  undecided: { words: '逾期未作决定', by: arl('62'), column: 'other' },
} as const satisfies Record<string, ResultRule>

const LITIGATION = {
  claimRejected: { words: '判决驳回诉讼请求', by: apl('69'), column: 'upheld' },
  revoked: { words: '判决撤销或者部分撤销', by: apl('70'), column: 'corrected' },
  ordered: { words: '判决限期履行', by: apl('72'), column: 'corrected' },
  unlawful: { words: '判决确认违法', by: apl('74'), column: 'corrected' },
  invalid: { words: '判决确认无效', by: apl('75'), column: 'corrected' },
  changed: { words: '判决变更', by: apl('77'), column: 'corrected' },
  suitRejected: { words: '裁定驳回起诉', by: whole('aplInterpretation'), column: 'other' },
  suitWithdrawn: { words: '裁定准许撤诉', by: apl('62'), column: 'other' },
  suitTerminated: { words: '裁定终结诉讼', by: whole('aplInterpretation'), column: 'other' },
  affirmed: { words: '驳回上诉，维持原判', by: apl('89'), column: 'as-first' },
  // The first instance begins again: of a judgment by 89(3) and (4), of a ruling by 法释〔2018〕1号 Art 109.
  remanded: { words: '撤销原裁判，发回重审或者指令继续审理', by: apl('89'), column: 'pending' },
} as const satisfies Record<string, ResultRule>

const COMPLAINT = {
  founded: { words: '投诉成立，责令改正', by: reg('47'), column: null },
  unfounded: { words: '投诉不成立', by: reg('51'), column: null },
} as const satisfies Record<string, ResultRule>

export const RESULTS = [
  'upheld',
  'claimRejected',
  'changed',
  'revoked',
  'unlawful',
  'ordered',
  'invalid',
  'dismissed',
  'mediated',
  'terminated',
  'settled',
  'undecided',
  'suitRejected',
  'suitWithdrawn',
  'suitTerminated',
  'affirmed',
  'remanded',
  'founded',
  'unfounded',
] as const
export type DisputeResult = (typeof RESULTS)[number]

/** The results that a path knows, in the order in which they are offered. */
export function resultsOf(path: DisputePath): Partial<Record<DisputeResult, ResultRule>> {
  if (path === 'complaint') return COMPLAINT
  return path === 'reconsideration' ? RECONSIDERATION : LITIGATION
}

/** Undefined where the path knows no such result: a court does not 维持. */
export function resultRule(path: DisputePath, result: DisputeResult): ResultRule | undefined {
  return resultsOf(path)[result]
}

/** 裁定: they end a suit without a judgment, are appealed within ten days, judgments within fifteen (APL 85). */
export const RULINGS: readonly DisputeResult[] = ['suitRejected', 'suitWithdrawn', 'suitTerminated']

/** Results of a second instance alone. */
export const ON_APPEAL: readonly DisputeResult[] = ['affirmed', 'remanded']

/** 不得再次发回重审 (APL 89): a judgment given after a remand; a ruling quashed before is no remand of a judgment. */
export function mayRemand(before: readonly DisputeResult[]): boolean {
  return before.every((first) => RULINGS.includes(first))
}
export const NO_SECOND_REMAND = apl('89.2')
