/** 教训: what was wrong, told to whoever drafts the next similar decision. */
import { App, Button, Form, Select } from 'antd'
import { useState } from 'react'
import { LESSON_CATEGORIES, LESSON_CATEGORY_WORDS, type LessonCategory } from '../../record/disputes/lessons.ts'
import type { DisputeView } from '../../record/disputes/view.ts'
import { newCommandId } from '../api.ts'
import { Panel } from '../parts/page.tsx'
import { Refusals } from '../parts/refusals.tsx'
import { TextArea } from '../parts/text-area.tsx'
import { useDeed } from '../queries.ts'

export function LessonsPanel({ view }: { view: DisputeView }) {
  const { message } = App.useApp()
  const [form] = Form.useForm<{ category: LessonCategory; text: string }>()
  const learn = useDeed('disputes.learn')
  const [commandId, setCommandId] = useState(newCommandId)
  if (!view.resultWords) return null
  return (
    <Panel title="教训">
      <p className="quiet gap-below">
        写明哪里做错了、下次怎样做。以后拟写同类答复（答复类型相同，或者内容相近）时会提示；不写姓名。
      </p>
      {view.lessons.length > 0 && (
        <ul className="plain-list gap-below">
          {view.lessons.map(({ id, category, text }) => (
            <li key={id}>
              <b>{LESSON_CATEGORY_WORDS[category]}</b>：{text}
            </li>
          ))}
        </ul>
      )}
      {view.mayRecord && (
        <Form
          form={form}
          layout="vertical"
          onFinish={(fields) =>
            learn.mutate(
              { id: view.id, commandId, ...fields },
              {
                onSuccess: () => {
                  form.resetFields()
                  setCommandId(newCommandId())
                  void message.success('已登记')
                },
              },
            )
          }
        >
          <Refusals refusals={learn.error?.refusals ?? []} />
          <Form.Item name="category" label="问题类别" rules={[{ required: true, message: '请选择' }]}>
            <Select options={LESSON_CATEGORIES.map((value) => ({ value, label: LESSON_CATEGORY_WORDS[value] }))} />
          </Form.Item>
          <Form.Item name="text" label="哪里做错了，下次怎样做" rules={[{ required: true, min: 4, message: '请写明' }]}>
            <TextArea rows={3} maxLength={1000} />
          </Form.Item>
          <Button htmlType="submit" loading={learn.isPending}>
            登记教训
          </Button>
        </Form>
      )}
    </Panel>
  )
}
