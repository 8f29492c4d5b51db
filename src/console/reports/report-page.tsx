import { Alert } from 'antd'
import { useState } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { chineseDate } from '../../law/date.ts'
import type { Finding } from '../../law/reports/model.ts'
import type { ReportView } from '../../record/reports/view.ts'
import { DOT } from '../parts/dot.ts'
import { Page } from '../parts/page.tsx'
import { Failure, Loading } from '../parts/states.tsx'
import { useRead } from '../queries.ts'
import { pathTo } from '../route-table.ts'
import type { AskedCell } from './asked-cell.ts'
import { CellDrawer } from './cell-drawer.tsx'
import { Counts } from './counts.tsx'
import { Findings } from './findings.tsx'
import { ImportedPanel } from './imported-panel.tsx'
import { Prose } from './prose.tsx'
import { ReportDeeds } from './report-deeds.tsx'
import { ReportTables } from './report-tables.tsx'
import { SignedCopyPanel } from './signed-copy-panel.tsx'
import { TaskPanel } from './task-panel.tsx'
import { UnitsAddedUp } from './units-added-up.tsx'
import { STATE_WORDS } from './state-words.ts'

/** 年度报告: numbers, what is wrong with them, the words, and the way to publication. */
export default function ReportPage() {
  const { year = '' } = useParams()
  const [search] = useSearchParams()
  const version = search.get('version')
  const { data, error, refetch } = useRead('reports.get', {
    year: Number(year),
    ...(version ? { version: Number(version) } : {}),
  })
  if (error && !data) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  return data ? <Report key={`${data.year}-${data.version}`} view={data} /> : <Loading />
}

function Report({ view }: { view: ReportView }) {
  const [asked, setAsked] = useState<AskedCell | null>(null)
  const [pointed, setPointed] = useState<Finding | null>(null)
  const point = (finding: Finding) => {
    setPointed(finding)
    const place = finding.table === 'text' ? `prose-${finding.section ?? 'overall'}` : `table-${finding.table}`
    document.getElementById(place)?.scrollIntoView({ block: 'start' })
  }
  return (
    <Page
      title={`${view.year} 年政府信息公开工作年度报告`}
      lead={
        <>
          <Link to={pathTo('reports')}>年报</Link> / {view.agencyName}
          {DOT}第 {view.version} 版{DOT}
          {STATE_WORDS[view.state]}
          {view.approvedBy && view.approvedOn && `${DOT}${view.approvedBy}于${chineseDate(view.approvedOn)}批准`}
          {view.publishedOn ? `${DOT}${chineseDate(view.publishedOn)}发布` : `${DOT}应于${chineseDate(view.dueOn)}前公布`}
        </>
      }
    >
      {view.asOf && (
        <Alert
          type="info"
          showIcon
          className="gap-below"
          title={`数据截至${chineseDate(view.asOf)}，不是全年数据。`}
          description="其后收到、办结的不计。只供查看；重新汇编即为全年数据。"
        />
      )}
      {view.stale && (
        <Alert
          type="warning"
          showIcon
          className="gap-below"
          title="汇编之后登记簿、公开目录或者处理决定有变化。"
          description="表中的数字可能已经不是最新的，请重新汇编。"
        />
      )}
      <div className="report">
        <div className="report-main">
          <Prose view={view} />
          <ReportTables
            view={view}
            pointed={pointed}
            onAsk={view.source === 'compiled' ? setAsked : undefined}
            fromLibrary={view.source === 'compiled'}
            counts={<Counts view={view} />}
          />
        </div>
        <div className="report-side">
          <ReportDeeds view={view} />
          {view.imported && <ImportedPanel year={view.year} imported={view.imported} />}
          {view.state === 'published' && <SignedCopyPanel view={view} />}
          <TaskPanel year={view.year} />
          {view.units && <UnitsAddedUp units={view.units} />}
          <Findings view={view} pointed={pointed} onPoint={point} />
        </div>
      </div>
      {asked && <CellDrawer year={view.year} cell={asked} onClose={() => setAsked(null)} />}
    </Page>
  )
}
