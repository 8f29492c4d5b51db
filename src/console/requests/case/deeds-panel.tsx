import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useNavigate } from 'react-router'
import { WAITING } from '../../../record/outgoing/outgoing-file.ts'
import { ACT_WORDS } from '../../../record/requests/acts.ts'
import type { CaseView } from '../../../record/requests/view.ts'
import { GuideButton } from '../../desk/guide-panel.tsx'
import { Panel } from '../../parts/page.tsx'
import { refusalWords } from '../../parts/refusals.tsx'
import { toOutgoing } from '../../parts/to-outgoing.tsx'
import { useRead } from '../../queries.ts'
import { pathTo } from '../../route-table.ts'
import { type Deeds, deedsOf, type FormKind } from './deeds.ts'

/** 现在能办什么: one thing first, the rest below, and why the others can't be done. */
export function DeedsPanel({
  view,
  folded,
  onRecord,
}: {
  view: CaseView
  /** Somebody is guided: the rest is there, but only when asked for. */
  folded: boolean
  onRecord: (kind: FormKind) => void
}) {
  const [open, setOpen] = useState(!folded)
  if (!open)
    return (
      <Panel title="现在能办">
        <Waiting view={view} />
        <HeldBack view={view} />
        <Button block onClick={() => setOpen(true)}>
          看全部能办的事项
        </Button>
      </Panel>
    )
  return <AllDeeds view={view} onRecord={onRecord} extra={folded ? null : <GuideButton />} />
}

function AllDeeds({ view, onRecord, extra }: { view: CaseView; onRecord: (kind: FormKind) => void; extra: ReactNode }) {
  const go = useNavigate()
  const { next, others, refused, notMine } = deedsOf(view)
  const open = (to: 'compose' | 'approve') => void go(pathTo(to === 'compose' ? 'reply' : 'approval', { id: view.id }))
  return (
    <Panel title="现在能办" extra={extra}>
      {next && 'go' in next && (
        <Button type="primary" size="large" block onClick={() => open(next.go)}>
          {next.words}
        </Button>
      )}
      {next && 'record' in next && (
        <Button type="primary" size="large" block onClick={() => onRecord(next.record)}>
          {next.record === 'replied' ? '发出答复' : ACT_WORDS[next.record]}
        </Button>
      )}
      <Waiting view={view} />
      <HeldBack view={view} />
      {others.length > 0 && (
        <ul className="deeds">
          {others.map((kind) => (
            <li key={kind}>
              <Button block onClick={() => onRecord(kind)}>
                {ACT_WORDS[kind]}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {refused.length > 0 && (
        <>
          <h3 className="small-heading">现在不能办</h3>
          <ul className="not-now">
            {byReason(refused).map(({ names, reason }) => (
              <li key={reason}>
                <span className="not-now-name">{names.join('、')}</span>
                <span>{reason}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {notMine.length > 0 && <p className="quiet small">您的角色不办理：{notMine.map((kind) => ACT_WORDS[kind]).join('、')}。</p>}
    </Panel>
  )
}

/** Acts that can't be recorded for the same reason stand together. */
function byReason(refused: Deeds['refused']): { names: string[]; reason: string }[] {
  const groups = new Map<string, string[]>()
  for (const { kind, refusal } of refused) {
    const reason = refusalWords(refusal)
    groups.set(reason, [...(groups.get(reason) ?? []), ACT_WORDS[kind]])
  }
  return [...groups].map(([reason, names]) => ({ names, reason }))
}

/** A file that may not go out yet holds the reply back: one click to where it is dealt with. */
function HeldBack({ view }: { view: CaseView }) {
  const go = useNavigate()
  const { data } = useRead('requests.outgoing', { id: view.id })
  const waiting = data?.files.filter(({ state }) => WAITING.includes(state)).length ?? 0
  if (waiting === 0 || view.closedOn) return null
  return (
    <div className="held-back">
      <p className="note">{waiting} 个答复附件还没有确认可以发出，答复暂不能送审、发出。</p>
      <Button block onClick={() => void go(...toOutgoing(view.id))}>
        去处理答复附件
      </Button>
    </div>
  )
}

/** The draft's own state, which is no act. */
function Waiting({ view }: { view: CaseView }) {
  const { draft, approvers } = view
  if (!draft || view.phase !== 'running') return null
  if (draft.state === 'submitted' && draft.awaits)
    return (
      <p className="note">
        答复稿已送审，等待{draft.awaits}；都通过之后，由{approvers.join('、') || '单位主要负责人'}审批。
      </p>
    )
  if (draft.state === 'submitted')
    return (
      <p className="note">
        答复稿审查已通过，由{approvers.length > 0 ? approvers.join('、') : '单位主要负责人'}审批。
        {approvers.length === 0 && '本单位还没有能审批的人员，请系统管理员设置角色。'}
      </p>
    )
  if (draft.state === 'returned') return <p className="note">答复稿被退回：{draft.returnedBecause}</p>
  return draft.state === 'approved' ? <p className="note">答复稿已批准，可以发出。</p> : null
}
