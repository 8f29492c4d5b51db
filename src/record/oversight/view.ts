/** So many entries at a time: more would be a roll of paper on a phone. */
export const AUDIT_PAGE_SIZE = 30

/** One line of the audit log as people read it. */
export interface AuditRow {
  seq: number
  at: string
  actorName: string
  verb: string
  verbWords: string
  target: string
  detail: string
}

/** A page of it, and whose entries may be asked for. */
export interface AuditView {
  rows: AuditRow[]
  total: number
  people: { id: string; name: string }[]
}
