import { Input, Select } from 'antd'
import { useSearchParams } from 'react-router'
import { isLocalDate, type LocalDate } from '../../law/date.ts'
import { AUDIT_WORDS } from '../../record/oversight/audit-words.ts'
import { AUDIT_PAGE_SIZE, type AuditRow, type AuditView } from '../../record/oversight/view.ts'
import { DayField } from '../parts/day-field.tsx'
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
  const filter = filterOf(search)
  const { data, error, refetch, isFetching } = useRead('audit.list', { ...filter, page }, { keep: true })
  const change = (changed: Partial<Filter>) =>
    setSearch(Object.fromEntries(Object.entries({ ...filter, ...changed }).filter(([, value]) => value)), { replace: true })
  const narrowed = Object.values(filter).some(Boolean)
  if (error) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  return (
    <Page
      title="审计日志"
      lead="谁在什么时候办了、看了什么，逐条相连，不能修改或删除。系统每夜核对是否完整；要当场核对的，请系统管理员办理（见《运维指南》）。"
    >
      <Filters filter={filter} people={data?.people ?? []} change={change} />
      <RowTable<AuditRow>
        label="审计日志"
        rows={data?.rows ?? []}
        rowKey={({ seq }) => String(seq)}
        loading={isFetching}
        empty={<Nothing say={narrowed ? '没有符合条件的记录。' : '还没有记录。'} />}
        pagination={{
          current: page,
          total: data?.total ?? 0,
          pageSize: AUDIT_PAGE_SIZE,
          showSizeChanger: false,
          hideOnSinglePage: true,
          showTotal: (total, [from, to]) => `第 ${from}–${to} 条，共 ${total} 条`,
          onChange: (next) =>
            setSearch((before) => {
              before.set('page', String(next))
              return before
            }),
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

const KEYS = ['from', 'to', 'person', 'verb', 'target'] as const
type Filter = Record<(typeof KEYS)[number], string>

/** As it stands in the page's address; what is no day is left out. */
function filterOf(search: URLSearchParams): Filter & { from: LocalDate | ''; to: LocalDate | '' } {
  const [from = '', to = '', person = '', verb = '', target = ''] = KEYS.map((key) => search.get(key) ?? '')
  return { from: isLocalDate(from) ? from : '', to: isLocalDate(to) ? to : '', person, verb, target }
}

/** Verbs that are told in the same words are one choice: the log is searched for all of them. */
const KINDS = [...new Map(Object.entries(AUDIT_WORDS).map(([verb, words]) => [words, verb]))]
  .map(([label, value]) => ({ value, label }))
  .toSorted((a, b) => a.label.localeCompare(b.label, 'zh-CN'))

function Filters({
  filter,
  people,
  change,
}: {
  filter: ReturnType<typeof filterOf>
  people: AuditView['people']
  change: (changed: Partial<Filter>) => void
}) {
  const find = { showSearch: { optionFilterProp: 'label' }, popupMatchSelectWidth: false } as const
  return (
    <div className="more-filters" role="search" aria-label="筛选审计日志">
      <div className="filter-field" role="group" aria-label="日期">
        <span>日期</span>
        <span className="filter-days">
          <DayField aria-label="日期，自" value={filter.from || null} onChange={(day) => change({ from: day ?? '' })} />
          至
          <DayField aria-label="日期，至" value={filter.to || null} onChange={(day) => change({ to: day ?? '' })} />
        </span>
      </div>
      <label className="filter-field">
        <span>人员</span>
        <Select
          {...find}
          aria-label="人员"
          value={filter.person}
          onChange={(person) => change({ person })}
          options={[
            { value: '', label: '全部' },
            ...people.map(({ id, name }) => ({ value: id, label: name })),
            { value: 'none', label: '申请人或系统' },
          ]}
        />
      </label>
      <label className="filter-field">
        <span>事项</span>
        <Select
          {...find}
          aria-label="事项"
          value={filter.verb}
          onChange={(verb) => change({ verb })}
          options={[{ value: '', label: '全部' }, ...KINDS]}
        />
      </label>
      <label className="filter-field">
        <span>对象</span>
        <Input.Search
          key={filter.target}
          aria-label="对象的编号"
          placeholder="编号，或者其中一段"
          maxLength={60}
          allowClear
          defaultValue={filter.target}
          onSearch={(target) => change({ target: target.trim() })}
        />
      </label>
    </div>
  )
}
