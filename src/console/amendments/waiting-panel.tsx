/** 待审批: what was drafted and by whom; the drafter may still send up another wording. */
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { chineseDate } from '../../law/date.ts'
import { AMENDMENT_RESULT_WORDS, type AmendmentDecisionInput } from '../../record/amendments/model.ts'
import type { AmendmentView } from '../../record/amendments/view.ts'
import { Panel } from '../parts/page.tsx'
import { pathTo } from '../route-table.ts'
import { ProposePanel } from './propose-panel.tsx'

export function WaitingPanel({
  view,
  onDecision,
}: {
  view: AmendmentView
  onDecision: (decision: AmendmentDecisionInput | null) => void
}) {
  const [changing, setChanging] = useState(false)
  const { proposal, mayApprove, mayHandle } = view
  if (!proposal) return null
  if (changing) return <ProposePanel view={view} onDecision={onDecision} />
  return (
    <Panel title="待审批">
      <p className="gap-below">
        {proposal.by}于{chineseDate(proposal.on)}送审：<b>{AMENDMENT_RESULT_WORDS[proposal.decision.result]}</b>。由
        {view.approvers.join('、') || '单位主要负责人'}审批。
      </p>
      {mayApprove && (
        <p className="gap-below">
          <Link to={pathTo('amendmentApproval', { id: view.id })}>去审批</Link>
        </p>
      )}
      {mayHandle && <Button onClick={() => setChanging(true)}>修改后重新送审</Button>}
    </Panel>
  )
}
