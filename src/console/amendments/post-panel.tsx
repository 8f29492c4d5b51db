/** 寄出告知书，登记退回. */
import { App, Button, Form, Select } from 'antd'
import { useState } from 'react'
import type { Input as EndpointInput } from '../../edge/console/contract.ts'
import { RETURN_REASON_WORDS, RETURN_REASONS } from '../../law/requests/service.ts'
import type { AmendmentView } from '../../record/amendments/view.ts'
import { newCommandId } from '../api.ts'
import { DayField } from '../parts/day-field.tsx'
import { LiveForm } from '../parts/live-form.tsx'
import { MailFields } from '../parts/mail-fields.tsx'
import { Panel } from '../parts/page.tsx'
import { Refusals } from '../parts/refusals.tsx'
import { requiredMark } from '../parts/required-mark.tsx'
import { usePlaced } from '../parts/use-placed.ts'
import { useDeed } from '../queries.ts'

type Posting = Pick<EndpointInput<'amendments.post'>, 'on' | 'carrier' | 'mailNumber'>
type Return = Pick<EndpointInput<'amendments.mailReturned'>, 'on' | 'because'>

/** What has not left the house, or came back: posting it is what comes next. */
export function PostPanel({ view }: { view: AmendmentView }) {
  const { message } = App.useApp()
  const [form] = Form.useForm<Posting>()
  const [commandId] = useState(newCommandId)
  const { others, send } = usePlaced(form)
  const post = useDeed('amendments.post')
  const submit = async (fields: Posting) => {
    const done = await send(() => post.mutateAsync({ ...fields, id: view.id, commandId, seen: view.version }))
    if (done) void message.success('已登记交寄')
  }
  return (
    <Panel title={view.state === 'mailReturned' ? '再次寄出' : '寄出告知书'}>
      <LiveForm<Posting>
        name="post"
        form={form}
        layout="vertical"
        requiredMark={requiredMark}
        initialValues={{ on: view.today, carrier: 'ems' }}
        onFinish={(fields) => void submit(fields)}
      >
        <Refusals refusals={others} />
        <Form.Item name="on" label="交寄之日" rules={[{ required: true, message: '请填写日期' }]}>
          <DayField max={view.today} />
        </Form.Item>
        <MailFields />
        <Button type="primary" htmlType="submit" loading={post.isPending}>
          登记交寄
        </Button>
      </LiveForm>
    </Panel>
  )
}

export function MailReturnPanel({ view }: { view: AmendmentView }) {
  const { message } = App.useApp()
  const [form] = Form.useForm<Return>()
  const [commandId] = useState(newCommandId)
  const { others, send } = usePlaced(form)
  const back = useDeed('amendments.mailReturned')
  const submit = async (fields: Return) => {
    const done = await send(() => back.mutateAsync({ ...fields, id: view.id, commandId, seen: view.version }))
    if (done) void message.success('已登记退回')
  }
  return (
    <Panel title="邮件退回">
      <LiveForm<Return>
        name="mail-return"
        form={form}
        layout="vertical"
        requiredMark={requiredMark}
        initialValues={{ on: view.today }}
        onFinish={(fields) => void submit(fields)}
      >
        <Refusals refusals={others} />
        <Form.Item name="on" label="退回之日" rules={[{ required: true, message: '请填写日期' }]}>
          <DayField max={view.today} />
        </Form.Item>
        <Form.Item name="because" label="退回原因" rules={[{ required: true, message: '请选择退回原因' }]}>
          <Select options={RETURN_REASONS.map((value) => ({ value, label: RETURN_REASON_WORDS[value] }))} />
        </Form.Item>
        <Button htmlType="submit" loading={back.isPending}>
          登记退回
        </Button>
      </LiveForm>
    </Panel>
  )
}
