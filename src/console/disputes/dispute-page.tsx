import { Alert, Button } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { chineseDate } from '../../law/date.ts'
import { DISPUTE_PATH_WORDS } from '../../law/oversight/results.ts'
import { DISPUTE_ACT_WORDS, type DisputeActKind, PROCEDURE_WORDS } from '../../record/disputes/acts.ts'
import { DISPUTE_LIMIT_WORDS, DISPUTE_STAGE_WORDS } from '../../record/disputes/fold.ts'
import { RECORDED_KINDS } from '../../record/disputes/may.ts'
import { wantedDeed } from '../../record/disputes/wanted.ts'
import type { DisputeLimitView, DisputeView } from '../../record/disputes/view.ts'
import { BesideMoves } from '../calendar/case-moves.tsx'
import { DOT } from '../parts/dot.ts'
import { Page, Panel } from '../parts/page.tsx'
import { refusalWords } from '../parts/refusals.tsx'
import { Failure, Loading } from '../parts/states.tsx'
import { useShownTime } from '../parts/time.ts'
import { useRead } from '../queries.ts'
import { pathTo } from '../route-table.ts'
import { DisputeActDrawer } from './dispute-act-drawer.tsx'
import { LessonsPanel } from './lessons-panel.tsx'
import { PapersPanel } from './papers-panel.tsx'

/** 争议卷: one screen tells what came, what is due, what was decided and what was learned. */
export default function DisputePage() {
  const { id = '' } = useParams()
  const { data: view, error, refetch } = useRead('disputes.get', { id })
  if (error && !view) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  return view ? <Dispute key={id} view={view} /> : <Loading />
}

function Dispute({ view }: { view: DisputeView }) {
  const [recording, setRecording] = useState<{ kind: DisputeActKind; of?: number } | null>(null)
  return (
    <Page
      title={`${DISPUTE_PATH_WORDS[view.path]} ${view.number}`}
      lead={
        <>
          <Link to={pathTo('disputes')}>争议</Link> / {view.caseId ? '所涉申请' : '所涉更正'}{' '}
          <Link to={view.caseId ? pathTo('case', { id: view.caseId }) : pathTo('amendment', { id: view.amendmentId ?? '' })}>
            {view.caseNumber}
          </Link>
          {DOT}
          {view.subject}
        </>
      }
    >
      <div className="two-columns dispute">
        <div>
          <Standing view={view} />
          <Limits limits={view.limits} today={view.today} />
          <BesideMoves moves={view.calendarMoves} />
          <Course view={view} onAnnul={(of) => setRecording({ kind: 'annulled', of })} />
        </div>
        <div>
          {view.mayRecord && <Deeds view={view} onRecord={(kind) => setRecording({ kind })} />}
          <PapersPanel key={view.paper.version} view={view} />
          {view.caseId && <LessonsPanel view={view} />}
        </div>
      </div>
      {recording && <DisputeActDrawer view={view} {...recording} onClose={() => setRecording(null)} />}
    </Page>
  )
}

function Standing({ view }: { view: DisputeView }) {
  const facts: [string, string | null][] = [
    ['进展', DISPUTE_STAGE_WORDS[view.stage] + (view.resultWords ? `（${view.resultWords}）` : '')],
    ['提出人', view.claimantWords],
    ['收到通知', chineseDate(view.openedOn)],
    ['对方文号', view.reference],
    ['审理程序', view.path === 'reconsideration' ? PROCEDURE_WORDS[view.procedure] : null],
    ['年度报告', view.cell ? `计入“${view.cell.group}”的“${view.cell.column}”` : '投诉、举报不计入第四部分'],
  ]
  return (
    <Panel title="概况">
      <dl className="facts">
        {facts.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {view.notes.map(({ say, cite }) => (
        <Alert key={say} type="warning" showIcon className="gap-above" title={say} description={`依据：${cite}`} />
      ))}
    </Panel>
  )
}

function Limits({ limits, today }: { limits: DisputeLimitView[]; today: string }) {
  return (
    <Panel title="期限">
      <ul className="plain-list">
        {limits.map(({ what, whose, due, met, cite, unless }) => (
          <li key={`${what}${due ?? ''}${met ?? ''}`}>
            {DISPUTE_LIMIT_WORDS[what]}：<b>{due ? chineseDate(due) : what === 'performance' ? '未限定日期' : '没有规定期限'}</b>
            {met && due && (met <= due ? `，已于${chineseDate(met)}办理` : `，${chineseDate(met)}办理，已超期`)}
            {met && !due && `，已于${chineseDate(met)}办理`}
            {!met && due && due < today && (whose === 'ours' ? '，已超期' : '，已届满')}
            <span className="quiet small"> {cite}</span>
            {unless && <p className="quiet small">{unless}</p>}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Course({ view, onAnnul }: { view: DisputeView; onAnnul: (seq: number) => void }) {
  const shownTime = useShownTime()
  const inOrder = view.acts.toSorted((a, b) => a.on.localeCompare(b.on) || a.seq - b.seq)
  return (
    <Panel title="经过">
      <ol className="timeline">
        {inOrder.map((act) => (
          <li key={act.seq} className={act.annulled ? 'is-annulled' : ''}>
            <div className="timeline-day">{chineseDate(act.on)}</div>
            <div className="timeline-what">
              <span className="timeline-words">{act.words}</span>
              {act.annulled && <span className="stamp">已更正，不计</span>}
              {act.detail && <p>{act.detail}</p>}
              <p className="quiet small">
                第 {act.seq + 1} 步{DOT}
                {act.actorName}登记于{shownTime(act.recordedAt)}
              </p>
            </div>
            {view.mayRecord && !act.annulled && act.kind !== 'annulled' && act.seq > 0 && (
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

/** Nothing is asked of us now: what is waited for. */
function waitingWords({ stage, limits }: DisputeView): string {
  const until = (kind: DisputeLimitView['what']) => {
    const due = limits.find(({ what }) => what === kind)?.due
    return due ? `（${chineseDate(due)}届满）` : ''
  }
  if (stage === 'pending') return `等待决定或者裁判${until('decision')}；收到以后登记。`
  if (stage === 'untilEffective') return `等待上诉期过去${until('appeal')}；一方上诉的登记上诉，都没有上诉的期满登记裁判生效。`
  return '没有须由本机关办理的事项；有新的情况时登记。'
}

function Deeds({ view, onRecord }: { view: DisputeView; onRecord: (kind: DisputeActKind) => void }) {
  const offered = RECORDED_KINDS.filter((kind) => kind !== 'annulled')
  const next = wantedDeed(view)
  const others = offered.filter((kind) => view.may[kind] === null && kind !== next)
  const refused = offered.flatMap((kind) => {
    const refusal = view.may[kind]
    return refusal && kind !== 'switched' && kind !== 'prolonged' ? [{ kind, refusal }] : []
  })
  return (
    <Panel title="现在能办">
      {next && (
        <Button type="primary" size="large" block onClick={() => onRecord(next)}>
          {DISPUTE_ACT_WORDS[next]}
        </Button>
      )}
      {!next && others.length > 0 && <p className="quiet gap-below">{waitingWords(view)}</p>}
      <ul className="deeds">
        {others.map((kind) => (
          <li key={kind}>
            <Button block onClick={() => onRecord(kind)}>
              {DISPUTE_ACT_WORDS[kind]}
            </Button>
          </li>
        ))}
      </ul>
      {!next && others.length === 0 && <p className="quiet">没有需要登记的事项。</p>}
      <details className="not-now-more">
        <summary>现在不能办的及原因</summary>
        <ul className="not-now">
          {refused.map(({ kind, refusal }) => (
            <li key={kind}>
              <span className="not-now-name">{DISPUTE_ACT_WORDS[kind]}</span>
              <span>{refusalWords(refusal)}</span>
            </li>
          ))}
        </ul>
      </details>
    </Panel>
  )
}
