/** A cell of table 三 or 四 that was asked about. */
export interface AskedCell {
  table: 'requests' | 'disputes'
  row: string
  column: string
  words: string
}
