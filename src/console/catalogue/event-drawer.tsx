/** 登记发生的事: from its day the limit for publishing runs. */
import { App, Button, Drawer, Form, Input, Select } from 'antd'
import { useState } from 'react'
import type { LocalDate } from '../../law/date.ts'
import type { Refusal } from '../../law/refusal.ts'
import { newCommandId, Refused } from '../api.ts'
import { DayField } from '../parts/day-field.tsx'
import { LiveForm } from '../parts/live-form.tsx'
import { placeRefusals, Refusals } from '../parts/refusals.tsx'
import { requiredMark } from '../parts/required-mark.tsx'
import { Loading, Nothing } from '../parts/states.tsx'
import { useDeed, useRead } from '../queries.ts'
import { useSession } from '../session.tsx'

interface Fields {
  itemId: string
  on: LocalDate
  what: string
}

export function EventDrawer({ onClose }: { onClose: () => void }) {
  const { message } = App.useApp()
  const { session } = useSession()
  const [form] = Form.useForm<Fields>()
  const [id] = useState(newCommandId)
  const [others, setOthers] = useState<readonly Refusal[]>([])
  const { data } = useRead('duties.events', {})
  const record = useDeed('duties.record')
  const submit = async ({ itemId: chosen, on, what }: Fields) => {
    const [itemId = '', triggerKey = ''] = chosen.split(' ')
    try {
      await record.mutateAsync({ id, itemId, triggerKey, on, what })
      void message.success('已登记，应公开清单中已有这一件')
      onClose()
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setOthers(placeRefusals(form, error.refusals))
    }
  }
  const none = data?.choices.length === 0
  return (
    <Drawer
      open
      title="登记发生的事"
      size={480}
      onClose={onClose}
      footer={
        <div className="drawer-foot">
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" disabled={!data || none} loading={record.isPending} onClick={() => form.submit()}>
            登记
          </Button>
        </div>
      }
    >
      {!data ? (
        <Loading />
      ) : none ? (
        <Nothing say="目录中还没有由事件引起公开的事项。请在公开事项的“什么时候公开”中添加“发生某事之后”。" />
      ) : (
        <LiveForm<Fields> form={form} layout="vertical" requiredMark={requiredMark} onFinish={(fields) => void submit(fields)}>
          <Refusals refusals={others} />
          <Form.Item name="itemId" label="什么事" rules={[{ required: true, message: '请选择什么事' }]}>
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              options={data.choices.map(({ itemId, triggerKey, words }) => ({ value: `${itemId} ${triggerKey}`, label: words }))}
            />
          </Form.Item>
          <Form.Item
            name="on"
            label="哪一天"
            rules={[{ required: true, message: '请填写日期' }]}
            extra="公开的期限从这一天起算。"
          >
            <DayField max={session.today} />
          </Form.Item>
          <Form.Item name="what" label="简要说明" rules={[{ required: true, min: 2, message: '请写明发生了什么' }]}>
            <Input maxLength={100} placeholder="如：第三中学教学楼加固工程开工" />
          </Form.Item>
        </LiveForm>
      )}
    </Drawer>
  )
}
