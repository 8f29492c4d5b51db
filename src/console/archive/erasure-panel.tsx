/** 保管期限已满: proposed by one person, approved or sent back by another. */
import { App, Button, Popconfirm } from 'antd'
import type { ArchivedMatter, ArchiveView } from '../../record/archive/view.ts'
import { LineForm } from '../parts/line-form.tsx'
import { Panel } from '../parts/page.tsx'
import { Refusals } from '../parts/refusals.tsx'
import { useDeed } from '../queries.ts'

export function ErasurePanel({ view }: { view: ArchiveView }) {
  const { message } = App.useApp()
  const propose = useDeed('archive.proposeErasure')
  const decide = useDeed('archive.decideErasure')
  const { due, lists } = view.erasure
  const idsOf = (of: ArchivedMatter) => due.flatMap((one) => (one.of === of ? [one.id] : []))
  const refusals = [...(propose.error?.refusals ?? []), ...(decide.error?.refusals ?? [])]
  return (
    <Panel title="保管期限已满">
      <Refusals refusals={refusals} />
      <p className="quiet gap-below">
        销毁的是个人信息、文书和附件；办理经过、统计数据和审计日志保留。由一人提出，另一人批准，不可恢复。
      </p>
      {due.length === 0 && lists.length === 0 && <p>没有保管期限已满的案卷。</p>}
      {due.length > 0 && (
        <>
          <p>{due.map(({ volume }) => volume).join('、')}</p>
          {view.may.proposeErasure && (
            <LineForm
              label="销毁依据"
              placeholder="销毁依据，如 鉴定意见文号"
              most={300}
              deed="提出销毁清册"
              busy={propose.isPending}
              onDo={(basis) =>
                propose.mutate(
                  { caseIds: idsOf('case'), amendmentIds: idsOf('amendment'), basis },
                  { onSuccess: () => void message.success('清册已提出，等待另一人批准') },
                )
              }
            />
          )}
        </>
      )}
      {lists.map((list) => (
        <div key={list.id} className="note">
          <p>
            {list.proposedOn} {list.proposedBy}提出：{list.volumes.join('、')}（{list.basis}）
          </p>
          {list.state === 'approved' && (
            <p>
              {list.decidedOn} {list.decidedBy}批准，已销毁。
            </p>
          )}
          {list.state === 'rejected' && (
            <p>
              {list.decidedOn} {list.decidedBy}退回：{list.rejectedBecause}
            </p>
          )}
          {list.mayDecide && (
            <LineForm
              label="退回的理由"
              placeholder="退回的，写明理由"
              most={300}
              deed="退回"
              busy={decide.isPending}
              onDo={(because) => decide.mutate({ id: list.id, approve: false, because })}
            >
              <Popconfirm
                title="销毁后不能恢复"
                okText="销毁"
                cancelText="再看看"
                onConfirm={() => decide.mutate({ id: list.id, approve: true, because: '' })}
              >
                <Button danger loading={decide.isPending}>
                  批准并销毁这 {list.volumes.length} 卷的个人信息
                </Button>
              </Popconfirm>
            </LineForm>
          )}
        </div>
      ))}
    </Panel>
  )
}
