import type { LocalDate } from '../../law/date.ts'
import type { Step } from './owners.ts'
import type { Role } from './roles.ts'

/** 机构人员 as the console lists them. */
export interface OfficerRow {
  id: string
  name: string
  login: string
  position: string
  roles: Role[]
  sectionName: string | null
  active: boolean
}

/** Somebody to whom a case may be given. */
export interface Colleague {
  id: string
  name: string
  sectionId: string | null
  /** Away today, and who gets the tasks. */
  away: { until: LocalDate; deputy: string } | null
}

/** 责任科室 as they are today, with their history. */
export interface OwnersView {
  steps: { step: Step; sectionId: string | null; history: { from: LocalDate; sectionName: string }[] }[]
  sections: { id: string; name: string }[]
  mayManage: boolean
}

/** Who owns each step of a case, the step it is at, and the section it should be given to. */
export interface CaseOwners {
  now: Step | null
  steps: { step: Step; sectionName: string | null }[]
  suggestion: { id: string; name: string } | null
}
