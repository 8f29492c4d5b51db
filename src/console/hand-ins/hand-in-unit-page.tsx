import { Select } from 'antd'
import { useState } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { FILE_PATHS } from '../../edge/console/contract.ts'
import type { Remark } from '../../record/reports/hand-in.ts'
import type { UnitView } from '../../record/reports/notice.ts'
import { fileAddress } from '../api.ts'
import { DOT } from '../parts/dot.ts'
import { Mark } from '../parts/days-left-mark.tsx'
import { Page } from '../parts/page.tsx'
import { Failure, Loading, Nothing } from '../parts/states.tsx'
import { useRead } from '../queries.ts'
import type { AskedCell } from '../reports/asked-cell.ts'
import { placeOf } from '../../record/reports/remark-place.ts'
import { ReportTables } from '../reports/report-tables.tsx'
import { pathTo } from '../route-table.ts'
import { Decide } from './decide-panel.tsx'
import { UnitCellDrawer, UnitCellSource } from './unit-cell.tsx'
import { UnitState } from './unit-state.tsx'
import { Changes, Checks, Course, Words } from './unit-panels.tsx'
import { WriteRemark } from './write-remark.tsx'

/** One unit's report as handed in: read, remarked on, sent back or accepted. */
export default function HandInUnitPage() {
  const { id = '', unitId = '' } = useParams()
  const [search, setSearch] = useSearchParams()
  const seq = search.get('seq')
  const { data, error, refetch } = useRead('handIns.unit', { id, unitId, ...(seq ? { seq: Number(seq) } : {}) }, { keep: true })
  if (error) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  if (!data) return <Loading />
  return <Unit key={data.shown?.seq ?? 0} view={data} onShow={(to) => setSearch(to ? { seq: String(to) } : {})} />
}

function Unit({ view, onShow }: { view: UnitView; onShow: (seq: number | null) => void }) {
  const { shown, unit, notice } = view
  const [remarks, setRemarks] = useState<readonly Remark[]>([])
  const [writing, setWriting] = useState<Remark['at'] | undefined>(undefined)
  const [looking, setLooking] = useState<AskedCell | null>(null)
  const newest = view.submissions.at(-1)?.seq
  const remarking = view.may.sendBack.allowed && shown?.seq === newest
  const all = [...remarks, ...(remarks.length === 0 ? view.remarks : [])]
  const remarked = (cell: { table: string; row: string; column: string }) =>
    all.some(
      ({ at }) => at !== null && 'table' in at && at.table === cell.table && at.row === cell.row && at.column === cell.column,
    )
  return (
    <Page
      title={unit.name}
      lead={
        <>
          <Link to={pathTo('handIns')}>报送</Link> / <Link to={pathTo('handIn', { id: notice.id })}>{notice.number}</Link>
          {DOT}
          {notice.year} 年报告 <UnitState row={unit} /> {unit.late && <Mark tone="late">迟报</Mark>}
          {view.publishedOther && <Mark tone="late">公布的与审核通过的不同</Mark>}
        </>
      }
      actions={
        view.submissions.length > 1 && (
          <Select
            aria-label="第几次报送"
            value={shown?.seq ?? null}
            onChange={(to) => onShow(to === newest ? null : to)}
            options={view.submissions.map((one) => ({ value: one.seq, label: `第 ${one.seq} 次报送（${one.handedInOn}）` }))}
          />
        )
      }
    >
      <div className="report">
        <div className="report-main">
          {!shown && <Nothing say={unit.excusedBecause ? `不需报送：${unit.excusedBecause}` : '还没有报送。'} />}
          {!shown && !unit.excusedBecause && (
            <p className="quiet">
              该单位不用本系统的，<a href={fileAddress(FILE_PATHS.blankSheet(notice.id, unit.id))}>下载填报表（Excel）</a>
              交其填写，填好后在报送页导入。
            </p>
          )}
          {shown && (
            <>
              <Changes shown={shown} />
              <Words shown={shown} onRemark={remarking ? (section) => setWriting({ section, words: '' }) : undefined} />
              <ReportTables
                view={shown}
                pointed={remarked}
                asks={remarking ? '写批注' : '看来源'}
                onAsk={({ table, row, column, words }) =>
                  remarking ? setWriting({ table, row, column }) : setLooking({ table, row, column, words })
                }
              />
            </>
          )}
        </div>
        <div className="report-side">
          <Decide
            view={view}
            remarking={remarking}
            remarks={remarks}
            onDrop={(dropped) => setRemarks((before) => before.filter((one) => one !== dropped))}
            onWhole={() => setWriting(null)}
            onDone={() => setRemarks([])}
          />
          <Checks view={view} />
          <Course view={view} />
        </div>
      </div>
      {looking && (
        <UnitCellDrawer
          year={notice.year}
          unitId={unit.id}
          cell={looking}
          words={looking.words}
          onClose={() => setLooking(null)}
        />
      )}
      {writing !== undefined && shown && (
        <WriteRemark
          at={writing}
          place={placeOf({ at: writing, text: '' }, shown)}
          source={
            writing !== null && 'table' in writing ? (
              <UnitCellSource year={notice.year} unitId={unit.id} cell={writing} />
            ) : undefined
          }
          onClose={() => setWriting(undefined)}
          onWritten={(remark) => {
            setRemarks((before) => [...before, remark])
            setWriting(undefined)
          }}
        />
      )}
    </Page>
  )
}
