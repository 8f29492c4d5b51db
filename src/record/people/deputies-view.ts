/** 授权与代理, as the page shows them. */
import type { LocalDate } from '../../law/date.ts'

export interface DelegationRow {
  id: string
  officer: string
  from: LocalDate
  to: LocalDate
  document: string
  grantedBy: string
  revokedOn: LocalDate | null
  inForce: boolean
}

export interface AbsenceRow {
  id: string
  officer: string
  deputy: string
  from: LocalDate
  to: LocalDate
  endedOn: LocalDate | null
  running: boolean
  mayEnd: boolean
}

export interface DeputiesView {
  delegations: DelegationRow[]
  absences: AbsenceRow[]
  /** Deputy heads, to whom the head may give a delegation. */
  deputies: { id: string; name: string }[]
  officers: { id: string; name: string }[]
  mayDelegate: boolean
  /** For others too, not only for oneself. */
  mayArrange: boolean
  me: string
}
