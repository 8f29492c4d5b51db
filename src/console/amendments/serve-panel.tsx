/** 登记送达 of the letter, with proof. */
import { App, Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import type { Input as EndpointInput } from '../../edge/console/contract.ts'
import { chineseDate } from '../../law/date.ts'
import { SERVICE_METHOD_WORDS, SERVICE_METHODS } from '../../law/requests/vocabulary.ts'
import type { AmendmentView } from '../../record/amendments/view.ts'
import { newCommandId } from '../api.ts'
import { DayField } from '../parts/day-field.tsx'
import { LiveForm } from '../parts/live-form.tsx'
import { Panel } from '../parts/page.tsx'
import { Refusals } from '../parts/refusals.tsx'
import { requiredMark } from '../parts/required-mark.tsx'
import { usePlaced } from '../parts/use-placed.ts'
import { useDeed } from '../queries.ts'

type Fields = Pick<EndpointInput<'amendments.serve'>, 'on' | 'by' | 'proof' | 'agency' | 'agreed'>

const PROOF_HINTS: Partial<Record<Fields['by'], string>> = {
  'signed-mail': '写明邮政企业（EMS、挂号信）的邮件号；快递企业不得寄递公文。',
  'public-notice': '写明公告的地方、日期和原因。',
}

export function ServePanel({ view }: { view: AmendmentView }) {
  const { message } = App.useApp()
  const [form] = Form.useForm<Fields>()
  const [commandId] = useState(newCommandId)
  const { others, send } = usePlaced(form)
  const serve = useDeed('amendments.serve')
  const { posted } = view
  const by = Form.useWatch('by', form)
  const submit = async (fields: Fields) => {
    const done = await send(() => serve.mutateAsync({ ...fields, id: view.id, commandId, seen: view.version }))
    if (done) void message.success('已登记送达')
  }
  return (
    <Panel title="登记送达">
      {posted ? (
        <p className="quiet gap-below">{chineseDate(posted.on)}寄出，待签收：写明签收查询的结果。</p>
      ) : (
        <p className="quiet gap-below">当面送交、委托送达的直接登记；邮寄的先登记交寄。</p>
      )}
      <LiveForm<Fields>
        name="serve"
        form={form}
        layout="vertical"
        requiredMark={requiredMark}
        initialValues={
          posted
            ? { on: view.today, by: 'signed-mail', proof: `邮件号码 ${posted.mailNumber}，` }
            : { on: view.today, by: 'in-person' }
        }
        onFinish={(fields) => void submit(fields)}
      >
        <Refusals refusals={others} />
        <Form.Item name="by" label="送达方式">
          <Select options={SERVICE_METHODS.map((value) => ({ value, label: SERVICE_METHOD_WORDS[value] }))} />
        </Form.Item>
        {by === 'entrusted' && (
          <Form.Item name="agency" label="受委托的行政机关" rules={[{ required: true, message: '请填写机关全称' }]}>
            <Input maxLength={100} />
          </Form.Item>
        )}
        {by === 'electronic' && (
          <Form.Item
            name="agreed"
            label="同意电子送达的记录"
            extra="申请人书面同意的日期、方式和接收的地址。"
            rules={[{ required: true, message: '没有同意的，不能电子送达' }]}
          >
            <Input maxLength={300} />
          </Form.Item>
        )}
        <Form.Item name="on" label="申请人收到之日" rules={[{ required: true, message: '请填写日期' }]}>
          <DayField max={view.today} />
        </Form.Item>
        <Form.Item
          name="proof"
          label="凭证"
          extra={by && PROOF_HINTS[by]}
          rules={[{ required: true, message: '请填写邮件号、签收人等凭证' }]}
        >
          <Input maxLength={300} />
        </Form.Item>
        <Button type={posted ? 'primary' : 'default'} htmlType="submit" loading={serve.isPending}>
          登记送达
        </Button>
      </LiveForm>
    </Panel>
  )
}
