/** A cell of a report's tables that was chosen. */
export interface AskedCell {
  table: 'disclosed' | 'requests' | 'disputes'
  row: string
  column: string
  words: string
}
