/**
 * Dense rows under a head that stays, read by keyboard: up and down (or k and j) move, Home and End jump, Enter opens, x
 * chooses.
 */
import { Checkbox, Table, type TableColumnsType, type TablePaginationConfig } from 'antd'
import type { KeyboardEvent, ReactNode } from 'react'

export function RowTable<Row extends object>({
  label,
  rows,
  rowKey,
  columns,
  onOpen,
  loading = false,
  empty,
  pagination = false,
  chosen,
  onChoose,
  nameOf,
}: {
  label: string
  rows: readonly Row[]
  rowKey: (row: Row) => string
  columns: TableColumnsType<Row>
  onOpen?: (row: Row) => void
  loading?: boolean
  empty: ReactNode
  pagination?: false | TablePaginationConfig
  /** Keys of the rows chosen for a deed on several at once. */
  chosen?: readonly string[]
  onChoose?: (keys: readonly string[]) => void
  /** What a row is called in the label of its box. */
  nameOf?: (row: Row) => string
}) {
  const toggle = (key: string) =>
    onChoose?.(chosen?.includes(key) ? chosen.filter((one) => one !== key) : [...(chosen ?? []), key])
  const picked = rows.filter((row) => chosen?.includes(rowKey(row))).length
  return (
    <div className="row-table" role="region" aria-label={label}>
      {onChoose && rows.length > 0 && (
        // Above the table: in its head the box would be repeated in the hidden row that measures the columns, and be reached twice.
        <Checkbox
          className="choose-all"
          checked={picked === rows.length}
          indeterminate={picked > 0 && picked < rows.length}
          onChange={({ target }) => onChoose(target.checked ? rows.map(rowKey) : [])}
        >
          选择本页全部
        </Checkbox>
      )}
      <Table<Row>
        size="small"
        sticky={{ offsetHeader: 48 }}
        dataSource={rows}
        rowKey={rowKey}
        columns={columns}
        showHeader={loading || rows.length > 0}
        loading={loading}
        locale={{ emptyText: empty }}
        pagination={pagination}
        {...(onChoose
          ? {
              rowSelection: {
                selectedRowKeys: [...(chosen ?? [])],
                onChange: (keys) => onChoose(keys.map(String)),
                columnWidth: 40,
                getCheckboxProps: (row: Row) => ({ 'aria-label': `选择${nameOf?.(row) ?? ''}` }),
                columnTitle: '选',
              },
            }
          : {})}
        {...(onOpen
          ? {
              onRow: (row: Row, index?: number) => ({
                tabIndex: index === 0 ? 0 : -1,
                className: 'openable',
                onClick: (event) => {
                  if (!(event.target as HTMLElement).closest('a,button,label,.ant-table-selection-column')) onOpen(row)
                },
                onKeyDown: (event) => walk(event, { open: () => onOpen(row), choose: () => toggle(rowKey(row)) }),
              }),
            }
          : {})}
      />
    </div>
  )
}

function walk(event: KeyboardEvent<HTMLElement>, deeds: { open: () => void; choose: () => void }): void {
  if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key === 'Enter') return deeds.open()
  if (event.key === 'x') return deeds.choose()
  const next = neighbour(event.currentTarget, event.key)
  if (!next) return
  event.preventDefault()
  next.tabIndex = 0
  event.currentTarget.tabIndex = -1
  next.focus()
}

function neighbour(row: HTMLElement, key: string): HTMLElement | null {
  const rows = [...(row.parentElement?.querySelectorAll<HTMLElement>('.openable') ?? [])]
  const at = rows.indexOf(row)
  if (key === 'ArrowDown' || key === 'j') return rows[at + 1] ?? null
  if (key === 'ArrowUp' || key === 'k') return rows[at - 1] ?? null
  if (key === 'Home') return rows[0] ?? null
  if (key === 'End') return rows.at(-1) ?? null
  return null
}
