import { Link, useNavigate } from 'react-router'
import { DISPUTE_PATH_WORDS } from '../../law/oversight/results.ts'
import { DISPUTE_LIMIT_WORDS, DISPUTE_STAGE_WORDS } from '../../record/disputes/fold.ts'
import type { DisputeRow } from '../../record/disputes/view.ts'
import { Mark } from '../parts/days-left-mark.tsx'
import { DOT } from '../parts/dot.ts'
import { Page } from '../parts/page.tsx'
import { RowTable } from '../parts/row-table.tsx'
import { Failure, Nothing } from '../parts/states.tsx'
import { useRead } from '../queries.ts'
import { pathTo } from '../route-table.ts'

/** 争议: complaints, reconsiderations and suits over this agency's answers. */
export default function DisputesPage() {
  const go = useNavigate()
  const { data, error, refetch, isPending } = useRead('disputes.list', {})
  if (error) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  const rows = data?.rows ?? []
  const open = rows.filter(({ stage }) => stage !== 'closed').length
  return (
    <Page title="投诉、复议、诉讼" lead={data && `共 ${rows.length} 件，未结 ${open} 件`}>
      <RowTable<DisputeRow>
        label="争议"
        rows={rows}
        rowKey={({ id }) => id}
        loading={isPending}
        onOpen={({ id }) => void go(pathTo('dispute', { id }))}
        empty={<Nothing say="还没有争议。收到行政复议答复通知书、应诉通知书后，从所涉案件的页面登记。" />}
        pagination={rows.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
        columns={[
          {
            title: '争议卷',
            render: (_, row) => (
              <>
                <Link to={pathTo('dispute', { id: row.id })}>{row.number}</Link>
                <div className="quiet small">{DISPUTE_PATH_WORDS[row.path]}</div>
                <div className="phone-only clamp">{row.subject}</div>
                <div className="phone-only quiet small">
                  {[DISPUTE_STAGE_WORDS[row.stage], row.resultWords].filter(Boolean).join(DOT)}
                </div>
              </>
            ),
          },
          {
            title: '所涉申请',
            responsive: ['sm'],
            render: (_, row) => (
              <>
                <div className="clamp">{row.subject}</div>
                <div className="quiet small">{row.caseNumber}</div>
              </>
            ),
          },
          {
            title: '进展',
            width: 170,
            responsive: ['sm'],
            render: (_, row) => (
              <>
                {DISPUTE_STAGE_WORDS[row.stage]}
                {row.resultWords && <div className="quiet small">{row.resultWords}</div>}
              </>
            ),
          },
          { title: '下一步期限', width: 150, render: (_, row) => <Next row={row} /> },
        ]}
      />
    </Page>
  )
}

function Next({ row: { next, late } }: { row: DisputeRow }) {
  if (!next) return <span className="quiet">—</span>
  return (
    <>
      {next.dueOn ? (
        <Mark tone={late ? 'late' : 'soon'}>{`${late ? '已超期' : '至'} ${next.dueOn}`}</Mark>
      ) : (
        <Mark tone="unknown">没有规定期限</Mark>
      )}
      <div className="quiet small">{DISPUTE_LIMIT_WORDS[next.what]}</div>
    </>
  )
}
