/** 本案的投诉、复议、诉讼, and the opening of another. */
import { Button } from 'antd'
import { disputedOf } from '../../record/disputes/opening-hints.ts'
import type { CaseView } from '../../record/requests/view.ts'
import { useRead } from '../queries.ts'
import { useSession } from '../session.tsx'
import { DisputesPanel } from './disputes-panel.tsx'
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
  const { rules } = useSession()
  const { data } = useRead('requests.disputes', { id: view.id })
  const mayOpen = view.may.disputed.allowed
  return (
    <DisputesPanel
      rows={data?.rows ?? []}
      mayOpen={mayOpen}
      onOpen={() => onOpening(true)}
      empty="收到行政复议答复通知书、应诉通知书或者转来的投诉后，在这里登记，期限随即起算。"
    >
      {mayOpen && (
        <Button size="small" type="link" className="flush-link" onClick={onOutside}>
          补登本案登记以前的复议、诉讼
        </Button>
      )}
      {opening && (
        <OpenDisputeDrawer
          over="request"
          id={view.id}
          disputed={disputedOf(view, rules.readings)}
          onClose={() => onOpening(false)}
        />
      )}
    </DisputesPanel>
  )
}
