/** 申请人: masked until somebody gives a reason, of a request and of a matter of amendment alike. */
import { Button, Form, Input, Modal } from 'antd'
import { useEffect, useState } from 'react'
import { ID_PAPER_RULES } from '../../law/requests/identity.ts'
import type { Refusal } from '../../law/refusal.ts'
import { REQUESTER_KIND_WORDS } from '../../law/requests/vocabulary.ts'
import { otherPeopleRows } from '../../record/people/recipient.ts'
import type { Requester } from '../../record/people/requester.ts'
import { authorityShown } from '../../record/requests/evidence.ts'
import { Refused } from '../api.ts'
import { Panel } from '../parts/page.tsx'
import { Refusals } from '../parts/refusals.tsx'

/** So long an unmasked requester stays on the screen of an unattended desk. */
const UNMASKED_MS = 5 * 60_000

export function RequesterPanel({
  requester: masked,
  files,
  unmask,
}: {
  requester: Requester
  files: readonly { purpose: string }[]
  /** Null where this person may not. */
  unmask: ((reason: string) => Promise<{ requester: Requester }>) | null
}) {
  const [full, setFull] = useState<Requester | null>(null)
  const [asking, setAsking] = useState(false)
  useEffect(() => {
    if (!full) return undefined
    const timer = setTimeout(() => setFull(null), UNMASKED_MS)
    return () => clearTimeout(timer)
  }, [full])
  const requester = full ?? masked
  const facts: [string, string][] = [
    ['类型', REQUESTER_KIND_WORDS[requester.kind]],
    [requester.kind === 'naturalPerson' ? '姓名' : '名称', requester.name],
    ['联系人', requester.contactName],
    [ID_PAPER_RULES[requester.idPaper].zh, requester.idNumber],
    ['电话', requester.phone],
    ['邮箱', requester.email],
    ['地址', requester.address],
    ['邮编', requester.postcode],
    ...otherPeopleRows(requester, authorityShown(requester, files)),
  ]
  return (
    <>
      <Panel
        title="申请人"
        extra={
          unmask &&
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
          {facts.map(([name, value], n) => value && <Fact key={`${n}${name}`} name={name} value={value} />)}
        </dl>
        {full && <p className="quiet small">五分钟后自动遮蔽。本次查看已记入审计日志。</p>}
      </Panel>
      {asking && unmask && (
        <Unmask
          unmask={unmask}
          onClose={() => setAsking(false)}
          onShown={(shown) => {
            setFull(shown)
            setAsking(false)
          }}
        />
      )}
    </>
  )
}

export function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function Unmask({
  unmask,
  onShown,
  onClose,
}: {
  unmask: (reason: string) => Promise<{ requester: Requester }>
  onShown: (requester: Requester) => void
  onClose: () => void
}) {
  const [form] = Form.useForm<{ reason: string }>()
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const [busy, setBusy] = useState(false)
  const show = async ({ reason }: { reason: string }) => {
    setBusy(true)
    try {
      onShown((await unmask(reason)).requester)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setRefusals(error.refusals)
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title="查看申请人完整信息"
      okText="查看并记录"
      cancelText="取消"
      confirmLoading={busy}
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
