/** 主动公开: the tables as TypeScript sees them. */
import type { ColumnType, Generated } from 'kysely'
import type { LocalDate } from '../../law/date.ts'
import type { Attribute, Audience, Stage } from '../../law/publication/attribute.ts'
import type { MatterKind, MatterOpenness, MatterRegime } from '../../law/publication/major-matters.ts'
import type { ReleaseStep } from '../../law/publication/release-steps.ts'
import type { TileKey } from '../../law/publication/term-card.ts'
import type { OutletKind } from '../../law/publication/outlets.ts'
import type { PublishedFile } from '../../record/publication/edition-files.ts'
import type { CatalogueContent, CatalogueKeeping } from '../../record/publication/catalogue.ts'
import type { DataSetKind } from '../../law/publication/data-sets.ts'
import type { DataRow } from '../../record/publication/data-set.ts'
import type { DutyNote } from '../../record/publication/duties.ts'
import type { EditionState, StepKind } from '../../record/publication/edition-steps.ts'
import type { SettledKind } from '../../record/publication/proofreading/finding.ts'
import type { SuperiorWho } from '../../record/publication/superior.ts'
import type { OutletProof, OutletState } from '../../record/publication/outlet-items.ts'
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
    edition_id: string | null
    audience: ColumnType<Audience, Audience | undefined, Audience>
    stage: Stage | null
    shown_until: LocalDate | null
    withdrawn_on: LocalDate | null
    withdrawn_because: string | null
    result_of: string | null
    files: ColumnType<PublishedFile[], string | undefined, string>
    item_id: string | null
    duty_key: Generated<string>
  }
  document_words: {
    agency_id: string
    id: string
    column_key: string
    published_on: LocalDate
    shown_until: LocalDate | null
    names: string
    about: string
    words: string
  }
  document_quarter: {
    begins: LocalDate
    lexeme: string
  }
  edition: {
    agency_id: string
    id: string
    document_id: string
    seq: number
    title: string
    column_key: string
    attribute: Attribute
    section_id: string | null
    state: EditionState
    next_step: ReleaseStep | null
    sealed_content: Buffer
    digest: string
    authors: Json<string[]>
    version: Generated<number>
    review_on: LocalDate | null
    started_on: LocalDate
    updated_at: Instant
    item_id: string | null
    duty_key: Generated<string>
    formed_on: LocalDate | null
    superior_id: string | null
    superior_who: SuperiorWho | null
    look_after: ColumnType<ReleaseStep[], string | undefined, string>
    result_of: string | null
    data_kind: DataSetKind | null
    data_period: string | null
  }
  data_set: {
    agency_id: string
    document_id: string
    edition_id: string
    kind: DataSetKind
    period: string
    note: string
    rows: Json<DataRow[]>
    released_on: LocalDate
    against: Generated<string>
    added: Generated<number>
    changed: Generated<number>
    removed: Generated<number>
  }
  edition_step: {
    agency_id: string
    edition_id: string
    seq: number
    kind: StepKind
    step: ReleaseStep | null
    digest: string
    actor_id: string
    actor_name: string
    on_date: LocalDate
    recorded_at: Generated<Date>
    note: Generated<string>
    delegation: string | null
    authority: Generated<string>
    of_agency: Generated<string>
    command_id: string
  }
  edition_finding: {
    agency_id: string
    edition_id: string
    seq: number
    key: string
    what: SettledKind
    sealed: Buffer
    actor_id: string
    actor_name: string
    on_date: LocalDate
    recorded_at: Generated<Date>
    command_id: string
  }
  release_delegation: {
    agency_id: string
    id: string
    officer_id: string
    columns: Json<string[]>
    from_date: LocalDate
    to_date: LocalDate
    document: string
    paper_hash: string | null
    paper_type: string | null
    granted_by: string
    granted_on: LocalDate
    granted_at: Generated<Date>
    revoked_on: LocalDate | null
    revoked_by: string | null
    revoked_because: Generated<string>
  }
  unit_reminder: {
    agency_id: string
    on_date: LocalDate
    from_agency: string
    from_name: string
    by_id: string
    by_name: string
    term: string
    tiles: Json<TileKey[]>
    recorded_at: Generated<Date>
  }
  superior_release: {
    agency_id: string
    id: string
    units: Json<string[]>
    columns: Json<string[]>
    who: SuperiorWho
    from_date: LocalDate
    to_date: LocalDate | null
    why: string
    set_by: string
    set_by_name: string
    set_on: LocalDate
    set_at: Generated<Date>
    ended_by_name: string | null
    ended_on: LocalDate | null
  }
  edition_unmasked: {
    agency_id: string
    edition_id: string
    digest: string
    sealed_content: Buffer
    kept_by: string
    kept_on: LocalDate
    kept_at: Generated<Date>
  }
  outlet: {
    agency_id: string
    id: string
    kind: OutletKind
    name: string
    columns: Json<string[]>
    settings: Json<Record<string, string>>
    sealed_secret: Buffer | null
    active: boolean
    created_on: LocalDate
  }
  outlet_item: {
    agency_id: string
    outlet_id: string
    document_id: string
    state: OutletState
    edition_id: string | null
    proof: Json<OutletProof>
    attempts: Generated<number>
    next_try_at: ColumnType<Date | null, Date | null | undefined, Date | null>
    fault: string | null
    changed_at: Instant
    touched: Generated<boolean>
    leased_until: ColumnType<Date | null, Date | null | undefined, Date | null>
  }
  outlet_event: {
    agency_id: string
    outlet_id: string
    document_id: string
    seq: number
    state: OutletState
    actor_name: string
    on_date: LocalDate
    recorded_at: Generated<Date>
    note: Generated<string>
    proof: Json<OutletProof>
  }
  duty_event: {
    agency_id: string
    id: string
    item_id: string
    trigger_key: string
    on_date: LocalDate
    what: string
    actor_id: string
    actor_name: string
    recorded_at: Generated<Date>
  }
  duty_note: {
    agency_id: string
    seq: Generated<string>
    duty_key: string
    kind: DutyNote['kind']
    document_id: string | null
    because: Generated<string>
    actor_id: string
    actor_name: string
    on_date: LocalDate
    command_id: string
    recorded_at: Generated<Date>
  }
  catalogue_decision: {
    agency_id: string
    seq: Generated<string>
    parent_agency_id: string
    parent_item_id: string
    parent_seq: number
    item_id: string | null
    decision: 'taken' | 'kept'
    because: Generated<string>
    actor_id: string
    actor_name: string
    on_date: LocalDate
    recorded_at: Generated<Date>
  }
  major_matter: {
    agency_id: string
    id: string
    kind: MatterKind
    title: string
    decided_on: LocalDate
    decided_by: string
    regime: MatterRegime
    openness: MatterOpenness
    reason: Generated<string>
    item_id: string | null
    section_id: string | null
    entered_by: string
    entered_by_name: string
    entered_on: LocalDate
    recorded_at: Generated<Date>
    voided_by_name: string | null
    voided_on: LocalDate | null
    voided_because: string | null
  }
  catalogue_item: {
    agency_id: string
    id: string
    rank: number
  }
  catalogue_version: {
    agency_id: string
    item_id: string
    seq: number
    from_date: LocalDate
    ended: Generated<boolean>
    content: Json<CatalogueContent>
    keeping: Json<CatalogueKeeping>
    why: Generated<string>
    actor_id: string
    actor_name: string
    recorded_at: Generated<Date>
  }
}
