/** 公示和异议: the tables as TypeScript sees them. */
import type { ColumnType, Generated } from 'kysely'
import type { Length } from '../../law/calendar.ts'
import type { LocalDate } from '../../law/date.ts'
import type { ObjectionFinding, ObjectionWay, Objector, PublicityKind } from '../../law/publication/publicity.ts'
import type { ObjectionState, ObjectionStep } from '../../record/publication/objection.ts'
import type { AfterPublicity, PublicityContact } from '../../record/publication/publicity.ts'
import type { Json } from './columns.ts'

type Later<T> = ColumnType<T | null, T | null | undefined, T | null>

export interface PublicityTables {
  publicity: {
    agency_id: string
    document_id: string
    run: number
    edition_id: string
    kind: PublicityKind
    starts_on: LocalDate
    ends_on: LocalDate
    length_n: number
    length_unit: Length['unit']
    contact: Json<PublicityContact>
    after: AfterPublicity
    section_id: string | null
    owner_id: string | null
    restarted_on: Later<LocalDate>
    withdrawn_on: Later<LocalDate>
    ended_on: Later<LocalDate>
    concluded_on: Later<LocalDate>
    result_id: Later<string>
  }
  objection: {
    agency_id: string
    id: string
    document_id: string
    run: number
    number: string
    number_year: number
    number_serial: number
    via: ObjectionWay
    objector: Objector
    sealed: Buffer
    reachable: boolean
    received_on: LocalDate
    after_end: boolean
    due_on: LocalDate | null
    owner_id: string | null
    state: ObjectionState
    finding: Later<ObjectionFinding>
    sealed_answer: Later<Buffer>
    drafted_by: Later<string>
    answered_by: Later<string>
    answered_on: Later<LocalDate>
    told_on: Later<LocalDate>
    query_code_hash: string
    entered_by: string | null
    version: Generated<number>
    command_id: string
  }
  objection_step: {
    agency_id: string
    objection_id: string
    seq: number
    kind: ObjectionStep
    actor_id: string
    actor_name: string
    on_date: LocalDate
    recorded_at: Generated<Date>
    note: string
    command_id: string
  }
}
