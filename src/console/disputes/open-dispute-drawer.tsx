/** 登记收到复议、诉讼、投诉的通知: the file opens and its limits run. */
import { Alert, App, Button, Drawer, Form, Input, Radio } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { chineseDateWithWeekday } from '../../law/date.ts'
import { DISPUTE_PATH_WORDS, DISPUTE_PATHS } from '../../law/oversight/results.ts'
import {
  CLAIMANT_WORDS,
  CLAIMANTS,
  openedSchema,
  PROCEDURE_WORDS,
  PROCEDURES,
  SUIT_AFTER,
  SUIT_AFTER_WORDS,
} from '../../record/disputes/acts.ts'
import { disputeLimits, foldDispute } from '../../record/disputes/fold.ts'
import { type Disputed, openingHints } from '../../record/disputes/opening-hints.ts'
import { newCommandId } from '../api.ts'
import { DayField } from '../parts/day-field.tsx'
import { LiveForm } from '../parts/live-form.tsx'
import { Refusals } from '../parts/refusals.tsx'
import { requiredMark } from '../parts/required-mark.tsx'
import { usePlaced } from '../parts/use-placed.ts'
import { useDeed } from '../queries.ts'
import { pathTo } from '../route-table.ts'
import { useSession } from '../session.tsx'

const options = <K extends string>(keys: readonly K[], words: Record<K, string>) =>
  keys.map((value) => ({ value, label: words[value] }))

/** What the hints go by, while the rest is not filled in yet; a day that is none yet is left out. */
const hintedSchema = openedSchema
  .pick({ path: true, claimant: true, after: true })
  .extend({ endedOn: openedSchema.shape.endedOn.catch(undefined), on: openedSchema.shape.on.optional().catch(undefined) })

function openedOf(fields: Record<string, unknown>) {
  const filled = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== '')
  return openedSchema.safeParse({ ...Object.fromEntries(filled), kind: 'opened' })
}

/** `over`: a request, or a matter of amendment, and its id. `disputed`: null where there is nothing to go to court about. */
export function OpenDisputeDrawer({
  over,
  id,
  disputed,
  onClose,
}: {
  over: 'request' | 'amendment'
  id: string
  disputed: Disputed | null
  onClose: () => void
}) {
  const { rules } = useSession()
  const { message } = App.useApp()
  const go = useNavigate()
  const [form] = Form.useForm()
  const path = Form.useWatch('path', form)
  const after = Form.useWatch('after', form)
  const [commandId] = useState(newCommandId)
  const { others, send } = usePlaced(form)
  const [openCase, openAmendment] = [useDeed('requests.openDispute'), useDeed('disputes.openOverAmendment')]
  const open = over === 'request' ? openCase : openAmendment
  const submit = async (fields: Record<string, unknown>) => {
    const opened = openedOf(fields)
    if (!opened.success) return
    await send(async () => {
      const view = await open.mutateAsync({ id, commandId, opened: opened.data })
      void message.success(`已建卷：${view.number}`)
      await go(pathTo('dispute', { id: view.id }))
    })
  }
  return (
    <Drawer
      open
      title="登记收到通知"
      size={480}
      onClose={onClose}
      footer={
        <div className="drawer-foot">
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" loading={open.isPending} onClick={() => form.submit()}>
            建卷
          </Button>
        </div>
      }
    >
      <LiveForm
        form={form}
        layout="vertical"
        requiredMark={requiredMark}
        initialValues={{
          on: rules.today,
          path: 'reconsideration',
          procedure: 'ordinary',
          claimant: 'requester',
          after: 'decided',
        }}
        onFinish={(fields: Record<string, unknown>) => void submit(fields)}
      >
        <Refusals refusals={others} />
        <Form.Item name="path" label="途径">
          <Radio.Group className="stacked-checks" options={options(DISPUTE_PATHS, DISPUTE_PATH_WORDS)} />
        </Form.Item>
        <Form.Item noStyle shouldUpdate>
          {() => <Hints fields={form.getFieldsValue()} disputed={disputed} />}
        </Form.Item>
        <Form.Item
          name="on"
          label="收到通知和材料之日"
          extra="答复期限自次日起算。"
          rules={[{ required: true, message: '请填写日期' }]}
        >
          <DayField max={rules.today} />
        </Form.Item>
        {path === 'reconsideration' && (
          <>
            <Form.Item name="procedure" label="审理程序" extra="见答复通知书；政府信息公开案件可以适用简易程序。">
              <Radio.Group options={options(PROCEDURES, PROCEDURE_WORDS)} />
            </Form.Item>
            <Form.Item name="acceptedOn" label="受理之日" extra="通知书写明的填写，据以预计作出决定的日期。">
              <DayField max={rules.today} />
            </Form.Item>
          </>
        )}
        {path === 'litigationAfterReconsideration' && (
          <>
            <Form.Item name="after" label="复议的结果">
              <Radio.Group className="stacked-checks" options={options(SUIT_AFTER, SUIT_AFTER_WORDS)} />
            </Form.Item>
            {(after === 'notAccepted' || after === 'undecided') && (
              <Form.Item
                name="endedOn"
                label={after === 'undecided' ? '复议期限届满之日' : '对方收到不予受理决定之日'}
                extra="见起诉状副本和所附的复议材料；起诉是否超过期限自这一日起算。"
                rules={[{ required: true, message: '请填写日期' }]}
              >
                <DayField max={rules.today} />
              </Form.Item>
            )}
          </>
        )}
        {path === 'complaint' && (
          <Form.Item name="answerBy" label="要求何日前答复" extra="法律没有规定期限，按转办单位的要求填写。">
            <DayField />
          </Form.Item>
        )}
        <Form.Item name="reference" label="对方文号、案号">
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="claimant" label="由谁提出">
          <Radio.Group options={options(CLAIMANTS, CLAIMANT_WORDS)} />
        </Form.Item>
        <Form.Item noStyle shouldUpdate>
          {() => <AnswerDue fields={form.getFieldsValue()} />}
        </Form.Item>
      </LiveForm>
    </Drawer>
  )
}

/** What the law says of the way chosen, while it is chosen: under the field, and read out when it changes. */
function Hints({ fields, disputed }: { fields: Record<string, unknown>; disputed: Disputed | null }) {
  const { rules } = useSession()
  const chosen = hintedSchema.safeParse(fields)
  if (!chosen.success || !disputed) return null
  const hints = openingHints(chosen.data, disputed, rules.calendar)
  if (hints.length === 0) return null
  return (
    <Alert
      className="gap-below"
      role="status"
      type={hints.some(({ doubtful }) => doubtful) ? 'warning' : 'info'}
      showIcon
      title={
        <ul className="plain-list">
          {hints.map(({ say, cite }) => (
            <li key={say}>
              {say}
              <span className="quiet small">（{cite}）</span>
            </li>
          ))}
        </ul>
      }
    />
  )
}

/** By when the answer is due, before anything is sent. */
function AnswerDue({ fields }: { fields: Record<string, unknown> }) {
  const { rules } = useSession()
  const opened = openedOf(fields)
  if (!opened.success) return null
  const folded = foldDispute([{ seq: 0, act: opened.data, recordedAt: '', actorId: '' }])
  const due = disputeLimits(folded, rules.calendar)[0]?.due
  return (
    <Alert
      type="info"
      showIcon
      title={due ? `建卷后：${chineseDateWithWeekday(due)}前提交书面答复、证据和依据` : '建卷后：答复日期没有法定期限'}
    />
  )
}
