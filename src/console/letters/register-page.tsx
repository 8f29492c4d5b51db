import { Input, Segmented, Select } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { yearOf } from '../../law/date.ts'
import { isInRegister, type NarrowedRegister } from '../../record/letters/narrowed-register.ts'
import { LETTER_FAMILIES, LETTER_FAMILY_WORDS } from '../../record/letters/numbering.ts'
import type { RegisterRow } from '../../record/letters/view.ts'
import { DOT } from '../parts/dot.ts'
import { Page } from '../parts/page.tsx'
import { RowTable } from '../parts/row-table.tsx'
import { Failure, Nothing } from '../parts/states.tsx'
import { useRead } from '../queries.ts'
import { pathTo } from '../route-table.ts'
import { useSession } from '../session.tsx'

const ALL = { value: '', label: '全部文书' } as const
const STANDINGS = [
  { value: 'all', label: '全部' },
  { value: 'standing', label: '有效' },
  { value: 'void', label: '作废' },
] satisfies { value: NarrowedRegister['standing']; label: string }[]

/** 文号登记簿: every number of a year; a void one stays, with its reason. */
export default function LetterRegisterPage() {
  const { rules } = useSession()
  const thisYear = yearOf(rules.today)
  const [year, setYear] = useState(thisYear)
  const [wanted, setWanted] = useState<NarrowedRegister>({ family: '', standing: 'all', text: '' })
  const { data, error, refetch, isPending } = useRead('letters.register', { year }, { keep: true })
  if (error) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  const all = data?.rows ?? []
  const rows = all.filter((row) => isInRegister(row, wanted))
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
        <Select
          aria-label="文书类别"
          className="filter-phase"
          popupMatchSelectWidth={false}
          value={wanted.family}
          onChange={(family) => setWanted({ ...wanted, family })}
          options={[ALL, ...LETTER_FAMILIES.map((family) => ({ value: family, label: LETTER_FAMILY_WORDS[family] }))]}
        />
        <Segmented
          aria-label="是否作废"
          value={wanted.standing}
          onChange={(standing) => setWanted({ ...wanted, standing })}
          options={STANDINGS}
        />
        <Input
          aria-label="按文号、文书名称或申请编号查找"
          placeholder="文号、文书名称或申请编号"
          className="filter-text"
          allowClear
          value={wanted.text}
          onChange={(event) => setWanted({ ...wanted, text: event.target.value })}
        />
      </div>
      <p className="quiet small" role="status">
        {data && (rows.length === all.length ? `共 ${all.length} 件` : `${rows.length} 件符合，共 ${all.length} 件`)}
      </p>
      <RowTable<RegisterRow>
        label="文号"
        rows={rows}
        rowKey={({ id }) => id}
        loading={isPending}
        empty={<Nothing say={all.length > 0 ? '没有符合条件的文书。' : '这一年没有文书。'} />}
        pagination={{ pageSize: 50, showSizeChanger: false, hideOnSinglePage: true }}
        columns={[
          {
            title: '文号',
            render: (_, row) => (
              <>
                <span className="unbroken">{row.number}</span>
                {row.voidBecause !== null && <span className="stamp">作废</span>}
                {row.voidBecause && <div className="quiet small">原因：{row.voidBecause}</div>}
                <div className="phone-only">
                  <Link to={pathTo('case', { id: row.caseId })}>{row.title}</Link>
                  <div className="quiet small">
                    {row.issuedOn}
                    {DOT}
                    {row.caseNumber}
                  </div>
                </div>
              </>
            ),
          },
          {
            title: '文书',
            responsive: ['sm'],
            render: (_, row) => <Link to={pathTo('case', { id: row.caseId })}>{row.title}</Link>,
          },
          { title: '申请编号', dataIndex: 'caseNumber', width: 200, responsive: ['md'] },
          { title: '成文日期', dataIndex: 'issuedOn', className: 'day', width: 120, responsive: ['sm'] },
        ]}
      />
    </Page>
  )
}
