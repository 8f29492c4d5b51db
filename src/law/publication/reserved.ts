/**
 * 签发的授权 — what the head may not let another release: 重要公文由机关主要负责人签发 (《党政机关公文处理工作条例》22), which 三重一大 and normative
 * documents always are; 财务会计报告 carry the head's own name (《会计法》21); and what is decided not to be public is no release.
 */
import { accountingLaw, type Citation, documentRules, reg } from '../cite.ts'
import type { Attribute } from './attribute.ts'
import { COLUMN_KEYS, type ColumnKey, dutyColumns, SYSTEM_COLUMN } from './columns.ts'

interface ReservedRule {
  readonly zh: string
  readonly by: Citation
}

export const RESERVED = {
  major: { zh: '三重一大（重大决策、人事任免、重大项目、大额资金）', by: documentRules('22') },
  normative: { zh: '行政规范性文件', by: documentRules('22') },
  accounts: { zh: '预算、决算和经费收支', by: accountingLaw('21') },
  notPublic: { zh: '审定不公开', by: reg('17.1') },
} as const satisfies Record<string, ReservedRule>
export type Reserved = keyof typeof RESERVED

/** Columns of which nothing may be delegated. */
const ACCOUNTS: readonly string[] = ['budget', 'school-finance'] satisfies ColumnKey[]

/** The columns that a delegation may name, of this kind of body. */
export function delegableColumns(regime: 'art54' | 'art55'): string[] {
  const own = new Set<string>(dutyColumns(regime))
  const of = COLUMN_KEYS.filter((key) => own.has(key) || (regime === 'art54' && !key.startsWith('school-')))
  return [...of, ...(regime === 'art54' ? [SYSTEM_COLUMN] : [])].filter((key) => !ACCOUNTS.includes(key))
}

/** Why the head releases this in person; null where a delegation may cover it. */
export function reservedForHead(item: {
  column: string
  attribute: Attribute
  normative: boolean
  /** 三重一大 */
  major: boolean
}): Reserved | null {
  if (item.attribute !== 'proactive') return 'notPublic'
  if (item.major) return 'major'
  if (item.normative) return 'normative'
  return ACCOUNTS.includes(item.column) ? 'accounts' : null
}
