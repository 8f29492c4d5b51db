/** The register's columns: on a phone number and days, on a wide screen everything. */
import type { TableColumnsType } from 'antd'
import { Link } from 'react-router'
import { outcomeRule } from '../../../law/requests/outcomes.ts'
import { INTAKE_CHANNEL_WORDS, PHASE_WORDS, REQUESTER_KIND_WORDS } from '../../../law/requests/vocabulary.ts'
import type { RequestRow } from '../../../record/requests/view.ts'
import { DOT } from '../../parts/dot.ts'
import { DaysLeftMark } from '../../parts/days-left-mark.tsx'
import { pathTo } from '../../route-table.ts'

export const COLUMNS: TableColumnsType<RequestRow> = [
  {
    title: '编号',
    width: 180,
    render: (_, row) => (
      <>
        <Link to={pathTo('case', { id: row.id })}>{row.number}</Link>
        <div className="phone-only clamp">{row.subject}</div>
      </>
    ),
  },
  {
    title: '申请的信息',
    responsive: ['sm'],
    render: (_, row) => (
      <div className="clamp" title={row.subject}>
        {row.subject}
      </div>
    ),
  },
  {
    title: '申请人',
    width: 120,
    responsive: ['xl'],
    render: (_, row) => (
      <>
        <div className="clamp-one">{row.requesterName}</div>
        <div className="quiet small">{REQUESTER_KIND_WORDS[row.requesterKind]}</div>
      </>
    ),
  },
  {
    title: '阶段',
    width: 130,
    responsive: ['sm'],
    render: (_, row) => (
      <>
        <div>{PHASE_WORDS[row.phase]}</div>
        {row.outcome && <div className="quiet small clamp-one">{outcomeRule(row.outcome).zh}</div>}
      </>
    ),
  },
  { title: '还剩', width: 144, render: (_, row) => <DaysLeftMark left={row.left} /> },
  {
    title: '届满日',
    width: 130,
    className: 'day',
    responsive: ['md'],
    render: (_, row) => (
      <>
        <div>{row.nextDueOn ?? (row.provisional ? '待定' : '—')}</div>
        <div className="quiet small">{row.receivedOn ? `收到 ${row.receivedOn}` : '收到之日未确认'}</div>
      </>
    ),
  },
  {
    title: '渠道',
    width: 110,
    responsive: ['xxl'],
    render: (_, row) => <span className="clamp-one">{INTAKE_CHANNEL_WORDS[row.via]}</span>,
  },
  {
    title: '承办',
    width: 120,
    responsive: ['xl'],
    render: (_, row) => [row.sectionName, row.officerName].filter(Boolean).join(DOT) || <span className="quiet">未分办</span>,
  },
]
