/** What stands beside and above a report that was handed in: what changed, its words, its faults, what happened to it. */
import { Button } from 'antd'
import { reasonKey } from '../../record/reports/explanation.ts'
import { HAND_IN_WAY_WORDS } from '../../record/reports/hand-in.ts'
import type { UnitView } from '../../record/reports/notice.ts'
import { Mark } from '../parts/days-left-mark.tsx'
import { Panel } from '../parts/page.tsx'
import { proseParts, type ReportProse } from '../../record/reports/prose.ts'
import { useShownTime } from '../parts/time.ts'
import { Remarks } from '../reports/remarks.tsx'

type Shown = NonNullable<UnitView['shown']>

export function Changes({ shown: { changes, seq } }: { shown: Shown }) {
  if (seq === 1) return null
  return (
    <Panel title={`与第 ${seq - 1} 次报送的差异`}>
      {changes.length === 0 ? (
        <p className="quiet">表格数字没有变化。</p>
      ) : (
        <ul className="plain-list">
          {changes.map((change) => (
            <li key={change.words}>
              {change.words}：{change.before ?? '空'} → <b>{change.now ?? '空'}</b>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

type Section = keyof ReportProse

export function Words({ shown, onRemark }: { shown: Shown; onRemark: ((section: Section) => void) | undefined }) {
  return (
    <Panel title="文字部分">
      {proseParts(shown.format).map(({ key, words: title }) => (
        <section key={key} className="prose-section">
          <h3 className="small-heading">
            {title}
            {onRemark && (
              <Button type="link" size="small" onClick={() => onRemark(key)}>
                写批注
              </Button>
            )}
          </h3>
          {shown.prose[key].length === 0 ? (
            <p className="quiet">无</p>
          ) : (
            shown.prose[key].map((paragraph) => <p key={paragraph}>{paragraph}</p>)
          )}
        </section>
      ))}
    </Panel>
  )
}

export function Checks({ view: { shown, remarks } }: { view: UnitView }) {
  if (!shown) return null
  return (
    <Panel title="检查">
      {shown.findings.length === 0 ? (
        <p>
          <Mark tone="done">各项数字都对得上</Mark>
        </p>
      ) : (
        <ul className="plain-list">
          {shown.findings.map((finding) => (
            <li key={`${finding.code}${finding.message}`}>
              <Mark tone={finding.level === 'error' ? 'late' : 'soon'}>{finding.code}</Mark> {finding.message}
              {shown.explained[reasonKey(finding)] && (
                <div className="quiet small">单位说明：{shown.explained[reasonKey(finding)]}</div>
              )}
            </li>
          ))}
        </ul>
      )}
      {remarks.length > 0 && (
        <>
          <h3 className="small-heading">退回时的批注</h3>
          <Remarks remarks={remarks} report={shown} />
        </>
      )}
    </Panel>
  )
}

export function Course({ view: { acts, submissions } }: { view: UnitView }) {
  const shownTime = useShownTime()
  return (
    <Panel title="经过">
      <ul className="plain-list">
        {acts.map((act) => (
          <li key={act.recordedAt + act.words}>
            {act.on} {act.words}
            <div className="quiet small">
              {act.actorName}，{shownTime(act.recordedAt)}
            </div>
          </li>
        ))}
      </ul>
      {submissions.length > 0 && (
        <p className="quiet small digest">
          最近一次：{HAND_IN_WAY_WORDS[submissions.at(-1)?.via ?? 'system']}，内容校验码 {submissions.at(-1)?.digest.slice(0, 16)}
        </p>
      )}
    </Panel>
  )
}
