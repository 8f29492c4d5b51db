import { Select } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { RETENTION_WORDS } from '../../law/requests/retention.ts'
import type { VolumeRow } from '../../record/archive/view.ts'
import { FILE_PATHS } from '../../edge/console/contract.ts'
import { fileAddress } from '../api.ts'
import { Mark } from '../parts/days-left-mark.tsx'
import { DOT } from '../parts/dot.ts'
import { Page } from '../parts/page.tsx'
import { RowTable } from '../parts/row-table.tsx'
import { Failure, Loading, Nothing } from '../parts/states.tsx'
import { useRead } from '../queries.ts'
import { pathTo } from '../route-table.ts'
import { ErasurePanel } from './erasure-panel.tsx'
import { RetentionPanel } from './retention-panel.tsx'
import { WaitingPanel } from './waiting-panel.tsx'

/** 归档: what waits, the year's volumes, how long they are kept, what may be erased. */
export default function ArchivePage() {
  const [search, setSearch] = useSearchParams()
  const asked = search.get('year')
  const { data: view, error, refetch } = useRead('archive.get', asked ? { year: Number(asked) } : {}, { keep: true })
  if (error) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  if (!view) return <Loading />
  return (
    <Page
      title="归档"
      lead="办结并送达的申请、更正事项在次年六月底前归档；归档后不改、不删，有误的写明理由作废，案卷号保留。"
      actions={
        <Select
          aria-label="归档年度"
          value={view.year}
          onChange={(year) => setSearch({ year: String(year) })}
          options={view.years.map((year) => ({ value: year, label: `${year} 年` }))}
        />
      }
    >
      <WaitingPanel view={view} />
      <h2 className="small-heading">{view.year} 年案卷</h2>
      {view.volumes.length > 0 && (
        <p className="download-links gap-below">
          <a href={fileAddress(FILE_PATHS.volumesPdf(view.year))}>下载归档目录 PDF</a>
          <a href={fileAddress(FILE_PATHS.volumesXlsx(view.year))}>Excel</a>
        </p>
      )}
      <RowTable<VolumeRow>
        label="案卷"
        rows={view.volumes}
        rowKey={({ number }) => number}
        pagination={{ pageSize: 10, showSizeChanger: false, hideOnSinglePage: true, showTotal: (total) => `共 ${total} 卷` }}
        empty={<Nothing say="这一年还没有案卷。" />}
        columns={[
          {
            title: '案卷号',
            render: (_, row) => (
              <>
                <Link to={pathTo(row.of, { id: row.id })}>{row.number}</Link>{' '}
                {row.voidedBecause && <Mark tone="paused">作废</Mark>}
                <div className="quiet small">{row.voidedBecause ? `作废理由：${row.voidedBecause}` : row.subject}</div>
                <div className="phone-only small">
                  {row.outcomeWords}
                  {DOT}
                  <span className="unbroken">{row.archivedOn} 归档</span>
                  {DOT}
                  <span className="unbroken">{row.pieces} 件</span>
                  {row.transferredOn && (
                    <>
                      {DOT}
                      {row.transferredOn} 移交{row.transferredTo}
                    </>
                  )}
                </div>
              </>
            ),
          },
          { title: '结果', width: 220, dataIndex: 'outcomeWords', responsive: ['lg'] },
          { title: '件数', width: 70, className: 'number', dataIndex: 'pieces', responsive: ['md'] },
          { title: '归档', width: 120, className: 'day', dataIndex: 'archivedOn', responsive: ['sm'] },
          { title: '保管期限', width: 100, render: (_, row) => RETENTION_WORDS[row.retention] },
          {
            title: '移交',
            width: 150,
            render: (_, row) => (row.transferredOn ? `${row.transferredOn} ${row.transferredTo ?? ''}` : '—'),
            responsive: ['lg'],
          },
        ]}
      />
      <RetentionPanel view={view} />
      <ErasurePanel view={view} />
    </Page>
  )
}
