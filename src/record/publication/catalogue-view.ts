/** 公开事项目录 as the desk sees it. */
import type { LocalDate } from '../../law/date.ts'
import type { CatalogueContent, CatalogueDifference, CatalogueItem } from './catalogue.ts'
import type { Pending } from './inheritance.ts'
import type { SheetFault, SheetPlace } from './catalogue-sheet.ts'

/** One line of the list. */
export interface CatalogueRow {
  id: string
  field: string
  first: string
  second: string
  limit: string
  audience: string
  mode: string
  sectionId: string | null
  section: string | null
  /** Where on the portal it is published; empty where nobody chose. */
  column: string
  /** 只在本单位公开 */
  staffOnly: boolean
  documents: number
  latest: LocalDate | null
}

export interface CatalogueView {
  rows: CatalogueRow[]
  sections: { id: string; name: string }[]
  /** How many open documents stand under none of the items. */
  elsewhere: number
  mayEdit: boolean
  /** Items of the catalogue above that wait to be taken over. */
  waiting: number
  /** There are units below, to which items may be handed down. */
  hasUnits: boolean
}

export interface CatalogueVersionView {
  seq: number
  from: LocalDate
  ended: boolean
  by: string
  on: LocalDate
  why: string
  /** Against the version before it; empty of the first. */
  differences: CatalogueDifference[]
}

export interface CatalogueItemView {
  item: CatalogueItem
  section: string | null
  sections: { id: string; name: string }[]
  /** It is no more in the catalogue from this day on. */
  endedFrom: LocalDate | null
  versions: CatalogueVersionView[]
  documents: { id: string; title: string; publishedOn: LocalDate }[]
  /** The page of the portal; null of what only the agency's own people read. */
  address: string | null
  mayEdit: boolean
  /** The body above fixed it: only who publishes, where and when may be changed here. */
  fixedBy: string | null
  /** There are units below, to which it may be handed down. */
  hasUnits: boolean
  /** What the units made of it, where it is handed down to them. */
  units: { name: string; state: 'taken' | 'kept' | 'waiting'; because: string }[]
}

/** 导入预览 */
export interface CataloguePreview {
  /** Of the catalogue that it was compared with: an import on another one is refused. */
  seen: string
  fresh: { at: SheetPlace; content: CatalogueContent }[]
  changed: { id: string; at: SheetPlace; name: string; differences: CatalogueDifference[] }[]
  gone: { id: string; name: string }[]
  same: number
  untouched: { field: string; items: number }[]
  faults: SheetFault[]
  /** Rows that are read and taken, of which something is to be known. */
  remarks: SheetFault[]
  /** Whether the order of the file is another one. */
  moved: boolean
}

export interface CatalogueImported {
  fresh: number
  changed: number
  ended: number
}

/** 上级目录: what waits to be taken over, and what was kept off. */
export interface InheritedView {
  /** Whose catalogue it is; null where nobody stands above. */
  from: string | null
  pending: Pending[]
  kept: { parentItemId: string; parentSeq: number; name: string; because: string; by: string; on: string }[]
  mayEdit: boolean
}

/** 事项包: a ready-made catalogue, and what of it the unit does not have yet. */
export interface PackView {
  key: string
  field: string
  what: string
  source: string
  items: number
  fresh: string[]
}

/** “招生管理 / 招生政策” */
export function itemName({ first, second }: Pick<CatalogueContent, 'first' | 'second'>): string {
  return `${first} / ${second}`
}
