import { useState } from 'react'
import { Link, useLocation, useParams } from 'react-router'
import { outcomeRule } from '../../law/requests/outcomes.ts'
import { PHASE_WORDS } from '../../law/requests/vocabulary.ts'
import type { CaseView } from '../../record/requests/view.ts'
import { CaseDisputes } from '../disputes/case-disputes.tsx'
import { ConvertCase } from '../amendments/convert-case.tsx'
import { CaseMoves } from '../calendar/case-moves.tsx'
import { GuidePanel, useGuided } from '../desk/guide-panel.tsx'
import { DOT } from '../parts/dot.ts'
import { DaysLeftMark } from '../parts/days-left-mark.tsx'
import { Page } from '../parts/page.tsx'
import { Failure, Loading } from '../parts/states.tsx'
import { useRead } from '../queries.ts'
import { pathTo } from '../route-table.ts'
import { ActDrawer } from './acts/act-drawer.tsx'
import type { Recording } from './acts/recording.ts'
import { Asked } from './case/asked.tsx'
import { Assignment } from './case/assignment.tsx'
import { CaseFile } from './case/case-file.tsx'
import { DeedsPanel } from './case/deeds-panel.tsx'
import { Intake } from './case/intake.tsx'
import { Notes } from './case/notes.tsx'
import { Papers } from './case/papers.tsx'
import { ServicePanel } from './case/service-panel.tsx'
import { RequesterSide } from './case/requester-side.tsx'
import { ReviewsPanel } from './case/reviews-panel.tsx'
import { SimilarPanel } from './case/similar-panel.tsx'
import { Standing } from './case/standing.tsx'
import { OutgoingPanel } from './outgoing/outgoing-panel.tsx'
import { Timeline } from './case/timeline.tsx'

/** 案件: one screen tells the case. */
export default function CasePage() {
  const { id = '' } = useParams()
  const { data: view, error, refetch } = useRead('requests.get', { id })
  if (error && !view) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  return view ? <Case key={id} view={view} /> : <Loading />
}

function Case({ view }: { view: CaseView }) {
  const { key } = useLocation()
  const [opened, setOpened] = useState<{ recording: Recording; at: string } | null>(null)
  // Whoever is led to another part of the page leaves the form that led there.
  const recording = opened?.at === key ? opened.recording : null
  const setRecording = (next: Recording | null) => setOpened(next && { recording: next, at: key })
  const [disputing, setDisputing] = useState(false)
  const guided = useGuided()
  // A dispute has a file of its own; only what is older than the case is noted in the case.
  const record = (kind: Recording['kind']) => (kind === 'disputed' ? setDisputing(true) : setRecording({ kind }))
  return (
    <Page
      title={view.subject}
      lead={
        <>
          <Link to={pathTo('requests')}>依申请</Link> / {view.number}
          {DOT}
          {PHASE_WORDS[view.phase]}
          {view.outcome && `${DOT}${outcomeRule(view.outcome).zh}`} <DaysLeftMark left={view.left} />
        </>
      }
    >
      <div className="case">
        <div className="case-top">
          <Standing view={view} />
        </div>
        <div className="case-left">
          <Asked view={view} />
          <Intake view={view} />
          <Assignment view={view} />
          <SimilarPanel view={view} />
        </div>
        <div className="case-middle">
          <Timeline view={view} onAnnul={(of) => setRecording({ kind: 'annulled', of })} />
          <CaseMoves caseId={view.id} />
          <CaseDisputes
            view={view}
            opening={disputing}
            onOpening={setDisputing}
            onOutside={() => setRecording({ kind: 'disputed' })}
          />
          <Papers view={view} />
          <OutgoingPanel caseId={view.id} />
          <ServicePanel view={view} />
          <RequesterSide caseId={view.id} />
          <CaseFile view={view} />
          <Notes view={view} />
        </div>
        <div className="case-right">
          {guided && <GuidePanel view={view} onRecord={record} />}
          <DeedsPanel key={String(guided)} view={view} folded={guided !== false} onRecord={record} />
          <ReviewsPanel view={view} />
          <ConvertCase view={view} />
        </div>
      </div>
      {recording && <ActDrawer view={view} recording={recording} onClose={() => setRecording(null)} />}
    </Page>
  )
}
