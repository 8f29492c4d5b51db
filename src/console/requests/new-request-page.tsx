import { App, Button, Checkbox, Form } from 'antd'
import { useState } from 'react'
import { newCommandId, Refused } from '../api.ts'
import { LiveForm } from '../parts/live-form.tsx'
import { LeaveGuard } from '../parts/leave-guard.tsx'
import { Page, Panel } from '../parts/page.tsx'
import { refusalWords, useFormRefusals } from '../parts/refusals.tsx'
import { requestContentSchema } from '../../record/people/requester.ts'
import { blankRefusal } from '../../record/requests/intake.ts'
import { useDeed } from '../queries.ts'
import { useSession } from '../session.tsx'
import { GapsPreview } from './gaps-preview.tsx'
import { AgentFields, OtherRequesters } from './other-people-fields.tsx'
import { ReceiptFields } from './receipt-fields.tsx'
import { Registered, type Opened } from './registered.tsx'
import { atForm, groupOf, NOBODY, type Registering, registrationOf, requesterOf } from './registering.ts'
import { ContentFields, RequesterFields } from './requester-fields.tsx'

/** What depends on the channel: a day of the one means nothing for another. */
const OF_ONE_CHANNEL = {
  receivedOn: null,
  contactedOn: null,
  contactedBy: 'phone',
  signedAt: '',
  mailNumber: '',
  announced: 'confirmation',
} as const

/** 登记申请: by keyboard from top to bottom, ctrl+enter sends. Number first: what is missing is told, and keeps nobody out. */
export default function NewRequestPage() {
  const { rules } = useSession()
  const [form] = Form.useForm<Registering>()
  const [commandId, setCommandId] = useState(newCommandId)
  const told = useFormRefusals(form)
  const [typed, setTyped] = useState(false)
  const [done, setDone] = useState<{ cases: Opened[]; values: Registering } | null>(null)
  const register = useDeed('requests.register')
  const registerGroup = useDeed('requests.registerGroup')
  const { message } = App.useApp()

  const send = async (values: Registering) => {
    const registration = registrationOf(values, commandId)
    const group = groupOf(values)
    try {
      const cases =
        group.length > 0
          ? (await registerGroup.mutateAsync({ ...registration, others: group })).cases
          : [await register.mutateAsync(registration)]
      setTyped(false)
      told.clear()
      setDone({ cases, values })
      void message.success(`已登记：${cases.map(({ number }) => number).join('、')}`)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      told.refuse(error.refusals.map(atForm))
    }
  }
  const another = () => {
    form.resetFields()
    setCommandId(newCommandId())
    setDone(null)
  }
  if (done) return <Registered {...done} another={another} />
  return (
    <Page title="登记申请" lead="当面、邮寄、传真、电子邮件、口头等方式收到的申请在这里登记。先编号，再分类；不问用途。">
      <LeaveGuard when={typed} />
      <LiveForm<Registering>
        form={form}
        layout="vertical"
        scrollToFirstError={{ block: 'center', focus: true }}
        initialValues={{
          via: 'in-person',
          submittedOn: rules.today,
          ...OF_ONE_CHANNEL,
          by: 'self',
          together: 'one',
          requester: { ...NOBODY, kind: 'naturalPerson', idPaper: 'residentId' },
          content: { subject: '', description: '', carrier: 'paper', delivery: 'post' },
        }}
        onValuesChange={(changed: Partial<Registering>) => {
          setTyped(true)
          told.onValuesChange(changed)
          if (changed.via) form.setFieldsValue(OF_ONE_CHANNEL)
          if (changed.requester?.kind)
            form.setFieldValue(['requester', 'idPaper'], changed.requester.kind === 'naturalPerson' ? 'residentId' : 'creditCode')
        }}
        onFinish={(values) => void send(values)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit()
        }}
      >
        {told.summary}
        <div className="two-columns">
          <div>
            <Panel title="怎样收到的">
              <ReceiptFields />
            </Panel>
            <Panel title="要什么信息">
              <ContentFields />
              <Form.Item name="unclear" valuePropName="checked">
                <Checkbox>看不出要的是什么信息（以后可以告知补正）</Checkbox>
              </Form.Item>
            </Panel>
          </div>
          <div>
            <Panel title="申请人">
              <RequesterFields />
              <AgentFields />
              <OtherRequesters />
            </Panel>
            <Form.Item noStyle shouldUpdate>
              {({ getFieldsValue }) => (
                <ToNumber
                  values={getFieldsValue() as Partial<Registering>}
                  busy={register.isPending || registerGroup.isPending}
                />
              )}
            </Form.Item>
          </div>
        </div>
      </LiveForm>
    </Page>
  )
}

/** What is missing, and the button; an empty form gets no number. Before its fields are there the form has no values. */
function ToNumber({ values, busy }: { values: Partial<Registering>; busy: boolean }) {
  if (!values.requester || !values.content) return null
  const all = values as Registering
  const blank = blankRefusal(requesterOf(all), requestContentSchema.parse(all.content), all.unclear ?? false)
  return (
    <>
      {blank ? <p className="note">{refusalWords(blank)}</p> : <GapsPreview values={all} />}
      <div className="form-end">
        <Button type="primary" htmlType="submit" size="large" disabled={blank !== null} loading={busy}>
          登记并编号
        </Button>
        <span className="quiet keys">Ctrl+Enter</span>
      </div>
    </>
  )
}
