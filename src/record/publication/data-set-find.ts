/** 筛选和“我家上哪所学校”: which rows of a 数据表 a reader asks for. */
import { DATA_SETS, type DataSetKind } from '../../law/publication/data-sets.ts'
import { placesIn } from './data-cell.ts'
import type { DataRow } from './data-set.ts'
import { searchFold } from './search-text.ts'

/** What a reader may choose in each column that narrows the table, as the rows have it. */
export function filterChoices(kind: DataSetKind, rows: readonly DataRow[]): { key: string; zh: string; options: string[] }[] {
  return DATA_SETS[kind].columns
    .filter(({ filter }) => filter)
    .map(({ key, zh, options }) => {
      const there = new Set(rows.map((row) => row[key] ?? '').filter(Boolean))
      return { key, zh, options: options ? options.filter((one) => there.has(one)) : [...there] }
    })
    .filter(({ options }) => options.length > 1)
}

/** Rows that have what was chosen and all of the words somewhere. */
export function narrowed(
  kind: DataSetKind,
  rows: readonly DataRow[],
  { chosen, words }: { chosen: Readonly<Record<string, string>>; words: string },
): DataRow[] {
  const terms = searchFold(words).split(/\s+/).filter(Boolean)
  const filters = DATA_SETS[kind].columns.filter(({ key, filter }) => filter && chosen[key])
  return rows.filter(
    (row) =>
      filters.every(({ key }) => row[key] === chosen[key]) &&
      (terms.length === 0 || everyTerm(searchFold(Object.values(row).join(' ')), terms)),
  )
}

const everyTerm = (text: string, terms: readonly string[]) => terms.every((term) => text.includes(term))

/** Fewer letters name no place. */
const FEWEST_LETTERS = 2
/** 河东村三组, 幸福小区3号楼: what follows the name of the place. */
const WITHIN = /(?:[一二三四五六七八九十\d]+(?:组|社|队|号楼|号|栋|幢|单元|室|户))+$/u

export interface PlaceFound {
  row: DataRow
  /** Of its zone, what answers the question. */
  places: string[]
}

/** Which schools a place belongs to: it is one of the zone's places, part of one's name, or lies within one. */
export function schoolsOfPlace(rows: readonly DataRow[], asked: string): PlaceFound[] {
  const place = searchFold(asked).replace(/\s/g, '').replace(WITHIN, '')
  if ([...place].length < FEWEST_LETTERS) return []
  const found = rows.map((row) => ({ row, places: placesIn(row['areas'] ?? '').filter((one) => fits(searchFold(one), place)) }))
  const exact = (one: PlaceFound) => (one.places.some((name) => searchFold(name) === place) ? 0 : 1)
  return found.filter(({ places }) => places.length > 0).toSorted((a, b) => exact(a) - exact(b))
}

const fits = (zone: string, place: string) => zone.includes(place) || ([...zone].length >= FEWEST_LETTERS && place.includes(zone))
