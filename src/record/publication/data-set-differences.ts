/** 与上一版的不同: rows that came, went, or read otherwise; a row is known by its name. */
import { DATA_SETS, type DataSetKind } from '../../law/publication/data-sets.ts'
import { type DataRow, headingOf, rowName } from './data-set.ts'

export interface RowChange {
  name: string
  kind: 'added' | 'removed' | 'changed'
  /** Of a changed row. */
  cells: { heading: string; before: string; after: string }[]
}

export function dataDifferences(kind: DataSetKind, before: readonly DataRow[], after: readonly DataRow[]): RowChange[] {
  const rule = DATA_SETS[kind]
  const former = new Map(before.map((row) => [rowName(rule, row), row]))
  const present = new Set(after.map((row) => rowName(rule, row)))
  const here = after.flatMap((row): RowChange[] => {
    const name = rowName(rule, row)
    const old = former.get(name)
    if (!old) return [{ name, kind: 'added', cells: [] }]
    const cells = rule.columns.flatMap((column) => {
      const [was, is] = [old[column.key] ?? '', row[column.key] ?? '']
      return was === is ? [] : [{ heading: headingOf(column), before: was, after: is }]
    })
    return cells.length > 0 ? [{ name, kind: 'changed', cells }] : []
  })
  const gone = [...former.keys()]
    .filter((name) => !present.has(name))
    .map((name): RowChange => ({ name, kind: 'removed', cells: [] }))
  return [...here, ...gone]
}

/** What everyone may read of it: how many, and nothing of what stood there before. */
export interface ChangeCounts {
  added: number
  changed: number
  removed: number
}

export function countChanges(changes: readonly RowChange[]): ChangeCounts {
  const of = (kind: RowChange['kind']) => changes.filter((one) => one.kind === kind).length
  return { added: of('added'), changed: of('changed'), removed: of('removed') }
}

export function changeWords({ added, changed, removed }: ChangeCounts): string {
  const parts = [added && `新增 ${added} 行`, changed && `修改 ${changed} 行`, removed && `删去 ${removed} 行`].filter(Boolean)
  return parts.length > 0 ? parts.join('，') : '没有不同'
}
