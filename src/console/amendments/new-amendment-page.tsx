import { App, Button, Form, Select } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { Input } from '../../edge/console/contract.ts'
import type { Refusal } from '../../law/refusal.ts'
import { INTAKE_CHANNEL_WORDS, INTAKE_CHANNELS } from '../../law/requests/vocabulary.ts'
import { newCommandId, Refused } from '../api.ts'
import { DayField } from '../parts/day-field.tsx'
import { LiveForm } from '../parts/live-form.tsx'
import { Page, Panel } from '../parts/page.tsx'
import { placeRefusals, Refusals } from '../parts/refusals.tsx'
import { requiredMark } from '../parts/required-mark.tsx'
import { useDeed } from '../queries.ts'
import { RequesterFields } from '../requests/requester-fields.tsx'
import { pathTo } from '../route-table.ts'
import { useSession } from '../session.tsx'
import { AmendmentContentFields } from './content-fields.tsx'

type Fields = Omit<Input<'amendments.register'>, 'commandId'>

/** 登记更正申请 (Art 41). */
export default function NewAmendmentPage() {
  const { rules } = useSession()
  const { message } = App.useApp()
  const go = useNavigate()
  const [form] = Form.useForm<Fields>()
  const [commandId] = useState(newCommandId)
  const [others, setOthers] = useState<readonly Refusal[]>([])
  const register = useDeed('amendments.register')
  const submit = async (fields: Fields) => {
    try {
      const view = await register.mutateAsync({ ...fields, commandId })
      void message.success(`已登记：${view.number}`)
      await go(pathTo('amendment', { id: view.id }))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setOthers(placeRefusals(form, error.refusals))
    }
  }
  return (
    <Page title="登记更正申请">
      <LiveForm<Fields>
        form={form}
        layout="vertical"
        className="narrow"
        requiredMark={requiredMark}
        initialValues={{
          via: 'in-person',
          receivedOn: rules.today,
          requester: { kind: 'naturalPerson', idPaper: 'residentId', phone: '', address: '' },
        }}
        onFinish={(fields) => void submit(fields)}
      >
        <Refusals refusals={others} />
        <Panel title="收到">
          <div className="field-row">
            <Form.Item name="via" label="渠道">
              <Select
                className="channel-field"
                options={INTAKE_CHANNELS.map((value) => ({ value, label: INTAKE_CHANNEL_WORDS[value] }))}
              />
            </Form.Item>
            <Form.Item name="receivedOn" label="收到之日" rules={[{ required: true, message: '请填写收到之日' }]}>
              <DayField max={rules.today} />
            </Form.Item>
          </div>
        </Panel>
        <Panel title="要求更正什么">
          <AmendmentContentFields />
        </Panel>
        <Panel title="申请人">
          <RequesterFields />
        </Panel>
        <div className="form-end">
          <Button type="primary" htmlType="submit" loading={register.isPending}>
            登记
          </Button>
        </div>
      </LiveForm>
    </Page>
  )
}
