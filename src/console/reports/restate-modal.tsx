/** 更正已公布的报告: publishing the new version, with the reason that is printed beside the cells that changed. */
import { Form, Modal } from 'antd'
import { useState } from 'react'
import type { Refusal } from '../../law/refusal.ts'
import { Refused } from '../api.ts'
import { Refusals } from '../parts/refusals.tsx'
import { TextArea } from '../parts/text-area.tsx'

interface RestateModalProps {
  /** The published version whose place it takes. */
  from: number
  busy: boolean
  /** May refuse; what was typed stays then. */
  onPublish: (because: string) => Promise<void>
  onClose: () => void
}

export function RestateModal({ from, busy, onPublish, onClose }: RestateModalProps) {
  const [form] = Form.useForm<{ because: string }>()
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const send = async ({ because }: { because: string }) => {
    try {
      await onPublish(because)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setRefusals(error.refusals)
    }
  }
  return (
    <Modal
      open
      title={`更正已公布的第 ${from} 版`}
      okText="公布更正后的报告"
      cancelText="取消"
      confirmLoading={busy}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>原来的版本保留在公开专栏中。改动的格子由系统逐一列出，与更正原因一起公布。</p>
      <Refusals refusals={refusals} />
      <Form form={form} layout="vertical" onFinish={(values) => void send(values)}>
        <Form.Item
          name="because"
          label="更正原因"
          extra="向社会公布，不要写申请人的姓名等个人信息。"
          rules={[{ required: true, whitespace: true, message: '请写明更正原因' }]}
        >
          <TextArea autoFocus rows={3} maxLength={500} placeholder="如：补录一件 12 月 30 日收到的申请" />
        </Form.Item>
      </Form>
    </Modal>
  )
}
