/** Recording what happened in a dispute. */
import { App, Button, Checkbox, Drawer, Form, Input, InputNumber, Radio, Select } from 'antd'
import { useState } from 'react'
import { DISPUTE_ACT_WORDS, type DisputeActKind, disputeActSchema } from '../../record/disputes/acts.ts'
import type { DisputeView } from '../../record/disputes/view.ts'
import { newCommandId } from '../api.ts'
import { DayField } from '../parts/day-field.tsx'
import { LiveForm } from '../parts/live-form.tsx'
import { Refusals } from '../parts/refusals.tsx'
import { requiredMark } from '../parts/required-mark.tsx'
import { TextArea } from '../parts/text-area.tsx'
import { usePlaced } from '../parts/use-placed.ts'
import { useDeed } from '../queries.ts'
import { useSession } from '../session.tsx'

const EXPLAINED: Record<DisputeActKind, string> = {
  opened: '',
  answered: '书面答复（答辩状）、作出答复的证据和依据一并提交；逾期不提交的，视为没有证据。邮寄的以交邮之日为准。',
  switched: '收到转为普通程序的通知后登记，答复期限改按普通程序计算。',
  prolonged: '收到延长审理期限的通知后登记，最多延长三十日。',
  decided:
    '按决定书、裁判文书的主文登记。责令重新答复的，行政复议决定、二审裁判自收到之日起重新打开案件；一审判决在上诉期内不生效，期满登记“裁判生效”之后重新打开。年度报告不重复计数。',
  appealed: '本机关上诉的，填写提交上诉状之日；对方上诉的，填写收到上诉状副本之日。',
  effective:
    '一审判决的上诉期满、双方都没有上诉的，登记生效之日：双方上诉期的最后一日较晚者的次日。责令重新答复的，案件随之重新打开。',
  'opinion-received': '自收到行政复议意见书之日起六十日内，将纠正的情况报送行政复议机关。',
  'opinion-reported': '登记报送落实情况的日期和凭证。',
  performed: '决定、裁判要求办理的事项全部完成后登记。',
  annulled: '登记有误时用。有误的一步仍保留在卷中，标明不计；它在案件中引起的变化一并撤销。',
}

export function DisputeActDrawer({
  view,
  kind,
  of,
  onClose,
}: {
  view: DisputeView
  kind: DisputeActKind
  of?: number
  onClose: () => void
}) {
  const { rules } = useSession()
  const { message } = App.useApp()
  const [form] = Form.useForm()
  const [commandId] = useState(newCommandId)
  const { others, place, send } = usePlaced(form)
  const record = useDeed('disputes.record')
  const submit = async (fields: Record<string, unknown>) => {
    const filled = Object.fromEntries(
      Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== ''),
    )
    const act = disputeActSchema.safeParse({ ...filled, kind })
    if (!act.success)
      return place(
        act.error.issues.map(({ path }) => ({
          code: 'field-missing',
          say: '没有填写，或者填写不完整。',
          then: '请填写后再登记。',
          field: path.join('.'),
        })),
      )
    if (!(await send(() => record.mutateAsync({ id: view.id, commandId, seen: view.version, act: act.data })))) return
    void message.success(`已登记：${DISPUTE_ACT_WORDS[kind]}`)
    onClose()
  }
  return (
    <Drawer
      open
      title={DISPUTE_ACT_WORDS[kind]}
      size={480}
      onClose={onClose}
      footer={
        <div className="drawer-foot">
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" loading={record.isPending} onClick={() => form.submit()}>
            登记
          </Button>
        </div>
      }
    >
      <LiveForm
        form={form}
        layout="vertical"
        requiredMark={requiredMark}
        initialValues={{ on: rules.today, of, answerAgain: false, by: 'claimant' }}
        onFinish={(fields: Record<string, unknown>) => void submit(fields)}
      >
        <p className="quiet gap-below">{EXPLAINED[kind]}</p>
        <Refusals refusals={others} />
        <Form.Item
          name="on"
          label={kind === 'decided' ? '收到之日' : kind === 'effective' ? '生效之日' : '日期'}
          rules={[{ required: true, message: '请填写日期，如 2026-03-02' }]}
        >
          <DayField max={rules.today} />
        </Form.Item>
        <Fields kind={kind} view={view} />
      </LiveForm>
    </Drawer>
  )
}

function Fields({ kind, view }: { kind: DisputeActKind; view: DisputeView }) {
  switch (kind) {
    case 'answered':
    case 'opinion-reported':
      return (
        <Form.Item name="proof" label="凭证" rules={[{ required: true, message: '请填写邮件号、收件回执等凭证' }]}>
          <Input maxLength={300} />
        </Form.Item>
      )
    case 'decided':
      return <Decided view={view} />
    case 'appealed':
      return (
        <Form.Item name="by" label="上诉人">
          <Radio.Group
            options={[
              { value: 'claimant', label: '对方' },
              { value: 'agency', label: '本机关' },
            ]}
          />
        </Form.Item>
      )
    case 'opinion-received':
      return (
        <Form.Item name="number" label="意见书文号">
          <Input maxLength={60} />
        </Form.Item>
      )
    case 'effective':
      return (
        <>
          <Form.Item
            name="performBy"
            label="履行期限至"
            extra="判决写明自生效之日起若干日内的，推算后填写；收到判决时已填写的不必再填。"
          >
            <DayField />
          </Form.Item>
          <Form.Item name="note" label="说明">
            <TextArea rows={2} maxLength={1000} />
          </Form.Item>
        </>
      )
    case 'performed':
      return (
        <Form.Item name="note" label="说明">
          <TextArea rows={3} maxLength={1000} />
        </Form.Item>
      )
    case 'annulled':
      return (
        <>
          <Form.Item name="of" hidden>
            <InputNumber />
          </Form.Item>
          <Form.Item name="reason" label="哪里登记有误" rules={[{ required: true, message: '请写明更正的原因' }]}>
            <TextArea rows={3} maxLength={500} />
          </Form.Item>
        </>
      )
    case 'opened':
    case 'switched':
    case 'prolonged':
      return null
  }
}

function Decided({ view }: { view: DisputeView }) {
  const form = Form.useFormInstance()
  const chosen = Form.useWatch('result', form)
  const rule = view.results.find(({ result }) => result === chosen)
  return (
    <>
      <Form.Item
        name="result"
        label="结果"
        rules={[{ required: true, message: '请按主文选择结果' }]}
        extra={rule && `${rule.cite}；年度报告第四部分计入“${rule.columnWords}”。`}
      >
        <Select options={view.results.map(({ result, words }) => ({ value: result, label: words }))} />
      </Form.Item>
      <Form.Item name="number" label="文号、案号">
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="answerAgain" valuePropName="checked">
        <Checkbox>责令重新答复（生效后案件重新打开，不重复计数）</Checkbox>
      </Form.Item>
      <Form.Item name="performBy" label="履行期限至" extra="文书写明期限的填写；没有写明的留空，重新答复按二十个工作日计算。">
        <DayField />
      </Form.Item>
      <Form.Item name="note" label="说明">
        <TextArea rows={2} maxLength={1000} />
      </Form.Item>
    </>
  )
}
