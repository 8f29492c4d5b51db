import type { LocalDate } from '../../law/date.ts'
import type { Outcome, RequesterKind } from '../../law/requests/vocabulary.ts'
import type { DisputeGroup } from '../../law/reports/model.ts'

/** The one row that the annual report counts: everything table 三 and 四 need to know of a request, and nothing personal. */
export interface RequestFact {
  caseId: string
  number: string
  requesterKind: RequesterKind
  /** 收到申请之日 (Art 31); null while not confirmed: then the report does not count it yet. */
  receivedOn: LocalDate | null
  /** The day it was closed by reply, lapse or withdrawal; null while open. */
  closedOn: LocalDate | null
  outcome: Outcome | null
  disputes: DisputeFact[]
}

export interface DisputeFact {
  body: DisputeGroup
  /** From the first day it was pending to the day of its result. */
  openedOn: LocalDate
  result: 'pending' | 'upheld' | 'corrected' | 'other'
  closedOn: LocalDate | null
}
