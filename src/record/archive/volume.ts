/** 卷: papers in an order, with what stands at the head of their index and what is missing among them; how they are bound is the edge's. */
import type { LocalDate } from '../../law/date.ts'
import type { Letter } from '../letters/model.ts'
import type { ReportDocument } from '../reports/document.ts'
import { type Bundle, BUNDLE_SCOPE_WORDS, BUNDLE_SECTION_WORDS, type Gap, type SheetBlock } from './bundle.ts'

/** A page of ours, a letter or a report as it went out, or a paper that was put into the file. */
export type VolumePart = { section: string; title: string; on: LocalDate | null } & (
  | { kind: 'sheet'; blocks: SheetBlock[] }
  | { kind: 'letter'; number: string; letter: Letter; void: boolean }
  /** `watermark`: what this report is not, across its pages. */
  | { kind: 'report'; document: ReportDocument; watermark?: string }
  | { kind: 'file'; name: string; mediaType: string; hash: string }
)

export interface Volume {
  /** 案卷、证据卷、年度报告归档卷 */
  name: string
  agency: string
  /** What its sheets are headed by: the number of the case, the year of the report. */
  number: string
  /** At the head of the index. */
  heading: (readonly [label: string, value: string])[]
  madeOn: LocalDate
  /** What the reader should know before the papers. */
  notes: string[]
  parts: VolumePart[]
  /** null where nobody is told what is missing. */
  gaps: Pick<Gap, 'say' | 'then'>[] | null
  /** The record itself word for word, for programs. */
  data: { path: string; title: string; value: unknown }[]
}

const COURSE = '办理经过'

export function caseVolume(bundle: Bundle): Volume {
  const { scope, agency, number, subject, volume, madeOn, notes, parts, gaps, acts } = bundle
  return {
    name: BUNDLE_SCOPE_WORDS[scope],
    agency,
    number,
    heading: [
      ['案卷题名', subject],
      ['申请编号', number],
      ['案卷号', volume ?? '尚未归档'],
      ['立卷日期', madeOn],
    ],
    madeOn,
    notes,
    parts: parts.map((part) => ({ ...part, section: BUNDLE_SECTION_WORDS[part.section] })),
    gaps: scope === 'volume' ? gaps : null,
    data: acts.length === 0 ? [] : [{ path: `${COURSE}.json`, title: `${COURSE}（数据）`, value: acts }],
  }
}
