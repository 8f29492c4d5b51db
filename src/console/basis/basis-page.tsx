import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { BASIS_KIND_WORDS } from '../../law/basis/library.ts'
import type { BasisRow } from '../../record/basis/view.ts'
import { FindBox } from '../parts/find-box.tsx'
import { Mark } from '../parts/days-left-mark.tsx'
import { Page } from '../parts/page.tsx'
import { RowTable } from '../parts/row-table.tsx'
import { Failure, Nothing } from '../parts/states.tsx'
import { useRead } from '../queries.ts'
import { pathTo } from '../route-table.ts'
import { useSession } from '../session.tsx'
import { AddBasis } from './add-basis.tsx'

const SHOWN = { inForce: '现行有效', past: '已失效', all: '全部' } as const
type Shown = keyof typeof SHOWN

/** 依据库: the texts that replies rest on, and which of them are in force today. */
export default function BasisPage() {
  const go = useNavigate()
  const { may } = useSession()
  const [search, setSearch] = useSearchParams()
  const [adding, setAdding] = useState(false)
  const [word, setWord] = useState('')
  const { data, error, refetch, isPending } = useRead('basis.list', {})
  if (error) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  const asked = search.get('show')
  const shown: Shown = asked === 'past' || asked === 'all' ? asked : 'inForce'
  const rows = (data?.rows ?? [])
    .filter((row) => shown === 'all' || row.inForce === (shown === 'inForce'))
    .filter((row) => word === '' || `${row.title}${row.number}`.includes(word))
  return (
    <Page
      title="依据库"
      lead="答复引用的条文在作出答复之日必须存在并且有效；不在有效期内的，系统不接受送审。"
      actions={may('basis.edit') && <Button onClick={() => setAdding(true)}>新增文本</Button>}
    >
      <div className="filters">
        <Segmented
          aria-label="效力"
          value={shown}
          onChange={(value) => setSearch(value === 'inForce' ? {} : { show: value })}
          options={(Object.keys(SHOWN) as Shown[]).map((value) => ({ value, label: SHOWN[value] }))}
        />
        <FindBox className="filter-word" placeholder="题名、文号" aria-label="按题名或文号查找" onSearch={setWord} />
      </div>
      <RowTable<BasisRow>
        label="依据"
        rows={rows}
        rowKey={({ key }) => key}
        loading={isPending}
        onOpen={(row) => void go(pathTo('basisText', { key: row.key }))}
        empty={<Nothing say="没有符合条件的文本。本机关的文件用“新增文本”加入。" />}
        columns={[
          {
            title: '题名',
            render: (_, row) => (
              <>
                <Link to={pathTo('basisText', { key: row.key })}>{row.title}</Link>
                <div className="quiet small">{row.number}</div>
              </>
            ),
          },
          { title: '类别', width: 160, render: (_, row) => BASIS_KIND_WORDS[row.kind], responsive: ['lg'] },
          { title: '施行', width: 150, className: 'day', render: (_, row) => sinceWords(row), responsive: ['sm'] },
          {
            title: '效力',
            width: 150,
            render: (_, row) =>
              row.inForce ? <Mark tone="done">现行有效</Mark> : <Mark tone="paused">{row.to ? `${row.to} 止` : '尚未施行'}</Mark>,
          },
          {
            title: '用在',
            width: 100,
            className: 'number',
            render: (_, row) => (row.uses > 0 ? `${row.uses} 处` : '—'),
            responsive: ['md'],
          },
        ]}
      />
      {adding && <AddBasis texts={data?.rows ?? []} onClose={() => setAdding(false)} />}
    </Page>
  )
}

export function sinceWords({ from, fromIsExact }: Pick<BasisRow, 'from' | 'fromIsExact'>): string {
  return fromIsExact ? from : `${from} 以前`
}
