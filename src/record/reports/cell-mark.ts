/** What is to be said at one cell of a table: a fault found, a remark made. `column` null: of the whole row. */
export interface CellMark {
  table: 'disclosed' | 'requests' | 'disputes'
  row: string
  column: string | null
  text: string
}
