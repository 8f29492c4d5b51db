/** 本案的投诉、复议、诉讼, and the opening of another. */
import { Button } from 'antd'
import { Link } from 'react-router'
import { DISPUTE_PATH_WORDS } from '../../law/oversight/results.ts'
import { DISPUTE_LIMIT_WORDS, DISPUTE_STAGE_WORDS } from '../../record/disputes/fold.ts'
import type { DisputeRow } from '../../record/disputes/view.ts'
import type { CaseView } from '../../record/requests/view.ts'
import { DOT } from '../parts/dot.ts'
import { Panel } from '../parts/page.tsx'
import { useRead } from '../queries.ts'
import { pathTo } from '../route-table.ts'
import { useSession } from '../session.tsx'
import { OpenDisputeDrawer } from './open-dispute-drawer.tsx'

export function CaseDisputes({
  view,
  opening,
  onOpening,
  onOutside,
}: {
  view: CaseView
  opening: boolean
  onOpening: (opening: boolean) => void
  /** To note a dispute that is older than the case is here. */
  onOutside: () => void
}) {
  const { data } = useRead('requests.disputes', { id: view.id })
  const rows = data?.rows ?? []
  const mayOpen = view.may.disputed.allowed
  if (rows.length === 0 && !mayOpen) return null
  return (
    <Panel
      title="投诉、复议、诉讼"
      extra={
        mayOpen && (
          <Button size="small" onClick={() => onOpening(true)}>
            登记收到通知
          </Button>
        )
      }
    >
      {rows.length === 0 && (
        <p className="quiet">收到行政复议答复通知书、应诉通知书或者转来的投诉后，在这里登记，期限随即起算。</p>
      )}
      <DisputeList rows={rows} />
      {mayOpen && (
        <Button size="small" type="link" onClick={onOutside}>
          补登本案登记以前的复议、诉讼
        </Button>
      )}
      {opening && <OpenDisputeDrawer over="request" id={view.id} onClose={() => onOpening(false)} />}
    </Panel>
  )
}

export function DisputeList({ rows }: { rows: DisputeRow[] }) {
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
