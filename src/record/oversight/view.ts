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
