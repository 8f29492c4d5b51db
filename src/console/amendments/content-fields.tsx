/** 哪一份记录、哪里不准确、有什么证据. */
import { Form, Input } from 'antd'
import { TextArea } from '../parts/text-area.tsx'

export function AmendmentContentFields() {
  return (
    <>
      <Form.Item
        name={['content', 'record']}
        label="哪一份记录"
        rules={[{ required: true, min: 2, message: '请写明记录的名称' }]}
      >
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item
        name={['content', 'wrong']}
        label="哪里不准确，应当怎样"
        rules={[{ required: true, min: 2, message: '请写明哪里不准确' }]}
      >
        <TextArea rows={3} maxLength={3000} />
      </Form.Item>
      <Form.Item
        name={['content', 'evidence']}
        label="证据"
        extra="证明记录不准确的材料，一行一份；还没有提供的，先登记，再请申请人补充。"
      >
        <TextArea rows={2} maxLength={3000} />
      </Form.Item>
    </>
  )
}
