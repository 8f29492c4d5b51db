/** 数据表 as it will be published, whole: a table where there is room, on a phone an entry for each row. */
import { DATA_SETS } from '../../law/publication/data-sets.ts'
import { type DataSet, headingOf } from '../../record/publication/data-set.ts'

export function DataShown({ set }: { set: DataSet }) {
  const columns = DATA_SETS[set.kind].columns.filter(({ key }) => set.rows.some((row) => row[key]))
  return (
    <div className="data-shown">
      {set.note && <p className="as-written">{set.note}</p>}
      <table>
        <caption className="quiet small">共 {set.rows.length} 行</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col">
                {headingOf(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {set.rows.map((row, at) => (
            // Rows have no name of their own: a row is where it stands.
            <tr key={at}>
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.key} scope="row">
                    {row[column.key]}
                  </th>
                ) : (
                  <td key={column.key} data-label={headingOf(column)}>
                    {row[column.key]}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
