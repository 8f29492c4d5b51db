/** 一稿: what is written of a document before it is published, and how pages show it. */
import { z } from 'zod'
import { cite } from '../../law/cite.ts'
import { ATTRIBUTE_WORDS, ATTRIBUTES, type Attribute, AUDIENCES, STAGES } from '../../law/publication/attribute.ts'
import { chainFor, type ReleaseStep } from '../../law/publication/release-steps.ts'
import { isLocalDate, type LocalDate } from '../../law/date.ts'
import type { Refusal } from '../../law/refusal.ts'
import { GROUND_TABLE, GROUNDS } from '../../law/withholding.ts'
import { dataSetSchema } from './data-set.ts'
import type { RowChange } from './data-set-differences.ts'
import type { EditionHit } from './edition-checks.ts'
import type { EditionState, StepKind } from './edition-steps.ts'
import type { OutletAt } from './outlet-view.ts'
import { editionFileSchema, type EditionFileView, MOST_FILES } from './edition-files.ts'
import { type PublicityState, publicitySchema } from './publicity.ts'
import type { ProofView } from './proofreading/finding.ts'

const day = z.custom<LocalDate>((text) => isLocalDate(text), '日期不正确')
const text = (most: number) => z.string().max(most)

/** Nothing is required here: a draft may be saved as it is; what is missing is told when it is sent for review. */
export const editionContentSchema = z.object({
  column: text(60),
  title: text(200),
  /** 文号 */
  number: text(60).default(''),
  summary: text(1000).default(''),
  keywords: z.array(text(20)).max(12).default([]),
  /** HTML, made clean when it is saved. */
  body: text(600_000).default(''),
  /** 成文日期 */
  formedOn: day.nullable().default(null),
  effectiveOn: day.nullable().default(null),
  /** 行政规范性文件 */
  normative: z.boolean().default(false),
  /** 被解读的文件 */
  interprets: z.uuid().nullable().default(null),
  /** 公开事项: the item of the catalogue that it is published under. */
  itemId: z.uuid().nullable().default(null),
  /** 应公开: the duty that it is written for. */
  dutyKey: text(120).default(''),
  stage: z.enum(STAGES).nullable().default(null),
  audience: z.enum(AUDIENCES).default('society'),
  attribute: z.enum(ATTRIBUTES).default('proactive'),
  ground: z.enum(GROUNDS).nullable().default(null),
  reason: text(500).default(''),
  /** The last day on which it is shown, where it is no 公示 with a period of its own. */
  shownUntil: day.nullable().default(null),
  publicity: publicitySchema.nullable().default(null),
  /** 公示 whose result this tells. */
  resultOf: z.uuid().nullable().default(null),
  /** 数据表: its body is then the table. */
  data: dataSetSchema.nullable().default(null),
  /** 附件和图片, in their order. */
  files: z.array(editionFileSchema).max(MOST_FILES).default([]),
})
export type EditionContent = z.infer<typeof editionContentSchema>

/**
 * Why what stood published is withdrawn once it is decided not to be public, for everyone to read: the article, and nothing of what
 * was written for the reviewers.
 */
export function takenBackBecause({ attribute, ground }: Pick<EditionContent, 'attribute' | 'ground'>): string {
  const by = ground && attribute === 'withheld' ? `（${cite(GROUND_TABLE[ground].by)}）` : ''
  return `经审查，改为${ATTRIBUTE_WORDS[attribute]}${by}`
}

/** Whose unit an edition is, and who has a word in it besides. */
export interface EditionPlace {
  regime: 'art54' | 'art55'
  sectionId: string | null
  /** 主管部门 asks for its own word. */
  superior: boolean
}

/** What a document of this kind has to go through. */
export function chainOf(
  content: Pick<EditionContent, 'attribute' | 'normative'>,
  { regime, sectionId, superior }: EditionPlace,
): ReleaseStep[] {
  const policyNotPublic = content.normative && content.attribute !== 'proactive'
  return chainFor({ regime, inSection: sectionId !== null, policyNotPublic, superior })
}

export const EDITION_TABS = ['todo', 'drafting', 'inReview', 'released', 'kept'] as const
export type EditionTab = (typeof EDITION_TABS)[number]

export const EDITION_TAB_WORDS: Record<EditionTab, string> = {
  todo: '待我办理',
  drafting: '起草中',
  inReview: '审核中',
  released: '已发布',
  kept: '审定不公开',
}

/** One line of the list. */
export interface EditionRow {
  id: string
  documentId: string
  title: string
  column: string
  attribute: Attribute
  state: EditionState
  next: ReleaseStep | null
  section: string | null
  /** The unit below that publishes it; null for the own agency. */
  unit: string | null
  /** Passed over in an emergency and not looked at since. */
  lookAfter: ReleaseStep[]
  updatedOn: LocalDate
}

export interface EditionsView {
  tab: EditionTab
  rows: EditionRow[]
  total: number
  page: number
  pages: number
  todo: number
  /** 科室 for which one may draft; null is the agency itself. */
  sections: { id: string | null; name: string }[]
}

export interface EditionStepView {
  seq: number
  kind: StepKind
  step: ReleaseStep | null
  by: string
  on: LocalDate
  note: string
  /** The written delegation by which a deputy released; empty where none was needed. */
  authority: string
  /** The agency whose step it was, where that is not the one that publishes; else empty. */
  ofAgency: string
  /** Done on a text that has been changed since. */
  ofEarlierText: boolean
}

/** What may be done now, and why not: `null` where it may. Deeds that the role does not have are absent. */
export type EditionDeed = 'save' | 'submit' | 'pass' | 'return' | 'force' | 'lookAfter' | 'withdraw' | 'drop' | 'mask' | 'revise'
export type EditionMay = Partial<Record<EditionDeed, Refusal[]>>

export interface EditionView {
  id: string
  documentId: string
  version: number
  digest: string
  state: EditionState
  content: EditionContent
  section: string | null
  sectionId: string | null
  authors: string[]
  /** Whoever looks at it wrote it, or part of it. */
  wrote: boolean
  chain: ReleaseStep[]
  /** The agency that publishes, where whoever looks is of the one above; else null. */
  unit: string | null
  /** The agency whose word it needs after the head's; null where none. */
  superior: string | null
  passed: ReleaseStep[]
  forced: ReleaseStep[]
  next: ReleaseStep | null
  /** Who may do the step that is waited for. */
  waitsFor: string[]
  steps: EditionStepView[]
  hits: EditionHit[]
  /** 校对提示 */
  proof: ProofView
  may: EditionMay
  /** Against what stands published of the same document; null for a first edition. */
  changes: { kind: 'added' | 'removed'; text: string }[] | null
  /** 数据表: row by row against the former version or the former period; null where there is none. */
  dataChanges: { against: string; changes: RowChange[] } | null
  /** The address on the portal, once released. */
  address: string | null
  withdrawn: { on: LocalDate; because: string } | null
  /** Reg. 26, or for what is not published Reg. 18. */
  dueOn: LocalDate | null
  /** Why there is no such day; null where there is one, or nothing to count from. */
  noDue: string | null
  /** Some edition of the document is public now. */
  standsPublished: boolean
  reviewOn: LocalDate | null
  /** Where it stands besides the column. */
  outlets: OutletAt[]
  /** 公示: from when to when if it were released today, and what releasing means for the one that stands. */
  publicity: EditionPublicity | null
  files: EditionFileView[]
  /** The 公示 whose result it tells. */
  resultOf: { documentId: string; title: string } | null
}

export interface EditionPublicity {
  startsOn: LocalDate
  /** Null where it can't be told. */
  endsOn: LocalDate | null
  /** Shorter than a text demands. */
  short: string | null
  /** What releasing this edition does to the 公示 of the document; `standing` is its last day so far. */
  means: 'begins' | 'continues' | 'restarts' | 'refused'
  standing: LocalDate | null
  /** Of the edition that stands published: where its 公示 stands. */
  state: PublicityState | null
}
