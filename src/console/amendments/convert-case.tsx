/** 转为更正申请: offered on a case that may still be withdrawn; asks for the requester's consent (G21). */
import { App, Button, Checkbox, Drawer, Form } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { Input } from '../../edge/console/contract.ts'
import { cite, reg } from '../../law/cite.ts'
import type { Refusal } from '../../law/refusal.ts'
import type { CaseView } from '../../record/requests/view.ts'
import { newCommandId, Refused } from '../api.ts'
import { DayField } from '../parts/day-field.tsx'
import { LiveForm } from '../parts/live-form.tsx'
import { placeRefusals, Refusals } from '../parts/refusals.tsx'
import { requiredMark } from '../parts/required-mark.tsx'
import { useDeed } from '../queries.ts'
import { pathTo } from '../route-table.ts'
import { AmendmentContentFields } from './content-fields.tsx'

type Fields = Omit<Input<'requests.convertToAmendment'>, 'id' | 'commandId'>

export function ConvertCase({ view }: { view: CaseView }) {
  const [open, setOpen] = useState(false)
  if (!view.may.withdrawn.allowed || view.closedOn !== null || view.receivedOn === null) return null
  return (
    <>
      <Button type="link" className="inline-link" onClick={() => setOpen(true)}>
        其实是要求更正与本人相关的记录？
      </Button>
      {open && <Convert view={view} onClose={() => setOpen(false)} />}
    </>
  )
}

function Convert({ view, onClose }: { view: CaseView; onClose: () => void }) {
  const { message } = App.useApp()
  const go = useNavigate()
  const [form] = Form.useForm<Fields>()
  const [commandId] = useState(newCommandId)
  const [others, setOthers] = useState<readonly Refusal[]>([])
  const convert = useDeed('requests.convertToAmendment')
  const submit = async (fields: Fields) => {
    try {
      const amendment = await convert.mutateAsync({ ...fields, id: view.id, commandId })
      void message.success(`已转为更正申请：${amendment.number}`)
      await go(pathTo('amendment', { id: amendment.id }))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setOthers(placeRefusals(form, error.refusals))
    }
  }
  return (
    <Drawer
      open
      title="转为更正申请"
      size={480}
      onClose={onClose}
      footer={
        <div className="drawer-foot">
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" loading={convert.isPending} onClick={() => form.submit()}>
            转为更正申请
          </Button>
        </div>
      }
    >
      <LiveForm<Fields>
        form={form}
        layout="vertical"
        requiredMark={requiredMark}
        initialValues={{ on: view.today, consent: false, content: { record: view.subject } }}
        onFinish={(fields) => void submit(fields)}
      >
        <p className="quiet gap-below">
          有证据证明本机关提供的、与自身相关的记录不准确，要求更正的（{cite(reg('41'))}
          ），不是申请公开信息。经申请人同意，本件登记撤回，转入更正登记簿，收到之日不变。
        </p>
        <Refusals refusals={others} />
        <AmendmentContentFields />
        <Form.Item name="on" label="申请人同意之日" rules={[{ required: true, message: '请填写日期' }]}>
          <DayField max={view.today} />
        </Form.Item>
        <Form.Item name="consent" valuePropName="checked">
          <Checkbox>已与申请人联系，申请人同意转为更正申请</Checkbox>
        </Form.Item>
      </LiveForm>
    </Drawer>
  )
}
