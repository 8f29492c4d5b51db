import { Button } from 'antd'
import type { Finding } from '../../../law/reports/model.ts'
import type { CheckView, NumberedFinding } from '../../../record/reports/check-view.ts'
import { Mark } from '../../parts/days-left-mark.tsx'
import { Panel } from '../../parts/page.tsx'
import { FindingWords } from '../findings.tsx'

/** 检查: numbered as the cells are; a proposal can be taken at once. */
export function CheckFindings({
  view,
  pointed,
  onPoint,
  onTake,
}: {
  view: CheckView
  pointed: Finding | null
  onPoint: (finding: Finding) => void
  onTake: ((proposal: NonNullable<NumberedFinding['proposal']>) => void) | undefined
}) {
  const { findings, errors, warnings, unread } = view
  return (
    <Panel title="检查">
      <p aria-live="polite">
        {findings.length === 0 ? (
          <Mark tone="done">没有发现问题</Mark>
        ) : (
          `${errors} 处错误，${warnings} 处提示${unread.size > 0 ? `，${unread.size} 格未能确定` : ''}`
        )}
      </p>
      <ol className="findings check-findings">
        {findings.map(({ number, finding, proposal, settled }) => (
          <li key={number} className={finding.code === pointed?.code && finding.message === pointed.message ? 'is-pointed' : ''}>
            <button type="button" className="finding" onClick={() => onPoint(finding)}>
              <FindingWords finding={finding} />
            </button>
            {onTake && proposal && (
              <Button size="small" className="take" onClick={() => onTake(proposal)}>
                {proposal.words}
              </Button>
            )}
            {onTake && settled && <Mark tone="done">{settled}</Mark>}
          </li>
        ))}
      </ol>
    </Panel>
  )
}
