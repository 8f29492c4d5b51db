import { App, Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import type { Refusal } from '../../law/refusal.ts'
import type { DecidingView } from '../../record/requests/deciding-view.ts'
import type { CaseView, DraftView } from '../../record/requests/view.ts'
import { newCommandId, Refused } from '../api.ts'
import { AgreeButton } from '../parts/agree-button.tsx'
import { DaysLeftMark } from '../parts/days-left-mark.tsx'
import { LetterSheet } from '../parts/letter-sheet.tsx'
import { Page, Panel } from '../parts/page.tsx'
import { Refusals, refusalWords } from '../parts/refusals.tsx'
import { ReasonModal } from '../parts/reason-modal.tsx'
import { Failure, Loading, Nothing } from '../parts/states.tsx'
import { useShownTime } from '../parts/time.ts'
import { useDeed, useRead } from '../queries.ts'
import { pathTo } from '../route-table.ts'
import { Corrected } from './case/corrected.tsx'
import { Opinions } from './case/opinions.tsx'
import { ReviewLine } from './case/reviews-panel.tsx'
import { OutgoingPanel } from './outgoing/outgoing-panel.tsx'
import { riskLine } from './risk-line.ts'
import { Consequences } from './composer/reply-preview-pane.tsx'

/** 审批: what it is, the risk in one line, the letter, approve or return. Made for a phone. */
export default function ApprovalPage() {
  const { id = '' } = useParams()
  const { data: view, error, refetch } = useRead('requests.get', { id })
  if (error && !view) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  if (!view) return <Loading />
  if (view.draft?.state !== 'submitted')
    return (
      <Page title="审批答复">
        <Nothing say={view.draft?.state === 'approved' ? '这份答复稿已经批准。' : '这件申请没有等待审批的答复稿。'}>
          <Link to={pathTo('tasks')}>回到待办</Link>
        </Nothing>
      </Page>
    )
  return <Approval view={view} draft={view.draft} />
}

function Approval({ view, draft }: { view: CaseView; draft: DraftView }) {
  const shownTime = useShownTime()
  const go = useNavigate()
  const { message } = App.useApp()
  const [commandId] = useState(newCommandId)
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const [returning, setReturning] = useState(false)
  const approve = useDeed('requests.approve')
  const giveBack = useDeed('requests.returnDraft')
  const preview = useRead('requests.previewReply', { id: view.id, content: draft.content })
  const deciding = useRead('requests.deciding', { id: view.id })
  const stopped = deciding.data ? deciding.data.approval !== null || deciding.data.unreviewed.length > 0 : true
  const may = view.may['reply-approved']

  const agree = async () => {
    try {
      await approve.mutateAsync({ id: view.id, commandId, seen: view.version, digest: draft.digest })
      void message.success('已批准，由承办人员发出')
      await go(pathTo('tasks'))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setRefusals(error.refusals)
    }
  }
  const sendBack = async (because: string) => {
    await giveBack.mutateAsync({ id: view.id, digest: draft.digest, because })
    void message.success('已退回承办人员')
    await go(pathTo('tasks'))
  }
  return (
    <Page
      title="审批答复"
      lead={
        <>
          <Link to={pathTo('case', { id: view.id })}>{view.number}</Link> <DaysLeftMark left={view.left} />
        </>
      }
    >
      <div className="approval">
        <div className="approval-head">
          <p className="approval-subject">{view.subject}</p>
          <Corrected view={view} />
          <p className="risk">{riskLine(view, preview.data)}</p>
          <p className="quiet small gap-below">
            {draft.updatedBy}拟稿，{shownTime(draft.updatedAt)}；第 {draft.version} 稿
          </p>
          <Refusals refusals={refusals} />
          {!may.allowed && <Refusals refusals={[may.refusal]} />}
          <Refusals refusals={deciding.data?.approval ? [deciding.data.approval] : []} />
          {preview.error && <Refusals refusals={preview.error.refusals} />}
        </div>
        <div className="approval-before">{deciding.data && <Deciding deciding={deciding.data} />}</div>
        {preview.data?.letter && (
          <section aria-label="告知书" className="sheet-frame">
            <LetterSheet letter={preview.data.letter} />
          </section>
        )}
        <div className="approval-after">
          <Opinions content={draft.content} />
          {preview.data && (
            <Panel title="依据与救济">
              <Consequences outcome={draft.content.outcome} preview={preview.data} />
            </Panel>
          )}
          <OutgoingPanel caseId={view.id} />
        </div>
        <div className="approval-bar">
          <Button size="large" disabled={!may.allowed} onClick={() => setReturning(true)}>
            退回修改
          </Button>
          {!stopped && (
            <AgreeButton
              what={`${view.number}《${preview.data?.letter?.title ?? '答复'}》：${view.subject}`}
              disabled={!may.allowed || !preview.data}
              busy={approve.isPending}
              onAgree={agree}
            />
          )}
        </div>
      </div>
      {returning && (
        <ReasonModal title="退回修改" label="需要修改什么" okText="退回" onDone={sendBack} onClose={() => setReturning(false)} />
      )}
    </Page>
  )
}

/** What the reviewers said, and what changed since the last wording that was sent up. */
function Deciding({ deciding }: { deciding: DecidingView }) {
  const { reviews, changes, unreviewed } = deciding
  return (
    <>
      {reviews.length + unreviewed.length > 0 && (
        <Panel title="审查意见">
          {reviews.map((row) => (
            <ReviewLine key={row.aspect} row={row} />
          ))}
          {unreviewed.map((refusal) => (
            <p key={refusal.say} className="review-stop small">
              {refusalWords(refusal)}
            </p>
          ))}
        </Panel>
      )}
      {changes.length > 0 && (
        <Panel title="与上一送审稿相比">
          <ul className="plain-list changes">
            {changes.map(({ kind, text }) => (
              <li key={`${kind}${text}`}>
                {kind === 'added' ? (
                  <>
                    <b className="small">新增</b> <ins>{text}</ins>
                  </>
                ) : (
                  <>
                    <b className="small">删去</b> <del>{text}</del>
                  </>
                )}
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  )
}
