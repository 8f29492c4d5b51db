import { formOf } from '../../law/reports/formats/index.ts'
import type { RequestRowForm } from '../../law/reports/formats/index.ts'
import { CellButton, cellProps, type TableProps } from './cell.tsx'

/** 表三, as the form has it. Imported tables have no cases behind them. */
export function RequestsTable(props: TableProps) {
  const { view } = props
  const { rows, columns, organisationHeading, resultsHeading, note } = formOf(view.format).requests
  const table = view.tables.requests
  if (!table && !props.field) return <p className="quiet">没有这一部分的数据。</p>
  const organisations = columns.filter(({ organisation }) => organisation).length
  return (
    <div className="report-scroll" tabIndex={0} role="region" aria-label="表三" id="table-requests">
      <table className="report-table">
        <thead>
          <tr>
            <th rowSpan={2} scope="col" className="report-corner">
              {note}
            </th>
            {columns
              .filter(({ organisation }, index) => !organisation && index === 0)
              .map(({ column, label }) => (
                <th key={column} rowSpan={2} scope="col">
                  {label}
                </th>
              ))}
            <th colSpan={organisations} scope="colgroup">
              {organisationHeading}
            </th>
            <th rowSpan={2} scope="col">
              {columns.at(-1)?.label}
            </th>
          </tr>
          <tr>
            {columns
              .filter(({ organisation }) => organisation)
              .map(({ column, label }) => (
                <th key={column} scope="col">
                  {label}
                </th>
              ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <Row key={row.row} form={row} before={rows[index - 1]} resultsHeading={resultsHeading} span={columns.length + 1}>
              {columns.map(({ column, label }, index) => (
                <td key={column}>
                  <CellButton
                    value={table?.[row.row]?.[index] ?? null}
                    {...cellProps(props, { table: 'requests', row: row.row, column, words: `${row.label} × ${label}` })}
                  />
                </td>
              ))}
            </Row>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({
  form,
  before,
  resultsHeading,
  span,
  children,
}: {
  form: RequestRowForm
  before: RequestRowForm | undefined
  resultsHeading: string
  span: number
  children: React.ReactNode
}) {
  const startsResults = form.level > 1 && before?.level === 1
  const startsGroup = form.group !== undefined && form.group !== before?.group
  return (
    <>
      {startsResults && <Heading words={resultsHeading} level={1} span={span} />}
      {startsGroup && <Heading words={form.group ?? ''} level={2} span={span} />}
      <tr className={form.row === 'handled' || form.level === 1 ? 'is-total' : ''}>
        <th scope="row" className={`report-level-${form.level}`}>
          {form.number}
          {form.label}
        </th>
        {children}
      </tr>
    </>
  )
}

function Heading({ words, level, span }: { words: string; level: number; span: number }) {
  return (
    <tr className="report-heading">
      <th scope="rowgroup" colSpan={span} className={`report-level-${level}`}>
        {words}
      </th>
    </tr>
  )
}
