/** Dense rows under a head that stays, read by keyboard: up and down move, enter opens. */
import { Table, type TableColumnsType, type TablePaginationConfig } from 'antd'
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
}: {
  label: string
  rows: readonly Row[]
  rowKey: (row: Row) => string
  columns: TableColumnsType<Row>
  onOpen?: (row: Row) => void
  loading?: boolean
  empty: ReactNode
  pagination?: false | TablePaginationConfig
}) {
  return (
    <div className="row-table" role="region" aria-label={label}>
      <Table<Row>
        size="small"
        sticky={{ offsetHeader: 48 }}
        dataSource={rows}
        rowKey={rowKey}
        columns={columns}
        loading={loading}
        locale={{ emptyText: empty }}
        pagination={pagination}
        {...(onOpen
          ? {
              onRow: (row: Row, index?: number) => ({
                tabIndex: index === 0 ? 0 : -1,
                className: 'openable',
                onClick: (event) => {
                  if (!(event.target as HTMLElement).closest('a,button')) onOpen(row)
                },
                onKeyDown: (event) => walk(event, () => onOpen(row)),
              }),
            }
          : {})}
      />
    </div>
  )
}

function walk(event: KeyboardEvent<HTMLElement>, open: () => void): void {
  if (event.target !== event.currentTarget) return
  const row = event.currentTarget
  if (event.key === 'Enter') return open()
  const next = event.key === 'ArrowDown' ? row.nextElementSibling : event.key === 'ArrowUp' ? row.previousElementSibling : null
  if (!(next instanceof HTMLElement) || !next.classList.contains('openable')) return
  event.preventDefault()
  next.tabIndex = 0
  row.tabIndex = -1
  next.focus()
}
