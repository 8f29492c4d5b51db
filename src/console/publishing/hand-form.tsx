/** 登记: what somebody did at an outlet, on which day, and what proves it. */
import { App, Form, Modal } from 'antd'
import { useState } from 'react'
import { OUTLET_RULES } from '../../law/publication/outlets.ts'
import type { LocalDate } from '../../law/date.ts'
import type { Refusal } from '../../law/refusal.ts'
import type { OutletToDo } from '../../record/publication/outlet-view.ts'
import { Refused } from '../api.ts'
import { DayField } from '../parts/day-field.tsx'
import { placeRefusals, Refusals } from '../parts/refusals.tsx'
import { TextArea } from '../parts/text-area.tsx'
import { useDeed } from '../queries.ts'
import { useSession } from '../session.tsx'

export function HandForm({ row, onClose }: { row: OutletToDo; onClose: () => void }) {
  const { message } = App.useApp()
  const { session } = useSession()
  const [form] = Form.useForm<{ on: LocalDate; note: string }>()
  const [others, setOthers] = useState<readonly Refusal[]>([])
  const record = useDeed('outlets.record')
  const leaving = row.state === 'leaveByHand' || row.state === 'leaveFailed'
  const { put, taken } = OUTLET_RULES[row.kind]
  const done = leaving ? taken : put
  const send = async (values: { on: LocalDate; note: string }) => {
    try {
      await record.mutateAsync({ outletId: row.outletId, documentId: row.documentId, ...values })
      void message.success(`已登记：${done}`)
      onClose()
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setOthers(placeRefusals(form, error.refusals))
    }
  }
  return (
    <Modal
      open
      title={`登记${leaving ? '撤下' : '发布'}：${row.outlet}`}
      okText="登记"
      cancelText="取消"
      confirmLoading={record.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="gap-below">{row.title}</p>
      <Refusals refusals={others} />
      <Form form={form} layout="vertical" initialValues={{ on: session.today }} onFinish={(values) => void send(values)}>
        <Form.Item name="on" label={`${done}的日期`} rules={[{ required: true, message: '请填写日期' }]}>
          <DayField max={session.today} />
        </Form.Item>
        <Form.Item
          name="note"
          label="凭据"
          extra="在哪里、由谁办理；有网址、回执编号的写在这里。"
          rules={[{ required: true, min: 2, message: '请写明凭据' }]}
        >
          <TextArea autoFocus rows={2} maxLength={300} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
