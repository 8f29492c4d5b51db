/** 补充证据: what the requester brings later, or what the agency itself found out. */
import { App, Button, Form } from 'antd'
import { useState } from 'react'
import type { Input as EndpointInput } from '../../edge/console/contract.ts'
import type { AmendmentView } from '../../record/amendments/view.ts'
import { newCommandId } from '../api.ts'
import { DayField } from '../parts/day-field.tsx'
import { LiveForm } from '../parts/live-form.tsx'
import { Panel } from '../parts/page.tsx'
import { Refusals } from '../parts/refusals.tsx'
import { requiredMark } from '../parts/required-mark.tsx'
import { TextArea } from '../parts/text-area.tsx'
import { usePlaced } from '../parts/use-placed.ts'
import { useDeed } from '../queries.ts'

type Fields = Pick<EndpointInput<'amendments.addEvidence'>, 'on' | 'evidence'>

export function EvidencePanel({ view }: { view: AmendmentView }) {
  const { message } = App.useApp()
  const [form] = Form.useForm<Fields>()
  const [commandId, setCommandId] = useState(newCommandId)
  const { others, send } = usePlaced(form)
  const add = useDeed('amendments.addEvidence')
  const submit = async (fields: Fields) => {
    if (!(await send(() => add.mutateAsync({ ...fields, id: view.id, commandId, seen: view.version })))) return
    setCommandId(newCommandId())
    form.resetFields()
    void message.success('已登记')
  }
  return (
    <Panel title="补充证据">
      <LiveForm<Fields>
        name="evidence"
        form={form}
        layout="vertical"
        requiredMark={requiredMark}
        initialValues={{ on: view.today }}
        onFinish={(fields) => void submit(fields)}
      >
        <Refusals refusals={others} />
        <Form.Item
          name="evidence"
          label="补充的证据"
          extra="申请人后来提供的，或者本机关查明的依据，一行一份。"
          rules={[{ required: true, min: 2, message: '请写明证据' }]}
        >
          <TextArea rows={2} maxLength={3000} />
        </Form.Item>
        <Form.Item name="on" label="收到或者查明之日" rules={[{ required: true, message: '请填写日期' }]}>
          <DayField max={view.today} />
        </Form.Item>
        <Button htmlType="submit" loading={add.isPending}>
          登记证据
        </Button>
      </LiveForm>
    </Panel>
  )
}
