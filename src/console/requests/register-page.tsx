import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import type { RequestRow } from '../../record/requests/view.ts'
import { DOT } from '../parts/dot.ts'
import { Page } from '../parts/page.tsx'
import { Refusals } from '../parts/refusals.tsx'
import { RowTable } from '../parts/row-table.tsx'
import { Failure, Nothing } from '../parts/states.tsx'
import { useRead } from '../queries.ts'
import { pathTo } from '../route-table.ts'
import { useSession } from '../session.tsx'
import { BulkAssign } from './register/bulk-assign.tsx'
import { COLUMNS } from './register/columns.tsx'
import { ExportButton } from './register/export-button.tsx'
import { type FilterKey, filterOf, isNarrowed, MOST_COUNTED, PAGE_SIZE, savedQuery } from './register/filter.ts'
import { RegisterFilters } from './register/filters.tsx'
import { SavedFilters } from './register/saved-filters.tsx'

/** 登记簿. The filter stands in the address, so that a view can be kept as a bookmark. */
export default function RegisterPage() {
  const { may } = useSession()
  const go = useNavigate()
  const [search, setSearch] = useSearchParams()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const filter = filterOf(search)
  const { data, error, refetch, isFetching } = useRead('requests.list', filter, { keep: true })
  const { data: desk } = useRead('desk.get', {})
  const change = (change: Partial<Record<FilterKey, string>>) => {
    const next = new URLSearchParams(search)
    if (!('page' in change)) next.delete('page')
    for (const [key, value] of Object.entries(change)) {
      if (value) next.set(key, value)
      else next.delete(key)
    }
    setChosen([])
    setSearch(next, { replace: true })
  }
  const wrongFilter = error?.refusals.every(({ code }) => code === 'field-invalid')
  if (error && !wrongFilter) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  const total = data?.total ?? 0
  const more = total > MOST_COUNTED
  return (
    <Page
      title="依申请公开"
      lead={
        data && (
          <>
            {more ? '超过 1,000 件，可翻看前 1,000 件；请用筛选缩小范围，导出不受限制' : `共 ${total} 件`}
            <HintFigures />
          </>
        )
      }
      actions={
        <>
          <SavedFilters
            desk={desk}
            query={savedQuery(search)}
            onChoose={(query) => {
              setChosen([])
              setSearch(new URLSearchParams(query))
            }}
          />
          <ExportButton filter={filter} total={error ? null : (data?.total ?? null)} />
          {may('requests.register') && (
            <Button type="primary" onClick={() => void go(pathTo('newRequest'))}>
              登记申请
            </Button>
          )}
        </>
      }
    >
      <RegisterFilters filter={filter} desk={desk} change={change} />
      <Refusals refusals={wrongFilter ? (error?.refusals ?? []) : []} />
      <BulkAssign chosen={chosen} desk={desk} onDone={() => setChosen([])} />
      <RowTable<RequestRow>
        label="申请登记簿"
        rows={error ? [] : (data?.rows ?? [])}
        rowKey={(row) => row.id}
        loading={isFetching}
        columns={COLUMNS}
        onOpen={(row) => void go(pathTo('case', { id: row.id }))}
        {...(may('requests.assign') ? { chosen, onChoose: setChosen, nameOf: (row: RequestRow) => row.number } : {})}
        empty={
          <Nothing
            say={isNarrowed(filter) ? '没有符合条件的申请。' : '还没有申请。网上申请会自动列在这里，纸面申请请点“登记申请”。'}
          />
        }
        pagination={{
          current: Number(filter.page ?? 1),
          total: Math.min(total, MOST_COUNTED),
          pageSize: PAGE_SIZE,
          showSizeChanger: false,
          hideOnSinglePage: true,
          showTotal: (shown, [from, to]) => `第 ${from}–${to} 件，共 ${more ? '1,000+' : shown} 件`,
          onChange: (page) => change({ page: String(page) }),
        }}
      />
    </Page>
  )
}

/** 网上申请之前的提示: whether it spares people an application. */
function HintFigures() {
  const { may } = useSession()
  const { data } = useRead('requests.hintCounts', {}, { enabled: may('requests.register') })
  if (!data?.shown) return null
  return (
    <span>
      {' '}
      {DOT}今年网上申请前提示“可能已经公开” {data.shown} 次，打开 {data.opened} 次，仍然提交 {data.sent} 件
    </span>
  )
}
