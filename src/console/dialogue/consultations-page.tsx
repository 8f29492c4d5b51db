import { Link, useNavigate } from 'react-router'
import type { ConsultationRow } from '../../record/dialogue/view.ts'
import { Mark } from '../parts/days-left-mark.tsx'
import { Page } from '../parts/page.tsx'
import { RowTable } from '../parts/row-table.tsx'
import { Failure, Nothing } from '../parts/states.tsx'
import { useRead } from '../queries.ts'
import { pathTo } from '../route-table.ts'

/** 信息公开咨询 (Art 55): a register of its own, without the statutory clock. */
export default function ConsultationsPage() {
  const go = useNavigate()
  const { data, error, refetch, isPending } = useRead('consultations.list', {})
  if (error) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  const rows = data?.rows ?? []
  const open = rows.filter(({ answeredOn }) => answeredOn === null).length
  return (
    <Page title="信息公开咨询" lead={data && `共 ${rows.length} 件，待答复 ${open} 件`}>
      <RowTable<ConsultationRow>
        label="咨询"
        rows={rows}
        rowKey={({ id }) => id}
        loading={isPending}
        onOpen={({ id }) => void go(pathTo('consultation', { id }))}
        empty={<Nothing say="还没有咨询。公众在公开专栏提交的咨询会列在这里。" />}
        pagination={rows.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
        columns={[
          {
            title: '编号',
            width: 200,
            render: (_, row) => <Link to={pathTo('consultation', { id: row.id })}>{row.number}</Link>,
          },
          { title: '问题', render: (_, row) => <div className="clamp">{row.subject}</div> },
          { title: '提交', width: 110, className: 'day', dataIndex: 'submittedOn', responsive: ['sm'] },
          {
            title: '答复',
            width: 130,
            className: 'day',
            render: (_, { answeredOn }) => answeredOn ?? <Mark tone="soon">待答复</Mark>,
          },
        ]}
      />
    </Page>
  )
}
