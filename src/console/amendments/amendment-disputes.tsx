/** 对更正决定的投诉、复议、诉讼, and the opening of another. */
import { Button } from 'antd'
import { useState } from 'react'
import type { AmendmentView } from '../../record/amendments/view.ts'
import { DisputeList } from '../disputes/case-disputes.tsx'
import { OpenDisputeDrawer } from '../disputes/open-dispute-drawer.tsx'
import { Panel } from '../parts/page.tsx'
import { useRead } from '../queries.ts'
import { useSession } from '../session.tsx'

export function AmendmentDisputes({ view }: { view: AmendmentView }) {
  const { may } = useSession()
  const [opening, setOpening] = useState(false)
  const { data } = useRead('disputes.ofAmendment', { id: view.id })
  const rows = data?.rows ?? []
  const mayOpen = may('requests.dispute') && view.decidedOn !== null
  if (rows.length === 0 && !mayOpen) return null
  return (
    <Panel
      title="投诉、复议、诉讼"
      extra={
        mayOpen && (
          <Button size="small" onClick={() => setOpening(true)}>
            登记收到通知
          </Button>
        )
      }
    >
      {rows.length === 0 && <p className="quiet">对更正（转送）告知书不服的，收到通知后在这里登记，计入年度报告第四部分。</p>}
      <DisputeList rows={rows} />
      {opening && <OpenDisputeDrawer over="amendment" id={view.id} onClose={() => setOpening(false)} />}
    </Panel>
  )
}
