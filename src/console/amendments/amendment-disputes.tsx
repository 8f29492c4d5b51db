/** 对更正决定的投诉、复议、诉讼, and the opening of another. */
import { useState } from 'react'
import type { AmendmentView } from '../../record/amendments/view.ts'
import { DisputesPanel } from '../disputes/disputes-panel.tsx'
import { OpenDisputeDrawer } from '../disputes/open-dispute-drawer.tsx'
import { useRead } from '../queries.ts'
import { useSession } from '../session.tsx'

export function AmendmentDisputes({ view }: { view: AmendmentView }) {
  const { may } = useSession()
  const [opening, setOpening] = useState(false)
  const { data } = useRead('disputes.ofAmendment', { id: view.id })
  const { decidedOn, servedOn: receivedOn } = view
  return (
    <DisputesPanel
      rows={data?.rows ?? []}
      mayOpen={may('requests.dispute') && decidedOn !== null}
      onOpen={() => setOpening(true)}
      empty="对更正（转送）告知书不服的，收到通知后在这里登记，计入年度报告第四部分。"
    >
      {opening && (
        <OpenDisputeDrawer
          over="amendment"
          id={view.id}
          disputed={{ decidedOn, receivedOn, replyDue: null, open: null, first: 'no' }}
          onClose={() => setOpening(false)}
        />
      )}
    </DisputesPanel>
  )
}
