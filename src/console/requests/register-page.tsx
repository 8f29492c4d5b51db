import { Button, Input, Segmented, Select, type TableColumnsType } from 'antd'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { Input as EndpointInput } from '../../edge/console/contract.ts'
import { outcomeRule } from '../../law/requests/outcomes.ts'
import { INTAKE_CHANNEL_WORDS, PHASE_WORDS, PHASES, REQUESTER_KIND_WORDS } from '../../law/requests/vocabulary.ts'
import type { RequestRow } from '../../record/requests/view.ts'
import { DaysLeftMark } from '../parts/days-left-mark.tsx'
import { Page } from '../parts/page.tsx'
import { RowTable } from '../parts/row-table.tsx'
import { Failure, Nothing } from '../parts/states.tsx'
import { useRead } from '../queries.ts'
import { pathTo } from '../route-table.ts'
import { useSession } from '../session.tsx'

type Filter = EndpointInput<'requests.list'>
const STATES = [
  { value: 'open', label: '办理中' },
  { value: 'overdue', label: '已超期' },
  { value: 'closed', label: '已办结' },
  { value: 'all', label: '全部' },
]
const SORTS = [
  { value: 'due', label: '按届满日' },
  { value: 'received', label: '按收到之日' },
  { value: 'number', label: '按编号' },
]
const SIZE = 50

/** 登记簿. The filter stands in the address, so that a view can be kept as a bookmark. */
export default function RegisterPage() {
  const { may } = useSession()
  const go = useNavigate()
  const [search, setSearch] = useSearchParams()
  const page = Number(search.get('page') ?? 1)
  const filter = {
    state: (search.get('state') ?? 'open') as Filter['state'],
    sort: (search.get('sort') ?? 'due') as Filter['sort'],
    phase: search.get('phase') ?? '',
    q: search.get('q') ?? '',
    page,
    size: SIZE,
  }
  const { data, error, refetch, isFetching } = useRead('requests.list', filter, { keep: true })
  const change = (change: Partial<Record<keyof Filter, string>>) => {
    const next = new URLSearchParams(search)
    if (!('page' in change)) next.delete('page')
    for (const [key, value] of Object.entries(change)) {
      if (value) next.set(key, value)
      else next.delete(key)
    }
    setSearch(next, { replace: true })
  }
  if (error) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  return (
    <Page
      title="依申请公开"
      lead={data && `共 ${data.total} 件`}
      actions={
        may('requests.register') && (
          <Button type="primary" onClick={() => void go(pathTo('newRequest'))}>
            登记申请
          </Button>
        )
      }
    >
      <div className="filters" role="search" aria-label="筛选申请">
        <Segmented
          options={STATES}
          value={filter.state}
          onChange={(state) => change({ state, phase: '' })}
          aria-label="办理情况"
        />
        <Select
          aria-label="办理阶段"
          className="filter-phase"
          value={filter.phase}
          onChange={(phase) => change({ phase })}
          options={[{ value: '', label: '全部阶段' }, ...PHASES.map((phase) => ({ value: phase, label: PHASE_WORDS[phase] }))]}
        />
        <Select aria-label="排序" value={filter.sort} onChange={(sort) => change({ sort })} options={SORTS} />
        <Input.Search
          key={filter.q}
          aria-label="按编号或内容查找"
          placeholder="编号或内容"
          className="filter-text"
          defaultValue={filter.q}
          allowClear
          onSearch={(q) => change({ q })}
        />
      </div>
      <RowTable<RequestRow>
        label="申请登记簿"
        rows={data?.rows ?? []}
        rowKey={(row) => row.id}
        loading={isFetching}
        columns={COLUMNS}
        onOpen={(row) => void go(pathTo('case', { id: row.id }))}
        empty={
          <Nothing
            say={
              filter.q || filter.phase || filter.state === 'overdue'
                ? '没有符合条件的申请。'
                : '还没有申请。网上申请会自动列在这里，纸面申请请点“登记申请”。'
            }
          />
        }
        pagination={{
          current: page,
          total: data?.total ?? 0,
          pageSize: SIZE,
          showSizeChanger: false,
          hideOnSinglePage: true,
          showTotal: (total, [from, to]) => `第 ${from}–${to} 件，共 ${total} 件`,
          onChange: (page) => change({ page: String(page) }),
        }}
      />
    </Page>
  )
}

const COLUMNS: TableColumnsType<RequestRow> = [
  {
    title: '编号',
    width: 180,
    render: (_, row) => (
      <>
        <Link to={pathTo('case', { id: row.id })}>{row.number}</Link>
        <div className="phone-only clamp">{row.subject}</div>
      </>
    ),
  },
  {
    title: '申请的信息',
    responsive: ['sm'],
    render: (_, row) => (
      <div className="clamp" title={row.subject}>
        {row.subject}
      </div>
    ),
  },
  {
    title: '申请人',
    width: 120,
    responsive: ['xl'],
    render: (_, row) => (
      <>
        <div className="clamp-one">{row.requesterName}</div>
        <div className="quiet small">{REQUESTER_KIND_WORDS[row.requesterKind]}</div>
      </>
    ),
  },
  {
    title: '阶段',
    width: 130,
    responsive: ['sm'],
    render: (_, row) => (
      <>
        <div>{PHASE_WORDS[row.phase]}</div>
        {row.outcome && <div className="quiet small clamp-one">{outcomeRule(row.outcome).zh}</div>}
      </>
    ),
  },
  { title: '还剩', width: 150, render: (_, row) => <DaysLeftMark left={row.left} /> },
  {
    title: '届满日',
    width: 130,
    className: 'day',
    responsive: ['md'],
    render: (_, row) => (
      <>
        <div>{row.nextDueOn ?? (row.provisional ? '待定' : '—')}</div>
        <div className="quiet small">{row.receivedOn ? `收到 ${row.receivedOn}` : '收到之日未确认'}</div>
      </>
    ),
  },
  {
    title: '渠道',
    width: 110,
    responsive: ['xxl'],
    render: (_, row) => <span className="clamp-one">{INTAKE_CHANNEL_WORDS[row.via]}</span>,
  },
  {
    title: '承办',
    width: 120,
    responsive: ['xl'],
    render: (_, row) => [row.sectionName, row.officerName].filter(Boolean).join(' · ') || <span className="quiet">未分办</span>,
  },
]
