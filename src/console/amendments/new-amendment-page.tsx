import { App, Button, Form, Select, Upload } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { Input } from '../../edge/console/contract.ts'
import { gapsOf } from '../../law/requests/correction-triggers.ts'
import { INTAKE_CHANNEL_WORDS, INTAKE_CHANNELS } from '../../law/requests/vocabulary.ts'
import { newCommandId, Refused, uploadToAmendment } from '../api.ts'
import { DayField } from '../parts/day-field.tsx'
import { LeaveGuard } from '../parts/leave-guard.tsx'
import { LiveForm } from '../parts/live-form.tsx'
import { Page, Panel } from '../parts/page.tsx'
import { refusalWords, useFormRefusals } from '../parts/refusals.tsx'
import { requiredMark } from '../parts/required-mark.tsx'
import { useDeed } from '../queries.ts'
import { GapList } from '../requests/gaps-preview.tsx'
import { AgentFields } from '../requests/other-people-fields.tsx'
import { NOBODY, type Registering, requesterOf } from '../requests/registering.ts'
import { RequesterFields } from '../requests/requester-fields.tsx'
import { pathTo } from '../route-table.ts'
import { useSession } from '../session.tsx'
import { AmendmentContentFields } from './content-fields.tsx'

type Fields = Omit<Input<'amendments.register'>, 'commandId'> & Pick<Registering, 'by'>

/** 登记更正申请 (Art 41). */
export default function NewAmendmentPage() {
  const { rules } = useSession()
  const { message } = App.useApp()
  const go = useNavigate()
  const [form] = Form.useForm<Fields>()
  const [commandId] = useState(newCommandId)
  const told = useFormRefusals(form)
  const [evidence, setEvidence] = useState<readonly File[]>([])
  const [typed, setTyped] = useState(false)
  const register = useDeed('amendments.register')
  const submit = async ({ via, receivedOn, content, ...whoAsks }: Fields) => {
    try {
      const view = await register.mutateAsync({ via, receivedOn, content, requester: requesterOf(whoAsks), commandId })
      setTyped(false)
      void message.success(`已登记：${view.number}`)
      await bring(view.id)
      await go(pathTo('amendment', { id: view.id }))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      told.refuse(error.refusals)
    }
  }
  // The matter has its number: a file that is not taken is told, and can be brought again on its page.
  const bring = async (id: string) => {
    for (const file of evidence) {
      try {
        await uploadToAmendment(id, file, '证据材料')
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        void message.error(`${file.name}：${error.refusals.map(refusalWords).join('')}`, 8)
      }
    }
  }
  return (
    <Page title="登记更正申请">
      <LeaveGuard when={typed} />
      <LiveForm<Fields>
        form={form}
        layout="vertical"
        className="narrow"
        requiredMark={requiredMark}
        scrollToFirstError={{ block: 'center', focus: true }}
        initialValues={{
          via: 'in-person',
          receivedOn: rules.today,
          by: 'self',
          requester: { ...NOBODY, kind: 'naturalPerson', idPaper: 'residentId' },
          content: { record: '', wrong: '', evidence: '' },
        }}
        onValuesChange={(changed: Partial<Fields>) => {
          setTyped(true)
          told.onValuesChange(changed)
          if (changed.requester?.kind)
            form.setFieldValue(['requester', 'idPaper'], changed.requester.kind === 'naturalPerson' ? 'residentId' : 'creditCode')
        }}
        onFinish={(fields) => void submit(fields)}
      >
        {told.summary}
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
          <Form.Item label="证据材料" extra="户口簿、出生医学证明、毕业证书等的复印件；委托书等其他材料，登记后在事项页上传。">
            <Upload
              multiple
              fileList={evidence.map((file, place) => ({ uid: String(place), name: file.name }))}
              beforeUpload={(file) => {
                setEvidence((before) => [...before, file])
                return false
              }}
              onRemove={({ uid }) => setEvidence((before) => before.filter((_, place) => String(place) !== uid))}
            >
              <Button>选择文件</Button>
            </Upload>
          </Form.Item>
        </Panel>
        <Panel title="申请人">
          <RequesterFields needed />
          <AgentFields />
        </Panel>
        <Form.Item noStyle shouldUpdate>
          {({ getFieldsValue }) => <Gaps values={getFieldsValue() as Partial<Fields>} />}
        </Form.Item>
        <div className="form-end">
          <Button type="primary" htmlType="submit" loading={register.isPending}>
            登记
          </Button>
        </div>
      </LiveForm>
    </Page>
  )
}

/** What the papers do not show yet, check digits and authority among it. Before its fields are there the form has no values. */
function Gaps({ values }: { values: Partial<Fields> }) {
  const { rules } = useSession()
  const { requester, by = 'self', content } = values
  if (!requester?.name && !requester?.idNumber) return null
  const who = requesterOf({ requester, by })
  const known = { unclear: false, authorised: who.agent?.authorised ?? false, today: rules.today }
  const asked = { subject: content?.record || '—', delivery: 'pickup' } as const
  const gaps = gapsOf(who, asked, known, { correctionTriggers: 'all' })
  return gaps.length > 0 ? <GapList gaps={gaps} then="登记后请申请人补上；记录的是谁、由谁来更正，须先弄清楚。" /> : null
}
