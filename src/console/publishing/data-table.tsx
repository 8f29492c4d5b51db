/**
 * 填表: a line for each row, from cell to cell by Tab, Enter and the arrows; what is copied from Excel is pasted where the cursor
 * stands. Every fault stands at its cell, and above the table with the way there.
 */
import { Alert, Button, Pagination } from 'antd'
import { useDeferredValue, useMemo, useState } from 'react'
import { DATA_SETS } from '../../law/publication/data-sets.ts'
import type { Refusal } from '../../law/refusal.ts'
import { dataFaults, type DataRow, type DataSet, MOST_ROWS, type RowFault } from '../../record/publication/data-set.ts'
import { clipboardGrid, readDataGrid } from '../../record/publication/data-set-grid.ts'
import { fileAddress, readDataSheet } from '../api.ts'
import { FILE_PATHS } from '../../edge/console/contract.ts'
import { Refusals } from '../parts/refusals.tsx'
import { TextArea } from '../parts/text-area.tsx'
import { UploadButton } from '../parts/upload-button.tsx'
import { cellId, DataTableRow, Head } from './data-table-row.tsx'

/** More rows at once make typing slow. */
const SHOWN = 40
const MOST_FAULTS = 6

interface DataTableProps {
  id?: string
  value?: DataSet
  onChange?: (set: DataSet) => void
  /** The draft as it was last saved is what is downloaded. */
  editionId: string
}

export function DataTable({ id = 'data', value, onChange, editionId }: DataTableProps) {
  const [page, setPage] = useState(1)
  const [told, setTold] = useState<readonly string[]>([])
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  // Of a long table they come a moment after the letter that is typed.
  const looked = useDeferredValue(value)
  const faults = useMemo(() => (looked ? dataFaults(looked) : []), [looked])
  if (!value) return null
  const { kind, rows } = value
  const { columns } = DATA_SETS[kind]
  // One more line than there are rows: to type the next.
  const lines = rows.length < MOST_ROWS ? [...rows, {}] : rows
  const pages = Math.max(1, Math.ceil(lines.length / SHOWN))
  const current = Math.min(page, pages)
  const first = (current - 1) * SHOWN
  const put = (changed: readonly DataRow[]) => onChange?.({ ...value, rows: changed.slice(0, MOST_ROWS) })
  const setCell = (row: number, key: string, text: string) => {
    if ((rows[row]?.[key] ?? '') === text) return
    put(lines.slice(0, Math.max(rows.length, row + 1)).map((one, at) => (at === row ? { ...one, [key]: text } : one)))
  }
  const goTo = (row: number, key: string) => {
    setPage(Math.floor(row / SHOWN) + 1)
    // The page of that row is drawn first.
    setTimeout(() => document.getElementById(cellId(row, key))?.focus(), 0)
  }
  const paste = (row: number, from: number, text: string) => {
    const read = readDataGrid(kind, clipboardGrid(text), from)
    const below = read.rows.map((one, at) => ({ ...rows[row + at], ...one }))
    take([...rows.slice(0, row), ...below, ...rows.slice(row + below.length)], read.rows.length, read.ignored)
  }
  const take = (all: readonly DataRow[], came: number, ignored: readonly string[]) => {
    put(all)
    setTold([
      came === 0 ? '没有读到一行：表头要与本表的栏目一致' : `读入 ${came} 行`,
      ...(ignored.length > 0 ? [`“${ignored.join('”“')}”不是本表的栏目，没有读入`] : []),
      ...(all.length > MOST_ROWS ? [`最多 ${MOST_ROWS} 行，多出的没有读入`] : []),
    ])
  }
  const bring = async (file: File) => {
    setTold([])
    const read = readDataGrid(kind, (await readDataSheet(file)).grid)
    take(read.rows.length > 0 ? read.rows : rows, read.rows.length, read.ignored)
  }
  const remove = (row: number) => put(rows.filter((_, at) => at !== row))
  return (
    <div className="data-entry" id={id} role="group" aria-label="表格">
      <div className="data-tools">
        <UploadButton
          label="从 Excel 导入"
          bring={bring}
          done="已读入，请核对"
          accept=".xlsx,.xls,.csv,.et"
          onRefused={setRefusals}
        />
        <Button href={fileAddress(FILE_PATHS.dataSheet(editionId))}>下载 Excel 表样</Button>
        <span className="quiet small">也可以在 Excel 中复制多行，点一个格子后粘贴。</span>
      </div>
      <Refusals refusals={refusals} />
      {told.length > 0 && <Alert type="info" showIcon className="gap-below" title={`${told.join('；')}。`} />}
      <Faults faults={faults} kind={kind} goTo={goTo} />
      <div className="data-frame">
        <table className="data-grid">
          <Head columns={columns} />
          <tbody>
            {lines.slice(first, first + SHOWN).map((row, at) => (
              <DataTableRow
                // Rows have no name of their own: a row is where it stands.
                key={first + at}
                at={first + at}
                row={row}
                columns={columns}
                faults={faults.filter((fault) => fault.row === first + at)}
                isNew={first + at >= rows.length}
                onCell={setCell}
                onPaste={paste}
                onRemove={remove}
                onMove={goTo}
              />
            ))}
          </tbody>
        </table>
      </div>
      {pages > 1 && (
        <Pagination
          size="small"
          className="gap-above"
          current={current}
          total={lines.length}
          pageSize={SHOWN}
          showSizeChanger={false}
          onChange={setPage}
        />
      )}
      <p className="quiet small">共 {rows.length} 行。</p>
      <label htmlFor={`${id}-note`}>表前说明</label>
      <TextArea
        id={`${id}-note`}
        rows={2}
        maxLength={1000}
        value={value.note}
        placeholder="可以不填；如：本表自2026年秋季学期起执行。"
        onChange={({ target }) => onChange?.({ ...value, note: target.value })}
      />
    </div>
  )
}

function Faults({
  faults,
  kind,
  goTo,
}: {
  faults: readonly RowFault[]
  kind: DataSet['kind']
  goTo: (row: number, key: string) => void
}) {
  if (faults.length === 0) return null
  const heading = (key: string) => DATA_SETS[kind].columns.find((column) => column.key === key)?.zh ?? ''
  return (
    <Alert
      type="warning"
      showIcon
      className="gap-below data-faults"
      title={`有 ${faults.length} 处要改，改好后才能送审`}
      description={
        <ul className="plain-list">
          {faults.slice(0, MOST_FAULTS).map(({ row, column, say, then }) => (
            <li key={`${row} ${column}`}>
              <Button type="link" size="small" className="inline-link" onClick={() => goTo(row, column)}>
                第 {row + 1} 行“{heading(column)}”
              </Button>
              {say}
              {then}
            </li>
          ))}
          {faults.length > MOST_FAULTS && <li className="quiet">还有 {faults.length - MOST_FAULTS} 处，标在各自的格子上。</li>}
        </ul>
      }
    />
  )
}
