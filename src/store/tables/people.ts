/** 机关、工作人员、日历: the tables as TypeScript sees them. */
import type { Generated } from 'kysely'
import type { LocalDate } from '../../law/date.ts'
import type { AgencyDetails, AgencyKind } from '../../record/people/agency.ts'
import type { Role } from '../../record/people/roles.ts'
import type { Readings } from '../../law/readings.ts'
import type { Json } from './columns.ts'

export interface PeopleTables {
  agency: {
    id: string
    parent_id: string | null
    slug: string
    kind: AgencyKind
    regime: 'art54' | 'art55'
    rank: Generated<number>
    created_at: Generated<Date>
  }
  agency_version: { agency_id: string; from_date: LocalDate; data: Json<AgencyDetails> }
  agency_setting: {
    agency_id: string
    from_date: LocalDate
    readings: Json<Partial<Readings>>
    overlay: Json<{ off: LocalDate[]; on: LocalDate[] }>
  }
  calendar_year: { year: number; notice: Json<unknown>; loaded_at: Generated<Date> }
  section: { agency_id: string; id: string; name: string; rank: Generated<number> }
  officer: {
    agency_id: string
    id: string
    section_id: string | null
    login: string
    name: string
    position: Generated<string>
    roles: Json<Role[]>
    password_hash: string
    failed_attempts: Generated<number>
    locked_until: Date | null
    active: Generated<boolean>
    created_at: Generated<Date>
  }
  session: {
    token_hash: string
    officer_id: string
    csrf: string
    created_at: Generated<Date>
    seen_at: Generated<Date>
    expires_at: Date
  }
  counter: { agency_id: string; series: string; year: number; value: number }
  store_fact: { key: string; value: string }
}
