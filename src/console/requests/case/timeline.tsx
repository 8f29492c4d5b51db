import { Button } from 'antd'
import { chineseDate } from '../../../law/date.ts'
import type { ActView, CaseView } from '../../../record/requests/view.ts'
import { AsWritten } from '../../parts/as-written.tsx'
import { DOT } from '../../parts/dot.ts'
import { Panel } from '../../parts/page.tsx'
import { useShownTime } from '../../parts/time.ts'

/** 办理经过: every act, annulled ones too; the day it has effect, and who wrote it down when. */
export function Timeline({ view, onAnnul }: { view: CaseView; onAnnul: (seq: number) => void }) {
  const shownTime = useShownTime()
  const inOrder = view.acts.toSorted((a, b) => a.on.localeCompare(b.on) || a.seq - b.seq)
  const mayAnnul = (act: ActView) => view.may.annulled.allowed && !act.annulled && act.kind !== 'annulled' && act.seq > 0
  return (
    <Panel title="办理经过">
      <ol className="timeline">
        {inOrder.map((act) => (
          <li key={act.seq} className={act.annulled ? 'is-annulled' : ''}>
            <div className="timeline-day">{chineseDate(act.on)}</div>
            <div className="timeline-what">
              <span className="timeline-words">{act.words}</span>
              {act.annulled && <span className="stamp">已更正，不计</span>}
              {act.detail && <p>{act.detail}</p>}
              {act.written && <AsWritten text={act.written} />}
              <p className="quiet small">
                第 {act.seq + 1} 步{DOT}
                {act.actorName}登记于{shownTime(act.recordedAt)}
              </p>
            </div>
            {mayAnnul(act) && (
              <Button
                size="small"
                type="link"
                onClick={() => onAnnul(act.seq)}
                aria-label={`更正第 ${act.seq + 1} 步：${act.words}`}
              >
                更正
              </Button>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  )
}
