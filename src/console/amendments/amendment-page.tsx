import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { FILE_PATHS } from '../../edge/console/contract.ts'
import { chineseDate } from '../../law/date.ts'
import { INTAKE_CHANNEL_WORDS } from '../../law/requests/vocabulary.ts'
import { AMENDMENT_SENDING, AMENDMENT_STATE_WORDS } from '../../record/amendments/fold.ts'
import { AMENDMENT_RESULT_WORDS, type AmendmentDecisionInput } from '../../record/amendments/model.ts'
import type { AmendmentActView, AmendmentView } from '../../record/amendments/view.ts'
import { fileAddress } from '../api.ts'
import { BesideMoves } from '../calendar/case-moves.tsx'
import { DOT } from '../parts/dot.ts'
import { Page, Panel } from '../parts/page.tsx'
import { Failure, Loading } from '../parts/states.tsx'
import { useShownTime } from '../parts/time.ts'
import { useDeed, useRead } from '../queries.ts'
import { pathTo } from '../route-table.ts'
import { RequesterPanel } from '../requests/requester-panel.tsx'
import { ArchivePanel } from './archive-panel.tsx'
import { DraftLetter } from './draft-letter.tsx'
import { EvidencePanel } from './evidence-panel.tsx'
import { MailReturnPanel, PostPanel } from './post-panel.tsx'
import { PapersPanel } from './papers-panel.tsx'
import { ProposePanel } from './propose-panel.tsx'
import { AmendmentDisputes } from './amendment-disputes.tsx'
import { ServePanel } from './serve-panel.tsx'
import { WaitingPanel } from './waiting-panel.tsx'
import { WithdrawDeed } from './withdraw-panel.tsx'

/** 更正事项: what is asked, where it stands, what can be done now, what has happened. */
export default function AmendmentPage() {
  const { id = '' } = useParams()
  const { data: view, error, refetch } = useRead('amendments.get', { id })
  if (error && !view) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  return view ? <Amendment key={id} view={view} /> : <Loading />
}

function Amendment({ view }: { view: AmendmentView }) {
  const { state, mayHandle } = view
  const unmask = useDeed('amendments.unmask')
  const toDraft = state === 'open' || state === 'returned'
  const [decision, setDecision] = useState<AmendmentDecisionInput | null>(view.proposal?.decision ?? null)
  return (
    <Page
      title={view.subject}
      lead={
        <>
          <Link to={pathTo('amendments')}>更正</Link> / {view.number}
          {view.fromCase && (
            <>
              {' '}
              {DOT}由申请 <Link to={pathTo('case', { id: view.fromCase.id })}>{view.fromCase.number}</Link> 经申请人同意转来
            </>
          )}
        </>
      }
    >
      <div className="two-columns matter">
        <div>
          <Asked view={view} />
          {view.erasedOn === null && (
            <RequesterPanel
              requester={view.requester}
              files={view.files}
              unmask={mayHandle ? (reason) => unmask.mutateAsync({ id: view.id, reason }) : null}
            />
          )}
          <PapersPanel view={view} />
          <BesideMoves moves={view.calendarMoves} />
          {(toDraft || state === 'proposed') && <DraftLetter id={view.id} decision={decision} />}
          <Course acts={view.acts} />
          <AmendmentDisputes view={view} />
        </div>
        <div className="matter-deeds">
          {state === 'proposed' && <WaitingPanel view={view} onDecision={setDecision} />}
          {mayHandle && toDraft && <ProposePanel view={view} onDecision={setDecision} />}
          {mayHandle && (state === 'decided' || state === 'mailReturned') && <PostPanel view={view} />}
          {mayHandle && AMENDMENT_SENDING[state] && <ServePanel key={state} view={view} />}
          {mayHandle && state === 'sent' && <MailReturnPanel view={view} />}
          {(state === 'served' || state === 'withdrawn') && <ArchivePanel view={view} />}
          {mayHandle && (toDraft || state === 'proposed') && (
            <>
              <EvidencePanel view={view} />
              <WithdrawDeed view={view} />
            </>
          )}
        </div>
      </div>
    </Page>
  )
}

function Asked({ view }: { view: AmendmentView }) {
  const { content } = view
  const facts: [string, string | null][] = [
    ['进展', `${AMENDMENT_STATE_WORDS[view.state]}${view.withdrawnOn ? `（${chineseDate(view.withdrawnOn)}）` : ''}`],
    [
      '决定',
      view.result && `${AMENDMENT_RESULT_WORDS[view.result]}${view.decidedOn ? `（${chineseDate(view.decidedOn)}）` : ''}`,
    ],
    ['收到之日', `${chineseDate(view.receivedOn)}（${INTAKE_CHANNEL_WORDS[view.via]}）`],
    [
      '办理目标',
      view.decidedOn || view.withdrawnOn
        ? null
        : view.targetOn
          ? `${chineseDate(view.targetOn)}（内部目标，法律未规定期限）`
          : '待日历公布',
    ],
    ['记录', content.record],
    ['哪里不准确', content.wrong],
    [
      '证据',
      content.evidence ||
        (view.files.some(({ purpose }) => purpose === '证据材料') ? '见所附的证据材料' : '尚未提供；予以更正的须有证据'),
    ],
  ]
  return (
    <Panel title="要求更正什么" className="matter-asked">
      <dl className="facts facts-written">
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
      {view.decidedOn && !view.erasedOn && (
        <p className="download-links">
          <a href={fileAddress(FILE_PATHS.amendmentPdf(view.id))}>下载告知书 PDF</a>
          <a href={fileAddress(FILE_PATHS.amendmentDocx(view.id))}>下载告知书 Word</a>
        </p>
      )}
    </Panel>
  )
}

function Course({ acts }: { acts: readonly AmendmentActView[] }) {
  const shownTime = useShownTime()
  return (
    <Panel title="经过" className="matter-course">
      <ol className="timeline">
        {acts.map((act) => (
          <li key={act.seq}>
            <div className="timeline-day">{chineseDate(act.on)}</div>
            <div className="timeline-what">
              <span className="timeline-words">{act.words}</span>
              {act.detail && <p>{act.detail}</p>}
              <p className="quiet small">
                第 {act.seq + 1} 步{DOT}
                {act.actorName}登记于{shownTime(act.recordedAt)}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
