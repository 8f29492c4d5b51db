/** One cell of a table: a number that opens the cases behind it, marked where a check has something to say of it. */
import type { Cell, Finding } from '../../law/reports/model.ts'

/** Whether a finding speaks of this cell. */
export function isPointed(finding: Finding | null, table: Finding['table'], row: string, column: string): boolean {
  return (
    finding !== null &&
    finding.table === table &&
    finding.rows.includes(row) &&
    (finding.column === null || finding.column === column)
  )
}

export function CellButton({
  value,
  words,
  pointed,
  onAsk,
}: {
  value: Cell
  words: string
  pointed: boolean
  onAsk?: () => void
}) {
  const className = `cell ${pointed ? 'is-pointed' : ''} ${value === 0 ? 'is-zero' : ''}`
  if (value === null) return <span className={`${className} is-blank`}>空</span>
  if (!onAsk) return <span className={className}>{value}</span>
  return (
    <button type="button" className={className} onClick={onAsk} aria-label={`${words}：${value}，查看背后的案件`}>
      {value}
    </button>
  )
}
