/** A deed that needs its reason in words. What was typed stays where it is refused. */
import { Form, Modal } from 'antd'
import { useState } from 'react'
import type { Refusal } from '../../law/refusal.ts'
import { Refused } from '../api.ts'
import { placeRefusals, Refusals } from './refusals.tsx'
import { TextArea } from './text-area.tsx'

export function ReasonModal({
  title,
  label,
  okText,
  hint,
  initial = '',
  onDone,
  onClose,
}: {
  title: string
  label: string
  okText: string
  hint?: string
  /** What stands there to begin with. */
  initial?: string
  onDone: (because: string) => Promise<unknown>
  onClose: () => void
}) {
  const [form] = Form.useForm<{ because: string }>()
  const [busy, setBusy] = useState(false)
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const send = async ({ because }: { because: string }) => {
    setBusy(true)
    try {
      await onDone(because)
      onClose()
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setRefusals(placeRefusals(form, error.refusals))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={title}
      okText={okText}
      cancelText="取消"
      confirmLoading={busy}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Refusals refusals={refusals} />
      <Form form={form} layout="vertical" initialValues={{ because: initial }} onFinish={(values) => void send(values)}>
        <Form.Item name="because" label={label} extra={hint} rules={[{ required: true, min: 2, message: `请写明${label}` }]}>
          <TextArea autoFocus rows={initial ? 8 : 3} maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
