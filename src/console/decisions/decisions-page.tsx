/** 处理决定: what the sections entered in a year, by matter and period, and what the annual report will say of it. */
import { Button, Select, Space } from 'antd'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { FILE_PATHS } from '../../edge/console/contract.ts'
import { cite, reg } from '../../law/cite.ts'
import { DECISION_KIND_WORDS, type DecisionEntry, type DecisionsView, kindsOf } from '../../record/reports/decision-entries.ts'
import { fileAddress } from '../api.ts'
import { DOT } from '../parts/dot.ts'
import { Page } from '../parts/page.tsx'
import { RowTable } from '../parts/row-table.tsx'
import { Failure, Loading, Nothing } from '../parts/states.tsx'
import { useRead } from '../queries.ts'
import { pathTo } from '../route-table.ts'
import { useSession } from '../session.tsx'
import { EnterDrawer } from './enter-drawer.tsx'
import { quantityWords, sumWords } from './entry-words.ts'
import { EvidenceUpload } from './evidence-upload.tsx'
import { PasteDrawer } from './paste-drawer.tsx'
import { VoidDeed } from './void-deed.tsx'

export default function DecisionsPage() {
  const [search, setSearch] = useSearchParams()
  const asked = search.get('year')
  const { data: view, error, refetch } = useRead('decisions.list', asked ? { year: Number(asked) } : {}, { keep: true })
  const [open, setOpen] = useState<'enter' | 'paste' | null>(null)
  if (error) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  if (!view) return <Loading />
  return (
    <Page
      title="处理决定"
      lead={`许可、处罚、强制和收费平时由作出决定的科室登记，年度报告第二部分由此得出（${cite(reg('50'))}）。`}
      actions={
        <Space>
          <Select
            aria-label="年度"
            value={view.year}
            onChange={(year) => setSearch({ year: String(year) })}
            options={view.years.map((year) => ({ value: year, label: `${year} 年` }))}
          />
          {view.mayEnter && (
            <>
              <Button onClick={() => setOpen('paste')}>从表格粘贴</Button>
              <Button type="primary" onClick={() => setOpen('enter')}>
                登记
              </Button>
            </>
          )}
        </Space>
      }
    >
      <Sums view={view} />
      <Entries view={view} />
      {open === 'enter' && <EnterDrawer view={view} onClose={() => setOpen(null)} />}
      {open === 'paste' && <PasteDrawer view={view} onClose={() => setOpen(null)} />}
    </Page>
  )
}

function Sums({ view }: { view: DecisionsView }) {
  const { may } = useSession()
  return (
    <>
      <p className="gap-below">
        {view.year} 年合计：
        {kindsOf(view.year)
          .map((kind) => sumWords(kind, view.sums[kind] ?? null))
          .join('；')}
        。
      </p>
      {may('reports.view') && (
        <p className="download-links gap-below">
          <Link to={pathTo('report', { year: view.year })}>{view.year} 年年度报告</Link>
        </p>
      )}
    </>
  )
}

function Entries({ view }: { view: DecisionsView }) {
  const mine = new Set(view.sections.map(({ id }) => id))
  const mayChange = (entry: DecisionEntry) => view.mayEnter && !entry.voided && mine.has(entry.sectionId)
  return (
    <RowTable<DecisionEntry>
      label="处理决定台账"
      rows={view.entries}
      rowKey={({ id }) => id}
      pagination={view.entries.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
      empty={
        <Nothing say="这一年还没有登记。每季度把作出的许可、处罚、强制决定和收费登记在这里，到年底就不用重新统计；确实没有的，在年度报告中填 0。" />
      }
      columns={[
        {
          title: '事项',
          render: (_, entry) => (
            <>
              <div className={entry.voided ? 'struck' : ''}>{entry.matter}</div>
              <div className="quiet small">
                {DECISION_KIND_WORDS[entry.kind]}
                {DOT}
                {entry.section || '本机关'}
              </div>
              <div className="phone-only small">
                {entry.from} 至 {entry.to}
                {mayChange(entry) && (
                  <div className="row-deeds">
                    <EvidenceUpload entry={entry} />
                    <VoidDeed entry={entry} />
                  </div>
                )}
              </div>
            </>
          ),
        },
        {
          title: '期间',
          width: 190,
          className: 'day',
          responsive: ['sm'],
          render: (_, { from, to }) => `${from} 至 ${to}`,
        },
        {
          title: '数量',
          width: 190,
          render: (_, entry) => (
            <>
              <div className={entry.voided ? 'struck' : ''}>{quantityWords(entry)}</div>
              {entry.voided && (
                <div className="quiet small">
                  {entry.voided.by}于 {entry.voided.on} 作废：{entry.voided.because}
                </div>
              )}
            </>
          ),
        },
        {
          title: '依据',
          responsive: ['md'],
          render: (_, entry) => (
            <>
              <div>{entry.basis}</div>
              <div className="quiet small">
                {entry.enteredBy} {entry.enteredOn} 登记
                {entry.evidence && (
                  <>
                    {DOT}
                    <a href={fileAddress(FILE_PATHS.decisionEvidence(entry.id))}>凭据</a>
                  </>
                )}
              </div>
            </>
          ),
        },
        {
          title: '办理',
          width: 170,
          responsive: ['sm'],
          render: (_, entry) =>
            mayChange(entry) && (
              <div className="row-deeds">
                <EvidenceUpload entry={entry} />
                <VoidDeed entry={entry} />
              </div>
            ),
        },
      ]}
    />
  )
}
