import { Form, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import type { Refusal } from '../../../law/refusal.ts'
import type { OtherCase, TwinAnswer } from '../../../record/requests/intake.ts'
import type { CaseView } from '../../../record/requests/view.ts'
import { newCommandId, Refused } from '../../api.ts'
import { LiveForm } from '../../parts/live-form.tsx'
import { placeRefusals, Refusals } from '../../parts/refusals.tsx'
import { useDeed } from '../../queries.ts'

interface Answer {
  answer: TwinAnswer
  consent?: string
}

/** 是一件还是两件: the requester says; the office writes it down. */
export function TwinSettling({ view, twin, onClose }: { view: CaseView; twin: OtherCase; onClose: () => void }) {
  const [form] = Form.useForm<Answer>()
  const [commandId] = useState(newCommandId)
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const settle = useDeed('requests.settleTwin')
  const answer = Form.useWatch('answer', form)
  const send = async (values: Answer) => {
    try {
      await settle.mutateAsync({ id: view.id, commandId, seen: view.version, otherId: twin.id, ...values })
      onClose()
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setRefusals(placeRefusals(form, error.refusals))
    }
  }
  return (
    <Modal
      open
      title="申请人的意见"
      okText="登记"
      cancelText="取消"
      confirmLoading={settle.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="quiet gap-below">请先与申请人联系。不得代替、劝说申请人撤回。</p>
      <Refusals refusals={refusals} />
      <LiveForm form={form} layout="vertical" onFinish={(values) => void send(values)}>
        <Form.Item name="answer" rules={[{ required: true, message: '请选择' }]}>
          <Radio.Group
            className="stacked-checks"
            options={[
              { value: 'separate', label: '是两件，分别办理' },
              { value: 'mistake', label: `误重复提交，同意撤回本件，只办 ${twin.number}` },
            ]}
          />
        </Form.Item>
        {answer === 'mistake' && (
          <Form.Item
            name="consent"
            label="申请人怎样同意的"
            extra="写明日期、方式，不写姓名。登记后生成撤回确认书。"
            rules={[{ required: true, whitespace: true, message: '请写明申请人怎样同意撤回' }]}
          >
            <Input maxLength={300} placeholder="如：3月9日上午电话联系，申请人表示重复寄出，同意撤回" />
          </Form.Item>
        )}
      </LiveForm>
    </Modal>
  )
}
