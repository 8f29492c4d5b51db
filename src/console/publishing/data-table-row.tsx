/** One row of a table that is filled in, and the head above the rows. */
import { Button, Input } from 'antd'
import type { ClipboardEvent, KeyboardEvent } from 'react'
import type { DataColumn } from '../../law/publication/data-sets.ts'
import { readCell } from '../../record/publication/data-cell.ts'
import { type DataRow, headingOf, LONGEST_CELL, type RowFault } from '../../record/publication/data-set.ts'
import { TextArea } from '../parts/text-area.tsx'

export const cellId = (row: number, key: string) => `cell-${row}-${key}`

export function Head({ columns }: { columns: readonly DataColumn[] }) {
  return (
    <thead>
      <tr>
        <th scope="col">行</th>
        {columns.map((column) => (
          <th key={column.key} scope="col" className={`is-${column.kind}`}>
            {headingOf(column)}
            {column.required && <span className="quiet small">（必填）</span>}
            {column.hint && <div className="quiet small">{column.hint}</div>}
            {column.options && (
              <datalist id={`options-${column.key}`}>
                {column.options.map((one) => (
                  <option key={one} value={one} />
                ))}
              </datalist>
            )}
            {column.kind === 'yesNo' && (
              <datalist id={`options-${column.key}`}>
                <option value="是" />
                <option value="否" />
              </datalist>
            )}
          </th>
        ))}
        <th scope="col">删行</th>
      </tr>
    </thead>
  )
}

interface RowProps {
  at: number
  row: DataRow
  columns: readonly DataColumn[]
  faults: readonly RowFault[]
  /** The blank line at the end. */
  isNew: boolean
  onCell: (row: number, key: string, text: string) => void
  onPaste: (row: number, from: number, text: string) => void
  onRemove: (row: number) => void
  onMove: (row: number, key: string) => void
}

export function DataTableRow({ at, row, columns, faults, isNew, onCell, onPaste, onRemove, onMove }: RowProps) {
  return (
    <tr>
      <th scope="row">{isNew ? '新' : at + 1}</th>
      {columns.map((column, index) => {
        const { key } = column
        const text = row[key] ?? ''
        const fault = faults.find((one) => one.column === key)
        const told = `${cellId(at, key)}-fault`
        const listed = column.kind === 'choice' || column.kind === 'yesNo'
        const field = {
          id: cellId(at, key),
          value: text,
          maxLength: LONGEST_CELL,
          'aria-label': `第 ${at + 1} 行 ${column.zh}`,
          ...(fault ? { status: 'error' as const, 'aria-invalid': true, 'aria-describedby': told } : {}),
          onChange: ({ target }: { target: { value: string } }) => onCell(at, key, target.value),
          onBlur: () => !isNew && onCell(at, key, readCell(column, text).text),
          onPaste: (event: ClipboardEvent) => pasted(event, (all) => onPaste(at, index, all)),
          onKeyDown: (event: KeyboardEvent) => walk(event, { at, key, listed, onMove }),
        }
        return (
          <td key={key} className={`is-${column.kind}`}>
            {column.kind === 'places' ? (
              <TextArea {...field} rows={1} size="small" />
            ) : (
              <Input {...field} size="small" autoComplete="off" {...(listed ? { list: `options-${key}` } : {})} />
            )}
            {fault && (
              <span className="cell-fault" id={told}>
                {fault.say}
                {text !== '' && fault.then}
              </span>
            )}
          </td>
        )
      })}
      <td>
        {!isNew && (
          <Button type="text" size="small" danger aria-label={`删去第 ${at + 1} 行`} onClick={() => onRemove(at)}>
            删去
          </Button>
        )}
      </td>
    </tr>
  )
}

/** One cell's words are typed as always; several cells are a table. */
function pasted(event: ClipboardEvent, take: (text: string) => void): void {
  const text = event.clipboardData.getData('text/plain')
  if (!/[\t\n]/.test(text.trimEnd())) return
  event.preventDefault()
  take(text)
}

/** Down and up in the column; in a list of choices the arrows choose. */
function walk(
  event: KeyboardEvent,
  { at, key, listed, onMove }: { at: number; key: string; listed: boolean; onMove: RowProps['onMove'] },
): void {
  const down = event.key === 'Enter' || (event.key === 'ArrowDown' && !listed)
  if (!down && (event.key !== 'ArrowUp' || listed)) return
  event.preventDefault()
  if (down) onMove(at + 1, key)
  else if (at > 0) onMove(at - 1, key)
}
