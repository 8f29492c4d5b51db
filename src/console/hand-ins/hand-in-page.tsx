import { App, Button, Segmented } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import { chineseDate } from '../../law/date.ts'
import { HAND_IN_STATE_WORDS, HAND_IN_STATES } from '../../record/reports/hand-in.ts'
import type { NoticeView, UnitRow } from '../../record/reports/notice.ts'
import { FILE_PATHS } from '../../edge/console/contract.ts'
import { fileAddress } from '../api.ts'
import { FindBox } from '../parts/find-box.tsx'
import { DOT } from '../parts/dot.ts'
import { Mark } from '../parts/days-left-mark.tsx'
import { Page } from '../parts/page.tsx'
import { Refusals } from '../parts/refusals.tsx'
import { RowTable } from '../parts/row-table.tsx'
import { Failure, Loading, Nothing } from '../parts/states.tsx'
import { useDeed, useRead } from '../queries.ts'
import type { AskedCell } from '../reports/asked-cell.ts'
import { SumDrawer } from '../reports/cell-drawer.tsx'
import { ReportTables } from '../reports/report-tables.tsx'
import { pathTo } from '../route-table.ts'
import { AddAttachment, AttachmentLinks } from './notice-attachments.tsx'
import { TakeInPanel } from './take-in-panel.tsx'
import { UnitArchives } from './unit-archives.tsx'
import { UnitState } from './unit-state.tsx'

/** As the server pages them. */
const PER_PAGE = 50

/** One notice: which unit stands where, who is late, and the sums of what was accepted. */
export default function HandInPage() {
  const { id = '' } = useParams()
  const [search, setSearch] = useSearchParams()
  const show = search.get('show') ?? 'all'
  const state = HAND_IN_STATES.find((one) => one === show)
  const name = search.get('q')
  const page = Number(search.get('page') ?? 1)
  const { data, error, refetch } = useRead(
    'handIns.get',
    {
      id,
      page,
      ...(state ? { state } : {}),
      ...(show === 'late' ? { late: 'true' } : {}),
      ...(name ? { search: name } : {}),
    },
    { keep: true },
  )
  if (error) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  if (!data) return <Loading />
  const change = (to: Record<string, string>) => {
    const next = new URLSearchParams(search)
    next.delete('page')
    for (const [key, value] of Object.entries(to)) {
      if (value && value !== 'all') next.set(key, value)
      else next.delete(key)
    }
    setSearch(next, { replace: true })
  }
  return (
    <Page
      title={`${data.year} 年度报告的报送`}
      lead={
        <>
          <Link to={pathTo('handIns')}>报送</Link> / 《{data.title}》（{data.number}）{DOT}报送期限 {chineseDate(data.fileBy)}
        </>
      }
      actions={
        <>
          {data.mayAttach && <AddAttachment noticeId={id} />}
          <Remind notice={data} />
        </>
      }
    >
      <AttachmentLinks noticeId={id} attachments={data.attachments} mayWithdraw={data.mayWithdraw} />
      <div className="filters">
        <Segmented
          aria-label="报送情况"
          value={show}
          onChange={(value) => change({ show: String(value) })}
          options={choices(data)}
        />
        <FindBox
          className="filter-text"
          aria-label="查找单位"
          placeholder="单位名称"
          defaultValue={name ?? ''}
          onSearch={(q) => change({ q })}
        />
      </div>
      <Units notice={data} page={page} onPage={(to) => change({ page: String(to) })} />
      {data.mayDecide && <TakeInPanel noticeId={id} />}
      {data.mayDecide && (
        <p className="download-links gap-below">
          <a href={fileAddress(FILE_PATHS.circular(id))}>报送情况通报（草稿，Word）</a>
        </p>
      )}
      <UnitArchives year={data.year} packages={data.packages} />
      <Sums notice={data} />
    </Page>
  )
}

function choices({ counts, late }: NoticeView) {
  const all = Object.values(counts).reduce((total, count) => total + count, 0)
  return [
    { value: 'all', label: `全部 ${all}` },
    ...HAND_IN_STATES.filter((state) => counts[state] > 0).map((state) => ({
      value: state,
      label: `${HAND_IN_STATE_WORDS[state]} ${counts[state]}`,
    })),
    ...(late > 0 ? [{ value: 'late', label: `迟报 ${late}` }] : []),
  ]
}

function Remind({ notice: { id, counts, mayDecide } }: { notice: NoticeView }) {
  const { message } = App.useApp()
  const remind = useDeed('handIns.remind')
  const waiting = counts.asked + counts.seen + counts.returned
  if (!mayDecide || waiting === 0) return null
  const send = () =>
    remind.mutate(
      { id },
      {
        onSuccess: ({ reminded }) =>
          void message.success(reminded > 0 ? `已催报 ${reminded} 个单位` : '今天已经催报过，单位页面上有提醒'),
      },
    )
  return (
    <>
      <Refusals refusals={remind.error?.refusals ?? []} />
      <Button loading={remind.isPending} onClick={send}>
        催报（{waiting} 个单位）
      </Button>
    </>
  )
}

function Units({ notice, page, onPage }: { notice: NoticeView; page: number; onPage: (page: number) => void }) {
  const go = useNavigate()
  const address = (row: UnitRow) => pathTo('handInUnit', { id: notice.id, unitId: row.id })
  return (
    <RowTable<UnitRow>
      label="报送单位"
      rows={notice.units}
      rowKey={({ id }) => id}
      onOpen={(row) => void go(address(row))}
      empty={<Nothing say="没有符合条件的单位。" />}
      pagination={{
        current: page,
        total: notice.total,
        pageSize: PER_PAGE,
        showSizeChanger: false,
        hideOnSinglePage: true,
        onChange: onPage,
      }}
      columns={[
        { title: '单位', render: (_, row) => <Link to={address(row)}>{row.name}</Link> },
        {
          title: '情况',
          width: 190,
          render: (_, row) => (
            <>
              <UnitState row={row} /> {row.late && <Mark tone="late">迟报</Mark>}
            </>
          ),
        },
        {
          title: '检查',
          width: 130,
          responsive: ['md'],
          render: (_, row) =>
            row.firstHandedInOn === null ? (
              '—'
            ) : row.warnings > 0 ? (
              <Mark tone="soon">{`${row.warnings} 处提示`}</Mark>
            ) : (
              <Mark tone="done">数字都对得上</Mark>
            ),
        },
        { title: '首次报送', width: 120, className: 'day', responsive: ['sm'], render: (_, row) => row.firstHandedInOn ?? '—' },
        { title: '审核通过', width: 120, className: 'day', responsive: ['md'], render: (_, row) => row.acceptedOn ?? '—' },
        { title: '催报', width: 120, className: 'day', responsive: ['lg'], render: (_, row) => row.remindedOn ?? '—' },
      ]}
    />
  )
}

/** 汇总: of accepted reports only; what is not in it is said beside it. */
function Sums({ notice }: { notice: NoticeView }) {
  const { counts, accepted, sums } = notice
  const [asked, setAsked] = useState<AskedCell | null>(null)
  const missing = counts.asked + counts.seen + counts.handedIn + counts.returned
  return (
    <>
      <h2 className="small-heading">汇总（审核通过的 {accepted} 份之和）</h2>
      <p className="quiet gap-below">
        {missing > 0 ? `还有 ${missing} 个单位未计入（见上表）。` : '应报送的单位均已计入。'}
        {counts.excused > 0 && `${counts.excused} 个单位不需报送，不计入。`}
        汇总数不排名次；各单位职能、规模不同，数量不能直接比较。
      </p>
      {sums ? (
        <ReportTables view={{ format: notice.format, tables: sums }} pointed={null} asks="看各单位" onAsk={setAsked} />
      ) : (
        <Nothing say="还没有审核通过的报告。" />
      )}
      {asked && <SumDrawer noticeId={notice.id} cell={asked} onClose={() => setAsked(null)} />}
    </>
  )
}
