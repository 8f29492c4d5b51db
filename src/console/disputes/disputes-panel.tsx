/** 投诉、复议、诉讼 over one decision, and the opening of another file: the same for a reply and for an amendment. */
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { DISPUTE_PATH_WORDS } from '../../law/oversight/results.ts'
import { DISPUTE_LIMIT_WORDS, DISPUTE_STAGE_WORDS } from '../../record/disputes/fold.ts'
import type { DisputeRow } from '../../record/disputes/view.ts'
import { DOT } from '../parts/dot.ts'
import { Panel } from '../parts/page.tsx'
import { pathTo } from '../route-table.ts'
import { useSession } from '../session.tsx'

/** Nothing where there is no file and none may be opened. `empty`: what to say before the first one. */
export function DisputesPanel({
  rows,
  mayOpen,
  onOpen,
  empty,
  children,
}: {
  rows: readonly DisputeRow[]
  mayOpen: boolean
  onOpen: () => void
  empty: string
  children: ReactNode
}) {
  if (rows.length === 0 && !mayOpen) return null
  return (
    <Panel
      title="投诉、复议、诉讼"
      extra={
        mayOpen && (
          <Button size="small" onClick={onOpen}>
            登记收到通知
          </Button>
        )
      }
    >
      {rows.length === 0 ? <p className="quiet">{empty}</p> : <DisputeList rows={rows} />}
      {children}
    </Panel>
  )
}

function DisputeList({ rows }: { rows: readonly DisputeRow[] }) {
  const { may } = useSession()
  return (
    <ul className="plain-list">
      {rows.map((row) => (
        <li key={row.id}>
          {may('disputes.view') ? <Link to={pathTo('dispute', { id: row.id })}>{row.number}</Link> : row.number}{' '}
          {DISPUTE_PATH_WORDS[row.path]}
          {DOT}
          {DISPUTE_STAGE_WORDS[row.stage]}
          {row.resultWords && `（${row.resultWords}）`}
          {row.next && (
            <div className="quiet small">
              {DISPUTE_LIMIT_WORDS[row.next.what]}：{row.next.dueOn ?? '没有规定期限'}
              {row.late && '，已超期'}
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}
