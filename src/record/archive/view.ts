/** 归档 as the console shows it. */
import type { LocalDate } from '../../law/date.ts'
import type { Refusal } from '../../law/refusal.ts'
import type { Retention, RetentionRules } from '../../law/requests/retention.ts'

/** A request, or an amendment of a person's own record (Art 41). */
export type ArchivedMatter = 'case' | 'amendment'

/** Closed, and no volume yet: what it waits for. */
export const ARCHIVING_STATES = ['ready', 'unserved', 'disputed'] as const
export type ArchivingState = (typeof ARCHIVING_STATES)[number]
export const ARCHIVING_STATE_WORDS: Record<ArchivingState, string> = {
  ready: '可以归档',
  unserved: '等待送达凭证',
  disputed: '复议、诉讼未结',
}

export interface WaitingRow {
  of: ArchivedMatter
  id: string
  number: string
  subject: string
  closedOn: LocalDate
  /** 次年六月底前 */
  archiveBy: LocalDate
  late: boolean
  /** Nothing is archived before service is proven, or while others still decide about it. */
  state: ArchivingState
  /** By the agency's table, disputes counted; null where there is no result. */
  retention: Retention | null
  /** How many acts it has: a deed on what was seen here is refused when someone was quicker. */
  version: number
}

/** 成批归档: each is archived or refused by itself. */
export interface ArchivedRow {
  id: string
  /** 案卷号; null where it was refused. */
  volume: string | null
  refusals: readonly Refusal[]
}

export interface VolumeRow {
  number: string
  of: ArchivedMatter
  id: string
  subject: string
  /** 文号 of the reply or the decision; null where the case was closed without one. */
  document: string | null
  receivedOn: LocalDate | null
  closedOn: LocalDate | null
  outcomeWords: string
  retention: Retention
  archivedOn: LocalDate
  dueOn: LocalDate | null
  pieces: number
  transferredOn: LocalDate | null
  transferredTo: string | null
  voidedBecause: string | null
}

/** 销毁清册 */
export interface ErasureView {
  /** Volumes whose retention has ended and that stand on no list yet. */
  due: { of: ArchivedMatter; id: string; volume: string; retention: Retention; dueOn: LocalDate }[]
  lists: {
    id: string
    proposedBy: string
    proposedOn: LocalDate
    basis: string
    state: 'proposed' | 'approved' | 'rejected'
    decidedBy: string | null
    decidedOn: LocalDate | null
    rejectedBecause: string | null
    volumes: string[]
    /** Whoever proposed it can't approve it. */
    mayDecide: boolean
  }[]
}

export interface ArchiveView {
  year: number
  years: number[]
  /** Those that can be archived first, the oldest first; not more than fit on some pages. */
  waiting: WaitingRow[]
  /** How many there are in all, shown or not. */
  counts: Record<ArchivingState, number>
  volumes: VolumeRow[]
  retention: { rules: RetentionRules; from: LocalDate; source: string; own: boolean }
  erasure: ErasureView
  may: { close: boolean; transfer: boolean; setRetention: boolean; proposeErasure: boolean; approveErasure: boolean }
}
