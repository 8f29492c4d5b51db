import { App, Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { cite, reg } from '../../law/cite.ts'
import { chineseDate } from '../../law/date.ts'
import type { Refusal } from '../../law/refusal.ts'
import { AMENDMENT_RESULT_WORDS } from '../../record/amendments/model.ts'
import type { AmendmentView } from '../../record/amendments/view.ts'
import { newCommandId, Refused } from '../api.ts'
import { AgreeButton } from '../parts/agree-button.tsx'
import { LetterSheet } from '../parts/letter-sheet.tsx'
import { Page, Panel } from '../parts/page.tsx'
import { Refusals } from '../parts/refusals.tsx'
import { ReasonModal } from '../parts/reason-modal.tsx'
import { Failure, Loading, Nothing } from '../parts/states.tsx'
import { useDeed, useRead } from '../queries.ts'
import { pathTo } from '../route-table.ts'

/** 审批更正决定: what is decided, on what evidence, the letter, approve or return. Made for a phone. */
export default function AmendmentApprovalPage() {
  const { id = '' } = useParams()
  const { data: view, error, refetch } = useRead('amendments.get', { id })
  if (error && !view) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  if (!view) return <Loading />
  if (view.state !== 'proposed' || !view.proposal)
    return (
      <Page title="审批更正决定">
        <Nothing say={view.decidedOn ? '这份更正决定已经批准。' : '这件更正申请没有等待审批的决定稿。'}>
          <Link to={pathTo('tasks')}>回到待办</Link>
        </Nothing>
      </Page>
    )
  return <Approval view={view} proposal={view.proposal} />
}

function Approval({ view, proposal }: { view: AmendmentView; proposal: NonNullable<AmendmentView['proposal']> }) {
  const go = useNavigate()
  const { message } = App.useApp()
  const [commandId] = useState(newCommandId)
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const [returning, setReturning] = useState(false)
  const approve = useDeed('amendments.approve')
  const giveBack = useDeed('amendments.return')
  const preview = useRead('amendments.preview', { id: view.id, decision: proposal.decision })
  const { content } = view
  const result = AMENDMENT_RESULT_WORDS[proposal.decision.result]
  const stop = view.mayApprove?.refusal ?? null
  const agree = async () => {
    try {
      await approve.mutateAsync({ id: view.id, commandId, seen: view.version })
      void message.success('已批准，告知书由承办人员送达')
      await go(pathTo('tasks'))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setRefusals(error.refusals)
    }
  }
  const sendBack = async (because: string) => {
    await giveBack.mutateAsync({ id: view.id, commandId: newCommandId(), seen: view.version, because })
    void message.success('已退回承办人员')
    await go(pathTo('tasks'))
  }
  return (
    <Page title="审批更正决定" lead={<Link to={pathTo('amendment', { id: view.id })}>{view.number}</Link>}>
      <div className="approval">
        <div className="approval-head">
          <p className="approval-subject">{view.subject}</p>
          <p className="risk">
            拟{result}（{cite(reg('41'))}）
          </p>
          <p className="quiet small gap-below">
            {proposal.by}拟稿，{chineseDate(proposal.on)}送审；批准之日为决定之日
          </p>
          <Refusals refusals={refusals} />
          <Refusals refusals={[...(stop ? [stop] : []), ...(preview.error?.refusals ?? preview.data?.refusals ?? [])]} />
        </div>
        <div className="approval-before">
          <Panel title="申请人怎样说">
            <dl className="facts facts-written">
              <div>
                <dt>哪里不准确</dt>
                <dd>{content.wrong}</dd>
              </div>
              <div>
                <dt>证据</dt>
                <dd>{content.evidence || '没有登记证据'}</dd>
              </div>
            </dl>
          </Panel>
        </div>
        {preview.data?.letter && (
          <section aria-label="告知书" className="sheet-frame">
            <LetterSheet letter={preview.data.letter} />
          </section>
        )}
        <div className="approval-bar">
          <Button size="large" disabled={stop !== null} onClick={() => setReturning(true)}>
            退回修改
          </Button>
          <AgreeButton
            what={`${view.number}，${result}：${view.subject}`}
            disabled={stop !== null || !preview.data || preview.data.refusals.length > 0}
            busy={approve.isPending}
            onAgree={agree}
          />
        </div>
      </div>
      {returning && (
        <ReasonModal title="退回修改" label="需要修改什么" okText="退回" onDone={sendBack} onClose={() => setReturning(false)} />
      )}
    </Page>
  )
}
