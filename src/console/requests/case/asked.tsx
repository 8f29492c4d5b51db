import { Button, Form, Input, Modal } from 'antd'
import { useEffect, useState } from 'react'
import { chineseDate } from '../../../law/date.ts'
import { ID_PAPER_RULES } from '../../../law/requests/identity.ts'
import type { Refusal } from '../../../law/refusal.ts'
import { INTAKE_CHANNEL_WORDS, REQUESTER_KIND_WORDS } from '../../../law/requests/vocabulary.ts'
import { otherPeopleRows } from '../../../record/people/recipient.ts'
import { CARRIER_WORDS, DELIVERY_WAY_WORDS, type Requester } from '../../../record/people/requester.ts'
import { authorityShown } from '../../../record/requests/evidence.ts'
import type { CaseView } from '../../../record/requests/view.ts'
import { Refused } from '../../api.ts'
import { Panel } from '../../parts/page.tsx'
import { Refusals } from '../../parts/refusals.tsx'
import { useDeed } from '../../queries.ts'

/** So long an unmasked requester stays on the screen of an unattended desk. */
const UNMASKED_MS = 5 * 60_000

/** 要什么、谁要: personal data masked until somebody gives a reason. */
export function Asked({ view }: { view: CaseView }) {
  const [full, setFull] = useState<Requester | null>(null)
  const [asking, setAsking] = useState(false)
  useEffect(() => {
    if (!full) return undefined
    const timer = setTimeout(() => setFull(null), UNMASKED_MS)
    return () => clearTimeout(timer)
  }, [full])
  const requester = full ?? view.requester
  const facts: [string, string][] = [
    [requester.kind === 'naturalPerson' ? '姓名' : '名称', requester.name],
    ['联系人', requester.contactName],
    [ID_PAPER_RULES[requester.idPaper].zh, requester.idNumber],
    ['电话', requester.phone],
    ['邮箱', requester.email],
    ['地址', requester.address],
    ['邮编', requester.postcode],
    ...otherPeopleRows(requester, authorityShown(requester, view.files)),
  ]
  return (
    <>
      <Panel title="申请的内容">
        {view.content.description ? (
          <p className="asked-text">{view.content.description}</p>
        ) : (
          <p className="asked-text">{view.content.subject}</p>
        )}
        <dl className="facts">
          <Fact name="载体" value={CARRIER_WORDS[view.content.carrier]} />
          <Fact name="获取方式" value={DELIVERY_WAY_WORDS[view.content.delivery]} />
          <Fact name="渠道" value={INTAKE_CHANNEL_WORDS[view.via]} />
          <Fact name="提交" value={chineseDate(view.submittedOn)} />
        </dl>
      </Panel>
      <Panel
        title="申请人"
        extra={
          view.mayUnmask &&
          (full ? (
            <Button size="small" onClick={() => setFull(null)}>
              重新遮蔽
            </Button>
          ) : (
            <Button size="small" onClick={() => setAsking(true)}>
              查看完整信息
            </Button>
          ))
        }
      >
        <dl className="facts">
          <Fact name="类型" value={REQUESTER_KIND_WORDS[requester.kind]} />
          {facts.map(([name, value], n) => value && <Fact key={`${n}${name}`} name={name} value={value} />)}
        </dl>
        {full && <p className="quiet small">五分钟后自动遮蔽。本次查看已记入审计日志。</p>}
      </Panel>
      {asking && (
        <Unmask
          caseId={view.id}
          onClose={() => setAsking(false)}
          onShown={(requester) => {
            setFull(requester)
            setAsking(false)
          }}
        />
      )}
    </>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function Unmask({ caseId, onShown, onClose }: { caseId: string; onShown: (requester: Requester) => void; onClose: () => void }) {
  const [form] = Form.useForm<{ reason: string }>()
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const unmask = useDeed('requests.unmask')
  const show = async ({ reason }: { reason: string }) => {
    try {
      onShown((await unmask.mutateAsync({ id: caseId, reason })).requester)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setRefusals(error.refusals)
    }
  }
  return (
    <Modal
      open
      title="查看申请人完整信息"
      okText="查看并记录"
      cancelText="取消"
      confirmLoading={unmask.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>查看的时间、人员和事由将记入审计日志。</p>
      <Refusals refusals={refusals} />
      <Form form={form} layout="vertical" onFinish={(values) => void show(values)}>
        <Form.Item name="reason" label="事由" rules={[{ required: true, min: 2, message: '请写明为什么需要查看' }]}>
          <Input autoFocus maxLength={200} placeholder="如：电话联系申请人确认收到" />
        </Form.Item>
      </Form>
    </Modal>
  )
}
