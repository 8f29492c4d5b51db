import { Button } from 'antd'
import { Link, useNavigate } from 'react-router'
import { cite, reg } from '../../law/cite.ts'
import type { NoticeRow } from '../../record/reports/notice.ts'
import { Mark } from '../parts/days-left-mark.tsx'
import { Page } from '../parts/page.tsx'
import { RowTable } from '../parts/row-table.tsx'
import { Failure, Nothing } from '../parts/states.tsx'
import { useRead } from '../queries.ts'
import { pathTo } from '../route-table.ts'
import { useSession } from '../session.tsx'

/** 年报报送: the notices of this office and how far the units have come. */
export default function HandInsPage() {
  const { may } = useSession()
  const go = useNavigate()
  const { data, error, refetch, isPending } = useRead('handIns.list', {})
  if (error) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  return (
    <Page
      title="年度报告的报送"
      lead={`所属单位的年度报告在这里报送、审核、汇总（${cite(reg('49'))}）。审核通过一份，汇总数随之更新。`}
      actions={
        <>
          {(data?.rows.length ?? 0) > 0 && <Button onClick={() => void go(pathTo('compareHandIns'))}>比较</Button>}
          {may('handIns.issue') && (
            <Button type="primary" onClick={() => void go(pathTo('newNotice'))}>
              登记报送通知
            </Button>
          )}
        </>
      }
    >
      <RowTable<NoticeRow>
        label="报送通知"
        rows={data?.rows ?? []}
        rowKey={({ id }) => id}
        loading={isPending}
        onOpen={({ id }) => void go(pathTo('handIn', { id }))}
        empty={<Nothing say="还没有报送通知。印发通知后在这里登记，所属单位即收到任务。" />}
        columns={[
          { title: '年度', width: 90, responsive: ['sm'], render: (_, row) => `${row.year} 年` },
          {
            title: '通知',
            render: (_, row) => (
              <>
                <Link to={pathTo('handIn', { id: row.id })}>{row.number}</Link>
                <div className="quiet small clamp">{row.title}</div>
                <div className="phone-only small">报送期限 {row.fileBy}</div>
              </>
            ),
          },
          { title: '报送期限', width: 120, className: 'day', dataIndex: 'fileBy', responsive: ['sm'] },
          {
            title: '进度',
            width: 150,
            render: (_, row) => <Progress row={row} />,
          },
        ]}
      />
    </Page>
  )
}

function Progress({ row: { counts, late } }: { row: NoticeRow }) {
  const asked = Object.values(counts).reduce((total, count) => total + count, 0) - counts.excused
  return (
    <>
      <div>
        通过 {counts.accepted} / {asked}
        {counts.handedIn > 0 && `，待审核 ${counts.handedIn}`}
      </div>
      {late > 0 && <Mark tone="late">{`迟报 ${late}`}</Mark>}{' '}
      {counts.accepted === asked && asked > 0 && <Mark tone="done">全部通过</Mark>}
    </>
  )
}
