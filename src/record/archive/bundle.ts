/**
 * 证据卷 — everything of a case in the order in which a court reads it, and what a court would miss. Pure: what the office opened
 * goes in, parts and gaps come out; paper and archive file are the edge's.
 */
import type { LocalDate } from '../../law/date.ts'
import type { Letter } from '../letters/model.ts'

const BUNDLE_SECTIONS = [
  'request',
  'receipt',
  'clock',
  'course',
  'search',
  'opinions',
  'drafting',
  'letters',
  'service',
  'disputes',
  'files',
  'basis',
] as const
export type BundleSection = (typeof BUNDLE_SECTIONS)[number]
export const BUNDLE_SECTION_WORDS: Record<BundleSection, string> = {
  request: '申请',
  receipt: '登记和收到',
  clock: '期限计算',
  course: '办理经过',
  search: '检索记录',
  opinions: '征求意见',
  drafting: '拟稿审查审批',
  letters: '文书',
  service: '送达凭证',
  disputes: '复议诉讼',
  files: '附件材料',
  basis: '法律依据',
}

/** 案卷: everything, for the archive. 证据卷: what is handed to the body or the court, and read by the other side. 密封材料: what was withheld, for that body alone. */
export const BUNDLE_SCOPES = ['evidence', 'sealed', 'volume'] as const
export type BundleScope = (typeof BUNDLE_SCOPES)[number]
export const BUNDLE_SCOPE_WORDS: Record<BundleScope, string> = { evidence: '证据卷', sealed: '密封材料', volume: '案卷' }

export type SheetBlock =
  | { kind: 'text'; text: string }
  | { kind: 'heading'; text: string }
  | { kind: 'rows'; rows: (readonly [label: string, value: string])[] }
  /** `widths` are shares of the line. */
  | { kind: 'table'; head: string[]; widths: number[]; rows: string[][] }

interface PartHead {
  section: BundleSection
  title: string
  on: LocalDate | null
}
/** A page of ours, a letter as issued, or a paper that was put into the file. */
export type BundlePart = PartHead &
  (
    | { kind: 'sheet'; blocks: SheetBlock[] }
    /** `void`: the act that made it was annulled; the paper stays in the volume and says so. */
    | { kind: 'letter'; number: string; letter: Letter; void: boolean }
    | { kind: 'file'; name: string; mediaType: string; hash: string }
  )

/** What is not in the file: 缺什么, and how to mend it while that is possible. */
export interface Gap {
  section: BundleSection
  say: string
  then: string
}

export interface Bundle {
  scope: BundleScope
  agency: string
  number: string
  subject: string
  /** 案卷号, once it is a volume. */
  volume: string | null
  madeOn: LocalDate
  parts: BundlePart[]
  /** Of the volume only: nobody else is told what is missing. */
  gaps: Gap[]
  /** What the reader should know of the bundle before its papers. */
  notes: string[]
  /** The acts word for word, for the file that needs no program; of the volume only. */
  acts: unknown[]
}

/** What the case page shows before anything is exported: titles only, nothing opened. */
export interface BundleIndex {
  parts: { section: BundleSection; title: string; on: LocalDate | null; form: BundlePart['kind'] }[]
  gaps: Gap[]
  /** How many of the parts are held back from the other side. */
  sealed: number
  volume: string | null
  erasedOn: LocalDate | null
}
