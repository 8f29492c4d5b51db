import { formOf } from '../../law/reports/formats/index.ts'
import { CellButton, cellProps, type TableProps } from './cell.tsx'

/** 表四: three groups of five cells, one group a row so that it also fits a narrow page. */
export function DisputesTable(props: TableProps) {
  const { view } = props
  const { groups, columns } = formOf(view.format).disputes
  const table = view.tables.disputes
  if (!table && !props.field) return <p className="quiet">没有这一部分的数据。</p>
  return (
    <div className="report-scroll" tabIndex={0} role="region" aria-label="表四" id="table-disputes">
      <table className="report-table">
        <thead>
          <tr>
            <th scope="col" className="report-corner">
              途径
            </th>
            {columns.map(({ column, label }) => (
              <th key={column} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map(({ group, label, within }) => (
            <tr key={group}>
              <th scope="row">{within ? `${within}：${label}` : label}</th>
              {columns.map(({ column, label: result }, index) => (
                <td key={column}>
                  <CellButton
                    value={table?.[group][index] ?? null}
                    {...cellProps(props, { table: 'disputes', row: group, column, words: `${label} × ${result}` })}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
