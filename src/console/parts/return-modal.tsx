/** 退回修改, with what has to be changed. */
import { Form, Modal } from 'antd'
import { useState } from 'react'
import type { Refusal } from '../../law/refusal.ts'
import { Refused } from '../api.ts'
import { Refusals } from './refusals.tsx'
import { TextArea } from './text-area.tsx'

export function ReturnModal({
  busy,
  onReturn,
  onClose,
}: {
  busy: boolean
  /** May refuse; what was typed stays then. */
  onReturn: (because: string) => Promise<void>
  onClose: () => void
}) {
  const [form] = Form.useForm<{ because: string }>()
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const send = async ({ because }: { because: string }) => {
    try {
      await onReturn(because)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setRefusals(error.refusals)
    }
  }
  return (
    <Modal
      open
      title="退回修改"
      okText="退回"
      cancelText="取消"
      confirmLoading={busy}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Refusals refusals={refusals} />
      <Form form={form} layout="vertical" onFinish={(values) => void send(values)}>
        <Form.Item name="because" label="需要修改什么" rules={[{ required: true, min: 2, message: '请写明需要修改什么' }]}>
          <TextArea autoFocus rows={3} maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
