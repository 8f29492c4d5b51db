/** 存量检查: the tables as TypeScript sees them. */
import type { ColumnType, Generated } from 'kysely'
import type { LocalDate } from '../../law/date.ts'
import type { StockKind, StockTab } from '../../record/publication/stock.ts'

type Later<T> = ColumnType<T | null, T | null | undefined, T | null>

export interface StockTables {
  stock_scan: {
    begun_on: LocalDate
    begun_at: Generated<Date>
    after_agency: Later<string>
    after_document: Later<string>
    documents: Generated<number>
    findings: Generated<number>
    done_at: Later<Date>
  }
  stock_finding: {
    agency_id: string
    id: string
    document_id: string
    place: string
    kind: StockKind
    what: string
    mark: string
    grave: boolean
    count: number
    found_on: LocalDate
    state: StockTab
    closed_on: Later<LocalDate>
    closed_by_name: Later<string>
    because: Later<string>
  }
}
