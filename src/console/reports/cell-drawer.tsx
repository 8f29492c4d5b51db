import { Drawer } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { UnitsBehind } from '../../record/reports/view.ts'
import { DOT } from '../parts/dot.ts'
import { Refusals } from '../parts/refusals.tsx'
import { Loading, Nothing } from '../parts/states.tsx'
import { useRead } from '../queries.ts'
import { pathTo } from '../route-table.ts'
import { useSession } from '../session.tsx'
import type { AskedCell } from './asked-cell.ts'
import { PagesBehind, DocumentsBehind, EntriesBehind } from './cell-sources.tsx'

/** 每个数字背后的案件. */
export function CellDrawer({ year, cell, onClose }: { year: number; cell: AskedCell; onClose: () => void }) {
  const { may } = useSession()
  const { table, row, column, words } = cell
  const [page, setPage] = useState(1)
  const { data, error } = useRead('reports.cell', { year, table, row, column, page }, { keep: true })
  return (
    <Drawer open size={480} title={words} onClose={onClose}>
      {error && <Refusals refusals={error.refusals} />}
      {!data && !error && <Loading />}
      {data && data.caseCount + data.documentCount + data.entryCount === 0 && !data.units?.total && (
        <Nothing say={table === 'disclosed' ? '这一格没有登记；填写的数字和依据见表下。' : '这一格是零，没有案件。'} />
      )}
      {data && data.caseCount > 0 && (
        <>
          <p className="quiet">
            计 {data.value} 件{data.caseCount === data.value ? '' : `，涉及 ${data.caseCount} 件申请`}。
          </p>
          <ul className="papers">
            {data.cases.map((one) => (
              <li key={one.id}>
                <div>
                  {may(one.disputeId ? 'disputes.view' : 'requests.view') ? (
                    <Link to={one.disputeId ? pathTo('dispute', { id: one.disputeId }) : pathTo('case', { id: one.id })}>
                      {one.number}
                    </Link>
                  ) : (
                    <b>{one.number}</b>
                  )}
                  <span className="clamp">{one.subject}</span>
                  <span className="quiet small">
                    {!one.disputeId && (
                      <>
                        收到 {one.receivedOn ?? '—'}
                        {DOT}
                      </>
                    )}
                    {one.closedOn ? `${one.closedOn} ${one.outcomeWords}` : one.outcomeWords}
                  </span>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      {data && <DocumentsBehind {...data} />}
      {data && <EntriesBehind {...data} />}
      {data && <PagesBehind cell={data} page={page} onPage={setPage} />}
      {data?.units && data.units.total > 0 && <Units units={data.units} />}
    </Drawer>
  )
}

/** 汇总数的来源: the units that a sum of a notice adds up. */
export function SumDrawer({ noticeId, cell, onClose }: { noticeId: string; cell: AskedCell; onClose: () => void }) {
  const { table, row, column, words } = cell
  const { data, error } = useRead('handIns.sum', { id: noticeId, table, row, column })
  return (
    <Drawer open size={480} title={words} onClose={onClose}>
      {error && <Refusals refusals={error.refusals} />}
      {!data && !error && <Loading />}
      {data?.total === 0 && <Nothing say="审核通过的报告在这一格都是零。" />}
      {data && data.total > 0 && <Units units={data} />}
    </Drawer>
  )
}

/** 所属单位: the next level down; each name leads to the report as handed in. */
function Units({ units: { rows, total } }: { units: UnitsBehind }) {
  const { may } = useSession()
  return (
    <>
      <h3 className="small-heading">所属单位 {total} 个</h3>
      {total > rows.length && <p className="quiet">列出数量较多的 {rows.length} 个，其余在“报送”中查看。</p>}
      <ul className="plain-list">
        {rows.map(({ id, noticeId, name, value }) => (
          <li key={id}>
            {may('handIns.view') ? <Link to={pathTo('handInUnit', { id: noticeId, unitId: id })}>{name}</Link> : name}：{value}
          </li>
        ))}
      </ul>
    </>
  )
}
