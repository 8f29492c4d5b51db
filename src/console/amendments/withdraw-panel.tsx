/** 登记撤回: the requester no longer asks, and said so in a way that can be shown. */
import { App, Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import type { Input as EndpointInput } from '../../edge/console/contract.ts'
import type { AmendmentView } from '../../record/amendments/view.ts'
import { newCommandId } from '../api.ts'
import { DayField } from '../parts/day-field.tsx'
import { LiveForm } from '../parts/live-form.tsx'
import { Refusals } from '../parts/refusals.tsx'
import { requiredMark } from '../parts/required-mark.tsx'
import { usePlaced } from '../parts/use-placed.ts'
import { useDeed } from '../queries.ts'

type Fields = Pick<EndpointInput<'amendments.withdraw'>, 'on' | 'proof'>

export function WithdrawDeed({ view }: { view: AmendmentView }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button block onClick={() => setOpen(true)}>
        申请人撤回
      </Button>
      {open && <Withdraw view={view} onClose={() => setOpen(false)} />}
    </>
  )
}

function Withdraw({ view, onClose }: { view: AmendmentView; onClose: () => void }) {
  const { message } = App.useApp()
  const [form] = Form.useForm<Fields>()
  const [commandId] = useState(newCommandId)
  const { others, send } = usePlaced(form)
  const withdraw = useDeed('amendments.withdraw')
  const submit = async (fields: Fields) => {
    if (!(await send(() => withdraw.mutateAsync({ ...fields, id: view.id, commandId, seen: view.version })))) return
    void message.success('已登记撤回')
    onClose()
  }
  return (
    <Modal
      open
      title="申请人撤回"
      okText="登记撤回"
      cancelText="取消"
      confirmLoading={withdraw.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Refusals refusals={others} />
      <p className="quiet gap-below">登记后这件更正申请办结，不再作出决定；等待审批的决定稿同时作罢。</p>
      <LiveForm<Fields>
        name="withdraw"
        form={form}
        layout="vertical"
        requiredMark={requiredMark}
        initialValues={{ on: view.today }}
        onFinish={(fields) => void submit(fields)}
      >
        <Form.Item name="on" label="撤回之日" rules={[{ required: true, message: '请填写日期' }]}>
          <DayField max={view.today} />
        </Form.Item>
        <Form.Item
          name="proof"
          label="凭证"
          extra="如：撤回申请书、通话记录。"
          rules={[{ required: true, message: '请写明申请人怎样表示撤回' }]}
        >
          <Input maxLength={300} />
        </Form.Item>
      </LiveForm>
    </Modal>
  )
}
