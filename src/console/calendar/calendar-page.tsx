import { Button } from 'antd'
import { useState } from 'react'
import { chineseDate, chineseDateWithWeekday, isLocalDate } from '../../law/date.ts'
import { authorityOf } from '../../record/calendar/change.ts'
import type { CalendarChangeRow, CalendarView, CalendarYearRow } from '../../record/calendar/view.ts'
import { DOT } from '../parts/dot.ts'
import { Page, Panel } from '../parts/page.tsx'
import { RowTable } from '../parts/row-table.tsx'
import { Failure, Loading, Nothing } from '../parts/states.tsx'
import { useRead } from '../queries.ts'
import { LocalDaysForm } from './local-days-form.tsx'
import { YearForm } from './year-form.tsx'

/** 工作日历: which days count, by which notice, and how a new one is loaded. */
export default function CalendarPage() {
  const { data, error, refetch } = useRead('calendar.get', {})
  const [loading, setLoading] = useState<'year' | 'local' | null>(null)
  if (error) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  if (!data) return <Loading />
  const newest = data.years[0]?.year
  const close = () => setLoading(null)
  return (
    <Page
      title="工作日历"
      lead={newest && `期限按工作日计算。已知到${newest}年；以后年份的放假安排未公布前，跨年的期限显示为待定，不作推测。`}
      actions={
        data.mayManage &&
        loading === null && (
          <>
            <Button onClick={() => setLoading('local')}>地方规定放假、上班</Button>
            {data.mayLoadNotice && (
              <Button type="primary" onClick={() => setLoading('year')}>
                载入放假安排
              </Button>
            )}
          </>
        )
      }
    >
      {loading === 'year' && <YearForm nextYear={(newest ?? 0) + 1} onClose={close} />}
      {loading === 'local' && <LocalDaysForm view={data} onClose={close} />}
      <LocalDays view={data} />
      <RowTable<CalendarYearRow>
        label="各年放假安排"
        rows={data.years}
        rowKey={({ year }) => String(year)}
        empty={<Nothing say="还没有载入任何年份。" />}
        columns={[
          { title: '年份', width: 76, render: (_, { year }) => <b className="number">{year}</b> },
          {
            title: '放假和调休',
            render: (_, row) => (
              <>
                <DaysOff row={row} />
                <div className="phone-only small quiet">
                  工作日 {row.workingDays} 天；{row.notices.map(({ number }) => number).join('、')}
                </div>
              </>
            ),
          },
          { title: '依据', responsive: ['sm'], render: (_, row) => <Notices row={row} /> },
          { title: '工作日', width: 72, responsive: ['sm'], render: (_, { workingDays }) => `${workingDays} 天` },
        ]}
      />
      <Changes rows={data.changes} />
    </Page>
  )
}

/** Each on a line of its own: a day is looked up, not read through. */
function DaysOff({ row: { off, on } }: { row: CalendarYearRow }) {
  return (
    <ul className="days-off">
      {off.map(({ name, from, to }) => (
        <li key={from}>
          {name} <span className="unbroken">{shortRange(from, to)}</span>
        </li>
      ))}
      <li className="quiet">调休上班：{on.map(({ date }) => shortDay(date)).join('、') || '无'}</li>
    </ul>
  )
}

function Notices({ row }: { row: CalendarYearRow }) {
  return (
    <>
      {row.notices.map(({ title, number, on }) => (
        <div key={number}>
          {title}
          <div className="quiet small">
            {number}
            {DOT}
            {isLocalDate(on) ? chineseDate(on) : on}
          </div>
        </div>
      ))}
      {!row.builtIn && <div className="quiet small">由本系统人员载入</div>}
    </>
  )
}

function LocalDays({ view: { overlay } }: { view: CalendarView }) {
  const all = [...overlay.off.map((date) => ({ date, words: '放假' })), ...overlay.on.map((date) => ({ date, words: '上班' }))]
  if (all.length === 0) return null
  return (
    <Panel title="地方规定的日子">
      <ul className="plain-list">
        {all
          .toSorted((a, b) => a.date.localeCompare(b.date))
          .map(({ date, words }) => (
            <li key={date}>
              {chineseDateWithWeekday(date)}：{words}
            </li>
          ))}
      </ul>
    </Panel>
  )
}

function Changes({ rows }: { rows: CalendarChangeRow[] }) {
  if (rows.length === 0) return null
  return (
    <Panel title="变更记录">
      <ul className="plain-list">
        {rows.map(({ id, change, on, officerName, moved, letters, rewritten }) => (
          <li key={id}>
            {chineseDate(on)} {officerName}
            {change.kind === 'year' ? `载入${change.year}年放假安排` : '设置地方规定的日子'}
            <div className="quiet small">
              {authorityOf(change)}；变动的期限 {moved} 项，向申请人发出告知书 {letters} 份
              {rewritten.length > 0 && `；重写了尚未告知的 ${rewritten.join('、')}，打印过的请重新打印`}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** 10月1日 */
function shortDay(date: string): string {
  return `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`
}

function shortRange(from: string, to: string): string {
  if (from === to) return shortDay(from)
  const end = from.slice(0, 7) === to.slice(0, 7) ? `${Number(to.slice(8))}日` : shortDay(to)
  return `${shortDay(from)}至${end}`
}
