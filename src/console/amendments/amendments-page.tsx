import { Button } from 'antd'
import { Link, useNavigate } from 'react-router'
import { cite, reg } from '../../law/cite.ts'
import { AMENDMENT_STATE_WORDS } from '../../record/amendments/fold.ts'
import { AMENDMENT_RESULT_WORDS } from '../../record/amendments/model.ts'
import type { AmendmentRow } from '../../record/amendments/view.ts'
import { Mark } from '../parts/days-left-mark.tsx'
import { Page } from '../parts/page.tsx'
import { RowTable } from '../parts/row-table.tsx'
import { Failure, Nothing } from '../parts/states.tsx'
import { useRead } from '../queries.ts'
import { pathTo } from '../route-table.ts'
import { useSession } from '../session.tsx'

/** 更正登记簿 (Art 41): beside the register of requests, not in it. */
export default function AmendmentsPage() {
  const go = useNavigate()
  const { may } = useSession()
  const { data, error, refetch, isPending } = useRead('amendments.list', {})
  if (error) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  const rows = data?.rows ?? []
  return (
    <Page
      title="更正与自身相关的记录"
      lead={`要求更正本机关提供的、与本人自身相关的不准确记录（${cite(reg('41'))}）：单独编号，不计入年度报告的申请数量。`}
      actions={
        may('amendments.handle') && (
          <Button type="primary" onClick={() => void go(pathTo('newAmendment'))}>
            登记更正申请
          </Button>
        )
      }
    >
      <RowTable<AmendmentRow>
        label="更正申请"
        rows={rows}
        rowKey={({ id }) => id}
        loading={isPending}
        onOpen={({ id }) => void go(pathTo('amendment', { id }))}
        empty={<Nothing say="还没有更正申请。有证据证明本机关提供的、与本人相关的记录不准确，要求更正的，登记在这里。" />}
        pagination={rows.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
        columns={[
          {
            title: '编号',
            render: (_, row) => (
              <>
                <Link to={pathTo('amendment', { id: row.id })}>{row.number}</Link>
                <div className="phone-only">{row.subject}</div>
              </>
            ),
          },
          { title: '记录', responsive: ['sm'], render: (_, { subject }) => <div className="clamp">{subject}</div> },
          { title: '收到', width: 110, className: 'day', dataIndex: 'receivedOn', responsive: ['sm'] },
          {
            title: '结果',
            width: 190,
            render: (_, { result, state, servedOn }) => (
              <>
                {result && <div>{AMENDMENT_RESULT_WORDS[result]}</div>}
                {servedOn ? (
                  <div className="quiet small">{servedOn} 送达</div>
                ) : (
                  <Mark tone={state === 'proposed' || state === 'withdrawn' ? 'calm' : 'soon'}>
                    {AMENDMENT_STATE_WORDS[state]}
                  </Mark>
                )}
              </>
            ),
          },
        ]}
      />
    </Page>
  )
}
