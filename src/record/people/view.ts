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
