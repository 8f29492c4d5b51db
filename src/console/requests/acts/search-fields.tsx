/** 登记检索: one place a time. */
import { Form, Input, Radio, Select } from 'antd'
import { SEARCH_PLACE_WORDS, SEARCH_PLACES } from '../../../law/requests/search.ts'
import type { CaseView } from '../../../record/requests/view.ts'
import { TextArea } from '../../parts/text-area.tsx'

const required = (message: string) => [{ required: true, message }]

export function SearchFields({ view }: { view: CaseView }) {
  return (
    <>
      <Form.Item name="where" label="哪一类地方" rules={required('请选择')}>
        <Select options={SEARCH_PLACES.map((value) => ({ value, label: SEARCH_PLACE_WORDS[value] }))} />
      </Form.Item>
      <Form.Item
        name="place"
        label="具体是哪里"
        extra="如“局电子公文系统”“基础教育科文件柜”。"
        rules={required('请写明检索的地方')}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="by" label="检索人" rules={required('请填写检索人')}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="keywords"
        label="用什么词检索"
        extra="关键词、文号；输入后按回车，可填多项。"
        rules={required('请填写检索用的词')}
      >
        <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={['、', '；', ';', '\n']} />
      </Form.Item>
      <Form.Item name="period" label="检索的时间范围" extra="如“2023年1月至2025年12月”。" rules={required('请填写时间范围')}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="found" label="检索到了吗" rules={required('请选择')}>
        <Radio.Group
          options={[
            { value: false, label: '没有检索到' },
            { value: true, label: '检索到了' },
          ]}
        />
      </Form.Item>
      <Form.Item
        name="result"
        label="结果"
        extra="如“没有检索到相关信息”，或者检索到哪几份、在哪里。"
        rules={required('请写明检索结果')}
      >
        <TextArea rows={2} maxLength={1000} />
      </Form.Item>
      {view.files.length > 0 && (
        <Form.Item name="files" label="检索截图（可不选）" extra="从本案附件中选；登记后按内容摘要固定，不能替换。">
          <Select mode="multiple" options={view.files.map(({ hash, name }) => ({ value: hash, label: name }))} />
        </Form.Item>
      )}
    </>
  )
}
