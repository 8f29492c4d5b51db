/** 上级目录: what the body above asks of this unit and has changed, with the difference; taken over, or kept off for a reason. */
import { App, Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Refusal } from '../../law/refusal.ts'
import { elementsOf } from '../../record/publication/catalogue.ts'
import type { InheritedView } from '../../record/publication/catalogue-view.ts'
import type { Pending } from '../../record/publication/inheritance.ts'
import { Refused } from '../api.ts'
import { Page, Panel } from '../parts/page.tsx'
import { ReasonModal } from '../parts/reason-modal.tsx'
import { Refusals } from '../parts/refusals.tsx'
import { Failure, Loading, Nothing } from '../parts/states.tsx'
import { useDeed, useRead } from '../queries.ts'
import { pathTo } from '../route-table.ts'
import { Differences } from './differences.tsx'

const KIND_WORDS: Record<Pending['kind'], string> = { new: '新要求', changed: '上级已修改', ended: '上级已取消' }

export default function InheritedPage() {
  const { message } = App.useApp()
  const { data: view, error, refetch } = useRead('catalogue.inherited', {})
  const take = useDeed('catalogue.take')
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  if (error && !view) return <Failure refusals={error.refusals} retry={() => void refetch()} />
  if (!view) return <Loading />
  const accept = async (items: readonly { parentItemId: string; parentSeq: number }[]) => {
    setRefusals([])
    try {
      await take.mutateAsync({ items: items.map(({ parentItemId, parentSeq }) => ({ parentItemId, parentSeq })) })
      void message.success(`已接受 ${items.length} 项`)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setRefusals(error.refusals)
    }
  }
  const { pending } = view
  return (
    <Page
      title="上级目录"
      lead={
        <>
          <Link to={pathTo('catalogue')}>公开事项目录</Link>
          {view.from && ` / ${view.from}要求沿用的事项`}
        </>
      }
      actions={
        view.mayEdit &&
        pending.length > 1 && (
          <Button type="primary" loading={take.isPending} onClick={() => void accept(pending)}>
            全部接受（{pending.length} 项）
          </Button>
        )
      }
    >
      <Refusals refusals={refusals} />
      {pending.length === 0 && (
        <Nothing
          say={
            view.from
              ? '没有等待处理的变化。上级要求沿用的事项有新增、修改、取消时，列在这里。'
              : '没有上级单位，目录由本单位自行编制。'
          }
        />
      )}
      {pending.map((one) => (
        <OnePending key={one.parentItemId} one={one} view={view} busy={take.isPending} onAccept={() => void accept([one])} />
      ))}
      {view.kept.length > 0 && <Kept view={view} onAccept={(one) => void accept([one])} />}
    </Page>
  )
}

function OnePending({ one, view, busy, onAccept }: { one: Pending; view: InheritedView; busy: boolean; onAccept: () => void }) {
  const keep = useDeed('catalogue.keep')
  const [asking, setAsking] = useState(false)
  const { parentItemId, parentSeq } = one
  return (
    <Panel title={one.name} extra={<span className="mark mark-soon">{KIND_WORDS[one.kind]}</span>}>
      {one.kind === 'new' && one.itemId === null ? (
        <ul className="bulleted">
          {elementsOf(one.content.elements).map((element) => (
            <li key={element}>{element}</li>
          ))}
        </ul>
      ) : one.kind === 'ended' ? (
        <p>上级目录不再有这个事项；接受后，本单位的也停用，已经公开的信息不受影响。</p>
      ) : one.differences.length > 0 ? (
        <>
          <p className="quiet">{one.kind === 'new' ? '本单位已有同名的事项，接受后：' : '接受后，本单位的事项：'}</p>
          <Differences differences={one.differences} words={['本单位', '上级']} />
        </>
      ) : (
        <p className="quiet">和本单位的事项内容一样，接受后随上级更新。</p>
      )}
      {view.mayEdit && (
        <div className="row-deeds gap-above">
          <Button type="primary" size="small" disabled={busy} aria-label={`接受：${one.name}`} onClick={onAccept}>
            接受
          </Button>
          {one.overridable ? (
            <Button size="small" aria-label={`保留本单位的：${one.name}`} onClick={() => setAsking(true)}>
              保留本单位的
            </Button>
          ) : (
            <span className="quiet small">上级规定不能改。</span>
          )}
        </div>
      )}
      {asking && (
        <ReasonModal
          title={`保留本单位的：${one.name}`}
          label="为什么保留"
          okText="保留"
          hint="写明原因，上级会看到；以后可以改为接受。"
          onDone={(because) => keep.mutateAsync({ parentItemId, parentSeq, because })}
          onClose={() => setAsking(false)}
        />
      )}
    </Panel>
  )
}

function Kept({ view, onAccept }: { view: InheritedView; onAccept: (one: InheritedView['kept'][number]) => void }) {
  return (
    <Panel title="保留了本单位的">
      <ul className="plain-list preview-list">
        {view.kept.map((one) => (
          <li key={one.parentItemId}>
            <div>{one.name}</div>
            <div className="quiet small">
              {one.by} {one.on}：{one.because}
            </div>
            {view.mayEdit && (
              <Button size="small" aria-label={`改为接受：${one.name}`} onClick={() => onAccept(one)}>
                改为接受
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
