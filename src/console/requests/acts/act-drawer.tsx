/** Recording an act: the day (today unless changed), what the act needs, and what it will do to the limits. */
import { App, Button, Drawer, Form } from 'antd'
import { useState } from 'react'
import type { Refusal } from '../../../law/refusal.ts'
import { ACT_WORDS, actSchema } from '../../../record/requests/acts.ts'
import type { CaseView } from '../../../record/requests/view.ts'
import { newCommandId, Refused } from '../../api.ts'
import { DayField } from '../../parts/day-field.tsx'
import { LiveForm } from '../../parts/live-form.tsx'
import { placeRefusals, Refusals } from '../../parts/refusals.tsx'
import { useDeed } from '../../queries.ts'
import { useSession } from '../../session.tsx'
import type { Recording } from './recording.ts'
import { type ActForm, initialValues, provisionalAct } from './act-form.ts'
import { ActFields } from './act-fields.tsx'
import { ActPreview } from './act-preview.tsx'
import { DAY_LABELS, EXPLAINED } from './act-words.ts'

/** Where the form is of more, or of less, than the act is called. */
const TITLES: Partial<Record<Recording['kind'], string>> = { replied: '发出答复', disputed: '补登本案登记以前的复议、诉讼' }

export function ActDrawer({ view, recording, onClose }: { view: CaseView; recording: Recording; onClose: () => void }) {
  const { kind } = recording
  const { session, rules } = useSession()
  const { message, modal } = App.useApp()
  const [form] = Form.useForm<ActForm>()
  const [commandId] = useState(newCommandId)
  const [others, setOthers] = useState<readonly Refusal[]>([])
  const [typed, setTyped] = useState(false)
  const record = useDeed('requests.act')
  const send = useDeed('requests.reply')
  const busy = record.isPending || send.isPending
  const title = TITLES[kind] ?? ACT_WORDS[kind]

  const submit = async ({ partyDetails, signer, wording, ...fields }: ActForm) => {
    const command = { id: view.id, commandId, seen: view.version }
    try {
      if (kind === 'replied') await send.mutateAsync({ ...command, on: fields.on })
      else {
        const act = actSchema.safeParse({ ...withoutEmpty(fields), kind })
        if (!act.success)
          return setOthers(
            placeRefusals(
              form,
              act.error.issues.map((issue) => ({
                code: 'field-missing',
                say: '没有填写，或者填写不完整。',
                then: '请填写后再登记。',
                field: issue.path.join('.'),
              })),
            ),
          )
        await record.mutateAsync({
          ...command,
          act: act.data,
          ...(partyDetails ? { party: partyDetails } : {}),
          ...(signer ? { signer } : {}),
          ...(wording ? { wording } : {}),
        })
      }
      void message.success(`已登记：${title}`)
      onClose()
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setOthers(placeRefusals(form, error.refusals.map(partyField)))
    }
  }
  const close = () => {
    if (!typed || busy) return onClose()
    modal.confirm({
      title: '填写的内容还没有登记',
      content: '关闭后，填写的内容不会保留。',
      okText: '关闭，不保留',
      cancelText: '继续填写',
      okButtonProps: { danger: true },
      autoFocusButton: 'cancel',
      onOk: onClose,
    })
  }
  return (
    <Drawer
      open
      title={title}
      size={480}
      onClose={close}
      footer={
        <div className="drawer-foot">
          <Button onClick={close}>取消</Button>
          <Button type="primary" loading={busy} onClick={() => form.submit()}>
            {kind === 'replied' ? '登记发出并生成告知书' : '登记'}
          </Button>
        </div>
      }
    >
      <LiveForm<ActForm>
        form={form}
        layout="vertical"
        initialValues={initialValues(view, recording, { rules, officer: session.officer.name })}
        onValuesChange={() => setTyped(true)}
        onFinish={(values) => void submit(values)}
      >
        <p className="quiet gap-below">{EXPLAINED[kind]}</p>
        <Refusals refusals={others} />
        <Form.Item
          name="on"
          label={DAY_LABELS[kind] ?? '日期'}
          rules={[{ required: true, message: '请填写日期，如 2026-03-02' }]}
        >
          <DayField max={rules.today} />
        </Form.Item>
        <ActFields kind={kind} view={view} />
        <Form.Item noStyle shouldUpdate>
          {() => <ActPreview view={view} kind={kind} act={provisionalAct(kind, form.getFieldsValue())} />}
        </Form.Item>
      </LiveForm>
    </Drawer>
  )
}

/** The party's own data stand beside the act; `party` in the act is only how the case calls it. */
function partyField(refusal: Refusal): Refusal {
  return refusal.field?.startsWith('party.') ? { ...refusal, field: refusal.field.replace('party.', 'partyDetails.') } : refusal
}

function withoutEmpty(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== ''))
}
