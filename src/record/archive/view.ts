/** 归档 as the console shows it. */
import type { LocalDate } from '../../law/date.ts'
import type { Retention, RetentionRules } from '../../law/requests/retention.ts'

/** A request, or an amendment of a person's own record (Art 41). */
export type ArchivedMatter = 'case' | 'amendment'

export interface WaitingRow {
  of: ArchivedMatter
  id: string
  number: string
  subject: string
  closedOn: LocalDate
  /** 次年六月底前 */
  archiveBy: LocalDate
  late: boolean
  /** Nothing is archived before service is proven. */
  served: boolean
  /** By the table; disputes may lengthen it. */
  retention: Retention | null
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
  waiting: WaitingRow[]
  volumes: VolumeRow[]
  retention: { rules: RetentionRules; from: LocalDate; source: string; own: boolean }
  erasure: ErasureView
  may: { close: boolean; transfer: boolean; setRetention: boolean; proposeErasure: boolean; approveErasure: boolean }
}
