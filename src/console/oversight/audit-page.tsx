import { useSearchParams } from 'react-router'
import { AUDIT_PAGE_SIZE, type AuditRow } from '../../record/oversight/view.ts'
import { DOT } from '../parts/dot.ts'
import { Page } from '../parts/page.tsx'
import { RowTable } from '../parts/row-table.tsx'
import { Failure, Nothing } from '../parts/states.tsx'
import { useShownTime } from '../parts/time.ts'
import { useRead } from '../queries.ts'

/** 审计日志: who did, and who looked at, what. Each entry is chained to the one before it; none can be changed. */
export default function AuditPage() {
  const shownTime = useShownTime()
  const [search, setSearch] = useSearchParams()
  const page = Number(search.get('page') ?? 1)
  const { data, error, refetch, isFetching } = useRead('audit.list', { page }, { keep: true })
  if (error) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  return (
    <Page
      title="审计日志"
      lead="谁在什么时候办了、看了什么，逐条相连，不能修改或删除。系统每夜核对是否完整；要当场核对的，请系统管理员办理（见《运维指南》）。"
    >
      <RowTable<AuditRow>
        label="审计日志"
        rows={data?.rows ?? []}
        rowKey={({ seq }) => String(seq)}
        loading={isFetching}
        empty={<Nothing say="还没有记录。" />}
        pagination={{
          current: page,
          total: data?.total ?? 0,
          pageSize: AUDIT_PAGE_SIZE,
          showSizeChanger: false,
          hideOnSinglePage: true,
          showTotal: (total, [from, to]) => `第 ${from}–${to} 条，共 ${total} 条`,
          onChange: (next) => setSearch({ page: String(next) }),
        }}
        columns={[
          { title: '序号', width: 80, dataIndex: 'seq', className: 'number', responsive: ['md'] },
          { title: '时间', width: 150, className: 'day', responsive: ['sm'], render: (_, row) => shownTime(row.at) },
          { title: '人员', width: 110, dataIndex: 'actorName', responsive: ['sm'] },
          {
            title: '事项',
            render: (_, row) => (
              <>
                {row.verbWords}
                <div className="phone-only small">
                  <div>{row.target}</div>
                  <div className="quiet">
                    <span className="unbroken">{row.actorName}</span>
                    {DOT}
                    <span className="unbroken">{shownTime(row.at)}</span>
                  </div>
                  {row.detail && <div className="quiet">{row.detail}</div>}
                </div>
              </>
            ),
          },
          { title: '对象', dataIndex: 'target', responsive: ['sm'] },
          { title: '说明', dataIndex: 'detail', responsive: ['lg'], render: (detail) => <span className="quiet">{detail}</span> },
        ]}
      />
    </Page>
  )
}
