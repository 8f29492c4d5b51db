import { isDisclosed2019 } from '../../law/reports/checks.ts'
import { formOf } from '../../law/reports/formats/index.ts'
import type { Cell, Disclosed2019, Disclosed2021 } from '../../law/reports/model.ts'
import { CellButton, cellProps, type TableProps } from './cell.tsx'

/** 表二: documents are counted from the library, the other numbers are entered below. */
export function DisclosedTable(props: TableProps) {
  const { view } = props
  const { disclosed } = view.tables
  const words = formOf(view.format).disclosedIn === 'words'
  if (!disclosed && !props.field) return <p className="quiet">没有这一部分的数据。</p>
  return (
    <div className="report-scroll" tabIndex={0} role="region" aria-label="表二" id="table-disclosed">
      {formOf(view.format).disclosed.map((block, blockIndex) => (
        <table key={block.item} className="report-table report-table-disclosed">
          <caption>{block.item}</caption>
          <thead>
            <tr>
              <th scope="col" className="report-corner">
                信息内容
              </th>
              {block.columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map(({ key, label }) => (
              <tr key={key}>
                <th scope="row">{label}</th>
                {block.columns.map((column, index) => (
                  <td key={column}>
                    <CellButton
                      value={disclosed && cellOf(disclosed, { key, label, index })}
                      {...cellProps(props, {
                        table: 'disclosed',
                        row: words ? label : key,
                        column: String(index),
                        words: `${label} × ${column}`,
                      })}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          {blockIndex === 0 && props.fromLibrary && (
            <tfoot>
              <tr>
                <td colSpan={block.columns.length + 1} className="quiet small">
                  {block.rows.at(-1)?.label}的件数由公开目录得出。
                </td>
              </tr>
            </tfoot>
          )}
        </table>
      ))}
    </div>
  )
}

function cellOf(
  disclosed: Disclosed2019 | Disclosed2021,
  { key, label, index }: { key: string; label: string; index: number },
): Cell | string {
  if (isDisclosed2019(disclosed)) return disclosed.rows.find((row) => row.label === label)?.cells[index] ?? null
  const cells = disclosed[key as keyof Disclosed2021]
  return Array.isArray(cells) ? (cells[index] ?? null) : cells
}
