import { Select } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { yearOf } from '../../law/date.ts'
import type { RegisterRow } from '../../record/letters/view.ts'
import { Page } from '../parts/page.tsx'
import { RowTable } from '../parts/row-table.tsx'
import { Failure, Nothing } from '../parts/states.tsx'
import { useRead } from '../queries.ts'
import { pathTo } from '../route-table.ts'
import { useSession } from '../session.tsx'

/** 文号登记簿: every number of a year; a void one stays, with its reason. */
export default function LetterRegisterPage() {
  const { rules } = useSession()
  const thisYear = yearOf(rules.today)
  const [year, setYear] = useState(thisYear)
  const { data, error, refetch, isPending } = useRead('letters.register', { year }, { keep: true })
  if (error) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  return (
    <Page
      title="文号登记簿"
      lead={
        <>
          <Link to={pathTo('letters')}>文书</Link> / 文书作出时编号，不重号、不跳号；作废的保留并写明原因。
        </>
      }
    >
      <div className="filters">
        <Select
          aria-label="年份"
          value={year}
          onChange={setYear}
          options={[0, 1, 2, 3, 4, 5].map((back) => ({ value: thisYear - back, label: `${thisYear - back}年` }))}
        />
      </div>
      <RowTable<RegisterRow>
        label="文号"
        rows={data?.rows ?? []}
        rowKey={({ id }) => id}
        loading={isPending}
        empty={<Nothing say="这一年没有文书。" />}
        pagination={{ pageSize: 50, showSizeChanger: false, hideOnSinglePage: true }}
        columns={[
          {
            title: '文号',
            render: (_, row) => (
              <>
                {row.number}
                {row.voidBecause !== null && <span className="stamp">作废</span>}
                {row.voidBecause && <div className="quiet small">原因：{row.voidBecause}</div>}
              </>
            ),
          },
          { title: '文书', render: (_, row) => <Link to={pathTo('case', { id: row.caseId })}>{row.title}</Link> },
          { title: '成文日期', dataIndex: 'issuedOn', className: 'day', width: 120, responsive: ['sm'] },
        ]}
      />
    </Page>
  )
}
