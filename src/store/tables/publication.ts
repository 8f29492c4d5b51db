/** 主动公开: the tables as TypeScript sees them. */
import type { GeneratedAlways } from 'kysely'
import type { LocalDate } from '../../law/date.ts'
import type { Instant, Json } from './columns.ts'

export interface PublicationTables {
  document: {
    agency_id: string
    id: string
    column_key: string
    title: string
    number: string | null
    index_number: string
    summary: string
    keywords: Json<string[]>
    body: string
    formed_on: LocalDate
    published_on: LocalDate | null
    effective_on: LocalDate | null
    validity: 'inForce' | 'amended' | 'repealed' | 'expired'
    repealed_on: LocalDate | null
    normative: boolean
    interprets: string | null
    approved_by: string | null
    updated_at: Instant
    names_folded: GeneratedAlways<string>
    about_folded: GeneratedAlways<string>
  }
}
