/** 主动公开的信息 as pages show it. Nothing here is secret: it is published, or about to be. */
import type { LocalDate } from '../../law/date.ts'

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
  /** 公示期的最后一日 */
  shownUntil: LocalDate | null
  /** 被解读的文件 */
  interprets: DocumentLink | null
  /** 解读 */
  interpretations: DocumentLink[]
}

/** A stretch of a long list. */
export interface Page<Row> {
  rows: Row[]
  total: number
  /** 1 … pages */
  page: number
  pages: number
}
