/** 三重一大台账: what was decided together, of which part is public, and whether it has been made so. */
import { Button, Select, Space } from 'antd'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import {
  MATTER_KIND_WORDS,
  MATTER_KINDS,
  MATTER_OPENNESS_WORDS,
  MATTER_REGIME_WORDS,
} from '../../law/publication/major-matters.ts'
import { DUTY_STATE_WORDS } from '../../record/publication/duties.ts'
import type { MatterRow, MattersView } from '../../record/publication/major-matters.ts'
import { DOT } from '../parts/dot.ts'
import { Page } from '../parts/page.tsx'
import { ReasonModal } from '../parts/reason-modal.tsx'
import { RowTable } from '../parts/row-table.tsx'
import { Failure, Loading, Nothing } from '../parts/states.tsx'
import { useDeed, useRead } from '../queries.ts'
import { pathTo } from '../route-table.ts'
import { MatterDrawer } from './matter-drawer.tsx'
import { TONE } from './tones.ts'

export default function MattersPage() {
  const [search, setSearch] = useSearchParams()
  const asked = search.get('year')
  const kind = MATTER_KINDS.find((one) => one === search.get('kind')) ?? null
  const { data: view, error, refetch } = useRead('matters.list', asked ? { year: Number(asked) } : {}, { keep: true })
  const [entering, setEntering] = useState(false)
  if (error && !view) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  if (!view) return <Loading />
  const show = (next: { year?: number; kind?: string }) =>
    setSearch({ year: String(next.year ?? view.year), ...((next.kind ?? kind) ? { kind: next.kind ?? kind ?? '' } : {}) })
  const rows = kind ? view.rows.filter((row) => row.kind === kind) : view.rows
  return (
    <Page
      title="三重一大"
      lead="集体决定的重大决策、重要人事任免、重大项目安排、大额度资金运作：登记时写明公开不公开；公开的，从决定之日起列入应公开清单。"
      actions={
        <Space wrap>
          <Select
            aria-label="年度"
            value={view.year}
            onChange={(year) => show({ year })}
            options={view.years.map((year) => ({ value: year, label: `${year} 年` }))}
          />
          {view.mayEdit && (
            <Button type="primary" onClick={() => setEntering(true)}>
              登记
            </Button>
          )}
        </Space>
      }
    >
      <div className="filters">
        <Select
          aria-label="类别"
          className="filter-phase"
          value={kind ?? ''}
          onChange={(to: string) => setSearch({ year: String(view.year), ...(to ? { kind: to } : {}) })}
          options={[
            { value: '', label: '全部类别' },
            ...MATTER_KINDS.map((value) => ({ value, label: `${MATTER_KIND_WORDS[value]} ${view.counts[value].all}` })),
          ]}
        />
      </div>
      <Sums view={view} />
      <RowTable<MatterRow>
        label="三重一大台账"
        rows={rows}
        rowKey={({ id }) => id}
        pagination={rows.length > 50 && { pageSize: 50, showSizeChanger: false }}
        empty={<Nothing say={`${view.year} 年还没有登记。会议作出决定后登记在这里；不向社会公开的也登记，写明理由。`} />}
        columns={[
          {
            title: '事项',
            render: (_, row) => (
              <>
                <div className="phone-only">
                  <Standing row={row} />
                </div>
                <div className={row.voided ? 'clamp struck' : 'clamp'}>{row.title}</div>
                <div className="quiet small">
                  {MATTER_KIND_WORDS[row.kind]}
                  {DOT}
                  {MATTER_REGIME_WORDS[row.regime]}
                  {DOT}
                  {row.decidedBy}
                  {row.section && (
                    <>
                      {DOT}
                      {row.section}
                    </>
                  )}
                </div>
                <Why row={row} />
                <div className="phone-only">
                  <span className="small day">{row.decidedOn} </span>
                  <Deeds row={row} view={view} />
                </div>
              </>
            ),
          },
          { title: '决定日期', width: 110, className: 'day', responsive: ['sm'], dataIndex: 'decidedOn' },
          { title: '公开情况', width: 170, responsive: ['sm'], render: (_, row) => <Standing row={row} /> },
          { title: '办理', width: 90, responsive: ['sm'], render: (_, row) => <Deeds row={row} view={view} /> },
        ]}
      />
      {entering && <MatterDrawer view={view} onClose={() => setEntering(false)} />}
    </Page>
  )
}

function Sums({ view }: { view: MattersView }) {
  const sums = MATTER_KINDS.map((kind) => view.counts[kind])
  const sum = (of: 'all' | 'open' | 'published') => sums.reduce((total, one) => total + one[of], 0)
  if (sum('all') === 0) return null
  return (
    <p className="quiet small gap-below">
      {view.year} 年登记 {sum('all')} 件，应公开 {sum('open')} 件，已公开 {sum('published')} 件。
    </p>
  )
}

function Why({ row }: { row: MatterRow }) {
  if (row.voided)
    return (
      <div className="small">
        {row.voided.by}于 {row.voided.on} 作废：{row.voided.because}
      </div>
    )
  if (row.openness === 'internal') return <div className="small">不公开的理由：{row.reason}</div>
  if (row.duty?.coveredBy) return <div className="small">《{row.duty.coveredBy.title}》</div>
  return row.item ? <div className="small">公开事项：{row.item}</div> : null
}

function Standing({ row: { duty, openness, voided } }: { row: MatterRow }) {
  if (voided) return <span className="mark mark-unknown">已作废</span>
  if (openness === 'internal') return <span className="mark mark-paused">{MATTER_OPENNESS_WORDS.internal}</span>
  if (!duty) return null
  return (
    <>
      <span className={`mark ${TONE[duty.state]}`}>{DUTY_STATE_WORDS[duty.state]}</span>
      <div className="small day">
        {duty.coveredBy ? duty.coveredBy.publishedOn : duty.due ? `期限 ${duty.due}` : '期限待日历公布'}
      </div>
      {duty.draft && <Link to={pathTo('edition', { id: duty.draft.id })}>文稿</Link>}
    </>
  )
}

function Deeds({ row, view }: { row: MatterRow; view: MattersView }) {
  const voiding = useDeed('matters.void')
  const [asking, setAsking] = useState(false)
  if (!view.mayEdit || row.voided) return null
  return (
    <>
      <Button size="small" aria-label={`作废：${row.title}`} onClick={() => setAsking(true)}>
        作废
      </Button>
      {asking && (
        <ReasonModal
          title={`作废：${row.title}`}
          label="作废的原因"
          okText="作废"
          hint="登记错了的作废后重新登记；记录保留。"
          onDone={(because) => voiding.mutateAsync({ id: row.id, because })}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
