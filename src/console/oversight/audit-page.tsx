import { useSearchParams } from 'react-router'
import type { AuditRow } from '../../record/oversight/view.ts'
import { Page } from '../parts/page.tsx'
import { RowTable } from '../parts/row-table.tsx'
import { Failure, Nothing } from '../parts/states.tsx'
import { useShownTime } from '../parts/time.ts'
import { useRead } from '../queries.ts'

/** As many entries as the server gives at a time. */
const SIZE = 100

/** 审计日志: who did, and who looked at, what. Each entry is chained to the one before it; none can be changed. */
export default function AuditPage() {
  const shownTime = useShownTime()
  const [search, setSearch] = useSearchParams()
  const page = Number(search.get('page') ?? 1)
  const { data, error, refetch, isFetching } = useRead('audit.list', { page }, { keep: true })
  if (error) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  return (
    <Page title="审计日志" lead="逐条相连，不能修改或删除；用 gongkai audit verify 校验完整。">
      <RowTable<AuditRow>
        label="审计日志"
        rows={data?.rows ?? []}
        rowKey={({ seq }) => String(seq)}
        loading={isFetching}
        empty={<Nothing say="还没有记录。" />}
        pagination={{
          current: page,
          total: data?.total ?? 0,
          pageSize: SIZE,
          showSizeChanger: false,
          hideOnSinglePage: true,
          onChange: (next) => setSearch({ page: String(next) }),
        }}
        columns={[
          { title: '序号', width: 80, dataIndex: 'seq', className: 'number', responsive: ['md'] },
          { title: '时间', width: 150, className: 'day', render: (_, row) => shownTime(row.at) },
          { title: '人员', width: 110, dataIndex: 'actorName' },
          { title: '事项', width: 180, dataIndex: 'verbWords' },
          { title: '对象', dataIndex: 'target' },
          { title: '说明', dataIndex: 'detail', responsive: ['lg'], render: (detail) => <span className="quiet">{detail}</span> },
        ]}
      />
    </Page>
  )
}
