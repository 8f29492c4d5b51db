/**
 * 三重一大: what a body decides together — 重大决策、重要人事任免、重大项目安排、大额度资金运作. Of a government matter the decision is government
 * information (Reg. 2, 19, 20); a matter of the party organisation is not, and is made public under the party's own rules.
 */
import type { ColumnKey } from './columns.ts'

export const MATTER_KINDS = ['decision', 'appointment', 'project', 'spending'] as const
export type MatterKind = (typeof MATTER_KINDS)[number]

export const MATTER_KIND_WORDS: Record<MatterKind, string> = {
  decision: '重大决策',
  appointment: '重要人事任免',
  project: '重大项目安排',
  spending: '大额度资金运作',
}

/** Where on the portal what is made public of it belongs, where its item of the catalogue does not say. */
export const MATTER_COLUMN: Record<MatterKind, ColumnKey> = {
  decision: 'plans',
  appointment: 'organisation',
  project: 'projects',
  spending: 'budget',
}

export const SCHOOL_MATTER_COLUMN: Record<MatterKind, ColumnKey> = {
  decision: 'school-plans',
  appointment: 'school-staff',
  project: 'school-procurement',
  spending: 'school-finance',
}

export const MATTER_REGIMES = ['government', 'party'] as const
export type MatterRegime = (typeof MATTER_REGIMES)[number]

export const MATTER_REGIME_WORDS: Record<MatterRegime, string> = { government: '行政事项', party: '党务事项' }

export const MATTER_OPENNESS = ['public', 'internal'] as const
export type MatterOpenness = (typeof MATTER_OPENNESS)[number]

export const MATTER_OPENNESS_WORDS: Record<MatterOpenness, string> = { public: '向社会公开', internal: '不向社会公开' }
