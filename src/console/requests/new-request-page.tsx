import { App, Button, Form, Radio, Space } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { Input as EndpointInput, Outputs } from '../../edge/console/contract.ts'
import type { Refusal } from '../../law/refusal.ts'
import { checkRequestForm } from '../../law/requests/form.ts'
import { INTAKE_CHANNEL_WORDS, INTAKE_CHANNELS, type IntakeChannel } from '../../law/requests/vocabulary.ts'
import { requestContentSchema, requesterSchema } from '../../record/people/requester.ts'
import { newCommandId, Refused } from '../api.ts'
import { DayField } from '../parts/day-field.tsx'
import { LeaveGuard } from '../parts/leave-guard.tsx'
import { Page, Panel } from '../parts/page.tsx'
import { placeRefusals, Refusals } from '../parts/refusals.tsx'
import { useDeed } from '../queries.ts'
import { pathTo } from '../route-table.ts'
import { useSession } from '../session.tsx'
import { ReceiptPreview } from './receipt-preview.tsx'
import { ContentFields, RequesterFields } from './requester-fields.tsx'

type Registering = Omit<EndpointInput<'requests.register'>, 'commandId'>

/** 网上申请 come by the portal; here are those that come to the office. */
const VIA = INTAKE_CHANNELS.filter((via) => via !== 'web')
/** The requester stands at the desk, or the letter was signed for: there is nothing to confirm later. */
const SIGNED: readonly IntakeChannel[] = ['signed-mail', 'oral']

const RECEIVED_LABELS: Partial<Record<IntakeChannel, string>> = { 'signed-mail': '签收之日', oral: '代为填写并确认之日' }

/** 登记申请: by keyboard from top to bottom, ctrl+enter sends. */
export default function NewRequestPage() {
  const { rules } = useSession()
  const [form] = Form.useForm<Registering>()
  const [commandId, setCommandId] = useState(newCommandId)
  const [others, setOthers] = useState<Refusal[]>([])
  const [typed, setTyped] = useState(false)
  const [done, setDone] = useState<Outputs['requests.register'] | null>(null)
  const register = useDeed('requests.register')
  const { message } = App.useApp()
  const via = Form.useWatch('via', form) ?? 'in-person'

  const send = async (values: Registering) => {
    const requester = requesterSchema.parse(values.requester)
    const content = requestContentSchema.parse(values.content)
    const faults = checkRequestForm(requester, content)
    if (faults.length > 0) return setOthers(placeRefusals(form, faults))
    try {
      const opened = await register.mutateAsync({
        ...values,
        requester,
        content,
        commandId,
        receivedOn: via === 'in-person' ? null : (values.receivedOn ?? null),
      })
      setTyped(false)
      setOthers([])
      setDone(opened)
      void message.success(`已登记：${opened.number}`)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setOthers(placeRefusals(form, error.refusals))
    }
  }
  const another = () => {
    form.resetFields()
    setCommandId(newCommandId())
    setDone(null)
  }
  if (done) return <Registered opened={done} another={another} />
  return (
    <Page title="登记申请" lead="当面、邮寄、传真、口头等方式收到的申请在这里登记。只登记《条例》第二十九条要求的内容。">
      <LeaveGuard when={typed} />
      <Form<Registering>
        form={form}
        layout="vertical"
        scrollToFirstError={{ block: 'center', focus: true }}
        initialValues={{
          via: 'in-person',
          submittedOn: rules.today,
          receivedOn: null,
          requester: { ...NOBODY, kind: 'naturalPerson', idPaper: 'residentId' },
          content: { subject: '', description: '', carrier: 'paper', delivery: 'post' },
        }}
        onValuesChange={(changed: Partial<Registering>) => {
          setTyped(true)
          if (changed.via)
            form.setFieldValue('receivedOn', SIGNED.includes(changed.via) ? form.getFieldValue('submittedOn') : null)
          if (changed.requester?.kind)
            form.setFieldValue(['requester', 'idPaper'], changed.requester.kind === 'naturalPerson' ? 'residentId' : 'creditCode')
        }}
        onFinish={(values) => void send(values)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit()
        }}
      >
        <Refusals refusals={others} />
        <div className="two-columns">
          <div>
            <Panel title="怎样收到的">
              <Form.Item name="via" label="申请渠道">
                <Radio.Group
                  className="wrapped-radios"
                  options={VIA.map((value) => ({ value, label: INTAKE_CHANNEL_WORDS[value] }))}
                />
              </Form.Item>
              <Space size="large" wrap align="start">
                <Form.Item
                  name="submittedOn"
                  label={via === 'in-person' ? '提交之日' : '到达（提交）之日'}
                  rules={[REQUIRED_DAY]}
                >
                  <DayField max={rules.today} />
                </Form.Item>
                {via !== 'in-person' && (
                  <Form.Item
                    name="receivedOn"
                    label={RECEIVED_LABELS[via] ?? '双方确认之日'}
                    extra={RECEIVED_LABELS[via] ? undefined : '尚未与申请人确认的，留空；确认后在案件页登记。'}
                    rules={SIGNED.includes(via) ? [REQUIRED_DAY] : []}
                  >
                    <DayField max={rules.today} />
                  </Form.Item>
                )}
              </Space>
              <Form.Item noStyle dependencies={['via', 'submittedOn', 'receivedOn']}>
                {() => (
                  <ReceiptPreview
                    via={via}
                    submittedOn={form.getFieldValue('submittedOn')}
                    receivedOn={form.getFieldValue('receivedOn')}
                  />
                )}
              </Form.Item>
            </Panel>
            <Panel title="要什么信息">
              <ContentFields />
            </Panel>
          </div>
          <div>
            <Panel title="申请人">
              <RequesterFields />
            </Panel>
            <div className="form-end">
              <Button type="primary" htmlType="submit" size="large" loading={register.isPending}>
                登记并编号
              </Button>
              <span className="quiet keys">Ctrl+Enter</span>
            </div>
          </div>
        </div>
      </Form>
    </Page>
  )
}

const NOBODY = { name: '', contactName: '', idNumber: '', phone: '', email: '', address: '', postcode: '' }

const REQUIRED_DAY = { required: true, message: '请填写日期，如 2026-03-02' }

/** The query code is shown this once: the store keeps only its digest. */
function Registered({ opened, another }: { opened: Outputs['requests.register']; another: () => void }) {
  const go = useNavigate()
  return (
    <Page title="已登记">
      <Panel title="请告知申请人">
        <dl className="big-facts">
          <div>
            <dt>申请编号</dt>
            <dd>{opened.number}</dd>
          </div>
          <div>
            <dt>查询码</dt>
            <dd className="code">{opened.queryCode}</dd>
          </div>
        </dl>
        <p className="quiet">申请人凭编号和查询码可在公开专栏查询办理情况。查询码只显示这一次，请抄录或打印给申请人。</p>
        <Space wrap>
          <Button type="primary" autoFocus onClick={() => void go(pathTo('case', { id: opened.id }))}>
            打开案件
          </Button>
          <Button onClick={another}>继续登记下一件</Button>
          <Button onClick={() => window.print()}>打印本页</Button>
        </Space>
      </Panel>
    </Page>
  )
}
