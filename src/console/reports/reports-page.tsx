import { App, Button, Select, Space } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { FORM_2019 } from '../../law/reports/formats/index.ts'
import { yearOf } from '../../law/date.ts'
import type { ReportRow } from '../../record/reports/view.ts'
import { Refused } from '../api.ts'
import { Mark } from '../parts/days-left-mark.tsx'
import { Page } from '../parts/page.tsx'
import { refusalWords } from '../parts/refusals.tsx'
import { RowTable } from '../parts/row-table.tsx'
import { Failure, Nothing } from '../parts/states.tsx'
import { useDeed, useRead } from '../queries.ts'
import { pathTo } from '../route-table.ts'
import { useSession } from '../session.tsx'
import { TaskPanel } from './task-panel.tsx'
import { newVersion, STATE_WORDS } from './state-words.ts'

/** 年度报告: one row per version of each year. */
export default function ReportsPage() {
  const go = useNavigate()
  const { data, error, refetch, isPending } = useRead('reports.list', {})
  if (error) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  return (
    <Page
      title="政府信息公开工作年度报告"
      lead="由登记簿和公开目录汇编；每个数字都能看到背后的案件。"
      actions={
        <Space wrap>
          <Link to={pathTo('checkReport')}>检查一份报告</Link>
          <a href="../check" target="_blank" rel="noreferrer">
            公众的“年报自检”
          </a>
          <Compile rows={data?.rows ?? []} />
        </Space>
      }
    >
      <TaskPanel />
      <RowTable<ReportRow>
        label="年度报告"
        rows={data?.rows ?? []}
        rowKey={(row) => `${row.year}-${row.version}`}
        loading={isPending}
        onOpen={(row) => void go(addressOf(row, data?.rows ?? []))}
        empty={<Nothing say="还没有年度报告。每年1月31日前公布上一年度报告；选择年度后点“汇编”开始。" />}
        columns={[
          {
            title: '年度',
            width: 110,
            render: (_, row) => (
              <>
                <Link to={addressOf(row, data?.rows ?? [])}>{row.year} 年</Link>
                <div className="phone-only quiet small">第 {row.version} 版</div>
              </>
            ),
          },
          { title: '版本', width: 80, render: (_, row) => `第 ${row.version} 版`, responsive: ['sm'] },
          { title: '状态', width: 110, render: (_, row) => STATE_WORDS[row.state] },
          {
            title: '检查',
            render: (_, row) =>
              row.errors > 0 ? (
                <Mark tone="late">{`${row.errors} 处错误`}</Mark>
              ) : row.warnings > 0 ? (
                <Mark tone="soon">{`${row.warnings} 处提示`}</Mark>
              ) : (
                <Mark tone="done">数字都对得上</Mark>
              ),
          },
          {
            title: '来源',
            width: 110,
            render: (_, row) => (row.source === 'compiled' ? '登记簿汇编' : '导入存档'),
            responsive: ['md'],
          },
          {
            title: '公布日期',
            width: 190,
            className: 'day',
            responsive: ['sm'],
            render: (_, row) => (
              <>
                {row.publishedOn ?? '—'} {row.late && <Mark tone="late">迟于期限</Mark>}
              </>
            ),
          },
        ]}
      />
    </Page>
  )
}

/** The latest version has the plain address. */
function addressOf(row: ReportRow, rows: readonly ReportRow[]): string {
  const latest = Math.max(...rows.filter(({ year }) => year === row.year).map(({ version }) => version))
  const path = pathTo('report', { year: row.year })
  return row.version === latest ? path : `${path}?version=${row.version}`
}

function Compile({ rows }: { rows: readonly ReportRow[] }) {
  const { may, rules } = useSession()
  const go = useNavigate()
  const { message, modal } = App.useApp()
  const compile = useDeed('reports.compile')
  const thisYear = yearOf(rules.today)
  const [year, setYear] = useState(thisYear - 1)
  if (!may('reports.compile')) return null
  // Every year that has a form, back to the first.
  const years = Array.from({ length: thisYear - FORM_2019.fromYear + 1 }, (_, back) => thisYear - back)
  const start = async () => {
    try {
      await compile.mutateAsync({ year })
      await go(pathTo('report', { year }))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      void message.error(error.refusals.map(refusalWords).join(''), 8)
    }
  }
  const ask = () => {
    if (!rows.some((row) => row.year === year && row.state === 'published')) return void start()
    modal.confirm({ ...newVersion(year), onOk: start })
  }
  return (
    <Space>
      <Select
        aria-label="年度"
        value={year}
        onChange={setYear}
        options={years.map((value) => ({ value, label: `${value} 年` }))}
      />
      <Button type="primary" loading={compile.isPending} onClick={ask}>
        汇编
      </Button>
    </Space>
  )
}
