import { Drawer } from 'antd'
import { Link } from 'react-router'
import { Refusals } from '../parts/refusals.tsx'
import { Loading, Nothing } from '../parts/states.tsx'
import { useRead } from '../queries.ts'
import { pathTo } from '../route-table.ts'
import { useSession } from '../session.tsx'
import type { AskedCell } from './asked-cell.ts'

/** 每个数字背后的案件. */
export function CellDrawer({ year, cell, onClose }: { year: number; cell: AskedCell; onClose: () => void }) {
  const { may } = useSession()
  const { table, row, column, words } = cell
  const { data, error } = useRead('reports.cell', { year, table, row, column })
  return (
    <Drawer open size={480} title={words} onClose={onClose}>
      {error && <Refusals refusals={error.refusals} />}
      {!data && !error && <Loading />}
      {data?.cases.length === 0 && <Nothing say="这一格是零，没有案件。" />}
      {data && data.cases.length > 0 && (
        <>
          <p className="quiet">
            计 {data.value} 件{data.cases.length === data.value ? '' : `，涉及 ${data.cases.length} 件申请`}。
          </p>
          <ul className="papers">
            {data.cases.map((one) => (
              <li key={one.id}>
                <div>
                  {may('requests.view') ? <Link to={pathTo('case', { id: one.id })}>{one.number}</Link> : <b>{one.number}</b>}
                  <span className="clamp">{one.subject}</span>
                  <span className="quiet small">
                    收到 {one.receivedOn ?? '—'} · {one.closedOn ? `${one.closedOn} ${one.outcomeWords}` : one.outcomeWords}
                  </span>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </Drawer>
  )
}
