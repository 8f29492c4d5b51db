/** What stands beside and above a report that was handed in: what changed, its words, its faults, what happened to it. */
import { Button } from 'antd'
import { Fragment, type ReactNode } from 'react'
import { reasonKey } from '../../record/reports/explanation.ts'
import { HAND_IN_WAY_WORDS } from '../../record/reports/hand-in.ts'
import type { UnitView } from '../../record/reports/notice.ts'
import { Mark } from '../parts/days-left-mark.tsx'
import { Panel } from '../parts/page.tsx'
import { proseParts, type ReportProse } from '../../record/reports/prose.ts'
import { shortened } from '../../record/reports/wording.ts'
import { useShownTime } from '../parts/time.ts'
import { Remarks } from '../reports/remarks.tsx'

type Shown = NonNullable<UnitView['shown']>

export function Changes({ shown: { changes, reworded, seq } }: { shown: Shown }) {
  if (seq === 1) return null
  return (
    <Panel title={`与第 ${seq - 1} 次报送的差异`}>
      <h3 className="small-heading">数字</h3>
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
      <h3 className="small-heading">文字</h3>
      {reworded.length === 0 ? (
        <p className="quiet">文字没有变化。</p>
      ) : (
        <>
          <p className="quiet small difference">
            <del>划去</del>的是删去的，<ins>加下划线</ins>的是新写的；没有列出的部分没有变化。
          </p>
          {reworded.map(({ words, pieces }) => (
            <section key={words} className="reworded" aria-label={`文字的差异：${words}`}>
              <h4 className="small-heading">{words}</h4>
              <p className="difference">{shortened(pieces).map(pieceShown)}</p>
            </section>
          ))}
        </>
      )}
    </Panel>
  )
}

/** Told by a line and, to those who hear it, by a word; never by colour alone. */
function pieceShown({ kind, text, left }: ReturnType<typeof shortened>[number], index: number): ReactNode {
  if (kind === 'kept')
    return (
      <Fragment key={index}>
        {left && (
          <>
            {left.before}
            <span className="quiet small">（此处 {left.count} 字未变）</span>
          </>
        )}
        {text}
      </Fragment>
    )
  const Tag = kind === 'gone' ? 'del' : 'ins'
  return (
    <Tag key={index}>
      <span className="heard">{kind === 'gone' ? '（删：' : '（增：'}</span>
      {text}
      <span className="heard">）</span>
    </Tag>
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
