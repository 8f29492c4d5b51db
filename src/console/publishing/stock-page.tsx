/** 存量检查: what the night found in what is published, and what to do about each. */
import { Button, Segmented, Select } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { cite } from '../../law/cite.ts'
import { columnWords } from '../../law/publication/columns.ts'
import type { Refusal } from '../../law/refusal.ts'
import {
  STOCK_KINDS,
  STOCK_RULES,
  STOCK_TAB_WORDS,
  STOCK_TABS,
  type StockKind,
  type StockRow,
  type StockTab,
  type StockView,
} from '../../record/publication/stock.ts'
import { newCommandId, Refused } from '../api.ts'
import { Mark } from '../parts/days-left-mark.tsx'
import { DOT } from '../parts/dot.ts'
import { Page } from '../parts/page.tsx'
import { ReasonModal } from '../parts/reason-modal.tsx'
import { Refusals } from '../parts/refusals.tsx'
import { RowTable } from '../parts/row-table.tsx'
import { Failure, Nothing } from '../parts/states.tsx'
import { useDeed, useRead } from '../queries.ts'
import { pathTo } from '../route-table.ts'

const EMPTY: Record<StockTab, string> = {
  open: '没有待处理的。每天夜里按当天的规则重读全部已公开的信息，发现个人信息、密级标志、过时的用语、过期的公示，列在这里。',
  faultless: '还没有核对无误的。文字和规则不变的，不会再次列出。',
  gone: '还没有改正的。',
}

export default function StockPage() {
  const [search, setSearch] = useSearchParams()
  const tab = STOCK_TABS.find((one) => one === search.get('tab')) ?? 'open'
  const kind = STOCK_KINDS.find((one) => one === search.get('kind')) ?? ''
  const page = Number(search.get('page') ?? 1) || 1
  const { data: view, error, refetch } = useRead('stock.list', { tab, kind, page }, { keep: true })
  if (error && !view) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  const show = (next: { tab?: StockTab; kind?: StockKind | ''; page?: number }) =>
    setSearch({ tab: next.tab ?? tab, kind: next.kind ?? kind, page: String(next.page ?? 1) })
  return (
    <Page title="存量检查" lead={view && scanned(view)}>
      <div className="filters edition-filters">
        <Segmented<StockTab>
          aria-label="状态"
          value={tab}
          onChange={(next) => show({ tab: next })}
          options={STOCK_TABS.map((one) => ({
            value: one,
            label: one === 'open' && view?.open ? `${STOCK_TAB_WORDS[one]} ${view.open}` : STOCK_TAB_WORDS[one],
          }))}
        />
        <Select<StockKind | ''>
          aria-label="种类"
          className="kind-filter"
          value={kind}
          onChange={(next) => show({ kind: next })}
          options={[{ value: '', label: '全部种类' }, ...STOCK_KINDS.map((value) => ({ value, label: STOCK_RULES[value].zh }))]}
        />
      </div>
      <Rows view={view} tab={tab} show={show} />
    </Page>
  )
}

function scanned({ scanned: last }: StockView): string {
  if (!last) return '还没有检查过；今天夜里第一次检查。'
  return last.done
    ? `上次检查：${last.on}，共读 ${last.documents} 件。`
    : `${last.on} 开始的检查正在进行，已读 ${last.documents} 件。`
}

/** The question stands beside the list: a window turned or narrowed takes nothing that was typed. */
interface Asked {
  row: StockRow
  what: 'settle' | 'takeDown'
}

function Rows({ view, tab, show }: { view: StockView | undefined; tab: StockTab; show: (next: { page: number }) => void }) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const columns = [
    {
      title: '信息',
      render: (_: unknown, row: StockRow) => (
        <>
          <Title row={row} />
          <div className="quiet small">
            {columnWords(row.column) ?? row.column}
            {DOT}
            {row.place}
            {DOT}
            {row.foundOn} 发现
          </div>
          <div className="phone-only">
            <What row={row} />
            {view && <Deeds row={row} view={view} ask={setAsked} />}
          </div>
        </>
      ),
    },
    { title: '发现', responsive: ['sm' as const], render: (_: unknown, row: StockRow) => <What row={row} /> },
    {
      title: tab === 'open' ? '怎么办' : '处理',
      width: 270,
      responsive: ['sm' as const],
      render: (_: unknown, row: StockRow) => view && <Deeds row={row} view={view} ask={setAsked} />,
    },
  ]
  return (
    <>
      <RowTable<StockRow>
        label="存量检查的发现"
        rows={view?.rows ?? []}
        rowKey={({ id }) => id}
        loading={!view}
        empty={<Nothing say={EMPTY[tab]} />}
        pagination={
          view && view.pages > 1
            ? {
                current: view.page,
                total: view.total,
                pageSize: 20,
                showSizeChanger: false,
                onChange: (to) => show({ page: to }),
              }
            : false
        }
        columns={columns}
      />
      {asked && <Question {...asked} onClose={() => setAsked(null)} />}
    </>
  )
}

function Title({ row }: { row: StockRow }) {
  return row.editionId ? <Link to={pathTo('edition', { id: row.editionId })}>{row.title}</Link> : <span>{row.title}</span>
}

function What({ row }: { row: StockRow }) {
  return (
    <>
      <Mark tone={row.grave ? 'late' : 'soon'}>{row.grave ? '不能公开' : '请核对'}</Mark>　{row.say}
      {row.samples.map((sample) => (
        <div key={sample} className="quiet small clamp">
          {sample}
        </div>
      ))}
    </>
  )
}

function Deeds({ row, view, ask }: { row: StockRow; view: StockView; ask: (asked: Asked) => void }) {
  const go = useNavigate()
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const correct = useDeed('stock.correct')
  if (row.closed)
    return (
      <span className="small">
        {row.closed.on} {row.closed.by}：{row.closed.because}
      </span>
    )
  const begin = async () => {
    try {
      const { id } = await correct.mutateAsync({ id: newCommandId(), documentId: row.documentId })
      await go(pathTo('edition', { id }))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setRefusals(error.refusals)
    }
  }
  const { may } = view
  return (
    <>
      <Refusals refusals={refusals} />
      <div className="button-row">
        {row.correcting ? (
          <Link to={pathTo('edition', { id: row.correcting })}>已另起一稿</Link>
        ) : (
          may.correct && (
            <Button
              size="small"
              type={row.grave ? 'primary' : 'default'}
              loading={correct.isPending}
              onClick={() => void begin()}
            >
              {row.kind === 'personal' ? '遮盖并修改' : '修改，另起一稿'}
            </Button>
          )
        )}
        {may.withdraw && row.grave && (
          <Button size="small" danger onClick={() => ask({ row, what: 'takeDown' })}>
            先撤下
          </Button>
        )}
        {may.settle && row.kind !== 'secrecy' && (
          <Button size="small" onClick={() => ask({ row, what: 'settle' })}>
            核对无误
          </Button>
        )}
      </div>
    </>
  )
}

function Question({ row, what, onClose }: Asked & { onClose: () => void }) {
  const settle = useDeed('stock.settle')
  const takeDown = useDeed('stock.takeDown')
  const { documentId } = row
  if (what === 'settle')
    return (
      <ReasonModal
        title="核对无误"
        label="为什么可以这样公开"
        okText="不再列出"
        hint="这一行文字和规则不变的，不会再次列出。"
        onDone={(because) => settle.mutateAsync({ id: row.id, because })}
        onClose={onClose}
      />
    )
  return (
    <ReasonModal
      title={`先撤下《${row.title}》`}
      label="撤下的原因"
      okText="立即撤下"
      hint={`原地址上会写明日期和原因，请不要写入个人信息（${cite(STOCK_RULES[row.kind].by)}）。`}
      onDone={(because) => takeDown.mutateAsync({ documentId, commandId: newCommandId(), because })}
      onClose={onClose}
    />
  )
}
