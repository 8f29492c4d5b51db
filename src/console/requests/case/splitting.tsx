import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { cite, feeMeasures } from '../../../law/cite.ts'
import type { Refusal } from '../../../law/refusal.ts'
import type { CaseView } from '../../../record/requests/view.ts'
import { newCommandId, Refused } from '../../api.ts'
import { Refusals } from '../../parts/refusals.tsx'
import { TextArea } from '../../parts/text-area.tsx'
import { useDeed } from '../../queries.ts'

interface Item {
  subject: string
  description?: string
}

/** Of a subject. */
const LONGEST = 200

/** 一事一申请: one item a case. The form as it was written is kept. */
export function Splitting({ view, listed, onClose }: { view: CaseView; listed: readonly string[]; onClose: () => void }) {
  const [form] = Form.useForm<{ items: Item[] }>()
  const [commandId] = useState(newCommandId)
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const split = useDeed('requests.split')
  const send = async ({ items }: { items: Item[] }) => {
    try {
      await split.mutateAsync({ id: view.id, commandId, seen: view.version, items })
      onClose()
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setRefusals(error.refusals)
    }
  }
  return (
    <Modal
      open
      width={640}
      title="拆分为几件"
      okText="拆分并编号"
      cancelText="取消"
      confirmLoading={split.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="quiet gap-below">
        一份申请写了几项互不相干的信息的，可以按最小单位拆分（{cite(feeMeasures('4'))}
        ）。收到之日不变，本件为第一项，其余各编新号；申请人用原来的查询码都能看到。申请书原文照样保存。
      </p>
      <Refusals refusals={refusals} />
      <Form
        form={form}
        layout="vertical"
        initialValues={{
          items:
            listed.length > 1 ? listed.map((item) => ({ subject: item.slice(0, LONGEST) })) : [view.content, { subject: '' }],
        }}
        onFinish={(values) => void send(values)}
      >
        <Form.List name="items">
          {(rows, { add, remove }) => (
            <>
              {rows.map(({ key, name }, n) => (
                <fieldset className="field-group" key={key}>
                  <legend>第 {n + 1} 项</legend>
                  <Form.Item
                    name={[name, 'subject']}
                    label="信息的名称、文号或其他特征"
                    rules={[{ required: true, whitespace: true, message: '请写明这一项要什么' }]}
                  >
                    <Input maxLength={LONGEST} autoComplete="off" />
                  </Form.Item>
                  <Form.Item name={[name, 'description']} label="补充描述">
                    <TextArea rows={2} maxLength={5000} />
                  </Form.Item>
                  {n > 1 && (
                    <Button size="small" className="gap-below" onClick={() => remove(name)}>
                      去掉这一项
                    </Button>
                  )}
                </fieldset>
              ))}
              <Button onClick={() => add({ subject: '' })}>再加一项</Button>
            </>
          )}
        </Form.List>
      </Form>
    </Modal>
  )
}
