/** 登记异议: one that came by telephone, letter or visit. */
import { App, Form, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import type { LocalDate } from '../../law/date.ts'
import { OBJECTION_WAY_WORDS, OBJECTION_WAYS, OBJECTOR_WORDS, OBJECTORS, type Objector } from '../../law/publication/publicity.ts'
import type { Refusal } from '../../law/refusal.ts'
import type { EnteredObjection, PublicityView } from '../../record/publication/objection.ts'
import { newCommandId, Refused } from '../api.ts'
import { DayField } from '../parts/day-field.tsx'
import { placeRefusals, Refusals } from '../parts/refusals.tsx'
import { requiredMark } from '../parts/required-mark.tsx'
import { TextArea } from '../parts/text-area.tsx'
import { useDeed } from '../queries.ts'
import { useSession } from '../session.tsx'

type Typed = Omit<EnteredObjection, 'commandId' | 'documentId'>

export function EnterObjection({ view, onClose }: { view: PublicityView; onClose: () => void }) {
  const { message } = App.useApp()
  const { session } = useSession()
  const [form] = Form.useForm<Typed>()
  const [commandId] = useState(newCommandId)
  const [others, setOthers] = useState<readonly Refusal[]>([])
  const enter = useDeed('publicity.enter')
  const send = async (typed: Typed) => {
    try {
      await enter.mutateAsync({ ...typed, commandId, documentId: view.documentId })
      void message.success('异议已登记')
      onClose()
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setOthers(placeRefusals(form, error.refusals))
    }
  }
  const initial: Partial<Typed> & { objector: Objector; receivedOn: LocalDate } = {
    via: 'phone',
    objector: 'public',
    receivedOn: session.today,
    name: '',
    contact: '',
  }
  return (
    <Modal
      open
      title="登记异议"
      okText="登记"
      cancelText="取消"
      confirmLoading={enter.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Refusals refusals={others} />
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={requiredMark}
        initialValues={initial}
        onFinish={(typed) => void send(typed)}
      >
        <Form.Item name="via" label="怎样提出的">
          <Radio.Group
            options={OBJECTION_WAYS.filter((way) => way !== 'online').map((value) => ({
              value,
              label: OBJECTION_WAY_WORDS[value],
            }))}
          />
        </Form.Item>
        <Form.Item name="receivedOn" label="收到的日期" rules={[{ required: true, message: '请填写日期' }]}>
          <DayField max={session.today} />
        </Form.Item>
        <Form.Item name="objector" label="提出人的身份">
          <Radio.Group options={OBJECTORS.map((value) => ({ value, label: OBJECTOR_WORDS[value] }))} />
        </Form.Item>
        <Form.Item name="about" label="对谁、对哪一项" rules={[{ required: true, message: '请写明对谁、对哪一项有异议' }]}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="statement" label="事实和理由" rules={[{ required: true, message: '请写明事实和理由' }]}>
          <TextArea rows={4} maxLength={3000} />
        </Form.Item>
        <div className="field-row">
          <Form.Item name="name" label="姓名" extra="匿名的不填。">
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
          <Form.Item name="contact" label="联系方式" extra="答复后要告知。">
            <Input maxLength={120} autoComplete="off" />
          </Form.Item>
        </div>
      </Form>
    </Modal>
  )
}
