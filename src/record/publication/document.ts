/** 主动公开的信息 as pages show it. Nothing here is secret: it is published, or about to be. */
import type { LocalDate } from '../../law/date.ts'
import type { PublicityKind } from '../../law/publication/publicity.ts'
import type { PublishedFile } from './edition-files.ts'
import type { ObjectionCounts } from './objection.ts'
import type { PublicityContact } from './publicity.ts'

/** 时效 */
export const VALIDITIES = ['inForce', 'amended', 'repealed', 'expired'] as const
export type Validity = (typeof VALIDITIES)[number]
export const VALIDITY_WORDS: Record<Validity, string> = {
  inForce: '有效',
  amended: '已修改',
  repealed: '已废止',
  expired: '已失效',
}

/** One line of a list. */
export interface DocumentRow {
  id: string
  agencySlug: string
  agencyName: string
  column: string
  title: string
  /** 文号 */
  number: string | null
  validity: Validity
  publishedOn: LocalDate
  /** 公示 or another stay with an end: the last day; null for what stays. */
  shownUntil: LocalDate | null
}

/** One line of what a search found, with a stretch of its text. */
export interface FoundRow extends DocumentRow {
  excerpt: string
}

/** `all`: every word of what was typed; `some`: at least one of them, since nothing holds all. */
export interface Found extends Page<FoundRow> {
  how: 'all' | 'some'
  /** What was looked for. */
  words: string[]
  /** More was found than is listed. */
  more: boolean
  /** Of what was found, how many by year, column and agency (its id). */
  years: Record<string, number>
  columns: Record<string, number>
  agencies: Record<string, number>
  /** 您要找的是不是: where nothing was found. */
  meant: string[]
}

export interface DocumentLink {
  id: string
  title: string
  publishedOn: LocalDate
}

export interface PublishedDocument extends DocumentRow {
  /** 索引号 */
  indexNumber: string
  /** 内容概述 */
  summary: string
  keywords: string[]
  /** Sanitised HTML. */
  body: string
  /** 成文日期 */
  formedOn: LocalDate
  effectiveOn: LocalDate | null
  repealedOn: LocalDate | null
  normative: boolean
  /** 被解读的文件 */
  interprets: DocumentLink | null
  /** 解读 */
  interpretations: DocumentLink[]
  publicity: ShownPublicity | null
  /** Pictures in the body stand as their ids: `withPictures` gives them addresses. */
  files: PublishedFile[]
  /** 公示 whose result this tells. */
  resultOf: { id: string; kind: PublicityKind; startsOn: LocalDate; endsOn: LocalDate } | null
}

/** 公示 as everyone reads of it: the days, how to object, and how many did. */
export interface ShownPublicity {
  kind: PublicityKind
  startsOn: LocalDate
  endsOn: LocalDate
  /** The day on which it began anew, since what is shown was changed. */
  restartedOn: LocalDate | null
  contact: PublicityContact
  objections: ObjectionCounts
}

/** A stretch of a long list. */
export interface Page<Row> {
  rows: Row[]
  total: number
  /** 1 … pages */
  page: number
  pages: number
}
